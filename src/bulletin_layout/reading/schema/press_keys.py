"""The table of the keys of a print profile (印刷要求)."""

import re
from typing import Final, get_args

from bulletin_layout.findings.catalogue.values import no_ink_total
from bulletin_layout.findings.phrases import SaidValueError, both
from bulletin_layout.issue.press import SHEETFED, Press, PressMark
from bulletin_layout.reading.schema import units
from bulletin_layout.reading.schema.binding import BY_HAND, key, shape
from bulletin_layout.reading.schema.kinds import Choice, Form, ListOf, Named, Text, Whole
from bulletin_layout.reading.sources.files import PATH_PATTERN

_INK_LIMIT: Final = r"([1-3][0-9]{2}|400)\s*%?"
_TYPE_SIZE: Final = units.length("pt", "mm", least=0.1)
#: Creep (爬移) in the thickest booklet that can be stapled is some millimetres.
_CREEP: Final = units.length("mm", "pt", most=20)
_PROFILE_NAME: Final = Text(both("a profile's name", "一种印刷要求的名字"))


def _ink_limit(text: str) -> float:
    found = re.fullmatch(_INK_LIMIT, text)
    if not found:
        raise SaidValueError(no_ink_total(text))
    return int(found[1]) / 100


_TOTAL: Final = Form(
    both("a total of ink such as 300%", "总墨量，如 300%"),
    _ink_limit,
    _INK_LIMIT,
    100,
    400,
    write=lambda part: f"{part:.0%}",
)

PROFILE: Final = shape(Press, {
    "extends": key(
        both("the profile that this one changes", "在哪种印刷要求上改"),
        _PROFILE_NAME,
        field=BY_HAND,
        instead=both("that of its name", "同名的那种"),
    ),
    "standard": key(both("PDF/X-4 or PDF/X-1a:2003", "PDF/X-4 或 PDF/X-1a:2003")),
    "intent": key(
        both(
            "the press's ICC profile, from the publication's folder; or, by its file's name, one that comes along",
            "印厂的 ICC 特性文件，路径从刊物文件夹写起；也可以写自带的一个的文件名",
        ),
        Text(both("a path", "路径"), PATH_PATTERN),
        instead=both("that of the paper", "这种纸自带的"),
    ),
    "condition": key(
        both(
            "the printing condition's name in the ICC's registry, e.g. FOGRA39",
            "印刷条件在 ICC 登记的名字，例如 FOGRA39",
        ),
        Text(),
    ),
    "dpi": key(
        both(
            "pixels an inch that pictures need; what is far above is reduced to it",
            "图片每英寸要多少像素；高出很多的缩到这个数",
        ),
        Whole(72, 2400),
    ),
    "tac": key(both("the most ink on one spot (总墨量)", "总墨量上限"), _TOTAL),
    "safe": key(both("from the cut to the nearest text (安全距离)", "安全距离：文字离裁切边至少多远"), units.ABSOLUTE),
    "thinnest": key(both("the thinnest line", "最细的线"), _TYPE_SIZE),
    "smallest": key(both("the smallest type", "最小的字"), _TYPE_SIZE),
    "mixed_line": key(both("the thinnest line in two or more inks", "几色套印的线，最细多少"), _TYPE_SIZE),
    "mixed_type": key(both("the smallest type in two or more inks", "几色套印的字，最小多少"), _TYPE_SIZE),
    "marks": key(
        both("what stands outside the bleed; `[]` for nothing", "出血外面印哪些标记；`[]` 是不印"),
        ListOf(Choice(get_args(PressMark))),
    ),
    "spots": key(
        both(
            "spot colours: plates of their own, or converted to their alternates",
            "专色：单独出一块版，还是转成替代色",
        )
    ),
    "pages": key(both("what the number of pages must be a multiple of", "版数要是几的倍数"), Whole(1, 64)),
    "blanks": key(both("a booklet's missing pages: add them blank, or stop", "骑马订版数不足：补白页，还是停下")),
    "overprint": key(both("solid black text and lines print over what lies below (黑版叠印)", "单黑的字和线叠印")),
    "creep": key(
        both("how far a booklet's innermost sheet is moved to the spine (爬移)", "爬移：骑马订最里一张向订口移多少"),
        _CREEP,
    ),
})  # fmt: skip

PRINT: Final = shape(None, {
    "profile": key(
        both(
            "the profile used: sheetfed, offset-uncoated, newspaper, or one of `profiles`",
            "用哪种：sheetfed、offset-uncoated、newspaper，或 `profiles` 里的一种",
        ),
        _PROFILE_NAME,
        usual=SHEETFED.name,
    ),
    "profiles": key(
        both(
            "print profiles by name; what one leaves out is as in the one that it changes",
            "自定的印刷要求；没写的，照所改的那一种",
        ),
        Named(PROFILE, "print profile"),
    ),
})  # fmt: skip
