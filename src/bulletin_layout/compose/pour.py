"""Pouring (灌文): items into seats, one after another, until one of the two ends."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bulletin_layout.compose.blocks import Blocks
from bulletin_layout.compose.flow import BlockItem, Item, TextItem, head_rows
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
    """A figure or table in ``rows`` rows from its seat, and where text stands above and below it in its column."""

    item: int
    seat: Seat
    rows: int
    air_above: bool
    air_below: bool


@dataclass(frozen=True, slots=True)
class Poured:
    """What pouring gave. ``rest``: item and text offset where the surplus begins, None if all was placed;
    ``over_lines``: how many more lines the surplus would take; ``used``: seats taken, or passed over on the way."""

    lines: tuple[PlacedLine, ...]
    blocks: tuple[PlacedBlock, ...]
    used: int
    rest: tuple[int, int] | None = None
    over_lines: int = 0


@dataclass(slots=True)
class Breaks:
    """Settings already made: a paragraph meets the same measures many times while a slot is balanced."""

    items: Sequence[Item]
    blocks: Blocks
    known: dict[tuple[int, tuple[float, ...], frozenset[int]], Setting] = field(default_factory=dict)

    def setting(
        self, number: int, item: TextItem, measures: tuple[float, ...], starts: frozenset[int] = frozenset()
    ) -> Setting:
        """The item broken for these measures, avoiding lone lines at the column starts."""
        key = (number, measures, starts)
        if key not in self.known:
            self.known[key] = break_lines(item.galley, measures, column_starts=starts, tail=item.tail)
        return self.known[key]

    def head_rows(self, number: int, item: TextItem, width: float) -> int:
        """Whole rows of a head in a column."""
        return head_rows(item, len(self.setting(number, item, (width,)).lines), self.blocks.grid)


def pour(items: Sequence[Item], room: Sequence[Seat], breaks: Breaks) -> Poured:
    """Pour items into seats; deterministic, and what does not fit is a value."""
    pouring = _Pouring(breaks, room)
    for number, item in enumerate(items):
        rest = pouring.place(number, item, last=number == len(items) - 1)
        if rest is not None:
            offset, over = rest
            over += _lines_of(items, range(number + (1 if over else 0), len(items)), room, breaks)
            return Poured(tuple(pouring.lines), tuple(pouring.blocks), pouring.at, (number, offset), over)
    return Poured(tuple(pouring.lines), tuple(pouring.blocks), pouring.at + pouring.ahead)


def _lines_of(items: Sequence[Item], numbers: range, room: Sequence[Seat], breaks: Breaks) -> int:
    """How many lines of the last column's width items take that found no room at all."""
    width = room[-1].width if room else breaks.blocks.grid.measure
    total = 0
    for number in numbers:
        item = items[number]
        if isinstance(item, BlockItem):
            total += breaks.blocks.rows(number, item, width)
        elif item.rows:
            total += item.style.space_before + breaks.head_rows(number, item, width)
        else:
            total += item.style.space_before + len(breaks.setting(number, item, (width,)).lines)
    return total


@dataclass(slots=True)
class _Pouring:
    """Where pouring is: ``at`` is the next seat; a block that does not fit there waits further on, its seats taken
    out of ``room`` (``ahead`` of them, the last ones at ``waiting``), while the text after it fills the column."""

    breaks: Breaks
    room: Sequence[Seat]
    at: int = 0
    ahead: int = 0
    waiting: int = 0
    lines: list[PlacedLine] = field(default_factory=list)
    blocks: list[PlacedBlock] = field(default_factory=list)

    def place(self, number: int, item: Item, *, last: bool) -> tuple[int, int] | None:
        """Place an item; else the offset of its surplus, and the lines of it that are known to be over."""
        if isinstance(item, BlockItem):
            return None if self._block(number, item) else (0, 0)
        self._skip(item)
        if item.rows:
            return None if self._head(number, item, last=last) else (0, 0)
        return self._text(number, item)

    def _skip(self, item: TextItem) -> None:
        """Leave the item's rows of air, but none at the head of a column."""
        for _ in range(item.style.space_before):
            if 0 < self.at < len(self.room) and self.room[self.at - 1].column == self.room[self.at].column:
                self.at += 1

    def _text(self, number: int, item: TextItem) -> tuple[int, int] | None:
        lines = self._broken(number, item).lines
        fits = min(len(lines), len(self.room) - self.at)
        self.lines.extend(PlacedLine(number, k, lines[k], self.room[self.at + k]) for k in range(fits))
        self.at += fits
        if fits < len(lines):
            return lines[fits].start, len(lines) - fits
        self.at = min(len(self.room), self.at + item.style.space_after)
        return None

    def _broken(self, number: int, item: TextItem) -> Setting:
        """Break a paragraph for the seats that follow; only if a line then stands alone at a column's head or foot is
        it broken again with those places to avoid."""
        room, at = self.room, self.at
        narrowest = min((seat.width for seat in room[at : at + 200]), default=1.0)
        ahead = room[at : at + int(item.galley.natural / narrowest) + 4] or room[-1:]
        measures = _measures(ahead)
        setting = self.breaks.setting(number, item, measures)
        count = len(setting.lines)
        starts = frozenset(k for k in range(1, min(count + 1, len(ahead))) if ahead[k].column != ahead[k - 1].column)
        lone = count > 1 and (1 in starts or count - 1 in starts)
        return self.breaks.setting(number, item, measures, starts) if lone else setting

    def _head(self, number: int, item: TextItem, *, last: bool) -> bool:
        """Set a head in the first rows that have room for text below it."""
        for index in range(self.at, len(self.room)):
            seat = self.room[index]
            rows = self.breaks.head_rows(number, item, seat.width)
            below = 0 if last else self._below(number + 1, seat.width)
            if self._run(index, rows) and self._goes_on(index + rows, below, seat.column, seat.row + rows):
                found = self.breaks.setting(number, item, (seat.width,)).lines
                self.lines += [PlacedLine(number, k, line, seat, rows, len(found)) for k, line in enumerate(found)]
                self.at = index + rows
                return True
        return False

    def _below(self, number: int, width: float) -> int:
        """The rows that must follow a head: those of further heads, and the lines of text that stay with them."""
        rows = 0
        for following in range(number, len(self.breaks.items)):
            item = self.breaks.items[following]
            if not isinstance(item, TextItem):
                break
            if not item.rows:
                text = item.galley.natural + item.style.indent * item.style.size
                tail = item.tail.natural + item.style.size if item.tail else 0.0
                return rows + (1 if text + tail <= width else LINES_BELOW_HEAD)
            rows += self.breaks.head_rows(following, item, width)
        return rows + LINES_BELOW_HEAD

    def _block(self, number: int, item: BlockItem) -> bool:
        """Set a block in the first rows that are free for it, none before those of an earlier block that waits."""
        start = max(self.at, self.waiting)
        for index in range(start, len(self.room)):
            seat = self.room[index]
            above = index > 0 and self._goes_on(index, 1, self.room[index - 1].column, self.room[index - 1].row + 1)
            for below in (False, True):  # at a column's foot it needs no air below it
                rows = self.breaks.blocks.rows(number, item, seat.width, air_above=above, air_below=below)
                at_foot = not self._goes_on(index + rows, 1, seat.column, seat.row + rows)
                if (below or at_foot) and self._run(index, rows):
                    self._keep(index, rows)
                    self.blocks.append(PlacedBlock(number, seat, rows, above, below))
                    return True
        return False

    def _keep(self, index: int, rows: int) -> None:
        """Take rows for a block, here or further on."""
        if index == self.at:
            self.at += rows
            return
        self.room = (*self.room[:index], *self.room[index + rows :])
        self.ahead += rows
        self.waiting = index

    def _run(self, index: int, rows: int) -> bool:
        """Whether that many seats stand one below the other in one column, all as wide as the first."""
        room = self.room
        if index + rows > len(room):
            return False
        first = room[index]
        return all(
            seat.column == first.column and seat.row == first.row + k and abs(seat.width - first.width) < 0.01
            for k, seat in enumerate(room[index : index + rows])
        )

    def _goes_on(self, index: int, count: int, column: int, row: int) -> bool:
        """Whether that many seats follow in a column with no gap from a row on."""
        seats = self.room[index : index + count]
        return len(seats) == count and all(s.column == column and s.row <= row + k for k, s in enumerate(seats))


def _measures(ahead: Sequence[Seat]) -> tuple[float, ...]:
    """The widths ahead, the last one standing for all that follow."""
    widths = [seat.width for seat in ahead]
    while len(widths) > 1 and widths[-1] == widths[-2]:
        widths.pop()
    return tuple(widths)
