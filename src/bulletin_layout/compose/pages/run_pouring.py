"""Pours a flow through its pages (简报灌文); each page is laid out when the text reaches it, with the gives applied
before."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Final

from bulletin_layout.compose.fitting.bend import Bent, bend, on_grid
from bulletin_layout.compose.frame.seats import Stretch
from bulletin_layout.compose.frame.threads import ThreadSlot, flow_slots
from bulletin_layout.compose.pages.assembly import banner_room, grid_of
from bulletin_layout.compose.pouring.filling import Room, numbered_seats
from bulletin_layout.compose.pouring.pour import pour_on
from bulletin_layout.compose.pouring.poured import Breaks, Poured
from bulletin_layout.compose.slot.laying import lay_place, narrowest, own_photos
from bulletin_layout.compose.text.flow import Flow, flow_of
from bulletin_layout.compose.text.notes import numbered
from bulletin_layout.compose.text.set_blocks import Blocks
from bulletin_layout.fonts import FontBook
from bulletin_layout.grid import Grid
from bulletin_layout.issue import Figure, PagePlan, Paragraph, Slot, Story, Style
from bulletin_layout.values import dataclass, replace

#: Largest number of pages without any seat, such as a first page without a slot for the text, before pouring gives up.
_MOST_EMPTY: Final = 2
#: Least height of a head, in em of its own size.
_LEAST_ROOM: Final = 1.4
#: Heads in the text whose air is a give (标题空白). The air above a kicker separates stories, so it is none.
_AIRED: Final = ("headline", "deck", "section", "crosshead")


@dataclass(frozen=True, slots=True)
class PouredRun:
    """A flow poured with gives applied: its rooms, of which those after ``last`` stay empty, and its text in its
    seats."""

    plan: PagePlan
    stories: tuple[Story, ...]
    flow: Flow
    breaks: Breaks
    rooms: tuple[Room, ...]
    poured: Poured
    last: int
    bents: tuple[Bent, ...]

    @property
    def pages(self) -> int:
        """The number of pages that it takes."""
        return self.rooms[self.last].laid.place.page - self.plan.number + 1

    @property
    def printed(self) -> tuple[Room, ...]:
        """The rooms of those pages."""
        return tuple(room for room in self.rooms if room.laid.place.page < self.plan.number + self.pages)


def flowing_slot(plan: PagePlan) -> Slot:
    """The first slot that a flow goes through; its styles are those of the flow."""
    slots = (*flow_slots(plan, plan.opening), *flow_slots(plan, plan.layout))
    if not slots:
        raise ValueError(f"page {plan.number}: reading lets no flow without a slot pass")
    return slots[0]


def pour_run(plan: PagePlan, book: FontBook, bents: Sequence[Bent] = ()) -> PouredRun:
    """Pour a plan's flow with these gives applied, without balancing."""
    stories = tuple(_with_figures(plan.flow, flow_slots(plan, plan.opening)))
    pages = _Pages(plan, stories, book, bents)
    seats = pages.more()
    place = pages.rooms[0].laid.place
    slot, _ = bent_slot(flowing_slot(plan), place.grid, bents)
    grid = replace(grid_of(plan), line=place.grid.line)
    measure = narrowest([room.laid for room in pages.rooms])
    flow = flow_of(stories, slot, measure, grid, book, notes_after_text=True)
    more = sum(int(amount) for give, amount in bents if give.kind == "photo.height")
    breaks = Breaks(flow.items, Blocks(slot.styles, grid, book, all_give=more))
    return _run(plan, stories, flow, breaks, pages, seats, bents)


def poured_again(run: PouredRun, book: FontBook, gives: Mapping[int, int]) -> PouredRun:
    """The run with some of its rows of figures, by number, higher or lower by so many rows."""
    pages = _Pages(run.plan, run.stories, book, run.bents)
    breaks = replace(run.breaks, blocks=replace(run.breaks.blocks, gives=dict(gives)))
    return _run(run.plan, run.stories, run.flow, breaks, pages, pages.more(), run.bents)


def _run(
    plan: PagePlan,
    stories: tuple[Story, ...],
    flow: Flow,
    breaks: Breaks,
    pages: "_Pages",
    seats: tuple[Stretch, ...],
    bents: Sequence[Bent],
) -> PouredRun:
    poured = pour_on(breaks, pages.more, seats)
    reached = max(poured.columns, default=0)
    last = next(k for k, room in enumerate(pages.rooms) if reached < room.laid.ends or k == len(pages.rooms) - 1)
    return PouredRun(plan, stories, flow, breaks, tuple(pages.rooms), poured, last, tuple(bents))


def bent_slot(slot: Slot, grid: Grid, bents: Sequence[Bent]) -> tuple[Slot, Grid]:
    """A slot of a page and its grid with the gives applied; pictures in the text change as blocks
    (``Blocks.all_give``)."""
    for give, amount in bents:
        if give.kind == "title.air":
            slot = replace(slot, styles=_aired(slot.styles, int(amount), grid.line))
    return bend(slot, grid, {}, bents)


def _aired(styles: Mapping[str, Style], amount: int, line: float) -> Mapping[str, Style]:
    """The styles with more or less air of heads in the text, in whole 行: above and below them, or within the rows
    that they take, down to a least height. ``line``: the page's leading in points."""
    changed = {}
    for role in _AIRED:
        style = styles[role]
        before, after = style.space_before, style.space_after
        if before or after:
            before, after = (max(0, rows + amount) if rows else 0 for rows in (before, after))
            style = replace(style, space_before=before, space_after=after)
        else:
            least = math.ceil(_LEAST_ROOM * style.size / line)
            style = replace(style, lines=max(min(least, style.lines), style.lines + amount))
        changed[role] = style
    return {**styles, **changed}


def page_of(plan: PagePlan, number: int) -> PagePlan:
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
        names -= kept.keys()
        figures = (Figure(photo, photo.location) for name, photo in story.photos.items() if name not in kept)
        blocks = story.blocks
        bodies = (k + 1 for k, block in enumerate(blocks) if isinstance(block, Paragraph) and block.kind == "body")
        at = next(bodies, 0)
        done.append(replace(story, blocks=(*blocks[:at], *figures, *blocks[at:]), photos=kept))
    return done


@dataclass(slots=True)
class _Pages:
    """The pages laid out so far, the number of the next column, and how many pages at the end have no seat."""

    plan: PagePlan
    stories: Sequence[Story]
    book: FontBook
    bents: Sequence[Bent]
    rooms: list[Room] = field(default_factory=list)
    laid: int = 0
    column: int = 0
    empty: int = 0

    def more(self) -> tuple[Stretch, ...]:
        """Lay out another page and return its seats. Pages without seats are skipped, up to a limit."""
        while self.empty < _MOST_EMPTY:
            rooms = self._next()
            self.rooms += rooms
            if seats := tuple(each for room in rooms for each in room.seats):
                self.empty = 0
                return seats
            self.empty += 1
        return ()

    def _next(self) -> list[Room]:
        page = page_of(self.plan, self.laid)
        grid = grid_of(page)
        banners = {name: banner_room(banner, grid)[0] for name, banner in page.layout.banners.items()}
        stories = numbered(self.stories)
        photos = own_photos(stories)
        rooms: list[Room] = []
        for slot in flow_slots(self.plan, page.layout):
            at_start = not self.rooms and not rooms
            titled = stories[0] if at_start and len(stories) == 1 else None
            bent, own = bent_slot(slot, grid, self.bents)
            areas = {name: on_grid(area, grid, own) for name, area in banners.items()}
            place = ThreadSlot(page.number, bent, own, areas)
            laid = lay_place(place, titled, photos if self.laid == 0 else {}, self.column, self.book)
            rooms.append(Room(laid, numbered_seats(laid)))
            self.column = laid.ends
        self.laid += 1
        return rooms
