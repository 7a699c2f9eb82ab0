"""Where a table may be cut, and how much of it stands in so many rows of a column."""

from dataclasses import replace

import pytest

from bulletin_layout.compose.blocks.tables import rows_that_fit, set_table, table_rows
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import CellSpan
from tests.compose.sample import STYLES, grid, table

#: Two cells of several rows: rows 2 to 4 are joined, and rows 6 and 7.
SPANS = (CellSpan(2, 0, 3, 1), CellSpan(6, 1, 2, 1))
COVERED = ((3, 0), (4, 0), (7, 1))
CUTS = (2, 5, 6, 8, 9)


@pytest.mark.parametrize("rows", range(1, 14))
@pytest.mark.parametrize("first", [1, 2, 5])
def test_the_largest_part_that_fits_and_cuts_no_cell(toy: FontBook, first: int, rows: int) -> None:
    plain = table("甲 乙", *(["天 地"] * 9))
    cells = tuple(
        tuple(() if (row, column) in COVERED else cell for column, cell in enumerate(line))
        for row, line in enumerate(plain.rows)
    )
    made = set_table(replace(plain, rows=cells, spans=SPANS), 100, STYLES, grid(), toy)
    assert [row for row in range(12) if made.is_cut(row)] == [*CUTS]
    fitting = [end for end in (*CUTS, 10) if end > first and table_rows(made, grid(), 1, (first, end)) <= rows]
    assert rows_that_fit(made, first, rows, grid(), 1) == max(fitting, default=first)
