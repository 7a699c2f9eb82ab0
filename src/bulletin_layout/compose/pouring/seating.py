"""The seats of a pour (行位), from first to last; more pages are laid out when they are used up."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import field
from math import inf
from typing import Final

from bulletin_layout.compose.frame.seats import Seat
from bulletin_layout.values import dataclass

#: Lays out another page and returns its seats; empty when there are no more.
More = Callable[[], tuple[Seat, ...]]

#: How many pages ahead are searched for a place: the one already begun and a whole one.
_PATIENCE: Final = 2


@dataclass(slots=True)
class Seating:
    """Seats in reading order. ``more``: None when these are all; ``taken``: how many have been taken out; ``heads``:
    the first row of each column."""

    seats: list[Seat]
    more: More | None = None
    taken: int = 0
    heads: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._note_heads(self.seats)

    def _note_heads(self, seats: Iterable[Seat]) -> None:
        for seat in seats:
            self.heads.setdefault(seat.column, seat.row)

    def opens(self, index: int) -> bool:
        """Whether a seat is the head of its column."""
        return self.seats[index].row == self.heads[self.seats[index].column]

    def reaches(self, index: int) -> bool:
        """Whether a seat of this index exists; lays out more pages if needed."""
        while index >= len(self.seats):
            new = self.more() if self.more is not None else ()
            if not new:
                return False
            self.seats.extend(new)
            self._note_heads(new)
        return True

    def onwards(self, start: int) -> Iterator[int]:
        """The indices from one on to search for a place; on pages without end, up to the next two."""
        index, asked = start, 0
        while True:
            if index >= len(self.seats):
                asked += 1
                if asked > _PATIENCE or not self.reaches(index):
                    return
            yield index
            index += 1

    def ahead(self, start: int, most_lines: Callable[[float], int]) -> tuple[Seat, ...]:
        """The seats that a text can take at most, plus one; the very last seat when none is left. ``most_lines``:
        gives the largest number of lines for a width in points."""
        seats, index, narrowest, most = self.seats, start, inf, 0
        while index - start <= most and (index < len(seats) or self.reaches(index)):
            width = seats[index].width
            if width < narrowest:
                narrowest, most = width, most_lines(width)
            index += 1
        return tuple(seats[start:index] or seats[-1:])

    def is_run(self, index: int, rows: int) -> bool:
        """Whether ``rows`` seats are contiguous in one column, all as wide as the first."""
        if index + rows > len(self.seats):
            return False
        first = self.seats[index]
        return all(
            seat.column == first.column and seat.row == first.row + k and abs(seat.width - first.width) < 0.01
            for k, seat in enumerate(self.seats[index : index + rows])
        )

    def goes_on(self, index: int, count: int, column: int, row: int) -> bool:
        """Whether ``count`` seats follow without a gap in a column from a row on."""
        seats = self.seats[index : index + count]
        return len(seats) == count and all(s.column == column and s.row <= row + k for k, s in enumerate(seats))

    def below(self, index: int) -> int:
        """How many seats are contiguous below one, all of its width."""
        rows = 1
        while self.is_run(index, rows + 1):
            rows += 1
        return rows

    def take(self, index: int, rows: int) -> None:
        """Take out seats for something placed ahead of the text."""
        del self.seats[index : index + rows]
        self.taken += rows
