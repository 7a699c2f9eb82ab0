"""A slot's title (标题位置): above the text, at its side or inside it, and the space that it leaves."""

import math
from collections.abc import Mapping, Sequence

from bulletin_layout.compose.blocks.titles import (
    VerticalPart,
    group_rows,
    heads_of,
    horizontal_marks,
    horizontal_parts,
    vertical_marks,
    vertical_parts,
    vertical_width,
)
from bulletin_layout.compose.frame.seats import CLEARANCE, Obstacle, TextColumn, joined_columns, text_columns
from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import composing as said
from bulletin_layout.findings.phrases import Phrase
from bulletin_layout.fonts import FontBook
from bulletin_layout.grid import Area, Grid
from bulletin_layout.issue import Slot, Story, Style, TitleSpec
from bulletin_layout.page import Mark
from bulletin_layout.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Titled:
    """A title as set: its marks, the areas that it blocks for text, and findings."""

    marks: tuple[Mark, ...] = ()
    obstacle: Obstacle | None = None
    findings: tuple[Finding, ...] = ()


def place_title(
    slot: Slot,
    story: Story | None,
    areas: Sequence[Area],
    banners: Sequence[Area],
    grid: Grid,
    book: FontBook,
    where: Phrase,
    *,
    centred: bool,
) -> tuple[Titled, tuple[TextColumn, ...]]:
    """The title at its place, in the first of the slot's areas and clear of its banners, with the remaining text
    columns. ``story`` None: the slot continues a story and has no title."""
    spec, area = slot.title, areas[0]
    setting = _Setting(story, spec, slot.styles, grid, book, where) if story and heads_of(story) else None
    place = spec.place
    titled = Titled()
    if setting and place in ("left", "right"):
        titled, area = side_title(setting, area, narrow=spec.rows is None and len(areas) == 1)
    if len(areas) > 1:
        columns = joined_columns(areas, grid)
    else:
        columns = text_columns(area, grid, slot.text.columns, slot.text.gutter, centred=centred)
    bearing = [c for c in columns if area.x - 0.01 <= c.x and c.x + c.width <= area.right + 0.01]
    if not bearing or setting is None:
        return titled, columns
    if place == "inside" and spec.direction == "vertical":
        titled = inside_vertical_title(setting, area, bearing)
    elif place in ("top", "inside"):
        titled = top_title(setting, area, bearing, banners)
    return titled, columns


@dataclass(frozen=True, slots=True)
class _Setting:
    """The values that every title is set from."""

    story: Story
    spec: TitleSpec
    styles: Mapping[str, Style]
    grid: Grid
    book: FontBook
    where: Phrase

    def vertical(self, rows: int) -> tuple[tuple[VerticalPart, ...], tuple[Finding, ...]]:
        """The heads set vertically in a number of rows."""
        return vertical_parts(self.story, self.styles, self.grid.height_of(rows), self.book, self.where)

    def too_wide(self, own: Area, room: Area) -> tuple[Finding, ...]:
        """The finding for a vertical title wider than the space for it."""
        if own.x >= room.x - 0.01 and own.right <= room.right + 0.01:
            return ()
        return (said.title_too_wide(self.place, where=self.where, width=own.width, has=room.width),)

    @property
    def place(self) -> Location:
        """Where the title is written."""
        return heads_of(self.story)[0][1].location


def side_title(setting: _Setting, area: Area, *, narrow: bool) -> tuple[Titled, Area]:
    """A vertical title at the left or right edge. With ``narrow`` the text gets the rest of the area, in whole 字;
    otherwise the area stays whole and the text runs round the title."""
    spec, grid = setting.spec, setting.grid
    rows = max(1, min(spec.rows or area.rows, area.rows))
    parts, findings = setting.vertical(rows)
    wanted = max(vertical_width(parts), (spec.lines or 0) * grid.line)
    width = math.ceil(wanted / grid.em - 1e-6) * grid.em
    at_right = spec.place == "right"
    x = area.right - width if at_right else area.x
    own = Area(x, x + width, area.first, area.first + rows - 1)
    findings = (*findings, *setting.too_wide(own, area))
    marks = vertical_marks(parts, own, grid, setting.story.slug)
    if not narrow:
        return Titled(marks, Obstacle(own, "around"), findings), area
    gap = CLEARANCE * grid.em
    rest = replace(area, right=x - gap) if at_right else replace(area, x=x + width + gap)
    return Titled(marks, None, findings), rest


def top_title(setting: _Setting, area: Area, columns: Sequence[TextColumn], banners: Sequence[Area] = ()) -> Titled:
    """A horizontal title over the first ``span`` columns, or inside the text at its column and row."""
    spec, grid, story = setting.spec, setting.grid, setting.story
    span = min(spec.span or len(columns), len(columns))
    first_column = min((spec.col or 1) - 1, len(columns) - span) if spec.place == "inside" else 0
    left, last = columns[first_column], columns[first_column + span - 1]
    own = Area(left.x, last.x + last.width, area.first, area.first)
    for _ in range(2):  # set for the whole width first, and again if a banner is in its way
        parts, findings = horizontal_parts(story, setting.styles, own.width, setting.book, setting.where)
        rows = group_rows(parts, grid, spec.lines)
        top = area.first + spec.air_before
        if spec.place == "inside":
            top = area.first + ((spec.row - 1) if spec.row else max(0, (area.rows - rows) // 3))
        own = replace(own, first=top, last=top + rows - 1)
        clear = _clear_of(own, banners, CLEARANCE * grid.em)
        if clear == own:
            break
        own = clear
    blocked = Area(left.x, last.x + last.width, top - spec.air_before, own.last + spec.air_after)
    if own.last > area.last:
        has = max(0, area.last - top + 1)
        findings = (*findings, said.title_too_high(setting.place, where=setting.where, rows=rows, has=has))
    return Titled(horizontal_marks(parts, own, grid, story.slug), Obstacle(blocked, "block"), findings)


def _clear_of(area: Area, banners: Sequence[Area], gap: float) -> Area:
    """The part of an area that is clear of banners at its sides. It stays centred if that costs at most a quarter of
    the width."""
    left, right = area.x, area.right
    for banner in banners:
        beside = banner.first <= area.last and banner.last >= area.first
        if beside and banner.x < area.right and banner.right > area.x:
            if banner.x - area.x < area.right - banner.right:
                left = max(left, banner.right + gap)
            else:
                right = min(right, banner.x - gap)
    margin = max(left - area.x, area.right - right)
    if area.width - 2 * margin >= 0.75 * (right - left):
        left, right = area.x + margin, area.right - margin
    return replace(area, x=left, right=right) if right > left else area


def inside_vertical_title(setting: _Setting, area: Area, columns: Sequence[TextColumn]) -> Titled:
    """A vertical title within the text, in the middle of its columns or at ``col`` and ``row``."""
    spec, grid = setting.spec, setting.grid
    left, right = columns[0], columns[-1]
    rows = max(1, min(spec.rows or area.rows * 2 // 3, area.rows))
    parts, findings = setting.vertical(rows)
    width = max(vertical_width(parts), (spec.lines or 0) * grid.line)
    if spec.col is not None:
        x = columns[min(spec.col, len(columns)) - 1].x
    else:
        x = (left.x + right.x + right.width - width) / 2
    top = area.first + ((spec.row - 1) if spec.row else (area.rows - rows) // 2)
    own = Area(x, x + width, top, top + rows - 1)
    if own.last > area.last:
        row = spec.row or 1
        findings = (*findings, said.title_beyond_slot(setting.place, where=setting.where, rows=rows, row=row))
    findings = (*findings, *setting.too_wide(own, area))
    return Titled(vertical_marks(parts, own, grid, setting.story.slug), Obstacle(own, "around"), findings)
