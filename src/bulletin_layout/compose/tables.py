"""Tables in the text flow (表格): a simple grid with rules above, below and under the head."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bulletin_layout.compose.flow import type_runs
from bulletin_layout.compose.grid import Area, Grid
from bulletin_layout.compose.rules import horizontal_rule
from bulletin_layout.compose.setting import leading_of, stack_height, stack_marks
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Style, Table
from bulletin_layout.page import GlyphRun, Mark
from bulletin_layout.typeset import break_lines, prepare

#: Room at both sides of a cell's text and above and below it, in em of the table's style.
PAD_X = 0.4
PAD_Y = 0.3


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's lines, set for its column."""

    lines: tuple[tuple[GlyphRun, ...], ...]


@dataclass(frozen=True, slots=True)
class SetTable:
    """A table set for a width: column widths and row heights in points."""

    cells: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    style: Style
    header_rows: int

    @property
    def height(self) -> float:
        """From the first rule to the last one."""
        return sum(self.heights)


def set_table(table: Table, width: float, styles: Mapping[str, Style], book: FontBook) -> SetTable:
    """Share the width by what the cells need, never below two characters, and break each cell's text for it."""
    style = styles["table"]
    head = replace(style, weight=styles["strong"].weight, font=styles["strong"].font)
    count = len(table.aligns)
    galleys = [
        [prepare(type_runs(cell, own, styles), own, book) for cell in row]
        for number, row in enumerate(table.rows)
        for own in (head if number < table.header_rows else style,)
    ]
    pad = 2 * PAD_X * style.size
    natural = [max(row[k].natural for row in galleys) + pad for k in range(count)]
    widths = _share(natural, width, 2 * style.size + pad)
    cells = []
    for row in galleys:
        done = []
        for k, galley in enumerate(row):
            own = replace(galley, style=replace(galley.style, align=table.aligns[k]))
            setting = break_lines(own, (max(widths[k] - pad, style.size),))
            done.append(Cell(tuple(line.runs for line in setting.lines)))
        cells.append(tuple(done))
    heights = tuple(
        max(stack_height(max(1, len(cell.lines)), style) for cell in row) + 2 * PAD_Y * style.size for row in cells
    )
    return SetTable(tuple(cells), tuple(widths), heights, style, table.header_rows)


def _share(natural: list[float], width: float, least: float) -> list[float]:
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
                widths[k] = max(least, even)
            break
        for k in slim:
            widths[k] = natural[k]
            left -= natural[k]
            open_columns.remove(k)
    return widths


def table_rows(table: SetTable, grid: Grid) -> int:
    """Whole rows with half a row of air above and below."""
    return grid.rows_for(table.height + grid.line)


def table_marks(table: SetTable, area: Area, grid: Grid, story: str, paragraph: int) -> list[Mark]:
    """Cells and rules, centred in the height of the area."""
    rect = grid.rect(area)
    marks: list[Mark] = []
    y = rect.y + (rect.height - table.height) / 2
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
    return marks
