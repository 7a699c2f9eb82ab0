"""The adapter for zlib-ng: pixels of a rendered page (像素), and how they are written as a PNG file (ISO/IEC 15948)."""

import zlib
from struct import pack
from typing import Final

from bulletin_layout.pictures.png import GREY, RGB, SIGNATURE
from bulletin_layout.values import NamedTuple

_INCHES_PER_METRE: Final = 1 / 0.0254
_UNFILTERED: Final = b"\0"


class Pixels(NamedTuple):
    """An image in colour. ``rows``: from the top, each a zero byte, which tells PNG that the row is not filtered (9.2),
    and the red, green and blue byte of each pixel."""

    width: int
    height: int
    rows: bytes | bytearray

    @classmethod
    def of(cls, width: int, height: int, data: bytes) -> "Pixels":
        """Pixels from their bytes alone, without anything between the rows."""
        row = 3 * width
        ends = range(row, len(data) + 1, row)
        return cls(width, height, b"".join([_UNFILTERED + data[end - row : end] for end in ends]))

    @property
    def data(self) -> bytes:
        """The bytes of all pixels, without anything between the rows."""
        return b"".join([row[1:] for row in self.each_row()])

    def each_row(self) -> list[bytes | bytearray]:
        """The rows one by one."""
        size = row_size(self.width)
        return [self.rows[start : start + size] for start in range(0, len(self.rows), size)]


def row_size(width: int) -> int:
    """Bytes of a row in ``Pixels``."""
    return 1 + 3 * width


def png_file(pixels: Pixels, dpi: float) -> bytes:
    """A PNG file of these pixels, as a grey image if no pixel has a colour: a third of the data.

    Rows are not filtered: on pages of text, filters do not make the file smaller, and choosing them takes longer than
    compressing. zlib-ng takes a third of zlib's time for a file that is a fifth to two fifths larger, and gives the
    same bytes whatever the processor and the system. ``dpi``: resolution that is stored in the file.
    """
    from zlib_ng import zlib_ng

    kind, rows = RGB, pixels.rows
    if _is_grey(pixels):
        kind, rows = GREY, b"".join([_UNFILTERED + row[1::3] for row in pixels.each_row()])
    dots = round(dpi * _INCHES_PER_METRE)
    return SIGNATURE + b"".join(
        (
            png_chunk(b"IHDR", pack(">IIBBBBB", pixels.width, pixels.height, 8, kind, 0, 0, 0)),
            png_chunk(b"pHYs", pack(">IIB", dots, dots, 1)),
            png_chunk(b"IDAT", zlib_ng.compress(rows, 1)),
            png_chunk(b"IEND", b""),
        )
    )


def _is_grey(pixels: Pixels) -> bool:
    """Whether no pixel has a colour. Most pages in colour have some near the top, so that few rows are looked at."""
    size = row_size(pixels.width)
    rows = (pixels.rows[start : start + size] for start in range(0, len(pixels.rows), size))
    return all(row[1::3] == row[2::3] == row[3::3] for row in rows)


def png_chunk(kind: bytes, body: bytes) -> bytes:
    """A chunk: its length, kind, body and checksum (ISO/IEC 15948, 5.3)."""
    return b"".join((pack(">I", len(body)), kind, body, pack(">I", zlib.crc32(body, zlib.crc32(kind)))))
