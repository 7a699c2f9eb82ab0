"""A running text on so many pages: what gives, how far, and what is said where that does not suffice; full feet."""

from dataclasses import replace
from typing import Any

import pytest

from bulletin_layout.compose import Composed
from bulletin_layout.compose.fitting.bend import in_words
from bulletin_layout.compose.pages.run_fitting import fit_run
from bulletin_layout.compose.pages.run_pouring import bent_slot, pour_run
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Block, Give, GiveKind, GiveUnit
from bulletin_layout.page import PictureMark
from tests.compose.sample import LAYOUT, STYLES, figure, grid, han, paragraph, paragraphs, row_of, slot, story
from tests.compose.test_running import RUN, body, composed, layout, marks, running
from tests.support.said import message


def give(kind: GiveKind, low: float, high: float, unit: GiveUnit = "行") -> Give:
    return Give(kind, low, high, unit, "", LAYOUT, f"{kind} {low}..{high}")


LEADING = give("line", -1.0, 1.0, "pt")
AIR = give("title.air", -1, 1)
PICTURES = give("photo.height", -2, 2)


def run(book: FontBook, *blocks: Block, own: Any = RUN, **more: Any) -> Composed:
    return composed(book, running(story(*blocks), layout=layout(own), **more))


def lines(count: int) -> tuple[Block, ...]:
    """Paragraphs of ten lines, and one of the rest."""
    rest = (body(count % 10, 9000),) if count % 10 else ()
    return paragraphs(*(body(10, 200 * k) for k in range(count // 10)), *rest)


def test_leading_bends_no_further_than_the_pages_need(toy: FontBook) -> None:
    made = run(toy, *lines(41), pages=1, give=(LEADING,))
    assert len(made.edition.pages) == 1
    (row,) = made.slots
    assert row.gave == "line -0.8pt"
    assert made.findings == ()
    leading = sorted({mark.y for mark in marks(made.edition.pages[0], "body")})
    assert leading[1] - leading[0] == pytest.approx(14.2)
    assert run(toy, *lines(40), pages=1, give=(LEADING,)).slots[0].gave == ""


def test_a_text_that_is_too_short_is_opened_until_it_reaches_its_pages(toy: FontBook) -> None:
    made = run(toy, *lines(40), pages=2, give=(LEADING,))
    assert len(made.edition.pages) == 2
    assert made.slots[0].gave.startswith("line +")
    assert made.findings == ()


def test_what_is_missing_is_said_in_lines(toy: FontBook) -> None:
    made = run(toy, *lines(49), pages=1, give=(LEADING,))
    (finding,) = made.findings
    assert (finding.code, finding.severity) == ("flow-pages", "error")
    assert message(finding) == (
        "the text from page 1 on takes 2 pages and is to take 1 after give: line -1pt: 7行 too many"
    )
    assert len(made.edition.pages) == 2
    (few,) = run(toy, *lines(30), pages=3, give=(LEADING,)).findings
    assert "takes 1 pages and is to take 3" in message(few)
    assert message(few).endswith("行 are missing")


def test_without_a_number_of_pages_what_gives_bends_only_to_save_the_last_one(toy: FontBook) -> None:
    saved = run(toy, *lines(41), give=(LEADING,))
    assert (len(saved.edition.pages), saved.slots[0].gave) == (1, "line -0.8pt")
    kept = run(toy, *lines(60), give=(LEADING,))
    assert (len(kept.edition.pages), kept.slots[0].gave, kept.findings) == (2, "", ())
    assert run(toy, *lines(41)).slots[0].gave == ""


def test_pages_alone_bend_what_is_usual(toy: FontBook) -> None:
    picture = figure(width=1300, height=1000)
    made = run(toy, *lines(20), picture, *paragraphs(body(13, 5000)), pages=1)
    assert (len(made.edition.pages), made.findings) == (1, ())
    assert made.slots[0].gave == "photo.height -1行"
    (mark,) = [mark for mark in made.edition.pages[0].marks if isinstance(mark, PictureMark)]
    left, top, right, foot = mark.crop
    assert (right - left) * (foot - top) >= 0.87


def test_the_slot_may_say_what_gives(toy: FontBook) -> None:
    assert run(toy, *lines(41), own=replace(RUN, give=(LEADING,)), pages=1).slots[0].gave == "line -0.8pt"


def test_heads_give_their_air_and_no_more_than_is_needed(toy: FontBook) -> None:
    head = paragraph(han(4, 9900), 50, "crosshead")
    blocks = (*lines(10), head, *lines(10), head, *lines(17))
    made = run(toy, *blocks, pages=1, give=(AIR, LEADING))
    assert (len(made.edition.pages), made.slots[0].gave) == (1, "title.air -1行")
    assert STYLES["crosshead"].lines == 2


def test_a_give_that_changes_nothing_is_not_said(toy: FontBook) -> None:
    assert run(toy, *lines(41), pages=1, give=(PICTURES, AIR, LEADING)).slots[0].gave == "line -0.8pt"


@pytest.mark.parametrize("empty", [1, 2])
def test_a_picture_gives_a_row_to_fill_its_columns_foot(toy: FontBook, empty: int) -> None:
    """Below the picture no more than a row or two is free, and what follows is a head, which goes over."""
    one = slot((1, 1), (1, 20), name="run")
    picture = figure(width=1300, height=1700)
    head = paragraph(han(4, 9900), 50, "crosshead")
    made = run(toy, *paragraphs(body(20 - 12 - empty, 300)), picture, head, *lines(15), own=one)
    first = made.edition.pages[0]
    (mark,) = [mark for mark in first.marks if isinstance(mark, PictureMark)]
    foot = (mark.y + mark.height - 50) / 15
    assert foot == pytest.approx(20 - (empty - 1), abs=0.9)
    assert row_of(marks(made.edition.pages[1], "crosshead")[0].y) == 0


def test_heads_that_give_their_air_keep_room_for_themselves() -> None:
    head, deck = replace(STYLES["headline"], lines=4), replace(STYLES["deck"], lines=1, space_before=1)
    own, _ = bent_slot(replace(RUN, styles={**STYLES, "headline": head, "deck": deck}), grid(), [(AIR, -3)])
    assert {role: own.styles[role].lines for role in ("headline", "kicker", "crosshead")} == {
        "headline": 2,
        "kicker": 1,
        "crosshead": 1,
    }
    assert (own.styles["deck"].lines, own.styles["deck"].space_before) == (1, 0)


def test_an_earlier_give_is_eased_as_far_as_a_later_one_allows(toy: FontBook) -> None:
    """Whatever is over: the picture gives no row more than is needed beside what the heads give."""
    head = paragraph(han(4, 9900), 50, "crosshead")
    picture = figure(width=1300, height=1700)
    gave = set()
    for count in range(4, 10):
        blocks = (*lines(10), picture, head, *lines(10), head, *paragraphs(body(count, 5000)))
        plan = running(story(*blocks), layout=layout(RUN), pages=1, give=(PICTURES, AIR))
        bents = fit_run(plan, toy).run.bents
        gave.add(in_words(bents))
        if pour_run(plan, toy, bents).pages > 1 or len(bents) < 2:
            continue
        (give_, amount), air = bents
        assert pour_run(plan, toy, [*([(give_, amount + 1)] if amount < -1 else []), air]).pages > 1
    assert len(gave) > 2
