"""Embeds pictures as image XObjects (ISO 32000-1, 8.9), with the matrix and clip that crop and turn them."""

from typing import Final

from bulletin_layout.page import PictureMark
from bulletin_layout.pdfs import Name, Stream, Value, number
from bulletin_layout.pictures import EncodedPicture, channels

_SPACES = {"grey": Name("DeviceGray"), "cmyk": Name("DeviceCMYK")}
DEVICE_RGB: Final = Name("DeviceRGB")

#: EXIF orientation (CIPA DC-008, 4.6.4) → matrix from the stored picture's unit square to the displayed one.
_TURNS: dict[int, tuple[int, int, int, int, int, int]] = {
    1: (1, 0, 0, 1, 0, 0),
    2: (-1, 0, 0, 1, 1, 0),
    3: (-1, 0, 0, -1, 1, 1),
    4: (1, 0, 0, -1, 0, 1),
    5: (0, -1, -1, 0, 1, 1),
    6: (0, -1, 1, 0, 0, 1),
    7: (0, 1, 1, 0, 0, 0),
    8: (0, 1, -1, 0, 1, 0),
}


def image_object(part: EncodedPicture, rgb: Value = DEVICE_RGB) -> Stream:
    """The image XObject; ``rgb``: colour space of RGB pixels."""
    space: Value = _SPACES.get(part.space, rgb)
    if part.palette:
        last = len(part.palette) // channels(part.space) - 1
        space = [Name("Indexed"), space, last, f"<{part.palette.hex()}>"]
    entries: dict[str, Value] = {
        "Type": Name("XObject"),
        "Subtype": Name("Image"),
        "Width": part.width,
        "Height": part.height,
        "BitsPerComponent": part.bits,
        "ColorSpace": space,
        "Filter": Name("DCTDecode" if part.encoding == "jpeg" else "FlateDecode"),
    }
    if part.filtered:
        colours = 1 if part.palette else channels(part.space)
        entries["DecodeParms"] = {  # the pixels are PNG-filtered lines: predictor 15 lets each line name its filter
            "Predictor": 15,
            "Colors": colours,
            "BitsPerComponent": part.bits,
            "Columns": part.width,
        }
    if part.inverted:  # CMYK JPEGs of Adobe store 255 − value
        entries["Decode"] = [1, 0] * channels(part.space)
    return Stream(entries, part.data)


def placing(mark: PictureMark, x: float, y: float, turn: int) -> str:
    """Operators that place the stored picture so that its cropped part fills the mark's rectangle.

    (x, y): lower left corner of the rectangle, y up. ``turn``: EXIF orientation. The whole picture is larger than the
    rectangle by what is cropped, so the rectangle is set as a clipping path first.
    """
    left, top, right, bottom = mark.crop
    width = mark.width / (right - left)
    height = mark.height / (bottom - top)
    a, b, c, d, e, f = _TURNS[turn]
    seen = (
        a * width,
        b * height,
        c * width,
        d * height,
        x - left * width + e * width,
        y - (1 - bottom) * height + f * height,
    )
    clip = ""
    if mark.crop != (0.0, 0.0, 1.0, 1.0):
        clip = f"{number(x)} {number(y)} {number(mark.width)} {number(mark.height)} re W n "
    return f"{clip}{' '.join(map(number, seen))} cm"
