"""The border between neighbouring slots (版块边线): one side grows as the other shrinks."""

from collections.abc import Iterable
from typing import Final, Literal

from bulletin_layout.findings.catalogue import gives
from bulletin_layout.findings.phrases import SaidValueError
from bulletin_layout.issue import Box, Slot
from bulletin_layout.values import dataclass

#: Whole 行 of space that may lie between two slots that still count as neighbours.
MOST_AIR: Final = 2

Edge = Literal["bottom", "top"]


@dataclass(frozen=True, slots=True)
class Border:
    """A slot's edge with the slots beyond it, from left to right. ``rows`` and ``least_neighbour``: height in whole 行
    of the slot and of the lowest neighbour."""

    edge: Edge
    neighbours: tuple[Slot, ...]
    rows: int
    least_neighbour: int

    @property
    def opposite(self) -> Edge:
        """The name of the same edge as seen from the neighbours."""
        return "top" if self.edge == "bottom" else "bottom"


def border_of(slot: Slot, slots: Iterable[Slot], edge: Edge) -> Border:
    """The border of a slot at an edge. The neighbours must fill exactly the slot's columns and all begin on the same
    row; otherwise raises SaidValueError, whose text names the slots nearby."""
    own = _box(slot)
    if own is None:
        raise SaidValueError(gives.no_edge())
    near = [
        (other, box, air)
        for other in slots
        if other.name != slot.name
        for box in other.boxes
        if box.fixed is None and _columns(own) & _columns(box) and 0 <= (air := _air(own, box, edge)) <= MOST_AIR
    ]
    nearest_air = min((air for _, _, air in near), default=0)
    beyond = sorted((pair for pair in near if pair[2] == nearest_air), key=lambda pair: pair[1].cols)
    found = frozenset(column for _, box, _ in beyond for column in range(box.cols[0], box.cols[1] + 1))
    single = all(_box(other) is not None for other, _, _ in beyond)
    if not beyond or len(near) > len(beyond) or found != _columns(own) or not single:
        not_shared = gives.bottom_not_shared if edge == "bottom" else gives.top_not_shared
        there = tuple(gives.slot_at(other.name, _said(box)) for other, box, _ in near)
        raise SaidValueError(not_shared(_said(own), MOST_AIR, there or gives.no_slot(), max(1, len(there))))
    heights = [box.rows[1] - box.rows[0] + 1 for _, box, _ in beyond]
    return Border(edge, tuple(other for other, _, _ in beyond), own.rows[1] - own.rows[0] + 1, min(heights))


def _box(slot: Slot) -> Box | None:
    """The slot's only box on the grid."""
    return slot.boxes[0] if len(slot.boxes) == 1 and slot.boxes[0].fixed is None else None


def _columns(box: Box) -> frozenset[int]:
    return frozenset(range(box.cols[0], box.cols[1] + 1))


def _air(own: Box, other: Box, edge: Edge) -> int:
    """Whole 行 between the edge and the other box; negative when the box does not lie beyond the edge."""
    return other.rows[0] - own.rows[1] - 1 if edge == "bottom" else own.rows[0] - other.rows[1] - 1


def _said(box: Box) -> str:
    first, last = box.cols
    return f"column {first}" if first == last else f"columns {first}-{last}"
