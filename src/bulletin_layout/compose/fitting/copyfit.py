"""Copyfitting (凑版): bend what the designer allowed, in the order allowed, no further than needed or allowed."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from bulletin_layout.compose.fitting.advice import advised
from bulletin_layout.compose.fitting.bend import Bent, amounts
from bulletin_layout.compose.fitting.slots import Composition, finished
from bulletin_layout.compose.fitting.tries import Tried, Tries
from bulletin_layout.compose.frame.threads import Thread
from bulletin_layout.issue import Give

#: What every give can be set to, mildest first, in the order in which they may be taken.
Steps = Mapping[Give, Sequence[float]]


def fit_thread(thread: Thread, tries: Tries) -> Composition:
    """Compose a story in its slots with the mildest bending that fills them; the gives of the first slot come first.

    A give is used only when all before it are used up, and no more of it than is needed; then those before it are
    eased again as far as the slot stays as full. Where all of it together is not enough, they are bent as far as that
    brings the slot nearest, and no further. Deterministic; nothing bends that is not in ``slot.give``. Tries only
    count; what they found is composed once.
    """
    steps = _steps(thread, tries)
    bents = _mildest(thread, tries, steps) if steps else []
    composed = finished(tries.of(thread, bents), bents)
    return advised(
        composed, thread, min((_limits(steps), bents), key=lambda each: tries.of(thread, each).missing), tries
    )


def least_left(thread: Thread, tries: Tries) -> int:
    """Lines over, or short beyond what is allowed, when a thread has given what it may; 0: it can be filled."""
    unbent, steps = tries.of(thread), _steps(thread, tries)
    if not steps:
        return unbent.missing[0]
    limit = tries.of(thread, _limits(steps))
    if unbent.side * limit.side < 0:  # somewhere on the way there it is filled, or as near to it as the steps are fine
        return tries.of(thread, _search(thread, tries, steps)).missing[0]
    return min(limit.missing, unbent.missing)[0]


def distance(composed: Composition) -> int:
    """Lines over, or short beyond what is allowed."""
    last = composed[-1]
    return last.report.over_lines or max(0, last.report.short_lines - last.spare)


def _steps(thread: Thread, tries: Tries) -> Steps:
    """What the gives of a thread's slots can be set to that helps; nothing in one that is filled as it is."""
    side = tries.of(thread).side
    if not side:
        return {}
    owners = {give: place.slot for place in thread.places for give in place.slot.give}
    steps = {
        give: amounts(give, slot, tighter=side > 0) for give, slot in owners.items() if not give.kind.startswith("edge")
    }
    return {give: own for give, own in steps.items() if own}


def _limits(steps: Steps) -> list[Bent]:
    return [(give, own[-1]) for give, own in steps.items()]


def _mildest(thread: Thread, tries: Tries, steps: Steps) -> list[Bent]:
    """What is to be bent. Whether everything at its limit is enough is seen first: where it is not, each give stands
    at its limit, or where it does not bring the slot nearer, not at all."""
    side = tries.of(thread).side
    limits = _limits(steps)
    if tries.of(thread, limits).side == side:
        return _eased(thread, tries, {}, limits, len(limits))
    bents = _search(thread, tries, steps)
    filled = not tries.of(thread, bents).missing[0]
    return _eased(thread, tries, steps, bents, len(bents) - 1 if filled else len(bents))


def _search(thread: Thread, tries: Tries, steps: Steps) -> list[Bent]:
    """Give after give: to its limit while that is not enough, then the least of it that is."""
    side = tries.of(thread).side
    taken: list[Bent] = []
    for give, own in steps.items():
        more = _least(thread, tries, (give, own), taken)
        if more is None or tries.of(thread, [*taken, more]).missing > tries.of(thread, taken).missing:
            continue
        taken.append(more)
        if tries.of(thread, taken).side != side:
            break
    return taken


def _least(thread: Thread, tries: Tries, offered: tuple[Give, Sequence[float]], taken: Sequence[Bent]) -> Bent | None:
    """The least of one give that is enough, or its limit; a short slot stops a step before it would be over."""
    side = tries.of(thread).side
    give, steps = offered

    def at(number: int) -> Tried:
        return tries.of(thread, [*taken, (give, steps[number])])

    number = len(steps)
    if at(number - 1).side != side:  # its limit is tried first: most often nothing less will do
        number = bisect_left(range(number - 1), True, key=lambda n: at(n).side != side)
    if number == len(steps) or side < 0 < at(number).side:
        number -= 1
    return (give, steps[number]) if number >= 0 else None


def _eased(thread: Thread, tries: Tries, steps: Steps, bents: list[Bent], until: int) -> list[Bent]:
    """The gives taken back, those before place ``until``, as far as the slot stays as full as it is; one without
    ``steps`` wholly or not at all."""
    full = tries.of(thread, bents).missing
    for place in range(until - 1, -1, -1):
        give, limit = bents[place]
        own = steps.get(give, (limit,))
        milder = own[: own.index(limit)]
        before, after = bents[:place], bents[place + 1 :]
        if tries.of(thread, [*before, *after]).missing <= full:
            bents = [*before, *after]
            continue
        ways = [[*before, (give, amount), *after] for amount in milder]
        number = bisect_left(ways, True, key=lambda way: tries.of(thread, way).missing <= full)
        if number < len(ways):
            bents = ways[number]
    return bents
