"""Where emphasis may open and close (强调标记的左右): the flanking rules of CommonMark 6.2, adapted to Chinese.

Chinese punctuation counts as letters beside ``*`` and ``__``, so that ``**“引语”**后文`` and ``要__抓紧__，`` are
bold. Signs typed for other purposes are not emphasis: ``2*3*4``, ``2**10``, ``138****5678``, ``____年``,
``单位_姓名``.
"""

import unicodedata
from typing import Final

#: Marks that nothing emphasized begins with: 张**，李** are names with characters left out.
_NEVER_FIRST: Final = "，。、；：！？）》〉」』】〕"
#: What stands after a blank to fill in (``__年__月``), where it is no emphasis.
BLANK_UNITS: Final = "年月日时分秒"
#: Longest run of a marker that has a meaning in Markdown.
_MOST: Final = 3


def flanks(marker: str, count: int, before: str, after: str) -> tuple[bool, bool]:
    """Whether a run of ``count`` markers may open emphasis, and whether it may close it. ``before`` and ``after``: the
    adjacent characters, a space at the ends of the text."""
    if count > _MOST:
        return False, False
    left = (
        not after.isspace()
        and after not in _NEVER_FIRST
        and (not _is_sign(after) or before.isspace() or _is_sign(before) or _is_han(before))
    )
    right = not before.isspace() and (not _is_sign(before) or after.isspace() or _is_sign(after) or _is_han(after))
    if marker == "*" and count == 1 and (_in_word(before) or before in ")]") and (_in_word(after) or after in "(["):
        return False, False  # 3*(4+5)*2
    if marker == "*" and _in_word(before) and _in_word(after):
        return left and not before.isdigit() and not after.isdigit(), right
    if marker == "*":
        return left, right
    if count == 2 and (_is_han(before) or _is_han(after)):
        return left, right
    return left and (not right or _is_punctuation(before)), right and (not left or _is_punctuation(after))


def _in_word(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _is_han(char: str) -> bool:
    """Whether a character is Han or Chinese punctuation: full-width, or one of the marks that both scripts share."""
    return unicodedata.east_asian_width(char) in "WF" or char in "“”‘’—…·"


def _is_punctuation(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS"


def _is_sign(char: str) -> bool:
    return not _is_han(char) and _is_punctuation(char)
