"""PNG files by their chunks (ISO/IEC 15948): checked by their sums, passed through where a PDF takes them."""

import zlib
from typing import Final, NamedTuple

from bulletin_layout.findings.catalogue import pictures as said
from bulletin_layout.pictures.picture import EncodedPicture, PictureError, Space, exif_turn

SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
GREY, RGB, _PALETTE, _GREY_ALPHA, _RGB_ALPHA = 0, 2, 3, 4, 6
#: Bits a sample that each kind of colour may have (ISO/IEC 15948, table 11.1).
_BITS: Final = {
    GREY: (1, 2, 4, 8, 16),
    RGB: (8, 16),
    _PALETTE: (1, 2, 4, 8),
    _GREY_ALPHA: (8, 16),
    _RGB_ALPHA: (8, 16),
}


class PngHead(NamedTuple):
    """What the chunks say. ``plain``: a PDF may carry the pixel data as it is."""

    width: int
    height: int
    bits: int
    colour: int
    turn: int
    palette: bytes
    idat: tuple[memoryview, ...]
    plain: bool


def read_png(data: bytes, shown: str) -> PngHead:
    """Walk the chunks. PictureError if one is damaged or the last is missing."""
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
    plain = colour in (GREY, RGB, _PALETTE) and bits <= 8 and not interlace and b"tRNS" not in found
    if colour == _PALETTE and not palette:
        raise PictureError(said.png_without_palette(shown))
    return PngHead(width, height, bits, colour, exif_turn(found.get(b"eXIf", b"")), palette, tuple(idat), plain)


def prepare_png(head: PngHead) -> EncodedPicture:
    """The file's own compressed rows: PNG's filters are PDF's predictor 15. A grey palette stays K only."""
    space: Space = "grey" if head.colour == GREY else "rgb"
    palette = head.palette if head.colour == _PALETTE else b""
    if palette and palette[0::3] == palette[1::3] == palette[2::3]:
        space, palette = "grey", palette[0::3]
    data = b"".join(head.idat)
    return EncodedPicture(
        head.width, head.height, space, head.bits, "flate", data, head.turn, filtered=True, palette=palette
    )
