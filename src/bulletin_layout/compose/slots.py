"""Stories in their slots: the room first, then the text poured round what stands in it, then marks and a report."""

from collections.abc import Mapping
from dataclasses import dataclass

from bulletin_layout.compose.blocks import Blocks
from bulletin_layout.compose.filling import Filled, Room, fill
from bulletin_layout.compose.fit import fit_findings, missing_characters, slot_reports, wide_tables
from bulletin_layout.compose.flow import Item, flow
from bulletin_layout.compose.laying import lay_thread
from bulletin_layout.compose.pour import Breaks
from bulletin_layout.compose.poured_marks import column_rules, poured_marks
from bulletin_layout.compose.report import SlotReport
from bulletin_layout.compose.rules import frame_marks
from bulletin_layout.compose.threads import Thread
from bulletin_layout.diagnostics import Diagnostic
from bulletin_layout.fonts import FontBook
from bulletin_layout.page import Mark, OutlineEntry


@dataclass(frozen=True, slots=True)
class ComposedSlot:
    """A slot's marks (panels and rules below, pictures, then its text in reading order), its report and findings."""

    ground: tuple[Mark, ...]
    text: tuple[Mark, ...]
    report: SlotReport
    diagnostics: tuple[Diagnostic, ...]
    outline: tuple[OutlineEntry, ...]  #: the heads of the stories that begin here
    photo_rows: Mapping[str, int]  #: whole rows that each photo takes
    spare: int  #: lines that may stay empty: ``slot.short`` a column


def compose_thread(thread: Thread, book: FontBook, gave: str = "") -> tuple[ComposedSlot, ...]:
    """Compose a thread's slots. Nothing is lost: what does not fit is counted and named in the findings of the last
    slot. ``gave`` says what was bent before, for the report."""
    first, story = thread.places[0], thread.stories[0]
    items = flow(story, first.slot.styles, first.grid, book)
    blocks = Blocks(first.slot.styles, first.grid, book)
    laid = lay_thread(thread, book)
    filled = fill(laid, items, Breaks(items, blocks), thread)
    reports = slot_reports(filled, items, story, gave)
    findings = [[*each.diagnostics] for each in laid]
    findings[0] += missing_characters(items)
    for room, found in zip(filled.rooms, findings, strict=True):
        found.extend(wide_tables(items, filled.part(room), blocks, room.laid.place.where))
    findings[-1] += fit_findings(items, filled.poured, reports[-1], laid[-1].place, story, len(laid[-1].columns))
    return tuple(
        _composed(room, thread, filled, items, blocks, report, tuple(found))
        for room, report, found in zip(filled.rooms, reports, findings, strict=True)
    )


def _composed(
    room: Room,
    thread: Thread,
    filled: Filled,
    items: tuple[Item, ...],
    blocks: Blocks,
    report: SlotReport,
    findings: tuple[Diagnostic, ...],
) -> ComposedSlot:
    """A slot of the thread as marks on its own page's grid."""
    laid = room.laid
    slot, grid, story = laid.place.slot, laid.place.grid, thread.stories[0]
    frames = [mark for area in laid.areas for mark in frame_marks(slot.frame, grid.rect(area))]
    rules = column_rules(slot.text.rule, laid.columns, laid.obstacles, grid)
    body = poured_marks(items, filled.part(room), blocks.on(grid), story.slug)
    title = "".join(story.headline.lines) if story.headline else story.slug
    return ComposedSlot(
        ground=(*frames, *rules, *laid.photos.pictures),
        # Captions before the body: an extractor that goes by position would take one beside the byline for part of it.
        text=(*laid.titled.marks, *laid.photos.captions, *room.opening, *body, *room.closing),
        report=report,
        diagnostics=findings,
        outline=() if laid.number else (OutlineEntry(title, grid.row_top(laid.areas[0].first)),),
        photo_rows=laid.photos.rows,
        spare=slot.short * len(laid.columns),
    )
