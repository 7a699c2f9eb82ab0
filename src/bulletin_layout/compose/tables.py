"""Tables in the text flow (表格): a simple grid with rules above, below and under the head."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

from bulletin_layout.compose.flow import type_runs
from bulletin_layout.compose.grid import Area, Grid
from bulletin_layout.compose.rules import horizontal_rule
from bulletin_layout.compose.setting import leading_of, stack_height, stack_marks
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Align, Style, Table
from bulletin_layout.page import GlyphRun, Mark
from bulletin_layout.typeset import break_lines, prepare

#: Room at both sides of a cell's text, and above and below it at least, in em of the table's style.
PAD_X = 0.4
PAD_Y = 0.15
#: Between a table and text above or below it, in body 行.
AIR = 0.5


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's lines, set for its column."""

    lines: tuple[tuple[GlyphRun, ...], ...]


@dataclass(frozen=True, slots=True)
class SetTable:
    """A table set for a width: column widths and row heights in points; ``wanted``: the least width it can have."""

    cells: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    style: Style
    header_rows: int
    wanted: float

    @property
    def height(self) -> float:
        """From the first rule to the last one."""
        return sum(self.heights)


def set_table(table: Table, width: float, styles: Mapping[str, Style], grid: Grid, book: FontBook) -> SetTable:
    """Share the width by what the cells need and break each cell's text for it. Rows are whole 行 high, so that their
    text stands level with the text of the columns beside it."""
    style = styles["table"]
    head = replace(style, weight=styles["strong"].weight, font=styles["strong"].font)
    count = max((len(table.aligns), *(len(row) for row in table.rows)))
    blank: Align = "start"
    aligns = (*table.aligns, *(blank,) * (count - len(table.aligns)))
    pad = 2 * PAD_X * style.size
    galleys = [
        [prepare(type_runs(cell, own, styles), replace(own, align=align), book)
         for cell, align in zip((*row, *((),) * (count - len(row))), aligns, strict=True)]
        for number, row in enumerate(table.rows)
        for own in (head if number < table.header_rows else style,)
    ]  # fmt: skip
    natural = [max(row[k].natural for row in galleys) + pad for k in range(count)]
    widths = _share(natural, width)
    least = 2 * style.size + pad
    cells = tuple(
        tuple(
            Cell(tuple(line.runs for line in break_lines(galley, (max(widths[k] - pad, style.size),)).lines))
            for k, galley in enumerate(row)
        )
        for row in galleys
    )
    heights = tuple(max(_height(cell, style, grid) for cell in row) for row in cells)
    wanted = sum(min(each, least) for each in natural)
    return SetTable(cells, tuple(widths), heights, style, table.header_rows, wanted)


def _height(cell: Cell, style: Style, grid: Grid) -> float:
    """Whole 行 for a cell, in points."""
    height = stack_height(max(1, len(cell.lines)), style) + 2 * PAD_Y * style.size
    return grid.line * math.ceil(height / grid.line - 1e-6)


def _share(natural: list[float], width: float) -> list[float]:
    """Columns narrower than an even share keep their natural width; the others share the rest."""
    if sum(natural) <= width:
        return [w * width / sum(natural) for w in natural]
    widths = [0.0] * len(natural)
    left, open_columns = width, list(range(len(natural)))
    while open_columns:
        even = left / len(open_columns)
        slim = [k for k in open_columns if natural[k] <= even]
        if not slim:
            for k in open_columns:
                widths[k] = even
            break
        for k in slim:
            widths[k] = natural[k]
            left -= natural[k]
            open_columns.remove(k)
    return widths


def table_rows(table: SetTable, grid: Grid, airs: int) -> int:
    """Whole rows, with ``airs`` sides of air."""
    return grid.rows_for(table.height + airs * AIR * grid.line)


def table_marks(
    table: SetTable, area: Area, grid: Grid, story: str, paragraph: int, *, air_above: bool
) -> tuple[Mark, ...]:
    """Cells and rules; each row of the table is centred on a row of the page."""
    rect = grid.rect(area)
    marks: list[Mark] = []
    y = rect.y + (grid.line if air_above else 0.0) - (grid.line - grid.em) / 2
    right = rect.x + sum(table.widths)
    marks.extend(horizontal_rule("thin", rect.x, right, y, None))
    for number, row in enumerate(table.cells):
        x = rect.x
        height = table.heights[number]
        for k, cell in enumerate(row):
            top = y + (height - stack_height(max(1, len(cell.lines)), table.style)) / 2
            style = replace(table.style, leading=leading_of(table.style))
            marks.extend(stack_marks(cell.lines, style, x + PAD_X * table.style.size, top, "table", story, paragraph))
            x += table.widths[k]
        y += height
        kind = "thin" if number in (table.header_rows - 1, len(table.cells) - 1) else "hairline"
        marks.extend(horizontal_rule(kind, rect.x, right, y, None))
    return tuple(marks)
