"""The part of a font that a document embeds (嵌入子集)."""

from dataclasses import dataclass

from bulletin_layout.fonts.face import Face


@dataclass(frozen=True, slots=True)
class Subset:
    """Font data for a PDF. Glyphs keep their numbers, and in CFF too CID = glyph number.

    ``data``: a TrueType file (FontFile2), or for ``cff`` the bare CFF table (FontFile3, CIDFontType0C).
    """

    data: bytes
    cff: bool


def subset(face: Face, gids: frozenset[int]) -> Subset:
    """Cut a face down to glyphs (.notdef always stays): no layout tables, no hinting, no subroutines.

    A CID-keyed CFF finds glyphs by its charset, which in regional Chinese fonts is not in glyph order; it is made
    the identity, so that a reader that follows the charset and one that counts glyphs show the same.
    """
    return Subset(face.cut(gids), face.is_cff)
