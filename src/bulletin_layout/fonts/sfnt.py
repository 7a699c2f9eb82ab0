"""Adds a table to a font file (OpenType 1.9, Organization of an OpenType Font); HarfBuzz cannot do this."""

import struct
from typing import Final

_DIRECTORY: Final = 12
_ENTRY: Final = struct.Struct(">4sIII")
#: The checksum of a whole font file including ``checkSumAdjustment`` in its head table.
_WHOLE: Final = 0xB1B0AFBA


def with_table(font: bytes, tag: str, data: bytes) -> bytes:
    """A font of one face (TrueType or OpenType) with a table added or replaced."""
    count = int.from_bytes(font[4:6], "big")
    tables = {tag.encode(): data}
    for number in range(count):
        name, _, offset, length = _ENTRY.unpack_from(font, _DIRECTORY + number * _ENTRY.size)
        tables.setdefault(name, font[offset : offset + length])
    if b"head" in tables:  # its checksum adjustment is computed at the end
        tables[b"head"] = tables[b"head"][:8] + bytes(4) + tables[b"head"][12:]
    most = 1 << (len(tables).bit_length() - 1)
    head = font[:4] + struct.pack(">HHHH", len(tables), 16 * most, most.bit_length() - 1, 16 * (len(tables) - most))
    entries, body = b"", b""
    start = _DIRECTORY + len(tables) * _ENTRY.size
    for name, table in sorted(tables.items()):
        entries += _ENTRY.pack(name, _sum(table), start + len(body), len(table))
        body += table + bytes(-len(table) % 4)
    whole = head + entries + body
    if b"head" not in tables:
        return whole
    at = whole.index(b"head", _DIRECTORY)
    place = int.from_bytes(whole[at + 8 : at + 12], "big") + 8
    return whole[:place] + struct.pack(">I", (_WHOLE - _sum(whole)) % 2**32) + whole[place + 4 :]


def _sum(data: bytes) -> int:
    padded = data + bytes(-len(data) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}I", padded)
    return sum(words) % 2**32
