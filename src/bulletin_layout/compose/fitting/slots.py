"""Turns the chosen try of a thread into composed slots: balanced columns, marks, report and findings."""

from collections.abc import Mapping, Sequence
from typing import assert_never

from bulletin_layout.compose.fitting.bend import Bent, in_words
from bulletin_layout.compose.fitting.block_findings import wide_blocks
from bulletin_layout.compose.fitting.loose_lines import loose_lines
from bulletin_layout.compose.fitting.parted_heads import parted_heads
from bulletin_layout.compose.fitting.reporting import fit_findings, missing_characters, slot_reports
from bulletin_layout.compose.fitting.tight_ruby import tight_ruby
from bulletin_layout.compose.fitting.tries import Tried, spare_lines
from bulletin_layout.compose.frame.rules import frame_marks
from bulletin_layout.compose.pouring.filling import Filled, Room, balanced
from bulletin_layout.compose.pouring.poured import Poured
from bulletin_layout.compose.pouring.poured_marks import column_rules, poured_marks
from bulletin_layout.compose.slot.laying import LaidSlot
from bulletin_layout.compose.text.flow import Flow
from bulletin_layout.compose.text.items import TextItem
from bulletin_layout.compose.text.set_blocks import Blocks
from bulletin_layout.findings import Finding
from bulletin_layout.findings.slot_report import SlotReport
from bulletin_layout.grid import Area, Rect
from bulletin_layout.issue import Paragraph, beginning_of, plain, title_of
from bulletin_layout.page import Mark, OutlineEntry, PanelMark, PictureMark, RuleMark, TextMark
from bulletin_layout.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class SlotRoom:
    """The room that a slot has after fitting: its boxes and its text columns, points."""

    page: int
    slot: str
    boxes: tuple[Rect, ...]
    columns: tuple[Rect, ...]


@dataclass(frozen=True, slots=True)
class ComposedSlot:
    """A composed slot. ``ground``: panels, rules and pictures, painted below; ``text``: text in reading order."""

    ground: tuple[Mark, ...]
    text: tuple[Mark, ...]
    report: SlotReport
    findings: tuple[Finding, ...]
    outline: tuple[OutlineEntry, ...]  #: bookmarks of the stories that begin here
    spare: int  #: lines that may stay empty: ``slot.short`` for each column
    room: SlotRoom


#: The slots of a thread, composed.
Composition = tuple[ComposedSlot, ...]


def finished(tried: Tried, bents: Sequence[Bent] = ()) -> Composition:
    """Complete a try: balance its columns, make marks, report and findings. Text that does not fit is counted, and
    quoted in the findings of the last slot. ``bents``: what was bent; the row of each slot lists its own."""
    flow, breaks = tried.flow, tried.breaks
    filled = balanced(tried.filled, flow.items, breaks)
    reports = [
        replace(report, gave=in_words([bent for bent in bents if bent[0] in room.laid.place.slot.give]))
        for room, report in zip(filled.rooms, slot_reports(filled, flow, ""), strict=True)
    ]
    whole = replace(reports[-1], gave=in_words(bents))
    over = fit_findings(flow, filled, breaks.blocks, whole, tried.last.place, tried.spare)
    return composed_slots(filled, flow, breaks.blocks, reports, over)


def composed_slots(
    filled: Filled, flow: Flow, blocks: Blocks, reports: Sequence[SlotReport], at_end: Sequence[Finding]
) -> tuple[ComposedSlot, ...]:
    """The slots of a poured thread with their findings; ``at_end``: further findings of the last slot."""
    parts = filled.parts()
    findings = [[*room.laid.findings, *room.findings] for room in filled.rooms]
    findings[0] += [*flow.findings, *missing_characters(flow.items)]
    for room, part, found in zip(filled.rooms, parts, findings, strict=True):
        found.extend(wide_blocks(flow.items, part, blocks, room.laid.place.where))
        found.extend(parted_heads(flow.items, part, blocks))
        found.extend(loose_lines(flow.items, part, blocks, room.laid.place.where))
        found.extend(tight_ruby(flow.items, part, room.laid.place.grid))
    findings[-1] += at_end
    return tuple(
        _composed(room, flow, part, blocks, report, tuple(found))
        for room, part, report, found in zip(filled.rooms, parts, reports, findings, strict=True)
    )


def _composed(
    room: Room,
    flow: Flow,
    poured: Poured,
    blocks: Blocks,
    report: SlotReport,
    findings: tuple[Finding, ...],
) -> ComposedSlot:
    """One slot of the thread with its share of the text, as marks on the grid of its page."""
    laid = room.laid
    slot, grid = laid.place.slot, laid.place.grid
    frames = [mark for area in laid.areas for mark in frame_marks(slot.frame, grid.rect(area))]
    rules = column_rules(slot.text.rule, laid.columns, laid.obstacles, grid)
    # Captions come before the body: text extraction by position could take a caption beside the byline for part of it.
    initial = laid.initial.marks if laid.initial is not None else ()
    first = [*laid.titled.marks, *laid.photos.captions, *room.opening, *initial]
    text = [*first, *poured_marks(flow, poured, blocks.on(grid))]
    # Sorted story by story, with ruby at the end of each, so that sentences are not interrupted in extracted text.
    order = {story.slug: number for number, story in enumerate(flow.stories)}
    text.sort(key=lambda mark: _reading(mark, order))
    return ComposedSlot(
        ground=(*frames, *rules, *laid.photos.pictures),
        text=(*text, *room.notes, *room.closing),
        report=report,
        findings=findings,
        outline=_outline(laid, flow, poured),
        spare=spare_lines(laid),
        room=SlotRoom(report.page, report.slot, tuple(grid.rect(area) for area in laid.areas), _columns(laid)),
    )


def _columns(laid: LaidSlot) -> tuple[Rect, ...]:
    areas = (Area(each.x, each.x + each.width, each.first, each.last) for each in laid.columns)
    return tuple(laid.place.grid.rect(area) for area in areas)


def _reading(mark: Mark, order: Mapping[str, int]) -> tuple[int, bool]:
    """The sort key of a mark: its story's number, and whether it is ruby."""
    match mark:
        case TextMark():
            return order.get(mark.tag.story, 0), mark.tag.role == "ruby"
        case PictureMark() | RuleMark() | PanelMark():
            return 0, False
        case _:
            assert_never(mark)


def _outline(laid: LaidSlot, flow: Flow, poured: Poured) -> tuple[OutlineEntry, ...]:
    """Bookmarks of stories and sections (【】) that begin here; a story alone in its slot has the slot's top."""
    grid, alone = laid.place.grid, len(flow.stories) == 1
    found: list[OutlineEntry] = []
    if alone and not laid.number:
        found += _story_entry(flow, 0, grid.row_top(laid.areas[0].first))
    for place in poured.lines:
        if place.first:
            continue
        y = grid.row_top(place.seats.row)
        if not alone and place.item in flow.starts:
            found += _story_entry(flow, place.item, y)
        item = flow.items[place.item]
        if isinstance(item, TextItem) and item.role == "section":
            story = flow.story(place.item)
            found.append(OutlineEntry(plain(item.paragraph.pieces), y, 2 if title_of(story) else 1, story.slug))
    return tuple(found)


def _story_entry(flow: Flow, item: int, y: float) -> tuple[OutlineEntry, ...]:
    """The bookmark of the story that begins with an item; none where a section stands for it, or it is empty."""
    story = flow.story(item)
    first = next((block for block in story.blocks), None)
    named = title_of(story)
    if not named and isinstance(first, Paragraph) and first.kind == "section":
        return ()
    title = named or beginning_of(story)
    return (OutlineEntry(title, y, 1, story.slug),) if title else ()
