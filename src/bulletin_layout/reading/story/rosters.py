"""Rosters of names (名单): the names between commas, spaces and line ends, without spaces typed to widen them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bulletin_layout.issue import Piece

_MARKS = re.compile(r"[、，,；;\n]")
#: Stretches of text between separators: marks and line ends where a roster has marks, else spaces as well.
_BETWEEN_MARKS = re.compile(r"[^、，,；;\n]+")
_BETWEEN_SPACES = re.compile(r"[^、，,；;\s]+")
_SPACES = re.compile(r"\s+")


def names_of(pieces: Sequence[Piece]) -> tuple[tuple[Piece, ...], ...]:
    """The names in order. Where commas part the names, spaces are of a name (``John Smith``) or widen it (``张　三``);
    where none does they part names, but single characters with ideographic spaces between them are one name."""
    text = "".join(piece.text for piece in pieces)
    by_marks = bool(_MARKS.search(text.replace("\n", "")))
    names: list[list[Piece]] = []
    ends: list[int] = []  # of the names, in the whole text
    starts: list[int] = []
    offset = 0
    for piece in pieces:
        for found in (_BETWEEN_MARKS if by_marks else _BETWEEN_SPACES).finditer(piece.text):
            part = _cut(piece, found.start(), found.end())
            if names and ends[-1] == offset + found.start():
                names[-1].append(part)
            else:
                names.append([part])
                starts.append(offset + found.start())
                ends.append(0)
            ends[-1] = offset + found.end()
        offset += len(piece.text)
    if not by_marks:
        names = _joined(names, [text[end:start] for end, start in zip(ends, starts[1:], strict=False)])
    cleaned = (tuple(part for piece in name for part in _without_spaces(piece)) for name in names)
    return tuple(name for name in cleaned if name)


def _joined(names: list[list[Piece]], gaps: list[str]) -> list[list[Piece]]:
    """Single characters with nothing but ideographic spaces between them are the parts of one name."""
    whole = names[:1]
    for name, gap in zip(names[1:], gaps, strict=True):
        single = all(sum(len(piece.text) for piece in one) == 1 for one in (name, whole[-1]))
        if single and not gap.strip("　"):
            whole[-1] = [*whole[-1], *name]
        else:
            whole.append(name)
    return whole


def _without_spaces(piece: Piece) -> list[Piece]:
    """A piece without blanks at its ends, and cut where spaces part Han."""
    parts = []
    start = 0
    for found in _SPACES.finditer(piece.text):
        before, after = piece.text[: found.start()][-1:], piece.text[found.end() :][:1]
        if not before or not after or not (before.isascii() or after.isascii()):
            parts.append(_cut(piece, start, found.start()))
            start = found.end()
    parts.append(_cut(piece, start, len(piece.text)))
    return [part for part in parts if part.text]


def _cut(piece: Piece, start: int, end: int) -> Piece:
    at = piece.location
    return replace(piece, text=piece.text[start:end], location=replace(at, column=at.column + start))
