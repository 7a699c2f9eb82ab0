"""Pixels of a rendered page (像素), and how they are written as a PNG file (ISO/IEC 15948)."""

import zlib
from struct import pack
from typing import Final

from bulletin_layout.pictures.png import GREY, RGB, SIGNATURE
from bulletin_layout.values import NamedTuple

_INCHES_PER_METRE: Final = 1 / 0.0254
#: Rows that are searched for colour together. Most pages in colour have some near the top, so the search ends early.
_BAND: Final = 64


class Pixels(NamedTuple):
    """Red, green and blue byte of each pixel, in rows from the top, without padding."""

    width: int
    height: int
    data: bytes


def png_file(pixels: Pixels, dpi: float) -> bytes:
    """A PNG file of these pixels, as a grey image if no pixel has a colour: a third of the data.

    Rows are not filtered: on pages of text, filters do not make the file smaller, and choosing them takes longer than
    compressing. ``dpi``: resolution that is stored in the file.
    """
    kind, samples, data = RGB, 3, pixels.data
    if _is_grey(pixels):
        kind, samples, data = GREY, 1, data[::3]
    row = pixels.width * samples
    rows = b"".join([b"\0" + data[start : start + row] for start in range(0, len(data), row)])
    dots = round(dpi * _INCHES_PER_METRE)
    return SIGNATURE + b"".join(
        (
            png_chunk(b"IHDR", pack(">IIBBBBB", pixels.width, pixels.height, 8, kind, 0, 0, 0)),
            png_chunk(b"pHYs", pack(">IIB", dots, dots, 1)),
            png_chunk(b"IDAT", zlib.compress(rows, 1)),
            png_chunk(b"IEND", b""),
        )
    )


def _is_grey(pixels: Pixels) -> bool:
    step = 3 * pixels.width * _BAND
    bands = (pixels.data[start : start + step] for start in range(0, len(pixels.data), step))
    return all(band[::3] == band[1::3] == band[2::3] for band in bands)


def png_chunk(kind: bytes, body: bytes) -> bytes:
    """A chunk: its length, kind, body and checksum (ISO/IEC 15948, 5.3)."""
    return pack(">I", len(body)) + kind + body + pack(">I", zlib.crc32(kind + body))
