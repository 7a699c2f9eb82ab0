"""Where in a file the text of a Markdown block stands: the block's content is pieces of source lines."""

from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple


class Stretch(NamedTuple):
    """From index ``start`` of a content on, character k stands at ``column + k - start`` (from 0) of ``line``."""

    start: int
    line: int
    column: int


def line_stretches(content: str, lines: Sequence[str], line: int, numbers: Sequence[int]) -> tuple[Stretch, ...]:
    """Each line of the content is the end of a source line, or lies in it (a heading closed with #). ``numbers``: of
    the source lines in their file, from 1."""
    stretches = []
    start = 0
    while not lines[line].strip() and content:  # lines of ideographic spaces are of the paragraph, not of its content
        line += 1
    for number, part in enumerate(content.split("\n"), start=line):
        source, kept = lines[number].rstrip(), part.rstrip()
        column = len(source) - len(kept) if source.endswith(kept) else max(0, source.find(kept.lstrip()))
        stretches.append(Stretch(start, numbers[number] - 1, column))
        start += len(part) + 1
    return tuple(stretches)


def cell_stretches(content: str, source: str, cursor: int, line: int) -> tuple[tuple[Stretch, ...], int]:
    """A cell lies in its line after the cell before it; each of its | is written \\| there. ``line``: of the file, from
    0."""
    parts = content.split("|")
    column = max(cursor, source.find("\\|".join(parts), cursor))
    stretches = []
    start = 0
    for number, part in enumerate(parts):
        first = start - (1 if number else 0)  # all but the first begin with the |
        stretches.append(Stretch(max(0, first), line, column + max(0, first) + number))
        start += len(part) + 1
    return tuple(stretches), column + len(content) + len(parts) - 1


def place_of(at: int, stretches: Sequence[Stretch]) -> tuple[int, int]:
    """Line and column, both from 0, of an index into the content."""
    stretch = stretches[max(0, bisect_right(stretches, at, key=attrgetter("start")) - 1)]
    return stretch.line, stretch.column + at - stretch.start


def cuts_in(start: int, end: int, stretches: Sequence[Stretch]) -> list[int]:
    """Where a run of the content is cut into stretches; its own ends are no cuts."""
    first, last = (bisect_right(stretches, at, key=attrgetter("start")) for at in (start, end - 1))
    return [stretch.start for stretch in stretches[first:last]]
