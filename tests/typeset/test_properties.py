"""What holds for any text at any measure."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin_layout.fonts import FontBook
from bulletin_layout.typeset import TextRun, break_lines, prepare
from bulletin_layout.typeset.classes import NEVER_FIRST, NEVER_LAST
from tests.typeset.setting import EM, SIZE, galley, glyphs, set_text, style, text_of, words

CHARS = "一二三四五六七八九十百千甲乙丙丁，。、；：？！“”‘’（）《》—…·～/-abcXYZ0123 %℃¥　々\n"
ANY = st.text(alphabet=CHARS, max_size=120)
MEASURES = st.lists(st.integers(min_value=4, max_value=30), min_size=1, max_size=5)
PARTS = ["一", "二三", "四五六", "，", "。", "“七”", "（八九）", "《十》", "12", "ab", "——", "、"]


def tame(least: int) -> st.SearchStrategy[str]:
    """Han and ordinary marks only: a legal break is never far, so nothing is forced from 8 em up. ``least``: parts."""
    return st.lists(st.sampled_from(PARTS), min_size=least, max_size=60).map(
        lambda parts: "".join(
            p for k, p in enumerate(parts) if not k or p not in "，。、" or parts[k - 1] not in "，。、——"
        )
    )


TAME = tame(0)


@settings(max_examples=150, deadline=None)
@given(text=ANY, measures=MEASURES)
def test_lines_give_the_text_back(toy: FontBook, text: str, measures: list[int]) -> None:
    setting = set_text(text, measures, toy, indent=2)
    assert text_of(setting) == text.replace("\n", "")
    lines = setting.lines
    assert [line.start for line in lines] == [0, *(line.end for line in lines[:-1])][: len(lines)]
    assert not lines or lines[-1].end == len(text)


@settings(max_examples=100, deadline=None)
@given(text=ANY, measure=st.integers(min_value=1, max_value=30), hanging=st.booleans())
def test_no_line_is_wider_than_its_measure(toy: FontBook, text: str, measure: int, hanging: bool) -> None:
    for line in set_text(text, measure, toy, hanging=hanging).lines:
        visible = [g for g in glyphs(line) if not g.text.isspace()]
        room = measure + (1e-6 if not hanging else 0.5)
        if visible and not line.ledger.forced:
            assert visible[-1].x + 0.5 <= room
            assert visible[0].x >= -0.5 - 1e-6


@settings(max_examples=100, deadline=None)
@given(text=TAME, measure=st.integers(min_value=9, max_value=40))
def test_no_forbidden_head_or_tail(toy: FontBook, text: str, measure: int) -> None:
    found = [line for line in words(set_text(text, measure, toy), text) if line]
    for line in found[1:]:
        assert line[0] not in NEVER_FIRST["gb"] or line.startswith("——"), found
    for line in found[:-1]:
        assert line[-1] not in NEVER_LAST["gb"], found


@settings(max_examples=100, deadline=None)
@given(text=tame(30), measure=st.integers(min_value=9, max_value=20))
def test_justified_lines_end_at_the_measure_or_say_that_they_do_not(toy: FontBook, text: str, measure: int) -> None:
    prepared = galley(text, toy)
    lines = break_lines(prepared, (measure * EM,)).lines
    for line, after in pairwise(lines):
        if line.ledger.forced or (after is lines[-1] and after.ledger.natural < line.ledger.natural):
            continue  # before a shorter last line, a line may stay ragged
        last = max(box for box, start in enumerate(prepared.boxes.starts) if start < line.end)
        own = prepared.boxes.glyphs[last]
        edge = line.runs[-1].xs[-len(own)] - own[0].dx + prepared.boxes.widths[last]
        assert abs(edge - measure * SIZE) < 1e-6


@settings(max_examples=50, deadline=None)
@given(text=TAME, cut=st.integers(min_value=0, max_value=80), measure=st.integers(min_value=8, max_value=20))
def test_a_change_of_ink_changes_no_line(toy: FontBook, text: str, cut: int, measure: int) -> None:
    """Two runs in the same type are set as one."""
    own = style()
    parts = tuple(TextRun(part, own) for part in (text[:cut], text[cut:]))
    whole = break_lines(galley(text, toy), (measure * EM,))
    parted = break_lines(prepare(parts, own, toy), (measure * EM,))
    if not text[max(cut - 1, 0) : cut + 1].isascii():
        assert [(line.start, line.end) for line in parted.lines] == [(line.start, line.end) for line in whole.lines]


@settings(max_examples=30, deadline=None)
@given(text=ANY, measure=st.integers(min_value=4, max_value=20))
def test_same_input_same_lines(toy: FontBook, text: str, measure: int) -> None:
    assert set_text(text, measure, toy).lines == set_text(text, measure, toy).lines


@settings(max_examples=60, deadline=None)
@given(text=TAME, measure=st.integers(min_value=13, max_value=30))
def test_no_lonely_character_from_13_up(toy: FontBook, text: str, measure: int) -> None:
    plain = text.replace("ab", "甲").replace("12", "乙").replace("（八九）", "八").replace("——", "")
    if sum(map(str.isalnum, plain)) > 4 * measure:
        last = words(set_text(plain, measure, toy), plain)[-1]
        assert sum(map(str.isalnum, last)) > 1
