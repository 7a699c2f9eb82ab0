"""Sets text of Han and ordinary marks in one style (排正文).

That is nearly all of an issue, so it is written for speed: whole lists are appended for a stretch of text, instead of
one box at a time.
"""

from collections.abc import Sequence
from typing import Final

from bulletin_layout.issue.style import Style
from bulletin_layout.typeset.classes import CLOSE, COMMA, HAN, OPEN, STOP
from bulletin_layout.typeset.context import CharToken
from bulletin_layout.typeset.row import Joined, Side, between
from bulletin_layout.typeset.stick import Stick

#: Kinds of tokens that can be set this way.
PLAIN: Final = frozenset((HAN, OPEN, CLOSE, STOP, COMMA))


def set_plain(stick: Stick, start: int, end: int, marks: Sequence[CharToken], style: Style) -> None:
    """Set text[start:end], which is all Han except for ``marks`` (tokens of one character each).

    It falls back to one box at a time if a mark is mirrored (right to left), if marks keep their natural widths, or if
    the family's own face does not have all characters with an advance of 1 em.
    """
    piece = stick.text[start:end]
    turned = any(stick.way_at(mark.start).level % 2 for mark in marks) if stick.ways else False
    if turned or stick.style.marks == "as-is" or not stick.case.has(style.font, style.weight, piece):
        kinds = {mark.start: mark.kind for mark in marks}
        for offset, char in enumerate(piece, start):
            stick.single(kinds.get(offset, HAN), offset, char, style)
        return
    size, track, row = style.size, style.letterspace * style.size, stick.row
    first = marks[0].kind if marks and marks[0].start == start else HAN
    row.join(first, piece[0], size, False)
    _lay_han(stick, start, piece, style)
    _lay_marks(stick, start, end, marks, style)
    last = marks[-1].kind if marks and marks[-1].end == end else HAN
    row.ended(last, piece[-1], size, track)


def _lay_han(stick: Stick, start: int, piece: str, style: Style) -> None:
    """Add a box for every character, as if all were Han; ``_lay_marks`` corrects the marks afterwards."""
    boxes, case, size, count = stick.row.boxes, stick.case, style.size, len(piece)
    known = case.sorts[style.font, style.weight]
    none, whole, inner = [0.0] * count, [size] * count, [size] * (count - 1)
    boxes.kinds.extend([HAN] * count)
    boxes.starts.extend(range(start, start + count))
    boxes.widths.extend(whole)
    boxes.lead.extend(none)
    boxes.letters.extend([1] * count)
    boxes.first.extend(range(len(boxes.gids), len(boxes.gids) + count))
    boxes.gids.extend(map(known.__getitem__, piece))
    boxes.dxs.extend(none)
    boxes.dys.extend(none)
    boxes.texts.extend(piece)
    face = case.main_face(style.font, style.weight)
    boxes.sets.extend([stick.row.set_of(face, size, style.ink)] * count)
    boxes.glues.extend([style.letterspace * size] * (count - 1))
    boxes.breaks.extend(none[1:])
    boxes.even.extend(inner)
    boxes.open.extend(inner)


def _lay_marks(stick: Stick, start: int, end: int, marks: Sequence[CharToken], style: Style) -> None:
    """Correct the boxes of marks, and the joints at either side of them."""
    boxes, case, size = stick.row.boxes, stick.case, style.size
    face, lead = case.main_face(style.font, style.weight), stick.lead * size
    shift = len(boxes.widths) - end  # from an offset in the text to its box
    han, sides = Side(HAN, "", size), [Side(kind, stick.text[at], size) for kind, at, _ in marks]
    before = start  # end of the mark before this one: the joint between two adjoining marks is made only once
    for number, (kind, at, after) in enumerate(marks):
        box, own = at + shift, sides[number]
        glyph = boxes.first[box]
        fitted = case.mark(face, own.char, kind)
        boxes.kinds[box], boxes.widths[box], boxes.letters[box] = kind, fitted.box * size, 0
        boxes.dxs[glyph], boxes.dys[glyph] = fitted.dx * size, fitted.dy * size
        if kind == OPEN:
            boxes.lead[box] = lead
        if at > before:
            _relay(stick, box - 1, han, own, style)
        if after < end:
            touches = number + 1 < len(marks) and marks[number + 1].start == after
            _relay(stick, box, own, sides[number + 1] if touches else han, style)
        before = after


def _relay(stick: Stick, index: int, left: Side, right: Side, style: Style) -> None:
    """Replace a joint that was added as one between Han. It does not depend on which Han is beside the mark, so the few
    kinds of joints are kept in the type case."""
    own, boxes = stick.style, stick.row.boxes
    key = (left, right, own.kinsoku, own.marks, own.adjacent, style.letterspace)
    known: Joined | None = stick.case.joints.get(key)
    if known is None:
        known = stick.case.joints[key] = between(left, right, own, style.letterspace * style.size, False)
    boxes.glues[index], boxes.breaks[index], boxes.even[index], boxes.open[index], caps = known
    for step, capacity in caps:
        boxes.caps.append((index, step, capacity))
