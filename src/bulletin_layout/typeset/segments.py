"""Divides a head into words (分词).

The words are those with the largest product of probabilities (unigram model, Viterbi algorithm): words of the
dictionary, names of persons, and unknown strings, which have low probabilities. Then single characters are joined to
the word to which they belong. Where that is not sure, no word begins: it is better to miss a good break than to divide
a word without a finding.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from math import inf
from typing import Final

from bulletin_layout.typeset.dictionary import Dictionary
from bulletin_layout.typeset.names import dotted_names, occurrences
from bulletin_layout.typeset.persons import SURNAMES, begins_with_office, foreign_at, is_han, persons_at
from bulletin_layout.values import NamedTuple

#: Logarithms of probabilities, on the scale of ``dictionary``: an unknown string of one, two or three Han; each
#: character of a number, Latin word, mark or kept name.
_UNKNOWN: Final = {1: -15.5, 2: -24.0, 3: -36.0}
_KNOWN: Final = -1.0
_WITH_WORDS: Final = -3.0  # added to an unknown string for each character that is a word by itself

_OPENERS: Final = "“‘《〈（「『【〔"
_CLOSERS: Final = "”’》〉）」』】〕"
_LONGEST_QUOTED: Final = 10
_NUMERAL: Final = "一二三四五六七八九十百千万亿两零〇"
_SOME: Final = "几数"
#: A head is searched with one sign for all of a kind, which makes the pattern cheap to compile.
_ALIKE: Final = str.maketrans(
    dict.fromkeys(_NUMERAL, "一")
    | dict.fromkeys("百千万亿", "万")
    | dict.fromkeys(_SOME, "几")
    | dict.fromkeys("多余", "多")
    | dict.fromkeys("％‰℃°", "%")
    | dict.fromkeys("：～—–", ":")
    | {"’": "'"}
)
#: Numbers with their units, and Latin words: never divided.
_WHOLE: Final = re.compile(
    r"(?P<sure>第?[0-9][0-9.,:-]*[%+]?多?万*|第[一万]+)|(?P<han>几?[一万]+多?|几多?)|[A-Za-z0-9][A-Za-z0-9.&'+/_-]*"
)
_LONG_UNITS: Final = (
    "左右 以上 以下 以内 年度 周年 等奖 季度 年代 年级 人次 世纪 平方米 公里 公斤 小时 分钟 个月 余件 余名 余人"
    " 余项 余个 余次 余年"
)
_SHORT_UNITS: Final = (
    "年月日时分秒周届次期个名位项篇场家所件例岁元万亿倍版卷章层米克吨天人种批条课号代辈段步点线类级轮堂站亩幅"
    "套款口户座支省市县校国封部句份间组枚头株台架成方"
)
_UNITS: Final = frozenset((*_LONG_UNITS.split(), *_SHORT_UNITS))
_LONGEST_UNIT: Final = 3
#: Words before a title of office that belong to it (党委书记, 常务副院长).
_BEFORE_OFFICES: Final = (
    "党委 纪委 团委 支部 党支部 总支 党总支 党组 党小组 工委 党工委 团支部 团总支 省委 市委 县委 区委 镇委 第一"
    " 常务 高级 特聘 首席 兼职 客座 名誉 执行"
)
_OF_OFFICE: Final = frozenset(_BEFORE_OFFICES.split())
#: Endings of the names of institutions (机构通名); the word before one belongs to the name.
_BODY_ENDS: Final = (
    "大学 学院 中心 学会 协会 学校 中学 小学 医院 研究院 研究所 公司 集团 银行 法院 检察院 出版社 杂志社 基金会"
    " 联合会 典礼 仪式"
)
_BODIES: Final = frozenset(_BODY_ENDS.split())
#: Possible endings of a title, a body, a workplace or a meeting: the word before one may belong to it, which makes the
#: joint doubtful.
_ENDS: Final = (
    "书记 主任 主席 委员 经理 总裁 主编 董事长 理事长 秘书长 会议 大会 委员会 办公室 实验室 研究室 教研室 试验站 实验站"
    " 观测站 监测站 工作站 支部 党支部 总支部 基地 专项 计划"
)
_MAY_END: Final = frozenset(
    (*_ENDS.split(), *(f"{head}长" for head in "院所处科室厅局部司站馆园场社会校市县区镇乡省州村组队团班"))
)
#: Characters that are words by themselves: function words that link phrases, and verbs that are common in heads.
_SMALL: Final = frozenset(
    "与和及并暨兼或而且赴在为对从向于把被将由以到至让使给比按因却则就也都又再更最很不未没已正仍还即便可能要想应须是有无上下"
    "谁何此这那其同"
)
_VERBS: Final = frozenset(
    "来去作获令请派率靠用凭爱访谈看听说讲写读做走迎送庆促助话问答论评忆寻探进出入起落变赠护保管教见抓建"
)
_WORDS: Final = _SMALL | _VERBS
#: Complements of direction and result after a verb of one character (走上, 写在).
_WHITHER: Final = frozenset("上下进出来去在到入成为给好完向回起开")
#: Characters that belong to the word after them, and those that belong to the word before them.
_PREFIXES: Final = frozenset("副总新老第全各本我该贵多高低大小好首超非准双半次亚类原前某每近逾约无可未反零微纳之女男")
_SUFFIXES: Final = frozenset(
    "的了着过们等院会部处科组班室所站社局厅市省区县镇乡村州校馆园团队库网台厂场店街路桥河江湖岛港城系长员者度化性学型力界奖"
    "课式展节月周年期届版册师生家族率量值额机器仪船药剂液膜品群类法论史志报刊案权赛杯区带楼厅里余半事中内外前后时间业单"
)


class Starts(NamedTuple):
    """Offsets (from 1) where a word surely begins, and where one may begin."""

    sure: frozenset[int]
    doubtful: frozenset[int]


def word_starts(text: str, dictionary: Dictionary, keep: Sequence[str] = ()) -> Starts:
    """Where the words of a head begin.

    No word begins inside a name, a title of office, a number with its unit, a Latin word, or a word of ``keep``; inside
    《…》 or “…” of up to 10 characters, beginnings are doubtful at most.
    """
    known = [*_wholes(text), *dotted_names(text)]
    kept = occurrences(text, keep)
    words = [text[a:b] for a, b in _parted(text, dictionary, dict((*known, *kept)))]
    sides = zip(accumulate(map(len, words)), ["", *words], words, words[1:], [*words[2:], ""], strict=False)
    joints = {at: _joint(*around) for at, *around in sides}
    sure, doubtful = ({at for at, joint in joints.items() if joint == kind} for kind in (_BETWEEN, _DOUBTFUL))
    before_names = sure.intersection(_before_names(words, dictionary))
    sure, doubtful = sure - before_names, doubtful | before_names
    inside, quoted = ({at for a, b in spans for at in range(a + 1, b)} for spans in (kept, _quoted(text)))
    return Starts(frozenset(sure - inside - quoted), frozenset((doubtful | (sure & quoted)) - inside))


def _wholes(text: str) -> Iterator[tuple[int, int]]:
    """Numbers, with the units after them, and Latin words. Han numerals without a unit are two or more, or end with 万
    or 亿, which are units themselves; 几 and 数 are numerals before a unit only."""
    for found in _WHOLE.finditer(text.translate(_ALIKE)):
        start, end = found.span()
        numerals = text[start:end] if found["han"] else ""
        unit = _unit_at(text, end) if numerals or found["sure"] else 0
        if unit:
            yield start, end + unit + text.startswith("半", end + unit)
            continue
        if numerals[:1] in _SOME and numerals[-1:] not in _UNITS:
            start += len(numerals[:1])
        if not numerals or end - start > 1:
            yield start, end


def _unit_at(text: str, at: int) -> int:
    """The length of the longest unit that begins at a place; 0: none does."""
    lengths = range(min(_LONGEST_UNIT, len(text) - at), 0, -1)
    return next((length for length in lengths if text[at : at + length] in _UNITS), 0)


def _quoted(text: str) -> Iterator[tuple[int, int]]:
    for start, char in enumerate(text):
        if char in _OPENERS:
            end = text.find(_CLOSERS[_OPENERS.index(char)], start)
            if 0 < end <= start + _LONGEST_QUOTED + 1:
                yield start, end + 1


def _before_names(words: Sequence[str], dictionary: Dictionary) -> Iterator[int]:
    """The places between a word of one character and what may be a name, or part of an unknown word (还|田腐熟剂)."""
    at = 0
    for left, right in pairwise(words):
        at += len(left)
        is_name = len(left) == 1 and is_han(left) and any(end == len(right) for end, _ in persons_at(right, 0))
        if is_name and all(end < len(right) for end, _ in dictionary.words_at(right, 0)):
            yield at


def _parted(text: str, dictionary: Dictionary, known: dict[int, int]) -> list[tuple[int, int]]:
    """(Start, end) of the most probable words of a text; ``known``: start → end of words that are certain."""
    best: list[tuple[float, int]] = [(0.0, 0), *[(-inf, 0)] * len(text)]
    for at in range(len(text)):
        for end, likely in _candidates(text, at, dictionary, known):
            if best[at][0] + likely > best[end][0]:
                best[end] = best[at][0] + likely, at
    cuts = [len(text)]
    while cuts[-1]:
        cuts.append(best[cuts[-1]][1])
    return list(pairwise(reversed(cuts)))


def _candidates(text: str, at: int, dictionary: Dictionary, known: dict[int, int]) -> Iterator[tuple[int, float]]:
    if at in known:
        yield known[at], _KNOWN * (known[at] - at)
    if not is_han(text[at]):
        yield at + 1, _KNOWN
        return
    yield from dictionary.words_at(text, at)
    yield from persons_at(text, at)
    yield from foreign_at(text, at)
    for length, likely in _UNKNOWN.items():
        string = text[at : at + length]
        if len(string) == length and all(map(is_han, string)):
            yield at + length, likely + _WITH_WORDS * sum(char in _WORDS for char in string)


#: Relations of two neighbouring words: separate; one may belong to the other; one belongs to the other.
_BETWEEN: Final = "between"
_DOUBTFUL: Final = "doubtful"
_INSIDE: Final = "inside"


def _joint(before: str, left: str, right: str, following: str) -> str:
    """How two neighbouring words are related; ``before``, ``following``: the words beside the two ("": none)."""
    if left[-1] in _CLOSERS and right in _SUFFIXES:
        return _INSIDE
    if not (left[-1].isalnum() and right[0].isalnum()):
        return _BETWEEN
    if _belongs(left, right, following):
        return _DOUBTFUL if left in _SMALL and right not in _WHITHER else _INSIDE
    word_before = before not in ("", *_SMALL) and (before[-1].isalnum() or before[-1] in _CLOSERS)
    belongs = left in _SUFFIXES and word_before
    lone = [_is_lone(left) and not belongs, _is_lone(right) and right not in _PREFIXES]
    if not any(lone):
        may = is_han(left[-1]) and left[-1] != right[0] and (right in _MAY_END if len(left) > 1 else left in SURNAMES)
        return _DOUBTFUL if may else _BETWEEN
    return _INSIDE if all(lone) else _DOUBTFUL


def _belongs(left: str, right: str, following: str) -> bool:
    """Whether one of two words is an affix of the other, or the first part of a title or an institution's name."""
    if right in _WHITHER and is_han(left[-1]) and (len(left) == 1 or left[-1] in _WORDS):
        return True
    if right == "来" and left[-1] in "年月日":
        return True
    if left in _PREFIXES or right in _SUFFIXES or (right in _PREFIXES and not following[:1].isalnum()):
        return True
    of_office = left in _OF_OFFICE and begins_with_office(right + following)
    return of_office or (len(left) > 1 and is_han(left[-1]) and right in _BODIES)


def _is_lone(word: str) -> bool:
    """Whether a word of the division is a single character that cannot be a word by itself."""
    return len(word) == 1 and is_han(word) and word not in _WORDS
