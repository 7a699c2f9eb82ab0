"""Text into the slots of a thread (串接灌文): the first ones filled, the one where the text ends balanced."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bulletin_layout.compose.balance import balance
from bulletin_layout.compose.flow import Item
from bulletin_layout.compose.laying import LaidSlot
from bulletin_layout.compose.pour import Breaks, PlacedBlock, PlacedLine, Poured, pour
from bulletin_layout.compose.seats import Seat, seats


@dataclass(frozen=True, slots=True)
class Room:
    """A laid slot and the seats that its text has, numbered among the columns of the whole thread."""

    laid: LaidSlot
    seats: tuple[Seat, ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """A thread's rooms and what was poured into them."""

    rooms: tuple[Room, ...]
    poured: Poured

    def part(self, room: Room) -> Poured:
        """What stands in one of the rooms."""

        def inside(place: PlacedLine | PlacedBlock) -> bool:
            return room.laid.number <= place.seat.column < room.laid.ends

        lines, blocks = filter(inside, self.poured.lines), filter(inside, self.poured.blocks)
        return replace(self.poured, lines=tuple(lines), blocks=tuple(blocks))


def fill(laid: Sequence[LaidSlot], items: Sequence[Item], breaks: Breaks) -> Filled:
    """Pour a story through as many of its slots as it needs; those after its end stay empty."""
    rooms = tuple(Room(each, numbered_seats(each)) for each in laid)
    before: tuple[Seat, ...] = ()
    for room in rooms:
        poured = pour(items, (*before, *room.seats), breaks)
        if poured.rest is None:
            return Filled(rooms, _balanced(room.laid, items, before, breaks, poured))
        before += room.seats
    return Filled(rooms, poured)


def numbered_seats(laid: LaidSlot, depths: Sequence[int] | None = None) -> tuple[Seat, ...]:
    """A slot's seats, their columns counted through the thread; ``depths`` as in ``seats``."""
    found = seats(laid.columns, laid.obstacles, laid.place.grid, depths)
    return tuple(replace(seat, column=laid.number + seat.column) for seat in found) if laid.number else found


def _balanced(laid: LaidSlot, items: Sequence[Item], before: tuple[Seat, ...], breaks: Breaks, full: Poured) -> Poured:
    """The same with the columns of the slot where the text ends brought to one depth, if it wants that."""
    if not laid.place.slot.text.balance or not laid.columns:
        return full
    return balance(laid.columns, lambda depths: pour(items, (*before, *numbered_seats(laid, depths)), breaks), full)
