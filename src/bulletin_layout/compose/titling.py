"""Where a slot's title stands (标题位置): above the text, at its side, or inside it; what room it leaves."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

from bulletin_layout.compose.grid import Area, Grid
from bulletin_layout.compose.seats import CLEARANCE, Obstacle, TextColumn
from bulletin_layout.compose.titles import (
    group_rows,
    horizontal_marks,
    horizontal_parts,
    vertical_marks,
    vertical_parts,
    vertical_width,
)
from bulletin_layout.diagnostics import Diagnostic
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Story, Style, TitleSpec
from bulletin_layout.page import Mark


@dataclass(frozen=True, slots=True)
class Titled:
    """A title set: its marks, what it keeps text from, and faults."""

    marks: tuple[Mark, ...] = ()
    obstacle: Obstacle | None = None
    diagnostics: tuple[Diagnostic, ...] = ()


def has_title(story: Story) -> bool:
    """Whether there is anything to set."""
    return story.headline is not None or story.kicker is not None or story.deck is not None


def side_title(
    story: Story,
    spec: TitleSpec,
    styles: Mapping[str, Style],
    area: Area,
    grid: Grid,
    book: FontBook,
    where: str,
) -> tuple[Titled, Area]:
    """A vertical title at the left or right edge; the text has what is left of the area, in whole 字.
    A title that takes only some rows (``rows``) leaves the area whole and lets text run round it."""
    rows = min(spec.rows or area.rows, area.rows)
    span = Area(area.x, area.right, area.first, area.first + rows - 1)
    parts, faults = vertical_parts(story, styles, grid.height_of(rows), book, where)
    wanted = max(vertical_width(parts), (spec.lines or 0) * grid.line)
    width = math.ceil(wanted / grid.em - 1e-6) * grid.em
    at_right = spec.place == "right"
    x = area.right - width if at_right else area.x
    own = Area(x, x + width, span.first, span.last)
    marks = vertical_marks(parts, own, grid, story.slug)
    if spec.rows is not None:
        return Titled(marks, Obstacle(own, "around"), faults), area
    gap = CLEARANCE * grid.em
    rest = replace(area, right=x - gap) if at_right else replace(area, x=x + width + gap)
    return Titled(marks, None, faults), rest


def top_title(
    story: Story,
    spec: TitleSpec,
    styles: Mapping[str, Style],
    columns: tuple[TextColumn, ...],
    grid: Grid,
    book: FontBook,
    where: str,
) -> Titled:
    """A horizontal title over the first ``span`` columns, or inside the text at its column and row."""
    span = min(spec.span or len(columns), len(columns))
    first_column = min((spec.col or 1) - 1, len(columns) - span) if spec.place == "inside" else 0
    left, last = columns[first_column], columns[first_column + span - 1]
    measure = last.x + last.width - left.x
    parts, faults = horizontal_parts(story, styles, measure, book, where)
    air_before, air_after = spec.air_before, spec.air_after
    rows = group_rows(parts, grid, spec.lines)
    top = left.first + air_before
    if spec.place == "inside":
        height = left.last - left.first + 1
        top = left.first + ((spec.row - 1) if spec.row else max(0, (height - rows) // 3))
    area = Area(left.x, left.x + measure, top, top + rows - 1)
    blocked = Area(area.x, area.right, top - air_before, area.last + air_after)
    return Titled(horizontal_marks(parts, area, grid, book, story.slug), Obstacle(blocked, "block"), faults)


def inside_vertical_title(
    story: Story,
    spec: TitleSpec,
    styles: Mapping[str, Style],
    columns: tuple[TextColumn, ...],
    grid: Grid,
    book: FontBook,
    where: str,
) -> Titled:
    """A vertical title that text runs round, in the middle of its columns or at ``col`` and ``row``."""
    left, right = columns[0], columns[-1]
    height = left.last - left.first + 1
    rows = min(spec.rows or max(1, height * 2 // 3), height)
    parts, faults = vertical_parts(story, styles, grid.height_of(rows), book, where)
    width = max(vertical_width(parts), (spec.lines or 0) * grid.line)
    if spec.col is not None:
        x = columns[min(spec.col, len(columns)) - 1].x
    else:
        x = (left.x + right.x + right.width - width) / 2
    top = left.first + ((spec.row - 1) if spec.row else (height - rows) // 2)
    area = Area(x, x + width, top, top + rows - 1)
    return Titled(vertical_marks(parts, area, grid, story.slug), Obstacle(area, "around"), faults)
