"""The part of a font that a document embeds (嵌入子集)."""

import zlib
from typing import Final

from bulletin_layout.fonts.face import Face
from bulletin_layout.values import dataclass

#: A build draws its pages at most so many times with other glyphs: the press's file has words beside the page.
_KEPT: Final = 2


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
    The face keeps its last subsets: most edits of a story bring no new glyph, and packing takes longest of a redraw.
    """
    kept = face.subsets.get(gids)
    if kept is None:
        data = face.cut(gids)
        kept = face.subsets[gids] = data, zlib.compress(data)
        if len(face.subsets) > _KEPT:
            del face.subsets[next(iter(face.subsets))]
    data, deflated = kept
    return Subset(data, deflated, face.is_cff)
