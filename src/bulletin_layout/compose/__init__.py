"""Composition (组版): stories and layouts → finished pages, and a report for every slot."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from bulletin_layout.compose.fitting.edges import edges_of
from bulletin_layout.compose.fitting.slots import ComposedSlot, SlotRoom
from bulletin_layout.compose.fitting.tries import Tries
from bulletin_layout.compose.memory import Memory
from bulletin_layout.compose.page import Chain, Starts, compose_page, fitted_slots, pages_of
from bulletin_layout.compose.printed import as_printed
from bulletin_layout.findings import Finding
from bulletin_layout.findings.slot_report import SlotReport
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Issue, SlotAddress, chains_of
from bulletin_layout.page import Edition, Page
from bulletin_layout.values import dataclass

if TYPE_CHECKING:
    from bulletin_layout.compose.pages.running import Run

__all__ = ["Composed", "Memory", "SlotReport", "SlotRoom", "compose_issue"]


@dataclass(frozen=True, slots=True)
class Composed:
    """A composed issue: its pages, the slot table, and the findings in page order. ``issue`` is the issue as printed,
    with one plan for every page of the edition. ``rooms``: those of all slots after fitting, in the pages' order."""

    issue: Issue
    edition: Edition
    slots: tuple[SlotReport, ...]
    findings: tuple[Finding, ...]
    rooms: tuple[SlotRoom, ...] = ()


def compose_issue(
    issue: Issue, book: FontBook, on_page: Callable[[int, int], None] | None = None, memory: Memory | None = None
) -> Composed:
    """Compose every page of an issue.

    ``on_page`` is called with the number of pages done and the total. ``memory``: results of an earlier build in this
    process; only what has changed since is composed.
    """
    memory = memory or Memory()
    book = memory.fonts(book)
    printed = as_printed(issue, book, memory)
    issue = printed.issue
    starts = Starts(issue, book)
    chains = chains_of(issue.pages)
    across = _across_pages(chains, starts, printed.runs, memory)
    of_page: dict[int, list[Chain]] = {}
    for chain in chains:
        if len(pages_of(chain)) == 1:
            of_page.setdefault(chain[0][0], []).append(chain)
    pages: list[Page] = []
    reports: list[SlotReport] = []
    findings: list[Finding] = []
    rooms: list[SlotRoom] = []
    for plan in issue.pages:
        number, afar = plan.number, across.get(plan.number, {})
        own = [chain for chain in of_page.get(number, ()) if chain[0][1] not in afar]
        page, slots, found, rooms_of_page = memory.page(
            number, (plan, starts.values[number], afar), partial(compose_page, starts, number, own, afar, memory)
        )
        pages.append(page)
        reports += slots
        findings += found
        rooms += rooms_of_page
        if on_page is not None:
            on_page(len(pages), len(issue.pages))
    edition = Edition(
        title=f"{issue.publication.name} {issue.id}",
        author=issue.publication.text("publisher"),
        subject=issue.publication.text("subject"),
        date=issue.date,
        pages=tuple(pages),
    )
    return Composed(issue, edition, _rows(reports, printed.runs), tuple(findings), tuple(rooms))


def _across_pages(
    chains: Sequence[Chain], starts: Starts, runs: "Sequence[Run]", memory: Memory
) -> dict[int, dict[str, ComposedSlot]]:
    """The slots of the threads that go from page to page, and of the runs, by page and name. Where a page lets an edge
    of such a thread's slot move, its own threads are fitted together with that one, and are here too."""
    found: dict[int, dict[str, ComposedSlot]] = {}

    def add(slots: Iterable[ComposedSlot]) -> None:
        for slot in slots:
            found.setdefault(slot.report.page, {})[slot.report.slot] = slot

    for run in runs:
        add(run.slots)
    left = [chain for chain in chains if len(pages_of(chain)) > 1]
    for number, plan in starts.plans.items() if left else ():
        fixed = found.get(number, {})
        moving = {name for edge in edges_of(number, plan.layout.slots, fixed) for name in (*edge.above, *edge.below)}
        linked = [chain for chain in left if any(page == number and name in moving for page, name in chain)]
        if linked:
            left = [chain for chain in left if chain not in linked]
            own = [chain for chain in chains if pages_of(chain) == {number} and chain[0][1] not in fixed]
            held = {*fixed, *(name for chain in left for page, name in chain if page == number)}
            add(fitted_slots(starts, number, [*own, *linked], held, memory).values())
    for chain in left:
        add(memory.thread(starts.thread(chain), Tries(starts.book)))
    return found


def _rows(reports: Sequence[SlotReport], runs: "Sequence[Run]") -> tuple[SlotReport, ...]:
    """The slot table; a run has a single row, at the place of its first slot."""
    rows: dict[SlotAddress, SlotReport | None] = {}
    for run in runs:
        spots = [(slot.report.page, slot.report.slot) for slot in run.slots]
        rows |= {**dict.fromkeys(spots), spots[0]: run.report}
    table = (rows.get((report.page, report.slot), report) for report in reports)
    return tuple(row for row in table if row is not None)
