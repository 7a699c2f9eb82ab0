"""A written PDF → proof images (小样), and its lines of text as a reader finds them. The adapter for pypdfium2."""

from collections.abc import Iterator
from typing import Final, NamedTuple

import pypdfium2  # type: ignore[import-untyped]

from bulletin_layout.pictures import contact_sheet, png_file

__all__ = ["FoundLine", "contact_sheet", "render_png", "text_lines"]

_POINTS: Final = 72
#: A page's longer side, in dots: a poster at 150 dpi has fewer, and a file that claims more means to fill the memory.
_MOST_DOTS: Final = 12_000


def render_png(pdf: bytes, dpi: int) -> Iterator[bytes]:
    """Each page as a PNG file, cut to its trim box, one after another as they are asked for."""
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
    """A line of text of one size and font; (x, y) is the lower left of its ink, from the top left of the trim."""

    text: str
    x: float
    y: float
    width: float


def text_lines(pdf: bytes) -> tuple[tuple[FoundLine, ...], ...]:
    """The lines of each page, in the order in which the file shows them."""
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
