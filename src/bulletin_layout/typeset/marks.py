"""Fits the glyph of each mark into the box of its class, by its ink in the font that is used (标点字身框).

Fonts do not agree on marks: the advance of · is 0.33 em in one font and 1 em in another, that of “ 0.35 or 1 em; —— is
low, short or in two pieces. So the ink is measured and the glyph moved in its box: ½ em wide for points, brackets,
quotes and · (GB/T 15834—2011 5.1), 2 em for ——. All quantities are em.
"""

from collections.abc import Sequence
from math import ceil
from typing import Final

from bulletin_layout.fonts import Face, InkBounds
from bulletin_layout.typeset.classes import (
    CLOSE,
    COMMA,
    CONN,
    DOT,
    ELLIPSIS,
    IDEOGRAPHIC_SPACE,
    MULTI,
    OPEN,
    RATIO,
    SLASH,
    STOP,
    WIDE,
)
from bulletin_layout.values import NamedTuple


class FittedMark(NamedTuple):
    """A glyph in its box: width of the box, the glyph's origin from the box's left edge (``dx``) and from the baseline
    (``dy``, up), and its size as a multiple of the text's (``scale``)."""

    gid: int
    dx: float
    dy: float
    box: float
    scale: float = 1.0


#: If ink passes the edge of its box by more than this, the mark is centred in the box instead.
_OVERHANG: Final = 0.03
#: Height of a dash's bar and of an ellipsis's points over the baseline (the middle of Han), and the tolerated error.
_MIDDLE: Final = 0.38
_MIDDLE_SLACK: Final = 0.09
#: A glyph with at least this advance was designed for a box of 1 em.
_FULL: Final = 0.75
#: A full-width slash with wider ink is replaced by the Western one, which fits into ½ em.
_WIDEST_SLASH: Final = 0.6
#: Blank at both ends of a —— that is composed of several —.
_DASH_EDGE: Final = 0.05
#: Signs that end a story (文末号). Fonts draw them as large as a Han, which makes them the darkest spot of a page.
_END_MARKS: Final = "■□●◆◇▲△▼"
_END_MARK: Final = 0.72
_NO_INK: Final = InkBounds(0.0, 0.0, 0.0, 0.0)


def fit(face: Face, char: str, kind: int) -> FittedMark:
    """The glyph of a Chinese mark (or a symbol, or U+3000) in the box of its class."""
    if kind == WIDE:
        return _fit_end_mark(face, char) if char in _END_MARKS else as_drawn(face, char)
    if kind in (OPEN, CLOSE, STOP, COMMA, MULTI):
        return _fit_half(face, char, kind)
    if kind == IDEOGRAPHIC_SPACE:
        return FittedMark(face.nominal(char)[0], 0.0, 0.0, 1.0)
    if kind == SLASH and _ink_width(face, char) > _WIDEST_SLASH and face.covers("/"):
        char = "/"
    box = 0.5 if kind in (DOT, SLASH, RATIO) or char in "-–" else 1.0
    gid, advance = face.nominal(char)
    ink = face.ink(gid)
    dx = 0.0
    if abs(advance - box) > _OVERHANG:
        dx = (box - ink.left - ink.right) / 2 if ink != _NO_INK else (box - advance) / 2
    dy = _to_middle(ink) if kind in (CONN, ELLIPSIS) and char in "—…⋯" else 0.0
    return FittedMark(gid, dx, dy, box)


def _fit_half(face: Face, char: str, kind: int) -> FittedMark:
    """A mark with a body of ½ em: the right half of the glyph for opening marks, the left half for all others."""
    gid, advance = face.nominal(char)
    ink = face.ink(gid)
    dx = 0.5 - advance if kind == OPEN else 0.0
    if advance < _FULL:
        dx = (0.5 - advance) / 2
    if ink.left + dx < -_OVERHANG or ink.right + dx > 0.5 + _OVERHANG:
        dx = (0.5 - ink.left - ink.right) / 2  # drawn in the middle of 1 em (Taiwan, Hong Kong), or wider than ½ em
    return FittedMark(gid, dx, 0.0, 0.5)


def _fit_end_mark(face: Face, char: str) -> FittedMark:
    """An end sign in the middle of 1 em, reduced if its ink is larger than ``_END_MARK``."""
    gid = face.nominal(char)[0]
    ink = face.ink(gid)
    scale = min(_END_MARK / max(ink.right - ink.left, ink.top - ink.bottom, 1e-9), 1.0)
    middle = _MIDDLE - scale * (ink.bottom + ink.top) / 2
    return FittedMark(gid, 0.5 - scale * (ink.left + ink.right) / 2, middle, 1.0, scale)


def as_drawn(face: Face, char: str) -> FittedMark:
    """The glyph with its own advance, unmoved (原样)."""
    gid, advance = face.nominal(char)
    return FittedMark(gid, 0.0, 0.0, advance)


def fit_western_quote(face: Face, char: str) -> FittedMark:
    """“ ” ‘ ’ in Western text: if the font draws them 1 em wide, the box is as narrow as the ink plus 0.05 em at each
    side."""
    gid, advance = face.nominal(char)
    if advance < _FULL:
        return FittedMark(gid, 0.0, 0.0, advance)
    ink, air = face.ink(gid), 0.05
    return FittedMark(gid, air - ink.left, 0.0, ink.right - ink.left + 2 * air)


def fit_dash(face: Face) -> tuple[FittedMark, ...]:
    """—— as one bar in a box of 2 em (GB/T 15834—2011 5.1.4): the font's glyph for the pair (``ccmp``), or as many —
    as cover the length without a gap. Every ``dx`` counts from the left edge of the whole box.
    """
    glyphs = face.shape("——")
    if len(glyphs) == 1 and glyphs[0].advance >= 2 * _FULL:
        ink = face.ink(glyphs[0].gid)
        return (FittedMark(glyphs[0].gid, 1 - (ink.left + ink.right) / 2, _to_middle(ink), 2.0),)
    gid = face.nominal("—")[0]
    ink = face.ink(gid)
    width = ink.right - ink.left
    if width <= 0:
        return (FittedMark(gid, 0.0, 0.0, 2.0),)
    length = max(2 * width, 2 - 2 * _DASH_EDGE) if width >= 1 - _DASH_EDGE else 2 - 2 * _DASH_EDGE
    count = max(2, ceil(length / width - 1e-9))
    step = (length - width) / (count - 1)
    first = 1 - length / 2 - ink.left
    return tuple(FittedMark(gid, first + k * step, _to_middle(ink), 2.0) for k in range(count))


def _to_middle(ink: InkBounds) -> float:
    middle = (ink.bottom + ink.top) / 2
    return 0.0 if ink == _NO_INK or abs(middle - _MIDDLE) <= _MIDDLE_SLACK else _MIDDLE - middle


def _ink_width(face: Face, char: str) -> float:
    ink = face.ink(face.nominal(char)[0])
    return ink.right - ink.left


def multi_steps(count: int) -> Sequence[float]:
    """Width in em of each of ``count`` marks ！？ in a row: two share 1 em, three share 2 em (GB/T 15834—2011 5.1.2),
    more have ½ em each."""
    return [2 / 3] * 3 if count == 3 else [0.5] * count
