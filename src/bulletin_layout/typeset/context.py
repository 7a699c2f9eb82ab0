"""Cuts text into tokens, and decides from the context what quotes, dashes, points and signs are (上下文定类).

A token is a stretch of characters that are set together: Han with the ordinary marks between them, nearly all of a
text; or a word with the signs that stay with it (``¥1,280.50``, ``±3``, ``－12``, ``25%``, ``km/h``, ``U.S.``).
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from bulletin_layout.issue.addresses import addresses
from bulletin_layout.typeset.classes import (
    ADDRESS,
    CONN,
    DASH,
    DOT,
    ELLIPSIS,
    LATIN,
    MULTI,
    ORDINARY,
    PLAIN,
    RATIO,
    SLASH,
    SPACE,
    WIDE,
    is_chinese,
    is_dot,
    is_ratio,
    kind_of,
)
from bulletin_layout.values import NamedTuple


class CharToken(NamedTuple):
    """text[start:end] and its kind."""

    kind: int
    start: int
    end: int


#: What may be a digit, and some more: after anything else a ： is no ratio (12：30).
_DIGIT: Final = r"[\d\u00b2-\u00b9\u1369-\u1371\u19da\u2070-\u2089\u2460-\u24ff\u2776-\u2792\U00010000-\U0010ffff]"
# Sets of many characters or wide ranges compile slowly, so these are few and coarse. Rare Han become tokens of one
# character each, with the same result. A letter of a script that is not in the ranges becomes a word by itself; no line
# breaks beside it. A word includes joiners after letters of joining scripts, soft hyphens between letters, and
# variation selectors.
_TOKEN: Final = re.compile(
    "((?:[\u4e00-\u9fff，。、；．“”‘（）《》〈〉「」『』【】〔〕〖〗［］｛｝〘〙〚〛]++"
    f"|[！？](?![！？])|(?<!{_DIGIT})：|’(?![A-Za-z])|(?<![A-Za-z])’)++)"
    "|((?:(?<![0-9A-Za-z０-９Ａ-Ｚａ-ｚ%％℃）)])[－＋−](?=[0-9]))?(?:[!-~\u00a1-\u00ac\u00ae-\u00b6\u00b8-\u034e\u0350-\u061b\u061d-\u115e\u1161-\u1fff\u2030-\u203b\u2050-\u205e\u2070-\u20ff"
    "\ua4d0-\uabff\ufb00-\ufe0f\ufe70-\ufefc\U00010000-\U00016fff\U0001e000-\U0001efff\U000e0100-\U000e01ef]"
    "|(?<=[A-Za-z])’(?=[A-Za-z])|(?<=[A-Za-z\u00c0-\u04ff])\u00ad(?=[A-Za-z\u00c0-\u04ff])"
    "|(?<=[\u0530-\u1cff\ua840-\ua877\U00010800-\U00011fff\U0001e900-\U0001e95f])[\u200c\u200d])+)"
    "|([！？]{2,})"
    "|(—{2,}|⸺+)"
    "|([…⋯]+)"
    "|([ \\t]+)"
    "|([０-９Ａ-Ｚａ-ｚ]+)"
    "|(.|\\s)"
)
_KIND_OF_GROUP: Final = (PLAIN, LATIN, MULTI, DASH, ELLIPSIS, SPACE, WIDE)
_LATIN_GROUP, _OTHER_GROUP = 2, 8
_CONNECTORS: Final = {"-": CONN, "/": SLASH, "－": CONN}
#: － between two numbers with the same unit (5月－8月) is a connector, not a minus.
_RANGE: Final = re.compile(r"(?<=[0-9])(?P<unit>[^\W\d\x00-\u04ff])－[0-9.]+(?P=unit)")
_CHINESE_FROM: Final = "\u2018"  # the first code point of Chinese quotes; all other marks and Han are above it
#: Digits, and the letters of Latin, Greek and Cyrillic, with the signs between them.
_MAY_BE_LETTER: Final = re.compile("[0-\u052f]")
_QUOTES: Final = re.compile("[“”‘’]")
#: Of Han and ordinary marks: Han together, each mark alone.
_ONE_KIND: Final = re.compile(r"\w+|.")


def tokens(text: str) -> list[CharToken]:
    """The tokens of a paragraph's text, in order; together they cover all of it."""
    apart = [(at, at + 1, LATIN) for at in _western_quotes(text)]
    apart += [(start, end, ADDRESS) for start, end, _ in addresses(text)]
    if not apart:
        return _tokens(text, 0, len(text))
    found, at = list[CharToken](), 0
    for start, end, kind in sorted(apart):
        if start >= at:  # a quote inside an address is part of it
            found += _tokens(text, at, start)
            found.append(CharToken(kind, start, end))
            at = end
    found += _tokens(text, at, len(text))
    return found


def of_one_kind(text: str, whole: Iterable[CharToken]) -> Iterator[CharToken]:
    """The tokens, with those of Han and ordinary marks cut into stretches of Han and single marks."""
    for token in whole:
        if token.kind != PLAIN:
            yield token
            continue
        for match in _ONE_KIND.finditer(text, token.start, token.end):
            yield CharToken(kind_of(match[0][0]), match.start(), match.end())


def _tokens(text: str, begin: int, until: int) -> list[CharToken]:
    """The tokens of text[begin:until], in which no address stands and no Western quote."""
    found: list[CharToken] = []
    for match in _TOKEN.finditer(text, begin, until):
        group = match.lastindex or _OTHER_GROUP
        start, end = match.span()
        if group == _OTHER_GROUP:
            found.append(CharToken(_kind_alone(text, start), start, end))
        elif group == _LATIN_GROUP and (text[start] in _CONNECTORS or text[end - 1] in _CONNECTORS):
            found += _word(text, start, end)
        else:
            found.append(CharToken(_KIND_OF_GROUP[group - 1], start, end))
    return found


def _kind_alone(text: str, at: int) -> int:
    if is_ratio(text, at):
        return RATIO
    kind = DOT if is_dot(text, at) else kind_of(text[at])
    return PLAIN if kind in ORDINARY else kind


def _word(text: str, start: int, end: int) -> list[CharToken]:
    """A Western word that begins or ends with a connector: a - or / beside Han or a Chinese mark is a token of its own
    (短横线, 分隔号), unless it is the sign of a number, as in 为-5, 为－5."""
    head, tail = [], []
    first = text[start]
    is_minus = first in "-－" and text[start + 1 : start + 2].isdigit() and not _RANGE.match(text, start - 1)
    if first in _CONNECTORS and not is_minus and start and text[start - 1] >= _CHINESE_FROM:
        head = [CharToken(_CONNECTORS[first], start, start + 1)]
        start += 1
    if start < end and text[end - 1] in _CONNECTORS and text[end : end + 1] >= _CHINESE_FROM:
        tail = [CharToken(_CONNECTORS[text[end - 1]], end - 1, end)]
        end -= 1
    return [*head, *([CharToken(LATIN, start, end)] if start < end else []), *tail]


def _western_quotes(text: str) -> list[int]:
    """Offsets of the quotes “ ” ‘ ’ that are Western: pairs with nothing Chinese inside or directly beside them
    (UAX #14, LB19a)."""
    if not _QUOTES.search(text) or not _has_letter(text):
        return []
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
    return western


def _is_apostrophe(text: str, at: int) -> bool:
    return bool(re.fullmatch("[A-Za-z]’[A-Za-z]", text[max(at - 1, 0) : at + 2]))


def _is_western(text: str, first: int, last: int) -> bool:
    around = text[max(first - 1, 0) : first] + text[first + 1 : last] + text[last + 1 : last + 2]
    return not any(map(is_chinese, around)) and (first != last or _has_letter(around))


def _has_letter(text: str) -> bool:
    return any(found[0].isalnum() for found in _MAY_BE_LETTER.finditer(text))
