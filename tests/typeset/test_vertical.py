"""Vertical lines on the toy font, 10 pt: Han and marks 1 em, Latin ½; every position is a round number."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_layout.findings import Location
from bulletin_layout.fonts import FontBook, FontFile
from bulletin_layout.issue import Style
from bulletin_layout.typeset import Column, TextRun
from bulletin_layout.typeset.cells import cells_of
from bulletin_layout.typeset.classes import may_break
from bulletin_layout.typeset.vertical import break_vertical, set_vertical
from tests.support import toy_font
from tests.support.toy_font import toy_book

STYLE = Style("head", size=10.0)
SPREAD = replace(STYLE, align="spread")
TEXTS = st.text("一二三（）《》“”，。：；！？、—…·～ 　aBCd019%-/é", max_size=30)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> FontBook:
    return toy_book(tmp_path_factory.mktemp("toy"))


def column(book: FontBook, text: str, style: Style = STYLE, extent: float | None = None) -> Column:
    return set_vertical((TextRun(text, style),), style, book, extent=extent)


def placed(found: Column) -> list[tuple[str, float, float, int]]:
    """(text, x, y, turn) of every glyph, rounded."""
    return [
        (text, round(x, 3), round(y, 3), run.turn)
        for run in found.runs
        for text, x, y in zip(run.texts, run.xs, run.ys, strict=True)
    ]


def copied(columns: Sequence[Column]) -> str:
    return "".join(text for found in columns for run in found.runs for text in run.texts)


# -- Han ---------------------------------------------------------------------------------------------------


def test_han_stand_one_below_the_other_on_the_middle_line(book: FontBook) -> None:
    found = column(book, "主题")
    assert placed(found) == [("主", -5, 8.8, 0), ("题", -5, 18.8, 0)]
    assert (found.start, found.end, found.height) == (0, 2, 20)


def test_letterspace_stands_after_every_character_but_the_last(book: FontBook) -> None:
    found = column(book, "主题字", replace(STYLE, letterspace=0.2))
    assert [y for _, _, y, _ in placed(found)] == [8.8, 20.8, 32.8]
    assert found.height == pytest.approx(34)


def test_spread_fills_the_extent_from_head_to_foot(book: FontBook) -> None:
    found = column(book, "主题教育", SPREAD, 100)
    assert [y for _, _, y, _ in placed(found)] == [8.8, 38.8, 68.8, 98.8]
    assert found.height == 100


def test_spread_puts_a_single_character_in_the_middle(book: FontBook) -> None:
    assert placed(column(book, "党", SPREAD, 100)) == [("党", -5, 53.8, 0)]


def test_spread_of_what_is_longer_than_the_extent_keeps_the_natural_height(book: FontBook) -> None:
    assert column(book, "主题教育", SPREAD, 35) == column(book, "主题教育")


def test_only_spread_heeds_the_extent(book: FontBook) -> None:
    assert column(book, "主题", STYLE, 100).height == 20


# -- marks -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "em"),
    [
        ("一，二", 3),
        ("一，", 1.5),  # the blank at the foot goes
        ("“一", 1.5),  # and the one at the head
        ("“一”", 2),
        ("一：", 2),  # ： ； ！ ？ keep their em, at the foot too
        ("一？", 2),
        ("一，“二", 3.5),
        ("一”，二", 3.5),
        ("一。”“二", 4),
        ("一（（二", 3.5),
        ("一：“二", 3.5),
        ("一”：二", 3.5),
        ("一·二", 2.5),
        ("一》·二", 3),
        ("一／二", 2.5),
        ("一——二", 4),
        ("一……二", 4),
        ("一”——二", 5),
        ("一　“二", 3.5),
        ("一—二", 3),
        ("一～二", 3),
        ("一？！二", 4),
    ],
)
def test_marks_lose_their_blank_as_in_horizontal_lines(book: FontBook, text: str, em: float) -> None:
    assert column(book, text).height == pytest.approx(10 * em)


@pytest.mark.parametrize(
    ("style", "text", "em"),
    [
        (replace(STYLE, adjacent=1.0), "一，“二", 3),
        (replace(STYLE, adjacent=1.0), "一”，二", 3.5),
        (replace(STYLE, marks="half"), "一，二“三”四。五", 7),
        (replace(STYLE, marks="kaiming"), "一，二“三”四。五", 7.5),
        (replace(STYLE, marks="line-end-half"), "一，“二。", 4.5),
        (replace(STYLE, marks="as-is"), "“一，", 3),
        (replace(STYLE, line_start="full"), "“一", 2),
    ],
)
def test_the_styles_of_marks(book: FontBook, style: Style, text: str, em: float) -> None:
    assert column(book, text, style).height == pytest.approx(10 * em)


def test_an_opening_mark_at_the_head_is_drawn_from_above_it(book: FontBook) -> None:
    """Its body, the lower half of its em, begins the line."""
    assert placed(column(book, "《一"))[0] == ("《", -5, 3.8, 0)


def test_marks_take_their_vertical_forms(book: FontBook) -> None:
    face = book.face("song", "regular")
    run = column(book, "“一，").runs[0]
    assert run.gids == tuple(g.gid for char in "“一，" for g in face.shape(char, vertical=True))
    assert face.nominal("，")[0] not in run.gids


def test_a_bracket_without_a_vertical_form_is_turned_into_its_half(book: FontBook) -> None:
    """「: ink .55–.95 wide and 0–.7 high; turned, it lies .05–.45 below the head, 3.5 to both sides."""
    assert placed(column(book, "「一」")) == [("「", -3.5, -5, 90), ("一", -5, 13.8, 0), ("」", -3.5, 15, 90)]


def test_a_connector_without_a_vertical_form_is_turned(book: FontBook) -> None:
    """～: ink .05–.95 wide, -.07 to .43 + 350/1000 high."""
    bottom, top = toy_font.box_of("～")[1::2]
    assert placed(column(book, "一～"))[1] == ("～", -(bottom + top) / 200, 10, 90)


def test_a_dash_is_one_glyph_of_two_em_that_carries_both_characters(book: FontBook) -> None:
    dash = column(book, "一——二").runs[0]
    assert dash.texts == ("一", "——", "二")
    assert dash.ys == pytest.approx((8.8, 18.8, 38.8))


def test_a_middle_dot_has_its_ink_in_the_middle_of_half_an_em(book: FontBook) -> None:
    """Its ink is .2–.3 wide and .3–.4 high."""
    assert placed(column(book, "一·"))[1] == ("·", -2.5, 16, 0)


# -- Western text ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("word", ["A", "b", "AI", "CEO", "5G", "SARS", "7", "α"])
def test_short_ones_stand_one_em_each(book: FontBook, word: str) -> None:
    found = column(book, f"一{word}二")
    assert placed(found)[1:-1] == [(char, -2.5, 18.8 + 10 * k, 0) for k, char in enumerate(word)]
    assert found.height == 20 + 10 * len(word)


@pytest.mark.parametrize("word", ["word", "ab", "COVID", "2026", "1,234", "mRNA", "3.5", "A-b"])
def test_words_and_long_numbers_lie_with_a_quarter_em_at_both_sides(book: FontBook, word: str) -> None:
    found = column(book, f"一{word}二")
    assert placed(found)[1:-1] == [(char, -3.8, 12.5 + 5 * k, 90) for k, char in enumerate(word)]
    assert found.height == 20 + 2 * 2.5 + 5 * len(word)


def test_the_gap_vanishes_beside_marks_and_at_the_ends(book: FontBook) -> None:
    assert column(book, "word，一").height == 20 + 20
    assert column(book, "一word", replace(STYLE, gap=0.125)).height == 10 + 1.25 + 20


def test_words_with_spaces_lie_together_even_a_short_one(book: FontBook) -> None:
    found = column(book, "PI Club")
    assert [(text, y, turn) for text, _, y, turn in placed(found) if text != " "] == [
        ("P", 0, 90), ("I", 5, 90), ("C", 12.5, 90), ("l", 17.5, 90), ("u", 22.5, 90), ("b", 27.5, 90),
    ]  # fmt: skip


def test_two_figures_lie_across_one_em(book: FontBook) -> None:
    found = column(book, "28日")
    assert placed(found) == [("2", -5, 8.8, 0), ("8", 0, 8.8, 0), ("日", -5, 18.8, 0)]
    assert {run.stretch for run in found.runs} == {1.0}


def test_three_figures_are_narrowed_to_one_em(book: FontBook) -> None:
    found = column(book, "100年")
    assert placed(found)[:3] == [("1", -5, 8.8, 0), ("0", -1.667, 8.8, 0), ("0", 1.667, 8.8, 0)]
    assert [run.stretch for run in found.runs] == [pytest.approx(2 / 3), 1.0]
    assert found.height == 20


def test_a_percent_sign_stands_below_its_number(book: FontBook) -> None:
    assert placed(column(book, "25%")) == [("2", -5, 8.8, 0), ("5", 0, 8.8, 0), ("%", -2.5, 18.8, 0)]


# -- styles and faces --------------------------------------------------------------------------------------


def test_each_style_has_its_run_and_its_own_em(book: FontBook) -> None:
    large = replace(STYLE, size=20.0, font="hei")
    found = set_vertical((TextRun("一", STYLE), TextRun("二", large)), STYLE, book)
    assert [(run.size, run.xs, run.ys) for run in found.runs] == [
        (10.0, (-5.0,), (8.8,)),
        (20.0, (-10.0,), (pytest.approx(27.6),)),
    ]
    assert found.height == 30


def test_marks_of_two_styles_still_meet(book: FontBook) -> None:
    runs = (TextRun("一，", STYLE), TextRun("“二", replace(STYLE, weight="bold")))
    assert set_vertical(runs, STYLE, book).height == 35


def _book_of(folder: Path, chars: str, monkeypatch: pytest.MonkeyPatch) -> FontBook:
    monkeypatch.setattr(toy_font, "UPRIGHT_FORMS", "")
    path = toy_font.toy_font(folder / "plain.ttf", chars=chars)
    return FontBook({("song", "regular"): FontFile(path, 0, "", "song", "regular", Location("f"))}, ("song",))


def test_quotes_without_vertical_forms_become_corner_brackets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = _book_of(tmp_path, "一“”﹃﹄ ", monkeypatch)
    found = column(book, "“一”")
    face = book.face("song", "regular")
    assert found.runs[0].gids == tuple(face.nominal(char)[0] for char in "﹃一﹄")
    assert copied((found,)) == "“一”"


def test_corner_brackets_are_turned_when_there_is_no_presentation_form(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = _book_of(tmp_path, "一“”『』 ", monkeypatch)
    found = column(book, "“一”")
    face = book.face("song", "regular")
    assert [(run.gids[0], run.turn) for run in found.runs] == [
        (face.nominal("『")[0], 90), (face.nominal("一")[0], 0), (face.nominal("』")[0], 90),
    ]  # fmt: skip


def test_points_without_vertical_forms_move_to_the_upper_right(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = _book_of(tmp_path, "一，？。", monkeypatch)
    assert placed(column(book, "，一？"))[0] == ("，", 0, 3.8, 0)
    assert placed(column(book, "，一？"))[2] == ("？", -2.5, 28.8, 0)


def test_a_dash_without_a_vertical_form_is_turned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = _book_of(tmp_path, "一—⸺", monkeypatch)
    assert placed(column(book, "一——"))[1] == ("——", -3.8, 10, 90)


def test_a_variation_selector_stays_with_its_character(book: FontBook) -> None:
    found = column(book, "葛\U000e0100院")
    assert [text for text, *_ in placed(found)] == ["葛\U000e0100", "院"]
    assert found.height == 20


@given(TEXTS)
def test_copied_text_is_the_source(book: FontBook, text: str) -> None:
    found = column(book, text)
    assert copied((found,)) == text
    assert found == column(book, text)


@given(TEXTS, st.sampled_from(["full", "kaiming", "half", "line-end-half", "as-is"]))
def test_nothing_but_space_is_lost_when_marks_are_pressed(book: FontBook, text: str, marks: str) -> None:
    full = column(book, text, replace(STYLE, marks="as-is")).height
    height = column(book, text, replace(STYLE, marks=marks)).height  # type: ignore[arg-type]  # from Marks
    assert full / 2 - 0.001 <= height <= full


# -- columns -----------------------------------------------------------------------------------------------


def lines(book: FontBook, text: str, extent: float, style: Style = STYLE) -> list[str]:
    return [text[c.start : c.end] for c in break_vertical((TextRun(text, style),), style, book, extent)]


def test_what_fits_is_one_column(book: FontBook) -> None:
    assert lines(book, "主题教育", 40) == ["主题教育"]


def test_heads_break_at_phrases_and_wide_spaces(book: FontBook) -> None:
    assert lines(book, "春风吹绿江南岸　明月照我还家乡", 100) == ["春风吹绿江南岸", "明月照我还家乡"]
    assert lines(book, "研究所与第三人民医院签署战略合作协议", 120) == ["研究所与第三人民医院", "签署战略合作协议"]


def test_a_long_text_fills_column_by_column_with_kinsoku(book: FontBook) -> None:
    text = "一二三四五，六七八九" * 4
    found = lines(book, text, 55)
    assert "".join(found) == text
    assert found[0] == "一二三四五，"  # the comma at the foot takes half an em
    assert lines(book, text, 50)[0] == "一二三四"  # and may not begin the next column


def test_columns_of_a_banner_are_spread(book: FontBook) -> None:
    found = break_vertical((TextRun("春风吹绿江南岸　明月照我还家乡", SPREAD),), SPREAD, book, 100)
    assert [c.height for c in found] == [100, 100]


def test_a_cell_that_is_too_high_stands_alone(book: FontBook) -> None:
    assert lines(book, "一二Laboratory三四", 30) == ["一二", "Laboratory", "三四"]


@given(TEXTS, st.integers(20, 120))
def test_columns_keep_the_text_their_extent_and_kinsoku(book: FontBook, text: str, extent: int) -> None:
    columns = break_vertical((TextRun(text, STYLE),), STYLE, book, extent)
    covered = {at for c in columns for at in range(c.start, c.end)}
    assert all(char in " 　" for at, char in enumerate(text) if at not in covered)
    assert copied(columns).replace(" ", "").replace("　", "") == text.replace(" ", "").replace("　", "")
    for found in columns:
        cells = cells_of((TextRun(text[found.start : found.end], STYLE),), book)
        assert found.height <= extent + 0.01 or len(cells) == 1
    for before, found in pairwise(columns):
        assert may_break(text, found.start) or not any(
            text[at] not in " 　" and may_break(text, at) for at in range(before.start + 1, found.start)
        )
