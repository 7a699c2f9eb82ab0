"""Reads the chunks of PNG files (ISO/IEC 15948), checks their checksums, and passes the pixels on if a PDF can have
them."""

import zlib
from typing import Final, NamedTuple

from bulletin_layout.findings.catalogue import pictures as said
from bulletin_layout.pictures.picture import EncodedPicture, PictureError, Space, exif_turn

SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
GREY, RGB, _PALETTE, _GREY_ALPHA, _RGB_ALPHA = 0, 2, 3, 4, 6
#: Colour type → allowed bits per sample (ISO/IEC 15948, table 11.1).
_BITS: Final = {
    GREY: (1, 2, 4, 8, 16),
    RGB: (8, 16),
    _PALETTE: (1, 2, 4, 8),
    _GREY_ALPHA: (8, 16),
    _RGB_ALPHA: (8, 16),
}


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
    plain = colour in (GREY, RGB, _PALETTE) and bits <= 8 and not interlace and b"tRNS" not in found
    if colour == _PALETTE and not palette:
        raise PictureError(said.png_without_palette(shown))
    return PngHead(width, height, bits, colour, exif_turn(found.get(b"eXIf", b"")), palette, tuple(idat), plain)


def prepare_png(head: PngHead) -> EncodedPicture:
    """The compressed rows of the file, unchanged: PNG's filters are predictor 15 of PDF. A palette of greys becomes
    grey, so that it prints on the K plate only."""
    space: Space = "grey" if head.colour == GREY else "rgb"
    palette = head.palette if head.colour == _PALETTE else b""
    if palette and palette[0::3] == palette[1::3] == palette[2::3]:
        space, palette = "grey", palette[0::3]
    data = b"".join(head.idat)
    return EncodedPicture(
        head.width, head.height, space, head.bits, "flate", data, head.turn, filtered=True, palette=palette
    )
