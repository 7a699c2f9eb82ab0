"""Builds the row of boxes of a paragraph, and decides on the joint before each (字间)."""

from bisect import bisect_right
from collections.abc import Iterable
from typing import Final, NamedTuple

from bulletin_layout.fonts import Face
from bulletin_layout.inks import Ink
from bulletin_layout.issue.style import Style
from bulletin_layout.typeset.classes import ELLIPSIS, HAN, LATIN, NEWLINE, RATIO, WIDE, takes_gap
from bulletin_layout.typeset.counting import belongs
from bulletin_layout.typeset.galley import Boxes
from bulletin_layout.typeset.kinsoku import NEVER, penalty
from bulletin_layout.typeset.pairs import (
    GAP,
    SHRINK_STEPS,
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

LEAST_SPACE, _MOST_SPACE = 0.25, 0.5  # limits of a word space, em (CLREQ 6.2.2.3/.4)
LEAST_GAP, _MOST_GAP = 0.125, 0.5  # limits of the Han–Latin gap, em (CLREQ 6.2.2.3/.4)
_SPACED = frozenset((HAN, LATIN, WIDE))  # a typed space counts between these; beside a mark, its blank is enough


class Joined(NamedTuple):
    """A joint with the values that ``Boxes`` has of it, points; ``caps``: (step of adjustment, capacity)."""

    glue: float
    price: float
    even: float
    open: float
    caps: tuple[tuple[int, float], ...] = ()


class Side(NamedTuple):
    """What decides a joint, of the box at one side of it: its kind, its nearest character, its size in points."""

    kind: int
    char: str
    size: float


_NOTHING: Final = Side(NEWLINE, "", 0.0)


class Row:
    """The boxes of a paragraph, in order. For each box call ``join``, ``box``, ``glyph`` for its glyphs, ``ended``."""

    def __init__(self, style: Style) -> None:
        """An empty row for a paragraph in ``style``."""
        self.style = style
        self.boxes = Boxes([], [], [], [], [], [], [], [], [], [], [], [], [], [], [], [])
        self.sets: dict[tuple[Face, float, Ink], int] = {}
        self.type: tuple[Face, float, Ink]  # of the last glyph
        self.left = _NOTHING  # the last box
        self.track = 0.0  # its letterspace, points
        # What was typed since that box:
        self.spaces = 0.0  # width of word spaces, points
        self.spaced = False  # whether there was a word space
        self.fixed = 0.0  # width of spaces that never change (U+2003 …), points
        self.loose = self.bound = False  # whether something allowed a break (U+200B) or forbade one (U+00A0, U+2060)

    def box(self, kind: int, offset: int, width: float, letters: int) -> None:
        """Add a box of ``width`` points at ``offset`` of the text; ``letters``: its characters that are not marks."""
        boxes = self.boxes
        boxes.kinds.append(kind)
        boxes.starts.append(offset)
        boxes.widths.append(width)
        boxes.lead.append(0.0)
        boxes.letters.append(letters)
        boxes.first.append(len(boxes.gids))

    def glyph(self, gid: int, dx: float, dy: float, text: str, number: int) -> None:
        """Add a glyph to the last box; ``number``: index of its face, size and ink, from ``set_of``."""
        boxes = self.boxes
        boxes.gids.append(gid)
        boxes.dxs.append(dx)
        boxes.dys.append(dy)
        boxes.texts.append(text)
        boxes.sets.append(number)

    def ended(self, kind: int, last: str, size: float, track: float) -> None:
        """Finish the last box: remember what the next joint depends on; ``track``: its letterspace in points."""
        self.left, self.track = Side(kind, last, size), track
        self.spaces, self.spaced = 0.0, False
        self.fixed, self.loose, self.bound = 0.0, False, False

    def set_of(self, face: Face, size: float, ink: Ink) -> int:
        """The index of a face, size and ink in ``Galley.sets``; a new one is added."""
        self.type = (face, size, ink)
        return self.sets.setdefault((face, size, ink), len(self.sets))

    def join(self, kind: int, first: str, size: float, rigid: bool) -> None:
        """Add the joint between the last box and a box of kind ``kind`` that begins with ``first``. ``rigid``: the two
        are one unit, so no break, no gap."""
        if self.boxes.widths:
            right = Side(kind, first, size)
            typed = self.fixed or self.loose or self.bound
            self.joined(self._typed(right) if typed else self._joint(right, rigid))

    def joined(self, joint: Joined) -> None:
        """Add a joint after the last box."""
        boxes = self.boxes
        glue, price, even, open_, caps = joint
        for step, capacity in caps:
            boxes.caps.append((len(boxes.glues), step, capacity))
        boxes.glues.append(glue)
        boxes.breaks.append(price)
        boxes.even.append(even)
        boxes.open.append(open_)

    def spare(self, offset: int) -> None:
        """Let the joint after the box at this offset never shrink."""
        joint = bisect_right(self.boxes.starts, offset) - 1
        self.boxes.caps[:] = [cap for cap in self.boxes.caps if cap[0] != joint or cap[1] not in SHRINK_STEPS]

    def _joint(self, right: Side, rigid: bool) -> Joined:
        left, track = self.left, self.track
        if rigid or RATIO in (left.kind, right.kind) or (left.kind == right.kind == LATIN and not self.spaced):
            return Joined(track if right.kind != ELLIPSIS else 0.0, NEVER, 0.0, 0.0)
        bound = belongs(left.char, right.char)
        if left.kind == HAN and right.kind == LATIN and takes_gap(right.char):
            return self._gap(left.size, right, right.char, bound)
        if left.kind == LATIN and right.kind == HAN and takes_gap(left.char):
            return self._gap(right.size, right, left.char, bound)
        if self.spaced and left.kind in _SPACED and right.kind in _SPACED:
            price = self._price(right)
            return self._bound_space(price) if bound else self._space(price)
        joint = between(left, right, self.style, track, self.spaced)
        return joint._replace(even=0.0) if bound else joint

    def _space(self, price: float) -> Joined:
        """A joint with a word space, ¼ to ½ em (CLREQ 6.2.2.3/.4)."""
        size, spaces = self.left.size, self.spaces
        room = max(_MOST_SPACE * size - spaces, 0.0)
        first = min(UNSEEN * size, room)
        caps = (
            (WORD_SPACE, spaces - LEAST_SPACE * size),
            (STRETCH_FIRST, first),
            (STRETCH_SPACE, room - first),
            (STRETCH_OPEN, size),
        )
        return Joined(spaces + self.track, price, 0.0, size, _positive(caps))

    def _bound_space(self, price: float) -> Joined:
        """The joint between a number and its unit with a space between them: ¼ em, never adjusted."""
        size = self.left.size
        return Joined(LEAST_SPACE * size + self.track, price, 0.0, size)

    def bind(self, joint: int) -> None:
        """Change the word space at the last joint into one between a number and its unit. This comes after the fact:
        that the word is a unit is known only when it has been read."""
        boxes = self.boxes
        boxes.glues[joint], boxes.breaks[joint], *_ = self._bound_space(NEVER)
        while boxes.caps and boxes.caps[-1][0] == joint:
            boxes.caps.pop()

    def _typed(self, right: Side) -> Joined:
        """A joint with fixed spaces, or with characters that allow or forbid a break."""
        left = self.left
        spaced = self.spaced or self.fixed > 0 or self.loose
        price = penalty(self.style.kinsoku, left.kind, left.char, right.kind, right.char, spaced)
        if self.fixed:
            glue = self.fixed + self.spaces + between(left, right, self.style, self.track, spaced).glue
            return Joined(glue, NEVER if self.bound else price, 0.0, 0.0)
        usual = self._joint(right, False)
        return usual._replace(price=NEVER if self.bound else price)

    def _price(self, right: Side) -> float:
        return penalty(self.style.kinsoku, self.left.kind, self.left.char, right.kind, right.char, self.spaced)

    def _gap(self, size: float, right: Side, western: str, bound: bool) -> Joined:
        """The Han–Latin gap (中西间距, CLREQ 6.3.3), which also replaces a typed space there.

        ``western``: the character beside the Han; ``bound``: part of a number with its measure, so it is not stretched.
        """
        style, price, track = self.style, self._price(right), self.track
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
