"""Rules of units (单位): symbols of GB 3100—93, legal units, money."""

import re
from typing import Final

from bulletin_layout.proofreading.rule import Form, Rule

_RIGHT: Final = {
    **{"KM": "km", "Km": "km", "KG": "kg", "Kg": "kg", "CM": "cm", "Cm": "cm", "MM": "mm", "Mm": "mm"},
    **{"ML": "mL", "Ml": "mL", "Mpa": "MPa", "MPA": "MPa", "KPa": "kPa", "kpa": "kPa", "Kpa": "kPa", "KPA": "kPa"},
    **{"KW": "kW", "Kw": "kW", "kw": "kW", "KV": "kV", "Kv": "kV", "kv": "kV", "KWh": "kWh", "KWH": "kWh"},
    **{"kwh": "kWh", "HZ": "Hz", "hz": "Hz", "KHz": "kHz", "KHZ": "kHz", "khz": "kHz", "Mhz": "MHz", "MHZ": "MHz"},
    **{"Ghz": "GHz", "GHZ": "GHz", "hr": "h", "hrs": "h", "sec": "s"},
}
_OBSOLETE: Final = {
    **{"公分": "厘米", "公升": "升", "立升": "升", "公吨": "吨", "公尺": "米", "华里": "千米", "英吋": "英寸"},
    **{"马力": "千瓦", "大卡": "千焦", "市斤": "千克", "市尺": "米", "ppm": "10⁻⁶", "钟头": "小时"},
}
_NUMBER: Final = r"[\d一二三四五六七八九十百千万几多半]"
_EXPONENTS: Final = str.maketrans("23", "²³")


def _legal(match: re.Match[str]) -> str:
    return _OBSOLETE[match[0]]


def _one_sign(match: re.Match[str]) -> str:
    return f"{match[1]}元"


RULES: Final = (
    Rule(
        "unit_case",
        "|".join(_RIGHT),
        (
            Form(
                rf"(?<![A-Za-z\d.])[\d.]{{1,12}} ?(?P<slip>({'|'.join(sorted(_RIGHT, reverse=True))}))(?![A-Za-z\d])",
                lambda match: _RIGHT[match["slip"]],
            ),
        ),
        safe=True,
    ),
    Rule(
        "unit_symbol",
        "m2|m3|°C|ºC|˚C|摄氏",
        (
            Form(
                r"(?<=[\d ])(?<![A-Za-z])(?P<slip>[kcdm]?m[23])(?![A-Za-z\d.])",
                lambda match: match["slip"].translate(_EXPONENTS),
            ),
            Form("°C|ºC|˚C", "℃"),
            Form(r"摄氏(\d{1,4})度", r"\1℃"),
        ),
        safe=True,
    ),
    Rule(
        "unit_mixed_sign",
        "/小时|/时|/秒|/分|/天|/日|米/|里/|克/|斤/|升/|吨/",
        (
            Form(r"(?<=\d) ?(?:[kcmμ]?m|[kmμ]?g|m?L)[²³]?/(?:小时|时|秒|分钟|分|天|日)"),
            Form(r"(?<=[\d ])(?:千米|公里|米|厘米|毫米|千克|公斤|克|升|毫升|吨)/(?:h|s|min|d)(?![A-Za-z])"),
        ),
    ),
    Rule(
        "unit_obsolete",
        "|".join(_OBSOLETE),
        (
            Form(rf"(?<={_NUMBER})(?P<slip>{'|'.join(_OBSOLETE)})(?![A-Za-z])", lambda match: _OBSOLETE[match["slip"]]),
            Form(r"(?<=\d )ppm(?![A-Za-z])", "10⁻⁶"),
        ),
    ),
    Rule(
        "unit_range",
        "",
        (
            Form(r"pH值?(?:为|是|约|在)?\s?(?P<slip>(?:1[5-9]|[2-9]\d)(?:\.\d{1,2})?)(?!\d)", None, "pH"),
            Form(r"湿度[^\d，。；\n]{0,6}(?P<slip>(?:1\d[1-9]|1[1-9]\d|[2-9]\d\d)%)", None, "湿度"),
            Form(r"(?<!\d)(?:[4-9]\d{3}|\d{5,6})℃", None, "0000℃"),
            Form(r"[气室水体夜地棚昼]温[^\d，。；\n]{0,6}(?P<slip>\d{3,4}℃)", None, "000℃"),
        ),
    ),
    Rule("money_form", "￥|¥|RMB", (Form(r"(?:[￥¥]|RMB) ?(\d[\d,.]{0,15}[万亿]?)元", _one_sign),), safe=True),
)
