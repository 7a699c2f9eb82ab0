"""Merging of a manuscript that came again with a story that was edited (三方合并): line by line, then clause by clause.

``before`` is what the last import made, ``ours`` the story as the editor has it, ``theirs`` what the manuscript gives
now. Changes of both sides are kept where they do not touch each other.
"""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final

from bulletin_layout.values import NamedTuple

#: Clauses of a line, each with its closing mark.
_CLAUSE: Final = re.compile(r"[^，。；：！？、]*+(?:[，。；：！？、][”’）》」』]{0,9})?")
#: Text of more lines than this is compared only line by line.
_MOST_LINES: Final = 5_000


class MergedChange(NamedTuple):
    """A change of the manuscript. ``line``: in the merged story, from 1; ``before`` and ``after``: the words."""

    line: int
    before: str
    after: str


class Conflict(NamedTuple):
    """A place that both sides changed. ``line``: in the edited story, from 1."""

    line: int
    before: str
    ours: str
    theirs: str


class Merge(NamedTuple):
    """The merged text, what the manuscript changed in it, and where both sides changed the same; with any of these,
    the text is not to be used."""

    text: str
    changes: tuple[MergedChange, ...]
    conflicts: tuple[Conflict, ...]


def merge(before: str, ours: str, theirs: str) -> Merge:
    """Merge the manuscript's changes into the edited story."""
    lines: list[str] = []
    changes: list[MergedChange] = []
    conflicts: list[Conflict] = []
    at = 1  # the line of the edited story
    for chunk in _chunks(*(text.split("\n") for text in (before, ours, theirs))):
        merged = _chunk(chunk)
        if merged is None:
            conflicts.append(Conflict(at, *("\n".join(part).strip("\n") for part in chunk)))
            merged = chunk.ours
        elif merged != chunk.ours:
            changes.append(MergedChange(len(lines) + 1, *_different("\n".join(chunk.ours), "\n".join(merged))))
        lines += merged
        at += len(chunk.ours)
    return Merge("\n".join(lines), tuple(changes), tuple(conflicts))


class _Chunk(NamedTuple):
    """A stretch that is the same in all three texts, or that differs in some."""

    before: list[str]
    ours: list[str]
    theirs: list[str]


def _chunks(before: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> list[_Chunk]:
    """The texts cut where all three agree (diff3)."""
    mine, other = _matches(before, ours), _matches(before, theirs)
    chunks: list[_Chunk] = []
    start = (0, 0, 0)
    both = sorted(mine.keys() & other.keys())
    for k in (*both, None):
        end = (k, mine[k], other[k]) if k is not None else (len(before), len(ours), len(theirs))
        if start != end:
            parts = [list(text[a:b]) for text, a, b in zip((before, ours, theirs), start, end, strict=True)]
            chunks.append(_Chunk(*parts))
        if k is not None:
            chunks.append(_Chunk([before[k]], [before[k]], [before[k]]))
            start = (end[0] + 1, end[1] + 1, end[2] + 1)
    return chunks


def _matches(before: Sequence[str], after: Sequence[str]) -> dict[int, int]:
    """Which element of one sequence is which of the other."""
    found = SequenceMatcher(None, before, after, autojunk=len(before) > _MOST_LINES).get_matching_blocks()
    return {block.a + k: block.b + k for block in found for k in range(block.size)}


def _chunk(chunk: _Chunk) -> list[str] | None:
    """The merged lines of a chunk; None when both sides changed the same."""
    before, ours, theirs = chunk
    if theirs in (before, ours):
        return ours
    if ours == before:
        return theirs
    if len(before) == len(ours) == len(theirs):
        lines = [_line(*line) for line in zip(before, ours, theirs, strict=True)]
        return [line for line in lines if line is not None] if None not in lines else None
    return None


def _line(before: str, ours: str, theirs: str) -> str | None:
    """A line merged clause by clause; None when both sides changed the same clause."""
    parts: list[str] = []
    for chunk in _chunks(*(_CLAUSE.findall(text) for text in (before, ours, theirs))):
        one, mine, other = ("".join(part) for part in chunk)
        if other in (one, mine):
            parts.append(mine)
        elif mine == one:
            parts.append(other)
        else:
            return None
    return "".join(parts)


def _different(before: str, after: str) -> tuple[str, str]:
    """The parts in which two texts differ, with a few characters around."""
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    start, end = max(0, start - 4), max(0, end - 4)
    return before[start : len(before) - end], after[start : len(after) - end]
