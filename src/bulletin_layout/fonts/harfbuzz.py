"""The adapter for HarfBuzz: open a font file, look glyphs up, shape, cut subsets; scripts. Font units; no policy."""

from pathlib import Path
from typing import NamedTuple

import uharfbuzz as hb

#: What a PDF never reads of an embedded font: layout, hinting, names for applications.
_UNREAD_TABLES = (
    *("GSUB", "GPOS", "GDEF", "BASE", "STAT", "kern"),
    *("vhea", "vmtx", "VORG", "DSIG", "meta", "OS/2", "name"),
)
_SCRIPT = "Hani"
_LANGUAGE = "zh-Hans"  # OpenType language system ZHS: Noto's one-em — and its unbroken —— hang on it


def harfbuzz_version() -> str:
    """The version of HarfBuzz itself, which shapes and cuts subsets."""
    return str(hb.version_string())


def script_of(char: str) -> str:
    """The script (文种) of a character, as ISO 15924 writes it (``Arab``); "" for what all scripts share (UAX #24)."""
    buffer = hb.Buffer()
    buffer.add_str(char)
    buffer.guess_segment_properties()
    return str(buffer.script or "")


class Shaped(NamedTuple):
    """A shaped text, one entry a glyph in each list, from left to right (vertical: downwards). Clusters: the character
    each comes from; they rise, and from right to left they fall."""

    gids: list[int]
    clusters: list[int]
    advances: list[int]
    dxs: list[int]
    dys: list[int]


class OpenedFont:
    """A face of a mapped font file. ``glyph_count`` 0: HarfBuzz found no font in it. Not ``whole``: its tables go on
    past the end of the file, and HarfBuzz would give blanks for what is missing."""

    __slots__ = ("_face", "_font", "count", "glyph_count", "tables", "units", "whole")

    def __init__(self, path: Path, index: int) -> None:
        """Map the file. OSError when it cannot be read."""
        try:
            blob = hb.Blob.from_file_path(str(path))
        except hb.HarfBuzzError as problem:
            raise OSError(str(problem)) from None
        self._face = hb.Face(blob, index)
        self._font = hb.Font(self._face)
        self.count: int = self._face.count
        self.glyph_count: int = self._face.glyph_count
        self.units: int = self._face.upem
        self.tables: frozenset[str] = frozenset(self._face.table_tags)
        self.whole = self.glyph_count == 0 or _is_whole(path, index)

    def table(self, tag: str) -> bytes:
        """The bytes of a table; empty when the font has none."""
        return bytes(self._face.reference_table(tag).data or b"")

    def os2_field(self, offset: int, default: int) -> int:
        """An unsigned 16-bit field of the OS/2 table; ``default`` where the table does not reach so far."""
        table = self.table("OS/2")
        return int.from_bytes(table[offset : offset + 2], "big") if len(table) >= offset + 2 else default

    def name(self, name_id: int) -> str:
        """An entry of the name table (English where there is a choice); empty when there is none."""
        return self._face.get_name(name_id) or ""

    def characters(self) -> frozenset[int]:
        """Every code point of the cmap."""
        return frozenset(self._face.unicodes)

    def glyph_of(self, code_point: int) -> int:
        """The glyph that the cmap gives; 0 when it gives none."""
        return int(self._font.get_nominal_glyph(code_point) or 0)

    def advance(self, gid: int) -> int:
        """The horizontal advance."""
        return int(self._font.get_glyph_h_advance(gid))

    def extents(self, gid: int) -> tuple[int, int, int, int]:
        """Left, bottom, right, top of the outline; all 0 for a blank glyph."""
        box = self._font.get_glyph_extents(gid)
        if box is None:
            return (0, 0, 0, 0)
        return (box.x_bearing, box.y_bearing + box.height, box.x_bearing + box.width, box.y_bearing)

    def variant(self, code_point: int, selector: int) -> int | None:
        """The glyph of a variation sequence (cmap, format 14); None when the font does not know it."""
        return self._font.get_variation_glyph(code_point, selector)  # type: ignore[no-any-return]

    def scripts(self) -> frozenset[str]:
        """The scripts for which the font can choose forms of letters (GSUB), as ISO 15924 writes them."""
        return frozenset(str(hb.ot_tag_to_script(tag)) for tag in self._face.get_table_script_tags("GSUB"))

    def shape(self, text: str, vertical: bool, script: str = "", right_to_left: bool = False) -> Shaped:
        """Shape text as simplified Chinese, or in another script; vertical: 直排 forms, advances positive downwards."""
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.direction = "ttb" if vertical else "rtl" if right_to_left else "ltr"
        buffer.script = script or _SCRIPT
        if not script:
            buffer.language = _LANGUAGE
        buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        hb.shape(self._font, buffer)
        infos, positions = buffer.glyph_infos, buffer.glyph_positions or ()  # None when all glyphs are gone
        return Shaped(
            [i.codepoint for i in infos],
            [i.cluster for i in infos],
            [-p.y_advance for p in positions] if vertical else [p.x_advance for p in positions],
            [p.x_offset for p in positions],
            [p.y_offset for p in positions],
        )

    def subset(self, gids: frozenset[int]) -> bytes:
        """The font with only these glyphs (and .notdef, and parts of composites), numbered as before."""
        request = hb.SubsetInput()
        request.flags = (
            hb.SubsetFlags.RETAIN_GIDS
            | hb.SubsetFlags.NO_HINTING
            | hb.SubsetFlags.DESUBROUTINIZE
            | hb.SubsetFlags.NOTDEF_OUTLINE
            | hb.SubsetFlags.NO_LAYOUT_CLOSURE
            | hb.SubsetFlags.CFF_IDENTITY_CHARSET
        )
        request.glyph_set.update(gids)
        request.drop_table_tag_set.update(int.from_bytes(tag.ljust(4).encode(), "big") for tag in _UNREAD_TABLES)
        cut = request.subset(self._face)
        return bytes((cut.reference_table("CFF ") if "CFF " in self.tables else cut.blob).data)


def _is_whole(path: Path, index: int) -> bool:
    """Whether every table of the face lies within the file (OpenType 1.9, Organization of an OpenType Font)."""
    size = path.stat().st_size
    with path.open("rb") as file:
        start = 0
        if file.read(4) == b"ttcf":
            file.seek(12 + 4 * index)
            start = int.from_bytes(file.read(4), "big")
        file.seek(start + 4)
        count = int.from_bytes(file.read(2), "big")
        file.seek(start + 12)
        directory = file.read(16 * count)
    ends = (
        int.from_bytes(directory[at + 8 : at + 12], "big") + int.from_bytes(directory[at + 12 : at + 16], "big")
        for at in range(0, len(directory), 16)
    )
    return len(directory) == 16 * count and all(end <= size for end in ends)
