"""Edges that neighbours share (版块边界): one story's slot grows as the next one shrinks, the whole page at once."""

import itertools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from bulletin_layout.compose.copyfit import distance
from bulletin_layout.compose.slots import ComposedSlot
from bulletin_layout.issue import Slot

#: Ways to move a page's edges that are looked at, mildest first.
_MOST: Final = 20_000


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge that may move: down by ``low`` to ``high`` rows; the slots that end there and those that begin there."""

    name: str
    low: int
    high: int
    above: tuple[str, ...]
    below: tuple[str, ...]


def edges_of(slots: Mapping[str, Slot]) -> tuple[Edge, ...]:
    """The edges that the page's slots may give, in the layout's order."""
    found = []
    for name, slot in slots.items():
        for give in slot.give:
            if give.kind == "edge.bottom":
                found.append(Edge(name, int(give.low), int(give.high), (name,), give.neighbours))
            elif give.kind == "edge.top":
                found.append(Edge(name, -int(give.high), -int(give.low), give.neighbours, (name,)))
    return tuple(found)


def fit_page(slots: Mapping[str, Slot], compose: Callable[[Slot], ComposedSlot]) -> tuple[ComposedSlot, ...]:
    """Compose a page's slots with its edges moved as little as fills all of them, exactly, not one after another;
    where no way fills them all, the way that leaves least over and short."""
    edges = edges_of(slots)
    known: dict[tuple[str, int, int], ComposedSlot] = {}

    def composed(name: str, moves: tuple[int, ...]) -> ComposedSlot:
        top = sum(move for edge, move in zip(edges, moves, strict=True) if name in edge.below)
        bottom = sum(move for edge, move in zip(edges, moves, strict=True) if name in edge.above)
        key = (name, top, bottom)
        if key not in known:
            known[key] = compose(_moved(slots[name], top, bottom))
        return known[key]

    touched = [name for name in slots if any(name in edge.above or name in edge.below for edge in edges)]
    best, least = (0,) * len(edges), -1
    for moves in itertools.islice(_mildest_first(edges), _MOST):
        left = sum(distance(composed(name, moves)) for name in touched)
        if least < 0 or left < least:
            best, least = moves, left
        if not left:
            break
    return tuple(_reported(composed(name, best), name, edges, best) for name in slots)


def _mildest_first(edges: tuple[Edge, ...]) -> Iterator[tuple[int, ...]]:
    """All ways to move the edges, by rows moved in all, then by the farthest move; deterministic."""
    ways = itertools.product(*(range(edge.low, edge.high + 1) for edge in edges))
    return iter(sorted(ways, key=lambda moves: (sum(map(abs, moves)), max(map(abs, moves), default=0), moves)))


def _moved(slot: Slot, top: int, bottom: int) -> Slot:
    """The slot with its upper and lower edge so many rows further down."""
    if not top and not bottom:
        return slot
    box = slot.boxes[0]
    return replace(slot, boxes=(replace(box, rows=(box.rows[0] + top, box.rows[1] + bottom)),))


def _reported(slot: ComposedSlot, name: str, edges: tuple[Edge, ...], moves: tuple[int, ...]) -> ComposedSlot:
    """The slot with what its edges gave in its row of the slot table: rows that it won (+) or lost."""
    words = []
    for edge, move in zip(edges, moves, strict=True):
        if move and name in edge.above:
            words.append(f"edge.bottom {move:+}行")
        elif move and name in edge.below:
            words.append(f"edge.top {-move:+}行")
    if not words:
        return slot
    gave = ", ".join([*words, *filter(None, [slot.report.gave])])
    return replace(slot, report=replace(slot.report, gave=gave))
