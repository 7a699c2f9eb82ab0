"""Remarks between ``<!--`` and ``-->`` (批注): for those who work on a text; they are never printed.

Each of their characters is replaced by ``HIDDEN``, which no text can hold: so lines and columns stay what they are.
"""

import re
from typing import Final

#: A noncharacter, which ``encoding`` lets through from no file.
HIDDEN: Final = "\ufdd0"

_START: Final = re.compile(r"(\\*)<!--")
_LINE_END: Final = re.compile(r"\n[ \t]*\n|\Z")
_CHARACTER: Final = re.compile(r"[^\n]")
_AT_START: Final = re.compile(rf"[ \t]*{HIDDEN}[ \t{HIDDEN}]*")


def hidden(text: str) -> tuple[str, int | None]:
    """The text with its remarks hidden, and where one starts that nothing ends; it reaches to the next empty line.
    ``\\<!--`` starts none (CommonMark 2.4); ``<!-->`` and ``<!--->`` are whole remarks (6.6)."""
    if "<!--" not in text:
        return text, None
    parts: list[str] = []
    done = 0
    unclosed = None
    while (start := _START.search(text, done)) is not None:
        parts.append(text[done : start.end() - len("<!--")])
        if len(start[1]) % 2:
            parts.append("<!--")
            done = start.end()
            continue
        end = _end(text, start.end())
        if end < 0:
            unclosed = unclosed if unclosed is not None else start.end() - len("<!--")
            end = _paragraph_end(text, start.end())
        parts.append(_CHARACTER.sub(HIDDEN, text[start.end() - len("<!--") : end]))
        done = end
        if unclosed is not None:
            break
    return "".join((*parts, text[done:])), unclosed


def _end(text: str, start: int) -> int:
    """Where a remark ends whose text starts here; -1: nowhere."""
    for whole in (">", "->"):
        if text.startswith(whole, start):
            return start + len(whole)
    found = text.find("-->", start)
    return found + len("-->") if found >= 0 else -1


def _paragraph_end(text: str, start: int) -> int:
    found = _LINE_END.search(text, start)
    return found.start() if found is not None else len(text)


def without_hidden(line: str) -> str | None:
    """A line without what is hidden at its ends, its characters where they were; None: it holds nothing else."""
    if HIDDEN not in line:
        return line
    kept = line.rstrip(f" \t{HIDDEN}") if line.rstrip(" \t").endswith(HIDDEN) else line
    if not kept:
        return None
    before = _AT_START.match(kept)
    return kept if before is None else " " * before.end() + kept[before.end() :]
