"""The paper of a proof sheet (校样纸): its size, its head with the stamp, its foot with the boxes to sign."""

from collections.abc import Iterator
from typing import Final

from bulletin_layout.findings.phrases import Phrase, text
from bulletin_layout.grid import Rect
from bulletin_layout.inks import Ink
from bulletin_layout.languages import Language
from bulletin_layout.measures import PAPERS, POINTS_PER_MM
from bulletin_layout.page import Mark, Page
from bulletin_layout.proofing import words
from bulletin_layout.proofing.lettering import Letters, Words, frame, rule
from bulletin_layout.proofing.rounds import RoundPage
from bulletin_layout.proofing.telling import DARK, GREY
from bulletin_layout.values import NamedTuple

_MM: Final = POINTS_PER_MM
#: Papers of office printers, smallest first; a page stands on the first that leaves these margins.
_PAPERS: Final = ("A4", "A3")
_SIDE, _HEAD, _FOOT = 30 * _MM, 17 * _MM, 48 * _MM
_EDGE: Final = 8 * _MM
_BOXES: Final = 40 * _MM
_STAMP: Final = Ink("rgb", (0.8, 0.1, 0.1))


class Stamp(NamedTuple):
    """What a sheet says of itself: the paper's name and issue, the round, the day that was given for it or "", and how
    many changes each page has. ``stage``: the name in the stamp, page by page where it differs from the round's."""

    publication: str
    issue: str
    name: Phrase
    date: str


def sheet_size(page: Page) -> tuple[float, float]:
    """Width and height of the paper for a page, points."""
    for name in _PAPERS:
        width, height = (side * _MM for side in PAPERS[name])
        if width >= page.width + 2 * _SIDE and height >= page.height + _HEAD + _FOOT:
            return width, height
    return page.width + 2 * _SIDE * 1.4, page.height + _HEAD + _FOOT + 10 * _MM


def page_rect(page: Page) -> Rect:
    """Where the page lies on its sheet: in the middle, below the head."""
    width, height = sheet_size(page)
    spare = height - page.height - _HEAD - _FOOT
    return Rect((width - page.width) / 2, _HEAD + spare * 0.4, page.width, page.height)


def head(
    page: Page, stamp: Stamp, name: Phrase, standing: tuple[Phrase, ...], letters: Letters, language: Language
) -> Iterator[Mark]:
    """The head of a sheet: the stamp, what it is of, what still stands on the page, the day."""
    width, _ = sheet_size(page)
    said = letters.set(Words(text(name, language), _STAMP, bold=True), 19, width / 3)
    wide = said.width + 16
    yield from frame(_EDGE, _EDGE - 4, wide, 27, _STAMP, 1.4)
    yield from said.marks(_EDGE + 8, _EDGE)
    title = f"{stamp.publication}　{stamp.issue}　{text(words.page(page.number), language)}　{page.name}".rstrip("　")
    yield from letters.set(Words(title, DARK, bold=True), 11, width - 2 * wide - 2 * _EDGE, "center").marks(
        _EDGE + wide, _EDGE + 4
    )
    if standing:
        why = Words(text(words.listed(standing), language), _STAMP)
        yield from letters.set(why, 8, width - 2 * wide - 2 * _EDGE, "center").marks(_EDGE + wide, _EDGE + 19)
    day = words.made_on(stamp.date) if stamp.date else words.made_blank()
    yield from letters.set(Words(text(day, language), DARK), 9, width / 3, "end").marks(width * 2 / 3 - _EDGE, _EDGE)


def foot(page: Page, known: RoundPage, changes: int, letters: Letters, language: Language) -> Iterator[Mark]:
    """The foot of a sheet: a box for each person who signs, what is decided, remarks."""
    width, height = sheet_size(page)
    x, top, right = _EDGE, height - _EDGE - _BOXES, width - _EDGE
    yield from frame(x, top, right - x, _BOXES, DARK, 0.6)
    step = (right - x) / len(words.SIGNED_BY)
    for number, who in enumerate(words.SIGNED_BY):
        left = x + number * step
        if number:
            yield rule(left, top, left, top + 20 * _MM, DARK)
        label = Words(text(who, language), DARK, bold=True)
        named = Words(f"　{known.editor}" if who is words.EDITOR else "", GREY)
        yield from letters.set((label, named), 8, step - 6).marks(left + 4, top + 4)
        for line, asked in ((9.5 * _MM, words.SIGNATURE), (16 * _MM, words.DAY)):
            yield from letters.line(Words(text(asked, language), GREY), 6.5, left + 4, top + line)
            yield rule(left + 22, top + line + 7, left + step - 5, top + line + 7, GREY, 0.3)
    middle = top + 20 * _MM
    yield rule(x, middle, right, middle, DARK)
    left = x + 6
    for verdict in words.VERDICTS:
        yield from frame(left, middle + 8, 8, 8, DARK)
        said = letters.set(Words(text(verdict, language), DARK), 8.5, width)
        yield from said.marks(left + 12, middle + 7.5)
        left += said.width + 34
    count = letters.set(Words(text(words.on_this_page(changes), language), DARK), 8.5, width)
    yield from count.marks(left + 10, middle + 7.5)
    yield from letters.set(Words(text(words.digest(known.digest[:12]), language), GREY), 6, 200, "end").marks(
        right - 206, middle + 8
    )
    yield from letters.line(Words(text(words.REMARKS, language), GREY), 7, x + 6, middle + 26)
    yield rule(x + 40, middle + 34, right - 6, middle + 34, GREY, 0.3)
    yield rule(x + 6, middle + 50, right - 6, middle + 50, GREY, 0.3)
