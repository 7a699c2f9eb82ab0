"""Rules of numbers (数字): Chinese or Arabic numerals, ranges, approximate numbers (GB/T 15835—2011)."""

import re
from typing import Final

from bulletin_layout.proofreading.numerals import DIGITS, in_han, number
from bulletin_layout.proofreading.rule import HAN, Form, Rule, beside

_NUM: Final = "一二三四五六七八九十"
_YEAR: Final = "[〇○零一二三四五六七八九]"
_DASHED: Final = beside("0", "-–－—~～")
#: Cues of numbers that are called approximate by what follows.
_MORE: Final = beside("0一.,", "余多")
#: Measure words of counted things: not those of numbered ones (号, 组, 期, 版, 章, 月).
_MEASURE: Final = "[个人名天次家项户株斤里米岁位亩篇件条只倍成吨元粒遍趟头]|年(?!级)|公[里斤顷]|小时|分钟"
#: Units whose ranges take ~; those of time and place take —.
#: How far a difference of rounded percentages may be from the one that is written.
_ROUNDING: Final = 0.06
_UNIT: Final = (
    "[个人名天次家项户株斤米岁位亩篇件条只倍吨元粒℃]|厘米|毫米|千米|公里|公斤|千克|克|小时|分钟|公顷"
    "|(?:k?g|mg|[kcm]?m|mL|L|h|min|d|°C)(?![A-Za-z])"
)


def _few(match: re.Match[str]) -> str | None:
    low, high = int(match[1]), int(match[2])
    return f"{DIGITS[low]}{DIGITS[high]}" if 0 < low == high - 1 else None


def _in_words(match: re.Match[str]) -> str:
    return re.sub(r"\d{1,2}", lambda found: in_han(int(found[0])), match[0])


def _century(match: re.Match[str]) -> str | None:
    """None where the century is named before in the sentence (20世纪60、70年代)."""
    before = match.string[max(0, match.start() - 20) : match.start()]
    return None if "世纪" in re.split("[。\n]", before)[-1] else f"20世纪{match[0]}"


def _full_year(match: re.Match[str]) -> str:
    year = match["slip"].strip("’'")
    return ("19" if year[0] in "56789" else "20") + year


def _both_units(match: re.Match[str]) -> str:
    mark = match["mark"] if match["mark"] in "—~～" else "~"
    return f"{match[1]}{match[4]}{mark}{match[3]}{match[4]}"


def _about(match: re.Match[str]) -> str:
    return f"约{match[2]}"


def _points_of(match: re.Match[str]) -> str | None:
    low, high, step = (float(match[group]) for group in (1, 2, 4))
    return f"{match[4]}个百分点" if abs(abs(high - low) - step) < _ROUNDING else None


def _one_style(match: re.Match[str]) -> str:
    century, decade = match[0].removesuffix("年代").split("世纪")
    return f"{number(century)}世纪{number(decade)}年代"


#: Set phrases that are written with digits by mistake.
_SLOGANS: Final = "1把手|2把手|第1书记|3会1课|3严3实|1带1路|“3农|‘3农|0大"
_STYLES: Final = (
    Rule(
        "num_date_mixed",
        "",
        (
            Form(rf"{_YEAR}{{4}}年\d{{1,2}}月", None, "一年0|○年0"),
            Form(rf"\d{{4}}年[{_NUM}]{{1,3}}月(?!份?[以至])", None, "0年一"),
            Form(rf"\d{{1,2}}月[{_NUM}]{{1,3}}日", None, "0月一"),
        ),
    ),
    Rule(
        "num_approx_arabic",
        "",
        (
            Form(rf"(?<![第\d、.])(\d)、(\d)(?={_MEASURE})", _few, "0、0"),
            Form(
                r"几10|(?<!\d)10几|(?<![人总次指个位岁分])数10(?!\d)(?=[个人名天次家项户万亿年亩])",
                _in_words,
                "几10|10几|数10",
            ),
        ),
    ),
    Rule(
        "num_set_phrase",
        "",
        (
            Form(
                r"(?:星期|礼拜)[1-6](?!\d)|每周[1-6](?![次天年\d个场人节课小])|(?<![每\d一二三四五六七八九十])周[1-6](?=[，。、上下早晚）(（])",
                _in_words,
                "期0|拜0|周0",
            ),
            Form(
                r"(?<!\d)[12]把手|第1书记|3会1课|3严3实|1带1路|[“‘]3农|(?<!\d)(?:1[5-9]|20)大(?=报告|精神|代表|以来|召开)",
                _in_words,
                _SLOGANS,
            ),
            Form(
                r"(?<![\d、])(?:4个(?=意识|自信|全面)|2个(?=维护|确立))|[“‘][2-9]个(?=[^\d\W]{1,6}[”’])(?![月人]|小时|星期|亿|万|工作日)"
                r"|(?:人大|党代会)\d{1,2}次(?=会议)",
                _in_words,
                "4个意|4个自|4个全|2个维|2个确|“0个|‘0个|大0|会0",
            ),
        ),
        safe=True,
    ),
    Rule(
        "num_session",
        beside("届", "全中0一"),
        (Form(r"(?<!\d)\d{1,2}届(?=全国人大|全国政协|中央|[一二三四五六七八\d]{1,2}中全会)", _in_words),),
    ),
    Rule(
        "num_year_short",
        "",
        (
            Form(
                r"(?<![\d.）)])(?P<slip>[89012]\d年)(?=1?\d月|底|初(?![中级步心])|度)",
                _full_year,
                "00年0|00年底|00年初|00年度",
            ),
            Form(r"(?:(?<=自)|(?<=从))(?P<slip>[5-9012]\d年)(?=以来|起|开始)", _full_year, "自00年|从00年"),
            Form(r"(?<![\dA-Za-z])(?P<slip>[’'][5-9012]\d年)(?!代)", _full_year, "’00年|'00年"),
        ),
    ),
    Rule(
        "num_decade",
        "00年代|一年代",
        (
            Form(r"(?<!\d)[2-9]0(?:、[2-9]0)?年代(?![表替理课言购码价])", _century),
            Form(rf"[{_NUM}]{{1,3}}世纪\d0年代|\d\d世纪[{_NUM}]十年代", _one_style),
        ),
    ),
    Rule(
        "num_decade_perhaps",
        "0000年代",
        (Form(r"(?<!\d)(1[89])([2-9]0)年代", lambda match: f"{int(match[1]) + 1}世纪{match[2]}年代"),),
    ),
)
_RANGES: Final = (
    Rule(
        "num_range_unit",
        _DASHED,
        (
            Form(
                r"(\d(?<![\d.A-Za-z%-]\d)\d{0,8}(?:\.\d{1,4})?)(?P<mark>[-–－—~～])[-–－—~～]?(\d{1,9}(?:\.\d{1,4})?)([%％万亿])",
                _both_units,
            ),
        ),
    ),
    Rule(
        "num_range_mark",
        beside("0", "-–－"),
        (
            Form(
                rf"(?<![\dA-Za-z.\-/〕])(?!10-\d ?[A-Za-z])(\d{{1,9}}(?:\.\d{{1,4}})?)"
                rf"[-–－]{{1,2}}(\d{{1,9}}(?:\.\d{{1,4}})?)"
                rf"(?= ?(?:{_UNIT}))",
                r"\1~\2",
            ),
        ),
        safe=True,
    ),
    Rule(
        "num_unit_mix",
        "0一",
        (
            Form(
                r"\d(?<![\d.]\d)(?:\d{0,3}亿(?:\d{1,4}千万|万)|\d?(?:千|百)(?:\d(?:百|十)?|(?=[元人名亩斤户株个余多])))"
            ),
        ),
    ),
    Rule(
        "num_grouping",
        "0，000",
        (Form(r"(?<![\d，.、])\d{1,2}(?:，\d{3}){1,3}(?![\d，])", lambda match: match[0].replace("，", ",")),),
        safe=True,
    ),
    Rule("percent_word", "一分之0", (Form(r"百分之(\d{1,9}(?:\.\d{1,4})?)", r"\1%"),), safe=True),
    Rule(
        "percent_point",
        "由0%|由00%|由0.|由00.|由000",
        (
            Form(
                r"由(\d{1,3}(?:\.\d{1,3})?)%[^。\n]{0,20}?[到至](\d{1,3}(?:\.\d{1,3})?)%[^。\n]{0,12}?"
                r"(?:提高|上升|增长|增加|下降|降低)了?(?P<slip>(\d{1,3}(?:\.\d{1,3})?)%)",
                _points_of,
            ),
        ),
    ),
)
_SAYINGS: Final = (
    Rule(
        "times_decrease",
        "0倍|一倍|几倍|数倍|多倍|余倍",
        (
            Form(
                rf"(?:降低|减少|下降|缩短|缩小|减轻|降)(?:了|到|至|为)?(?:约|近)?(?:\d{{1,6}}(?:\.\d{{1,3}})?|[{_NUM}两]{{1,4}}|几|数)[多余]?倍"
            ),
        ),
    ),
    Rule("times_double", "翻0|翻一|翻几|翻了", (Form(rf"翻了?(?:\d{{1,4}}|[{_NUM}两几]{{1,3}})倍"),)),
    Rule(
        "about_double",
        "",
        (
            Form(
                rf"((?<!最)(?<![附靠临贴接])近|将近|大约|(?<![签履合节预集条制邀相违誓公纽立契])约)[有为占]?"
                rf"((?:\d[\d,.]{{0,11}}|[{_NUM}百千两]{{1,6}})[万亿]?{HAN}{{0,2}}?)(?:左右(?![两各侧手])|上下(?!游|班|午|车))",
                _about,
                "左右|上下",
            ),
            Form(
                rf"[大约将超](?:(?<=大)约|(?<=约)(?<![签履合节预集].)|(?<=将)近|(?<=超)过)"
                rf"(?:\d[\d,.]{{0,11}}|[{_NUM}百千]{{1,6}})[万亿]?[余多](?![年万亿]?前)",
                lambda match: match[0][:-1],
                _MORE,
            ),
            Form(
                rf"[\d{_NUM}百千](?:(?<=\d)[\d,.]{{0,11}}|(?<!\d)[{_NUM}百千]{{0,5}})[余多]{HAN}{{1,2}}以上",
                lambda match: match[0][:-2],
                "以上",
            ),
        ),
    ),
    Rule(
        "word_er",
        beside("二", "个名家位"),
        (
            Form(
                rf"(?<![第{_NUM}百千万亿零〇、\d初])二(?=个(?!月)|名)|(?<=[，。了有的])二(?=家)|(?<=[了有共请着])二(?=位)",
                "两",
            ),
        ),
    ),
)
_SAME: Final = "[名人户家亩项篇株]"
_MIXED: Final = (
    Rule(
        "num_style_mix",
        "|".join(f"一一{each}" for each in "名人户家亩项篇株余多"),
        (
            Form(
                rf"\d(?<!\d\d)\d{{1,5}}[余多]?({_SAME})[^。！？；\n]{{0,60}}?(?<![{_NUM}百千唯])"
                rf"(?P<slip>[{_NUM}百千两]{{2,5}}[余多]?\1)"
            ),
            Form(
                rf"(?<![{_NUM}百千唯])(?P<slip>[{_NUM}百千两]{{2,5}}[余多]?({_SAME}))[^。！？；\n]{{0,60}}?(?<!\d)\d{{2,6}}[余多]?\2"
            ),
        ),
    ),
)

RULES: Final = (*_STYLES, *_RANGES, *_SAYINGS, *_MIXED)
