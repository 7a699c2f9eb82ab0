"""Pouring (灌文): items into seats, one after another, until one of the two ends."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bulletin_layout.compose.flow import BlockItem, Item, TextItem
from bulletin_layout.compose.seats import Seat
from bulletin_layout.typeset import Line, Setting, break_lines

#: A head keeps at least this many lines of text below it in its column (标题不落底).
LINES_BELOW_HEAD = 2


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line in its seat; ``line_number`` counts within its item. A head's lines (``of``) share ``rows`` rows from
    its seat on; text has one row a line."""

    item: int
    line_number: int
    line: Line
    seat: Seat
    rows: int = 1
    of: int = 1


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A figure or table in ``rows`` rows from its seat."""

    item: int
    seat: Seat
    rows: int


@dataclass(frozen=True, slots=True)
class Poured:
    """What pouring gave. ``rest``: item and text offset where the surplus begins, None if all was placed;
    ``over_lines``: how many more lines the surplus would take; ``used``: seats up to the last one taken."""

    lines: tuple[PlacedLine, ...]
    blocks: tuple[PlacedBlock, ...]
    used: int
    rest: tuple[int, int] | None = None
    over_lines: int = 0


@dataclass(slots=True)
class Breaks:
    """Settings already made: a paragraph meets the same measures many times while a slot is balanced."""

    items: Sequence[Item]
    rows_of: Callable[[BlockItem, float], int]
    known: dict[tuple[int, tuple[float, ...], frozenset[int]], Setting] = field(default_factory=dict)

    def setting(self, number: int, measures: tuple[float, ...], starts: frozenset[int]) -> Setting:
        """The item broken for these measures, avoiding lone lines at the column starts."""
        item = self.items[number]
        assert isinstance(item, TextItem)
        key = (number, measures, starts)
        if key not in self.known:
            self.known[key] = break_lines(item.galley, measures, column_starts=starts, tail=item.tail)
        return self.known[key]


def pour(items: Sequence[Item], room: Sequence[Seat], breaks: Breaks) -> Poured:
    """Pour items into seats; deterministic, and what does not fit is a value."""
    lines: list[PlacedLine] = []
    blocks: list[PlacedBlock] = []
    at = 0
    for number, item in enumerate(items):
        if isinstance(item, BlockItem):
            spot = _block_seat(item, room, at, breaks)
            if spot is None:
                return _overset(items, number, 0, lines, blocks, at, room, breaks)
            index, rows = spot
            blocks.append(PlacedBlock(number, room[index], rows))
            at = index + rows
            continue
        at = _skip(item, room, at, first=not lines and not blocks)
        if item.rows:
            seat = _head_seat(number, item, room, at, breaks, last=number == len(items) - 1)
            if seat is None:
                return _overset(items, number, 0, lines, blocks, at, room, breaks)
            at = _place_head(number, item, room, seat, lines, breaks)
            continue
        setting = _break_here(number, room, at, breaks)
        fits = min(len(setting.lines), len(room) - at)
        lines.extend(PlacedLine(number, k, setting.lines[k], room[at + k]) for k in range(fits))
        at += fits
        if fits < len(setting.lines):
            start = setting.lines[fits].start
            return _overset(items, number, start, lines, blocks, at, room, breaks, len(setting.lines) - fits)
        at = min(len(room), at + item.style.space_after)
    return Poured(tuple(lines), tuple(blocks), at)


def _skip(item: TextItem, room: Sequence[Seat], at: int, *, first: bool) -> int:
    """Leave the item's rows of air, but none at the head of a column."""
    for _ in range(item.style.space_before):
        if at >= len(room) or first or at == 0 or room[at - 1].column != room[at].column:
            break
        at += 1
    return at


def _break_here(number: int, room: Sequence[Seat], at: int, breaks: Breaks) -> Setting:
    """Break a paragraph for the seats that follow; only if a line then stands alone at a column's head or foot is it
    broken again with those places to avoid."""
    item = breaks.items[number]
    assert isinstance(item, TextItem)
    narrowest = min((seat.width for seat in room[at : at + 200]), default=1.0)
    ahead = room[at : at + int(item.galley.natural / narrowest) + 4] or room[-1:]
    setting = breaks.setting(number, _measures(ahead), frozenset())
    count = len(setting.lines)
    starts = frozenset(k for k in range(1, min(count + 1, len(ahead))) if ahead[k].column != ahead[k - 1].column)
    lone = [k for k in starts if count > 1 and k in (1, count - 1)]
    return breaks.setting(number, _measures(ahead), starts) if lone else setting


def _measures(ahead: Sequence[Seat]) -> tuple[float, ...]:
    """The widths ahead, the last one standing for all that follow."""
    widths = [seat.width for seat in ahead]
    while len(widths) > 1 and widths[-1] == widths[-2]:
        widths.pop()
    return tuple(widths)


def _run_of_rows(room: Sequence[Seat], index: int, rows: int) -> bool:
    """Whether that many seats stand one below the other in one column, all as wide as the first."""
    if index + rows > len(room):
        return False
    first = room[index]
    return all(
        seat.column == first.column and seat.row == first.row + k and abs(seat.width - first.width) < 0.01
        for k, seat in enumerate(room[index : index + rows])
    )


def head_rows(item: TextItem, count: int) -> int:
    """Rows of a head of so many lines: what its style gives one line, and one more for every other."""
    return item.rows + count - 1


def _head_seat(number: int, item: TextItem, room: Sequence[Seat], at: int, breaks: Breaks, *, last: bool) -> int | None:
    """The first place where a head fits with text below it."""
    below = 0 if last else LINES_BELOW_HEAD
    for index in range(at, len(room)):
        rows = head_rows(item, len(breaks.setting(number, (room[index].width,), frozenset()).lines))
        if _run_of_rows(room, index, rows):
            after = room[index + rows : index + rows + below]
            if len(after) == below and all(seat.column == room[index].column for seat in after):
                return index
    return None


def _place_head(
    number: int, item: TextItem, room: Sequence[Seat], index: int, lines: list[PlacedLine], breaks: Breaks
) -> int:
    """Set a head in its rows, its lines centred in them as one."""
    setting = breaks.setting(number, (room[index].width,), frozenset())
    rows = head_rows(item, len(setting.lines))
    count = len(setting.lines)
    lines += [PlacedLine(number, k, line, room[index], rows, count) for k, line in enumerate(setting.lines)]
    return min(len(room), index + rows)


def _block_seat(item: BlockItem, room: Sequence[Seat], at: int, breaks: Breaks) -> tuple[int, int] | None:
    """The first place where a block's rows stand free."""
    for index in range(at, len(room)):
        rows = breaks.rows_of(item, room[index].width)
        if _run_of_rows(room, index, rows):
            return index, rows
    return None


def _overset(
    items: Sequence[Item],
    number: int,
    offset: int,
    lines: list[PlacedLine],
    blocks: list[PlacedBlock],
    used: int,
    room: Sequence[Seat],
    breaks: Breaks,
    over: int = 0,
) -> Poured:
    """What was placed, and how many lines of the last column's width the surplus would still take."""
    width = room[-1].width if room else 1.0
    for later in range(number + (1 if over else 0), len(items)):
        item = items[later]
        if isinstance(item, BlockItem):
            over += breaks.rows_of(item, width)
        else:
            count = len(breaks.setting(later, (width,), frozenset()).lines)
            over += max(item.rows, count) + item.style.space_before
    return Poured(tuple(lines), tuple(blocks), used, (number, offset), over)
