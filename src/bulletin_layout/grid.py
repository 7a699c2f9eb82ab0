"""The page's grid (版心网格): where columns and rows lie on this page, in points from the top left of the trim.

Row r (from 0) is the em box of one body line: its top is ``top + r * line``. The gap between lines lies below the em
box, so a block of n rows is ``n * line - (line - em)`` high and its foot aligns with the foot of the text beside it.
"""

import math
from collections.abc import Iterable

from bulletin_layout.issue import Box, Sheet
from bulletin_layout.measures import EM_ASCENT
from bulletin_layout.values import dataclass


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle in points."""

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
        """Points from edge to edge."""
        return self.right - self.x

    @property
    def rows(self) -> int:
        """How many rows it has; none when ``last`` lies above ``first``."""
        return max(0, self.last - self.first + 1)


@dataclass(frozen=True, slots=True)
class Grid:
    """The grid of one page. ``columns`` are the left edges of the page columns, all ``measure`` points wide."""

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
        """The foot of the last row."""
        return self.row_foot(self.rows - 1)

    def row_top(self, row: int) -> float:
        """The top of a row's em box."""
        return self.top + row * self.line

    def row_foot(self, row: int) -> float:
        """The foot of a row's em box."""
        return self.top + row * self.line + self.em

    def baseline(self, row: int) -> float:
        """The baseline of body text on a row."""
        return self.top + row * self.line + EM_ASCENT * self.em

    def height_of(self, rows: int) -> float:
        """The height of a block of whole rows."""
        return rows * self.line - (self.line - self.em)

    def rows_for(self, height: float) -> int:
        """The least number of whole rows (占行) that hold a height in points."""
        return max(1, math.ceil((height + self.line - self.em) / self.line - 1e-6))

    def rect(self, area: Area) -> Rect:
        """The rectangle of an area."""
        return Rect(area.x, self.row_top(area.first), area.width, self.height_of(area.rows))

    def area(self, box: Box) -> Area:
        """The rows and edges of a box; a box in points takes the rows that lie wholly within it."""
        if box.fixed is None:
            first, last = box.cols
            return Area(
                self.columns[first - 1],
                self.columns[last - 1] + self.measure,
                box.rows[0] - 1,
                box.rows[1] - 1,
            )
        x, y, width, height = box.fixed
        first_row = math.ceil((y - self.top) / self.line - 1e-6)
        last_row = math.floor((y + height - self.top - self.em) / self.line + 1e-6)
        return Area(x, x + width, first_row, last_row)

    def box_rect(self, box: Box) -> Rect:
        """The rectangle of a box as the designer wrote it."""
        if box.fixed is None:
            return self.rect(self.area(box))
        return Rect(*box.fixed)


def stretches(rows: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Rising row numbers as unbroken stretches: the first and the last of each."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and found[-1][1] == row - 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return tuple(found)


def page_grid(sheet: Sheet, page_number: int) -> Grid:
    """Lay the grid on a page. Odd pages (单页码) have the inner margin at the left; what whole 字 leave over of the
    width is shared by the two side margins (CLREQ: 行长应为文字尺寸的整数倍)."""
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
