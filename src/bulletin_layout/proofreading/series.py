"""Rules of sums and series (总数、项数、序号): numbers of a story that must agree with each other."""

import re
from collections.abc import Iterator
from typing import Final

from bulletin_layout.findings import Finding
from bulletin_layout.findings.catalogue import numbers as said
from bulletin_layout.findings.catalogue.punctuation import list_series
from bulletin_layout.issue import Story
from bulletin_layout.proofreading.copy import Copy
from bulletin_layout.proofreading.numerals import number
from bulletin_layout.proofreading.rule import Form, Slip, beside, compiled, cued, matches

_NUM: Final = "一二三四五六七八九十"
_COUNTED: Final = "[人名个项件篇户位场次株]"
_TOTAL: Final = Form(rf"共[^\d。；\n]{{0,6}}(\d{{1,6}})({_COUNTED})(?P<parts>[^。\n]{{0,80}})", cues="共")
#: Parts that make up a whole: nobody belongs to two of them.
_WHOLES: Final = (("男", "女"), ("线上", "线下"), ("室内", "室外"), ("校内", "校外"), ("院内", "院外"))
_PRIZE: Final = Form(r"(?:特等|一等|二等|三等|优秀|优胜|鼓励)奖[^\d，、；。\n]{0,3}(\d{1,4})")
_POINTS: Final = Form(
    r"([两二三四五六七八九十])(?:点|项|条|个方面|个)(?=[^\W\d]{0,6}(?:要求|意见|建议|希望|措施|任务|体会|安排|方面|承诺|倡议)?[：:。，])"
)
#: The heads of a series, one pattern a kind of series.
_SERIES: Final = (
    Form(rf"(?:^|(?<=[：；。，]))([{_NUM}]{{1,3}})[是要](?!一)", cues="二是|二要"),
    Form(rf"(?:^|(?<=[：；。，]))第([{_NUM}]{{1,3}})[，、](?![第{_NUM}])", cues=beside(_NUM, "，、")),
    Form(rf"^（([{_NUM}]{{1,3}})）", cues=beside(_NUM, "）")),
    Form(rf"^([{_NUM}]{{1,3}})、(?![{_NUM}])", cues=beside(_NUM, "、")),
    Form(r"^(\d{1,2})[.．、](?!\d)", cues=beside("123456789", ".．、")),
)
_CIRCLED: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_HEAD_NUMBER: Final = Form(r"(?<![\d.近约余超第逾达])(\d{1,6})(户|人|名|个|项|亩|篇|届|家|株|吨|万元|元)(?![余多])")


def series_slips(copy: Copy) -> Iterator[Slip]:
    """Sums, counts and series that do not agree, story by story."""
    # Cues are looked for in the whole issue: once, not again for each story.
    forms = [form._replace(cues="") for form in _SERIES if cued(form.cues, copy)]
    said_first = [form._replace(cues="") for form in _SERIES[:2] if cued(form.cues, copy)]
    for start, end, story in copy.stories:
        yield from _sums(copy, start, end)
        yield from _counts(copy, start, end, said_first)
        yield from _gaps(copy, start, end, forms)
        yield from _heads(copy, start, end, story)


def _sums(copy: Copy, start: int, end: int) -> Iterator[Slip]:
    for match in matches(_TOTAL, copy, start, end):
        parts = match["parts"]
        groups = [[_part(name, parts) for name in whole] for whole in _WHOLES]
        groups.append([int(found[1]) for found in compiled(_PRIZE.pattern).finditer(parts)])
        for group in groups:
            found = [each for each in group if each is not None]
            if len(found) == len(group) > 1 and sum(found) != int(match[1]):
                place = copy.place(match.start(1))
                yield Slip(*match.span(1), said.num_sum(place, sum=sum(found), total=int(match[1])))


def _part(name: str, parts: str) -> int | None:
    found = re.search(rf"{name}[^\d，、；。\n]{{0,4}}(\d{{1,6}})", parts)
    return int(found[1]) if found else None


def _counts(copy: Copy, start: int, end: int, forms: list[Form]) -> Iterator[Slip]:
    """A number of points announced, and another number of points listed up to the next announcement."""
    announced = list(matches(_POINTS, copy, start, end))
    ends = [*(match.start() for match in announced[1:]), end]
    for match, stop in zip(announced, ends, strict=False):
        for form in forms:
            listed = _run(number(each[1]) for each in matches(form, copy, match.end(), stop))
            if listed > 1 and listed != number(match[1]):
                words = match[0]
                yield Slip(*match.span(), said.num_count_list(copy.place(match.start()), wrong=words, found=listed))
                break


def _run(values: Iterator[int]) -> int:
    """How far a series counts that begins at one."""
    last = 0
    for value in values:
        if value == 1 and last > 1:
            break
        if value == last + 1:
            last = value
    return last


def _gaps(copy: Copy, start: int, end: int, forms: list[Form]) -> Iterator[Slip]:
    for form in forms:
        found = [(match.start(1), match[1], number(match[1])) for match in matches(form, copy, start, end)]
        yield from _skipped(copy, found)
    if copy.characters.isdisjoint(_CIRCLED):
        return
    circled = [
        (at, copy.text[at], _CIRCLED.index(copy.text[at]) + 1) for at in range(start, end) if copy.text[at] in _CIRCLED
    ]
    yield from _skipped(copy, circled)


def _skipped(copy: Copy, found: list[tuple[int, str, int]]) -> Iterator[Slip]:
    """Numbers of a series that begins at one, which do not follow the one before."""
    last, before = 0, ""
    for at, text, value in found:
        if value != 1 and last and value != last + 1:
            finding: Finding = list_series(copy.place(at), wrong=text, before=before)
            yield Slip(at, at + len(text), finding)
        if value == 1 or last:
            last, before = value, text


def _heads(copy: Copy, start: int, end: int, story: Story) -> Iterator[Slip]:
    """Numbers of headline and deck that the text has otherwise."""
    if story.headline is None:
        return
    spans = list(copy.spans(start, end))
    heads = [span for span in spans if span[2].kind in ("headline", "deck")]
    body = "\n".join(copy.text[a:b] for a, b, passage in spans if passage.kind not in ("headline", "deck", "kicker"))
    for first, last, _ in heads:
        for match in matches(_HEAD_NUMBER, copy, first, last):
            if re.search(rf"(?<!\d){match[1]}(?!\d)", body):
                continue
            others = re.findall(rf"(?<![\d.])\d{{1,6}}{match[2]}", body)
            if others:
                place = copy.place(match.start())
                yield Slip(*match.span(), said.num_headline(place, wrong=match[0], right=others[0]))
