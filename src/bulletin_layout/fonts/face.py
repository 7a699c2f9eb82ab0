"""One face of a font file: what it covers, how its glyphs run, where their ink lies. All in em."""

import struct
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from bulletin_layout.fonts.harfbuzz import OpenedFont, Shaped

_DASHES, _TWO_EM_DASH = "——", "⸺"


class Glyph(NamedTuple):
    """A shaped glyph: text[start:end] is what it stands for; em; dx right, dy up; vertical advances run down.

    Drawn at pen + (dx, dy). In vertical runs the pen is on the middle line of the column, at the top of the
    character's em box, so a full-width glyph has dx -0.5 and dy -0.88.
    """

    gid: int
    advance: float
    dx: float
    dy: float
    start: int
    end: int


class InkBounds(NamedTuple):
    """The box of a glyph's ink (墨迹), em from its origin, y up. A blank glyph has all 0."""

    left: float
    bottom: float
    right: float
    top: float


class Face:
    """A face (字模) of a font file. Equal and hashable by identity; open each file once (FontBook does)."""

    __slots__ = (
        "_covered",
        "_font",
        "_inks",
        "_joins_dashes",
        "_nominal",
        "_scripts",
        "_sha256",
        "_vertical",
        "index",
        "path",
        "subsets",
    )

    path: Path
    index: int  #: face number within a .ttc

    def __init__(self, path: Path, index: int, font: OpenedFont) -> None:
        """Use ``opening.open_face``, which checks the file."""
        self.path = path
        self.index = index
        self._font = font
        self._sha256 = ""
        self._covered: dict[str, bool] = {}
        self._nominal: dict[str, tuple[int, float]] = {}
        self._inks: dict[int, InkBounds] = {}
        self._vertical: dict[str, bool] = {}
        self._joins_dashes: bool | None = None
        self._scripts: frozenset[str] | None = None
        #: kept for ``subset``, by the glyphs: the font data cut down to them, the same deflated
        self.subsets: dict[frozenset[int], tuple[bytes, bytes]] = {}

    def __repr__(self) -> str:
        return f"<Face {self.name}>"

    # -- what the file says of itself ------------------------------------------------------------------

    @property
    def name(self) -> str:
        """The PostScript name; made from the file's name when the font has none."""
        return self._font.name(6) or self.path.stem.replace(" ", "")

    @property
    def sha256(self) -> str:
        """The file's digest, counted when first asked for."""
        if not self._sha256:
            import hashlib  # here: 5 ms of start-up that few runs need

            with self.path.open("rb") as file:
                self._sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        return self._sha256

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
        """The top of the em box (字身框) over the baseline: OS/2 sTypoAscender, 0.88 in Chinese fonts."""
        return self._metric("OS/2", 68, 880 / 1000)

    @property
    def descent(self) -> float:
        """The bottom of the em box, positive below the baseline: OS/2 sTypoDescender."""
        return -self._metric("OS/2", 70, -120 / 1000)

    @property
    def cap_height(self) -> float:
        """The height of Latin capitals: OS/2 sCapHeight (version 2 on), else of the letter H."""
        return self._metric("OS/2", 88, 0.0) or self.ink(self.nominal("H")[0]).top

    @property
    def bbox(self) -> tuple[float, float, float, float]:
        """Left, bottom, right, top around all glyphs: head."""
        return (
            self._metric("head", 36, 0.0),
            self._metric("head", 38, 0.0),
            self._metric("head", 40, 0.0),
            self._metric("head", 42, 0.0),
        )

    @property
    def italic_angle(self) -> float:
        """Degrees counter-clockwise from upright: post, negative for a font that leans right."""
        table = self._font.table("post")
        return float(struct.unpack_from(">i", table, 4)[0]) / 65536 if len(table) >= 8 else 0.0

    @property
    def weight_class(self) -> int:
        """100–900, 400 regular, 700 bold: OS/2 usWeightClass."""
        return self._font.os2_field(4, 400)

    @property
    def characters(self) -> frozenset[int]:
        """Every code point that the face covers; a new set each time."""
        return self._font.characters()

    def _metric(self, tag: str, offset: int, default: float) -> float:
        table = self._font.table(tag)
        if len(table) < offset + 2:
            return default
        return float(struct.unpack_from(">h", table, offset)[0]) / self._font.units

    # -- glyphs ----------------------------------------------------------------------------------------

    def covers(self, char: str) -> bool:
        """Whether the face has a glyph of its own for the character."""
        known = self._covered.get(char)
        if known is None:
            known = self._covered[char] = self._font.glyph_of(ord(char)) != 0
        return known

    def nominal(self, char: str) -> tuple[int, float]:
        """(glyph, advance) of the character alone, as ``shape`` would set it; glyph 0 if not covered."""
        known = self._nominal.get(char)
        if known is None:
            shaped = self._font.shape(char, False)
            gid = shaped.gids[0] if shaped.gids else self._font.glyph_of(ord(char))
            advance = shaped.advances[0] if shaped.gids else 0
            known = self._nominal[char] = (gid, advance / self._font.units)
        return known

    def variant(self, char: str, selector: str) -> int | None:
        """The glyph of a character with a variation selector (异体字选择符); None: the font knows no such form."""
        return self._font.variant(ord(char), ord(selector))

    def forms(self, script: str) -> bool:
        """Whether the font holds the rules by which the letters of a script take their forms (GSUB)."""
        if self._scripts is None:
            self._scripts = self._font.scripts()
        return script in self._scripts

    def shape(
        self, text: str, *, vertical: bool = False, script: str = "", right_to_left: bool = False
    ) -> tuple[Glyph, ...]:
        """Shape text with locl (ZHS), ccmp, kern/liga for Latin; vertical adds vert and runs top to bottom.

        —— comes as one glyph of 2 em when the font has one. The spans cover the text; characters that
        show nothing (U+200B, variation selectors) go with a neighbour. Glyph 0: character not covered.
        ``script`` (ISO 15924): the text's, where it is another than Han and Latin. ``right_to_left``: glyphs come in
        the order of the text all the same, and ``dx`` puts each where it belongs, from the left end of the whole.
        """
        if script or right_to_left:
            shaped = self._font.shape(text, vertical, script, right_to_left)
            return self._turned(shaped, len(text)) if right_to_left else self._glyphs(shaped, range(len(text) + 1))
        if vertical or _DASHES not in text or not self._needs_two_em_dash():
            return self._glyphs(self._font.shape(text, vertical), range(len(text) + 1))
        shorter = text.replace(_DASHES, _TWO_EM_DASH)
        places, at = [], 0  # places[i]: where character i of the shorter text starts in the given one
        for char in shorter:
            places.append(at)
            at += 2 if char == _TWO_EM_DASH and text.startswith(_DASHES, at) else 1
        places.append(at)
        return self._glyphs(self._font.shape(shorter, vertical), places)

    def _needs_two_em_dash(self) -> bool:
        """Whether —— stays two glyphs in this font while it has ⸺ (LXGW WenKai), whose bar has no seam."""
        if self._joins_dashes is None:
            self._joins_dashes = len(self._font.shape(_DASHES, False).gids) == 1
        return not self._joins_dashes and self.covers(_TWO_EM_DASH)

    def _glyphs(self, shaped: Shaped, places: Sequence[int]) -> tuple[Glyph, ...]:
        """Font units → em, clusters → spans. ``places``: cluster number → place in the text; its end last."""
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
        """Glyphs from the right to the left in the order of the text, placed as if they ran on to the right."""
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
        """Whether the font has a 直排 glyph for the character; a mark without one has to be turned."""
        known = self._vertical.get(char)
        if known is None:
            lying, standing = self._font.shape(char, False).gids, self._font.shape(char, True).gids
            known = self._vertical[char] = lying != standing
        return known

    def advance(self, gid: int) -> float:
        """The horizontal advance of a glyph."""
        return self._font.advance(gid) / self._font.units

    def ink(self, gid: int) -> InkBounds:
        """The ink box of a glyph."""
        known = self._inks.get(gid)
        if known is None:
            units = self._font.units
            left, bottom, right, top = self._font.extents(gid)
            known = self._inks[gid] = InkBounds(left / units, bottom / units, right / units, top / units)
        return known

    def cut(self, gids: frozenset[int]) -> bytes:
        """Only these glyphs of the font, numbered as before: see ``subset``."""
        return self._font.subset(gids)
