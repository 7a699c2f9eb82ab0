"""The type case (字盘): what the compositor remembers of a book's fonts: fitted marks, Han glyphs, shaped words.

It lies with the FontBook (``book.notes``), so it lives as long as the fonts do and no module holds state.
"""

from typing import Final, NamedTuple

from bulletin_layout.fonts import Face, FontBook
from bulletin_layout.typeset.classes import LATIN
from bulletin_layout.typeset.hyphens import Hyphenator
from bulletin_layout.typeset.marks import Fitted, as_drawn, fit, fit_dash, fit_western_quote

_NOTE: Final = "typeset"


class Word(NamedTuple):
    """A shaped word or part of one: parallel tuples, a glyph each; em. ``starts``: characters of the word."""

    gids: tuple[int, ...]
    pens: tuple[float, ...]  #: pen positions, the end of the word last
    dxs: tuple[float, ...]
    dys: tuple[float, ...]
    starts: tuple[int, ...]


class TypeCase:
    """One book's type, by family and weight."""

    __slots__ = ("_book", "_dashes", "_marks", "_words", "han", "hyphenator")

    def __init__(self, book: FontBook) -> None:
        """An empty case; ``typecase_of`` finds the book's own."""
        self._book = book
        #: (family, weight) → Han of the family's own face with an advance of exactly 1 em → glyph
        self.han: dict[tuple[str, str], dict[str, int]] = {}
        self.hyphenator = Hyphenator()
        self._marks: dict[tuple[Face, str, int], Fitted] = {}
        self._dashes: dict[Face, tuple[Fitted, ...]] = {}
        self._words: dict[tuple[Face, str], Word] = {}

    def face(self, family: str, weight: str, char: str) -> Face | None:
        """The face that sets a character; None: no font has it."""
        return self._book.face_for(family, weight, char)

    def main_face(self, family: str, weight: str) -> Face:
        """The family's own face."""
        return self._book.face(family, weight)

    def learn_han(self, family: str, weight: str, text: str) -> bool:
        """Enter the Han of a text into ``han``; False when one of them has to come from elsewhere."""
        known = self.han.setdefault((family, weight), {})
        face = self._book.face(family, weight)
        plain = True
        for char in text:
            if char in known:
                continue
            gid, advance = face.nominal(char) if face.covers(char) else (0, 0.0)
            if gid and advance == 1.0:
                known[char] = gid
            else:
                plain = False
        return plain

    def mark(self, face: Face, char: str, kind: int) -> Fitted:
        """A mark fitted to its class box; kind LATIN: a Western quote."""
        key = (face, char, kind)
        known = self._marks.get(key)
        if known is None:
            known = fit_western_quote(face, char) if kind == LATIN else fit(face, char, kind)
            self._marks[key] = known
        return known

    def drawn(self, face: Face, char: str) -> Fitted:
        """A character with its font's own advance."""
        key = (face, char, -1)
        known = self._marks.get(key)
        if known is None:
            known = self._marks[key] = as_drawn(face, char)
        return known

    def dash(self, face: Face) -> tuple[Fitted, ...]:
        """The glyphs of ——."""
        known = self._dashes.get(face)
        if known is None:
            known = self._dashes[face] = fit_dash(face)
        return known

    def word(self, face: Face, text: str) -> Word:
        """A Western word, shaped as a whole."""
        key = (face, text)
        known = self._words.get(key)
        if known is None:
            known = self._words[key] = self._shape(face, text)
        return known

    def _shape(self, face: Face, text: str) -> Word:
        glyphs = face.shape(text)
        pens, dxs = [0.0], []
        for glyph in glyphs:
            advance, dx = glyph.advance, glyph.dx
            if text[glyph.start : glyph.end] == "’":  # an apostrophe, which Chinese fonts draw 1 em wide
                fitted = self.mark(face, "’", LATIN)
                advance, dx = fitted.box, fitted.dx
            pens.append(pens[-1] + advance)
            dxs.append(dx)
        return Word(
            tuple(g.gid for g in glyphs),
            tuple(pens),
            tuple(dxs),
            tuple(g.dy for g in glyphs),
            tuple(g.start for g in glyphs),
        )


def typecase_of(book: FontBook) -> TypeCase:
    """The book's type case, laid into its notes at the first call."""
    case = book.notes.get(_NOTE)
    if not isinstance(case, TypeCase):
        case = book.notes[_NOTE] = TypeCase(book)
    return case
