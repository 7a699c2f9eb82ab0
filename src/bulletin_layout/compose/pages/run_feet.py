"""Fills the columns of a running text to the foot (简报栏底): a picture becomes one 行 higher or lower where that
fills its column."""

from collections.abc import Mapping
from typing import Final

from bulletin_layout.compose.blocks.figure_rows import FigureRow
from bulletin_layout.compose.frame.seats import by_column
from bulletin_layout.compose.pages.run_pouring import PouredRun, poured_again
from bulletin_layout.compose.text.items import BlockItem
from bulletin_layout.fonts import FontBook

#: Most combinations tried.
_MOST_TRIES: Final = 24


def with_full_feet(run: PouredRun, book: FontBook) -> PouredRun:
    """The run with pictures one row higher or lower, each where this leaves fewer empty rows at the feet of the
    columns before the last one, and needs no further page."""
    best, empty = run, _empty_feet(run)
    gives: dict[int, int] = {}
    tries = 0
    for number, item in enumerate(run.flow.items):
        if not (isinstance(item, BlockItem) and isinstance(item.block, FigureRow)) or not empty:
            continue
        columns = {block.column for block in best.poured.blocks if block.item == number}
        if columns.isdisjoint(empty):
            continue
        for more in (1, -1):
            tries += 1
            tried = poured_again(run, book, {**gives, number: more})
            left = _empty_feet(tried)
            if tried.pages <= best.pages and _weight(left) < _weight(empty):
                best, empty, gives = tried, left, {**gives, number: more}
                break
        if tries >= _MOST_TRIES:
            break
    return best


def _empty_feet(run: PouredRun) -> Mapping[int, int]:
    """The number of empty rows at the foot of each column before the one where the text ends, without full columns."""
    taken = run.poured.taken()
    last = max(taken, default=0)
    found = {}
    for room in run.rooms:
        for column, rows in by_column(room.seats):
            here = taken.get(column, {})
            filled = max((row for row in rows if row in here), default=rows[0] - 1)
            empty = sum(row > filled for row in rows)
            if column < last and empty:
                found[column] = empty
    return found


def _weight(empty: Mapping[int, int]) -> int:
    """The sum of the squares: a foot counts for more the more rows of it are empty."""
    return sum(rows * rows for rows in empty.values())
