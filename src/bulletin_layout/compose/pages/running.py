"""Running bulletins (简报): a flow of stories poured through as many pages of a repeating layout as it needs, or as it
is asked to fill.

First the flow's gives are used (``run_fitting``); then only the last page is poured again, to balance it.
"""

from collections.abc import Sequence

from bulletin_layout.compose.fitting.bend import in_words
from bulletin_layout.compose.fitting.reporting import run_report, slot_reports
from bulletin_layout.compose.fitting.slots import ComposedSlot, composed_slots
from bulletin_layout.compose.frame.seats import Seat, Stretch, count_of, down_to, single, stretches_of
from bulletin_layout.compose.pages.run_feet import with_full_feet
from bulletin_layout.compose.pages.run_fitting import fit_run
from bulletin_layout.compose.pages.run_pouring import page_of
from bulletin_layout.compose.pouring.balance import Depths, Pourer, balance, likely_depth
from bulletin_layout.compose.pouring.filling import Filled, Room, numbered_seats
from bulletin_layout.compose.pouring.flaws import Flaw, flaws
from bulletin_layout.compose.pouring.pour import pour_on
from bulletin_layout.compose.pouring.poured import Breaks, Changes, PlacedBlock, PlacedLines, Poured
from bulletin_layout.compose.text.flow import Flow
from bulletin_layout.compose.text.items import BlockItem
from bulletin_layout.findings import Finding
from bulletin_layout.findings.catalogue import composing as said
from bulletin_layout.findings.slot_report import SlotReport
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import PagePlan
from bulletin_layout.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Run:
    """The pages of a flow with their printed numbers, and its slots on them; ``report``: all of them as one row."""

    pages: tuple[PagePlan, ...]
    slots: tuple[ComposedSlot, ...]
    report: SlotReport


def run_pages(plan: PagePlan, book: FontBook) -> Run:
    """Compose a flow from the plan's page on. ``put`` and ``briefs`` are on its first page, in slots of the first
    layout; on every page the text goes through the slots that neither names."""
    fitted = fit_run(plan, book)
    run = with_full_feet(fitted.run, book)
    balanced = _balanced(run.rooms, run.last, run.poured, run.breaks)
    rooms = run.printed
    filled = Filled(rooms, _with_left(balanced, rooms, run.last), run.last)
    reports = slot_reports(filled, run.flow, in_words(run.bents))
    found = (*_lost(plan, run.flow, balanced), *fitted.findings)
    slots = composed_slots(filled, run.flow, run.breaks.blocks, reports, found)
    return Run(tuple(page_of(plan, k) for k in range(run.pages)), slots, run_report(reports, run.pages))


def _balanced(rooms: Sequence[Room], last: int, poured: Poured, breaks: Breaks) -> Poured:
    """The text with the columns of its end balanced: everything there is poured again, from the first item that
    reaches into them."""
    laid = rooms[last].laid
    if not laid.place.slot.text.balance or len(laid.columns) < 2 or poured.rest is not None:
        return poured
    placed: list[PlacedLines | PlacedBlock] = [*poured.lines, *poured.blocks]
    first = min((place.item for place in placed if place.column >= laid.number), default=-1)
    begins = poured.began[first] if first >= 0 else None
    if begins is None:
        return poured
    # An item that began on an earlier page is poured again as a whole, from the seat where it began.
    kept, reaching = _parted(poured, first)
    before, free = _seats_from(begins, rooms[:last], kept)

    def pour_to(depths: Depths, changes: Changes) -> Poured:
        own = numbered_seats(laid)
        room = (*before, *free, *(own if depths is None else down_to(own, depths, laid.number)))
        again = pour_on(breaks, tuple, room, first, len(before), changes)
        # A result that loses a block, or splits a table that was whole, is treated as surplus, which rejects it.
        as_whole = (again.unplaced, again.cut) == (reaching.unplaced, reaching.cut)
        return again if as_whole else replace(again, rest=(first, 0))

    def of(poured: Poured) -> tuple[Flaw, ...]:
        return flaws(poured, rooms[last].seats, breaks.items, aligned=True)

    used = _taken_from(laid.number, poured)
    again = balance(laid.columns, Pourer(pour_to, of), reaching, likely_depth(rooms[last].seats, used))
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


def _seats_from(begins: Seat, rooms: Sequence[Room], kept: Poured) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """The seat before the first one to pour again, if any, and the seats from there on without those of blocks that
    stay."""
    near = [room for room in rooms if room.laid.ends > begins.column - 1]
    seats = [seat for room in near for seat in single(room.seats)]
    taken = {(column, row) for block in kept.blocks for column, rows in block.spots for row in rows}
    before = [seat for seat in seats if seat[:3] < begins[:3]][-1:]
    after = [seat for seat in seats if seat[:3] >= begins[:3] and seat[:2] not in taken]
    return stretches_of(before), stretches_of(after)


def _with_left(poured: Poured, rooms: Sequence[Room], last: int) -> Poured:
    """The text with all seats counted as used except those left free on its last page."""
    taken = _taken_from(rooms[last].laid.number, poured)
    return replace(poured, used=sum(count_of(room.seats) for room in rooms[:last]) + taken)


def _taken_from(column: int, poured: Poured) -> int:
    """The rows taken from a column on."""
    return sum(rows for number, rows in poured.rows_taken().items() if number >= column)


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
