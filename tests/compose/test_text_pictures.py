"""Pictures in running text: their width and shape, side by side, over several columns."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Figure, TextSpec
from bulletin_layout.measures import Length
from bulletin_layout.page import PictureMark
from tests.compose.sample import (
    COLUMNS,
    LINE,
    MEASURE,
    ROWS,
    Made,
    figure,
    grid,
    han,
    make,
    paragraphs,
    row_of,
    slot,
    story,
)


def said(width: float = 0, unit: Any = "%", height: float = 0, span: int = 1, **about: Any) -> Figure:
    """A picture that says how wide and high it may be, and over how many columns it stands."""
    return replace(
        figure(**about),
        width=Length(width, unit) if width else None,
        height=Length(height, "行") if height else None,
        span=span,
    )


def one(book: FontBook, own: Figure, columns: int = 1) -> Made:
    room = slot((1, columns), (1, 40), text=TextSpec(balance=False))
    return make(book, room, story(*paragraphs(han(40)), own, *paragraphs(han(900))))


def shape(mark: PictureMark) -> float:
    left, top, right, foot = mark.crop
    return (right - left) * mark.picture.width / ((foot - top) * mark.picture.height)


@pytest.mark.parametrize("size", [(3000, 2000), (2000, 3000), (900, 1600), (5000, 900), (1000, 1000)])
def test_a_picture_keeps_its_shape_and_is_as_wide_as_its_column(toy: FontBook, size: tuple[int, int]) -> None:
    (mark,) = one(toy, figure(width=size[0], height=size[1])).pictures
    assert shape(mark) == pytest.approx(mark.width / mark.height)
    left, top, right, foot = mark.crop
    assert (right - left) * (foot - top) > 0.93
    if size[1] / size[0] * MEASURE < 0.42 * grid().height_of(ROWS):
        assert (mark.x, mark.x + mark.width) == (COLUMNS[0], COLUMNS[0] + MEASURE)


def test_a_portrait_keeps_its_shape_within_a_height(toy: FontBook) -> None:
    (mark,) = one(toy, said(height=8, width=0)).pictures
    assert mark.width == MEASURE
    (mark,) = one(toy, said(height=8, caption=han(3)), columns=1).pictures
    assert mark.height <= 8 * LINE
    portrait = replace(said(height=8), photo=figure(width=900, height=1600).photo)
    (mark,) = one(toy, portrait).pictures
    assert mark.height == pytest.approx(8 * LINE, rel=0.07)
    assert mark.width == pytest.approx(8 * LINE * 9 / 16)
    assert mark.x + mark.width / 2 == pytest.approx(COLUMNS[0] + MEASURE / 2)


@pytest.mark.parametrize(("width", "unit", "is_"), [(60, "%", 78), (8, "字", 80), (40, "pt", 40), (90, "mm", MEASURE)])
def test_a_picture_may_say_how_wide_it_is(toy: FontBook, width: float, unit: str, is_: float) -> None:
    (mark,) = one(toy, said(width, unit)).pictures
    assert mark.width == pytest.approx(is_)
    assert mark.x - COLUMNS[0] == pytest.approx(COLUMNS[0] + MEASURE - mark.x - mark.width)


def test_a_panorama_stands_beside_no_other_and_none_is_cropped(toy: FontBook) -> None:
    figures = [figure(width=w, height=h) for w, h in ((1000, 1500), (4000, 1000), (1500, 1000), (1000, 1500))]
    wide = slot((1, 2), (1, 50), text=TextSpec(columns=1))
    made = make(toy, wide, story(*paragraphs(han(30)), *figures, *paragraphs(han(30))))
    tall, panorama, left, right = made.pictures
    assert panorama.width == 280
    assert tall.y < panorama.y < left.y == right.y
    assert left.height == right.height
    assert all((p.crop[2] - p.crop[0]) * (p.crop[3] - p.crop[1]) > 0.93 for p in made.pictures)


def test_a_picture_over_two_columns_stands_at_their_head_when_nothing_is_above_it(toy: FontBook) -> None:
    made = make(toy, slot((1, 3), (1, 40)), story(said(span=2), *paragraphs(han(600))))
    (mark,) = made.pictures
    assert (mark.x, mark.x + mark.width, mark.y) == (COLUMNS[0], COLUMNS[1] + MEASURE, grid().row_top(0))
    first, second, third, _ = made.columns("body")
    assert row_of(first[0].y) == row_of(second[0].y) > 10
    assert row_of(third[0].y) == 0
    assert made.codes == []


def test_it_stands_at_the_foot_of_columns_that_are_begun(toy: FontBook) -> None:
    made = one(toy, said(span=2, caption=han(3)), columns=2)
    (mark,) = made.pictures
    assert (mark.x, mark.x + mark.width) == (COLUMNS[0], COLUMNS[1] + MEASURE)
    assert made.lines("caption")[-1].y > grid().row_top(39)
    for column in made.columns("body")[:2]:
        rows = [row_of(line.y) for line in column]
        assert rows == list(range(len(rows)))
        assert column[-1].y + 1.2 < mark.y


def test_it_stands_at_the_head_of_the_next_columns_where_the_foot_has_no_room(toy: FontBook) -> None:
    room = slot((1, 3), (1, 20), text=TextSpec(balance=False))
    made = make(toy, room, story(*paragraphs(han(13 * 15)), said(span=2), *paragraphs(han(300))))
    (mark,) = made.pictures
    assert (mark.x, mark.y) == (COLUMNS[1], grid().row_top(0))
    assert [row_of(line.y) for line in made.columns("body")[0]] == list(range(20))


def test_on_fewer_columns_it_takes_them_all(toy: FontBook) -> None:
    assert one(toy, said(span=3), columns=2).pictures[0].width == 280
    assert one(toy, said(span=3), columns=1).pictures[0].width == MEASURE


def test_the_text_is_kept_around_pictures_over_several_columns(toy: FontBook) -> None:
    for count in range(200, 1250, 90):
        told = story(*paragraphs(han(60)), said(span=2), *paragraphs(han(count)), said(span=3), *paragraphs(han(90)))
        made = make(toy, slot((1, 3), (1, 50)), told)
        assert made.text("body") == han(60) + han(count) + han(90)
        assert len(made.pictures) == 2
        boxes = [(p.x, p.y, p.x + p.width, p.y + p.height) for p in made.pictures]
        for left, top, right, foot in boxes:
            inside = [line for line in made.lines("body") if left - 1 < line.x < right and top < line.y < foot + 8]
            assert inside == []
        for upper, lower in pairwise(sorted(boxes, key=lambda box: box[1])):
            assert upper[3] < lower[1] or upper[2] <= lower[0] or lower[2] <= upper[0]
