"""Results kept from one build to the next in the same process, so that a live preview composes only what has
changed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bulletin_layout.compose.fitting.copyfit import distance, fit_thread, least_left
from bulletin_layout.compose.fitting.slots import ComposedSlot, Composition, SlotRoom
from bulletin_layout.compose.fitting.tries import Tries
from bulletin_layout.compose.frame.threads import Thread
from bulletin_layout.findings import Finding
from bulletin_layout.findings.slot_report import SlotReport
from bulletin_layout.fonts import FaceKey, FontBook
from bulletin_layout.issue import Box, PagePlan, Pieces
from bulletin_layout.page import Page
from bulletin_layout.states import State, state
from bulletin_layout.values import dataclass

if TYPE_CHECKING:
    from bulletin_layout.compose.pages.running import Run

#: The input of a page: its plan, the values of its templates, and those of its slots that were filled from other
#: pages.
PageInput = tuple[PagePlan, Mapping[str, Pieces], Mapping[str, ComposedSlot]]
#: A page with the reports of its slots, the findings on it, and the rooms of its slots.
PageMade = tuple[Page, Sequence[SlotReport], Sequence[Finding], Sequence[SlotRoom]]
#: Page, slot name and boxes of every slot of a thread. The boxes are part of the key, since a slot with movable edges
#: is composed for several of them.
Key = tuple[tuple[int, str, tuple[Box, ...]], ...]

#: As many composed threads are kept: several times those of a large issue.
_MOST_THREADS: Final = 4000


@dataclass(slots=True)
class Memory:
    """Opened fonts with their caches, and composed threads, runs and pages together with the input that they were made
    from. ``sound``: the font files about which nothing was found, by what they must be, each with its state;
    ``learnt``: whether more of them are known than another process knew."""

    book: FontBook | None = None
    opened: object = None
    threads: dict[Key, tuple[Thread, Composition]] = field(default_factory=dict)
    runs: dict[int, tuple[PagePlan, "Run"]] = field(default_factory=dict)
    pages: dict[int, tuple[PageInput, PageMade]] = field(default_factory=dict)
    sound: dict[FaceKey, State] = field(default_factory=dict)
    learnt: bool = False
    checked: tuple[object, tuple[Finding, ...]] | None = None

    def font_problems(self, book: FontBook) -> tuple[Finding, ...]:
        """The problems of the font files. Each file is read and hashed again only when one has been touched."""
        stamps = _state(book)
        if self.checked is None or self.checked[0] != stamps:
            # As they are before they are read: what is written meanwhile is for the next build to see.
            states = {file.key: state(file.path) for file in book.files.values()}
            sound = {key for key, now in states.items() if now is not None and self.sound.get(key) == now}
            found = FontBook(book.files, book.fallback).problems(sound)
            places = {finding.location for finding in found}
            good = {file.key for file in book.files.values() if file.location not in places}
            fresh = {key: now for key, now in states.items() if now is not None and key in good}
            self.learnt = self.learnt or not fresh.items() <= self.sound.items()
            self.sound = fresh
            self.checked = stamps, found
        return self.checked[1]

    def fonts(self, book: FontBook) -> FontBook:
        """The book of the last build when it has the same files, untouched; otherwise the new one, and all other
        results are dropped."""
        stamps = _state(book)
        if self.book is None or self.opened != stamps:
            self.book, self.opened = book, stamps
            self.threads.clear()
            self.runs.clear()
            self.pages.clear()
        return self.book

    def page(self, number: int, given: PageInput, make: Callable[[], PageMade]) -> PageMade:
        """The kept page if it was made from the same plan, values and slots; otherwise a new one by ``make``."""
        before, made = self.pages.get(number, (None, None))
        if made is None or before != given:
            made = make()
            self.pages[number] = given, made
        return made

    def thread(self, thread: Thread, tries: Tries) -> Composition:
        """The kept slots of the thread if nothing that they depend on has changed; otherwise composed anew. ``tries``:
        those of the page being fitted."""
        known = self._known(thread)
        if known is None:
            known = fit_thread(thread, tries)
            self.threads[_key(thread)] = thread, known
            if len(self.threads) > _MOST_THREADS:  # those of boxes that the layout had once
                del self.threads[next(iter(self.threads))]
        return known

    def left(self, thread: Thread, tries: Tries) -> int:
        """The lines that remain over or short after fitting: from the kept result, otherwise only counted."""
        known = self._known(thread)
        return least_left(thread, tries) if known is None else distance(known)

    def _known(self, thread: Thread) -> Composition | None:
        before, composed = self.threads.get(_key(thread), (None, None))
        return composed if before == thread else None

    def run(self, plan: PagePlan, book: FontBook) -> "Run":
        """The kept pages of a flow if its plan is the same; otherwise composed anew."""
        from bulletin_layout.compose.pages.running import run_pages

        known = self.runs.get(plan.number)
        if known is None or known[0] != plan:
            known = (plan, run_pages(plan, book))
            self.runs[plan.number] = known
        return known[1]


def _key(thread: Thread) -> Key:
    return tuple((place.page, place.slot.name, place.slot.boxes) for place in thread.places)


def _state(book: FontBook) -> object:
    """The files of a book with their time and size."""
    return book.files, book.fallback, [_stamp(file.path) for file in book.files.values()]


def _stamp(path: Path) -> tuple[int, int] | None:
    """Time of modification and size of a file; None when it does not exist."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
