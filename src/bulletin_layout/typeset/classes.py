"""Character classes (字符类), and the characters that may not begin or end a line (避头尾).

GB/T 15834—2011 §5.1 decides for marks; CLREQ §6.1.1 and the Web Platform Tests for strict line breaking in Chinese
decide for the rest. For quotes, dashes and numbers the character alone is not enough: see ``context``.
"""

from typing import Final

from bulletin_layout.fonts import is_selector, shows_nothing
from bulletin_layout.issue.style import Kinsoku

#: Kinds of character. Plain integers, because they are compared millions of times in an issue.
HAN: Final = 0  #: Han, kana and other letters of one em that take a gap beside Latin (汉字)
OPEN: Final = 1  #: 开始标号: half a body at the right, a blank half at the left
CLOSE: Final = 2  #: 结束标号: half a body at the left, a blank half at the right
STOP: Final = 3  #: 句末点号
COMMA: Final = 4  #: 句内点号
MULTI: Final = 5  #: one of several ！？ that share a width (问叹叠用, GB 5.1.2)
DOT: Final = 6  #: 间隔号, half an em (GB 5.1.7)
CONN: Final = 7  #: 连接号: ～ and — one em, – and - half (GB 5.1.6)
SLASH: Final = 8  #: 分隔号, half an em (GB 5.1.9)
DASH: Final = 9  #: 破折号, two em (GB 5.1.4)
ELLIPSIS: Final = 10  #: 省略号, two em (GB 5.1.5)
LATIN: Final = 11  #: Western letters, digits and their signs (西文)
WIDE: Final = 12  #: symbols of one em without a gap beside Latin: ■ ① ℃ alone
IDEOGRAPHIC_SPACE: Final = 13  #: U+3000 (全角空格)
SPACE: Final = 14  #: a word space
NEWLINE: Final = 15  #: a forced line break
RATIO: Final = 16  #: ： between figures (12：30, 3：2): half an em, and one with its number (比号)
ADDRESS: Final = 17  #: a token that is an address (网址、邮箱、路径); its boxes are LATIN
BLANK: Final = 18  #: a space with a fixed width (U+2003 …) or one that forbids a break (U+00A0)
INVISIBLE: Final = 19  #: a character without a glyph, which may allow or forbid a break (U+200B, U+2060)
PLAIN: Final = 20  #: a token of Han and ordinary marks; each of its boxes has the kind of its character

#: Ordinary marks (常用标点): nearly all marks of a text.
ORDINARY: Final = frozenset((OPEN, CLOSE, STOP, COMMA))

OPENING: Final = "“‘（《〈「『【〔〖［｛〘〚"
CLOSING: Final = "”’）》〉」』】〕〗］｝〙〛"
STOPS: Final = "。．！？"
COMMAS: Final = "，、；："
DOTS: Final = "·・･"
#: Other dots that are used for · between Han (GB 5.1.7).
DOT_LIKE: Final = "•‧∙⋅"
ELLIPSES: Final = "…⋯"
#: Widths of the spaces of Unicode, em; 0: as wide as a word space. The narrow no-break space U+202F has ¼ em, as
#: between groups of three digits (GB/T 15835—2011 5.1.1).
BLANKS: Final[dict[str, float]] = {
    "\u2000": 0.5, "\u2001": 1.0, "\u2002": 0.5, "\u2003": 1.0, "\u2004": 1 / 3, "\u2005": 0.25, "\u2006": 1 / 6,
    "\u2007": 0.5, "\u2008": 0.25, "\u2009": 0.2, "\u200a": 0.1, "\u205f": 4 / 18, "\u202f": 0.25, "\u00a0": 0.0,
}  # fmt: skip
#: Spaces and joiners that forbid a line break.
BINDING: Final = "\u00a0\u2007\u202f\u2060"
#: Single characters of 1 em that already combine two of ！？.
DOUBLED: Final = "‼⁇⁈⁉"
#: 后置: what follows a number and stays with it.
AFTER_NUMBER: Final = "%％‰‱°℃℉′″‵¢￠﹪₫"
#: 前置: what stands before a number and stays with it.
BEFORE_NUMBER: Final = "¥￥$＄£￡€№+＋−±§"

_KINDS: Final[dict[str, int]] = (
    dict.fromkeys(OPENING, OPEN)
    | dict.fromkeys(CLOSING, CLOSE)
    | dict.fromkeys(STOPS, STOP)
    | dict.fromkeys(COMMAS, COMMA)
    | dict.fromkeys(DOTS, DOT)
    | dict.fromkeys("～〜－—–", CONN)
    | dict.fromkeys("／", SLASH)
    | dict.fromkeys("⸺", DASH)
    | dict.fromkeys(ELLIPSES, ELLIPSIS)
    | dict.fromkeys(DOUBLED, WIDE)
    | dict.fromkeys(BLANKS, BLANK)
    | dict.fromkeys("\u3099\u309a", LATIN)  # voicing marks of kana belong to the letter before them, like accents
    | {"\u3000": IDEOGRAPHIC_SPACE, "\n": NEWLINE, " ": SPACE, "\t": SPACE}
)

#: Ranges of code points (first, last) that are Han or set like Han: kana, Hangul, Yi (彝文).
_HAN_RANGES: Final = (
    (0x2E80, 0x2FDF), (0x3005, 0x3007), (0x3021, 0x3029), (0x3038, 0x303B), (0x3040, 0x30FF),
    (0x3100, 0x31BF), (0x31C0, 0x31EF), (0x31F0, 0x31FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF),
    (0xA000, 0xA4CF), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0x1B000, 0x1B16F), (0x20000, 0x3FFFF),
)  # fmt: skip
#: Ranges of symbols that are 1 em wide: enclosed figures, boxes, arrows, units, dingbats, emoji.
_WIDE_RANGES: Final = (
    (0x2100, 0x214F), (0x2160, 0x24FF), (0x2500, 0x27BF), (0x2900, 0x29FF), (0x2B00, 0x2BFF),
    (0x3000, 0x303F), (0x3200, 0x33FF), (0xFE10, 0xFE1F), (0xFE30, 0xFE6F), (0xFF01, 0xFF60),
    (0xFFE0, 0xFFE6), (0x1F000, 0x1FAFF),
)  # fmt: skip

_BASIC_FIRST: Final = frozenset(CLOSING + STOPS + COMMAS + ",.;:!?)]}")
_GB_FIRST: Final = _BASIC_FIRST | frozenset(
    DOTS + ELLIPSES + DOUBLED + AFTER_NUMBER + "™～〜－＋–—‐゠/／․‥︙\U00010af6々〻ゝゞヽヾ■□\u3000"
)
_BASIC_LAST: Final = frozenset(OPENING + "([{")
_GB_LAST: Final = _BASIC_LAST | frozenset("¥￥$＄£￡€№§/／")
_NOTHING: Final[frozenset[str]] = frozenset()

#: Never first on a line (避头), by level. ``strict`` adds —— (CLREQ); a single — is a connector.
NEVER_FIRST: Final[dict[Kinsoku, frozenset[str]]] = {
    "none": _NOTHING,
    "basic": _BASIC_FIRST,
    "gb": _GB_FIRST,
    "strict": _GB_FIRST | {"⸺"},
}
#: Never last on a line (避尾), by level.
NEVER_LAST: Final[dict[Kinsoku, frozenset[str]]] = {
    "none": _NOTHING,
    "basic": _BASIC_LAST,
    "gb": _GB_LAST,
    "strict": _GB_LAST,
}


def kind_of(char: str) -> int:
    """The kind of a character without its context; quotes “ ” ‘ ’ count as Chinese marks here."""
    if "\u4e00" <= char <= "\u9fff":
        return HAN
    known = _KINDS.get(char)
    if known is not None:
        return known
    if shows_nothing(char) and not is_selector(char):
        return INVISIBLE
    code = ord(char)
    for first, last in _HAN_RANGES:
        if first <= code <= last:
            return HAN
    for first, last in _WIDE_RANGES:
        if first <= code <= last:
            return WIDE
    return LATIN


def is_chinese(char: str) -> bool:
    """Whether a character proves that the text around it is Chinese: Han, or a mark that only Chinese uses."""
    return char not in "“”‘’—…·–" and kind_of(char) in _CHINESE


_CHINESE: Final = frozenset((HAN, OPEN, CLOSE, STOP, COMMA, CONN, SLASH, DASH, ELLIPSIS))


def is_dot(text: str, at: int) -> bool:
    """Whether text[at] is a dot that serves as · (间隔号) beside Han, as in 让•雅克, 乔‧B."""
    if text[at] not in DOT_LIKE:
        return False
    beside = text[at - 1 : at] + text[at + 1 : at + 2]
    if len(beside) < 2:
        return False
    han = [kind_of(char) == HAN for char in beside]
    return any(han) and all(char.isalpha() for char in beside)


def is_ratio(text: str, at: int) -> bool:
    """Whether text[at] is ： or ∶ between digits, as in 12：30, 3：2 (比号)."""
    return text[at] in "：∶" and text[max(at - 1, 0) : at].isdigit() and text[at + 1 : at + 2].isdigit()


def may_break(text: str, at: int, level: Kinsoku = "gb") -> bool:
    """Whether a line of plain text may break before ``text[at]`` (1 ≤ at < len), by kinsoku ``level``.

    It checks prohibitions at line start and end, pairs (——, ……), words and numbers (CLREQ 6.1.1, 6.1.2).
    """
    left, right = text[at - 1], text[at]
    if is_dot(text, at):
        right = DOTS[0]
    if right in NEVER_FIRST[level] or left in NEVER_LAST[level]:
        return _is_dash(text, at) and left not in NEVER_LAST[level] and level != "strict"
    if left == right and left in "—…⋯":
        return False
    if (kind_of(left) == LATIN and kind_of(right) == LATIN) or is_ratio(text, at) or is_ratio(text, at - 1):
        return False
    return not (left in BEFORE_NUMBER and right.isdigit())


def _is_dash(text: str, at: int) -> bool:
    """Whether a dash —— begins at ``at``, as opposed to its second half or a single —."""
    return text.startswith("——", at) and text[at - 1] != "—"


def takes_gap(char: str) -> bool:
    """Whether a Western character takes the Han–Latin gap beside Han (中西间距): letters, digits, # $ % & + −."""
    return (char.isalnum() and char not in _RAISED and not "０" <= char <= "ｚ") or char in "#$%&+－＋−"


#: Superscript and subscript characters: no Han–Latin gap separates them from their base (UTR #59, CLREQ 6.3.3).
_RAISED: Final = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉ªº")
