"""What can be laid over a page to see how it is made (参考线): grid, margins, slots, the line ledger, reading order,
findings. All places are points from the top left corner of the trim."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby

from bulletin_layout.compose import Composed, SlotRoom
from bulletin_layout.findings import Finding
from bulletin_layout.findings.slot_report import SlotReport
from bulletin_layout.grid import Rect, page_grid
from bulletin_layout.issue import PagePlan
from bulletin_layout.live.places import Places, Shown
from bulletin_layout.measures import EM_ASCENT
from bulletin_layout.page import Page, PictureMark, TextMark
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


def box_of(marks: Iterable[TextMark | PictureMark]) -> Rect:
    """The box around marks; of text, around the em boxes of its glyphs."""
    boxes = [_box(mark) for mark in marks]
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    return Rect(left, top, max(box.right for box in boxes) - left, max(box.foot for box in boxes) - top)


def _box(mark: TextMark | PictureMark, first: int = 0, end: int | None = None) -> Rect:
    """The box of a picture, or of some glyphs of a text."""
    if isinstance(mark, PictureMark):
        return Rect(mark.x, mark.y, mark.width, mark.height)
    run, last = mark.run, len(mark.run.gids) if end is None else end
    xs, ys = run.xs[first:last], run.ys[first:last] or (0.0,)
    glyphs = zip(xs, run.gids[first:last], strict=True)
    right = max(x + run.face.advance(gid) * run.size * run.stretch for x, gid in glyphs)
    top = min(ys) - EM_ASCENT * run.size
    return Rect(mark.x + min(xs), mark.y + top, right - min(xs), max(ys) - min(ys) + run.size)


def _order(page: Page, lines: Sequence[Sequence[TextMark]]) -> Iterator[tuple[float, float]]:
    """Where the texts of the stories begin, block by block and column by column, in reading order."""
    for _, own in groupby(lines, key=lambda line: (line[0].tag.story, line[0].tag.role, line[0].tag.block, line[0].x)):
        first = next(own)
        if first[0].tag.story:
            box = box_of(first)
            yield box.x, box.y


class FindingShown(NamedTuple):
    """A finding, and where on the pages it is."""

    finding: Finding
    places: tuple[tuple[int, Rect], ...]


def shown_findings(composed: Composed, findings: Sequence[Finding], places: Places) -> tuple[FindingShown, ...]:
    """The findings with their places on the pages: the character that each names; or else the slot that its place in a
    layout or its sentence names, or the beginning of the story whose file it is in. Some have none."""
    spots = _Spots(composed, places)
    return tuple(FindingShown(each, tuple(spots.of(each))) for each in findings)


#: A box on a page.
_Place = tuple[int, Rect]


class _Spots:
    """Where findings are on the pages of a composed issue."""

    def __init__(self, composed: Composed, places: Places) -> None:
        self._composed, self._places = composed, places
        #: by page and slot, the slot's boxes; by path and line of its name in a layout, those on all pages
        self._rooms: dict[tuple[object, object], list[_Place]] = {}
        self._layouts: dict[tuple[str, int], list[_Place]] = {}
        plans = {plan.number: plan for plan in composed.issue.pages}
        for room in composed.rooms:
            boxes = [(room.page, box) for box in room.boxes]
            self._rooms.setdefault((room.page, room.slot), []).extend(boxes)
            slot = plans[room.page].opening.slots.get(room.slot)
            if slot is not None:
                self._layouts.setdefault((slot.location.path, slot.location.line), []).extend(boxes)

    def of(self, finding: Finding) -> Sequence[_Place]:
        """The places of a finding."""
        spot = finding.location
        shown = self._places.of_place(spot.path, spot.line, spot.column)
        if shown:
            return tuple(boxes_of(shown, self._places))
        named = dict(finding.says.fields)
        return (
            self._rooms.get((named.get("page"), named.get("slot")), ())
            or self._layouts.get((spot.path, spot.line), ())
            or self._beginnings.get(self._stories.get(spot.path, ""), ())
        )

    @cached_property
    def _stories(self) -> Mapping[str, str]:
        """The stories by their files."""
        stories = (story for plan in self._composed.issue.pages for story in plan.stories)
        return {story.location.path: story.slug for story in stories}

    @cached_property
    def _beginnings(self) -> Mapping[str, Sequence[_Place]]:
        """The box of each story's first line."""
        found: dict[str, Sequence[_Place]] = {}
        for number, page in self._places.pages.items():
            for line in _lines(page):
                story = line[0].tag.story
                if story and story not in found:
                    found[story] = ((number, box_of(line)),)
        return found


def boxes_of(shown: Iterable[Shown], places: Places) -> Iterator[tuple[int, Rect]]:
    """The boxes of what is shown, each with its page."""
    for each in shown:
        mark = places.pages[each.page].marks[each.mark]
        if isinstance(mark, PictureMark):
            yield each.page, _box(mark)
        elif isinstance(mark, TextMark):
            yield each.page, _box(mark, each.first, each.end)
