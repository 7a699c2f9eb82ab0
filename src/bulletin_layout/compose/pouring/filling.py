"""Text into the slots of a thread (串接灌文): the first ones filled, the one where the text ends balanced."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Final

from bulletin_layout.compose.frame.seats import Seat, seats
from bulletin_layout.compose.frame.threads import Thread
from bulletin_layout.compose.pouring.balance import Depths, Pourer, balance, mend
from bulletin_layout.compose.pouring.flaws import Flaw, flaws
from bulletin_layout.compose.pouring.pour import pour
from bulletin_layout.compose.pouring.poured import Breaks, Changes, PlacedBlock, PlacedLine, Poured
from bulletin_layout.compose.slot.laying import LaidSlot
from bulletin_layout.compose.slot.notices import arriving, leaving
from bulletin_layout.compose.text.flow import Flow
from bulletin_layout.compose.text.items import Item
from bulletin_layout.compose.text.line_findings import item_findings
from bulletin_layout.compose.text.notes import FootNote, at_foot
from bulletin_layout.findings import Finding
from bulletin_layout.findings.catalogue.composing import note_without_room
from bulletin_layout.page import Mark
from bulletin_layout.values import dataclass


@dataclass(frozen=True, slots=True)
class Room:
    """A laid slot and the seats that its text has, numbered among the columns of the whole thread; ``opening`` and
    ``closing``: the notices of the jumps that lead here and on from here."""

    laid: LaidSlot
    seats: tuple[Seat, ...]
    opening: tuple[Mark, ...] = ()
    closing: tuple[Mark, ...] = ()
    notes: tuple[Mark, ...] = ()
    findings: tuple[Finding, ...] = ()  #: notes that find no room, and their loose lines


@dataclass(frozen=True, slots=True)
class Filled:
    """A thread's rooms and what was poured into them; ``last``: the number of the room where the text ends."""

    rooms: tuple[Room, ...]
    poured: Poured
    last: int

    def parts(self) -> tuple[Poured, ...]:
        """What stands in each of the rooms."""
        starts = [room.laid.number for room in self.rooms]
        lines: list[list[PlacedLine]] = [[] for _ in starts]
        blocks: list[list[PlacedBlock]] = [[] for _ in starts]
        for line in self.poured.lines:
            lines[bisect_right(starts, line.seat.column) - 1].append(line)
        for block in self.poured.blocks:
            blocks[bisect_right(starts, block.seat.column) - 1].append(block)
        pairs = zip(lines, blocks, strict=True)
        return tuple(replace(self.poured, lines=tuple(some), blocks=tuple(others)) for some, others in pairs)


#: So many lines may go over to the next page so that none is left alone at a jump: a paragraph of three lines whole.
_MOST_SPARED: Final = 2


def fill(laid: Sequence[LaidSlot], flow: Flow, breaks: Breaks, thread: Thread) -> Filled:
    """Pour a story through as many of its slots as it needs, its columns not balanced yet, which is enough to count;
    slots after its end stay empty."""
    for reached in range(1, len(laid) + 1):
        filled = _with_notes(laid, reached, flow, breaks, thread)
        if filled.poured.rest is None:
            break
    return filled


def _with_notes(laid: Sequence[LaidSlot], reached: int, flow: Flow, breaks: Breaks, thread: Thread) -> Filled:
    """Pour through so many slots until each note stands in the slot where the text refers to it. What notes take can
    only drive the text on: so none goes back to an earlier slot, and this ends."""
    slots: dict[int, int] = {}  # of the notes, by their number
    while True:
        filled = _cut_well(laid, reached, flow, breaks, thread, slots)
        found = {k: _slot_of(note, filled) for k, note in enumerate(flow.notes)}
        later = {k: max(slot, slots.get(k, 0)) for k, slot in found.items() if slot is not None}
        if later.keys() <= slots.keys() and all(slots[k] == slot for k, slot in later.items()):
            return filled
        slots |= later


def _slot_of(note: FootNote, filled: Filled) -> int | None:
    """The slot where the text refers to a note; None where that part of it is over."""
    own = (line for line in filled.poured.lines if line.item == note.item)
    columns = [line.seat.column for line in own if line.line.start <= note.offset < line.line.end]
    columns += [block.seat.column for block in filled.poured.blocks if block.item == note.item]
    starts = [room.laid.number for room in filled.rooms]
    return bisect_right(starts, columns[0]) - 1 if columns else None


def _cut_well(
    laid: Sequence[LaidSlot], reached: int, flow: Flow, breaks: Breaks, thread: Thread, noted: Mapping[int, int]
) -> Filled:
    """Pour through so many slots; where a jump leaves a line alone, its notice comes a line or two earlier. ``noted``:
    the slots of the notes."""
    spared: dict[int, int] = {}
    while True:
        rooms = _rooms(laid, reached, flow, breaks, thread, spared, noted)
        poured = pour(flow.items, [seat for room in rooms[:reached] for seat in room.seats], breaks)
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
    """The rooms with their notes, and the notices of the jumps between those that the text reaches."""
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
    """A room with notes at its foot; where they find none, and where a line of one is loose, that is said."""
    if not numbers:
        return room
    notes = [flow.notes[number] for number in sorted(numbers)]
    footed = at_foot(notes, room.seats, room.laid.place.grid, flow.note_number(min(numbers)))
    where = room.laid.place.where
    if footed.lack:
        return replace(room, findings=(note_without_room(notes[0].note.location, where=where, rows=footed.lack),))
    found = tuple(finding for item, line in footed.lines for finding in item_findings(item, line, where))
    return replace(room, seats=footed.seats, notes=footed.marks, findings=found)


def _is_lone(poured: Poured, column: int) -> bool:
    """Whether the first or the last line of a paragraph (孤行) stands alone at its side of a column's beginning."""
    before = [place.item for place in poured.lines if place.seat.column < column]
    after = [place.item for place in poured.lines if place.seat.column >= column]
    if not before or not after or before[-1] != after[0]:
        return False
    ends_there = poured.rest is None or poured.rest[0] != after[0]
    return before.count(before[-1]) == 1 or (ends_there and after.count(after[0]) == 1)


def numbered_seats(laid: LaidSlot, depths: Sequence[int] | None = None) -> tuple[Seat, ...]:
    """A slot's seats, their columns counted through the thread (图片版: none); ``depths`` as in ``seats``."""
    if laid.place.slot.text.none:
        return ()
    found = seats(laid.columns, laid.obstacles, laid.place.grid, depths)
    return tuple(replace(seat, column=laid.number + seat.column) for seat in found) if laid.number else found


def balanced(filled: Filled, items: Sequence[Item], breaks: Breaks) -> Filled:
    """The same with the columns of the room where the text ends brought to one depth, if its slot wants that, and
    without lone lines, as far as paragraphs can be made a line longer or shorter; what is over stays as it is."""
    last = filled.last
    ends = filled.rooms[last]
    laid, own = ends.laid, ends.seats
    before = [seat for room in filled.rooms[:last] for seat in room.seats]
    aligned = laid.place.slot.text.balance

    def pour_to(depths: Depths, changes: Changes) -> Poured:
        chosen = own if depths is None else [s for s in own if s.row <= depths[s.column - laid.number]]
        poured = pour(items, (*before, *chosen), breaks, changes)
        return poured if poured.cut == filled.poured.cut else replace(poured, rest=poured.rest or (0, 0))

    def of(poured: Poured) -> tuple[Flaw, ...]:
        each = (flaws(poured, room.seats, items, aligned=room is ends and aligned) for room in filled.rooms[: last + 1])
        return tuple(chain.from_iterable(each))

    if not laid.columns or not own or filled.poured.rest is not None:
        return filled
    pourer = Pourer(pour_to, of)
    poured = balance(laid.columns, pourer, filled.poured) if aligned else mend(pourer, filled.poured)
    return replace(filled, poured=poured)
