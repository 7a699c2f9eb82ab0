"""Registered papers: 报纸出版管理规定, 报纸出版形式差错数计算方法, 期刊出版管理规定.

Page 1 has the name, larger than all else there; the parts of the imprint stand with a value each.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from bulletin_layout.findings import Finding
from bulletin_layout.findings.catalogue import imprint as said
from bulletin_layout.findings.phrases import Phrase, both
from bulletin_layout.imprint.parts import missing_parts, named
from bulletin_layout.imprint.printed import Paper, PrintedText, other_dates, without_spaces
from bulletin_layout.issue import Issue
from bulletin_layout.values import NamedTuple

#: A CN number (国内统一连续出版物号): region and serial, with whatever dash.
CN: Final = r"CN\s{0,2}(?P<region>\d{2})\s?[-—–－‐‑]\s?(?P<serial>\d{4})(?!\d)(?:/[A-Z]{1,2})?"


class Serials(NamedTuple):
    """A range of serials of CN numbers, both ends included."""

    first: str
    last: str

    def __contains__(self, serial: object) -> bool:
        return isinstance(serial, str) and self.first <= serial <= self.last


NEWSPAPERS: Final = Serials("0001", "0999")
_PERIODICALS: Final = Serials("1000", "5999")
_REGIONS: Final = Serials("10", "65")

_COUNT: Final = "[\\d一二三四五六七八九十]"
_PRINTER: Final = both("the printer (印刷单位)", "印刷单位")
_BOTH_KINDS: Final = {
    both("a CN number (CN号)", "CN号"): CN,
    both("the authority (主管单位)", "主管单位"): named("主管单位|主管", "主管"),
    both("the sponsor (主办单位)", "主办单位"): named("主办单位|主办", "主办"),
    both("the publisher (出版单位)", "出版单位"): named("出版单位|出版者|编辑出版|出版", "出版|编辑出版"),
    _PRINTER: named("印刷单位|承印单位|承印|印刷厂|印刷", "承印|印刷"),
    both("distribution (发行)", "发行"): named("发行单位|发行方式|发行范围|发行", "发行") + r"|邮发代号",
}
_NEWSPAPER: Final = {
    **_BOTH_KINDS,
    both("the address (地址)", "地址"): named("社址|地址|通信地址|通讯地址"),
    both("telephone or mail (电话或邮箱)", "电话或邮箱"): named("电话|热线|邮箱|电邮|传真|E-?mail") + r"|[\w.]{1,40}@",
    both("the price (定价)", "定价"): named("定价|零售价|订价|每份|单价|全年") + r"|免费赠阅",
    both("the number of pages (版数)", "版数"): rf"(?<!第)(?<!{_COUNT}){_COUNT}{{1,4}}\s?个?版",
}
#: 期刊出版管理规定 arts. 31–32, from trade knowledge.
_PERIODICAL: Final = {
    **_BOTH_KINDS,
    both("the date (出版日期)", "出版日期"): named("出版日期|出版时间|出刊日期") + r"|(?:19|20)\d\d年\d{1,2}月",
    both("the chief editor (主编)", "主编"): named("总编辑|主编|社长"),
    both("the range of distribution (发行范围)", "发行范围"): r"发行范围|国内外公开发行|公开发行|国内发行",
    both("the price (定价)", "定价"): named("定价|零售价|单价"),
}
_PRINTER_AT: Final = both("the printer's address (印刷单位的地址)", "印刷单位的地址")
_PRINTERS_ADDRESS: Final = r"(?:印刷|承印)[^\n]{2,50}?(?:地址|[路街道巷]|[\d一二三四五六七八九十]号|工业园|开发区)"


def newspaper_findings(paper: Paper) -> Iterator[Finding]:
    """What a newspaper lacks, and what is wrong in its masthead, numbers and dates."""
    lines = paper.furniture_lines
    parts = [*missing_parts(lines, _NEWSPAPER), *_numbers_missing(paper.issue, lines)]
    if _PRINTER not in parts and not re.search(_PRINTERS_ADDRESS, lines):
        parts.append(_PRINTER_AT)
    heads = [text for text in paper.cover if text.furniture and not text.is_imprint]
    yield from _of_both_kinds(paper, heads, parts)
    yield from _larger_than_name(paper, heads)
    yield from _cn_numbers(paper, NEWSPAPERS, said.newspaper())
    yield from _folios(paper)


def periodical_findings(paper: Paper) -> Iterator[Finding]:
    """What a periodical lacks, and what is wrong in its numbers and dates."""
    lines = paper.lines
    parts = [*missing_parts(lines, _PERIODICAL), *_numbers_missing(paper.issue, lines)]
    yield from _of_both_kinds(paper, paper.cover, parts)
    yield from _cn_numbers(paper, _PERIODICALS, said.periodical())


def _of_both_kinds(paper: Paper, heads: Sequence[PrintedText], parts: Sequence[Phrase]) -> Iterator[Finding]:
    """The name on page 1 (``heads``), the ``parts`` that are missing, dates that are another day's."""
    publication = paper.issue.publication
    place, name = publication.imprint.location, without_spaces(publication.name)
    if not any(name in without_spaces(text.words) for text in heads):
        yield said.imp_masthead(place, name=name)
    if parts:
        yield said.imp_registered(place, missing=tuple(parts))
    yield from wrong_dates(paper)


def wrong_dates(paper: Paper) -> Iterator[Finding]:
    """Dates in furniture that are not the day of issue."""
    day = paper.issue.date
    for text in paper.furniture:
        for offset, printed in other_dates(text, day):
            yield said.imp_date(text.place(offset), page=text.page, printed=printed, issued=day.isoformat())


def number_printed(issue: Issue, lines: str) -> bool:
    """Whether the number of the issue, or its number since the first, stands in these lines, in figures or in Han."""
    numbers = "|".join(f"0{{0,3}}{number}" for number in (issue.number, issue.total) if number is not None)
    return bool(re.search(rf"(?<!\d)(?:{numbers})\s*期|第\s*[〇零一二三四五六七八九十百]{{1,6}}\s*期", lines))


def _numbers_missing(issue: Issue, lines: str) -> Iterator[Phrase]:
    if (issue.number is None and issue.total is None) or not number_printed(issue, lines):
        yield both("the number of the issue (期号)", "期号")
    day = issue.date
    if not re.search(rf"{day.year}\s*[年.\-/]\s*0?{day.month}\s*[月.\-/]", lines):
        yield both("the date (出版日期)", "出版日期")


def _larger_than_name(paper: Paper, heads: Sequence[PrintedText]) -> Iterator[Finding]:
    """The largest text of page 1, where that is not the name."""
    name = without_spaces(paper.issue.publication.name)
    size = max((text.size for text in heads if name in without_spaces(text.words)), default=float("inf"))
    largest = max(paper.cover, key=lambda text: text.size)
    if largest.size > size:
        place = paper.issue.publication.imprint.location
        yield said.masthead_smaller(place, size=size, words=largest.words[:12], other=largest.size)


def _cn_numbers(paper: Paper, serials: Serials, kind: Phrase) -> Iterator[Finding]:
    first = ""
    for text in paper.furniture:
        for found in re.finditer(CN, text.words):
            number = f"CN {found['region']}-{found['serial']}"
            if found["region"] not in _REGIONS or found["serial"] not in serials:
                yield said.imp_cn(
                    text.place(found.start()), number=found[0], kind=kind, first=serials.first, last=serials.last
                )
            elif first and number != first:
                yield said.second_cn(text.place(found.start()), first=first, number=number)
            first = first or number


def _folios(paper: Paper) -> Iterator[Finding]:
    for plan, texts in list(zip(paper.issue.pages, paper.printed, strict=True))[1:]:
        lines = "\n".join(text.words for text in texts if text.furniture)
        if not re.search(rf"(?<!\d){plan.number}(?!\d)|第[一二三四五六七八九十]{{1,3}}版", lines):
            yield said.imp_folio(plan.layout.location, page=plan.number)
