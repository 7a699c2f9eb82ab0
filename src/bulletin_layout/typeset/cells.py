"""A text → the cells of a vertical line (竖行): what stands, what lies, what is never divided. Points."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from re import compile as pattern
from typing import Final, Literal

from bulletin_layout.fonts import Face, FontBook
from bulletin_layout.issue import Style
from bulletin_layout.typeset import postures
from bulletin_layout.typeset.classes import (
    ADDRESS,
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
from bulletin_layout.typeset.context import CharToken, tokens
from bulletin_layout.typeset.lines import TextRun
from bulletin_layout.typeset.postures import PlacedGlyph, Posture
from bulletin_layout.values import dataclass

#: A typed space, in em.
_WORD_SPACE: Final = 0.25
#: Quotes change to corner brackets: their vertical presentation forms, or the brackets these come from.
_CORNERS: Final = {"“": "﹃『", "”": "﹄』", "‘": "﹁「", "’": "﹂」"}
#: Western words that stand: a letter, a digit, an acronym or code of up to four capitals and digits.
_STANDING: Final = pattern(r"[A-Za-z\u0370-\u03ff]|(?=.*[A-Z])[A-Z0-9]{2,4}|[0-9]")
#: Numbers that stand inside one em, and the sign that stands below them.
_NUMBER: Final = pattern(r"([0-9]{1,3})([%‰°+]?)")


@dataclass(frozen=True, slots=True)
class VerticalCell:
    """text[start:end] of a paragraph, on ``height`` points of the line; glyphs from its middle and top.

    ``above``, ``below``: the blank that a mark may lose beside another mark or at an end of the line.
    ``lies``: Western text on its side, which takes a gap beside Han. ``padding``: what of the height is room above and
    below the characters for longer ruby.
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
    padding: tuple[float, float] = (0.0, 0.0)


def cells_of(runs: Sequence[TextRun], book: FontBook) -> tuple[VerticalCell, ...]:
    """Cut a paragraph into the cells of a vertical line. Where no font has a character, its glyph is 0."""
    text = "".join(run.text for run in runs)
    styles = [run.style for run in runs for _ in run.text]
    parts = _of_one_style(tokens(text), styles)
    found: list[VerticalCell] = []
    for number, token in enumerate(parts):
        if found and all(map(_joins, text[token.start : token.end])):
            found[-1] = _joined(found[-1], text[token.start : token.end])
        elif token.kind != NEWLINE:
            setter = _Setter(text, styles[token.start], book)
            found.extend(setter.cells(token, among_words=_among_words(parts, number)))
    return tuple(found)


def _of_one_style(whole: Sequence[CharToken], styles: Sequence[Style]) -> list[CharToken]:
    parts: list[CharToken] = []
    for kind, start, end in whole:
        cuts = [at for at in range(start + 1, end) if styles[at] != styles[at - 1]]
        parts += [CharToken(kind, a, b) for a, b in zip([start, *cuts], [*cuts, end], strict=True)]
    return parts


def _joins(char: str) -> bool:
    """Accents and variation selectors go with the character before them."""
    return unicodedata.category(char) in ("Mn", "Me", "Cf")


def _joined(cell: VerticalCell, text: str) -> VerticalCell:
    *others, last = cell.glyphs
    return replace(cell, end=cell.end + len(text), glyphs=(*others, last._replace(text=last.text + text)))


def _among_words(parts: Sequence[CharToken], number: int) -> bool:
    """Whether another Western word stands beside this one after a space: then they lie together."""
    kinds = [part.kind for part in parts[max(0, number - 2) : number + 3]]
    at = min(number, 2)
    return kinds[at + 1 :] == [SPACE, LATIN] or kinds[:at] == [LATIN, SPACE]


class _Setter:
    """Makes cells of a paragraph's text in one style."""

    def __init__(self, text: str, style: Style, book: FontBook) -> None:
        self.text = text
        self.style = style
        self.book = book

    def cells(self, token: CharToken, *, among_words: bool) -> Iterator[VerticalCell]:
        """The cells of one token."""
        kind, start, end = token
        if kind in (LATIN, ADDRESS):
            yield from self._western(start, end, among_words)
        elif kind == SPACE:
            face = self._face(" ")
            glyph = PlacedGlyph(face.nominal(" ")[0], 0.0, 0.0, self.text[start:end])
            yield self._cell(token, face, Posture((glyph,), _WORD_SPACE))
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
        number = _NUMBER.fullmatch(word)
        if among_words or not (number or _STANDING.fullmatch(word)):
            for found, first, last in self.book.split(word, self.style.font, self.style.weight):
                face = found or self._face(word[first])
                part = CharToken(LATIN, start + first, start + last)
                yield self._cell(part, face, postures.lying(face, word[first:last]), lies=True)
            return
        if number and len(number[1]) > 1:
            face, digits_end = self._face(word[0]), start + len(number[1])
            yield self._cell(CharToken(LATIN, start, digits_end), face, postures.across(face, number[1]))
            start = digits_end
        for at in range(start, end):
            face = self._face(self.text[at])
            yield self._cell(CharToken(LATIN, at, at + 1), face, postures.standing(face, self.text[at]))

    def _single(self, token: CharToken) -> VerticalCell:
        char = self.text[token.start]
        drawn, face = self._drawn(char) if token.kind in (OPEN, CLOSE) else (char, self._face(char))
        if token.kind in (OPEN, CLOSE):
            posture = postures.bracket(face, drawn, token.kind, char)
        elif token.kind in (STOP, COMMA):
            posture = postures.point(face, char, token.kind)
        elif token.kind in (DOT, SLASH) or char in "-–":
            posture = postures.half_em(face, char, token.kind != DOT)
        else:
            posture = postures.standing(face, char)
        return self._cell(token, face, posture)

    def _drawn(self, char: str) -> tuple[str, Face]:
        """What is drawn for a bracket and by which face: corner brackets for quotes that have no vertical form."""
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

    def _cell(self, token: CharToken, face: Face, posture: Posture, *, lies: bool = False) -> VerticalCell:
        size = self.style.size
        return VerticalCell(
            token.start,
            token.end,
            token.kind,
            self.style,
            face,
            posture.height * size,
            tuple(PlacedGlyph(gid, x * size, y * size, text) for gid, x, y, text in posture.glyphs),
            posture.turn,
            posture.stretch,
            posture.above * size,
            posture.below * size,
            lies,
        )
