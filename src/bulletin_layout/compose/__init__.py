"""Composition of pages (组版): stories and layouts → finished pages, and a report for every slot."""

from collections.abc import Callable
from dataclasses import dataclass

from bulletin_layout.compose.edges import fit_page
from bulletin_layout.compose.memory import Memory
from bulletin_layout.compose.missing import missing_beside_text
from bulletin_layout.compose.pages import assemble, grid_of, place_banner
from bulletin_layout.compose.report import SlotReport
from bulletin_layout.compose.threads import Place, Thread
from bulletin_layout.diagnostics import Diagnostic
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Issue, PagePlan, template_values
from bulletin_layout.page import Edition, Page

__all__ = ["Composed", "Memory", "SlotReport", "compose_issue"]


@dataclass(frozen=True, slots=True)
class Composed:
    """A composed issue: pages to render, the slot table, findings in page order."""

    edition: Edition
    slots: tuple[SlotReport, ...]
    diagnostics: tuple[Diagnostic, ...]


def compose_issue(
    issue: Issue, book: FontBook, on_page: Callable[[int], None] | None = None, memory: Memory | None = None
) -> Composed:
    """Compose every page of an issue. ``on_page`` hears each page's number when it is done; ``memory`` of an earlier
    build in this process spares what has not changed since."""
    memory = memory or Memory()
    book = memory.fonts(book)
    pages: list[Page] = []
    reports: list[SlotReport] = []
    findings: list[Diagnostic] = []
    for plan in issue.pages:
        page, slots, faults = compose_page(issue, plan, book, memory)
        pages.append(page)
        reports += slots
        findings += faults
        if on_page is not None:
            on_page(plan.number)
    texts = issue.publication.texts
    edition = Edition(
        title=f"{issue.publication.name} {issue.id}",
        author=texts.get("publisher", ""),
        subject=texts.get("subject", ""),
        date=issue.date,
        pages=tuple(pages),
    )
    return Composed(edition, tuple(reports), tuple(findings))


def compose_page(
    issue: Issue, plan: PagePlan, book: FontBook, memory: Memory
) -> tuple[Page, list[SlotReport], list[Diagnostic]]:
    """Compose one page: banners first, since text runs round them, then slot by slot in the layout's order."""
    grid = grid_of(plan)
    values = template_values(issue, plan)
    banners = {name: place_banner(banner, grid, values, book) for name, banner in plan.layout.banners.items()}
    areas = {name: banner.area for name, banner in banners.items()}
    taken = {name: slot for name, slot in plan.layout.slots.items() if name in plan.put}
    threads = [Thread((plan.put[name],), (Place(plan.number, slot, grid, areas),)) for name, slot in taken.items()]
    slots = fit_page(threads, taken, lambda thread: memory.thread(thread, book)).values()
    faults = missing_beside_text(plan, values, book)
    faults += [fault for banner in banners.values() for fault in banner.diagnostics]
    faults += [fault for slot in slots for fault in slot.diagnostics]
    return assemble(plan, issue, grid, banners, tuple(slots), book), [slot.report for slot in slots], faults
