"""Figures and tables in the text flow (文中图表): set once for each width, as marks where they were placed."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bulletin_layout.compose.figures import Figure, figure_marks, figure_rows, set_figure
from bulletin_layout.compose.flow import BlockItem
from bulletin_layout.compose.grid import Area, Grid
from bulletin_layout.compose.tables import SetTable, set_table, table_marks, table_rows
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Style, Table
from bulletin_layout.page import Mark


@dataclass(slots=True)
class Blocks:
    """A slot's figures and tables, remembered by item number and width: balancing asks for them many times."""

    styles: Mapping[str, Style]
    grid: Grid
    book: FontBook
    known: dict[tuple[int, float], Figure | SetTable] = field(default_factory=dict)

    def on(self, grid: Grid) -> "Blocks":
        """The same blocks to stand on another page's grid."""
        return replace(self, grid=grid)

    def block(self, number: int, item: BlockItem, width: float) -> Figure | SetTable:
        """The block set for a width in points."""
        found = self.known.get((number, width))
        if found is None:
            if isinstance(item.block, Table):
                found = set_table(item.block, width, self.styles, self.grid, self.book)
            else:
                found = set_figure(item.block.photo, width, self.styles, self.book, caption=True)
            self.known[number, width] = found
        return found

    def rows(
        self, number: int, item: BlockItem, width: float, *, air_above: bool = True, air_below: bool = True
    ) -> int:
        """Whole rows that it takes in a column, with the air that keeps text from it."""
        found = self.block(number, item, width)
        if isinstance(found, SetTable):
            return table_rows(found, self.grid, air_above + air_below)
        return figure_rows(found, None, self.grid, air_above + air_below)

    def marks(
        self, number: int, item: BlockItem, area: Area, story: str, paragraph: int, *, air_above: bool, air_below: bool
    ) -> tuple[Mark, ...]:
        """The block in its rows; ``paragraph``: its number in its story."""
        found = self.block(number, item, area.width)
        if isinstance(found, SetTable):
            return table_marks(found, area, self.grid, story, paragraph, air_above=air_above)
        return figure_marks(found, area, self.grid, story, paragraph, air_above=air_above, air_below=air_below)
