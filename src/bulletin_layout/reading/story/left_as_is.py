"""Remarks that leave slips as they are (校：留): ``<!-- 校：留 confusable 做为 -->``; 全文 behind it: all of them."""

import re
from collections.abc import Iterator
from typing import Final

from bulletin_layout.findings import Location
from bulletin_layout.issue.story import LeftAsIs

_SIGN: Final = "校：留"


def left_as_is(text: str, shown: str) -> Iterator[LeftAsIs]:
    """Those of a story file; ``shown``: its path as messages name it."""
    if _SIGN not in text:
        return
    for match in re.finditer(r"<!-- {0,9}校：留 ([^\n<>]{1,200}?)-->", text):
        code, _, words = match[1].strip().partition(" ")
        whole = words.endswith(" 全文")
        place = Location(
            shown, text.count("\n", 0, match.start()) + 1, match.start() - text.rfind("\n", 0, match.start())
        )
        yield LeftAsIs(code, words.removesuffix(" 全文").strip(), place, everywhere=whole)
