"""Signs of symbol fonts (符号字体) as ordinary characters: Symbol, Wingdings 1 to 3, Webdings.

Word writes such a sign as ``w:sym`` with a code of the font, or as a private use character U+F020 to U+F0FF in a run of
that font. Only signs whose meaning is certain are in the tables.
"""

from typing import Final

_FIRST: Final = 0xF000

#: Adobe's Symbol: Greek letters by the Latin ones that they stand at, and signs.
_LATIN: Final = "ABCDEFGHIKLMNOPQRSTUWXYZabcdefghiklmnopqrstuwxyz"
_GREEK: Final = "ΑΒΧΔΕΦΓΗΙΚΛΜΝΟΠΘΡΣΤΥΩΞΨΖαβχδεφγηικλμνοπθρστυωξψζ"
_SYMBOL: Final = {ord(char): char for char in " !#%&()+,./0123456789:;<=>?[]_{|}"} | {
    ord(latin): greek for latin, greek in zip(_LATIN, _GREEK, strict=True)
} | {
    0x2A: "∗", 0xA0: "€", 0xA6: "ƒ", 0xC0: "ℵ", 0xC4: "⊗", 0xCA: "⊇", 0xCB: "⊄", 0xCD: "⊆", 0xDD: "⇑", 0xDF: "⇓",
    0xE0: "◊", 0xE1: "〈", 0xF1: "〉",
    0x22: "∀", 0x24: "∃", 0x27: "∋", 0x2D: "−", 0x40: "≅", 0x4A: "ϑ", 0x56: "ς", 0x5C: "∴", 0x5E: "⊥", 0x6A: "φ",
    0x76: "ϖ", 0x7E: "∼", 0xA2: "′", 0xA3: "≤", 0xA4: "⁄", 0xA5: "∞", 0xA7: "♣", 0xA8: "♦", 0xA9: "♥", 0xAA: "♠",
    0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×",
    0xB5: "∝", 0xB6: "∂", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xC5: "⊕", 0xC6: "∅",
    0xC7: "∩", 0xC8: "∪", 0xC9: "⊃", 0xCC: "⊂", 0xCE: "∈", 0xCF: "∉", 0xD0: "∠", 0xD1: "∇", 0xD2: "®", 0xD3: "©",
    0xD4: "™", 0xD5: "∏", 0xD6: "√", 0xD7: "·", 0xD8: "¬", 0xD9: "∧", 0xDA: "∨", 0xDB: "⇔", 0xDC: "⇐", 0xDE: "⇒",
    0xE5: "∑", 0xF2: "∫",
}  # fmt: skip
_WINGDINGS: Final = {
    0x22: "✂", 0x28: "☎", 0x29: "✆", 0x2A: "✉", 0x36: "⌛", 0x3F: "✍", 0x46: "☞", 0x4A: "☺", 0x4C: "☹", 0x52: "☼",
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x73: "◆", 0x74: "◆", 0x75: "◆", 0x76: "❖", 0x77: "◆",
    0x9E: "·", 0x9F: "•", 0xA1: "○", 0xA4: "◉", 0xA7: "▪", 0xA8: "□", 0xAB: "★", 0xB2: "◇", 0xD8: "➢", 0xDF: "←",
    0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xEF: "⇦", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
} | {0x80 + k: char for k, char in enumerate("⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿")}  # fmt: skip
_WINGDINGS_2: Final = {
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0x98: "●", 0xA3: "□", 0xA2: "■",
} | {0x69 + k: char for k, char in enumerate("⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿")}  # fmt: skip
_WINGDINGS_3: Final = {
    0x66: "←", 0x67: "→", 0x68: "↑", 0x69: "↓", 0x70: "▲", 0x71: "▼", 0x72: "△", 0x73: "▽", 0x74: "◀", 0x75: "▶",
    0x76: "◁", 0x77: "▷",
}  # fmt: skip
_WEBDINGS: Final = {0x61: "✓", 0x72: "✗", 0x67: "■", 0x6E: "●", 0x63: "□", 0x59: "♥", 0x34: "▶", 0x33: "◀"}
_FONTS: Final = {
    "symbol": _SYMBOL,
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": _WINGDINGS_3,
    "webdings": _WEBDINGS,
}


def is_symbol_font(font: str) -> bool:
    """Whether a font has signs in the places of letters."""
    return font.lower() in _FONTS


def symbol(code: int, font: str) -> str:
    """The ordinary character for a sign; "" when it is not known. ``code``: in the font, with or without U+F000."""
    table = _FONTS.get(font.lower(), {})
    return table.get(code - _FIRST if _FIRST <= code <= _FIRST + 0xFF else code, "")


def is_private(char: str) -> bool:
    """Whether a character belongs to the private use areas."""
    return "\ue000" <= char <= "\uf8ff" or char >= "\U000f0000"
