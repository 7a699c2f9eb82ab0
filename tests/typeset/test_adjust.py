"""The order of adjustment (行内调整) and where lines may stretch, proved line by line from the placed glyphs."""

import itertools
from bisect import bisect_right
from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin_layout.fonts import FontBook
from bulletin_layout.typeset import Galley, Line, break_lines
from bulletin_layout.typeset.adjust import justified
from bulletin_layout.typeset.classes import LATIN
from bulletin_layout.typeset.finish import set_line
from bulletin_layout.typeset.optimum import Step
from tests.typeset.setting import EM, galley, gaps, glyphs, set_text

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
SHRINK, STRETCH = (2, 4, 5, 6, 7), (10, 11, 12)


def joints(prepared: Galley, line: Line) -> dict[int, float]:
    """By how much each joint inside a line differs from its natural glue, points."""
    boxes = prepared.boxes
    a = bisect_right(boxes.starts, line.start) - 1
    b = bisect_right(boxes.starts, line.end - 1) - 1
    xs = [x for run in line.runs for x in run.xs]
    glyphs = boxes.glyphs[a : b + 1]
    firsts = accumulate(map(len, glyphs), initial=0)
    lefts = {a + k: xs[first] - own[0].dx for k, (own, first) in enumerate(zip(glyphs, firsts, strict=False))}
    return {box: lefts[box + 1] - lefts[box] - boxes.widths[box] - boxes.glues[box] for box in range(a, b)}


def parts(prepared: Galley, change: dict[int, float], order: tuple[int, ...], sign: int) -> dict[int, list[float]]:
    """How much of each member's capacity a line uses, by step; a joint uses that of an earlier step first."""
    caps: dict[int, dict[int, float]] = {joint: {} for joint in change}
    for joint in change:
        given = prepared.boxes.caps.get(joint, ())
        caps[joint] |= {step: given[step] for step in order if given and given[step]}
    for joint in change:
        if 10 in order and prepared.boxes.even[joint]:
            caps[joint][10] = 0.05 * prepared.boxes.even[joint]
    found: dict[int, list[float]] = {}
    for joint, members in caps.items():
        rest = max(sign * change[joint], 0.0)
        for step in sorted(members):
            used = min(rest, members[step])
            rest -= used
            found.setdefault(step, []).append(used / members[step])
    return found


@settings(max_examples=60, deadline=None)
@given(text=TEXTS, measure=st.integers(min_value=8, max_value=30))
def test_no_later_step_while_an_earlier_one_has_room(toy: FontBook, text: str, measure: int) -> None:
    prepared = galley(text, toy, hyphenate=False)
    for line in break_lines(prepared, (measure * EM,)).lines[:-1]:
        if line.ledger.forced:
            continue
        change = joints(prepared, line)
        shrunk = parts(prepared, change, SHRINK, -1)
        stretched = parts(prepared, change, STRETCH, 1)
        for used, order in ((shrunk, SHRINK), (stretched, STRETCH)):
            if order is SHRINK or line.ledger.step < 13:
                assert all(max(each) - min(each) < 1e-6 for each in used.values()), "members give way equally"
            for earlier, later in itertools.pairwise(step for step in order if step in used):
                assert max(used[later]) < 1e-6 or min(used[earlier]) > 1 - 1e-6, (line.ledger, used)
        if line.ledger.step in SHRINK:
            assert all(delta < 1e-6 for delta in change.values())
            assert max(shrunk[line.ledger.step]) > 0
        if line.ledger.step >= 10:
            opened = [change[j] / EM for j in change if prepared.boxes.even[j]]
            assert opened == pytest.approx([line.ledger.gap] * len(opened))
        if line.ledger.step == 13:
            assert all(min(each) > 1 - 1e-6 for step, each in stretched.items() if step > 10)


def test_marks_give_way_together_to_three_quarters_then_gaps_then_marks_to_a_half(toy: FontBook) -> None:
    """Blanks of ½ em: two of brackets, one of ，, one of 。; and a gap that gives ⅛ em."""
    prepared = galley("一（二）三，四。五a", toy)
    last = prepared.count - 1
    needs = (0.0, 0.5, 1.0, 1.0625, 1.5, 2.0, 2.125, 2.2)
    found = [justified(prepared)(0, last, -need * EM)[:2] for need in needs]
    assert [step for step, _ in found] == [0, 4, 4, 5, 6, 7, 7, -1]
    assert [part for _, part in found[:7]] == pytest.approx([0, 0.5, 1.0, 0.5, 0.5, 0.5, 1.0])


def test_the_first_of_the_stretch_is_spread_over_all_gaps(toy: FontBook) -> None:
    """一二三ab四五 is 6.5 em with gaps of ¼ em, and three of 0; 0.05 em each is 0.25 em."""
    prepared = galley("一二三ab四五六", toy)
    for measure, gap, other, step in ((6.6, 0.27, 0.02, 10), (6.75, 0.3, 0.05, 10), (6.78, 0.315, 0.05, 12)):
        line = set_line(prepared, justified(prepared), Step(0, 5, False, 0, 0.0), measure * EM, 0.0, 0.0)
        x = [glyph.x for glyph in glyphs(line)]
        assert [x[1] - x[0], x[2] - x[1]] == pytest.approx([1 + other] * 2)
        assert x[3] - x[2] == pytest.approx(1 + gap)
        assert line.ledger.step == step
        assert line.ledger.gap == pytest.approx(other)


def test_blanks_of_marks_do_not_open_in_good_lines(toy: FontBook) -> None:
    line = set_text("一二三四五，六七八九十一二三四", 13.7, toy).lines[0]
    assert line.ledger.step == 13
    assert gaps(line)[5] == pytest.approx(1.0)  # ， and its blank
    assert 1.0 < gaps(line)[0] < 1.08


def test_blanks_of_marks_open_with_the_gaps_in_loose_lines(toy: FontBook) -> None:
    """Six gaps and a blank, and 1 em to fill: 0.05 em each gap, then 0.7 em in 8½ parts, 2½ for the blank."""
    prepared = galley("一二三四五，六七八九十", toy)
    line = set_line(prepared, justified(prepared), Step(0, 8, False, 0, 0.0), 10 * EM, 0.0, 0.0)
    part = 0.7 / 8.5
    assert gaps(line) == pytest.approx([1.05 + part] * 4 + [1, 1 + 2.5 * part] + [1.05 + part] * 2)


def test_word_spaces_give_way_before_anything_else(toy: FontBook) -> None:
    prepared = galley("ab cd，ef", toy)
    assert [justified(prepared)(0, prepared.count - 1, -need * EM)[0] for need in (0.2, 0.4)] == [2, 4]


@pytest.mark.parametrize(
    ("text", "rigid"),
    [
        ("一（二三）四五", [1, 3]),
        ("一二，三“四”五", [1, 4, 5]),
        ("一《二》！三四", [1, 2, 3]),
        ("一二？！三四", [1, 2]),
        ("一二。三四", [1]),
        ("一（二）。三四", [1, 2, 3]),
        ("一二；三：四", [1, 3]),
        ("一～二三", [0, 1]),
    ],
)
def test_nothing_opens_after_an_opening_mark_nor_before_a_closing_one_or_a_point(
    toy: FontBook, text: str, rigid: list[int]
) -> None:
    """Though the line is so loose that blanks of marks open."""
    prepared = galley(f"{text}甲乙丙丁戊", toy)
    last = prepared.count - 1
    blanks = sum(caps[14] for caps in prepared.boxes.caps.values())
    slack = 0.2 * (sum(prepared.boxes.even) + 2 * blanks)
    line = set_line(
        prepared, justified(prepared), Step(0, last - 1, False, 0, 0.0), prepared.ends[last - 1] + slack, 0.0, 0.0
    )
    change = joints(prepared, line)
    assert line.ledger.gap > 0.12
    assert [joint for joint, opened in change.items() if opened < 1e-6] == rigid, text


BOUND = [
    "460|亩", "3| 小时", "50|余人", "第|3期", "第3|期", "11|月12日", "12|日", "2026|年9月", "2026 年 9| 月", "6|点30分",
    "37|℃", "25|％", "￥|25", "25| kg", "1,234.5| mg/L", "300|多公斤", "１２|月", "5| %", "12|万元", "9|个", "7|项",
]  # fmt: skip


@pytest.mark.parametrize("text", BOUND)
def test_nothing_opens_between_a_number_and_its_unit(toy: FontBook, text: str) -> None:
    """The place is where | stands. Elsewhere the line opens by an eighth of an em a gap."""
    before, after = text.split("|")
    text = f"一二三四{before}{after}五六七八九十"
    prepared = galley(text, toy, hyphenate=False)
    place = bisect_right(prepared.boxes.starts, 4 + len(before) - 1) - 1
    last = prepared.count - 2
    line = set_line(
        prepared, justified(prepared), Step(0, last, False, 0, 0.0), prepared.ends[last] + 1.2 * EM, 0.0, 0.0
    )
    change = joints(prepared, line)
    assert change[place] == pytest.approx(0)
    assert change[0] > 0.5
    if after.startswith(" ") and prepared.boxes.kinds[place + 1] == LATIN:
        assert prepared.boxes.glues[place] == pytest.approx(0.25 * EM)


@pytest.mark.parametrize("text", ["三月|6日", "11月|12日", "共|60亩", "A|级", "用5G|网"])
def test_other_gaps_open(toy: FontBook, text: str) -> None:
    before, after = text.split("|")
    text = f"一二三四{before}{after}五六七八九十"
    prepared = galley(text, toy, hyphenate=False)
    last = prepared.count - 2
    line = set_line(
        prepared, justified(prepared), Step(0, last, False, 0, 0.0), prepared.ends[last] + 1.2 * EM, 0.0, 0.0
    )
    place = bisect_right(prepared.boxes.starts, 4 + len(before) - 1) - 1
    change = joints(prepared, line)
    assert change[place] > 0.5


def test_last_line_keeps_its_natural_width(toy: FontBook) -> None:
    last = set_text("一二三四五六七八九十甲乙", 7, toy).lines[-1]
    assert last.ledger.step == 0
    assert gaps(last) == pytest.approx([1.0] * (len(gaps(last))))
