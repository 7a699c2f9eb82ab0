"""Fits a running text to the number of pages wanted (简报凑版), using its gives no further than needed."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Final

from bulletin_layout.compose.fitting.bend import Bent, amounts, in_words
from bulletin_layout.compose.frame.seats import count_of
from bulletin_layout.compose.pages.run_pouring import PouredRun, flowing_slot, pour_run
from bulletin_layout.findings import Finding
from bulletin_layout.findings.catalogue.composing import after_give, flow_pages, flow_pages_few
from bulletin_layout.findings.phrases import NOTHING
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import FLOW_KINDS, Give, GiveKind, PagePlan, Slot
from bulletin_layout.values import dataclass

#: What a flow may give that has to take so many pages and does not say what gives: heights of pictures and air of heads
#: in 行, leading as a part of itself.
_USUAL_ROWS: Final[tuple[tuple[GiveKind, int], ...]] = (("photo.height", 3), ("title.air", 1))
_USUAL_LEADING: Final = 0.04


@dataclass(frozen=True, slots=True)
class Fitted:
    """A fitted flow, and the findings where it could not be fitted."""

    run: PouredRun
    findings: tuple[Finding, ...] = ()


def fit_run(plan: PagePlan, book: FontBook) -> Fitted:
    """Pour a flow with the mildest gives that bring it to the number of pages wanted. Without such a number, gives are
    used only if that saves the last page."""
    runs = _Runs(plan, book)
    unbent = runs.of(())
    wanted = plan.pages or max(1, unbent.pages - 1)
    gives = _gives(plan, unbent.rooms[0].laid.place.grid.line)
    side = (unbent.pages > wanted) - (unbent.pages < wanted)
    if not side or (not gives and plan.pages is None):
        return Fitted(unbent)
    slot = flowing_slot(plan)
    steps = {give: amounts(give, slot, tighter=side > 0) for give in gives}
    steps = {give: own for give, own in steps.items() if own}
    limits = [(give, own[-1]) for give, own in steps.items()]
    if side * (runs.of(limits).pages - wanted) > 0:
        if plan.pages is None:
            return Fitted(unbent)
        return Fitted(runs.of(limits), (_missed(runs.of(limits), wanted),))
    run = runs.of(_eased(runs, wanted, side, steps, _search(runs, wanted, side, steps)))
    return Fitted(run) if run.pages == wanted else Fitted(run, (_missed(run, wanted),))


def _gives(plan: PagePlan, line: float) -> tuple[Give, ...]:
    """The gives of a flow: those of the issue, else of its slot, else the usual ones if the number of its pages is
    set."""
    slot: Slot = flowing_slot(plan)
    own = plan.give or tuple(give for give in slot.give if give.kind in FLOW_KINDS)
    if own or plan.pages is None:
        return own
    place, leading = plan.location, round(line * _USUAL_LEADING, 1)
    usual = [Give(kind, -rows, rows, "行", "", place, "") for kind, rows in _USUAL_ROWS]
    return (*usual, Give("line", -leading, leading, "pt", "", place, ""))


@dataclass(slots=True)
class _Runs:
    """The variants of a flow that have been poured, each once."""

    plan: PagePlan
    book: FontBook
    known: dict[tuple[Bent, ...], PouredRun] = field(default_factory=dict)

    def of(self, bents: Sequence[Bent]) -> PouredRun:
        """The flow with these gives applied."""
        key = tuple(bents)
        if key not in self.known:
            self.known[key] = pour_run(self.plan, self.book, key)
        return self.known[key]


def _search(runs: _Runs, wanted: int, side: int, steps: Mapping[Give, Sequence[float]]) -> list[Bent]:
    """The gives one after another: each at its limit while that is not enough, the last one only as far as needed."""
    taken: list[Bent] = []
    for give, own in steps.items():

        def enough(number: int, give: Give = give, own: Sequence[float] = own) -> bool:
            return side * (runs.of([*taken, (give, own[number])]).pages - wanted) <= 0

        number = bisect_left(range(len(own) - 1), True, key=enough)
        taken.append((give, own[number]))
        if enough(number):
            break
    return taken


def _eased(
    runs: _Runs, wanted: int, side: int, steps: Mapping[Give, Sequence[float]], bents: Sequence[Bent]
) -> Sequence[Bent]:
    """The gives, the earlier ones reduced as far as the last one makes them unnecessary."""
    for place, (give, _) in enumerate(bents[:-1]):
        ways = [[*bents[:place], *own, *bents[place + 1 :]] for own in ([], *([(give, k)] for k in steps[give]))]
        number = bisect_left(ways, True, key=lambda way: side * (runs.of(way).pages - wanted) <= 0)
        bents = ways[min(number, len(ways) - 1)]
        if number == 0:
            return _eased(runs, wanted, side, steps, bents)
    return bents


def _missed(run: PouredRun, wanted: int) -> Finding:
    """The number of 行 beyond the pages wanted, or missing to reach them."""
    after = after_give(in_words(run.bents)) if run.bents else NOTHING
    rows = dict.fromkeys(range(run.plan.number, run.plan.number + max(run.pages, wanted)), 0)
    ends = {room.laid.place.page: room.laid.ends for room in run.rooms}
    for column, count in run.poured.rows_taken().items():
        page = next(page for page, end in ends.items() if column < end)
        rows[page] = rows.get(page, 0) + count
    numbers = {"page": run.plan.number, "has": run.pages, "wanted": wanted}
    if run.pages > wanted:
        last = run.plan.number + wanted - 1
        empty = sum(count_of(room.seats) for room in run.rooms if room.laid.place.page == last) - rows[last]
        lines = max(1, sum(count for page, count in rows.items() if page > last) - empty)
        return flow_pages(run.plan.location, **numbers, lines=lines, after=after)
    seats = {room.laid.place.page: count_of(room.seats) for room in run.printed}
    reached = run.plan.number + run.pages - 1
    lines = 1 + seats[reached] - rows[reached] + max(seats.values()) * (wanted - run.pages - 1)
    return flow_pages_few(run.plan.location, **numbers, lines=lines, after=after)
