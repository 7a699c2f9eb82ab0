"""The blank between two neighbours (标点挤压), and how far it may give way.

A full-width mark is a body of half an em with a blank of half an em on a known side. Where two marks meet, one
blank goes (GB 5.1.10, CLREQ 6.3.2: two marks take 1.5 em, in some styles 1). All quantities are em.
"""

from typing import Final, NamedTuple

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

#: Steps of adjustment (CLREQ 6.2.2.3/.4; ``adjust`` says what each does): shrink, in their order …
WORD_SPACE: Final = 2
MARK: Final = 4
GAP: Final = 5
MARK_ON: Final = 6
FULL_STOP: Final = 7
SHRINK_STEPS: Final = (WORD_SPACE, MARK, GAP, MARK_ON, FULL_STOP)
#: … and stretch. The ledger calls all from 13 on 13.
STRETCH_FIRST: Final = 10
STRETCH_SPACE: Final = 11
STRETCH_GAP: Final = 12
STRETCH_ALL: Final = 13
STRETCH_BLANKS: Final = 14
STRETCH_GAP_ON: Final = 15
STRETCH_OPEN: Final = 16
#: What step 10 opens every gap by, em.
UNSEEN: Final = 0.05


class Joint(NamedTuple):
    """Between two boxes: the blank of the left and of the right one, the steps that may take it away, an equal part
    each, and whether the joint takes part when all gaps are stretched; blanks do not, save in lines that would show it.
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
#: What needs no blank before it, having none at its left or being half an em in the middle of its box.
_TIGHT_AFTER_BLANK: Final = frozenset((CLOSE, STOP, COMMA, MULTI, DOT, IDEOGRAPHIC_SPACE, NEWLINE))
_TIGHT_BEFORE_OPEN: Final = frozenset((OPEN, DOT, IDEOGRAPHIC_SPACE, NEWLINE))


def joint(left: int, right: int, marks: Marks, adjacent: float) -> Joint:
    """The joint between boxes of two kinds, by style of marks (full, 开明, half …) and ``adjacent`` (1.5 or 1)."""
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
    """The blank at the right of the left mark and at the left of the right one, before they meet."""
    if marks in ("half", "as-is"):
        return 0.0, 0.0
    if marks == "kaiming":
        return (0.5 if left == STOP else 0.0), 0.0
    return (0.5 if left in _RIGHT_BLANK else 0.0), (0.5 if right == OPEN else 0.0)
