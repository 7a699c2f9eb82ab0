"""Decides on the joint between two boxes (字间): its glue, the cost of a break, what it can shrink and stretch.

A joint depends on the boxes' kinds, on a few of their characters, and on the style of the paragraph. There are not many
of them, so each is worked out once, and kept in the type case.
"""

from collections.abc import Iterable
from string import ascii_letters, digits
from typing import Final

from bulletin_layout.issue.style import Style
from bulletin_layout.typeset.classes import (
    CLOSE,
    COMMA,
    ELLIPSIS,
    HAN,
    LATIN,
    OPEN,
    RATIO,
    STOP,
    WIDE,
    takes_gap,
)
from bulletin_layout.typeset.counting import MEASURES, belongs
from bulletin_layout.typeset.kinsoku import NEVER, UNITS, penalty
from bulletin_layout.typeset.pairs import (
    GAP,
    STRETCH_BLANKS,
    STRETCH_FIRST,
    STRETCH_GAP,
    STRETCH_GAP_ON,
    STRETCH_OPEN,
    STRETCH_SPACE,
    UNSEEN,
    WORD_SPACE,
    joint,
)
from bulletin_layout.values import NamedTuple

LEAST_SPACE, _MOST_SPACE = 0.25, 0.5  # limits of a word space, em (CLREQ 6.2.2.3/.4)
LEAST_GAP, _MOST_GAP = 0.125, 0.5  # limits of the Han–Latin gap, em (CLREQ 6.2.2.3/.4)
_SPACED = frozenset((HAN, LATIN, WIDE))  # a typed space counts between these; beside a mark, its blank is enough
#: Han of the main block that make a difference to a joint; all others are alike.
_TELLING: Final = frozenset(MEASURES | UNITS | {"第"})
_ALIKE: Final = dict.fromkeys(ascii_letters, "a") | dict.fromkeys(digits, "0")
#: An ordinary mark of each kind; all of a kind are alike.
_MARKS: Final = {HAN: "", OPEN: "（", CLOSE: "）", STOP: "。", COMMA: "，"}


class Joined(NamedTuple):
    """A joint with the values that ``Boxes`` has of it, points; ``caps``: (step of adjustment, capacity)."""

    glue: float
    price: float
    even: float
    open: float
    caps: tuple[tuple[int, float], ...] = ()


class Side(NamedTuple):
    """What decides a joint, of the box at one side of it: its kind, its nearest character, or one like it, and its size
    in points."""

    kind: int
    char: str
    size: float


def side(kind: int, char: str, size: float) -> Side:
    """The side of a box of this kind that has ``char`` there."""
    if kind == HAN:
        return Side(kind, char if char in _TELLING or not "\u4e00" <= char <= "\u9fff" else "一", size)
    return Side(kind, _ALIKE.get(char, char), size)


class Joints:
    """The joints of paragraphs in one style."""

    def __init__(self, style: Style) -> None:
        """``style``: the paragraphs'; its kinsoku, marks and gaps are used."""
        self.style = style
        self._usual: dict[tuple[Side, Side, bool, float, float], Joined] = {}
        self._plain: dict[tuple[float, float], PlainJoints] = {}

    def plain(self, size: float, track: float) -> "PlainJoints":
        """The joints between Han and ordinary marks of one size; ``track``: letterspace. Both points."""
        known = self._plain.get((size, track))
        if known is None:
            known = self._plain[size, track] = PlainJoints(self.style, size, track)
        return known

    def usual(self, left: Side, right: Side, rigid: bool, track: float, spaces: float) -> Joined:
        """The joint between two boxes. ``rigid``: they are one unit; ``track``: letterspace after the left box;
        ``spaces``: width of the word spaces typed between them. Points."""
        key = (left, right, rigid, track, spaces)
        known = self._usual.get(key)
        if known is None:
            known = self._usual[key] = self._made(left, right, rigid, track, spaces)
        return known

    def _made(self, left: Side, right: Side, rigid: bool, track: float, spaces: float) -> Joined:
        if rigid or RATIO in (left.kind, right.kind) or (left.kind == right.kind == LATIN and not spaces):
            return Joined(track if right.kind != ELLIPSIS else 0.0, NEVER, 0.0, 0.0)
        bound = belongs(left.char, right.char)
        price = self.price(left, right, spaces > 0)
        if left.kind == HAN and right.kind == LATIN and takes_gap(right.char):
            return self._gap(left.size, right.char, price, track, bound)
        if left.kind == LATIN and right.kind == HAN and takes_gap(left.char):
            return self._gap(right.size, left.char, price, track, bound)
        if spaces and left.kind in _SPACED and right.kind in _SPACED:
            return number_space(left.size, price, track) if bound else _space(left.size, price, track, spaces)
        joint = between(left, right, self.style, track, spaces > 0)
        return joint._replace(even=0.0) if bound else joint

    def price(self, left: Side, right: Side, spaced: bool) -> float:
        """The cost of a break between two boxes; ``spaced``: there is a space between them."""
        return penalty(self.style.kinsoku, left.kind, left.char, right.kind, right.char, spaced)

    def _gap(self, size: float, western: str, price: float, track: float, bound: bool) -> Joined:
        """The Han–Latin gap (中西间距, CLREQ 6.3.3), which also replaces a typed space there.

        ``size``: of the Han; ``western``: the character beside it; ``bound``: part of a number with its measure, so it
        is not stretched.
        """
        style = self.style
        gap = style.digit_gap if style.digit_gap is not None and western.isdigit() else style.gap
        if not gap:
            return Joined(track, price, 0.0 if bound else size, size)
        shrink = (GAP, (gap - LEAST_GAP) * size)
        if bound:
            return Joined(gap * size + track, price, 0.0, size, _positive((shrink,)))
        limit = min(max(style.gap_max, gap), _MOST_GAP)
        first = min(limit - gap, UNSEEN)
        caps = (
            shrink,
            (STRETCH_FIRST, first * size),
            (STRETCH_GAP, (limit - gap - first) * size),
            (STRETCH_GAP_ON, (_MOST_GAP - limit) * size),
        )
        return Joined(gap * size + track, price, 0.0, size, _positive(caps))


class PlainJoints(dict[tuple[int, int], Joined]):
    """The joints between Han and ordinary marks of one size, by the kinds at either side."""

    def __init__(self, style: Style, size: float, track: float) -> None:
        """``style``: the paragraph's; ``size``, ``track``: points."""
        super().__init__()
        self.style, self.size, self.track = style, size, track

    def __missing__(self, kinds: tuple[int, int]) -> Joined:
        """Each is worked out when it is asked for first."""
        left, right = (Side(kind, _MARKS[kind], self.size) for kind in kinds)
        made = self[kinds] = between(left, right, self.style, self.track, False)
        return made


def _space(size: float, price: float, track: float, spaces: float) -> Joined:
    """A joint with a word space, ¼ to ½ em (CLREQ 6.2.2.3/.4)."""
    room = max(_MOST_SPACE * size - spaces, 0.0)
    first = min(UNSEEN * size, room)
    caps = (
        (WORD_SPACE, spaces - LEAST_SPACE * size),
        (STRETCH_FIRST, first),
        (STRETCH_SPACE, room - first),
        (STRETCH_OPEN, size),
    )
    return Joined(spaces + track, price, 0.0, size, _positive(caps))


def number_space(size: float, price: float, track: float) -> Joined:
    """The joint between a number and its unit with a space between them: ¼ em, never adjusted."""
    return Joined(LEAST_SPACE * size + track, price, 0.0, size)


def between(left: Side, right: Side, style: Style, track: float, spaced: bool) -> Joined:
    """The joint beside a mark, or between two Han; ``style``: the paragraph's; ``track``: letterspace in points."""
    price = penalty(style.kinsoku, left.kind, left.char, right.kind, right.char, spaced)
    pair = joint(left.kind, right.kind, style.marks, style.adjacent)
    blank = pair.left * left.size + pair.right * right.size
    parts = ((step, blank / len(pair.steps)) for step in pair.steps)
    caps = (*parts, (STRETCH_BLANKS, left.size if pair.blank else 0.0))
    return Joined(blank + track, price, left.size if pair.stretches else 0.0, left.size, _positive(caps))


def _positive(caps: Iterable[tuple[int, float]]) -> tuple[tuple[int, float], ...]:
    return tuple(cap for cap in caps if cap[1] > 0)
