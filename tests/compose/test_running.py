"""Running bulletins: as many pages as the text takes, numbered and mirrored; the last balanced; what finds no place."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from bulletin_layout.compose import Composed, Memory, compose_issue
from bulletin_layout.compose.slot.laying import lay_place
from bulletin_layout.compose.text.item_lines import item_setting
from bulletin_layout.findings import Location
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import (
    Furniture,
    FurnitureLine,
    Issue,
    Jump,
    PageLayout,
    PagePlan,
    Slot,
    Story,
    Style,
    TextSpec,
)
from bulletin_layout.page import Page, PictureMark, TextMark
from bulletin_layout.preflight import inspect_edition
from tests.compose.sample import (
    LAYOUT,
    SHEET,
    figure,
    han,
    issue,
    paragraph,
    paragraphs,
    photo,
    row_of,
    slot,
    spec,
    story,
    table,
)
from tests.support.words import words

#: Two columns of 20 rows a page.
RUN = slot((1, 2), (1, 20), name="run", text=TextSpec(balance=True))
LINES = (FurnitureLine(words("{page.number}/{issue.pages}"), Style("folio", size=8)),)
FOLIO = Furniture("folio", LAYOUT, "top-outer", LINES)
#: A sheet whose inner and outer margins differ by 20 points.
SHEET_MIRRORED = replace(SHEET, inner=40, outer=20)


def layout(*slots: Slot, first: PageLayout | None = None, repeat: bool = True, **more: Any) -> PageLayout:
    return PageLayout(
        "简报", LAYOUT, SHEET_MIRRORED, {s.name: s for s in slots}, {}, (FOLIO,), repeat=repeat, first=first, **more
    )


def running(*stories: Story, number: int = 1, layout: PageLayout, **more: Any) -> PagePlan:
    return PagePlan(number, layout, (), more.pop("put", {}), Location("issue.yaml", 3, 5), flow=stories, **more)


def whole(plans: Sequence[PagePlan]) -> Issue:
    return replace(issue({}, []), pages=tuple(plans))


def composed(toy: FontBook, *plans: PagePlan, memory: Memory | None = None) -> Composed:
    return compose_issue(whole(plans), toy, memory=memory)


def marks(page: Page, *roles: str) -> list[TextMark]:
    return [m for m in page.texts() if (not roles or m.tag.role in roles)]


def said(page: Page, *roles: str) -> str:
    return "".join("".join(mark.run.texts) for mark in marks(page, *roles))


def body(lines: int, start: int = 0) -> str:
    """A paragraph that fills so many lines of 13字."""
    return han(13 * lines - 2, start)


def feet(page: Page) -> list[float]:
    """The row of the last body line of each column of a page."""
    by_x: dict[float, float] = {}
    for mark in marks(page, "body"):
        column = min((x for x in (20, 40, 170, 190, 320, 340)), key=lambda x: abs(x - mark.x))
        by_x[column] = max(by_x.get(column, 0), row_of(mark.y))
    return [by_x[x] for x in sorted(by_x)]


def test_a_page_stands_as_often_as_its_text_needs(toy: FontBook) -> None:
    text = [body(10, 200 * k) for k in range(10)]
    made = composed(toy, running(story(*paragraphs(*text)), layout=layout(RUN)))
    assert [page.number for page in made.edition.pages] == [1, 2, 3]
    assert "".join(said(page, "body") for page in made.edition.pages) == "".join(text)
    assert [said(page, "folio") for page in made.edition.pages] == ["1/3", "2/3", "3/3"]
    (row,) = made.slots
    assert (row.page, row.pages, row.set_lines, row.short_lines) == (1, 3, 100, 20)
    assert made.findings == ()
    assert [plan.number for plan in made.issue.pages] == [1, 2, 3]


def test_left_and_right_pages_are_mirrored_by_the_printed_number(toy: FontBook) -> None:
    text = paragraphs(*(body(10, 200 * k) for k in range(8)))
    pages = composed(toy, running(story(*text), layout=layout(RUN))).edition.pages
    left = [min(mark.x + mark.run.xs[0] for mark in marks(page, "body") if mark.tag.line) for page in pages]
    assert left == [40, 20]
    outer = [marks(page, "folio")[0].x + marks(page, "folio")[0].run.xs[0] > 320 for page in pages]
    assert outer == [True, False]


def test_a_first_page_of_its_own_holds_less_and_what_is_put_there(toy: FontBook) -> None:
    opening = layout(slot((1, 2), (13, 20), name="run"), slot((3, 4), (1, 10), name="list"), repeat=False)
    plan = running(
        story(*paragraphs(body(30))),
        layout=layout(RUN, first=opening),
        put={"list": story(*paragraphs(body(2, 900)), slug="contents")},
    )
    made = composed(toy, plan)
    assert [said(page, "body").count(han(1, 900)) for page in made.edition.pages] == [1, 0]
    tags = [[mark.tag for mark in marks(page, "body")] for page in made.edition.pages]
    lines = [len({(tag.line, tag.block) for tag in of if tag.story == "s"}) for of in tags]
    assert lines == [16, 14]
    assert [(row.slot, row.page, row.pages) for row in made.slots] == [("run", 1, 2), ("list", 1, 1)]


def test_later_pages_follow_on_and_jumps_lead_to_their_printed_numbers(toy: FontBook) -> None:
    jump = Jump(3, "tail", LAYOUT)
    front = layout(replace(slot((1, 1), (1, 10), name="a"), jump=jump), repeat=False)
    back = layout(slot((1, 1), (1, 30), name="tail"), repeat=False)
    plans = [
        PagePlan(1, front, (), {"a": story(*paragraphs(body(20)), headline="题", slug="j")}, LAYOUT),
        running(story(*paragraphs(*(body(10, 200 * k) for k in range(7)))), number=2, layout=layout(RUN)),
        PagePlan(3, back, (), {}, LAYOUT),
    ]
    made = composed(toy, *plans)
    assert [page.number for page in made.edition.pages] == [1, 2, 3, 4]
    assert said(made.edition.pages[0], "jump") == "（下转第4版）"
    assert said(made.edition.pages[3], "jump") == "题（上接第1版）"
    assert [said(page, "folio") for page in made.edition.pages] == ["1/4", "2/4", "3/4", "4/4"]
    assert made.findings == ()
    assert inspect_edition(made.edition, made.issue) == ()


def test_the_last_page_is_balanced_and_no_other(toy: FontBook) -> None:
    made = composed(toy, running(story(*paragraphs(*(body(10, 200 * k) for k in range(5)))), layout=layout(RUN)))
    assert [feet(page) for page in made.edition.pages] == [[19, 19], [4, 4]]


def test_a_paragraph_that_reaches_the_last_page_keeps_its_lines_when_that_is_balanced(toy: FontBook) -> None:
    text = [body(38), body(11, 600)]
    made = composed(toy, running(story(*paragraphs(*text)), layout=layout(RUN)))
    assert [feet(page) for page in made.edition.pages] == [[19, 19], [4, 3]]
    assert "".join(said(page, "body") for page in made.edition.pages) == "".join(text)


def test_air_above_a_paragraph_stays_when_the_last_page_is_balanced(toy: FontBook) -> None:
    quote = Style("quote", font="kai", size=10, indent=2, space_before=1)
    own = slot((1, 2), (1, 20), name="run", quote=quote)
    blocks = (*paragraphs(body(35)), paragraph(body(8, 700), 14, "quote"), *paragraphs(body(4, 900)))
    made = composed(toy, running(story(*blocks), layout=layout(own)))
    first = marks(made.edition.pages[0], "quote")[0]
    assert row_of(first.y) == 16, "35 lines end in row 14 of the second column, and row 15 is air"
    assert said(made.edition.pages[0], "quote") + said(made.edition.pages[1], "quote") == han(8 * 13 - 2, 700)


@pytest.mark.parametrize("before", range(30, 42))
def test_heads_keep_two_lines_below_them_wherever_they_fall(toy: FontBook, before: int) -> None:
    heads = (paragraph("一、大", 12, "crosshead"), paragraph("（一）小", 13, "crosshead", level=2))
    made = composed(
        toy, running(story(*paragraphs(body(before)), *heads, *paragraphs(body(30, 900))), layout=layout(RUN))
    )
    for page in made.edition.pages:
        for head in marks(page, "crosshead"):
            left = head.x
            below = [m for m in marks(page, "body") if abs(m.x - left) < 1 and m.y > head.y]
            assert len({m.y for m in below}) >= 2, "two lines of text in the head's column"
    assert sum(len(marks(page, "crosshead")) for page in made.edition.pages) == 2


@pytest.mark.parametrize("before", range(16, 24))
@pytest.mark.parametrize("count", [2, 3, 4, 7])
def test_no_line_stands_alone_at_a_columns_foot_or_head(toy: FontBook, before: int, count: int) -> None:
    text = paragraphs(body(before), body(count, 500), body(40, 900))
    made = composed(toy, running(story(*text), layout=layout(RUN)))
    columns: dict[tuple[int, float], set[float]] = {}
    for page in made.edition.pages:
        for mark in marks(page, "body"):
            if mark.tag.block == 2:
                columns.setdefault((page.number, mark.x), set()).add(mark.y)
    assert len(columns) == 1 or all(len(rows) > 1 for rows in columns.values())
    assert "".join(said(page, "body") for page in made.edition.pages) == body(before) + body(count, 500) + body(40, 900)


def test_stories_of_a_flow_have_their_heads_in_the_text_broken_at_phrases_and_stepped_down(toy: FontBook) -> None:
    long = story(*paragraphs(body(3)), headline="全院秋收秋种工作推进会议在东川站召开了", slug="b")
    made = composed(toy, running(story(*paragraphs(body(3)), headline="短题", slug="a"), long, layout=layout(RUN)))
    page = made.edition.pages[0]
    sizes = {mark.tag.story: mark.run.size for mark in marks(page, "headline")}
    assert sizes == {"a": 20, "b": 16}
    assert len({mark.y for mark in marks(page, "headline") if mark.tag.story == "b"}) == 3
    assert [entry.title for entry in page.outline] == ["短题", "全院秋收秋种工作推进会议在东川站召开了"]


def test_the_only_story_of_a_flow_has_its_title_over_all_columns(toy: FontBook) -> None:
    made = composed(toy, running(story(*paragraphs(body(60)), headline="通栏大题"), layout=layout(RUN)))
    (head,) = marks(made.edition.pages[0], "headline")
    middle = head.x + head.run.xs[0] + 2 * head.run.size
    assert middle == pytest.approx(40 + 140), "the middle of two columns and their gutter"
    assert marks(made.edition.pages[1], "headline") == []


def test_a_figure_stands_where_it_is_named_or_in_the_next_column(toy: FontBook) -> None:
    for before in range(2, 40, 3):
        blocks = (*paragraphs(body(before)), figure(), *paragraphs(body(40, 900)))
        made = composed(toy, running(story(*blocks), layout=layout(RUN)))
        (page, picture), *none = [
            (page, mark) for page in made.edition.pages for mark in page.marks if isinstance(mark, PictureMark)
        ]
        assert not none
        column = 2 * (page.number - 1) + (picture.x > 150)
        assert column - (before - 1) // 20 in (0, 1)


def test_figures_that_follow_one_another_stand_side_by_side_as_high_as_each_other(toy: FontBook) -> None:
    wide = replace(RUN, text=TextSpec(columns=1))
    blocks = (*paragraphs(body(3)), figure(caption="甲"), figure(width=2000, caption="乙" * 30), *paragraphs(body(3)))
    made = composed(toy, running(story(*blocks), layout=layout(wide)))
    page = made.edition.pages[0]
    left, right = (mark for mark in page.marks if isinstance(mark, PictureMark))
    assert (left.y, left.height) == (right.y, right.height)
    assert right.x == pytest.approx(left.x + left.width + 10)
    assert left.width / right.width == pytest.approx(3 / 2)
    first = {m.x >= right.x: m.y for m in reversed(marks(page, "caption"))}
    assert first[False] == first[True] > left.y + left.height
    assert left.tag.block + 1 == right.tag.block


def test_more_figures_than_fit_side_by_side_make_several_rows(toy: FontBook) -> None:
    wide = slot((1, 2), (1, 40), name="run", text=TextSpec(columns=1))
    made = composed(toy, running(story(*paragraphs(body(3)), *[figure() for _ in range(3)]), layout=layout(wide)))
    tops = [mark.y for mark in made.edition.pages[0].marks if isinstance(mark, PictureMark)]
    assert tops[0] == tops[1] < tops[2]


def test_a_photo_that_no_slot_has_a_name_for_stands_after_the_first_paragraph(toy: FontBook) -> None:
    told = story(*paragraphs(body(4), body(4, 300)), photos={"p1": photo(caption="图")})
    made = composed(toy, running(told, layout=layout(replace(RUN, text=TextSpec(balance=False)))))
    (picture,) = (mark for mark in made.edition.pages[0].marks if isinstance(mark, PictureMark))
    rows = [row_of(mark.y) for mark in marks(made.edition.pages[0], "body")]
    assert (rows.count(3), rows.count(4)) == (1, 0), "four lines, then the picture"
    assert picture.x == 40


def test_a_photo_in_a_room_of_the_slot_stands_on_the_first_page_alone(toy: FontBook) -> None:
    own = slot((1, 2), (1, 20), name="run", photos=[spec("p1", at="top-left", rows=6)])
    made = composed(toy, running(story(*paragraphs(body(60)), photos={"p1": photo()}), layout=layout(own)))
    pictures = [page.number for page in made.edition.pages for m in page.marks if isinstance(m, PictureMark)]
    assert pictures == [1]


def test_what_is_higher_than_any_column_is_left_out_and_said(toy: FontBook) -> None:
    tall = figure(width=1000, height=4000)
    low = slot((1, 2), (1, 8), name="run")
    made = composed(toy, running(story(*paragraphs(body(3)), tall, *paragraphs(body(30, 900))), layout=layout(low)))
    (finding,) = made.findings
    assert (finding.code, finding.location) == ("block-too-high", tall.location)
    assert said(made.edition.pages[-1], "body").endswith(body(30, 900)[-5:])


def test_pages_without_any_room_for_text_end(toy: FontBook) -> None:
    blocked = slot((1, 1), (1, 0), name="run")
    made = composed(toy, running(story(*paragraphs(body(3))), layout=layout(blocked)))
    assert {finding.code for finding in made.findings} == {"no-room", "flow-without-room"}
    assert len(made.edition.pages) < 4


def test_a_story_without_a_word_has_its_page(toy: FontBook) -> None:
    made = composed(toy, running(story(), layout=layout(RUN)))
    assert len(made.edition.pages) == 1


@pytest.mark.parametrize("pages", [4, 40])
def test_work_grows_with_the_text_and_no_faster(toy: FontBook, monkeypatch: pytest.MonkeyPatch, pages: int) -> None:
    asked = {"lines": 0, "laid": 0}

    def counted(*given: Any) -> Any:
        asked["lines"] += 1
        return item_setting(*given)

    def laid(*given: Any) -> Any:
        asked["laid"] += 1
        return lay_place(*given)

    monkeypatch.setattr("bulletin_layout.compose.pouring.poured.item_setting", counted)
    monkeypatch.setattr("bulletin_layout.compose.pages.run_pouring.lay_place", laid)
    text = paragraphs(*(body(10, 200 * k) for k in range(4 * pages - 2)))
    made = composed(toy, running(story(*text), layout=layout(RUN)))
    assert len(made.edition.pages) == pages
    assert asked["laid"] <= pages + 1
    assert asked["lines"] <= 2 * len(text) + 20, "a paragraph is broken once, or again where a column begins"


def test_a_flow_is_composed_again_only_when_it_changed(toy: FontBook) -> None:
    memory = Memory()
    plan = running(story(*paragraphs(body(60))), layout=layout(RUN))
    composed(toy, plan, memory=memory)
    (_, run) = memory.runs[1]
    composed(toy, plan, memory=memory)
    assert memory.runs[1][1] is run
    changed = composed(toy, running(story(*paragraphs(body(90))), layout=layout(RUN)), memory=memory)
    assert memory.runs[1][1] is not run
    assert changed == composed(toy, running(story(*paragraphs(body(90))), layout=layout(RUN)))


def rows_of_table(count: int) -> tuple[str, ...]:
    return ("甲 乙", *(f"{k} {k}" for k in range(count)))


def test_a_table_longer_than_a_column_goes_on_below_its_heads_again(toy: FontBook) -> None:
    blocks = (*paragraphs(body(3)), table(*rows_of_table(30)), *paragraphs(body(3, 900)))
    made = composed(toy, running(story(*blocks), layout=layout(RUN)))
    cells = "".join(said(page, "table") for page in made.edition.pages)
    assert cells.count("甲") == 2
    assert cells.replace("甲乙", "") == "".join(f"{k}{k}" for k in range(30))
    assert made.findings == ()


def test_a_table_is_cut_past_a_column_that_a_picture_leaves_too_low(toy: FontBook) -> None:
    """The picture waits at the head of the second column and leaves it one row, where no row of the table fits."""
    picture = figure(width=1000, height=1960)
    made = composed(toy, running(story(*paragraphs(body(3)), picture, table(*rows_of_table(60))), layout=layout(RUN)))
    (placed,) = [mark for mark in made.edition.pages[0].marks if isinstance(mark, PictureMark)]
    assert 17 < placed.height / 15 < 19
    assert made.findings == ()
    cells = "".join(said(page, "table") for page in made.edition.pages)
    assert cells.replace("甲乙", "") == "".join(f"{k}{k}" for k in range(60))


def test_a_figure_after_a_table_that_is_cut_ahead_of_the_text_stands_right_below_it(toy: FontBook) -> None:
    high, low = figure(width=1000, height=2040), figure(width=1000, height=300)
    body_text = paragraphs(body(3)), paragraphs(body(40, 900))
    blocks = (*body_text[0], high, table(*rows_of_table(60)), low, *body_text[1])
    made = composed(toy, running(story(*blocks), layout=layout(RUN)))
    (page,) = [page for page in made.edition.pages if said(page, "table").endswith("5959")]
    (placed,) = [m for m in page.marks if isinstance(m, PictureMark) and m.picture.height == 300]
    last = max((m for m in page.texts() if m.tag.role == "table"), key=lambda m: (m.x // 100, m.y))
    assert abs(placed.x - last.x) < 100
    assert 0 < placed.y - last.y < 40


def test_no_table_is_cut_to_balance_the_last_page(toy: FontBook) -> None:
    blocks = (*paragraphs(body(2)), table(*rows_of_table(10)), *paragraphs(body(2, 900)))
    made = composed(toy, running(story(*blocks), layout=layout(RUN)))
    assert said(made.edition.pages[0], "table").count("甲") == 1
