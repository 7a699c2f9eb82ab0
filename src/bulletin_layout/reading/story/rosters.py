"""Rosters of names (名单): names separated by commas, spaces or line ends, without the spaces typed to widen them.

Nothing within brackets separates names: 张三（女，回族）.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

from bulletin_layout.issue import Piece, Pieces
from bulletin_layout.values import replace

_OPENING: Final = "（(［[【〔《〈「『"
_CLOSING: Final = "）)］]】〕》〉」』"
#: Brackets of the same kind, regardless of width.
_KIND: Final = dict(zip(_OPENING + _CLOSING, "(([[【〔《〈「『(([[【〔《〈「『", strict=True))
_MARKS: Final = "、，,；;"
#: Stretches between separators: punctuation and line ends when a roster has punctuation, else spaces too.
_BETWEEN_MARKS: Final = re.compile(rf"[^{_MARKS}\n]+")
_BETWEEN_SPACES: Final = re.compile(rf"[^{_MARKS}\s]+")
_SPACES: Final = re.compile(r"\s+")

_Span = tuple[int, int]


def names_of(pieces: Sequence[Piece]) -> tuple[Pieces, ...]:
    """The names in order. When commas separate the names, spaces belong to a name (``John Smith``) or widen it (``张
    三``). Otherwise spaces separate names, but single characters with ideographic spaces between them are one name."""
    text = "".join(piece.text for piece in pieces)
    within = _bracketed(text)
    free = "".join("·" if inside else char for char, inside in zip(text, within, strict=True))
    if any(mark in free for mark in _MARKS):
        spans = [found.span() for found in _BETWEEN_MARKS.finditer(free)]
    else:
        spans = _joined([found.span() for found in _BETWEEN_SPACES.finditer(free)], text, within)
    cleaned = (tuple(part for piece in name for part in _without_spaces(piece)) for name in _cut_out(pieces, spans))
    return tuple(name for name in cleaned if name)


def _bracketed(text: str) -> list[bool]:
    """For each character, whether it belongs to a pair of brackets or lies between them; both brackets must be on one
    line."""
    depth = [0] * (len(text) + 1)
    is_open: list[int] = []
    for at, char in enumerate(text):
        if char == "\n":
            is_open.clear()
        elif char in _OPENING:
            is_open.append(at)
        elif char in _CLOSING and is_open and _KIND[text[is_open[-1]]] == _KIND[char]:
            depth[is_open.pop()] += 1
            depth[at + 1] -= 1
    return [level > 0 for level in accumulate(depth[:-1])]


def _joined(spans: Sequence[_Span], text: str, within: Sequence[bool]) -> list[_Span]:
    """Join stretches into names: single characters with only ideographic spaces between them, and brackets with the
    name before them on the line."""
    whole = list(spans[:1])
    for start, end in spans[1:]:
        first, last = whole[-1]
        gap = text[last:start]
        bare = next((at for at in range(start, end) if within[at]), end) - start
        is_part = last - first == 1 and bare == 1 and not gap.strip("　")
        if is_part or (within[start] and "\n" not in gap):
            whole[-1] = first, end
        else:
            whole.append((start, end))
    return whole


def _cut_out(pieces: Sequence[Piece], spans: Sequence[_Span]) -> Iterator[list[Piece]]:
    """The pieces of each stretch of the text; the stretches are in order and do not overlap."""
    number, offset = 0, 0  # the current piece, and its start
    for start, end in spans:
        found: list[Piece] = []
        while number < len(pieces) and offset < end:
            piece = pieces[number]
            first, last = max(start - offset, 0), min(end - offset, len(piece.text))
            if first < last:
                found.append(_cut(piece, first, last))
            if offset + len(piece.text) > end:
                break
            number, offset = number + 1, offset + len(piece.text)
        yield found


def _without_spaces(piece: Piece) -> list[Piece]:
    """A piece without blanks at its ends, split where spaces separate Han."""
    parts = []
    start = 0
    for found in _SPACES.finditer(piece.text):
        before, after = piece.text[max(0, found.start() - 1) : found.start()], piece.text[found.end() : found.end() + 1]
        if not before or not after or not (before.isascii() or after.isascii()):
            parts.append(_cut(piece, start, found.start()))
            start = found.end()
    parts.append(_cut(piece, start, len(piece.text)))
    return [part for part in parts if part.text]


def _cut(piece: Piece, start: int, end: int) -> Piece:
    at = piece.location
    return replace(piece, text=piece.text[start:end], location=replace(at, column=at.column + start))
