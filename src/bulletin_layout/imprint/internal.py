"""Internal material (内部资料性出版物): 内部资料性出版物管理办法 (2015), arts. 14–16."""

import re
from collections.abc import Iterator
from typing import Final

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import imprint as said
from bulletin_layout.findings.phrases import Phrase, both
from bulletin_layout.imprint.memory import Memory
from bulletin_layout.imprint.naming import name_findings
from bulletin_layout.imprint.parts import BLANK, missing_parts, named
from bulletin_layout.imprint.printed import Paper, without_spaces
from bulletin_layout.imprint.registered import number_printed, wrong_dates
from bulletin_layout.imprint.wording import wording_findings
from bulletin_layout.issue import Issue, Permit
from bulletin_layout.measures import POINTS_PER_MM, Length
from bulletin_layout.values import NamedTuple

#: Values that are a day or a number have a figure in them.
_FIGURE: Final = r"\s?[：:]?\s{0,2}[^\s：:]{0,6}?[\d〇一二三四五六七八九]"
_WHO: Final = {
    both("who edits it (编印单位)", "编印单位"): named("编印单位|编印", "编印"),
    both("whom it is sent to (发送对象)", "发送对象"): named("发送对象|发送范围|发放对象|赠阅对象|交流对象|发行对象"),
    both("the printer (印刷单位)", "印刷单位"): named("印刷单位|承印单位|承印厂|承印|印刷厂|印刷", "承印|印刷"),
    both("the day of printing (印刷日期)", "印刷日期"): named("印刷日期|印刷时间|印制日期|付印日期", value=_FIGURE),
    both("the number of copies (印数)", "印数"): named("印数|印量|印刷数量|印制数量|印刷份数", value=_FIGURE),
}
#: A permit's number in print: a word of its kind, and a number behind it.
_PERMIT: Final = (
    r"(?:准印|准字|内资|内登|内刊|新出|内部资料[（(]?[A-Za-z]?[）)]?(?:准|图|连)|字第)[^，。；\n]{0,24}?\d{2}"
)
_WORDS: Final = "内部资料，免费交流"
#: With whatever stands between its halves; mastheads set them on two lines, too.
_FREE: Final = r"内部资料(?P<between>[\s\S]{0,12}?)免费交流"
_PERIODS: Final = r"双月刊|半月刊|月刊|季刊|半年刊|年刊|旬刊|双周刊|周刊|双月报|半月报|月报|旬报|周报"
_PRINTED_BY: Final = r"(?:印刷单位|承印单位|承印|印刷)\s?[：:]?\s?([^\s：:，。；、]{2,30})"
#: Points by which a page may differ from the permitted size.
_NEAR: Final = 1.0 * POINTS_PER_MM


def internal_findings(paper: Paper, memory: Memory) -> Iterator[Finding]:
    """What page 1 and the imprint lack, and what no page may say."""
    issue, lines = paper.issue, paper.imprint
    place = issue.publication.imprint.location
    cover = "\n".join(text.words for text in paper.cover)
    yield from _permit(issue, cover)
    yield from _free(paper, cover)
    missing = tuple(missing_parts(lines, _WHO))
    if missing:
        yield said.imp_who(place, missing=missing)
    if issue.number is None and issue.total is None:
        yield said.no_number(issue.location)
    elif not number_printed(issue, paper.lines):
        yield said.imp_number(place, number=f"第{issue.number or issue.total}期")
    yield from name_findings(paper)
    yield from wording_findings(paper, memory)
    yield from wrong_dates(paper)
    yield from _against_permit(paper, lines)


def _permit(issue: Issue, cover: str) -> Iterator[Finding]:
    """The number of the permit: complete, and on page 1."""
    publication = issue.publication
    number = publication.text("permit.number")
    place = publication.imprint.permit.location or publication.imprint.location
    if number:
        if not re.search(r"\d", number) or re.search(BLANK, number) or not re.search(r"[^\W\d_a-zA-Z]", number):
            yield said.permit_not_complete(place, number=number)
        elif _plain(number) not in _plain(cover):
            yield said.permit_not_printed(place, number=number)
        return
    if not re.search(_PERMIT, cover):
        yield said.imp_permit(place)


def _free(paper: Paper, cover: str) -> Iterator[Finding]:
    found = re.search(_FREE, cover)
    if found is None:
        yield said.imp_free(paper.issue.publication.imprint.location, words=_WORDS)
    elif found["between"] not in ("，", ","):
        printed = found[0].replace("\n", " ")
        yield said.free_otherwise(_place_of(paper, "内部资料"), printed=printed, words=_WORDS)


def _place_of(paper: Paper, words: str) -> Location:
    """Where the furniture of page 1 writes these words."""
    for text in paper.furniture:
        if text.page == 1 and words in text.words:
            return text.place(text.words.index(words))
    return paper.issue.publication.imprint.location


class _Difference(NamedTuple):
    """What the issue says otherwise than the permit."""

    place: Location
    what: Phrase
    here: str
    permitted: str


def _against_permit(paper: Paper, lines: str) -> Iterator[Finding]:
    """Name, size, period, printer and term of the permit, as far as bulletin.yaml repeats them."""
    permit, day = paper.issue.publication.imprint.permit, paper.issue.date
    if permit.location is None:
        return
    for each in _differences(paper, lines, permit, permit.location):
        yield said.imp_one(each.place, what=each.what, here=each.here, permitted=each.permitted)
    if not permit.printer:
        yield said.imp_printer(permit.location)
    first, last = permit.first, permit.last
    if (first is not None and day < first) or (last is not None and day > last):
        days = [each.isoformat() if each is not None else "…" for each in (first, last)]
        yield said.imp_valid(permit.location, issued=day.isoformat(), first=days[0], last=days[1])


def _differences(paper: Paper, lines: str, permit: Permit, place: Location) -> Iterator[_Difference]:
    name, (here, high) = paper.issue.publication.name, paper.size
    if permit.name and _plain(permit.name) != _plain(name):
        yield _Difference(place, said.the_name(), name, permit.name)
    if permit.trim is not None:
        width, height = map(_points, permit.trim)
        if abs(width - here) > _NEAR or abs(height - high) > _NEAR:
            yield _Difference(place, said.the_size(), _size(here, high), _size(width, height))
    for text in paper.furniture if permit.period else ():
        for period in re.finditer(_PERIODS, text.words):
            if period[0][:-1] != permit.period.rstrip("刊报"):
                yield _Difference(text.place(period.start()), said.the_period(), period[0], permit.period)
    if permit.printer and _plain(permit.printer) not in _plain(lines):
        found = re.search(_PRINTED_BY, lines)
        yield _Difference(place, said.the_printer(), found[1] if found else "", permit.printer)


def _points(length: Length) -> float:
    return length.amount * POINTS_PER_MM if length.unit == "mm" else length.amount


def _size(width: float, height: float) -> str:
    return f"{width / POINTS_PER_MM:.0f} × {height / POINTS_PER_MM:.0f} mm"


def _plain(text: str) -> str:
    """Without spaces, brackets of one form."""
    return without_spaces(text).translate(str.maketrans("()[]〔〕", "（）（）（）"))
