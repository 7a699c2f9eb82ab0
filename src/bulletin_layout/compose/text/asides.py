"""Asides (链接、小资料): a box in a column with a title and blocks of its own; its lines are on the page's grid.

The box takes one row above its content and one below. Its border is in these rows, half a row from the text outside. A
title at the top of a column needs no row above it, because its own two rows have enough air.
"""

from collections.abc import Callable, Mapping, Sequence

from bulletin_layout.compose.frame.kept_texts import prepared
from bulletin_layout.compose.frame.runs import type_runs
from bulletin_layout.compose.text.flow import block_items
from bulletin_layout.compose.text.item_lines import item_setting
from bulletin_layout.compose.text.items import BlockItem, Item, TextItem, head_rows, in_rows
from bulletin_layout.compose.text.line_marks import LinePlace, line_marks
from bulletin_layout.fonts import FontBook
from bulletin_layout.grid import Area, Grid
from bulletin_layout.issue import Aside, Paragraph, Style
from bulletin_layout.page import Mark, PanelMark, Tag
from bulletin_layout.typeset import Line, phraser_of
from bulletin_layout.values import NamedTuple, dataclass, replace

#: Distance from the border to the text at the sides, in body 字; and between the box and text above or below, in body
#: 行.
INSET = 1.0
AIR = 0.5
#: Size of the title as a multiple of the size of the box's text.
TITLE_SIZE = 1.12

#: (Number, block, width, air above, air below) → rows that a block in the box takes.
RowsOf = Callable[[int, BlockItem, float, bool, bool], int]


class InnerLine(NamedTuple):
    """A line in the box; its place counts from the left edge of the box, and from the row above the content."""

    item: int
    line: Line
    spot: LinePlace


@dataclass(frozen=True, slots=True)
class InnerBlock:
    """A block in the box: its first row (counted like that of lines), its number of rows, and where it has air."""

    item: int
    row: int
    rows: int
    air_above: bool
    air_below: bool


@dataclass(frozen=True, slots=True)
class SetAside:
    """An aside set for a width. ``rows``: whole rows that it takes below other text; the title is one of its items."""

    items: tuple[Item, ...]
    lines: tuple[InnerLine, ...]
    blocks: tuple[InnerBlock, ...]
    style: Style
    width: float
    rows: int

    def spared(self, *, air_above: bool) -> int:
        """The number of rows (0 or 1) that are not needed at the top of a column, because a title comes first."""
        first = self.items[0]
        return int(not air_above and isinstance(first, TextItem) and first.role == "aside" and first.is_head)


def aside_styles(styles: Mapping[str, Style]) -> Mapping[str, Style]:
    """The styles inside an aside."""
    return {**styles, "body": styles["aside"]}


def aside_items(aside: Aside, styles: Mapping[str, Style], grid: Grid, book: FontBook) -> tuple[Item, ...]:
    """The items of an aside, its title first; ``styles``: those inside it (``aside_styles``)."""
    items: list[Item] = []
    if aside.title:
        style = styles["aside"]
        strong = styles["strong"]
        head = replace(
            style, font=strong.font, weight=strong.weight, size=style.size * TITLE_SIZE,
            ink=style.border or style.ink, align="center", indent=0.0, hang=0.0, lines=2, leading=0.0,
            keep=styles["crosshead"].keep,
        )  # fmt: skip
        paragraph = Paragraph(aside.title, aside.title[0].location)
        galley = prepared(type_runs(aside.title, head, styles), head, book)
        items.append(in_rows(TextItem(galley, head, "aside", paragraph), grid, phraser_of(book)))
    for item in block_items(aside.blocks, styles, grid, book):
        plain = isinstance(item, TextItem) and item.role == "body"
        items.append(replace(item, role="aside") if plain and isinstance(item, TextItem) else item)
    return tuple(items)


def set_aside(
    items: Sequence[Item], width: float, styles: Mapping[str, Style], grid: Grid, book: FontBook, rows_of: RowsOf
) -> SetAside:
    """Set the items of an aside for ``width`` points; ``rows_of``: gives the rows of blocks among them."""
    inset = INSET * grid.em
    inner = max(grid.em, width - 2 * inset)
    lines: list[InnerLine] = []
    blocks: list[InnerBlock] = []
    row = 1
    for number, item in enumerate(items):
        if isinstance(item, BlockItem):
            above, below = row > 1, number < len(items) - 1
            rows = rows_of(number, item, inner, above, below)
            blocks.append(InnerBlock(number, row, rows, above, below))
            row += rows
            continue
        row += item.style.space_before if row > 1 else 0
        found = item_setting(item, (inner,), book).lines
        if item.is_head:
            rows = head_rows(item, len(found), grid)
            spots = [LinePlace(inset, row, k, len(found), rows, width=inner) for k in range(len(found))]
        else:
            rows = len(found)
            spots = [LinePlace(inset, row + k, k, width=inner) for k in range(rows)]
        lines += [InnerLine(number, line, spot) for line, spot in zip(found, spots, strict=True)]
        row += rows + (item.style.space_after if number < len(items) - 1 else 0)
    return SetAside(tuple(items), tuple(lines), tuple(blocks), styles["aside"], width, row + 1)


def aside_panel(aside: SetAside, area: Area, grid: Grid, *, air_above: bool, air_below: bool) -> PanelMark:
    """The panel of an aside: tint and border."""
    rect, style = grid.rect(area), aside.style
    top = rect.y + (AIR * grid.line if air_above else 0.0)
    foot = rect.foot - (AIR * grid.line if air_below else 0.0)
    border = style.border if style.border_width else None
    return PanelMark(rect.x, top, rect.width, foot - top, style.fill, border, style.border_width if border else 0.0)


def aside_line_marks(aside: SetAside, number: int, area: Area, grid: Grid, block: Tag) -> list[Mark]:
    """The marks of one item's lines; ``area``: area of the aside; ``block``: tag with the item's story and number."""
    item = aside.items[number]
    if not isinstance(item, TextItem):
        return []
    own = [inner for inner in aside.lines if inner.item == number]
    spots = [spot._replace(x=area.x + spot.x, row=area.first + spot.row) for _, _, spot in own]
    return line_marks(item, [inner.line for inner in own], spots, grid, block)


def block_area(aside: SetAside, block: InnerBlock, area: Area, grid: Grid) -> Area:
    """The area of a block in the box."""
    inset = INSET * grid.em
    first = area.first + block.row
    return Area(area.x + inset, area.x + aside.width - inset, first, first + block.rows - 1)
