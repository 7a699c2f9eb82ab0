"""Copyfitting (凑版): bend what the designer allowed, in the order allowed, no further than needed or allowed."""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from bulletin_layout.compose.bend import Bent, amounts, bend, on_grid
from bulletin_layout.compose.grid import Area, Grid
from bulletin_layout.compose.slots import ComposedSlot, compose_slot
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Give, PagePlan, Slot, Story

#: How many more rows of photo an advice may ask for.
_ADVISABLE: Final = 8

Attempt = Callable[[Sequence[Bent]], ComposedSlot]


def fit_slot(
    plan: PagePlan, slot: Slot, story: Story, grid: Grid, banners: Mapping[str, Area], book: FontBook
) -> ComposedSlot:
    """Compose a story in its slot with the mildest bending that fills it.

    A give is used only when all before it are used up, and no more of it than is needed; then those before it are
    eased again as far as the slot stays filled. Deterministic; nothing bends that is not in ``slot.give``.
    """
    unbent = compose_slot(plan, slot, story, grid, banners, book)
    side = _side(unbent)
    gives = [give for give in slot.give if not give.kind.startswith("edge.")]
    if not side or not gives:
        return unbent

    def attempt(bents: Sequence[Bent]) -> ComposedSlot:
        bent_slot, bent_grid = bend(slot, grid, unbent.photo_rows, bents)
        areas = {name: on_grid(area, grid, bent_grid) for name, area in banners.items()}
        return compose_slot(plan, bent_slot, story, bent_grid, areas, book, gave=_in_words(bents))

    bents, fitted = _search(gives, slot, unbent, side, attempt)
    if _side(fitted) > 0:
        return _advised(fitted, gives, bents, attempt)
    return _eased(bents, fitted, slot, side, attempt)


def _side(composed: ComposedSlot) -> int:
    """1: over; -1: short by more than the slot may be; 0: filled."""
    report = composed.report
    if report.over_lines or report.over_chars:
        return 1
    return -1 if report.short_lines > composed.spare else 0


def _search(
    gives: Sequence[Give], slot: Slot, unbent: ComposedSlot, side: int, attempt: Attempt
) -> tuple[list[Bent], ComposedSlot]:
    """Give after give: to its limit while that is not enough, then the least of it that is."""
    taken: list[Bent] = []
    best = unbent
    for give in gives:
        found = _least(give, amounts(give, slot, tighter=side > 0), taken, side, attempt)
        if found is None or distance(found[1]) >= distance(best):
            continue
        taken.append(found[0])
        best = found[1]
        if _side(best) * side <= 0:
            break
    return taken, best


def _least(
    give: Give, steps: Sequence[float], taken: Sequence[Bent], side: int, attempt: Attempt
) -> tuple[Bent, ComposedSlot] | None:
    """The least of one give that is enough, or its limit; a short slot stops a step before it would be over."""
    tried: dict[int, ComposedSlot] = {}

    def at(number: int) -> ComposedSlot:
        if number not in tried:
            tried[number] = attempt([*taken, (give, steps[number])])
        return tried[number]

    number = bisect_left(range(len(steps)), True, key=lambda n: _side(at(n)) * side <= 0)
    too_far = number < len(steps) and side < 0 < _side(at(number))
    if number == len(steps) or too_far:
        number -= 1
    return ((give, steps[number]), at(number)) if number >= 0 else None


def distance(composed: ComposedSlot) -> int:
    """Lines over, or short beyond what is allowed."""
    return composed.report.over_lines or max(0, composed.report.short_lines - composed.spare)


def _eased(bents: list[Bent], fitted: ComposedSlot, slot: Slot, side: int, attempt: Attempt) -> ComposedSlot:
    """The earlier gives taken back as far as the slot stays as full as it is."""
    for place in range(len(bents) - 2, -1, -1):
        give, limit = bents[place]
        for milder in (0.0, *amounts(give, slot, tighter=side > 0)):
            if milder == limit:
                break
            eased = [*bents[:place], *([(give, milder)] if milder else []), *bents[place + 1 :]]
            composed = attempt(eased)
            if distance(composed) <= distance(fitted):
                bents, fitted = eased, composed
                break
    return fitted


def _in_words(bents: Sequence[Bent]) -> str:
    """What gave, as the slot table and the findings say it."""
    return ", ".join(_said(give, amount) for give, amount in bents)


def _said(give: Give, amount: float) -> str:
    name = f"photos.{give.target}.height" if give.kind == "photo.height" and give.target else give.kind
    if give.kind == "marks":
        return f"marks {give.target}"
    if give.kind in ("gap", "adjacent"):
        return f"{name} {amount:g}"
    if give.kind == "letterspace":
        return f"{name} {amount * 100:+g}%"
    unit = give.unit if give.unit in ("行", "pt") else ""
    return f"{name} {amount:+g}{unit}"


def _advised(fitted: ComposedSlot, gives: Sequence[Give], bents: list[Bent], attempt: Attempt) -> ComposedSlot:
    """What would help: cut so much, or allow so many rows more of a photo that may give already."""
    advice = f"cut {fitted.report.over_chars}字"
    give = next((g for g in gives if g.kind == "photo.height"), None)
    if give is not None:
        rest = [bent for bent in bents if bent[0] is not give]
        for more in range(1, _ADVISABLE + 1):
            amount = give.low - more
            if not _side(attempt([(give, amount), *rest])) > 0:
                advice += f", or allow {_said(give, amount)}"
                break
    changed = tuple(
        replace(fault, message=f"{fault.message}; {advice}") if fault.code == "overset" else fault
        for fault in fitted.diagnostics
    )
    return replace(fitted, diagnostics=changed)
