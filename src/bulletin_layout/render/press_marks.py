"""Printer's marks (印刷标记): crop and registration marks, colour bar, and a line that names the page.

All are outside the bleed. Coordinates are those of the page: from the top left corner of the trim, y down.
"""

from collections.abc import Callable, Iterator
from itertools import chain
from typing import Final

from bulletin_layout.fonts import Face
from bulletin_layout.inks import BLACK, Ink
from bulletin_layout.issue import Press
from bulletin_layout.measures import POINTS_PER_MM
from bulletin_layout.page import Edition, GlyphRun, Page, PanelMark, RuleMark, TextMark
from bulletin_layout.render.output import Beside, Ring
from bulletin_layout.values import NamedTuple

#: The colour that prints on every plate (套版色; ISO 32000-1, 8.6.6.4).
REGISTRATION: Final = Ink("spot", (1, 1, 1, 1), "All")
#: Paper outside the bleed that the marks need, points.
ROOM: Final = 10 * POINTS_PER_MM
#: Paper around a proof, in points.
PROOF_ROOM: Final = 5 * POINTS_PER_MM

_AIR: Final = 1.5 * POINTS_PER_MM  # between the bleed and a mark
_CROP: Final = 5 * POINTS_PER_MM
_TARGET: Final = 5.5 * POINTS_PER_MM  # from the bleed to the middle of a registration mark
_RING, _ARM = 1.5 * POINTS_PER_MM, 2.8 * POINTS_PER_MM
_PATCH: Final = 5 * POINTS_PER_MM
_INDENT: Final = 12 * POINTS_PER_MM  # from the corner of the trim to the colour bar and to the line of text
_SLUG_SIZE: Final = 6.5
_PROCESS: Final = (("Cyan", 0), ("Magenta", 1), ("Yellow", 2), ("Black", 3))
#: Patches of the colour bar: solids, overprints of two inks, tints of black, and a grey made of the three colours.
_BAR: Final = (
    (1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1), (0, 1, 1, 0), (1, 0, 1, 0), (1, 1, 0, 0),
    (0, 0, 0, 0.75), (0, 0, 0, 0.5), (0, 0, 0, 0.25), (0.5, 0.4, 0.4, 0),
)  # fmt: skip


class Legend(NamedTuple):
    """The text below a page, and the spot colours of the page."""

    text: str
    spots: tuple[Ink, ...]


def press_marks(
    press: Press, face: Face | None, legend: Callable[[Page], Legend]
) -> Callable[[Page], tuple[Beside, ...]]:
    """A function that gives the marks of a page, with lines as thin as the press can print. ``face``: for texts;
    without one there are none. Pages of one size and with the same plates share all but the line about the page."""
    known: dict[object, tuple[tuple[Beside, ...], tuple[Beside, ...]]] = {}
    face = face if "slug" in press.marks else None

    def beside(page: Page) -> tuple[Beside, ...]:
        text, spots = legend(page)
        alike = page.width, page.height, page.bleed, spots
        if alike not in known:
            known[alike] = tuple(_frame(page, press, spots)), tuple(_plates(page, face, spots) if face else ())
        frame, plates = known[alike]
        return (*frame, _about(page, text, face), *plates) if face else frame

    return beside


def proof_line(sheet: Page, text: str, face: Face) -> TextMark:
    """A line of text (看样) below a sheet without a bleed, within ``PROOF_ROOM``."""
    return TextMark(_AIR, sheet.height + PROOF_ROOM * 0.6, _run(text, face, BLACK, sheet.width - 2 * _AIR)[0])


def slug_face(edition: Edition) -> Face | None:
    """The face for texts outside the trim: that of the body text, so that no further font is needed."""
    texts = (mark for page in edition.pages for mark in page.texts())
    first = next(texts, None)
    if first is None:
        return None
    return next((mark for mark in chain((first,), texts) if mark.tag.role == "body"), first).run.face


def spots_of(page: Page, ink: Callable[[Ink], Ink]) -> tuple[Ink, ...]:
    """The spot colours of a page after conversion by ``ink``, each once."""
    inks = map(ink, dict.fromkeys(page.inks()))
    return tuple(dict.fromkeys(each for each in inks if each.space == "spot"))


def fold_marks(sheet: Page, width: float) -> tuple[Beside, ...]:
    """Marks where a sheet is folded (折线): above and below its middle, closer to the bleed than any other mark."""
    middle, out = sheet.width / 2, sheet.bleed + width
    return (
        _line(middle, -out, middle, -out - _AIR, width),
        _line(middle, sheet.height + out, middle, sheet.height + out + _AIR, width),
    )


def _line(x1: float, y1: float, x2: float, y2: float, width: float) -> RuleMark:
    return RuleMark(x1, y1, x2, y2, width, REGISTRATION)


def _frame(page: Page, press: Press, spots: tuple[Ink, ...]) -> Iterator[Beside]:
    """All marks that the press asks for, but for texts."""
    if "crop" in press.marks:
        yield from _crop(page, press.thinnest)
    if "register" in press.marks:
        yield from _register(page, press.thinnest)
    if "bar" in press.marks:
        yield from _bar(page, spots)


def _crop(page: Page, width: float) -> Iterator[Beside]:
    """Crop marks (裁切线): two lines at each corner."""
    start = page.bleed + _AIR
    end = start + _CROP
    for x, out_x in ((0.0, -1), (page.width, 1)):
        for y, out_y in ((0.0, -1), (page.height, 1)):
            yield _line(x + out_x * start, y, x + out_x * end, y, width)
            yield _line(x, y + out_y * start, x, y + out_y * end, width)


def _register(page: Page, width: float) -> Iterator[Beside]:
    """Registration marks (套准线): a cross in a ring at the middle of each side."""
    out = page.bleed + _TARGET
    middle, half = page.width / 2, page.height / 2
    for x, y in ((middle, -out), (middle, page.height + out), (-out, half), (page.width + out, half)):
        yield _line(x - _ARM, y, x + _ARM, y, width)
        yield _line(x, y - _ARM, x, y + _ARM, width)
        yield Ring(x, y, _RING, width, REGISTRATION)


def _bar(page: Page, spots: tuple[Ink, ...]) -> Iterator[Beside]:
    """The colour bar (色标): a patch of each ink, above the page, left of its middle."""
    inks = (*(Ink("cmyk", tint) for tint in _BAR), *spots)
    size = min(_PATCH, (page.width / 2 - _ARM - _INDENT) / len(inks))
    top = -page.bleed - _AIR - size
    for number, ink in enumerate(inks):
        yield PanelMark(_INDENT + number * size, top, size, size, ink)


def _about(page: Page, text: str, face: Face) -> TextMark:
    """Below the page, at the left: a line with issue and page, printed on all plates."""
    return TextMark(_INDENT, _below(page), _run(text, face, REGISTRATION, page.width / 2 - _ARM - _INDENT)[0])


def _plates(page: Page, face: Face, spots: tuple[Ink, ...]) -> Iterator[Beside]:
    """Below the page, at the right: the name of each plate, printed on that plate only."""
    inks = [(name, Ink("cmyk", tuple(float(plate == each) for each in range(4)))) for name, plate in _PROCESS]
    x = page.width / 2 + _ARM + _SLUG_SIZE
    for name, ink in (*inks[:3], ("Black", BLACK), *((spot.name, spot) for spot in spots)):
        run, width = _run(name, face, ink, page.width - _INDENT - x)
        yield TextMark(x, _below(page), run)
        x += width + _SLUG_SIZE


def _below(page: Page) -> float:
    """The baseline of the texts below a page."""
    return page.height + page.bleed + _TARGET + _SLUG_SIZE / 3


def _run(text: str, face: Face, ink: Ink, room: float) -> tuple[GlyphRun, float]:
    """The part of a text that fits into ``room`` points, and its width; characters that the face lacks are left out."""
    gids, xs, texts, pen = [], [], [], 0.0
    for glyph in face.shape(text):
        advance = glyph.advance * _SLUG_SIZE
        if glyph.gid and pen + advance <= room:
            gids.append(glyph.gid)
            xs.append(pen + glyph.dx * _SLUG_SIZE)
            texts.append(text[glyph.start : glyph.end])
            pen += advance
    return GlyphRun(face, _SLUG_SIZE, ink, tuple(gids), tuple(xs), tuple(texts)), pen
