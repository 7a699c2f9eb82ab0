"""Superscripts and subscripts (上标、下标): one way for a run, in the face of the text."""

import pytest

from bulletin_layout.fonts import FontBook
from bulletin_layout.page import GlyphRun
from bulletin_layout.typeset import TextRun, break_lines, prepare, shifted_style
from bulletin_layout.typeset.raised import SIZE
from tests.typeset.setting import EM, galley, set_text, style, text_of, words


def runs(text: str, book: FontBook, **options: str) -> list[GlyphRun]:
    return [run for line in set_text(text, 40, book, **options).lines for run in line.runs]


@pytest.mark.parametrize("text", ["10⁻³", "SO₄²⁻", "NO₃⁻", "P₂O₅", "kg·hm⁻²", "2⁽ⁿ⁺¹⁾", "x₍ᵢ₎"[:1] + "₍₁₎"])
@pytest.mark.parametrize("font", ["song", "hei"])
def test_a_formula_stays_in_the_face_of_its_text(real: FontBook, text: str, font: str) -> None:
    assert {run.face for run in runs(text, real, font=font)} == {real.face(font, "regular")}
    assert galley(text, real, font=font).doubts == ()
    assert text_of(set_text(text, 40, real, font=font)) == text


def test_a_run_is_set_in_one_way(real: FontBook) -> None:
    song = real.face("song", "regular")
    assert song.covers("²")
    assert not song.covers("⁻")
    (base, raised) = runs("s⁻²", real)
    assert (base.size, raised.size, "".join(raised.texts)) == (EM, SIZE * EM, "⁻²")
    assert raised.gids == (song.nominal("−")[0], song.nominal("2")[0])
    assert all(y < -0.3 * EM for y in raised.ys)
    (whole,) = runs("m²", real)
    assert whole.gids[1] == song.nominal("²")[0], "the face's own where it has all of the run"


def test_inferior_figures_go_down(real: FontBook) -> None:
    (_, lowered, __, below) = runs("P₂O₅", real)
    assert all(y > 0 for y in (*lowered.ys, *below.ys))
    assert (lowered.texts, below.texts) == (("₂",), ("₅",))


def test_no_line_breaks_at_them_and_no_gap_opens(toy: FontBook) -> None:
    text = "一二三四CO₂五"
    assert words(set_text(text, 5, toy), text) == ["一二三四", "CO₂五"]
    assert galley("₂五", toy).natural / EM == pytest.approx(SIZE * 0.5 + 1)


def test_a_span_is_raised_or_lowered_whatever_it_says(toy: FontBook) -> None:
    own = style()
    for shift in ("sup", "sub"):
        other = shifted_style(own, shift)
        parts = (TextRun("一10", own), TextRun("－3", other), TextRun("二", own))
        (line,) = break_lines(prepare(parts, own, toy), (20 * EM,)).lines
        raised = [run for run in line.runs if run.size == SIZE * EM]
        assert "".join(text for run in raised for text in run.texts) == "－3"
        assert all((y < 0) == (shift == "sup") for run in raised for y in run.ys)


def test_raised_han_and_marks_stand_as_high_as_raised_figures_and_stay_with_their_base(toy: FontBook) -> None:
    own = style()
    up = shifted_style(own, "sup")
    prepared = prepare((TextRun("一二", own), TextRun("（注）3", up), TextRun("三", own)), own, toy)
    (line,) = break_lines(prepared, (20 * EM,)).lines
    raised = [run for run in line.runs if run.size == SIZE * EM]
    assert {y for run in raised for y in run.ys} == {-up.rise}
    assert all(price < 0 for price in prepared.boxes.breaks[1:5]), "from 二 to 3"
