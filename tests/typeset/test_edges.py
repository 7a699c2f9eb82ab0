"""Marks at the edges of lines (行首、行末、段首; GB/T 15834—2011, 5.1.10)."""

import pytest

from bulletin_layout.fonts import FontBook
from tests.typeset.setting import EM, glyphs, set_text, words

HALF_AT_THE_END = "，。、；：？！）》”’」』】"


@pytest.mark.parametrize("mark", HALF_AT_THE_END)
def test_line_end_mark_takes_half_an_em(toy: FontBook, mark: str) -> None:
    text = f"一二三四五六七{mark}一二三"
    setting = set_text(text, 7.5, toy)
    assert words(setting, text)[0] == f"一二三四五六七{mark}"
    first = setting.lines[0]
    assert first.ledger.step == 0
    assert glyphs(first)[-1].x == pytest.approx(7.0)  # the body's left edge: it ends at 7.5


def test_as_is_keeps_the_blank_at_the_line_end(toy: FontBook) -> None:
    text = "一二三四五六七，一二三"
    assert words(set_text(text, 7.5, toy, marks="as-is"), text)[0] == "一二三四五六"


@pytest.mark.parametrize("mark", "（《“「")
def test_opening_mark_loses_its_blank_at_a_line_start(toy: FontBook, mark: str) -> None:
    text = f"一二三四{mark}五六七八九"
    for way, x in (("trim", -0.5), ("full", 0.0), ("hung", -0.5)):
        setting = set_text(text, 4, toy, line_start=way)
        assert words(setting, text)[1].startswith(mark)
        assert glyphs(setting.lines[1])[0].x == pytest.approx(x), way


def test_three_ways_to_begin_a_paragraph(toy: FontBook) -> None:
    """After 2 em of indent the body stands at 2.0–2.5 (trim), 2.5–3.0 (full) or 1.5–2.0 (hung)."""
    for way, body in (("trim", 2.0), ("full", 2.5), ("hung", 1.5)):
        line = set_text("“一”二", 20, toy, indent=2, line_start=way).lines[0]
        assert glyphs(line)[0].x == pytest.approx(body - 0.5), way
        assert glyphs(line)[1].x == pytest.approx(body + 0.5), way


def test_indent_and_hanging_indent(toy: FontBook) -> None:
    text = "一二三四五六七八九十" * 2
    setting = set_text(text, 8, toy, indent=2)
    assert [glyphs(line)[0].x for line in setting.lines] == pytest.approx([2, 0, 0])
    hung = set_text(text, 8, toy, indent=0, hang=2)
    assert [glyphs(line)[0].x for line in hung.lines] == pytest.approx([0, 2, 2])


def test_wide_space_stays_and_collapses_at_a_line_end(toy: FontBook) -> None:
    assert [g.x for g in glyphs(set_text("甲　乙", 9, toy).lines[0])] == pytest.approx([0, 1, 2])
    text = "一二三四　五六七八"
    setting = set_text(text, 4, toy)
    assert words(setting, text) == ["一二三四　", "五六七八"]
    assert setting.lines[0].ledger.step == 0


def test_hanging_point_only_where_it_helps(toy: FontBook) -> None:
    text = "一二三四五六七八，九十一二三"
    plain = set_text(text, 8, toy)
    hung = set_text(text, 8, toy, hanging=True)
    assert words(plain, text)[0] == "一二三四五六七"
    assert words(hung, text)[0] == "一二三四五六七八，"
    assert glyphs(hung.lines[0])[-1].x == pytest.approx(8.0)
    assert hung.lines[0].ledger.gap == 0


def test_compressing_brackets_comes_before_hanging(toy: FontBook) -> None:
    text = "一（二）三四五六七，八九十甲"
    hung = set_text(text, 9, toy, hanging=True)
    assert words(hung, text)[0] == "一（二）三四五六七，"
    assert hung.lines[0].ledger.step == 4
    assert glyphs(hung.lines[0])[-1].x == pytest.approx(8.5)


@pytest.mark.parametrize("text", ["一二三四五六七八。”九十一二三", "一二三四五六七八？九十一二三"])
def test_neither_a_run_of_marks_nor_a_question_mark_hangs(toy: FontBook, text: str) -> None:
    for line in set_text(text, 8, toy, hanging=True).lines:
        for glyph in glyphs(line):
            assert glyph.x < 8


def test_alignments(toy: FontBook) -> None:
    for align, x in (("start", 0.0), ("justify", 0.0), ("center", 2.5), ("end", 5.0)):
        line = set_text("一二三四五", 10, toy, align=align).lines[0]
        assert [g.x for g in glyphs(line)] == pytest.approx([x, x + 1, x + 2, x + 3, x + 4]), align


def test_spread_names(toy: FontBook) -> None:
    """均排: two characters over the width of three."""
    assert [g.x for g in glyphs(set_text("杜实", 3, toy, align="spread").lines[0])] == pytest.approx([0, 2])
    assert [g.x for g in glyphs(set_text("欧阳明", 3, toy, align="spread").lines[0])] == pytest.approx([0, 1, 2])


def test_letterspace(toy: FontBook) -> None:
    line = set_text("一二ab三", 20, toy, letterspace=0.1, gap=0.25).lines[0]
    assert [g.x for g in glyphs(line)] == pytest.approx([0, 1.1, 2.45, 3.05, 3.9])


def test_natural_counts_trimmed_edges_and_the_widest_typed_line(toy: FontBook) -> None:
    from tests.typeset.setting import galley

    assert galley("（一）", toy).natural / EM == pytest.approx(2)
    assert galley("一二\n三四五\n六", toy).natural / EM == pytest.approx(3)
    assert galley("", toy).natural == 0
