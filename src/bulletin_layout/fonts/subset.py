"""The part of a font that a document embeds (嵌入子集)."""

import zlib

from bulletin_layout.fonts.face import Face
from bulletin_layout.values import dataclass


@dataclass(frozen=True, slots=True)
class Subset:
    """Font data for a PDF. Glyphs keep their numbers, and in CFF too CID = glyph number.

    ``data``: a TrueType file (FontFile2), or for ``cff`` the bare CFF table (FontFile3, CIDFontType0C); ``deflated``:
    the same, compressed for the file.
    """

    data: bytes
    deflated: bytes
    cff: bool


def subset(face: Face, gids: frozenset[int]) -> Subset:
    """Cut a face down to glyphs (.notdef always stays): no layout tables, no hinting, no subroutines.

    A CID-keyed CFF finds glyphs by its charset, which in regional Chinese fonts is not in glyph order; it is made
    the identity, so that a reader that follows the charset and one that counts glyphs show the same.
    The face keeps its last subset: most edits of a story bring no new glyph, and packing takes longest of a redraw.
    """
    kept = face.last_subset
    if kept is None or kept[0] != gids:
        data = face.cut(gids)
        kept = face.last_subset = (gids, data, zlib.compress(data))
    _, data, deflated = kept
    return Subset(data, deflated, face.is_cff)
