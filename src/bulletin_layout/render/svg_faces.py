"""The faces of the live page (活样的字): which character shows which glyph, and font files that grow with the text.

A glyph is reached by its own character where the font's cmap gives it for that character, so that the text on the
screen can be searched and copied. Every other glyph, such as a vertical form, has a code of private use that depends on
its number alone: the same page is drawn with the same codes in every process.
"""

from hashlib import sha256
from typing import Final
from unicodedata import category

from bulletin_layout.fonts import LEVEL_1, Face, screen_font, standard_characters
from bulletin_layout.values import NamedTuple

#: Glyph g has the code point _PRIVATE + g: plane 15, and plane 16 for the last two of 65,536.
_PRIVATE: Final = 0xF0000
#: A browser collapses spaces, but not this one.
_SPACE: Final = "\u00a0"
#: Scripts whose characters a browser takes one by one, in the order of the text: Latin to Cyrillic, general marks and
#: signs, Han, kana, Hangul. All other scripts join, stack or run to the left, and a browser would do so again. Signs
#: that may be shown as emoji are left out: a browser prefers its own font for them.
_ONE_BY_ONE: Final = (
    (0x20, 0x52F), (0x1E00, 0x1FFF), (0x2000, 0x22FF), (0x2400, 0x25FC), (0x25FF, 0x25FF), (0x2E80, 0x9FFF),
    (0xA640, 0xA69F), (0xA720, 0xA7FF), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE30, 0xFE4F), (0xFF00, 0xFFEF),
    (0x20000, 0x3FFFD),
)  # fmt: skip
#: Categories that no browser shows by themselves: marks over letters, controls, ends of line.
_UNSEEN: Final = frozenset(("Mn", "Mc", "Me", "Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))


#: What an edit may begin to need at any time, beside the commonest Han: letters and figures; marks.
_LETTERS: Final = "".join(map(chr, range(0x21, 0x7F)))
_MARKS: Final = (
    *" ，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』—…·～－％℃×＋○〇①②③④⑤⑥⑦⑧⑨⑩■□●▲★☆",
    "——",
    "……",
)


class FaceChunk(NamedTuple):
    """A font file with some glyphs of a face. ``family``: the name that all chunks of the face share; ``digest``: of
    ``data``, and its address."""

    family: str
    digest: str
    data: bytes


class ScreenFace(dict[tuple[int, str], str]):
    """(Glyph, its text) → the character that shows it, of one face; a new one is added to the next chunk."""

    __slots__ = ("_codes", "_waiting", "chunks", "face", "family")

    def __init__(self, face: Face, family: str) -> None:
        super().__init__()
        self.face = face
        self.family = family
        self.chunks: list[FaceChunk] = []
        self._codes: dict[int, int] = {}
        self._waiting: dict[int, int] = {}

    def __missing__(self, shown: tuple[int, str]) -> str:
        gid, text = shown
        char = self[shown] = self._character(gid, text)
        if ord(char) not in self._codes:
            self._codes[ord(char)] = self._waiting[ord(char)] = gid
        return char

    def _character(self, gid: int, text: str) -> str:
        if text in (" ", _SPACE):
            return _SPACE if self.face.encoded(" ") == gid else chr(_PRIVATE + gid)
        plain = len(text) == 1 and _is_taken_alone(text) and self.face.encoded(text) == gid
        return text if plain else chr(_PRIVATE + gid)

    def grow(self) -> None:
        """Make a chunk of the glyphs that were added since the last one. The first has those that are likely to come,
        too: a browser lays out all text again whenever it gets a font, which takes longer than an edit should."""
        if not self.chunks:
            self._expect()
        if self._waiting:
            data = screen_font(self.face, self._waiting)
            self.chunks.append(FaceChunk(self.family, sha256(data).hexdigest()[:32], data))
            self._waiting = {}

    def _expect(self) -> None:
        for text in _MARKS:
            if all(map(self.face.covers, text)):
                for vertical in (False, True):
                    for glyph in self.face.shape(text, vertical=vertical):
                        self[glyph.gid, text[glyph.start : glyph.end]]
        for char in _LETTERS + standard_characters()[:LEVEL_1]:
            gid = self.face.encoded(char)
            if gid and ord(char) not in self._codes:
                self._codes[ord(char)] = self._waiting[ord(char)] = gid


def _is_taken_alone(char: str) -> bool:
    point = ord(char)
    return any(first <= point <= last for first, last in _ONE_BY_ONE) and category(char) not in _UNSEEN


class ScreenFaces:
    """The faces of the pages that were drawn in this process."""

    __slots__ = ("_by_face", "_by_family")

    def __init__(self) -> None:
        self._by_face: dict[Face, ScreenFace] = {}
        self._by_family: dict[str, ScreenFace] = {}

    def of(self, face: Face) -> ScreenFace:
        """The characters of a face. Faces of the same file share them, however often it is opened."""
        known = self._by_face.get(face)
        if known is None:
            family = f"f{sha256(f'{face.sha256} {face.index}'.encode()).hexdigest()[:10]}"
            known = self._by_face[face] = self._by_family.setdefault(family, ScreenFace(face, family))
        return known

    def chunks(self) -> tuple[FaceChunk, ...]:
        """The font files of all characters so far; what is new is cut now."""
        for face in self._by_family.values():
            face.grow()
        return tuple(chunk for face in self._by_family.values() for chunk in face.chunks)
