"""Photos: their place, size and crop, their captions, and the air between them and text."""

from itertools import pairwise
from typing import Any

import pytest

from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import PhotoSpec, TextSpec, TitleSpec
from bulletin_layout.page import PictureMark
from tests.compose.sample import (
    COLUMNS,
    EM,
    LINE,
    MEASURE,
    Made,
    figure,
    grid,
    han,
    make,
    paragraph,
    paragraphs,
    photo,
    row_of,
    slot,
    spec,
    story,
)
from tests.support.said import message

TEXT = paragraphs(han(1200))
CORNERS = ("top-left", "top", "top-right", "left", "center", "right", "bottom-left", "bottom", "bottom-right")


def laid(book: FontBook, *specs: PhotoSpec, columns: int = 3, rows: int = 30, **about: Any) -> Made:
    """A slot with a photo for every spec, and more text than it holds."""
    photos = {each.name: photo(**about) for each in specs}
    return make(book, slot((1, columns), (1, rows), photos=specs), story(*TEXT, photos=photos))


def box_of(picture: PictureMark) -> tuple[float, float, float, float]:
    return picture.x, picture.y, picture.x + picture.width, picture.y + picture.height


@pytest.mark.parametrize("wrap", ["block", "around"])
@pytest.mark.parametrize("at", CORNERS)
def test_a_photo_stands_at_its_corner_clear_of_text(toy: FontBook, at: Any, wrap: Any) -> None:
    width = 65.0 if wrap == "around" else None
    made = laid(toy, spec(at=at, rows=8, wrap=wrap, width=width), caption=han(5, 900))
    (picture,) = made.pictures
    left, top, right, foot = box_of(picture)
    page, last = grid(), COLUMNS[2] + MEASURE
    if "left" in at:
        assert left == COLUMNS[0]
    elif "right" in at:
        assert right == pytest.approx(last)
    else:
        assert (left + right) / 2 == pytest.approx((COLUMNS[0] + last) / 2)
    if at.startswith("top"):
        assert top == page.row_top(0)
    elif at.startswith("bottom"):
        assert made.lines("caption")[-1].y <= page.row_foot(29)
        assert page.row_foot(29) - foot < 2 * LINE
    else:
        assert page.row_top(9) < top < page.row_top(12)
    keeps_off(made)


def keeps_off(made: Made) -> None:
    """No text within half a 行 above or below a picture or its caption, nor within 1字 of its sides."""
    for picture in made.pictures:
        left, top, right, foot = box_of(picture)
        own = [c for c in made.lines("caption") if left - 1 <= c.x < right and c.y > foot and c.y < foot + 5 * LINE]
        foot = max([foot, *(c.y + 1 for c in own)])
        for line in made.lines("body"):
            above, below = line.y - 8.8, line.y + 1.2
            beside = line.right <= left - EM + 0.01 or line.x >= right + EM - 0.01
            assert beside or below <= top - LINE / 2 + 0.01 or above >= foot + LINE / 2 - 0.01, line


@pytest.mark.parametrize("row", [1, 4, 23])
def test_a_photo_at_an_exact_cell(toy: FontBook, row: int) -> None:
    made = laid(toy, spec(col=2, row=row, rows=8, span=2))
    left, top, right, foot = box_of(made.pictures[0])
    assert (left, right) == (COLUMNS[1], COLUMNS[2] + MEASURE)
    page = grid()
    assert top == pytest.approx(page.row_top(row - 1) + (0 if row == 1 else LINE / 2))
    assert foot == pytest.approx(page.row_foot(row + 6) - (0 if row == 23 else LINE / 2))
    keeps_off(made)


def test_the_ratio_gives_the_rows_and_the_crop_keeps_the_shape(toy: FontBook) -> None:
    (wide,) = laid(toy, spec(at="top-left", span=2, ratio=2.0)).pictures
    assert wide.width == 280
    assert wide.height == pytest.approx(140, abs=LINE / 2)
    for made in (wide, laid(toy, spec(rows=20), width=1000, height=1000).pictures[0]):
        left, top, right, foot = made.crop
        shape = (right - left) * made.picture.width / ((foot - top) * made.picture.height)
        assert shape == pytest.approx(made.width / made.height)
        assert left == pytest.approx(1 - right), "cropped evenly at the sides"
        assert top <= 1 - foot, "and less above than below"


def test_photos_stack_from_the_head_and_from_the_foot(toy: FontBook) -> None:
    specs = [spec(f"p{k}", at="top-right", rows=5) for k in range(3)]
    specs += [spec(f"q{k}", at="bottom-right", rows=5) for k in range(3)]
    made = laid(toy, *specs, caption=han(4, 900), rows=40)
    assert made.codes == ["overset"]
    boxes = sorted((box_of(p) for p in made.pictures), key=lambda b: b[1])
    assert len(boxes) == 6
    for upper, lower in pairwise(boxes):
        assert lower[1] > upper[3] + 8
    keeps_off(made)


def test_photos_side_by_side_stand_level(toy: FontBook) -> None:
    made = laid(toy, spec("p1", at="top-left", rows=6), spec("p2", at="top-right", rows=6), columns=2)
    (a, b) = made.pictures
    assert (a.y, a.height) == (b.y, b.height)
    assert (a.x, b.x) == (COLUMNS[0], COLUMNS[1])


def test_a_later_photo_goes_to_the_longest_free_stretch(toy: FontBook) -> None:
    made = laid(toy, spec("p1", at="top", rows=10), spec("p2", at="center", rows=8))
    upper, lower = (box_of(p) for p in made.pictures)
    assert lower[1] > upper[3] + 5 * LINE
    keeps_off(made)


@pytest.mark.parametrize(
    "specs",
    [
        [spec(rows=31)],
        [spec(row=25, rows=8)],
        [spec(rows=2)],
        [spec("p1", at="top", rows=12), spec("p2", at="top", rows=20)],
        [spec("p1", row=5, col=1, rows=8), spec("p2", row=8, col=1, rows=8)],
        [spec("p1", at="bottom", rows=12), spec("p2", row=15, col=2, rows=8)],
    ],
)
def test_a_photo_without_room_is_an_error_and_lies_on_nothing(toy: FontBook, specs: list[PhotoSpec]) -> None:
    made = laid(toy, *specs)
    assert made.codes.count("photo-no-room") == 1
    assert len(made.pictures) == len(specs) - 1
    keeps_off(made)


def test_a_caption_that_leaves_no_picture_is_an_error(toy: FontBook) -> None:
    made = laid(toy, spec(rows=4), caption=han(60, 900))
    (finding,) = [d for d in made.composed.findings if d.code == "photo-no-room"]
    assert "needs 5行 and its height is 4" in message(finding)
    assert finding.location == slot().location


def test_a_photo_keeps_clear_of_the_title(toy: FontBook) -> None:
    own = slot((1, 2), (1, 30), photos=[spec(at="top-right", rows=8)], title=TitleSpec(span=2))
    made = make(toy, own, story(*TEXT, headline=han(4, 900), photos={"p1": photo()}))
    assert made.pictures[0].y == grid().row_top(3)
    keeps_off(made)


def test_short_captions_are_centred_and_long_ones_flush_left_under_the_picture(toy: FontBook) -> None:
    made = laid(toy, spec(rows=8), caption=han(4, 900), credit="甲")
    (picture,), (line,) = made.pictures, made.lines("caption")
    assert line.text == han(4, 900) + "（甲 摄）"
    middle = picture.x + picture.width / 2
    assert (line.x + line.right) / 2 == pytest.approx(middle, abs=4)
    made = laid(toy, spec(width=40, rows=12, wrap="around"), caption=han(14, 900))
    (picture,) = made.pictures
    lines = made.lines("caption")
    assert [line.text for line in lines] == [han(5, 900), han(5, 905), han(4, 910)]
    assert {line.x for line in lines} == {picture.x}
    assert [b.y - a.y for a, b in pairwise(lines)] == pytest.approx([11, 11])
    assert lines[0].y - 0.88 * 8 >= picture.y + picture.height + 3
    keeps_off(made)


def test_a_caption_may_be_left_out(toy: FontBook) -> None:
    made = laid(toy, spec(rows=8, caption="none"), caption=han(4, 900))
    assert made.lines("caption") == []
    assert box_of(made.pictures[0])[3] == pytest.approx(grid().row_foot(7) - LINE / 2)


def test_a_figure_in_the_flow_has_air_where_text_stands(toy: FontBook) -> None:
    body = (paragraph(han(24)), figure(width=2000, height=1000, caption=han(3, 900)), paragraph(han(100), 22))
    made = make(toy, slot((1, 1), (1, 40)), story(*body))
    keeps_off(made)
    assert made.pictures[0].y > made.lines("body")[1].y
    assert [line.y for line in made.lines("body")] == sorted(line.y for line in made.lines("body"))


def test_a_figure_needs_no_air_at_a_columns_head_or_foot(toy: FontBook) -> None:
    made = make(toy, slot((1, 1), (1, 40)), story(figure(), paragraph(han(100), 22)))
    assert made.pictures[0].y == grid().row_top(0)
    keeps_off(made)
    alone = make(toy, slot((1, 1), (1, 6)), story(figure()))
    assert box_of(alone.pictures[0])[1::2] == pytest.approx((grid().row_top(0), grid().row_foot(5)))


def test_text_fills_the_foot_above_a_figure_that_waits_for_the_next_column(toy: FontBook) -> None:
    body = (
        paragraph(han(100)),
        figure(width=1000, height=1000),
        paragraph(han(75), 22),
        figure(width=1000, height=500),
    )
    made = make(toy, slot((1, 2), (1, 16), text=TextSpec(balance=False)), story(*body))
    first, second = (box_of(p) for p in made.pictures)
    assert first[0] == COLUMNS[1]
    assert first[1] == grid().row_top(0)
    assert second[1] > first[3]
    column = made.columns("body")[0]
    assert [row_of(line.y) for line in column] == list(range(len(column)))
    assert len(column) == 15  # one more than its paragraphs take by themselves: two empty rows would be a hole
    keeps_off(made)


def test_a_figure_too_high_for_every_column_is_named(toy: FontBook) -> None:
    made = make(
        toy, slot((1, 2), (1, 9)), story(paragraph(han(24)), figure(width=100, height=900), paragraph(han(9), 22))
    )
    (finding,) = made.composed.findings
    assert finding.code == "overset"
    assert "over by 9字" in message(finding)
    assert "surplus begins with the picture of this line" in message(finding)
    assert str(finding.location) == "s.md:20:1"


def test_figures_keep_their_order_when_one_waits(toy: FontBook) -> None:
    high, low = figure(width=1000, height=1000), figure(width=1000, height=300)
    body = (paragraph(han(120)), high, low, paragraph(han(40), 22))
    made = make(toy, slot((1, 2), (1, 18), text=TextSpec(balance=False)), story(*body))
    first, second = (box_of(p) for p in made.pictures)
    assert first[0] == second[0] == COLUMNS[1], "the low one had room in the first column"
    assert second[1] > first[3]


def test_a_photo_at_the_foot_stays_there_below_a_photo_in_the_text(toy: FontBook) -> None:
    made = laid(toy, spec("p1", row=16, col=1, rows=6), spec("p2", at="bottom-left", rows=5))
    assert box_of(made.pictures[1])[3] == pytest.approx(grid().row_foot(29))


@pytest.mark.parametrize("wrap", ["block", "around"])
def test_text_stands_beside_a_narrow_photo_only_if_it_may_run_around(toy: FontBook, wrap: Any) -> None:
    made = laid(toy, spec(at="top-left", rows=8, width=65, wrap=wrap))
    beside = [line for line in made.columns("body")[0] if row_of(line.y) < 7]
    where = [(line.x, line.right) for line in beside[1:]]  # the first is indented
    assert where == ([(COLUMNS[0] + 80, COLUMNS[0] + MEASURE)] * 6 if wrap == "around" else [])
