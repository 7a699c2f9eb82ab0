"""The galley (长条): a paragraph that is shaped once and can then be broken for any measure.

A galley is a row of boxes. A box is a Han character, the body of a mark, a word or a part of one. Between boxes i and
i+1 is joint i: its natural glue, the cost of a break there, and its capacity in some steps of adjustment. All of these
are kept as running sums too, so that the width or capacity of any candidate line is one subtraction. Only joints beside
marks, words and spaces have a capacity; sums of capacities count these joints alone.
"""

from collections.abc import Iterable, Sequence
from itertools import accumulate, compress
from operator import add

from bulletin_layout.issue.style import Style
from bulletin_layout.typeset.box import SetGlyph
from bulletin_layout.typeset.hyphens import Hyphenator
from bulletin_layout.typeset.interlinear import Beside
from bulletin_layout.typeset.lines import Doubt
from bulletin_layout.typeset.pairs import SHRINK_STEPS, Caps
from bulletin_layout.typeset.parts import TextPart
from bulletin_layout.values import dataclass


@dataclass(frozen=True, slots=True)
class Boxes:
    """The boxes of a paragraph as parallel lists, one entry a box. Joint i follows box i. Lengths are points."""

    kinds: Sequence[int]
    starts: list[int]  #: offset of each box in the text
    widths: list[float]  #: without the blanks of marks
    letters: Sequence[int]  #: characters of the box that prevent a 孤字: marks count 0
    glyphs: list[tuple[SetGlyph, ...]]  #: none for a forced line break, at least one for every other box
    glues: list[float]  #: natural glue of the joint, letterspace included
    breaks: list[float]  #: cost of a break after the box; negative: forbidden
    even: list[float]  #: weight of the joint when all gaps are stretched equally (step 13): its size; 0: takes no part
    unseen: list[float]  #: capacity of step 10
    open: list[float]  #: the same as ``even`` for 均排, which also opens blanks and Han–Latin gaps; 0 inside units
    caps: dict[int, Caps]  #: what the joints that have some capacity give in the steps but 13; in their order
    leads: dict[int, float]  #: blanks of opening marks that return at a line's start if they are not trimmed there


@dataclass(frozen=True, slots=True)
class Galley:
    """A prepared paragraph.

    ``natural``: its width on one line, points, with the blanks at both edges trimmed; that of its widest line if the
    text has typed line breaks. ``doubts``: characters that are not set as they were meant. ``levels``: embedding level
    of each character, empty unless some text runs from right to left (see ``bidi``).
    """

    text: str
    style: Style
    boxes: Boxes
    count: int  #: of the boxes
    doubts: tuple[Doubt, ...]
    natural: float
    forced: tuple[int, ...]  #: boxes that end a line: those of typed line breaks, and the last box
    at: list[float]  #: natural position of each box's left edge; the galley's end last
    rights: list[float]  #: natural position of each box's right edge
    ends: list[float]  #: the same for a box at the end of a line: with its hyphen, without a trailing U+3000
    unseen: list[float]  #: running sum of the capacity of step 10: [k] is the sum over joints before k
    even: list[float]  #: the same of the weights of step 13
    capped: list[int]  #: how many joints before k have a capacity in other steps: the index for the sums below
    shrink: list[float]  #: running sum of the shrink capacity of these joints
    by_step: dict[int, list[float]]  #: the same of the capacity (steps 14, 16: the weight) in each step
    shrinks: tuple[tuple[int, list[float]], ...]  #: of these the steps of shrinking, in their order
    hyphenator: Hyphenator
    hyphens: frozenset[int] = frozenset()  #: boxes that get a hyphen when a line breaks after them
    beside: tuple[Beside, ...] = ()  #: dots, underlines and ruby, in the order of the text
    parts: tuple[TextPart, ...] = ()  #: label of a list item, and addresses in the text
    levels: tuple[int, ...] = ()

    @property
    def missing(self) -> tuple[tuple[int, str], ...]:
        """(Offset, characters) that no font of the book can set (缺字)."""
        return tuple((doubt.offset, doubt.text) for doubt in self.doubts if doubt.kind in ("missing", "script"))


def running(values: Iterable[float]) -> list[float]:
    """Running sums that begin with 0; one entry more than ``values``."""
    return list(accumulate(values, initial=0.0))


def seal(
    boxes: Boxes,
    text: str,
    style: Style,
    doubts: tuple[Doubt, ...],
    trails: dict[int, float],
    forced: tuple[int, ...],
    hyphenator: Hyphenator,
    hyphens: frozenset[int] = frozenset(),
    beside: tuple[Beside, ...] = (),
    parts: tuple[TextPart, ...] = (),
    levels: tuple[int, ...] = (),
) -> Galley:
    """The galley of these boxes, with running sums.

    ``trails``: box → points that it gains (a hyphen) or loses (U+3000) at the end of a line.
    """
    count = len(boxes.widths)
    at = running(map(add, boxes.widths, boxes.glues))
    rights = list(map(add, at, boxes.widths))
    ends = [*rights] if trails else rights
    for box, trail in trails.items():
        ends[box] += trail
    flags = [0] * count
    for joint in boxes.caps:
        flags[joint] = 1
    columns = [*zip(*boxes.caps.values(), strict=True)]
    # By step; at 0 what all steps of shrinking give together (see ``Caps``).
    given = {step: running(each) for step, each in compress(enumerate(columns), map(any, columns))}
    shrink = given.pop(0, None) or [0.0] * (len(boxes.caps) + 1)
    shrinks = tuple([(step, given[step]) for step in SHRINK_STEPS if step in given])
    starts = [0, *(box + 1 for box in forced[:-1])]
    natural = max([ends[b] - at[a] for a, b in zip(starts, forced, strict=False)], default=0.0)
    return Galley(
        text, style, boxes, count, doubts, natural, forced, at, rights, ends,
        running(boxes.unseen), running(boxes.even), list(accumulate(flags, initial=0)), shrink, given, shrinks,
        hyphenator, hyphens, beside, parts, levels,
    )  # fmt: skip
