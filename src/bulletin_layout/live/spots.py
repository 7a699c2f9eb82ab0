"""Where on the pages findings are (问题在版上的位置)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from bulletin_layout.compose import Composed
from bulletin_layout.findings import Finding
from bulletin_layout.grid import Rect
from bulletin_layout.live.boxes import mark_box
from bulletin_layout.live.places import Places, Shown
from bulletin_layout.page import Page, PictureMark, TextMark
from bulletin_layout.values import NamedTuple

#: A box on a page.
Spot = tuple[int, Rect]


class FindingShown(NamedTuple):
    """A finding, and where on the pages it is."""

    finding: Finding
    places: tuple[Spot, ...]


class _Known(NamedTuple):
    """The boxes of the character that a finding names, and the pages that show something of its line."""

    pages: tuple[Page, ...]
    spots: tuple[Spot, ...]


class Spots:
    """Where findings are on the pages of a composed issue: the character that each names; or else the slot that its
    place in a layout or its sentence names, or the beginning of the story whose file it is in. Some are nowhere.

    The boxes of characters are those that ``before`` found, as long as their pages are the same objects.
    """

    def __init__(self, composed: Composed, places: Places, before: "Spots | None" = None) -> None:
        self._composed, self._places = composed, places
        self._before = before._known if before is not None else {}
        self._known: dict[Finding, _Known] = {}
        #: by page and slot, the slot's boxes; by path and line of its name in a layout, those on all pages
        self._rooms: dict[tuple[object, object], list[Spot]] = {}
        self._layouts: dict[tuple[str, int], list[Spot]] = {}
        plans = {plan.number: plan for plan in composed.issue.pages}
        for room in composed.rooms:
            boxes = [(room.page, box) for box in room.boxes]
            self._rooms.setdefault((room.page, room.slot), []).extend(boxes)
            slot = plans[room.page].opening.slots.get(room.slot)
            if slot is not None:
                self._layouts.setdefault((slot.location.path, slot.location.line), []).extend(boxes)

    def shown(self, findings: Iterable[Finding]) -> tuple[FindingShown, ...]:
        """Findings with their places."""
        return tuple(FindingShown(each, tuple(self._of(each))) for each in findings)

    def _of(self, finding: Finding) -> Sequence[Spot]:
        at = finding.location
        pages = self._places.showing(at.path, at.line)
        known = self._before.get(finding)
        if known is None or not _same(known.pages, pages):
            shown = self._places.of_place(at.path, at.line, at.column) if pages else ()
            known = _Known(pages, tuple(boxes_of(shown, self._places)))
        self._known[finding] = known
        return known.spots or self._named(finding)

    def _named(self, finding: Finding) -> Sequence[Spot]:
        """The slot that a finding is about, or the beginning of its story."""
        at, fields = finding.location, dict(finding.says.fields)
        begins = self._places.beginnings.get(self._stories.get(at.path, ""))
        return (
            self._rooms.get((fields.get("page"), fields.get("slot")), ())
            or self._layouts.get((at.path, at.line), ())
            or ((begins,) if begins is not None else ())
        )

    @cached_property
    def _stories(self) -> Mapping[str, str]:
        """The stories by their files."""
        stories = (story for plan in self._composed.issue.pages for story in plan.stories)
        return {story.location.path: story.slug for story in stories}


def _same(pages: Sequence[Page], others: Sequence[Page]) -> bool:
    """Whether pages are the same objects."""
    return len(pages) == len(others) and all(one is other for one, other in zip(pages, others, strict=True))


def boxes_of(shown: Iterable[Shown], places: Places) -> Iterator[Spot]:
    """The boxes of what is shown, each with its page."""
    for each in shown:
        mark = places.pages[each.page].marks[each.mark]
        if isinstance(mark, PictureMark):
            yield each.page, mark_box(mark)
        elif isinstance(mark, TextMark):
            yield each.page, mark_box(mark, each.first, each.end)
