"""Balancing (栏尾取齐): columns no deeper than the story needs, their feet on one line or the next, no line alone.

First the text as it is best paragraph by paragraph. Only where that leaves a flaw, other ways are tried, mildest
first: other columns a line longer, then a paragraph a line longer or shorter, then two of them.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from types import MappingProxyType
from typing import Final

from bulletin_layout.compose.frame.seats import TextColumn
from bulletin_layout.compose.pouring.flaws import Flaw
from bulletin_layout.compose.pouring.poured import Changes, Poured
from bulletin_layout.values import dataclass

#: The last row of each column; None: as deep as they go.
Depths = tuple[int, ...] | None

#: So many ways are tried to mend a slot at most, and so many paragraphs before a flaw may change.
_MOST_WAYS: Final = 48
_NEAREST: Final = 6

_UNCHANGED: Final[Changes] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Pourer:
    """How a slot is poured: ``pour`` with depths and changes, ``flaws`` of what that gave."""

    pour: Callable[[Depths, Changes], Poured]
    flaws: Callable[[Poured], tuple[Flaw, ...]]


def balance(columns: Sequence[TextColumn], pourer: Pourer, full: Poured) -> Poured:
    """The shallowest columns that hold everything: feet differ by one line at most, left ones longer
    (CLREQ: 各栏行数相等，余数归末栏). ``full`` is everything poured as deep as the columns go."""
    deepest, best = _shallowest(columns, pourer, full)

    def depths(changes: Changes) -> Iterator[Depths]:
        lower = deepest + sum(changes.values()) // len(columns)
        return _feet(columns, lower, deepest + (1 if sum(changes.values()) > 0 else 0))

    return _mended(best, pourer, depths)


def mend(pourer: Pourer, full: Poured) -> Poured:
    """The same for columns that are filled to their ends: only paragraphs change."""
    return _mended(full, pourer, lambda changes: iter((None,)))


def _shallowest(columns: Sequence[TextColumn], pourer: Pourer, full: Poured) -> tuple[int, Poured]:
    """The depth at which everything fits, and the text poured so, with as few columns that deep as hold it."""
    low, high = min(c.first for c in columns), max(c.last for c in columns)
    best = full
    while low < high:
        middle = (low + high) // 2
        poured = pourer.pour((middle,) * len(columns), _UNCHANGED)
        if poured.rest is not None:
            low = middle + 1
        else:
            high, best = middle, poured
    for longer in range(1, len(columns)):
        poured = pourer.pour((high,) * longer + (high - 1,) * (len(columns) - longer), _UNCHANGED)
        if poured.rest is None:
            return high, poured
    return high, best


def _feet(columns: Sequence[TextColumn], lower: int, upper: int) -> Iterator[tuple[int, ...]]:
    """Ways for columns to end on a row or the one above: the shallower first, and of equal ones left ones longer."""
    count = len(columns)
    for row in range(lower, upper + 1):
        for longer in range(1, count + 1):
            for chosen in combinations(range(count), longer):
                yield tuple(row if k in chosen else row - 1 for k in range(count))


def _mended(poured: Poured, pourer: Pourer, depths: Callable[[Changes], Iterator[Depths]]) -> Poured:
    """The way with the least flaws, the mildest of equal ones."""
    found = pourer.flaws(poured)
    if not found or poured.rest is not None:
        return poured
    best, least = poured, _weight(found)
    ways = 0
    refused: set[tuple[int, int]] = set()
    for changes in _changes(poured, found):
        if any(each in refused for each in changes.items()):
            continue
        for each in depths(changes):
            tried = pourer.pour(each, changes)
            ways += 1
            refused.update((item, changes[item]) for item in tried.refused)
            if tried.refused or ways > _MOST_WAYS:
                break
            weight = _weight(pourer.flaws(tried)) if tried.rest is None else least
            if weight < least:
                best, least = tried, weight
            if not least:
                return best
        if ways > _MOST_WAYS:
            break
    return best


def _changes(poured: Poured, found: Sequence[Flaw]) -> Iterator[Changes]:
    """None, one or two of the paragraphs up to the last flaw a line longer or shorter, nearest to a flaw first."""
    yield _UNCHANGED
    nearest: dict[int, None] = {}
    for flaw in found:
        before = [
            place.item for place in poured.lines if place.item <= flaw.item and place.line_number and place.of == 1
        ]
        nearest.update(dict.fromkeys(tuple(dict.fromkeys(reversed(before)))[:_NEAREST]))
    singles = [(item, change) for item in nearest for change in (1, -1)]
    for single in singles:
        yield dict((single,))
    for one, other in combinations(singles, 2):
        if one[0] != other[0]:
            yield dict((one, other))


def _weight(found: Sequence[Flaw]) -> int:
    return sum(flaw.weight for flaw in found)
