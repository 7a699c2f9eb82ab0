"""The issue as printed (付印): every page has a plan of its own, with the number that readers see.

``issue.yaml`` counts entries; an entry for running text may become many pages, which shifts all later ones. Only this
module deals with both kinds of number.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from bulletin_layout.compose.memory import Memory
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Issue, PageLayout, PagePlan
from bulletin_layout.values import dataclass, replace

if TYPE_CHECKING:
    from bulletin_layout.compose.pages.running import Run


@dataclass(frozen=True, slots=True)
class Printed:
    """An issue with one entry per printed page, and the runs of pages that its flows take."""

    issue: Issue
    runs: "tuple[Run, ...]" = ()


def as_printed(issue: Issue, book: FontBook, memory: Memory) -> Printed:
    """Compose the flows, since they determine the number of pages, and renumber all pages and jumps."""
    if not any(plan.flow for plan in issue.pages):
        return Printed(issue)
    pages: list[PagePlan] = []
    runs: list[Run] = []
    numbers: dict[int, int] = {}
    for plan in issue.pages:
        number = pages[-1].number + 1 if pages else plan.number
        numbers[plan.number] = number
        numbered = replace(plan, number=number)
        if plan.flow:
            runs.append(memory.run(numbered, book))
            pages += runs[-1].pages
        else:
            pages.append(numbered)
    return Printed(replace(issue, pages=_with_jumps(pages, numbers)), tuple(runs))


def _with_jumps(pages: Sequence[PagePlan], numbers: Mapping[int, int]) -> tuple[PagePlan, ...]:
    """The pages with their jumps changed to printed page numbers."""
    return tuple(replace(page, layout=_renumbered(page.layout, numbers)) for page in pages)


def _renumbered(layout: PageLayout, numbers: Mapping[int, int]) -> PageLayout:
    slots = dict(layout.slots)
    for name, slot in layout.slots.items():
        if slot.jump is not None and slot.jump.page is not None:
            jump = replace(slot.jump, page=numbers.get(slot.jump.page, slot.jump.page))
            slots[name] = replace(slot, jump=jump)
    return replace(layout, slots=slots)
