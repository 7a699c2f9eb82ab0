"""The one door to Pillow: pixels that need decoding, and pages turned into PNG files."""

import warnings
import zlib
from collections.abc import Sequence
from dataclasses import replace
from importlib import import_module
from io import BytesIO
from math import ceil, sqrt
from typing import TYPE_CHECKING, Final

from bulletin_layout.pictures.picture import PictureError, Prepared, as_seen, exif_turn
from bulletin_layout.pictures.png import prepare_png, read_png

if TYPE_CHECKING:  # Pillow takes longer to load than a page takes to print
    from PIL.Image import Image

_STRIP_OFFSETS, _STRIP_SIZES, _TILE_OFFSETS, _TILE_SIZES = 273, 279, 324, 325
_PLUGINS: Final = {
    "JPEG": "JpegImagePlugin",
    "PNG": "PngImagePlugin",
    "TIFF": "TiffImagePlugin",
    "WEBP": "WebPImagePlugin",
}
_PAPER: Final = 255
_SURROUND: Final = (208, 208, 208)


def codec_versions() -> dict[str, str]:
    """The versions of what decodes pictures and converts their colours."""
    from PIL import features

    names = {"littlecms": "littlecms2", "libjpeg-turbo": "libjpeg_turbo"}
    return {name: str(features.version(feature) or "none") for name, feature in names.items()}


def raster_size(data: bytes, kind: str, shown: str) -> tuple[int, int]:
    """Width and height as seen, of a TIFF or WebP; PictureError if the file is damaged or cut short."""
    image = _opened(data, kind, shown)
    if image.mode in ("F", "LAB"):
        raise PictureError(f"{shown} has {image.mode} pixels: save it as RGB, CMYK or grey")
    if kind == "TIFF":
        _check_tiff(image, data, shown)
    elif len(data) < 8 + int.from_bytes(data[4:8], "little"):
        raise PictureError(f"{shown} is cut short: the end of the WebP is missing")
    return as_seen(image.width, image.height, _turn(image))


def prepare_raster(data: bytes, kind: str, shown: str) -> Prepared:
    """Decode, flatten onto white paper, reduce to 8 bits, and encode again without loss."""
    image = _opened(data, kind, shown)
    try:
        image.load()
    except (OSError, SyntaxError, ValueError, EOFError) as fault:
        raise PictureError(f"{shown} cannot be decoded: {fault}") from None
    turn = _turn(image)
    flat = _printable(image)
    if flat.mode == "CMYK":
        return Prepared(flat.width, flat.height, "cmyk", 8, "flate", zlib.compress(flat.tobytes()), turn)
    return replace(prepare_png(read_png(_encoded(flat), shown)), turn=turn)


def png_file(pixels: bytes, width: int, height: int, stride: int, dpi: float) -> bytes:
    """A PNG file from rows of blue, green, red bytes, ``stride`` bytes a row."""
    from PIL import Image

    return _encoded(Image.frombytes("RGB", (width, height), pixels, "raw", "BGR", stride), dpi)


def contact_sheet(pngs: Sequence[bytes], width: int = 1600) -> bytes:
    """All pages on one PNG (小样), ``width`` pixels wide, as square a grid as their number allows."""
    from PIL import Image

    columns = ceil(sqrt(len(pngs)))
    gap = width // 80
    cell = (width - gap) // columns - gap
    pages = [_thumbnail(png, cell) for png in pngs]
    rows = [pages[start : start + columns] for start in range(0, len(pages), columns)]
    sheet = Image.new("RGB", (width, gap + sum(gap + max(p.height for p in row) for row in rows)), _SURROUND)
    top = gap
    for row in rows:
        for number, page in enumerate(row):
            sheet.paste(page, (gap + number * (cell + gap), top))
        top += gap + max(page.height for page in row)
    return _encoded(sheet)


def _thumbnail(png: bytes, width: int) -> "Image":
    from PIL import Image

    page = Image.open(BytesIO(png)).convert("RGB")
    return page.resize((width, round(width * page.height / page.width)), reducing_gap=2.0)


def _opened(data: bytes, kind: str, shown: str) -> "Image":
    from PIL import Image

    import_module(f"PIL.{_PLUGINS[kind]}")  # or Pillow would load them all
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of large pictures; the caller has its own limit
            return Image.open(BytesIO(data), formats=(kind,))
    except Image.DecompressionBombError:
        raise PictureError(f"{shown} has too many pixels to be a photo for print") from None
    except (OSError, SyntaxError, ValueError, EOFError) as fault:
        reason = str(fault) if "BytesIO" not in str(fault) else "its header makes no sense"
        raise PictureError(f"{shown} is not a whole {kind} file: {reason}") from None


def _turn(image: "Image") -> int:
    """The orientation that is left to do: Pillow turns a TIFF itself, and fails on an Exif block that is damaged."""
    if image.format == "TIFF":
        return 1
    return exif_turn(image.info.get("exif", b"").removeprefix(b"Exif\0\0"))


def _check_tiff(image: "Image", data: bytes, shown: str) -> None:
    tags = getattr(image, "tag_v2", {})
    offsets = tags.get(_STRIP_OFFSETS) or tags.get(_TILE_OFFSETS) or ()
    sizes = tags.get(_STRIP_SIZES) or tags.get(_TILE_SIZES) or ()
    if any(offset + size > len(data) for offset, size in zip(offsets, sizes, strict=False)):
        raise PictureError(f"{shown} is cut short: the TIFF's pixels go on past the end of the file")


def _printable(image: "Image") -> "Image":
    """One of the modes 1, L, P, RGB, CMYK, without alpha."""
    from PIL import Image

    if image.mode.startswith("I"):  # 16 bits a pixel; Pillow's own conversion would clip instead of scale
        return image.point(lambda value: value * (1 / 256)).convert("L")
    if image.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in image.info:
        grey = image.mode in ("LA", "La", "L", "1")
        alpha = image.convert("RGBA")
        paper = Image.new("RGBA", image.size, (_PAPER, _PAPER, _PAPER, 255))
        return Image.alpha_composite(paper, alpha).convert("L" if grey else "RGB")
    if image.mode in ("1", "L", "P", "CMYK"):
        return image
    return image.convert("RGB")


def _encoded(image: "Image", dpi: float | None = None) -> bytes:
    out = BytesIO()
    image.save(out, "PNG", compress_level=2, **({"dpi": (dpi, dpi)} if dpi else {}))
    return out.getvalue()
