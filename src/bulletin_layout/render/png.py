"""The adapter for pypdfium2: renders a written PDF to proof images (小样), and extracts its lines of text."""

from collections.abc import Iterator
from typing import Final, NamedTuple

import pypdfium2  # type: ignore[import-untyped]

from bulletin_layout.pictures import contact_sheet, png_file

__all__ = ["FoundLine", "contact_sheet", "render_png", "text_lines"]

_POINTS: Final = 72
#: Most pixels of a page's longer side. A poster at 150 dpi has fewer; a hostile file could claim any size.
_MOST_DOTS: Final = 12_000


def render_png(pdf: bytes, dpi: int) -> Iterator[bytes]:
    """Each page as a PNG file, cropped to its trim box; rendered one by one, as the iterator is advanced."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            page.set_cropbox(*page.get_trimbox())
            bitmap = page.render(scale=min(dpi / _POINTS, _MOST_DOTS / max(page.get_size())))
            yield png_file(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, dpi)
            bitmap.close()
            page.close()
    finally:
        document.close()


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
