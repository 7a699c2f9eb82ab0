"""Rules of sums and series (总数、项数、序号): numbers of a story that must agree with each other."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from bulletin_layout.proofreading.copy import HEADS, Copy, Part
from bulletin_layout.proofreading.numerals import in_han, number
from bulletin_layout.proofreading.rule import Form, Slip, compiled, matches

_NUM: Final = "一二三四五六七八九十"
_COUNTED: Final = "[人名个项件篇户位场次株]"
_TOTAL: Final = Form(
    rf"共[^\d。；\n]{{0,6}}(?<!奖)(?P<total>\d{{1,6}}){_COUNTED}(?P<parts>[^。；\n]{{0,80}})",
    cues="共",
)
#: A further total, behind which parts are its own.
_FURTHER: Final = Form(
    rf"\d{{1,6}}{_COUNTED}[^\d，。；\n]{{0,12}}，(?:其中|包括)|共[^\d，。；\n]{{0,6}}\d|比例|[：:]\d"
)
#: Parts that make up a whole: nobody belongs to two of them.
_WHOLES: Final = (("男", "女"), ("线上", "线下"), ("室内", "室外"), ("校内", "校外"), ("院内", "院外"))
_PART_CUES: Final = "|".join((*(name for whole in _WHOLES for name in whole), "等奖", "优秀奖", "优胜奖", "鼓励奖"))
_PRIZE: Final = Form(r"[^\W\d]奖[^\d，、；。\n]{0,3}(\d{1,4})")
#: Prizes make up a total that is announced so.
_OF_WHICH: Final = Form("[，：（](?:其中|包括|分别为|分为)")
_POINTS: Final = Form(r"([两二三四五六七八九十](?<!第.))(?:点|项|条|个方面|个)(?=[^\W\d]{0,10}[：:。，])")
#: The series begins so near behind the words that announce it.
_FIRST_ITEM: Final = Form(r"[^\W\d]{0,10}[：:。，](?:一是|一要|第一[，、]|首先)")
#: The heads of a series, one pattern a kind of series.
_SERIES: Final = (
    Form(rf"([{_NUM}](?<![^：；。，\n].)[{_NUM}]{{0,2}})[是要](?!一)", cues="一是|一要"),
    Form(rf"第(?<![^：；。，\n].)([{_NUM}]{{1,3}})[，、](?![第{_NUM}])", cues="第一，|第一、|第一一"),
    Form(rf"^（([{_NUM}]{{1,3}})）", cues="\n（一"),
    Form(rf"^([{_NUM}]{{1,3}})、(?![{_NUM}])", cues="\n一、|\n一一"),
    Form(r"^(\d{1,2})[.．、](?!\d)", cues="\n0"),
)
#: So many numbers of a series may be missing at most; others are no series.
_MISSING: Final = 3
_LISTED: Final = Form(rf"([{_NUM}](?<![^：；。\n].)[{_NUM}]{{0,2}})、(?![{_NUM}])", cues="一、")
_CIRCLED: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_CIRCLED_CUES: Final = "|".join(_CIRCLED)
_TIMES: Final = Form(
    r"(?:增加|增长|提高|扩大|上升|提升)(到|至|为|了)?(?:\d{1,4}(?:\.\d{1,2})?|[两二三四五六七八九十]{1,3})倍",
    cues="0倍|一倍",
)
_SAME_UNITS: Final = (("公斤", "千克|kg"), ("公里", "千米|km"), ("公顷", "hm"), ("毫升", "mL|ml"), ("厘米", "cm"))
_UNIT_CUES: Final = "公斤|公里|公顷|毫升|厘米"
#: So many numbers of a text may add up to that of its head.
_PARTS: Final = 8
_HEAD_NUMBER: Final = Form(r"(?<![\d.近约余超第逾达])(\d{1,6})(户|人|名|个|项|亩|篇|届|家|株|吨|万元|元)(?![余多])")


def series_slips(copy: Copy) -> Iterator[Slip]:
    """Sums, counts and series that do not agree, story by story."""
    yield from _sums(copy)
    announces = any(copy.has(form.cues) for form in _SERIES[:2])
    for part in copy.parts:
        if part.story is not None:
            yield from _counts(copy, part) if announces else ()
            yield from _gaps(copy, part)
            yield from _times(copy, part)
            yield from _units(copy, part)
    yield from _listed(copy)
    yield from _levels(copy)
    yield from _heads(copy)


def _sums(copy: Copy) -> Iterator[Slip]:
    for match in matches(_TOTAL, copy) if copy.has(_PART_CUES) else ():
        parts = match["parts"]
        if compiled(_FURTHER.pattern).search(parts):
            continue
        groups = [[_part(name, parts) for name in whole] for whole in _WHOLES]
        if compiled(_OF_WHICH.pattern).match(parts):
            groups.append([int(found[1]) for found in compiled(_PRIZE.pattern).finditer(parts)])
        for group in groups:
            found = [each for each in group if each is not None]
            total = int(match["total"])
            if len(found) == len(group) > 1 and sum(found) != total:
                yield Slip(*match.span("total"), "num_sum", {"sum": sum(found), "total": total})


def _part(name: str, parts: str) -> int | None:
    found = re.search(rf"{name}[^\d，、；。\n]{{0,4}}(\d{{1,6}})", parts)
    return int(found[1]) if found else None


def _counts(copy: Copy, part: Part) -> Iterator[Slip]:
    """A number of points announced, and another number of points listed up to the next announcement."""
    first = compiled(_FIRST_ITEM.pattern)
    announced = [match for match in matches(_POINTS, copy, part.start, part.end) if first.match(copy.text, match.end())]
    ends = [*(match.start() for match in announced[1:]), part.end]
    for match, stop in zip(announced, ends, strict=False):
        runs = [_run(number(each[1]) for each in matches(form, copy, match.end(), stop)) for form in _SERIES[:2]]
        if max(runs) > 1 and number(match[1]) not in runs:
            yield Slip(*match.span(), "num_count_list", {"wrong": match[0], "found": max(runs)})


def _run(values: Iterator[int]) -> int:
    """How far a series counts that begins at one."""
    last = 0
    for value in values:
        if value == 1 and last > 0:
            return last if last > 1 else 0  # 一是用心，一是用情 has no numbers
        if value == last + 1:
            last = value
    return last


def _gaps(copy: Copy, part: Part) -> Iterator[Slip]:
    for form in _SERIES:
        found = matches(form, copy, part.start, part.end)
        yield from _skipped(copy, ((match.start(1), match[1], number(match[1])) for match in found))
    if copy.has(_CIRCLED_CUES):
        chars = enumerate(copy.text[part.start : part.end], part.start)
        yield from _skipped(copy, ((at, char, _CIRCLED.index(char) + 1) for at, char in chars if char in _CIRCLED))


def _skipped(copy: Copy, found: Iterable[tuple[int, str, int]]) -> Iterator[Slip]:
    """Numbers of a series that begins at one, which do not follow the one before. A series may stand within an item of
    another, which goes on behind it; and a number may be written in another way (二要 between 一是 and 三是)."""
    levels: list[tuple[int, int, str]] = []  # the end, value and words of the last number of each series that is open
    for at, text, value in found:
        outer = next((n for n in reversed(range(len(levels))) if levels[n][1] == value - 1), None)
        if value == 1:
            levels.append((at + len(text), 1, text))
            continue
        if not levels:
            continue
        if outer is None:
            end, last, before = levels[-1]
            if last < value <= last + _MISSING and not _says(copy.text[end:at], range(last + 1, value)):
                yield Slip(at, at + len(text), "list_series", {"wrong": text, "before": before})
            outer = len(levels) - 1
        levels[outer:] = [(at + len(text), value, text)]


def _says(text: str, values: Iterable[int]) -> bool:
    """Whether all these numbers stand in a text, in figures or in Han."""
    return all(str(value) in text or in_han(value) in text for value in values)


def _listed(copy: Copy) -> Iterator[Slip]:
    """Numbers of a list inside a paragraph: 一、…；二、…；四、…"""
    for start, end, _ in copy.spans if copy.has(_LISTED.cues) else ():
        found = [(match.start(1), match[1], number(match[1])) for match in matches(_LISTED, copy, start, end)]
        yield from _skipped(copy, found) if len(found) > 1 else ()


def _levels(copy: Copy) -> Iterator[Slip]:
    """Items of one series (一是…；二是…) that end with different marks."""
    marks: dict[tuple[int, str], str] = {}
    last = 0
    for match in matches(_SERIES[0], copy):
        mark = copy.text[match.start() - 1 : match.start()]
        if match[1] != "一" and mark in ("；", "。"):
            paragraph = copy.text.rfind("\n", 0, match.start()), match[0][-1]
            if "。" in copy.text[last : match.start() - 1]:
                marks[paragraph] = mark  # an item of several sentences ends with its last
            elif marks.setdefault(paragraph, mark) != mark:
                yield Slip(match.start() - 1, match.start(), "semicolon_level", {"wrong": f"{mark}{match[0]}"})
                marks[paragraph] = mark
        last = match.end()


def _times(copy: Copy, part: Part) -> Iterator[Slip]:
    """增长到N倍 and 增长N倍 in one story: 3倍 and 3倍 more are not the same."""
    first = ""
    for match in matches(_TIMES, copy, part.start, part.end):
        way = "到" if match[1] in ("到", "至", "为") else "了"
        if first and way != first:
            yield Slip(*match.span(), "times_increase", {"wrong": match[0]})
            return
        first = way


def _units(copy: Copy, part: Part) -> Iterator[Slip]:
    """Two names of one unit in a story: 公斤 and 千克."""
    for names in _SAME_UNITS if copy.has(_UNIT_CUES) else ():
        if not all(any(copy.text.find(word, part.start, part.end) >= 0 for word in each.split("|")) for each in names):
            continue
        found = [
            compiled(rf"(?<=[\d十百千万]) ?(?:{each})(?![A-Za-z²³2-3/])").search(copy.text, part.start, part.end)
            for each in names
        ]
        if found[0] is not None and found[1] is not None:
            later = max((found[0], found[1]), key=re.Match.start)
            before = min((found[0], found[1]), key=re.Match.start)
            fields = {"wrong": later[0].strip(), "other": before[0].strip()}
            yield Slip(*later.span(), "unit_mixed", fields)


def _heads(copy: Copy) -> Iterator[Slip]:
    """Numbers of headline and deck that the text of their story has otherwise."""
    for start, end, passage in copy.spans:
        if passage.kind not in ("headline", "deck") or not any(map(str.isdecimal, copy.text[start:end])):
            continue
        for match in matches(_HEAD_NUMBER, copy, start, end):
            body = _body(copy, copy.part_at(start))
            if re.search(rf"(?<!\d){match[1]}(?!\d)", body):
                continue
            others = re.findall(rf"(?<![\d.])\d{{2,6}}(?={match[2]})", body)
            slipped = next((each for each in others if _is_slip_of(match[1], each)), "")
            parts = [int(each) for each in re.findall(rf"(?<![\d.])\d{{1,6}}(?={match[2]})", body)[:_PARTS]]
            if slipped and int(match[1]) not in _sums_of(parts):
                yield Slip(*match.span(), "num_headline", {"wrong": match[0], "right": f"{slipped}{match[2]}"})


def _sums_of(parts: list[int]) -> set[int]:
    """All sums of some of these numbers: a head may add up what its text says one by one."""
    sums = {0}
    for part in parts:
        sums |= {total + part for total in sums}
    return sums


def _is_slip_of(one: str, other: str) -> bool:
    """Whether one number may have been typed for another: the same figures in another order, or one of them differs.
    Others may count something else: of 12 winners, 5 and 7."""
    if len(one) < 2 or len(one) != len(other):
        return False
    return sorted(one) == sorted(other) or sum(map(str.__ne__, one, other)) == 1


def _body(copy: Copy, part: Part) -> str:
    """What is below the heads of a story."""
    inside = (span for span in copy.spans if part.start <= span[0] <= part.end and span[2].kind not in HEADS)
    return "\n".join(copy.text[start:end] for start, end, _ in inside)
