"""Seats that a pour asks for, against a plain list of them."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bulletin_layout.compose.frame.seats import Seat, Stretch, single, stretches_of
from bulletin_layout.compose.pouring.seating import Seating

COLUMNS = st.lists(
    st.lists(st.tuples(st.integers(0, 2), st.sampled_from((40.0, 80.0, 130.0)), st.integers(1, 5)), max_size=4),
    min_size=1,
    max_size=3,
)


def laid(columns: list[list[tuple[int, float, int]]]) -> tuple[Stretch, ...]:
    """Columns of stretches: (rows left free above it, width, length)."""
    found = []
    for column, parts in enumerate(columns):
        row = 0
        for free, width, length in parts:
            found.append(Stretch(column, row + free, 200.0 * column, width, length))
            row += free + length
    return tuple(found)


def naive_measures(seats: list[Seat], start: int, length: float) -> tuple[float, ...]:
    """The widths of the seats that a text of so many points meets, one by one."""
    ahead: list[Seat] = []
    while start + len(ahead) < len(seats):
        narrowest = min((seat.width for seat in ahead), default=1e9)
        if ahead and len(ahead) > int(length / narrowest) + 3:
            break
        ahead.append(seats[start + len(ahead)])
    widths = [seat.width for seat in ahead or seats[-1:]]
    while len(widths) > 1 and widths[-1] == widths[-2]:
        widths.pop()
    return tuple(widths)


@given(COLUMNS, st.integers(0, 40), st.integers(1, 8), st.floats(10, 1500))
def test_stretches_answer_as_single_seats_do(
    columns: list[list[tuple[int, float, int]]], start: int, rows: int, length: float
) -> None:
    room = laid(columns)
    seats, seating = list(single(room)), Seating(list(room))
    assert seating.count == len(seats)
    start = min(start, len(seats))
    assert seating.measures(start, lambda width: int(length / width) + 3) == naive_measures(seats, start, length)
    opening = [k for k, (a, b) in enumerate(pairwise(seats[start:]), 1) if a.column != b.column]
    assert seating.starts(start, rows) == [k for k in opening if k <= rows]
    assert list(single(seating.between(start, start + rows))) == seats[start : start + rows]
    if start == len(seats):
        return
    first, own = seats[start], seats[start : start + rows]
    assert seating.seat(start) == first
    assert seating.index(first) == start
    alike = [(s.column, s.row, s.width) for s in own] == [
        (first.column, first.row + k, first.width) for k in range(rows)
    ]
    assert seating.is_run(start, rows) == alike
    goes_on = len(own) == rows and all(s.column == first.column and s.row <= first.row + k for k, s in enumerate(own))
    assert seating.goes_on(start, rows, first.column, first.row) == goes_on
    seating.take(start, rows)
    left = [*seats[:start], *seats[start + rows :]]
    assert list(single(seating.stretches)) == left
    assert seating.starts(0, 99) == [k for k, (a, b) in enumerate(pairwise(left), 1) if a.column != b.column]
    assert list(single(stretches_of(left))) == left


def test_pages_are_laid_out_when_a_text_reaches_them() -> None:
    pages = [(Stretch(1, 0, 0.0, 80.0, 3),), (Stretch(2, 0, 0.0, 40.0, 3),)]
    seating = Seating([Stretch(0, 0, 0.0, 80.0, 3)], lambda: pages.pop(0) if pages else ())
    assert seating.measures(1, lambda width: int(160 / width) + 2) == (80.0,)
    assert len(pages) == 1
    assert seating.starts(1, 2) == [2]
    assert list(seating.onwards(5)) == [5, 6, 7, 8]
    assert not seating.reaches(9)
