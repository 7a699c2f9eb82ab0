"""Proof sheets (校样): every page at its own size on larger paper, with all that a proofreader needs beside it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from bulletin_layout.findings.phrases import Phrase, text
from bulletin_layout.fonts import FontBook
from bulletin_layout.grid import Rect
from bulletin_layout.inks import Ink
from bulletin_layout.languages import Language
from bulletin_layout.page import Edition, Mark, Page
from bulletin_layout.page.placing import placed
from bulletin_layout.proofing import counting, words
from bulletin_layout.proofing.changes import WEIGHTS, Change, Comparison
from bulletin_layout.proofing.lettering import Letters, Words, frame
from bulletin_layout.proofing.margins import Anchored, notes
from bulletin_layout.proofing.paper import Stamp, foot, head, page_rect, sheet_size
from bulletin_layout.proofing.rounds import Box, Place, Round
from bulletin_layout.proofing.signs import origin, signs
from bulletin_layout.proofing.telling import GREY, content, kind_of, place_of
from bulletin_layout.values import NamedTuple

#: By what a round's proofreaders write with: red, then blue, then green (色笔). A sheet shows what was changed after a
#: round in the colour of that round.
_PENS: Final = (Ink("rgb", (0.85, 0.05, 0.1)), Ink("rgb", (0.05, 0.2, 0.85)), Ink("rgb", (0.0, 0.5, 0.2)))
_MOST_FULL: Final = 40
_MOST_SHORT: Final = 10


class Sheets(NamedTuple):
    """What proof sheets are made of. ``slots``: rectangles by page and slot; ``names``: what the stamp of a page says
    where it is not the round's name; ``standing``: what keeps each page from being clean."""

    edition: Edition
    now: Round
    comparison: Comparison | None
    slots: Mapping[int, Mapping[str, Sequence[Rect]]]
    stamp: Stamp
    names: Mapping[int, Phrase]
    standing: Mapping[int, tuple[Phrase, ...]]
    book: FontBook
    language: Language


def pen(last: int) -> Ink:
    """The colour of the marks for what was changed after a round."""
    return _PENS[(last - 1) % len(_PENS)]


def proof_pages(sheets: Sheets) -> Iterator[Page]:
    """A sheet for each page of the edition."""
    letters = Letters(sheets.book)
    for page in sheets.edition.pages:
        width, height = sheet_size(page)
        marks = tuple(_sheet(page, sheets, letters))
        name = text(sheets.names.get(page.number, sheets.stamp.name), sheets.language)
        yield Page(page.number, f"{page.name} {name}".strip(), width, height, 0.0, marks)


def _sheet(page: Page, sheets: Sheets, letters: Letters) -> Iterator[Mark]:
    at = page_rect(page)
    yield from (placed(mark, at.x, at.y) for mark in page.marks)
    yield from frame(at.x, at.y, at.width, at.height, GREY, 0.25)
    yield from counting.numbers(sheets.now, page.number, at, letters)
    yield from counting.names(sheets.slots.get(page.number, {}), at, letters)
    changes = sheets.comparison.changes if sheets.comparison is not None else ()
    own = [change for change in changes if page.number in _pages(change)]
    if sheets.comparison is not None:
        yield from _marked(page, own, at, sheets, letters, pen(sheets.comparison.last))
    name = sheets.names.get(page.number, sheets.stamp.name)
    yield from head(page, sheets.stamp, name, sheets.standing.get(page.number, ()), letters, sheets.language)
    known = sheets.now.page(page.number)
    if known is not None:
        yield from foot(page, known, len(own), letters, sheets.language)


def _pages(change: Change) -> set[int]:
    """The pages on which a change is marked."""
    places = {box.page for box in change.boxes} | ({change.gap.page} if change.gap is not None else set())
    return places or {each.page for each in (change.now, change.was) if each is not None}


def _marked(
    page: Page, changes: Sequence[Change], at: Rect, sheets: Sheets, letters: Letters, ink: Ink
) -> Iterator[Mark]:
    anchored = []
    loose = []
    for change in changes:
        boxes = [_on_sheet(box, at) for box in change.boxes if box.page == page.number]
        yield from signs(change, boxes, ink)
        if boxes:
            anchored.append(_note(change, boxes[0], sheets.language, ink))
        elif change.gap is None or change.gap.page != page.number:
            loose.append(change)
        if change.gap is not None and change.gap.page == page.number:
            gap = _on_sheet(change.gap, at)
            yield from origin(change, gap, ink)
            anchored.append(_left_note(change, gap, sheets.language, ink))
    width, _ = sheet_size(page)
    texts = [*_text_boxes(sheets.now, page.number, at)]
    texts += [_on_sheet(Box(page.number, mark.x, mark.y, mark.width, mark.height), at) for mark in page.pictures()]
    yield from notes(
        anchored, at, width, texts, letters, lambda count: Words(text(words.more(count), sheets.language), ink)
    )
    yield from _without_place(loose, at, letters, sheets.language, ink)


def _on_sheet(box: Box, at: Rect) -> Box:
    return box._replace(x=box.x + at.x, y=box.y + at.y)


def _note(change: Change, box: Box, language: Language, ink: Ink) -> Anchored:
    start = [Words(f"{change.number} ", ink, bold=True), Words(f"{text(kind_of(change), language)} ", ink)]
    full, short = (start + content(change, ink, most, language) for most in (_MOST_FULL, _MOST_SHORT))
    return Anchored(box, change.number, full, short, ink, WEIGHTS.index(change.weight))


def _left_note(change: Change, gap: Box, language: Language, ink: Ink) -> Anchored:
    """The note where something was moved from."""
    said = [
        Words(f"{change.number} ", ink, bold=True),
        Words(text(words.moved_to(place_of(change.now)), language), ink),
    ]
    return Anchored(gap, change.number, said, said, ink)


def _text_boxes(made: Round, page: int, at: Rect) -> Iterator[Box]:
    texts = [text for story in made.stories.values() for text in story.texts]
    texts += [text for each in made.pages if each.number == page for text in each.texts]
    for each in texts:
        yield from (_on_sheet(line.box(0, len(line.edges)), at) for line in each.lines if line.page == page)


def _without_place(
    changes: Sequence[Change], at: Rect, letters: Letters, language: Language, ink: Ink
) -> Iterator[Mark]:
    """Notes of what stands nowhere on the page any more, in a row above it."""
    said: list[Words] = []
    for change in changes:
        note = _note(change, Box(at_page(change.was), 0, 0, 0, 0), language, ink)
        said += [*note.short, Words("　", ink)]
    if said:
        text_set = letters.set(said, 7, at.width)
        yield from text_set.marks(at.x, at.y - text_set.height - 3)


def at_page(place: Place | None) -> int:
    """The page of a place, 0 for none."""
    return place.page if place is not None else 0
