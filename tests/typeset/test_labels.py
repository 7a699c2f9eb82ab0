"""The label of a list's item (编号): the text after it begins where the other lines do."""

import pytest

from bulletin_layout.fonts import FontBook
from bulletin_layout.typeset import Setting, TextRun, break_lines, prepare
from tests.typeset.setting import EM, glyphs, style, text_of

TEXT = "甲，乙丙丁戊己，庚辛壬癸子丑寅卯辰，巳午未申酉戌亥甲乙丙"


def item(label: str, text: str, measure: float, book: FontBook, **options: float) -> Setting:
    own = style(**{"indent": 0.5, "hang": 2} | options)
    return break_lines(prepare((TextRun(label + text, own),), own, book, label=len(label)), (measure * EM,))


@pytest.mark.parametrize("label", ["1.\u3000", "2)\u3000", "·\u3000", "●\u3000", "·", "1."])
@pytest.mark.parametrize("measure", [8.2, 9.5, 9.9, 12, 13.3])
def test_text_begins_at_the_hang_on_every_line(toy: FontBook, label: str, measure: float) -> None:
    setting = item(label, TEXT, measure, toy)
    first = glyphs(setting.lines[0])
    assert first[len(label)].text == "甲"
    assert first[len(label)].x == pytest.approx(2)
    assert first[0].x == pytest.approx(0.5, abs=0.5)
    for line in setting.lines[1:]:
        assert glyphs(line)[0].x == pytest.approx(2)
    assert text_of(setting) == label + TEXT


def test_wide_label_keeps_a_little_air(toy: FontBook) -> None:
    first = glyphs(item("（十二）\u3000", TEXT, 12, toy).lines[0])
    assert first[5].x == pytest.approx(0.5 + 3 + 0.125)


def test_label_without_hang_is_followed_by_its_space(toy: FontBook) -> None:
    first = glyphs(item("1.\u3000", TEXT, 9.7, toy, indent=2, hang=0).lines[0])
    assert first[3].x == pytest.approx(2 + 1 + 1)


def test_no_line_ends_in_a_label(toy: FontBook) -> None:
    for measure in (6, 6.5, 7):
        assert item("（一）\u3000", TEXT, measure, toy).lines[0].end > 4


def test_label_alone(toy: FontBook) -> None:
    assert text_of(item("1.\u3000", "", 9, toy)) == "1.\u3000"
