"""The adapter for Pillow: decodes and converts pictures, and puts images of pages side by side."""

import warnings
import zlib
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from importlib import import_module
from io import BytesIO
from math import ceil, sqrt
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

from bulletin_layout.findings.catalogue import pictures as said
from bulletin_layout.pictures.picture import EncodedPicture, PictureError, Space, as_seen, channels, exif_turn
from bulletin_layout.pictures.pixels import Pixels, png_file, row_size
from bulletin_layout.pictures.plate import Plate
from bulletin_layout.pictures.png import prepare_png, read_png
from bulletin_layout.pictures.profiles import SRGB, Profile, built_in
from bulletin_layout.pictures.use import Use

if TYPE_CHECKING:  # Pillow takes longer to load than a page takes to print
    from PIL.Image import Image

_STRIP_OFFSETS, _STRIP_SIZES, _TILE_OFFSETS, _TILE_SIZES = 273, 279, 324, 325
#: warnings.catch_warnings changes a global of the process, so only one thread at a time may use it.
_WARNINGS: Final = Lock()
#: The plugin and the class of each kind. ``Image.open`` would load the plugins of five kinds to open one.
_PLUGINS: Final = {
    "JPEG": ("JpegImagePlugin", "JpegImageFile"),
    "PNG": ("PngImagePlugin", "PngImageFile"),
    "TIFF": ("TiffImagePlugin", "TiffImageFile"),
    "WEBP": ("WebPImagePlugin", "WebPImageFile"),
    "GIF": ("GifImagePlugin", "GifImageFile"),
    "BMP": ("BmpImagePlugin", "BmpImageFile"),
}
_SPACES: Final[dict[str, Space]] = {"L": "grey", "RGB": "rgb", "CMYK": "cmyk"}
#: A picture with fewer colours than this is a drawing, and is stored without loss; one with more is a photo.
_MOST_FLAT_COLOURS: Final = 4096
#: By how much JPEG makes the darkest pixels of most photos darker, of 255; and the error of a sum of inks.
_MARGIN: Final = 20
_COARSE: Final = 4
#: The ink of a picture is judged on a copy of this many pixels a side.
_SPOTS: Final = 400
_PAPER: Final = 255
#: Most pixels of a picture that is cropped for a story, and the quality of a JPEG that is written again for it.
_MOST_CUT: Final = 70_000_000
_CUT_QUALITY: Final = 95
_SURROUND: Final = (208, 208, 208)
_TINT: Final = (230, 0, 60)
#: Greatest difference of a pixel, of 255, that is not visible.
_SEEN: Final = 12


def codec_versions() -> dict[str, str]:
    """The versions of the libraries that decode pictures and convert colours."""
    from PIL import features

    names = {"littlecms": "littlecms2", "libjpeg-turbo": "libjpeg_turbo"}
    return {name: str(features.version(feature) or "none") for name, feature in names.items()}


def raster_size(data: bytes, kind: str, shown: str) -> tuple[int, int, bool]:
    """Width and height as displayed, of a TIFF or WebP, and whether it is CMYK. PictureError: it is damaged, cut short,
    or has pixels that cannot be printed."""
    image = _opened(data, kind, shown)
    if image.mode in ("F", "LAB"):
        raise PictureError(said.other_pixels(shown, image.mode))
    if kind == "TIFF":
        _check_tiff(image, data, shown)
    elif len(data) < 8 + int.from_bytes(data[4:8], "little"):
        raise PictureError(said.end_missing(shown, "WebP"))
    return (*as_seen(image.width, image.height, _turn(image)), image.mode == "CMYK")


def check_raster(data: bytes, kind: str, shown: str) -> None:
    """Decode a TIFF or WebP to see whether all its pixels are there; its size is known to be within bounds.
    PictureError: they are not."""
    _load(_opened(data, kind, shown), shown)


def prepare_raster(data: bytes, kind: str, shown: str) -> EncodedPicture:
    """Decode a picture, flatten it onto white, reduce it to 8 bits, and encode it again without loss. PictureError: it
    cannot be decoded."""
    image = _opened(data, kind, shown)
    _load(image, shown)
    return replace(_lossless(_printable(image), shown), turn=_turn(image))


def raster_ink(data: bytes, kind: str, shown: str) -> float:
    """The greatest sum of inks on a spot of a CMYK picture (总墨量; 3.0 is 300 %); 0.0 for any other.

    A spot is 1/400 of the picture's longer side: a single dark pixel does no harm in print.
    PictureError: the file cannot be decoded.
    """
    from PIL.Image import Resampling

    image = _opened(data, kind, shown)
    if image.mode != "CMYK":
        return 0.0
    image.draft(None, (4 * _SPOTS, 4 * _SPOTS))  # a JPEG is decoded to a fraction of its size at once
    _load(image, shown)
    spots = _printable(image)
    spots.thumbnail((_SPOTS, _SPOTS), Resampling.BOX)
    return _most_ink(spots) / 255


def _most_ink(image: "Image") -> int:
    """The greatest sum of the four inks of a pixel, 0 to 4 × 255; never too low, and at most ``_COARSE`` too high.

    Images are added as bytes with a scale (hence the error), in half the time of adding integers.
    """
    from PIL import ImageChops

    cyan, magenta, yellow, black = image.split()
    quarter = ImageChops.add(ImageChops.add(cyan, magenta, 2), ImageChops.add(yellow, black, 2), 2)
    return 4 * int(quarter.getextrema()[1]) + _COARSE  # type: ignore[arg-type]  # one band has two numbers


def cut_out(data: bytes, ending: str, cut: tuple[float, float, float, float], shown: str) -> tuple[bytes, str]:
    """A picture without what is cut off, shares of it at the left, at the top, at the right and at the bottom; and the
    ending of its file. A JPEG stays one, everything else becomes PNG. PictureError: it cannot be decoded."""
    kind = {"jpg": "JPEG", "tif": "TIFF"}.get(ending, ending.upper())
    image = _opened(data, kind, shown)
    if image.width * image.height > _MOST_CUT:
        raise PictureError(said.pixel_bomb(shown))
    _load(image, shown)
    left, top, right, bottom = cut
    box = (
        round(left * image.width),
        round(top * image.height),
        max(round((1 - right) * image.width), round(left * image.width) + 1),
        max(round((1 - bottom) * image.height), round(top * image.height) + 1),
    )
    profile = image.info.get("icc_profile")
    part = image.crop(box) if any(cut) else image
    if kind != "JPEG":
        part = part if part.mode in ("L", "RGB", "RGBA", "1") else part.convert("RGBA" if "A" in part.mode else "RGB")
    out = BytesIO()
    if kind == "JPEG":
        part.save(out, "JPEG", quality=_CUT_QUALITY, subsampling=0, icc_profile=profile)
    else:
        part.save(out, "PNG", icc_profile=profile)
    return out.getvalue(), "jpg" if kind == "JPEG" else "png"


def fit_raster(
    data: bytes, kind: str, shown: str, use: Use, scale: float, transforms: "Transforms"
) -> EncodedPicture | None:
    """The picture in the colour space of ``use``, reduced by ``scale`` (at most 1); None if nothing has to change.

    The colours are those of the profile in the file, or else of the screen (RGB) or the press (CMYK). Grey stays grey,
    and line art of 1 bit unchanged, unless it is to be smooth. Photos become JPEG without colour subsampling (4:4:4),
    other pictures are encoded without loss. ``transforms``: those used before. PictureError: the file cannot be
    decoded.
    """
    image = _opened(data, kind, shown)
    colour = image.mode not in ("1", "L", "LA", "I", "I;16", "I;16B")
    profile = image.info.get("icc_profile") if colour else None
    ours = (image.mode == "CMYK") == (use.space == "cmyk")
    if image.mode == "1":
        as_it_is = scale == 1 or not use.smooth
    else:
        as_it_is = scale == 1 and (not colour or (ours and (not profile or use.space == "cmyk")))
    if as_it_is:
        return None
    least = (ceil(image.width * scale), ceil(image.height * scale))
    if scale < 1:
        image.draft(None, (2 * least[0], 2 * least[1]))  # a JPEG can be decoded to ½, ¼ or ⅛ of its size, much faster
    _load(image, shown)
    turn = _turn(image)
    flat = _printable(image)
    if flat.mode == "P":
        flat = flat.convert("L" if _is_grey(flat) else "RGB")
    if flat.mode == "1":
        flat = flat.convert("L")
    if scale < 1:
        flat = flat.resize(least, resample=3, reducing_gap=3.0)
    if flat.mode != "L":
        flat = _in_space(flat, profile, use, transforms)
    photo = kind in ("JPEG", "WEBP") or flat.getcolors(_MOST_FLAT_COLOURS) is None
    return replace(_as_photo(flat, use) if photo else _lossless(flat, shown), turn=turn)


def converted_colours(
    colours: Sequence[tuple[float, ...]], source: Profile, target: Profile, transforms: "Transforms | None" = None
) -> tuple[tuple[float, ...], ...]:
    """Colours (components 0–1) converted from one profile to another, with a precision of 1/255: relative colorimetric,
    with black point compensation. ``transforms``: those used before."""
    from PIL import Image

    modes = [profile.space.upper() for profile in (source, target)]
    pixels = bytes(round(part * 255) for colour in colours for part in colour)
    row = Image.frombytes(modes[0], (len(colours), 1), pixels)
    done = (transforms or Transforms()).applied(row, source.data, target.data, modes[1]).tobytes()
    step = channels(target.space)
    return tuple(tuple(part / 255 for part in done[at : at + step]) for at in range(0, len(done), step))


class Transforms:
    """Colour transforms (ICC), each made once: making one takes longer than most photos. Several threads may use it."""

    __slots__ = ("_lock", "_made")

    def __init__(self) -> None:
        self._lock = Lock()
        self._made: dict[tuple[bytes, bytes, str, str], Any] = {}

    def applied(self, image: "Image", source: bytes, target: bytes, mode: str) -> "Image":
        """The image in ``mode``, converted from one profile to another: relative colorimetric, with black point
        compensation. ImageCms.PyCMSError, OSError: the source is damaged, or for another colour space."""
        from PIL import ImageCms

        key = sha256(source).digest(), sha256(target).digest(), image.mode, mode
        with self._lock:  # or two threads would make the same one
            transform = self._made.get(key)
            if transform is None:
                transform = self._made[key] = ImageCms.buildTransform(
                    _opened_profile(source),
                    _opened_profile(target),
                    image.mode,
                    mode,
                    ImageCms.Intent.RELATIVE_COLORIMETRIC,
                    ImageCms.Flags.BLACKPOINTCOMPENSATION,
                )
        done = ImageCms.applyTransform(image, transform)
        assert done is not None
        return done


def can_convert(profile: Profile) -> bool:
    """Whether the library accepts a profile: its header may be right, but a table in it damaged."""
    from PIL import ImageCms

    try:
        ImageCms.buildTransform(_opened_profile(built_in(SRGB).data), _opened_profile(profile.data), "RGB", "CMYK")
    except (ImageCms.PyCMSError, OSError):
        return False
    return True


def pillow_version() -> str:
    """The version of Pillow, which affects pixels."""
    from PIL import __version__

    return __version__


class ContactSheet:
    """An image of all pages (总览), at most ``width`` pixels wide, in a grid that is as square as ``count`` allows.

    Pages are added one by one, so that only their reduced images are kept in memory.
    """

    def __init__(self, count: int, width: int = 1600) -> None:
        self._columns = ceil(sqrt(count))
        self._gap = width // 80
        self._most = (width - self._gap) // self._columns - self._gap
        self._pages: list[Image] = []

    def reduced(self, page: Pixels) -> Pixels:
        """A page as small as it is on the sheet: a dot for each square of its dots, which takes a tenth of the time
        that any size between would."""
        return _pixels(_image(page).reduce(ceil(page.width / self._most)))

    def reduced_file(self, file: bytes) -> Pixels:
        """The same for a page that is a PNG file. PictureError: it cannot be read."""
        image = _opened(file, "PNG", "")
        _load(image, "")
        return _pixels(image.convert("RGB").reduce(ceil(image.width / self._most)))

    def add(self, reduced: Pixels) -> None:
        """Add the next page."""
        self._pages.append(_image(reduced))

    def drawn(self) -> Pixels:
        """The contact sheet, with pages from left to right and from top to bottom."""
        from PIL import Image

        columns, gap, pages = self._columns, self._gap, self._pages
        cell = max(page.width for page in pages)
        rows = [pages[start : start + columns] for start in range(0, len(pages), columns)]
        height = gap + sum(gap + max(page.height for page in row) for row in rows)
        sheet = Image.new("RGB", (gap + columns * (cell + gap), height), _SURROUND)
        top = gap
        for row in rows:
            for number, page in enumerate(row):
                sheet.paste(page, (gap + number * (cell + gap), top))
            top += gap + max(page.height for page in row)
        return _pixels(sheet)


def _image(page: Pixels) -> "Image":
    """Pixels as an image of the library."""
    from PIL import Image

    size, rows = (page.width, page.height), memoryview(page.rows)
    row = row_size(page.width)
    return Image.frombuffer("RGB", size, rows[1:], "raw", "RGB", row, 1)  # type: ignore[arg-type]  # any buffer will do


def _pixels(image: "Image") -> Pixels:
    """An image of the library, in RGB, as pixels: it is written with a byte too many after each row."""
    rows = image.tobytes("raw", "RGB", row_size(image.width))
    return Pixels(image.width, image.height, b"\0" + rows[:-1])


def _load(image: "Image", shown: str) -> None:
    try:
        image.load()
    except (OSError, SyntaxError, ValueError, EOFError) as problem:
        raise PictureError(said.not_decoded(shown, str(problem))) from None


def _is_grey(image: "Image") -> bool:
    """Whether all colours of the palette are grey."""
    palette = image.getpalette("RGB") or []
    return palette[0::3] == palette[1::3] == palette[2::3]


def _in_space(image: "Image", profile: bytes | None, use: Use, transforms: "Transforms") -> "Image":
    """RGB or CMYK pixels converted to the space of ``use``. CMYK that stays CMYK is never converted, whatever its
    profile: it was separated for a press by someone who knew it."""
    from PIL import ImageCms

    wanted = use.cmyk if use.space == "cmyk" else use.rgb
    mode = use.space.upper()
    own = use.cmyk if image.mode == "CMYK" else use.rgb
    if image.mode == mode and (mode == "CMYK" or not profile):
        return image
    try:
        done = transforms.applied(image, profile or own.data, wanted.data, mode)
    except (ImageCms.PyCMSError, OSError):  # the profile in the file is damaged, or is for another colour space
        done = image if image.mode == mode else transforms.applied(image, own.data, wanted.data, mode)
    return _limited(done, use.limit) if mode == "CMYK" else done


def _opened_profile(data: bytes) -> Any:
    from PIL import ImageCms

    return ImageCms.getOpenProfile(BytesIO(data))


def _limited(image: "Image", limit: float) -> "Image":
    """The image with the sum of inks limited (总墨量): cyan, magenta and yellow are reduced in proportion, black
    stays."""
    from PIL import Image, ImageMath

    most = int(limit * 255)
    if _most_ink(image) <= most:
        return image
    cyan, magenta, yellow, black = image.split()
    bands: dict[str, Any] = {"c": cyan, "m": magenta, "y": yellow, "k": black}

    def cut(each: dict[str, Any]) -> Any:
        share = each["x"] * (most - each["k"]) / (each["c"] + each["m"] + each["y"] + 1)
        return each["convert"](each["min"](each["x"], share), "L")

    cut_bands = [ImageMath.lambda_eval(cut, x=band, **bands) for band in (cyan, magenta, yellow)]
    return Image.merge("CMYK", (*cut_bands, black))


def _as_photo(image: "Image", use: Use) -> EncodedPicture:
    """The picture as JPEG, with the ink limit kept after compression.

    JPEG makes some pixels darker, so ink is limited to a little less than allowed; if the result still has too much, by
    the excess, and compressed again. CMYK that was not converted (``_in_space``) is not limited.
    """
    from PIL import Image

    most = int(use.limit * 255)
    if image.mode != "CMYK" or _most_ink(image) > most + _COARSE:
        return _as_jpeg(image, use.quality)
    allowed = most - _MARGIN
    while True:
        image = _limited(image, allowed / 255)
        made = _as_jpeg(image, use.quality)
        over = _most_ink(Image.open(BytesIO(made.data))) - most
        if over <= 0 or allowed < _MARGIN:
            return made
        allowed -= over + _COARSE


def _as_jpeg(image: "Image", quality: int) -> EncodedPicture:
    out = BytesIO()
    image.save(out, "JPEG", quality=quality, subsampling=0)
    space = _SPACES[image.mode]
    return EncodedPicture(image.width, image.height, space, 8, "jpeg", out.getvalue(), inverted=space == "cmyk")


def _lossless(image: "Image", shown: str) -> EncodedPicture:
    if image.mode == "CMYK":
        return EncodedPicture(image.width, image.height, "cmyk", 8, "flate", zlib.compress(image.tobytes()))
    return prepare_png(read_png(_encoded(image), shown))


def turned_upright(data: bytes, kind: str, turn: int) -> bytes:
    """A JPEG or PNG file with an EXIF orientation applied to its pixels."""
    from PIL.Image import Transpose

    ways = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    image = _opened(data, kind, "").transpose(ways[turn])
    if kind == "PNG":
        return _encoded(image)
    out = BytesIO()
    image.save(out, "JPEG", quality=_CUT_QUALITY, subsampling=0)
    return out.getvalue()


def read_plate(name: str, tiff: bytes, dpi: float, cell: float) -> Plate:
    """A plate as Ghostscript writes it, 0 for full ink; ``cell``: side of a square in dots."""
    from PIL.Image import Resampling

    image = _opened(tiff, "TIFF", name).convert("L")
    columns, rows = (max(1, round(side / cell)) for side in image.size)
    ink = image.resize((columns, rows), Resampling.BOX).tobytes()
    darkest = image.getextrema()[0]
    pixels = image.convert("RGB").tobytes()
    page = png_file(Pixels.of(image.width, image.height, pixels), dpi)
    return Plate(name, page, columns, rows, bytes(255 - part for part in ink), darkest != _PAPER)


def look_alike(one: bytes, other: bytes) -> bool:
    """Whether two PNG images of pages have no visible difference."""
    from PIL import Image, ImageChops

    pages = [Image.open(BytesIO(png)).convert("RGB") for png in (one, other)]
    if pages[0].size != pages[1].size:
        return False
    return ImageChops.difference(*pages).point(lambda value: value > _SEEN).getbbox() is None


def side_by_side(before: bytes, after: bytes) -> bytes:
    """An image with two PNG pages side by side, and their differences tinted in both; b"": that page does not exist."""
    from PIL import Image, ImageChops, ImageFilter

    images = [Image.open(BytesIO(png)).convert("RGB") if png else None for png in (before, after)]
    size = (max(image.width for image in images if image), max(image.height for image in images if image))
    pages = []
    for image in images:
        page = Image.new("RGB", size, _SURROUND)
        if image is not None:
            page.paste(image, (0, 0))
        pages.append(page)
    unlike = ImageChops.difference(*pages).convert("L").point(lambda value: 255 if value > _SEEN else 0)
    tint = unlike.filter(ImageFilter.MaxFilter(7)).point(lambda value: value // 3)
    gap = size[0] // 40
    sheet = Image.new("RGB", (2 * size[0] + 3 * gap, size[1] + 2 * gap), _SURROUND)
    for number, page in enumerate(pages):
        page.paste(_TINT, (0, 0), tint)
        sheet.paste(page, (gap + number * (size[0] + gap), gap))
    return _encoded(sheet)


def _opened(data: bytes, kind: str, shown: str) -> "Image":
    from PIL.Image import MAX_IMAGE_PIXELS, DecompressionBombError

    module, name = _PLUGINS[kind]
    opens = getattr(import_module(f"PIL.{module}"), name)
    try:
        with _WARNINGS, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of damage that it can read past
            image: Image = opens(BytesIO(data))
        if image.width * image.height > 2 * (MAX_IMAGE_PIXELS or 0):
            raise DecompressionBombError  # as Image.open does, and some plugins by themselves
    except DecompressionBombError:
        raise PictureError(said.pixel_bomb(shown)) from None
    except SyntaxError:
        raise PictureError(said.not_whole(shown, kind, said.senseless_header())) from None
    except (OSError, ValueError, EOFError) as problem:
        raise PictureError(said.not_whole(shown, kind, str(problem))) from None
    return image


def _turn(image: "Image") -> int:
    """The orientation that is still to be applied. Pillow applies that of a TIFF itself. It is read here, because
    Pillow raises an error for a damaged Exif block."""
    if image.format == "TIFF":
        return 1
    return exif_turn(image.info.get("exif", b"").removeprefix(b"Exif\0\0"))


def _check_tiff(image: "Image", data: bytes, shown: str) -> None:
    tags = getattr(image, "tag_v2", {})
    offsets = tags.get(_STRIP_OFFSETS) or tags.get(_TILE_OFFSETS) or ()
    sizes = tags.get(_STRIP_SIZES) or tags.get(_TILE_SIZES) or ()
    if any(offset + size > len(data) for offset, size in zip(offsets, sizes, strict=False)):
        raise PictureError(said.tiff_cut_short(shown))


def _printable(image: "Image") -> "Image":
    """The image in one of the modes 1, L, P, RGB, CMYK, without transparency."""
    from PIL import Image, ImageChops

    if image.mode.startswith("I"):  # 16 bits a pixel; Pillow's own conversion would clip instead of scale
        return image.point(lambda value: value * (1 / 256)).convert("L")
    if image.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in image.info:
        grey = image.mode in ("LA", "La", "L", "1")
        alpha = image.convert("RGBA")
        paper = Image.new("RGBA", image.size, (_PAPER, _PAPER, _PAPER, 255))
        return Image.alpha_composite(paper, alpha).convert("L" if grey else "RGB")
    if image.mode == "CMYK" and image.format == "JPEG" and "adobe" not in image.info:
        return ImageChops.invert(image)  # Pillow inverts every CMYK JPEG, as if all were from Adobe's programs
    if image.mode in ("1", "L", "P", "CMYK"):
        return image
    return image.convert("RGB")


def _encoded(image: "Image") -> bytes:
    out = BytesIO()
    image.save(out, "PNG", compress_level=2)
    return out.getvalue()
