"""Maps the text of a Markdown block to places in the file: its content consists of parts of source lines."""

from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter

from bulletin_layout.values import NamedTuple


class Stretch(NamedTuple):
    """From index ``start`` of the content, character k is at ``column + k - start`` (from 0) of ``line``."""

    start: int
    line: int
    column: int


def line_stretches(content: str, lines: Sequence[str], line: int, numbers: Sequence[int]) -> tuple[Stretch, ...]:
    """The stretches of a block. Each line of its content is the end of a source line, or lies within one (a heading
    closed with #). ``numbers``: line numbers of the source lines in the file, from 1."""
    stretches = []
    start = 0
    # Lines of ideographic spaces only are part of the paragraph, but not of its content.
    while not lines[line].strip() and content:
        line += 1
    for number, part in enumerate(content.split("\n"), start=line):
        source, kept = lines[number].rstrip(), part.rstrip()
        column = len(source) - len(kept) if source.endswith(kept) else max(0, source.find(kept.lstrip()))
        stretches.append(Stretch(start, numbers[number] - 1, column))
        start += len(part) + 1
    return tuple(stretches)


def cell_stretches(content: str, source: str, cursor: int, line: int) -> tuple[tuple[Stretch, ...], int]:
    """The stretches of a table cell, which lies behind the previous cell of its row. A | in its content is written \\|
    in the source. ``line``: in the file, from 0."""
    parts = content.split("|")
    column = max(cursor, source.find("\\|".join(parts), cursor))
    stretches = []
    start = 0
    for number, part in enumerate(parts):
        first = start - (1 if number else 0)  # all except the first begin with the |
        stretches.append(Stretch(max(0, first), line, column + max(0, first) + number))
        start += len(part) + 1
    return tuple(stretches), column + len(content) + len(parts) - 1


def place_of(at: int, stretches: Sequence[Stretch]) -> tuple[int, int]:
    """Line and column, both from 0, of an index into the content."""
    stretch = stretches[max(0, bisect_right(stretches, at, key=attrgetter("start")) - 1)]
    return stretch.line, stretch.column + at - stretch.start


def cuts_in(start: int, end: int, stretches: Sequence[Stretch]) -> list[int]:
    """The indices that cut a run of the content into stretches, without its own ends."""
    first, last = (bisect_right(stretches, at, key=attrgetter("start")) for at in (start, end - 1))
    return [stretch.start for stretch in stretches[first:last]]
