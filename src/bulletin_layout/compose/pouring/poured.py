"""What pouring gives (灌文结果), and the settings of paragraphs that it meets again and again."""

from collections.abc import Mapping, Sequence
from dataclasses import field

from bulletin_layout.compose.frame.seats import Seat
from bulletin_layout.compose.text.item_lines import item_setting
from bulletin_layout.compose.text.items import Item, TextItem, head_rows
from bulletin_layout.compose.text.set_blocks import Blocks
from bulletin_layout.typeset import Line, Setting, break_into
from bulletin_layout.values import dataclass

#: A head keeps at least this many lines of text below it in its column (标题不落底).
LINES_BELOW_HEAD = 2

#: Paragraphs that take a line more (1) or less (-1) than is best for them alone (增减行), by item number.
Changes = Mapping[int, int]


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line in its seat; ``line_number`` counts within its item. A head's lines (``of``) share ``rows`` rows from
    its seat on; text has one row a line. ``opens``: that seat is the head of a column."""

    item: int
    line_number: int
    line: Line
    seat: Seat
    rows: int = 1
    of: int = 1
    opens: bool = False


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A block in ``rows`` rows from its seat, and where text stands above and below it in its column; ``part``: of a
    table that is cut, the first of its rows that stand here, and the first that does not. ``columns``: how many it
    stands over, and ``across`` its width there, in points; 0: that of its seat."""

    item: int
    seat: Seat
    rows: int
    air_above: bool
    air_below: bool
    part: tuple[int, int] | None = None
    columns: int = 1
    across: float = 0.0

    @property
    def width(self) -> float:
        """Its width, in points."""
        return self.across or self.seat.width

    @property
    def spots(self) -> tuple[tuple[int, int], ...]:
        """The columns and rows that it takes."""
        columns = range(self.seat.column, self.seat.column + self.columns)
        return tuple((column, self.seat.row + k) for column in columns for k in range(self.rows))


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

    @property
    def cut(self) -> tuple[int, ...]:
        """The tables that are cut, by item number."""
        return tuple(sorted({block.item for block in self.blocks if block.part is not None}))


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

    def is_head(self, number: int) -> bool:
        """Whether an item is a head."""
        item = self.items[number]
        return isinstance(item, TextItem) and item.is_head

    def head_rows(self, number: int, item: TextItem, width: float, *, opens: bool = False) -> int:
        """Whole rows of a head in a column; ``opens``: at its head."""
        return head_rows(item, len(self.setting(number, item, (width,)).lines), self.blocks.grid, opens=opens)
