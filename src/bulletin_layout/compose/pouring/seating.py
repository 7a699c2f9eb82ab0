"""The seats that a pour goes through (行位), from first to last; more are laid when it comes to their end."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from math import inf
from typing import Final

from bulletin_layout.compose.frame.seats import Seat

#: Brings the seats of one page more, or none when there are no more.
More = Callable[[], tuple[Seat, ...]]

#: So many pages more are looked through for what finds no place: one that is begun already, and a whole one.
_PATIENCE: Final = 2


@dataclass(slots=True)
class Seating:
    """Seats in reading order; ``more`` None: they are all there are. ``taken``: how many were taken out; ``heads``: the
    first row of each column."""

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
        """Whether there is a seat of that number, more laid if need be."""
        while index >= len(self.seats):
            new = self.more() if self.more is not None else ()
            if not new:
                return False
            self.seats.extend(new)
            self._note_heads(new)
        return True

    def onwards(self, start: int) -> Iterator[int]:
        """The seats from one on where something may find its place; on pages that follow without end, those of the
        next two."""
        index, asked = start, 0
        while True:
            if index >= len(self.seats):
                asked += 1
                if asked > _PATIENCE or not self.reaches(index):
                    return
            yield index
            index += 1

    def ahead(self, start: int, most_lines: Callable[[float], int]) -> tuple[Seat, ...]:
        """The seats that a text can take at most, and one more; the last seat of all where none is left.
        ``most_lines`` tells how many lines of a width in points it may have."""
        index, narrowest, most = start, inf, 0
        while index - start <= most and self.reaches(index):
            width = self.seats[index].width
            if width < narrowest:
                narrowest, most = width, most_lines(width)
            index += 1
        return tuple(self.seats[start:index] or self.seats[-1:])

    def is_run(self, index: int, rows: int) -> bool:
        """Whether that many seats stand one below the other in one column, all as wide as the first."""
        if index + rows > len(self.seats):
            return False
        first = self.seats[index]
        return all(
            seat.column == first.column and seat.row == first.row + k and abs(seat.width - first.width) < 0.01
            for k, seat in enumerate(self.seats[index : index + rows])
        )

    def goes_on(self, index: int, count: int, column: int, row: int) -> bool:
        """Whether that many seats follow in a column with no gap from a row on."""
        seats = self.seats[index : index + count]
        return len(seats) == count and all(s.column == column and s.row <= row + k for k, s in enumerate(seats))

    def below(self, index: int) -> int:
        """How many seats stand one below the other from one on, all as wide as it."""
        rows = 1
        while self.is_run(index, rows + 1):
            rows += 1
        return rows

    def take(self, index: int, rows: int) -> None:
        """Take seats out, for what stands further on than the text has come."""
        del self.seats[index : index + rows]
        self.taken += rows
