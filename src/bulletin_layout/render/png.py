"""A written PDF → proof images (小样), and its lines of text as a reader finds them. The adapter for pypdfium2."""

from collections.abc import Iterator
from itertools import islice
from math import sqrt
from typing import Final, NamedTuple

import pypdfium2  # type: ignore[import-untyped]

from bulletin_layout.pictures import contact_sheet, png_file

__all__ = ["FoundLine", "contact_sheet", "render_png", "text_lines"]

_POINTS: Final = 72
#: A page's dots: a poster of A0 at 150 dpi has fewer, and a file that claims more means to fill the memory.
MOST_DOTS: Final = 40_000_000
#: A page with more lines than this, or more looking for them, shows none: a full newspaper page has 2,000 of 10,000
#: characters, and each is looked for among all of them.
_MOST_LINES: Final = 10_000
_MOST_LOOKING: Final = 400_000_000


def render_png(pdf: bytes, dpi: int, most_dots: int = MOST_DOTS) -> Iterator[bytes]:
    """Each page as a PNG file, cut to its trim box, one after another as they are asked for."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            page.set_cropbox(*page.get_trimbox())
            width, height = page.get_size()
            bitmap = page.render(scale=min(dpi / _POINTS, sqrt(most_dots / max(width * height, 1.0))))
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


def text_lines(pdf: bytes, most: int | None = None) -> tuple[tuple[FoundLine, ...], ...]:
    """The lines of each page, in the order in which the file shows them; of the first ``most`` pages, if that is
    given."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(tuple(_lines(page)) for page in islice(document, most))
    finally:
        document.close()


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
