"""Reads the markers of JPEG files (ITU-T T.81, annex B): size, colour, orientation, and whether the file is
complete."""

from typing import Final

from bulletin_layout.findings.catalogue import pictures as said
from bulletin_layout.pictures.picture import EncodedPicture, PictureError, Space, exif_turn
from bulletin_layout.values import NamedTuple

_SPACES: Final[dict[int, Space]] = {1: "grey", 3: "rgb", 4: "cmyk"}
#: Frames a PDF viewer must decode: baseline, extended sequential and progressive, Huffman coded (SOF0–2).
_PLAIN_FRAMES: Final = (0xC0, 0xC1, 0xC2)
_NOT_FRAMES: Final = (0xC4, 0xC8, 0xCC)


class JpegHead(NamedTuple):
    """The data of the markers. ``turn``: EXIF orientation; ``adobe``: it has Adobe's marker; ``plain``: a PDF can embed
    the file as it is."""

    width: int
    height: int
    components: int
    turn: int
    adobe: bool
    plain: bool


def read_jpeg(data: bytes, shown: str) -> JpegHead:
    """Read the markers up to the scan; ``shown``: path for messages. PictureError: the file is damaged or cut short."""
    frame = b""
    frame_marker = 0
    turn = 1
    adobe = jfif = False
    at = 2
    while True:
        if data[at : at + 1] != b"\xff" or at + 4 > len(data):
            raise PictureError(said.jpeg_header_ends(shown, at))
        marker = data[at + 1]
        if marker == 0xFF:  # fill byte
            at += 1
            continue
        size = int.from_bytes(data[at + 2 : at + 4], "big")
        body = data[at + 4 : at + 2 + size]
        at += 2 + size
        if marker == 0xDA:  # SOS: the pixels begin, and no further marker is of interest
            break
        if 0xC0 <= marker <= 0xCF and marker not in _NOT_FRAMES:
            frame, frame_marker = body, marker
        elif marker == 0xE0 and body.startswith(b"JFIF"):
            jfif = True
        elif marker == 0xE1 and body.startswith(b"Exif\0\0"):
            turn = exif_turn(body[6:])
        elif marker == 0xEE and body.startswith(b"Adobe"):
            adobe = True
    # Inside a scan FF is always followed by 00 or a restart marker; the end is looked for from the end of the file.
    if data.rfind(b"\xff\xd9", at) < 0:
        raise PictureError(said.end_missing(shown, "JPEG"))
    return _head(frame, frame_marker, shown, turn=turn, adobe=adobe, jfif=jfif)


def _head(frame: bytes, marker: int, shown: str, *, turn: int, adobe: bool, jfif: bool) -> JpegHead:
    if len(frame) < 6 or len(frame) < 6 + 3 * frame[5]:
        raise PictureError(said.jpeg_without_size(shown))
    height = int.from_bytes(frame[1:3], "big")
    width = int.from_bytes(frame[3:5], "big")
    if not width or not height:
        raise PictureError(said.jpeg_of_no_size(shown, width, height))
    components = frame[5]
    # Without a marker, decoders take components named R, G, B as RGB; a PDF viewer takes them as YCbCr.
    bare_rgb = components == 3 and not adobe and not jfif and frame[6::3] == b"RGB"
    plain = marker in _PLAIN_FRAMES and frame[0] == 8 and components in _SPACES and not bare_rgb
    return JpegHead(width, height, components, turn, adobe, plain)


def prepare_jpeg(data: bytes, head: JpegHead) -> EncodedPicture:
    """The bytes of the file, unchanged. Adobe's programs store CMYK inverted, and mark it with their marker."""
    return EncodedPicture(
        head.width,
        head.height,
        _SPACES[head.components],
        8,
        "jpeg",
        data,
        head.turn,
        inverted=head.components == 4 and head.adobe,
    )
