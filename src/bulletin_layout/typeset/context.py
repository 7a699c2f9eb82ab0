"""Text → tokens: what quotes, dashes, points and signs are where they stand (上下文定类).

A token is a stretch of characters of one kind. A Han token holds many characters, each its own box; a Latin one
is a word with the signs that stay with it (``¥1,280.50``, ``±3``, ``25%``, ``km/h``, ``U.S.``).
"""

import re
from typing import Final, NamedTuple

from bulletin_layout.typeset.classes import (
    CONN,
    DASH,
    ELLIPSIS,
    HAN,
    LATIN,
    MULTI,
    NEWLINE,
    SLASH,
    SPACE,
    WIDE,
    is_chinese,
    kind_of,
)


class Token(NamedTuple):
    """text[start:end] and its kind."""

    kind: int
    start: int
    end: int


_HAN: Final = (
    "\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303b\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f"
    "\u31a0-\u31bf\u31f0-\u31ff\u2e80-\u2fdf\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff"
    "\U0001b000-\U0001b16f\U00020000-\U0003ffff"
)
_MARKS: Final = "“‘（《〈「『【〔〖［｛〘〚”’）》〉」』】〕〗］｝〙〛。．！？，、；：·・･"
#: Everything that is set alone: marks, wide symbols, spaces. The rest joins into Western words.
_ALONE: Final = (
    _HAN + _MARKS + "…⋯—⸺–～〜－‼⁇⁈⁉\\s\u2100-\u214f\u2160-\u24ff\u2500-\u27bf\u2900-\u29ff\u2b00-\u2bff"
    "\u3000-\u33ff\ufe10-\ufe1f\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\U0001f000-\U0001faff"
)
_BESIDE: Final = _HAN + "“‘（《”’）》。，、；："  # what makes - and / a Chinese 短横线 or 分隔号
_TOKEN: Final = re.compile(
    f"([{_HAN}]+)"
    f"|((?:[^{_ALONE}/-]|(?<![{_BESIDE}])/(?![{_BESIDE}])|(?<![{_BESIDE}])-(?![{_BESIDE}])|-(?=[0-9])"
    f"|(?<=[A-Za-z])’(?=[A-Za-z])|\u00a0)+)"
    "|([！？]{2,})"
    "|(—{2,}|⸺+)"
    "|([…⋯]+)"
    "|([ \\t]+)"
    "|([０-９Ａ-Ｚａ-ｚ]+)"
    "|(.|\\s)"
)
_KIND_OF_GROUP: Final = (HAN, LATIN, MULTI, DASH, ELLIPSIS, SPACE, WIDE)
_HAN_GROUP, _OTHER_GROUP = 1, 8
_ASCII_CONNECTORS: Final = {"-": CONN, "/": SLASH}
_LETTER: Final = re.compile(r"[A-Za-z0-9\u00c0-\u024f\u0370-\u04ff]")
_QUOTES: Final = re.compile("[“”‘’]")
_RATIO: Final = re.compile("(?<=[0-9])：(?=[0-9])")


def tokens(text: str) -> list[Token]:
    """Cut a paragraph's text into tokens; they cover it without a rest."""
    western = _western_quotes(text)
    found = []
    for match in _TOKEN.finditer(text):
        group = match.lastindex or _OTHER_GROUP
        start = match.start()
        if group != _OTHER_GROUP:
            found.append(Token(_KIND_OF_GROUP[group - 1], start, match.end()))
            continue
        char = match[0]
        if start in western:
            kind = LATIN
        elif char == "：" and _RATIO.match(text, start):
            kind = WIDE  # 比分 3：2 keeps its full width
        else:
            kind = _ASCII_CONNECTORS.get(char) or kind_of(char)
        found.append(Token(NEWLINE if kind == SPACE and char == "\n" else kind, start, match.end()))
    return found


def _western_quotes(text: str) -> frozenset[int]:
    """Offsets of “ ” ‘ ’ that are Western: nothing Chinese inside the pair nor at either side of it (§2.1)."""
    if not _QUOTES.search(text) or not _LETTER.search(text):
        return frozenset()
    western: list[int] = []
    waiting: dict[str, list[int]] = {"”": [], "’": []}
    for match in _QUOTES.finditer(text):
        at, char = match.start(), match[0]
        if char in "“‘":
            waiting["”" if char == "“" else "’"].append(at)
        elif char == "’" and _is_apostrophe(text, at):
            continue  # part of its word
        elif waiting[char]:
            opening = waiting[char].pop()
            if _is_western(text, opening, at):
                western += (opening, at)
        elif _is_western(text, at, at):
            western.append(at)
    for unclosed in (*waiting["”"], *waiting["’"]):
        if _is_western(text, unclosed, unclosed):
            western.append(unclosed)
    return frozenset(western)


def _is_apostrophe(text: str, at: int) -> bool:
    return bool(re.fullmatch("[A-Za-z]’[A-Za-z]", text[max(at - 1, 0) : at + 2]))


def _is_western(text: str, first: int, last: int) -> bool:
    around = text[max(first - 1, 0) : first] + text[first + 1 : last] + text[last + 1 : last + 2]
    return not any(map(is_chinese, around)) and (first != last or bool(_LETTER.search(around)))
