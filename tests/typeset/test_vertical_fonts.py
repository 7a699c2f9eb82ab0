"""Vertical lines in the project's own Song, Hei and Kai: where the ink falls. Points; a line is 10 pt wide."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import pytest

from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Style
from bulletin_layout.typeset import Column, TextRun
from bulletin_layout.typeset.vertical import set_vertical
from tests.support.real_fonts import real_book

FACES = [("song", "regular"), ("song", "black"), ("hei", "black"), ("kai", "regular")]
HEADS = [
    "主题教育",
    "“读书　思考”——访谈",
    "2026年10月28日",
    "CEO与AI研究（一）：新进展！",
    "《细胞》封面，‘一’类。“《诗》云：”",
    "DNA测序、100周年、25%～30%",
    "ABCDEFG Laboratory院士·A·史密斯……",
]


class Spot(NamedTuple):
    """The ink of one glyph: from the line's middle and top, y down."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@pytest.fixture(scope="module")
def book() -> FontBook:
    return real_book()


@pytest.fixture(params=FACES, ids=[" ".join(face) for face in FACES])
def style(request: pytest.FixtureRequest) -> Style:
    family, weight = request.param
    return Style("head", font=family, weight=weight, size=10.0)


def line(book: FontBook, text: str, style: Style) -> Column:
    return set_vertical((TextRun(text, style),), style, book)


def ink(found: Column) -> Iterator[Spot]:
    """Every glyph that shows something."""
    for run in found.runs:
        for gid, x, y, text in zip(run.gids, run.xs, run.ys, run.texts, strict=True):
            left, bottom, right, top = (size * run.size for size in run.face.ink(gid))
            if left == right:
                continue
            if run.turn:
                yield Spot(text, x + bottom, y + left, x + top, y + right)
            else:
                yield Spot(text, x + left * run.stretch, y - top, x + right * run.stretch, y - bottom)


@pytest.mark.parametrize("text", HEADS)
def test_ink_stays_in_the_line_and_runs_down_it(book: FontBook, style: Style, text: str) -> None:
    found = line(book, text, style)
    spots = list(ink(found))
    assert all(0 not in run.gids for run in found.runs)
    assert all(spot.left >= (-6.6 if spot.text in "gjpqy" else -5.5) and spot.right <= 5.5 for spot in spots), spots
    assert all(spot.top >= -0.5 and spot.bottom <= found.height + 0.5 for spot in spots), spots
    for above, below in pairwise(spots):
        across = above.right <= below.left + 0.5 and above.text.isdigit()  # figures side by side
        assert across or above.bottom <= below.top + 0.6, (above, below)


def test_a_dash_is_one_bar_on_the_middle_line(book: FontBook, style: Style) -> None:
    bars = list(ink(line(book, "一——二", style)))[1:-1]
    assert all(abs(bar.left + bar.right) / 2 < 0.6 and bar.right - bar.left < 1 for bar in bars)
    assert all(above.bottom >= below.top - 0.01 for above, below in pairwise(bars)), "a seam"
    assert 10 <= bars[0].top <= 11.1
    assert 28.9 <= bars[-1].bottom <= 30


def test_points_stand_in_the_upper_right_quarter(book: FontBook, style: Style) -> None:
    for spot in list(ink(line(book, "，一、一。一", style)))[::2]:
        middle = (spot.left + spot.right) / 2
        assert middle > 1.5, spot
    tops = [spot.top % 10 for spot in ink(line(book, "一，一、一。一", style)) if spot.text in "，、。"]
    assert max(tops) < 2.5


def test_quotes_are_corner_brackets_that_hug_their_text(book: FontBook, style: Style) -> None:
    opening, han, closing = ink(line(book, "“一”", style))
    assert opening.right > 3  # ﹃ stands at the upper right of its text
    assert opening.bottom <= 5.2
    assert closing.left < -3  # ﹄ at the lower left
    assert closing.top >= 14.8
    assert han.top > opening.bottom
    assert line(book, "“一”", style).height == pytest.approx(20)


def test_single_quotes_are_single_corners_and_double_ones_double(book: FontBook, style: Style) -> None:
    face = book.face(style.font, style.weight)
    single, double = line(book, "‘一", style).runs[0].gids[0], line(book, "“一", style).runs[0].gids[0]
    assert [single, double] == [face.shape(char, vertical=True)[0].gid for char in "「『"]


def test_brackets_lie_across_the_line(book: FontBook, style: Style) -> None:
    spots = [spot for spot in ink(line(book, "（一）《二》【三】", style)) if spot.text not in "一二三"]
    assert all(spot.right - spot.left > 2 * (spot.bottom - spot.top) for spot in spots), spots


def test_capitals_and_figures_have_their_middle_near_the_line_s(book: FontBook, style: Style) -> None:
    for spot in ink(line(book, "HEH一28一2026一HELLO", style)):
        assert spot.text == "一" or spot.left < 0 < spot.right or spot.text.isdigit(), spot
    turned = list(ink(line(book, "HELLO", style)))
    assert all(abs(spot.left + spot.right) / 2 < 0.5 for spot in turned), turned


def test_two_figures_fill_one_em_together(book: FontBook, style: Style) -> None:
    left, right = ink(line(book, "28", style))
    assert -5 <= left.left < left.right <= right.left < right.right <= 5
    assert abs(left.left + right.right) < 1
    assert line(book, "28", style).height == 10
