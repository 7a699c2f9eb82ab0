"""What is not as it should be in a slot is found, mended where a line more or less does it, and else said."""

from dataclasses import replace

import pytest

from bulletin_layout.compose.frame.seats import Stretch
from bulletin_layout.compose.pouring.flaws import Flaw, flaws
from bulletin_layout.compose.pouring.poured import PlacedLines, Poured
from bulletin_layout.compose.text.items import TextItem
from bulletin_layout.findings.catalogue import arranging as words
from bulletin_layout.findings.phrases import NOTHING
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import TextSpec
from bulletin_layout.page import Role
from bulletin_layout.typeset import Setting, break_lines, prepare
from bulletin_layout.typeset.lines import TextRun
from tests.compose.sample import LINE, STYLES, Made, han, make, paragraph, paragraphs, slot, story

ROOM = tuple(Stretch(column, 0, 150.0 * column, 130.0, 6) for column in (0, 1))


def items(toy: FontBook, *kinds: Role) -> list[TextItem]:
    """Paragraphs of three full lines, or heads of one row."""
    found = []
    for number, kind in enumerate(kinds):
        style = STYLES["crosshead" if kind == "crosshead" else "body"]
        told = paragraph(han(4 if kind == "crosshead" else 37, 100 * number))
        galley = prepare((TextRun(told.text, style),), style, toy)
        found.append(TextItem(galley, style, kind, told, rows=1 if kind == "crosshead" else 0))
    return found


def poured(own: list[TextItem], *places: tuple[int, int, int]) -> Poured:
    """Lines of items in (column, row): (item, column, row), those of an item counted as they come."""
    lines: list[PlacedLines] = []
    for item, column, row in places:
        number = sum(line.item == item for line in lines)
        whole = break_lines(own[item].galley, (130.0,)).lines
        setting = Setting.of(tuple(whole[min(k, len(whole) - 1)] for k in range(number + 1)))
        lines.append(PlacedLines(item, number, setting, ROOM[column].part(row, row + 1)))
    return Poured(tuple(lines), (), len(lines))


def kinds(found: tuple[Flaw, ...]) -> list[tuple[str, int, int]]:
    return [(flaw.kind, flaw.column, flaw.rows) for flaw in found]


def rows(item: int, column: int, first: int, last: int) -> list[tuple[int, int, int]]:
    return [(item, column, row) for row in range(first, last + 1)]


def test_a_page_without_flaws_has_none(toy: FontBook) -> None:
    own = items(toy, "body", "body")
    assert flaws(poured(own, *rows(0, 0, 0, 2), *rows(1, 1, 0, 2)), ROOM, own, aligned=True) == ()


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ([*rows(0, 0, 0, 1), *rows(0, 1, 0, 0)], [("lone-head", 1, 1)]),
        ([*rows(0, 0, 0, 0), *rows(0, 1, 0, 1)], [("lone-foot", 0, 1)]),
        ([*rows(0, 0, 0, 2), *rows(1, 1, 0, 0)], [("feet", 1, 1)]),
        ([*rows(0, 0, 0, 0), *rows(1, 0, 3, 4), *rows(1, 1, 0, 3)], [("hole", 0, 1)]),
    ],
    ids=["alone at a head", "alone at a foot", "feet", "hole"],
)  # fmt: skip
def test_each_flaw_is_found(
    toy: FontBook, places: list[tuple[int, int, int]], expected: list[tuple[str, int, int]]
) -> None:
    own = items(toy, "body", "body")
    assert kinds(flaws(poured(own, *places), ROOM, own, aligned=True)) == expected


def test_columns_that_need_not_align_may_end_early_but_for_those_before_the_last(toy: FontBook) -> None:
    own = items(toy, "body", "body")
    last = poured(own, *rows(0, 0, 0, 5), *rows(1, 1, 0, 1))
    assert flaws(last, ROOM, own, aligned=False) == ()
    earlier = poured(own, *rows(0, 0, 0, 2), *rows(1, 1, 0, 2))
    assert kinds(flaws(earlier, ROOM, own, aligned=False)) == [("feet", 0, 2)]


def test_a_head_at_a_foot_is_found_with_no_line_below_or_only_one(toy: FontBook) -> None:
    own = items(toy, "body", "crosshead", "body")
    none = poured(own, *rows(0, 0, 0, 1), (1, 0, 2), *rows(2, 1, 0, 2))
    assert kinds(flaws(none, ROOM, own, aligned=True)) == [("head-at-foot", 0, 1)]
    one = poured(own, *rows(0, 0, 0, 0), (1, 0, 1), (2, 0, 2), *rows(2, 1, 0, 1))
    assert ("head-at-foot", 0, 1) in kinds(flaws(one, ROOM, own, aligned=True))


def test_a_character_alone_on_a_last_line_is_found_unless_the_byline_is_there(toy: FontBook) -> None:
    (own,) = items(toy, "body")
    text = own.galley.text
    (line, after, last) = break_lines(own.galley, (130.0,)).lines
    alone = replace(last, start=len(text) - 1)
    placed = PlacedLines(0, 0, Setting.of((line, after, alone)), ROOM[0].part(0, 3))
    assert kinds(flaws(Poured((placed,), (), 3), ROOM, [own], aligned=True)) == [("lonely", 0, 1)]
    signed = placed._replace(setting=Setting.of((line, after, replace(alone, tail=last))))
    assert flaws(Poured((signed,), (), 3), ROOM, [own], aligned=True) == ()


def feet(made: Made) -> list[float]:
    return [column[-1].y for column in made.columns("body") if column]


def test_the_paragraph_before_takes_a_line_more_where_a_line_would_stand_alone(toy: FontBook) -> None:
    """孤行: of two full lines one would end the first column and one open the second; neither can be three."""
    own = slot((1, 2), (1, 5), text=TextSpec(balance=False))
    made = make(toy, own, story(*paragraphs(han(50), han(24, 200))))
    first, second, *_ = made.columns("body")
    assert [line.paragraph for line in first] == [1] * 5  # four lines by themselves
    assert [line.paragraph for line in second] == [2, 2]
    assert made.report.left == NOTHING
    assert made.text("body") == han(50) + han(24, 200)


def test_what_cannot_be_mended_is_said(toy: FontBook) -> None:
    """Two lines in two columns of one row each: nothing else is lawful."""
    made = make(toy, slot((1, 2), (1, 1)), story(*paragraphs(han(20))))
    assert made.report.left == words.flaws((words.lone_foot(1), words.lone_head(2)))
    assert made.codes == []


def test_feet_align_where_a_head_would_stand_at_one(toy: FontBook) -> None:
    """The text above takes a line more, so that the column that the head leaves is not two lines short."""
    body = (paragraph(han(63)), paragraph(han(4, 90), 12, "crosshead"), paragraph(han(60, 200), 14))
    made = make(toy, slot((1, 2), (1, 30)), story(*body))
    assert [len(column) for column in made.columns("body")][:2] == [6, 5]
    found = feet(made)
    assert max(found) - min(found) <= LINE + 0.01
    assert made.report.left == NOTHING
