"""Drags a slot's edge by whole 行 or columns (拖边): the neighbours that share it follow."""

from collections.abc import Iterator, Mapping
from typing import Final, Literal, assert_never

from bulletin_layout.findings import Finding
from bulletin_layout.findings.catalogue import editing as said
from bulletin_layout.grid import page_grid
from bulletin_layout.issue import Issue, PagePlan, Slot
from bulletin_layout.live.edits import refusals
from bulletin_layout.live.edits.edit import Edit, edit_of
from bulletin_layout.live.edits.settings import with_settings
from bulletin_layout.live.texts import Texts
from bulletin_layout.values import NamedTuple

Side = Literal["top", "bottom", "left", "right"]

SIDES: Final[tuple[Side, ...]] = ("top", "bottom", "left", "right")
#: At most so many 行 lie between slots that share an edge; columns are next to each other.
_MOST_BETWEEN: Final = 3


class _Span(NamedTuple):
    """The columns, or the rows, of a slot, from 1 and inclusive."""

    first: int
    last: int


def edit_edge(issue: Issue, texts: Texts, page: int, slot: str, side: Side, by: int) -> Edit | Finding:
    """The edit that moves an edge of a slot down or right by ``by`` rows or columns (negative: up, left). ``issue``: as
    printed; ``page``: the number that it is printed with."""
    plan = next((plan for plan in issue.pages if plan.number == page), None)
    if plan is None or slot not in plan.opening.slots:
        return refusals.no_slot(issue.location, page, slot)
    place = plan.opening.slots[slot].location
    if any(box.fixed is not None for box in plan.opening.slots[slot].boxes):
        return said.slot_off_grid(place, slot=slot)
    spans = _moved(plan, slot, side, by)
    if spans is None:
        return said.edge_too_far(place, slot=slot)
    key = "rows" if side in ("top", "bottom") else "cols"
    values = {f"{name}.box.{key}": f"{span.first}-{span.last}" for name, span in spans.items()}
    written = with_settings(issue, texts, plan, values, place)
    if isinstance(written, Finding):
        return written
    return edit_of(said.edge_moved(slot), place, written)


def edge_places(plan: PagePlan, slot: str, side: Side) -> tuple[float, ...]:
    """Where a side of a slot may be dragged to, points across or down the page, in rising order, its place in the
    layout among them. () for a side that cannot be dragged."""
    own = plan.opening.slots.get(slot)
    if own is None or not _is_simple(own):
        return ()
    reach = _reach(plan, side)
    steps = (by for by in range(-reach, reach + 1) if _moved(plan, slot, side, by) is not None)
    return tuple(_place(plan, own, side, by) for by in steps)


def steps_to(plan: PagePlan, slot: str, side: Side, at: float) -> int | None:
    """How many rows or columns a side of a slot moves for its edge to be at a place, points; None: it cannot be
    there."""
    own, places = plan.opening.slots.get(slot), edge_places(plan, slot, side)
    if own is None or not places:
        return None
    nearest = min(places, key=lambda place: abs(place - at))
    reach = _reach(plan, side)
    return next(by for by in range(-reach, reach + 1) if _place(plan, own, side, by) == nearest)


def _reach(plan: PagePlan, side: Side) -> int:
    sheet = page_grid(plan.layout.sheet, plan.number)
    return sheet.rows if side in ("top", "bottom") else len(sheet.columns)


def _place(plan: PagePlan, slot: Slot, side: Side, by: int) -> float:
    """Where a side of a slot is after ``by`` rows or columns; beyond the grid as well."""
    grid, box = page_grid(plan.layout.sheet, plan.number), slot.boxes[0]
    step = grid.measure + grid.gutter
    match side:
        case "top":
            return grid.row_top(box.rows[0] - 1 + by)
        case "bottom":
            return grid.row_foot(box.rows[1] - 1 + by)
        case "left":
            return grid.left + (box.cols[0] - 1 + by) * step
        case "right":
            return grid.left + (box.cols[1] - 1 + by) * step + grid.measure
        case _:
            assert_never(side)


def _moved(plan: PagePlan, slot: str, side: Side, by: int) -> Mapping[str, _Span] | None:
    """The new rows or columns of all slots whose edge moves; None when one of them would be empty or off the grid."""
    rows = side in ("top", "bottom")
    grid = page_grid(plan.layout.sheet, plan.number)
    most = grid.rows if rows else len(grid.columns)
    slots = {name: each for name, each in plan.opening.slots.items() if _is_simple(each)}
    if slot not in slots:
        return None
    found = {}
    for name, ends in _sharing(slots, slot, side):
        own = slots[name].boxes[0].rows if rows else slots[name].boxes[0].cols
        span = _Span(own[0], own[1] + by) if ends else _Span(own[0] + by, own[1])
        if span.first > span.last or span.first < 1 or span.last > most:
            return None
        found[name] = span
    areas = {name: _area(each, found.get(name), rows=rows) for name, each in slots.items()}
    if any(_overlap(areas[name], areas[other]) for name in found for other in slots if other != name):
        return None
    return {name: found[name] for name in slots if name in found}


def _area(slot: Slot, span: _Span | None, *, rows: bool) -> tuple[_Span, _Span]:
    """Rows and columns of a slot, one of them changed."""
    box = slot.boxes[0]
    own, across = _Span(*box.rows), _Span(*box.cols)
    return (span or own, across) if rows else (own, span or across)


def _overlap(one: tuple[_Span, _Span], other: tuple[_Span, _Span]) -> bool:
    return all(a.first <= b.last and b.first <= a.last for a, b in zip(one, other, strict=True))


def _is_simple(slot: Slot) -> bool:
    return len(slot.boxes) == 1 and slot.boxes[0].fixed is None


def _sharing(slots: Mapping[str, Slot], slot: str, side: Side) -> Iterator[tuple[str, bool]]:
    """The slots whose edge moves with one: (name, whether it ends at the edge). Those on the other side follow, and
    what shares the edge with these."""
    rows = side in ("top", "bottom")
    seen: set[tuple[str, bool]] = set()
    todo = [(slot, side in ("bottom", "right"))]
    while todo:
        here = todo.pop()
        if here in seen:
            continue
        seen.add(here)
        yield here
        todo += [(name, not here[1]) for name in _opposite(slots, *here, rows=rows)]


def _opposite(slots: Mapping[str, Slot], slot: str, ends: bool, *, rows: bool) -> Iterator[str]:
    """The slots that begin right behind the end of one, or end right before its beginning."""
    own, across = _spans(slots[slot], rows=rows)
    between = _MOST_BETWEEN if rows else 0
    for name, other in slots.items():
        span, side = _spans(other, rows=rows)
        if name != slot and side.first <= across.last and across.first <= side.last:
            gap = span.first - own.last - 1 if ends else own.first - span.last - 1
            if 0 <= gap <= between:
                yield name


def _spans(slot: Slot, *, rows: bool) -> tuple[_Span, _Span]:
    box = slot.boxes[0]
    return (_Span(*box.rows), _Span(*box.cols)) if rows else (_Span(*box.cols), _Span(*box.rows))
