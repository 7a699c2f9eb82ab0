"""Parts of an imprint: a label with a value (印数：1200 册), or a name with what it does (某某印务承印)."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from bulletin_layout.findings.phrases import Phrase

#: Stands where a value is still to be filled in: ××, XX, ____, 待定 …
BLANK: Final = r"[×✕✖□＿_?？*＊]|[xXＸ○]{2}|某某|待定|待填|暂无"
#: What may stand behind a name: 某某院主管主办, 某某印务承印.
_DEEDS: Final = "主管|主办|编印|编辑|出版|承印|印刷|发行"
#: What stands behind a label, unless that is the next label.
_VALUE: Final = rf"(?:\s?[：:]\s?|\s{{1,3}})(?!(?:{BLANK}))[^\s：:，。；、]{{1,60}}+(?![：:])"

#: A space within a label, whose characters may be set apart (印　数：).
_APART: Final = r"(?<=\w)[ 　](?=\w(?:[ 　]\w){0,3}[：:])"


def named(labels: str, deeds: str = "", value: str = _VALUE) -> str:
    """A pattern for a part: one of the ``labels`` (between ``|``) before a value, or a name before one of the
    ``deeds``."""
    pattern = rf"(?:{labels}){value}"
    if deeds:
        pattern += rf"|[^\s：:，。；、|]{{3}}(?:{deeds})(?=\W|$|{_DEEDS})"
    return pattern


def missing_parts(lines: str, parts: Mapping[Phrase, str]) -> Iterator[Phrase]:
    """The names of the parts that are not in these lines."""
    lines = re.sub(_APART, "", lines)
    for name, pattern in parts.items():
        if not re.search(pattern, lines):
            yield name
