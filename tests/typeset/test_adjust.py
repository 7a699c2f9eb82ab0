"""The order of adjustment (行内调整), proved line by line from the placed glyphs."""

import itertools
from bisect import bisect_right

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin_layout.fonts import FontBook
from bulletin_layout.typeset import Galley, Line, break_lines
from bulletin_layout.typeset.adjust import deepest
from tests.typeset.setting import EM, galley, gaps, set_text

PIECES = [
    "一",
    "二三",
    "四五六七",
    "，",
    "、",
    "。",
    "“八”",
    "（九）",
    "《十》",
    "abc",
    " de fg",
    "12",
    "——",
    "……",
    "：",
    "·",
]
TEXTS = st.lists(st.sampled_from(PIECES), min_size=8, max_size=60).map("".join)
SHRINK, STRETCH = (2, 4, 5, 6, 7), (11, 12)


def joints(prepared: Galley, line: Line) -> dict[int, float]:
    """By how much each joint inside a line differs from its natural glue, points."""
    boxes = prepared.boxes
    a = bisect_right(boxes.starts, line.start) - 1
    b = bisect_right(boxes.starts, line.end - 1) - 1
    xs = [x for run in line.runs for x in run.xs]
    lefts = {box: xs[boxes.first[box] - boxes.first[a]] - boxes.dxs[boxes.first[box]] for box in range(a, b + 1)}
    return {box: lefts[box + 1] - lefts[box] - boxes.widths[box] - boxes.glues[box] for box in range(a, b)}


@settings(max_examples=60, deadline=None)
@given(text=TEXTS, measure=st.integers(min_value=8, max_value=30))
def test_no_later_step_while_an_earlier_one_has_room(toy: FontBook, text: str, measure: int) -> None:
    prepared = galley(text, toy, hyphenate=False)
    for line in break_lines(prepared, (measure * EM,)).lines[:-1]:
        if line.ledger.forced:
            continue
        change = joints(prepared, line)
        used: dict[int, float] = {}
        for step in (*SHRINK, *STRETCH):
            members = {j: cap for j, s, cap in prepared.boxes.caps if s == step and j in change}
            sign = -1 if step in SHRINK else 1
            parts = [min(max(sign * change[j] / cap, 0.0), 1.0) for j, cap in members.items()]
            if not parts:
                continue
            if step in SHRINK or line.ledger.step <= 12:
                assert max(parts) - min(parts) < 1e-6, "members of a step give way equally"
            used[step] = max(parts)
        for order in (SHRINK, STRETCH):
            present = [step for step in order if step in used]
            for earlier, later in itertools.pairwise(present):
                assert used[later] < 1e-6 or used[earlier] > 1 - 1e-6, (line.ledger, used)
        if line.ledger.step in (2, 4, 5, 6, 7):
            assert all(delta < 1e-6 for delta in change.values())
            assert used[line.ledger.step] > 0
        if line.ledger.step == 13:
            opened = [change[j] / EM for j in change if prepared.boxes.even[j]]
            assert opened == pytest.approx([line.ledger.gap] * len(opened))
            assert all(used.get(step, 1.0) > 1 - 1e-6 for step in STRETCH)


def test_brackets_give_way_before_points_and_points_before_full_stops(toy: FontBook) -> None:
    """Blanks of ½ em: two of brackets, one of ，, a gap that gives ⅛ em, and one of 。."""
    prepared = galley("一（二）三，四。五a", toy)
    last = prepared.count - 1
    found = [deepest(prepared, 0, last, -need * EM) for need in (0.0, 0.5, 1.2, 1.6, 2.0, 2.125, 2.2)]
    assert [step for step, _ in found] == [0, 4, 5, 6, 7, 7, -1]
    assert [part for _, part in found[:6]] == pytest.approx([0, 0.5, 0.4, 0.8, 0.75, 1.0])


def test_blanks_of_marks_do_not_open_in_good_lines(toy: FontBook) -> None:
    line = set_text("一二三四五，六七八九十一二三四", 13.9, toy).lines[0]
    assert line.ledger.step == 13
    assert gaps(line)[5] == pytest.approx(1.0)  # ， and its blank
    assert 1.0 < gaps(line)[0] < 1.12


def test_word_spaces_give_way_before_anything_else(toy: FontBook) -> None:
    prepared = galley("ab cd，ef", toy)
    assert [deepest(prepared, 0, prepared.count - 1, -need * EM)[0] for need in (0.2, 0.4)] == [2, 5]


def test_last_line_keeps_its_natural_width(toy: FontBook) -> None:
    last = set_text("一二三四五六七八九十甲乙", 7, toy).lines[-1]
    assert last.ledger.step == 0
    assert gaps(last) == pytest.approx([1.0] * (len(gaps(last))))
