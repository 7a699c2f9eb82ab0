"""Assignments in order of cost (指派): every row gets a column of its own, the cheapest way first, exactly."""

from collections.abc import Iterator, Sequence
from heapq import heappop, heappush

#: Parts of a cost, the heaviest first; all of one search are as long. They are added part by part.
Cost = tuple[int, ...]


def added(one: Cost, other: Cost) -> Cost:
    """The sum of two costs."""
    return tuple(a + b for a, b in zip(one, other, strict=True))


def ranked(costs: Sequence[Sequence[Cost]]) -> Iterator[tuple[Cost, tuple[int, ...]]]:
    """All ways to give each row a column that no other has, with what they cost, cheapest first; of equal cost, in the
    order of their columns. ``costs``: a row or more, each as long, of no more rows than columns.

    Best first, by what a beginning costs and what the rest costs at least; as that is known exactly, a way is found
    without looking at any that costs more. Its tables hold a number for every set of columns: for 12 columns at most.
    """
    width = len(costs[0])
    least = _least_rests(costs)
    zero = tuple(0 for _ in costs[0][0])
    heap: list[tuple[Cost, tuple[int, ...], Cost, int]] = [(least[0][0], (), zero, 0)]
    while heap:
        whole, chosen, cost, used = heappop(heap)
        row = len(chosen)
        if row == len(costs):
            yield whole, chosen
            continue
        for column in range(width):
            taken = used | 1 << column
            if taken != used:
                so_far = added(cost, costs[row][column])
                heappush(heap, (added(so_far, least[row + 1][taken]), (*chosen, column), so_far, taken))


def _least_rests(costs: Sequence[Sequence[Cost]]) -> list[dict[int, Cost]]:
    """For every row, by the set of columns that the rows before it took: what it and those after it cost at least."""
    width = len(costs[0])
    sets: list[set[int]] = [{0}]
    for _ in costs:
        sets.append({used | 1 << column for used in sets[-1] for column in range(width) if not used >> column & 1})
    least = [{used: tuple(0 for _ in costs[0][0]) for used in sets[-1]}]
    for row in range(len(costs) - 1, -1, -1):
        after = least[-1]
        least.append(
            {
                used: min(
                    added(costs[row][column], after[used | 1 << column])
                    for column in range(width)
                    if not used >> column & 1
                )
                for used in sets[row]
            }
        )
    return least[::-1]
