"""Opens picture files of any supported format, and prepares them for the page."""

from hashlib import sha256
from pathlib import Path
from typing import Final

from bulletin_layout.findings.catalogue import pictures as said
from bulletin_layout.findings.system import reason_of
from bulletin_layout.pictures.jpeg import prepare_jpeg, read_jpeg
from bulletin_layout.pictures.picture import EncodedPicture, Picture, PictureError, as_seen
from bulletin_layout.pictures.png import SIGNATURE, check_rows, prepare_png, read_png
from bulletin_layout.pictures.raster import check_raster, prepare_raster, raster_ink, raster_size

#: Limits against mistakes and attacks. An A2 page at 600 dpi has 140 million pixels.
MOST_PIXELS: Final = 170_000_000
MOST_BYTES: Final = 600_000_000
#: The limit for pictures that must be decoded, which takes 4 bytes a pixel more than once: an A3 page at 600 dpi.
MOST_DECODED: Final = 70_000_000

#: Unsupported formats of cameras, telephones and the web: offset and first bytes of their files, for the message.
_OTHERS: Final = (
    (0, b"GIF8", "GIF"),
    (0, b"BM", "BMP"),
    (0, b"%PDF", "PDF"),
    (0, b"8BPS", "Photoshop"),
    (0, b"<svg", "SVG"),
    (4, b"ftypheic", "HEIC"),
    (4, b"ftypheix", "HEIC"),
    (4, b"ftypmif1", "HEIC"),
    (4, b"ftypavif", "AVIF"),
)


def open_picture(path: Path, shown: str) -> Picture:
    """Open a JPEG, PNG, TIFF or WebP, and check that it is complete, without decoding its pixels.

    ``shown``: the path as the user wrote it, for messages. PictureError: the file is missing, unreadable, empty, of
    another format, damaged, cut short, or too large.
    """
    data = _read(path, shown)
    kind = _kind(data, shown)
    plain = cmyk = False
    if kind == "JPEG":
        jpeg = read_jpeg(data, shown)
        plain, cmyk = jpeg.plain, jpeg.components == 4
        width, height = as_seen(jpeg.width, jpeg.height, jpeg.turn)
    elif kind == "PNG":
        png = read_png(data, shown)
        plain = png.plain
        width, height = as_seen(png.width, png.height, png.turn)
    else:
        width, height, cmyk = raster_size(data, kind, shown)
    most = MOST_PIXELS if plain else MOST_DECODED
    if width * height > most:
        too_many = said.too_many_pixels if plain else said.too_many_pixels_to_decode
        raise PictureError(too_many(shown, width, height, most // 1_000_000))
    if kind == "PNG":
        check_rows(png, shown)
    elif kind != "JPEG":
        check_raster(data, kind, shown)
    return Picture(path, shown, width, height, sha256(data).hexdigest(), cmyk)


def most_ink(picture: Picture) -> float:
    """The greatest sum of inks of a CMYK picture (总墨量; 3.0 is 300 %); 0.0 for other pictures, which are separated by
    the press's profile within its limit. PictureError: see ``prepared``."""
    return raster_ink(*read_again(picture), picture.shown_path) if picture.cmyk else 0.0


def prepared(picture: Picture) -> EncodedPicture:
    """The pixels of a picture, encoded for a PDF: JPEG and most PNG unchanged, everything else without loss.

    Crop and orientation are applied later, by the clip and the matrix of drawing. PictureError: the file changed since
    it was opened, or cannot be decoded.
    """
    data, kind = read_again(picture)
    return passed_through(data, kind, picture.shown_path) or prepare_raster(data, kind, picture.shown_path)


def read_again(picture: Picture) -> tuple[bytes, str]:
    """The bytes of the file, and its format. PictureError: it changed since it was opened, or can no longer be read."""
    data = _read(picture.path, picture.shown_path)
    if sha256(data).hexdigest() != picture.sha256:
        raise PictureError(said.changed_meanwhile(picture.shown_path))
    return data, _kind(data, picture.shown_path)


def passed_through(data: bytes, kind: str, shown: str) -> EncodedPicture | None:
    """The encoded pixels of the file, if a PDF can embed them unchanged; else None."""
    if kind == "JPEG":
        jpeg = read_jpeg(data, shown)
        return prepare_jpeg(data, jpeg) if jpeg.plain else None
    if kind == "PNG":
        png = read_png(data, shown)
        return prepare_png(png) if png.plain else None
    return None


def _read(path: Path, shown: str) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise PictureError(said.too_large(shown, MOST_BYTES // 1_000_000))
        if not path.is_file():
            raise PictureError(said.not_a_file(shown))
        return path.read_bytes()
    except FileNotFoundError:
        raise PictureError(said.not_there(shown)) from None
    except (OSError, ValueError) as problem:  # ValueError: the name has a character that no file system allows
        reason = reason_of(problem) if isinstance(problem, OSError) else str(problem)
        raise PictureError(said.not_read(shown, reason)) from None


def _kind(data: bytes, shown: str) -> str:
    if not data:
        raise PictureError(said.empty_file(shown))
    if data.startswith(b"\xff\xd8"):
        return "JPEG"
    if data.startswith(SIGNATURE):
        return "PNG"
    if data.startswith((b"II*\0", b"MM\0*")):
        return "TIFF"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "WEBP"
    for at, start, name in _OTHERS:
        if data.startswith(start, at):
            raise PictureError(said.other_format(shown, name))
    raise PictureError(said.no_picture(shown))
