"""A font whose measures are round numbers, so that positions in tests are exact.

1000 units an em, em box 880/−120. Han, full-width marks and signs 1 em; Latin, digits, ASCII marks, – and · ½ em;
—— (by ccmp, or ⸺) 2 em. OPEN marks have their ink at .55–.95, CLOSE, STOP and COMMA at .05–.45, the rest in the
middle. Han ink is .05–.95 wide, and its height tells neighbours apart. ``vert`` forms: ``UPRIGHT_FORMS``.
"""

from collections.abc import Iterable
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, Literal

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.ttCollection import TTCollection

from bulletin_layout.findings import Location
from bulletin_layout.fonts import FontBook, FontFile

Outlines = Literal["glyf", "cff", "cid"]

OPEN = "“‘（《〈「『【〔〖［｛"
CLOSE = "”’）》〉」』】〕〗］｝"
STOP_COMMA = "。．！？，、；："
CENTRED = "—…⋯～・￥％‰℃〇々〻　■□●▲◆★①②③④⑤⑥⑦⑧⑨⑩／－＋"
HALF = "".join(map(chr, range(0x20, 0x7F))) + "·–−éèàüāēīōū°±αβγЖ"
HAN = "".join(map(chr, range(0x4E00, 0xA000))) + "㐂𬭛"
ALL = OPEN + CLOSE + STOP_COMMA + CENTRED + HALF + "⸺" + HAN
#: Marks with a form for vertical setting (直排); the other marks have none.
UPRIGHT_FORMS = "“”‘’（）《》，。、—…⸺"

_YEAR_2000 = 3_029_529_600  # seconds since 1904, as head counts them
_UNITS, _TOP, _BOTTOM = 1000, 880, -120
_FEATURES = "languagesystem DFLT dflt; languagesystem hani dflt;\n"
Box = tuple[int, int, int, int]


def toy_font(
    path: Path,
    *,
    name: str = "Toy",
    chars: Iterable[str] = ALL,
    outlines: Outlines = "glyf",
    fs_type: int = 0,
) -> Path:
    """Write a toy font of some characters; ``outlines``: TrueType, name-keyed CFF, or CID-keyed CFF with CID ≠ GID."""
    data = _build("".join(chars), outlines == "glyf", fs_type)
    font = TTFont(BytesIO(data), recalcTimestamp=False, recalcBBoxes=False)
    for name_id in (1, 6):
        font["name"].setName(name, name_id, 3, 1, 0x409)
    if outlines == "cid":
        _key_by_cid(font["CFF "].cff)
    font.save(path)
    return path


def toy_collection(path: Path, names: Iterable[str] = ("ToyA", "ToyB"), chars: str = "一二，") -> Path:
    """Write a .ttc of toy fonts."""
    collection = TTCollection()
    collection.fonts = [TTFont(toy_font(path.with_suffix(f".{name}"), name=name, chars=chars)) for name in names]
    collection.save(str(path))
    return path


def toy_book(folder: Path) -> FontBook:
    """Families song and hei in regular, bold and black, kai in regular: the toy font under different names."""
    files: dict[tuple[str, str], FontFile] = {}
    families = {"song": ("regular", "bold", "black"), "hei": ("regular", "bold", "black"), "kai": ("regular",)}
    for family, weights in families.items():
        for weight in weights:
            path = toy_font(folder / f"{family}-{weight}.ttf", name=f"Toy{family.title()}-{weight.title()}")
            place = Location("fonts.yaml", len(files) + 1, 1)
            files[family, weight] = FontFile(path, 0, "", family, weight, place)
    return FontBook(files, ("song", "hei", "kai"))


def box_of(char: str) -> Box:
    """The ink of a character's glyph: left, bottom, right, top, font units."""
    odd = {" ": (0, 0, 0, 0), "　": (0, 0, 0, 0), "·": (200, 300, 300, 400), "⸺": (0, 360, 2000, 400)}
    if char in odd:
        return odd[char]
    if char in "—…⋯":
        return (0, 360, 1000, 400)
    if char in OPEN:
        return (550, 0, 950, 700)
    if char in CLOSE + STOP_COMMA + HALF:
        return (50, 0, 450, 700)
    return (50, -70, 950, 430 + ord(char) % 400)


def _upright_box(char: str) -> Box:
    if char in "—…⸺":
        return (480, _BOTTOM - (_UNITS if char == "⸺" else 0), 520, _TOP)
    return (50, -70, 950, 330) if char in OPEN else (550, 430, 950, 830)


def _advance(char: str) -> int:
    return 2000 if char == "⸺" else 500 if char in HALF else 1000


def _glyph_name(char: str) -> str:
    return f"u{ord(char):05X}"


@cache
def _build(chars: str, truetype: bool, fs_type: int) -> bytes:
    forms = [c for c in UPRIGHT_FORMS if c in chars]
    boxes = {".notdef": (100, 0, 900, 700)} | {_glyph_name(c): box_of(c) for c in chars}
    boxes |= {f"{_glyph_name(c)}.vert": _upright_box(c) for c in forms}
    advances = {".notdef": 1000} | {_glyph_name(c): _advance(c) for c in chars}
    advances |= {f"{_glyph_name(c)}.vert": 1000 for c in forms}

    builder = FontBuilder(_UNITS, isTTF=truetype)
    builder.setupGlyphOrder(list(boxes))
    builder.setupCharacterMap({ord(c): _glyph_name(c) for c in chars})
    _set_outlines(builder, boxes, advances)
    builder.setupHorizontalMetrics({glyph: (advances[glyph], box[0]) for glyph, box in boxes.items()})
    builder.setupHorizontalHeader(ascent=_TOP, descent=_BOTTOM)
    heights = {f"{_glyph_name('⸺')}.vert": 2 * _UNITS}
    builder.setupVerticalMetrics({g: (heights.get(g, _UNITS), _TOP - box[3]) for g, box in boxes.items()})
    builder.setupVerticalHeader(ascent=500, descent=-500)
    builder.setupNameTable({"familyName": "Toy", "styleName": "Regular", "psName": "Toy"})
    builder.setupOS2(sTypoAscender=_TOP, sTypoDescender=_BOTTOM, sCapHeight=700, fsType=fs_type)
    builder.setupPost(keepGlyphNames=False)
    builder.addOpenTypeFeatures(_features(chars, forms))
    file = BytesIO()
    builder.font["head"].created = builder.font["head"].modified = _YEAR_2000
    builder.font.recalcTimestamp = False
    builder.save(file)
    return file.getvalue()


def _set_outlines(builder: FontBuilder, boxes: dict[str, Box], advances: dict[str, int]) -> None:
    if builder.isTTF:
        drawn = {box: _draw(TTGlyphPen(None), box).glyph() for box in set(boxes.values())}
        builder.setupGlyf({glyph: drawn[box] for glyph, box in boxes.items()})
        return
    strings = {g: _draw(T2CharStringPen(advances[g], None), box).getCharString() for g, box in boxes.items()}
    builder.setupCFF("Toy", {"FullName": "Toy"}, strings, {})


def _draw(pen: Any, box: Box) -> Any:
    left, bottom, right, top = box
    if left != right:
        pen.moveTo((left, bottom))
        for point in ((left, top), (right, top), (right, bottom)):
            pen.lineTo(point)
        pen.closePath()
    return pen


def _features(chars: str, forms: list[str]) -> str:
    text = _FEATURES
    if "—" in chars and "⸺" in chars:
        dash = _glyph_name("—")
        text += f"feature ccmp {{ sub {dash} {dash} by {_glyph_name('⸺')}; }} ccmp;\n"
    if forms:
        rules = "".join(f"sub {_glyph_name(c)} by {_glyph_name(c)}.vert; " for c in forms)
        text += f"feature vert {{ {rules}}} vert;\n"
    return text


def _key_by_cid(cff: Any) -> None:
    """Make a name-keyed CFF CID-keyed (Adobe Technical Note 5176, clause 18), CIDs running against the glyph order."""
    from fontTools.cffLib import FDArrayIndex, FDSelect, FontDict

    top = cff.topDictIndex[0]
    order, strings = list(top.charset), top.CharStrings
    top.charset = [".notdef"] + [f"cid{len(order) - i:05d}" for i in range(1, len(order))]
    strings.charStrings = {new: strings.charStrings[old] for old, new in zip(order, top.charset, strict=True)}
    top.ROS = ("Adobe", "Identity", 0)
    top.CIDCount = len(order)
    array = FDArrayIndex()
    part = FontDict()
    part.Private = top.Private
    part.FontName = "Part"
    array.append(part)
    top.FDArray = array
    top.FDSelect = FDSelect()
    top.FDSelect.format = 3
    top.FDSelect.gidArray = [0] * len(order)
    strings.fdArray, strings.fdSelect = array, top.FDSelect
    del top.Private
