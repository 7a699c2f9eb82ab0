"""Words that internal material keeps from its pages (内部资料性出版物管理办法, arts. 14, 15).

In furniture, bylines and captions they are its own; in a story's text other papers may be meant: then a hint.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final, Literal

from bulletin_layout.findings import Finding
from bulletin_layout.findings.catalogue import imprint as said
from bulletin_layout.imprint.memory import Memory
from bulletin_layout.imprint.printed import Paper, WrittenText, story_written
from bulletin_layout.typeset.persons import persons_at
from bulletin_layout.values import NamedTuple

#: Texts in which a paper speaks of its own people.
_OWN: Final = frozenset(("furniture", "banner", "editor", "byline", "caption"))

#: Whose reporter it is: 《某某报》记者, 新华社记者, 省电视台记者.
_OTHERS: Final = r"(?:》|社|台|网|日报|晚报|时报|周报|媒体)(?:[^\s，。；]{0,4})$"
_QUOTED: Final = r"“[^”\n]{0,200}”|《[^》\n]{0,60}》|‘[^’\n]{0,200}’"


#: By rule: the finding where the paper speaks of itself, and where others may be meant.
_SAYS: Final = {
    "self": (said.self_name, said.self_name_quoted),
    "words": (said.imp_words, said.perhaps_of_others),
    "sale": (said.imp_sale, said.sale_in_story),
}


class _Form(NamedTuple):
    """``cues``: one of them stands in whatever the pattern finds: without them it need not be compiled. ``rule``: what
    it breaks; ``doubtful``: whether others may be meant, by a text and an offset. ``parts``: the kinds of text that it
    looks into, all but ``furniture`` being stories. ``sure``: what else must hold for a match."""

    cues: tuple[str, ...]
    pattern: str
    rule: Literal["self", "words", "sale"]
    doubtful: Callable[[WrittenText, int], bool]
    parts: Literal["all", "furniture", "stories"] = "all"
    sure: Callable[[WrittenText, re.Match[str]], bool] | None = None


def _names_somebody(text: WrittenText, found: re.Match[str]) -> bool:
    """Whether 记者 stands before a person's name (记者王小禾, not 记者走进田间), or is this paper's (本报记者)."""
    if found["name"] is None or text.kind in _OWN:
        return True
    return any(True for _ in persons_at(text.words, found.start("name")))


def _quoted(text: WrittenText, offset: int) -> bool:
    return text.kind == "quote" or any(
        quoted.start() < offset < quoted.end() for quoted in re.finditer(_QUOTED, text.words)
    )


def _of_others(text: WrittenText, offset: int) -> bool:
    """Whether another paper's name stands before the place, or it is within quotation marks."""
    return bool(re.search(_OTHERS, text.words[max(0, offset - 12) : offset])) or _quoted(text, offset)


def _in_a_story(text: WrittenText, offset: int) -> bool:
    return text.kind not in _OWN or _of_others(text, offset)


def _always(_text: WrittenText, _offset: int) -> bool:
    return True


def _never(_text: WrittenText, _offset: int) -> bool:
    return False


_FORMS: Final = (
    # A reporter with a name, or of this paper: 记者 王小禾, （本报记者）. Not 答记者问, 记者节, 小记者.
    _Form(
        ("记者",),
        r"本[报刊]记者|(?<![答小问名位各众多])(?:本[院站台]|特约|见习|实习|首席)?记者[ 　:：/／]{0,3}"
        r"(?P<name>(?![问节证团站会们招部])[^\W\d_]{2,4})",
        "words",
        _of_others,
        sure=_names_somebody,
    ),
    # 本报 and 本刊 for the paper itself. Before it no word that 本 ends (日本报纸, 成本报价), behind it none that
    # 报 begins (本报告, 本报表).
    _Form(
        ("本报", "本刊"),
        r"(?<![日成资根基版样标文剧课书账读原一每两几这那正张抄副话词底亏够工])本"
        r"(?:报(?!记者|[告表名送批价销备错考请酬账废喜恩到道应答国])|刊(?!记者|[物登]))",
        "self",
        _quoted,
    ),
    _Form(
        ("刊社", "志社", "报社", "刊号", "ISSN", "CN"),
        r"期刊社|杂志社|报社|刊号|(?<![A-Z])ISSN|(?<![A-Z])CN ?\d{2}-\d{4}",
        "words",
        _in_a_story,
    ),
    _Form(
        ("价", "元", "订", "零售", "广告", "办", "邮发"),
        r"定[ 　]?价|元[/／]份|征[ 　]?订|订阅(?!号|公众)|零售|广告|协[ 　]?办|邮发代号",
        "sale",
        _never,
        "furniture",
    ),
    _Form(
        (
            "定价",
            "定　价",
            "元/",
            "元／",
            "元每",
            "元一",
            "每份",
            "每期",
            "每册",
            "每本",
            "征订",
            "订阅价",
            "零售价",
            "邮发",
        ),
        r"定　?价(?=[ 　]?[：:]|[ 　]?\d)|[\d一二三四五六七八九十]元[/／每一]份"
        r"|每[份期册本][ 　]?\d{1,4}(?:\.\d{1,2})?[ 　]?元|征订|订阅价|零售价|邮发代号",
        "sale",
        _always,
        "stories",
    ),
    _Form(
        ("广告", "协办", "协　办"),
        r"广告(?:热线|刊登|招商|许可|经营|部|位|代理|$)|(?:本版|本期|招商|承接)广告|广告[：:]"
        r"|协　?办单位|(?<=[ 　：:、，。）])协办[：:]",
        "sale",
        _always,
        "stories",
    ),
)


def wording_findings(paper: Paper, memory: Memory) -> Iterator[Finding]:
    """All such words in furniture and stories, each at its place."""
    yield from _in_texts(paper.furniture, "furniture")
    known, memory.stories = memory.stories, {}
    for story in {story.slug: story for page in paper.issue.pages for story in page.stories}.values():
        before = known.get(story.slug)
        if before is None or before[0] is not story:
            before = story, tuple(_in_texts(tuple(story_written(story)), "stories"))
        memory.stories[story.slug] = before
        yield from before[1]


def _in_texts(texts: Sequence[WrittenText], part: str) -> Iterator[Finding]:
    words = "\n".join(text.words for text in texts)
    forms = [form for form in _FORMS if form.parts in ("all", part) and any(cue in words for cue in form.cues)]
    for text in texts if forms else ():
        for form in forms:
            yield from _of(form, text)


def _of(form: _Form, text: WrittenText) -> Iterator[Finding]:
    if not any(cue in text.words for cue in form.cues):
        return
    for found in re.finditer(form.pattern, text.words):
        if form.sure is not None and not form.sure(text, found):
            continue
        own, perhaps = _SAYS[form.rule]
        told = perhaps if form.doubtful(text, found.start()) else own
        yield told(text.place(found.start()), words=found[0].strip())
