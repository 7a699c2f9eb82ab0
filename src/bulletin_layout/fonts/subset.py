"""Cuts the subset of a font that a PDF embeds (嵌入子集)."""

import zlib
from typing import Final

from bulletin_layout.fonts.face import Face

#: Subsets that a face keeps. One build needs at most three: the press file has more glyphs, for the words outside the
#: trim, and a booklet has others there.
_KEPT: Final = 3


class Subset:
    """Font data to embed (PDF 32000-1, 9.9). Glyphs keep their numbers; in CFF, too, CID = glyph number.

    ``data``: a TrueType file (FontFile2), or if ``cff`` the bare CFF table (FontFile3, CIDFontType0C).
    """

    __slots__ = ("_deflated", "cff", "data")

    def __init__(self, data: bytes, cff: bool) -> None:
        self.data = data
        self.cff = cff
        self._deflated = b""

    @property
    def deflated(self) -> bytes:
        """The data, compressed when it is first asked for."""
        if not self._deflated:
            self._deflated = zlib.compress(self.data)
        return self._deflated


def subset(face: Face, gids: frozenset[int], *, larger: bool = False) -> Subset:
    """A face with only these glyphs and .notdef, without layout tables, hinting and subroutines; ``larger``: one that
    is kept and has other glyphs too will do.

    The charset of a CID-keyed CFF becomes the identity. In regional Chinese fonts it is not in the order of glyphs, and
    some readers look up the charset while others count glyphs: they would show different characters.
    The face keeps its last subsets, because most edits of a story need no new glyph, and compressing a subset is the
    slowest part of drawing again.
    """
    kept = face.subsets.get(gids)
    if kept is None and larger:
        kept = next((face.subsets[others] for others in face.subsets if gids <= others), None)
    if kept is None:
        kept = face.subsets[gids] = Subset(face.cut(gids), face.is_cff)
        if len(face.subsets) > _KEPT:
            del face.subsets[next(iter(face.subsets))]  # the oldest: dictionaries keep the order of insertion
    return kept
