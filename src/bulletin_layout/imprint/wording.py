"""Words that internal material keeps from its pages (内部资料性出版物管理办法, arts. 14, 15).

In furniture, bylines and captions they are its own; in a story's text other papers may be meant: then a hint.
"""

import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from bulletin_layout.findings import Finding
from bulletin_layout.findings.catalogue import imprint as said
from bulletin_layout.imprint.printed import WrittenText, furniture_written, stories_written
from bulletin_layout.issue import Issue

#: Texts in which a paper speaks of its own people.
_OWN: Final = frozenset(("furniture", "banner", "editor", "byline", "caption"))
_QUOTED: Final = re.compile(r"“[^”\n]{0,200}”|《[^》\n]{0,60}》|‘[^’\n]{0,200}’")

#: 本报 and 本刊 for the paper itself. Before it stands no word that 本 ends (日本报纸, 成本报价), behind it none that
#: 报 begins (本报告, 本报表).
_SELF: Final = re.compile(
    r"(?<![日成资根基版样标文剧课书账读原一每两几这那正张抄副话词底亏够工])本(?:报(?![告表名送批价销备错考请酬账废喜恩到道应答国])|刊(?![物登]))"
)
#: A reporter with a name, or of this paper: 记者 王小禾, （本报记者）. Not 答记者问, 记者节, 小记者.
_REPORTER: Final = re.compile(
    r"(?<![答小问名位各位众多])(?:本[报刊院站]|特约|见习|实习|首席)?记者[ 　:：/／]{0,3}"
    r"(?![问节证团站会们招部]|从|在|了解|获悉|采访|看|来|走|日前|近日|近期|注意|发现|见|跟|随|手记|感|到|说|提|报道|按|点|观|眼|镜)[^\W\d_]{2,4}"
)
_HOUSES: Final = re.compile(r"期刊社|杂志社|报社|刊号|(?<![A-Z])ISSN|(?<![A-Z])CN ?\d{2}-\d{4}")
#: Whose reporter it is: 《某某报》记者, 新华社记者, 省电视台记者.
_OTHERS: Final = re.compile(r"(?:》|社|台|网|日报|晚报|时报|周报|媒体)(?:[^\s，。；]{0,4})$")
_SALE: Final = re.compile(
    r"定\s?价(?=[ 　]?[：:]|[ 　]?\d)|[\d一二三四五六七八九十]元[/／每一]份"
    r"|每[份期册本][ 　]?\d{1,4}(?:\.\d{1,2})?[ 　]?元|征订|订阅价|零售价|邮发代号"
)
_FURNITURE_SALE: Final = re.compile(r"定\s?价|元[/／]份|征\s?订|订阅|零售|广告|协\s?办|邮发代号")
_STORY_ADS: Final = re.compile(
    r"广告(?:热线|刊登|招商|许可|经营|部|位|代理|$)|(?:本版|本期|招商|承接)广告|广告[：:]"
    r"|协\s?办单位|(?<=[ 　：:、，。）])协办[：:]"
)


class _Rule(NamedTuple):
    """``own``: the finding where the paper speaks of itself; ``perhaps``: where others may be meant."""

    own: Callable[..., Finding]
    perhaps: Callable[..., Finding]


_SELF_RULE: Final = _Rule(said.self_name, said.self_name_quoted)
_WORDS_RULE: Final = _Rule(said.imp_words, said.perhaps_of_others)
_SALE_RULE: Final = _Rule(said.imp_sale, said.sale_in_story)


def wording_findings(issue: Issue) -> Iterator[Finding]:
    """All such words in furniture and stories, each at its place."""
    for text in (*furniture_written(issue), *stories_written(issue)):
        yield from _of(text)


def _of(text: WrittenText) -> Iterator[Finding]:
    words, own = text.words, text.kind in _OWN
    reporters = list(_REPORTER.finditer(words)) if "记者" in words else []
    for found in reporters:
        yield _say(_WORDS_RULE, text, found, doubtful=_of_others(words, found.start()))
    if "本" in words:
        told = {found.start() for found in reporters}
        for found in _SELF.finditer(words):
            if found.start() not in told:
                yield _say(_SELF_RULE, text, found, doubtful=text.kind == "quote" or _quoted(words, found.start()))
    for found in _HOUSES.finditer(words):
        yield _say(_WORDS_RULE, text, found, doubtful=not own or _of_others(words, found.start()))
    for found in (_FURNITURE_SALE if text.page else _SALE).finditer(words):
        yield _say(_SALE_RULE, text, found, doubtful=not text.page)
    if not text.page and ("广告" in words or "协" in words):
        for found in _STORY_ADS.finditer(words):
            yield _say(_SALE_RULE, text, found, doubtful=True)


def _say(rule: _Rule, text: WrittenText, found: re.Match[str], *, doubtful: bool) -> Finding:
    return (rule.perhaps if doubtful else rule.own)(text.place(found.start()), words=found[0].strip())


def _quoted(words: str, offset: int) -> bool:
    return any(quoted.start() < offset < quoted.end() for quoted in _QUOTED.finditer(words))


def _of_others(words: str, offset: int) -> bool:
    """Whether another paper's name stands before the place, or it is within quotation marks."""
    return bool(_OTHERS.search(words[max(0, offset - 12) : offset])) or _quoted(words, offset)
