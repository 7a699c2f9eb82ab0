"""A written PDF → proof images (小样). The one door to pypdfium2."""

from collections.abc import Iterator
from typing import Final

import pypdfium2  # type: ignore[import-untyped]

from bulletin_layout.pictures import contact_sheet, png_file

__all__ = ["contact_sheet", "render_png"]

_POINTS: Final = 72


def render_png(pdf: bytes, dpi: int) -> Iterator[bytes]:
    """Each page as a PNG file, cut to its trim box, one after another as they are asked for."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            page.set_cropbox(*page.get_trimbox())
            bitmap = page.render(scale=dpi / _POINTS)
            yield png_file(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, dpi)
            bitmap.close()
            page.close()
    finally:
        document.close()
