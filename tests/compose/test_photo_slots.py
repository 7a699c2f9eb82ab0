"""Slots for photos only: a title and pictures, no room for text and no line missing."""

from dataclasses import replace

import pytest

from bulletin_layout.compose import compose_issue
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Block, TextSpec
from tests.compose.sample import COLUMNS, Made, figure, han, issue, make, paragraphs, photo, row_of, slot, spec, story
from tests.support.said import message

PHOTOS = [
    spec("p1", at="top-left", span=2, rows=9),
    spec("p2", at="top-right", span=2, rows=9),
    spec("p3", at="bottom", span=4, rows=8),
]
ALBUM = slot((1, 4), (1, 20), photos=PHOTOS, text=TextSpec(none=True), short=0)


def test_a_photo_slot_holds_its_title_and_its_photos_and_nothing_is_short(toy: FontBook) -> None:
    told = story(headline="影像", photos={name: photo(caption=f"图{name}") for name in ("p1", "p2", "p3")})
    made = make(toy, ALBUM, told)
    assert [(picture.x, row_of(picture.y + 8.8)) for picture in made.pictures] == [
        (COLUMNS[0], 3),
        (COLUMNS[2], 3),
        (COLUMNS[0], 12),
    ]
    assert [line.text for line in made.lines("caption")] == ["图p1", "图p2", "图p3"]
    assert [line.text for line in made.lines("headline")] == ["影像"]
    assert (made.report.room_lines, made.report.set_lines, made.report.short_lines) == (0, 0, 0)
    assert made.codes == []


@pytest.mark.parametrize(
    ("blocks", "byline", "says"),
    [
        (paragraphs(han(20)), "", "over by 20字 (2行); surplus begins 「一丁丂七丄丅」"),
        ((figure(),), "", "begins with the picture of this line"),
        ((), "甲", "surplus is the byline alone"),
    ],
    ids=["text", "a picture in the text", "a byline"],
)
def test_what_stands_in_no_photo_is_over(toy: FontBook, blocks: tuple[Block, ...], byline: str, says: str) -> None:
    made = make(toy, ALBUM, story(*blocks, byline=byline, photos={"p1": photo()}))
    assert made.codes == ["overset"]
    assert says in message(made.composed.findings[0])


def test_text_passes_a_photo_slot_on_its_way(toy: FontBook) -> None:
    middle = replace(ALBUM, name="b", boxes=slot((2, 4), (1, 20)).boxes, photos={"p1": PHOTOS[0]})
    last = slot((4, 4), (31, 40), name="c")
    told = story(*paragraphs(han(13 * 14 - 2)), photos={"p1": photo()})
    plan = issue({"a": told}, [slot((1, 1), (1, 10), name="a"), middle, last], continued={"b": "a", "c": "b"})
    made = Made(compose_issue(plan, toy))
    assert [len(column) for column in made.columns("body")] == [10, 0, 0, 4]
    assert [picture.x for picture in made.pictures] == [COLUMNS[1]]
