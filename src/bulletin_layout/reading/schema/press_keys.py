"""Every key of a print profile (印刷要求), as a table."""

import re
from typing import Final, get_args

from bulletin_layout.findings.catalogue.values import no_ink_total
from bulletin_layout.findings.phrases import SaidValueError
from bulletin_layout.issue.press import SHEETFED, Press, PressMark
from bulletin_layout.reading.schema import units
from bulletin_layout.reading.schema.binding import BY_HAND, key, shape
from bulletin_layout.reading.schema.kinds import Choice, Doc, Form, ListOf, Named, Text, Whole
from bulletin_layout.reading.sources.files import PATH_PATTERN

_INK_LIMIT: Final = r"([1-3][0-9]{2}|400)\s*%?"
_TYPE_SIZE: Final = units.length("pt", "mm", least=0.1)
#: The thickest booklet that can be stapled moves its pages by some millimetres.
_CREEP: Final = units.length("mm", "pt", most=20)
_PROFILE_NAME: Final = Text(Doc("a profile's name", "一种印刷要求的名字"))


def _ink_limit(text: str) -> float:
    found = re.fullmatch(_INK_LIMIT, text)
    if not found:
        raise SaidValueError(no_ink_total(text))
    return int(found[1]) / 100


_TOTAL: Final = Form(
    Doc("a total of ink such as 300%", "总墨量，如 300%"),
    _ink_limit,
    _INK_LIMIT,
    100,
    400,
    write=lambda part: f"{part:.0%}",
)

PROFILE: Final = shape(Press, {
    "extends": key(
        Doc("the profile that this one changes"), _PROFILE_NAME, field=BY_HAND, instead=Doc("that of its name")
    ),
    "standard": key(Doc("PDF/X-4 or PDF/X-1a:2003")),
    "intent": key(
        Doc("the press's ICC profile, from the publication's folder"),
        Text(Doc("a path", "路径"), PATH_PATTERN),
        instead=Doc("FOGRA39"),
    ),
    "condition": key(Doc("the printing condition's name in the ICC's registry, e.g. FOGRA39"), Text()),
    "dpi": key(Doc("pixels an inch that pictures need; what is far above is reduced to it"), Whole(72, 2400)),
    "tac": key(Doc("the most ink on one spot (总墨量)"), _TOTAL),
    "safe": key(Doc("from the cut to the nearest text (安全距离)"), units.ABSOLUTE),
    "thinnest": key(Doc("the thinnest line"), _TYPE_SIZE),
    "smallest": key(Doc("the smallest type"), _TYPE_SIZE),
    "marks": key(Doc("what stands outside the bleed; `[]` for nothing"), ListOf(Choice(get_args(PressMark)))),
    "spots": key(Doc("spot colours: plates of their own, or converted to their alternates")),
    "pages": key(Doc("what the number of pages must be a multiple of"), Whole(1, 64)),
    "blanks": key(Doc("a booklet's missing pages: add them blank, or stop")),
    "overprint": key(Doc("solid black text and lines print over what lies below (黑版叠印)")),
    "creep": key(Doc("how far a booklet's innermost sheet is moved to the spine (爬移)"), _CREEP),
})  # fmt: skip

PRINT: Final = shape(None, {
    "profile": key(
        Doc("the profile used: sheetfed, newspaper, or one of `profiles`"), _PROFILE_NAME, usual=SHEETFED.name
    ),
    "profiles": key(
        Doc("print profiles by name; what one leaves out is as in the one that it changes"),
        Named(PROFILE, "print profile"),
    ),
})  # fmt: skip
