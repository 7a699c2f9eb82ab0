"""Several stories in one slot, one after another: small heads, their own bylines, bookmarks and slugs."""

from typing import Any

import pytest

from bulletin_layout.compose import compose_issue
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Slot, Story, Style
from bulletin_layout.page import TextMark
from bulletin_layout.preflight import inspect_edition
from tests.compose.sample import COLUMNS, Made, grid, han, issue, paragraphs, photo, row_of, slot, spec, story
from tests.support.said import message

HEAD = Style("headline", font="hei", weight="bold", size=12, align="center", lines=2)


def brief(slug: str, lines: int, start: int = 0, **more: Any) -> Story:
    """A brief whose only paragraph fills so many lines of 13字."""
    return story(*paragraphs(han(13 * lines - 2, start)), headline=f"题{slug}", slug=slug, **more)


def made(toy: FontBook, own: Slot, *briefs: Story) -> Made:
    return Made(compose_issue(issue({}, [own], briefs={"a": briefs}), toy))


def test_briefs_stand_one_after_another_below_their_small_heads(toy: FontBook) -> None:
    page = made(toy, slot((1, 1), (1, 20), headline=HEAD), brief("x", 3), brief("y", 4, 500))
    assert [(line.text, line.paragraph) for line in page.lines("headline")] == [("题x", 1), ("题y", 1)]
    assert [row_of(line.y) for line in page.lines("body")] == [2, 3, 4, 7, 8, 9, 10]
    assert [line.paragraph for line in page.lines("body")] == [2] * 7
    heads = page.lines("headline")
    centre = [(line.y - 0.88 * 12 + 6 - grid().row_top(row)) for line, row in zip(heads, (0, 5), strict=True)]
    assert centre == pytest.approx([12.5, 12.5]), "in the middle of two rows"
    assert [(line.x + line.right) / 2 for line in heads] == [COLUMNS[0] + 65] * 2


def test_every_mark_has_its_own_story_and_all_are_counted(toy: FontBook) -> None:
    page = made(toy, slot((1, 1), (1, 20), headline=HEAD), brief("x", 3), brief("y", 4, 500))
    slugs = [mark.tag.story for mark in page.texts()]
    assert slugs == sorted(slugs)
    assert {mark.tag.story for mark in page.texts("body")} == {"x", "y"}
    (report,) = page.composed.slots
    assert (report.story, report.set_lines, report.set_chars) == ("x, y", 11, 37 + 50 + 4)
    assert [(entry.title, entry.y) for entry in page.page.outline] == [
        ("题x", grid().row_top(0)),
        ("题y", grid().row_top(5)),
    ]


def test_each_brief_ends_with_its_own_byline(toy: FontBook) -> None:
    both = [brief("x", 2, byline="甲"), story(*paragraphs(han(3)), headline="乙题", slug="y", byline="丙")]
    page = made(toy, slot((1, 1), (1, 20), headline=HEAD), *both)
    assert [(mark.text, row_of(mark.y)) for mark in page.lines("byline")] == [("（甲）完", 4), ("（丙）完", 7)]
    assert [mark.tag.story for mark in page.texts("byline") if isinstance(mark, TextMark)] == ["x", "y"]


@pytest.mark.parametrize(("rows", "column"), [(9, 1), (10, 0)])
def test_a_small_head_keeps_two_lines_of_its_text(toy: FontBook, rows: int, column: int) -> None:
    own = slot((1, 2), (1, rows), headline=HEAD)
    page = made(toy, own, brief("x", 4), brief("y", 12, 500))
    assert [line.text for line in page.columns("headline")[column]][-1] == "题y"


def test_a_head_and_its_deck_stay_together_and_with_the_text(toy: FontBook) -> None:
    deck = Style("deck", size=10, lines=1)
    own = slot((1, 2), (1, 10), headline=HEAD, deck=deck)
    page = made(toy, own, brief("x", 4), brief("y", 12, 500, deck="副题"))
    assert [line.text for line in page.columns("headline")[1]] == ["题y"]
    assert [(line.text, row_of(line.y)) for line in page.columns("deck")[1]] == [("副题", 2)]


def test_a_last_brief_of_one_line_fits_in_the_last_line(toy: FontBook) -> None:
    page = made(toy, slot((1, 1), (1, 8), headline=HEAD), brief("x", 3), brief("y", 1, 500))
    assert page.codes == []
    assert row_of(page.lines("body")[-1].y) == 7


def test_what_is_over_is_said_where_the_story_has_it(toy: FontBook) -> None:
    page = made(toy, slot((1, 1), (1, 10), headline=HEAD), brief("x", 3), brief("y", 6, 500))
    (finding,) = page.composed.findings
    assert (
        message(finding) == 'page 1 slot "a": over by 39字 (3行); surplus begins 「' + han(6, 500 + 37) + "」; cut 39字"
    )


def test_photos_of_briefs_stand_with_their_own_slugs(toy: FontBook) -> None:
    photos = [spec("p1", at="top-left", rows=4), spec("p2", at="bottom-left", rows=4)]
    own = slot((1, 1), (1, 30), headline=HEAD, photos=photos)
    page = made(
        toy, own, brief("x", 3, photos={"p2": photo(caption="图甲")}), brief("y", 4, 500, photos={"p1": photo()})
    )
    assert [picture.tag.story for picture in page.pictures] == ["y", "x"]
    assert [mark.tag.story for mark in page.texts()] == sorted(mark.tag.story for mark in page.texts())


def test_findings_of_every_brief_are_found(toy: FontBook) -> None:
    strange = story(*paragraphs("文\U0002ffff字字"), headline="题\U0002fffe", slug="y")
    plan = issue({}, [slot((1, 1), (1, 20), headline=HEAD)], briefs={"a": (brief("x", 3), strange)})
    composed = compose_issue(plan, toy)
    assert [finding.code for finding in composed.findings] == ["missing-glyph", "missing-glyph"]
    coarse = brief("z", 3, photos={"p1": photo(30, 20)})
    plan = issue({}, [slot((1, 1), (1, 20), photos=[spec("p1")])], briefs={"a": (brief("x", 3), coarse)})
    assert [found.code for found in inspect_edition(compose_issue(plan, toy).edition, plan)] == ["low-resolution"]
