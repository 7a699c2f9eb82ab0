"""Every key of a print profile (印刷要求), as a table."""

import re
from typing import Final, get_args

from bulletin_layout.issue.press import Blanks, PressMark, Spots, Standard
from bulletin_layout.reading.schema import units
from bulletin_layout.reading.schema.kinds import Choice, Flag, Form, Key, ListOf, Named, Shape, Text, Whole


def _ink_limit(text: str) -> float:
    found = re.fullmatch(r"(\d{3})\s*%?", text, re.ASCII)
    if not found or not 100 <= int(found[1]) <= 400:
        raise ValueError(f'"{text}" is not a total of ink: write one from 100% to 400%')
    return int(found[1]) / 100


_TYPE_SIZE: Final = units.length("pt", "mm", least=0.1)
#: The thickest booklet that can be stapled moves its pages by some millimetres.
_CREEP: Final = units.length("mm", "pt", most=20)

_PROFILE: Final = Shape({
    "extends": Key(Text("a profile's name"), "the profile that this one changes (default: that of its name)"),
    "standard": Key(Choice(get_args(Standard)), "PDF/X-4 (default) or PDF/X-1a:2003"),
    "intent": Key(Text("a path"), "the press's ICC profile, from the publication's folder (default: FOGRA39)"),
    "condition": Key(Text(), "the printing condition's name in the ICC's registry, e.g. FOGRA39"),
    "dpi": Key(Whole(72, 2400), "pixels an inch that pictures need; what is far above is reduced to it"),
    "tac": Key(Form("a total of ink such as 300%", _ink_limit), "the most ink on one spot (总墨量)"),
    "safe": Key(units.ABSOLUTE, "from the cut to the nearest text (安全距离)"),
    "thinnest": Key(_TYPE_SIZE, "the thinnest line"),
    "smallest": Key(_TYPE_SIZE, "the smallest type"),
    "marks": Key(ListOf(Choice(get_args(PressMark))), "what stands outside the bleed; `[]` for nothing"),
    "spots": Key(Choice(get_args(Spots)), "spot colours: plates of their own, or converted to their alternates"),
    "pages": Key(Whole(1, 64), "what the number of pages must be a multiple of"),
    "blanks": Key(Choice(get_args(Blanks)), "a booklet's missing pages: add them blank, or stop"),
    "overprint": Key(Flag(), "solid black text and lines print over what lies below (黑版叠印)"),
    "creep": Key(_CREEP, "how far a booklet's innermost sheet is moved to the spine (爬移)"),
})  # fmt: skip

PRINT: Final = Shape({
    "profile": Key(Text("a profile's name"), "the profile used: sheetfed (default), newspaper, or one of `profiles`"),
    "profiles": Key(Named(_PROFILE, "print profile"), "print profiles by name"),
})  # fmt: skip
