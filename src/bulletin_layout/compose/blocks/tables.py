"""Tables in the text flow (表格): sets cells for their columns, in rows of whole 行; says where a long one may be
cut."""

import math
from collections.abc import Mapping
from itertools import accumulate

from bulletin_layout.compose.blocks.columns import Numbers, aligned, natural_widths, numbers_of, share
from bulletin_layout.compose.frame.origins import origins_of
from bulletin_layout.compose.frame.setting import SetText, galley_of, leading_of, stacked
from bulletin_layout.fonts import FontBook
from bulletin_layout.grid import Grid
from bulletin_layout.issue import Align, CellSpan, Pieces, Style, Table
from bulletin_layout.typeset import Galley, break_lines, moved
from bulletin_layout.values import dataclass, replace

#: Blank at both sides of a cell's text, and least blank above and below it, in em of the table's style.
PAD_X = 0.4
PAD_Y = 0.15
#: Distance between a table and text above or below it, in body 行: a whole one, as the table's rows stand level
#: with the page's.
AIR = 1


@dataclass(frozen=True, slots=True)
class SetCell:
    """A cell's text, set for the width of its columns; ``rows``, ``columns``: how many it spans."""

    row: int
    column: int
    text: SetText
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class SetTable:
    """A table set for a width. ``widths`` of columns, ``heights`` of rows, ``wanted``: its least width; all points.
    ``joined``: rows that a cell above them goes on into."""

    cells: tuple[SetCell, ...]
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    style: Style
    header_rows: int
    wanted: float
    joined: frozenset[int]

    def part(self, first: int, end: int) -> tuple[int, ...]:
        """The rows that a part shows: the head, and rows ``first`` to ``end`` (exclusive)."""
        heads = range(min(self.header_rows, first))
        return (*heads, *range(first, end))

    def height(self, first: int, end: int) -> float:
        """The height of a part in points, from its first rule to its last."""
        return sum(self.heights[row] for row in self.part(first, end))

    def is_cut(self, row: int) -> bool:
        """Whether it may be cut above a row: at least one row below the head, and not through a spanning cell."""
        return self.header_rows < row < len(self.heights) and row not in self.joined


def set_table(table: Table, width: float, styles: Mapping[str, Style], grid: Grid, book: FontBook) -> SetTable:
    """Set a table for ``width`` points: columns share it by the needs of their cells. Rows are whole 行 high, so that
    their text aligns with the text of neighbouring columns."""
    style = replace(styles["table"], leading=leading_of(styles["table"]))
    pad = 2 * PAD_X * style.size
    count = len(table.aligns)
    numbers = [numbers_of(table, column, style, styles, book) for column in range(count)]
    aligns = [aligned(align, own) for align, own in zip(table.aligns, numbers, strict=True)]
    galleys = _galleys(table, aligns, styles, style, book)
    needs = _wanted(galleys, numbers, pad)
    natural = natural_widths(needs, count, table.spans)
    least = [min(wish, _least(needs, column, numbers, style)) for column, wish in enumerate(natural)]
    three = 3 * style.size + pad  # room for a name of three 字 takes precedence over longer texts
    enough = [min(wish, max(low, three)) for wish, low in zip(natural, least, strict=True)]
    widths = share(natural, least, enough, width)
    covering = {(span.row, span.column): span for span in table.spans}
    cells = tuple(
        _cell(
            row, column, table.rows[row][column], galley, covering.get((row, column)), widths, pad, numbers[column],
            style,
        )
        for (row, column), galley in galleys.items()
    )  # fmt: skip
    heights = _heights(cells, len(table.rows), style, grid)
    joined = frozenset(row for span in table.spans for row in range(span.row + 1, span.row + span.rows))
    return SetTable(cells, tuple(widths), heights, style, table.header_rows, sum(least), joined)


def _least(needs: Mapping[tuple[int, int], float], column: int, numbers: list[Numbers | None], style: Style) -> float:
    """The least width of a column, points: two 字, and its numbers unbroken."""
    own = numbers[column]
    whole = [needs[row, column] for row in own.parts] if own is not None else []
    return max(2 * style.size + 2 * PAD_X * style.size, *whole, 0.0)


def _galleys(
    table: Table, aligns: list[Align], styles: Mapping[str, Style], style: Style, book: FontBook
) -> dict[tuple[int, int], Galley]:
    """The prepared cells that are not covered by a spanning one; heads in the strong face, cells that span columns
    centred."""
    head = replace(style, weight=styles["strong"].weight, font=styles["strong"].font)
    covered = {
        (row, column)
        for span in table.spans
        for row in range(span.row, span.row + span.rows)
        for column in range(span.column, span.column + span.columns)
        if (row, column) != (span.row, span.column)
    }
    wide = {(span.row, span.column) for span in table.spans if span.columns > 1}
    galleys = {}
    for number, row in enumerate(table.rows):
        own = head if number < table.header_rows else style
        for column, pieces in enumerate(row):
            if (number, column) in covered:
                continue
            align: Align = "center" if (number, column) in wide else aligns[column]
            galley = galley_of(pieces, own, styles, book)
            galleys[number, column] = replace(galley, style=replace(own, align=align))
    return galleys


def _wanted(
    galleys: Mapping[tuple[int, int], Galley], numbers: list[Numbers | None], pad: float
) -> dict[tuple[int, int], float]:
    """The width that each cell needs on one line, points; a number with the room right of its column's decimal
    points."""
    wanted = {}
    for (row, column), galley in galleys.items():
        own = numbers[column]
        extra = own.widest - own.parts[row] if own is not None and row in own.parts else 0.0
        wanted[row, column] = galley.natural + extra + pad
    return wanted


def _cell(
    row: int,
    column: int,
    pieces: Pieces,
    galley: Galley,
    span: CellSpan | None,
    widths: list[float],
    pad: float,
    own: Numbers | None,
    style: Style,
) -> SetCell:
    rows, columns = (span.rows, span.columns) if span is not None else (1, 1)
    width = max(sum(widths[column : column + columns]) - pad, galley.style.size)
    lines = break_lines(galley, (width,)).lines
    if own is not None and row in own.parts and len(lines) == 1 and galley.style.align == "end":
        lines = (moved(lines[0], own.parts[row] - own.widest),)
    return SetCell(row, column, stacked(lines, style, origins_of(lines, pieces, width)), rows, columns)


def _heights(cells: tuple[SetCell, ...], count: int, style: Style, grid: Grid) -> tuple[float, ...]:
    """Heights of rows in points, whole 行 each; a cell that spans rows makes the last of them higher if necessary."""
    heights = [grid.line] * count
    for cell in sorted(cells, key=lambda cell: cell.row + cell.rows):
        text, pad = cell.text, PAD_Y * style.size
        own = text.stack + 2 * pad
        own += max(0.0, text.above - pad) + max(0.0, text.below - pad)
        lack = own - sum(heights[cell.row : cell.row + cell.rows])
        if lack > 1e-6:
            heights[cell.row + cell.rows - 1] += grid.line * math.ceil(lack / grid.line - 1e-6)
    return tuple(heights)


def table_rows(table: SetTable, grid: Grid, airs: int, part: tuple[int, int] | None = None) -> int:
    """The whole rows that a table or a part takes. ``airs``: number of sides (above, below) with text; ``part``: its
    first row, and the first row after it. Its outer rules stand in the space between rows."""
    first, end = part or (0, len(table.heights))
    return _rows_of(table.height(first, end), grid, airs)


def _rows_of(height: float, grid: Grid, airs: int) -> int:
    return round(height / grid.line) + airs * AIR


def rows_that_fit(table: SetTable, first: int, rows: int, grid: Grid, airs: int) -> int:
    """The row after the largest part that begins with row ``first`` and fits into ``rows`` rows of the page; ``first``
    if none fits."""
    head = table.height(first, first)
    best, count = first, len(table.heights)
    for end, height in enumerate(accumulate(table.heights[first:], initial=head), start=first):
        if _rows_of(height, grid, airs) > rows:
            break
        if end > first and (end == count or table.is_cut(end)):
            best = end
    return best
