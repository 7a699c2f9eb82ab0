"""Running bulletins (简报): a flow of stories poured through as many pages of a repeating layout as it needs.

Every page is laid out and poured once; only the last one is poured again.
"""

from collections.abc import Sequence
from dataclasses import field, replace

from bulletin_layout.compose.fitting.reporting import run_report, slot_reports
from bulletin_layout.compose.fitting.slots import ComposedSlot, composed_slots
from bulletin_layout.compose.frame.seats import Seat
from bulletin_layout.compose.frame.threads import ThreadSlot, flow_slots
from bulletin_layout.compose.pages.assembly import banner_room, grid_of
from bulletin_layout.compose.pouring.balance import Depths, Pourer, balance
from bulletin_layout.compose.pouring.filling import Filled, Room, numbered_seats
from bulletin_layout.compose.pouring.flaws import Flaw, flaws
from bulletin_layout.compose.pouring.pour import pour_on
from bulletin_layout.compose.pouring.poured import Breaks, Changes, PlacedBlock, PlacedLine, Poured
from bulletin_layout.compose.report import SlotReport
from bulletin_layout.compose.slot.laying import lay_place, narrowest, own_photos
from bulletin_layout.compose.text.flow import Flow, flow_of
from bulletin_layout.compose.text.items import BlockItem
from bulletin_layout.compose.text.notes import numbered
from bulletin_layout.compose.text.set_blocks import Blocks
from bulletin_layout.findings import Finding
from bulletin_layout.findings.catalogue import composing as said
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Figure, PagePlan, Paragraph, Slot, Story
from bulletin_layout.values import dataclass

#: Largest number of pages without any seat, such as a first page without a slot for the text, before pouring gives up.
_MOST_EMPTY = 2


@dataclass(frozen=True, slots=True)
class Run:
    """The pages of a flow with their printed numbers, and its slots on them; ``report``: all of them as one row."""

    pages: tuple[PagePlan, ...]
    slots: tuple[ComposedSlot, ...]
    report: SlotReport


def run_pages(plan: PagePlan, book: FontBook) -> Run:
    """Compose a flow from the plan's page on. ``put`` and ``briefs`` are on its first page, in slots of the first
    layout; on every page the text goes through the slots that neither names."""
    first = flow_slots(plan, plan.opening)
    slot = next((s for s in (*first, *flow_slots(plan, plan.layout))), None)
    if slot is None:
        raise ValueError(f"page {plan.number}: reading lets no flow without a slot pass")
    stories = _with_figures(plan.flow, first)
    pages = _Pages(plan, stories, book)
    seats = pages.more()
    # Pictures and rosters are prepared once, so for the narrowest column of the pages so far.
    narrow = narrowest([room.laid for room in pages.rooms])
    flow = flow_of(stories, slot, narrow, grid_of(plan), book, notes_after_text=True)
    breaks = Breaks(flow.items, Blocks(slot.styles, grid_of(plan), book))
    poured = pour_on(breaks, pages.more, seats)
    placed: list[PlacedLine | PlacedBlock] = [*poured.lines, *poured.blocks]
    reached = max((place.seat.column for place in placed), default=0)
    last = next(k for k, room in enumerate(pages.rooms) if reached < room.laid.ends or k == len(pages.rooms) - 1)
    balanced = _balanced(pages.rooms, last, poured, breaks)
    count = pages.rooms[last].laid.place.page - plan.number + 1
    rooms = tuple(room for room in pages.rooms if room.laid.place.page < plan.number + count)
    filled = Filled(rooms, _with_left(balanced, rooms, last), last)
    reports = slot_reports(filled, flow, "")
    slots = composed_slots(filled, flow, breaks.blocks, reports, _lost(plan, flow, balanced))
    return Run(tuple(_page(plan, k) for k in range(count)), slots, run_report(reports, count))


def _page(plan: PagePlan, number: int) -> PagePlan:
    """A page of the run as a plan of its own; stories put into slots are on the first."""
    layout = replace(plan.opening if number == 0 else plan.layout, first=None)
    if number == 0:
        return replace(plan, layout=layout)
    return PagePlan(plan.number + number, layout, plan.editor, {}, plan.location)


def _with_figures(stories: Sequence[Story], slots: Sequence[Slot]) -> list[Story]:
    """The stories with photos that no slot has a place for turned into figures after the first paragraph."""
    names = {name for slot in slots for name in slot.photos}
    done = []
    for story in stories:
        kept = {name: photo for name, photo in story.photos.items() if name in names}
        # A place takes the photo of the first story that has one of this name.
        names -= kept.keys()
        figures = (Figure(photo, photo.location) for name, photo in story.photos.items() if name not in kept)
        blocks = story.blocks
        bodies = (k + 1 for k, block in enumerate(blocks) if isinstance(block, Paragraph) and block.kind == "body")
        # Without a body paragraph the figures come first.
        at = next(bodies, 0)
        done.append(replace(story, blocks=(*blocks[:at], *figures, *blocks[at:]), photos=kept))
    return done


@dataclass(slots=True)
class _Pages:
    """The pages laid out so far, the number of the next column, and how many pages at the end have no seat."""

    plan: PagePlan
    stories: Sequence[Story]
    book: FontBook
    rooms: list[Room] = field(default_factory=list)
    laid: int = 0
    column: int = 0
    empty: int = 0

    def more(self) -> tuple[Seat, ...]:
        """Lay out another page and return its seats. Pages without seats are skipped, up to a limit."""
        while self.empty < _MOST_EMPTY:
            rooms = self._next()
            self.rooms += rooms
            if seats := tuple(seat for room in rooms for seat in room.seats):
                self.empty = 0
                return seats
            self.empty += 1
        return ()

    def _next(self) -> list[Room]:
        page = _page(self.plan, self.laid)
        grid = grid_of(page)
        banners = {name: banner_room(banner, grid)[0] for name, banner in page.layout.banners.items()}
        stories = numbered(self.stories)
        photos = own_photos(stories)
        rooms: list[Room] = []
        for slot in flow_slots(self.plan, page.layout):
            at_start = not self.rooms and not rooms
            titled = stories[0] if at_start and len(stories) == 1 else None
            place = ThreadSlot(page.number, slot, grid, banners)
            laid = lay_place(place, titled, photos if self.laid == 0 else {}, self.column, self.book)
            rooms.append(Room(laid, numbered_seats(laid)))
            self.column = laid.ends
        self.laid += 1
        return rooms


def _balanced(rooms: Sequence[Room], last: int, poured: Poured, breaks: Breaks) -> Poured:
    """The text with the columns of its end balanced: everything there is poured again, from the first item that
    reaches into them."""
    laid = rooms[last].laid
    if not laid.place.slot.text.balance or len(laid.columns) < 2 or poured.rest is not None:
        return poured
    placed: list[PlacedLine | PlacedBlock] = [*poured.lines, *poured.blocks]
    first = min((place.item for place in placed if place.seat.column >= laid.number), default=-1)
    begins = poured.began[first] if first >= 0 else None
    if begins is None:
        return poured
    # An item that began on an earlier page is poured again as a whole, from the seat where it began.
    kept, reaching = _parted(poured, first)
    before, free = _seats_from(begins, rooms[:last], kept)

    def pour_to(depths: Depths, changes: Changes) -> Poured:
        room = (*before, *free, *numbered_seats(laid, depths))
        again = pour_on(breaks, tuple, room, first, len(before), changes)
        # A result that loses a block, or splits a table that was whole, is treated as surplus, which rejects it.
        as_whole = (again.unplaced, again.cut) == (reaching.unplaced, reaching.cut)
        return again if as_whole else replace(again, rest=(first, 0))

    def of(poured: Poured) -> tuple[Flaw, ...]:
        return flaws(poured, rooms[last].seats, breaks.items, aligned=True)

    again = balance(laid.columns, Pourer(pour_to, of), reaching)
    return replace(
        again,
        lines=(*kept.lines, *again.lines),
        blocks=(*kept.blocks, *again.blocks),
        unplaced=(*kept.unplaced, *again.unplaced),
    )


def _parted(poured: Poured, first: int) -> tuple[Poured, Poured]:
    """The placed text, divided into items before one and those from it on."""
    before, after = (
        replace(
            poured,
            lines=tuple(line for line in poured.lines if (line.item >= first) == later),
            blocks=tuple(block for block in poured.blocks if (block.item >= first) == later),
            unplaced=tuple(number for number in poured.unplaced if (number >= first) == later),
        )
        for later in (False, True)
    )
    return before, after


def _seats_from(begins: Seat, rooms: Sequence[Room], kept: Poured) -> tuple[tuple[Seat, ...], tuple[Seat, ...]]:
    """The seat before the first one to pour again, if any, and the seats from there on without those of blocks that
    stay."""
    at = (begins.column, begins.row, begins.x)
    near = [room for room in rooms if room.laid.ends > begins.column - 1]
    seats = [seat for room in near for seat in room.seats]
    taken = {(block.seat.column, block.seat.row + k) for block in kept.blocks for k in range(block.rows)}
    before = [seat for seat in seats if (seat.column, seat.row, seat.x) < at][-1:]
    after = (s for s in seats if (s.column, s.row, s.x) >= at and (s.column, s.row) not in taken)
    return tuple(before), tuple(after)


def _with_left(poured: Poured, rooms: Sequence[Room], last: int) -> Poured:
    """The text with all seats counted as used except those left free on its last page."""
    begins = rooms[last].laid.number
    heads_and_lines = (line for line in poured.lines if line.of == 1 or not line.line_number)
    taken = sum(line.rows for line in heads_and_lines if line.seat.column >= begins)
    taken += sum(block.rows for block in poured.blocks if block.seat.column >= begins)
    return replace(poured, used=sum(len(room.seats) for room in rooms[:last]) + taken)


def _lost(plan: PagePlan, flow: Flow, poured: Poured) -> list[Finding]:
    """Findings for what was not placed: blocks or heads higher than any column, or all remaining text when the pages
    have no seats for text."""
    findings = []
    for number in poured.unplaced:
        item = flow.items[number]
        if isinstance(item, BlockItem):
            what, place = said.this_block(said.BLOCKS[item.name]), item.block.location
        else:
            what, place = said.head_with_text(item.galley.text[:6]), item.paragraph.location
        findings.append(said.block_too_high(place, page=plan.number, what=what))
    if poured.rest is not None:
        story = flow.story(poured.rest[0])
        findings.append(said.flow_without_room(story.location, page=plan.number, story=story.slug))
    return findings
