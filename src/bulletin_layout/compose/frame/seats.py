"""Seats (行位): all places for lines of a slot's text, in reading order, around titles, photos and banners.

Most columns are as wide from head to foot, so seats are kept as stretches: those that are alike, one below the other.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import Literal

from bulletin_layout.grid import Area, Grid
from bulletin_layout.values import NamedTuple, dataclass, replace

#: Distance of text from the sides of what it runs around, in body 字 (图文间距).
CLEARANCE = 1.0
#: Least measure of a line beside an obstacle, in body 字.
LEAST_MEASURE = 4


@dataclass(frozen=True, slots=True)
class TextColumn:
    """A column of a slot (栏): left edge and width in points (whole 字), rows ``first`` to ``last`` inclusive, from
    0."""

    x: float
    width: float
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Obstacle:
    """An area that text must not cover. ``block``: no text beside it in the same column; ``around``: text runs beside
    it."""

    area: Area
    wrap: Literal["block", "around"]


class Seat(NamedTuple):
    """A place for one line: column and row (from 0), left edge and width in points."""

    column: int
    row: int
    x: float
    width: float


class Stretch(NamedTuple):
    """``length`` seats of a column, one below the other, of the same left edge and width in points (连续行位); ``row``:
    that of the first."""

    column: int
    row: int
    x: float
    width: float
    length: int = 1

    @property
    def rows(self) -> range:
        """The rows of its seats."""
        return range(self.row, self.row + self.length)

    def part(self, first: int, end: int) -> "Stretch":
        """Its seats from number ``first`` to ``end`` (exclusive)."""
        return Stretch(self.column, self.row + first, self.x, self.width, end - first)

    def seat(self, number: int) -> Seat:
        """One of its seats."""
        return Seat(self.column, self.row + number, self.x, self.width)


def single(stretches: Iterable[Stretch]) -> Iterator[Seat]:
    """The seats one by one."""
    return (Seat(each.column, row, each.x, each.width) for each in stretches for row in each.rows)


def stretches_of(seats: Iterable[Seat]) -> tuple[Stretch, ...]:
    """Seats, in reading order, as stretches."""
    found: list[Stretch] = []
    for seat in seats:
        last = found[-1] if found else None
        if last is not None and seat == last.seat(last.length):
            found[-1] = Stretch(*last[:-1], last.length + 1)
        else:
            found.append(Stretch(*seat))
    return tuple(found)


def count_of(stretches: Iterable[Stretch]) -> int:
    """How many seats there are."""
    return sum([each.length for each in stretches])


def last_of(stretches: Sequence[Stretch], count: int) -> tuple[Stretch, ...]:
    """The last ``count`` seats, or all if there are not so many."""
    found: list[Stretch] = []
    for each in reversed(stretches):
        if count <= 0:
            break
        found.append(each if each.length <= count else each.part(each.length - count, each.length))
        count -= each.length
    return tuple(reversed(found))


def down_to(stretches: Iterable[Stretch], depths: Sequence[int], first: int) -> tuple[Stretch, ...]:
    """The seats of columns made shorter. ``depths``: the last row of each column; ``first``: the number of the first
    column."""
    cut = ((each, min(each.length, depths[each.column - first] - each.row + 1)) for each in stretches)
    return tuple([each if count == each.length else each.part(0, count) for each, count in cut if count > 0])


def by_column(stretches: Iterable[Stretch]) -> Iterator[tuple[int, list[int]]]:
    """Each column with the rows of its seats, from top to bottom; a row is there twice where it has seats at both sides
    of something."""
    for column, own in groupby(stretches, key=lambda stretch: stretch.column):
        yield column, [row for each in own for row in each.rows]


def text_columns(
    area: Area, grid: Grid, count: int | None, gutter: float | None, *, centred: bool = False
) -> tuple[TextColumn, ...]:
    """Divide an area into columns of whole 字; () if it is lower than one row or too narrow.

    ``count``: number of columns; None: the page columns that it covers. ``gutter``: points; None: the page's. The rest
    of the width, less than a 字 for each column, widens the gutters; a single column gets it at both sides if
    ``centred``.
    """
    if not area.rows:
        return ()
    on_grid = [x for x in grid.columns if area.x - 0.01 <= x and x + grid.measure <= area.right + 0.01]
    fills = bool(on_grid) and abs(on_grid[0] - area.x) < 0.01 and abs(on_grid[-1] + grid.measure - area.right) < 0.01
    if fills and (count is None or (count == len(on_grid) and gutter is None)):
        return tuple(TextColumn(x, grid.measure, area.first, area.last) for x in on_grid)
    number = count or max(1, len(on_grid))
    space = grid.gutter if gutter is None else gutter
    width = int((area.width - (number - 1) * space) / number / grid.em + 1e-6) * grid.em
    if width <= 0:
        return ()
    spare = area.width - number * width - (number - 1) * space
    if number > 1:
        space, left = space + spare / (number - 1), area.x
    else:
        left = area.x + (spare / 2 if centred else 0.0)
    return tuple(TextColumn(left + k * (width + space), width, area.first, area.last) for k in range(number))


def joined_columns(areas: Sequence[Area], grid: Grid) -> tuple[TextColumn, ...]:
    """The columns of a slot with several areas (L 形版块).

    If the first area, which has the title, reaches the left edge, areas below one another in a page column are joined
    into one text column. Otherwise text runs through one area after the other, because a reader begins below the title.
    """
    columns: list[TextColumn] = []
    leftmost = min(area.x for area in areas)
    for group in [tuple(areas)] if areas[0].x <= leftmost + 0.01 else [(area,) for area in areas]:
        columns += _joined(group, grid)
    return tuple(columns)


def _joined(areas: Sequence[Area], grid: Grid) -> list[TextColumn]:
    """Columns from left to right; an area without a whole page column becomes a column of its own."""
    columns: list[TextColumn] = []
    for x in grid.columns:
        for first, last in sorted((a.first, a.last) for a in areas if a.rows and _holds(a, x, grid)):
            if columns and columns[-1].x == x and first <= columns[-1].last + 1:
                columns[-1] = replace(columns[-1], last=max(last, columns[-1].last))
            else:
                columns.append(TextColumn(x, grid.measure, first, last))
    for area in areas:
        if not any(_holds(area, x, grid) for x in grid.columns):
            columns += text_columns(area, grid, 1, None)
    return sorted(columns, key=lambda column: (column.x, column.first))


def _holds(area: Area, x: float, grid: Grid) -> bool:
    """Whether the page column that begins at x is inside the area."""
    return area.x <= x + 0.01 and x + grid.measure <= area.right + 0.01


def seats(
    columns: Sequence[TextColumn], obstacles: Sequence[Obstacle], grid: Grid, first: int = 0
) -> tuple[Stretch, ...]:
    """All seats in reading order: column by column, from top to bottom. ``first``: the number of the first column."""
    found: list[Stretch] = []
    for number, column in enumerate(columns, start=first):
        if column.last < column.first:
            continue
        near = [o for o in obstacles if o.area.x < column.x + column.width - 0.01 and o.area.right > column.x + 0.01]
        # Where an obstacle begins or has ended, something changes; between two such rows nothing does.
        ends = {row for o in near for row in (o.area.first, o.area.last + 1) if column.first < row <= column.last}
        for top, end in pairwise([column.first, *sorted(ends), column.last + 1]):
            standing = [o for o in near if o.area.first <= top <= o.area.last]
            if not standing:
                found.append(Stretch(number, top, column.x, column.width, end - top))
            elif all(o.wrap == "around" for o in standing):
                beside = _beside(column, standing, grid)
                found += stretches_of(Seat(number, row, x, width) for row in range(top, end) for x, width in beside)
    return tuple(found)


def _beside(column: TextColumn, standing: Sequence[Obstacle], grid: Grid) -> list[tuple[float, float]]:
    """The left edges and widths of the seats beside obstacles in one row, whole 字 wide; the rest of the width is added
    to the obstacle's side."""
    pieces = [(column.x, column.x + column.width)]
    gap = CLEARANCE * grid.em
    for obstacle in standing:
        left, right = obstacle.area.x - gap, obstacle.area.right + gap
        pieces = [
            part
            for a, b in pieces
            for part in ((a, min(b, left)), (max(a, right), b))
            if part[1] - part[0] >= LEAST_MEASURE * grid.em - 0.01
        ]
    found = []
    for a, b in dict.fromkeys(pieces):
        width = int((b - a) / grid.em + 1e-6) * grid.em
        at_left_edge = abs(a - column.x) < 0.01
        found.append((a if at_left_edge else b - width, width))
    return found
