"""One page composed from its plan (一版): its slots, fitted together, and everything else on it."""

from collections.abc import Collection, Mapping, Sequence
from typing import TypeAlias

from bulletin_layout.compose.fitting.edges import fit_page
from bulletin_layout.compose.fitting.slots import ComposedSlot
from bulletin_layout.compose.fitting.tries import Tries
from bulletin_layout.compose.frame.threads import Thread, ThreadSlot, thread_of
from bulletin_layout.compose.memory import Memory, PageMade
from bulletin_layout.compose.pages.assembly import PlacedBanner, assemble, grid_of, place_banner
from bulletin_layout.compose.pages.missing import missing_beside_text
from bulletin_layout.fonts import FontBook
from bulletin_layout.grid import Grid
from bulletin_layout.issue import Issue, PagePlan, Pieces, SlotAddress, template_values
from bulletin_layout.values import dataclass

#: The addresses of the slots that a story goes through, in order.
Chain: TypeAlias = Sequence[SlotAddress]


def pages_of(chain: Chain) -> set[int]:
    """The numbers of the pages that a chain touches."""
    return {page for page, _ in chain}


@dataclass(frozen=True, slots=True)
class Start:
    """A page before any text: its banners, which text runs round, and its empty slots."""

    grid: Grid
    banners: Mapping[str, PlacedBanner]
    places: Mapping[SlotAddress, ThreadSlot]


class Starts:
    """The pages of an issue before any text. Each is made on demand, since an unchanged page needs none."""

    def __init__(self, issue: Issue, book: FontBook) -> None:
        self.book = book
        self.plans = {plan.number: plan for plan in issue.pages}
        self.values: Mapping[int, Mapping[str, Pieces]] = {
            number: template_values(issue, plan) for number, plan in self.plans.items()
        }
        self._made: dict[int, Start] = {}

    def of(self, number: int) -> Start:
        """The page with this number."""
        if number not in self._made:
            self._made[number] = _started(self.plans[number], self.values[number], self.book)
        return self._made[number]

    def thread(self, chain: Chain) -> Thread:
        """The thread through a chain of slots."""
        places = {spot: place for number in pages_of(chain) for spot, place in self.of(number).places.items()}
        return thread_of(chain, self.plans, places)


def _started(plan: PagePlan, values: Mapping[str, Pieces], book: FontBook) -> Start:
    grid = grid_of(plan)
    styles = plan.layout.styles
    banners = {name: place_banner(banner, grid, values, styles, book) for name, banner in plan.layout.banners.items()}
    areas = {name: banner.area for name, banner in banners.items()}
    slots = plan.layout.slots.items()
    places = {(plan.number, name): ThreadSlot(plan.number, slot, grid, areas) for name, slot in slots}
    return Start(grid, banners, places)


def fitted_slots(
    starts: Starts, number: int, chains: Sequence[Chain], fixed: Collection[str], memory: Memory
) -> Mapping[SlotAddress, ComposedSlot]:
    """The slots of the chains, those of other pages with them, as the edges of one page move until all are filled;
    ``fixed``: slots of that page whose edges stay."""
    threads = [starts.thread(chain) for chain in chains]
    here = {name for chain in chains for page, name in chain if page == number}
    own = {name: slot for name, slot in starts.plans[number].layout.slots.items() if name in here}
    tries = Tries(starts.book)
    return fit_page(
        number,
        threads,
        own,
        fixed,
        compose=lambda thread: memory.thread(thread, tries),
        left=lambda thread: memory.left(thread, tries),
    )


def compose_page(
    starts: Starts, number: int, chains: Sequence[Chain], from_afar: Mapping[str, ComposedSlot], memory: Memory
) -> PageMade:
    """Compose one page: fit the ``chains`` that stay on it together, then assemble everything in the layout's order.
    ``from_afar``: this page's slots of threads and runs that also go over other pages."""
    plan, values, started, book = starts.plans[number], starts.values[number], starts.of(number), starts.book
    fitted = {name: slot for (_, name), slot in fitted_slots(starts, number, chains, from_afar, memory).items()}
    fitted |= from_afar
    slots = [fitted[name] for name in plan.layout.slots if name in fitted]
    findings = missing_beside_text(plan, values, book)
    findings += [finding for banner in started.banners.values() for finding in banner.findings]
    findings += [finding for slot in slots for finding in slot.findings]
    page = assemble(plan, values, started.grid, started.banners, slots, book)
    return page, [slot.report for slot in slots], findings, [slot.room for slot in slots]
