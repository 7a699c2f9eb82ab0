"""The state of a pour (灌文进程): the next seat, and blocks that wait further on."""

from collections.abc import Sequence
from dataclasses import field
from typing import Final

from bulletin_layout.compose.frame.seats import Seat, Stretch
from bulletin_layout.compose.pouring.across import across
from bulletin_layout.compose.pouring.poured import LINES_BELOW_HEAD, Breaks, Changes, PlacedBlock, PlacedLines, Poured
from bulletin_layout.compose.pouring.seating import Seating
from bulletin_layout.compose.text.items import BlockItem, Item, TextItem
from bulletin_layout.typeset import Setting
from bulletin_layout.values import dataclass

#: By the number of a paragraph's lines, how many of them move with the signature after it so that no line stays alone;
#: 2 for longer paragraphs.
_MOVED: Final = {1: 1, 2: 2, 3: 1}


@dataclass(slots=True)
class Pouring:
    """The state of a pour. ``at``: the next seat. A block that does not fit there waits further on: its seats are
    taken out of the seating (the last of them at ``waiting``) while the text after it fills the column."""

    breaks: Breaks
    seating: Seating
    changes: Changes
    at: int = 0
    waiting: int = 0
    lines: list[PlacedLines] = field(default_factory=list)
    blocks: list[PlacedBlock] = field(default_factory=list)
    began: list[Seat | None] = field(default_factory=list)
    unplaced: list[int] = field(default_factory=list)
    refused: list[int] = field(default_factory=list)

    def poured(self, rest: tuple[int, int] | None = None, over: int = 0) -> Poured:
        """The result so far."""
        used = self.at if rest else self.at + self.seating.taken
        began, unplaced = tuple(self.began), tuple(self.unplaced)
        return Poured(tuple(self.lines), tuple(self.blocks), used, rest, over, began, unplaced, tuple(self.refused))

    def begin(self) -> None:
        """Note the seat where the next item begins, for those who pour again from there on."""
        self.began.append(self.seating.seat(self.at) if self.seating.reaches(self.at) else None)

    def place(self, number: int, item: Item) -> tuple[int, int] | None:
        """Place an item. When it does not fit, returns the offset of its surplus and how many lines of it are known to
        be over."""
        if isinstance(item, BlockItem):
            return None if self._block(number, item) else (0, 0)
        if item.style.space_before:
            self._skip(item.style.space_before)
        if item.rows:
            return None if self._head(number, item) else (0, 0)
        if item.is_kept:
            self._bring_along(number, item)
        return self._text(number, item)

    def _skip(self, rows: int) -> None:
        """Skip so many rows of space above an item, except at the head of a column."""
        for _ in range(rows):
            if 0 < self.at < self.seating.count and not self.seating.parts(self.at):
                self.at += 1

    def _text(self, number: int, item: TextItem) -> tuple[int, int] | None:
        lines = self._broken(number, item).lines
        # In slots, balancing mends lone lines afterwards. The pages of a running text are not balanced except the last
        # one, so lone lines are avoided here.
        if self.seating.more is not None:
            self._leave_none_alone(number, len(lines))
            self.seating.reaches(self.at + len(lines) - 1)
        first = 0
        for seats in self.seating.between(self.at, self.at + len(lines)):
            end = first + seats.length
            self.lines.append(PlacedLines(number, first, lines[first:end], seats))
            first = end
        self.at += first
        if first < len(lines):
            return lines[first].start, len(lines) - first
        self.at = min(self.seating.count, self.at + item.style.space_after)
        return None

    def _leave_none_alone(self, number: int, count: int) -> None:
        """When the first or last line of a running text would stand alone at one side of a column break (孤行), leave
        a seat empty there: the last line but one, or all lines, move to the next column."""
        seating, last = self.seating, self.at + count - 1
        if count < 2 or not seating.reaches(last + 1):
            return
        if seating.parts(self.at + 1):
            index = self.at
        elif seating.parts(last):
            index = last - 1
        else:
            return
        above = self.lines[-1] if self.lines else None
        # Moving lines on must not leave a head with too little text below it.
        under_head = above is not None and above.item == number - 1 and above.column == seating.seat(index).column
        if under_head and self.breaks.is_head(number - 1) and index - self.at < LINES_BELOW_HEAD:
            return
        # The lines after the empty seat were broken for other seats, so this works only where the last one gets a seat
        # of the same width.
        same_width = seating.seat(index).width == seating.seat(last + 1).width
        if index and not seating.parts(index) and same_width:
            self._take(index, 1)

    def _bring_along(self, number: int, item: TextItem) -> None:
        """Move a signature (落款) to the next column, with the last lines of the text before it, when it would be
        split or would start a column with nothing above it."""
        seating, before = self.seating, self.breaks.items[number - 1] if number else None
        own = [place for place in self.lines if place.item == number - 1]
        if not seating.reaches(self.at) or not own or not isinstance(before, TextItem) or before.rows:
            return
        # Move the signature only when it is split here, or starts the column.
        count = self._broken(number, item).count
        at_head = self.at > 0 and seating.parts(self.at)
        end = self.at if at_head else self.at + seating.below(self.at)
        if end - self.at >= count or not seating.reaches(end):
            return
        begins, length = seating.index(own[0].seats.seat(0)), sum(len(place.lines) for place in own)
        here = sum(len(place.lines) for place in own if place.column == own[-1].column)
        moved = min(here, _MOVED.get(length, 2))
        start = begins + length - moved
        alone = start == 0 or seating.parts(start)
        if alone or seating.below(end) < moved + count:
            return
        # Pour the paragraph before the signature again, without the seats of the lines that move.
        self.lines = [place for place in self.lines if place.item != number - 1]
        self.at = begins
        self._take(start, end - start)
        self._text(number - 1, before)
        self._skip(item.style.space_before)

    def _broken(self, number: int, item: TextItem) -> Setting:
        """Break a paragraph for the next seats. Only when this leaves a single line at a column's head or foot is it
        broken again, avoiding these places."""
        measures = self.seating.measures(self.at, item.most_lines) or (self.breaks.blocks.grid.measure,)
        setting = self.breaks.setting(number, item, measures)
        # A change of lines also moves the column starts that its last lines meet.
        count = setting.count + self.changes.get(number, 0)
        starts = frozenset(self.seating.starts(self.at, count))
        lone = count > 1 and (1 in starts or count - 1 in starts)
        if number in self.changes:
            changed = self.breaks.of_lines(number, item, measures, starts if lone else frozenset(), count)
            if changed is not None:
                return changed
            self.refused.append(number)
            lone = False
        setting = self.breaks.setting(number, item, measures, starts) if lone else setting
        if lone and self.seating.more is not None and setting.count - 1 in starts:
            return self.breaks.of_lines(number, item, measures, frozenset(), setting.count - 1) or setting
        return setting

    def _head(self, number: int, item: TextItem) -> bool:
        """Set a head in the first rows that leave enough text below it."""
        seating = self.seating
        for index in seating.onwards(self.at):
            seat, opens = seating.seat(index), seating.opens(index)
            rows = self.breaks.head_rows(number, item, seat.width, opens=opens)
            below = self._below(number + 1, seat.width)
            if seating.is_run(index, rows) and seating.goes_on(index + rows, below, seat.column, seat.row + rows):
                found = self.breaks.setting(number, item, (seat.width,)).lines
                self.lines.append(PlacedLines(number, 0, found, Stretch(*seat, rows), is_head=True, opens=opens))
                self.at = index + rows
                return True
        return False

    def _below(self, number: int, width: float) -> int:
        """The rows that must follow a head: those of further heads and the text lines that stay with them; 0 when
        nothing follows."""
        rows = 0
        for following in range(number, len(self.breaks.items)):
            item = self.breaks.items[following]
            if not isinstance(item, TextItem):
                break
            rows += item.style.space_before
            if not item.rows:
                # A text of one line cannot have two below its head.
                text = item.galley.natural + item.style.indent * item.style.size
                tail = item.tail.natural + item.style.size if item.tail else 0.0
                return rows + (1 if text + tail <= width else LINES_BELOW_HEAD)
            rows += self.breaks.head_rows(following, item, width)
        # Heads at the end of the text have nothing to keep; before a block, the same rows are kept as before text.
        return rows if number == len(self.breaks.items) else rows + LINES_BELOW_HEAD

    def _block(self, number: int, item: BlockItem) -> bool:
        """Set a block in the first rows free for it, not before an earlier block that waits."""
        seating = self.seating
        if item.span > 1 and self._across(number, item):
            return True
        for index in seating.onwards(max(self.at, self.waiting)):
            seat = seating.seat(index)
            spared = index == self.at  # what the story has above and below it stands there on the page, too
            above = self._goes_on_from(index) and not (spared and self._brings_air(number - 1))
            for below in (False, True):  # a block at a column's foot needs no air below it
                rows = self.breaks.blocks.rows(number, item, seat.width, air_above=above, air_below=below)
                at_foot = not seating.goes_on(index + rows, 1, seat.column, seat.row + rows)
                enough = below or at_foot or (spared and self._brings_air(number + 1))
                if enough and seating.is_run(index, rows):
                    self._keep(index, rows)
                    self.blocks.append(PlacedBlock(number, seat, rows, above, below and not at_foot))
                    return True
        return self._cut(number, item)

    def _across(self, number: int, item: BlockItem) -> bool:
        """Set a block over several columns, where they have room for it."""
        blocks = self.breaks.blocks
        found = across(
            self.seating,
            max(self.at, self.waiting),
            item.span,
            lambda width, above, below: blocks.rows(number, item, width, above, below),
        )
        if found is None:
            return False
        above, below, width = not found.at_head, found.at_head, found.width
        self.blocks.append(PlacedBlock(number, found.seat, found.rows, above, below, None, found.columns, width))
        if found.at_head:
            self.waiting = max(self.waiting, found.taken[0])
        for index in reversed(found.taken):
            self._take(index, 1)
        return True

    def _goes_on_from(self, index: int) -> bool:
        """Whether a seat is right below the one before it, or beside it."""
        before = self.seating.seat(index - 1) if index else None
        return before is not None and self.seating.goes_on(index, 1, before.column, before.row + 1)

    def _brings_air(self, number: int) -> bool:
        """Whether the item beside a block needs no air between them: a head has its own, and a byline belongs to the
        table or picture that ends its story."""
        item = self.breaks.items[number] if 0 <= number < len(self.breaks.items) else None
        if not isinstance(item, TextItem):
            return False
        return item.rows > 1 or item.role == "byline"

    def _cut(self, number: int, item: BlockItem) -> bool:
        """Split a table that is higher than any column between its rows, over the columns from here on; either all of
        it is placed or nothing."""
        at, first, parts = max(self.at, self.waiting), 0, list[tuple[int, PlacedBlock]]()
        while found := self._part(number, item, at, first):
            index, part, whole = found
            parts.append((index, part))
            at, first = index + self.seating.below(index), part.part[1] if part.part else 0
            if whole:
                self._keep_parts(parts)
                return True
        return False

    def _part(self, number: int, item: BlockItem, at: int, first: int) -> tuple[int, PlacedBlock, bool] | None:
        """The next part of a table, in the first column from a seat on that takes some of it: its seat, and whether it
        is the last part. Columns that earlier blocks leave too low for a single row are skipped."""
        seating, blocks, passed = self.seating, self.breaks.blocks, at
        for index in seating.onwards(at):
            if index < passed:
                continue
            seat, rows, above = seating.seat(index), seating.below(index), self._goes_on_from(index)
            end = blocks.fitting(number, item, seat.width, first, rows, air_above=above)
            if end > first:
                whole, part = end == blocks.ends(number, item, seat.width), (first, end)
                # Counted without air below first: only when rows remain in the column does the part need it.
                taken = blocks.rows(number, item, seat.width, above, False, part)
                below = whole and taken < rows
                taken = blocks.rows(number, item, seat.width, above, below, part)
                return index, PlacedBlock(number, seat, taken, above, below, part), whole
            # Not a single row of the table fits here: continue with the next column.
            passed = index + rows
        return None

    def _keep_parts(self, parts: Sequence[tuple[int, PlacedBlock]]) -> None:
        """Take the rows of a table's parts. Rows left over at the foot of such a column stay empty."""
        self.blocks += [part for _, part in parts]
        if parts[0][0] == self.at:
            self.at = parts[-1][0] + parts[-1][1].rows
            return
        self.waiting = parts[-1][0]
        for index, part in reversed(parts):  # what stands before an index keeps its place when seats go there
            self._take(index, part.rows)

    def _keep(self, index: int, rows: int) -> None:
        """Take rows for a block, here or further on."""
        if index == self.at:
            self.at += rows
            return
        self.waiting = index
        self._take(index, rows)

    def _take(self, index: int, rows: int) -> None:
        """Take out seats ahead. When the last waiting block is behind them, its index decreases accordingly."""
        self.seating.take(index, rows)
        if self.waiting > index:
            self.waiting -= rows
