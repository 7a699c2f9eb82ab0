"""One story in one slot: title, photos and banners take their room, the text is poured round them and balanced."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bulletin_layout.compose.balance import balance
from bulletin_layout.compose.blocks import Blocks
from bulletin_layout.compose.fit import fit_findings, missing_characters, slot_report, wide_tables
from bulletin_layout.compose.flow import flow
from bulletin_layout.compose.grid import Area, Grid
from bulletin_layout.compose.photos import place_photos
from bulletin_layout.compose.pour import Breaks, pour
from bulletin_layout.compose.poured_marks import column_rules, poured_marks
from bulletin_layout.compose.report import SlotReport
from bulletin_layout.compose.rules import frame_marks
from bulletin_layout.compose.seats import Obstacle, TextColumn, seats
from bulletin_layout.compose.titling import place_title
from bulletin_layout.diagnostics import Diagnostic, error
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import PagePlan, Slot, Story
from bulletin_layout.page import Mark


@dataclass(frozen=True, slots=True)
class ComposedSlot:
    """A slot's marks (panels and rules below, pictures, then its text in reading order), its report and findings."""

    ground: tuple[Mark, ...]
    text: tuple[Mark, ...]
    report: SlotReport
    diagnostics: tuple[Diagnostic, ...]
    top: float
    photo_rows: Mapping[str, int]  #: whole rows that each photo takes
    spare: int  #: lines that may stay empty: ``slot.short`` a column


def compose_slot(
    plan: PagePlan,
    slot: Slot,
    story: Story,
    grid: Grid,
    banners: Mapping[str, Area],
    book: FontBook,
    gave: str = "",
) -> ComposedSlot:
    """Compose a story in its slot. Nothing is lost: what does not fit is counted and named in the findings.
    ``gave`` says what was bent before, for the report."""
    where = f'page {plan.number} slot "{slot.name}"'
    framed = slot.frame.border != "none" or slot.frame.fill is not None
    areas = [grid.area(box) for box in slot.boxes]
    inner = [_inside(area, slot, grid) for area in areas] if framed else areas
    around = [banners[name] for name in slot.text.around if name in banners]
    titled, columns = place_title(slot, story, inner, around, grid, book, where, centred=framed)
    obstacles = [titled.obstacle] if titled.obstacle else []
    obstacles += [Obstacle(area, "around") for area in around]
    photos = place_photos(slot, story, columns, obstacles, grid, book)
    obstacles += photos.obstacles
    items = flow(story, slot.styles, grid, book)
    room = seats(columns, obstacles, grid)
    blocks = Blocks(slot.styles, grid, book)
    breaks = Breaks(items, blocks)
    poured = pour(items, room, breaks)
    if poured.rest is None and slot.text.balance and columns:
        poured = balance(items, columns, obstacles, grid, breaks, poured)
    report = slot_report(plan.number, slot, story, items, room, poured, grid.em, gave)
    frames = [mark for area in areas for mark in frame_marks(slot.frame, grid.rect(area))]
    rules = column_rules(slot.text.rule, columns, obstacles, grid)
    return ComposedSlot(
        ground=(*frames, *rules, *photos.pictures),
        # Captions before the body: an extractor that goes by position would take one beside the byline for part of it.
        text=(*titled.marks, *photos.captions, *poured_marks(items, poured, blocks, story.slug)),
        report=report,
        diagnostics=(
            *_no_columns(slot, columns, where),
            *titled.diagnostics,
            *photos.diagnostics,
            *missing_characters(items),
            *wide_tables(items, poured, blocks, where),
            *fit_findings(items, poured, report, slot, story, where, len(columns)),
        ),
        top=grid.row_top(areas[0].first),
        photo_rows=photos.rows,
        spare=slot.short * len(columns),
    )


def _inside(area: Area, slot: Slot, grid: Grid) -> Area:
    """The area inside a frame: the inset at the sides, whole rows of it above and below."""
    inset = slot.frame.inset
    rows = max(0, round((inset + grid.line * 0.4) / grid.line)) if inset else 0
    return Area(area.x + inset, area.right - inset, area.first + rows, area.last - rows)


def _no_columns(slot: Slot, columns: Sequence[TextColumn], where: str) -> tuple[Diagnostic, ...]:
    """Without a column nothing of the story can stand."""
    if columns:
        return ()
    message = f"{where}: no room for one column of text: give the slot more width or rows, or its title and frame less"
    return (error("no-room", message, slot.location),)
