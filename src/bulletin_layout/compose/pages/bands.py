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

    @property
    def side(self) -> str:
        """left, center or right: what spans the whole edge has its text in the middle."""
        return self.at.partition("-")[2] or "center"


class Band(NamedTuple):
    """Distances from the type area, in points: ``near`` and ``far`` of the whole piece, ``text`` of the nearer side of
    its text, which may take ``room``."""

    near: float
    text: float
    room: float
    far: float


def bands(pieces: Sequence[EdgePiece], line: float) -> Mapping[str, Band]:
    """Where the pieces of one edge stand, by name; ``line``: one 行. Of two texts at one place that both say nothing of
    their distance, the later one stands beyond the first."""
    said = [piece for piece in pieces if piece.offset is not None]
    placed = {piece.name: _as_said(piece, piece.offset or 0.0) for piece in said}
    near = CLEAR_LINES * line
    for storey in _storeys([piece for piece in pieces if piece.offset is None]):
        own = _storey(storey, near, [(piece, placed[piece.name]) for piece in said], line)
        placed |= own
        near = max(band.far for band in own.values()) + RULE_GAP
    return placed


def _storeys(free: Sequence[EdgePiece]) -> list[list[EdgePiece]]:
    """Pieces whose texts stand side by side, from the type area outwards."""
    storeys: list[list[EdgePiece]] = []
    for piece in free:
        for storey in storeys:
            if not piece.height or all(not other.height or piece.side != other.side for other in storey):
                storey.append(piece)
                break
        else:
            storeys.append([piece])
    return storeys


def _storey(
    free: Sequence[EdgePiece], near: float, said: Sequence[tuple[EdgePiece, Band]], line: float
) -> Mapping[str, Band]:
    """Pieces side by side: their nearer rules at ``near``, then all texts on one baseline, then the farther rules."""
    highest = max(piece.height for piece in free)
    text = max(near + _room(piece.nearer) for piece in free)
    for piece, band in said:
        if piece.nearer != "none" and near - RULE_GAP < band.near < text + highest + RULE_GAP:
            text = max(text, band.near + _room(piece.nearer))
    baseline = text + max((piece.reach for piece in free if piece.height), default=0.0)
    baseline = _of_neighbours(free, said, baseline, line)
    far = max((baseline - piece.reach + piece.height for piece in free if piece.height), default=text)
    placed = {}
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


def _of_neighbours(
    free: Sequence[EdgePiece], said: Sequence[tuple[EdgePiece, Band]], least: float, line: float
) -> float:
    """The baseline that neighbours with an offset have, when it is as far away as ``least`` and at most a 行 farther;
    else the least."""
    sides = {piece.side for piece in free if piece.height}
    theirs = [band.text + piece.reach for piece, band in said if piece.height and piece.side not in sides]
    return min((each for each in theirs if least - 0.01 <= each <= least + line), default=least)


def mirrored(at: FurniturePlace, grid: Grid) -> str:
    """Inner and outer as left and right of this page."""
    left, right = ("inner", "outer") if grid.inner_is_left else ("outer", "inner")
    return at.replace(left, "left").replace(right, "right")
