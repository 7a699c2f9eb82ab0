"""Cuts a text into the cells of a vertical line (竖行): upright, turned or side by side; a cell is never divided."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from re import fullmatch
from typing import Final, Literal

from bulletin_layout.fonts import Face, FontBook, shows_nothing
from bulletin_layout.issue import Style
from bulletin_layout.typeset import postures
from bulletin_layout.typeset.classes import (
    ADDRESS,
    BINDING,
    BLANK,
    BLANKS,
    CLOSE,
    COMMA,
    DASH,
    DOT,
    DOTS,
    ELLIPSIS,
    INVISIBLE,
    LATIN,
    NEWLINE,
    OPEN,
    SLASH,
    SPACE,
    STOP,
)
from bulletin_layout.typeset.context import CharToken, of_one_kind, tokens
from bulletin_layout.typeset.lines import TextRun
from bulletin_layout.typeset.postures import PlacedGlyph, Posture
from bulletin_layout.typeset.raised import SIZE as RAISED_SIZE
from bulletin_layout.typeset.raised import shifted_style
from bulletin_layout.typeset.scripts import Way, of_one_way, ways_of
from bulletin_layout.typeset.typecase import TypeCase, typecase_of
from bulletin_layout.values import dataclass, replace

#: A typed space, in em.
_WORD_SPACE: Final = 0.25
#: Quotes change to corner brackets: their vertical presentation forms, or the brackets these come from.
_CORNERS: Final = {"“": "﹃『", "”": "﹄』", "‘": "﹁「", "’": "﹂」"}
#: Western words that are set upright: a letter, a digit, an acronym or code of up to four capitals and digits.
_STANDING: Final = r"[A-Za-z\u0370-\u03ff]|(?=.*[A-Z])[A-Z0-9]{2,4}|[0-9]"
#: Numbers that are set side by side inside one em (直排内横排), and the sign that is set below them.
_NUMBER: Final = r"([0-9]{1,3})([%‰°+]?)"


@dataclass(frozen=True, slots=True)
class VerticalCell:
    """text[start:end] of a paragraph, which takes ``height`` points of a vertical line.

    Glyph origins count from the middle of the cell's top edge, points, y down. ``above``, ``below``: blank of a mark,
    points, which it may lose beside another mark or at an end of the line. ``lies``: Western text turned by 90°, which
    takes a Han–Latin gap beside Han. ``padding``: the part of the height above and below the characters that only makes
    room for ruby longer than its text.
    """

    start: int
    end: int
    kind: int
    style: Style
    face: Face
    height: float
    glyphs: tuple[PlacedGlyph, ...]
    turn: Literal[0, 90]
    stretch: float
    above: float
    below: float
    lies: bool
    level: int = 0  #: odd: its text runs from right to left (see ``bidi``)
    padding: tuple[float, float] = (0.0, 0.0)


def cells_of(runs: Sequence[TextRun], book: FontBook) -> tuple[VerticalCell, ...]:
    """The cells of a paragraph set vertically, in the order of the text; glyph 0 where no font has a character."""
    text = "".join(run.text for run in runs)
    styles = [run.style for run in runs for _ in run.text]
    ways = ways_of(text)
    parts = _of_one_style(of_one_way(of_one_kind(text, tokens(text)), ways), styles)
    found: list[VerticalCell] = []
    for number, token in enumerate(parts):
        if found and all(map(_joins, text[token.start : token.end])):
            found[-1] = _joined(found[-1], text[token.start : token.end], typecase_of(book))
        elif token.kind not in (NEWLINE, INVISIBLE):
            way = ways[token.start] if ways else Way()
            setter = _Setter(text, styles[token.start], book, way)
            found.extend(setter.cells(token, among_words=_among_words(parts, number)))
    return tuple(found)


def _of_one_style(whole: Iterable[CharToken], styles: Sequence[Style]) -> list[CharToken]:
    parts: list[CharToken] = []
    for kind, start, end in whole:
        cuts = [at for at in range(start + 1, end) if styles[at] != styles[at - 1]]
        parts += [CharToken(kind, a, b) for a, b in zip([start, *cuts], [*cuts, end], strict=True)]
    return parts


def _joins(char: str) -> bool:
    """Whether a character belongs to the cell of the one before it: accents and variation selectors."""
    return unicodedata.category(char) in ("Mn", "Me") or (shows_nothing(char) and char not in BINDING)


def _joined(cell: VerticalCell, text: str, case: TypeCase) -> VerticalCell:
    """A cell with an accent or a variation selector added: its glyph, or the form that the selector asks for."""
    *others, last = cell.glyphs
    said, marks = last._replace(text=last.text + text), list[PlacedGlyph]()
    if len(last.text) == 1 and not cell.turn:
        form = case.marked(cell.face, last.text, text)
        said = said._replace(gid=form.gid or last.gid)
        size = cell.style.size
        marks = [PlacedGlyph(gid, last.x + x * size, last.y - y * size, "") for gid, x, y in form.marks]
    return replace(cell, end=cell.end + len(text), glyphs=(*others, said, *marks))


def _among_words(parts: Sequence[CharToken], number: int) -> bool:
    """Whether a space and another Western word adjoin this one: such words are all turned, none is set upright."""
    kinds = [part.kind for part in parts[max(0, number - 2) : number + 3]]
    at = min(number, 2)
    return kinds[at + 1 :] == [SPACE, LATIN] or kinds[:at] == [LATIN, SPACE]


class _Setter:
    """Makes cells of a paragraph's text in one style."""

    def __init__(self, text: str, style: Style, book: FontBook, way: Way) -> None:
        self.text = text
        self.style = style
        self.book = book
        self.case = typecase_of(book)
        self.way = way

    def cells(self, token: CharToken, *, among_words: bool) -> Iterator[VerticalCell]:
        """The cells of one token."""
        kind, start, end = token
        if kind in (LATIN, ADDRESS):
            yield from self._western(start, end, among_words)
        elif kind == SPACE:
            face = self._face(" ")
            glyph = PlacedGlyph(face.nominal(" ")[0], 0.0, 0.0, self.text[start:end])
            yield self._cell(token, face, Posture((glyph,), _WORD_SPACE))
        elif kind == BLANK:
            face = self._face(" ")
            glyph = PlacedGlyph(face.nominal(" ")[0], 0.0, 0.0, self.text[start:end])
            yield self._cell(token, face, Posture((glyph,), BLANKS[self.text[start]] or _WORD_SPACE))
        elif kind in (DASH, ELLIPSIS):
            step = 1 if self.text[start] == "⸺" else 2
            for at in range(start, end, step):
                part = CharToken(kind, at, min(at + step, end))
                face, text = self._face(self.text[start]), self.text[at : part.end]
                whole = kind == DASH and text != "—"
                yield self._cell(part, face, (postures.dash if whole else postures.standing)(face, text))
        else:
            for at in range(start, end):
                yield self._single(CharToken(kind, at, at + 1))

    def _western(self, start: int, end: int, among_words: bool) -> Iterator[VerticalCell]:
        word = self.text[start:end]
        number = fullmatch(_NUMBER, word)
        if among_words or not (number or fullmatch(_STANDING, word)):
            yield from self._lying(word, start)
            return
        if number and len(number[1]) > 1:
            face, digits_end = self._western_face(word[0]), start + len(number[1])
            digits = postures.across(self.case.word(face, number[1]), number[1])
            yield self._cell(CharToken(LATIN, start, digits_end), face, digits)
            start = digits_end
        for at in range(start, end):
            face = self._western_face(self.text[at])
            yield self._cell(CharToken(LATIN, at, at + 1), face, postures.standing(face, self.text[at]))

    def _lying(self, word: str, start: int) -> Iterator[VerticalCell]:
        """A turned word, one cell for each part in one face."""
        way, style = self.way, self.style
        for found, first, last, drawn, shift in self.case.parts(style.font, style.weight, word, way.script):
            face = found or self._face(word[first])
            posture = postures.lying(self.case.word(face, drawn, way.script, way.level % 2 == 1), word[first:last])
            token, own = CharToken(LATIN, start + first, start + last), shifted_style(style, shift)
            yield self._cell(token, face, posture, lies=True, style=own)

    def _western_face(self, char: str) -> Face:
        """The face of a letter or digit: that of the companion family (西文配字) if it has the character."""
        western = self.case.western_face(self.style.font, self.style.weight)
        return western if western.covers(char) else self._face(char)

    def _single(self, token: CharToken) -> VerticalCell:
        char = self.text[token.start]
        drawn, face = self._drawn(char) if token.kind in (OPEN, CLOSE) else (char, self._face(char))
        if token.kind in (OPEN, CLOSE):
            posture = postures.bracket(face, drawn, token.kind, char)
        elif token.kind in (STOP, COMMA):
            posture = postures.point(face, char, token.kind)
        elif token.kind == DOT:
            face = self._face(DOTS[0])
            posture = postures.dot(face, char)
        elif token.kind == SLASH or char in "-–":
            posture = postures.turned(face, char, 0.5)
        else:
            posture = postures.standing(face, char)
        return self._cell(token, face, posture)

    def _drawn(self, char: str) -> tuple[str, Face]:
        """The character drawn for a bracket, and its face: quotes without a vertical form become corner brackets."""
        face, style = self._face(char), self.style
        if char in _CORNERS and not face.has_vertical_form(char):
            for corner in _CORNERS[char]:
                other = self.book.face_for(style.font, style.weight, corner)
                if other:
                    return corner, other
        return char, face

    def _face(self, char: str) -> Face:
        style = self.style
        return self.book.face_for(style.font, style.weight, char) or self.book.face(style.font, style.weight)

    def _cell(
        self, token: CharToken, face: Face, posture: Posture, *, lies: bool = False, style: Style | None = None
    ) -> VerticalCell:
        style = style or self.style
        size, aside = style.size, 0.0
        if style.rise and posture.turn:  # the baseline is that of the text beside it
            aside = style.rise - postures.EM_MIDDLE * (size / RAISED_SIZE - size)
        return VerticalCell(
            token.start,
            token.end,
            token.kind,
            style,
            face,
            posture.height * size,
            tuple(PlacedGlyph(gid, x * size + aside, y * size, text) for gid, x, y, text in posture.glyphs),
            posture.turn,
            posture.stretch,
            posture.above * size,
            posture.below * size,
            lies,
            self.way.level,
        )
