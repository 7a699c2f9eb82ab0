"""The adapter for pypdfium2: renders a written PDF to proof images (小样), and extracts its lines of text.

It calls PDFium's own functions (``pypdfium2_raw``): the classes around them take as long to load as a page to draw.
"""

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from ctypes import c_double, c_float, c_ubyte, c_ushort
from math import ceil, sqrt
from threading import Lock
from typing import Any, Final

import pypdfium2_raw as pdfium  # type: ignore[import-untyped]

from bulletin_layout.findings.catalogue import archives
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
#: The boxes of a page that stand for its trim, the first that it has, and the paper where it has none (ISO 32000-1,
#: 14.11.2), left, bottom, right and top.
_TRIMS: Final = (pdfium.FPDFPage_GetTrimBox, pdfium.FPDFPage_GetCropBox, pdfium.FPDFPage_GetMediaBox)
_PAPER: Final = (0.0, 0.0, 612.0, 792.0)
#: PDFium is not for several threads at a time, whatever file each has opened.
_ALONE: Final = Lock()

pdfium.FPDF_InitLibraryWithConfig(pdfium.FPDF_LIBRARY_CONFIG(version=2))


def draw_pages(pdf: bytes, dpi: int, most_dots: int = MOST_DOTS) -> Generator[Pixels]:
    """All pages, each cropped to its trim box, rendered one by one as the generator is advanced. A page with more
    pixels than ``most_dots`` is drawn smaller."""
    with _document(pdf) as (document, count):
        for number in range(count):
            with _ALONE, _page(document, number) as page:
                drawn = _drawn(page, dpi, most_dots)
            yield drawn


def _drawn(page: Any, dpi: int, most_dots: int) -> Pixels:
    """Draws a page into the rows of a white image. PDFium draws where they lie, so that no dot is ever copied, and the
    paper is not painted dot by dot."""
    pdfium.FPDFPage_SetCropBox(page, *_trim(page))
    across, down = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    scale = min(dpi / _POINTS, sqrt(most_dots / max(across * down, 1.0)))
    width, height = ceil(across * scale), ceil(down * scale)
    size = row_size(width)
    rows = bytearray(b"\0" + b"\xff" * (size - 1)) * height
    place = (c_ubyte * (len(rows) - 1)).from_buffer(rows, 1)
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_BGR, place, size)
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, _FLAGS)
    pdfium.FPDFBitmap_Destroy(bitmap)
    return Pixels(width, height, rows)


def _trim(page: Any) -> tuple[float, ...]:
    edges = tuple(c_float() for _ in _PAPER)
    return tuple(edge.value for edge in edges) if any(box(page, *edges) for box in _TRIMS) else _PAPER


@contextmanager
def _document(pdf: bytes) -> Iterator[tuple[Any, int]]:
    """The opened file, and how many pages it has. PdfError: it is too damaged for the library."""
    with _ALONE:
        document = pdfium.FPDF_LoadMemDocument64(pdf, len(pdf), None)
        count = pdfium.FPDF_GetPageCount(document)
    try:
        if count < 1:
            raise _damaged()
        yield document, count
    finally:
        with _ALONE:
            pdfium.FPDF_CloseDocument(document)


@contextmanager
def _page(document: Any, number: int) -> Iterator[Any]:
    """An opened page, from 0. PdfError: as ``_document``."""
    page = pdfium.FPDF_LoadPage(document, number)
    if not page:
        raise _damaged()
    try:
        yield page
    finally:
        pdfium.FPDF_ClosePage(page)


def _damaged() -> Exception:
    from bulletin_layout.pdfs.pikepdf_adapter import PdfError  # seldom needed, and slow to load

    return PdfError(archives.damaged_objects())


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
    with _document(pdf) as (document, count):
        return tuple(_page_lines(document, number) for number in range(count if most is None else min(count, most)))


def _page_lines(document: Any, number: int) -> tuple[FoundLine, ...]:
    with _ALONE, _page(document, number) as page:
        text = pdfium.FPDFText_LoadPage(page)
        if not text:
            raise _damaged()
        try:
            return tuple(_lines(text, *_trim(page)))
        finally:
            pdfium.FPDFText_ClosePage(text)


def _lines(text: Any, left: float, _bottom: float, _right: float, top: float) -> Iterator[FoundLine]:
    """The lines of a page's text; the edges are those of its trim."""
    count = pdfium.FPDFText_CountRects(text, 0, -1)
    readable = count <= _MOST_LINES and count * pdfium.FPDFText_CountChars(text) <= _MOST_LOOKING
    for number in range(count if readable else 0):
        x, head, end, foot = (c_double() for _ in range(4))
        pdfium.FPDFText_GetRect(text, number, x, head, end, foot)
        said = _said(text, x.value, head.value, end.value, foot.value).strip()
        if said:
            yield FoundLine(said, x.value - left, top - foot.value, end.value - x.value)


def _said(text: Any, *box: float) -> str:
    """The text within a box: left, top, right and bottom edge."""
    units = pdfium.FPDFText_GetBoundedText(text, *box, None, 0)
    buffer = (c_ushort * max(units, 0))()
    pdfium.FPDFText_GetBoundedText(text, *box, buffer, len(buffer))
    return bytes(buffer).decode("utf-16-le", errors="ignore")
