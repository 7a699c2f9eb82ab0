"""The type case (字盘): what the compositor remembers of a book's fonts: fitted marks, Han glyphs, shaped words.

It lies with the FontBook (``book.notes``), so it lives as long as the fonts do and no module holds state.
"""

from typing import Final, NamedTuple

from bulletin_layout.fonts import Face, FontBook
from bulletin_layout.issue.style import Kinsoku, Marks
from bulletin_layout.typeset.classes import HAN, LATIN, kind_of
from bulletin_layout.typeset.hyphens import Hyphenator
from bulletin_layout.typeset.marks import FittedMark, as_drawn, fit, fit_dash, fit_western_quote
from bulletin_layout.typeset.row import Joined, Side

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

    __slots__ = ("_book", "_dashes", "_marks", "_parts", "_words", "hyphenator", "joints", "sorts")

    def __init__(self, book: FontBook) -> None:
        """An empty case; ``typecase_of`` finds the book's own."""
        self._book = book
        #: (family, weight) → Han of the family's own face with an advance of exactly 1 em, and its marks → glyph
        self.sorts: dict[tuple[str, str], dict[str, int]] = {}
        #: Joints beside marks, by what stands at both sides and the values of style that count.
        self.joints: dict[tuple[Side, Side, Kinsoku, Marks, float, float], Joined] = {}
        self.hyphenator = Hyphenator()
        self._marks: dict[tuple[Face, str, int], FittedMark] = {}
        self._dashes: dict[Face, tuple[FittedMark, ...]] = {}
        self._parts: dict[tuple[str, str, str], tuple[tuple[Face | None, int, int], ...]] = {}
        self._words: dict[tuple[Face, str], Word] = {}

    def face(self, family: str, weight: str, char: str) -> Face | None:
        """The face that sets a character; None: no font has it."""
        return self._book.face_for(family, weight, char)

    def main_face(self, family: str, weight: str) -> Face:
        """The family's own face."""
        return self._book.face(family, weight)

    def has(self, family: str, weight: str, text: str) -> bool:
        """Whether the family's own face has all these Han, 1 em wide, and marks; ``sorts`` then holds them."""
        known = self.sorts.setdefault((family, weight), {})
        if known.keys() >= set(text):
            return True
        return all(char in known or self._learn(known, family, weight, char) for char in text)

    def _learn(self, known: dict[str, int], family: str, weight: str, char: str) -> bool:
        face, kind = self._book.face(family, weight), kind_of(char)
        if self.face(family, weight, char) is not face:
            return False
        gid, advance = face.nominal(char)
        if kind != HAN:
            gid = self.mark(face, char, kind).gid
        elif not gid or advance != 1.0:
            return False
        known[char] = gid
        return True

    def mark(self, face: Face, char: str, kind: int) -> FittedMark:
        """A mark fitted to its class box; kind LATIN: a Western quote."""
        key = (face, char, kind)
        known = self._marks.get(key)
        if known is None:
            known = fit_western_quote(face, char) if kind == LATIN else fit(face, char, kind)
            self._marks[key] = known
        return known

    def drawn(self, face: Face, char: str) -> FittedMark:
        """A character with its font's own advance."""
        key = (face, char, -1)
        known = self._marks.get(key)
        if known is None:
            known = self._marks[key] = as_drawn(face, char)
        return known

    def dash(self, face: Face) -> tuple[FittedMark, ...]:
        """The glyphs of ——."""
        known = self._dashes.get(face)
        if known is None:
            known = self._dashes[face] = fit_dash(face)
        return known

    def parts(self, family: str, weight: str, word: str) -> tuple[tuple[Face | None, int, int], ...]:
        """A Western word cut where the face changes."""
        key = (family, weight, word)
        known = self._parts.get(key)
        if known is None:
            known = self._parts[key] = self._book.split(word, family, weight)
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
