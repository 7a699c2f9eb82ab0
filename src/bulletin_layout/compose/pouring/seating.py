"""The seats of a pour (行位), from first to last; more pages are laid out when they are used up."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import field
from typing import Final

from bulletin_layout.compose.frame.seats import Seat, Stretch
from bulletin_layout.values import dataclass

#: Lays out another page and returns its seats; empty when there are no more.
More = Callable[[], tuple[Stretch, ...]]

#: How many pages ahead are searched for a place: the one already begun and a whole one.
_PATIENCE: Final = 2


@dataclass(slots=True)
class Seating:
    """Seats in reading order, counted from 0. ``more``: None when these are all; ``taken``: how many have been taken
    out; ``ends``: the index after the last seat of each stretch; ``begins``: those of the seats that open a column but
    the first; ``alike``: the number of the stretch from which on all are of one width; ``heads``: the first row of each
    column."""

    stretches: list[Stretch]
    more: More | None = None
    taken: int = 0
    ends: list[int] = field(default_factory=list)
    begins: list[int] = field(default_factory=list)
    alike: int = 0
    heads: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._note(self.stretches)

    def _note(self, new: Iterable[Stretch]) -> None:
        """Note where the last stretches, which are new, end, and where columns begin."""
        ends, end, before = self.ends, self.count, self.stretches[len(self.ends) - 1] if self.ends else None
        for each in new:
            if before is None or each.width != before.width:
                self.alike = len(ends)
            if before is not None and each.column != before.column:
                self.begins.append(end)
            self.heads.setdefault(each.column, each.row)
            end += each.length
            ends.append(end)
            before = each

    @property
    def count(self) -> int:
        """How many seats there are."""
        return self.ends[-1] if self.ends else 0

    def seat(self, index: int) -> Seat:
        """The seat with an index."""
        at = bisect_right(self.ends, index)
        return self.stretches[at].seat(index - self.ends[at] + self.stretches[at].length)

    def between(self, start: int, end: int) -> list[Stretch]:
        """The seats from one index to another (exclusive), or to the last one."""
        found: list[Stretch] = []
        at, ends = bisect_right(self.ends, start), self.ends
        while start < end and at < len(ends):
            each, stop = self.stretches[at], min(ends[at], end)
            first = start - ends[at] + each.length
            found.append(each if stop - start == each.length else each.part(first, first + stop - start))
            start, at = stop, at + 1
        return found

    def index(self, wanted: Seat) -> int:
        """The index of a seat that has not been taken out."""
        column, row, x, width = wanted
        for each, end in zip(self.stretches, self.ends, strict=True):
            if each.column == column and row in each.rows and (each.x, each.width) == (x, width):
                return end - each.length + row - each.row
        raise ValueError(f"no seat {wanted}")

    def opens(self, index: int) -> bool:
        """Whether a seat is the head of its column."""
        seat = self.seat(index)
        return seat.row == self.heads[seat.column]

    def parts(self, index: int) -> bool:
        """Whether a column ends before a seat."""
        return self.seat(index - 1).column != self.seat(index).column

    def reaches(self, index: int) -> bool:
        """Whether a seat of this index exists; lays out more pages if needed."""
        while index >= self.count:
            new = self.more() if self.more is not None else ()
            if not new:
                return False
            self.stretches += new
            self._note(new)
        return True

    def onwards(self, start: int) -> Iterator[int]:
        """The indices from one on to search for a place; on pages without end, up to the next two."""
        index, asked = start, 0
        while True:
            if index >= self.count:
                asked += 1
                if asked > _PATIENCE or not self.reaches(index):
                    return
            yield index
            index += 1

    def measures(self, start: int, most_lines: Callable[[float], int]) -> tuple[float, ...]:
        """The widths in points of the seats that a text can take at most; the last one also counts for all that follow.
        That of the very last seat when none is left; empty if there is no seat at all. ``most_lines``: gives the
        largest number of lines for a width.

        The shortest form, so that the cache of settings has one entry for all positions in columns of equal width."""
        if not self.reaches(start):
            return (self.stretches[-1].width,) if self.stretches else ()
        at = bisect_right(self.ends, start)
        width = narrowest = self.stretches[at].width
        if self.more is None and at >= self.alike:
            return (width,)
        most, index, widths = most_lines(width), self.ends[at], [(width, self.ends[at] - start)]
        while index - start <= most and self.reaches(index):
            at += 1
            each, index = self.stretches[at], self.ends[at]
            if each.width < narrowest:
                narrowest, most = each.width, most_lines(each.width)
            widths.append((each.width, each.length))
        while len(widths) > 1 and widths[-2][0] == widths[-1][0]:
            widths.pop()
        return (*[width for width, count in widths[:-1] for _ in range(count)], widths[-1][0])

    def starts(self, start: int, count: int) -> list[int]:
        """How many of the ``count`` seats from one on stand before each column that begins among them or right after
        them."""
        first, end = bisect_right(self.begins, start), bisect_right(self.begins, start + count)
        return [index - start for index in self.begins[first:end]]

    def goes_on(self, index: int, count: int, column: int, row: int) -> bool:
        """Whether ``count`` seats follow without a gap in a column from a row on."""
        found = 0
        for each in self.between(index, index + count):
            if each.column != column or each.row > row + found:
                return False
            found += each.length
        return found == count

    def below(self, index: int) -> int:
        """How many seats are contiguous below one, all of its width."""
        first, rows = self.seat(index), 0
        for each in self.between(index, self.count):
            if (each.column, each.row) != (first.column, first.row + rows) or abs(each.width - first.width) >= 0.01:
                break
            rows += each.length
        return rows

    def is_run(self, index: int, rows: int) -> bool:
        """Whether ``rows`` seats are contiguous in one column, all as wide as the first."""
        return index + rows <= self.count and self.below(index) >= rows

    def take(self, index: int, rows: int) -> None:
        """Take out seats for something placed ahead of the text."""
        self.stretches[:] = [*self.between(0, index), *self.between(index + rows, self.count)]
        self.ends, self.begins = [], []
        self._note(self.stretches)
        self.taken += rows
