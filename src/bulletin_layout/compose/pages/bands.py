"""Furniture at the head and foot of the page (天头地脚): how far from the type area each piece of it stands.

Pieces without an ``offset`` stand clear of the type area and of each other's rules, their texts on one baseline.
"""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from bulletin_layout.compose.frame.rules import rule_height
from bulletin_layout.grid import Grid
from bulletin_layout.issue import FurniturePlace
from bulletin_layout.issue.layout import RuleKind

#: Between a furniture's text and a rule, in points.
RULE_GAP: Final = 4.0
#: Between the type area and furniture that does not say how far away it stands, in 行.
CLEAR_LINES: Final = 0.5


class EdgePiece(NamedTuple):
    """A piece at the head or foot, before it has its place. ``offset``: None where the layout gives none; ``nearer``
    and ``farther``: its rules, seen from the type area; ``height``: of its text, 0 without; ``reach``: from that side
    of the text which looks to the type area to the baseline on that side; ``room``: what its band holds for text."""

    name: str
    at: str
    offset: float | None
    nearer: RuleKind
    farther: RuleKind
    height: float
    reach: float
    room: float


class Band(NamedTuple):
    """Distances from the type area, in points: ``near`` and ``far`` of the whole piece, ``text`` of the nearer side of
    its text, which may take ``room``."""

    near: float
    text: float
    room: float
    far: float


def bands(pieces: Sequence[EdgePiece], line: float) -> Mapping[str, Band]:
    """Where the pieces of one edge stand, by name; ``line``: one 行."""
    placed = {piece.name: _as_said(piece, piece.offset) for piece in pieces if piece.offset is not None}
    free = [piece for piece in pieces if piece.offset is None]
    near = CLEAR_LINES * line
    highest = max((piece.height for piece in free), default=0.0)
    text = max((near + _room(piece.nearer) for piece in free), default=near)
    for piece in pieces:
        if piece.offset is not None and piece.nearer != "none":
            rule = placed[piece.name].near
            if near - RULE_GAP < rule < text + highest + RULE_GAP:
                text = max(text, rule + _room(piece.nearer))
    baseline = text + max((piece.reach for piece in free if piece.height), default=0.0)
    baseline = _of_neighbours(pieces, placed, baseline, line)
    tops = [baseline - piece.reach + piece.height for piece in free if piece.height]
    far = max(tops, default=text)
    for piece in free:
        inner = baseline - piece.reach if piece.height else text
        start = inner if piece.nearer == "none" and piece.height else near
        end = inner + piece.height if piece.farther == "none" else far + _room(piece.farther)
        placed[piece.name] = Band(start, inner, piece.height, max(end, start + rule_height(piece.nearer)))
    return placed


def _as_said(piece: EdgePiece, offset: float) -> Band:
    """A piece whose layout says how far away it stands: rule, text, rule, one after the other."""
    text = offset + _room(piece.nearer)
    return Band(offset, text, piece.room, text + piece.room + _room(piece.farther))


def _room(rule: RuleKind) -> float:
    """What a rule takes with the gap to its text."""
    return rule_height(rule) + RULE_GAP if rule != "none" else 0.0


def _of_neighbours(pieces: Sequence[EdgePiece], placed: Mapping[str, Band], least: float, line: float) -> float:
    """The baseline that neighbours with an offset have, when it is as far away as ``least`` and at most a 行 farther;
    else the least."""
    free = {piece.at for piece in pieces if piece.offset is None}
    theirs = [
        placed[piece.name].text + piece.reach
        for piece in pieces
        if piece.offset is not None and piece.height and piece.at not in free
    ]
    return min((each for each in theirs if least - 0.01 <= each <= least + line), default=least)


def mirrored(at: FurniturePlace, grid: Grid) -> str:
    """Inner and outer as left and right of this page."""
    left, right = ("inner", "outer") if grid.inner_is_left else ("outer", "inner")
    return at.replace(left, "left").replace(right, "right")
