"""Two rounds side by side (两校对照): the last one as an image at the left, this one at the right, at the same scale,
with what changed framed in both."""

from collections.abc import Iterator, Mapping
from typing import Final

from bulletin_layout.findings.phrases import text
from bulletin_layout.grid import Rect
from bulletin_layout.inks import Ink
from bulletin_layout.measures import PAPERS, POINTS_PER_MM
from bulletin_layout.page import Mark, Page, PanelMark, PictureMark
from bulletin_layout.page.placing import placed
from bulletin_layout.pictures import Picture
from bulletin_layout.proofing.changes import Change
from bulletin_layout.proofing.lettering import Letters, Words, frame
from bulletin_layout.proofing.rounds import Box, Round
from bulletin_layout.proofing.sheets import Sheets, pen
from bulletin_layout.proofing.telling import DARK, GREY
from bulletin_layout.proofing.words import page as page_words
from bulletin_layout.proofing.words import round_name

_MM: Final = POINTS_PER_MM
_HEIGHT, _WIDTH = (side * _MM for side in PAPERS["A3"])
_EDGE, _HEAD = 8 * _MM, 18 * _MM
_TINTS: Final = (Ink("rgb", (0.95, 0.95, 0.95)), Ink("rgb", (1.0, 0.97, 0.9)))
#: Frames of more than so many changes would only darken a page.
_MOST: Final = 400


def changed_pages(sheets: Sheets) -> tuple[int, ...]:
    """Pages of this round that have changes, in this round or where they stood in the last one."""
    if sheets.comparison is None:
        return ()
    found = {box.page for change in sheets.comparison.changes for box in (*change.boxes, *change.old_boxes)}
    return tuple(page.number for page in sheets.edition.pages if page.number in found)


def beside_pages(sheets: Sheets, before: Round, images: Mapping[int, Picture]) -> Iterator[Page]:
    """A sheet for each changed page. ``images``: those of the last round, by page number; a page without one is left
    out."""
    letters = Letters(sheets.book)
    for page in sheets.edition.pages:
        if page.number in changed_pages(sheets) and page.number in images:
            marks = tuple(_beside(page, sheets, before, images[page.number], letters))
            yield Page(page.number, page.name, _WIDTH, _HEIGHT, 0.0, marks)


def _beside(page: Page, sheets: Sheets, before: Round, image: Picture, letters: Letters) -> Iterator[Mark]:
    half = _WIDTH / 2
    scale = min((half - 1.5 * _EDGE) / page.width, (_HEIGHT - _HEAD - _EDGE) / page.height)
    left, right = (Rect(x, _HEAD, page.width * scale, page.height * scale) for x in (_EDGE, half + _EDGE / 2))
    names = (round_name(before.number, before.stage), sheets.stamp.name)
    for at, tint, name in zip((left, right), _TINTS, names, strict=True):
        yield PanelMark(at.x, _EDGE - 4, at.width, _HEAD - _EDGE, fill=tint)
        said = f"{text(name, sheets.language)}　{text(page_words(page.number), sheets.language)}　{page.name}"
        yield from letters.line(Words(said, DARK, bold=True), 12, at.x + 8, _EDGE + 2)
    yield PictureMark(left.x, left.y, left.width, left.height, image)
    yield from (placed(mark, right.x, right.y, scale) for mark in page.marks)
    for at in (left, right):
        yield from frame(at.x, at.y, at.width, at.height, GREY, 0.3)
    assert sheets.comparison is not None  # there are pages only where there is one
    changes = sheets.comparison.changes[:_MOST]
    ink = pen(sheets.comparison.last)
    for change in changes:
        yield from _framed(change.old_boxes, change, page.number, left, scale, letters, GREY)
        yield from _framed(change.boxes, change, page.number, right, scale, letters, ink)


def _framed(
    boxes: tuple[Box, ...], change: Change, page: int, at: Rect, scale: float, letters: Letters, ink: Ink
) -> Iterator[Mark]:
    own = [box for box in boxes if box.page == page]
    for box in own:
        x, y = at.x + box.x * scale - 0.6, at.y + box.y * scale - 0.6
        yield from frame(x, y, box.width * scale + 1.2, box.height * scale + 1.2, ink, 0.6)
    if own:
        x, y = at.x + own[0].x * scale, at.y + own[0].y * scale
        yield from letters.line(Words(str(change.number), ink, bold=True), 4.5, x, y - 5.5)
