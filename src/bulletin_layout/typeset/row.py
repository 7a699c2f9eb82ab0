"""Builds the row of boxes of a paragraph, with a joint before each but the first (字间)."""

from bisect import bisect_right
from typing import Final

from bulletin_layout.fonts import Face
from bulletin_layout.inks import Ink
from bulletin_layout.typeset.classes import NEWLINE
from bulletin_layout.typeset.galley import Boxes
from bulletin_layout.typeset.joints import Joined, Joints, Side, between, number_space, side
from bulletin_layout.typeset.kinsoku import NEVER
from bulletin_layout.typeset.pairs import SHRINK_STEPS

_NOTHING: Final = Side(NEWLINE, "", 0.0)


class Row:
    """The boxes of a paragraph, in order. For each box call ``join``, ``box``, ``glyph`` for its glyphs, ``ended``."""

    def __init__(self, joints: Joints) -> None:
        """An empty row; ``joints``: those of the paragraph's style."""
        self.joints = joints
        self.boxes = Boxes([], [], [], [], [], [], [], [], [], {}, {}, [], [], {}, [], [])
        self.sets: dict[tuple[Face, float, Ink], int] = {}
        self.type: tuple[Face, float, Ink]  # of the last glyph
        self.number = -1  # its index in ``sets``; negative: there is no glyph
        self.left = _NOTHING  # the last box
        self.track = 0.0  # its letterspace, points
        # What was typed since that box:
        self.spaces = 0.0  # width of word spaces, points
        self.fixed = 0.0  # width of spaces that never change (U+2003 …), points
        self.loose = self.bound = False  # whether something allowed a break (U+200B) or forbade one (U+00A0, U+2060)

    def box(self, kind: int, offset: int, width: float, letters: int) -> None:
        """Add a box of ``width`` points at ``offset`` of the text; ``letters``: its characters that are not marks."""
        boxes = self.boxes
        boxes.kinds.append(kind)
        boxes.starts.append(offset)
        boxes.widths.append(width)
        boxes.letters.append(letters)
        boxes.first.append(len(boxes.gids))

    def glyph(self, gid: int, dx: float, dy: float, text: str, number: int) -> None:
        """Add a glyph to the last box; ``number``: index of its face, size and ink, from ``set_of``."""
        boxes = self.boxes
        boxes.gids.append(gid)
        boxes.dxs.append(dx)
        if dy:
            boxes.rises[len(boxes.dxs) - 1] = dy
        boxes.texts.append(text)
        boxes.sets.append(number)

    def ended(self, kind: int, last: str, size: float, track: float) -> None:
        """Finish the last box: remember what the next joint depends on; ``track``: its letterspace in points."""
        self.left, self.track, self.spaces = side(kind, last, size), track, 0.0
        self.fixed, self.loose, self.bound = 0.0, False, False

    def set_of(self, face: Face, size: float, ink: Ink) -> int:
        """The index of a face, size and ink in ``Galley.sets``; a new one is added."""
        if self.number < 0 or self.type[0] is not face or self.type[1] != size or self.type[2] is not ink:
            self.type = (face, size, ink)
            self.number = self.sets.setdefault(self.type, len(self.sets))
        return self.number

    def join(self, kind: int, first: str, size: float, rigid: bool) -> None:
        """Add the joint between the last box and a box of kind ``kind`` that begins with ``first``. ``rigid``: the two
        are one unit, so no break, no gap."""
        if self.boxes.widths:
            right = side(kind, first, size)
            if self.fixed or self.loose or self.bound:
                self.joined(self._typed(right))
            else:
                self.joined(self.joints.usual(self.left, right, rigid, self.track, self.spaces))

    def joined(self, joint: Joined) -> None:
        """Add a joint after the last box."""
        boxes = self.boxes
        glue, price, even, open_, caps = joint
        if caps:
            boxes.caps[len(boxes.glues)] = caps
        boxes.glues.append(glue)
        boxes.breaks.append(price)
        boxes.even.append(even)
        boxes.open.append(open_)

    def spare(self, offset: int) -> None:
        """Let the joint after the box at this offset never shrink."""
        joint = bisect_right(self.boxes.starts, offset) - 1
        caps = self.boxes.caps
        if joint in caps:
            caps[joint] = tuple(cap for cap in caps[joint] if cap[0] not in SHRINK_STEPS)

    def bind(self, joint: int) -> None:
        """Change the word space at the last joint into one between a number and its unit. This comes after the fact:
        that the word is a unit is known only when it has been read."""
        boxes = self.boxes
        boxes.glues[joint], boxes.breaks[joint], *_ = number_space(self.left.size, NEVER, self.track)
        boxes.caps.pop(joint, None)

    def _typed(self, right: Side) -> Joined:
        """A joint with fixed spaces, or with characters that allow or forbid a break."""
        spaced = self.spaces > 0 or self.fixed > 0 or self.loose
        price = NEVER if self.bound else self.joints.price(self.left, right, spaced)
        if self.fixed:
            blank = between(self.left, right, self.joints.style, self.track, spaced).glue
            return Joined(self.fixed + self.spaces + blank, price, 0.0, 0.0)
        return self.joints.usual(self.left, right, False, self.track, self.spaces)._replace(price=price)
