"""Rules of spaces and characters (字符与空格): what stands between characters, and characters that look like others."""

import re
import unicodedata
from typing import Final

from bulletin_layout.proofreading.apart import parts_words
from bulletin_layout.proofreading.copy import ANY_COMPATIBLE, ANY_HAN, ANY_PRIVATE, SPACED, is_han
from bulletin_layout.proofreading.persons import SURNAMES
from bulletin_layout.proofreading.rule import HAN, Form, Rule, beside
from bulletin_layout.proofreading.traditional import SIMPLIFIED

#: Ideographs of the compatibility block that are Han in their own right.
_UNIFIED: Final = "﨎﨏﨑﨓﨔﨟﨡﨣﨤﨧﨨﨩"
#: Traditional characters that stand in no name.
_COMMON: Final = frozenset("沒隨為與這說們個來時過後會對從麼讓應該還進業務員動問題發開間裡當點種無")
#: Ends of posts, and of what people belong to.
_BEFORE_NAMES: Final = frozenset("长書书记授师員员任士理生席问手者家院处部室站所科校班队组名讯")
_CLOSING: Final = "，。、；：！？”’）》】"
#: Spaces that are no ordinary ones, and invisible characters.
_ODD: Final = (
    "\t\u00a0\u00ad\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200e\u200f"
    "\u202f\u205f\u2060\ufeff"
)
#: Characters that steer a line, and are never seen: bidi controls, separators of lines and paragraphs.
_CONTROLS: Final = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029"
_CN_DIGITS: Final = "一二三四五六七八九"
#: Letters of other scripts that look like Latin ones.
_ALIKE: Final = str.maketrans("АВЕКМНОРСТХаеорсухіІΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEKMHOPCTXaeopcyxiIABEZHIKMNOPTYXo")
_OTHERS: Final = "".join(map(chr, _ALIKE))
_LETTERS: Final = frozenset(chr(code) for first in "Ａａ" for code in range(ord(first), ord(first) + 26))
#: Verbs behind a name.
_DOES: Final = "主持|表示|指出|强调|介绍|说|认为|出席|参加|带队|作报告|致辞|讲话|主讲"


def _narrow(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", match[0])


def _ordinary(match: re.Match[str]) -> str | None:
    return None if match[0] in _UNIFIED else unicodedata.normalize("NFKC", match[0])


def _simplified(match: re.Match[str]) -> str | None:
    """None for a character of somebody's name (沈林園), which is written as it is registered."""
    text, at = match.string, match.start()
    if len(match[0]) == 1 and match[0] not in _COMMON and any(_is_surname(text, at - size) for size in (1, 2)):
        return None
    return match[0].translate(SIMPLIFIED)


def _is_surname(text: str, at: int) -> bool:
    """Whether a name may begin at a character: with a surname, behind a mark or a title."""
    return at >= 0 and text[at] in SURNAMES and (not is_han(text[at - 1]) or at == 0 or text[at - 1] in _BEFORE_NAMES)


def _alike(match: re.Match[str]) -> str | None:
    """None for letters that look like no Latin ones: a Greek letter may stand beside Latin (αPCR)."""
    latin = match[0].translate(_ALIKE)
    return latin if latin.isascii() else None


def _digits(match: re.Match[str]) -> str:
    return match[0].translate(str.maketrans("OoоОlІ", "000011"))


def _between_han(match: re.Match[str]) -> str | None:
    before, after = match.string[match.start() - 1], match.string[match.end()]
    return "" if is_han(before) and is_han(after) and not parts_words(match) else None


def _to_nothing(match: re.Match[str]) -> str | None:
    return None if parts_words(match) else ""


def _to_space(match: re.Match[str]) -> str:
    return " " if parts_words(match) else ""


_SPACES: Final = (
    Rule(
        "space_han",
        f"{ANY_HAN} ",
        (Form(rf" (?<={HAN} ) *+(?={HAN})(?!摄|文/|图/|供图|供稿)", _between_han),),
        SPACED,
        safe=True,
    ),
    Rule(
        "space_mark",
        f"{beside(' ', _CLOSING)}|{beside('，。、；：！？”）》“《（', ' ')}",
        (
            Form(
                rf" (?:(?<={HAN} ) *+(?=[{_CLOSING}])|(?<=[，。、；：！？”）》“《（] ) *+(?={HAN}))",
                _to_nothing,
            ),
        ),
        SPACED,
        safe=True,
    ),
    Rule(
        "space_odd",
        frozenset(_ODD),
        (
            Form(rf"(?<={HAN}|[，。、；：“”（）《》])[{_ODD}]+", _to_space),
            Form(rf"(?<![{_ODD}])[{_ODD}]+(?={HAN}|[，。、；：“”（）《》])", _to_space),
        ),
        frozenset(("kicker", "headline", "deck", "sign", "verse", "table")),
        safe=True,
    ),
    Rule(
        "indent_typed",
        "\n\u3000|\n ",
        (Form(r"^[ \u3000]+(?=\S)", ""),),
        frozenset((*SPACED, "aside", "pull")),
        safe=True,
    ),
    Rule("control_char", frozenset(_CONTROLS), (Form(f"[{_CONTROLS}]+", ""),), safe=True),
    Rule(
        "name_space",
        f"{ANY_HAN}\u3000{ANY_HAN}",
        (Form(rf"\u3000(?<={HAN}.)(?<!\u3000{HAN}.)(?={HAN}(?:{_DOES}))", ""),),
        SPACED,
    ),
)
_WIDTHS: Final = (
    Rule("full_digit", frozenset("０１２３４５６７８９"), (Form("[０-９]+", _narrow),), safe=True),
    Rule("full_latin", _LETTERS, (Form("[Ａ-Ｚａ-ｚ]+", _narrow),), safe=True),
)
_FOREIGN: Final = (
    Rule("compat_char", ANY_COMPATIBLE, (Form("[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06]", _ordinary),), safe=True),
    Rule(
        "trad_char",
        frozenset(map(chr, SIMPLIFIED)),
        (Form(f"[{''.join(map(chr, SIMPLIFIED))}]+", _simplified),),
        frozenset(("roster", "byline")),
    ),
    Rule(
        "pua_char",
        f"{ANY_PRIVATE}|\ufffd",
        (Form(r"[\ue000-\uf8ff\ufffd]"), Form(rf"□(?<={HAN}.)(?={HAN})", None, f"{ANY_HAN}□{ANY_HAN}")),
    ),
    Rule("mojibake", "锟|Ã|â€|鈥|烫烫烫|屯屯屯|ï»¿", (Form("锟斤拷|Ã[\u0080-\u00bf]|â€.?|鈥.|烫烫烫|屯屯屯|ï»¿"),)),
    Rule(
        "homoglyph",
        "",
        (
            Form(r"(?<![A-Za-z0-9.])\d{1,4}[OoоОlІ]\d{1,4}(?![A-Za-z0-9])", _digits, "0a0|0о|0О|0І"),
            Form(rf"(?<=[A-Za-z])[{_OTHERS}]+|[{_OTHERS}](?=[A-Za-z]{{2}})", _alike, "|".join(_OTHERS)),
        ),
    ),
    Rule(
        "circle_zero",
        beside(_CN_DIGITS, "○◯OＯ0零"),
        (
            Form(
                rf"(?<=[{_CN_DIGITS}])[○◯OＯ0零]{{1,2}}(?=[{_CN_DIGITS}]{{1,2}}[年届级])",
                lambda match: "〇" * len(match[0]),
            ),
            Form(rf"(?<=[{_CN_DIGITS}][○〇零0][{_CN_DIGITS}])[○◯OＯ0零](?=年)", "〇"),
        ),
        safe=True,
    ),
)


RULES: Final = (*_SPACES, *_WIDTHS, *_FOREIGN)
