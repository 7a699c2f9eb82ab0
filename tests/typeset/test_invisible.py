"""Characters that show nothing, spaces of every width, and dots that stand for · (不可见字符、空格、间隔号)."""

from itertools import pairwise

import pytest

from bulletin_layout.fonts import FontBook
from bulletin_layout.typeset import TextRun, set_vertical
from tests.typeset.setting import EM, galley, glyphs, set_text, style, text_of, words


@pytest.mark.parametrize("char", ["\u200d", "\u200c", "\u2060", "\u200b", "\u00ad", "\ufeff", "\u200e", "\u3164"])
def test_they_take_no_room_and_no_font_need_have_them(toy: FontBook, char: str) -> None:
    for text in (f"王{char}小明", f"王小{char}，明", f"王ab{char}小", f"{char}王小", f"王小{char}"):
        plain = text.replace(char, "")
        assert galley(text, toy).doubts == ()
        assert galley(text, toy).natural == galley(plain, toy).natural
        (line,), (other,) = set_text(text, 30, toy).lines, set_text(plain, 30, toy).lines
        assert [placed.x for placed in glyphs(line)] == [placed.x for placed in glyphs(other)]


@pytest.mark.parametrize("char", ["\u200d", "\u200c", "\ufeff", "\u200e"])
def test_joiners_among_han_go_out_of_the_text(toy: FontBook, char: str) -> None:
    assert text_of(set_text(f"王{char}小{char}明", 30, toy)) == "王小明"


def test_a_place_to_break_is_one_within_a_word(toy: FontBook) -> None:
    text = "一二abcdef\u200bghijk"
    assert words(set_text(text, 6, toy), text) == ["一二abcdef\u200b", "ghijk"]
    assert words(set_text("一二三四\u200b，五六", 4, toy), "一二三四\u200b，五六")[1][0] != "，"


def test_a_word_joiner_allows_no_break(toy: FontBook) -> None:
    text = "一二三词\u2060连接符"
    assert words(set_text(text, 4, toy), text)[0] == "一二三"
    assert words(set_text(text.replace("\u2060", ""), 4, toy), "一二三词连接符")[0] == "一二三词"


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2007"])
def test_spaces_that_forbid_a_break(toy: FontBook, space: str) -> None:
    for text in (f"一二三100{space}公斤", f"一二三1{space}234克", f"一二三四{space}五六"):
        at = text.index(space)
        for measure in range(3, 8):
            lines = set_text(text, measure, toy).lines
            assert all(line.end not in (at, at + 1) for line in lines[:-1]), (text, measure)
        assert text_of(set_text(text, 30, toy)) == text


@pytest.mark.parametrize(
    ("space", "em"),
    [("\u2003", 1), ("\u2002", 0.5), ("\u2009", 0.2), ("\u200a", 0.1), ("\u202f", 0.25), ("\u2007", 0.5)],
)
def test_spaces_keep_their_width(toy: FontBook, space: str, em: float) -> None:
    for text in (f"一{space}二", f"一{space}a", f"1{space}2"):
        single = sum(galley(char, toy).natural for char in (text[0], text[2]))
        assert galley(text, toy).natural - single == pytest.approx(em * EM)
        assert galley(text, toy).doubts == ()
    line = set_text(f"一{space}二三四五六七。八九十一二三四", 8, toy).lines[0]
    assert glyphs(line)[2].x == pytest.approx(1 + em), "whatever the line gives or takes"


def test_a_soft_hyphen_is_where_a_word_is_divided(toy: FontBook) -> None:
    text = "一inter\u00adnation\u00adal二"
    setting = set_text(text, 6, toy)
    assert words(setting, text) == ["一inter\u00ad", "nation\u00adal二"]
    assert setting.lines[0].hyphen
    assert not any(line.hyphen for line in set_text(text, 30, toy).lines)
    assert text_of(set_text(text, 30, toy)) == text


def test_a_selector_follows_its_character(real: FontBook) -> None:
    plain, varied = (set_text(text, 9, real).lines[0].runs[0] for text in ("礼一", "礼\ufe00一"))
    known = real.face("song", "regular").variant("礼", "\ufe00")
    assert varied.texts == ("礼\ufe00", "一")
    assert varied.gids[0] == (known or plain.gids[0])
    sure = set_text("！\ufe01一", 9, real).lines[0].runs[0]
    assert sure.gids[0] == real.face("song", "regular").variant("！", "\ufe01")


def test_a_form_that_the_font_does_not_know_is_said(real: FontBook) -> None:
    found = galley("主讲人葛\U000e0100飞，神\ufe00田，好\ufe0e", real).doubts
    assert [(doubt.kind, doubt.offset, doubt.text) for doubt in found] == [
        ("variant", 3, "葛\U000e0100"),
        ("variant", 7, "神\ufe00"),
    ]
    assert galley("！\ufe01", real).doubts == ()


@pytest.mark.parametrize("dot", "•‧∙⋅・･·")
def test_dots_between_han_are_interpuncts(real: FontBook, dot: str) -> None:
    text = f"让{dot}雅克"
    (line,) = set_text(text, 9, real).lines
    assert [placed.x for placed in glyphs(line)][2] == pytest.approx(1.5)
    assert [run.gids for run in line.runs] == [run.gids for run in set_text("让·雅克", 9, real).lines[0].runs]
    assert text_of(set_text(text, 9, real)) == text
    long = f"来访的有让{dot}雅克先生等人"
    for measure in range(2, 9):
        assert all(not one.startswith(dot) for one in words(set_text(long, measure, real), long))


def test_other_dots_stay(real: FontBook) -> None:
    for text in ("• 甲", "a⋅b", "甲 • 乙", "3∙5"):
        dot = next(char for char in text if char in "•⋅∙")
        drawn = [
            run.gids[k]
            for run in set_text(text, 9, real).lines[0].runs
            for k, said in enumerate(run.texts)
            if said == dot
        ]
        face = real.face_for("song", "regular", dot)
        assert face is not None
        assert drawn == [face.nominal(dot)[0]]


def test_in_vertical_lines_too(toy: FontBook) -> None:
    own = style()

    def placed(text: str) -> list[float]:
        column = set_vertical((TextRun(text, own),), own, toy)
        return [y for run in column.runs for y, said in zip(run.ys, run.texts, strict=True) if said.strip()]

    assert placed("王\u200d小\u2060明") == placed("王小明")
    assert placed("让•雅克") == placed("让·雅克")
    first, second = placed("一\u2003二")
    assert second - first == pytest.approx(2 * EM)
    assert all(a < b for a, b in pairwise(placed("10⁻³与CO₂")))
