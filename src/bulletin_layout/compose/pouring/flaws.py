"""Flaws of poured text (排文缺陷): lone lines, holes, columns that do not align at the foot, heads at a column's
foot."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final, Literal

from bulletin_layout.compose.frame.seats import Stretch, by_column
from bulletin_layout.compose.pouring.poured import LINES_BELOW_HEAD, Poured
from bulletin_layout.compose.text.items import Item, TextItem
from bulletin_layout.findings.catalogue import arranging as said
from bulletin_layout.findings.phrases import NOTHING, Phrase
from bulletin_layout.values import dataclass

FlawKind = Literal["lone-head", "lone-foot", "head-at-foot", "hole", "feet", "lonely"]

#: The weight of each kind of flaw when settings are compared; a hole or an uneven foot counts for every row beyond the
#: first.
WEIGHTS: Final[Mapping[FlawKind, int]] = {
    "head-at-foot": 8, "lonely": 6, "lone-head": 4, "hole": 3, "feet": 2, "lone-foot": 1,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Flaw:
    """A flaw: its kind, its column (counted within the room), the item there, and its size in rows."""

    kind: FlawKind
    column: int
    item: int
    rows: int = 1

    @property
    def weight(self) -> int:
        """Its share of the total."""
        return WEIGHTS[self.kind] * self.rows


def flaws(poured: Poured, room: Sequence[Stretch], items: Sequence[Item], *, aligned: bool) -> tuple[Flaw, ...]:
    """All flaws in the columns of a room, in reading order. ``poured``: the whole thread; ``aligned``: the columns
    should end on the same row or one apart; otherwise only the last one may have empty rows at its foot."""
    columns = {stretch.column for stretch in room}
    found = [flaw for flaw in (*_stranded(poured, items), *_lonely(poured, items)) if flaw.column in columns]
    found += _empty(poured, room, items, aligned=aligned)
    return tuple(sorted(found, key=lambda flaw: (flaw.column, flaw.item)))


def in_words(found: Sequence[Flaw], before: int) -> Phrase:
    """The flaws in words for the slot table; ``before``: number of the thread's columns before this slot."""
    if not found:
        return NOTHING
    of_rows: Mapping[FlawKind, Callable[[int, int], Phrase]] = {"hole": said.hole, "feet": said.feet}
    in_column: Mapping[FlawKind, Callable[[int], Phrase]] = {
        "head-at-foot": said.head_at_foot,
        "lonely": said.lonely,
        "lone-head": said.lone_head,
        "lone-foot": said.lone_foot,
    }
    words = [
        of_rows[flaw.kind](flaw.column - before + 1, flaw.rows + 1)
        if flaw.kind in of_rows
        else in_column[flaw.kind](flaw.column - before + 1)
        for flaw in found
    ]
    return said.flaws(tuple(words))


def _stranded(poured: Poured, items: Sequence[Item]) -> list[Flaw]:
    """Single lines of a paragraph at a column's head or foot (孤行), and heads with too little text below them
    (标题落底)."""
    found: list[Flaw] = []
    placed = groupby(poured.lines, key=lambda place: (place.item, place.column))
    pieces = [(key, sum(len(place.lines) for place in own)) for key, own in placed]
    goes_on = poured.rest[0] if poured.rest is not None else -1
    for number, ((item, column), count) in enumerate(pieces):
        before = pieces[number - 1][0] if number else (-1, -1)
        after = pieces[number + 1][0] if number + 1 < len(pieces) else (-1, -1)
        if _is_head(items[item]):
            if after[1] != column and after[0] >= 0 and item + 1 == after[0] and not _is_head(items[after[0]]):
                found.append(Flaw("head-at-foot", column, item))
            continue
        alone = count == 1
        if alone and before[0] == item and after[0] != item and goes_on != item:
            found.append(Flaw("lone-head", column, item))
        elif alone and before[0] != item and after[0] == item:
            found.append(Flaw("lone-foot", column, item))
        under_head = before[0] >= 0 and _is_head(items[before[0]]) and before[1] == column
        if under_head and after[0] == item and count < LINES_BELOW_HEAD:
            found.append(Flaw("head-at-foot", column, before[0]))
    return found


def _is_head(item: Item) -> bool:
    return isinstance(item, TextItem) and item.is_head


def _lonely(poured: Poured, items: Sequence[Item]) -> list[Flaw]:
    """Last lines of a single character (孤字), unless the byline is on them too."""
    found = []
    for place, after in zip(poured.lines, (*poured.lines[1:], None), strict=False):
        item = items[place.item]
        ends = (after is None or after.item != place.item) and (poured.rest is None or poured.rest[0] != place.item)
        line, number = place.lines[-1], place.first + len(place.lines) - 1
        if ends and number and isinstance(item, TextItem) and not line.tail and line.runs:
            text = item.galley.text[line.start : line.end]
            if sum(map(str.isalnum, text)) <= 1:
                found.append(Flaw("lonely", place.column, place.item))
    return found


def _empty(poured: Poured, room: Sequence[Stretch], items: Sequence[Item], *, aligned: bool) -> list[Flaw]:
    """Empty rows: more than one within a column, or at the foot of a column beside longer ones."""
    columns, all_taken = dict(by_column(room)), poured.taken()
    taken = {column: all_taken[column] for column in columns if column in all_taken}
    if not taken:
        return []
    deepest, last = max(max(rows) for rows in taken.values()), max(taken)
    first = min(min(rows.values()) for rows in taken.values())
    found: list[Flaw] = []
    for column, rows in columns.items():
        if column > last:
            break
        here = taken.get(column, {})
        # Most columns are filled from head to foot, with at most one row left.
        if sum([row not in here for row in rows]) > 1:
            reached = [row for row in rows if not aligned or row <= deepest or row in here]
            found += _holes(column, reached, here, items, first, foot=aligned or column < last)
    return found


def _holes(
    column: int, rows: Sequence[int], taken: Mapping[int, int], items: Sequence[Item], item: int, *, foot: bool
) -> Iterator[Flaw]:
    """The empty rows of a column. ``taken``: the item in each row; ``item``: the first of the room; ``foot``: whether
    its foot counts."""
    empty = 0
    for row in rows:
        if row not in taken:
            empty += 1
            continue
        before, item = item, taken[row]
        if empty > 1:
            allowed = 1 + _air(items, before, item)
            if empty > allowed:
                yield Flaw("hole", column, item, empty - allowed)
        empty = 0
    if empty > 1 and foot:
        yield Flaw("feet", column, item, empty - 1)


def _air(items: Sequence[Item], before: int, after: int) -> int:
    """The rows of space that styles put between two items."""
    above, below = items[before], items[after]
    air = above.style.space_after if isinstance(above, TextItem) and before != after else 0
    return air + (below.style.space_before if isinstance(below, TextItem) and before != after else 0)
