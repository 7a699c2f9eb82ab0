"""Figures and their signs: ratios and times of day, the minus of a number, and what copied text keeps."""

from pathlib import Path

import pytest

from bulletin_layout.findings import Location
from bulletin_layout.fonts import FontBook, FontFile
from bulletin_layout.render.pdf import render_pdf
from bulletin_layout.typeset import classes, marks
from tests.render.sheets import edition, extracted, lines
from tests.support.toy_font import toy_font
from tests.typeset.setting import EM, galley, glyphs, set_text, text_of
from tests.typeset.test_marks import FAMILIES, ink


@pytest.mark.parametrize("text", ["甲3：2乙", "甲12：30：45乙"])
def test_a_colon_between_figures_takes_half_an_em(toy: FontBook, text: str) -> None:
    (line,) = set_text(text, 20, toy, gap=0).lines
    expected = [0.0, *(1 + k * 0.5 for k in range(len(text) - 1))]
    assert [glyph.x for glyph in glyphs(line)] == pytest.approx(expected)
    assert "".join(glyph.text for glyph in glyphs(line)) == text


@pytest.mark.parametrize(("family", "weight"), FAMILIES)
def test_its_ink_stands_in_the_middle(real: FontBook, family: str, weight: str) -> None:
    fitted = marks.fit(real.face(family, weight), "：", classes.RATIO)
    assert fitted.box == 0.5
    assert sum(ink(real.face(family, weight), fitted)) / 2 == pytest.approx(0.25, abs=0.01)


@pytest.mark.parametrize("slack", [0.1, 0.7, 3.0])
def test_a_loose_line_does_not_open_it(toy: FontBook, slack: float) -> None:
    """Nor when nothing else is left to open."""
    for text in ("甲乙丙3：2丁戊己庚辛", "3：2丁"):
        setting = set_text(text + "\n", 10.5 + slack - 3 * (text[0] == "3"), toy, align="spread", gap=0)
        (colon,) = [glyph.x for glyph in glyphs(setting.lines[0]) if glyph.text == "："]
        around = [glyph.x for glyph in glyphs(setting.lines[0]) if glyph.text in "32"]
        assert [colon - around[0], around[1] - colon] == pytest.approx([0.5, 0.5])


def test_a_colon_that_is_no_ratio_keeps_its_em(toy: FontBook) -> None:
    (line,) = set_text("分：2", 9, toy).lines
    assert [glyph.x for glyph in glyphs(line)] == pytest.approx([0, 1, 2])


def test_a_full_width_minus_is_set_as_the_true_one(toy: FontBook) -> None:
    face = toy.face("song", "regular")
    setting = set_text("为－5度", 9, toy, gap=0.125)
    (line,) = setting.lines
    assert [glyph.x for glyph in glyphs(line)] == pytest.approx([0, 1.125, 1.625, 2.25])
    assert line.runs[0].gids[1] == face.nominal("−")[0]
    assert text_of(setting) == "为－5度"


@pytest.mark.parametrize("text", ["3－5", "北京－上海", "5月－8月", "为－，"])
def test_a_connector_is_no_minus(toy: FontBook, text: str) -> None:
    (line,) = set_text(text, 12, toy).lines
    assert line.runs[0].gids[text.index("－")] == toy.face("song", "regular").nominal("－")[0]


def test_a_book_without_the_true_minus_keeps_what_was_typed(tmp_path: Path) -> None:
    path = toy_font(tmp_path / "song.ttf", chars="为－5")
    book = FontBook({("song", "regular"): FontFile(path, 0, "", "song", "regular", Location("fonts.yaml", 1, 1))}, ())
    assert galley("－5", book).natural == pytest.approx(1.5 * EM)
    assert not galley("－5", book).missing


def test_copied_figures_are_the_typed_ones(real: FontBook) -> None:
    """One glyph then stands for two characters: － and − (U+2212)."""
    text = "比分3：2，气温－5或−8，再到＋3"
    (line,) = set_text(text, 40, real).lines
    copied = extracted(render_pdf(edition(lines(*line.runs))))
    assert "".join(copied.split()) == text
