"""Drags an edge of a slot's box (拖边): by whole 行 or columns, and the neighbours that share it follow; that of a box
which is placed by lengths by whole millimetres or points."""

from collections.abc import Iterator, Mapping
from typing import Final, Literal, assert_never

from bulletin_layout.findings import Finding
from bulletin_layout.findings.catalogue import editing as said
from bulletin_layout.grid import page_grid
from bulletin_layout.issue import Box, Issue, PagePlan, Slot
from bulletin_layout.live.edits import refusals
from bulletin_layout.live.edits.edit import Edit, edit_of
from bulletin_layout.live.edits.lengths import fixed_edge, fixed_places, fixed_steps, in_words
from bulletin_layout.live.edits.settings import with_settings
from bulletin_layout.live.texts import Texts
from bulletin_layout.values import NamedTuple

Side = Literal["top", "bottom", "left", "right"]

SIDES: Final[tuple[Side, ...]] = ("top", "bottom", "left", "right")
#: At most so many 行 lie between slots that share an edge; columns are next to each other.
_MOST_BETWEEN: Final = 3

#: A box of a page: the name of its slot, and which of the slot's boxes it is, from 0.
_At = tuple[str, int]
#: By box, new values of its keys.
_Values = Mapping[_At, Mapping[str, str]]


class _Span(NamedTuple):
    """The columns, or the rows, of a box, from 1 and inclusive."""

    first: int
    last: int


def edit_edge(issue: Issue, texts: Texts, page: int, slot: str, side: Side, by: int, *, box: int = 0) -> Edit | Finding:
    """The edit that moves an edge of a slot's box down or right by ``by`` rows or columns (negative: up, left), or by
    so many units of a box that is placed by lengths. ``issue``: as printed; ``page``: the number that it is printed
    with."""
    plan = next((plan for plan in issue.pages if plan.number == page), None)
    if plan is None or slot not in plan.opening.slots or box >= len(plan.opening.slots[slot].boxes):
        return refusals.no_slot(issue.location, page, slot)
    place, own = plan.opening.slots[slot].location, plan.opening.slots[slot].boxes[box]
    if own.fixed is not None:
        changed = fixed_edge(plan.layout.sheet, own.fixed, side, by)
        values: _Values | None = {(slot, box): changed} if changed is not None else None
    else:
        values = _on_grid(plan, slot, box, side, by)
    if values is None:
        return said.edge_too_far(place, slot=slot)
    written = with_settings(issue, texts, plan, _keys(plan, values), place, whole=_whole(plan, values))
    if isinstance(written, Finding):
        return written
    return edit_of(said.edge_moved(slot), place, written)


def edge_places(plan: PagePlan, slot: str, side: Side, box: int = 0) -> tuple[float, ...]:
    """Where a side of a slot's box may be dragged to, points across or down the page, in rising order, its place in the
    layout among them."""
    own = plan.opening.slots[slot].boxes[box]
    if own.fixed is not None:
        return fixed_places(plan.layout.sheet, own.fixed, side)
    reach = _reach(plan, side)
    steps = (by for by in range(-reach, reach + 1) if _moved(plan, (slot, box), side, by) is not None)
    return tuple(_place(plan, own, side, by) for by in steps)


def steps_to(plan: PagePlan, slot: str, side: Side, at: float, box: int = 0) -> int | None:
    """How many rows, columns or units a side of a slot's box moves for its edge to be at a place, points; None: it
    cannot be there."""
    found = plan.opening.slots.get(slot)
    if found is None or box >= len(found.boxes):
        return None
    own = found.boxes[box]
    if own.fixed is not None:
        return fixed_steps(plan.layout.sheet, own.fixed, side, at)
    places = edge_places(plan, slot, side, box)
    if not places:
        return None
    nearest = min(places, key=lambda place: abs(place - at))
    reach = _reach(plan, side)
    return next(by for by in range(-reach, reach + 1) if _place(plan, own, side, by) == nearest)


def _on_grid(plan: PagePlan, slot: str, box: int, side: Side, by: int) -> _Values | None:
    """By box, the new values of its keys; None: the edge cannot go there."""
    spans = _moved(plan, (slot, box), side, by)
    key = "rows" if side in ("top", "bottom") else "cols"
    return {at: {key: f"{span.first}-{span.last}"} for at, span in spans.items()} if spans is not None else None


def _keys(plan: PagePlan, values: _Values) -> dict[str, str]:
    """Values by the dotted keys that they have in a layout."""
    return {
        f"{slot}.{f'boxes.{box}' if _several(plan, slot) else 'box'}.{key}": value
        for (slot, box), own in values.items()
        for key, value in own.items()
    }


def _whole(plan: PagePlan, values: _Values) -> dict[str, str]:
    """By dotted key, the lists of boxes that values are in, with these: a page's ``set`` takes only whole lists."""
    return {
        f"{slot}.boxes": "[" + ", ".join(in_words(each, values.get((slot, number), {}))
                                         for number, each in enumerate(plan.opening.slots[slot].boxes)) + "]"
        for slot in dict.fromkeys(slot for slot, _ in values)
        if _several(plan, slot)
    }  # fmt: skip


def _several(plan: PagePlan, slot: str) -> bool:
    return len(plan.opening.slots[slot].boxes) > 1


def _reach(plan: PagePlan, side: Side) -> int:
    sheet = page_grid(plan.layout.sheet, plan.number)
    return sheet.rows if side in ("top", "bottom") else len(sheet.columns)


def _place(plan: PagePlan, box: Box, side: Side, by: int) -> float:
    """Where a side of a box is after ``by`` rows or columns; beyond the grid as well."""
    grid = page_grid(plan.layout.sheet, plan.number)
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


def _moved(plan: PagePlan, at: _At, side: Side, by: int) -> Mapping[_At, _Span] | None:
    """The new rows or columns of all boxes whose edge moves; None when one of them would be empty or off the grid, or
    lie over another that it did not lie over before."""
    rows = side in ("top", "bottom")
    grid = page_grid(plan.layout.sheet, plan.number)
    most = grid.rows if rows else len(grid.columns)
    boxes = dict(_boxes(plan.opening.slots))
    found = {}
    for each, ends in _sharing(boxes, at, side):
        own = boxes[each].rows if rows else boxes[each].cols
        span = _Span(own[0], own[1] + by) if ends else _Span(own[0] + by, own[1])
        if span.first > span.last or span.first < 1 or span.last > most:
            return None
        found[each] = span
    before = {each: _area(box, None, rows=rows) for each, box in boxes.items()}
    after = {each: _area(box, found.get(each), rows=rows) for each, box in boxes.items()}
    pairs = ((one, other) for one in found for other in boxes if other != one)
    if any(_overlap(after[one], after[other]) and not _overlap(before[one], before[other]) for one, other in pairs):
        return None
    return {each: found[each] for each in boxes if each in found}


def _boxes(slots: Mapping[str, Slot]) -> Iterator[tuple[_At, Box]]:
    """The boxes on the grid."""
    for name, slot in slots.items():
        for number, box in enumerate(slot.boxes):
            if box.fixed is None:
                yield (name, number), box


def _area(box: Box, span: _Span | None, *, rows: bool) -> tuple[_Span, _Span]:
    """Rows and columns of a box, one of them changed."""
    own, across = _Span(*box.rows), _Span(*box.cols)
    return (span or own, across) if rows else (own, span or across)


def _overlap(one: tuple[_Span, _Span], other: tuple[_Span, _Span]) -> bool:
    return all(a.first <= b.last and b.first <= a.last for a, b in zip(one, other, strict=True))


def _sharing(boxes: Mapping[_At, Box], at: _At, side: Side) -> Iterator[tuple[_At, bool]]:
    """The boxes whose edge moves with one: (which, whether it ends at the edge). Those on the other side follow, and
    what shares the edge with these."""
    rows = side in ("top", "bottom")
    seen: set[tuple[_At, bool]] = set()
    todo = [(at, side in ("bottom", "right"))]
    while todo:
        here = todo.pop()
        if here in seen:
            continue
        seen.add(here)
        yield here
        todo += [(each, not here[1]) for each in _opposite(boxes, *here, rows=rows)]


def _opposite(boxes: Mapping[_At, Box], at: _At, ends: bool, *, rows: bool) -> Iterator[_At]:
    """The boxes that begin right behind the end of one, or end right before its beginning."""
    own, across = _spans(boxes[at], rows=rows)
    between = _MOST_BETWEEN if rows else 0
    for each, other in boxes.items():
        span, side = _spans(other, rows=rows)
        if each != at and side.first <= across.last and across.first <= side.last:
            gap = span.first - own.last - 1 if ends else own.first - span.last - 1
            if 0 <= gap <= between:
                yield each


def _spans(box: Box, *, rows: bool) -> tuple[_Span, _Span]:
    return (_Span(*box.rows), _Span(*box.cols)) if rows else (_Span(*box.cols), _Span(*box.rows))
