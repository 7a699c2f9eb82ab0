"""The issue as it is printed (付印): every page a plan of its own, numbered as the reader will count them.

``issue.yaml`` counts entries; an entry that repeats until its text ends may be many pages, and all that follow move on.
This is the one place that knows both numbers.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from bulletin_layout.compose.memory import Memory
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Issue, PageLayout, PagePlan
from bulletin_layout.values import dataclass

if TYPE_CHECKING:
    from bulletin_layout.compose.pages.running import Run


@dataclass(frozen=True, slots=True)
class Printed:
    """An issue whose pages are those that are printed, and the runs of pages that its flows take."""

    issue: Issue
    runs: "tuple[Run, ...]" = ()


def as_printed(issue: Issue, book: FontBook, memory: Memory) -> Printed:
    """Compose the flows, which alone tell how many pages there are, and number all pages and jumps anew."""
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
    """The pages with jumps to the numbers that are printed."""
    return tuple(replace(page, layout=_renumbered(page.layout, numbers)) for page in pages)


def _renumbered(layout: PageLayout, numbers: Mapping[int, int]) -> PageLayout:
    slots = dict(layout.slots)
    for name, slot in layout.slots.items():
        if slot.jump is not None and slot.jump.page is not None:
            jump = replace(slot.jump, page=numbers.get(slot.jump.page, slot.jump.page))
            slots[name] = replace(slot, jump=jump)
    return replace(layout, slots=slots)
