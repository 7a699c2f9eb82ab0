"""What ends at the cut goes on to the bleed, and nothing else moves."""

from dataclasses import replace
from pathlib import Path

import pytest

from bulletin_layout.compose.pages.bleed import bled
from bulletin_layout.inks import BLACK, Ink
from bulletin_layout.issue import Sheet
from bulletin_layout.page import Mark, PanelMark, PictureMark, RuleMark
from bulletin_layout.pictures import Picture
from tests.compose.sample import SHEET

TINT = Ink("cmyk", (0, 0.2, 0.1, 0))
PICTURE = Picture(Path("p.jpg"), "p.jpg", 3000, 2000, "0" * 64)
BLEED = 9.0


@pytest.fixture
def sheet() -> Sheet:
    return replace(SHEET, width=200.0, height=100.0, bleed=BLEED)


def one(mark: Mark, sheet: Sheet) -> Mark:
    (done,) = bled([mark], sheet)
    return done


def test_a_ground_over_the_whole_page_covers_the_bleed_on_all_sides(sheet: Sheet) -> None:
    done = one(PanelMark(0, 0, 200, 100, TINT), sheet)
    assert done == PanelMark(-9, -9, 218, 118, TINT)


@pytest.mark.parametrize(
    "mark",
    [
        PanelMark(1, 20, 100, 30, TINT),
        PanelMark(0, 0, 200, 100, None, BLACK, 1.0),
        RuleMark(10, 50, 190, 50, 1, BLACK),
        PictureMark(10, 10, 60, 40, PICTURE),
    ],
)
def test_what_does_not_reach_the_cut_or_is_only_a_border_stays(mark: Mark, sheet: Sheet) -> None:
    assert one(mark, sheet) == mark


def test_nothing_moves_on_a_sheet_without_bleed(sheet: Sheet) -> None:
    mark = PanelMark(0.3, 0, 199.5, 100, TINT)
    assert one(mark, replace(sheet, bleed=0.0)) == mark


def test_lines_are_led_on_at_the_ends_that_reach_the_cut(sheet: Sheet) -> None:
    assert one(RuleMark(0.2, 50, 120, 50, 1, BLACK), sheet) == RuleMark(-9, 50, 120, 50, 1, BLACK)
    assert one(RuleMark(80, 100, 80, 0, 1, BLACK), sheet) == RuleMark(80, 109, 80, -9, 1, BLACK)


def test_a_picture_grows_without_being_distorted(sheet: Sheet) -> None:
    mark = PictureMark(140, 0, 60, 40, PICTURE, (0.1, 0.0, 0.9, 0.8))
    done = one(mark, sheet)
    assert isinstance(done, PictureMark)
    assert (done.x, done.y, done.width, done.height) == (140, -9, 69, 49)

    def pixels_a_point(each: PictureMark) -> tuple[float, float]:
        left, top, right, bottom = each.crop
        return (right - left) * 3000 / each.width, (bottom - top) * 2000 / each.height

    before, after = pixels_a_point(mark), pixels_a_point(done)
    assert after[0] / after[1] == pytest.approx(before[0] / before[1])
    assert done.crop[1] >= mark.crop[1]
    assert done.crop[0] >= mark.crop[0]
    assert done.crop[3] - done.crop[1] == pytest.approx(0.8)  # the side that needs more shows all that it did
