"""Jumps from page to page: notices at both ends, no line alone at the cut, one count at the end."""

from dataclasses import replace
from typing import Any

import pytest

from bulletin_layout.compose import Memory, compose_issue
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Give, Jump, Slot, Story
from bulletin_layout.page import TextMark
from tests.compose.sample import COLUMNS, LAYOUT, Made, han, issue, paragraphs, photo, row_of, slot, spec, story
from tests.support.said import message


def jumping(own: Slot, page: int | None, name: str) -> Slot:
    return replace(own, jump=Jump(page, name, LAYOUT))


FRONT = jumping(slot((1, 1), (1, 10), name="a"), 2, "t")
TAIL = slot((3, 4), (21, 30), name="t")


def made(toy: FontBook, told: Story, *pages: Slot, first: int = 1, memory: Memory | None = None) -> list[Made]:
    """An issue of one slot a page, the story in the first; numbered from ``first``."""
    plans = [issue({"a": told} if not k else {}, [own], number=first + k).pages[0] for k, own in enumerate(pages)]
    whole = compose_issue(replace(issue({}, []), pages=tuple(plans)), toy, memory=memory)
    return [Made(replace(whole, edition=replace(whole.edition, pages=(page,)))) for page in whole.edition.pages]


def full(*lines: int) -> Any:
    """Paragraphs that fill so many lines of 13字 each."""
    return paragraphs(*(han(13 * count - 2, 1000 * k) for k, count in enumerate(lines)))


def test_a_story_that_fits_does_not_jump(toy: FontBook) -> None:
    front, back = made(toy, story(*full(10), headline=()), FRONT, TAIL)
    assert front.texts("jump") == back.texts("jump") == []
    assert len(front.lines("body")) == 10
    assert [report.set_lines for report in front.composed.slots] == [10, 0]


def test_the_last_line_and_the_first_one_say_where_the_story_goes_and_comes_from(toy: FontBook) -> None:
    front, back = made(toy, story(*full(16), headline="甲乙"), replace(FRONT, boxes=slot((1, 1), (1, 13)).boxes), TAIL)
    (out,), (into,) = front.lines("jump"), back.lines("jump")
    assert (out.text, row_of(out.y)) == ("（下转第2版）", 12)
    assert out.right == pytest.approx(COLUMNS[0] + 130 + 5), "the bracket's blank half hangs"
    assert (into.text, row_of(into.y)) == ("甲乙（上接第1版）", 20)
    assert into.x == COLUMNS[2]
    assert [row_of(line.y) for line in front.lines("body")] == list(range(3, 12))
    assert [[row_of(line.y) for line in column] for column in back.columns("body")] == [
        [],
        [],
        [21, 22, 23],
        [20, 21, 22, 23],
    ]
    assert front.text("body") + back.text("body") == han(13 * 16 - 2)
    assert back.texts("headline") == []
    assert {mark.tag.story for mark in back.texts()} == {"s"}


def test_the_lines_of_a_headline_are_parted_in_the_small_head(toy: FontBook) -> None:
    _, back = made(toy, story(*full(16), headline=["甲", "乙"]), FRONT, TAIL)
    assert back.text("jump") == "甲　乙（上接第1版）"


def test_notices_follow_the_numbers_of_the_pages(toy: FontBook) -> None:
    own = jumping(FRONT, 6, "t")
    front, back = made(toy, story(*full(16)), own, TAIL, first=5)
    assert (front.text("jump"), back.text("jump")) == ("（下转第6版）", "（上接第5版）")
    assert [{mark.run.link for mark in made.texts("jump")} for made in (front, back)] == [{6}, {5}]


@pytest.mark.parametrize(
    ("lines", "before", "after"),
    [((8, 6), 8, 6), ((7, 3, 4), 9, 6), ((7, 4, 4), 9, 6), ((9, 2, 4), 9, 6), ((8, 2, 6), 8, 8), ((16,), 9, 7)],
    ids=["first line alone", "last line alone: broken into four", "two and two", "whole", "last line of two", "long"],
)
def test_no_line_of_a_paragraph_stands_alone_at_the_cut(
    toy: FontBook, lines: tuple[int, ...], before: int, after: int
) -> None:
    front, back = made(toy, story(*full(*lines)), FRONT, TAIL)
    assert (len(front.lines("body")), len(back.lines("body"))) == (before, after)
    assert row_of(front.lines("jump")[0].y) == 9
    cut = front.lines("body")[-1].paragraph
    assert [line.paragraph for line in front.lines("body")].count(cut) != 1
    assert [line.paragraph for line in back.lines("body")].count(cut) != 1


def test_a_chain_of_jumps_goes_on_from_page_to_page(toy: FontBook) -> None:
    middle = jumping(slot((1, 1), (1, 6), name="t"), 3, "u")
    pages = made(toy, story(*full(30), headline="甲"), jumping(FRONT, 2, "t"), middle, slot((1, 2), (1, 20), name="u"))
    assert [page.text("jump") for page in pages] == ["（下转第2版）", "甲（上接第1版）（下转第3版）", "甲（上接第2版）"]
    assert [len(page.lines("body")) for page in pages] == [6, 4, 20]
    assert "".join(page.text("body") for page in pages) == han(13 * 30 - 2)


def test_a_jump_within_the_page_says_so(toy: FontBook) -> None:
    plan = issue({"a": story(*full(16))}, [jumping(FRONT, None, "t"), TAIL])
    page = Made(compose_issue(plan, toy))
    assert page.text("jump") == "（下转本版）（上接本版）"


def test_what_the_last_slot_does_not_hold_is_over_there(toy: FontBook) -> None:
    small = slot((1, 1), (1, 4), name="t")
    front, _ = made(toy, story(*full(16)), FRONT, small)
    (finding,) = front.composed.findings
    assert message(finding).startswith('page 2 slot "t": over by 52字 (4行)')
    assert (finding.code, finding.location.column) == ("overset", 13 * 12 - 2 + 1)
    assert [report.over_lines for report in front.composed.slots] == [0, 4]


def test_a_head_that_no_row_of_the_target_holds_leaves_the_story_over(toy: FontBook) -> None:
    front, back = made(toy, story(*full(16), headline=()), FRONT, slot((1, 1), (1, 1), name="t"))
    assert back.lines("body") == []
    assert "overset" in front.codes


def test_photos_of_the_story_stand_where_it_goes_on(toy: FontBook) -> None:
    tail = replace(TAIL, photos={"p2": spec("p2", at="top-left", span=2, rows=5)})
    front, back = made(toy, story(*full(16), photos={"p2": photo()}), FRONT, tail)
    assert (front.pictures, [row_of(picture.y + 8.8) for picture in back.pictures]) == ([], [20.0])
    assert row_of(back.lines("jump")[0].y) == 25


def test_a_jump_is_composed_anew_when_the_page_it_leads_to_changes(toy: FontBook) -> None:
    memory = Memory()
    told = story(*full(16))
    before, _ = made(toy, told, FRONT, TAIL, memory=memory)
    again, _ = made(toy, told, FRONT, TAIL, memory=memory)
    texts = [(m, n) for m, n in zip(before.texts(), again.texts(), strict=True) if isinstance(m, TextMark)]
    assert all(mark is other for mark, other in texts)
    _, after = made(toy, told, FRONT, slot((1, 1), (31, 40), name="t"), memory=memory)
    assert row_of(after.lines("jump")[0].y) == 30


def test_two_lines_go_over_where_one_would_leave_the_first_alone(toy: FontBook) -> None:
    """Three lines that cannot be broken otherwise, two of which the slot holds: all three stand on the next page."""
    lines = paragraphs(han(13 * 7 - 2), "\n".join((han(5, 500), han(5, 600), han(5, 700))), han(24, 800))
    front, back = made(toy, story(*lines), FRONT, TAIL)
    assert len(front.lines("body")) == 7
    assert [line.text for line in back.lines("body")][:3] == [han(5, 500), han(5, 600), han(5, 700)]


def giving_edge(own: Slot, kind: str, neighbour: str) -> Slot:
    return replace(own, give=(Give(kind, -3, 3, "行", "", LAYOUT, f"{kind} ±3行", (neighbour,)),))  # type: ignore[arg-type]


def test_the_edge_of_a_slot_whose_story_jumps_moves_and_the_rest_moves_on(toy: FontBook) -> None:
    below = giving_edge(slot((1, 1), (11, 20), name="b", short=0), "edge.top", "a")
    page = issue({"a": story(*full(16)), "b": story(*full(12), slug="t")}, [FRONT, below], number=1).pages[0]
    plans = (page, issue({}, [TAIL], number=2).pages[0])
    whole = compose_issue(replace(issue({}, []), pages=plans), toy)
    assert [(row.slot, row.over_lines, row.gave) for row in whole.slots] == [
        ("a", 0, "edge.bottom -2行"), ("b", 0, "edge.top +2行"), ("t", 0, ""),
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["t", "a"])  # the target may be called as a slot of the first page is
def test_the_edge_above_the_target_of_a_jump_moves(toy: FontBook, name: str) -> None:
    front = jumping(slot((1, 1), (1, 10), name="a"), 2, name)
    upper = giving_edge(slot((3, 3), (1, 10), name="u", short=0), "edge.bottom", name)
    tail = slot((3, 3), (11, 20), name=name, short=0)
    first = issue({"a": story(*full(20))}, [front], number=1).pages[0]
    second = issue({"u": story(*full(8), slug="w")}, [upper, tail], number=2).pages[0]
    memory = Memory()
    whole = compose_issue(replace(issue({}, []), pages=(first, second)), toy, memory=memory)
    rows = [(row.page, row.slot, row.over_lines, row.short_lines, row.gave) for row in whole.slots]
    assert rows == [(1, "a", 0, 0, ""), (2, "u", 0, 0, "edge.bottom -2行"), (2, name, 0, 0, "edge.top +2行")]
    assert compose_issue(replace(issue({}, []), pages=(first, second)), toy, memory=memory) == whole
