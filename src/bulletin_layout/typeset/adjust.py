"""Fits a line to its measure step by step (行内调整, CLREQ 6.2.2.3/.4), and says what that costs.

Each step is exhausted before the next one begins; all its members give way at once and equally.

Shrink: 2 word spaces to ¼ em; 4 the blanks of all marks to half, so that every mark stands ¾ em wide; 5 Han–Latin gaps
to ⅛ em; 6 the blanks of brackets and ，、；： to nothing; 7 those of 。？！. (Step 1, the mark at the line's end, is in
``Galley.ends``.)

Stretch: 10 all gaps together by 0.05 em, which does not show; 11 word spaces to ½ em; 12 Han–Latin gaps to the house's
limit; 13 all other gaps equally. Where these would open by more than 0.08 em, the blanks of marks share what is over
0.05 em (14); where the gaps would still be visible, Han–Latin gaps open further to ½ em (15), then word spaces take the
rest (16). The ledger reports 14 to 16 as 13. A line that these steps do not fill keeps its natural width.

This deviates from CLREQ on purpose. CLREQ shrinks brackets before points, points before gaps, and has no step 10. Read
to the letter, that puts commas of ½ em beside commas of 1 em, and a gap of ⅓ em beside one of ¼, in neighbouring lines.
``bench/yardstick.py`` counts such pairs; the prices below were found with it.
"""

from collections.abc import Callable
from math import inf
from typing import Final

from bulletin_layout.typeset.galley import Galley
from bulletin_layout.typeset.pairs import (
    FULL_STOP,
    GAP,
    MARK,
    MARK_ON,
    STRETCH_ALL,
    STRETCH_BLANKS,
    STRETCH_FIRST,
    STRETCH_GAP,
    STRETCH_GAP_ON,
    STRETCH_OPEN,
    STRETCH_SPACE,
    UNSEEN,
    WORD_SPACE,
)

#: Widths closer than this are the same, in points.
EPSILON: Final = 1e-6
#: A line that no step can make narrow enough.
OVERFULL: Final = -1
#: When ordinary gaps would open by more than this, em, the blanks of marks share what is over 0.05 em (step 14).
BLANKS_FROM: Final = 0.08
#: How much a blank opens for each em that an ordinary gap opens; also a word space in step 16.
BLANKS_TAKE: Final = 2.5
#: Gaps that open by more than 0.12 em are visible (the yardstick's limit; CLREQ has none); slightly less, for rounding.
VISIBLE: Final = 0.1199
#: The most that ordinary gaps open, em. A line that needs more stays ragged: seven characters are not spread over nine.
WIDEST: Final = 0.3

#: Cost of a step of stretching: as soon as it is used, and what is added (with the square of the part used) until it is
#: exhausted. Costs have no unit; only their order and their ratios matter.
_COST: Final = {STRETCH_FIRST: (0.3, 2.2), STRETCH_SPACE: (2.5, 0.5), STRETCH_GAP: (3.0, 2.0)}
#: The same of a step of shrinking, and how far it squeezes marks: when it begins, and what is added.
_SHRUNK: Final = {
    0: (0.0, 0.0, 0.0, 0.0),
    WORD_SPACE: (0.0, 0.1, 0.0, 0.0),
    MARK: (0.1, 2.5, 0.0, 0.5),
    GAP: (2.6, 2.0, 0.5, 0.0),
    MARK_ON: (16.0, 7.0, 0.5, 0.5),
    FULL_STOP: (24.0, 10.0, 1.0, 0.0),
}
#: Cost of ordinary gaps beyond 0.05 em: constant, linear and quadratic term. The second tuple is added beyond 0.12 em,
#: where gaps become visible: one visibly loose line costs more than thirty that are not.
_OPENED: Final = (20.0, 200.0, 4000.0)
_SHOWN: Final = (1600.0, 1400.0, 17000.0)
#: Cost of opening Han–Latin gaps to ½ em (step 15).
_GAP_ON: Final = 20.0
#: Cost of a line that stays ragged, of each em that it lacks, and of a line with only one character.
_RAGGED_LINE: Final = 300.0
_LACKING: Final = 300.0
_ALONE: Final = 5000.0
#: For styles that are not justified: cost of an empty line (a partly empty one costs its share, squared), cost of a
#: compressed line, and the empty share that is allowed, as a multiple of the search's tolerance.
_RAGGED: Final = 100.0
_RAGGED_SHRINK: Final = 200.0
RAGGED_TOLERANCE: Final = 4.0


#: How a line is made to fit: the deepest step of adjustment, how much of it, what that costs, and how far the marks
#: inside the line are squeezed then: 0 (1 em wide) to 1 (½ em), −1 if there is none that can be.
#:
#: Step 0: nothing is needed. For steps 2 to 12 and 15 the part is the used share of the step's capacity, 0 to 1. For
#: steps 13, 14 and 16 it is what each ordinary gap opens, em; infinite when the line has no gap. OVERFULL: no shrinking
#: is enough, and the part is the points that are too many. A negative cost: the line cannot be made to fit.
Fit = tuple[int, float, float, float]
#: The fit of boxes a…b to a measure that is so many points wider (negative: narrower) than they are.
Fitting = Callable[[int, int, float], Fit]
UNFIT: Final[Fit] = (OVERFULL, 0.0, -1.0, -1.0)


def justified(galley: Galley, tolerance: float = inf) -> Fitting:
    """How justified lines of a galley are made to fit.

    The cost depends on the deepest step first, then on the amount, and grows faster the wider gaps open. A line does
    not fit if ordinary gaps would open by more than ``tolerance`` em.
    """
    # The search asks several times a line, so all that is looked at is bound here, once for a galley.
    unseen, capped, shrink, shrinks = galley.unseen, galley.capped, galley.shrink, galley.shrinks
    marks = galley.by_step.get(MARK) or [0.0] * len(shrink)
    first_cost, first_span = _COST[STRETCH_FIRST]

    def fit(a: int, b: int, slack: float) -> Fit:
        # Capacities are differences of running sums; joint b, after the line's last box, is not among them.
        first, end = capped[a], capped[b]
        squeezed = 0.0 if marks[end] - marks[first] > EPSILON else -1.0
        if slack > EPSILON:
            room = unseen[b] - unseen[a]
            if slack > room + EPSILON:
                return *_stretched(galley, a, b, slack, slack - room, tolerance), squeezed
            part = slack / room if room else 0.0
            return STRETCH_FIRST, part, first_cost + first_span * part * part, squeezed
        need = -slack
        if need <= EPSILON:
            return 0, 0.0, 0.0, squeezed
        deep, part, needed = 0, 0.0, need
        for step, sums in shrinks:
            room = sums[end] - sums[first]
            if room > EPSILON:
                deep, part = step, need / room
                need -= room
                if need <= EPSILON:
                    break
        else:
            total = shrink[end] - shrink[first]
            if needed > total + EPSILON:
                return OVERFULL, needed - total, -1.0, squeezed
        base, span, begins, more = _SHRUNK[deep]
        part = min(part, 1.0)
        return deep, part, base + span * part * part, begins + more * part if squeezed >= 0 else squeezed

    return fit


def _stretched(galley: Galley, a: int, b: int, slack: float, rest: float, tolerance: float) -> tuple[int, float, float]:
    """Step, part and cost of a line that step 10 does not fill. ``rest``: what it leaves of ``slack``, points."""
    for step in (STRETCH_SPACE, STRETCH_GAP):
        sums = galley.by_step.get(step)
        if sums is not None:
            room = sums[galley.capped[b]] - sums[galley.capped[a]]
            if rest <= room + EPSILON:
                part, (base, span) = rest / room if room else 0.0, _COST[step]
                return step, part, base + span * part * part
            rest -= room
    step, part = _all_opened(galley, a, b, rest, tolerance)
    return step, part, _opened(galley, a, b, slack, tolerance, step, part)


def _all_opened(galley: Galley, a: int, b: int, slack: float, most: float) -> tuple[int, float]:
    """The step from 13 on that a line needs, and how much of it; any of them if gaps open by more than ``most`` em.
    ``slack``: what steps 10 to 12 leave, points."""
    # From here on gaps are counted from 0, not from the 0.05 em of step 10, so that ``part`` is a gap's whole opening.
    weight = galley.even[b] - galley.even[a]
    slack += UNSEEN * weight
    if slack <= weight * BLANKS_FROM or most < BLANKS_FROM:
        return STRETCH_ALL, slack / weight if weight else inf
    first, end, sums_of = galley.capped[a], galley.capped[b], galley.by_step.get
    sums = sums_of(STRETCH_BLANKS)
    if sums is not None:
        blanks = BLANKS_TAKE * (sums[end] - sums[first])
        slack += UNSEEN * blanks
        weight += blanks
    if slack <= weight * VISIBLE:
        return STRETCH_BLANKS, slack / weight
    sums = sums_of(STRETCH_GAP_ON)
    if sums is not None:
        room = sums[end] - sums[first]
        slack -= room
        if slack <= weight * VISIBLE:
            return STRETCH_GAP_ON, 1.0 + (slack - weight * VISIBLE) / room
    sums = sums_of(STRETCH_OPEN)
    if sums is not None:
        spaces = BLANKS_TAKE * (sums[end] - sums[first])
        slack += VISIBLE * spaces
        weight += spaces
    return STRETCH_OPEN, slack / weight if weight else inf


def _opened(galley: Galley, a: int, b: int, slack: float, tolerance: float, step: int, part: float) -> float:
    """The cost of a line whose ordinary gaps open by more than 0.05 em; negative: by more than ``tolerance``."""
    if step == STRETCH_GAP_ON:
        return _opening(VISIBLE) + _GAP_ON * part * part if tolerance >= VISIBLE else -1.0
    if part > tolerance:
        return -1.0
    if part <= WIDEST:
        return _opening(part)
    alone = _ALONE if is_alone(galley, a, b) else 0.0
    return alone + _opening(WIDEST) + _RAGGED_LINE + _LACKING * slack / galley.style.size


def ragged(galley: Galley, tolerance: float) -> Fitting:
    """The same of lines that keep their natural width: an empty rest costs, compressing costs more."""
    fit, ends, at = justified(galley, tolerance), galley.ends, galley.at

    def ragged_fit(a: int, b: int, slack: float) -> Fit:
        if slack < -EPSILON:
            step, part, cost, squeezed = fit(a, b, slack)
            return (step, part, _RAGGED_SHRINK, squeezed) if cost >= 0 else UNFIT
        part = slack / (slack + ends[b] - at[a] + EPSILON)
        if part > tolerance * RAGGED_TOLERANCE:
            return UNFIT
        cost = _RAGGED * part * part + (_ALONE if is_alone(galley, a, b) else 0.0)
        return 0, 0.0, cost, at_rest(galley, a, b)

    return ragged_fit


def at_rest(galley: Galley, a: int, b: int) -> float:
    """How far marks are squeezed in a line that does not shrink: 0, or −1 if it has none."""
    sums = galley.by_step.get(MARK)
    return 0.0 if sums is not None and sums[galley.capped[b]] - sums[galley.capped[a]] > EPSILON else -1.0


def is_alone(galley: Galley, a: int, b: int) -> bool:
    """Whether a line has only one character, not counting marks (孤字)."""
    return sum(galley.boxes.letters[a : b + 1]) <= 1


def _opening(gap: float) -> float:
    """The cost of a line whose ordinary gaps open by ``gap`` em (steps 13 to 16)."""
    first, line, square = _OPENED
    over = gap - UNSEEN
    cost = first + over * (line + square * over)
    if gap > VISIBLE:
        first, line, square = _SHOWN
        over = gap - VISIBLE
        cost += first + over * (line + square * over)
    return cost


def least_beyond(tolerance: float) -> float:
    """The least cost of any line that a search with this tolerance does not consider."""
    return _OPENED[0] if tolerance < VISIBLE else _SHOWN[0]


def stretch_room(galley: Galley, tolerance: float) -> Callable[[int, int], float]:
    """The points that boxes a…b take up when ordinary gaps open by ``tolerance`` em (0.05 to VISIBLE)."""
    unseen, even, capped, share = galley.unseen, galley.even, galley.capped, tolerance - UNSEEN
    blanks = BLANKS_TAKE * share if tolerance > BLANKS_FROM else 0.0
    on = 1.0 if tolerance >= VISIBLE else 0.0
    shares = ((STRETCH_SPACE, 1.0), (STRETCH_GAP, 1.0), (STRETCH_BLANKS, blanks), (STRETCH_GAP_ON, on))
    more = [(part, galley.by_step[step]) for step, part in shares if part and step in galley.by_step]

    def room(a: int, b: int) -> float:
        found = unseen[b] - unseen[a] + share * (even[b] - even[a])
        for part, sums in more:
            found += part * (sums[capped[b]] - sums[capped[a]])
        return found

    return room
