"""Copyfitting: what a slot may give is given in order, no further than needed, and said."""

import itertools
from dataclasses import replace
from typing import Any

import pytest

from bulletin_layout.compose import compose_issue
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Give, Slot, TitleSpec
from tests.compose.sample import LAYOUT, LINE, Made, han, issue, make, paragraphs, photo, row_of, slot, spec, story
from tests.support.said import message

UNITS: dict[str, Any] = {"photo.height": "行", "line": "pt", "letterspace": "em", "edge.bottom": "行", "edge.top": "行"}


def give(kind: Any, low: float, high: float, target: str = "", neighbours: tuple[str, ...] = ()) -> Give:
    return Give(kind, low, high, UNITS.get(kind, ""), target, LAYOUT, kind, neighbours)


def giving(own: Slot, *gives: Give, short: int = 1) -> Slot:
    return replace(own, give=gives, short=short)


def with_photo(rows: int = 6) -> Slot:
    return slot((1, 2), (1, 12), photos=[spec(at="top-right", span=1, rows=rows)])


def told(count: int) -> Any:
    """A story of ``count`` characters beside a photo: 13 a line, 11 on the first, as many full lines as it takes."""
    return story(*paragraphs(han(count)), photos={"p1": photo()})


def lines(count: int) -> int:
    """Characters that fill so many lines of 13字 exactly."""
    return 13 * count - 2


def test_nothing_bends_in_a_slot_that_is_filled(toy: FontBook) -> None:
    own = giving(with_photo(), give("photo.height", -2, 2))
    made = make(toy, own, told(lines(18)))
    assert (made.report.over_lines, made.report.short_lines, made.report.gave) == (0, 0, "")


def test_a_photo_gives_no_more_rows_than_needed(toy: FontBook) -> None:
    own = giving(with_photo(), give("photo.height", -3, 3))
    made = make(toy, own, told(lines(20)))
    assert made.report.gave == "photo.height -2行"
    assert (made.report.over_lines, made.report.short_lines) == (0, 0)
    assert made.codes == []


def test_a_short_slot_is_filled_by_a_taller_photo(toy: FontBook) -> None:
    own = giving(with_photo(), give("photo.height", -3, 3), short=0)
    made = make(toy, own, told(lines(16)))
    assert made.report.gave == "photo.height +2行"
    assert made.report.short_lines == 0


def test_what_stands_later_in_the_list_gives_only_when_the_earlier_is_used_up(toy: FontBook) -> None:
    own = giving(with_photo(), give("photo.height", -1, 0), give("letterspace", -0.1, 0))
    assert make(toy, own, told(lines(19))).report.gave == "photo.height -1行"
    made = make(toy, own, told(lines(20)))
    assert made.report.gave.startswith("photo.height -1行, letterspace -")
    assert made.report.over_lines == 0


def test_limits_hold_and_the_finding_says_what_would_help(toy: FontBook) -> None:
    own = giving(with_photo(), give("photo.height", -2, 2))
    made = make(toy, own, told(lines(21) + 3))
    (finding,) = made.composed.findings
    assert finding.code == "overset"
    assert "over by 16字 (2行) after give: photo.height -2行" in message(finding)
    assert message(finding).endswith("cut 16字, or allow photo.height -4行")


def test_nothing_bends_that_is_not_listed(toy: FontBook) -> None:
    made = make(toy, giving(with_photo()), told(lines(20)))
    assert (made.report.over_lines, made.report.gave) == (2, "")


def test_text_stays_on_the_grid_unless_leading_is_given(toy: FontBook) -> None:
    made = make(toy, giving(with_photo(), give("photo.height", -3, 0)), told(lines(21)))
    assert all(row_of(line.y).is_integer() for line in made.lines("body"))


def test_leading_gives_rows_to_the_same_box(toy: FontBook) -> None:
    own = giving(slot((1, 1), (1, 10)), give("line", -2, 0))
    made = make(toy, own, story(*paragraphs(han(lines(11)))))
    assert made.report.gave == "line -1.5pt"  # 10 rows of 15 are 145 high, and so are 11 of 13.5
    ys = sorted({line.y for line in made.lines("body")})
    assert len(ys) == 11
    assert {round(b - a, 4) for a, b in itertools.pairwise(ys)} == {round(LINE - 1.5, 4)}


def test_what_helps_only_together_is_given_together(toy: FontBook) -> None:
    """Neither tighter letters nor narrower gaps alone save the line; both do, and no more of either than that."""
    own = giving(slot((1, 1), (1, 2)), give("letterspace", -0.04, 0), give("gap", 0, 0))
    text = list(han(27))
    text[5:26:5] = "AAAAA"
    told = story(*paragraphs("".join(text)))
    assert [make(toy, giving(own, one), told).report.over_lines for one in own.give] == [1, 1]
    both = make(toy, own, told)
    assert (both.report.over_lines, both.report.gave) == (0, "letterspace -3.75%, gap 0")
    assert both.codes == []


def test_a_title_right_below_a_photo_goes_with_it(toy: FontBook) -> None:
    own = slot((1, 1), (1, 20), title=TitleSpec(place="inside", row=7), photos=[spec(at="top", rows=6)])
    told = story(*paragraphs(han(lines(12))), headline="标题", photos={"p1": photo()})
    made = make(toy, giving(own, give("photo.height", -3, 3)), told)
    assert made.report.gave == "photo.height -1行"
    assert made.report.over_lines == 0
    (picture,) = made.pictures
    body = min(line.y for line in made.lines("body"))
    assert picture.y + picture.height < made.lines("headline")[0].y < body


def edge_page(toy: FontBook, first: int, second: int, low: int = -3, high: int = 3) -> Made:
    upper = giving(slot((1, 1), (1, 10), name="a"), give("edge.bottom", low, high, neighbours=("b",)), short=0)
    lower = replace(slot((1, 1), (11, 20), name="b"), short=0)
    put = {
        "a": story(*paragraphs(han(lines(first))), slug="a"),
        "b": story(*paragraphs(han(lines(second), 500)), slug="b"),
    }

    return Made(compose_issue(issue(put, [upper, lower]), toy))


def test_one_slot_grows_as_its_neighbour_shrinks(toy: FontBook) -> None:
    made = edge_page(toy, 12, 8)
    assert made.codes == []
    assert [report.gave for report in made.composed.slots] == ["edge.bottom +2行", "edge.top -2行"]
    assert len({line.y for line in made.lines("body")}) == 20


@pytest.mark.parametrize(("first", "second", "moved"), [(14, 6, 3), (6, 14, -3), (11, 10, 0)])
def test_an_edge_moves_to_its_limit_and_only_if_that_helps(toy: FontBook, first: int, second: int, moved: int) -> None:
    made = edge_page(toy, first, second)
    expected = f"edge.bottom {moved:+}行" if moved else ""
    assert made.composed.slots[0].gave == expected
    over = sum(report.over_lines for report in made.composed.slots)
    assert over == {3: 1, -3: 1, 0: 1}[moved]


def test_what_brings_nothing_does_not_bend_where_nothing_is_enough(toy: FontBook) -> None:
    """The photo goes to its limit, each row is a line less to cut; letters that save none stay."""
    own = giving(with_photo(), give("letterspace", -0.001, 0), give("photo.height", -2, 2))
    made = make(toy, own, told(lines(22)))
    assert (made.report.gave, made.report.over_lines) == ("photo.height -2行", 2)


def test_a_slot_is_bent_even_where_that_is_not_enough(toy: FontBook) -> None:
    unbent = make(toy, giving(with_photo()), told(lines(24))).report.over_lines
    bent = make(toy, giving(with_photo(), give("photo.height", -2, 0)), told(lines(24))).report.over_lines
    assert (unbent, bent) == (6, 4)


def test_what_a_short_slot_gave_is_in_its_finding(toy: FontBook) -> None:
    (finding,) = make(toy, giving(with_photo(), give("photo.height", -3, 3)), told(lines(11))).composed.findings
    assert message(finding).endswith(
        "short by 4行 (52字) after give: photo.height +3行; write 52字, or allow photo.height +5行"
    )
