"""A box of a paragraph (字框): a Han character, a mark, a word or a part of one, with its glyphs in their places.

The type case has each box once, and every paragraph in the same type takes it from there. Lengths are points.
"""

from bulletin_layout.fonts import Face
from bulletin_layout.inks import Ink
from bulletin_layout.values import NamedTuple, dataclass


class Type(NamedTuple):
    """What a glyph is set in; the type case has one object for all that are equal."""

    face: Face
    size: float
    ink: Ink


class SetGlyph(NamedTuple):
    """A glyph: its origin from the left edge of its box (``dx``) and from the baseline (``dy``, up), and the text that
    it stands for; "" if the glyph before it stands for it."""

    gid: int
    dx: float
    dy: float
    text: str
    type: Type


@dataclass(frozen=True, slots=True)
class Side:
    """What decides a joint, of the box at one side of it.

    The type case has one object for all that are equal, so they are compared and hashed by identity: joints are looked
    up by two of them.
    """

    kind: int
    char: str  #: the box's nearest character, or one like it
    size: float
    track: float = 0.0  #: letterspace after the box
    rigid: bool = False  #: one unit with the box before it: no break, no gap
    price: float | None = None  #: cost of a break before the box, whatever the joint is

    __eq__ = object.__eq__
    __hash__ = object.__hash__


class Box(NamedTuple):
    """A box. ``letters``: its characters that prevent a 孤字; marks count 0. ``first``, ``last``: its sides."""

    kind: int
    width: float
    letters: int
    first: Side
    last: Side
    glyphs: tuple[SetGlyph, ...]


class Placed(NamedTuple):
    """A box of a word; ``offset``: of its first character in the word."""

    offset: int
    box: Box
