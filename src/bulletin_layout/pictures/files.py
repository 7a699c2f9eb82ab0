"""Encoded pictures as files of their own (图片文件), as browsers read them."""

import zlib
from struct import pack

from bulletin_layout.pictures.picture import EncodedPicture, channels
from bulletin_layout.pictures.pixels import png_chunk
from bulletin_layout.pictures.png import GREY, PALETTE, RGB, SIGNATURE
from bulletin_layout.values import NamedTuple


class PictureFile(NamedTuple):
    """A picture file: its media type, and its bytes."""

    media: str
    data: bytes


def picture_file(part: EncodedPicture) -> PictureFile:
    """The picture as a JPEG or PNG file with its orientation applied; it is grey or RGB."""
    kind, data = ("JPEG", part.data) if part.encoding == "jpeg" else ("PNG", _png(part))
    if part.turn != 1:
        from bulletin_layout.pictures.raster import turned_upright

        data = turned_upright(data, kind, part.turn)
    return PictureFile(f"image/{kind.lower()}", data)


def _png(part: EncodedPicture) -> bytes:
    """A PNG file (ISO/IEC 15948) of deflated rows, which stay as they are if they have PNG's filters."""
    colour = PALETTE if part.palette else RGB if part.space == "rgb" else GREY
    palette = part.palette if part.space == "rgb" else bytes(level for level in part.palette for _ in range(3))
    head = pack(">IIBBBBB", part.width, part.height, part.bits, colour, 0, 0, 0)
    rows = part.data if part.filtered else _filtered(part)
    chunks = [(b"IHDR", head), *([(b"PLTE", palette)] if palette else []), (b"IDAT", rows), (b"IEND", b"")]
    return SIGNATURE + b"".join(png_chunk(kind, body) for kind, body in chunks)


def _filtered(part: EncodedPicture) -> bytes:
    """The deflated rows with filter 0 before each."""
    samples = 1 if part.palette else channels(part.space)
    size = -(-part.width * samples * part.bits // 8)
    data = zlib.decompress(part.data)
    return zlib.compress(b"".join(b"\0" + data[at : at + size] for at in range(0, len(data), size)), 1)
