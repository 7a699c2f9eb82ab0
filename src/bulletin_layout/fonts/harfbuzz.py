"""The adapter for HarfBuzz: opens font files, looks up glyphs, shapes text, cuts subsets, knows scripts.

Lengths are font units. Decisions, such as which font or which features, are made elsewhere.
"""

from collections.abc import Sequence
from pathlib import Path

import uharfbuzz as hb

from bulletin_layout.values import NamedTuple

#: Tables that no PDF reader needs of an embedded font: layout, vertical metrics, names. The PDF itself has widths and
#: Unicode values (PDF 32000-1, 9.7 and 9.10).
_UNREAD_TABLES = (
    *("GSUB", "GPOS", "GDEF", "BASE", "STAT", "kern"),
    *("vhea", "vmtx", "VORG", "DSIG", "meta", "OS/2", "name"),
)
#: Those that a browser must not see: text is set glyph by glyph, in one colour. It refuses a font without OS/2.
_UNSHOWN_TABLES = (
    *(tag for tag in _UNREAD_TABLES if tag != "OS/2"),
    *("cmap", "gasp", "morx", "mort", "kerx", "Silf", "Feat", "COLR", "CPAL", "SVG", "CBDT", "CBLC", "sbix"),
)
_SCRIPT = "Hani"
_LANGUAGE = "zh-Hans"  # OpenType language system ZHS: without it, Noto's — is 0.89 em wide and —— has a gap
_FLAGS = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES


def harfbuzz_version() -> str:
    """The version of the HarfBuzz library (not of its Python package), which decides the bytes of subsets."""
    return str(hb.version_string())


def script_of(char: str) -> str:
    """The script (文种) of a character as an ISO 15924 code (``Arab``); "" for characters that all scripts share
    (UAX #24)."""
    buffer = hb.Buffer()
    buffer.add_str(char)
    buffer.guess_segment_properties()
    return str(buffer.script or "")


class Shaped(NamedTuple):
    """A shaped text: parallel lists with an entry a glyph, from left to right, or from top to bottom if vertical.

    ``clusters``: offset of the character that each glyph comes from; rising, or falling in right-to-left text.
    """

    gids: list[int]
    clusters: list[int]
    advances: list[int]
    dxs: list[int]
    dys: list[int]


class OpenedFont:
    """A face of a memory-mapped font file.

    ``glyph_count`` 0: HarfBuzz found no font in the file. ``whole`` False: a table extends beyond the end of the file;
    HarfBuzz does not report that, it returns blank glyphs.
    """

    __slots__ = ("_face", "_font", "count", "glyph_count", "tables", "units", "whole")

    def __init__(self, path: Path, index: int) -> None:
        """Map the file into memory. OSError: it cannot be read, or its list of tables is damaged."""
        try:
            blob = hb.Blob.from_file_path(str(path))
        except hb.HarfBuzzError as problem:
            raise OSError(str(problem)) from None
        self._face = hb.Face(blob, index)
        self._font = hb.Font(self._face)
        self.count: int = self._face.count
        self.glyph_count: int = self._face.glyph_count
        self.units: int = self._face.upem
        try:
            self.tables: frozenset[str] = frozenset(self._face.table_tags)
        except UnicodeDecodeError:  # a table whose name is damaged
            raise OSError(f"{path}: damaged table directory") from None
        self.whole = self.glyph_count == 0 or _is_whole(path, index)

    def table(self, tag: str) -> bytes:
        """The bytes of a table; empty if the font does not have it."""
        return bytes(self._face.reference_table(tag).data or b"")

    def os2_field(self, offset: int, default: int) -> int:
        """An unsigned 16-bit field of the OS/2 table at a byte offset; ``default`` if the table is too short for it."""
        table = self.table("OS/2")
        return int.from_bytes(table[offset : offset + 2], "big") if len(table) >= offset + 2 else default

    def name(self, name_id: int) -> str:
        """An entry of the name table, in English if there is a choice; "" if there is none."""
        return self._face.get_name(name_id) or ""

    def characters(self) -> frozenset[int]:
        """Every code point of the cmap."""
        return frozenset(self._face.unicodes)

    def glyph_of(self, code_point: int) -> int:
        """The glyph of a code point in the cmap; 0 if it has none."""
        return int(self._font.get_nominal_glyph(code_point) or 0)

    def advance(self, gid: int) -> int:
        """The horizontal advance of a glyph."""
        return int(self._font.get_glyph_h_advance(gid))

    def extents(self, gid: int) -> tuple[int, int, int, int]:
        """Left, bottom, right, top of a glyph's outline; all 0 for a blank glyph."""
        box = self._font.get_glyph_extents(gid)
        if box is None:
            return (0, 0, 0, 0)
        return (box.x_bearing, box.y_bearing + box.height, box.x_bearing + box.width, box.y_bearing)

    def variant(self, code_point: int, selector: int) -> int | None:
        """The glyph of a variation sequence (cmap, format 14); None if the font does not have it."""
        return self._font.get_variation_glyph(code_point, selector)  # type: ignore[no-any-return]

    def scripts(self) -> frozenset[str]:
        """The scripts for which the font has GSUB rules, as ISO 15924 codes."""
        return frozenset(str(hb.ot_tag_to_script(tag)) for tag in self._face.get_table_script_tags("GSUB"))

    def shape(self, text: str, vertical: bool, script: str = "", right_to_left: bool = False) -> Shaped:
        """Shape a text as simplified Chinese, or in another script (ISO 15924). ``vertical``: with vertical forms
        (直排); advances are positive downwards."""
        buffer = self._shaped(text, "ttb" if vertical else "rtl" if right_to_left else "ltr", script)
        infos, positions = buffer.glyph_infos, buffer.glyph_positions or ()  # None if all characters were invisible
        return Shaped(
            [i.codepoint for i in infos],
            [i.cluster for i in infos],
            [-p.y_advance for p in positions] if vertical else [p.x_advance for p in positions],
            [p.x_offset for p in positions],
            [p.y_offset for p in positions],
        )

    def first(self, text: str) -> tuple[int, int] | None:
        """The first glyph of a text as ``shape`` gives it, and its advance; None if all characters are invisible."""
        buffer = self._shaped(text, "ltr", "")
        positions = buffer.glyph_positions
        return (buffer.glyph_infos[0].codepoint, positions[0].x_advance) if positions else None

    def alone(self, chars: Sequence[str]) -> list[tuple[str, int, int]]:
        """The glyph of each character and its advance, each set as it is alone: spaces keep them apart. Empty if one of
        them has not one glyph."""
        buffer = self._shaped(" ".join(chars), "ltr", "")
        infos, positions = buffer.glyph_infos[::2], (buffer.glyph_positions or ())[::2]
        if len(buffer) != 2 * len(chars) - 1:
            return []
        return [(c, i.codepoint, p.x_advance) for c, i, p in zip(chars, infos, positions, strict=True)]

    def _shaped(self, text: str, direction: str, script: str) -> hb.Buffer:
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.direction = direction
        # Script and language are never guessed: the same text must be shaped in the same way on every system.
        buffer.script = script or _SCRIPT
        if not script:
            buffer.language = _LANGUAGE
        buffer.flags = _FLAGS
        hb.shape(self._font, buffer)
        return buffer

    def subset(self, gids: frozenset[int]) -> bytes:
        """The font with only these glyphs, .notdef and the parts of composite glyphs; glyphs keep their numbers.

        Returns a TrueType file, or the bare CFF table of a CFF font.
        """
        request = hb.SubsetInput()
        # RETAIN_GIDS: text is drawn with the font's own glyph numbers. DESUBROUTINIZE: smaller once deflated, and
        # faster to cut. CFF_IDENTITY_CHARSET: see ``subset.subset``. NO_LAYOUT_CLOSURE: the text is shaped already, so
        # glyphs that GSUB could reach are not needed.
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

    def part(self, gids: frozenset[int]) -> tuple[bytes, dict[int, int]]:
        """A font file with only these glyphs and the parts of composite ones, numbered anew; and old glyph
        number → new. Rules, cmap, names and colours are left out."""
        request = hb.SubsetInput()
        request.flags = (
            hb.SubsetFlags.NO_HINTING
            | hb.SubsetFlags.DESUBROUTINIZE
            | hb.SubsetFlags.NOTDEF_OUTLINE
            | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        )
        request.glyph_set.update(gids)
        request.drop_table_tag_set.update(int.from_bytes(tag.ljust(4).encode(), "big") for tag in _UNSHOWN_TABLES)
        plan = hb.SubsetPlan(self._face, request)
        return bytes(plan.execute().blob.data), dict(plan.old_to_new_glyph_mapping)

    def excerpt(self, code_points: frozenset[int]) -> bytes:
        """The font with what these characters need: their glyphs, numbered as before, those that its rules may put for
        them, and the rules. Every other character that one of these glyphs stands for is in it too, so that what is cut
        from it for a PDF is what would be cut from the whole font."""
        plan = hb.SubsetPlan(self._face, _excerpt_of(code_points))
        glyphs = frozenset(plan.old_to_new_glyph_mapping)
        alike = frozenset(point for point in self._face.unicodes if self.glyph_of(point) in glyphs)
        return bytes(_excerpt_of(code_points | alike).subset(self._face).blob.data)


def _excerpt_of(code_points: frozenset[int]) -> hb.SubsetInput:
    request = hb.SubsetInput()
    request.flags = (
        hb.SubsetFlags.RETAIN_GIDS
        | hb.SubsetFlags.NO_HINTING
        | hb.SubsetFlags.NOTDEF_OUTLINE
        | hb.SubsetFlags.NO_PRUNE_UNICODE_RANGES
        | hb.SubsetFlags.NO_BIDI_CLOSURE
    )
    request.unicode_set.update(code_points)
    for every in (request.layout_feature_tag_set, request.layout_script_tag_set):
        every.clear()
        every.invert()
    request.name_id_set.clear()
    return request


def _is_whole(path: Path, index: int) -> bool:
    """Whether all tables of a face end within the file (OpenType 1.9, "Organization of an OpenType Font").

    A header of 12 bytes, at the offset that a collection's header has for this face, is followed by a record of 16
    bytes for each table, whose last 8 bytes are the table's offset and length.
    """
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
