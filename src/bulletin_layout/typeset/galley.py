"""The galley (长条): a paragraph shaped once, knowing no measure, ready to be broken for any.

A galley is a row of boxes: a Han character, the body of a mark, a word or part of one. Between box i and i+1 stands
joint i with its natural glue, a price for breaking there, and a share in some steps of adjustment. Running sums of
all that make any candidate line cost the same few subtractions, however long it is.
"""

from collections.abc import Sequence
from itertools import accumulate

from bulletin_layout.fonts import Face
from bulletin_layout.inks import Ink
from bulletin_layout.issue.style import Style
from bulletin_layout.typeset.hyphens import Hyphenator
from bulletin_layout.typeset.interlinear import Beside
from bulletin_layout.typeset.lines import Doubt
from bulletin_layout.typeset.pairs import SHRINK_STEPS, STRETCH_FIRST, UNSEEN
from bulletin_layout.typeset.parts import TextPart
from bulletin_layout.values import dataclass


@dataclass(frozen=True, slots=True)
class Boxes:
    """What the builder collects: one entry a box; joint i is the one after box i. Points."""

    kinds: list[int]
    starts: list[int]  #: offset of each box in the text
    widths: list[float]  #: without blanks
    glues: list[float]  #: natural glue of the joint, letterspace included
    breaks: list[float]  #: price of a break after the box; negative: never
    even: list[float]  #: size of the joint, as it counts when all gaps are stretched equally; 0: it does not
    open: list[float]  #: the same for 均排, which opens blanks and gaps too; 0 inside units
    lead: list[float]  #: blank that comes back at a line's start when it is not trimmed there
    letters: list[int]  #: characters that count against 孤字
    caps: list[tuple[int, int, float]]  #: (joint, step, capacity), for all steps but 13
    first: list[int]  #: number of each box's first glyph
    gids: list[int]
    dxs: list[float]  #: glyph from the box's left edge
    dys: list[float]
    texts: list[str]
    sets: list[int]  #: number of each glyph's face, size and ink in ``Galley.sets``


@dataclass(frozen=True, slots=True)
class Galley:
    """A prepared paragraph. ``natural``: points on one line with both edges trimmed (of the widest line, where
    the text has forced breaks); ``doubts``: what is not set as it was meant; ``levels``: of every character, where some
    text runs from right to left (see ``bidi``)."""

    text: str
    style: Style
    boxes: Boxes
    sets: tuple[tuple[Face, float, Ink], ...]
    doubts: tuple[Doubt, ...]
    natural: float
    forced: tuple[int, ...]  #: boxes that end a line by a typed line break, and the last box
    at: list[float]  #: natural position of each box's left edge; the galley's end last
    rights: list[float]  #: natural position of each box's right edge
    ends: list[float]  #: the same as it counts at a line's end
    shrink: list[float]  #: running sums over joints: [k] is the sum over joints before k
    unseen: list[float]  #: the same of what step 10 can give
    by_step: dict[int, list[float]]  #: the same of what each other step can, and of the weights of blanks and spaces
    even: list[float]
    open: list[float]
    letters: list[int]
    hyphenator: Hyphenator
    hyphens: frozenset[int] = frozenset()  #: boxes that get a hyphen when a line breaks after them
    beside: tuple[Beside, ...] = ()  #: dots, underlines and ruby, in the order of the text
    parts: tuple[TextPart, ...] = ()  #: its label, and the addresses in it
    levels: tuple[int, ...] = ()

    @property
    def missing(self) -> tuple[tuple[int, str], ...]:
        """Offset and character of what no font has (缺字)."""
        return tuple((doubt.offset, doubt.text) for doubt in self.doubts if doubt.kind in ("missing", "script"))

    @property
    def count(self) -> int:
        """The number of boxes."""
        return len(self.boxes.widths)


def running(values: Sequence[float]) -> list[float]:
    """Running sums, from 0."""
    return list(accumulate(values, initial=0.0))


def seal(
    boxes: Boxes,
    text: str,
    style: Style,
    sets: tuple[tuple[Face, float, Ink], ...],
    doubts: tuple[Doubt, ...],
    trails: dict[int, float],
    forced: tuple[int, ...],
    hyphenator: Hyphenator,
    hyphens: frozenset[int] = frozenset(),
    beside: tuple[Beside, ...] = (),
    parts: tuple[TextPart, ...] = (),
    levels: tuple[int, ...] = (),
) -> Galley:
    """Add the running sums. ``trails``: width that boxes gain (a hyphen) or lose (U+3000) at a line's end."""
    count = len(boxes.widths)
    at = running([w + g for w, g in zip(boxes.widths, boxes.glues, strict=True)])
    rights = [x + w for x, w in zip(at, boxes.widths, strict=False)]
    ends = [*rights]
    for box, trail in trails.items():
        ends[box] += trail
    capacities: dict[int, list[float]] = {}
    total, unseen = [0.0] * count, [UNSEEN * size for size in boxes.even]
    for joint, step, capacity in boxes.caps:
        if step == STRETCH_FIRST:
            unseen[joint] += capacity
            continue
        if step not in capacities:
            capacities[step] = [0.0] * count
        capacities[step][joint] += capacity
        if step in SHRINK_STEPS:
            total[joint] += capacity
    starts = [0, *(box + 1 for box in forced[:-1])]
    natural = max((ends[b] - at[a] for a, b in zip(starts, forced, strict=False)), default=0.0)
    return Galley(
        text, style, boxes, sets, doubts, natural, forced, at, rights, ends,
        running(total), running(unseen), {step: running(values) for step, values in capacities.items()},
        running(boxes.even), running(boxes.open), list(accumulate(boxes.letters, initial=0)), hyphenator, hyphens,
        beside, parts, levels,
    )  # fmt: skip
