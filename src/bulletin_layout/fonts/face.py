"""One face of a font file: the characters it covers, shaping, metrics and ink of its glyphs. Lengths are em."""

import struct
from collections.abc import Iterable, Sequence
from itertools import accumulate
from pathlib import Path

from bulletin_layout.fonts.excerpt import Original, make_excerpt, original_of
from bulletin_layout.fonts.harfbuzz import OpenedFont, Shaped
from bulletin_layout.values import NamedTuple

_DASHES, _TWO_EM_DASH = "——", "⸺"


class Glyph(NamedTuple):
    """A shaped glyph for text[start:end], lengths in em.

    It is drawn at the pen + (``dx`` to the right, ``dy`` up); then the pen moves by ``advance``: to the right, or down
    in vertical text. In vertical text the pen is on the middle line of the column, at the top of the character's em
    box, so that a full-width glyph has dx -0.5 and dy -0.88.
    """

    gid: int
    advance: float
    dx: float
    dy: float
    start: int
    end: int


class InkBounds(NamedTuple):
    """Bounding box of a glyph's ink (墨迹), em from its origin, y up; all 0 for a blank glyph."""

    left: float
    bottom: float
    right: float
    top: float


class Face:
    """A face (字模) of a font file. It is compared and hashed by identity, so open each file once, as FontBook does."""

    __slots__ = (
        "_covered",
        "_font",
        "_inks",
        "_joins_dashes",
        "_nominal",
        "_original",
        "_scripts",
        "_sha256",
        "_vertical",
        "index",
        "notes",
        "path",
        "subsets",
    )

    path: Path
    index: int  #: face number within a .ttc

    def __init__(self, path: Path, index: int, font: OpenedFont) -> None:
        """Use ``opening.open_face`` instead, which checks the file."""
        self.path = path
        self.index = index
        self._font = font
        self._original = original_of(font)
        self._sha256 = ""
        self._covered: dict[str, bool] = {}
        self._nominal: dict[str, tuple[int, float]] = {}
        self._inks: dict[int, InkBounds] = {}
        self._vertical: dict[str, bool] = {}
        self._joins_dashes: bool | None = None
        self._scripts: frozenset[str] | None = None
        #: cache of ``subset``: glyphs → font data with only these glyphs, plain and deflated
        self.subsets: dict[frozenset[int], tuple[bytes, bytes]] = {}
        self.notes: dict[str, object] = {}  #: caches of other packages about this face, by a name of theirs

    def __repr__(self) -> str:
        return f"<Face {self.name}>"

    # -- metadata of the file -------------------------------------------------------------------------

    @property
    def name(self) -> str:
        """The PostScript name (name ID 6); the file's name if the font has none."""
        named = self._original.name if self._original is not None else self._font.name(6)
        return named or self.path.stem.replace(" ", "")

    @property
    def sha256(self) -> str:
        """The file's digest, counted when it is first asked for; of an excerpt, that of the whole file."""
        if self._original is not None:
            return self._original.sha256
        if not self._sha256:
            import hashlib  # here: 5 ms of start-up that few runs need

            with self.path.open("rb") as file:
                self._sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        return self._sha256

    def known_as(self, sha256: str) -> None:
        """Take down the file's digest, which was counted for another ``Face`` of the same file."""
        self._sha256 = sha256

    @property
    def whole(self) -> Original:
        """The file, or the one that it is an excerpt of."""
        return self._original or Original(self.name, self.sha256, self.path.stat().st_size)

    @property
    def is_cff(self) -> bool:
        """Whether the outlines are PostScript (CFF), not TrueType."""
        return "CFF " in self._font.tables

    @property
    def units(self) -> int:
        """Font units in an em."""
        return self._font.units

    @property
    def glyph_count(self) -> int:
        """The number of glyphs; glyph numbers run from 0."""
        return self._font.glyph_count

    @property
    def ascent(self) -> float:
        """Height of the top of the em box (字身框) above the baseline: OS/2 sTypoAscender; 0.88 in Chinese fonts."""
        return self._metric("OS/2", 68, 880 / 1000)

    @property
    def descent(self) -> float:
        """Depth of the bottom of the em box below the baseline, positive: OS/2 sTypoDescender."""
        return -self._metric("OS/2", 70, -120 / 1000)

    @property
    def cap_height(self) -> float:
        """Height of Latin capitals: OS/2 sCapHeight (from version 2), else the ink height of H."""
        return self._metric("OS/2", 88, 0.0) or self.ink(self.nominal("H")[0]).top

    @property
    def bbox(self) -> tuple[float, float, float, float]:
        """Left, bottom, right, top of the box around all glyphs (table head)."""
        return (
            self._metric("head", 36, 0.0),
            self._metric("head", 38, 0.0),
            self._metric("head", 40, 0.0),
            self._metric("head", 42, 0.0),
        )

    @property
    def italic_angle(self) -> float:
        """Degrees counter-clockwise from the vertical (table post); negative for a font that leans to the right."""
        table = self._font.table("post")
        return float(struct.unpack_from(">i", table, 4)[0]) / 65536 if len(table) >= 8 else 0.0

    @property
    def weight_class(self) -> int:
        """Weight from 100 to 900, 400 for regular, 700 for bold (OS/2 usWeightClass)."""
        return self._font.os2_field(4, 400)

    @property
    def characters(self) -> frozenset[int]:
        """All code points that the face covers; a new set at each access."""
        return self._font.characters()

    def _metric(self, tag: str, offset: int, default: float) -> float:
        table = self._font.table(tag)
        if len(table) < offset + 2:
            return default
        return float(struct.unpack_from(">h", table, offset)[0]) / self._font.units

    # -- glyphs ----------------------------------------------------------------------------------------

    def covers(self, char: str) -> bool:
        """Whether the face has a glyph for the character."""
        known = self._covered.get(char)
        if known is None:
            known = self._covered[char] = self._font.glyph_of(ord(char)) != 0
        return known

    def encoded(self, char: str) -> int:
        """The glyph that the font's cmap gives for a character by itself; 0 if it has none."""
        return self._font.glyph_of(ord(char))

    def nominal(self, char: str) -> tuple[int, float]:
        """(Glyph, advance in em) of a single character, as ``shape`` would set it; glyph 0 if it is not covered."""
        known = self._nominal.get(char)
        if known is None:
            gid, advance = self._font.first(char) or (self._font.glyph_of(ord(char)), 0)
            known = self._nominal[char] = (gid, advance / self._font.units)
        return known

    def learn(self, text: Iterable[str]) -> None:
        """Find out the nominal glyphs of the Han in a text (of the main block) together, which takes a tenth of the
        time."""
        new = [char for char in text if "\u4e00" <= char <= "\u9fff" and char not in self._nominal]
        if not new:
            return
        found = self._font.alone(new)
        self._nominal |= {char: (gid, advance / self._font.units) for char, gid, advance in found}
        self._covered |= {char: gid != 0 for char, gid, _ in found}

    def variant(self, char: str, selector: str) -> int | None:
        """The glyph of a character with a variation selector (异体字选择符); None: the font has no such form."""
        return self._font.variant(ord(char), ord(selector))

    def forms(self, script: str) -> bool:
        """Whether the font has rules (GSUB) for the forms of letters in a script (ISO 15924)."""
        if self._scripts is None:
            self._scripts = self._font.scripts()
        return script in self._scripts

    def shape(
        self, text: str, *, vertical: bool = False, script: str = "", right_to_left: bool = False
    ) -> tuple[Glyph, ...]:
        """Shape a text with the features locl (ZHS), ccmp, and kern and liga for Latin; ``vertical`` adds vert and runs
        from top to bottom.

        —— becomes one glyph of 2 em if the font has one. The spans of the glyphs cover the whole text; invisible
        characters (U+200B, variation selectors) are in the span of a neighbour. Glyph 0: the character is not covered.
        ``script`` (ISO 15924): the script of the text, unless it is Han or Latin. ``right_to_left``: the glyphs are
        returned in the order of the text all the same; ``dx`` moves each to its place, counted from the left end.
        """
        if script or right_to_left:
            shaped = self._font.shape(text, vertical, script, right_to_left)
            return self._turned(shaped, len(text)) if right_to_left else self._glyphs(shaped, range(len(text) + 1))
        if vertical or _DASHES not in text or not self._needs_two_em_dash():
            return self._glyphs(self._font.shape(text, vertical), range(len(text) + 1))
        shorter = text.replace(_DASHES, _TWO_EM_DASH)
        places, at = [], 0  # places[i]: offset in the given text of character i of the shorter one
        for char in shorter:
            places.append(at)
            at += 2 if char == _TWO_EM_DASH and text.startswith(_DASHES, at) else 1
        places.append(at)
        return self._glyphs(self._font.shape(shorter, vertical), places)

    def _needs_two_em_dash(self) -> bool:
        """Whether ⸺ must be shaped for ——: the font has no single glyph for ——, but one for ⸺ (LXGW WenKai). Two —
        would show a gap between them."""
        if self._joins_dashes is None:
            self._joins_dashes = len(self._font.shape(_DASHES, False).gids) == 1
        return not self._joins_dashes and self.covers(_TWO_EM_DASH)

    def _glyphs(self, shaped: Shaped, places: Sequence[int]) -> tuple[Glyph, ...]:
        """Glyphs with em for font units and spans for clusters; ``places``: cluster number → offset in the text, with
        the text's end last."""
        units = self._font.units
        starts = [places[cluster] for cluster in shaped.clusters]
        ends = [*starts[1:], places[-1]]
        for i in range(len(starts) - 1, 0, -1):
            if starts[i] == starts[i - 1]:  # glyphs of one cluster share its span
                ends[i - 1] = ends[i]
        advances = [a / units for a in shaped.advances]
        dxs = [d / units for d in shaped.dxs]
        dys = [d / units for d in shaped.dys]
        return tuple(map(Glyph, shaped.gids, advances, dxs, dys, starts, ends))

    def _turned(self, shaped: Shaped, length: int) -> tuple[Glyph, ...]:
        """Right-to-left glyphs in the order of the text. The pen moves to the right for them as for others, so ``dx``
        takes each from there to its real place."""
        units = self._font.units
        pens = [0, *accumulate(shaped.advances)]
        back = Shaped(*(column[::-1] for column in shaped))
        glyphs = self._glyphs(back, range(length + 1))
        ahead = 0
        found = []
        for glyph, advance, pen in zip(glyphs, back.advances, reversed(pens[:-1]), strict=True):
            found.append(glyph._replace(dx=glyph.dx + (pen - ahead) / units))
            ahead += advance
        return tuple(found)

    def has_vertical_form(self, char: str) -> bool:
        """Whether the font has a vertical form (直排, feature vert) for the character; a mark without one is turned."""
        known = self._vertical.get(char)
        if known is None:
            lying, standing = self._font.shape(char, False).gids, self._font.shape(char, True).gids
            known = self._vertical[char] = lying != standing
        return known

    def advance(self, gid: int) -> float:
        """The horizontal advance of a glyph, em."""
        return self._font.advance(gid) / self._font.units

    def ink(self, gid: int) -> InkBounds:
        """The bounding box of a glyph's ink, em."""
        known = self._inks.get(gid)
        if known is None:
            units = self._font.units
            left, bottom, right, top = self._font.extents(gid)
            known = self._inks[gid] = InkBounds(left / units, bottom / units, right / units, top / units)
        return known

    def cut(self, gids: frozenset[int]) -> bytes:
        """Font data with only these glyphs, which keep their numbers: see ``subset``."""
        return self._font.subset(gids)

    def part(self, gids: frozenset[int]) -> tuple[bytes, dict[int, int]]:
        """A font file with only these glyphs, numbered anew, and old glyph number → new: see ``screen_font``."""
        return self._font.part(gids)

    def excerpt(self, text: Iterable[str]) -> bytes:
        """A font file with what these characters need: see ``excerpt``. That of an excerpt is its own file."""
        if self._original is not None:
            return self.path.read_bytes()
        return make_excerpt(self._font, text, self.whole)
