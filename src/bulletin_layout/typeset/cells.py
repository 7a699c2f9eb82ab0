"""What a vertical line (竖行) is made of: characters upright, in their vertical form, turned, or inside one em.

A cell is a stretch that is never broken. Its glyphs' origins are points, y down from the cell's top, x right of the
line's middle. A turned glyph is rotated clockwise about its origin: its baseline runs down the page.

Only the choice of ``vert`` glyphs is the shaper's; they are placed by their em box, since many fonts have no
vertical metrics, and by their ink where the box says too little.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, NamedTuple

from bulletin_layout.fonts import Face, FontBook
from bulletin_layout.issue import Style
from bulletin_layout.typeset.classes import (
    CLOSE,
    COMMA,
    DASH,
    DOT,
    ELLIPSIS,
    LATIN,
    NEWLINE,
    OPEN,
    SLASH,
    SPACE,
    STOP,
)
from bulletin_layout.typeset.context import Token, tokens
from bulletin_layout.typeset.lines import TextRun
from bulletin_layout.typeset.marks import fit, fit_dash

#: Han's em box (字身框) rises this far above the baseline, in em; its middle is this far above.
EM_ASCENT: Final = 0.88
EM_MIDDLE: Final = 0.38
#: A typed space, in em.
_WORD_SPACE: Final = 0.25

#: Points that keep their whole em in a vertical line (typography.md §2.13).
_FIXED_POINTS: Final = "：；！？"
#: Corner brackets for quotes: their vertical presentation forms, or the brackets these come from.
_CORNERS: Final = {"“": "﹃『", "”": "﹄』", "‘": "﹁「", "’": "﹂」"}
#: What turns with the line if its font has no vertical form: Vertical_Orientation R and Tr of UAX #50.
_TURNING: Final = frozenset("—–-⸺…⋯‥～〜－＝≠→←↔|｜／/＜＞_＿ー")
_HALF_EM: Final = frozenset("-–/／")
#: Western words that stand: a letter, an acronym or a code of up to four capitals and digits, a digit.
_STANDING: Final = re.compile(r"[A-Za-z\u0370-\u03ff]|(?=.*[A-Z])[A-Z0-9]{2,4}|[0-9]")
#: Numbers that lie inside one em, with a sign that stands below.
_NUMBER: Final = re.compile(r"([0-9]{1,3})([%‰°+]?)")


class Placed(NamedTuple):
    """A glyph's origin in its cell, and the source text it stands for."""

    gid: int
    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Cell:
    """text[start:end] of a paragraph, on ``height`` points of the line.

    ``above``, ``below``: the blank that a mark may lose beside another mark or at an end of the line, in points.
    ``lies``: Western text on its side, which takes a gap beside Han.
    """

    start: int
    end: int
    kind: int
    style: Style
    face: Face
    height: float
    glyphs: tuple[Placed, ...]
    turn: Literal[0, 90] = 0
    stretch: float = 1.0
    above: float = 0.0
    below: float = 0.0
    lies: bool = False


def cells_of(runs: Sequence[TextRun], book: FontBook) -> tuple[Cell, ...]:
    """Cut a paragraph into the cells of a vertical line. Where no font has a character, its glyph is 0."""
    text = "".join(run.text for run in runs)
    styles = [run.style for run in runs for _ in run.text]
    parts = _of_one_style(tokens(text), styles)
    found: list[Cell] = []
    for number, token in enumerate(parts):
        if found and all(map(_joins, text[token.start : token.end])):
            found[-1] = replace(found[-1], end=token.end)
        elif token.kind != NEWLINE:
            setter = _Setter(text, styles[token.start], book)
            found.extend(setter.cells(token, lies=_among_words(parts, number)))
    return tuple(found)


def _of_one_style(whole: Sequence[Token], styles: Sequence[Style]) -> list[Token]:
    parts: list[Token] = []
    for kind, start, end in whole:
        cuts = [at for at in range(start + 1, end) if styles[at] != styles[at - 1]]
        parts += [Token(kind, a, b) for a, b in zip([start, *cuts], [*cuts, end], strict=True)]
    return parts


def _joins(char: str) -> bool:
    """Accents and variation selectors go with the character before them."""
    return unicodedata.category(char) in ("Mn", "Me", "Cf")


def _among_words(parts: Sequence[Token], number: int) -> bool:
    """Whether another Western word stands beside this one after a space: then they lie together."""
    kinds = [part.kind for part in parts]
    return kinds[number + 1 : number + 3] == [SPACE, LATIN] or kinds[max(0, number - 2) : number] == [LATIN, SPACE]


class _Setter:
    """Makes cells of a paragraph's text in one style."""

    def __init__(self, text: str, style: Style, book: FontBook) -> None:
        self.text = text
        self.style = style
        self.book = book

    def cells(self, token: Token, *, lies: bool) -> Iterator[Cell]:
        """The cells of one token; ``lies``: a Western word that must lie, however short."""
        kind, start, end = token
        if kind == LATIN:
            yield from self._western(start, end, lies)
        elif kind == SPACE:
            face = self._face(" ")
            said = Placed(face.nominal(" ")[0], 0.0, 0.0, self.text[start:end])
            yield self._cell(token, face, _WORD_SPACE, [said])
        elif kind in (DASH, ELLIPSIS):
            step = 1 if self.text[start] == "⸺" else 2
            for at in range(start, end, step):
                part = Token(kind, at, min(at + step, end))
                yield self._dash(part) if kind == DASH else self._standing(part)
        else:
            for at in range(start, end):
                yield self._single(Token(kind, at, at + 1))

    def _face(self, char: str) -> Face:
        style = self.style
        return self.book.face_for(style.font, style.weight, char) or self.book.face(style.font, style.weight)

    def _cell(self, token: Token, face: Face, em: float, glyphs: Sequence[Placed]) -> Cell:
        """A cell of glyphs that were placed in em."""
        size = self.style.size
        scaled = tuple(Placed(gid, x * size, y * size, text) for gid, x, y, text in glyphs)
        return Cell(token.start, token.end, token.kind, self.style, face, em * size, scaled)

    # -- Western text ----------------------------------------------------------------------------------

    def _western(self, start: int, end: int, lies: bool) -> Iterator[Cell]:
        word = self.text[start:end]
        number = _NUMBER.fullmatch(word)
        if lies or not (number or _STANDING.fullmatch(word)):
            yield from self._lying(start, end)
        elif number and len(number[1]) > 1:
            yield self._inside_one_em(start, start + len(number[1]))
            if number[2]:
                yield self._standing(Token(LATIN, end - 1, end))
        else:
            for at in range(start, end):
                yield self._standing(Token(LATIN, at, at + 1))

    def _lying(self, start: int, end: int) -> Iterator[Cell]:
        """A word on its side, its middle on the line's middle; one cell for each face."""
        word = self.text[start:end]
        for face, first, last in self.book.split(word, self.style.font, self.style.weight):
            face = face or self._face(word[first])  # noqa: PLW2901  # no font has it: glyph 0
            glyphs, width = _horizontal(face, word[first:last])
            lain = [Placed(gid, -EM_MIDDLE - y, x, text) for gid, x, y, text in glyphs]
            cell = self._cell(Token(LATIN, start + first, start + last), face, width, lain)
            yield replace(cell, turn=90, lies=True)

    def _inside_one_em(self, start: int, end: int) -> Cell:
        """A number across the line (直排内横排): centred, and narrowed if it is wider than one em."""
        face = self._face(self.text[start])
        glyphs, width = _horizontal(face, self.text[start:end])
        stretch = min(1.0, 1 / width) if width else 1.0
        across = [Placed(gid, (x - width / 2) * stretch, y + EM_ASCENT, text) for gid, x, y, text in glyphs]
        return replace(self._cell(Token(LATIN, start, end), face, 1.0, across), stretch=stretch)

    # -- Han and marks ---------------------------------------------------------------------------------

    def _single(self, token: Token) -> Cell:
        char = self.text[token.start]
        face = self._face(char)
        if token.kind in (OPEN, CLOSE):
            return self._bracket(token, face)
        if token.kind in (STOP, COMMA):
            return self._point(token, face)
        if token.kind == DOT:  # half an em, in the middle of it
            gid = face.nominal(char)[0]
            ink = face.ink(gid)
            centred = Placed(gid, -(ink.left + ink.right) / 2, 0.25 + (ink.bottom + ink.top) / 2, char)
            return self._cell(token, face, 0.5, [centred])
        if char in _TURNING and not face.has_vertical_form(char):
            return self._turned(token, face, 0.5 if char in _HALF_EM or token.kind == SLASH else 1.0)
        return self._standing(token)

    def _standing(self, token: Token) -> Cell:
        """Characters one below the other, each in its em."""
        text = self.text[token.start : token.end]
        face = self._face(text[0])
        if text[0] in _TURNING and not face.has_vertical_form(text[0]):
            return self._turned(token, face, float(len(text)))
        glyphs = [glyph for row, char in enumerate(text) for glyph in _upright(face, char, row, char)]
        return self._cell(token, face, float(len(text)), glyphs)

    def _turned(self, token: Token, face: Face, em: float) -> Cell:
        """Signs turned with the line, their ink in the middle of it."""
        text = self.text[token.start : token.end]
        room = em / len(text)
        glyphs = []
        for row, char in enumerate(text):
            gid = face.nominal(char)[0]
            ink = face.ink(gid)
            y = (row + 0.5) * room - (ink.left + ink.right) / 2
            glyphs.append(Placed(gid, -(ink.bottom + ink.top) / 2, y, char))
        return replace(self._cell(token, face, em, glyphs), turn=90)

    def _dash(self, token: Token) -> Cell:
        """—— as one bar of two em: the font's vertical form if it is one bar, else its horizontal one, turned."""
        text = self.text[token.start : token.end]
        face = self._face(text[0])
        if text == "—":
            return self._standing(token)
        shaped = face.shape(text, vertical=True)
        ink = face.ink(shaped[0].gid)
        if len(shaped) == 1 and ink.top - ink.bottom > 1.5:
            bar = Placed(shaped[0].gid, -(ink.left + ink.right) / 2, 1 + (ink.bottom + ink.top) / 2, text)
            return self._cell(token, face, 2.0, [bar])
        glyphs: list[Placed] = []
        pen = 0.0
        for part in fit_dash(face):
            ink = face.ink(part.gid)
            glyphs.append(Placed(part.gid, -(ink.bottom + ink.top) / 2, pen + part.dx, "" if glyphs else text))
            pen += part.box
        return replace(self._cell(token, face, 2.0, glyphs), turn=90)

    def _bracket(self, token: Token, face: Face) -> Cell:
        """A bracket or quote: half an em of body, half an em of blank above (opening) or below (closing)."""
        char = self.text[token.start]
        form, face = self._vertical_form(char, face)
        if face.has_vertical_form(form) or form in "﹁﹂﹃﹄":
            cell = self._cell(token, face, 1.0, _upright(face, form, 0, char))
            return self._with_blank(cell, "above" if token.kind == OPEN else "below")
        fitted = fit(face, form, token.kind)
        ink = face.ink(fitted.gid)
        top = 0.5 if token.kind == OPEN else 0.0
        glyph = Placed(fitted.gid, -(ink.bottom + ink.top) / 2, top + fitted.dx, char)
        cell = replace(self._cell(token, face, 1.0, [glyph]), turn=90)
        blank = 0.5 * self.style.size
        return replace(cell, above=blank) if token.kind == OPEN else replace(cell, below=blank)

    def _vertical_form(self, char: str, face: Face) -> tuple[str, Face]:
        """What is drawn for a bracket: for “ ” ‘ ’ corner brackets, from another face if this one has none."""
        if face.has_vertical_form(char) or char not in _CORNERS:
            return char, face
        for corner in _CORNERS[char]:
            other = self.book.face_for(self.style.font, self.style.weight, corner)
            if other:
                return corner, other
        return char, face

    def _point(self, token: Token, face: Face) -> Cell:
        """A point in the upper right quarter of its em; ： ； ！ ？ keep their em, the others have half to lose."""
        char = self.text[token.start]
        fixed = char in _FIXED_POINTS
        if face.has_vertical_form(char):
            glyphs = _upright(face, char, 0, char)
        else:
            fitted = fit(face, char, token.kind)
            ink = face.ink(fitted.gid)
            x, rise = (-(ink.left + ink.right) / 2, 0.0) if fixed else (fitted.dx, 0.5)
            glyphs = [Placed(fitted.gid, x, EM_ASCENT - rise, char)]
        cell = self._cell(token, face, 1.0, glyphs)
        return cell if fixed else self._with_blank(cell, "below")

    def _with_blank(self, cell: Cell, side: Literal["above", "below"]) -> Cell:
        """Half an em may go where the ink leaves it free."""
        size = self.style.size
        glyph = cell.glyphs[0]
        ink = cell.face.ink(glyph.gid)
        if side == "above":
            return replace(cell, above=min(0.5 * size, max(0.0, glyph.y - ink.top * size)))
        return replace(cell, below=min(0.5 * size, max(0.0, cell.height - glyph.y + ink.bottom * size)))


def _horizontal(face: Face, text: str) -> tuple[list[Placed], float]:
    """A horizontal run from its own origin, y down, and its width; em."""
    placed: list[Placed] = []
    pen, said = 0.0, 0
    for glyph in face.shape(text):
        placed.append(Placed(glyph.gid, pen + glyph.dx, -glyph.dy, text[max(said, glyph.start) : glyph.end]))
        said = max(said, glyph.end)
        pen += glyph.advance
    return placed, pen


def _upright(face: Face, drawn: str, row: int, said: str) -> list[Placed]:
    """One character as the font draws it vertically, its em box at ``row`` em from the top; em."""
    shaped = face.shape(drawn, vertical=True)
    first = shaped[0]
    x, y = -face.advance(first.gid) / 2, row + EM_ASCENT
    return [
        Placed(g.gid, x + g.dx - first.dx, y - (g.dy - first.dy), "" if number else said)
        for number, g in enumerate(shaped)
    ]
