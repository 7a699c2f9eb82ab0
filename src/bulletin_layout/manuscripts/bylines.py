"""Who wrote and who photographed (署名、摄影): the forms in which manuscripts say so."""

import re
from typing import Final

from bulletin_layout.typeset.persons import has_surname
from bulletin_layout.values import NamedTuple

_HAN: Final = r"[\u3400-\u9fff\U00020000-\U0003ffff·]"
_BLANK: Final = r"[ \u3000]{0,9}"
_NAMES: Final = rf"{_HAN}{{2,8}}(?:[ \u3000、，,/／]{{1,4}}{_HAN}{{2,8}}){{0,9}}"
_TRAILING: Final = re.compile(r"[（(](?!完[）)]|[一二三四五六七八九十0-9]{1,3}[）)])([^（）()。！？]{2,40})[）)]$")
_PREFIXED: Final = re.compile(
    rf"^(?:文字?{_BLANK}[/／|｜:：]"
    rf"|(?:供稿|撰稿|撰文|来稿|作者|文字|通讯员|记者|本报记者|来源)(?:单位|人)?{_BLANK}[:：/／]){_BLANK}"
)
_REPORTER: Final = re.compile(
    rf"^(?:本报记者|记者|通讯员){_BLANK}{_NAMES}(?:[ \u3000]{{1,9}}(?:通讯员|记者){_BLANK}{_NAMES}){{0,3}}$"
)
_UNIT: Final = re.compile(r"(?:部|处|科|室|所|院|办|办公室|中心|站|委|会|馆|系|班|社|公司|支部|集团|局|编辑部|课题组)$")
_ONLY_NAMES: Final = re.compile(rf"^{_HAN}{{2,4}}(?:[ \u3000、]{{1,4}}{_HAN}{{2,4}}){{0,3}}$")
#: 图/甲, 摄影：甲, also in brackets.
_CREDIT: Final = re.compile(
    rf"[（(]?{_BLANK}(?:图{_BLANK}[/／|｜:：]|(?:摄影|拍摄|供图|摄|图片|图源){_BLANK}[:：/／|｜])"
    rf"{_BLANK}([^（）()：:；;。]{{2,24}}?){_BLANK}[）)]?$"
)
#: （甲 摄）, and 甲/摄 after a blank or a stop.
_AFTER: Final = re.compile(
    rf"(?:[（(]([^（）()]{{2,16}}?)[ \u3000/／]{{0,4}}(?:摄影|摄|供图|图)[）)]"
    rf"|(?<=[ \u3000。])([^ \u3000（）()。，]{{2,12}}?){_BLANK}[/／]?{_BLANK}(?:摄影|摄|供图))[。 ]{{0,3}}$"
)


class Credited(NamedTuple):
    """A text without its credit, and the credit."""

    text_end: int
    credit: str


def trailing_byline(text: str) -> re.Match[str] | None:
    """A byline in brackets at the end of a text."""
    return _TRAILING.search(text)


def byline_votes(text: str) -> int:
    """How much the wording of a short line says that it is a byline."""
    if _PREFIXED.match(text) or _REPORTER.match(text):
        return 5
    if trailing_byline(text) is not None and text[0] in "（(":
        return 5
    parts = re.split(r"[ \u3000、]{1,9}", text)
    if len(text) <= 24 and all(_UNIT.search(part) for part in parts):
        return 3
    return 3 if _ONLY_NAMES.match(text) and all(map(has_surname, filter(None, parts))) else 0


def prefix_of(text: str) -> re.Match[str] | None:
    """What stands before the names of a byline: 供稿：, 文/."""
    found = _PREFIXED.match(text)
    return found if found is not None and not found[0].startswith(("通讯员", "记者", "本报记者")) else None


def credit_of(text: str) -> Credited | None:
    """The credit at the end of a caption or a byline."""
    found = _CREDIT.search(text) or _AFTER.search(text)
    if found is None:
        return None
    return Credited(found.start(), next(name for name in found.groups() if name).strip())
