"""Splits a story file (稿头与正文) into its front matter, between lines of ``---``, and its body."""

import re
from collections.abc import Sequence
from typing import Final

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import markup, stories
from bulletin_layout.reading.schema.issue_keys import STORY
from bulletin_layout.reading.sources.remarks import HIDDEN
from bulletin_layout.values import NamedTuple

_FENCE: Final = "---"
#: What word processors and input methods turn three hyphens into, and the fences of other programs.
_LIKE_FENCE: Final = re.compile(r"[-‐-―−─－﹣_＿=*~+\s]*[-‐-―−─－﹣_＿=*~+]")
_BLANK: Final = f" \t\u3000\u00a0\ufeff{HIDDEN}"
_NAMES: Final = "|".join(STORY.keys)
_KEY: Final = re.compile(rf"[ \t]*({_NAMES})[ \t]*[:：]", re.IGNORECASE)
_KEY_IN_TEXT: Final = re.compile(rf"({_NAMES})[ \t]*[:：]")


class StoryParts(NamedTuple):
    """The lines of the front matter (None: there is none) and of the body, with the line numbers (from 1) that they
    start at."""

    front: str | None
    front_line: int
    body: str
    body_line: int


def parts_of_story(text: str, path: str, findings: list[Finding]) -> StoryParts | None:
    """Split a story's text, whose remarks are hidden already. Empty lines before the front matter are ignored. None
    when the front matter is never closed, which is reported."""
    lines = text.split("\n")
    first = next((k for k, line in enumerate(lines) if line.strip(_BLANK)), len(lines) - 1)
    wrong: list[int] = []  # lines probably meant as ---
    if not _is_fence(lines, first):
        _check_keys(lines, 0, path, findings)
        return StoryParts(None, 1, text, 1)
    if lines[first].strip(_BLANK) != _FENCE:
        wrong.append(first)
    for k in range(first + 1, len(lines)):
        line = lines[k].rstrip(_BLANK)
        is_end = line in (_FENCE, "...")
        if is_end or (len(line) > 1 and not line[0].isspace() and _LIKE_FENCE.fullmatch(line)):
            if not is_end:
                wrong.append(k)
            findings += (markup.front_matter_line(Location(path, at + 1), line=lines[at].strip(_BLANK)) for at in wrong)
            _check_keys(lines, k + 1, path, findings)
            front = ["" if line.strip(_BLANK) == "" else line.rstrip(_BLANK) for line in lines[first + 1 : k]]
            return StoryParts("\n".join(front), first + 2, "\n".join(lines[k + 1 :]), k + 2)
    findings.append(stories.front_matter(Location(path, first + 1)))
    return None


def _is_fence(lines: Sequence[str], first: int) -> bool:
    """Whether the front matter starts at a line. A mistyped fence counts when a key follows it."""
    line = lines[first].strip(_BLANK)
    if line == _FENCE:
        return True
    after = next((one for one in lines[first + 1 :] if one.strip(_BLANK)), "")
    return _LIKE_FENCE.fullmatch(line) is not None and _KEY.match(after) is not None


def _check_keys(lines: Sequence[str], start: int, path: str, findings: list[Finding]) -> None:
    """Report keys of the front matter found in the body, where they would be printed."""
    is_first = True  # in the first paragraph even keys in capitals are probably meant as keys
    for k in range(start, len(lines)):
        found = (_KEY if is_first else _KEY_IN_TEXT).match(lines[k])
        if found is not None:
            findings.append(markup.key_in_text(Location(path, k + 1, found.start(1) + 1), key=found[1]))
        is_first = is_first and (found is not None or not lines[k].strip(_BLANK))
