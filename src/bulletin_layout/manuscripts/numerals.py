"""Numbers of lists in words (编号格式): the formats of ``w:numFmt`` (ISO/IEC 29500-1, 17.18.59)."""

from collections.abc import Callable
from typing import Final

_DIGITS: Final = "〇一二三四五六七八九"
_LEGAL: Final = "零壹贰叁肆伍陆柒捌玖"
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES: Final = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
#: Greatest number that is written in words; greater ones are written in figures.
_MOST: Final = 9_999


def numeral(number: int, form: str) -> str:
    """A number in the format of ``w:numFmt``; an unknown format gives plain figures."""
    make = _FORMS.get(form)
    return make(number) if make is not None and 0 < number <= _MOST else str(number)


def _chinese(number: int, digits: str = _DIGITS, units: str = "十百千") -> str:
    """一百零一, 二十; 10 to 19 without 一 where the first digit is 一: 十一."""
    places = [*map(int, str(number))]
    words, pending = "", False
    for place, digit in zip(range(len(places) - 1, -1, -1), places, strict=True):
        if not digit:
            pending = bool(words)
            continue
        words += ("零" if pending else "") + digits[digit] + (units[place - 1] if place else "")
        pending = False
    return words.removeprefix("一") if words.startswith("一十") else words


def _legal(number: int) -> str:
    return _chinese(number, _LEGAL, "拾佰仟")


def _by_digits(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda number: signs[number - 1] if number <= len(signs) else str(number)


def _letters(number: int) -> str:
    """a … z, aa, bb …"""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    words = ""
    for value, sign in _ROMAN:
        words += sign * (number // value)
        number %= value
    return words


def _enclosed(first: int, most: int, bracket: str = "") -> Callable[[int], str]:
    return lambda number: chr(first + number - 1) if number <= most else bracket.format(number) or str(number)


def _full_width(number: int) -> str:
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))


_CIRCLED: Final = _enclosed(0x2460, 20)
_FORMS: Final[dict[str, Callable[[int], str]]] = {
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalEnclosedCircle": _CIRCLED,
    "decimalEnclosedCircleChinese": _CIRCLED,
    "decimalEnclosedParen": _enclosed(0x2474, 20, "({})"),
    "decimalEnclosedFullstop": _enclosed(0x2488, 20, "{}."),
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "ideographDigital": _by_digits,
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": _legal,
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "ideographEnclosedCircle": _enclosed(0x3280, 10),
    "none": lambda _: "",
} | dict.fromkeys(
    (
        "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
        "taiwaneseCountingThousand", "koreanCounting", "koreanDigital2", "japaneseDigitalTenThousand",
    ),
    _chinese,
)  # fmt: skip
