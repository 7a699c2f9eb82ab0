"""Crossheads in the text, and the byline at its end."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import TextSpec
from bulletin_layout.measures import EM_ASCENT
from tests.compose.sample import (
    COLUMNS,
    EM,
    LINE,
    QUICK,
    STYLES,
    figure,
    grid,
    han,
    make,
    paragraph,
    row_of,
    slot,
    story,
    table,
)
from tests.support.said import message


@QUICK
@given(
    st.lists(st.tuples(st.integers(1, 18), st.integers(1, 90)), min_size=1, max_size=5),
    st.integers(1, 4),
    st.booleans(),
)
def test_a_crosshead_always_has_two_lines_below_it_in_its_column(
    toy: FontBook, parts: list[tuple[int, int]], columns: int, balance: bool
) -> None:
    blocks = []
    for number, (head, text) in enumerate(parts):
        blocks += [paragraph(han(head, 500 * number), 10 + 4 * number, "crosshead")]
        blocks += [paragraph(han(text + 26, 500 * number + 30), 12 + 4 * number)]
    made = make(toy, slot((1, columns), (1, 30), text=TextSpec(balance=balance)), story(*blocks))
    for column in made.columns("body", "crosshead"):
        heads = {line.paragraph for line in made.lines("crosshead") if line in column}
        for number in heads:
            last = max(k for k, line in enumerate(column) if line.paragraph == number)
            below = column[last + 1 : last + 3]
            assert len(below) == 2, "a crosshead at a foot"
            assert {line.paragraph for line in below} == {number + 1}


def test_a_crosshead_takes_two_rows_and_stands_in_their_middle(toy: FontBook) -> None:
    body = (paragraph(han(11)), paragraph(han(5, 90), 12, "crosshead"), paragraph(han(30, 200), 14))
    made = make(toy, slot((1, 1), (1, 20)), story(*body))
    (line,) = made.lines("crosshead")
    page = grid()
    middle = (page.row_top(1) + page.row_foot(2)) / 2
    assert line.y - EM_ASCENT * EM + EM / 2 == pytest.approx(middle)
    assert line.x - COLUMNS[0] == pytest.approx(130 - (line.right - COLUMNS[0]))
    assert row_of(made.lines("body")[1].y) == 3


def test_a_crosshead_of_two_lines_takes_three_rows(toy: FontBook) -> None:
    body = (paragraph(han(20, 90), 12, "crosshead"), paragraph(han(30, 200), 14))
    made = make(toy, slot((1, 1), (1, 20)), story(*body))
    first, second = made.lines("crosshead")
    assert second.y - first.y == pytest.approx(LINE)
    assert row_of(made.lines("body")[0].y) == 3
    assert first.y - EM_ASCENT * EM >= grid().row_top(0)
    assert made.report.set_lines == 3 + 3


def test_a_crosshead_larger_than_a_line_takes_rows_enough(toy: FontBook) -> None:
    style = replace(STYLES["crosshead"], size=24, lines=1)
    body = (paragraph(han(11)), paragraph(han(4, 90), 12, "crosshead"), paragraph(han(30, 200), 14))
    made = make(toy, slot((1, 1), (1, 20), crosshead=style), story(*body))
    (line,) = made.lines("crosshead")
    above, *below = made.lines("body")
    assert line.y - EM_ASCENT * 24 >= above.y
    assert line.y + (1 - EM_ASCENT) * 24 <= below[0].y - EM_ASCENT * EM + 2


def test_a_crosshead_that_ends_the_story_may_stand_at_the_foot(toy: FontBook) -> None:
    made = make(toy, slot((1, 1), (1, 3)), story(paragraph(han(11)), paragraph(han(4, 90), 12, "crosshead")))
    assert made.codes == []
    assert made.text("crosshead") == han(4, 90)


def test_a_crosshead_leaves_the_foot_of_a_column_to_keep_its_text(toy: FontBook) -> None:
    body = (paragraph(han(50)), paragraph(han(4, 90), 12, "crosshead"), paragraph(han(60, 200), 14))
    made = make(toy, slot((1, 2), (1, 7), text=TextSpec(balance=False)), story(*body))
    assert made.lines("crosshead")[0].x > COLUMNS[1]
    # the paragraph before it takes a line more, so that only one row and not three stays empty
    assert [len(column) for column in made.columns("body")][:2] == [5, 5]


@pytest.mark.parametrize(("length", "own_line"), [(5, False), (6, True), (11, True)])
def test_the_byline_stands_on_the_last_line_if_it_fits(toy: FontBook, length: int, own_line: bool) -> None:
    # 13 字 a line: 2 of indent, the text, 1 free, and （甲乙）完, whose first mark loses its blank
    made = make(toy, slot((1, 1), (1, 9)), story(paragraph(han(length)), byline="甲乙"))
    (line,) = made.lines("byline")
    assert row_of(line.y) == (1 if own_line else 0)
    assert line.right == pytest.approx(COLUMNS[0] + 130)
    assert line.text == "（甲乙）完"


def test_a_byline_longer_than_a_line_breaks(toy: FontBook) -> None:
    made = make(toy, slot((1, 1), (1, 9)), story(paragraph(han(11)), byline=han(20, 700)))
    lines = made.lines("byline")
    assert [row_of(line.y) for line in lines] == [1, 2]
    assert made.text("byline") == f"（{han(20, 700)}）完"
    assert all(line.right <= COLUMNS[0] + 130.01 for line in lines)
    assert lines[-1].right == pytest.approx(COLUMNS[0] + 130)


def test_a_byline_without_room_is_reported(toy: FontBook) -> None:
    made = make(toy, slot((1, 1), (1, 1)), story(paragraph(han(11)), byline="甲乙"))
    (finding,) = made.composed.findings
    assert finding.code == "overset"
    assert "over by 1行; surplus is the byline alone" in message(finding)
    assert made.text("byline") == ""


def test_a_story_of_nothing_but_a_byline(toy: FontBook) -> None:
    made = make(toy, slot((1, 2), (1, 9)), story(byline="甲乙"))
    (line,) = made.lines("byline")
    assert (row_of(line.y), round(line.right, 6)) == (0, COLUMNS[0] + 130)
    assert made.report.set_chars == 0


@pytest.mark.parametrize("block", [figure(), table("甲 乙", "一 二")])
def test_a_byline_after_a_block_stands_on_its_own_line(toy: FontBook, block: object) -> None:
    made = make(toy, slot((1, 1), (1, 30)), story(paragraph(han(11)), block, byline="甲乙"))  # type: ignore[arg-type]
    (line,) = made.lines("byline")
    others = [line.y for line in made.lines("body", "table")] + [p.y + p.height for p in made.pictures]
    assert line.y > max(others)
    assert line.right == pytest.approx(COLUMNS[0] + 130)


def test_a_byline_that_may_not_join_stands_alone(toy: FontBook) -> None:
    style = replace(STYLES["byline"], join_last_line=False)
    made = make(toy, slot((1, 1), (1, 9), byline=style), story(paragraph(han(3)), byline="甲乙"))
    assert [row_of(line.y) for line in made.lines("byline")] == [1]


def test_a_crosshead_a_little_larger_than_the_text_takes_one_row(toy: FontBook) -> None:
    style = replace(STYLES["crosshead"], size=10.5, lines=1)
    made = make(
        toy, slot((1, 1), (1, 20), crosshead=style), story(paragraph(han(4), 12, "crosshead"), paragraph(han(30)))
    )
    assert row_of(made.lines("body")[0].y) == 1


def test_a_long_crosshead_is_broken_at_phrases_like_a_head(toy: FontBook) -> None:
    head = paragraph("深化体制机制改革推进科创政策落实落地", 12, "crosshead")
    made = make(toy, slot((1, 1), (1, 20)), story(head, paragraph(han(30), 14)))
    assert [line.text for line in made.lines("crosshead")] == ["深化体制机制改革", "推进科创政策落实落地"]


@pytest.mark.parametrize(("lines", "rows"), [(1, 1), (2, 2), (3, 2), (4, 3)])
def test_a_crosshead_at_the_head_of_a_column_loses_the_air_above_it(toy: FontBook, lines: int, rows: int) -> None:
    head = replace(STYLES["crosshead"], lines=lines)
    body = (paragraph(han(13 * 10 - 2)), paragraph(han(5, 900), 12, "crosshead"), paragraph(han(100, 200), 14))
    made = make(toy, slot((1, 2), (1, 10), crosshead=head, text=TextSpec(balance=False)), story(*body))
    (crosshead,) = made.lines("crosshead")
    assert (crosshead.x > COLUMNS[1], row_of(crosshead.y)) == (True, 0)
    assert row_of(made.columns("body")[1][0].y) == rows
    within = make(toy, slot((1, 1), (1, 30), crosshead=head), story(*body))
    (crosshead,) = within.lines("crosshead")
    assert row_of(crosshead.y) == 10 + (lines - 1) / 2
    assert row_of(within.lines("body")[10].y) == 10 + lines


def test_below_a_picture_at_the_head_of_a_column_a_crosshead_keeps_its_air(toy: FontBook) -> None:
    head = replace(STYLES["crosshead"], lines=3)
    body = (figure(), paragraph(han(5, 900), 12, "crosshead"), paragraph(han(60, 200), 14))
    made = make(toy, slot((1, 1), (1, 30), crosshead=head), story(*body))
    (picture,), (crosshead,) = made.pictures, made.lines("crosshead")
    assert crosshead.y - EM_ASCENT * EM - (picture.y + picture.height) > LINE


@pytest.mark.parametrize("align", ["start", "justify"])
def test_a_crosshead_of_two_lines_is_indented_as_one(toy: FontBook, align: Any) -> None:
    head = replace(STYLES["crosshead"], align=align, indent=2)
    body = (paragraph(han(30)), paragraph(han(17, 90), 12, "crosshead"), paragraph(han(60, 200), 14))
    made = make(toy, slot((1, 1), (1, 30), crosshead=head), story(*body))
    assert {line.x for line in made.lines("crosshead")} == {COLUMNS[0] + 2 * EM}
    assert len(made.lines("crosshead")) == 2
