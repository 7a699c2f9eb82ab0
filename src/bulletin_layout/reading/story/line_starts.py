"""Where a line starts a paragraph without an empty line above it (行首), and where an empty line may be missing."""

import re
from html import unescape
from typing import Final

#: Number of characters that suffice to see how a line begins.
_HEAD: Final = 80
#: A line's head is looked at with one sign for all of a kind, which makes the pattern cheap to compile.
_SIGNS: Final = str.maketrans(
    dict.fromkeys("０１２３４５６７８９", "0")
    | dict.fromkeys("〇零一二三四五六七八九十百", "一")
    | dict.fromkeys("甲乙丙丁戊己庚辛壬癸", "甲")
    | dict.fromkeys("（〔【", "(")
    | dict.fromkeys("）〕】", ")")
    | {"．": "."}
)
#: A typed indent: an em or more of blanks other than ASCII spaces.
_INDENT: Final = re.compile("[\u3000\u2003]|[\u2002\u00a0]{2}")
_WIDE_INDENT: Final = re.compile("[\u3000\u2003]{2}")
#: Bold and other marks that may stand before a number: ``**（一）抓紧秋收。**``.
_MARKS: Final = r"(?:[*_]|<(?:b|strong|i|em|u)\b[^<>]*>)*+"
#: （一） (1) [1] · ① ⑴ ⒈ ㈠ ❶ · 1、 1. 1) 1． · 一、 A、 Ⅰ. · 第一条 第1章.
_NUMBER: Final = (
    rf"{_MARKS}(?:"
    r"\((?:[0-9一]{1,3}|[甲a-zA-Z])\)|\[[0-9]{1,3}\](?![({:\[])"
    "|[\u2460-\u249b\u24eb-\u24ff\u2776-\u2793\u3220-\u3229\u3251-\u325f\u3280-\u3289\u32b1-\u32bf]"
    r"|[0-9]{1,3}(?:[、)]|\.(?![0-9]))|[一Ⅰ-Ⅻ]{1,3}[、.]|[A-Z][、.]"
    r"|第[0-9一千]{1,6}(?:[条章节编篇]|部分))"
)
#: The final mark of a sentence or clause, and what may close after it; a half-width mark counts only after Han.
_LAST: Final = tuple("。！？；：")
_NARROW: Final = tuple(".!?;:")
_CLOSING: Final = "\"'”’」』）)》〉】〕"


def begins_indented(line: str) -> bool:
    """Whether a line begins with an indent of two em; used also for text that is read line by line."""
    return _WIDE_INDENT.match(_head(line)) is not None


def begins_paragraph(line: str) -> bool:
    """Whether a line begins like a paragraph: with a typed indent or a number. Entities count as their characters;
    ``line`` has no leading ASCII blanks."""
    head = _head(line)
    return _INDENT.match(head) is not None or re.match(_NUMBER, head.translate(_SIGNS)) is not None


def _head(line: str) -> str:
    head = line[:_HEAD]
    return unescape(head) if head.startswith("&") else head


def ends_sentence(text: str) -> bool:
    """Whether the text at the end of a line ends a sentence or clause."""
    end = text.rstrip(" \t").rstrip(_CLOSING)
    return end.endswith(_LAST) or (end.endswith(_NARROW) and "\u3400" <= end[-2:-1] <= "\u9fff")
