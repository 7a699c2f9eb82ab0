"""Marked content (标记内容; ISO 32000-1, 14.6): encloses all marks of a page as content of an element or as
artifacts."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final, assert_never

from bulletin_layout.page import Edition, Mark, PanelMark, PictureMark, RuleMark, TextMark
from bulletin_layout.render.elements import Element, ShownMarks
from bulletin_layout.render.output import ContentSpan
from bulletin_layout.render.story_blocks import MarkIndex
from bulletin_layout.values import NamedTuple

#: Roles of furniture that is a pagination artifact, because it repeats on every page (14.8.2.2.2).
_PAGINATION: Final = frozenset({"folio", "nameplate", "editor"})


class Numbered(NamedTuple):
    """A marked-content sequence: its page, from 0, and its number on that page (MCID)."""

    page: int
    number: int


class MarkedContent:
    """The marked content of all pages. ``spans``: for each page, what encloses its marks, covering all of them."""

    __slots__ = ("_numbers", "spans")

    def __init__(self, edition: Edition, root: Element) -> None:
        owners: dict[MarkIndex, _Owner] = {}
        _own(root, owners)
        self._numbers: dict[MarkIndex, int] = {}
        self.spans = tuple(tuple(self._spans(page, edition, owners)) for page in range(len(edition.pages)))

    def of(self, shown: ShownMarks) -> Iterator[Numbered]:
        """The marked-content sequences of these marks, in their order."""
        for place in shown.places:
            if place in self._numbers:
                yield Numbered(place.page, self._numbers[place])

    def _spans(self, page: int, edition: Edition, owners: dict[MarkIndex, "_Owner"]) -> Iterator[ContentSpan]:
        """The spans of a page: marks that are consecutive both on the page and in one element share a span."""
        marks = edition.pages[page].marks
        count = 0

        # The difference of a mark's number in its element and its index on the page is constant as long as both count
        # up together, so it can be the key of groupby.
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
    """The kind of the element that owns a mark, and the mark's number; numbers of different elements are far apart, so
    that their marks never count as consecutive."""

    kind: str
    number: int


#: More marks than any page has.
_FAR: Final = 1_000_000


def _own(element: Element, owners: dict[MarkIndex, _Owner], leaf: int = 0) -> int:
    """Record the owner of each mark. ``leaf``: number of leaves of the tree before this element; returns the number
    after it."""
    for kid in element.kids:
        if isinstance(kid, Element):
            leaf = _own(kid, owners, leaf)
            continue
        leaf += 1
        for at, place in enumerate(kid.places):
            owners[place] = _Owner(element.kind, leaf * _FAR + at)
    return leaf


def _artifact(mark: Mark) -> str:
    """The operator that opens an artifact (14.8.2.2)."""
    match mark:
        case TextMark(tag=tag):
            return "/Artifact<</Type/Pagination>>BDC" if tag.role in _PAGINATION else "/Artifact BMC"
        case RuleMark() | PanelMark() | PictureMark():
            return "/Artifact<</Type/Layout>>BDC"
        case _:
            assert_never(mark)
