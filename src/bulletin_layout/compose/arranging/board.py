"""Tries a page's stories in its slots (试排): each story is really composed in each slot, once."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from bulletin_layout.compose.arranging.ranking import Cost, added
from bulletin_layout.compose.fitting.copyfit import distance, fit_thread
from bulletin_layout.compose.fitting.edges import Edge, at_every_move, fit_page
from bulletin_layout.compose.fitting.slots import Composition
from bulletin_layout.compose.fitting.tries import Tries
from bulletin_layout.compose.frame.threads import Thread, ThreadSlot, threaded
from bulletin_layout.findings.catalogue import arranging as said
from bulletin_layout.findings.phrases import NOTHING, Phrase, refilled
from bulletin_layout.findings.slot_report import SlotReport
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Box, Story
from bulletin_layout.values import dataclass

#: Costs, in units of a 行 that a slot is short beyond what it may be. A line over has to be cut or moved; a photo, head
#: or table without room makes the page unprintable; a photo's room without a photo is filled with text.
LINE_OVER: Final = 4
UNPRINTABLE: Final = 40
VACANT: Final = 10

#: Findings that do not add to the cost: over is counted in lines already; missing glyphs are the same in every slot.
_COUNTED: Final = frozenset(("overset", "missing-glyph"))

#: The key of a composed thread: slugs of its stories; names and boxes of its slots.
Key = tuple[tuple[str, ...], tuple[tuple[str, tuple[Box, ...]], ...]]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A story in a slot. ``before``: its slot at present; ``report``: row of the slot table; ``remarks``: what has no
    room there, and rooms without a photo."""

    slot: str
    story: str
    before: str
    report: SlotReport
    remarks: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """A layout, with the stories that can be assigned to its free slots.

    ``before``: present slot of each story; ``changed``: number of changes that the layout itself counts as;
    ``standing``: other threads of the page, which stay; ``fixed``: slots whose stories cross pages: they and their
    edges stay.
    """

    page: int
    layout: str
    stories: tuple[Story, ...]
    before: tuple[str, ...]
    free: tuple[str, ...]
    places: Mapping[str, ThreadSlot]
    standing: tuple[Thread, ...]
    fixed: tuple[str, ...]
    edges: tuple[Edge, ...]
    changed: int


class StoppedError(Exception):
    """Who asked for the search wants it no longer."""


#: Whether a search is wanted no longer; it is asked before each story is composed.
Stop = Callable[[], bool]


class Trials:
    """Tries the stories of a board in its slots, and keeps what was composed. StoppedError: ``stop`` said so."""

    __slots__ = ("_book", "_composed", "_stop", "board")

    def __init__(self, board: Board, book: FontBook, stop: Stop) -> None:
        self.board = board
        self._book, self._stop = book, stop
        self._composed: dict[Key, Composition] = {}

    def costs(self) -> tuple[Cost, tuple[tuple[Cost, ...], ...]]:
        """(Base, rows): the cost of the page that does not depend on the assignment, and the cost that each story adds
        in each free slot (a row for each story). Costs are the least for any position of the slot's edges: a lower
        bound, and exact if no edge moves."""
        board = self.board
        empty = {name: self._emptiness(name) for name in board.free}
        base: Cost = (0, 0, board.changed)
        for thread in board.standing:
            base = added(base, min(_of_lines(self._compose(way)) for way in at_every_move(thread, board.edges)))
        for cost in empty.values():
            base = added(base, cost)
        return base, tuple(
            tuple(
                tuple(a - b for a, b in zip(self._least(number, name), empty[name], strict=True)) for name in board.free
            )
            for number in range(len(board.stories))
        )

    def arranged(self, chosen: Sequence[int]) -> tuple[Cost, tuple[Candidate, ...]]:
        """Fit the whole page for an assignment: its exact cost, and the slots in the layout's order. ``chosen``: index
        of the free slot of each story."""
        board = self.board
        own = {board.free[column]: number for number, column in enumerate(chosen)}
        threads = [self._thread(number, name) for name, number in own.items()]
        threads += board.standing
        here = {place.slot.name for thread in threads for place in thread.places}
        slots = {name: place.slot for name, place in board.places.items() if name in here}
        by_address = fit_page(
            board.page, threads, slots, board.fixed, self._compose, lambda thread: distance(self._compose(thread))
        )
        fitted = {name: slot for (_, name), slot in by_address.items()}
        cost: Cost = (0, 0, board.changed)
        for thread in board.standing:
            cost = added(cost, _of_lines(tuple(fitted[place.slot.name] for place in thread.places)))
        placements = []
        for name in board.free:
            if name not in own:
                cost = added(cost, self._emptiness(name))
                continue
            number = own[name]
            one, remarks = self._judged(number, name, (fitted[name],))
            cost = added(cost, one)
            story, before = board.stories[number].slug, board.before[number]
            placements.append(Candidate(name, story, before, fitted[name].report, remarks))
        return cost, tuple(placements)

    def _least(self, number: int, name: str) -> Cost:
        """The cost of a story in a slot, at the best position of the slot's edges."""
        least: Cost | None = None
        for way in at_every_move(self._thread(number, name), self.board.edges):
            cost, _ = self._judged(number, name, self._compose(way))
            least = cost if least is None else min(least, cost)
            if not any(cost[:2]):  # nothing over and nothing short: it cannot get better
                break
        assert least is not None  # at_every_move always yields the unmoved position
        return least

    def _thread(self, number: int, name: str) -> Thread:
        return threaded((self.board.stories[number],), (self.board.places[name],))

    def _compose(self, thread: Thread) -> Composition:
        """The thread fitted into its slots; composed at the first call only."""
        slots = tuple((place.slot.name, place.slot.boxes) for place in thread.places)
        key = (tuple(story.slug for story in thread.stories), slots)
        if key not in self._composed:
            if self._stop():
                raise StoppedError
            self._composed[key] = fit_thread(thread, Tries(self._book))
        return self._composed[key]

    def _emptiness(self, name: str) -> Cost:
        """The cost of a free slot without a story: its empty lines."""
        place = self.board.places[name]
        nobody = Story("", place.slot.location, (), photos={})
        return _of_lines(self._compose(Thread((nobody,), (place,))))

    def _judged(self, number: int, name: str, composed: Composition) -> tuple[Cost, tuple[Phrase, ...]]:
        """The cost of a composed story in a slot, and remarks about it."""
        story, slot = self.board.stories[number], self.board.places[name].slot
        homeless = [said.photo_homeless(photo) for photo in story.photos if photo not in slot.photos]
        if slot.title.place == "none" and (story.kicker or story.headline or story.deck):
            homeless.append(said.headline_homeless())
        for finding in composed[-1].findings:
            if finding.severity == "error" and finding.code not in _COUNTED:
                homeless.append(refilled(finding.says, where=NOTHING))  # the table names the slot
        vacant = [said.room_vacant(photo) for photo in slot.photos if photo not in story.photos]
        trouble = UNPRINTABLE * len(homeless) + VACANT * len(vacant)
        changed = int(self.board.before[number] != name)
        return added(_of_lines(composed), (trouble, 0, changed)), (*homeless, *vacant)


def _of_lines(composed: Composition) -> Cost:
    """The cost of lines over, or short beyond what is allowed, and of 字 over."""
    report = composed[-1].report
    lines = distance(composed)
    return lines * (LINE_OVER if report.over_lines or report.over_chars else 1), report.over_chars, 0
