"""Blocks in the text flow (文中图、表、摘引、链接): set once for each width, and made into marks where they are
placed."""

from collections.abc import Mapping
from dataclasses import field
from typing import assert_never

from bulletin_layout.compose.blocks.figure_rows import FigureRow, SetFigures, figures_marks, figures_rows, set_figures
from bulletin_layout.compose.blocks.pulls import SetPull, pull_marks, pull_rows, set_pull
from bulletin_layout.compose.blocks.table_marks import table_marks
from bulletin_layout.compose.blocks.tables import SetTable, rows_that_fit, set_table, table_rows
from bulletin_layout.compose.text.asides import (
    SetAside,
    aside_items,
    aside_line_marks,
    aside_panel,
    aside_styles,
    block_area,
    set_aside,
)  # fmt: skip
from bulletin_layout.compose.text.items import BlockItem, Item
from bulletin_layout.fonts import FontBook
from bulletin_layout.grid import Area, Grid
from bulletin_layout.issue import Aside, PullQuote, Style, Table
from bulletin_layout.page import Mark, Tag
from bulletin_layout.values import dataclass, replace

SetBlock = SetFigures | SetTable | SetPull | SetAside


@dataclass(slots=True)
class Blocks:
    """The set blocks of a slot, cached by item number and width, because balancing needs them many times. ``inner``:
    number of an aside → its items, and the cache of the blocks among them. ``gives``: number of a row of figures →
    rows that it takes more or less; ``all_give``: the same for all of them."""

    styles: Mapping[str, Style]
    grid: Grid
    book: FontBook
    known: dict[tuple[int, float], SetBlock] = field(default_factory=dict)
    inner: dict[int, tuple[tuple[Item, ...], "Blocks"]] = field(default_factory=dict)
    gives: dict[int, int] = field(default_factory=dict)
    all_give: int = 0

    def more(self, number: int) -> int:
        """The rows more or less that a row of figures is to take."""
        return self.gives.get(number, 0) + self.all_give

    def on(self, grid: Grid) -> "Blocks":
        """The same blocks for the grid of another page."""
        inner = {number: (items, blocks.on(grid)) for number, (items, blocks) in self.inner.items()}
        return replace(self, grid=grid, inner=inner)

    def block(self, number: int, item: BlockItem, width: float) -> SetBlock:
        """A block set for ``width`` points; set at the first call only."""
        found = self.known.get((number, width))
        if found is None:
            found = self.known[number, width] = self._set(number, item, width)
        return found

    def _set(self, number: int, item: BlockItem, width: float) -> SetBlock:
        match item.block:
            case Table():
                return set_table(item.block, width, self.styles, self.grid, self.book)
            case PullQuote():
                return set_pull(item.block, width, self.styles, self.book)
            case Aside():
                items, blocks = self.within(number, item.block)
                return set_aside(items, width, blocks.styles, self.grid, self.book, blocks.rows)
            case FigureRow():
                return set_figures(item.block, width, self.styles, self.grid, self.book)
            case _:
                assert_never(item.block)

    def within(self, number: int, aside: Aside) -> tuple[tuple[Item, ...], "Blocks"]:
        """The items of an aside, and the cache of the blocks among them."""
        if number not in self.inner:
            styles = aside_styles(self.styles)
            blocks = Blocks(styles, self.grid, self.book)
            self.inner[number] = aside_items(aside, styles, self.grid, self.book), blocks
        return self.inner[number]

    def rows(
        self,
        number: int,
        item: BlockItem,
        width: float,
        air_above: bool = True,
        air_below: bool = True,
        part: tuple[int, int] | None = None,
    ) -> int:
        """The whole rows that a block takes in a column of ``width`` points, with air where text adjoins; ``part``:
        first row of a part of a table, and first row after it."""
        found = self.block(number, item, width)
        match found:
            case SetTable():
                return table_rows(found, self.grid, air_above + air_below, part)
            case SetPull():
                return pull_rows(found, self.grid, air_above + air_below)
            case SetAside():
                return found.rows - found.spared(air_above=air_above)
            case SetFigures():
                return figures_rows(found, self.grid, air_above + air_below, self.more(number))
            case _:
                assert_never(found)

    def fitting(self, number: int, item: BlockItem, width: float, first: int, rows: int, *, air_above: bool) -> int:
        """The row after the largest part of a table that begins with row ``first`` and fits into ``rows`` rows of a
        column; ``first`` if none fits, or if the block cannot be cut."""
        found = self.block(number, item, width)
        return rows_that_fit(found, first, rows, self.grid, int(air_above)) if isinstance(found, SetTable) else first

    def ends(self, number: int, item: BlockItem, width: float) -> int:
        """The number of rows of a table; 0 for blocks that cannot be cut."""
        found = self.block(number, item, width)
        return len(found.heights) if isinstance(found, SetTable) else 0

    def marks(
        self,
        number: int,
        item: BlockItem,
        area: Area,
        block: Tag,
        air_above: bool,
        air_below: bool,
        part: tuple[int, int] | None = None,
    ) -> tuple[Mark, ...]:
        """The marks of a block in its area; ``block``: tag with its story and number (for an aside, that of its first
        item)."""
        found = self.block(number, item, area.width)
        match found:
            case SetTable():
                return table_marks(found, area, self.grid, block, air_above=air_above, part=part)
            case SetPull():
                return pull_marks(found, area, self.grid, block, air_above=air_above, air_below=air_below)
            case SetAside():
                panel = aside_panel(found, area, self.grid, air_above=air_above, air_below=air_below)
                whole = replace(area, first=area.first - found.spared(air_above=air_above))
                return (panel, *self._within_marks(number, found, whole, replace(block, aside=block.block)))
            case SetFigures():
                airs = {"air_above": air_above, "air_below": air_below}
                return figures_marks(found, area, self.grid, block, **airs, gives=bool(self.more(number)))
            case _:
                assert_never(found)

    def _within_marks(self, number: int, aside: SetAside, area: Area, block: Tag) -> list[Mark]:
        """The marks of an aside's content in reading order; ``block``: tag with the number of its first item."""
        blocks = {block.item: block for block in aside.blocks}
        marks: list[Mark] = []
        for own, item in enumerate(aside.items):
            inner = replace(block, block=block.block + own)
            if isinstance(item, BlockItem):
                at = block_area(aside, blocks[own], area, self.grid)
                above, below = blocks[own].air_above, blocks[own].air_below
                marks += self.inner[number][1].marks(own, item, at, inner, above, below)
            else:
                marks += aside_line_marks(aside, own, area, self.grid, inner)
        return marks
