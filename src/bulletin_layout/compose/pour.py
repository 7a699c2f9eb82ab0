"""Pouring (灌文): items into seats, one after another, until one of the two ends."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from bulletin_layout.compose.blocks import Blocks
from bulletin_layout.compose.item_lines import item_setting
from bulletin_layout.compose.items import BlockItem, Item, TextItem, head_rows
from bulletin_layout.compose.seating import More, Seating
from bulletin_layout.compose.seats import Seat
from bulletin_layout.typeset import Line, Setting, break_into

#: A head keeps at least this many lines of text below it in its column (标题不落底).
LINES_BELOW_HEAD = 2
#: So many lines of a paragraph of so many go with the signature after it, so that none stays alone; else two.
_MOVED: Final = {1: 1, 2: 2, 3: 1}

#: Paragraphs that take a line more (1) or less (-1) than is best for them alone (增减行), by item number.
Changes = Mapping[int, int]


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
    """A block in ``rows`` rows from its seat, and where text stands above and below it in its column; ``part``: of a
    table that is cut, the first of its rows that stand here, and the first that does not."""

    item: int
    seat: Seat
    rows: int
    air_above: bool
    air_below: bool
    part: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Poured:
    """What pouring gave. ``rest``: item and text offset where the surplus begins, None if all was placed;
    ``over_lines``: how many more lines the surplus would take; ``used``: seats taken, or passed over on the way.
    ``began``: the next seat when each item's turn came, None at the end of all; ``unplaced``: items that no column
    of a page has room for, which pages without end leave out."""

    lines: tuple[PlacedLine, ...]
    blocks: tuple[PlacedBlock, ...]
    used: int
    rest: tuple[int, int] | None = None
    over_lines: int = 0
    began: tuple[Seat | None, ...] = ()
    unplaced: tuple[int, ...] = ()
    refused: tuple[int, ...] = ()  #: items that could not take the change that was asked of them


@dataclass(slots=True)
class Breaks:
    """Settings already made: a paragraph meets the same measures many times while a slot is balanced."""

    items: Sequence[Item]
    blocks: Blocks
    known: dict[tuple[int, tuple[float, ...], frozenset[int]], Setting] = field(default_factory=dict)
    changed: dict[tuple[int, tuple[float, ...], frozenset[int], int], Setting | None] = field(default_factory=dict)

    def setting(
        self, number: int, item: TextItem, measures: tuple[float, ...], starts: frozenset[int] = frozenset()
    ) -> Setting:
        """The item broken for these measures, avoiding lone lines at the column starts."""
        key = (number, measures, starts)
        if key not in self.known:
            self.known[key] = item_setting(item, measures, starts)
        return self.known[key]

    def of_lines(
        self, number: int, item: TextItem, measures: tuple[float, ...], starts: frozenset[int], count: int
    ) -> Setting | None:
        """The same in so many lines, if that does not show; rosters and signatures have their own."""
        if item.names or item.is_kept:
            return None
        key = (number, measures, starts, count)
        if key not in self.changed:
            self.changed[key] = break_into(item.galley, measures, count, column_starts=starts, tail=item.tail)
        return self.changed[key]

    def head_rows(self, number: int, item: TextItem, width: float) -> int:
        """Whole rows of a head in a column."""
        return head_rows(item, len(self.setting(number, item, (width,)).lines), self.blocks.grid)


def pour(
    items: Sequence[Item], room: Sequence[Seat], breaks: Breaks, changes: Changes = MappingProxyType({})
) -> Poured:
    """Pour items into seats; deterministic, and what does not fit is a value. ``changes`` are made where they do not
    show; ``Poured.refused`` says which were not."""
    pouring = _Pouring(breaks, Seating(list(room)), changes)
    for number, item in enumerate(items):
        rest = pouring.place(number, item)
        if rest is not None:
            offset, over = rest
            over += _lines_of(items, range(number + (1 if over else 0), len(items)), room, breaks)
            return pouring.poured((number, offset), over)
    return pouring.poured()


def pour_on(
    breaks: Breaks,
    more: More,
    room: Sequence[Seat] = (),
    first: int = 0,
    at: int = 0,
    changes: Changes = MappingProxyType({}),
) -> Poured:
    """Pour the items from one on into seats that ``more`` brings as they are needed, after those of a ``room`` whose
    seats before ``at`` are taken by what stands before."""
    pouring = _Pouring(breaks, Seating(list(room), more), changes, at)
    for number in range(first, len(breaks.items)):
        item = breaks.items[number]
        rest = pouring.place(number, item)
        if rest is None:
            continue
        if isinstance(item, TextItem) and not item.rows:
            return pouring.poured((number, rest[0]))
        pouring.unplaced.append(number)
    return pouring.poured()


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
    out of the seating (``ahead`` of them, the last ones at ``waiting``), while the text after it fills the column."""

    breaks: Breaks
    seating: Seating
    changes: Changes
    at: int = 0
    ahead: int = 0
    waiting: int = 0
    lines: list[PlacedLine] = field(default_factory=list)
    blocks: list[PlacedBlock] = field(default_factory=list)
    began: list[Seat | None] = field(default_factory=list)
    unplaced: list[int] = field(default_factory=list)
    refused: list[int] = field(default_factory=list)

    def poured(self, rest: tuple[int, int] | None = None, over: int = 0) -> Poured:
        """What was placed so far."""
        used = self.at if rest else self.at + self.ahead
        began, unplaced = tuple(self.began), tuple(self.unplaced)
        return Poured(tuple(self.lines), tuple(self.blocks), used, rest, over, began, unplaced, tuple(self.refused))

    def place(self, number: int, item: Item) -> tuple[int, int] | None:
        """Place an item; else the offset of its surplus, and the lines of it that are known to be over."""
        self.began.append(self.seating.seats[self.at] if self.seating.reaches(self.at) else None)
        if isinstance(item, BlockItem):
            return None if self._block(number, item) else (0, 0)
        self._skip(item)
        if item.rows:
            return None if self._head(number, item) else (0, 0)
        if item.is_kept:
            self._bring_along(number, item)
        return self._text(number, item)

    def _skip(self, item: TextItem) -> None:
        """Leave the item's rows of air, but none at the head of a column."""
        seats = self.seating.seats
        for _ in range(item.style.space_before):
            if 0 < self.at < len(seats) and seats[self.at - 1].column == seats[self.at].column:
                self.at += 1

    def _text(self, number: int, item: TextItem) -> tuple[int, int] | None:
        lines = self._broken(number, item).lines
        self.seating.reaches(self.at + len(lines) - 1)
        room = self.seating.seats
        fits = min(len(lines), len(room) - self.at)
        self.lines.extend(PlacedLine(number, k, lines[k], room[self.at + k]) for k in range(fits))
        self.at += fits
        if fits < len(lines):
            return lines[fits].start, len(lines) - fits
        self.at = min(len(room), self.at + item.style.space_after)
        return None

    def _bring_along(self, number: int, item: TextItem) -> None:
        """Where a signature (落款) would not stand whole in its column, or at the head of one with nothing above it,
        it goes on in the next, with the last lines of the text before it."""
        seating, before = self.seating, self.breaks.items[number - 1] if number else None
        own = [place for place in self.lines if place.item == number - 1]
        if not seating.reaches(self.at) or not own or not isinstance(before, TextItem) or before.rows:
            return
        count = len(self._broken(number, item).lines)
        at_head = self.at > 0 and seating.seats[self.at - 1].column != seating.seats[self.at].column
        end = self.at if at_head else self.at + seating.below(self.at)
        if end - self.at >= count or not seating.reaches(end):
            return
        here = [place for place in own if place.seat.column == own[-1].seat.column]
        moved = min(len(here), _MOVED.get(len(own), 2))
        start = seating.seats.index(here[-moved].seat)
        alone = start == 0 or seating.seats[start - 1].column != here[-1].seat.column
        if alone or seating.below(end) < moved + count:
            return
        self.lines = [place for place in self.lines if place.item != number - 1]
        self.at = seating.seats.index(own[0].seat)
        seating.take(start, end - start)
        self.ahead += end - start
        self.waiting -= end - start if self.waiting > start else 0
        self._text(number - 1, before)
        self._skip(item)

    def _broken(self, number: int, item: TextItem) -> Setting:
        """Break a paragraph for the seats that follow; only if a line then stands alone at a column's head or foot is
        it broken again with those places to avoid."""
        ahead = self.seating.ahead(self.at, item.most_lines)
        measures = _measures(ahead)
        setting = self.breaks.setting(number, item, measures)
        count = len(setting.lines) + self.changes.get(number, 0)
        starts = frozenset(k for k in range(1, min(count + 1, len(ahead))) if ahead[k].column != ahead[k - 1].column)
        lone = count > 1 and (1 in starts or count - 1 in starts)
        if number in self.changes:
            changed = self.breaks.of_lines(number, item, measures, starts if lone else frozenset(), count)
            if changed is not None:
                return changed
            self.refused.append(number)
            lone = False
        return self.breaks.setting(number, item, measures, starts) if lone else setting

    def _head(self, number: int, item: TextItem) -> bool:
        """Set a head in the first rows that have room for text below it."""
        for index in self.seating.onwards(self.at):
            seat = self.seating.seats[index]
            rows = self.breaks.head_rows(number, item, seat.width)
            below = self._below(number + 1, seat.width)
            if self.seating.is_run(index, rows) and self.seating.goes_on(
                index + rows, below, seat.column, seat.row + rows
            ):
                found = self.breaks.setting(number, item, (seat.width,)).lines
                self.lines += [PlacedLine(number, k, line, seat, rows, len(found)) for k, line in enumerate(found)]
                self.at = index + rows
                return True
        return False

    def _below(self, number: int, width: float) -> int:
        """The rows that must follow a head: those of further heads, and the lines of text that stay with them; none
        where nothing follows."""
        rows = 0
        for following in range(number, len(self.breaks.items)):
            item = self.breaks.items[following]
            if not isinstance(item, TextItem):
                break
            rows += item.style.space_before
            if not item.rows:
                text = item.galley.natural + item.style.indent * item.style.size
                tail = item.tail.natural + item.style.size if item.tail else 0.0
                return rows + (1 if text + tail <= width else LINES_BELOW_HEAD)
            rows += self.breaks.head_rows(following, item, width)
        return rows if number == len(self.breaks.items) else rows + LINES_BELOW_HEAD

    def _block(self, number: int, item: BlockItem) -> bool:
        """Set a block in the first rows that are free for it, none before those of an earlier block that waits."""
        seating = self.seating
        for index in seating.onwards(max(self.at, self.waiting)):
            seat, before = seating.seats[index], seating.seats[index - 1]
            above = index > 0 and seating.goes_on(index, 1, before.column, before.row + 1)
            for below in (False, True):  # at a column's foot it needs no air below it
                rows = self.breaks.blocks.rows(number, item, seat.width, air_above=above, air_below=below)
                at_foot = not seating.goes_on(index + rows, 1, seat.column, seat.row + rows)
                if (below or at_foot) and seating.is_run(index, rows):
                    self._keep(index, rows)
                    self.blocks.append(PlacedBlock(number, seat, rows, above, below))
                    return True
        return self._cut(number, item)

    def _cut(self, number: int, item: BlockItem) -> bool:
        """A table that no column holds whole, row by row over the columns from here on: all of it or nothing."""
        seating, blocks = self.seating, self.breaks.blocks
        at, first, parts = max(self.at, self.waiting), 0, list[tuple[int, PlacedBlock]]()
        while seating.reaches(at):
            seat, before, rows = seating.seats[at], seating.seats[at - 1], seating.below(at)
            above = at > 0 and seating.goes_on(at, 1, before.column, before.row + 1)
            end = blocks.fitting(number, item, seat.width, first, rows, air_above=above)
            if end == first and not above:  # one row of it is higher than a column
                return False
            if end > first:
                whole, part = end == blocks.ends(number, item, seat.width), (first, end)
                taken = blocks.rows(number, item, seat.width, above, False, part)
                below = whole and taken < rows
                taken = blocks.rows(number, item, seat.width, above, below, part)
                parts.append((at, PlacedBlock(number, seat, taken, above, below, part)))
                first = end
                if whole:
                    self._keep_parts(parts)
                    return True
            at += rows
        return False

    def _keep_parts(self, parts: Sequence[tuple[int, PlacedBlock]]) -> None:
        """Take the rows of a table's parts; the last rows of a column that they leave stay empty."""
        self.blocks += [part for _, part in parts]
        if parts[0][0] == self.at:
            self.at = parts[-1][0] + parts[-1][1].rows
            return
        for index, part in reversed(parts):
            self.seating.take(index, part.rows)
        self.ahead += sum(part.rows for _, part in parts)
        self.waiting = parts[-1][0] - sum(part.rows for _, part in parts[:-1])

    def _keep(self, index: int, rows: int) -> None:
        """Take rows for a block, here or further on."""
        if index == self.at:
            self.at += rows
            return
        self.seating.take(index, rows)
        self.ahead += rows
        self.waiting = index


def _measures(ahead: Sequence[Seat]) -> tuple[float, ...]:
    """The widths ahead, the last one standing for all that follow."""
    widths = [seat.width for seat in ahead]
    while len(widths) > 1 and widths[-1] == widths[-2]:
        widths.pop()
    return tuple(widths)
