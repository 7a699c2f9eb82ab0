"""One face of a font file: what it covers, how its glyphs run, where their ink lies. All in em."""

from pathlib import Path
from typing import NamedTuple


class FontError(Exception):
    """A font file that cannot be used, said in words for the user."""


class Glyph(NamedTuple):
    """A shaped glyph: text[start:end] is what it stands for; em; dx right, dy up; vertical advances run down."""

    gid: int
    advance: float
    dx: float
    dy: float
    start: int
    end: int


class Ink(NamedTuple):
    """The box of a glyph's ink (墨迹), em from its origin, y up. A blank glyph has all 0."""

    left: float
    bottom: float
    right: float
    top: float


class Face:
    """A face (字模) opened from a file. Equal and hashable by identity; open each file once (FontBook does)."""

    name: str  #: PostScript name
    path: Path
    index: int  #: face number within a .ttc
    sha256: str
    ascent: float
    descent: float  #: positive, below the baseline

    def covers(self, char: str) -> bool:
        """Whether the face has a glyph of its own for the character."""
        raise NotImplementedError

    def shape(self, text: str, *, vertical: bool = False) -> tuple[Glyph, ...]:
        """Shape text with locl (ZHS), ccmp, kern/liga for Latin; vertical adds vert and runs top to bottom."""
        raise NotImplementedError

    def advance(self, gid: int) -> float:
        """The horizontal advance of a glyph."""
        raise NotImplementedError

    def ink(self, gid: int) -> Ink:
        """The ink box of a glyph."""
        raise NotImplementedError
