"""Sets text of Han and ordinary marks in one style (排正文).

That is nearly all of an issue, so it is written for speed: whole lists are appended for a stretch of text as if all of
it were Han, and then the boxes of the marks in it are corrected, and the joints at either side of them.
"""

import re
from collections.abc import Sequence
from typing import Final

from bulletin_layout.issue.style import Style
from bulletin_layout.typeset.classes import HAN, OPEN, kind_of
from bulletin_layout.typeset.galley import Boxes
from bulletin_layout.typeset.joints import PlainJoints
from bulletin_layout.typeset.stick import Stick
from bulletin_layout.typeset.typecase import Fount, PlainMark

#: A mark among Han, which are letters. A set of all Han would take a millisecond to compile.
_MARK: Final = re.compile(r"\W")


def set_plain(stick: Stick, start: int, end: int, style: Style) -> None:
    """Set text[start:end], which is all Han and ordinary marks.

    It falls back to one box at a time if a mark is mirrored (right to left), if marks keep their natural widths, or if
    the family's own face does not have all characters with an advance of 1 em.
    """
    piece = stick.text[start:end]
    turned = any(way.level % 2 for way in stick.ways[start:end])
    fount = stick.case.fount(style.font, style.weight, piece)
    if turned or stick.style.marks == "as-is" or fount is None:
        for offset, char in enumerate(piece, start):
            stick.single(kind_of(char), offset, char, style)
        return
    row, size, track = stick.row, style.size, style.letterspace * style.size
    marks = [(match.start(), fount.marks[match[0]]) for match in _MARK.finditer(piece)]
    first = marks[0][1].kind if marks and not marks[0][0] else HAN
    last = marks[-1][1].kind if marks and marks[-1][0] == len(piece) - 1 else HAN
    row.join(first, piece[0], size, False)
    box, glyph = len(row.boxes.widths), len(row.boxes.gids)
    _lay_han(stick, start, piece, style, fount)
    _lay_marks(row.boxes, marks, box, glyph, style, stick.lead)
    _join_marks(row.boxes, marks, box, len(piece), row.joints.plain(size, track))
    row.ended(last, piece[-1], size, style.letterspace * size)


def _lay_han(stick: Stick, start: int, piece: str, style: Style, fount: Fount) -> None:
    """Add a box for every character, as if all were Han."""
    boxes, size, count = stick.row.boxes, style.size, len(piece)
    none, whole, inner = [0.0] * count, [size] * count, [size] * (count - 1)
    boxes.kinds.extend([HAN] * count)
    boxes.starts.extend(range(start, start + count))
    boxes.widths.extend(whole)
    boxes.letters.extend([1] * count)
    boxes.first.extend(range(len(boxes.gids), len(boxes.gids) + count))
    boxes.gids.extend(map(fount.gids.__getitem__, piece))
    boxes.dxs.extend(none)
    boxes.texts.extend(piece)
    boxes.sets.extend([stick.row.set_of(fount.face, size, style.ink)] * count)
    boxes.glues.extend([style.letterspace * size] * (count - 1))
    boxes.breaks.extend(none[1:])
    boxes.even.extend(inner)
    boxes.open.extend(inner)


def _lay_marks(
    boxes: Boxes, marks: Sequence[tuple[int, PlainMark]], box: int, glyph: int, style: Style, lead: float
) -> None:
    """Correct the boxes of marks. ``marks``: the place in the stretch of each; ``box``, ``glyph``: the first box and
    glyph of the stretch; ``lead``: see ``Stick.lead``."""
    size = style.size
    kinds, widths, letters, dxs = boxes.kinds, boxes.widths, boxes.letters, boxes.dxs
    for at, (kind, fitted) in marks:
        kinds[box + at], widths[box + at], letters[box + at] = kind, fitted.box * size, 0
        dxs[glyph + at] = fitted.dx * size
        if kind == OPEN:
            boxes.leads[box + at] = lead * size


def _join_marks(
    boxes: Boxes, marks: Sequence[tuple[int, PlainMark]], box: int, count: int, joints: PlainJoints
) -> None:
    """Correct the joints at either side of marks, in a stretch of ``count`` boxes that begins with ``box``."""
    kinds, glues, breaks, even, open_ = boxes.kinds, boxes.glues, boxes.breaks, boxes.even, boxes.open
    done, end = box, box + count - 1
    for at, _ in marks:
        for joint in range(max(box + at - 1, done), min(box + at + 1, end)):
            glues[joint], breaks[joint], even[joint], open_[joint], caps = joints[kinds[joint], kinds[joint + 1]]
            if caps:
                boxes.caps[joint] = caps
        done = box + at + 1
