"""Opens a font file and checks that it can be used for print (开字体)."""

from pathlib import Path
from typing import Final

from bulletin_layout.findings.catalogue import fonts as said
from bulletin_layout.findings.phrases import SaidError
from bulletin_layout.fonts.excerpt import original_of
from bulletin_layout.fonts.face import Face
from bulletin_layout.fonts.harfbuzz import OpenedFont

#: OS/2 fsType: usage permissions are bits 0 to 3 (2: must not be embedded); bit 8: must not be subsetted.
_USAGE: Final = 0x000F
_RESTRICTED: Final = 0x0002
_NO_SUBSETTING: Final = 0x0100


class FontError(SaidError):
    """A font file that cannot be used; its message is for the user."""


def open_face(path: Path, index: int = 0) -> Face:
    """Open a TrueType or OpenType file, or face ``index`` (from 0) of a collection.

    FontError: the file cannot be read, is no font or is cut short, has no such face, is a variable font, or its licence
    bits (OS/2 fsType) forbid embedding or subsetting.
    """
    try:
        font = OpenedFont(path, index)
        if index and font.count == 1:  # an excerpt of one face of a collection
            alone = OpenedFont(path, 0)
            font = font if original_of(alone) is None else alone
    except OSError:
        raise FontError(said.font_unreadable(str(path))) from None
    if font.count and index >= font.count and original_of(font) is None:
        raise FontError(said.no_such_face(str(path), font.count, index))
    if not font.glyph_count or not font.tables & {"glyf", "CFF "}:  # bitmap and SVG fonts have no outlines to embed
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
