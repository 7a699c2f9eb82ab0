"""The checks of composed pages, one function each: a page's placed marks → findings.

``where`` gives the file of a story, or for "" that of the page's furniture; ``press``: the limits of the print
profile.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Final, assert_never

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import inks, pages
from bulletin_layout.findings.phrases import Phrase
from bulletin_layout.issue import Press
from bulletin_layout.measures import POINTS_PER_MM
from bulletin_layout.page import Mark, Page, PanelMark, PictureMark, RuleMark, TextMark
from bulletin_layout.pictures import PictureError
from bulletin_layout.preflight.extent import SLACK, InkRect, Placed, around, inks_of
from bulletin_layout.preflight.memory import Memory
from bulletin_layout.preflight.press_rules import Where

#: A ground that ends within this distance of the trim edge, in mm, is meant to bleed (出血).
MEANT_TO_BLEED_MM: Final = 1.0
#: Tolerance for marks exactly at the edge of the bleed, in points.
ROUNDING: Final = 0.01
#: Ink that JPEG compression may add to a pixel (1 is a full plate).
_INK_SEEN: Final = 0.05


def low_resolution(_page: Page, placed: Placed, where: Where, press: Press) -> Iterator[Finding]:
    """Pictures with too few pixels for their printed size."""
    for mark, _ in placed.pictures:
        dpi = mark.dpi
        if round(dpi) < press.dpi:
            widest = int(mark.width / POINTS_PER_MM * dpi / press.dpi)
            yield pages.low_resolution(
                mark.tag.location or where(mark.tag.story),
                picture=mark.picture.shown_path,
                dpi=round(dpi),
                needed=press.dpi,
                widest=widest,
            )


def photo_ink(placed: Placed, where: Where, press: Press, memory: Memory) -> Iterator[Finding]:
    """CMYK photos above the total area coverage limit (总墨量): their values are printed unchanged."""
    for mark, _ in placed.pictures:
        if mark.picture.cmyk:
            try:
                ink = memory.ink_of(mark.picture)
            except PictureError:  # the renderer reports it
                continue
            if ink > press.tac + _INK_SEEN:
                yield inks.too_much_ink_in_photo(
                    mark.tag.location or where(mark.tag.story),
                    picture=mark.picture.shown_path,
                    ink=round(ink, 4),
                    limit=press.tac,
                )


def off_page(page: Page, placed: Placed, where: Where, _press: Press) -> Iterator[Finding]:
    """Marks beyond the bleed, where there is no paper."""
    paper = InkRect(-page.bleed, -page.bleed, page.width + page.bleed, page.height + page.bleed)
    if around(rect for _, rect in placed.marks).inside(paper, ROUNDING):
        return
    owners = dict.fromkeys(_owner(mark) for mark, rect in placed.marks if not rect.inside(paper, ROUNDING))
    for story in owners:
        yield pages.off_page(where(story), page=page.number, owner=_called(story))


def near_edge(page: Page, placed: Placed, where: Where, press: Press) -> Iterator[Finding]:
    """Text so near to the trim edge that cutting may hit it."""
    air = press.safe
    safe = InkRect(air, air, page.width - air, page.height - air)
    if around(rect for _, rect in placed.texts).inside(safe, ROUNDING):
        return
    nearest: dict[str, float] = {}
    for mark, rect in placed.texts:
        if not rect.inside(safe, ROUNDING):
            left = min(rect.left, rect.top, page.width - rect.right, page.height - rect.bottom)
            nearest[mark.tag.story] = min(left, nearest.get(mark.tag.story, left))
    for story, left in nearest.items():
        yield pages.near_edge(
            where(story),
            page=page.number,
            owner=_called(story),
            distance=round(left / POINTS_PER_MM, 2),
            needed=round(air / POINTS_PER_MM, 2),
        )


def bleed_missed(page: Page, placed: Placed, where: Where, _press: Press) -> Iterator[Finding]:
    """Grounds and pictures that reach the trim edge but do not extend into the bleed: inaccurate cutting leaves a
    white edge."""
    near = MEANT_TO_BLEED_MM * POINTS_PER_MM
    for mark, rect in placed.grounds if page.bleed else ():
        beyond = (-rect.left, -rect.top, rect.right - page.width, rect.bottom - page.height)
        short = min((side for side in beyond if side > -near), default=page.bleed)
        if short < page.bleed - ROUNDING:
            what: Phrase | str
            match mark:
                case PictureMark(picture=picture, tag=tag):
                    what, location = picture.shown_path, tag.location
                case PanelMark():
                    what, location = pages.ground(), None
                case _:
                    assert_never(mark)
            yield pages.bleed_missed(
                location or where(_owner(mark)),
                page=page.number,
                what=what,
                missing=round((page.bleed - short) / POINTS_PER_MM, 2),
                bleed=round(page.bleed / POINTS_PER_MM, 2),
            )


def text_on_text(page: Page, placed: Placed, where: Where, _press: Press) -> Iterator[Finding]:
    """Text of a story over that of another one or of furniture."""
    texts = [(rect, mark.tag.story, mark) for mark, rect in sorted(placed.texts, key=lambda placed: placed[1].top)]
    pairs: dict[tuple[str, str], str] = {}
    for number, (rect, story, mark) in enumerate(texts, start=1):
        for below, other, _ in islice(texts, number, None):
            if below.top >= rect.bottom:
                break
            if other != story and rect.overlaps(below, SLACK):
                first, second = sorted((story, other), reverse=True)
                pairs.setdefault((first, second), "".join(mark.run.texts)[:8])  # enough to find the place
    for (first, second), words in pairs.items():
        yield pages.text_on_text(
            where(first), page=page.number, first=_called(first), second=_called(second), words=words
        )


def text_and_pictures(page: Page, placed: Placed, where: Where, _press: Press) -> Iterator[Finding]:
    """Text hidden by a picture painted later, and text on a picture of another story."""
    hidden: dict[tuple[str, str], Location] = {}
    over: dict[tuple[str, str], tuple[str, Location]] = {}
    order = {id(mark): number for number, mark in enumerate(page.marks)} if placed.pictures else {}
    for text, rect in placed.texts if placed.pictures else ():
        for picture, room in placed.pictures:
            if order[id(text)] < order[id(picture)]:
                if rect.overlaps(room, SLACK):
                    hidden[_owner(text), picture.picture.shown_path] = picture.tag.location or where(picture.tag.story)
            elif _on_another(text, picture) and rect.overlaps(room, 0.0) and (words := _inked_on(text, room)):
                place = where(_owner(text)) if _owner(text) else picture.tag.location or where(picture.tag.story)
                over.setdefault((_owner(text), picture.picture.shown_path), (words, place))
    for (story, path), location in hidden.items():
        yield pages.text_under_picture(location, page=page.number, picture=path, owner=_called(story))
    for (story, path), (words, location) in over.items():
        yield pages.text_on_picture(location, page=page.number, picture=path, owner=_called(story), words=words)


def _on_another(text: TextMark, picture: PictureMark) -> bool:
    """Whether the picture belongs to another story. Furniture near a picture is checked elsewhere, and banners may lie
    on one."""
    of_furniture = not text.tag.story and text.tag.role != "banner"
    return bool(picture.tag.story) and picture.tag.story != text.tag.story and not of_furniture


def _inked_on(text: TextMark, room: InkRect) -> str:
    """The part of a text with ink in a rectangle, at least 0.3 pt inside it."""
    return next((words for ink, words in inks_of(text) if ink.overlaps(room, 0.3)), "")


def _owner(mark: Mark) -> str:
    """The story of a mark; "" for furniture, rules and panels."""
    match mark:
        case TextMark(tag=tag) | PictureMark(tag=tag):
            return tag.story
        case RuleMark() | PanelMark():
            return ""
        case _:
            assert_never(mark)


def _called(story: str) -> Phrase:
    return pages.story(story) if story else pages.furniture()
