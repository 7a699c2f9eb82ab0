"""Stories in their slots: the room first, then the text poured round what stands in it, then marks and a report."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
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
from bulletin_layout.compose.report import SlotReport
from bulletin_layout.compose.slot.laying import LaidSlot
from bulletin_layout.compose.text.flow import Flow
from bulletin_layout.compose.text.set_blocks import Blocks
from bulletin_layout.findings import Finding
from bulletin_layout.issue import Story
from bulletin_layout.page import Mark, OutlineEntry, PanelMark, PictureMark, RuleMark, TextMark
from bulletin_layout.values import dataclass


@dataclass(frozen=True, slots=True)
class ComposedSlot:
    """A slot's marks (panels and rules below, pictures, then its text in reading order), its report and findings."""

    ground: tuple[Mark, ...]
    text: tuple[Mark, ...]
    report: SlotReport
    findings: tuple[Finding, ...]
    outline: tuple[OutlineEntry, ...]  #: the heads of the stories that begin here
    spare: int  #: lines that may stay empty: ``slot.short`` a column


#: The slots of a thread, composed.
Composition = tuple[ComposedSlot, ...]


def finished(tried: Tried, bents: Sequence[Bent] = ()) -> Composition:
    """A try gone on with: balanced, its marks and findings. Nothing is lost: what does not fit is counted and named in
    the findings of the last slot. ``bents``: what was bent before; the row of each slot says its own."""
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
    """The slots that a thread was poured through, with the findings of each; ``at_end``: those of the last one."""
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
    """A slot of the thread, and what was poured into it, as marks on its own page's grid."""
    laid = room.laid
    slot, grid = laid.place.slot, laid.place.grid
    frames = [mark for area in laid.areas for mark in frame_marks(slot.frame, grid.rect(area))]
    rules = column_rules(slot.text.rule, laid.columns, laid.obstacles, grid)
    # Captions before the body: an extractor that goes by position would take one beside the byline for part of it.
    initial = laid.initial.marks if laid.initial is not None else ()
    first = [*laid.titled.marks, *laid.photos.captions, *room.opening, *initial]
    text = [*first, *poured_marks(flow, poured, blocks.on(grid))]
    # Story by story, and ruby after all else of a story: who reads the marks in order finds every sentence whole.
    order = {story.slug: number for number, story in enumerate(flow.stories)}
    text.sort(key=lambda mark: _reading(mark, order))
    return ComposedSlot(
        ground=(*frames, *rules, *laid.photos.pictures),
        text=(*text, *room.notes, *room.closing),
        report=report,
        findings=findings,
        outline=_outline(laid, flow, poured),
        spare=spare_lines(laid),
    )


def _reading(mark: Mark, order: Mapping[str, int]) -> tuple[int, bool]:
    """What stands first: grounds, then story by story."""
    match mark:
        case TextMark(tag=tag):
            return order.get(tag.story, 0), tag.role == "ruby"
        case PictureMark() | RuleMark() | PanelMark():
            return 0, False
        case _:
            assert_never(mark)


def _outline(laid: LaidSlot, flow: Flow, poured: Poured) -> tuple[OutlineEntry, ...]:
    """The bookmarks of the stories that begin here: one has the slot's top, of several each has its first line's."""
    grid = laid.place.grid
    if len(flow.stories) == 1:
        return () if laid.number else (OutlineEntry(_called(flow.stories[0]), grid.row_top(laid.areas[0].first)),)
    heads = (place for place in poured.lines if place.item in flow.starts and not place.line_number)
    return tuple(OutlineEntry(_called(flow.story(head.item)), grid.row_top(head.seat.row)) for head in heads)


def _called(story: Story) -> str:
    """What a bookmark calls a story: its headline, else its slug."""
    return story.headline.text if story.headline else story.slug
