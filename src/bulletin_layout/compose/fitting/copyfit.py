"""Copyfitting (凑版): bend what the designer allowed, in the order allowed, no further than needed or allowed."""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from bulletin_layout.compose.fitting.bend import Bent, amounts, bend, on_grid
from bulletin_layout.compose.fitting.slots import ComposedSlot, compose_thread, tried_thread
from bulletin_layout.compose.frame.threads import Place, Thread
from bulletin_layout.compose.pouring.prepared import Prepared
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Give

#: How many more rows of photo an advice may ask for.
_ADVISABLE: Final = 8

#: The slots of a thread, composed.
Composition = tuple[ComposedSlot, ...]

Attempt = Callable[[Sequence[Bent]], Composition]


def fit_thread(thread: Thread, book: FontBook, prepared: Prepared | None = None, *, rough: bool = False) -> Composition:
    """Compose a story in its slots with the mildest bending that fills them; the gives of the first slot come first.

    A give is used only when all before it are used up, and no more of it than is needed; then those before it are
    eased again as far as the slot stays as full. Deterministic; nothing bends that is not in ``slot.give``. Tries only
    count; what they found is composed once, or not at all when it is only ``rough`` counts that are asked for.
    """
    prepared = prepared or Prepared()
    unbent = (tried_thread if rough else compose_thread)(thread, book, prepared)
    side = _side(unbent)
    owners = {give: place.slot for place in thread.places for give in place.slot.give}
    gives = [give for give in owners if not give.kind.startswith("edge.")]
    if not side or not gives:
        return unbent
    steps = {give: amounts(give, owners[give], tighter=side > 0) for give in gives}

    def bent(bents: Sequence[Bent]) -> Thread:
        places = zip(thread.places, unbent, strict=True)
        return replace(thread, places=tuple(_bent(place, composed.photo_rows, bents) for place, composed in places))

    def attempt(bents: Sequence[Bent]) -> Composition:
        return tried_thread(bent(bents), book, prepared)

    bents, found = _search(steps, unbent, side, attempt)
    if rough:
        return found
    bents = _eased(bents, found, steps, attempt)
    if not bents:
        return _advised(unbent, gives, bents, attempt) if side > 0 else unbent
    fitted = compose_thread(bent(bents), book, prepared, gave=_in_words(bents))
    return _advised(fitted, gives, bents, attempt) if _side(fitted) > 0 else fitted


def _bent(place: Place, rows: Mapping[str, int], bents: Sequence[Bent]) -> Place:
    """A place with what its own slot gives; ``rows``: what its photos take unbent."""
    slot, grid = bend(place.slot, place.grid, rows, [bent for bent in bents if bent[0] in place.slot.give])
    banners = {name: on_grid(area, place.grid, grid) for name, area in place.banners.items()}
    return replace(place, slot=slot, grid=grid, banners=banners)


def _side(composed: Composition) -> int:
    """1: over; -1: short by more than the last slot may be; 0: filled."""
    report = composed[-1].report
    if report.over_lines or report.over_chars:
        return 1
    return -1 if report.short_lines > composed[-1].spare else 0


def _search(
    steps: Mapping[Give, Sequence[float]], unbent: Composition, side: int, attempt: Attempt
) -> tuple[list[Bent], Composition]:
    """Give after give: to its limit while that is not enough, then the least of it that is."""
    taken: list[Bent] = []
    best = unbent
    for give, own in steps.items():
        found = _least(give, own, taken, side, attempt)
        if found is None or _missing(found[1]) > _missing(best):
            continue
        taken.append(found[0])
        best = found[1]
        if _side(best) * side <= 0:
            break
    return taken, best


def _least(
    give: Give, steps: Sequence[float], taken: Sequence[Bent], side: int, attempt: Attempt
) -> tuple[Bent, Composition] | None:
    """The least of one give that is enough, or its limit; a short slot stops a step before it would be over."""
    tried: dict[int, Composition] = {}

    def at(number: int) -> Composition:
        if number not in tried:
            tried[number] = attempt([*taken, (give, steps[number])])
        return tried[number]

    if not steps:
        return None
    number = len(steps)
    if _side(at(number - 1)) * side <= 0:  # its limit is tried first: most often nothing less will do
        number = bisect_left(range(number - 1), True, key=lambda n: _side(at(n)) * side <= 0)
    too_far = number < len(steps) and side < 0 < _side(at(number))
    if number == len(steps) or too_far:
        number -= 1
    return ((give, steps[number]), at(number)) if number >= 0 else None


def distance(composed: Composition) -> int:
    """Lines over, or short beyond what is allowed."""
    last = composed[-1]
    return last.report.over_lines or max(0, last.report.short_lines - last.spare)


def _missing(composed: Composition) -> tuple[int, int]:
    """Lines over or short, then characters over: what may help only together with others is not thrown away."""
    return distance(composed), composed[-1].report.over_chars


def _eased(
    bents: list[Bent], fitted: Composition, steps: Mapping[Give, Sequence[float]], attempt: Attempt
) -> list[Bent]:
    """The gives taken back as far as the slot stays as full as it is; the last one is needed where that filled it."""
    for place in range(len(bents) - (1 if distance(fitted) else 2), -1, -1):
        give, limit = bents[place]
        for milder in (0.0, *steps[give]):
            if milder == limit:
                break
            eased = [*bents[:place], *([(give, milder)] if milder else []), *bents[place + 1 :]]
            composed = attempt(eased)
            if _missing(composed) <= _missing(fitted):
                bents, fitted = eased, composed
                break
    return bents


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


def _advised(fitted: Composition, gives: Sequence[Give], bents: list[Bent], attempt: Attempt) -> Composition:
    """What would help: cut so much, or allow so many rows more of a photo that may give already."""
    advice = f"cut {fitted[-1].report.over_chars}字"
    give = next((g for g in gives if g.kind == "photo.height"), None)
    if give is not None:
        rest = [bent for bent in bents if bent[0] is not give]

        def enough(more: int) -> bool:
            return _side(attempt([(give, give.low - more), *rest])) <= 0

        if enough(_ADVISABLE):
            more = next(number for number in range(1, _ADVISABLE + 1) if enough(number))
            advice += f", or allow {_said(give, give.low - more)}"
    changed = tuple(
        replace(fault, message=f"{fault.message}; {advice}") if fault.code == "overset" else fault
        for fault in fitted[-1].diagnostics
    )
    return (*fitted[:-1], replace(fitted[-1], diagnostics=changed))
