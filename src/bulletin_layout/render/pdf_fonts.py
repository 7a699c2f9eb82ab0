"""A face as a composite PDF font (ISO 32000-1, 9.7): Type 0, Identity-H, cut down to the glyphs used.

The subset keeps its glyph numbers, and a character code is a glyph number; so a line can be written before it is
known which other glyphs the document will use.
"""

from hashlib import sha256
from typing import Final

from bulletin_layout.fonts import Face, Subset, subset
from bulletin_layout.pdfs import Name, Ref, Stream, Value, deflated

_SYMBOLIC: Final = 4
_CMAP_HEAD: Final = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_CMAP_FOOT: Final = """endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


class Advances(dict[int, float]):
    """Advances by glyph, in thousandths of an em, exactly as the font's width table will state them; a glyph is in it
    once it was shown."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self.face = face

    def __missing__(self, gid: int) -> float:
        advance = self[gid] = round(self.face.advance(gid) * 1000, 2)
        return advance


class FontUse:
    """A face in one document: the name pages call it by, and which glyphs they have shown.

    ``texts`` is what copying each glyph will give: the first text that a glyph is shown with is its own.
    """

    __slots__ = ("advances", "face", "resource", "texts")

    def __init__(self, face: Face, resource: str) -> None:
        self.face = face
        self.resource = resource
        self.advances = Advances(face)
        self.texts: dict[int, str] = {}

    @property
    def used(self) -> bool:
        """Whether a glyph has been shown."""
        return bool(self.advances)

    def dictionary(self) -> Value:
        """The font's dictionary with everything below it."""
        gids = sorted(self.advances)
        cut = subset(self.face, frozenset(gids))
        name = f"{_tag(cut.data)}+{_ascii(self.face.name)}"
        kind = "CIDFontType0" if cut.cff else "CIDFontType2"
        descendant: dict[str, Value] = {
            "Type": Name("Font"),
            "Subtype": Name(kind),
            "BaseFont": Name(name),
            "CIDSystemInfo": {"Registry": "(Adobe)", "Ordering": "(Identity)", "Supplement": 0},
            "FontDescriptor": Ref(self._descriptor(name, cut)),
            "DW": 1000,
            "W": _widths({gid: self.advances[gid] for gid in gids}),
        }
        if not cut.cff:
            descendant["CIDToGIDMap"] = Name("Identity")
        return {
            "Type": Name("Font"),
            "Subtype": Name("Type0"),
            "BaseFont": Name(f"{name}-Identity-H" if cut.cff else name),
            "Encoding": Name("Identity-H"),
            "DescendantFonts": [Ref(descendant)],
            "ToUnicode": Ref(_to_unicode({gid: self.texts[gid] for gid in gids if self.texts.get(gid)})),
        }

    def _descriptor(self, name: str, cut: Subset) -> Value:
        face = self.face
        about: dict[str, Value] = {"Subtype": Name("CIDFontType0C")} if cut.cff else {"Length1": len(cut.data)}
        stream = Stream({**about, "Filter": Name("FlateDecode")}, cut.deflated)
        file = {"FontFile3" if cut.cff else "FontFile2": Ref(stream)}
        return {
            "Type": Name("FontDescriptor"),
            "FontName": Name(name),
            "Flags": _SYMBOLIC,
            "FontBBox": [round(edge * 1000) for edge in face.bbox],
            "ItalicAngle": round(face.italic_angle, 2),
            "Ascent": round(face.ascent * 1000),
            "Descent": round(-face.descent * 1000),
            "CapHeight": round(face.cap_height * 1000),
            # No font file states its stems. This is what viewers themselves assume from the weight.
            "StemV": round(50 + (face.weight_class / 65) ** 2),
            **file,
        }


def _tag(data: bytes) -> str:
    """Six capitals that tell this subset from every other (9.6.4)."""
    return "".join(chr(ord("A") + byte % 26) for byte in sha256(data).digest()[:6])


def _ascii(name: str) -> str:
    """A PostScript name may not hold anything else; some Chinese fonts' do."""
    return "".join(char if char.isascii() and (char.isalnum() or char in "-_") else "_" for char in name)


def _widths(advances: dict[int, float]) -> str:
    """The width array (9.7.4.3): runs of neighbours, and no entry where the width is the usual 1 em."""
    runs: list[str] = []
    last = -2
    for gid, advance in advances.items():
        if advance == 1000:
            continue
        if gid != last + 1:
            runs.append(f"{']' if runs else ''}{gid}[")
        runs.append(f"{advance:g} ")
        last = gid
    return f"[{''.join(runs)}{']' if runs else ''}]"


def _to_unicode(texts: dict[int, str]) -> Stream:
    """The CMap that gives back the source text (9.10.3); several characters a glyph, and pairs beyond the BMP."""
    pairs = list(texts.items())
    blocks = []
    for block in (pairs[at : at + 100] for at in range(0, len(pairs), 100)):
        lines = "".join(f"<{gid:04X}> <{text.encode('utf-16-be').hex().upper()}>\n" for gid, text in block)
        blocks.append(f"{len(block)} beginbfchar\n{lines}endbfchar\n")
    return deflated((_CMAP_HEAD + "".join(blocks) + _CMAP_FOOT).encode())
