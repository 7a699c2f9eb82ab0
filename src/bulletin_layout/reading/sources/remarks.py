"""Remarks between ``<!--`` and ``-->`` (批注): notes for editors, never printed.

Each of their characters is replaced by ``HIDDEN``, which cannot occur in a text, so lines and columns stay right.
"""

import re
from typing import Final

#: A noncharacter; ``encoding`` never lets one through from a file.
HIDDEN: Final = "\ufdd0"

_START: Final = r"(?<!\\)(\\*+)<!--"
_LINE_END: Final = r"\n[ \t]*\n|\Z"
_AT_START: Final = rf"[ \t]*{HIDDEN}[ \t{HIDDEN}]*"


def hidden(text: str) -> tuple[str, int | None]:
    """The text with its remarks hidden, and the start of a remark that is never closed, which extends to the next
    empty line. ``\\<!--`` does not start a remark (CommonMark 2.4); ``<!-->`` and ``<!--->`` are complete ones
    (6.6)."""
    if "<!--" not in text:
        return text, None
    parts: list[str] = []
    done = 0
    unclosed = None
    while (start := re.compile(_START).search(text, done)) is not None:
        parts.append(text[done : start.end() - len("<!--")])
        if len(start[1]) % 2:
            parts.append("<!--")
            done = start.end()
            continue
        end = _end(text, start.end())
        if end < 0:
            unclosed = unclosed if unclosed is not None else start.end() - len("<!--")
            end = _paragraph_end(text, start.end())
        parts.append(re.sub(r"[^\n]", HIDDEN, text[start.end() - len("<!--") : end]))
        done = end
        if unclosed is not None:
            break
    return "".join((*parts, text[done:])), unclosed


def _end(text: str, start: int) -> int:
    """The end of the remark whose text starts at ``start``; -1 when it is not closed."""
    for whole in (">", "->"):
        if text.startswith(whole, start):
            return start + len(whole)
    found = text.find("-->", start)
    return found + len("-->") if found >= 0 else -1


def _paragraph_end(text: str, start: int) -> int:
    found = re.compile(_LINE_END).search(text, start)
    return found.start() if found is not None else len(text)


def without_hidden(line: str) -> str | None:
    """A line without hidden characters at its ends, the others at their places; None when it holds nothing else."""
    if HIDDEN not in line:
        return line
    kept = line.rstrip(f" \t{HIDDEN}") if line.rstrip(" \t").endswith(HIDDEN) else line
    if not kept:
        return None
    before = re.match(_AT_START, kept)
    return kept if before is None else " " * before.end() + kept[before.end() :]
