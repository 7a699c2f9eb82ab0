"""Markup left over in a text (残留标记): signs of other markup, which would be printed as typed.

The search runs on a *view* of the text in which everything already read as a mark, and everything escaped by a
backslash or an entity, is replaced by ``READ``; indices thus stay those of the text. Signs that editors type for other
reasons are not reported: 〈通知〉, a<b, 5*3, a_b, $5到$10, #话题#, C:\\new.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice
from typing import Final

from bulletin_layout.reading.story.flanking import BLANK_UNITS
from bulletin_layout.reading.story.literals import literals_in
from bulletin_layout.reading.story.tags import TAG
from bulletin_layout.values import NamedTuple

#: A noncharacter, like ``remarks.HIDDEN``.
READ: Final = "\ufdd1"
#: Most leftovers reported for one text.
_MOST: Final = 20

_HAN: Final = "\u3400-\u9fff"
_WIDE_MARKS: Final = "“”‘’（）《》〈〉「」『』【】〔〕，。、；：！？…—·～"
#: Entities recognized without their semicolon; any other could be part of the text (AT&T, R&D).
_ENTITIES: Final = (
    "nbsp|ensp|emsp|thinsp|lt|gt|amp|quot|apos|mdash|ndash|hellip|middot|bull|[lr][ds]quo|[lr]aquo|copy|reg|trade|times"
    "|divide|deg|plusmn|yen"
)
_WEB: Final = r"https?:|www\.|mailto:"
#: HTML elements that occur in pasted text; any other name between < and > is text (x<y>z).
_ELEMENTS: Final = frozenset(re.findall(r"\w+", """
    a abbr article b big blockquote body br button center cite code col dd del details dfn div dl dt em embed figure
    figcaption font footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label li link main mark
    meta nav nobr ol p pre q rp rt ruby s samp script section small source span strike strong style sub summary sup svg
    table tbody td tfoot th thead title tr tt u ul var video wbr
"""))  # fmt: skip
#: The patterns below are tried only where one of these signs occurs.
_SIGN: Final = re.compile(r"[*_~=`<＜〈＊\[\]&＆\\$^{]|-->|－－＞")
_REMARK: Final = r"[<＜〈][!！](?:--|——?|－－|—-|-—)"
_WIDE_TAG: Final = r"[＜〈]/?(?i:br|hr|su[bp]|strong|em|span|font|div|center|img)\ ?/?[＞〉]"
_ENTITY: Final = (
    rf"[&＆]{READ}*(?:(?:{_ENTITIES})(?![0-9A-Za-z=]);? | [a-z][A-Za-z0-9]+; | \#(?:[xX][0-9A-Fa-f]+|[0-9]+);?)"
)
#: What is tried where a sign stands, by its first character; each is compiled when a text first has its sign.
_AT_SIGN: Final = {
    "*": r"(?<!\*)(?: (?<![0-9A-Za-z])\*{2,3} | \*{2,3}(?![0-9A-Za-z*]) )(?!\*)",
    "_": r"(?<!_)(?: (?<![0-9A-Za-z])__ | __(?![0-9A-Za-z_]) )"
    rf"(?!_ | [ ]?[{BLANK_UNITS}][ ]?_"
    rf"| (?<=[{BLANK_UNITS}]__)[{BLANK_UNITS}] | (?<=[{BLANK_UNITS}][ ]__)[ ][{BLANK_UNITS}])",
    "~": r"(?<!~)~~(?=[^\s~])[^~\n]*(?<=\S)~~(?!~) | (?<=[A-Za-z)\]])~[0-9+\-−n]{1,3}~",
    "=": r"(?<![=0-9A-Za-z])==(?=[^\s=，。、；：！？）”])[^=\n]*(?<=\S)==(?!=)",
    "`": r"`{3,} | `[^`\n]+`",
    "<": rf"<[!?](?=[A-Za-z\[]) | {_REMARK}",
    "＜": f"{_REMARK} | {_WIDE_TAG}",
    "〈": f"{_REMARK} | {_WIDE_TAG}",
    "-": "-->",
    "－": "－－＞",
    "＊": r"＊＊[^\s＊][^＊\n]*＊＊",
    "]": rf"""\](?: \( | [ ]\((?={_WEB}) | （(?=\s*(?:{_WEB}|[\w./-]+\.(?:md|jpe?g|JPE?G|png|PNG|gif|tiff?|webp)\b)) )
        | \]:[ ]?(?=https?://|www\.)""",
    "[": r"\[\[[^\[\]\n]+\]\] | \[\^[^\]\s]{1,40}\]",
    "&": _ENTITY,
    "＆": _ENTITY,
    "\\": rf"(?<![A-Za-z0-9:./_\\-])\\[nrt](?![a-z0-9_]) | \\(?=[{_WIDE_MARKS}]) | \\(?=\n|\Z) | \\[A-Za-z]+\{{",
    "$": r"\$\$ | \$(?=[A-Za-z\\])(?:[^$\n]{0,60}[\\^_=+{}][^$\n]{0,60} | [A-Za-z])\$(?![0-9])",
    "^": rf"\^[0-9+\-−{_HAN}]{{1,8}}\^ | (?<=[0-9A-Za-z)\]])\^[0-9A-Za-z+\-−]{{1,4}}\^",
    "{": r"(?<!\])\{[.\#][A-Za-z][\w-]*\}",
}
_LINE_SIGN: Final = re.compile(r"^[ \t　]*[#＃=~:：\[|-]", re.MULTILINE)
#: Patterns for whole lines and for the beginnings of lines.
_LINES: Final = rf"""
    ^[ \t　]*(
      \#{{1,6}}[ \t] | \#{{2,6}}(?=[^\#\s]) | ＃{{2,6}} | ＃[ 　]
    | \#(?=[{_HAN}])[^\#\n。！？；]{{1,30}}$
    | ={{2,}}(?=[ \t]*$) | ~{{3,}}+(?=[ \t]*+\w*+[ \t]*$) | [:：]*：[:：][^\n]*
    | \[(?:toc|TOC)\](?=[ \t]*$) | \[[\ xX]\](?=\s)
    | \|[^\n]*\|(?=[ \t]*$) | :?-{{2,}}:?(?:[ \t]*\|[ \t]*:?-{{2,}}:?)+\|?(?=[ \t]*$)
    )"""
#: How far before ``](`` to search for its opening bracket, in characters.
_LABEL: Final = 200


class Leftover(NamedTuple):
    """A piece of leftover markup with its index in the text."""

    text: str
    at: int


def leftovers(view: str, *, has_emphasis: bool) -> list[Leftover]:
    """The leftover markup of a text, in order. ``has_emphasis``: some * were read as marks, so a remaining single one
    is suspicious; in a text without emphasis it is text (*注)."""
    lines = re.compile(_LINES, re.VERBOSE | re.MULTILINE).finditer(view) if _LINE_SIGN.search(view) else ()
    found = {line.start(1): line[1] for line in islice(lines, _MOST)}
    if _SIGN.search(view):
        found |= {one.at: one.text for one in islice(_within(view, has_emphasis=has_emphasis), _MOST)}
    return [Leftover(found[at].replace(READ, ""), at) for at in sorted(found)][:_MOST]


def _within(view: str, *, has_emphasis: bool) -> Iterator[Leftover]:
    literals = literals_in(view)
    starts = [start for start, _ in literals]
    first = done = 0  # start of the text, and end of the last match
    for sign in _SIGN.finditer(view):
        at = sign.start()
        literal = bisect_right(starts, at) - 1
        if at < done or (literal >= 0 and at < literals[literal][1]):
            continue
        # ``re`` caches the compiled patterns; most texts need only a few of them.
        found = re.compile(_AT_SIGN[sign[0][0]], re.VERBOSE).match(view, at) or _tag_at(view, at)
        if found is not None:
            done = found.end()
            start = _label(view, at, first) if found[0].startswith(("](", "] (", "]（")) else at
            first = done
            if start >= 0:
                yield Leftover(view[start:done], start)
        elif has_emphasis and sign[0] == "*" and _is_odd(view, at):
            yield Leftover("*", at)


def _tag_at(view: str, at: int) -> re.Match[str] | None:
    """An HTML tag, or something that can only be one: a closing tag, or one with a prefix (o:p) or attributes."""
    found = re.compile(TAG, re.ASCII | re.IGNORECASE).match(view, at) if view[at] == "<" else None
    if found is None:
        return None
    name = found[2].lower()
    return found if found[1] or name in _ELEMENTS or ":" in name or "-" in name or "=" in found[3] else None


def _label(view: str, end: int, first: int) -> int:
    """The index of the bracket that matches the one at ``end``, not before ``first``; -1 when it is escaped or
    missing."""
    first = max(first, end - _LABEL)
    start = view.rfind("[", first, end)
    if start < 0:
        return -1 if READ in view[first:end] else end
    return start - 1 if start > first and view[start - 1] == "!" else start


def _is_odd(view: str, at: int) -> bool:
    """Whether a * is single, and neither between spaces (3 * 4) nor within a word or number (2*3)."""
    beside = view[at - 1 : at] or " ", view[at + 1 : at + 2] or " "
    if "*" in beside or all(char.isspace() for char in beside):
        return False
    return not all(char.isascii() and char.isalnum() for char in beside)
