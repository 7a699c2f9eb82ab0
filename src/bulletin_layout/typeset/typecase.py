"""The type case (字盘): a cache of what was learnt about a book's fonts: founts, joints, fitted marks, shaped words.

It is kept in ``FontBook.notes``, so it lives as long as the fonts do, and no module holds state.
"""

from collections.abc import Iterator, Sequence
from operator import le
from typing import Final

from bulletin_layout.fonts import Face, FontBook, Glyph, is_selector, shows_nothing
from bulletin_layout.inks import Ink
from bulletin_layout.issue.story import Shift
from bulletin_layout.issue.style import Kinsoku, Marks, Style
from bulletin_layout.typeset import accents, raised
from bulletin_layout.typeset.box import Side, Type
from bulletin_layout.typeset.classes import BLANKS, LATIN, kind_of
from bulletin_layout.typeset.fount import Fount
from bulletin_layout.typeset.hyphens import Hyphenator
from bulletin_layout.typeset.joints import Joints, alike
from bulletin_layout.typeset.marks import FittedMark, as_drawn, fit, fit_dash, fit_western_quote
from bulletin_layout.typeset.scripts import is_far
from bulletin_layout.values import NamedTuple

_NOTE: Final = "typeset"
#: Characters that are set without a glyph of their own.
_NO_GLYPH: Final = frozenset(("\n", "\t", " ", "\u3000", *BLANKS))


class Part(NamedTuple):
    """word[start:end] in one face (None: no font has it). ``drawn``: the characters that are set for it, just as many;
    ``shift``: whether they are set as superscripts or subscripts (上标、下标)."""

    face: Face | None
    start: int
    end: int
    drawn: str
    shift: Shift = ""


class Word(NamedTuple):
    """A shaped word or part of one, as parallel tuples with an entry a glyph; em. ``starts``: offset of each glyph's
    first character in the word."""

    gids: tuple[int, ...]
    pens: tuple[float, ...]  #: pen positions, the end of the word last
    dxs: tuple[float, ...]
    dys: tuple[float, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]  #: where the text ends that each glyph stands for; further glyphs of a cluster stand for none


class Marked(NamedTuple):
    """A character with accents or a variation selector (附加符号、异体字选择符).

    ``gid``: its glyph, if that differs from the character's own (None: it does not, or the font lacks a glyph);
    ``marks``: (glyph, x, y) of each accent from the character's origin, em, y up.
    """

    gid: int | None
    marks: tuple[tuple[int, float, float], ...]


class TypeCase:
    """What is known of one book's fonts, by family and weight."""

    __slots__ = (
        "_book",
        "_dashes",
        "_founts",
        "_joints",
        "_marks",
        "_parts",
        "_sides",
        "_sound",
        "_words",
        "hyphenator",
        "types",
    )

    def __init__(self, book: FontBook) -> None:
        """An empty case; use ``typecase_of`` to get the book's."""
        self._book = book
        self.hyphenator = Hyphenator()
        self.types: dict[Type, Type] = {}
        self._founts: dict[tuple[str, str, float, Ink, float, float, bool], Fount] = {}
        self._sides: dict[tuple[int, str, float, float, bool, float | None], Side] = {}
        self._joints: dict[tuple[Kinsoku, Marks, float, float, float, float | None], Joints] = {}
        self._sound: dict[tuple[str, str], set[str]] = {}
        self._marks: dict[tuple[Face, str, int], FittedMark] = {}
        self._dashes: dict[Face, tuple[FittedMark, ...]] = {}
        self._parts: dict[tuple[str, str, str, str], tuple[Part, ...]] = {}
        self._words: dict[tuple[Face, str, str, bool], Word] = {}

    def face(self, family: str, weight: str, char: str) -> Face | None:
        """The face that sets a character; None: no font has it. KeyError: no such family."""
        return self._book.face_for(family, weight, char)

    def main_face(self, family: str, weight: str) -> Face:
        """The family's own face. KeyError: no such family."""
        return self._book.face(family, weight)

    def western_face(self, family: str, weight: str) -> Face:
        """The face of Western words in a family: that of its companion family (西文配字), else its own."""
        return self._book.western_face(family, weight)

    def fount(self, style: Style, as_is: bool) -> Fount:
        """The fount that sets text in this style; ``as_is``: see ``Fount``. KeyError: no such family."""
        key = (style.font, style.weight, style.size, style.ink, style.letterspace, style.rise, as_is)
        known = self._founts.get(key)
        if known is None:
            known = self._founts[key] = Fount(self, style, as_is)
        return known

    def side(
        self, kind: int, char: str, size: float, track: float = 0.0, rigid: bool = False, price: float | None = None
    ) -> Side:
        """The side of a box that has ``char`` there; see ``Side``."""
        key = (kind, alike(kind, char), size, track, rigid, price)
        known = self._sides.get(key)
        if known is None:
            known = self._sides[key] = Side(*key)
        return known

    def joints(self, style: Style) -> Joints:
        """The joints of a paragraph in this style."""
        key = (style.kinsoku, style.marks, style.adjacent, style.gap, style.gap_max, style.digit_gap)
        known = self._joints.get(key)
        if known is None:
            known = self._joints[key] = Joints(style)
        return known

    def is_sound(self, family: str, weight: str, text: str) -> bool:
        """Whether the family's own faces have every character of a text, and none needs a variation selector or another
        script: a quick answer that there are no doubts."""
        known = self._sound.setdefault((family, weight), set())
        if known.issuperset(text):
            return True
        own, western = self.main_face(family, weight), self.western_face(family, weight)
        new = sorted(set(text).difference(known))
        own.learn(new)
        known.update(char for char in new if "\u4e00" <= char <= "\u9fff" and own.covers(char))
        new = [char for char in new if char not in known]
        if is_far("".join(new)):
            return False
        for char in new:
            covers = (western if kind_of(char) == LATIN else own).covers(char)
            if is_selector(char) or not (covers or char in _NO_GLYPH or shows_nothing(char)):
                return False
            known.add(char)
        return True

    def mark(self, face: Face, char: str, kind: int) -> FittedMark:
        """A mark fitted to the box of its class; kind LATIN: a Western quote."""
        key = (face, char, kind)
        known = self._marks.get(key)
        if known is None:
            known = fit_western_quote(face, char) if kind == LATIN else fit(face, char, kind)
            self._marks[key] = known
        return known

    def drawn(self, face: Face, char: str) -> FittedMark:
        """A character as the font has it, with its own advance."""
        key = (face, char, -1)
        known = self._marks.get(key)
        if known is None:
            known = self._marks[key] = as_drawn(face, char)
        return known

    def dash(self, face: Face) -> tuple[FittedMark, ...]:
        """The glyphs of —— (see ``marks.fit_dash``)."""
        known = self._dashes.get(face)
        if known is None:
            known = self._dashes[face] = fit_dash(face)
        return known

    def parts(self, family: str, weight: str, word: str, script: str = "") -> tuple[Part, ...]:
        """A word, cut where the face changes and where characters are set as superscripts or subscripts."""
        key = (family, weight, word, script)
        known = self._parts.get(key)
        if known is None:
            known = self._parts[key] = tuple(self._cut(family, weight, word, script))
        return known

    def _cut(self, family: str, weight: str, word: str, script: str) -> Iterator[Part]:
        own, done = self._book.western_face(family, weight), 0
        for start, end in (*raised.runs(word), (len(word), len(word))):
            if start < end and all(map(own.covers, word[start:end])):
                continue  # the face has glyphs for all of these: they stay part of the word
            for face, a, b in self._book.split(word[done:start], family, weight, script):
                yield Part(face, done + a, done + b, word[done + a : done + b])
            for a, _, drawn, shift in raised.composed(word, start, end):
                for face, first, last in self._book.split(drawn, family, weight):
                    yield Part(face, a + first, a + last, drawn[first:last], shift)
            done = end

    def word(self, face: Face, text: str, script: str = "", right_to_left: bool = False) -> Word:
        """The glyphs of a word, shaped as a whole (ligatures, kerning, joining letters)."""
        key = (face, text, script, right_to_left)
        known = self._words.get(key)
        if known is None:
            known = self._words[key] = self._shape(face, text, script, right_to_left)
        return known

    def marked(self, face: Face, char: str, joining: str) -> Marked:
        """A character with the accents or the variation selector ``joining`` after it, set in ``face``."""
        word, alone = self.word(face, char + joining), self.word(face, char)
        if not word.gids or not all(word.gids):
            return Marked(None, ())
        places = zip(word.gids, word.pens, word.dxs, word.dys, strict=False)
        marks = [(gid, pen + dx, dy) for gid, pen, dx, dy in places]
        return Marked(word.gids[0] if word.gids[0] != alone.gids[0] else None, tuple(marks[1:]))

    def _shape(self, face: Face, text: str, script: str, right_to_left: bool) -> Word:
        glyphs: Sequence[Glyph] = face.shape(text, script=script, right_to_left=right_to_left)
        if not script:
            glyphs = accents.placed(face, text, glyphs)
        pens, dxs = [0.0], []
        for glyph in glyphs:
            advance, dx = glyph.advance, glyph.dx
            if text[glyph.start : glyph.end] == "’":  # an apostrophe; Chinese fonts draw it 1 em wide, as a quote
                fitted = self.mark(face, "’", LATIN)
                advance, dx = fitted.box, fitted.dx
            pens.append(pens[-1] + advance)
            dxs.append(dx)
        starts = tuple(g.start for g in glyphs)
        ends = (*starts[1:], len(text))
        if any(map(le, starts[1:], starts)):
            ends = tuple(_end(starts, k, len(text)) for k in range(len(starts)))
        return Word(tuple(g.gid for g in glyphs), tuple(pens), tuple(dxs), tuple(g.dy for g in glyphs), starts, ends)


def _end(starts: Sequence[int], k: int, whole: int) -> int:
    """Where the text ends that glyph k stands for: at the next cluster, or where it begins when another one stands for
    it."""
    if k and starts[k] == starts[k - 1]:
        return starts[k]
    return next((start for start in starts[k + 1 :] if start > starts[k]), whole)


def typecase_of(book: FontBook) -> TypeCase:
    """The book's type case; it is made at the first call and kept in ``book.notes``."""
    case = book.notes.get(_NOTE)
    if not isinstance(case, TypeCase):
        case = book.notes[_NOTE] = TypeCase(book)
    return case
