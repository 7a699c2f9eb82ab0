"""Text into the slots of a thread (串接灌文): the first ones filled, the one where the text ends balanced."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

from bulletin_layout.compose.balance import Depths, Pourer, balance, mend
from bulletin_layout.compose.flaws import Flaw, flaws
from bulletin_layout.compose.items import Item
from bulletin_layout.compose.laying import LaidSlot
from bulletin_layout.compose.notices import arriving, leaving
from bulletin_layout.compose.pour import Breaks, Changes, PlacedBlock, PlacedLine, Poured, pour
from bulletin_layout.compose.seats import Seat, seats
from bulletin_layout.compose.threads import Thread
from bulletin_layout.page import Mark


@dataclass(frozen=True, slots=True)
class Room:
    """A laid slot and the seats that its text has, numbered among the columns of the whole thread; ``opening`` and
    ``closing``: the notices of the jumps that lead here and on from here."""

    laid: LaidSlot
    seats: tuple[Seat, ...]
    opening: tuple[Mark, ...] = ()
    closing: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Filled:
    """A thread's rooms and what was poured into them."""

    rooms: tuple[Room, ...]
    poured: Poured

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


def fill(laid: Sequence[LaidSlot], items: Sequence[Item], breaks: Breaks, thread: Thread) -> Filled:
    """Pour a story through as many of its slots as it needs; those after its end stay empty."""
    for reached in range(1, len(laid) + 1):
        filled = _cut_well(laid, reached, items, breaks, thread)
        if filled.poured.rest is None:
            return replace(filled, poured=_balanced(filled, reached - 1, items, breaks))
    return filled


def _cut_well(laid: Sequence[LaidSlot], reached: int, items: Sequence[Item], breaks: Breaks, thread: Thread) -> Filled:
    """Pour through so many slots; where a jump leaves a line alone, its notice comes a line or two earlier."""
    spared: dict[int, int] = {}
    while True:
        rooms = _rooms(laid, reached, breaks, thread, spared)
        poured = pour(items, [seat for room in rooms[:reached] for seat in room.seats], breaks)
        jumps = (k for k in range(reached - 1) if laid[k + 1].place.jumped and spared.get(k, 0) < _MOST_SPARED)
        lone = next((k for k in jumps if _is_lone(poured, laid[k].ends)), None)
        if lone is None:
            return Filled(rooms, poured)
        spared[lone] = spared.get(lone, 0) + 1


def _rooms(
    laid: Sequence[LaidSlot], reached: int, breaks: Breaks, thread: Thread, spared: Mapping[int, int]
) -> tuple[Room, ...]:
    """The rooms with the notices of the jumps between those that the text reaches."""
    rooms: list[Room] = []
    for k, each in enumerate(laid):
        room = Room(each, numbered_seats(each))
        if 0 < k < reached and each.place.jumped:
            noticed = arriving(each, laid[k - 1].place, room.seats, thread, breaks.blocks.book)
            room = replace(room, seats=noticed.seats, opening=noticed.marks)
        if k + 1 < reached and laid[k + 1].place.jumped:
            target = laid[k + 1].place
            noticed = leaving(each, target, room.seats, thread, breaks.blocks.book, spared.get(k, 0))
            room = replace(room, seats=noticed.seats, closing=noticed.marks)
        rooms.append(room)
    return tuple(rooms)


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


def _balanced(filled: Filled, last: int, items: Sequence[Item], breaks: Breaks) -> Poured:
    """The same with the columns of the room where the text ends brought to one depth, if its slot wants that, and
    without lone lines, as far as paragraphs can be made a line longer or shorter."""
    ends = filled.rooms[last]
    laid, own = ends.laid, ends.seats
    before = [seat for room in filled.rooms[:last] for seat in room.seats]
    free = frozenset(own)
    aligned = laid.place.slot.text.balance

    def pour_to(depths: Depths, changes: Changes) -> Poured:
        chosen = own if depths is None else tuple(s for s in numbered_seats(laid, depths) if s in free)
        return pour(items, (*before, *chosen), breaks, changes)

    def of(poured: Poured) -> tuple[Flaw, ...]:
        each = (flaws(poured, room.seats, items, aligned=room is ends and aligned) for room in filled.rooms[: last + 1])
        return tuple(chain.from_iterable(each))

    if not laid.columns or not own:
        return filled.poured
    pourer = Pourer(pour_to, of)
    return balance(laid.columns, pourer, filled.poured) if aligned else mend(pourer, filled.poured)
