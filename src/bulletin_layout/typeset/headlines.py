"""Heads on one line or several (标题折行): broken at phrases, nearly even, as large as serves."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import Final, NamedTuple

from bulletin_layout.typeset.phrases import DOUBTFUL, FORBIDDEN, PHRASE, WORD, Phraser, joints
from bulletin_layout.values import dataclass

#: A headline fills at most so much of its span.
FULLEST: Final = 0.95
#: The least size, as a part of the largest, at which one line is still better than two of the largest.
ONE_LINE_FROM: Final = 0.8
#: An upper line is not shorter than the next one by more than a third.
_SHORTEST_UPPER: Final = 2 / 3
#: The fewest characters on a line of several; a line of two is better than a word in two.
_FEWEST: Final = 3
_FEWEST_BETWEEN_WORDS: Final = 2
#: A line that is a tenth shorter than the longest costs twice as much as a joint that is a tenth weaker.
_UNEVEN: Final = 2.0
_BOTTOM_HEAVY: Final = 0.5
_SHORT_LINE: Final = 10.0
#: Where words must be parted, rather one line more than another word in two.
_PARTED_WORD: Final = 8.0
_ONE_MORE_LINE: Final = 1.0
_SPACES: Final = "\u3000 "
#: The comma at a turn (题中逗号), which a style may drop where a line ends.
_TURN: Final = "，"


@dataclass(frozen=True, slots=True)
class FittedHead:
    """A head as it will be set: its size in points and its lines, as offsets in its text."""

    size: float
    lines: tuple[tuple[int, int], ...]


class _Demand(NamedTuple):
    """What a division must satisfy: the least strength of its joints, the fewest characters of a line; do upper lines
    keep two thirds?"""

    strength: float
    fewest: int
    even: bool = False


_EVEN: Final = _Demand(PHRASE, _FEWEST, True)
_AT_PHRASES: Final = _Demand(PHRASE, _FEWEST)
_AT_WORDS: Final = _Demand(WORD, _FEWEST_BETWEEN_WORDS)
_AT_DOUBTS: Final = _Demand(DOUBTFUL, _FEWEST_BETWEEN_WORDS)
_ANYWHERE: Final = _Demand(0.0, 1)


def divide(
    text: str,
    width: Callable[[int, int], float],
    measure: float,
    *,
    max_lines: int,
    keep: Sequence[tuple[int, int]] = (),
    words: Sequence[str] = (),
    phraser: Phraser | None = None,
    drop_comma: bool = False,
) -> tuple[tuple[int, int], ...] | None:
    """Break a head into the least number of lines that fit a measure; None if ``max_lines`` are too few.

    Every break stands between two phrases, best at a wide space, which is dropped there, or before a dash; no line has
    one or two characters; no line is shorter than two thirds of the next. Among such breaks nearly even lines win, the
    upper rather longer than the lower, weighed against the strength of the joints. If there are none, the lines may be
    uneven, and then stand between any two words; one line more comes before a break inside a word, which is the last
    way out. ``width(start, end)`` gives the width of a line in the unit of ``measure``; no line divides what stands in
    ``keep``, text under one ruby; ``words``: words that stay whole beside those that are known; ``drop_comma``: the
    comma at a line's end is not set. Returns each line's offsets in the text, less what is dropped at its end.
    """
    head = _Head(text, width, keep, words, phraser, drop_comma=drop_comma)
    for count in range(1, max_lines + 1):
        for demand in (_EVEN, _AT_PHRASES, _AT_WORDS):
            found = head.divide(measure, (count,), demand)
            if found is not None:
                return found.lines
    ways = (head.divide(measure, range(1, max_lines + 1), demand) for demand in (_AT_DOUBTS, _ANYWHERE))
    return next((found.lines for found in ways if found is not None), None)


def fit_head(
    text: str,
    fixed: tuple[tuple[int, int], ...],
    sizes: tuple[float, ...],
    measure: float,
    max_lines: int,
    width_at: Callable[[int, int, float], float],
    *,
    keep: Sequence[tuple[int, int]] = (),
    words: Sequence[str] = (),
    phraser: Phraser | None = None,
    drop_comma: bool = False,
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
    4. else the largest size at which it can be broken between words;
    5. else the same with one line more than ``max_lines``;
    6. else the size and the lines that part the fewest words.

    A line fills at most 95 % of the measure; only if no size can do that without parting a word, the whole of it.
    """
    head = _Head(text, lambda a, b: width_at(a, b, sizes[0]), keep, words, phraser, drop_comma=drop_comma)
    own = tuple(head.span(start, end) for start, end in fixed)
    rooms = measure * FULLEST, measure
    if fixed:
        steps = ((size, room) for room in rooms for size in sizes)
        fits = (size for size, room in steps if all(width_at(start, end, size) <= room for start, end in own))
        return next((FittedHead(size, own) for size in fits), None)
    ways: tuple[_Way, ...] = (
        _between_phrases,
        _between_words,
        partial(_inside_words, demand=_AT_DOUBTS),
        partial(_inside_words, demand=_ANYWHERE),
    )
    fitted = (way(head, sizes, room, max_lines) for way in ways for room in rooms)
    return next(filter(None, fitted), None)


#: A way to fit a head, its sizes, the room of a line, and the most lines; None: it does not lead there.
_Way = Callable[["_Head", tuple[float, ...], float, int], FittedHead | None]


def _between_phrases(head: "_Head", sizes: tuple[float, ...], room: float, max_lines: int) -> FittedHead | None:
    """One line, or the best size at which the head can be broken between phrases."""
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
    rounds = ((some, demand) for some in (large, small) for demand in (_EVEN, _AT_PHRASES))
    return _first(head, sizes, room, ((some, max_lines, demand) for some, demand in rounds))


def _between_words(head: "_Head", sizes: tuple[float, ...], room: float, max_lines: int) -> FittedHead | None:
    """The largest size at which the head can be broken between words, if need be into a line more."""
    rounds = ((sizes, max_lines, _AT_WORDS), (sizes, max_lines + 1, _AT_PHRASES), (sizes, max_lines + 1, _AT_WORDS))
    return _first(head, sizes, room, rounds)


def _first(
    head: "_Head", sizes: tuple[float, ...], room: float, rounds: Iterable[tuple[tuple[float, ...], int, _Demand]]
) -> FittedHead | None:
    """The first size, round by round, at which as many lines meet a demand."""
    for some, most, demand in rounds:
        for size in some:
            found = head.divide(room * sizes[0] / size, range(1, most + 1), demand)
            if found is not None:
                return FittedHead(size, found.lines)
    return None


def _inside_words(
    head: "_Head", sizes: tuple[float, ...], room: float, max_lines: int, demand: _Demand
) -> FittedHead | None:
    """The size and the lines that part the fewest words, of these the largest."""
    counts = range(1, max_lines + (2 if demand is _AT_DOUBTS else 1))
    parting = ((head.divide(room * sizes[0] / size, counts, demand), size) for size in sizes)
    ways = [(found.parted, -size, found.lines) for found, size in parting if found is not None]
    if not ways:
        return None
    _, size, lines = min(ways)
    return FittedHead(-size, lines)


class _Division(NamedTuple):
    """A head's lines, as offsets in its text, and how many words they part."""

    lines: tuple[tuple[int, int], ...]
    parted: float = 0.0


class _Head:
    """One head while it is being broken: its joints, and the widths that were asked for already."""

    def __init__(
        self,
        text: str,
        width: Callable[[int, int], float],
        keep: Sequence[tuple[int, int]],
        words: Sequence[str],
        phraser: Phraser | None,
        *,
        drop_comma: bool,
    ) -> None:
        self.text = text
        self._dropped = _SPACES + _TURN if drop_comma else _SPACES
        self._width = width
        self._keep, self._words = keep, words
        self._phraser = phraser
        self._widths: dict[tuple[int, int], float] = {}
        self._joints: tuple[float, ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """What a line between two cuts sets: what is dropped at its ends is no part of it."""
        line = self.text[start:end]
        first = start + len(line) - len(line.lstrip(_SPACES))
        return first, max(first, start + len(line.rstrip(self._dropped if end < len(self.text) else _SPACES)))

    def width(self, start: int, end: int) -> float:
        """A line's width."""
        known = self._widths.get((start, end))
        if known is None:
            known = self._widths[start, end] = self._width(*self.span(start, end))
        return known

    def divide(self, measure: float, counts: Sequence[int], demand: _Demand) -> _Division | None:
        """The best division into the least of these numbers of lines that meets a demand, or None. Where words must be
        parted, fewer of them are better than fewer lines."""
        whole = self.width(0, len(self.text))
        if whole <= measure:
            return _Division((self.span(0, len(self.text)),))
        if whole > (counts[-1] + 1) * measure:  # not even with the blanks that marks lose at line ends
            return None
        self._joints = self._joints or self._joined()
        points = [at for at, strength in enumerate(self._joints) if strength >= demand.strength]
        best: tuple[float, list[int]] | None = None
        for count in counts:
            if count > 1 and (best is None or demand.strength < WORD):
                ways = ((self._cost(cuts), cuts) for cuts in self._cuts(0, points, count, measure, demand))
                best = min((*ways, *([best] if best is not None else ())), default=None)
        if best is None:
            return None
        return _Division(tuple(self.span(a, b) for a, b in self._spans(best[1])), self._parted(best[1]))

    def _joined(self) -> tuple[float, ...]:
        """The strength of each joint; what stays whole has none."""
        inside = {at for start, end in self._keep for at in range(start + 1, end)}
        strengths = enumerate(joints(self.text, self._phraser, self._words))
        return tuple(FORBIDDEN if at in inside else strength for at, strength in strengths)

    def _parted(self, cuts: Sequence[int]) -> float:
        """The words that cuts part; one that may be none counts for less."""
        return sum(max(0.0, 1.0 - self._joints[at] / WORD) for at in cuts)

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
        return self._letters(start, end) >= demand.fewest and self.width(start, end) <= measure

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
            + _PARTED_WORD * self._parted(cuts)
            + _ONE_MORE_LINE * len(cuts)
        )
