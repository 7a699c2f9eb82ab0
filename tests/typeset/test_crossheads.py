"""Heads in the text: broken at phrases into nearly even lines."""

import pytest

from bulletin_layout.fonts import FontBook
from bulletin_layout.typeset import Line, TextRun, phraser_of, prepare
from bulletin_layout.typeset.crossheads import break_head
from tests.typeset.setting import EM, advance, galley, glyphs, set_text, style, text_of, words

HEAD = "深化体制机制改革推进科创政策落实落地"


def head_lines(text: str, measure: float, book: FontBook, **options: object) -> list[str]:
    setting = break_head(galley(text, book, **options), measure * EM, phraser_of(book))
    assert text_of(setting) == text
    assert [line.start for line in setting.lines] == [0, *(line.end for line in setting.lines[:-1])]
    assert setting.lines[-1].end == len(text)
    return words(setting, text)


def test_a_long_head_is_broken_between_phrases_into_even_lines(toy: FontBook) -> None:
    filled = words(set_text(HEAD, 13, toy, align="center"), HEAD)
    assert filled == ["深化体制机制改革推进科创政", "策落实落地"]  # what a paragraph would do
    assert head_lines(HEAD, 13, toy, align="center") == ["深化体制机制改革", "推进科创政策落实落地"]


def test_lines_are_centred_and_keep_their_natural_gaps(toy: FontBook) -> None:
    lines = break_head(galley(HEAD, toy, align="center"), 13 * EM, phraser_of(toy)).lines
    assert [(glyphs(line)[0].x, advance(line)) for line in lines] == [
        pytest.approx((2.5, 10.5)),
        pytest.approx((1.5, 11.5)),
    ]
    assert [line.ledger.step for line in lines] == [0, 0]


def test_a_justified_head_is_not_stretched(toy: FontBook) -> None:
    lines = break_head(galley(HEAD, toy, indent=1), 13 * EM, phraser_of(toy)).lines
    assert [(glyphs(line)[0].x, advance(line)) for line in lines] == [pytest.approx((1, 9)), pytest.approx((0, 10))]


def test_a_wide_space_is_the_best_place_and_shows_at_neither_side(toy: FontBook) -> None:
    text = "少填一张表　多下一趟田去"
    assert head_lines(text, 9, toy, align="center") == ["少填一张表　", "多下一趟田去"]
    first = break_head(galley(text, toy, align="center"), 9 * EM, phraser_of(toy)).lines[0]
    assert glyphs(first)[0].x == pytest.approx(2)  # five characters in the middle of nine


def test_what_fits_or_was_broken_by_the_author_stays(toy: FontBook) -> None:
    for text, measure in (("没有一片叶子", 6), ("没有一片\n叶子摆好姿势了", 8), ("没有一片叶子", 40)):
        prepared = galley(text, toy, align="center")
        assert (
            break_head(prepared, measure * EM, phraser_of(toy)).lines
            == set_text(text, measure, toy, align="center").lines
        )


def test_ruby_over_several_characters_keeps_them_on_one_line(toy: FontBook) -> None:
    own = style(align="center")
    plain = [TextRun("深化体制机制改革推进科创政策", own)]
    group = [TextRun("深化体制机制", own), TextRun("改革推进", own, ruby="ab"), TextRun("科创政策", own)]

    def starts(runs: list[TextRun]) -> list[int]:
        return [line.start for line in break_head(prepare(runs, own, toy), 9 * EM, phraser_of(toy)).lines]

    assert starts(plain) == [0, 8]
    assert starts(group)[1] not in (7, 8, 9)


@pytest.mark.parametrize("text", ["", "a" * 40, "，" * 30, "《" + "书" * 30 + "》", "一", "……" * 9])
def test_odd_heads_are_set_too(toy: FontBook, text: str) -> None:
    setting = break_head(galley(text, toy, align="center"), 5 * EM, phraser_of(toy))
    assert text_of(setting) == text
    for line in setting.lines:
        assert isinstance(line, Line)
        assert line.tail is None
