"""Stories tried in every slot: the ranking beside all ways composed, what stays, what has no room."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from bulletin_layout.compose import compose_issue
from bulletin_layout.compose.arranging.arrangements import Arrangement, Arrangements, arrange
from bulletin_layout.findings import Finding
from bulletin_layout.findings.catalogue import arranging as words
from bulletin_layout.findings.phrases import text
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Give, Issue, Jump, PageLayout, Slot, Story, TextSpec, TitleSpec
from tests.compose.sample import LAYOUT, STYLES, han, issue, paragraphs, photo, slot, spec, story
from tests.support.said import message


def told(slug: str, lines: int, **more: Any) -> Story:
    """A story that fills so many lines of 13字 exactly."""
    return story(*paragraphs(han(13 * lines - 2)), slug=slug, **more)


def room(name: str, column: int, rows: tuple[int, int], **more: Any) -> Slot:
    """A slot of one column, which may not be short."""
    return slot((column, column), rows, name=name, **{"short": 0} | more)


def suggested(
    of: Issue,
    book: FontBook,
    *,
    keep: Sequence[str] = (),
    most: int = 5,
    others: Mapping[str, PageLayout] | None = None,
) -> Arrangements:
    findings: list[Finding] = []
    found = arrange(of, of.pages[0], "x", others or {}, keep, most, book, findings)
    assert findings == []
    assert found is not None
    return found


def put(each: Arrangement) -> dict[str, str]:
    return {placement.slot: placement.story for placement in each.placements}


def small_page(order: Sequence[int] = (0, 1, 2)) -> Issue:
    """Three slots of 10, 20 and 30 rows, and stories that fill them when they stand in this order: 0, 1, 2."""
    slots = [room("a", 1, (1, 10)), room("b", 2, (1, 20)), room("c", 3, (1, 30))]
    stories = [told("s10", 10), told("s20", 20), told("s30", 30)]
    return issue({own.name: stories[number] for own, number in zip(slots, order, strict=True)}, slots)


def test_stories_in_wrong_slots_find_those_that_they_fill(toy: FontBook) -> None:
    found = suggested(small_page((2, 0, 1)), toy)
    assert put(found.best[0]) == {"a": "s10", "b": "s20", "c": "s30"}
    assert found.best[0].cost == (0, 0, 3)
    assert [placement.before for placement in found.best[0].placements] == ["b", "c", "a"]


def test_a_line_over_counts_more_than_a_line_short_and_today_has_its_rank(toy: FontBook) -> None:
    found = suggested(small_page((2, 0, 1)), toy, most=2)
    costs = {
        "".join(str(number) for number in way): sum(
            4 * max(0, 10 * (number - place)) + max(0, 10 * (place - number)) for place, number in enumerate(way)
        )
        for way in itertools.permutations(range(3))
    }
    assert [each.cost[0] for each in found.best] == sorted(costs.values())[:2]
    assert found.today.cost[0] == costs["201"]
    assert found.today.rank == 1 + sum(cost < costs["201"] for cost in costs.values())
    assert (found.ways, found.exact, len(found.best)) == (6, True, 2)


def test_of_equal_ways_the_one_with_fewest_changes_comes_first(toy: FontBook) -> None:
    slots = [room(name, column, (1, 10)) for column, name in enumerate("abc", start=1)]
    page = issue({"a": told("x", 10), "b": told("y", 10), "c": told("z", 9)}, slots)
    found = suggested(page, toy)
    assert found.best[0].today
    assert [each.cost for each in found.best] == [(1, 0, 0), (1, 0, 2), (1, 0, 2), (1, 0, 2), (1, 0, 3)]


def test_what_is_reported_is_what_the_page_gets_when_it_is_written(toy: FontBook) -> None:
    page = small_page((1, 2, 0))
    plan = page.pages[0]
    stories = {told.slug: told for told in plan.put.values()}
    for each in suggested(page, toy, most=6).best:
        then = replace(plan, put={slot: stories[slug] for slot, slug in put(each).items()})
        composed = compose_issue(replace(page, pages=(then,)), toy)
        assert composed.slots == tuple(placement.report for placement in each.placements)


def edge(name: str, neighbour: str, reach: int) -> Slot:
    """A slot of rows 1–10 whose foot may move, over its neighbour."""
    give = Give("edge.bottom", -reach, reach, "行", "", LAYOUT, "edge.bottom", (neighbour,))
    return replace(room(name, 1 if name == "a" else 2, (1, 10)), give=(give,))


@pytest.mark.parametrize("lengths", [(12, 8, 11, 9), (9, 13, 6, 12), (10, 10, 10, 10), (4, 12, 13, 12), (14, 5, 12, 9)])
def test_with_edges_that_move_the_ranking_is_that_of_all_pages_fitted(lengths: tuple[int, ...], toy: FontBook) -> None:
    slots = [edge("a", "b", 2), room("b", 1, (11, 20)), edge("c", "d", 1), room("d", 2, (11, 20))]
    stories = [told(f"s{number}-{lines}", lines) for number, lines in enumerate(lengths)]
    page = issue(dict(zip("abcd", stories, strict=True)), slots)
    found = suggested(page, toy, most=4)
    assert found.exact
    costs = []
    for way in itertools.permutations(stories):
        then = replace(page.pages[0], put=dict(zip("abcd", way, strict=True)))
        reports = compose_issue(replace(page, pages=(then,)), toy).slots
        lines = sum(4 * report.over_lines + report.short_lines for report in reports)
        moved = sum(one is not other for one, other in zip(way, stories, strict=True))
        costs.append((lines, sum(report.over_chars for report in reports), moved))
    assert [each.cost for each in found.best] == sorted(costs)[:4]
    assert found.today.rank == 1 + sorted(costs).index(costs[0])


def test_a_search_that_is_cut_off_says_so(toy: FontBook, monkeypatch: pytest.MonkeyPatch) -> None:
    slots = [edge("a", "b", 2), room("b", 1, (11, 20)), edge("c", "d", 1), room("d", 2, (11, 20))]
    page = issue({name: told(f"s{lines}", lines) for name, lines in zip("abcd", (14, 5, 12, 9), strict=True)}, slots)
    monkeypatch.setattr("bulletin_layout.compose.arranging.arrangements._MOST_FITTED", 3)
    found = suggested(page, toy)
    assert (found.exact, len(found.best), found.today.today) == (False, 3, True)


def test_slots_to_keep_and_those_of_briefs_and_photos_stay(toy: FontBook) -> None:
    slots = [*(room(name, 1, (10 * k + 1, 10 * k + 10)) for k, name in enumerate("abc")), room("d", 2, (1, 10))]
    photos = replace(room("e", 3, (1, 10)), text=TextSpec(none=True))
    page = issue(
        {"a": told("x", 20), "b": told("y", 5), "c": told("z", 10), "e": story(slug="p")},
        [*slots, photos],
        briefs={"d": (told("m", 2), told("n", 2))},
    )
    found = suggested(page, toy, keep=("c",))
    assert dict(found.stay) == {"c": words.kept(), "d": words.several_briefs(), "e": words.for_photos()}
    assert [put(each) for each in found.best] == [{"a": "x", "b": "y"}, {"a": "y", "b": "x"}]


def test_stories_that_go_on_elsewhere_stay(toy: FontBook) -> None:
    slots = [room(name, 1, (10 * k + 1, 10 * k + 10)) for k, name in enumerate("abcd")]
    jumping = replace(slots[2], jump=Jump(None, "d", LAYOUT))
    page = issue({"a": told("x", 15), "c": told("y", 15)}, [*slots[:2], jumping, slots[3]], continued={"b": "a"})
    found = suggested(page, toy)
    assert set(found.stay) == {"a", "b", "c", "d"}
    assert [put(each) for each in found.best] == [{}]


def test_a_page_that_repeats_stays_whole(toy: FontBook) -> None:
    page = issue({"a": told("x", 20)}, [room("a", 1, (1, 10)), room("b", 2, (1, 20)), room("c", 3, (1, 20))])
    plan = replace(page.pages[0], layout=replace(page.pages[0].layout, repeat=True), flow=(told("y", 90),))
    found = suggested(replace(page, pages=(plan,)), toy)
    assert dict(found.stay) == dict.fromkeys("abc", words.repeats())
    assert [(each.today, put(each)) for each in found.best] == [(True, {})]


def test_a_photo_or_a_head_without_room_weighs_more_than_lines(toy: FontBook) -> None:
    with_photo = room("a", 1, (1, 16), photos=[spec(rows=6)])
    plain = room("b", 2, (1, 12), title=TitleSpec(place="none"))
    page = issue({"a": told("x", 10), "b": told("y", 10, headline="题", photos={"p1": photo()})}, [with_photo, plain])
    first, second = suggested(page, toy).best
    assert put(first) == {"a": "y", "b": "x"}
    remarks = {placement.slot: placement.remarks for placement in second.placements}
    assert remarks == {
        "a": (words.room_vacant("p1"),),
        "b": (words.photo_homeless("p1"), words.headline_homeless()),
    }
    assert second.cost[0] == 40 + 40 + 10 + 6 + 2


def test_other_findings_of_a_story_in_a_slot_are_told(toy: FontBook) -> None:
    long = room("a", 1, (1, 12), headline=replace(STYLES["headline"], lines=2, sizes=()))
    wide = slot((2, 4), (1, 12), name="b", short=99)
    page = issue({"a": told("x", 10, headline=[han(9)]), "b": told("y", 10, headline="短题")}, [long, wide])
    (remark,) = suggested(page, toy).today.placements[0].remarks
    assert text(remark, "en").startswith("headline needs 9.0 em")


def test_a_slot_that_is_empty_today_can_take_a_story(toy: FontBook) -> None:
    page = issue({"a": told("x", 20)}, [room("a", 1, (1, 10)), room("b", 2, (1, 20))])
    found = suggested(page, toy)
    assert put(found.best[0]) == {"b": "x"}
    assert [each.cost for each in found.best] == [(10, 0, 1), (4 * 10 + 20, 130, 0)]
    assert found.today.rank == 2


def test_nine_slots_are_a_finding_that_says_which_to_keep(toy: FontBook) -> None:
    slots = [room(f"n{k}", 1, (5 * k + 1, 5 * k + 5)) for k in range(9)]
    page = issue({own.name: told(own.name, 4) for own in slots}, slots)
    findings: list[Finding] = []
    assert arrange(page, page.pages[0], "x", {}, (), 5, toy, findings) is None
    assert [finding.code for finding in findings] == ["too-many-slots"]
    assert message(findings[0]).endswith("--keep n8")
    assert suggested(page, toy, keep=("n8",), most=1).best[0].today


def test_other_layouts_are_tried_where_they_have_a_slot_for_each_story(toy: FontBook) -> None:
    page = small_page()
    page = replace(page, pages=(replace(page.pages[0], put=dict(page.pages[0].put) | {"c": told("s25", 25)}),))
    own = page.pages[0].layout

    def with_slots(*slots: Slot) -> PageLayout:
        return replace(own, slots={each.name: each for each in slots})

    right = with_slots(room("p", 1, (1, 25)), room("q", 2, (1, 20)), room("r", 3, (1, 10)))
    others = {"right": right, "two": with_slots(*list(right.slots.values())[:2]), "x": own}
    found = suggested(page, toy, others=others)
    assert found.ways == 12
    assert (found.best[0].layout, put(found.best[0])) == ("right", {"p": "s25", "q": "s20", "r": "s10"})
    assert found.best[0].cost == (0, 0, 3 + 4)
    assert found.best[1].today
    assert suggested(page, toy, others=others, keep=("c",)).ways == 2


def test_equal_layouts_do_not_change_the_page(toy: FontBook) -> None:
    page = small_page()
    assert suggested(page, toy, others={"y": page.pages[0].layout}).best[0].today
