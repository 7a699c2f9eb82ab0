"""What can be laid over a page to see how it is made (参考线): grid, margins, slots, the line ledger, reading order.
All places are points from the top left corner of the trim."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from bulletin_layout.compose import Composed, SlotRoom
from bulletin_layout.findings.slot_report import SlotReport
from bulletin_layout.grid import Rect, page_grid
from bulletin_layout.issue import PagePlan
from bulletin_layout.live.boxes import box_of
from bulletin_layout.page import Page, TextMark
from bulletin_layout.values import NamedTuple


class SlotShown(NamedTuple):
    """A slot of a page: its boxes and text columns after fitting, its row of the slot table (None: that of running
    text, which has one row for all its pages), and whether its edges can be dragged: its first box is on the grid."""

    name: str
    boxes: tuple[Rect, ...]
    columns: tuple[Rect, ...]
    report: SlotReport | None
    on_grid: bool


class LineHeat(NamedTuple):
    """A line of text: its box, and its ledger (``typeset.Ledger``): 2–7 squeezed, 10–13 opened, forced."""

    box: Rect
    step: int
    gap: float
    forced: bool


class Overlays(NamedTuple):
    """``baselines``: y of each row of the grid; ``columns``: those of the page; ``margins``: the type area; ``bleed``:
    the paper that is printed; ``safe``: what the cut spares; ``order``: in reading order, where each text begins."""

    baselines: tuple[float, ...]
    columns: tuple[Rect, ...]
    margins: Rect
    bleed: Rect
    safe: Rect
    slots: tuple[SlotShown, ...]
    heat: tuple[LineHeat, ...]
    order: tuple[tuple[float, float], ...]


def overlays_of(composed: Composed, page: Page) -> Overlays:
    """All that can be laid over a page of a composed issue."""
    plan = next(plan for plan in composed.issue.pages if plan.number == page.number)
    grid = page_grid(plan.layout.sheet, page.number)
    safe, bleed = composed.issue.publication.press.safe, page.bleed
    lines = list(_lines(page))
    return Overlays(
        baselines=tuple(grid.baseline(row) for row in range(grid.rows)),
        columns=tuple(Rect(x, grid.top, grid.measure, grid.foot - grid.top) for x in grid.columns),
        margins=Rect(grid.left, grid.top, grid.right - grid.left, grid.foot - grid.top),
        bleed=Rect(-bleed, -bleed, page.width + 2 * bleed, page.height + 2 * bleed),
        safe=Rect(safe, safe, page.width - 2 * safe, page.height - 2 * safe),
        slots=tuple(slots_of(composed, page.number)),
        heat=tuple(_heat(line) for line in lines if line[0].tag.story and line[0].tag.role != "jump"),
        order=tuple(_order(page, lines)),
    )


def slots_of(composed: Composed, page: int) -> Iterator[SlotShown]:
    """The slots of a page, in the layout's order."""
    plan = next(plan for plan in composed.issue.pages if plan.number == page)
    reports = {(each.page, each.slot): each for each in composed.slots}
    rooms = {each.slot: each for each in composed.rooms if each.page == plan.number}
    for name, slot in plan.opening.slots.items():
        room = rooms.get(name) or _as_laid(plan, name)
        on_grid = slot.boxes[0].fixed is None
        yield SlotShown(name, room.boxes, room.columns, reports.get((plan.number, name)), on_grid)


def slot_boxes(composed: Composed) -> Mapping[tuple[int, str], tuple[Rect, ...]]:
    """The boxes of all slots after fitting, by page and name."""
    slots = {(plan.number, name): plan for plan in composed.issue.pages for name in plan.opening.slots}
    known = {(room.page, room.slot): room for room in composed.rooms}
    return {at: (known.get(at) or _as_laid(plan, at[1])).boxes for at, plan in slots.items()}


def _as_laid(plan: PagePlan, slot: str) -> SlotRoom:
    """A slot that nothing was poured into, with its boxes of the layout."""
    grid = page_grid(plan.layout.sheet, plan.number)
    return SlotRoom(plan.number, slot, tuple(grid.box_rect(box) for box in plan.opening.slots[slot].boxes), ())


def gave_of(found: Overlays) -> Iterator[tuple[Rect, str]]:
    """The boxes of slots that gave something so that their text fits, with what they gave, in words."""
    for slot in found.slots:
        if slot.report is not None and slot.report.gave:
            yield from ((box, slot.report.gave) for box in slot.boxes[:1])


def _lines(page: Page) -> Iterator[list[TextMark]]:
    """The text marks of each line, without ruby."""
    lines: dict[int, list[TextMark]] = {}
    for mark in page.texts():
        if mark.origin is not None and mark.tag.role != "ruby" and mark.run.gids:
            lines.setdefault(id(mark.origin), []).append(mark)
    yield from lines.values()


def _heat(line: Sequence[TextMark]) -> LineHeat:
    origin = line[0].origin
    assert origin is not None, "lines have one"
    return LineHeat(box_of(line), origin.step, origin.gap, origin.forced)


def _order(page: Page, lines: Sequence[Sequence[TextMark]]) -> Iterator[tuple[float, float]]:
    """Where the texts of the stories begin, block by block and column by column, in reading order."""
    for _, own in groupby(lines, key=lambda line: (line[0].tag.story, line[0].tag.role, line[0].tag.block, line[0].x)):
        first = next(own)
        if first[0].tag.story:
            box = box_of(first)
            yield box.x, box.y
