"""What may be tried for a slot whose text does not fit (可试的改法): each an edit that the page shows at once.

The choices are found by counting: rows that a moved edge gives or takes, 字 that a slot has room for. What they look
like, and whether they fit exactly, is composed when one is tried.
"""

import math
from collections.abc import Iterator, Mapping

from bulletin_layout.compose import Composed
from bulletin_layout.findings import Finding
from bulletin_layout.findings.catalogue import editing as said
from bulletin_layout.findings.phrases import Phrase
from bulletin_layout.findings.slot_report import SlotReport
from bulletin_layout.issue import SlotAddress
from bulletin_layout.live.edits.edges import Side, edit_edge
from bulletin_layout.live.edits.edit import Edit, edit_of
from bulletin_layout.live.edits.moving import edit_move
from bulletin_layout.live.edits.settings import with_settings
from bulletin_layout.live.texts import Texts
from bulletin_layout.values import NamedTuple

#: At most so many stories are offered in exchange.
_MOST_EXCHANGES = 3
#: A photo keeps so many 行.
_LEAST_PHOTO = 5
#: An exchange must leave the two slots better off by so many 字.
_LEAST_GAIN = 10


class Choice(NamedTuple):
    """An edit that may be tried, what it does, and what it is expected to bring."""

    label: Phrase
    detail: Phrase
    edit: Edit


def choices_for(composed: Composed, texts: Texts, page: int, slot: str) -> list[Choice]:
    """What may be tried for a slot of a page, by its printed number."""
    report = next((each for each in composed.slots if (each.page, each.slot) == (page, slot)), None)
    if report is None:
        return []
    found = (_edges, _photos, _exchanges)
    return [choice for ways in found for choice in ways(composed, texts, report)]


def _edges(composed: Composed, texts: Texts, report: SlotReport) -> Iterator[Choice]:
    """Its lower or upper edge moved by the rows that the lines over or short take in its columns."""
    lines = report.over_lines or -report.short_lines
    room = next((each for each in composed.rooms if (each.page, each.slot) == (report.page, report.slot)), None)
    if not lines or room is None:
        return
    columns = len({round(column.x) for column in room.columns}) or 1
    rows = int(math.copysign(math.ceil(abs(lines) / columns), lines))
    ways: tuple[tuple[Side, int], ...] = (("bottom", rows), ("top", -rows))
    for side, by in ways:
        made = edit_edge(composed.issue, texts, report.page, report.slot, side, by)
        if isinstance(made, Edit):
            way = said.lower_edge(by) if side == "bottom" else said.upper_edge(by)
            yield Choice(way, _counted(rows * columns, lines), made)


def _photos(composed: Composed, texts: Texts, report: SlotReport) -> Iterator[Choice]:
    """A photo of it higher or lower, by the rows that the lines over or short take in the columns that it spans."""
    lines = report.over_lines or -report.short_lines
    plan = next((plan for plan in composed.issue.pages if plan.number == report.page), None)
    slot = plan.opening.slots.get(report.slot) if plan is not None else None
    if not lines or plan is None or slot is None:
        return
    for name, photo in slot.photos.items():
        rows = math.ceil(abs(lines) / (photo.span or 1))
        height = (photo.rows or 0) - int(math.copysign(rows, lines))
        if photo.rows is None or height < _LEAST_PHOTO:
            continue
        key = f"{slot.name}.photos.{name}.height"
        written = with_settings(composed.issue, texts, plan, {key: f"{height}行"}, photo.location)
        if not isinstance(written, Finding):
            label = said.photo_height(name, height)
            made = edit_of(label, photo.location, written)
            yield Choice(label, _counted(int(math.copysign(rows, lines)) * (photo.span or 1), lines), made)


def _counted(given: int, lines: int) -> Phrase:
    return said.rows_for_lines(given, abs(lines))


def _exchanges(composed: Composed, texts: Texts, report: SlotReport) -> Iterator[Choice]:
    """Its story exchanged with another of the issue that it and the other's slot would suit better, best first."""
    stories = _movable(composed)
    own = stories.get((report.page, report.slot))
    if own is None:
        return
    reports = {(each.page, each.slot): each for each in composed.slots}
    ways: list[tuple[int, int, SlotAddress]] = []
    for there in stories:
        other = reports.get(there)
        if other is None or there == (report.page, report.slot):
            continue
        now = _off(report, report) + _off(other, other)
        then = _off(report, other) + _off(other, report)
        if now - then >= _LEAST_GAIN:
            ways.append((then, now, there))
    for then, now, (page, slot) in sorted(ways)[:_MOST_EXCHANGES]:
        made: Edit | Finding = edit_move(composed.issue, texts, own, page, slot)
        if isinstance(made, Edit):
            yield Choice(said.exchange(stories[page, slot], page), said.off_before_and_after(now, then), made)


def _movable(composed: Composed) -> Mapping[SlotAddress, str]:
    """The stories that stand alone in a slot."""
    return {(plan.number, slot): story.slug for plan in composed.issue.pages for slot, story in plan.put.items()}


def _off(slot: SlotReport, story: SlotReport) -> int:
    """How many 字 a slot would have over or short with the text of a story that stands elsewhere now."""
    return abs(slot.room_chars - story.set_chars - story.over_chars)
