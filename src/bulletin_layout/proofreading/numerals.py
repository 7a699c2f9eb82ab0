"""Chinese numerals (汉字数字) as numbers, and numbers as Chinese numerals."""

from typing import Final

DIGITS: Final = "零一二三四五六七八九"
_VALUES: Final = {**{char: value for value, char in enumerate(DIGITS)}, "〇": 0, "○": 0, "两": 2}
_UNITS: Final = {"十": 10, "百": 100, "千": 1000}


def number(text: str) -> int:
    """The number that digits or Chinese numerals below ten thousand say (十二, 二十, 一百零五, 二〇二六)."""
    if text.isdecimal():
        return int(text)
    if not any(char in _UNITS for char in text):
        return int("".join(str(_VALUES[char]) for char in text))
    total, digit = 0, 1
    for char in text:
        if char in _UNITS:
            total += digit * _UNITS[char]
            digit = 0
        else:
            digit = _VALUES[char]
    return total + (0 if text[-1] in _UNITS else digit)


def in_han(value: int) -> str:
    """A number from 0 to 99 in Chinese numerals: 七, 十二, 二十."""
    tens, ones = divmod(value, 10)
    head = "" if tens == 0 else ("十" if tens == 1 else f"{DIGITS[tens]}十")
    return head + (DIGITS[ones] if ones or not tens else "")
