"""Characters that are not displayed (不显示的字符): Default_Ignorable_Code_Point of Unicode 16, by their effect."""

import re
from typing import Final

#: Those with an effect on composition: hyphenation point, break, joiners, no break, and the selectors of Mongolian.
WORKING: Final = "\u00ad\u200b\u200c\u200d\u2060\u180b\u180c\u180d\u180e\u180f"
#: Ranges (first, last) of those without any effect in print: fillers, direction marks, invisible operators, tags.
_UNWANTED: Final = (
    (0x034F, 0x034F), (0x061C, 0x061C), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x200E, 0x200F), (0x202A, 0x202E),
    (0x2061, 0x206F), (0x3164, 0x3164), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A),
    (0xE0000, 0xE00FF), (0xE01F0, 0xE0FFF),
)  # fmt: skip
#: Matches any of these.
UNWANTED: Final = re.compile("[" + "".join(f"{chr(first)}-{chr(last)}" for first, last in _UNWANTED) + "]")


def shows_nothing(char: str) -> bool:
    """Whether a character is not displayed, so that no font needs a glyph for it."""
    return char in WORKING or is_selector(char) or UNWANTED.match(char) is not None


def is_selector(char: str) -> bool:
    """Whether a character is a variation selector (异体字选择符), which chooses the form of the one before it."""
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"
