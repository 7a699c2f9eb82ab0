"""Tries (试排): pours a thread with some gives applied, and only counts lines; the chosen try is completed later."""

from collections.abc import Sequence
from dataclasses import field

from bulletin_layout.compose.fitting.bend import Bent, bend, on_grid
from bulletin_layout.compose.fitting.reporting import Counted, counted_in
from bulletin_layout.compose.frame.threads import Thread, ThreadSlot
from bulletin_layout.compose.pouring.filling import Filled, fill
from bulletin_layout.compose.pouring.poured import Breaks
from bulletin_layout.compose.pouring.prepared import PreparedText
from bulletin_layout.compose.slot.laying import LaidSlot, lay_thread, narrowest
from bulletin_layout.compose.text.flow import Flow
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Box
from bulletin_layout.values import dataclass, replace

#: The key of a try: slugs of the stories; page, name and boxes of the slots; gives.
Key = tuple[tuple[str, ...], tuple[tuple[int, str, tuple[Box, ...]], ...], tuple[Bent, ...]]


@dataclass(frozen=True, slots=True)
class Tried:
    """A thread poured through its slots, with columns not balanced yet, and what is over and short."""

    flow: Flow
    breaks: Breaks
    filled: Filled
    counted: Counted

    @property
    def last(self) -> LaidSlot:
        """The last slot, where over and short are counted."""
        return self.filled.rooms[-1].laid

    @property
    def spare(self) -> int:
        """Lines that may stay empty in the last slot."""
        return spare_lines(self.last)

    @property
    def side(self) -> int:
        """1: over; -1: short beyond what is allowed; 0: filled."""
        if self.counted.over_lines or self.counted.over_chars:
            return 1
        return -1 if self.counted.short_lines > self.spare else 0

    @property
    def missing(self) -> tuple[int, int]:
        """(Lines over, or short beyond what is allowed; 字 over). The second value decides between tries with equal
        lines, so that a give that helps only together with others is not dropped."""
        lines = self.counted.over_lines or max(0, self.counted.short_lines - self.spare)
        return lines, self.counted.over_chars


def spare_lines(laid: LaidSlot) -> int:
    """Lines of a slot that may stay empty: ``slot.short`` for each column."""
    return laid.place.slot.short * len(laid.columns)


@dataclass(slots=True)
class Tries:
    """The tries made while a page is fitted. None is made twice, and text is prepared once for all of them."""

    book: FontBook
    prepared: PreparedText = field(default_factory=PreparedText)
    known: dict[Key, Tried] = field(default_factory=dict)

    def of(self, thread: Thread, bents: Sequence[Bent] = ()) -> Tried:
        """The try of a thread with these gives."""
        places = tuple((place.page, place.slot.name, place.slot.boxes) for place in thread.places)
        key = (tuple(story.slug for story in thread.stories), places, tuple(bents))
        if key not in self.known:
            self.known[key] = self.poured(self.bent(thread, bents) if bents else thread)
        return self.known[key]

    def bent(self, thread: Thread, bents: Sequence[Bent]) -> Thread:
        """The thread with these gives applied to its slots; heights of photos are relative to their rows without
        gives."""
        rooms = self.of(thread).filled.rooms
        places = (_bent(room.laid, place, bents) for room, place in zip(rooms, thread.places, strict=True))
        return replace(thread, places=tuple(places))

    def poured(self, thread: Thread) -> Tried:
        """Pour a thread as it is."""
        laid = lay_thread(thread, self.book)
        flow, breaks = self.prepared.text(thread, narrowest(laid[:1]), self.book)
        filled = fill(laid, flow, breaks, thread)
        return Tried(flow, breaks, filled, counted_in(filled, flow))


def _bent(unbent: LaidSlot, place: ThreadSlot, bents: Sequence[Bent]) -> ThreadSlot:
    """A place with those gives applied that belong to its slot."""
    own = [bent for bent in bents if bent[0] in place.slot.give]
    slot, grid = bend(place.slot, place.grid, unbent.photos.rows, own)
    banners = {name: on_grid(area, place.grid, grid) for name, area in place.banners.items()}
    return replace(place, slot=slot, grid=grid, banners=banners)
