"""The adapter for pypdfium2: renders a written PDF to proof images (小样), and extracts its lines of text."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

import pypdfium2  # type: ignore[import-untyped]

from bulletin_layout.pictures import Pixels, png_file

_POINTS: Final = 72
#: Most pixels of a page's longer side. A poster at 150 dpi has fewer; a hostile file could claim any size.
_MOST_DOTS: Final = 12_000


def draw_pages(pdf: bytes, dpi: int, numbers: Iterable[int] | None = None) -> Iterator[Pixels]:
    """Each page, or those of the ``numbers`` (from 1), cropped to its trim box; rendered one by one, as the iterator is
    advanced."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for number in numbers or range(1, len(document) + 1):
            page = document[number - 1]
            page.set_cropbox(*page.get_trimbox())
            scale = min(dpi / _POINTS, _MOST_DOTS / max(page.get_size()))
            bitmap = page.render(scale=scale, rev_byteorder=True)  # red first, as files have it
            yield Pixels(bitmap.width, bitmap.height, _without_gaps(bitmap))
            bitmap.close()
            page.close()
    finally:
        document.close()


def _without_gaps(bitmap: pypdfium2.PdfBitmap) -> bytes:
    """The rows of a bitmap; PDFium may have each begin at a multiple of four bytes."""
    row, data = 3 * bitmap.width, bytes(bitmap.buffer)
    if row == bitmap.stride:
        return data
    return b"".join([data[start : start + row] for start in range(0, len(data), bitmap.stride)])


def render_png(pdf: bytes, dpi: int) -> Iterator[bytes]:
    """Each page as a PNG file, cut to its trim box, one after another as they are asked for."""
    return (png_file(page, dpi) for page in draw_pages(pdf, dpi))


class FoundLine(NamedTuple):
    """A line of text in one size and font. (x, y): lower left corner of its ink, points from the top left of the trim,
    y down."""

    text: str
    x: float
    y: float
    width: float


def text_lines(pdf: bytes) -> tuple[tuple[FoundLine, ...], ...]:
    """The lines of each page, in the order of the page's content."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(tuple(_lines(page)) for page in document)
    finally:
        document.close()


def _lines(page: pypdfium2.PdfPage) -> Iterator[FoundLine]:
    left, _, _, top = page.get_trimbox()
    text = page.get_textpage()
    for number in range(text.count_rects()):
        box = text.get_rect(number)
        said = text.get_text_bounded(*box).strip()
        if said:
            yield FoundLine(said, box[0] - left, top - box[1], box[2] - box[0])
    text.close()
