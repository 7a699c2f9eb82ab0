"""Cuts the parts of fonts that a browser shows (屏幕字体): a font file of a few glyphs, each under a code point of our
choice."""

import struct
from collections.abc import Mapping
from typing import Final

from bulletin_layout.fonts.face import Face
from bulletin_layout.fonts.sfnt import with_tables

#: A name table without names (OpenType 1.9, name): browsers ask for the table, and licences may reserve the names.
_NO_NAMES: Final = struct.pack(">HHH", 0, 0, 6)
_WINDOWS, _FULL_UNICODE, _FORMAT = 3, 10, 12


def screen_font(face: Face, codes: Mapping[int, int]) -> bytes:
    """A font file with the glyphs of ``codes`` (code point → glyph of the face), for each code point its glyph. It has
    no rules: a browser shows exactly the glyph of each code point, and moves by its advance."""
    part, numbers = face.part(frozenset(codes.values()))
    cmap = _cmap({code: numbers[gid] for code, gid in codes.items()})
    return with_tables(part, {"cmap": cmap, "name": _NO_NAMES})


def _cmap(codes: Mapping[int, int]) -> bytes:
    """A cmap table with one subtable of format 12 (OpenType 1.9, cmap): groups of consecutive code points."""
    groups: list[tuple[int, int, int]] = []
    for code, gid in sorted(codes.items()):
        if groups and (code, gid) == (groups[-1][1] + 1, groups[-1][2] + code - groups[-1][0]):
            groups[-1] = (groups[-1][0], code, groups[-1][2])
        else:
            groups.append((code, code, gid))
    body = b"".join(struct.pack(">III", *group) for group in groups)
    head = struct.pack(">HHIII", _FORMAT, 0, 16 + len(body), 0, len(groups))
    return struct.pack(">HHHHI", 0, 1, _WINDOWS, _FULL_UNICODE, 12) + head + body
