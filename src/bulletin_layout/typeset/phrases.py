"""The adapter for BudouX: how good a place for a head's break (断句处) each joint between two characters is."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from bulletin_layout.fonts import FontBook
from bulletin_layout.typeset.classes import may_break

#: A joint at least this strong stands between two phrases; a weaker one may stand inside a word.
PHRASE: Final = 0.25
#: Kinsoku forbids a break here (避头尾).
FORBIDDEN: Final = -1.0

_NOTE: Final = "phraser"
_WIDE_SPACE: Final = "\u3000"
_AFTER_SPACE: Final = 1.0
_AFTER_POINT: Final = 0.9
_BEFORE_DASH: Final = 0.85
_AT_BRACKET: Final = 0.75
_AT_TERM: Final = 0.35
_AT_LATIN: Final = 0.3
#: What is left of a joint's strength inside a number, a name or a short quotation: never enough for a phrase.
_INSIDE: Final = 0.2
#: What a word that opens the second half of a head (暨, 并, 赴) adds to the joint before it.
_AT_TURN: Final = 0.4
_MOST_AT_TURN: Final = 0.85
#: BudouX's score that counts as certain, and the strength that it gives then.
_CERTAIN: Final = 3000.0
_MOST_BY_MODEL: Final = 0.6

_TURNS: Final = "暨并赴"
#: One-character words that lean on what follows: no break after them.
_PROCLITICS: Final = "暨与和及并赴在为对从向于把被将由以到我本该各全每首副新第再不一二三四五六七八九十"
#: One-character words that lean on what stands before: no break before them.
_ENCLITICS: Final = "的了着过们之等院会部处科组班室所站社局厅市省区县校系长员者度化性学型力界奖课式"
_OPENERS: Final = "“‘《〈（「『【〔"
_CLOSERS: Final = "”’》〉）」』】〕"
_POINTS: Final = "，、；：。！？"
_LONGEST_QUOTED: Final = 10

#: Common words of an institute's paper that the model divides.
_WORDS: Final = """
习近平 新时代 学思想 强党性 重实践 建新功 党建 党课 党委 党支部 党总支 党小组 党员 团委 工会 支部 纪委 政协
国务院 科技部 教育部 卫健委 发改委 科委 科学院 工程院 研究院 研究所 实验室 科创 科研 科技 科普 学术 院士 研究生
博士后 大学生 科学家 工程师 志愿者 负责人 带头人 读书班 研习社 座谈会 研讨会 培训会 推进会 动员会 交流会 总结会
报告会 分享会 表彰会 运动会 年会 例会 退休 职工 集体 业务 融合 政策 落地 落实 揭牌 签约 签署 开幕 闭幕 启动 举行
举办 召开 组织 开展 贯彻 学习 访谈 人工智能 经验 创新 思维 激发 初心 使命 进展 大数据 高质量 年度 季度 周年 征文
"""
_TERMS: Final = tuple(_WORDS.split())

_UNIT: Final = "年度|周年|等奖|季度|[年月日时分秒周届次期个名位项篇场家所件例岁元万亿倍版卷章层米克吨天人种批]"
#: What stays whole: numbers with their units, Latin words, transliterated names.
_WHOLE: Final = re.compile(
    rf"第?[0-9][0-9.,:：～—–-]*[%％‰℃°+]?[多余]?[百千万亿]*(?:{_UNIT})?"
    rf"|第?[一二三四五六七八九十百千万两]+(?:{_UNIT})?"
    r"|[A-Za-z0-9][A-Za-z0-9.&'’+/_-]*"
    r"|(?:[A-Za-z]+|[\u4e00-\u9fff]{1,2})·[\u4e00-\u9fff]{1,3}"
)


class Phraser:
    """BudouX's model for simplified Chinese, read when it is first asked; keep one for all heads of an issue.

    The file ships inside the package: nothing is fetched. Importing costs about 5 ms, reading the model 1 to 2.
    """

    __slots__ = ("_base", "_model")

    def __init__(self) -> None:
        self._model: dict[str, dict[str, int]] = {}
        self._base = 0.0

    def score(self, text: str, at: int) -> float:
        """How sure the model is that a word begins at ``at``: above 0 it is, and ``parse`` would divide there."""
        if not self._model:
            from budoux import load_default_simplified_chinese_parser

            self._model = load_default_simplified_chinese_parser().model
            self._base = -0.5 * sum(sum(group.values()) for group in self._model.values())
        total = self._base
        for name, offset, length in _FEATURES:
            start = at + offset
            if start >= 0 and start + length <= len(text):
                total += self._model.get(name, {}).get(text[start : start + length], 0)
        return total


#: BudouX's features: one, two and three characters around the joint, by offset from it.
_FEATURES: Final = (
    *((f"UW{k}", k - 4, 1) for k in range(1, 7)),
    *((f"BW{k}", k - 3, 2) for k in range(1, 4)),
    *((f"TW{k}", k - 4, 3) for k in range(1, 5)),
)


def phraser_of(book: FontBook) -> Phraser:
    """The phraser that lies with a book of fonts, and so lives as long as an issue is being set."""
    found = book.notes.get(_NOTE)
    if not isinstance(found, Phraser):
        found = book.notes[_NOTE] = Phraser()
    return found


def joints(text: str, phraser: Phraser | None = None) -> tuple[float, ...]:
    """How good a break before each character of a head would be.

    One entry a character: ``FORBIDDEN`` where kinsoku bars it (and before the first), 0 inside a phrase, ``PHRASE``
    or more between phrases, up to 1 after a wide space. Whole stay: Latin words, numbers with their units, 《…》 and
    “…” of up to 10 characters: newspapers' practice, which no standard says.
    """
    phraser = phraser or Phraser()
    scores = [phraser.score(text, at) for at in range(len(text))]
    strengths = [
        _strength(text, at, scores) if at and text[at] != " " and may_break(text, at) else FORBIDDEN
        for at in range(len(text))
    ]
    terms, whole = _occurrences(text, _TERMS), _whole(text)
    for edge in (*(start for start, _ in whole), *(edge for term in terms for edge in term)):
        if 0 < edge < len(text) and strengths[edge] >= 0 and not _leans(text, edge):
            strengths[edge] = max(strengths[edge], _AT_TERM)
    for start, end in (*terms, *whole):
        for at in range(start + 1, min(end, len(text))):
            strengths[at] *= _INSIDE if strengths[at] > 0 else 1.0
    return tuple(strengths)


def _strength(text: str, at: int, scores: Sequence[float]) -> float:
    marked = _beside_mark(text[at - 1], text[at])
    if marked is not None:
        return marked
    if text[at - 1] == " " or _is_latin(text[at - 1]) != _is_latin(text[at]):
        return 0.0 if _leans(text, at) else _AT_LATIN
    return _by_model(text, at, scores)


def _beside_mark(before: str, after: str) -> float | None:
    """The strength of a joint beside a mark or a wide space; None if there is none that decides it."""
    if _WIDE_SPACE in (before, after):
        return _AFTER_SPACE if before == _WIDE_SPACE != after else 0.0
    if before in _POINTS:
        return _AFTER_POINT
    if after == "—":
        return _BEFORE_DASH
    if before in "—·" or (before in _CLOSERS and after in "的了们"):
        return 0.0
    return _AT_BRACKET if after in _OPENERS or before in _CLOSERS else None


def _by_model(text: str, at: int, scores: Sequence[float]) -> float:
    """The model's word, less what it does not know: one-character words lean on their neighbours."""
    if scores[at] <= 0 or _stands_alone(text[at - 1], _PROCLITICS, scores, at - 1):
        return 0.0
    if _stands_alone(text[at], _ENCLITICS, scores, at):
        return 0.0
    strength = scores[at] / _CERTAIN
    return min(_MOST_AT_TURN, strength + _AT_TURN) if text[at] in _TURNS else min(_MOST_BY_MODEL, strength)


def _leans(text: str, at: int) -> bool:
    return text[at - 1] in _PROCLITICS + "—·" or text[at] in _ENCLITICS + _WIDE_SPACE


def _stands_alone(char: str, words: str, scores: Sequence[float], at: int) -> bool:
    """Whether text[at] is one of these one-character words, by the model's joints on both of its sides."""
    return char in words and (at == 0 or scores[at] > 0) and (at + 1 == len(scores) or scores[at + 1] > 0)


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _occurrences(text: str, words: Iterable[str]) -> list[tuple[int, int]]:
    found = []
    for word in words:
        at = text.find(word) if word else -1
        while at >= 0:
            found.append((at, at + len(word)))
            at = text.find(word, at + 1)
    return found


def _whole(text: str) -> list[tuple[int, int]]:
    spans = [found.span() for found in _WHOLE.finditer(text)]
    for start, char in enumerate(text):
        if char in _OPENERS:
            end = text.find(_CLOSERS[_OPENERS.index(char)], start)
            if 0 < end <= start + _LONGEST_QUOTED + 1:
                spans.append((start, end + 1))
    return spans
