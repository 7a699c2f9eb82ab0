"""Furniture at the head and foot of the page (天头地脚): its distances from the type area.

Pieces without an ``offset`` keep clear of the type area and of each other's rules, with their texts on one baseline.
"""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from bulletin_layout.compose.frame.rules import rule_height
from bulletin_layout.grid import Grid
from bulletin_layout.issue import FurniturePlace
from bulletin_layout.issue.layout import RuleKind

#: Distance between the text of a piece of furniture and its rule, in points.
RULE_GAP: Final = 4.0
#: Distance between the type area and furniture without an ``offset``, in 行.
CLEAR_LINES: Final = 0.5


class EdgePiece(NamedTuple):
    """A piece at the head or foot before it is placed. ``offset``: None when the layout gives none; ``nearer`` and
    ``farther``: its rules on the side of the type area and on the other side; ``height``: of its text, 0 without text;
    ``reach``: from the text's side towards the type area to the nearest baseline; ``room``: height of the band for
    text. All in points."""

    name: str
    at: str
    offset: float | None
    nearer: RuleKind
    farther: RuleKind
    height: float
    reach: float
    room: float


class Band(NamedTuple):
    """Distances from the type area, in points: ``near`` and ``far`` edge of the piece, ``text`` to the nearer side of
    its text, whose height may be ``room``."""

    near: float
    text: float
    room: float
    far: float


def bands(pieces: Sequence[EdgePiece], line: float) -> Mapping[str, Band]:
    """By name, the bands of the pieces at one edge; ``line``: one 行 in points."""
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
    """A piece with an offset from the layout: rule, text and rule follow each other from there."""
    text = offset + _room(piece.nearer)
    return Band(offset, text, piece.room, text + piece.room + _room(piece.farther))


def _room(rule: RuleKind) -> float:
    """The height of a rule with the gap to its text."""
    return rule_height(rule) + RULE_GAP if rule != "none" else 0.0


def _of_neighbours(pieces: Sequence[EdgePiece], placed: Mapping[str, Band], least: float, line: float) -> float:
    """The baseline of neighbours with an offset if it is between ``least`` and one 行 farther out; otherwise
    ``least``."""
    free = {piece.at for piece in pieces if piece.offset is None}
    theirs = [
        placed[piece.name].text + piece.reach
        for piece in pieces
        if piece.offset is not None and piece.height and piece.at not in free
    ]
    return min((each for each in theirs if least - 0.01 <= each <= least + line), default=least)


def mirrored(at: FurniturePlace, grid: Grid) -> str:
    """Inner and outer translated to left and right on this page."""
    left, right = ("inner", "outer") if grid.inner_is_left else ("outer", "inner")
    return at.replace(left, "left").replace(right, "right")
