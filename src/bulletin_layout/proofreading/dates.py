"""Rules of dates and times (日期、时刻), held against the calendar and the date of the issue."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from bulletin_layout.proofreading.copy import Copy
from bulletin_layout.proofreading.rule import HAN, Form, Rule, Slip, beside, matches

_DAY: Final = Form(
    r"(?P<month>\d(?<!\d\d)\d?)月(?P<day>\d{1,2})(?:日|(?=\D\d{1,2}日))(?:(?P<to>\D)(?P<last>\d{1,2})日)?"
    rf"(?:（?(?:星期|周)(?P<weekday>{HAN}))?",
    cues="0月0",
)
#: From Monday on; the last is Sunday too.
_WEEKDAYS: Final = "一二三四五六日天"
_LEAP: Final = 2024
#: Days from a date without a year to the issue's, beyond which it is in the year before or after.
_HALF_YEAR: Final = 183
#: What does not stand before the first figure of a time.
_SCORE: Final = "".join(
    f"(?<!{words}.)" for words in ("比分为", "比分是", "比例为", "比例是", "比例", "比分", "之比为", "比为", "以")
)
#: The second figure of an hour.
_HOUR: Final = r"(?:(?<=[01])\d|(?<=2)[0-4])?"


_DAYS: Final = Form(r"(\d(?<!\d\d)\d?)日?[至到—~～-](\d{1,2})日", cues=beside("日0", "至到—~～-"))
_YEARS: Final = Form(r"([12](?<!\d\d)\d{3})年?[至到—~～-]([12]\d{3})年", cues=beside("年0", "至到—~～-"))
#: Words for days that are near, of a reader who knows which day it is.
_NEAR: Final = ("近日", "日前", "昨日", "昨天", "今天上", "今天下", "上周", "本周", "前不久")
#: The last month of parts of a year.
_PERIODS: Final = {"第一季度": 3, "第二季度": 6, "第三季度": 9, "第四季度": 12, "上半年": 6, "下半年": 12}
_QUARTER: Final = Form(
    r"[今本第上下](?<!\d年.)(?<!年度.)(?:(?<=[今本])年[第上下])?(?:(?<=第)[一二三四]季度|(?<=[上下])半年)",
    cues="季度|半年",
)
_TO_COME: Final = ("将", "拟", "计划", "定于", "预计", "届时", "争取", "力争", "去年", "上年", "往年", "同期")
#: A day without a year that is told as past is meant to come when it is no more than so many days away; else it was
#: last year's.
_SOON: Final = 60
#: News of so many days before the issue are no news; a date so near to the start of a paragraph is that of the news.
_STALE: Final = 60
_AT_HEAD: Final = 12
RULES: Final = (
    Rule(
        "date_relative",
        "|".join(f"{before}{word}" for before in "\n讯）】 \u3000" for word in _NEAR),
        (
            Form(
                r"^(?:本报讯|本刊讯|（[^（）\n]{1,20}）|【[^【】\n]{1,12}】|[ \u3000])*+"
                r"(?P<slip>近日|日前|昨[日天]|今天[上下]午|上周[一二三四五六日末]?|本周[一二三四五六日]?|前不久)"
                r"(?![^\n]{0,57}\d{1,2}月\d{1,2}日)"
            ),
        ),
        frozenset(("item", "table", "verse", "caption", "quote", "note", "headline", "kicker", "deck", "crosshead")),
    ),
    Rule(
        "date_lunar",
        "农历|正月0|腊月0",
        (
            Form(
                rf"农历(?:{HAN}{{0,3}}年)?(?:\d{{1,2}}月(?:\d{{1,2}}|{HAN})?|{HAN}{{1,2}}月\d{{1,2}})|[正腊]月\d{{1,2}}"
            ),
        ),
    ),
    Rule(
        "anniv_chen",
        "诞辰0|诞辰一",
        (Form(r"诞辰(\d{1,4}|[一二三四五六七八九十百零]{1,6})周年", r"\1周年诞辰"),),
    ),
    Rule(
        "time_form",
        "",
        (
            Form(
                r"(?:下午|晚上|傍晚|晚)((?:1[3-9]|2[0-4])(?:[:：]\d\d|[时点]))",
                lambda match: match[1].replace("：", ":"),
                "午0|晚0|上0",
            ),
            Form(r"(?<![\d.])(?:2[5-9]|[3-9]\d)时(?=\d|[，。召举开整许])", None, "0时"),
            Form(rf"\d(?<![\d:.].){_SCORE}{_HOUR}:[6-9]\d(?![\d:])", None, beside(":", "6789")),
            Form(
                rf"(?<!下午)(?<!晚上)(?<!晚)\d(?:(?<=[日午上早晨（，].)|(?<=\d日 .)){_SCORE}{_HOUR}：[0-5]\d(?!\d)",
                None,
                "|".join(
                    f"{before}{hour}：0"
                    for before in ("日", "午", "晚", "上", "早", "晨", "（", "，", "日 ")
                    for hour in ("0", "00")
                ),
            ),
        ),
    ),
)


def date_slips(copy: Copy, issued: date) -> Iterator[Slip]:
    """Days that do not exist, days of the week that do not match, and ends before their start."""
    for match in matches(_DAY, copy):
        yield from _day_slips(match, issued)
    yield from _away(copy, issued)
    for form in (_DAYS, _YEARS):
        for match in matches(form, copy):
            if int(match[1]) > int(match[2]):
                yield Slip(*match.span(), "date_order", {"wrong": match[0]})


def _day_slips(match: re.Match[str], issued: date) -> Iterator[Slip]:
    month, year = int(match["month"]), _year_before(match)
    last = int(match["last"]) if match["last"] and match["to"] in "—~～至到-" else 0
    days = [int(match["day"]), *([last] if last else [])]
    if not all(_exists(year, month, day) for day in days):
        words = match[0].split("（")[0]
        yield Slip(*match.span(), "date_impossible", {"wrong": words})
    elif match["weekday"] and match["weekday"] in _WEEKDAYS and not match["last"]:
        written = _WEEKDAYS.index(match["weekday"]) % 7
        years = [year] if year else _years(month, days[0], issued)
        fitting = [each for each in years if date(each, month, days[0]).weekday() == written]
        if not years or years[0] in fitting:
            return
        right = f"星期{_WEEKDAYS[date(years[0], month, days[0]).weekday()]}"
        code = "date_weekday_perhaps" if fitting else "date_weekday"
        yield Slip(*match.span(), code, {"wrong": match[0].replace("（", ""), "right": right})


def _away(copy: Copy, issued: date) -> Iterator[Slip]:
    """Days to come that are told as past; and the first day of a story, where it is long past."""
    told: set[int] = set()
    for match in matches(_DAY, copy):
        month, day = int(match["month"]), int(match["day"])
        year = _year_before(match) or _year_of_range(match)
        years = [year] if year else _years(month, day, issued)
        if not years or not _exists(years[0], month, day):
            continue
        days = (date(years[0], month, day) - issued).days
        if _begins_before(match, years[0], issued):
            continue
        part = copy.part_at(match.start())
        if 0 < days <= (_SOON if not year else days) and _is_told_as_past(copy.text, match.end()):
            yield Slip(*match.span(), "date_future", {"wrong": match[0]})
        # A date at the head of its story's text tells when the news was.
        elif part.start not in told and copy.passage_at(match.start()).kind == "body" and part.story is not None:
            told.add(part.start)
            if days < -_STALE and match.start() - copy.text.rfind("\n", 0, match.start()) <= _AT_HEAD:
                yield Slip(*match.span(), "date_stale", {"wrong": match[0], "days": -days})
    for match in matches(_QUARTER, copy):
        if _PERIODS[match[0].lstrip("今本年")] > issued.month and _is_told_as_past(copy.text, match.end()):
            yield Slip(*match.span(), "season_quarter", {"wrong": match[0]})


#: The first day of a range, before its last: 2021年5月8日至.
_FROM: Final = re.compile(r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日?[至到—~～-]{1,2}$")


def _year_of_range(match: re.Match[str]) -> int:
    """The year that is named with the first day of a range that ends with a date; 0: none is."""
    first = _FROM.search(match.string[max(0, match.start() - 14) : match.start()])
    return int(first[1]) if first is not None and first[1] else 0


def _begins_before(match: re.Match[str], year: int, issued: date) -> bool:
    """Whether a date ends a range that began before the issue's day."""
    first = _FROM.search(match.string[max(0, match.start() - 14) : match.start()])
    if first is None or not _exists(year, int(first[2]), int(first[3])):
        return False
    return date(year, int(first[2]), int(first[3])) <= issued


def _is_told_as_past(text: str, start: int) -> bool:
    """Whether the words up to the end of the sentence say that something has been done."""
    words = re.split(r"[。；！？\n]", text[start : start + 80], maxsplit=1)[0]
    before = re.split(r"[。；！？\n]", text[max(0, start - 40) : start])[-1]
    done = re.search("(?:召开|举行|举办|开展|完成|结束|闭幕|开幕|参加|实现|签订|通过|组织)了|圆满|顺利完成", words)
    return done is not None and not any(word in before + words for word in _TO_COME)


def _year_before(match: re.Match[str]) -> int:
    """The year that is named before a month; 0: none is."""
    before = match.string[max(0, match.start() - 5) : match.start()]
    return int(before[:-1]) if re.fullmatch(r"\d{4}年", before) else 0


def _exists(year: int, month: int, day: int) -> bool:
    """Whether there is such a day; in some year, where none is named (``year`` 0)."""
    try:
        date(year or _LEAP, month, day)
    except ValueError:
        return False
    return True


def _years(month: int, day: int, issued: date) -> list[int]:
    """The years that a date without one may mean, the likeliest first: that nearest to the issue's date."""
    years = [year for year in (issued.year, issued.year - 1, issued.year + 1) if _exists(year, month, day)]
    near = [year for year in years if abs((date(year, month, day) - issued).days) <= _HALF_YEAR]
    return list(dict.fromkeys((*near[:1], *years)))
