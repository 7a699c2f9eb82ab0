"""A font file opened (开字体), or why it cannot be used for print."""

from pathlib import Path
from typing import Final

from bulletin_layout.findings.catalogue import fonts as said
from bulletin_layout.findings.phrases import SaidError
from bulletin_layout.fonts.face import Face
from bulletin_layout.fonts.harfbuzz import OpenedFont

#: OS/2 fsType: usage permissions in bits 0–3, and bit 8.
_USAGE: Final = 0x000F
_RESTRICTED: Final = 0x0002
_NO_SUBSETTING: Final = 0x0100


class FontError(SaidError):
    """A font file that cannot be used, said in words for the user."""


def open_face(path: Path, index: int = 0) -> Face:
    """Open a TrueType or OpenType file, or face ``index`` of a collection. FontError says what is wrong."""
    try:
        font = OpenedFont(path, index)
    except OSError:
        raise FontError(said.font_unreadable(str(path))) from None
    if font.count and index >= font.count:
        raise FontError(said.no_such_face(str(path), font.count, index))
    if not font.glyph_count or not font.tables & {"glyf", "CFF "}:
        raise FontError(said.no_font(str(path)))
    if not font.whole:
        raise FontError(said.font_cut_short(str(path)))
    if "fvar" in font.tables:
        raise FontError(said.variable_font(str(path)))
    usage = font.os2_field(8, 0)
    if usage & _USAGE == _RESTRICTED:
        raise FontError(said.font_not_to_embed(str(path)))
    if usage & _NO_SUBSETTING:
        raise FontError(said.font_not_to_subset(str(path)))
    return Face(path, index, font)
