"""Checks that furniture keeps clear (固定元素让开): the distance of its ink, text and rules, from all other ink.

The ink of glyphs counts, not their em boxes, since it decides how two lines of type look beside each other.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, assert_never

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import pages
from bulletin_layout.findings.catalogue.layouts import editor, furniture
from bulletin_layout.findings.phrases import NOTHING, Phrase
from bulletin_layout.page import Page, PanelMark, PictureMark, RuleMark, TextMark
from bulletin_layout.preflight.extent import SLACK, InkRect, MarkExtent, around, inks_of
from bulletin_layout.values import NamedTuple

#: Least distance of furniture's ink from other ink, in points; nearer than this it seems to touch.
LEAST_AIR: Final = 2.0
#: Glyphs reach at most so far out of their em box, in points: what stands farther away is not looked at.
_BEYOND_EM: Final = 8.0
_REACH: Final = LEAST_AIR + _BEYOND_EM
#: Two inks that share so much, in points, are through each other.
_THROUGH: Final = 0.05


class _Owner(NamedTuple):
    """The owner of ink: a story by its slug, a banner, or furniture by its name."""

    kind: str
    name: str

    @property
    def called(self) -> Phrase:
        if self.kind == "story":
            return pages.story(self.name)
        if self.kind == "banner":
            return pages.banner(self.name)
        if self.kind == "furniture":
            return editor() if self.name == "editor" else furniture(self.name)
        return pages.line()


class _Piece(NamedTuple):
    """A mark with its owner and its rectangle; ``line``: it is a rule or border, not text or a picture."""

    placed: MarkExtent
    owner: _Owner
    line: bool


class _Meeting(NamedTuple):
    """Two marks that are too near: the distance, and a word of the text; ``rule``: a rule of furniture that meets
    text."""

    distance: float
    words: str
    rule: bool


def furniture_clear(
    page: Page, placed: Sequence[MarkExtent], places: Mapping[str, Location], of_page: Location
) -> Iterator[Finding]:
    """Ink of furniture too near to other ink, and rules of furniture through text; ``places``: where each piece of
    furniture is written, ``of_page``: the layout."""
    nearest: dict[tuple[_Owner, _Owner, bool], _Meeting] = {}
    for own, near in _neighbours(placed):
        inks = tuple(inks_of(own.placed.mark))
        for other in near:
            if _may_meet(own, other) and (met := _met(own, inks, other)) is not None:
                key = _between(own, other, met)
                if key not in nearest or met.distance < nearest[key].distance:
                    nearest[key] = met
    for (one, two, _), met in nearest.items():
        yield _said(page.number, one, two, met, places.get(one.name, of_page))


def _neighbours(placed: Sequence[MarkExtent]) -> Iterator[tuple[_Piece, Sequence[_Piece]]]:
    """Each mark of furniture with the marks near it. Most of a page is near none, and is passed over by its rectangle
    alone."""
    rects = [(*mark.rect, number) for number, mark in enumerate(placed)]
    pieces: dict[int, _Piece | None] = {}

    def piece(number: int) -> _Piece | None:
        if number not in pieces:
            pieces[number] = _piece(placed[number])
        return pieces[number]

    for number, mark in enumerate(placed):
        if not _of_furniture(mark) or (own := piece(number)) is None:
            continue
        left, top, right, bottom = mark.rect
        left, top, right, bottom = left - _REACH, top - _REACH, right + _REACH, bottom + _REACH
        near = [
            k for x, y, end, foot, k in rects if x < right and end > left and y < bottom and foot > top and k != number
        ]
        yield own, [found for k in near if (found := piece(k)) is not None]


def _of_furniture(placed: MarkExtent) -> bool:
    """Whether furniture prints it: its text, or a rule or border."""
    mark = placed.mark
    match mark:
        case TextMark(tag=tag):
            return bool(tag.furniture) and not tag.story and tag.role != "banner"
        case RuleMark(furniture=name, beside=tag):
            return bool(name) or (tag is not None and bool(tag.furniture) and tag.role != "banner")
        case PanelMark(furniture=name, border=border):
            return bool(name) and border is not None
        case PictureMark():
            return False
        case _:
            assert_never(mark)


def _between(own: _Piece, other: _Piece, met: _Meeting) -> tuple[_Owner, _Owner, bool]:
    """The owners to name in a finding; two pieces of furniture are reported once, not from each side."""
    one, two = own.owner, other.owner
    if two.kind == "furniture" and two < one and not met.rule:
        one, two = two, one
    return one, two, met.rule and met.distance <= 0


def _said(page: int, one: _Owner, other: _Owner, met: _Meeting, place: Location) -> Finding:
    if met.rule and met.distance <= 0:
        return pages.rule_through_text(place, page=page, rule=one.called, owner=other.called, words=met.words)
    if met.distance <= 0 and other.kind == "furniture":
        return pages.furniture_on_furniture(place, page=page, first=one.called, second=other.called, words=met.words)
    return pages.near_text(
        place, page=page, furniture=one.called, other=other.called, distance=round(met.distance, 2), needed=LEAST_AIR,
        at=pages.at_words(met.words) if met.words else NOTHING,
    )  # fmt: skip


def _piece(placed: MarkExtent) -> _Piece | None:
    """The mark with its owner; None for grounds, which lie below, and for pictures of furniture, which may overlap."""
    mark = placed.mark
    match mark:
        case TextMark(tag=tag):
            return _Piece(placed, _owner_of(tag.role, tag.story, tag.furniture), line=False)
        case PictureMark(tag=tag):
            return _Piece(placed, _Owner("story", tag.story), line=False) if tag.story else None
        case RuleMark(beside=tag) if tag is not None:
            return _Piece(placed, _owner_of(tag.role, tag.story, tag.furniture), line=False)
        case RuleMark(furniture=name):
            return _Piece(placed, _Owner("furniture" if name else "line", name), line=True)
        case PanelMark(furniture=name, border=border):
            known = _Owner("furniture" if name else "line", name)
            return _Piece(placed, known, line=True) if border is not None else None
        case _:
            assert_never(mark)


def _owner_of(role: str, story: str, name: str) -> _Owner:
    if story:
        return _Owner("story", story)
    return _Owner("banner" if role == "banner" else "furniture" if name else "line", name)


def _may_meet(own: _Piece, other: _Piece) -> bool:
    """Whether two marks that are near each other should not be: lines of furniture may meet other lines, and text of
    furniture its own, which a rule of its own may still go through."""
    if own.line:
        return not other.line and (own.owner != other.owner or isinstance(other.placed.mark, TextMark))
    return own.owner != other.owner


def _met(own: _Piece, inks: Sequence[tuple[InkRect, str]], other: _Piece) -> _Meeting | None:
    """How near the two come; None when that is far enough, or said by another check. ``inks``: the first one's."""
    room = around(ink for ink, _ in inks)
    theirs = [each for each in inks_of(other.placed.mark) if room.overlaps(each[0], -LEAST_AIR)]
    least, words = LEAST_AIR, ""
    for ink, word in inks if theirs else ():
        for there, met in theirs:
            distance = _distance(ink, there)
            if distance < least:
                least, words = distance, met or word
    rule = own.line and isinstance(other.placed.mark, TextMark)
    if least >= LEAST_AIR or (own.owner == other.owner and least > 0):
        return None
    text = isinstance(own.placed.mark, TextMark) and isinstance(other.placed.mark, TextMark)
    if text and other.owner.kind != "furniture" and own.placed.rect.overlaps(other.placed.rect, SLACK):
        return None  # reported as text-on-text
    return _Meeting(least, words, rule)


def _distance(one: InkRect, two: InkRect) -> float:
    """Points between two inks; 0 when they overlap by more than rounding."""
    across = max(one.left - two.right, two.left - one.right)
    down = max(one.top - two.bottom, two.top - one.bottom)
    if across < -_THROUGH and down < -_THROUGH:
        return 0.0
    return max(0.01, math.hypot(max(0.0, across), max(0.0, down)))
