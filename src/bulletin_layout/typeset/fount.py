"""A fount (一副铅字): the boxes of one type, each made when it is first needed and then used in every paragraph."""

from collections.abc import Sequence
from itertools import filterfalse
from typing import TYPE_CHECKING, Final
from unicodedata import mirrored

from bulletin_layout.fonts import Face
from bulletin_layout.issue.style import Style
from bulletin_layout.typeset.box import Box, Placed, SetGlyph, Type
from bulletin_layout.typeset.classes import (
    CLOSE,
    CLOSING,
    DASH,
    DOT,
    DOTS,
    HAN,
    LATIN,
    NEWLINE,
    OPEN,
    OPENING,
    ORDINARY,
    kind_of,
)
from bulletin_layout.typeset.joints import LEAST_SPACE, alike
from bulletin_layout.typeset.marks import FittedMark
from bulletin_layout.typeset.scripts import Way

if TYPE_CHECKING:
    from bulletin_layout.typeset.typecase import TypeCase

#: What is set for a character that no font has.
_NO_GLYPH: Final = FittedMark(0, 0.0, 0.0, 1.0)
#: What decides the boxes of a word: its text, whether it continues a word, offset and cost of the breaks inside it if
#: it is part of an address, and its ways (see ``scripts``).
WordKey = tuple[str, bool, tuple[tuple[int, float], ...] | None, tuple[Way, ...]]


class Fount:
    """The boxes of one family, weight, size, ink, letterspace and height above the baseline."""

    __slots__ = ("_face", "_signs", "_space", "_types", "as_is", "case", "plain", "style", "track", "words")

    def __init__(self, case: "TypeCase", style: Style, as_is: bool) -> None:
        """``as_is``: marks keep the widths that the font gives them. KeyError: no such family."""
        self.case, self.style, self.as_is = case, style, as_is
        self.track = style.letterspace * style.size  # points
        self.plain: dict[str, Box] = {}  #: of Han and ordinary marks, from left to right
        self.words: dict[WordKey, tuple[Placed, ...]] = {}
        self._face = case.main_face(style.font, style.weight)
        self._signs: dict[tuple[int, str, bool, float | None], Box] = {}
        self._space: tuple[Type, int, float] | None = None
        self._types: dict[tuple[Face, float], Type] = {}

    def learn(self, text: str) -> None:
        """Make the boxes of all Han and ordinary marks in a text, for ``plain``."""
        new = [char for char in dict.fromkeys(text) if char not in self.plain]
        kinds = [*map(kind_of, new)]
        han = [char for char, kind in zip(new, kinds, strict=True) if kind == HAN]
        self._face.learn(han)
        self._learn_han(self._face, [*filter(self._face.covers, han)])
        for char in filterfalse(self._face.covers, han):
            self._learn_han(self.case.face(self.style.font, self.style.weight, char), [char])
        self.plain |= {char: self.sign(kind, char) for char, kind in zip(new, kinds, strict=True) if kind in ORDINARY}

    def _learn_han(self, face: Face | None, han: Sequence[str]) -> None:
        """Make the boxes of Han that one face has (None: no font has them), as the face draws them."""
        style, own = self.style, self.type_of(face or self._face)
        nominal = [(0, 1.0)] * len(han) if face is None else [*map(face.nominal, han)]
        likes = [alike(HAN, char) for char in han]
        side_of = {like: self.case.side(HAN, like, style.size, self.track, style.rise != 0) for like in {*likes}}
        for char, like, (gid, advance) in zip(han, likes, nominal, strict=True):
            side, glyph = side_of[like], SetGlyph(gid, 0.0, style.rise, char, own)
            self.plain[char] = Box(HAN, advance * style.size, 1, side, side, (glyph,))

    def sign(
        self, kind: int, char: str, *, rigid: bool = False, width: float | None = None, turned: bool = False
    ) -> Box:
        """The box of one character: a mark is fitted to its class, anything else is set as its font draws it.

        ``rigid``: one unit with the box before; ``width``: of the box in em, if not that of the mark's class.
        ``turned``: it stands in text from right to left, where brackets are mirrored (UAX #9, rule L4).
        """
        if kind == HAN:
            if char not in self.plain:
                self.learn(char)
            return self.plain[char]
        if turned and kind in (OPEN, CLOSE) and mirrored(char):
            other = CLOSING[OPENING.index(char)] if kind == OPEN else OPENING[CLOSING.index(char)]
            return self._fitted(kind, char, other, CLOSE if kind == OPEN else OPEN, rigid, width)
        key = (kind, char, rigid, width)
        known = self._signs.get(key)
        if known is None:
            drawn = DOTS[0] if kind == DOT else char
            known = self._signs[key] = self._fitted(kind, char, drawn, kind, rigid, width)
        return known

    def _fitted(self, kind: int, char: str, drawn: str, shape: int, rigid: bool, width: float | None) -> Box:
        """A sign in its box. ``drawn``: the character that is drawn for it; ``shape``: the class to which it is
        fitted."""
        case, style = self.case, self.style
        face = case.face(style.font, style.weight, drawn)
        if face is None:
            return self.box(kind, char, self._face, (_NO_GLYPH,), rigid, width)
        if kind == DASH and char == "⸺":
            return self.dash(char)
        if self.as_is:
            return self.box(kind, char, face, (case.drawn(face, drawn),), rigid)
        return self.box(kind, char, face, (case.mark(face, drawn, shape),), rigid, width)

    def dash(self, text: str) -> Box:
        """—— or ⸺ as one bar of 2 em, in a face that has it."""
        key = (DASH, text, False, 2.0)
        known = self._signs.get(key)
        if known is None:
            face = self.case.face(self.style.font, self.style.weight, text[0]) or self._face
            known = self._signs[key] = self.box(DASH, text, face, self.case.dash(face), False, 2.0)
        return known

    def quote(self, char: str, face: Face, rigid: bool) -> Box:
        """A quote in Western text."""
        return self.box(LATIN, char, face, (self.case.mark(face, char, LATIN),), rigid)

    def newline(self, char: str = "\n") -> Box:
        """A typed line break: a box without glyphs; "": what stands before the spaces that begin a paragraph."""
        side = self.case.side(NEWLINE, char, self.style.size)
        return Box(NEWLINE, 0.0, 0, side, side, ())

    def box(
        self, kind: int, text: str, face: Face, glyphs: Sequence[FittedMark], rigid: bool, width: float | None = None
    ) -> Box:
        """A box with these glyphs. ``width``: of the box in em if not that of the glyphs; its single glyph is then
        centred."""
        style, side = self.style, self.case.side
        size, rise, track = style.size, style.rise, self.track
        own = glyphs[0].box
        shift = (width - own) / 2 if width is not None else 0.0
        done = tuple(
            SetGlyph(gid, (dx + shift) * size, dy * size + rise or 0.0, "" if k else text, self.type_of(face, scale))
            for k, (gid, dx, dy, _, scale) in enumerate(glyphs)
        )
        first = side(kind, text[0], size, track, rigid or rise != 0)  # a raised note number must stay with its word
        last = side(kind, text[-1], size, track)
        return Box(kind, (own if width is None else width) * size, 1 if kind == LATIN else 0, first, last, done)

    def type_of(self, face: Face, scale: float = 1.0) -> Type:
        """The type of a glyph; ``scale``: its size as a multiple of the text's."""
        known = self._types.get((face, scale))
        if known is None:
            made = Type(face, scale * self.style.size, self.style.ink)
            known = self._types[face, scale] = self.case.types.setdefault(made, made)
        return known

    @property
    def space(self) -> tuple[Type, int, float]:
        """Type and glyph of a word space, and its width in points."""
        if self._space is None:
            face = self.case.western_face(self.style.font, self.style.weight)
            gid, advance = face.nominal(" ")
            self._space = self.type_of(face), gid, max(advance, LEAST_SPACE) * self.style.size
        return self._space
