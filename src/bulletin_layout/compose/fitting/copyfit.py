"""Copyfitting (凑版): applies the layout's gives in their order, no further than needed and no further than allowed."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from bulletin_layout.compose.fitting.advice import advised
from bulletin_layout.compose.fitting.bend import Bent, amounts
from bulletin_layout.compose.fitting.slots import Composition, finished
from bulletin_layout.compose.fitting.tries import Tried, Tries
from bulletin_layout.compose.frame.threads import Thread
from bulletin_layout.issue import Give

#: Give → its possible amounts, mildest first; gives in the order in which they may be used.
Steps = Mapping[Give, Sequence[float]]


def fit_thread(thread: Thread, tries: Tries) -> Composition:
    """Compose a thread in its slots with the mildest changes that fill them; gives of the first slot come first.

    A give is used only after all before it are exhausted, and no more of it than needed. Then the earlier ones are
    taken back as far as the slot stays as full. If all gives together are not enough, they are used as far as they
    help. Only gives of the layout (``slot.give``) are used, and the result is always the same. Tries only count lines;
    the chosen one is composed once.
    """
    steps = _steps(thread, tries)
    bents = _mildest(thread, tries, steps) if steps else []
    composed = finished(tries.of(thread, bents), bents)
    return advised(
        composed, thread, min((_limits(steps), bents), key=lambda each: tries.of(thread, each).missing), tries
    )


def least_left(thread: Thread, tries: Tries) -> int:
    """Lines that remain over, or short beyond what is allowed, with the best use of all gives; 0: it can be filled."""
    unbent, steps = tries.of(thread), _steps(thread, tries)
    if not steps:
        return unbent.missing[0]
    limit = tries.of(thread, _limits(steps))
    if unbent.side * limit.side < 0:  # over without gives, short with all: the right amount is in between
        return tries.of(thread, _search(thread, tries, steps)).missing[0]
    return min(limit.missing, unbent.missing)[0]


def distance(composed: Composition) -> int:
    """Lines over, or short beyond what is allowed, of a composed thread."""
    last = composed[-1]
    return last.report.over_lines or max(0, last.report.short_lines - last.spare)


def _steps(thread: Thread, tries: Tries) -> Steps:
    """The gives of a thread's slots with the amounts that help; empty if it is filled as it is. Edges are not among
    them: they are moved for a whole page (``edges``)."""
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
    """The gives to apply. First everything is tried at its limit: if that is not enough, each give that helps is
    applied at its limit, without a search."""
    side = tries.of(thread).side
    limits = _limits(steps)
    if tries.of(thread, limits).side == side:
        return _eased(thread, tries, {}, limits, len(limits))
    bents = _search(thread, tries, steps)
    # When the slot is filled, the last give has just the amount needed already.
    filled = not tries.of(thread, bents).missing[0]
    return _eased(thread, tries, steps, bents, len(bents) - 1 if filled else len(bents))


def _search(thread: Thread, tries: Tries, steps: Steps) -> list[Bent]:
    """Apply the gives one after another: each at its limit as long as that is not enough, the last one only as far as
    needed."""
    side = tries.of(thread).side
    taken: list[Bent] = []
    for give, own in steps.items():
        more = _least(thread, tries, (give, own), taken)
        # A give that leaves more missing than before works against the others.
        if more is None or tries.of(thread, [*taken, more]).missing > tries.of(thread, taken).missing:
            continue
        taken.append(more)
        if tries.of(thread, taken).side != side:
            break
    return taken


def _least(thread: Thread, tries: Tries, offered: tuple[Give, Sequence[float]], taken: Sequence[Bent]) -> Bent | None:
    """The least amount of one give that is enough, or its limit. For a short slot it is one step less if it would be
    over otherwise: a line of air is better than a line over."""
    side = tries.of(thread).side
    give, steps = offered

    def at(number: int) -> Tried:
        return tries.of(thread, [*taken, (give, steps[number])])

    number = len(steps)
    if at(number - 1).side != side:  # only if the limit is enough can less be enough; often it is not
        number = bisect_left(range(number - 1), True, key=lambda n: at(n).side != side)
    if number == len(steps) or side < 0 < at(number).side:
        number -= 1
    return (give, steps[number]) if number >= 0 else None


def _eased(thread: Thread, tries: Tries, steps: Steps, bents: list[Bent], until: int) -> list[Bent]:
    """The gives before index ``until`` taken back, last ones first, as far as the slot stays as full as it is; a give
    that is not in ``steps`` completely or not at all."""
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
