"""The blank between two neighbouring characters (标点挤压), and the steps in which it may shrink.

A full-width mark is a body of ½ em with a blank of ½ em on one side. Where two marks meet, one blank is dropped
(GB/T 15834—2011 5.1.10, CLREQ 6.3.2: two marks take 1.5 em, in some styles 1 em). All quantities are em.
"""

from collections.abc import Mapping
from typing import Final

from bulletin_layout.issue.style import Marks
from bulletin_layout.typeset.classes import (
    CLOSE,
    COMMA,
    CONN,
    DOT,
    IDEOGRAPHIC_SPACE,
    MULTI,
    NEWLINE,
    OPEN,
    SLASH,
    STOP,
)
from bulletin_layout.values import NamedTuple

#: Steps of adjustment (CLREQ 6.2.2.3/.4; ``adjust`` says what each does): shrink, in their order …
WORD_SPACE: Final = 2
MARK: Final = 4
GAP: Final = 5
MARK_ON: Final = 6
FULL_STOP: Final = 7
SHRINK_STEPS: Final = (WORD_SPACE, MARK, GAP, MARK_ON, FULL_STOP)
#: … and stretch. The ledger reports 13 for all of 13 to 16.
STRETCH_FIRST: Final = 10
STRETCH_SPACE: Final = 11
STRETCH_GAP: Final = 12
STRETCH_ALL: Final = 13
STRETCH_BLANKS: Final = 14
STRETCH_GAP_ON: Final = 15
STRETCH_OPEN: Final = 16
#: How far step 10 opens every gap, em: little enough that it is not seen.
UNSEEN: Final = 0.05

#: What a joint gives in each step, points, by the number of the step; at 0: in all steps of shrinking together. Empty:
#: it gives nothing.
Caps = tuple[float, ...]
_STEPS: Final = range(1, STRETCH_OPEN + 1)


def caps_of(given: Mapping[int, float]) -> Caps:
    """The capacities of a joint by step; those that are not above 0 count as 0."""
    positive = {step: given[step] for step in given if given[step] > 0}
    shrink = sum((positive[step] for step in SHRINK_STEPS if step in positive), 0.0)
    return (shrink, *(positive.get(step, 0.0) for step in _STEPS)) if positive else ()


def limited(caps: Caps, most: float) -> Caps:
    """The same capacities, with those of shrinking reduced to ``most`` points together, the last ones first."""
    kept: list[float] = []
    for capacity in caps[1:STRETCH_FIRST]:
        kept.append(min(capacity, most))
        most -= kept[-1]
    return (sum(kept), *kept, *caps[STRETCH_FIRST:])


class Joint(NamedTuple):
    """What is between two boxes: the blank of the left and of the right one, em; the steps that may take it away, an
    equal part each; whether it takes part when all gaps are stretched (step 13); and whether it is a blank that is
    stretched only in lines that would be visibly loose (step 14).
    """

    left: float
    right: float
    steps: tuple[int, ...]
    stretches: bool
    blank: bool


_RIGHT_BLANK: Final = frozenset((STOP, COMMA, CLOSE))
#: Never stretched: after an opening mark, before a closing one or a point, at a connector or a slash (CLREQ 6.2.2.4,
#: JIS X 4051).
_CLOSED_AFTER: Final = frozenset((OPEN, CONN, SLASH, NEWLINE))
_CLOSED_BEFORE: Final = frozenset((CLOSE, STOP, COMMA, MULTI, CONN, SLASH, NEWLINE))
#: Kinds before which a mark loses its right blank, and after which an opening mark loses its left one.
_TIGHT_AFTER_BLANK: Final = frozenset((CLOSE, STOP, COMMA, MULTI, DOT, IDEOGRAPHIC_SPACE, NEWLINE))
_TIGHT_BEFORE_OPEN: Final = frozenset((OPEN, DOT, IDEOGRAPHIC_SPACE, NEWLINE))


def joint(left: int, right: int, marks: Marks, adjacent: float) -> Joint:
    """The joint between boxes of two kinds.

    ``marks``: style of marks (全角, 开明, 半角 …); ``adjacent``: width of two neighbouring marks, 1.5 or 1 em.
    """
    after, before = _blanks(left, right, marks)
    if marks != "line-end-half":
        if right in _TIGHT_AFTER_BLANK:
            after = 0.0
        if left in _TIGHT_BEFORE_OPEN:
            before = 0.0
        if after and before:
            after = before = 0.25 if adjacent > 1 else 0.0
        elif adjacent <= 1 and right == OPEN and left in _RIGHT_BLANK:
            after = before = 0.0
    blank = after + before > 0
    steps: tuple[int, ...] = ()
    if blank and marks != "line-end-half" and not (marks == "kaiming" and left == STOP):  # 开明 keeps its stops whole
        steps = (MARK, FULL_STOP if after and left == STOP else MARK_ON)
    pliant = left not in _CLOSED_AFTER and right not in _CLOSED_BEFORE
    return Joint(after, before, steps, pliant and not blank, pliant and blank)


def _blanks(left: int, right: int, marks: Marks) -> tuple[float, float]:
    """The right blank of the left mark and the left blank of the right one, before one of them is dropped."""
    if marks in ("half", "as-is"):
        return 0.0, 0.0
    if marks == "kaiming":
        return (0.5 if left == STOP else 0.0), 0.0
    return (0.5 if left in _RIGHT_BLANK else 0.0), (0.5 if right == OPEN else 0.0)
