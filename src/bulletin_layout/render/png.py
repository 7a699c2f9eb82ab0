"""The adapter for pypdfium2: renders a written PDF to proof images (小样), and extracts its lines of text."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ctypes import c_ubyte
from itertools import islice
from math import ceil, sqrt
from typing import Final

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from bulletin_layout.pictures import Pixels, png_file, row_size
from bulletin_layout.values import NamedTuple

_POINTS: Final = 72
#: With notes of a reviewer, and red first, as files have it.
_FLAGS: Final = pdfium.FPDF_ANNOT | pdfium.FPDF_REVERSE_BYTE_ORDER
#: Most pixels of a page. A poster of A0 at 150 dpi has fewer; a hostile file could claim any size.
MOST_DOTS: Final = 40_000_000
#: Limits for the text of one page: its lines, and characters times lines, since each line is searched among all
#: characters. A full newspaper page has 2,000 lines and 10,000 characters.
_MOST_LINES: Final = 10_000
_MOST_LOOKING: Final = 400_000_000


@contextmanager
def page_drawing(pdf: bytes, dpi: int, most_dots: int = MOST_DOTS) -> Iterator[Callable[[int], Pixels]]:
    """Opens a file, and gives what draws one of its pages (from 1), cropped to its trim box. A page with more pixels
    than ``most_dots`` is drawn smaller."""
    with _document(pdf) as document:
        yield lambda number: _drawn(document[number - 1], dpi, most_dots)


def draw_pages(pdf: bytes, dpi: int, most_dots: int = MOST_DOTS) -> Iterator[Pixels]:
    """All pages, likewise; rendered one by one, as the iterator is advanced."""
    with _document(pdf) as document:
        for page in document:
            yield _drawn(page, dpi, most_dots)


def _drawn(page: pypdfium2.PdfPage, dpi: int, most_dots: int) -> Pixels:
    """Draws a page into the rows of a white image. PDFium draws where they lie, so that no dot is ever copied, and the
    paper is not painted dot by dot."""
    page.set_cropbox(*page.get_trimbox())
    scale = min(dpi / _POINTS, sqrt(most_dots / max(page.get_width() * page.get_height(), 1.0)))
    width, height = (ceil(side * scale) for side in page.get_size())
    size = row_size(width)
    rows = bytearray(b"\0" + b"\xff" * (size - 1)) * height
    place = (c_ubyte * (len(rows) - 1)).from_buffer(rows, 1)
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_BGR, place, size)
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, _FLAGS)
    pdfium.FPDFBitmap_Destroy(bitmap)
    page.close()
    return Pixels(width, height, rows)


@contextmanager
def _document(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """The opened file. PdfError: it, or a page that is asked for, is too damaged for the library."""
    try:
        document = pypdfium2.PdfDocument(pdf)
        try:
            yield document
        finally:
            document.close()
    except pypdfium2.PdfiumError:
        from bulletin_layout.findings.catalogue.archives import damaged_objects  # seldom needed, and slow to load
        from bulletin_layout.pdfs.pikepdf_adapter import PdfError

        raise PdfError(damaged_objects()) from None


def render_png(pdf: bytes, dpi: int, most_dots: int = MOST_DOTS) -> Iterator[bytes]:
    """Each page as a PNG file, cut to its trim box, one after another as they are asked for."""
    return (png_file(page, dpi) for page in draw_pages(pdf, dpi, most_dots))


class FoundLine(NamedTuple):
    """A line of text in one size and font. (x, y): lower left corner of its ink, points from the top left of the trim,
    y down."""

    text: str
    x: float
    y: float
    width: float


def text_lines(pdf: bytes, most: int | None = None) -> tuple[tuple[FoundLine, ...], ...]:
    """The lines of each page, in the order of the page's content; ``most``: pages that are looked at. A page with more
    than the limits has none."""
    with _document(pdf) as document:
        return tuple(tuple(_lines(page)) for page in islice(document, most))


def _lines(page: pypdfium2.PdfPage) -> Iterator[FoundLine]:
    left, _, _, top = page.get_trimbox()
    text = page.get_textpage()
    count = text.count_rects()
    readable = count <= _MOST_LINES and count * text.count_chars() <= _MOST_LOOKING
    for number in range(count if readable else 0):
        box = text.get_rect(number)
        said = text.get_text_bounded(*box).strip()
        if said:
            yield FoundLine(said, box[0] - left, top - box[1], box[2] - box[0])
    text.close()
