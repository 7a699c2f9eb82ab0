"""DOC"""

from math import inf
from typing import Final

from bulletin_layout.typeset.galley import Galley
from bulletin_layout.typeset.pairs import (
    FULL_STOP,
    GAP,
    MARK,
    MARK_ON,
    SHRINK_STEPS,
    STRETCH_ALL,
    STRETCH_BLANKS,
    STRETCH_FIRST,
    STRETCH_GAP,
    STRETCH_GAP_ON,
    STRETCH_SPACE,
    UNSEEN,
    WORD_SPACE,
)

#: Widths closer than this are the same, in points.
EPSILON: Final = 1e-6
#: A line that no step can make narrow enough.
OVERFULL: Final = -1
#: Ordinary gaps open by so much em; beyond it Han–Latin gaps and word spaces open on with them.
LAST_RESORT: Final = 0.5
#: Gaps wider than 0.12 em show (CLREQ has no limit; the yardstick's is this); a hair less, for rounding.
VISIBLE: Final = 0.1199
OPENS = 0.1199

_BASE = {0: 0.0, WORD_SPACE: 0.5, MARK: 1.0, MARK_ON: 8.0, GAP: 16.0, FULL_STOP: 20.0, STRETCH_FIRST: 0.5,
                STRETCH_SPACE: 6, STRETCH_GAP: 6.5}  # fmt: skip
_SPAN = {0: 0.0, WORD_SPACE: 0.5, MARK: 5.0, MARK_ON: 8.0, GAP: 4.0, FULL_STOP: 8.0, STRETCH_FIRST: 5.0,
                STRETCH_SPACE: .5, STRETCH_GAP: 3.0}  # fmt: skip
OPEN_BASE, OPEN_K = 10.0, 12.0 / .0025
_OPENED = 20.0
V0, V1, V2 = 250.0, 1000.0, 20000.0
_RESORT = 1500.0
ALONE = 5000.0
#: A ragged line left wholly empty; one that is compressed; how much emptier it may be than gaps may open.
_RAGGED: Final = 100.0
_RAGGED_SHRINK: Final = 200.0
_RAGGED_TOLERANCE: Final = 4.0


def deepest(galley: Galley, a: int, b: int, slack: float) -> tuple[int, float]:
    """The deepest step that a line of boxes a…b needs to take up ``slack`` points (negative: to give them up).

    With it the part of that step's capacity that is used, 0 to 1; for steps 13 and 15 the em each gap gets, infinite
    when there is none. OVERFULL with the points that are too many.
    """
    if slack > EPSILON:
        return _deepest_stretch(galley, a, b, slack)
    need = -slack
    if need <= EPSILON:
        return 0, 0.0
    total = galley.shrink[b] - galley.shrink[a]
    if need > total + EPSILON:
        return OVERFULL, need - total
    deep, part = 0, 0.0
    for step in SHRINK_STEPS:
        sums = galley.by_step.get(step)
        room = sums[b] - sums[a] if sums is not None else 0.0
        if room > EPSILON:
            deep, part = step, min(need / room, 1.0)
            need -= room
            if need <= EPSILON:
                break
    return deep, part


def _deepest_stretch(galley: Galley, a: int, b: int, slack: float) -> tuple[int, float]:
    room = galley.unseen[b] - galley.unseen[a]
    if slack <= room + EPSILON:
        return STRETCH_FIRST, slack / room
    slack -= room
    by_step = galley.by_step
    for step in (STRETCH_SPACE, STRETCH_GAP):
        sums = by_step.get(step)
        if sums is not None:
            room = sums[b] - sums[a]
            if slack <= room + EPSILON:
                return step, slack / room
            slack -= room
    weight = galley.even[b] - galley.even[a]
    slack += UNSEEN * weight
    if slack <= weight * OPENS:
        return STRETCH_ALL, slack / weight
    sums = by_step.get(STRETCH_GAP_ON)
    if sums is not None:
        room = sums[b] - sums[a]
        if slack - weight * OPENS <= room:
            return STRETCH_GAP_ON, (slack - weight * OPENS) / room
        slack -= room
    blanks = by_step.get(STRETCH_BLANKS)
    if blanks is not None:
        more = blanks[b] - blanks[a]
        slack += BLANKS_LAG * more
        weight += more
    return STRETCH_BLANKS, slack / weight if weight else inf


BLANKS_LAG = 0.0


def stretches(galley: Galley, tolerance: float) -> list[float]:
    """Running sums of the points that joints take up when ordinary gaps and blanks open by ``tolerance`` em."""
    room = [tolerance * value for value in galley.even]
    opening = 1.0 if tolerance >= OPENS else 0.0
    shares = ((STRETCH_FIRST, 1.0), (STRETCH_SPACE, 1.0), (STRETCH_GAP, 1.0), (STRETCH_GAP_ON, opening), (STRETCH_BLANKS, tolerance * opening))
    for step, share in shares:
        if share and step in galley.by_step:
            room = [known + share * value for known, value in zip(room, galley.by_step[step], strict=True)]
    return room


def last_resort(galley: Galley, a: int, b: int, slack: float) -> tuple[float, float]:
    """What ordinary gaps and blanks get, and what every joint gets beyond its step, where step 15 goes too far; em."""
    for step in (STRETCH_FIRST, STRETCH_SPACE, STRETCH_GAP, STRETCH_GAP_ON):
        sums = galley.by_step.get(step)
        if sums is not None:
            slack -= sums[b] - sums[a]
    weight = galley.even[b] - galley.even[a]
    blanks = galley.by_step.get(STRETCH_BLANKS)
    if blanks is not None:
        weight += blanks[b] - blanks[a]
    everywhere = galley.open[b] - galley.open[a]
    if not everywhere:
        return 0.0, 0.0
    more = max(slack - LAST_RESORT * weight, 0.0) / everywhere
    return LAST_RESORT, more


def price(galley: Galley, a: int, b: int, slack: float, tolerance: float) -> float:
    step, part = deepest(galley, a, b, slack)
    if step < STRETCH_ALL:
        return _BASE[step] + _SPAN[step] * part * part if step >= 0 else -1.0
    if step == STRETCH_GAP_ON:
        return opening(OPENS) + _OPENED * part * part if tolerance >= OPENS else -1.0
    if part > tolerance:
        return -1.0
    if part <= LAST_RESORT:
        return opening(part) + (_OPENED if step == STRETCH_BLANKS else 0.0)
    cost = 0.0 if galley.letters[b + 1] - galley.letters[a] > 1 else ALONE
    everywhere = galley.open[b] - galley.open[a]
    open_by = slack / everywhere if everywhere else slack / (2 * galley.style.size)
    if part == inf and everywhere:  # Western words alone
        return cost + opening(VISIBLE + max(open_by - 0.25, 0.0) * WORDS)
    return cost + opening(LAST_RESORT) + _RESORT * (1 + min(open_by, 10.0))


def opening(gap: float) -> float:
    """What a line costs whose ordinary gaps open by ``gap`` em, more than 0.05."""
    over = gap - UNSEEN
    cost = OPEN_BASE + OPEN_K * over * over + OPEN_1 * over
    if gap > VISIBLE:
        over = gap - VISIBLE
        cost += V0 + V1 * over + V2 * over * over
    return cost


OPEN_1 = 0.0
WORDS = 1 / 3


def least_beyond(tolerance: float) -> float:
    """What a line costs at least whose ordinary gaps open by more than ``tolerance`` em."""
    return opening(tolerance)


def ragged(galley: Galley, a: int, b: int, slack: float, tolerance: float) -> float:
    """The same for lines that keep their natural width: emptiness costs, and compressing at all costs more."""
    if slack < -EPSILON:
        return _RAGGED_SHRINK if galley.shrink[b] - galley.shrink[a] >= -slack - EPSILON else -1.0
    part = slack / (slack + galley.ends[b] - galley.at[a] + EPSILON)
    return -1.0 if part > tolerance * _RAGGED_TOLERANCE else _RAGGED * part * part
