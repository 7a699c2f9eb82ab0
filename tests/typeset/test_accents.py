"""Marks over and under letters (附加符号): composed where the font can, else by measured ink over the letter's ink."""

import unicodedata

import pytest

from bulletin_layout.fonts import Face, FontBook
from bulletin_layout.typeset import Line
from tests.typeset.setting import SIZE, galley, glyphs, set_text, text_of

FONTS = ["song", "hei", "kai"]


def ink(line: Line, index: int) -> tuple[float, float, float, float]:
    """Left, bottom, right, top of the ink of a line's glyph, em, y up."""
    run = line.runs[0]
    box = run.face.ink(run.gids[index])
    x, y = run.xs[index] / SIZE, -(run.ys[index] if run.ys else 0.0) / SIZE
    return x + box.left, y + box.bottom, x + box.right, y + box.top


@pytest.mark.parametrize("font", FONTS)
@pytest.mark.parametrize("text", ["x\u0304", "m\u0300", "X\u0304", "r\u030c", "y\u0300", "q\u0301"])
def test_a_mark_stands_over_the_middle_of_its_letter(real: FontBook, font: str, text: str) -> None:
    (line,) = set_text(text + "甲", 9, real, font=font).lines
    if len(glyphs(line)) == 2:
        return  # the font has the letter with its mark in one glyph
    letter, mark = ink(line, 0), ink(line, 1)
    assert (mark[0] + mark[2]) / 2 == pytest.approx((letter[0] + letter[2]) / 2, abs=0.02)
    assert mark[1] > letter[3] - 0.02, "clear of the letter"
    assert mark[3] < 1.1


def test_the_letter_keeps_its_width_and_the_mark_leaves_the_next_one_alone(real: FontBook) -> None:
    (plain,), (marked,) = set_text("m，甲", 9, real).lines, set_text("m\u0300，甲", 9, real).lines
    places = [x for text, x in glyphs(marked) if text in ("，", "甲")]
    assert places == [x for text, x in glyphs(plain) if text in ("，", "甲")]
    assert ink(marked, 1)[2] < places[0]


def test_several_marks_stand_over_one_another(real: FontBook) -> None:
    (line,) = set_text("p\u0304\u0300", 9, real).lines
    letter, first, second = (ink(line, k) for k in range(3))
    assert letter[3] <= first[1] < first[3] <= second[1]
    assert text_of(set_text("p\u0304\u0300", 9, real)) == "p\u0304\u0300"


@pytest.mark.parametrize("font", FONTS)
@pytest.mark.parametrize("word", ["Zürich", "lǚ", "mañana", "nü", "å", "mā", "ế"])
def test_decomposed_letters_look_like_composed_ones_and_are_copied_as_typed(
    real: FontBook, font: str, word: str
) -> None:
    apart = unicodedata.normalize("NFD", word)
    composed, decomposed = (set_text(text + "汉", 9, real, font=font) for text in (word, apart))
    assert [run.gids for line in decomposed.lines for run in line.runs] == [
        run.gids for line in composed.lines for run in line.runs
    ]
    assert text_of(decomposed) == apart + "汉"
    assert galley(apart, real, font=font).missing == ()


def test_a_letter_and_its_mark_come_from_a_face_that_has_both(real: FontBook) -> None:
    (line,) = set_text("n\u0323", 9, real).lines  # Song has no dot below
    assert len({run.face for run in line.runs}) == 1
    assert galley("n\u0323", real).missing == ()


@pytest.mark.parametrize("char", ["\uf900", "\ufa0e", "\u2126", "\u212b"])
def test_lone_characters_stay_what_they_are(real: FontBook, char: str) -> None:
    face = next((real.face(font, "regular") for font in FONTS if real.face(font, "regular").covers(char)), None)
    if face is None:
        assert galley(char, real).missing == ((0, char),)
        return
    (line,) = set_text(char, 9, real).lines
    assert _drawn(line) == {(run.face, run.face._font.glyph_of(ord(char))) for run in line.runs}
    assert text_of(set_text(char, 9, real)) == char


def _drawn(line: Line) -> set[tuple[Face, int]]:
    return {(run.face, gid) for run in line.runs for gid in run.gids}


def test_marks_on_han_and_kana_stand_on_them_too(real: FontBook) -> None:
    voiced, composed = (set_text(text, 9, real).lines[0].runs[0] for text in ("か\u3099字", "が字"))
    assert (voiced.gids, voiced.texts) == (composed.gids, ("か\u3099", "字"))
    (line,) = set_text("汉\u0304字", 9, real).lines
    letter, mark = ink(line, 0), ink(line, 1)
    assert (mark[0] + mark[2]) / 2 == pytest.approx((letter[0] + letter[2]) / 2)
    assert mark[1] > letter[3]
    assert [x for text, x in glyphs(line) if text in ("汉\u0304", "字")] == [0, 1]
    assert galley("汉\u0323字", real).missing == ((1, "\u0323"),), "Song has no dot below"
