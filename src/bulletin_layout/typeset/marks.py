"""Each mark fitted to the box of its class, by the ink it has in this very font (标点字身框).

Fonts do not keep to the table: · is 0.33 em in one and 1 em in the next, “ 0.35 or 1, —— low, short or in two
halves. So the ink is measured and the glyph is moved into its box: half an em for points, brackets, quotes and ·, two
em for ——. All quantities are em.
"""

from collections.abc import Sequence
from math import ceil
from typing import Final, NamedTuple

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


class FittedMark(NamedTuple):
    """A glyph in its box: ``box`` wide, the glyph's origin ``dx`` right of the box's left edge and ``dy`` up; it is
    set in ``scale`` times the size of the text."""

    gid: int
    dx: float
    dy: float
    box: float
    scale: float = 1.0


#: Ink may pass the edge of its box by this much before the mark is centred on the box instead.
_OVERHANG: Final = 0.03
#: Where the bar of a dash and the points of an ellipsis belong, over the baseline, and how far off they may be.
_MIDDLE: Final = 0.38
_MIDDLE_SLACK: Final = 0.09
#: Glyphs at least this wide are drawn for a full em box.
_FULL: Final = 0.75
#: A slash with wider ink is drawn with the Western one instead.
_WIDEST_SLASH: Final = 0.6
#: Ink of a —— runs to this distance from both ends of its 2 em when it has to be put together.
_DASH_EDGE: Final = 0.05
#: Signs that end a story (文末号). Fonts draw them as large as a Han, and then nothing on the page is as dark.
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
    """Body half an em: an opening mark's is the right half of its glyph, a closing mark's the left half."""
    gid, advance = face.nominal(char)
    ink = face.ink(gid)
    dx = 0.5 - advance if kind == OPEN else 0.0
    if advance < _FULL:
        dx = (0.5 - advance) / 2
    if ink.left + dx < -_OVERHANG or ink.right + dx > 0.5 + _OVERHANG:
        dx = (0.5 - ink.left - ink.right) / 2  # drawn in the middle (港台), or too wide for half an em
    return FittedMark(gid, dx, 0.0, 0.5)


def _fit_end_mark(face: Face, char: str) -> FittedMark:
    """A sign of 1 em whose ink is no larger than ``_END_MARK``, in the middle of the em box."""
    gid = face.nominal(char)[0]
    ink = face.ink(gid)
    scale = min(_END_MARK / max(ink.right - ink.left, ink.top - ink.bottom, 1e-9), 1.0)
    middle = _MIDDLE - scale * (ink.bottom + ink.top) / 2
    return FittedMark(gid, 0.5 - scale * (ink.left + ink.right) / 2, middle, 1.0, scale)


def as_drawn(face: Face, char: str) -> FittedMark:
    """The glyph as the font has it (原样): its own advance, moved nowhere."""
    gid, advance = face.nominal(char)
    return FittedMark(gid, 0.0, 0.0, advance)


def fit_western_quote(face: Face, char: str) -> FittedMark:
    """“ ” ‘ ’ in Western text: as narrow as its ink with a little air, also where the font draws it 1 em wide."""
    gid, advance = face.nominal(char)
    if advance < _FULL:
        return FittedMark(gid, 0.0, 0.0, advance)
    ink, air = face.ink(gid), 0.05
    return FittedMark(gid, air - ink.left, 0.0, ink.right - ink.left + 2 * air)


def fit_dash(face: Face) -> tuple[FittedMark, ...]:
    """—— as one bar in a box of 2 em: the font's glyph for the pair, else — so often that no seam shows.

    Every ``dx`` counts from the left edge of the whole box.
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
    """Width of each of ``count`` marks ！？ in a row: two share 1 em, three 2 em (GB 5.1.2), more go by pairs."""
    return [2 / 3] * 3 if count == 3 else [0.5] * count
