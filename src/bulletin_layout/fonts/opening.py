"""A font file opened (开字体), or why it cannot be used for print."""

from pathlib import Path
from typing import Final

from bulletin_layout.fonts.face import Face
from bulletin_layout.fonts.harfbuzz import OpenedFont

#: OS/2 fsType: usage permissions in bits 0–3, and bit 8.
_USAGE: Final = 0x000F
_RESTRICTED: Final = 0x0002
_NO_SUBSETTING: Final = 0x0100


class FontError(Exception):
    """A font file that cannot be used, said in words for the user."""


def open_face(path: Path, index: int = 0) -> Face:
    """Open a TrueType or OpenType file, or face ``index`` of a collection. FontError says what is wrong."""
    try:
        font = OpenedFont(path, index)
    except OSError:
        raise FontError(f"cannot read the font file {path}: is it there, and is it a file?") from None
    if font.count and index >= font.count:
        raise FontError(f"{path} holds {font.count} face(s), counted from 0; there is no index {index}")
    if not font.glyph_count or not font.tables & {"glyf", "CFF "}:
        raise FontError(f"{path} is not a font that can be embedded: use a .ttf, .otf or .ttc file")
    if not font.whole:
        raise FontError(f"{path} is cut short: its tables go on past the end of the file; copy it again")
    if "fvar" in font.tables:
        raise FontError(f"{path} is a variable font (可变字体): use the static file of the weight you want")
    usage = font.os2_field(8, 0)
    if usage & _USAGE == _RESTRICTED:
        raise FontError(f"{path} forbids embedding (its licence bits say restricted): use another font")
    if usage & _NO_SUBSETTING:
        raise FontError(f"{path} forbids subsetting (its licence bits say so): use another font")
    return Face(path, index, font)
