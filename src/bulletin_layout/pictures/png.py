"""Reads the chunks of PNG files (ISO/IEC 15948), checks their checksums, and passes the pixels on if a PDF can have
them."""

import zlib
from collections.abc import Sequence
from typing import Final

from bulletin_layout.findings.catalogue import pictures as said
from bulletin_layout.pictures.picture import EncodedPicture, PictureError, Space, exif_turn
from bulletin_layout.values import NamedTuple

SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
GREY, RGB, PALETTE, _GREY_ALPHA, _RGB_ALPHA = 0, 2, 3, 4, 6
#: Colour type → allowed bits per sample (ISO/IEC 15948, table 11.1).
_BITS: Final = {
    GREY: (1, 2, 4, 8, 16),
    RGB: (8, 16),
    PALETTE: (1, 2, 4, 8),
    _GREY_ALPHA: (8, 16),
    _RGB_ALPHA: (8, 16),
}

#: Samples a pixel has.
_SAMPLES: Final = {GREY: 1, RGB: 3, PALETTE: 1, _GREY_ALPHA: 2, _RGB_ALPHA: 4}
#: First column and row of each pass of an interlaced picture, and the steps to the next.
_PASSES: Final = (
    (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)
)  # fmt: skip
_LAST_FILTER: Final = 4
_CHUNK: Final = 1 << 20


class PngHead(NamedTuple):
    """The data of the chunks. ``turn``: EXIF orientation; ``plain``: a PDF can embed the pixel data as it is."""

    width: int
    height: int
    bits: int
    colour: int
    turn: int
    palette: bytes
    idat: tuple[memoryview, ...]
    plain: bool
    interlaced: bool = False


def read_png(data: bytes, shown: str) -> PngHead:
    """Read the chunks; ``shown``: path for messages. PictureError: one is damaged, or the end is missing."""
    view = memoryview(data)
    found: dict[bytes, bytes] = {}
    idat: list[memoryview] = []
    at = len(SIGNATURE)
    while b"IEND" not in found:
        size = int.from_bytes(view[at : at + 4], "big")
        kind = bytes(view[at + 4 : at + 8])
        body = view[at + 8 : at + 8 + size]
        end = at + 12 + size
        if end > len(data):
            raise PictureError(said.end_missing(shown, "PNG"))
        if zlib.crc32(view[at + 4 : end - 4]) != int.from_bytes(view[end - 4 : end], "big"):
            raise PictureError(said.png_checksum(shown, at))
        if kind == b"IDAT":
            idat.append(body)
        elif kind in (b"IHDR", b"PLTE", b"tRNS", b"eXIf", b"IEND"):
            found.setdefault(kind, bytes(body))
        at = end
    header = found.get(b"IHDR", b"")
    width, height = int.from_bytes(header[:4], "big"), int.from_bytes(header[4:8], "big")
    if len(header) != 13 or not width or not height or not idat:
        raise PictureError(said.png_without_picture(shown))
    bits, colour, interlace = header[8], header[9], header[12]
    if bits not in _BITS.get(colour, ()):
        raise PictureError(said.png_of_no_kind(shown, bits, colour))
    palette = found.get(b"PLTE", b"")
    # PDF's predictors know neither interlacing nor transparency; 16 bits would need PDF 1.5.
    plain = colour in (GREY, RGB, PALETTE) and bits <= 8 and not interlace and b"tRNS" not in found
    if colour == PALETTE and not palette:
        raise PictureError(said.png_without_palette(shown))
    return PngHead(
        width, height, bits, colour, exif_turn(found.get(b"eXIf", b"")), palette, tuple(idat), plain, bool(interlace)
    )


def check_rows(head: PngHead, shown: str) -> None:
    """Unpack the pixel data, a part at a time, and count it. PictureError: it does not end, or its rows are fewer or
    more than the header says, or one has a filter that no PNG has. What is printed would be half a picture."""
    plan = _row_plan(head)
    want = sum(size * count for size, count in plan)
    opening, seen = zlib.decompressobj(), 0
    rows = _Rows(plan)
    try:
        for part in head.idat:
            rest: bytes | memoryview = part
            while rest and not opening.eof and seen <= want:
                data = opening.decompress(rest, _CHUNK)
                seen += len(data)
                rest = opening.unconsumed_tail
                if seen <= want and not rows.fit(data):
                    raise PictureError(said.png_pixels_damaged(shown))
            if seen > want:
                break
    except zlib.error:
        raise PictureError(said.png_pixels_damaged(shown)) from None
    if seen > want:
        raise PictureError(said.png_too_long(shown))
    if seen < want or not opening.eof:
        raise PictureError(said.png_cut_short(shown))


class _Rows:
    """Whether each row begins with the number of a filter (ISO/IEC 15948, 9.2), looked at as the data comes."""

    def __init__(self, plan: Sequence[tuple[int, int]]) -> None:
        self._plan = iter(plan)
        self._size, self._left = next(self._plan, (1, 0))
        self._next = 0  # so many bytes on, the next row begins

    def fit(self, data: bytes) -> bool:
        at = self._next
        while at < len(data):
            if not self._left:
                self._size, self._left = next(self._plan, (len(data) + 1, 1))
                continue
            count = min(self._left, -(-(len(data) - at) // self._size))
            if max(data[at : at + count * self._size : self._size]) > _LAST_FILTER:
                return False
            at += count * self._size
            self._left -= count
        self._next = at - len(data)
        return True


def _row_plan(head: PngHead) -> tuple[tuple[int, int], ...]:
    """The bytes of a row with its filter's number, and how many such rows; one pair for each pass of an interlaced
    picture that has any pixels (ISO/IEC 15948, 8.2)."""
    depth = head.bits * _SAMPLES[head.colour]
    sizes = [(head.width, head.height)]
    if head.interlaced:
        sizes = [(-(-(head.width - x) // dx), -(-(head.height - y) // dy)) for x, y, dx, dy in _PASSES]
    return tuple((1 + -(-width * depth // 8), height) for width, height in sizes if width > 0 and height > 0)


def prepare_png(head: PngHead) -> EncodedPicture:
    """The compressed rows of the file, unchanged: PNG's filters are predictor 15 of PDF. A palette of greys becomes
    grey, so that it prints on the K plate only."""
    space: Space = "grey" if head.colour == GREY else "rgb"
    palette = head.palette if head.colour == PALETTE else b""
    if palette and palette[0::3] == palette[1::3] == palette[2::3]:
        space, palette = "grey", palette[0::3]
    data = b"".join(head.idat)
    return EncodedPicture(
        head.width, head.height, space, head.bits, "flate", data, head.turn, filtered=True, palette=palette
    )
