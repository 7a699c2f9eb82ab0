"""Stories through several slots: the first ones filled, the last balanced, counted once at the end."""

from dataclasses import replace
from typing import Any

from bulletin_layout.compose import Memory, compose_issue
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Story
from tests.compose.sample import (
    COLUMNS,
    LINE,
    Made,
    box,
    han,
    issue,
    make,
    paragraphs,
    photo,
    row_of,
    slot,
    spec,
    story,
)
from tests.compose.test_copyfit import give, giving
from tests.support.said import message

FIRST = slot((1, 1), (1, 10), name="a")
SECOND = slot((3, 4), (21, 30), name="b")


def made(toy: FontBook, told: Story, *slots: Any, memory: Memory | None = None) -> Made:
    """A story that begins in slot a and goes on from each slot to the next."""
    names = [own.name for own in slots]
    continued = dict(zip(names[1:], names, strict=False))
    return Made(compose_issue(issue({"a": told}, slots, continued=continued), toy, memory=memory))


def full(lines: int) -> Any:
    """Characters of one paragraph that fill so many lines of 13字."""
    return paragraphs(han(13 * lines - 2))


def test_a_story_fills_its_first_slot_and_is_balanced_in_the_one_where_it_goes_on(toy: FontBook) -> None:
    both = made(toy, story(*full(18)), FIRST, SECOND)
    columns = both.columns("body")
    assert [len(column) for column in columns] == [10, 0, 4, 4]
    assert [row_of(line.y) for line in columns[0]] == list(range(10))
    assert [row_of(line.y) for line in columns[2]] == [20, 21, 22, 23]
    assert both.text("body") == han(13 * 18 - 2)
    first, second = both.composed.slots
    assert (first.slot, first.room_lines, first.set_lines, first.set_chars) == ("a", 10, 10, 128)
    assert (second.slot, second.room_lines, second.set_lines, second.set_chars) == ("b", 20, 8, 104)
    assert (first.short_lines, second.short_lines, second.short_chars) == (0, 12, 156)


def test_a_paragraph_meets_the_measures_of_the_slots_that_it_crosses(toy: FontBook) -> None:
    wide = replace(SECOND, boxes=(box((3, 4), (21, 30)),), text=replace(SECOND.text, columns=1))
    both = made(toy, story(*full(12)), FIRST, wide)
    columns = both.columns("body")
    assert {line.right - line.x for line in columns[0][1:]} == {130.0}
    assert round(columns[2][0].right - columns[2][0].x, 6) == 280.0
    assert columns[3] == []


def test_over_is_counted_and_said_once_in_the_last_slot(toy: FontBook) -> None:
    both = made(toy, story(*full(33)), FIRST, SECOND)
    first, second = both.composed.slots
    assert (first.over_lines, second.over_lines, second.over_chars) == (0, 3, 39)
    (finding,) = [finding for finding in both.composed.findings if finding.code == "overset"]
    assert message(finding).startswith('page 1 slot "b": over by 39字 (3行)')
    assert finding.location.column == 13 * 30 - 2 + 1


def test_a_story_that_ends_early_leaves_the_next_slot_empty_and_it_is_short(toy: FontBook) -> None:
    both = made(toy, story(*full(7)), FIRST, replace(SECOND, short=2))
    assert [len(column) for column in both.columns("body")] == [7, 0, 0, 0]
    assert [report.short_lines for report in both.composed.slots] == [0, 23]
    assert [message(finding) for finding in both.composed.findings] == ['page 1 slot "b": short by 23行 (299字)']


def test_three_slots_hold_one_story_in_their_order(toy: FontBook) -> None:
    third = slot((2, 2), (41, 45), name="c")
    both = made(toy, story(*full(34)), FIRST, SECOND, third)
    assert [report.set_lines for report in both.composed.slots] == [10, 20, 4]
    assert [row_of(line.y) for line in both.columns("body")[1]] == [40, 41, 42, 43]


def test_the_title_stands_once_and_each_photo_where_its_room_is(toy: FontBook) -> None:
    first = replace(FIRST, photos={"p1": spec("p1", rows=4), "p3": spec("p3", at="bottom", rows=3)})
    second = replace(
        SECOND, photos={"p2": spec("p2", at="top-left", span=2, rows=5), "p1": spec("p1", at="bottom-left")}
    )
    told = story(*full(6), headline="标题", photos={"p1": photo(), "p2": photo(caption="图")})
    both = made(toy, told, first, second)
    assert [line.text for line in both.lines("headline")] == ["标题"]
    assert [(picture.x, row_of(picture.y + 8.8)) for picture in both.pictures] == [
        (COLUMNS[0], 3.0),
        (COLUMNS[2], 20.0),
    ]
    assert both.columns("body")[0][0].y - both.lines("headline")[0].y > 4 * LINE
    assert [row_of(line.y) for line in both.columns("body")[2]] == [25, 26]
    assert [entry.title for entry in both.page.outline] == ["标题"]


def test_either_slot_of_a_story_may_give(toy: FontBook) -> None:
    second = replace(SECOND, photos={"p1": spec("p1", at="top-left", span=2, rows=6)}, short=0)
    told = story(*full(20), photos={"p1": photo()})
    bent = made(toy, told, FIRST, giving(second, give("photo.height", -2, 2), short=0))
    assert [report.gave for report in bent.composed.slots] == ["", "photo.height -1行"]  # each row has what is its own
    assert bent.composed.slots[-1].over_lines == 0


def test_an_edge_between_two_slots_of_one_page_moves_for_a_story_in_both(toy: FontBook) -> None:
    upper = giving(slot((1, 1), (1, 10), name="a"), give("edge.bottom", -3, 3, neighbours=("c",)))
    lower = slot((1, 1), (11, 20), name="c", short=0)
    plan = issue({"a": story(*full(16)), "c": story(*full(8), slug="t")}, [upper, SECOND, lower], continued={"b": "a"})
    page = Made(compose_issue(replace_slots(plan, b=slot((3, 3), (1, 4), name="b", short=0)), toy))
    assert [report.gave for report in page.composed.slots] == ["edge.bottom +2行", "", "edge.top -2行"]
    assert page.codes == []


def replace_slots(plan: Any, **slots: Any) -> Any:
    """The issue with other slots in its page's layout."""
    page = plan.pages[0]
    layout = replace(page.layout, slots={**page.layout.slots, **slots})
    return replace(plan, pages=(replace(page, layout=layout),))


def test_a_thread_is_composed_anew_when_any_of_its_slots_changes(toy: FontBook) -> None:
    memory = Memory()
    before = made(toy, story(*full(18)), FIRST, SECOND, memory=memory)
    again = made(toy, story(*full(18)), FIRST, SECOND, memory=memory)
    assert [mark is other for mark, other in zip(before.page.marks, again.page.marks, strict=True)].count(False) == 0
    narrower = replace(SECOND, text=replace(SECOND.text, columns=1))
    changed = made(toy, story(*full(18)), FIRST, narrower, memory=memory)
    assert changed.columns("body")[2][0].right - changed.columns("body")[2][0].x == 280.0
    assert make(toy, FIRST, story(*full(4)), memory=memory).report.set_lines == 4


def test_a_photo_whose_name_has_room_in_two_slots_stands_in_the_first(toy: FontBook) -> None:
    first = replace(FIRST, photos={"p1": spec("p1", rows=4)})
    second = replace(SECOND, photos={"p1": spec("p1", at="top-left", rows=4)})
    both = made(toy, story(*full(10), photos={"p1": photo()}), first, second)
    assert [picture.x for picture in both.pictures] == [COLUMNS[0]]
    assert [row_of(line.y) for line in both.columns("body")[2]] == [20, 21]
