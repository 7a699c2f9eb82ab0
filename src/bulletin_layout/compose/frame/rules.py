"""Rules and frames (线与框) by name, as marks."""

from collections.abc import Mapping
from typing import Final

from bulletin_layout.grid import Rect
from bulletin_layout.inks import BLACK, Ink
from bulletin_layout.issue import SlotFrame
from bulletin_layout.page import Mark, PanelMark, RuleMark

#: Each rule as strokes: distance of the stroke's centre from the top of the rule, and its width, in points.
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
    """From the top edge of a rule to its foot, in points."""
    return max((y + width / 2 for y, width in STROKES[kind]), default=0.0)


def horizontal_rule(
    kind: str, x1: float, x2: float, top: float, ink: Ink | None, furniture: str = ""
) -> list[RuleMark]:
    """A rule from x1 to x2 whose upper edge is at ``top``; ``furniture``: the name of what draws it."""
    return [RuleMark(x1, top + y, x2, top + y, width, ink or BLACK, furniture=furniture) for y, width in STROKES[kind]]


def vertical_rule(kind: str, x: float, y1: float, y2: float, ink: Ink | None) -> list[RuleMark]:
    """A rule centred on x from y1 to y2."""
    left = x - rule_height(kind) / 2
    return [RuleMark(left + at, y1, left + at, y2, width, ink or BLACK) for at, width in STROKES[kind]]


def frame_marks(frame: SlotFrame, rect: Rect, furniture: str = "") -> list[Mark]:
    """Tint and border of a boxed story or of ``furniture``, by its name; a border of two strokes is two borders, one
    inside the other."""
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
