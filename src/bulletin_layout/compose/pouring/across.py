"""Blocks over several columns (跨栏图), at the head or the foot of columns that the text has not reached yet."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from bulletin_layout.compose.frame.seats import Seat, single
from bulletin_layout.compose.pouring.seating import Seating
from bulletin_layout.values import dataclass

#: The rows of a block, from its width in points, and whether text is above and below it.
RowsOf = Callable[[float, bool, bool], int]


@dataclass(frozen=True, slots=True)
class Across:
    """The place of a block over several columns: its first seat, its rows in each of ``columns`` columns, and the
    indices of those seats in ascending order."""

    seat: Seat
    columns: int
    width: float
    rows: int
    at_head: bool
    taken: tuple[int, ...]


def across(seating: Seating, at: int, span: int, rows_of: RowsOf) -> Across | None:
    """The first place, from a seat on, for a block over ``span`` columns, or over all columns of a page that has
    fewer: at the head of columns that the text has not reached, else at their foot; then in the columns that follow.
    None when there is none, or when pages have a single column."""
    for column in _columns_from(seating, at):
        seats = tuple(single(seating.stretches))
        numbers = _by_column(seats)
        group = _group(numbers, seats, column, span)
        if len(group) < 2:
            continue
        is_begun = column == seats[at].column and numbers[column][0] < at
        for at_head in (False,) if is_begun else (True, False):
            found = _stand(seats, [numbers[each] for each in group], at, rows_of, at_head=at_head)
            if found is not None:
                return found
    return None


def _columns_from(seating: Seating, at: int) -> Iterator[int]:
    """The columns from that of a seat on, each once."""
    known = -1
    for index in seating.onwards(at):
        if (column := seating.seat(index).column) != known:
            known = column
            yield known


def _by_column(seats: Sequence[Seat]) -> Mapping[int, Sequence[int]]:
    """The indices of the seats in each column."""
    columns = groupby(range(len(seats)), key=lambda number: seats[number].column)
    return {column: tuple(numbers) for column, numbers in columns}


def _group(numbers: Mapping[int, Sequence[int]], seats: Sequence[Seat], column: int, span: int) -> list[int]:
    """``span`` adjacent columns from one on; empty when there are not enough left on the page, since the next columns
    may have enough."""
    group = _side_by_side(numbers, seats, column, 1)
    if len(group) >= span:
        return group[:span]
    whole = len(group) + len(_side_by_side(numbers, seats, column, -1)) - 1
    return group if len(group) == whole else []


def _side_by_side(numbers: Mapping[int, Sequence[int]], seats: Sequence[Seat], column: int, step: int) -> list[int]:
    """A column and its neighbours to the right (``step`` 1) or left (-1)."""
    found = [column]
    while (after := found[-1] + step) in numbers:
        here, there = seats[numbers[found[-1]][0]], seats[numbers[after][0]]
        left, right = (here, there) if step > 0 else (there, here)
        if left.x + left.width > right.x:
            break
        found.append(after)
    return found


def _stand(
    seats: Sequence[Seat], columns: Sequence[Sequence[int]], at: int, rows_of: RowsOf, *, at_head: bool
) -> Across | None:
    """The place at the head or foot of some columns; the seats there must be free, unnarrowed and on the same rows."""
    first, last = seats[columns[0][0]], seats[columns[-1][0]]
    width = last.x + last.width - first.x
    rows = rows_of(width, not at_head, at_head)
    taken = [column[:rows] if at_head else column[-rows:] for column in columns]
    wanted = [seats[number].row for number in taken[0]]
    if len(wanted) < rows or wanted != list(range(wanted[0], wanted[0] + rows)):
        return None
    for column, own in zip(columns, taken, strict=True):
        whole = all(abs(seats[number].width - seats[column[0]].width) < 0.01 for number in own)
        if own[0] < at or not whole or [seats[number].row for number in own] != wanted:
            return None
    numbers = tuple(number for own in taken for number in own)
    return Across(seats[taken[0][0]], len(columns), width, rows, at_head, numbers)
