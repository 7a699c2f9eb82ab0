"""The Han–Latin gap (中西间距): where it stands and where it vanishes (CLREQ 6.3.3), in em."""

import pytest

from bulletin_layout.fonts import FontBook
from bulletin_layout.typeset import TextRun, break_lines, prepare
from bulletin_layout.typeset.adjust import justified
from bulletin_layout.typeset.finish import set_line
from bulletin_layout.typeset.optimum import Step
from tests.typeset.setting import EM, galley, gaps, glyphs, set_text, style, text_of, words


@pytest.mark.parametrize(
    ("text", "natural"),
    [
        ("一a", 1.75), ("a一", 1.75), ("一a一", 3.0), ("一 a 一", 3.0), ("一5G+一", 4.0), ("一25%一", 4.0),
        ("一，a", 2.5), ("一（a）一", 3.5 + 1), ("一·a", 2.0), ("一/a", 2.0), ("一～3", 2.5), ("一，  a", 2.5),
        ("一²", 1.3), ("一（", 2.0), ("一。 二", 3.0), ("a b", 1.5), ("一 二", 2.5), ("【a】一", 3.0),
    ],
)  # fmt: skip
def test_natural_width(toy: FontBook, text: str, natural: float) -> None:
    assert galley(text, toy).natural / EM == pytest.approx(natural)


@pytest.mark.parametrize("gap", [0, 0.125, 0.25])
def test_gap_is_a_style_value(toy: FontBook, gap: float) -> None:
    assert galley("一a二", toy, gap=gap).natural / EM == pytest.approx(2.5 + 2 * gap)
    assert galley("一 a 二", toy, gap=gap).natural / EM == pytest.approx(2.5 + 2 * gap)


def test_gap_vanishes_at_line_edges(toy: FontBook) -> None:
    text = "一二三四abc五六"
    setting = set_text(text, 4, toy)
    assert words(setting, text) == ["一二三四", "abc五六"]
    assert setting.lines[0].ledger.step == 0
    assert glyphs(setting.lines[1])[0].x == 0


def test_typed_space_comes_back_in_the_text(toy: FontBook) -> None:
    text = " 使用 StarSeq  方法 。 好 "
    assert text_of(set_text(text, 4, toy)) == text
    assert text_of(set_text(text, 40, toy)) == text


def test_gap_works_across_runs(toy: FontBook) -> None:
    plain, bold = style(), style(weight="bold")
    mixed = prepare((TextRun("一", plain), TextRun("a", bold), TextRun("二", plain)), plain, toy)
    assert mixed.natural / EM == pytest.approx(3.0)


def test_word_in_two_styles_is_one_word(toy: FontBook) -> None:
    plain, bold = style(), style(weight="bold")
    mixed = prepare((TextRun("一二三Star", plain), TextRun("Seq四", bold)), plain, toy)
    lines = break_lines(mixed, (4 * EM,)).lines
    assert [(line.start, line.end) for line in lines][:2] == [(0, 3), (3, 10)]


def test_gap_shrinks_to_an_eighth_and_opens_to_a_third(toy: FontBook) -> None:
    line = set_text("一二三ab四五六七八", 7.4, toy).lines[0]  # 一二三ab四五六 is 7.5 em with two gaps
    assert gaps(line)[2] == pytest.approx(1.2)
    assert line.ledger.step == 5
    line = set_text("一二三ab四五六七八", 6.8, toy).lines[0]  # 一二三ab四五 is 6.5 em, and all gaps open first
    assert gaps(line)[2] == pytest.approx(1.325)
    assert line.ledger.step == 12


@pytest.mark.parametrize(
    ("measure", "limit", "gap", "other"),
    [
        (6.74, 0.5, 0.298, 0.048),  # all gaps open together first
        (6.85, 0.5, 0.35, 0.05),
        (6.85, 1 / 3, 1 / 3, 0.1833 / 3),  # ordinary gaps open further once the gap is at the house's limit
        (7.15, 0.5, 0.5, 0.05),
        (7.1, 1 / 3, 0.37015, 0.1199),  # they would show: the gap opens on to ½ em
        (7.3, 1 / 3, 0.47015, 0.1199),
    ],
)
def test_gap_opens_to_the_limit_of_the_house(
    toy: FontBook, measure: float, limit: float, gap: float, other: float
) -> None:
    prepared = galley("一二三ab四五六七八九", toy, gap_max=limit)
    line = set_line(
        prepared, justified(prepared), Step(0, 5, False, 0, 0.0), measure * EM, 0.0, 0.0
    )  # 一二三ab四五, 6.5 em
    han = [g.x for g in glyphs(line) if g.text in "一二三四五"]
    assert han[3] - han[2] == pytest.approx(2 + 2 * gap, abs=1e-3)
    assert [han[1] - han[0], han[2] - han[1], han[4] - han[3]] == pytest.approx([1 + other] * 3, abs=1e-3)


@pytest.mark.parametrize(("digit_gap", "natural"), [(None, 5.5), (0, 5.0), (0.125, 5.25)])
def test_digits_have_a_gap_of_their_own(toy: FontBook, digit_gap: float | None, natural: float) -> None:
    """月 6 日 tight, beside letters as ever."""
    assert galley("一12二a三", toy, digit_gap=digit_gap).natural / EM == pytest.approx(natural)
