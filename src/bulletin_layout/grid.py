"""The grid of a page (版心网格): positions of its columns and rows, in points from the top left corner of the trim.

Row r (from 0) is the em box of one line of body text: its top is ``top + r * line``. The gap between lines is below the
em box. A block of n rows has no gap below its last row: it is ``n * line - (line - em)`` high, so that its foot aligns
with the foot of the text beside it.
"""

import math
from collections.abc import Iterable

from bulletin_layout.issue import Box, Sheet
from bulletin_layout.measures import EM_ASCENT
from bulletin_layout.values import dataclass


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle: its top left corner and its size, points."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def foot(self) -> float:
        """The lower edge."""
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Area:
    """A part of the type area: from ``x`` to ``right`` in points, rows ``first`` to ``last`` inclusive, from 0."""

    x: float
    right: float
    first: int
    last: int

    @property
    def width(self) -> float:
        """Width in points."""
        return self.right - self.x

    @property
    def rows(self) -> int:
        """Number of rows; 0 if ``last`` is above ``first``."""
        return max(0, self.last - self.first + 1)


@dataclass(frozen=True, slots=True)
class Grid:
    """The grid of one page.

    ``em``: 1字, the body size; ``line``: 1行, baseline to baseline; ``top``: top of row 0; ``columns``: left edges of
    the columns, each ``measure`` wide with ``gutter`` between; all points. ``inner_is_left``: the binding edge is at
    the left.
    """

    em: float
    line: float
    top: float
    rows: int
    columns: tuple[float, ...]
    measure: float
    gutter: float
    inner_is_left: bool

    @property
    def left(self) -> float:
        """The left edge of the type area (版心)."""
        return self.columns[0]

    @property
    def right(self) -> float:
        """The right edge of the type area."""
        return self.columns[-1] + self.measure

    @property
    def foot(self) -> float:
        """The foot of the last row: the bottom of the type area."""
        return self.row_foot(self.rows - 1)

    def row_top(self, row: int) -> float:
        """The top of a row's em box."""
        return self.top + row * self.line

    def row_foot(self, row: int) -> float:
        """The foot of a row's em box."""
        return self.top + row * self.line + self.em

    def baseline(self, row: int) -> float:
        """y of the baseline of body text on a row."""
        return self.top + row * self.line + EM_ASCENT * self.em

    def height_of(self, rows: int) -> float:
        """The height in points of a block of ``rows`` whole rows."""
        return rows * self.line - (self.line - self.em)

    def rows_for(self, height: float) -> int:
        """The number of whole rows (占行) that a block of ``height`` points takes, at least 1."""
        return max(1, math.ceil((height + self.line - self.em) / self.line - 1e-6))

    def rect(self, area: Area) -> Rect:
        """The rectangle of an area."""
        return Rect(area.x, self.row_top(area.first), area.width, self.height_of(area.rows))

    def area(self, box: Box) -> Area:
        """The area of a box. A box in points (``fixed``) gets the rows that lie completely within it."""
        if box.fixed is None:
            first, last = box.cols
            return Area(
                self.columns[first - 1],
                self.columns[last - 1] + self.measure,
                box.rows[0] - 1,
                box.rows[1] - 1,
            )
        x, y, width, height = box.fixed
        # 1e-6: a box that was converted from millimetres must not lose a row to rounding.
        first_row = math.ceil((y - self.top) / self.line - 1e-6)
        last_row = math.floor((y + height - self.top - self.em) / self.line + 1e-6)
        return Area(x, x + width, first_row, last_row)

    def box_rect(self, box: Box) -> Rect:
        """The rectangle of a box; a box in points keeps the size that the designer wrote."""
        if box.fixed is None:
            return self.rect(self.area(box))
        return Rect(*box.fixed)


def stretches(rows: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """(First, last) of each unbroken series in rising row numbers."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and found[-1][1] == row - 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return tuple(found)


def page_grid(sheet: Sheet, page_number: int) -> Grid:
    """The grid of a page. Odd pages (单页码) have the inner margin at the left.

    Columns are whole 字 wide (CLREQ: 行长应为文字尺寸的整数倍); what remains of the width is added to both side
    margins.
    """
    em, line = sheet.scale.em, sheet.scale.line
    measure = sheet.measure * em
    width = sheet.columns * measure + (sheet.columns - 1) * sheet.gutter
    inner_is_left = page_number % 2 == 1
    spare = (sheet.width - sheet.inner - sheet.outer - width) / 2
    left = (sheet.inner if inner_is_left else sheet.outer) + spare
    return Grid(
        em=em,
        line=line,
        top=sheet.top,
        rows=int((sheet.height - sheet.top - sheet.bottom + line - em) / line + 1e-6),
        columns=tuple(left + k * (measure + sheet.gutter) for k in range(sheet.columns)),
        measure=measure,
        gutter=sheet.gutter,
        inner_is_left=inner_is_left,
    )
