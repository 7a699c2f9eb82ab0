"""Seats: where lines can stand round photos, titles and banners."""

from hypothesis import given
from hypothesis import strategies as st

from bulletin_layout.compose.frame.seats import (
    CLEARANCE,
    LEAST_MEASURE,
    Obstacle,
    Seat,
    Stretch,
    TextColumn,
    count_of,
    down_to,
    last_of,
    seats,
    single,
    stretches_of,
    text_columns,
)
from bulletin_layout.grid import Area, Grid

EM, LINE = 10.0, 15.0


def grid(columns: int = 4, measure: int = 13) -> Grid:
    step = (measure + 2) * EM
    edges = tuple(30 + k * step for k in range(columns))
    return Grid(EM, LINE, 50, 50, edges, measure * EM, 2 * EM, True)


def test_an_area_on_page_columns_keeps_them() -> None:
    page = grid()
    area = Area(page.columns[1], page.columns[2] + page.measure, 0, 9)
    assert [c.x for c in text_columns(area, page, None, None)] == [page.columns[1], page.columns[2]]
    assert [c.x for c in text_columns(area, page, 2, None)] == [page.columns[1], page.columns[2]]


def test_own_columns_are_whole_characters_flush_with_both_edges() -> None:
    page = grid()
    area = Area(page.left, page.right, 0, 9)
    columns = text_columns(area, page, 3, None)
    assert [c.width for c in columns] == [180, 180, 180]
    columns = text_columns(area, page, 5, 15.0)
    assert {c.width for c in columns} == {100}
    assert columns[0].x == area.x
    assert abs(columns[-1].x + columns[-1].width - area.right) < 1e-6


def test_a_block_takes_the_whole_column_where_it_stands() -> None:
    page = grid(2)
    columns = text_columns(Area(page.left, page.right, 0, 4), page, None, None)
    block = Obstacle(Area(columns[1].x + 40, columns[1].x + 60, 1, 2), "block")
    room = list(single(seats(columns, [block], page)))
    assert [(s.column, s.row) for s in room] == [(0, r) for r in range(5)] + [(1, 0), (1, 3), (1, 4)]


def test_text_runs_beside_an_obstacle_in_whole_characters() -> None:
    page = grid(1, 16)
    column = TextColumn(30, 160, 0, 3)
    at_right = Obstacle(Area(30 + 160 - 65, 190, 1, 1), "around")
    room = list(single(seats([column], [at_right], page)))
    assert [s.width for s in room] == [160, 80, 160, 160]
    assert room[1].x == 30
    at_left = Obstacle(Area(30, 30 + 65, 1, 1), "around")
    beside = list(single(seats([column], [at_left], page)))[1]
    assert (beside.x + beside.width, beside.width) == (190, 80)


def test_both_sides_of_an_obstacle_in_the_middle_are_seats() -> None:
    page = grid(1, 30)
    column = TextColumn(30, 300, 0, 0)
    room = seats([column], [Obstacle(Area(150, 210, 0, 0), "around")], page)
    assert [(s.x, s.width) for s in room] == [(30, 110), (220, 110)]


def test_room_too_narrow_beside_an_obstacle_is_no_seat() -> None:
    page = grid(1, 13)
    column = TextColumn(30, 130, 0, 1)
    obstacle = Obstacle(Area(30 + 10 * (LEAST_MEASURE + CLEARANCE) - 1, 160, 0, 0), "around")
    assert [s.row for s in single(seats([column], [obstacle], page))] == [1]


@given(
    st.lists(
        st.tuples(
            st.floats(0, 500), st.floats(1, 300), st.integers(0, 12), st.integers(0, 6),
            st.sampled_from(["block", "around"]),
        ),
        max_size=4,
    ),
    st.integers(1, 5),
)  # fmt: skip
def test_no_seat_ever_lies_under_an_obstacle(shapes: list[tuple[float, float, int, int, str]], count: int) -> None:
    page = grid()
    columns = text_columns(Area(page.left, page.right, 0, 14), page, count, None)
    obstacles = [
        Obstacle(Area(x, x + width, first, first + more), "block" if kind == "block" else "around")
        for x, width, first, more, kind in shapes
    ]
    for seat in single(seats(columns, obstacles, page)):
        column = columns[seat.column]
        assert seat.x >= column.x - 1e-6
        assert seat.x + seat.width <= column.x + column.width + 1e-6
        assert abs(seat.width / EM - round(seat.width / EM)) < 1e-6
        for obstacle in obstacles:
            area = obstacle.area
            if area.first <= seat.row <= area.last:
                assert seat.x + seat.width <= area.x + 0.01 or seat.x >= area.right - 0.01


def test_seats_are_kept_as_stretches_and_come_apart_again() -> None:
    page = grid(2)
    columns = text_columns(Area(page.left, page.right, 0, 9), page, None, None)
    around = Obstacle(Area(columns[0].x, columns[0].x + 60, 4, 6), "around")
    room = seats(columns, [around], page, 3)
    assert [(each.column, each.row, each.length) for each in room] == [(3, 0, 4), (3, 4, 3), (3, 7, 3), (4, 0, 10)]
    assert stretches_of(single(room)) == room
    assert count_of(room) == 20
    assert [(s.column, s.row) for s in single(last_of(room, 11))] == [(3, 9), *((4, row) for row in range(10))]
    assert last_of(room, 99) == room
    assert [(each.row, each.length) for each in down_to(room, (4, 1), 3)] == [(0, 4), (4, 1), (0, 2)]


def test_seats_at_both_sides_alternate() -> None:
    page = grid(1, 30)
    column = TextColumn(30, 300, 0, 2)
    room = seats([column], [Obstacle(Area(150, 210, 0, 1), "around")], page)
    assert [(s.row, s.x) for s in single(room)] == [(0, 30), (0, 220), (1, 30), (1, 220), (2, 30)]
    assert room[-1] == Stretch(*Seat(0, 2, 30, 300))
