"""Balancing (栏尾取齐): columns no deeper than the story needs, their feet on one line or the next."""

from collections.abc import Sequence

from bulletin_layout.compose.flow import Item
from bulletin_layout.compose.grid import Grid
from bulletin_layout.compose.pour import Breaks, Poured, pour
from bulletin_layout.compose.seats import Obstacle, TextColumn, seats


def balance(
    items: Sequence[Item],
    columns: Sequence[TextColumn],
    obstacles: Sequence[Obstacle],
    grid: Grid,
    breaks: Breaks,
    full: Poured,
) -> Poured:
    """The shallowest columns that hold everything: feet differ by one line at most, left ones longer
    (CLREQ: 各栏行数相等，余数归末栏). ``full``: everything poured as deep as the columns go."""
    low, high = min(c.first for c in columns), max(c.last for c in columns)
    best = full

    def attempt(depths: Sequence[int]) -> Poured | None:
        poured = pour(items, seats(columns, obstacles, grid, depths), breaks)
        return poured if poured.rest is None else None

    while low < high:
        middle = (low + high) // 2
        poured = attempt([middle] * len(columns))
        if poured is None:
            low = middle + 1
        else:
            high, best = middle, poured
    for longer in range(1, len(columns)):
        poured = attempt([high] * longer + [high - 1] * (len(columns) - longer))
        if poured is not None:
            return poured
    return best
