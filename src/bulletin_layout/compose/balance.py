"""Balancing (栏尾取齐): columns no deeper than the story needs, their feet on one line or the next."""

from collections.abc import Callable, Sequence

from bulletin_layout.compose.pour import Poured
from bulletin_layout.compose.seats import TextColumn


def balance(columns: Sequence[TextColumn], pour_to: Callable[[Sequence[int]], Poured], full: Poured) -> Poured:
    """The shallowest columns that hold everything: feet differ by one line at most, left ones longer
    (CLREQ: 各栏行数相等，余数归末栏). ``pour_to`` pours with a last row for each column, ``full`` is everything poured
    as deep as the columns go."""
    low, high = min(c.first for c in columns), max(c.last for c in columns)
    best = full
    while low < high:
        middle = (low + high) // 2
        poured = pour_to([middle] * len(columns))
        if poured.rest is not None:
            low = middle + 1
        else:
            high, best = middle, poured
    for longer in range(1, len(columns)):
        poured = pour_to([high] * longer + [high - 1] * (len(columns) - longer))
        if poured.rest is None:
            return poured
    return best
