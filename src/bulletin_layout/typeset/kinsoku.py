"""Whether a line may break between two boxes (避头尾、不可分), and the cost of doing so.

Sources: GB/T 15834—2011 §5.1, CLREQ 6.1.1 and 6.1.2; for addresses RFC 3986 appendix C.
"""

import re
from typing import Final

from bulletin_layout.issue.style import Kinsoku
from bulletin_layout.typeset.classes import (
    BEFORE_NUMBER,
    DASH,
    DOT,
    DOTS,
    IDEOGRAPHIC_SPACE,
    LATIN,
    NEVER_FIRST,
    NEVER_LAST,
    NEWLINE,
    WIDE,
)

#: The cost that means: no line may break here.
NEVER: Final = -1.0
#: Between a number and 年 月 日 版 …, and after 第: allowed, but avoided. Costs are those of ``adjust``.
_NUMBER_AND_UNIT: Final = 12.0
#: After the hyphen of a compound (well-known) or a comma without a space; before a capital inside a word (MobileNet).
_IN_COMPOUND: Final = 12.0
_AT_CAPITAL: Final = 24.0
#: In an address: after // and /; before its other signs.
_AFTER_SLASH: Final = 12.0
_BEFORE_SIGN: Final = 16.0
#: At a hyphenation point (连字).
HYPHEN: Final = 30.0
#: Inside a name in running text: dearer than gaps that do not show, cheaper than one line whose gaps do.
IN_NAME: Final = 220.0

_SIGNS: Final = "－＋−"
UNITS: Final = frozenset("年月日时分秒版期号届次岁元万亿")
_IN_WORD: Final = re.compile(
    r"(?<=[^\W\d_][^\W_]-)(?=[^\W\d_]{2})|(?<=[A-Za-z)][,;])(?=[A-Za-z(])"
    r"|(?P<capital>(?<=[a-z]{2})(?=[A-Z][a-z]))"
)
#: The mark between syllables of Tibetan (音节点); lines break after it (UAX #14, class BA).
_SYLLABLE_END: Final = "\u0f0b"
_ONE_UNIT: Final = re.compile(
    "(?:[fpnuµmcdhkMGT]?(?:g|m|L|l|B|W|V|A|Hz|s|Pa|J|N|K|mol|eV|bp|Da)|min|h|t|d|ha|rpm|°C)[²³23]?"
)
#: Breaks in an address: after slashes, before a sign that begins a part, and beside Han (here: all beyond Latin-1).
_IN_ADDRESS: Final = (
    r"(?P<slash>(?<=[/\\])(?![/\\]))|(?<![/\\.?#&@=-])(?=[.?#&@=-])|(?<=[^\x00-\xff])(?=\w)|(?<![(\[])(?=[^\x00-\xff])"
)


def penalty(level: Kinsoku, left: int, last: str, right: int, first: str, spaced: bool) -> float:
    """The cost of a break between two boxes, NEVER where it is forbidden.

    ``left``, ``right``: kinds of the boxes (see ``classes``); ``last``: last character of the left box; ``first``:
    first character of the right one; ``spaced``: there is a word space between them.
    """
    if right in (NEWLINE, IDEOGRAPHIC_SPACE):
        return NEVER
    if left == NEWLINE or level == "none":
        return NEVER if left == right == LATIN and not spaced else 0.0
    if right == DOT:
        first = DOTS[0]
    if last in NEVER_LAST[level] or (right == DASH and level == "strict"):
        return NEVER
    is_sign = right == LATIN and first in _SIGNS  # the － of －12 is part of its number, not a connector
    if right != DASH and first in NEVER_FIRST[level] and not is_sign:
        return NEVER
    if not spaced and _is_one_number(left, last, right, first):
        return NEVER
    return _NUMBER_AND_UNIT if (first in UNITS and last.isdigit()) or (last == "第" and first.isdigit()) else 0.0


def _is_one_number(left: int, last: str, right: int, first: str) -> bool:
    """Whether two boxes are parts of one word or number: a style that changes inside a word, １２, ＋3."""
    if left == right == LATIN:
        return True
    if last in BEFORE_NUMBER:
        return first.isdigit()
    return (
        left == right == WIDE and last.isalnum() and first.isalnum() and "０" <= last <= "ｚ" and "０" <= first <= "ｚ"
    )


def inner_breaks(word: str) -> list[tuple[int, float]]:
    """(Offset, cost) of the places in a Western word where a line may break without a hyphen."""
    if len(word) < 4:
        return []
    if _SYLLABLE_END in word:
        return [(at + 1, 0.0) for at, char in enumerate(word[:-1]) if char == _SYLLABLE_END]
    found = ((each.start(), each.lastgroup) for each in _IN_WORD.finditer(word))
    return [(at, _AT_CAPITAL if kind == "capital" else _IN_COMPOUND) for at, kind in found]


def address_breaks(address: str) -> list[tuple[int, float]]:
    """(Offset, cost) of the breaks in an address, with at least two characters on either side (RFC 3986 appendix C)."""
    found = ((each.start(), each.lastgroup) for each in re.compile(_IN_ADDRESS).finditer(address, 2))
    return [(at, _AFTER_SLASH if kind == "slash" else _BEFORE_SIGN) for at, kind in found if at <= len(address) - 2]


def is_unit(word: str) -> bool:
    """Whether a Western word is a unit (kg, mL, min, mg/L, kg/m²), which stays with the number before it."""
    units = word.rstrip(".,;:)]").replace("μ", "µ").replace("·", "/").split("/")  # Latin-1: cheap to compile
    return all(map(_ONE_UNIT.fullmatch, units))
