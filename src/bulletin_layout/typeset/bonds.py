"""Changes joints once all boxes of a paragraph are there: the label of a list item, words and names that stay whole."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import Final

from bulletin_layout.issue.style import Style
from bulletin_layout.typeset.classes import CLOSING, COMMAS, IDEOGRAPHIC_SPACE, STOPS
from bulletin_layout.typeset.galley import Boxes
from bulletin_layout.typeset.joints import LEAST_GAP
from bulletin_layout.typeset.kinsoku import NEVER
from bulletin_layout.typeset.pairs import limited

_POINTS: Final = STOPS + COMMAS


def settle(boxes: Boxes, style: Style, last: int) -> None:
    """Make boxes 0 to ``last`` the label of a list item: natural widths, no breaks, and glue after it so that the text
    starts at the style's ``hang``; at least ⅛ em if the label is too long for that."""
    count = last + 1
    if not 0 < count < len(boxes.widths):
        return
    natural = sum(boxes.widths[:count]) + sum(boxes.glues[:last])
    blank = boxes.widths[last] if boxes.kinds[last] == IDEOGRAPHIC_SPACE else 0.0
    room = (style.hang - style.indent) * style.size
    if room > 0:
        boxes.glues[last] = max(room - natural, LEAST_GAP * style.size - blank)
    boxes.breaks[:count] = [NEVER] * count
    boxes.even[:count] = boxes.unseen[:count] = boxes.open[:count] = [0.0] * count
    for joint in range(count):
        boxes.caps.pop(joint, None)


def bind(boxes: Boxes, spans: Iterable[tuple[int, int]]) -> None:
    """Forbid line breaks inside each (start, end) of the text."""
    for joint in _joints(boxes, spans):
        boxes.breaks[joint] = NEVER


def price(boxes: Boxes, spans: Iterable[tuple[int, int]], cost: float) -> None:
    """Let line breaks inside each (start, end) of the text cost so much, where they are allowed at all."""
    breaks = boxes.breaks
    for joint in _joints(boxes, spans):
        breaks[joint] = max(breaks[joint], cost) if breaks[joint] >= 0 else breaks[joint]


def _joints(boxes: Boxes, spans: Iterable[tuple[int, int]]) -> Iterator[int]:
    """The joints inside each (start, end) of the text."""
    for start, end in spans:
        yield from range(max(bisect_right(boxes.starts, start) - 1, 0), bisect_left(boxes.starts, end) - 1)


def spare(boxes: Boxes, text: str, lead_ins: Iterable[tuple[int, int]]) -> None:
    """Let the mark at the end of each lead-in (段首语), or after it, never shrink, so that all lead-ins of a page look
    alike. ``lead_ins``: (start, end) of each."""
    for begin, end in lead_ins:
        if begin < end < len(text):
            mark = end if text[end] in _POINTS else end - 1
            if text[mark] in _POINTS or (text[mark] in CLOSING and text[mark - 1] in _POINTS):
                joint = bisect_right(boxes.starts, mark) - 1
                if joint in boxes.caps:
                    boxes.caps[joint] = limited(boxes.caps[joint], 0.0)
