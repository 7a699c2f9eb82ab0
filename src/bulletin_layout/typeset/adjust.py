"""How a line is made to fit its measure (行内调整), in the strict order of CLREQ 6.2.2.3/.4, and what that costs.

Each step is exhausted, all its members giving way at once and equally, before the next one is touched:
shrink 2 word spaces, 4 brackets and quotes, 5 ，、；：, 6 Han–Latin gaps, 7 。？！; stretch 11 word spaces to ½ em,
12 Han–Latin gaps to the house's limit, 13 all other gaps equally, but not the blanks of marks; in a line whose gaps
would then show, Han–Latin gaps open on to ½ em (14 here), at last blanks open too (15; in the ledger all are 13).
(Step 1, the mark at the line's end, is in ``Galley.ends``.)
"""

from math import inf
from typing import Final

from bulletin_layout.typeset.galley import Galley
from bulletin_layout.typeset.pairs import (
    BRACKET,
    FULL_STOP,
    GAP,
    POINT,
    SHRINK_STEPS,
    STRETCH_ALL,
    STRETCH_BLANKS,
    STRETCH_GAP,
    STRETCH_GAP_ON,
    STRETCH_SPACE,
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

_BASE: Final = {0: 0.0, WORD_SPACE: 0.5, BRACKET: 1.0, POINT: 3.0, GAP: 6.0, FULL_STOP: 10.0, STRETCH_SPACE: 0.5,
                STRETCH_GAP: 3.0, STRETCH_ALL: 6.0}  # fmt: skip
_SPAN: Final = {0: 0.0, WORD_SPACE: 0.5, BRACKET: 2.0, POINT: 3.0, GAP: 4.0, FULL_STOP: 8.0, STRETCH_SPACE: 2.5,
                STRETCH_GAP: 3.0}  # fmt: skip
_WIDE_GAP: Final = 0.05  # em: where an ordinary gap costs _AT_WIDE_GAP more than none; grows with the square
_AT_WIDE_GAP: Final = 12.0
_OPENING: Final = 75.0  # step 14, when ordinary gaps are as wide as may be
_OPENED: Final = 75.0
_VISIBLE: Final = 600.0
_PER_EM: Final = 3000.0
_RESORT: Final = 1500.0
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
    for step in (STRETCH_SPACE, STRETCH_GAP):
        sums = galley.by_step.get(step)
        if sums is not None:
            room = sums[b] - sums[a]
            if slack <= room + EPSILON:
                return step, slack / room
            slack -= room
    weight = galley.even[b] - galley.even[a]
    if slack <= weight * VISIBLE:
        return STRETCH_ALL, slack / weight
    sums = galley.by_step.get(STRETCH_GAP_ON)
    if sums is not None:
        room = sums[b] - sums[a]
        if slack - weight * VISIBLE <= room:
            return STRETCH_GAP_ON, (slack - weight * VISIBLE) / room
        slack -= room
    blanks = galley.by_step.get(STRETCH_BLANKS)
    if blanks is not None:
        weight += blanks[b] - blanks[a]
    return STRETCH_BLANKS, slack / weight if weight else inf


def stretches(galley: Galley, tolerance: float) -> list[float]:
    """Running sums of the points that joints take up when ordinary gaps and blanks open by ``tolerance`` em."""
    room = [tolerance * value for value in galley.even]
    opening = 1.0 if tolerance >= VISIBLE else 0.0
    shares = ((STRETCH_SPACE, 1.0), (STRETCH_GAP, 1.0), (STRETCH_GAP_ON, opening), (STRETCH_BLANKS, tolerance))
    for step, share in shares:
        if share and step in galley.by_step:
            room = [known + share * value for known, value in zip(room, galley.by_step[step], strict=True)]
    return room


def last_resort(galley: Galley, a: int, b: int, slack: float) -> tuple[float, float]:
    """What ordinary gaps and blanks get, and what every joint gets beyond its step, where step 15 goes too far; em."""
    for step in (STRETCH_SPACE, STRETCH_GAP, STRETCH_GAP_ON):
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
    """What it costs to fit a line: deepest step first, then amount.

    Negative: it cannot be made to fit, or ordinary gaps would open by more than ``tolerance`` em.
    """
    step, part = deepest(galley, a, b, slack)
    if step < STRETCH_ALL:
        return _BASE[step] + _SPAN[step] * part * part if step >= 0 else -1.0
    if step == STRETCH_GAP_ON:
        return _OPENING + _OPENED * part * part if tolerance >= VISIBLE else -1.0
    if part > tolerance:
        return -1.0
    if part <= VISIBLE:
        return _BASE[STRETCH_ALL] + _AT_WIDE_GAP * (part / _WIDE_GAP) ** 2
    cost = _VISIBLE + _PER_EM * (min(part, LAST_RESORT) - VISIBLE)
    if part > LAST_RESORT:
        everywhere = galley.open[b] - galley.open[a]
        open_by = slack / everywhere if everywhere else slack / (2 * galley.style.size)
        cost += _RESORT * (1 + min(open_by, 10.0))
    return cost


def least_beyond(tolerance: float) -> float:
    """What a line costs at least whose ordinary gaps open by more than ``tolerance`` em."""
    return _BASE[STRETCH_ALL] + _AT_WIDE_GAP * (tolerance / _WIDE_GAP) ** 2 if tolerance < VISIBLE else _VISIBLE


def ragged(galley: Galley, a: int, b: int, slack: float, tolerance: float) -> float:
    """The same for lines that keep their natural width: emptiness costs, and compressing at all costs more."""
    if slack < -EPSILON:
        return _RAGGED_SHRINK if galley.shrink[b] - galley.shrink[a] >= -slack - EPSILON else -1.0
    part = slack / (slack + galley.ends[b] - galley.at[a] + EPSILON)
    return -1.0 if part > tolerance * _RAGGED_TOLERANCE else _RAGGED * part * part
