"""Heads on one line or several (标题折行): broken at phrases, nearly even, as large as serves."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from bulletin_layout.typeset.phrases import FORBIDDEN, PHRASE, Phraser, joints
from bulletin_layout.values import dataclass

#: A headline fills at most so much of its span.
FULLEST: Final = 0.95
#: The least size, as a part of the largest, at which one line is still better than two of the largest.
ONE_LINE_FROM: Final = 0.8
#: An upper line is not shorter than the next one by more than a third.
_SHORTEST_UPPER: Final = 2 / 3
#: The fewest characters on a line of several.
_FEWEST: Final = 3
#: A line that is a tenth shorter than the longest costs twice as much as a joint that is a tenth weaker.
_UNEVEN: Final = 2.0
_BOTTOM_HEAVY: Final = 0.5
_SHORT_LINE: Final = 10.0
_SPACES: Final = "\u3000 "


@dataclass(frozen=True, slots=True)
class FittedHead:
    """A head as it will be set: its size in points and its lines, as offsets in its text."""

    size: float
    lines: tuple[tuple[int, int], ...]


class _Demand(NamedTuple):
    """What a division must satisfy: the least strength of its joints; do upper lines keep two thirds?"""

    strength: float
    even: bool


_EVEN: Final = _Demand(PHRASE, True)
_AT_PHRASES: Final = _Demand(PHRASE, False)
_ANYWHERE: Final = _Demand(0.0, False)


def divide(
    text: str,
    width: Callable[[int, int], float],
    measure: float,
    *,
    max_lines: int,
    keep: Sequence[tuple[int, int]] = (),
    phraser: Phraser | None = None,
) -> tuple[tuple[int, int], ...] | None:
    """Break a head into the least number of lines that fit a measure; None if ``max_lines`` are too few.

    Every break stands between two phrases, best at a wide space, which is dropped there; no line has one or
    two characters; no line is shorter than two thirds of the next. Among such breaks nearly even lines win, the
    upper rather longer than the lower, weighed against the strength of the joints. If there are none, the lines
    may be uneven; if phrases do not fit at all, a break at any joint that kinsoku allows will do.
    ``width(start, end)`` gives the width of a line in the unit of ``measure``; no line divides what stands
    in ``keep``, text under one ruby.
    Returns each line's offsets in the text, less the space dropped at a break.
    """
    return _divide(_Head(text, width, keep, phraser), measure, max_lines)


def _divide(head: "_Head", measure: float, max_lines: int) -> tuple[tuple[int, int], ...] | None:
    for demand in (_EVEN, _AT_PHRASES, _ANYWHERE):
        spans = head.divide(measure, max_lines, demand)
        if spans:
            return spans
    return None


def fit_head(
    text: str,
    fixed: tuple[tuple[int, int], ...],
    sizes: tuple[float, ...],
    measure: float,
    max_lines: int,
    width_at: Callable[[int, int, float], float],
    *,
    keep: Sequence[tuple[int, int]] = (),
    phraser: Phraser | None = None,
) -> FittedHead | None:
    """Choose a head's size and lines for a measure in points; None if no size serves.

    ``sizes`` run from the largest down; ``width_at(start, end, size)``, the width of that part of the text, must grow
    in proportion to the size. The author's lines (``fixed``: where they stand in the text, or nothing) stay, and get
    the largest size at which each of them fits. Other heads get

    1. one line at the largest size that fits, if that is at least 0.8 of the largest of all (unless the head is
       short even at the largest, its line then fills three quarters of the measure);
    2. else the largest size, from 0.8 of the largest up, at which ``divide`` finds up to ``max_lines``
       lines between phrases; even ones before uneven ones;
    3. else the same among the smaller sizes, where one line counts too;
    4. else the largest size at which breaks inside phrases make it fit.

    A line fills at most 95 % of the measure; only if no size can do that, the whole of it.
    """
    head = _Head(text, lambda a, b: width_at(a, b, sizes[0]), keep, phraser)
    for room in (measure * FULLEST, measure):
        if fixed:
            for size in sizes:
                if all(width_at(start, end, size) <= room for start, end in fixed):
                    return FittedHead(size, fixed)
        else:
            fitted = _fit_free(head, sizes, room, max_lines)
            if fitted:
                return fitted
    return None


def _fit_free(head: "_Head", sizes: tuple[float, ...], room: float, max_lines: int) -> FittedHead | None:
    largest = sizes[0]
    whole = head.width(0, len(head.text))
    for size in sizes:
        width = whole * size / largest
        if width <= room:
            if size >= ONE_LINE_FROM * largest:
                return FittedHead(size, (head.span(0, len(head.text)),))
            break
    large = tuple(size for size in sizes if size >= ONE_LINE_FROM * largest)
    small = sizes[len(large) :]
    rounds = ((large, _EVEN), (large, _AT_PHRASES), (small, _EVEN), (small, _AT_PHRASES), (sizes, _ANYWHERE))
    for some, demand in rounds:
        for size in some:
            spans = head.divide(room * largest / size, max_lines, demand)
            if spans:
                return FittedHead(size, spans)
    return None


class _Head:
    """One head while it is being broken: its joints, and the widths that were asked for already."""

    def __init__(
        self, text: str, width: Callable[[int, int], float], keep: Sequence[tuple[int, int]], phraser: Phraser | None
    ) -> None:
        self.text = text
        self._width = width
        self._keep = keep
        self._phraser = phraser
        self._widths: dict[tuple[int, int], float] = {}
        self._joints: tuple[float, ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """What a line between two cuts sets: spaces at its ends are dropped."""
        line = self.text[start:end]
        first = start + len(line) - len(line.lstrip(_SPACES))
        return first, max(first, start + len(line.rstrip(_SPACES)))

    def width(self, start: int, end: int) -> float:
        """A line's width."""
        known = self._widths.get((start, end))
        if known is None:
            known = self._widths[start, end] = self._width(*self.span(start, end))
        return known

    def divide(self, measure: float, max_lines: int, demand: _Demand) -> tuple[tuple[int, int], ...] | None:
        """The best division into the least number of lines that meets a demand, or None."""
        whole = self.width(0, len(self.text))
        if whole <= measure:
            return (self.span(0, len(self.text)),)
        if whole > (max_lines + 1) * measure:  # not even with the blanks that marks lose at line ends
            return None
        self._joints = self._joints or self._joined()
        points = [at for at, strength in enumerate(self._joints) if strength >= demand.strength]
        for count in range(2, max_lines + 1):
            best: tuple[float, list[int]] | None = None
            for cuts in self._cuts(0, points, count, measure, demand):
                cost = self._cost(cuts)
                if best is None or cost < best[0]:
                    best = (cost, cuts)
            if best:
                return tuple(self.span(a, b) for a, b in self._spans(best[1]))
        return None

    def _joined(self) -> tuple[float, ...]:
        """The strength of each joint; what stays whole has none."""
        inside = {at for start, end in self._keep for at in range(start + 1, end)}
        strengths = enumerate(joints(self.text, self._phraser))
        return tuple(FORBIDDEN if at in inside else strength for at, strength in strengths)

    def _spans(self, cuts: list[int]) -> list[tuple[int, int]]:
        return list(zip([0, *cuts], [*cuts, len(self.text)], strict=True))

    def _cuts(self, start: int, points: list[int], count: int, measure: float, demand: _Demand) -> Iterator[list[int]]:
        """Every way to cut the text from ``start`` into ``count`` lines that fit, each as its list of cuts."""
        if count == 1:
            if self._fits(start, len(self.text), measure, demand):
                yield []
            return
        blanks = 2 * self.width(0, len(self.text)) / len(self.text)  # what marks and a space lose at a break
        for number, at in enumerate(points):
            if self.width(start, at) > measure:
                return
            if self.width(at, len(self.text)) > (count - 1) * measure + (count - 2) * blanks:
                continue
            if not self._fits(start, at, measure, demand):
                continue
            for rest in self._cuts(at, points[number + 1 :], count - 1, measure, demand):
                following = rest[0] if rest else len(self.text)
                if not demand.even or self.width(start, at) >= _SHORTEST_UPPER * self.width(at, following):
                    yield [at, *rest]

    def _fits(self, start: int, end: int, measure: float, demand: _Demand) -> bool:
        enough = 1 if demand is _ANYWHERE else _FEWEST
        return self._letters(start, end) >= enough and self.width(start, end) <= measure

    def _letters(self, start: int, end: int) -> int:
        first, last = self.span(start, end)
        return last - first

    def _cost(self, cuts: list[int]) -> float:
        spans = self._spans(cuts)
        widths = [self.width(start, end) for start, end in spans]
        longest = max(widths)
        rising = sum(max(0.0, low - high) for high, low in pairwise(widths))
        short = sum(self._letters(start, end) < _FEWEST for start, end in spans)
        return (
            sum(1.0 - self._joints[at] for at in cuts)
            + _UNEVEN * (longest - min(widths)) / longest
            + _BOTTOM_HEAVY * rising / longest
            + _SHORT_LINE * short
        )
