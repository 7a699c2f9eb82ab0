"""How a line is made to fit its measure (行内调整), step by step (CLREQ 6.2.2.3/.4), and what that costs.

Each step is exhausted, all its members giving way at once and equally, before the next one is touched.

Shrink: 2 word spaces to ¼ em; 4 the blanks of all marks to half, so that every mark stands ¾ em wide; 5 Han–Latin gaps
to ⅛ em; 6 the blanks of brackets and ，、；： to nothing; 7 those of 。？！. (Step 1, the mark at the line's end, is in
``Galley.ends``.)

Stretch: 10 all gaps together by 0.05 em, which does not show; 11 word spaces to ½ em; 12 Han–Latin gaps to the house's
limit; 13 all other gaps equally. Where these would open by more than 0.08 em the blanks of marks take part from 0.05 em
on (14); where they would still show, Han–Latin gaps open on to ½ em (15), then word spaces with the rest (16); in the
ledger all are 13. A line that this does not fill keeps its natural width.

CLREQ has the brackets before the points and the points before the gaps, and no step 10; both put commas of ½ em beside
commas of 1 em, and a gap of ⅓ em beside one of ¼, in neighbouring lines. ``bench/yardstick.py`` counts them, and the
prices below were found with it.
"""

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
    STRETCH_OPEN,
    STRETCH_SPACE,
    UNSEEN,
    WORD_SPACE,
)

#: Widths closer than this are the same, in points.
EPSILON: Final = 1e-6
#: A line that no step can make narrow enough.
OVERFULL: Final = -1
#: Where ordinary gaps would open by more than this, em, the blanks of marks take part in what is over 0.05 em; how much
#: a blank takes for each em that a gap takes, and a word space in step 16.
BLANKS_FROM: Final = 0.08
BLANKS_TAKE: Final = 2.5
#: Gaps wider than 0.12 em show (CLREQ has no limit; the yardstick's is this); a hair less, for rounding.
VISIBLE: Final = 0.1199
#: Widest that ordinary gaps open, em; a line that needs more stays ragged: seven characters are not spread over nine.
WIDEST: Final = 0.3

#: What a step costs as soon as it is touched, and what more when it is exhausted.
_BASE: Final = {0: 0.0, WORD_SPACE: 0.0, MARK: 0.1, GAP: 2.6, MARK_ON: 16.0, FULL_STOP: 24.0,
                STRETCH_FIRST: 0.3, STRETCH_SPACE: 2.5, STRETCH_GAP: 3.0}  # fmt: skip
_SPAN: Final = {0: 0.0, WORD_SPACE: 0.1, MARK: 2.5, GAP: 2.0, MARK_ON: 7.0, FULL_STOP: 10.0,
                STRETCH_FIRST: 2.2, STRETCH_SPACE: 0.5, STRETCH_GAP: 2.0}  # fmt: skip
#: Ordinary gaps beyond 0.05 em: the price of the first bit, of each em, and of its square; the same beyond 0.12 em,
#: where they begin to show: one line that shows is dearer than thirty that do not.
_OPENED: Final = (20.0, 200.0, 4000.0)
_SHOWN: Final = (1600.0, 1400.0, 17000.0)
#: Han–Latin gaps opened to ½ em.
_GAP_ON: Final = 20.0
#: A line that stays ragged, and each em that it lacks; one that has but one character.
_RAGGED_LINE: Final = 300.0
_LACKING: Final = 300.0
_ALONE: Final = 5000.0
#: In a style that is not justified: a line left wholly empty; one that is compressed; how much emptier it may be than
#: gaps may open.
_RAGGED: Final = 100.0
_RAGGED_SHRINK: Final = 200.0
_RAGGED_TOLERANCE: Final = 4.0


def deepest(galley: Galley, a: int, b: int, slack: float) -> tuple[int, float]:
    """The deepest step that a line of boxes a…b needs to take up ``slack`` points (negative: to give them up).

    With it the part of that step's capacity that is used, 0 to 1; for steps 13, 14 and 16 the em each gap gets,
    infinite when there is none. OVERFULL with the points that are too many.
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
        return STRETCH_FIRST, slack / room if room else 0.0
    slack -= room
    sums_of = galley.by_step.get
    for step in (STRETCH_SPACE, STRETCH_GAP):
        sums = sums_of(step)
        if sums is not None:
            room = sums[b] - sums[a]
            if slack <= room + EPSILON:
                return step, slack / room if room else 0.0
            slack -= room
    weight = galley.even[b] - galley.even[a]
    slack += UNSEEN * weight
    if slack <= weight * BLANKS_FROM:
        return STRETCH_ALL, slack / weight
    sums = sums_of(STRETCH_BLANKS)
    if sums is not None:
        blanks = BLANKS_TAKE * (sums[b] - sums[a])
        slack += UNSEEN * blanks
        weight += blanks
    if slack <= weight * VISIBLE:
        return STRETCH_BLANKS, slack / weight
    sums = sums_of(STRETCH_GAP_ON)
    if sums is not None:
        room = sums[b] - sums[a]
        slack -= room
        if slack <= weight * VISIBLE:
            return STRETCH_GAP_ON, 1.0 + (slack - weight * VISIBLE) / room
    sums = sums_of(STRETCH_OPEN)
    if sums is not None:
        spaces = BLANKS_TAKE * (sums[b] - sums[a])
        slack += VISIBLE * spaces
        weight += spaces
    return STRETCH_OPEN, slack / weight if weight else inf


def stretches(galley: Galley, tolerance: float) -> list[float]:
    """Running sums of the points that joints take up when ordinary gaps open by ``tolerance`` em, 0.05 or more."""
    room = [early + (tolerance - UNSEEN) * size for early, size in zip(galley.unseen, galley.even, strict=True)]
    blanks = BLANKS_TAKE * (tolerance - UNSEEN) if tolerance > BLANKS_FROM else 0.0
    on = 1.0 if tolerance >= VISIBLE else 0.0
    shares = ((STRETCH_SPACE, 1.0), (STRETCH_GAP, 1.0), (STRETCH_BLANKS, blanks), (STRETCH_GAP_ON, on))
    for step, share in shares:
        if share and step in galley.by_step:
            room = [known + share * value for known, value in zip(room, galley.by_step[step], strict=True)]
    return room


def price(galley: Galley, a: int, b: int, slack: float, tolerance: float) -> float:
    """What it costs to fit a line: by its deepest step and by the amount, and ever faster the wider its gaps open.

    Negative: it cannot be made to fit, or ordinary gaps would open by more than ``tolerance`` em.
    """
    if slack > EPSILON:
        room = galley.unseen[b] - galley.unseen[a]
        if slack < room:
            part = slack / room
            return _BASE[STRETCH_FIRST] + _SPAN[STRETCH_FIRST] * part * part
        step, part = _deepest_stretch(galley, a, b, slack)
    else:
        step, part = deepest(galley, a, b, slack)
    if step < STRETCH_ALL:
        return _BASE[step] + _SPAN[step] * part * part if step >= 0 else -1.0
    if step == STRETCH_GAP_ON:
        return _opening(VISIBLE) + _GAP_ON * part * part if tolerance >= VISIBLE else -1.0
    if part > tolerance:
        return -1.0
    if part <= WIDEST:
        return _opening(part)
    alone = _ALONE if is_alone(galley, a, b) else 0.0
    return alone + _opening(WIDEST) + _RAGGED_LINE + _LACKING * slack / galley.style.size


def is_alone(galley: Galley, a: int, b: int) -> bool:
    """Whether a line has one character, marks not counted."""
    return galley.letters[b + 1] - galley.letters[a] <= 1


def _opening(gap: float) -> float:
    """What a line costs whose ordinary gaps open by ``gap`` em after step 12."""
    first, line, square = _OPENED
    over = gap - UNSEEN
    cost = first + over * (line + square * over)
    if gap > VISIBLE:
        first, line, square = _SHOWN
        over = gap - VISIBLE
        cost += first + over * (line + square * over)
    return cost


def least_beyond(tolerance: float) -> float:
    """What a line costs at least that a search with this tolerance leaves out."""
    return _OPENED[0] if tolerance < VISIBLE else _SHOWN[0]


#: How far marks are squeezed where a step begins, and by how much more where it is exhausted.
_SQUEEZE: Final = {OVERFULL: (1.0, 0.0), 0: (0.0, 0.0), WORD_SPACE: (0.0, 0.0), MARK: (0.0, 0.5), GAP: (0.5, 0.0),
                   MARK_ON: (0.5, 0.5), FULL_STOP: (1.0, 0.0)}  # fmt: skip


def squeeze(galley: Galley, a: int, b: int, slack: float) -> float:
    """How far the marks inside a line are squeezed, 0 (1 em) to 1 (½ em); −1: none of them can be."""
    sums = galley.by_step.get(MARK)
    if sums is None or sums[b] - sums[a] <= EPSILON:
        return -1.0
    if slack >= -EPSILON:
        return 0.0
    step, part = deepest(galley, a, b, slack)
    begins, more = _SQUEEZE[step]
    return begins + more * part


def ragged(galley: Galley, a: int, b: int, slack: float, tolerance: float) -> float:
    """The same for lines that keep their natural width: emptiness costs, and compressing at all costs more."""
    if slack < -EPSILON:
        return _RAGGED_SHRINK if galley.shrink[b] - galley.shrink[a] >= -slack - EPSILON else -1.0
    part = slack / (slack + galley.ends[b] - galley.at[a] + EPSILON)
    if part > tolerance * _RAGGED_TOLERANCE:
        return -1.0
    return _RAGGED * part * part + (_ALONE if is_alone(galley, a, b) else 0.0)
