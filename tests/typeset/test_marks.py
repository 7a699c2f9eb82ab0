"""Marks in the boxes of their classes, measured by ink in the fonts that the project ships."""

import itertools

import pytest

from bulletin_layout.fonts import Face, FontBook
from bulletin_layout.typeset import classes, marks
from tests.typeset.setting import EM, galley, set_text

FAMILIES = [("song", "regular"), ("song", "black"), ("hei", "regular"), ("hei", "black"), ("kai", "regular")]


def ink(face: Face, fitted: marks.FittedMark) -> tuple[float, float]:
    """Left and right edge of the ink from the box's left edge."""
    box = face.ink(fitted.gid)
    return box.left + fitted.dx, box.right + fitted.dx


@pytest.mark.parametrize(("family", "weight"), FAMILIES)
@pytest.mark.parametrize("char", "“”‘’（）《》「」【】，。、；：？！")
def test_half_em_bodies_hold_their_ink(real: FontBook, family: str, weight: str, char: str) -> None:
    face = real.face(family, weight)
    fitted = marks.fit(face, char, classes.kind_of(char))
    left, right = ink(face, fitted)
    assert fitted.box == 0.5
    assert left > -0.04
    assert right < 0.54
    if char in "（《「【，。、；：":  # the designer's own place within the body, where there is one
        assert fitted.dx == pytest.approx(-0.5 if char in "（《「【" else 0.0)


@pytest.mark.parametrize(("family", "weight"), FAMILIES)
def test_interpunct_stands_in_the_middle_of_half_an_em(real: FontBook, family: str, weight: str) -> None:
    face = real.face(family, weight)
    fitted = marks.fit(face, "·", classes.DOT)
    assert fitted.box == 0.5
    assert sum(ink(face, fitted)) / 2 == pytest.approx(0.25, abs=0.02)


@pytest.mark.parametrize(("family", "weight"), FAMILIES)
def test_dash_is_one_bar_of_two_em_at_half_height(real: FontBook, family: str, weight: str) -> None:
    face = real.face(family, weight)
    glyphs = marks.fit_dash(face)
    edges = sorted(ink(face, glyph) for glyph in glyphs)
    assert edges[0][0] < 0.12
    assert edges[-1][1] > 1.88
    assert edges[0][0] + edges[-1][1] == pytest.approx(2.0, abs=0.02)
    assert all(b[0] <= a[1] for a, b in itertools.pairwise(edges)), "no seam"
    box = face.ink(glyphs[0].gid)
    assert 0.29 <= (box.bottom + box.top) / 2 + glyphs[0].dy <= 0.47


@pytest.mark.parametrize(("family", "weight"), FAMILIES)
def test_ellipsis_and_connectors(real: FontBook, family: str, weight: str) -> None:
    face = real.face(family, weight)
    for char, kind, width in (("…", classes.ELLIPSIS, 1.0), ("—", classes.CONN, 1.0), ("～", classes.CONN, 1.0),
                              ("–", classes.CONN, 0.5), ("-", classes.CONN, 0.5), ("/", classes.SLASH, 0.5),
                              ("／", classes.SLASH, 0.5)):  # fmt: skip
        fitted = marks.fit(face, char, kind)
        assert fitted.box == width
        assert sum(ink(face, fitted)) / 2 == pytest.approx(width / 2, abs=0.09), char


@pytest.mark.parametrize(("family", "weight"), FAMILIES)
def test_widths_are_the_same_in_every_font(real: FontBook, family: str, weight: str) -> None:
    """One text of marks and Han has one width, whatever the fonts' own advances."""
    text = "“甲·乙”：《丙》——丁……（戊—己）～庚/辛？！"
    options = {"font": family, "weight": weight}
    assert galley(text, real, **options).natural == pytest.approx(galley(text, real).natural)


def test_western_quotes_and_apostrophes_are_narrow(real: FontBook) -> None:
    """Song draws ’ 1 em wide: not in isn’t."""
    typed, ascii_ = galley("isn’t", real).natural / EM, galley("isn't", real).natural / EM
    assert abs(typed - ascii_) < 0.2
    assert galley("“ok”", real).natural / EM < galley("ok", real).natural / EM + 1.0


def test_low_dash_of_a_western_font_is_raised(toy: FontBook) -> None:
    face = toy.face("song", "regular")
    assert marks.fit(face, "—", classes.CONN).dy == 0
    low = type("Low", (), {"nominal": lambda _s, _c: (1, 1.0), "ink": lambda _s, _g: (0.1, 0.2, 0.9, 0.24)})()
    low.ink = lambda _gid: type(face.ink(0))(0.1, 0.2, 0.9, 0.24)
    assert marks.fit(low, "—", classes.CONN).dy == pytest.approx(0.16)


def test_a_mark_drawn_in_the_middle_is_moved_to_its_body(toy: FontBook) -> None:
    """Fonts of Taiwan and Hong Kong draw ， in the middle of 1 em."""
    face = toy.face("song", "regular")
    middle = type("Middle", (), {"nominal": lambda _s, _c: (1, 1.0)})()
    middle.ink = lambda _gid: type(face.ink(0))(0.4, 0.0, 0.6, 0.2)
    fitted = marks.fit(middle, "，", classes.COMMA)
    assert (0.4 + fitted.dx, 0.6 + fitted.dx) == pytest.approx((0.15, 0.35))


def test_raised_glyphs_reach_the_run(real: FontBook) -> None:
    line = set_text("一——二", 20, real).lines[0]
    assert line.runs[0].texts == ("一", "——", "二")
    assert line.runs[0].ys == ()


@pytest.mark.parametrize(("family", "weight"), FAMILIES)
@pytest.mark.parametrize("char", "■□●◆▲")
def test_end_marks_are_smaller_than_han_and_in_the_middle(real: FontBook, family: str, weight: str, char: str) -> None:
    """文末号: ■ is drawn as large as a Han, and would be the darkest spot of its column."""
    face = real.face_for(family, weight, char)
    assert face is not None
    fitted = marks.fit(face, char, classes.kind_of(char))
    box = face.ink(fitted.gid)
    left, right = (fitted.scale * edge + fitted.dx for edge in (box.left, box.right))
    bottom, top = (fitted.scale * edge + fitted.dy for edge in (box.bottom, box.top))
    assert fitted.box == 1.0
    assert max(right - left, top - bottom) <= 0.72 + 1e-6
    assert (left + right) / 2 == pytest.approx(0.5)
    assert (bottom + top) / 2 == pytest.approx(0.38)
    line = set_text(f"一{char}", 10, real, font=family, weight=weight).lines[0]
    assert [run.size / EM for run in line.runs] == pytest.approx([1.0, fitted.scale] if fitted.scale < 1 else [1.0])
