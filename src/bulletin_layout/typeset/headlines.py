"""Breaks heads into lines (标题折行): at phrases, nearly even, at the largest size that gives good lines.

There is no public standard for this; the rules are newspapers' practice.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import Final

from bulletin_layout.typeset.phrases import DOUBTFUL, FORBIDDEN, PHRASE, WORD, Phraser, joints
from bulletin_layout.values import NamedTuple, dataclass

#: The share of the measure that a head's line fills at most.
FULLEST: Final = 0.95
#: One line is preferred to two at the largest size as long as it has at least this share of the largest size.
ONE_LINE_FROM: Final = 0.8
#: Least length of a line as a share of the line below it.
_SHORTEST_UPPER: Final = 2 / 3
#: Fewest characters on a line of several; two are accepted rather than dividing a word.
_FEWEST: Final = 3
_FEWEST_BETWEEN_WORDS: Final = 2
#: Costs of a division, in units of a joint's strength (0 to 1): a line that is a tenth shorter than the longest costs
#: as much as a joint that is two tenths weaker.
_UNEVEN: Final = 2.0
_BOTTOM_HEAVY: Final = 0.5
_SHORT_LINE: Final = 10.0
#: If words must be divided, one line more costs less than one more word divided.
_PARTED_WORD: Final = 8.0
_ONE_MORE_LINE: Final = 1.0
_SPACES: Final = "\u3000 "
#: A comma inside a head (题中逗号), which a style may drop at the end of a line.
_TURN: Final = "，"


@dataclass(frozen=True, slots=True)
class FittedHead:
    """A head as it will be set: its size in points, and (start, end) of each line in its text."""

    size: float
    lines: tuple[tuple[int, int], ...]


class _Demand(NamedTuple):
    """What a division must satisfy: least strength of the joints at its breaks, fewest characters of a line, and
    whether each line must have at least two thirds of the length of the next."""

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
    """Break a head into the fewest lines that fit ``measure``; None if ``max_lines`` are too few.

    First choice: breaks between phrases (best at a wide space, which is dropped, or before a dash), at least three
    characters on a line, no line shorter than two thirds of the next. Among such divisions the cheapest wins: even
    lines, upper lines rather longer than lower ones, strong joints. If there is none, lines may be uneven; then breaks
    may stand between any two words; then there may be one line more; a break inside a word is the last resort.

    ``width(start, end)``: width of a line in the unit of ``measure``. ``keep``: (start, end) of texts that no break may
    divide, such as the text below one ruby. ``words``: words that stay whole, in addition to those of the dictionary.
    ``drop_comma``: a comma at the end of a line is not set.
    Returns (start, end) of each line in the text, without what is dropped at its end.
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
    """Choose a head's size and lines for a measure in points; None if it fits at no size.

    ``sizes``: points, from the largest down. ``width_at(start, end, size)``: width of that part of the text in points,
    proportional to the size. ``fixed``: (start, end) of each line if the author broke the head himself: the lines are
    kept, at the largest size at which all of them fit. ``keep``, ``words``, ``drop_comma``: see ``divide``.
    Heads without ``fixed`` get

    1. one line at the largest size that fits, if that is at least 0.8 of the largest of all (unless the head is
       short even at the largest, its line then fills three quarters of the measure);
    2. else the largest size, from 0.8 of the largest up, at which ``divide`` finds up to ``max_lines``
       lines between phrases; even ones before uneven ones;
    3. else the same among the smaller sizes, where one line counts too;
    4. else the largest size at which it can be broken between words;
    5. else the same with one line more than ``max_lines``;
    6. else the size and the lines that divide the fewest words.

    A line fills at most 95 % of the measure. Each of these ways is tried with 95 % first, then with the whole measure.
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


#: One way to fit a head: (head, sizes, width of a line, most lines) → the fitted head, or None if this way fails.
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
    """The largest size at which the head can be broken between words, if necessary with one line more."""
    rounds = ((sizes, max_lines, _AT_WORDS), (sizes, max_lines + 1, _AT_PHRASES), (sizes, max_lines + 1, _AT_WORDS))
    return _first(head, sizes, room, rounds)


def _first(
    head: "_Head", sizes: tuple[float, ...], room: float, rounds: Iterable[tuple[tuple[float, ...], int, _Demand]]
) -> FittedHead | None:
    """The largest size that works in the first round that has one; a round: sizes, most lines, demand."""
    for some, most, demand in rounds:
        for size in some:
            found = head.divide(room * sizes[0] / size, range(1, most + 1), demand)
            if found is not None:
                return FittedHead(size, found.lines)
    return None


def _inside_words(
    head: "_Head", sizes: tuple[float, ...], room: float, max_lines: int, demand: _Demand
) -> FittedHead | None:
    """The division that divides the fewest words; among equals, the largest size."""
    counts = range(1, max_lines + (2 if demand is _AT_DOUBTS else 1))
    parting = ((head.divide(room * sizes[0] / size, counts, demand), size) for size in sizes)
    ways = [(found.parted, -size, found.lines) for found, size in parting if found is not None]
    if not ways:
        return None
    _, size, lines = min(ways)
    return FittedHead(-size, lines)


class _Division(NamedTuple):
    """(Start, end) of each line in the head's text, and how many words are divided (doubtful ones count less)."""

    lines: tuple[tuple[int, int], ...]
    parted: float = 0.0


class _Head:
    """One head while it is being broken, with the strength of its joints; widths are measured once and kept."""

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
        """(Start, end) of what a line between two cuts sets: without spaces and commas that are dropped at its ends."""
        line = self.text[start:end]
        first = start + len(line) - len(line.lstrip(_SPACES))
        return first, max(first, start + len(line.rstrip(self._dropped if end < len(self.text) else _SPACES)))

    def width(self, start: int, end: int) -> float:
        """The width of a line between two cuts, in the unit of the measure."""
        known = self._widths.get((start, end))
        if known is None:
            known = self._widths[start, end] = self._width(*self.span(start, end))
        return known

    def divide(self, measure: float, counts: Sequence[int], demand: _Demand) -> _Division | None:
        """The cheapest division into the least number of lines (of ``counts``) that meets a demand, or None.

        If words must be divided, all counts are compared: fewer divided words are better than fewer lines.
        """
        whole = self.width(0, len(self.text))
        if whole <= measure:
            return _Division((self.span(0, len(self.text)),))
        # Too wide for that many lines, even with the blanks that marks lose at line ends: spares a search in vain.
        if whole > (counts[-1] + 1) * measure:
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
        """The strength of each joint; inside a text that stays whole it is FORBIDDEN."""
        inside = {at for start, end in self._keep for at in range(start + 1, end)}
        strengths = enumerate(joints(self.text, self._phraser, self._words))
        return tuple(FORBIDDEN if at in inside else strength for at, strength in strengths)

    def _parted(self, cuts: Sequence[int]) -> float:
        """How many words the cuts divide; a doubtful word counts less than 1."""
        return sum(max(0.0, 1.0 - self._joints[at] / WORD) for at in cuts)

    def _spans(self, cuts: list[int]) -> list[tuple[int, int]]:
        return list(zip([0, *cuts], [*cuts, len(self.text)], strict=True))

    def _cuts(self, start: int, points: list[int], count: int, measure: float, demand: _Demand) -> Iterator[list[int]]:
        """Every way to cut the text from ``start`` into ``count`` lines that fit, each as its list of cuts."""
        if count == 1:
            if self._fits(start, len(self.text), measure, demand):
                yield []
            return
        # What marks and a space lose at a break is at most two average characters; a bound that prunes the recursion.
        blanks = 2 * self.width(0, len(self.text)) / len(self.text)
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
