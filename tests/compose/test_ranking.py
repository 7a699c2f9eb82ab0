"""Assignments in order of cost, beside all of them tried."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from bulletin_layout.compose.arranging.ranking import Cost, ranked

Costs = list[list[Cost]]


@st.composite
def matrices(draw: st.DrawFn) -> Costs:
    """Up to six rows and as many columns or a few more; small numbers, so that ties are common; below 0 as well."""
    rows = draw(st.integers(1, 6))
    columns = draw(st.integers(rows, 6))
    cost = st.tuples(st.integers(-2, 6), st.integers(0, 2))
    return draw(st.lists(st.lists(cost, min_size=columns, max_size=columns), min_size=rows, max_size=rows))


def all_ways(costs: Costs) -> list[tuple[Cost, tuple[int, ...]]]:
    """Every assignment tried, in the order that ``ranked`` promises."""
    ways = itertools.permutations(range(len(costs[0])), len(costs))
    picked = (([row[column] for row, column in zip(costs, way, strict=True)], way) for way in ways)
    return sorted((tuple(map(sum, zip(*cells, strict=True))), way) for cells, way in picked)


@given(matrices(), st.integers(1, 40))
def test_the_best_assignments_are_those_found_by_trying_all(costs: Costs, most: int) -> None:
    assert list(itertools.islice(ranked(costs), most)) == all_ways(costs)[:most]


@given(matrices().filter(lambda costs: len(costs[0]) < 6))
def test_every_assignment_comes_once_in_order(costs: Costs) -> None:
    assert list(ranked(costs)) == all_ways(costs)


def test_the_heavier_part_of_a_cost_is_decisive() -> None:
    costs: Costs = [[(0, 9), (1, 0)], [(1, 0), (0, 9)]]
    assert [way for _, way in ranked(costs)] == [(0, 1), (1, 0)]


def test_eight_rows_of_eight_are_ranked_too() -> None:
    costs: Costs = [[((row - column) ** 2,) for column in range(8)] for row in range(8)]
    first, *others = itertools.islice(ranked(costs), 8)
    assert first == ((0,), tuple(range(8)))
    assert [cost for cost, _ in others] == [(2,)] * 7  # two neighbours changed places
