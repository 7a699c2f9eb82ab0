"""Balancing (栏尾取齐): columns are no deeper than the story needs, end on the same row or one above, and have no lone
lines (CLREQ: 各栏行数相等，余数归末栏).

First each paragraph is set at its best. Only if that leaves flaws, other ways are tried, mildest first: other columns
one line longer, then one paragraph a line longer or shorter (增行、减行), then two of them.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from types import MappingProxyType
from typing import Final

from bulletin_layout.compose.frame.seats import Stretch, TextColumn, count_of
from bulletin_layout.compose.pouring.flaws import Flaw
from bulletin_layout.compose.pouring.poured import Changes, Poured
from bulletin_layout.values import dataclass

#: Last row of each column; None: as deep as they are.
Depths = tuple[int, ...] | None

#: Most ways that are tried to mend a slot, and number of paragraphs before a flaw that may be changed. Each way pours
#: the slot again, so these bound the time.
_MOST_WAYS: Final = 48
_NEAREST: Final = 6

_UNCHANGED: Final[Changes] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Pourer:
    """How a slot is poured: ``pour`` with given depths and changes; ``flaws`` of a result."""

    pour: Callable[[Depths, Changes], Poured]
    flaws: Callable[[Poured], tuple[Flaw, ...]]


def balance(columns: Sequence[TextColumn], pourer: Pourer, full: Poured, likely: int) -> Poured:
    """The text poured into the shallowest columns that hold all of it; columns differ by one line at most, with left
    ones longer. ``full``: the text poured into columns as deep as they are; ``likely``: see ``likely_depth``."""
    deepest, best = _shallowest(columns, pourer, full, likely)

    def depths(changes: Changes) -> Iterator[Depths]:
        # Paragraphs longer or shorter by a line move the columns' feet, by this much on average.
        lower = deepest + sum(changes.values()) // len(columns)
        return _feet(columns, lower, deepest + (1 if sum(changes.values()) > 0 else 0))

    return _mended(best, pourer, depths)


def likely_depth(seats: Sequence[Stretch], used: int) -> int:
    """The last row of columns that have ``used`` of these seats, where they begin and end alike."""
    return sorted(row for each in seats for row in each.rows)[min(max(used, 1), count_of(seats)) - 1]


def mend(pourer: Pourer, full: Poured) -> Poured:
    """Mend flaws in columns that are filled to their ends: only paragraphs can be changed."""
    return _mended(full, pourer, lambda changes: iter((None,)))


def _shallowest(columns: Sequence[TextColumn], pourer: Pourer, full: Poured, likely: int) -> tuple[int, Poured]:
    """The least depth at which everything fits, and the text poured with as few columns of that depth as possible."""
    low, high = min(c.first for c in columns), max(c.last for c in columns)
    best = full
    # Nearly always it is the likely depth or the next one, so these are tried first, and then halves of what is left.
    tries = iter((likely, likely - 1, likely + 1))
    while low < high:
        depth = next((each for each in tries if low <= each < high), (low + high) // 2)
        poured = pourer.pour((depth,) * len(columns), _UNCHANGED)
        if poured.rest is not None:
            low = depth + 1
        else:
            high, best = depth, poured
    # Not every column needs the full depth: find the fewest, from the left, that do.
    for longer in range(1, len(columns)):
        poured = pourer.pour((high,) * longer + (high - 1,) * (len(columns) - longer), _UNCHANGED)
        if poured.rest is None:
            return high, poured
    return high, best


def _feet(columns: Sequence[TextColumn], lower: int, upper: int) -> Iterator[tuple[int, ...]]:
    """The ways in which columns can end on a row or the one above it: shallow ones first, then left columns longer."""
    count = len(columns)
    for row in range(lower, upper + 1):
        for longer in range(1, count + 1):
            for chosen in combinations(range(count), longer):
                yield tuple(row if k in chosen else row - 1 for k in range(count))


def _mended(poured: Poured, pourer: Pourer, depths: Callable[[Changes], Iterator[Depths]]) -> Poured:
    """The way with the least weight of flaws; among equals, the mildest."""
    found = pourer.flaws(poured)
    if not found or poured.rest is not None:
        return poured
    best, least = poured, _weight(found)
    ways = 0
    refused: set[tuple[int, int]] = set()
    for changes in _changes(poured, found):
        # A change refused by a paragraph is refused in every combination.
        if any(each in refused for each in changes.items()):
            continue
        for each in depths(changes):
            tried = pourer.pour(each, changes)
            ways += 1
            refused.update((item, changes[item]) for item in tried.refused)
            if tried.refused or ways > _MOST_WAYS:
                break
            # A result with surplus text is never an improvement.
            weight = _weight(pourer.flaws(tried)) if tried.rest is None else least
            if weight < least:
                best, least = tried, weight
            if not least:
                return best
        if ways > _MOST_WAYS:
            break
    return best


def _changes(poured: Poured, found: Sequence[Flaw]) -> Iterator[Changes]:
    """Changes to try: none, then one, then two paragraphs before a flaw a line longer or shorter; those nearest to a
    flaw first."""
    yield _UNCHANGED
    nearest: dict[int, None] = {}
    for flaw in found:
        texts = (place for place in poured.lines if place.item <= flaw.item and not place.is_head)
        before = [place.item for place in texts if place.first + place.length > 1]
        nearest.update(dict.fromkeys(tuple(dict.fromkeys(reversed(before)))[:_NEAREST]))
    singles = [(item, change) for item in nearest for change in (1, -1)]
    for single in singles:
        yield dict((single,))
    for one, other in combinations(singles, 2):
        if one[0] != other[0]:
            yield dict((one, other))


def _weight(found: Sequence[Flaw]) -> int:
    return sum(flaw.weight for flaw in found)
