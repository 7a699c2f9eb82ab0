"""Embeds a face as a composite font (ISO 32000-1, 9.7): Type 0, Identity-H, as a subset.

Glyphs keep their numbers in the subset, and character codes are glyph numbers, so that text can be written before it is
known which glyphs the document uses.
"""

from hashlib import sha256
from typing import Final

from bulletin_layout.fonts import Face, Subset, subset
from bulletin_layout.pdfs import Name, Ref, Stream, Value, deflated
from bulletin_layout.render.drawn import DrawnFont

#: ToUnicodes that a face keeps: those of the files that one build makes, which differ by the words outside the trim.
_KEPT: Final = 3
_SYMBOLIC: Final = 4  # the Flags of a font descriptor: not the standard Latin character set (9.8.2)
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


class _Advances(dict[int, float]):
    """The advances of a face's glyphs, thousandths of an em, rounded as in the font's W array, so that positions agree
    with what a viewer computes. Each is found out when it is first asked for."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, gid: int) -> float:
        advance = self[gid] = round(self._face.advance(gid) * 1000, 2)
        return advance


class _Codes(dict[int, str]):
    """The character codes of glyphs, in hexadecimal; each is made when it is first asked for."""

    def __missing__(self, gid: int) -> str:
        code = self[gid] = f"{gid:04X}"
        return code


class _Known:
    """What is known of a face in all documents: the codes and advances of glyphs, and the last ToUnicodes, each with
    what it was made of."""

    __slots__ = ("_said", "advances", "codes")

    def __init__(self, face: Face) -> None:
        self.advances = _Advances(face)
        self.codes = _Codes()
        self._said: list[tuple[dict[int, str], Stream]] = []

    def saying(self, texts: dict[int, str]) -> Stream:
        """The ToUnicode of glyphs with these texts; most edits of a story need no new glyph."""
        said = next((stream for of, stream in self._said if of == texts), None)
        if said is None:
            said = _to_unicode(texts)
            self._said = [(texts, said), *self._said[: _KEPT - 1]]
        return said


def _known(face: Face) -> _Known:
    known = face.notes.get("pdf")
    if not isinstance(known, _Known):
        known = face.notes["pdf"] = _Known(face)
    return known


class FontUse:
    """A face in one document: its resource name, and the glyphs that were shown, which are those of its subset.

    ``texts``: glyph → text that copying it gives (ToUnicode): the first text with which it was shown; ``untold``:
    glyphs that were shown without text of their own. ``only_seen``: see ``Output``.
    """

    __slots__ = ("_only_seen", "face", "known", "resource", "texts", "untold")

    def __init__(self, face: Face, resource: str, *, only_seen: bool = False) -> None:
        self.face = face
        self._only_seen = only_seen
        self.resource = resource
        self.known = _known(face)
        self.texts: dict[int, str] = {}
        self.untold: set[int] = set()

    @property
    def used(self) -> bool:
        """Whether any glyph was shown."""
        return bool(self.texts or self.untold)

    def dictionary(self) -> Value:
        """The font dictionary, with descendant font, descriptor, font file and ToUnicode."""
        gids = sorted(self.texts.keys() | self.untold)
        cut = subset(self.face, frozenset(gids), larger=self._only_seen)
        name = f"{_tag(cut.data)}+{_ascii(self.face.name)}"
        kind = "CIDFontType0" if cut.cff else "CIDFontType2"
        descendant: dict[str, Value] = {
            "Type": Name("Font"),
            "Subtype": Name(kind),
            "BaseFont": Name(name),
            "CIDSystemInfo": {"Registry": "(Adobe)", "Ordering": "(Identity)", "Supplement": 0},
            "FontDescriptor": Ref(self._descriptor(name, cut)),
            "DW": 1000,
            "W": _widths({gid: self.known.advances[gid] for gid in gids}),
        }
        if not cut.cff:
            descendant["CIDToGIDMap"] = Name("Identity")
        told: dict[str, Value] = {} if self._only_seen else {"ToUnicode": Ref(self.known.saying(self.texts))}
        return {
            "Type": Name("Font"),
            "Subtype": Name("Type0"),
            "BaseFont": Name(f"{name}-Identity-H" if cut.cff else name),
            "Encoding": Name("Identity-H"),
            "DescendantFonts": [Ref(descendant)],
            **told,
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
            # StemV is required, but no font file has it: this is the usual estimate from the weight.
            "StemV": round(50 + (face.weight_class / 65) ** 2),
            **file,
        }


class PageFont:
    """A face on one page of a document, which takes down what the page shows."""

    __slots__ = ("_others", "_told", "_untold", "_use", "advances", "codes", "resource")

    def __init__(self, use: FontUse) -> None:
        self._use = use
        self._told: list[int] = []
        self._others: set[int] = set()
        self._untold: set[int] = set()
        self.resource = use.resource
        self.codes, self.advances = use.known.codes, use.known.advances

    def show(self, gids: tuple[int, ...]) -> None:
        """Show glyphs in a file from which nobody copies text."""
        self._use.untold.update(gids)

    def said(self, gids: tuple[int, ...], texts: tuple[str, ...]) -> tuple[str, ...]:
        """Show glyphs that stand for these texts ("": an earlier one has it). Returns what copying gives for each: the
        text with which the document shows the glyph first."""
        if "" in texts:
            return self._said_in_part(gids, texts)
        self._told += gids
        known = self._use.texts
        if tuple(map(known.get, gids)) == texts:
            return texts
        said = tuple(map(known.setdefault, gids, texts))
        if said != texts:
            self._others.update(gid for gid, text, first in zip(gids, texts, said, strict=True) if text != first)
        return said

    def _said_in_part(self, gids: tuple[int, ...], texts: tuple[str, ...]) -> tuple[str, ...]:
        """The same where some glyphs have no text of their own."""
        pairs = [*zip(gids, texts, strict=True)]
        untold = {gid for gid, text in pairs if not text}
        self._untold |= untold
        self._use.untold |= untold
        own = [(gid, text) for gid, text in pairs if text]
        said = iter(self.said(tuple(gid for gid, _ in own), tuple(text for _, text in own)))
        return tuple(text and next(said) for text in texts)

    def drawn(self) -> DrawnFont:
        """What the page has shown."""
        told = set(self._told)
        texts = dict(zip(told, map(self._use.texts.__getitem__, told), strict=True))
        return DrawnFont(self._use.face, self.resource, texts, self._others, self._untold)


def _tag(data: bytes) -> str:
    """The tag of a subset (9.6.4): six capitals, derived from its data so that different subsets differ."""
    return "".join(chr(ord("A") + byte % 26) for byte in sha256(data).digest()[:6])


def _ascii(name: str) -> str:
    """A font name with only characters that a PostScript name may have; some Chinese fonts violate that."""
    return "".join(char if char.isascii() and (char.isalnum() or char in "-_") else "_" for char in name)


def _widths(advances: dict[int, float]) -> str:
    """The W array (9.7.4.3): runs of consecutive glyphs, without those that have the default width of 1 em (DW)."""
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
    """The ToUnicode CMap (9.10.3). A glyph may stand for several characters; those beyond the BMP are surrogate pairs.
    A block has at most 100 entries, the limit of the CMap specification."""
    pairs = sorted(texts.items())
    blocks = []
    for block in (pairs[at : at + 100] for at in range(0, len(pairs), 100)):
        lines = "".join(f"<{gid:04X}> <{text.encode('utf-16-be').hex().upper()}>\n" for gid, text in block)
        blocks.append(f"{len(block)} beginbfchar\n{lines}endbfchar\n")
    return deflated((_CMAP_HEAD + "".join(blocks) + _CMAP_FOOT).encode())
