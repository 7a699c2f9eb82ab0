"""Splits a story file (稿头与正文) into its front matter, between lines of ``---``, and its body."""

from collections.abc import Sequence
from typing import Final

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import markup, stories
from bulletin_layout.reading.schema.issue_keys import STORY
from bulletin_layout.reading.sources.remarks import HIDDEN
from bulletin_layout.values import NamedTuple

_FENCE: Final = "---"
#: What word processors and input methods turn three hyphens into, and the fences of other programs.
_FENCE_SIGNS: Final = "-‐‑‒–—―−─－﹣_＿=*~+"
_BLANK: Final = f" \t\u3000\u00a0\ufeff{HIDDEN}"


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
        if is_end or (len(line) > 1 and not line[0].isspace() and _is_like_fence(line)):
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
    return _is_like_fence(line) and _key_of(after, loosely=True) != ""


def _is_like_fence(line: str) -> bool:
    """Whether a line, which does not end with a blank, has only signs of fences, and blanks between them."""
    return line[-1:] in _FENCE_SIGNS and line != "" and not "".join(line.split()).strip(_FENCE_SIGNS)


def _key_of(line: str, *, loosely: bool) -> str:
    """The key of the front matter that a line begins with, as it is written; "": none. ``loosely``: it may be written
    in capitals, with blanks before it."""
    before, colon, _ = line.replace("：", ":").partition(":")
    written = before.strip(" \t") if loosely else before.rstrip(" \t")
    return written if colon and (written.lower() if loosely else written) in STORY.keys else ""


def _check_keys(lines: Sequence[str], start: int, path: str, findings: list[Finding]) -> None:
    """Report keys of the front matter found in the body, where they would be printed."""
    is_first = True  # in the first paragraph even keys in capitals are probably meant as keys
    for k in range(start, len(lines)):
        key = _key_of(lines[k], loosely=is_first)
        if key:
            findings.append(markup.key_in_text(Location(path, k + 1, lines[k].index(key) + 1), key=key))
        is_first = is_first and (key != "" or not lines[k].strip(_BLANK))
