"""Characters that no font shows (不显示的字符), by what they mean: Default_Ignorable_Code_Point, Unicode 16."""

import re
from typing import Final

#: They keep their work in a text: a place to hyphenate, a place to break, joining, no break, the form of the character
#: before them (Mongolian has selectors of its own).
WORKING: Final = "\u00ad\u200b\u200c\u200d\u2060\u180b\u180c\u180d\u180e\u180f"
#: Stretches (first, last) of those that mean nothing in print: fillers, marks of direction, invisible signs, tags.
_UNWANTED: Final = (
    (0x034F, 0x034F), (0x061C, 0x061C), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x200E, 0x200F), (0x202A, 0x202E),
    (0x2061, 0x206F), (0x3164, 0x3164), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A),
    (0xE0000, 0xE00FF), (0xE01F0, 0xE0FFF),
)  # fmt: skip
#: Any of these.
UNWANTED: Final = re.compile("[" + "".join(f"{chr(first)}-{chr(last)}" for first, last in _UNWANTED) + "]")


def shows_nothing(char: str) -> bool:
    """Whether shaping swallows a character, so that no font need cover it."""
    return char in WORKING or is_selector(char) or UNWANTED.match(char) is not None


def is_selector(char: str) -> bool:
    """Whether a character only chooses the form of the one before it (异体字选择符)."""
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"
