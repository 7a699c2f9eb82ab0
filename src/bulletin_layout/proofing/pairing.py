"""Pairs the paragraphs of two texts (段落对齐): which one became which, and where one was parted or two joined."""

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

from bulletin_layout.values import NamedTuple

#: Least share of equal pairs of characters by which two paragraphs are the same one, edited.
LEAST_LIKE: Final = 0.4
#: The same where one was parted, or two were joined: it must be clearer.
_LEAST_JOINED: Final = 0.7
#: Most paragraphs on either side of a stretch without an equal one that are compared each with each.
_MOST_SQUARE: Final = 3_600


class Pair(NamedTuple):
    """Paragraphs ``old_start:old_end`` became ``start:end``: one and one, one and two, two and one; or one of both is
    none."""

    old_start: int
    old_end: int
    start: int
    end: int


def pairs(old: Sequence[str], new: Sequence[str]) -> Iterator[Pair]:
    """The pairs, in the order of both. Equal paragraphs are found first; between them, likeness decides."""
    matcher = SequenceMatcher(None, old, new, autojunk=len(old) * len(new) > 100 * _MOST_SQUARE)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            yield from (Pair(a + k, a + k + 1, c + k, c + k + 1) for k in range(b - a))
        elif a == b or c == d or (b - a) * (d - c) > _MOST_SQUARE:
            yield from (Pair(k, k + 1, c, c) for k in range(a, b))
            yield from (Pair(b, b, k, k + 1) for k in range(c, d))
        else:
            found = _best([_Shape(text) for text in old[a:b]], [_Shape(text) for text in new[c:d]])
            yield from (Pair(a + e, a + f, c + g, c + h) for e, f, g, h in found)


def likeness(old: str, new: str) -> float:
    """The share of equal pairs of characters of two texts, from 0 to 1 (Dice's coefficient)."""
    return _like(_Shape(old), _Shape(new))


def overlap(old: str, new: str) -> float:
    """The share of the shorter text that the longer one has too, from 0 to 1."""
    one, two = _Shape(old), _Shape(new)
    return (one.counts & two.counts).total() / max(1, min(one.size, two.size))


class _Shape:
    """What of a paragraph is compared: how often each pair of neighbours stands in it. The first cell of a row of a
    table counts as much as the rest of it: it names the row."""

    def __init__(self, text: str) -> None:
        self.text = text
        head, tab, rest = text.partition("\t")
        self.counts = Counter(a + b for a, b in zip(f"\n{text}", f"{text}\n", strict=True))
        if tab:
            self.counts[f"{head}\t\t"] += len(rest) + 1
        self.size = self.counts.total()


def _like(old: _Shape, new: _Shape) -> float:
    if old.text == new.text:
        return 1.0
    few, many = sorted((old.counts, new.counts), key=len)
    return 2 * sum(min(count, many[pair]) for pair, count in few.items()) / max(1, old.size + new.size)


def _best(old: Sequence[_Shape], new: Sequence[_Shape]) -> Iterator[Pair]:
    """The pairs with the most text in common, by dynamic programming (as sentences of translations are aligned: Gale
    and Church 1993)."""
    rows, columns = len(old), len(new)
    gain = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    step: list[list[tuple[int, int]]] = [[(1, 0)] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows, -1, -1):
        for j in range(columns, -1, -1):
            ways = [(0.0, (0, 0))] if i == rows and j == columns else []
            ways += [(gain[i + 1][j], (1, 0))] if i < rows else []
            ways += [(gain[i][j + 1], (0, 1))] if j < columns else []
            for down, right, worth in _worth(old, new, i, j):
                ways.append((gain[i + down][j + right] + worth, (down, right)))
            gain[i][j], step[i][j] = max(ways)
    i = j = 0
    while i < rows or j < columns:
        down, right = step[i][j]
        yield Pair(i, i + down, j, j + right)
        i, j = i + down, j + right


def _worth(old: Sequence[_Shape], new: Sequence[_Shape], i: int, j: int) -> Iterator[tuple[int, int, float]]:
    """(Paragraphs taken on both sides, worth) of the ways to pair what begins at i and j."""
    if i == len(old) or j == len(new):
        return
    single = _like(old[i], new[j])
    if single >= LEAST_LIKE:
        yield 1, 1, single * (old[i].size + new[j].size)
    elif not old[i].text.strip() or not new[j].text.strip():
        return
    for down, right in ((1, 2), (2, 1)):
        if i + down <= len(old) and j + right <= len(new):
            a, b = (_Shape("".join(each.text for each in some)) for some in (old[i : i + down], new[j : j + right]))
            both = _like(a, b)
            if both >= _LEAST_JOINED and both > single:
                yield down, right, both * (a.size + b.size)
