"""Adds tables to a font file (OpenType 1.9, Organization of an OpenType Font); HarfBuzz cannot do this."""

import struct
from collections.abc import Mapping
from typing import Final

_DIRECTORY: Final = 12
_ENTRY: Final = struct.Struct(">4sIII")
#: The checksum of a whole font file including ``checkSumAdjustment`` in its head table.
_WHOLE: Final = 0xB1B0AFBA


def with_tables(font: bytes, added: Mapping[str, bytes]) -> bytes:
    """A font of one face (TrueType or OpenType) with tables added or replaced; the others' checksums
    are those that the font has."""
    count = int.from_bytes(font[4:6], "big")
    tables = {tag.encode(): data for tag, data in added.items()}
    sums = {name: _sum(data) for name, data in tables.items()}
    for number in range(count):
        name, checked, offset, length = _ENTRY.unpack_from(font, _DIRECTORY + number * _ENTRY.size)
        tables.setdefault(name, font[offset : offset + length])
        sums.setdefault(name, checked)
    if b"head" in tables:  # its checksum adjustment is computed at the end
        tables[b"head"] = tables[b"head"][:8] + bytes(4) + tables[b"head"][12:]
    most = 1 << (len(tables).bit_length() - 1)
    head = font[:4] + struct.pack(">HHHH", len(tables), 16 * most, most.bit_length() - 1, 16 * (len(tables) - most))
    parts = []
    at, total = _DIRECTORY + len(tables) * _ENTRY.size, 0
    for name, table in sorted(tables.items()):
        head += _ENTRY.pack(name, sums[name], at, len(table))
        parts.append(table + bytes(-len(table) % 4))
        at, total = at + len(parts[-1]), total + sums[name]
    whole = bytearray(head + b"".join(parts))
    if b"head" in tables:
        entry = head.index(b"head", _DIRECTORY)
        place = int.from_bytes(head[entry + 8 : entry + 12], "big") + 8
        struct.pack_into(">I", whole, place, (_WHOLE - total - _sum(head)) % 2**32)
    return bytes(whole)


def _sum(data: bytes) -> int:
    padded = data + bytes(-len(data) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}I", padded)
    return sum(words) % 2**32
