"""Whole paragraphs: orphans, bylines, columns, typed breaks, run-arounds, hyphens, narrow measures."""

from collections.abc import Sequence
from itertools import pairwise

import pytest

from bulletin_layout.fonts import FontBook
from bulletin_layout.page import GlyphRun
from bulletin_layout.typeset import Line, break_into, break_lines
from tests.typeset.setting import EM, galley, gaps, glyphs, set_text, text_of, words


def test_no_character_alone_on_the_last_line(toy: FontBook) -> None:
    """孤字: compress earlier lines to take it in (GB 5.1.11), else give it company."""
    taken_in = "一二，三四，五六七八九十一。"
    assert words(set_text(taken_in, 12.5, toy), taken_in) == [taken_in]
    pushed = "一二三四五六七八九十甲"
    assert words(set_text(pushed, 10, toy), pushed) == ["一二三四五六七八九", "十甲"]
    assert words(set_text("一二三四，五六七八九十。", 10, toy), "一二三四，五六七八九十。") == [
        "一二三四，五六七八", "九十。",
    ]  # fmt: skip


def tail_of(line: Line) -> tuple[GlyphRun, ...]:
    return line.tail.runs if line.tail is not None else ()


def byline_of(line: Line) -> str:
    return "".join(text for run in tail_of(line) for text in run.texts)


def last_middle(runs: Sequence[GlyphRun]) -> float:
    """The middle of the last glyph's ink, em."""
    run = runs[-1]
    ink = run.face.ink(run.gids[-1])
    return (run.xs[-1] + run.size * (ink.left + ink.right) / 2) / EM


def test_byline_on_the_last_line_when_it_fits(toy: FontBook) -> None:
    tail = galley("（党办）■", toy)  # 2 + ½ + ½ + 1, edges trimmed
    assert tail.natural / EM == pytest.approx(4.5)
    fits = break_lines(galley("一二三四", toy), (10 * EM,), tail=tail).lines
    assert [bool(line.tail) for line in fits] == [True]
    assert last_middle(tail_of(fits[0])) == pytest.approx(9.5)  # ■ is flush right
    assert byline_of(fits[0]) == "（党办）■"
    under = break_lines(galley("一二三四五", toy), (10 * EM,), tail=tail).lines  # 5 + 1 + 4.5 is too much
    assert [bool(line.tail) for line in under] == [False, True]
    assert under[1].runs == ()
    assert last_middle(tail_of(under[1])) == pytest.approx(9.5)


def test_long_byline_takes_several_lines_flush_right(toy: FontBook) -> None:
    tail = galley("（研究生处、科研处、综合办公室）■", toy)
    lines = break_lines(galley("一二三四五六七八", toy), (8 * EM,), tail=tail).lines
    assert len(lines) >= 3
    assert "".join(t for line in lines for run in tail_of(line) for t in run.texts) == tail.text
    assert byline_of(lines[-1])[-2:] == "）■"
    assert last_middle(tail_of(lines[-1])) == pytest.approx(7.5)
    for line in lines[1:-1]:
        assert tail_of(line)[0].xs[-1] / EM == pytest.approx(7.0, abs=0.51)


def test_short_byline_alone_is_never_broken(toy: FontBook) -> None:
    tail = galley("（党办）■", toy)
    for count in range(1, 12):
        lines = break_lines(galley("一" * count, toy), (6 * EM,), tail=tail).lines
        assert [byline_of(line) for line in lines if line.tail] == ["（党办）■"]


def test_last_line_is_not_alone_at_the_head_of_a_column(toy: FontBook) -> None:
    """孤行: set in three lines with a column's end after two, the paragraph takes a fourth."""
    text = "一二，三四，五六七八，九十，甲乙，丙丁戊己，庚辛，壬癸，子丑寅卯，辰巳。"
    assert len(set_text(text, 11, toy).lines) == 3
    aware = break_lines(galley(text, toy), (11 * EM,), column_starts=frozenset({2}))
    assert len(aware.lines) == 4
    assert max(line.ledger.gap for line in aware.lines) < 0.12
    elsewhere = break_lines(galley(text, toy), (11 * EM,), column_starts=frozenset({5}))
    assert len(elsewhere.lines) == 3


def test_many_gaps_that_do_not_show_open_before_a_line_stands_alone(toy: FontBook) -> None:
    """孤行: eight lines of 21 with a column's end after seven become nine, mostly of 19."""
    text = "一二三四五六七八九十甲乙丙" * 12
    free = set_text(text, 21, toy)
    assert len(free.lines) == 8
    aware = break_lines(galley(text, toy), (21 * EM,), column_starts=frozenset({7}))
    assert len(aware.lines) == 9
    assert max(line.ledger.gap for line in aware.lines) < 0.12


def test_no_gap_shows_to_save_a_line_from_standing_alone(toy: FontBook) -> None:
    text = "一二三四五六七八九十甲乙丙"
    aware = break_lines(galley(text, toy), (8 * EM,), column_starts=frozenset({1}))
    assert len(aware.lines) == 2
    assert max(line.ledger.gap for line in aware.lines) == 0


def test_lines_follow_their_measures(toy: FontBook) -> None:
    text = "一二三四五六七八九十" * 5
    setting = set_text(text, [16, 9, 9, 16, 7], toy)
    assert [line.end - line.start for line in setting.lines] == [16, 9, 9, 16]
    setting = set_text(text, [9, 10], toy, indent=2)
    assert [line.end - line.start for line in setting.lines] == [7, 10, 10, 10, 10, 3]


def test_a_first_line_narrower_than_eight_characters_is_indented_by_one(toy: FontBook) -> None:
    def first(measures: list[float], **style: float) -> float:
        return set_text("一二三四五六七八九十" * 3, measures, toy, **style).lines[0].runs[0].xs[0]

    assert first([8], indent=2) == first([8, 5], indent=2) == 20
    assert first([7], indent=2) == first([7, 12], indent=2) == 10
    assert first([7], indent=1) == 10
    assert first([7], indent=0.5) == 5
    assert first([7], indent=0, hang=2) == 0
    assert first([7], indent=3, hang=1) == 20
    prepared = galley("一二三四五六七八九十", toy, indent=2)
    setting = break_into(prepared, (70.0,), 2)
    assert setting is not None
    assert setting.lines[0].runs[0].xs[0] == 10


def test_rest_of_a_paragraph_has_no_indent(toy: FontBook) -> None:
    prepared = galley("一二三四五六七八", toy, indent=2)
    assert break_lines(prepared, (80.0,)).lines[0].runs[0].xs[0] == pytest.approx(20)
    assert break_lines(prepared, (80.0,), first_line=False).lines[0].runs[0].xs[0] == 0


def test_typed_breaks(toy: FontBook) -> None:
    text = "一二三\n四五，\n\n六七"
    setting = set_text(text, 10, toy)
    assert words(setting, text) == ["一二三", "四五，", "", "六七"]
    assert [line.ledger.step for line in setting.lines] == [0, 0, 0, 0]
    assert text_of(setting) == text.replace("\n", "")


def test_a_word_of_two_letters_before_a_typed_break_stands_solid(toy: FontBook) -> None:
    first, second = set_text("00\n天", 4, toy).lines
    assert [(g.text, g.x) for g in glyphs(first)] == [("0", 0.0), ("0", 0.5)]
    assert [g.x for g in glyphs(second)] == [0.0]


def test_empty_text_has_no_lines(toy: FontBook) -> None:
    assert set_text("", 10, toy).lines == ()
    tail = galley("（党办）■", toy)
    assert len(break_lines(galley("", toy), (100.0,), tail=tail).lines) == 1


def test_words_are_hyphenated_only_where_it_helps(real: FontBook) -> None:
    text = "一二三四五六七 international collaborations 八九十"
    narrow = set_text(text, 9, real)
    assert any(line.hyphen for line in narrow.lines)
    hyphen = next(line for line in narrow.lines if line.hyphen)
    assert hyphen.runs[-1].texts[-1] == ""  # the hyphen is no part of the text
    assert text_of(narrow) == text
    assert not any(line.hyphen for line in set_text(text, 9, real, hyphenate=False).lines)
    assert not any(line.hyphen for line in set_text(text, 40, real).lines)


@pytest.mark.parametrize("word", ["INTERNATIONAL", "steam", "MobileNetwork", "IntegraTion", "Sequence2000"])
def test_names_and_short_words_stay_whole(toy: FontBook, word: str) -> None:
    assert not any(line.hyphen for line in set_text(f"一二三四五{word}六七八", 7, toy).lines)
    assert any(line.hyphen for line in set_text("一二三四五international六七八", 7, toy).lines)


@pytest.mark.parametrize("measure", [0.2, 1, 1.5, 2, 3])
@pytest.mark.parametrize(
    "text", ["一", "，", "，，，，", "Internationalization", "1234567890", "（（一））", "——……", "一，二。”三", "a b"]
)
def test_too_narrow_a_measure_ends_in_forced_lines(toy: FontBook, text: str, measure: float) -> None:
    setting = set_text(text, measure, toy)
    assert text_of(setting) == text
    assert [line.start for line in setting.lines[1:]] == [line.end for line in setting.lines[:-1]]


def test_overfull_line_is_owned_up_to(toy: FontBook) -> None:
    setting = set_text("——一二", 1, toy)
    assert setting.lines[0].ledger.forced
    assert set_text("一，二", 1, toy).lines[1].ledger.forced or set_text("一，二", 1, toy).lines[0].ledger.forced


def test_only_a_word_wider_than_its_line_is_cut(toy: FontBook) -> None:
    text = "甲abcdefgh乙ijk丙"
    setting = set_text(text, 3, toy, hyphenate=False)
    found = words(setting, text)
    assert "".join(found) == text
    assert any("ijk" in line for line in found)
    assert not any("abcdefgh" in line for line in found)


def test_missing_characters_are_reported_with_their_places(toy: FontBook) -> None:
    prepared = galley("一𰻝二😀a❄", toy)
    assert prepared.missing == ((1, "𰻝"), (3, "😀"), (5, "❄"))
    assert galley("一二。a", toy).missing == ()


def test_accents_and_selectors_stay_with_their_base(real: FontBook) -> None:
    text = "一！\ufe00cafe\u0301二\u0301三"
    prepared = galley(text, real)
    assert prepared.missing == ()
    assert text_of(set_text(text, 20, real)) == text
    assert len(glyphs(set_text("！\ufe00", 20, real).lines[0])) == 1


@pytest.mark.parametrize("align", ["start", "center", "end"])
def test_ragged_lines_keep_their_natural_width(toy: FontBook, align: str) -> None:
    text = "一二三四五六七八九，十甲乙丙丁戊己庚辛abc壬癸"
    setting = set_text(text, 9, toy, align=align)
    assert text_of(setting) == text
    assert all(line.ledger.step == 0 and line.ledger.gap == 0 for line in setting.lines)
    for line in setting.lines:
        left, right = glyphs(line)[0].x, 9 - (glyphs(line)[0].x + line.ledger.natural / EM)
        wanted = {"start": left, "center": left - right, "end": right}[align]
        assert wanted == pytest.approx(0)


LONG = "一二，三四，五六七八，九十，甲乙，丙丁戊己，庚辛，壬癸，子丑寅卯，辰巳。" * 3


@pytest.mark.parametrize(("measure", "free", "can"), [(11, 10, [9, 10]), (12, 9, [8, 9, 10]), (13, 8, [8, 9])])
def test_a_paragraph_takes_a_line_more_or_less_within_limits(
    toy: FontBook, measure: int, free: int, can: list[int]
) -> None:
    """增行、减行: as many lines as wanted, no gap that shows; else none."""
    own = galley(LONG, toy)
    assert len(break_lines(own, (measure * EM,)).lines) == free
    settings = {count: break_into(own, (measure * EM,), count) for count in range(1, 15)}
    assert [count for count, setting in settings.items() if setting] == can
    for count in can:
        found = settings[count]
        assert found is not None
        assert len(found.lines) == count
        assert text_of(found) == LONG
        assert max(line.ledger.gap for line in found.lines) < 0.12
        assert not any(line.ledger.forced for line in found.lines)


def test_a_line_more_or_less_leaves_no_character_alone(toy: FontBook) -> None:
    own = galley("一二三四五六七八九十" * 2 + "甲乙", toy)
    assert len(break_lines(own, (10 * EM,)).lines) == 3
    assert break_into(own, (10 * EM,), 2) is None
    assert break_into(galley("一二三四五六七八九十", toy), (10 * EM,), 2) is None


def test_a_byline_counts_among_the_lines_wanted(toy: FontBook) -> None:
    own, tail = galley("一，二，三，四，五，六，七八", toy), galley("（党办）■", toy)
    free = break_lines(own, (11 * EM,), tail=tail)
    for wanted in range(1, 6):
        found = break_into(own, (11 * EM,), wanted, tail=tail)
        assert found is None or len(found.lines) == wanted
    same = break_into(own, (11 * EM,), len(free.lines), tail=tail)
    assert same is not None
    assert [byline_of(line) for line in same.lines if line.tail] == ["（党办）■"]


def test_a_paragraph_of_so_many_lines_leaves_none_alone_at_a_column_start(toy: FontBook) -> None:
    def can(column_start: int) -> list[int]:
        starts = frozenset({column_start})
        own = galley(LONG, toy)
        return [count for count in (9, 10) if break_into(own, (11 * EM,), count, column_starts=starts)]

    assert [can(start) for start in (7, 8, 9, 10)] == [[9, 10], [10], [9], [9, 10]]


def test_a_line_that_would_open_too_far_keeps_its_width(toy: FontBook) -> None:
    """Seven characters are not spread over nine em, and the line says that it is short."""
    text = "一二三四五六七Internationalization八九十甲乙"
    lines = set_text(text, 10, toy, hyphenate=False).lines
    assert words(set_text(text, 10, toy, hyphenate=False), text)[:2] == ["一二三四五六七", "Internationalization"]
    assert gaps(lines[0]) == pytest.approx([1.0] * 6)
    assert lines[0].ledger.forced
    assert lines[0].ledger.gap == 0
    assert gaps(set_text("杜实", 6, toy, align="spread").lines[0]) == pytest.approx([5.0])  # 均排 is asked for


@pytest.mark.parametrize(
    ("tail", "limit", "gap"),
    [("BCDF", 0.2, 0.0), ("BCDF", 0.26, 0.25), ("BCDFGHJKLMNPQRST", 0.2, 0.25), ("BCDF" * 4 + "一二三四五", 0.2, 0.25)],
    ids=["before a short line", "loose enough for its style", "before one as long", "before one that is full"],
)
def test_the_line_before_a_short_one_stays_ragged_where_it_would_be_loose(
    toy: FontBook, tail: str, limit: float, gap: float
) -> None:
    text = f"一二三四五六七{tail}"
    first = set_text(text, 8.5, toy, hyphenate=False, loose_limit=limit).lines[0]
    assert text[first.start : first.end] == "一二三四五六七"
    assert first.ledger.gap == pytest.approx(gap)
    assert gaps(first) == pytest.approx([1.0 + gap] * 6)
    assert not first.ledger.forced


@pytest.mark.parametrize("align", ["justify", "start"])
@pytest.mark.parametrize("measure", range(4, 14))
def test_one_character_stands_alone_only_where_nothing_else_is_left(toy: FontBook, align: str, measure: int) -> None:
    """For every place that a line's end can meet a word in."""
    for count in range(1, 12):
        text = "一二三四五六七八九十甲乙丙"[:count] + "abcdefg丁" + "abcd戊己" * 3
        found = words(set_text(text, measure, toy, align=align, hyphenate=False), text)
        for before, line in pairwise(found[:-1]):
            if len(line.strip()) == 1:
                assert before.endswith("abcdefg") or line == text[0]
                assert measure < 4.5
