"""One story in one slot: title, photos and banners take their room, the text is poured round them and balanced."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bulletin_layout.compose.figures import figure_marks, figure_rows, set_figure
from bulletin_layout.compose.flow import BlockItem, Item, TextItem, flow, place_of
from bulletin_layout.compose.grid import EM_ASCENT, Area, Grid
from bulletin_layout.compose.photos import place_photos
from bulletin_layout.compose.pour import Breaks, PlacedBlock, PlacedLine, Poured, pour
from bulletin_layout.compose.report import SlotReport
from bulletin_layout.compose.rules import frame_marks, vertical_rule
from bulletin_layout.compose.seats import Obstacle, Seat, TextColumn, seats, text_columns
from bulletin_layout.compose.setting import leading_of
from bulletin_layout.compose.tables import set_table, table_marks, table_rows
from bulletin_layout.compose.titling import Titled, has_title, inside_vertical_title, side_title, top_title
from bulletin_layout.diagnostics import Diagnostic, error, warning
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Figure, PagePlan, Slot, Story
from bulletin_layout.page import Mark, TextMark


@dataclass(frozen=True, slots=True)
class ComposedSlot:
    """A slot's marks (panels and rules below, pictures, then its text in reading order), its report and findings."""

    ground: tuple[Mark, ...]
    text: tuple[Mark, ...]
    report: SlotReport
    diagnostics: tuple[Diagnostic, ...]
    top: float


def compose_slot(
    plan: PagePlan, slot: Slot, story: Story, grid: Grid, banners: Mapping[str, Area], book: FontBook
) -> ComposedSlot:
    """Compose a story in its slot. Nothing is lost: what does not fit is counted and named in the findings."""
    where = f'page {plan.number} slot "{slot.name}"'
    areas = [grid.area(box) for box in slot.boxes]
    framed = slot.frame.border != "none" or slot.frame.fill is not None
    inner = [_inside(area, slot, grid) for area in areas] if framed else areas
    titled, columns = _title(slot, story, inner, grid, book, where, centred=framed)
    obstacles = [titled.obstacle] if titled.obstacle else []
    obstacles += [Obstacle(banners[name], "around") for name in slot.text.around if name in banners]
    photos = place_photos(slot, story, columns, obstacles, grid, book)
    obstacles += photos.obstacles
    items = flow(story, slot.styles, book)

    def rows_of(item: BlockItem, width: float) -> int:
        return block_rows(item, width, slot, grid, book)

    everything = seats(columns, obstacles, grid)
    breaks = Breaks(items, rows_of)
    poured = pour(items, everything, breaks)
    if poured.rest is None and slot.text.balance:
        poured = balance(items, columns, obstacles, grid, breaks, poured)
    ground: list[Mark] = []
    if framed:
        ground += [mark for area in areas for mark in frame_marks(slot.frame, grid.rect(area))]
    ground += _column_rules(slot, columns, obstacles, grid)
    # Captions before the body: an extractor that goes by position would take one beside the byline for part of it.
    text = [*titled.marks, *photos.captions, *_text_marks(items, poured, slot, story, grid, book)]
    faults = (
        *titled.diagnostics,
        *photos.diagnostics,
        *_missing(items),
        *_fit_findings(items, everything, poured, slot, story, where, len(columns)),
    )
    return ComposedSlot(
        (*ground, *photos.pictures),
        tuple(text),
        slot_report(plan, slot, story, items, everything, poured),
        faults,
        grid.row_top(areas[0].first),
    )


def _inside(area: Area, slot: Slot, grid: Grid) -> Area:
    """The area inside a frame: the inset at the sides, whole rows of it above and below."""
    inset = slot.frame.inset
    rows = max(0, round((inset + grid.line * 0.4) / grid.line)) if inset else 0
    return Area(area.x + inset, area.right - inset, area.first + rows, area.last - rows)


def _title(
    slot: Slot, story: Story, areas: Sequence[Area], grid: Grid, book: FontBook, where: str, *, centred: bool
) -> tuple[Titled, tuple[TextColumn, ...]]:
    """The title where the slot wants it, and the text columns that remain."""
    spec, area = slot.title, areas[0]
    titled = Titled()
    wanted = has_title(story) and spec.place != "none"
    if wanted and spec.place in ("left", "right"):
        titled, area = side_title(story, spec, slot.styles, area, grid, book, where)
    if len(areas) > 1:
        columns = _united(areas, grid)
    else:
        columns = text_columns(area, grid, slot.text.columns, slot.text.gutter, centred=centred)
    if not columns:
        return titled, ()
    if wanted and spec.place == "inside" and spec.direction == "vertical":
        titled = inside_vertical_title(story, spec, slot.styles, columns, grid, book, where)
    elif wanted and spec.place in ("top", "inside"):
        titled = top_title(story, spec, slot.styles, columns, grid, book, where)
    return titled, columns


def _united(areas: Sequence[Area], grid: Grid) -> tuple[TextColumn, ...]:
    """The columns of an L-shaped slot: boxes that stand one below the other in a page column make one text column."""
    columns: list[TextColumn] = []
    for x in grid.columns:
        parts = sorted((a.first, a.last) for a in areas if a.x <= x + 0.01 and x + grid.measure <= a.right + 0.01)
        for first, last in parts:
            if columns and columns[-1].x == x and first <= columns[-1].last + 1:
                columns[-1] = replace(columns[-1], last=max(last, columns[-1].last))
            else:
                columns.append(TextColumn(x, grid.measure, first, last))
    return tuple(columns)


def balance(
    items: Sequence[Item],
    columns: Sequence[TextColumn],
    obstacles: Sequence[Obstacle],
    grid: Grid,
    breaks: Breaks,
    full: Poured,
) -> Poured:
    """The shallowest columns that hold everything (栏尾取齐): feet differ by one line at most, left ones longer
    (CLREQ: 各栏行数相等，余数归末栏)."""
    low, high = min(c.first for c in columns), max(c.last for c in columns)
    best = full

    def attempt(depths: Sequence[int]) -> Poured | None:
        room = seats(columns, obstacles, grid, depths)
        poured = pour(items, room, breaks) if room else None
        return poured if poured is not None and poured.rest is None else None

    while low < high:
        middle = (low + high) // 2
        poured = attempt([middle] * len(columns))
        if poured is None:
            low = middle + 1
        else:
            high, best = middle, poured
    for longer in range(1, len(columns)):
        poured = attempt([high] * longer + [high - 1] * (len(columns) - longer))
        if poured is not None:
            return poured
    return best


def block_rows(item: BlockItem, width: float, slot: Slot, grid: Grid, book: FontBook) -> int:
    """Whole rows that a figure or table in the flow takes in a column of this width."""
    if isinstance(item.block, Figure):
        return figure_rows(set_figure(item.block.photo, width, slot.styles, book, caption=True), None, grid, 2)
    return table_rows(set_table(item.block, width, slot.styles, book), grid)


def _text_marks(
    items: Sequence[Item], poured: Poured, slot: Slot, story: Story, grid: Grid, book: FontBook
) -> list[Mark]:
    """The poured lines and blocks as marks, in the story's order."""
    marks: list[Mark] = []
    placed: list[PlacedLine | PlacedBlock] = [*poured.lines, *poured.blocks]
    for place in sorted(placed, key=lambda p: (p.item, p.line_number if isinstance(p, PlacedLine) else 0)):
        item = items[place.item]
        if isinstance(place, PlacedLine) and isinstance(item, TextItem):
            marks.extend(_line_marks(place, item, story, grid))
        elif isinstance(place, PlacedBlock) and isinstance(item, BlockItem):
            area = Area(place.seat.x, place.seat.x + place.seat.width, place.seat.row, place.seat.row + place.rows - 1)
            if isinstance(item.block, Figure):
                figure = set_figure(item.block.photo, place.seat.width, slot.styles, book, caption=True)
                marks.extend(figure_marks(figure, area, grid, story.slug, air_above=True, air_below=True))
            else:
                table = set_table(item.block, place.seat.width, slot.styles, book)
                marks.extend(table_marks(table, area, grid, story.slug, place.item + 1))
    return marks


def _line_marks(place: PlacedLine, item: TextItem, story: Story, grid: Grid) -> list[TextMark]:
    if item.is_head:
        pitch = max(leading_of(item.style), grid.line)
        content = (place.of - 1) * pitch + item.style.size
        top = grid.row_top(place.seat.row) + (grid.height_of(place.rows) - content) / 2
        baseline = top + place.line_number * pitch + EM_ASCENT * item.style.size
    else:
        baseline = grid.baseline(place.seat.row)
    number = place.item + 1
    own = [
        TextMark(place.seat.x, baseline, run, item.role, story.slug, number, place.line_number)
        for run in place.line.runs
    ]
    tail = [
        TextMark(place.seat.x, baseline, run, "byline", story.slug, number, place.line_number)
        for run in place.line.tail
    ]
    return own + tail


def _column_rules(slot: Slot, columns: Sequence[TextColumn], obstacles: Sequence[Obstacle], grid: Grid) -> list[Mark]:
    """Rules in the gutters, wherever no title, photo or banner lies across the gutter."""
    marks: list[Mark] = []
    if slot.text.rule == "none":
        return marks
    for left, right in itertools.pairwise(columns):
        x = (left.x + left.width + right.x) / 2
        crossing = [o.area for o in obstacles if o.area.x < x < o.area.right]
        rows = [
            row
            for row in range(max(left.first, right.first), min(left.last, right.last) + 1)
            if not any(a.first <= row <= a.last for a in crossing)
        ]
        for first, last in _stretches(rows):
            marks.extend(vertical_rule(slot.text.rule, x, grid.row_top(first), grid.row_foot(last), None))
    return marks


def _stretches(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Rows as unbroken stretches."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and found[-1][1] == row - 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found


def _missing(items: Sequence[Item]) -> list[Diagnostic]:
    """Characters that no font has, each at its place."""
    return [
        error(
            "missing-glyph",
            f"no font has {char!r} (U+{ord(char):04X}): add a family that has it to fonts.yaml",
            place_of(item.paragraph, max(0, offset - item.label)),
        )
        for item in items
        if isinstance(item, TextItem)
        for offset, char in item.galley.missing
    ]


def _characters(text: str) -> int:
    """字: characters that are not space."""
    return sum(not char.isspace() for char in text)


def _set_characters(items: Sequence[Item], poured: Poured) -> int:
    total = 0
    for place in poured.lines:
        item = items[place.item]
        if isinstance(item, TextItem) and item.role != "byline":
            total += _characters(item.galley.text[place.line.start : place.line.end])
    return total


def _rest_text(items: Sequence[Item], rest: tuple[int, int]) -> str:
    """The text that found no room."""
    number, offset = rest
    texts = [item.galley.text if isinstance(item, TextItem) else "" for item in items]
    return texts[number][offset:] + "".join(texts[number + 1 :])


def slot_report(
    plan: PagePlan, slot: Slot, story: Story, items: Sequence[Item], room: Sequence[Seat], poured: Poured
) -> SlotReport:
    """The slot's row of the slot table."""
    over = _rest_text(items, poured.rest) if poured.rest else ""
    taken = sum(block.rows for block in poured.blocks)
    taken += sum(place.rows for place in poured.lines if place.of == 1 or not place.line_number)
    left = max(0, len(room) - poured.used) if not poured.rest else 0
    em = plan.layout.sheet.scale.em
    widths = [int(seat.width / em + 1e-6) for seat in room]
    return SlotReport(
        page=plan.number,
        slot=slot.name,
        story=story.slug,
        room_chars=sum(widths),
        room_lines=len(room),
        set_chars=_set_characters(items, poured),
        set_lines=taken,
        over_chars=_characters(over),
        over_lines=poured.over_lines,
        short_chars=sum(widths[len(room) - left :]) if left else 0,
        short_lines=left,
    )


def _fit_findings(
    items: Sequence[Item],
    room: Sequence[Seat],
    poured: Poured,
    slot: Slot,
    story: Story,
    where: str,
    columns: int,
) -> list[Diagnostic]:
    """Over is an error that shows the surplus; short by more than ``slot.short`` lines a column is a warning."""
    if poured.rest is not None:
        number, offset = poured.rest
        item = items[number]
        surplus = _rest_text(items, poured.rest)
        if isinstance(item, TextItem):
            place = place_of(item.paragraph, max(0, offset - item.label))
        else:
            place = item.block.location
        begins = f"; surplus begins 「{surplus.strip()[:6]}」" if surplus.strip() else ""
        message = f"{where}: over by {_characters(surplus)}字 ({poured.over_lines}行){begins}"
        return [error("overset", message, place)]
    left = len(room) - poured.used
    if left > slot.short * columns:
        em = items[0].style.size if items and isinstance(items[0], TextItem) else 1.0
        chars = sum(int(seat.width / em + 1e-6) for seat in room[-left:])
        return [warning("short", f"{where}: short by {left}行 ({chars}字)", story.location)]
    return []
