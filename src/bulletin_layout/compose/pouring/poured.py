"""The result of pouring (灌文结果), and a cache of paragraphs set for given measures."""

from collections.abc import Mapping, Sequence
from dataclasses import field

from bulletin_layout.compose.frame.seats import Seat, Stretch
from bulletin_layout.compose.text.item_lines import item_setting, setting_of_lines
from bulletin_layout.compose.text.items import Item, TextItem, head_rows
from bulletin_layout.compose.text.set_blocks import Blocks
from bulletin_layout.typeset import Line, Setting
from bulletin_layout.values import NamedTuple, dataclass

#: Least number of text lines below a head in its column (标题不落底).
LINES_BELOW_HEAD = 2

#: By item number, paragraphs to be set in one line more (1) or less (-1) than their best setting (增减行).
Changes = Mapping[int, int]


class PlacedLines(NamedTuple):
    """Lines of an item that stand one below the other: a line on each of the ``seats``, or a head, whose lines share
    the rows of its seats. ``first``: the number within the item of the first of these lines. ``opens``: a head stands
    at the top of a column."""

    item: int
    first: int
    lines: tuple[Line, ...]
    seats: Stretch
    is_head: bool = False
    opens: bool = False

    @property
    def column(self) -> int:
        """Their column."""
        return self.seats.column


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A block in ``rows`` rows from its seat, and whether text is above and below it in its column. ``part``: for a
    table that is split, its first row here and the first row no longer here. ``columns``: how many columns it spans,
    and ``across`` the width of these in points; 0: that of its seat."""

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
    def column(self) -> int:
        """Its first column."""
        return self.seat.column

    @property
    def spots(self) -> tuple[tuple[int, range], ...]:
        """The columns that it stands in, each with the rows that it takes there."""
        rows = range(self.seat.row, self.seat.row + self.rows)
        return tuple((self.seat.column + k, rows) for k in range(self.columns))


@dataclass(frozen=True, slots=True)
class Poured:
    """The result of pouring. ``rest``: item and text offset where the surplus begins, None when all was placed;
    ``over_lines``: lines that the surplus would take; ``used``: seats used or passed over. ``began``: by item, the
    next seat when its turn came, None at the end of all seats; ``unplaced``: items higher than any column of a page,
    left out on pages without end."""

    lines: tuple[PlacedLines, ...]
    blocks: tuple[PlacedBlock, ...]
    used: int
    rest: tuple[int, int] | None = None
    over_lines: int = 0
    began: tuple[Seat | None, ...] = ()
    unplaced: tuple[int, ...] = ()
    refused: tuple[int, ...] = ()  #: items that cannot be set in the number of lines requested

    @property
    def cut(self) -> tuple[int, ...]:
        """The tables that are split, by item number."""
        return tuple(sorted({block.item for block in self.blocks if block.part is not None}))

    @property
    def columns(self) -> list[int]:
        """The column of everything that was placed."""
        return [place.column for place in self.lines] + [block.column for block in self.blocks]

    def taken(self) -> dict[int, dict[int, int]]:
        """For each column, the item in each row."""
        found: dict[int, dict[int, int]] = {}
        for place in self.lines:
            found.setdefault(place.column, {}).update(dict.fromkeys(place.seats.rows, place.item))
        for block in self.blocks:
            for column, rows in block.spots:
                found.setdefault(column, {}).update(dict.fromkeys(rows, block.item))
        return found

    def rows_taken(self) -> dict[int, int]:
        """For each column, how many seats and rows of blocks are taken."""
        found: dict[int, int] = {}
        for place in self.lines:
            found[place.column] = found.get(place.column, 0) + place.seats.length
        for block in self.blocks:
            for column, rows in block.spots:
                found[column] = found.get(column, 0) + len(rows)
        return found


@dataclass(slots=True)
class Breaks:
    """A cache of settings: while a slot is balanced, the same paragraph meets the same measures many times."""

    items: Sequence[Item]
    blocks: Blocks
    known: dict[tuple[int, tuple[float, ...], frozenset[int]], Setting] = field(default_factory=dict)
    changed: dict[tuple[int, tuple[float, ...], frozenset[int], int], Setting | None] = field(default_factory=dict)

    def setting(
        self, number: int, item: TextItem, measures: tuple[float, ...], starts: frozenset[int] = frozenset()
    ) -> Setting:
        """The item broken for these measures (points), avoiding single lines at the column starts."""
        key = (number, measures, starts)
        if key not in self.known:
            self.known[key] = item_setting(item, measures, self.blocks.book, starts)
        return self.known[key]

    def of_lines(
        self, number: int, item: TextItem, measures: tuple[float, ...], starts: frozenset[int], count: int
    ) -> Setting | None:
        """Like ``setting``, with a given number of lines; None when that would show, and for lines that are fixed."""
        key = (number, measures, starts, count)
        if key not in self.changed:
            self.changed[key] = setting_of_lines(item, measures, self.blocks.book, starts, count)
        return self.changed[key]

    def is_head(self, number: int) -> bool:
        """Whether an item is a head."""
        item = self.items[number]
        return isinstance(item, TextItem) and item.is_head

    def head_rows(self, number: int, item: TextItem, width: float, *, opens: bool = False) -> int:
        """Whole rows of a head in a column of a width in points; ``opens``: at the top of the column."""
        return head_rows(item, self.setting(number, item, (width,)).count, self.blocks.grid, opens=opens)
