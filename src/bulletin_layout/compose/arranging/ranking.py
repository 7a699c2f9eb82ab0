"""Lists assignments in the order of their cost (指派问题): each row gets a column of its own, the cheapest first."""

from collections.abc import Iterator, Sequence
from heapq import heappop, heappush

#: A cost: components compared from left to right, added one by one. All costs of a search have the same length.
Cost = tuple[int, ...]


def added(one: Cost, other: Cost) -> Cost:
    """The sum of two costs."""
    return tuple(a + b for a, b in zip(one, other, strict=True))


def ranked(costs: Sequence[Sequence[Cost]]) -> Iterator[tuple[Cost, tuple[int, ...]]]:
    """(Cost, column of each row) for all assignments of different columns to rows, cheapest first; ties in the order of
    columns. ``costs[row][column]``: at least one row, at most as many rows as columns.

    A* search: partial assignments are ordered by their cost plus the least cost of the rest. That is known exactly, so
    no assignment is completed that costs more than the one that is returned. The table for it has an entry for every
    set of columns, which limits this to about 12 columns.
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
            # ``taken == used``: the column has a story already.
            taken = used | 1 << column
            if taken != used:
                so_far = added(cost, costs[row][column])
                heappush(heap, (added(so_far, least[row + 1][taken]), (*chosen, column), so_far, taken))


def _least_rests(costs: Sequence[Sequence[Cost]]) -> list[dict[int, Cost]]:
    """For each row: bit set of columns that the rows before it use → least cost of this row and those after it."""
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
