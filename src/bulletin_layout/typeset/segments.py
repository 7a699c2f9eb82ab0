"""Where words begin in a head (分词): the most probable words by their frequencies, and what no dictionary knows.

Words are those whose product of probabilities is the largest (unigram model, Viterbi). Beside the words of the
dictionary there may be names of persons and unknown strings, at a price. Then what stands alone is joined to what it
belongs to. Where nothing is sure, no word begins: rather a good break is missed than a word broken without being said.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import inf
from typing import Final

from bulletin_layout.typeset.dictionary import Dictionary
from bulletin_layout.typeset.names import FOREIGN, OFFICES, occurrences, persons_at

#: Logarithms of probabilities: a string of so many Han that is no word; a number, a Latin word, a mark, a kept name.
_UNKNOWN: Final = {1: -15.5, 2: -24.0, 3: -33.0}
_KNOWN: Final = -1.0

_OPENERS: Final = "“‘《〈（「『【〔"
_CLOSERS: Final = "”’》〉）」』】〕"
_LONGEST_QUOTED: Final = 10
_UNIT: Final = (
    "左右|以上|以下|以内|年度|周年|等奖|季度|年代|年级|人次|世纪|平方米|公里|公斤|小时|分钟|个月|余[件名人项个次年]"
    "|[年月日时分秒周届次期个名位项篇场家所件例岁元万亿倍版卷章层米克吨天人种批条课号代辈段步点线类级轮堂站亩幅套款口户座支省市县校国"
    "封部句份间组枚头株台架成方]"
)
_NUMERAL: Final = "一二三四五六七八九十百千万亿两零〇"
#: What stays whole: numbers with their units, Latin words.
_WHOLE: Final = re.compile(
    rf"第?[0-9][0-9.,:：～—–-]*[%％‰℃°+]?[多余]?[百千万亿]*(?:{_UNIT})?半?"
    rf"|(?:第|数|几|十几|数百)?[{_NUMERAL}]+[多余]?(?:{_UNIT})?半?"
    r"|[A-Za-z0-9][A-Za-z0-9.&'’+/_-]*"
)
#: What stands before a title of office and belongs to it (党委书记, 常务副院长).
_OF_OFFICE: Final = re.compile(
    "党委|纪委|团委|支部|党支部|总支|党总支|党组|党小组|工委|党工委|团支部|团总支|省委|市委|县委|区委|镇委|第一"
    "|常务|高级|特聘|首席|兼职|客座|名誉|执行"
)
#: What the names of institutions end with (机构通名); the word before it belongs to them.
_BODIES: Final = re.compile(
    "大学|学院|学会|协会|学校|中学|小学|医院|研究[院所]|公司|集团|银行|法院|检察院|出版社|杂志社|基金会|联合会|典礼|仪式"
)
#: Characters that are words of their own: small words, and verbs that heads begin and link phrases with.
_WORDS: Final = frozenset(
    "与和及并暨或而且赴在为对从向于把被将由以到至让使给比按因却则就也都又再更最很不未没已正仍还即便可能要想应须是有无来去上下作"
    "获令请派率靠用凭爱谁何此这那其等同访谈看听说讲写读做走迎送庆促助话问答论评忆寻探进出入起落变赠护保管教见"
)
#: Those that take where something goes to after them (走下, 写在).
_VERBS: Final = frozenset("看听说讲写读做走迎送论寻探进出起落变带拿跑飞跨迈登踏")
_WHITHER: Final = frozenset("上下进出来去在到入成为给好完")
#: Characters that belong to the word after them, and those that belong to the word before them.
_PREFIXES: Final = frozenset("副总新老第全各本我该贵多高低大小好首超非准双单半次亚类原前某每近逾约无可未反零微纳之")
_SUFFIXES: Final = frozenset(
    "的了着过们等院会部处科组班室所站社局厅市省区县镇乡村州校园馆团队库网点台厂场店街路桥河江山湖海岛港城系长员者度化性学型力界奖"
    "课式展节日周月年季期届版篇章册卷项条款件名位人师生士家工手户族率量值比数额线机器仪车船药剂液膜材品种株苗田地林草物体群类态"
    "法论观史志书报刊文稿集信图表谱案策权责风热赛杯营区带圈链楼屋房厅堂亭口岸里余半事中内外前后时间业单"
)


def word_starts(text: str, dictionary: Dictionary, keep: Sequence[str] = ()) -> frozenset[int]:
    """The places, from 1, where a word of the text begins. None is inside a name, a title of office, a number with its
    unit, a Latin word, 《…》 or “…” of up to 10 characters, or one of the words in ``keep``."""
    known = (*(found.span() for found in _WHOLE.finditer(text)), *(found.span() for found in FOREIGN.finditer(text)))
    whole = (*_quoted(text), *occurrences(text, keep))
    starts = {start for start, _ in _joined(text, _parted(text, dictionary, dict((*known, *whole))))}
    return frozenset(starts.difference([0], *(range(start + 1, end) for start, end in whole)))


def _quoted(text: str) -> Iterator[tuple[int, int]]:
    for start, char in enumerate(text):
        if char in _OPENERS:
            end = text.find(_CLOSERS[_OPENERS.index(char)], start)
            if 0 < end <= start + _LONGEST_QUOTED + 1:
                yield start, end + 1


def _parted(text: str, dictionary: Dictionary, known: dict[int, int]) -> list[tuple[int, int]]:
    """The most probable words of a text, from their starts to their ends; ``known``: those that are sure."""
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
    if not _is_han(text[at]):
        yield at + 1, _KNOWN
        return
    yield from dictionary.words_at(text, at)
    yield from persons_at(text, at)
    for length, likely in _UNKNOWN.items():
        if at + length <= len(text) and all(map(_is_han, text[at : at + length])):
            yield at + length, likely


def _joined(text: str, words: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The words with what belongs to them: affixes, characters that are no words, what stands before titles of office
    and before the kinds of institutions. A word that belongs to the next one is ``open``."""
    done: list[tuple[int, int]] = []
    is_open = False
    for start, end in (*words, (len(text), len(text))):
        word = text[start:end]
        lone = word not in _WORDS and end - start == 1 and _is_han(word)
        fits = is_open and word[:1].isalnum()
        if is_open and not fits and len(done) > 1 and _is_han(text[done[-1][0] - 1]):
            done[-2:] = [(done[-2][0], done[-1][1])]  # nothing follows that it could belong to
        joins = fits or (bool(done) and _belongs_to(text, done[-1], word, lone=lone))
        done.append((done.pop()[0] if joins else start, end))
        of_office = _OF_OFFICE.fullmatch(word) is not None and OFFICES.match(text, end) is not None
        is_open = of_office or word in _PREFIXES or (lone and not fits and not (joins and word in _SUFFIXES))
    return done[:-1]


def _belongs_to(text: str, before: tuple[int, int], word: str, *, lone: bool) -> bool:
    """Whether a word belongs to the one before it."""
    last = text[before[0] : before[1]]
    if (last in _VERBS and word in _WHITHER) or (word == "来" and last[-1] in "年月日"):
        return True
    if not word:
        return False
    if last[-1] in _CLOSERS:
        return lone and word in _SUFFIXES
    if not _is_han(last[-1]) or last in _WORDS:
        return False
    if lone:
        return word not in _PREFIXES
    return _BODIES.fullmatch(word) is not None


def _is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"
