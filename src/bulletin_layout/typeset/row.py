"""The row of boxes while it is made: each box as it comes, and the joint before it (字间)."""

from bulletin_layout.fonts import Face
from bulletin_layout.inks import Ink
from bulletin_layout.issue.style import Style
from bulletin_layout.typeset.classes import ELLIPSIS, HAN, LATIN, NEWLINE, WIDE, takes_gap
from bulletin_layout.typeset.galley import Boxes
from bulletin_layout.typeset.kinsoku import NEVER, penalty
from bulletin_layout.typeset.pairs import GAP, STRETCH_BLANKS, STRETCH_GAP, STRETCH_SPACE, WORD_SPACE, Joint, joint

LEAST_SPACE, _MOST_SPACE = 0.25, 0.5  # a word space, em (CLREQ 6.2.2.3/.4)
_LEAST_GAP, _MOST_GAP = 0.125, 0.5  # the Han–Latin gap
_SPACED = frozenset((HAN, LATIN, WIDE))  # a typed space counts between these; beside a mark its blank is enough


class Row:
    """Boxes from left to right. The order for each: ``join``, ``box``, its glyphs, ``ended``."""

    def __init__(self, style: Style) -> None:
        """An empty row; ``style``: the paragraph's."""
        self.style = style
        self.boxes = Boxes([], [], [], [], [], [], [], [], [], [], [], [], [], [], [], [])
        self.sets: dict[tuple[Face, float, Ink], int] = {}
        self.joints: dict[tuple[int, int], Joint] = {}
        self.kind = NEWLINE  # of the last box, with its last character, size, letterspace in points
        self.last = ""
        self.size = 0.0
        self.track = 0.0
        self.spaces = 0.0  # width of the word space typed after it
        self.spaced = False

    def box(self, kind: int, offset: int, width: float, letters: int) -> None:
        """A box of ``width`` points at ``offset`` of the text; ``letters`` of it count against 孤字."""
        boxes = self.boxes
        boxes.kinds.append(kind)
        boxes.starts.append(offset)
        boxes.widths.append(width)
        boxes.lead.append(0.0)
        boxes.letters.append(letters)
        boxes.first.append(len(boxes.gids))

    def glyph(self, gid: int, dx: float, dy: float, text: str, number: int) -> None:
        """A glyph of the last box; ``number``: of its face, size and ink (``set_of``)."""
        boxes = self.boxes
        boxes.gids.append(gid)
        boxes.dxs.append(dx)
        boxes.dys.append(dy)
        boxes.texts.append(text)
        boxes.sets.append(number)

    def ended(self, kind: int, last: str, size: float, track: float) -> None:
        """What the next joint must know of the last box; ``track``: its letterspace in points."""
        self.kind, self.last, self.size, self.track = kind, last, size, track
        self.spaces, self.spaced = 0.0, False

    def set_of(self, face: Face, style: Style) -> int:
        """The number of a face, size and ink."""
        return self.sets.setdefault((face, style.size, style.ink), len(self.sets))

    def join(self, kind: int, first: str, size: float, rigid: bool) -> None:
        """The joint between the last box and one that begins with ``first``."""
        boxes = self.boxes
        if not boxes.widths:
            return
        if rigid or (kind == self.kind == LATIN and not self.spaced):
            self.joined(self.track if kind != ELLIPSIS else 0.0, NEVER, 0.0, 0.0)
            return
        level = self.style.kinsoku
        price = penalty(level, self.kind, self.last, kind, first, self.spaced)
        if (self.kind == HAN and kind == LATIN and takes_gap(first)) or (
            kind == HAN and self.kind == LATIN and takes_gap(self.last)
        ):
            self._gap(self.size if self.kind == HAN else size, price)
        elif self.spaced and self.kind in _SPACED and kind in _SPACED:
            self._cap(WORD_SPACE, self.spaces - LEAST_SPACE * self.size)
            self._cap(STRETCH_SPACE, _MOST_SPACE * self.size - self.spaces)
            self.joined(self.spaces + self.track, price, 0.0, self.size)
        else:
            known = self.joints.get((self.kind, kind))
            if known is None:
                known = joint(self.kind, kind, self.style.marks, self.style.adjacent)
                self.joints[self.kind, kind] = known
            blank = known.left * self.size + known.right * size
            if known.step:
                self._cap(known.step, blank)
            if known.blank:
                self._cap(STRETCH_BLANKS, self.size)
            self.joined(blank + self.track, price, self.size if known.stretches else 0.0, self.size)

    def _gap(self, size: float, price: float) -> None:
        """The Han–Latin gap (中西间距), which stands for a typed space too."""
        gap = self.style.gap
        self._cap(GAP, (gap - _LEAST_GAP) * size)
        if gap:
            self._cap(STRETCH_GAP, (_MOST_GAP - gap) * size)
        self.joined(gap * size + self.track, price, 0.0 if gap else size, size)

    def _cap(self, step: int, capacity: float) -> None:
        if capacity > 0:
            self.boxes.caps.append((len(self.boxes.widths) - 1, step, capacity))

    def joined(self, glue: float, price: float, even: float, open_: float) -> None:
        """Enter a joint: see ``Boxes``."""
        boxes = self.boxes
        boxes.glues.append(glue)
        boxes.breaks.append(price)
        boxes.even.append(even)
        boxes.open.append(open_)
