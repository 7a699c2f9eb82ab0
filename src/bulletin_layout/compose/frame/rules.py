"""Rules and frames (线与框), by name, as marks."""

from collections.abc import Mapping
from typing import Final

from bulletin_layout.grid import Rect
from bulletin_layout.inks import BLACK, Ink
from bulletin_layout.issue import SlotFrame
from bulletin_layout.page import Mark, PanelMark, RuleMark

#: The strokes of each rule: distance of the centre from the rule's upper edge, and width, in points.
STROKES: Final[Mapping[str, tuple[tuple[float, float], ...]]] = {
    "none": (),
    "hairline": ((0.15, 0.3),),
    "thin": ((0.25, 0.5),),
    "thick": ((1.0, 2.0),),
    "thick-thin": ((1.0, 2.0), (3.75, 0.5)),
    "thin-thick": ((0.25, 0.5), (3.0, 2.0)),
    "double": ((0.15, 0.3), (1.95, 0.3)),
}


def rule_height(kind: str) -> float:
    """The height of a rule from its upper to its lower edge, in points."""
    return max((y + width / 2 for y, width in STROKES[kind]), default=0.0)


def horizontal_rule(
    kind: str, x1: float, x2: float, top: float, ink: Ink | None, furniture: str = ""
) -> list[RuleMark]:
    """A rule from x1 to x2 with its upper edge at ``top``, in points. ``furniture``: the name of the furniture that it
    belongs to."""
    return [RuleMark(x1, top + y, x2, top + y, width, ink or BLACK, furniture=furniture) for y, width in STROKES[kind]]


def vertical_rule(kind: str, x: float, y1: float, y2: float, ink: Ink | None) -> list[RuleMark]:
    """A rule centred on x from y1 to y2, in points."""
    left = x - rule_height(kind) / 2
    return [RuleMark(left + at, y1, left + at, y2, width, ink or BLACK) for at, width in STROKES[kind]]


def frame_marks(frame: SlotFrame, rect: Rect, furniture: str = "") -> list[Mark]:
    """Tint and border of a boxed story, or of the ``furniture`` with this name. A border of two strokes is two nested
    rectangles."""
    marks: list[Mark] = []
    if frame.fill is not None:
        marks.append(PanelMark(rect.x, rect.y, rect.width, rect.height, fill=frame.fill))
    for at, width in STROKES[frame.border]:
        inset = at - width / 2
        marks.append(
            PanelMark(
                rect.x + inset,
                rect.y + inset,
                rect.width - 2 * inset,
                rect.height - 2 * inset,
                border=frame.ink or BLACK,
                border_width=width,
                furniture=furniture,
            )
        )
    return marks
