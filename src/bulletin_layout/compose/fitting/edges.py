"""Moves edges that neighbouring slots share (版块边界): one slot grows as the other shrinks; the whole page at once."""

import itertools
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Final

from bulletin_layout.compose.fitting.slots import ComposedSlot, Composition
from bulletin_layout.compose.frame.threads import Thread, ThreadSlot
from bulletin_layout.issue import Slot, SlotAddress
from bulletin_layout.values import dataclass, replace

#: Rows by which a slot's upper and lower edge move down.
Shift = tuple[int, int]

#: Most combinations of moves of a page's edges that are tried, mildest first.
_MOST: Final = 20_000


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge of a page that may move down by ``low`` to ``high`` rows. ``above``: slots that end there; ``below``:
    slots that begin there."""

    page: int
    name: str
    low: int
    high: int
    above: tuple[str, ...]
    below: tuple[str, ...]


def edges_of(page: int, slots: Mapping[str, Slot], fixed: Collection[str] = ()) -> tuple[Edge, ...]:
    """The edges that may be moved, in the layout's order; ``fixed``: slots whose edges must stay."""
    found = []
    for name, slot in slots.items():
        for give in slot.give:
            if any(neighbour in fixed for neighbour in give.neighbours):
                continue
            if give.kind == "edge.bottom":
                found.append(Edge(page, name, int(give.low), int(give.high), (name,), give.neighbours))
            elif give.kind == "edge.top":
                found.append(Edge(page, name, -int(give.high), -int(give.low), give.neighbours, (name,)))
    return tuple(found)


def fit_page(
    page: int,
    threads: Sequence[Thread],
    slots: Mapping[str, Slot],
    fixed: Collection[str],
    compose: Callable[[Thread], Composition],
    left: Callable[[Thread], int],
) -> dict[SlotAddress, ComposedSlot]:
    """Compose the threads that go through a page, with its edges moved as little as possible so that all are filled,
    or else so that least is over and short. All edges are decided together, not one after another. A thread may have
    places on other pages, which stay as they are.

    ``slots``: those of the threads on this page, in the layout's order; ``fixed``: slots whose edges stay, since their
    stories are composed with another page. ``compose``: fits a thread into its slots; ``left``: only counts the lines
    that would remain over or short.
    """
    edges = edges_of(page, slots, fixed)
    best = _best_moves(threads, edges, left)
    done: dict[SlotAddress, ComposedSlot] = {}
    for thread in threads:
        moved = _at(thread, tuple(_shift(place, edges, best) for place in thread.places))
        done |= {(slot.report.page, slot.report.slot): slot for slot in compose(moved)}
    return done | {(page, name): _reported(done[page, name], name, edges, best) for name in slots}


def _best_moves(threads: Sequence[Thread], edges: tuple[Edge, ...], left: Callable[[Thread], int]) -> tuple[int, ...]:
    """The rows by which each edge moves down. A combination is abandoned as soon as the threads counted so far leave
    more than the best one does in total; so threads that fit worst without moves are counted first."""
    known: dict[tuple[int, tuple[Shift, ...]], int] = {}
    still = (0,) * len(edges)
    touched = [k for k, thread in enumerate(threads) if any(touch(edge, thread) for edge in edges)]

    def left_over(number: int, moves: tuple[int, ...]) -> int:
        thread = threads[number]
        # A thread depends only on the moves of its own edges, so most combinations share their counts.
        key = number, tuple(_shift(place, edges, moves) for place in thread.places)
        if key not in known:
            known[key] = left(_at(thread, key[1]))
        return known[key]

    best, least = still, sum(left_over(number, still) for number in touched)
    # Badly fitting threads first, so that most combinations are abandoned after one count.
    touched.sort(key=lambda number: -left_over(number, still))
    # The first combination moves nothing and has been counted above.
    for moves in itertools.islice(_mildest_first(edges), 1, _MOST):
        if not least:
            break
        total = 0
        for number in touched:
            total += left_over(number, moves)
            if total >= least:
                break
        else:
            best, least = moves, total
    return best


def at_every_move(thread: Thread, edges: Sequence[Edge]) -> Iterator[Thread]:
    """The thread for every combination of moves of its slots' edges, each once, mildest first."""
    touched = tuple(edge for edge in edges if touch(edge, thread))
    moves = _mildest_first(touched)
    ways = dict.fromkeys(tuple(_shift(place, touched, each) for place in thread.places) for each in moves)
    for way in ways:
        yield replace(thread, places=tuple(_moved(*each) for each in zip(thread.places, way, strict=True)))


def _mildest_first(edges: tuple[Edge, ...]) -> Iterator[tuple[int, ...]]:
    """All combinations of moves, in the order of rows moved in total, then of the longest move."""
    ways = itertools.product(*(range(edge.low, edge.high + 1) for edge in edges))
    return iter(sorted(ways, key=lambda moves: (sum(map(abs, moves)), max(map(abs, moves), default=0), moves)))


def touch(edge: Edge, thread: Thread) -> bool:
    """Whether the thread goes through a slot that ends or begins at the edge."""
    names = (*edge.above, *edge.below)
    return any(place.page == edge.page and place.slot.name in names for place in thread.places)


def _shift(place: ThreadSlot, edges: tuple[Edge, ...], moves: tuple[int, ...]) -> Shift:
    """The rows by which a slot's upper and lower edge move down."""
    name = place.slot.name
    here = [(edge, move) for edge, move in zip(edges, moves, strict=True) if edge.page == place.page]
    top = sum(move for edge, move in here if name in edge.below)
    bottom = sum(move for edge, move in here if name in edge.above)
    return top, bottom


def _at(thread: Thread, shifts: Sequence[Shift]) -> Thread:
    """The thread with the edges of its slots moved."""
    pairs = zip(thread.places, shifts, strict=True)
    return replace(thread, places=tuple(_moved(place, shift) for place, shift in pairs))


def _moved(place: ThreadSlot, shift: Shift) -> ThreadSlot:
    """The place with the edges of its slot moved."""
    top, bottom = shift
    if not top and not bottom:
        return place
    box = place.slot.boxes[0]
    boxes = (replace(box, rows=(box.rows[0] + top, box.rows[1] + bottom)),)
    return replace(place, slot=replace(place.slot, boxes=boxes))


def _reported(slot: ComposedSlot, name: str, edges: tuple[Edge, ...], moves: tuple[int, ...]) -> ComposedSlot:
    """The slot with the moves of its edges in its row of the slot table: rows gained (+) or lost."""
    words = []
    for edge, move in zip(edges, moves, strict=True):
        if move and name in edge.above:
            words.append(f"edge.bottom {move:+}行")
        elif move and name in edge.below:
            words.append(f"edge.top {-move:+}行")
    if not words:
        return slot
    gave = ", ".join([*words, *filter(None, [slot.report.gave])])
    return replace(slot, report=replace(slot.report, gave=gave))
