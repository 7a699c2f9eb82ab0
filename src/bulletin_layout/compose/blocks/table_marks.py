"""Tables as marks (表格上版): cells and rules (线), thick above and below, thin under the head rows."""

import itertools
from collections.abc import Iterator, Sequence

from bulletin_layout.compose.blocks.tables import PAD_X, SetCell, SetTable
from bulletin_layout.compose.frame.setting import text_marks
from bulletin_layout.grid import Area, Grid, stretches
from bulletin_layout.inks import BLACK
from bulletin_layout.page import Mark, RuleMark, TableCell, TableShape, Tag
from bulletin_layout.values import dataclass, replace

#: Widths of rules in points: outer edges, under the head rows, between rows and columns.
EDGE, HEAD, INNER = 1.0, 0.5, 0.3


@dataclass(frozen=True, slots=True)
class _Shown:
    """The rows shown in a part of a table: their numbers, and the edges of rows and columns in points."""

    rows: tuple[int, ...]
    ys: tuple[float, ...]
    xs: tuple[float, ...]


def table_marks(
    table: SetTable,
    area: Area,
    grid: Grid,
    block: Tag,
    *,
    air_above: bool,
    part: tuple[int, int] | None = None,
) -> tuple[Mark, ...]:
    """Cells and rules of a table or part of it; every table row starts on a row of the page. ``block``: story and
    number of the table. Head rows repeated in a later part are artifacts, since a screen reader has read them
    already."""
    rect = grid.rect(area)
    start, end = part or (0, len(table.heights))
    rows = table.part(start, end)
    top = rect.y + (grid.line if air_above else 0.0) - (grid.line - grid.em) / 2
    ys = tuple(itertools.accumulate((table.heights[row] for row in rows), initial=top))
    xs = tuple(itertools.accumulate(table.widths, initial=rect.x))
    shown = _Shown(rows, ys, xs)
    shape = TableShape(len(table.heights), len(table.widths), table.header_rows)
    cells = [cell for cell in table.cells if cell.row in rows]
    marks: list[Mark] = [*_across(table, shown, cells), *(_upright(shown, cells) if _joins(table) else ())]
    texts = {row: [cell.text for cell in cells if cell.row == row] for row in rows}
    above = {row: max((text.above for text in own), default=0.0) for row, own in texts.items()}
    below = {row: max((text.below for text in own), default=0.0) for row, own in texts.items()}
    for cell in cells:
        first = rows.index(cell.row)
        height = sum(table.heights[cell.row : cell.row + cell.rows])
        y = ys[first] + (height - cell.text.stack + above[cell.row] - below[cell.row]) / 2 - cell.text.above
        x = xs[cell.column] + PAD_X * table.style.size
        at = TableCell(shape, cell.row, cell.column, cell.rows, cell.columns)
        again = first < len(rows) - (end - start) and start > 0  # head rows repeated above a later part
        tag = Tag("table", artifact=True) if again else replace(block, role="table", cell=at)
        marks.extend(text_marks(cell.text, x, y, tag))
    return tuple(marks)


def _joins(table: SetTable) -> bool:
    """Whether the table has merged cells; then rules must show their extent."""
    return any(cell.rows > 1 or cell.columns > 1 for cell in table.cells)


def _across(table: SetTable, shown: _Shown, cells: Sequence[SetCell]) -> Iterator[RuleMark]:
    """The horizontal rules above, between and below the rows, interrupted by merged cells."""
    columns = range(len(shown.xs) - 1)
    for number, y in enumerate(shown.ys):
        edge = number in (0, len(shown.rows))
        under_heads = 0 < number < len(shown.rows) and shown.rows[number - 1] == table.header_rows - 1
        width = EDGE if edge else HEAD if under_heads else INNER
        above = shown.rows[number - 1] if number else -1
        through = [cell for cell in cells if not edge and cell.row <= above < cell.row + cell.rows - 1]
        open_columns = [k for k in columns if not any(c.column <= k < c.column + c.columns for c in through)]
        for first, last in stretches(open_columns):
            yield RuleMark(shown.xs[first], y, shown.xs[last + 1], y, width, BLACK)


def _upright(shown: _Shown, cells: Sequence[SetCell]) -> Iterator[RuleMark]:
    """The vertical rules between the columns, interrupted by merged cells."""
    for column in range(1, len(shown.xs) - 1):
        rows = [
            number for number, row in enumerate(shown.rows)
            if not any(
                c.column < column < c.column + c.columns and c.row <= row < c.row + c.rows for c in cells
            )
        ]  # fmt: skip
        for first, last in stretches(rows):
            x = shown.xs[column]
            yield RuleMark(x, shown.ys[first], x, shown.ys[last + 1], INNER, BLACK)
