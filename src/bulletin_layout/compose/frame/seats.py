"""Seats (行位): all places for lines of a slot's text, in reading order, around titles, photos and banners."""

from collections.abc import Sequence
from typing import Literal

from bulletin_layout.grid import Area, Grid
from bulletin_layout.values import dataclass, replace

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


@dataclass(frozen=True, slots=True)
class Seat:
    """A place for one line: column and row (from 0), left edge and width in points."""

    column: int
    row: int
    x: float
    width: float


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
    columns: Sequence[TextColumn],
    obstacles: Sequence[Obstacle],
    grid: Grid,
    depths: Sequence[int] | None = None,
) -> tuple[Seat, ...]:
    """All seats in reading order: column by column, from top to bottom. ``depths``: last row of each column, to make
    columns shorter; None: as long as they are."""
    found: list[Seat] = []
    for number, column in enumerate(columns):
        last = column.last if depths is None else min(column.last, depths[number])
        near = [o for o in obstacles if o.area.x < column.x + column.width - 0.01 and o.area.right > column.x + 0.01]
        for row in range(column.first, last + 1):
            standing = [o for o in near if o.area.first <= row <= o.area.last]
            if not standing:
                found.append(Seat(number, row, column.x, column.width))
            elif all(o.wrap == "around" for o in standing):
                found.extend(_beside(number, row, column, standing, grid))
    return tuple(found)


def _beside(number: int, row: int, column: TextColumn, standing: Sequence[Obstacle], grid: Grid) -> tuple[Seat, ...]:
    """The seats beside obstacles in one row, whole 字 wide; the rest of the width is added to the obstacle's side."""
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
        found.append(Seat(number, row, a if at_left_edge else b - width, width))
    return tuple(found)
