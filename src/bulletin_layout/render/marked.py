"""What the marks of a page are enclosed in (标记内容; ISO 32000-1, 14.6): content of an element, or an artifact."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final, NamedTuple, assert_never

from bulletin_layout.page import Edition, Mark, PanelMark, PictureMark, RuleMark, TextMark
from bulletin_layout.render.elements import Element, ShownMarks
from bulletin_layout.render.output import ContentSpan
from bulletin_layout.render.story_blocks import MarkIndex

#: Furniture that a reader passes over, because it repeats (14.8.2.2.2).
_PAGINATION: Final = frozenset({"folio", "nameplate", "editor"})


class Numbered(NamedTuple):
    """A piece of marked content: its page, from 0, and its number on it (MCID)."""

    page: int
    number: int


class MarkedContent:
    """The marked content of an edition's pages: ``spans`` of every page, and which of it shows an element's marks."""

    __slots__ = ("_numbers", "spans")

    def __init__(self, edition: Edition, root: Element) -> None:
        owners: dict[MarkIndex, _Owner] = {}
        _own(root, owners)
        self._numbers: dict[MarkIndex, int] = {}
        self.spans = tuple(tuple(self._spans(page, edition, owners)) for page in range(len(edition.pages)))

    def of(self, shown: ShownMarks) -> Iterator[Numbered]:
        """The marked content that shows these marks, in their order."""
        for place in shown.places:
            if place in self._numbers:
                yield Numbered(place.page, self._numbers[place])

    def _spans(self, page: int, edition: Edition, owners: dict[MarkIndex, "_Owner"]) -> Iterator[ContentSpan]:
        """A page's marks in painting order, as many together as one element has one after another."""
        marks = edition.pages[page].marks
        count = 0

        def together(at: int) -> tuple[str, int]:
            owner = owners.get(MarkIndex(page, at))
            return (owner.kind, owner.number - at) if owner else (_artifact(marks[at]), 0)

        for (tag, _), group in groupby(range(len(marks)), key=together):
            first, *more = group
            end = first + len(more) + 1
            if MarkIndex(page, first) not in owners:
                yield ContentSpan(first, end, tag)
                continue
            self._numbers[MarkIndex(page, first)] = count
            yield ContentSpan(first, end, f"/{tag}<</MCID {count}>>BDC")
            count += 1


class _Owner(NamedTuple):
    """The kind of the element that a mark belongs to, and the mark's number; other elements' numbers are far off."""

    kind: str
    number: int


#: More than any page has marks.
_FAR: Final = 1_000_000


def _own(element: Element, owners: dict[MarkIndex, _Owner], leaf: int = 0) -> int:
    """Note whose each mark is; ``leaf``: how many leaves of the tree come before. Returns how many there are then."""
    for kid in element.kids:
        if isinstance(kid, Element):
            leaf = _own(kid, owners, leaf)
            continue
        leaf += 1
        for at, place in enumerate(kid.places):
            owners[place] = _Owner(element.kind, leaf * _FAR + at)
    return leaf


def _artifact(mark: Mark) -> str:
    """What opens content that is no part of the text."""
    match mark:
        case TextMark(tag=tag):
            return "/Artifact<</Type/Pagination>>BDC" if tag.role in _PAGINATION else "/Artifact BMC"
        case RuleMark() | PanelMark() | PictureMark():
            return "/Artifact<</Type/Layout>>BDC"
        case _:
            assert_never(mark)
