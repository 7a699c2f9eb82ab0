"""How a character is set in a vertical line (直排字势): upright, in its vertical form, turned, or inside one em.

Lengths are em. Origins of glyphs count from the middle of the cell's top edge: x to the right, y down. A turned glyph
is rotated clockwise about its origin, so that its baseline runs down the page.

The shaper only chooses the glyphs (``vert``). They are placed by their em box, because many fonts have no vertical
metrics, and by their ink where the em box is not enough.
"""

from typing import Final, Literal

from bulletin_layout.fonts import Face
from bulletin_layout.measures import EM_ASCENT
from bulletin_layout.typeset.classes import DOTS, OPEN
from bulletin_layout.typeset.marks import fit, fit_dash
from bulletin_layout.typeset.typecase import Word
from bulletin_layout.values import NamedTuple

#: Height of the middle of Han's em box (字身框) above the baseline, em.
EM_MIDDLE: Final = EM_ASCENT - 0.5
#: Points that are fixed at 1 em in vertical lines (CLREQ, vertical writing mode).
_FIXED_POINTS: Final = "：；！？"
#: Characters that are turned if the font has no vertical form for them (Vertical_Orientation R and Tr, UAX #50).
_TURNING: Final = frozenset("—–-⸺…⋯‥～〜－＝≠→←↔|｜／/＜＞_＿ー")
_CORNERS: Final = "﹁﹂﹃﹄"


class PlacedGlyph(NamedTuple):
    """A glyph's origin, and the source text it stands for ("" when the glyph before it carries the text)."""

    gid: int
    x: float
    y: float
    text: str


class Posture(NamedTuple):
    """Glyphs that take ``height`` em of the line; ``above``, ``below``: blank that a mark may lose, em; ``stretch``:
    horizontal scale of the glyphs."""

    glyphs: tuple[PlacedGlyph, ...]
    height: float
    turn: Literal[0, 90] = 0
    stretch: float = 1.0
    above: float = 0.0
    below: float = 0.0


def lying(word: Word, text: str) -> Posture:
    """A word turned by 90° (横躺), the middle of its em on the middle of the line."""
    glyphs, width = _horizontal(word, text)
    return Posture(tuple(PlacedGlyph(g.gid, -EM_MIDDLE - g.y, g.x, g.text) for g in glyphs), width, 90)


def across(word: Word, text: str) -> Posture:
    """A short number set horizontally inside 1 em (直排内横排, tate-chu-yoko): centred, and narrowed if it is wider."""
    glyphs, width = _horizontal(word, text)
    stretch = min(1.0, 1 / width) if width else 1.0
    placed = (PlacedGlyph(g.gid, (g.x - width / 2) * stretch, g.y + EM_ASCENT, g.text) for g in glyphs)
    return Posture(tuple(placed), 1.0, stretch=stretch)


def standing(face: Face, text: str) -> Posture:
    """Characters one below the other, each in 1 em: in the font's vertical form, or turned where UAX #50 asks for it
    and the font has none."""
    if text[0] in _TURNING and not face.has_vertical_form(text[0]):
        return turned(face, text, 1.0)
    glyphs = (glyph for row, char in enumerate(text) for glyph in _upright(face, char, row, char))
    return Posture(tuple(glyphs), float(len(text)))


def turned(face: Face, text: str, room: float) -> Posture:
    """Signs turned by 90°, the ink of each in the middle of ``room`` em."""
    glyphs = []
    for row, char in enumerate(text):
        gid = face.nominal(char)[0]
        ink = face.ink(gid)
        y = (row + 0.5) * room - (ink.left + ink.right) / 2
        glyphs.append(PlacedGlyph(gid, -(ink.bottom + ink.top) / 2, y, char))
    return Posture(tuple(glyphs), room * len(text), 90)


def dot(face: Face, said: str) -> Posture:
    """· on ½ em, its ink in the middle; ``said``: the mark that the text has."""
    gid = face.nominal(DOTS[0])[0]
    ink = face.ink(gid)
    return Posture((PlacedGlyph(gid, -(ink.left + ink.right) / 2, 0.25 + (ink.bottom + ink.top) / 2, said),), 0.5)


def dash(face: Face, text: str) -> Posture:
    """—— or ⸺ as one bar of 2 em: the font's vertical form if that is a single bar, else the horizontal one, turned."""
    shaped = face.shape(text, vertical=True)
    ink = face.ink(shaped[0].gid)
    if len(shaped) == 1 and ink.top - ink.bottom > 1.5:
        bar = PlacedGlyph(shaped[0].gid, -(ink.left + ink.right) / 2, 1 + (ink.bottom + ink.top) / 2, text)
        return Posture((bar,), 2.0)
    glyphs: list[PlacedGlyph] = []
    pen = 0.0
    for part in fit_dash(face):
        ink = face.ink(part.gid)
        glyphs.append(PlacedGlyph(part.gid, -(ink.bottom + ink.top) / 2, pen + part.dx, "" if glyphs else text))
        pen += part.box
    return Posture(tuple(glyphs), 2.0, 90)


def bracket(face: Face, drawn: str, kind: int, said: str) -> Posture:
    """A bracket or quote: ½ em of body, with ½ em of blank above (opening) or below it (closing).

    ``said``: the mark that the text has; ``drawn``: the one that is set for it, perhaps a corner bracket.
    """
    if drawn in _CORNERS or face.has_vertical_form(drawn):
        posture = Posture(_upright(face, drawn, 0, said), 1.0)
        return _above_free(face, posture) if kind == OPEN else _below_free(face, posture)
    fitted = fit(face, drawn, kind)
    ink = face.ink(fitted.gid)
    top = 0.5 if kind == OPEN else 0.0
    glyph = PlacedGlyph(fitted.gid, -(ink.bottom + ink.top) / 2, top + fitted.dx, said)
    return Posture((glyph,), 1.0, 90, above=top, below=0.5 - top)


def point(face: Face, char: str, kind: int) -> Posture:
    """A point, in the upper right quarter of its em; ： ； ！ ？ are fixed at 1 em, the others may lose ½ em below."""
    fixed = char in _FIXED_POINTS
    if face.has_vertical_form(char):
        posture = Posture(_upright(face, char, 0, char), 1.0)
    else:
        fitted = fit(face, char, kind)
        ink = face.ink(fitted.gid)
        x, rise = (-(ink.left + ink.right) / 2, 0.0) if fixed else (fitted.dx, 0.5)
        posture = Posture((PlacedGlyph(fitted.gid, x, EM_ASCENT - rise, char),), 1.0)
    return posture if fixed else _below_free(face, posture)


def _above_free(face: Face, posture: Posture) -> Posture:
    """The posture with a blank of ½ em above, or less if the ink reaches into it."""
    glyph = posture.glyphs[0]
    return posture._replace(above=min(0.5, max(0.0, glyph.y - face.ink(glyph.gid).top)))


def _below_free(face: Face, posture: Posture) -> Posture:
    glyph = posture.glyphs[0]
    return posture._replace(below=min(0.5, max(0.0, posture.height - glyph.y + face.ink(glyph.gid).bottom)))


def _horizontal(word: Word, text: str) -> tuple[list[PlacedGlyph], float]:
    """The glyphs of a word set horizontally from its origin, and its width, em."""
    ends = [*word.starts[1:], len(text)]
    said = (text[start:end] for start, end in zip(word.starts, ends, strict=True))
    xs = (pen + dx for pen, dx in zip(word.pens, word.dxs, strict=False))
    placed = [PlacedGlyph(*glyph) for glyph in zip(word.gids, xs, (-dy for dy in word.dys), said, strict=True)]
    return placed, word.pens[-1]


def _upright(face: Face, drawn: str, row: int, said: str) -> tuple[PlacedGlyph, ...]:
    """One character as the font draws it in vertical text, its em box ``row`` em below the top."""
    shaped = face.shape(drawn, vertical=True)
    first = shaped[0]
    x, y = -face.advance(first.gid) / 2, row + EM_ASCENT
    return tuple(
        PlacedGlyph(g.gid, x + g.dx - first.dx, y - (g.dy - first.dy), "" if number else said)
        for number, g in enumerate(shaped)
    )
