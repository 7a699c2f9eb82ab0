"""What may be tried for a slot whose text does not fit (可试的改法): each an edit that the page shows at once.

The choices are found by counting the rows that a moved edge or another photo gives or takes. What they look like, and
whether they fit exactly, is composed by ``ranking``, or when one is tried.
"""

import math
from collections.abc import Iterator
from hashlib import sha256

from bulletin_layout.compose import Composed
from bulletin_layout.findings import Finding
from bulletin_layout.findings.catalogue import editing as said
from bulletin_layout.findings.phrases import Phrase
from bulletin_layout.findings.slot_report import SlotReport
from bulletin_layout.live.edits.edges import Side, edit_edge
from bulletin_layout.live.edits.edit import Edit, edit_of
from bulletin_layout.live.edits.settings import with_settings
from bulletin_layout.live.texts import Texts
from bulletin_layout.values import NamedTuple

#: A photo keeps so many 行.
_LEAST_PHOTO = 5


class Choice(NamedTuple):
    """An edit that may be tried, what it does, and what it is expected to bring."""

    label: Phrase
    detail: Phrase
    edit: Edit

    @property
    def id(self) -> str:
        """A name that stays the same as long as the edit is the same."""
        files = ((path.as_posix(), data) for path, data in self.edit.after.items())
        return sha256(repr(sorted(files)).encode()).hexdigest()[:16]


def choices_for(composed: Composed, texts: Texts, page: int, slot: str) -> list[Choice]:
    """What may be tried for a slot of a page, by its printed number."""
    report = next((each for each in composed.slots if (each.page, each.slot) == (page, slot)), None)
    if report is None:
        return []
    return [choice for ways in (_edges, _photos) for choice in ways(composed, texts, report)]


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
    """What is expected of rows given to, or taken from, a slot that is so many lines over, or (negative) short."""
    return said.more_room(given, lines) if lines > 0 else said.less_room(-given, -lines)
