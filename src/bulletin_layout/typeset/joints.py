"""Decides on the joint between two boxes (字间): its glue, the cost of a break, what it can shrink and stretch.

A joint depends on the sides of the boxes that meet there, on what was typed between them, and on the style of the
paragraph. There are not many of them, so each is worked out once, and kept in the type case.
"""

from string import ascii_letters, digits
from typing import Final

from bulletin_layout.issue.style import Style
from bulletin_layout.typeset.box import Side
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
    Caps,
    caps_of,
    joint,
)
from bulletin_layout.values import NamedTuple, replace

LEAST_SPACE, _MOST_SPACE = 0.25, 0.5  # limits of a word space, em (CLREQ 6.2.2.3/.4)
LEAST_GAP, _MOST_GAP = 0.125, 0.5  # limits of the Han–Latin gap, em (CLREQ 6.2.2.3/.4)
_SPACED = frozenset((HAN, LATIN, WIDE))  # a typed space counts between these; beside a mark, its blank is enough
#: One character for all that make the same difference to a joint: of the Han of the main block only those that stand
#: beside a number make any, ordinary marks of a kind are alike, and so are letters and figures.
_HAN: Final = dict.fromkeys(MEASURES, "米") | dict.fromkeys(UNITS, "年") | {"第": "第"}
_MARKS: Final = {OPEN: "（", CLOSE: "）", STOP: "。", COMMA: "，"}
_ALIKE: Final = dict.fromkeys(ascii_letters, "a") | dict.fromkeys(digits, "0")


def alike(kind: int, char: str) -> str:
    """The character that stands for this one at the side of a box of this kind."""
    if kind == HAN:
        return _HAN.get(char, "一") if "\u4e00" <= char <= "\u9fff" else char
    return _MARKS.get(kind) or _ALIKE.get(char, char)


class Joined(NamedTuple):
    """A joint with the values that ``Boxes`` has of it."""

    glue: float
    price: float
    even: float
    unseen: float
    open: float
    caps: Caps


def _joined(glue: float, price: float, even: float = 0.0, open_: float = 0.0, caps: Caps = ()) -> Joined:
    """The joint with these values; step 10 opens it as any gap, and by a capacity of its own."""
    return Joined(glue, price, even, UNSEEN * even + caps[STRETCH_FIRST] if caps else UNSEEN * even, open_, caps)


#: What follows the last box.
END: Final = _joined(0.0, 0.0)


class Typed(NamedTuple):
    """What was typed between two boxes. ``spaces``: width of word spaces; ``fixed``: of spaces that never change
    (U+2003 …), both points. ``loose``, ``bound``: something allowed a break (U+200B), or forbade one (U+00A0, U+2060).
    """

    spaces: float = 0.0
    fixed: float = 0.0
    loose: bool = False
    bound: bool = False


class Joints(dict[tuple[Side, Side], Joined]):
    """The joints of paragraphs in one style, by the sides of the boxes that meet there; each is worked out when it is
    asked for first."""

    def __init__(self, style: Style) -> None:
        """``style``: the paragraphs'; its kinsoku, marks and gaps are used."""
        super().__init__()
        self.style = style
        self._apart: dict[tuple[Side, Side, Typed], Joined] = {}

    def __missing__(self, sides: tuple[Side, Side]) -> Joined:
        made = self[sides] = _priced(self._met(*sides, 0.0), sides[1])
        return made

    def apart(self, left: Side, right: Side, typed: Typed) -> Joined:
        """The joint between two boxes with something between them."""
        key = (left, right, typed)
        known = self._apart.get(key)
        if known is None:
            known = self._apart[key] = _priced(self._parted(*key), right)
        return known

    def _parted(self, left: Side, right: Side, typed: Typed) -> Joined:
        if not (typed.fixed or typed.loose or typed.bound):
            return self._met(left, right, typed.spaces)
        spaced = typed.spaces > 0 or typed.fixed > 0 or typed.loose
        price = NEVER if typed.bound else self._price(left, right, spaced)
        if typed.fixed:
            blank = self._beside(left, right, spaced).glue
            return _joined(typed.fixed + typed.spaces + blank, price)
        return self._met(left, replace(right, rigid=False), typed.spaces)._replace(price=price)

    def _met(self, left: Side, right: Side, spaces: float) -> Joined:
        """The joint between two boxes with word spaces of so many points between them."""
        track = left.track
        if right.rigid or RATIO in (left.kind, right.kind) or (left.kind == right.kind == LATIN and not spaces):
            return _joined(track if right.kind != ELLIPSIS else 0.0, NEVER)
        bound = belongs(left.char, right.char)
        price = self._price(left, right, spaces > 0)
        if left.kind == HAN and right.kind == LATIN and takes_gap(right.char):
            return self._gap(left.size, right.char, price, track, bound)
        if left.kind == LATIN and right.kind == HAN and takes_gap(left.char):
            return self._gap(right.size, left.char, price, track, bound)
        if spaces and left.kind in _SPACED and right.kind in _SPACED:
            return _number_space(left.size, price, track) if bound else _space(left.size, price, track, spaces)
        joint = self._beside(left, right, spaces > 0)
        return _joined(joint.glue, joint.price, 0.0, joint.open, joint.caps) if bound else joint

    def _price(self, left: Side, right: Side, spaced: bool) -> float:
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
            return _joined(track, price, 0.0 if bound else size, size)
        shrink = (gap - LEAST_GAP) * size
        if bound:
            return _joined(gap * size + track, price, 0.0, size, caps_of({GAP: shrink}))
        limit = min(max(style.gap_max, gap), _MOST_GAP)
        first = min(limit - gap, UNSEEN)
        caps = {
            GAP: shrink,
            STRETCH_FIRST: first * size,
            STRETCH_GAP: (limit - gap - first) * size,
            STRETCH_GAP_ON: (_MOST_GAP - limit) * size,
        }
        return _joined(gap * size + track, price, 0.0, size, caps_of(caps))

    def _beside(self, left: Side, right: Side, spaced: bool) -> Joined:
        """The joint beside a mark, or between two Han."""
        pair = joint(left.kind, right.kind, self.style.marks, self.style.adjacent)
        blank = pair.left * left.size + pair.right * right.size
        caps = {step: blank / len(pair.steps) for step in pair.steps}
        caps[STRETCH_BLANKS] = left.size if pair.blank else 0.0
        even = left.size if pair.stretches else 0.0
        return _joined(blank + left.track, self._price(left, right, spaced), even, left.size, caps_of(caps))


def _priced(joint: Joined, right: Side) -> Joined:
    return joint if right.price is None else joint._replace(price=right.price)


def one_number(joint: Joined, unit: Side) -> Joined:
    """The joint with a word space made one between a number and its unit (25 kg); ``unit``: the last side of the
    unit."""
    fixed = _number_space(unit.size, NEVER, unit.track)
    return _joined(fixed.glue, NEVER, joint.even, joint.open)


def _space(size: float, price: float, track: float, spaces: float) -> Joined:
    """A joint with a word space, ¼ to ½ em (CLREQ 6.2.2.3/.4)."""
    room = max(_MOST_SPACE * size - spaces, 0.0)
    first = min(UNSEEN * size, room)
    caps = {
        WORD_SPACE: spaces - LEAST_SPACE * size,
        STRETCH_FIRST: first,
        STRETCH_SPACE: room - first,
        STRETCH_OPEN: size,
    }
    return _joined(spaces + track, price, 0.0, size, caps_of(caps))


def _number_space(size: float, price: float, track: float) -> Joined:
    """The joint between a number and its unit with a space between them: ¼ em, never adjusted."""
    return _joined(LEAST_SPACE * size + track, price, 0.0, size)
