"""The grid: whole 字 and whole 行, mirrored margins."""

import pytest

from bulletin_layout.findings import Location
from bulletin_layout.grid import Grid, page_grid
from bulletin_layout.issue import Box, Sheet
from bulletin_layout.measures import POINTS_PER_MM, Scale

HERE = Location("layouts/x.yaml")


def sheet() -> Sheet:
    mm = POINTS_PER_MM
    return Sheet(210 * mm, 297 * mm, 3 * mm, 20 * mm, 15 * mm, 15 * mm, 11 * mm, Scale(9, 14), 4, 13, 18, HERE)


def grid(page: int = 1) -> Grid:
    return page_grid(sheet(), page)


def test_columns_are_whole_characters_and_the_rest_goes_to_both_margins() -> None:
    page = grid()
    assert page.measure == 13 * 9
    assert page.right - page.left == pytest.approx((4 * 13 + 3 * 2) * 9)
    spare_left = page.left - 15 * POINTS_PER_MM
    spare_right = sheet().width - page.right - 11 * POINTS_PER_MM
    assert spare_left == pytest.approx(spare_right)


def test_margins_mirror_on_even_pages() -> None:
    odd, even = grid(1), grid(2)
    assert odd.left == pytest.approx(sheet().width - even.right)
    assert odd.left - even.left == pytest.approx(4 * POINTS_PER_MM)


def test_the_last_row_fits_above_the_foot_margin() -> None:
    page = grid()
    limit = sheet().height - 15 * POINTS_PER_MM
    assert page.foot <= limit < page.foot + page.line


def test_a_block_of_rows_ends_with_the_text_beside_it() -> None:
    page = grid()
    assert page.row_top(4) + page.height_of(3) == pytest.approx(page.row_foot(6))
    assert page.rows_for(page.height_of(3)) == 3
    assert page.rows_for(page.height_of(3) + 0.1) == 4


def test_a_box_in_points_takes_the_rows_that_lie_wholly_within_it() -> None:
    page = grid()
    y = page.row_top(2)
    area = page.area(Box(HERE, fixed=(100, y - 1, 200, page.line * 3)))
    assert (area.first, area.last) == (2, 4)
    assert page.area(Box(HERE, cols=(2, 3), rows=(1, 5))).x == page.columns[1]
