"""Pours text through the slots of a thread (串接灌文), with notes and jump notices; balances the last slot."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Final

from bulletin_layout.compose.frame.seats import Stretch, count_of, down_to, seats
from bulletin_layout.compose.frame.threads import Thread
from bulletin_layout.compose.pouring.balance import Depths, Pourer, balance, likely_depth, mend
from bulletin_layout.compose.pouring.flaws import Flaw, flaws
from bulletin_layout.compose.pouring.pour import pour
from bulletin_layout.compose.pouring.poured import Breaks, Changes, PlacedBlock, PlacedLines, Poured
from bulletin_layout.compose.slot.laying import LaidSlot
from bulletin_layout.compose.slot.notices import arriving, leaving
from bulletin_layout.compose.text.flow import Flow
from bulletin_layout.compose.text.items import Item
from bulletin_layout.compose.text.line_findings import item_findings
from bulletin_layout.compose.text.notes import FootNote, at_foot
from bulletin_layout.findings import Finding
from bulletin_layout.findings.catalogue.composing import note_without_room
from bulletin_layout.page import Mark
from bulletin_layout.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Room:
    """A laid slot with the seats for its text; columns are numbered through the whole thread. ``opening``, ``closing``:
    notices of jumps to and from this slot; ``notes``: footnotes as marks."""

    laid: LaidSlot
    seats: tuple[Stretch, ...]
    opening: tuple[Mark, ...] = ()
    closing: tuple[Mark, ...] = ()
    notes: tuple[Mark, ...] = ()
    findings: tuple[Finding, ...] = ()  #: about notes without room, and loose lines of notes


@dataclass(frozen=True, slots=True)
class Filled:
    """The rooms of a thread with the text poured into them; ``last``: index of the room where the text ends."""

    rooms: tuple[Room, ...]
    poured: Poured
    last: int

    def parts(self) -> tuple[Poured, ...]:
        """The share of each room."""
        starts = [room.laid.number for room in self.rooms]
        lines: list[list[PlacedLines]] = [[] for _ in starts]
        blocks: list[list[PlacedBlock]] = [[] for _ in starts]
        for line in self.poured.lines:
            lines[bisect_right(starts, line.column) - 1].append(line)
        for block in self.poured.blocks:
            blocks[bisect_right(starts, block.column) - 1].append(block)
        pairs = zip(lines, blocks, strict=True)
        return tuple(replace(self.poured, lines=tuple(some), blocks=tuple(others)) for some, others in pairs)


#: Lines that may be moved to the next page to avoid a lone line at a jump; enough to move a paragraph of three lines.
_MOST_SPARED: Final = 2


def fill(laid: Sequence[LaidSlot], flow: Flow, breaks: Breaks, thread: Thread) -> Filled:
    """Pour a thread through as many of its slots as it needs, without balancing columns, which is enough for counting.
    Slots after the end of the text stay empty."""
    for reached in range(1, len(laid) + 1):
        filled = _with_notes(laid, reached, flow, breaks, thread)
        if filled.poured.rest is None:
            break
    return filled


def _with_notes(laid: Sequence[LaidSlot], reached: int, flow: Flow, breaks: Breaks, thread: Thread) -> Filled:
    """Pour through the first ``reached`` slots, repeatedly, until each note is in the slot where the text refers to it.

    It ends, because room that notes take only moves text further on: a note never goes back to an earlier slot.
    """
    slots: dict[int, int] = {}  # of the notes, by their number
    while True:
        filled = _cut_well(laid, reached, flow, breaks, thread, slots)
        found = {k: _slot_of(note, filled) for k, note in enumerate(flow.notes)}
        later = {k: max(slot, slots.get(k, 0)) for k, slot in found.items() if slot is not None}
        if later.keys() <= slots.keys() and all(slots[k] == slot for k, slot in later.items()):
            return filled
        # A note found in a later slot takes seats there, which may move text, and with it other notes: pour again.
        slots |= later


def _slot_of(note: FootNote, filled: Filled) -> int | None:
    """The index of the slot where the text refers to a note; None if that part of the text is over."""
    own = [place for place in filled.poured.lines if place.item == note.item]
    columns = [place.column for place in own for line in place.lines if line.start <= note.offset < line.end]
    columns += [block.column for block in filled.poured.blocks if block.item == note.item]
    starts = [room.laid.number for room in filled.rooms]
    return bisect_right(starts, columns[0]) - 1 if columns else None


def _cut_well(
    laid: Sequence[LaidSlot], reached: int, flow: Flow, breaks: Breaks, thread: Thread, noted: Mapping[int, int]
) -> Filled:
    """Pour through the first ``reached`` slots; if a jump leaves a lone line (孤行), its notice is moved up by a line
    or two. ``noted``: note → slot."""
    spared: dict[int, int] = {}
    while True:
        rooms = _rooms(laid, reached, flow, breaks, thread, spared, noted)
        poured = pour(flow.items, [seat for room in rooms[:reached] for seat in room.seats], breaks)
        # Only jumps: between slots of one page, balancing takes care of lone lines.
        jumps = (k for k in range(reached - 1) if laid[k + 1].place.jumped and spared.get(k, 0) < _MOST_SPARED)
        lone = next((k for k in jumps if _is_lone(poured, laid[k].ends)), None)
        if lone is None:
            return Filled(rooms, poured, reached - 1)
        spared[lone] = spared.get(lone, 0) + 1


def _rooms(
    laid: Sequence[LaidSlot],
    reached: int,
    flow: Flow,
    breaks: Breaks,
    thread: Thread,
    spared: Mapping[int, int],
    noted: Mapping[int, int],
) -> tuple[Room, ...]:
    """The rooms with their notes, and with notices of jumps between slots that the text reaches. ``spared``: slot →
    lines left empty before its notice."""
    rooms: list[Room] = []
    for k, each in enumerate(laid):
        room = _footed(Room(each, numbered_seats(each)), flow, [n for n, slot in noted.items() if slot == k])
        if 0 < k < reached and each.place.jumped:
            noticed = arriving(each, laid[k - 1].place, room.seats, thread, breaks.blocks.book)
            room = replace(room, seats=noticed.seats, opening=noticed.marks)
        if k + 1 < reached and laid[k + 1].place.jumped:
            target = laid[k + 1].place
            noticed = leaving(each, target, room.seats, thread, breaks.blocks.book, spared.get(k, 0))
            room = replace(room, seats=noticed.seats, closing=noticed.marks)
        rooms.append(room)
    return tuple(rooms)


def _footed(room: Room, flow: Flow, numbers: Sequence[int]) -> Room:
    """A room with these notes at its foot, and findings about their loose lines, or that there is not enough room."""
    if not numbers:
        return room
    notes = [flow.notes[number] for number in sorted(numbers)]
    footed = at_foot(notes, room.seats, room.laid.place.grid, flow.note_number(min(numbers)))
    where = room.laid.place.where
    if footed.lack:
        return replace(room, findings=(note_without_room(notes[0].note.location, where=where, rows=footed.lack),))
    found = tuple(finding for item, line in footed.lines for finding in item_findings(item, (line,), where))
    return replace(room, seats=footed.seats, notes=footed.marks, findings=found)


def _is_lone(poured: Poured, column: int) -> bool:
    """Whether a paragraph is divided before a column such that one line of it is alone at either side (孤行)."""
    before = [place for place in poured.lines if place.column < column]
    after = [place for place in poured.lines if place.column >= column]
    if not before or not after or before[-1].item != after[0].item:
        return False
    item = after[0].item
    ends_there = poured.rest is None or poured.rest[0] != item
    left, moved = (sum(place.length for place in own if place.item == item) for own in (before, after))
    return left == 1 or (ends_there and moved == 1)


def numbered_seats(laid: LaidSlot) -> tuple[Stretch, ...]:
    """The seats of a slot, with columns numbered through the thread; () for a slot without text (图片版)."""
    if laid.place.slot.text.none:
        return ()
    return seats(laid.columns, laid.obstacles, laid.place.grid, laid.number)


def balanced(filled: Filled, items: Sequence[Item], breaks: Breaks) -> Filled:
    """The text with the columns of its last room balanced, if its slot asks for that, and with flaws mended as far as
    possible. Text that is over is left as it is."""
    last = filled.last
    ends = filled.rooms[last]
    laid, own = ends.laid, ends.seats
    before = [seat for room in filled.rooms[:last] for seat in room.seats]
    aligned = laid.place.slot.text.balance

    def pour_to(depths: Depths, changes: Changes) -> Poured:
        chosen = own if depths is None else down_to(own, depths, laid.number)
        poured = pour(items, (*before, *chosen), breaks, changes)
        # A depth at which a table would be cut that was whole before counts as too small.
        return poured if poured.cut == filled.poured.cut else replace(poured, rest=poured.rest or (0, 0))

    def of(poured: Poured) -> tuple[Flaw, ...]:
        each = (flaws(poured, room.seats, items, aligned=room is ends and aligned) for room in filled.rooms[: last + 1])
        return tuple(chain.from_iterable(each))

    if not laid.columns or not own or filled.poured.rest is not None:
        return filled
    pourer = Pourer(pour_to, of)
    if not aligned:
        return replace(filled, poured=mend(pourer, filled.poured))
    likely = likely_depth(own, filled.poured.used - count_of(before))
    return replace(filled, poured=balance(laid.columns, pourer, filled.poured, likely))
