"""Composition of pages (组版): stories and layouts → finished pages, and a report for every slot."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from bulletin_layout.compose.fitting.edges import fit_page
from bulletin_layout.compose.fitting.slots import ComposedSlot
from bulletin_layout.compose.fitting.tries import Tries
from bulletin_layout.compose.frame.threads import Thread, ThreadSlot, threads_of
from bulletin_layout.compose.memory import Memory
from bulletin_layout.compose.pages.assembly import PlacedBanner, assemble, grid_of, place_banner
from bulletin_layout.compose.pages.missing import missing_beside_text
from bulletin_layout.compose.printed import as_printed
from bulletin_layout.compose.report import SlotReport
from bulletin_layout.findings import Finding
from bulletin_layout.fonts import FontBook
from bulletin_layout.grid import Grid
from bulletin_layout.issue import Issue, PagePlan, SlotAddress, template_values
from bulletin_layout.page import Edition, Page
from bulletin_layout.values import dataclass

if TYPE_CHECKING:
    from bulletin_layout.compose.pages.running import Run

__all__ = ["Composed", "Memory", "SlotReport", "compose_issue"]


@dataclass(frozen=True, slots=True)
class Composed:
    """A composed issue: pages to render, the slot table, findings in page order. ``issue`` is as it is printed: a
    plan for every page of the edition."""

    issue: Issue
    edition: Edition
    slots: tuple[SlotReport, ...]
    findings: tuple[Finding, ...]


def compose_issue(
    issue: Issue, book: FontBook, on_page: Callable[[int, int], None] | None = None, memory: Memory | None = None
) -> Composed:
    """Compose every page of an issue. ``on_page`` is called with the pages done and their number. With the ``memory``
    of an earlier build in this process only what changed since is composed."""
    memory = memory or Memory()
    book = memory.fonts(book)
    printed = as_printed(issue, book, memory)
    issue = printed.issue
    pages: list[Page] = []
    reports: list[SlotReport] = []
    findings: list[Finding] = []
    started = {plan.number: _started(issue, plan, book) for plan in issue.pages}
    threads = threads_of(issue.pages, {spot: place for page in started.values() for spot, place in page.places.items()})
    own: dict[int, list[Thread]] = {}
    for thread in threads:
        own.setdefault(thread.pages[0], []).extend([thread] if len(thread.pages) == 1 else [])
    across = _across_pages(threads, printed.runs, book, memory)
    for plan in issue.pages:
        page, slots, of_page = compose_page(
            issue, started[plan.number], own.get(plan.number, ()), across.get(plan.number, {}), book, memory
        )
        pages.append(page)
        reports += slots
        findings += of_page
        if on_page is not None:
            on_page(len(pages), len(issue.pages))
    edition = Edition(
        title=f"{issue.publication.name} {issue.id}",
        author=issue.publication.text("publisher"),
        subject=issue.publication.text("subject"),
        date=issue.date,
        pages=tuple(pages),
    )
    return Composed(issue, edition, _rows(reports, printed.runs), tuple(findings))


@dataclass(frozen=True, slots=True)
class _Started:
    """A page with its banners, which text runs round, and its slots as places that are still empty."""

    plan: PagePlan
    grid: Grid
    banners: Mapping[str, PlacedBanner]
    places: Mapping[SlotAddress, ThreadSlot]


def _started(issue: Issue, plan: PagePlan, book: FontBook) -> _Started:
    grid = grid_of(plan)
    values = template_values(issue, plan)
    styles = plan.layout.styles
    banners = {name: place_banner(banner, grid, values, styles, book) for name, banner in plan.layout.banners.items()}
    areas = {name: banner.area for name, banner in banners.items()}
    slots = plan.layout.slots.items()
    places = {(plan.number, name): ThreadSlot(plan.number, slot, grid, areas) for name, slot in slots}
    return _Started(plan, grid, banners, places)


def _across_pages(
    threads: Sequence[Thread], runs: "Sequence[Run]", book: FontBook, memory: Memory
) -> dict[int, dict[str, ComposedSlot]]:
    """The slots of the threads that go from page to page, and of the runs, by page and name."""
    composed = [memory.thread(thread, Tries(book)) for thread in threads if len(thread.pages) > 1]
    found: dict[int, dict[str, ComposedSlot]] = {}
    for slots in (*composed, *(run.slots for run in runs)):
        for slot in slots:
            found.setdefault(slot.report.page, {})[slot.report.slot] = slot
    return found


def _rows(reports: Sequence[SlotReport], runs: "Sequence[Run]") -> tuple[SlotReport, ...]:
    """The slot table: a run has one row, where its first slot stands."""
    rows: dict[SlotAddress, SlotReport | None] = {}
    for run in runs:
        spots = [(slot.report.page, slot.report.slot) for slot in run.slots]
        rows |= {**dict.fromkeys(spots), spots[0]: run.report}
    table = (rows.get((report.page, report.slot), report) for report in reports)
    return tuple(row for row in table if row is not None)


def compose_page(
    issue: Issue,
    started: _Started,
    threads: Sequence[Thread],
    from_afar: Mapping[str, ComposedSlot],
    book: FontBook,
    memory: Memory,
) -> tuple[Page, list[SlotReport], list[Finding]]:
    """Compose one page: the threads that stay on it fitted together, then all of it in the layout's order.
    ``from_afar``: slots of the threads and runs that do not stay on it."""
    plan = started.plan
    here = {place.slot.name for thread in threads for place in thread.places}
    own = {name: slot for name, slot in plan.layout.slots.items() if name in here}
    tries = Tries(book)
    fitted = fit_page(
        threads,
        own,
        from_afar,
        compose=lambda thread: memory.thread(thread, tries),
        left=lambda thread: memory.left(thread, tries),
    )
    fitted |= from_afar
    slots = [fitted[name] for name in plan.layout.slots if name in fitted]
    findings = missing_beside_text(plan, template_values(issue, plan), book)
    findings += [finding for banner in started.banners.values() for finding in banner.findings]
    findings += [finding for slot in slots for finding in slot.findings]
    page = assemble(plan, issue, started.grid, started.banners, slots, book)
    return page, [slot.report for slot in slots], findings
