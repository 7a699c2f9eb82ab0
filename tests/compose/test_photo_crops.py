"""Photos cropped in sight: what stays, what is said of the rest, shown whole; rows below a title; slots filled."""

from dataclasses import replace
from typing import Any

import pytest

from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Box, Photo, PhotoSpec, SlotFrame, TextSpec, TitleSpec
from bulletin_layout.page import PictureMark
from tests.compose.sample import (
    COLUMNS,
    LAYOUT,
    LINE,
    MEASURE,
    SHEET,
    Made,
    grid,
    han,
    make,
    paragraphs,
    photo,
    row_of,
    slot,
    spec,
    story,
)
from tests.support.said import message

TEXT = paragraphs(han(1200))


def one(book: FontBook, own: PhotoSpec, picture: Photo, **more: Any) -> Made:
    """A slot of two columns with a photo, and more text than it holds."""
    return make(book, slot((1, 2), (1, 30), photos=[own]), story(*TEXT, photos={"p1": picture}, **more))


def said(made: Made, code: str) -> str:
    (finding,) = [each for each in made.composed.findings if each.code == code]
    return message(finding)


@pytest.mark.parametrize(
    ("focus", "top"),
    [(None, 0.2), ((0.5, 0.0), 0.0), ((0.5, 0.1), 0.0), ((0.5, 0.4), 0.2), ((0.5, 1.0), 0.6)],
)
def test_the_focus_stays_as_near_to_the_middle_as_the_picture_allows(toy: FontBook, focus: Any, top: float) -> None:
    """280 by 120 points of a square picture: 3/7 of its height are shown."""
    made = one(toy, spec(span=2, rows=8), replace(photo(1400, 1400), focus=focus))
    (mark,) = made.pictures
    shown = mark.height / mark.width
    left, upper, right, lower = mark.crop
    assert (left, right) == (0.0, 1.0)
    assert lower - upper == pytest.approx(shown)
    wanted = (1 - shown) / 3 if focus is None else min(max(focus[1] - shown / 2, 0), 1 - shown)
    assert upper == pytest.approx(wanted)
    assert upper == pytest.approx(top, abs=0.07)


def test_a_focus_at_the_side_keeps_that_side(toy: FontBook) -> None:
    (mark,) = one(toy, spec(rows=12), replace(photo(4000, 1000), focus=(1.0, 0.5))).pictures
    assert mark.crop[2] == 1.0
    assert mark.crop[0] > 0.5


def test_what_is_cropped_beyond_the_limit_is_said_with_what_would_show_it(toy: FontBook) -> None:
    made = one(toy, spec(span=2, rows=8, crop=0.2), photo(1500, 2000, caption=han(3, 900)))
    assert said(made, "photo-cropped") == (
        'page 1 slot "a": photo "p1" loses 75% of its area (above and below): write height: 27行, or fit: whole'
    )
    assert dict(made.composed.slots[0].cut.fields)["photos"]
    made = one(toy, spec(span=2, ratio=3.0, crop=0.2), photo(1500, 2000))
    assert "write ratio: 3:4" in said(made, "photo-cropped")
    made = one(toy, spec(span=1, ratio=1.0, crop=0.2), photo(5000, 1000))
    assert "(at its sides): write ratio: 5:1" in said(made, "photo-cropped")


@pytest.mark.parametrize(("crop", "found"), [(0.2, 1), (0.7, 1), (0.8, 0), (1.0, 0)])
def test_the_room_says_how_much_may_be_cropped(toy: FontBook, crop: float, found: int) -> None:
    made = one(toy, spec(span=2, rows=8, crop=crop), photo(1500, 2000))
    assert made.codes.count("photo-cropped") == found


def test_a_whole_photo_is_never_cropped_and_stands_in_the_middle(toy: FontBook) -> None:
    for shape, own in (((1500, 2000), {}), ((1500, 2000), {"ratio": 1.5}), ((2000, 2001), {"rows": 12})):
        made = one(toy, spec(span=2, fit="whole", crop=0.2, **own), photo(*shape, caption=han(3, 900)))
        (mark,) = made.pictures
        assert mark.crop == pytest.approx((0.0, 0.0, 1.0, 1.0))
        assert mark.width / mark.height == pytest.approx(shape[0] / shape[1])
        assert mark.x + mark.width / 2 == pytest.approx(COLUMNS[0] + 140)
        assert made.lines("caption")[0].y - 7 > mark.y + mark.height


def test_a_flat_photo_shown_whole_leaves_the_rows_that_it_does_not_need(toy: FontBook) -> None:
    made = one(toy, spec(span=2, rows=20, fit="whole"), photo(2800, 700))
    (mark,) = made.pictures
    assert (mark.width, mark.height) == pytest.approx((280, 70))
    assert min(row_of(line.y) for line in made.lines("body")) == 6


def test_the_story_may_say_that_its_photo_is_shown_whole(toy: FontBook) -> None:
    own = replace(photo(1500, 2000), fit="whole")
    assert one(toy, spec(span=2, rows=10, crop=0.2), own).codes == ["overset"]
    assert "photo-cropped" in one(toy, spec(span=2, rows=10, fit="whole", crop=0.2), replace(own, fit="fill")).codes


TITLED = slot((1, 3), (1, 30), title=TitleSpec(span=2))


@pytest.mark.parametrize(
    ("own", "row"),
    [
        (spec(col=1, row=1, rows=8), 3),
        (spec(col=2, row=4, rows=8), 6),
        (spec(col=3, row=4, rows=8), 3),  # the title does not stand over it
        (spec(col=2, row=4, rows=8, start="slot"), 3),
    ],
)
def test_rows_count_from_below_a_title_that_stands_over_the_photo(toy: FontBook, own: PhotoSpec, row: int) -> None:
    told = story(*TEXT, headline=han(4, 900), photos={"p1": photo()})
    made = make(toy, replace(TITLED, photos={"p1": own}), told)
    (mark,) = made.pictures
    assert int((mark.y - grid().top) / LINE) == row


def test_a_photo_without_room_names_the_rows_of_the_title_and_what_to_write(toy: FontBook) -> None:
    told = story(*TEXT, headline=han(4, 900), photos={"p1": photo()})
    own = spec(col=2, row=2, rows=8, start="slot")
    made = make(toy, replace(TITLED, photos={"p1": own}), told)
    assert said(made, "photo-no-room") == (
        'page 1 slot "a": photo "p1" needs 8行 at row 2 and has no such room: the title holds rows 1–3, '
        "rows 4–30 are free; write row: 4"
    )
    again = make(toy, replace(TITLED, photos={"p1": replace(own, row=4)}), told)
    assert "photo-no-room" not in again.codes
    low = make(toy, replace(TITLED, photos={"p1": spec(at="top", rows=29)}), told)
    assert "rows 4–30 are free; write height: 27行" in said(low, "photo-no-room")


def filled(book: FontBook, *pictures: Photo, specs: tuple[PhotoSpec, ...] = (), **more: Any) -> Made:
    own = {f"p{k}": each for k, each in enumerate(pictures, start=1)}
    specs = specs or tuple(spec(name) for name in own)
    heads = {"headline": more.pop("headline")} if "headline" in more else {}
    room = slot(more.pop("cols", (1, 2)), (1, 20), photos=specs, text=TextSpec(none=True), short=0, **more)
    return make(book, room, story(photos=own, **heads))


def box_of(mark: PictureMark) -> tuple[float, float, float, float]:
    return mark.x, mark.y, mark.x + mark.width, mark.y + mark.height


def test_a_photo_fills_a_slot_that_takes_no_text(toy: FontBook) -> None:
    page = grid()
    (mark,) = filled(toy, photo()).pictures
    assert box_of(mark) == pytest.approx((COLUMNS[0], page.row_top(0), COLUMNS[1] + MEASURE, page.row_foot(19)))
    made = filled(toy, photo(caption=han(3, 900)), headline=han(4, 800))
    (mark,) = made.pictures
    assert mark.y == page.row_top(3)
    assert made.lines("caption")[-1].y <= page.row_foot(19)
    assert page.row_foot(19) - (mark.y + mark.height) < 18
    assert made.codes == []


def test_a_photo_fills_a_box_in_points_to_its_edges_and_into_the_bleed(toy: FontBook) -> None:
    box = Box(LAYOUT, fixed=(101.5, 203.3, 222.2, 177.7))
    (mark,) = filled(toy, photo(), boxes=(box,)).pictures
    assert box_of(mark) == pytest.approx((101.5, 203.3, 323.7, 381.0))
    (mark,) = filled(toy, photo(), boxes=(replace(box, fixed=(0.0, 0.0, SHEET.width, 200.0)),)).pictures
    assert box_of(mark) == pytest.approx((-9, -9, SHEET.width + 9, 200))
    inset = SlotFrame("thin", None, None, inset=10.0)
    (mark,) = filled(toy, photo(), boxes=(box,), frame=inset).pictures
    assert (mark.x, mark.x + mark.width) == pytest.approx((111.5, 313.7))


def test_of_several_photos_the_last_fills_what_the_others_leave(toy: FontBook) -> None:
    made = filled(toy, photo(), photo(), specs=(spec("p1", at="top", span=2, rows=8), spec("p2", at="bottom", span=2)))
    upper, lower = made.pictures
    assert (lower.y, lower.y + lower.height) == pytest.approx((grid().row_top(8), grid().row_foot(19)))
    assert upper.y == grid().row_top(0)
    made = filled(toy, photo(), photo(), specs=(spec("p1", at="top-left"), spec("p2", at="top-right")))
    assert [mark.width for mark in made.pictures] == [MEASURE, MEASURE]
    assert len({mark.height for mark in made.pictures}) == 1


def test_a_whole_photo_stands_in_the_middle_of_the_slot_that_it_fills(toy: FontBook) -> None:
    (mark,) = filled(toy, photo(2000, 1000), specs=(spec(fit="whole"),)).pictures
    page = grid()
    assert mark.crop == pytest.approx((0.0, 0.0, 1.0, 1.0))
    assert mark.y - page.row_top(0) == pytest.approx(page.row_foot(19) - mark.y - mark.height)
    assert mark.width == 280


def test_a_slot_that_crops_the_photo_it_is_filled_with_says_what_would_fit(toy: FontBook) -> None:
    made = filled(toy, photo(500, 2000), specs=(spec(crop=0.2),))
    assert "take one of about 1:1, or write fit: whole" in said(made, "photo-cropped")
