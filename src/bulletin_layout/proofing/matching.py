"""Finds a story's texts among its printed characters (文字对版), and so the lines on which they stand."""

from collections.abc import Iterator, Sequence
from typing import Final

from bulletin_layout.proofing.printed import Glyph
from bulletin_layout.proofing.rounds import SetLine

#: Characters that a page may lack or add where a line ends.
_UNSEEN: Final = frozenset("\u00ad\u200b\u2060\ufeff")
#: A text that is not found whole is looked for by so many of its first characters.
_LEAD: Final = 6


def cells(text: str) -> list[tuple[str, int]]:
    """(Text, offset) of what stands together: the cells of a row, the lines of a head."""
    found, at = [], 0
    for cell in text.replace("\n", "\t").split("\t"):
        found.append((cell, at))
        at += len(cell) + 1
    return found


class Stream:
    """Printed characters in reading order, without spaces, and how far they have been matched."""

    def __init__(self, glyphs: Sequence[Glyph]) -> None:
        chars = [(char, number) for number, glyph in enumerate(glyphs) for char in glyph.text if _seen(char)]
        self.text = "".join(char for char, _ in chars)
        self._owner = [number for _, number in chars]
        self._glyphs = glyphs
        self.at = 0

    def find(self, wanted: str) -> tuple[int, int]:
        """(Start, number of characters) of a text, or of as much of its beginning as is printed."""
        found = self.text.find(wanted, self.at)
        if found < 0:
            found = self.text.find(wanted[:_LEAD], self.at)
        if found < 0:
            return self.at, 0
        count = next((k for k, char in enumerate(wanted) if self.text[found + k : found + k + 1] != char), len(wanted))
        self.at = found + count
        return found, count

    def glyph(self, at: int) -> Glyph:
        """The glyph of a character."""
        return self._glyphs[self._owner[at]]


def _seen(char: str) -> bool:
    return not char.isspace() and char not in _UNSEEN


def set_lines(text: str, cells: Sequence[tuple[str, int]], stream: Stream) -> Iterator[SetLine]:
    """The lines on which a text stands."""
    glyphs: list[tuple[int, Glyph]] = []
    for cell, offset in cells:
        seen = [offset + k for k, char in enumerate(cell) if _seen(char)]
        start, count = stream.find("".join(text[at] for at in seen)) if seen else (0, 0)
        glyphs += [(seen[k], stream.glyph(start + k)) for k in range(count)]
    first = 0
    for at in range(1, len(glyphs) + 1):
        if at == len(glyphs) or glyphs[at][1].line != glyphs[first][1].line:
            yield _line(glyphs[first:at])
            first = at


def _line(glyphs: Sequence[tuple[int, Glyph]]) -> SetLine:
    start, head = glyphs[0]
    edges: list[float] = []
    for offset, glyph in glyphs:
        near = glyph.y - head.y if head.vertical else glyph.x - head.x
        edges += [near] * (offset - start - len(edges))  # spaces that are not printed
        edges.append(near)
    last = glyphs[-1][1]
    edges.append((last.y - head.y if head.vertical else last.x - head.x) + last.advance)
    return SetLine(
        start,
        head.page,
        head.slot,
        head.number,
        head.x,
        head.y,
        head.size,
        head.vertical,
        tuple(round(e, 2) for e in edges),
    )
