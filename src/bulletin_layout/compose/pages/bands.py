"""Furniture at the head and foot of the page (天头地脚): its distances from the type area.

Pieces without an ``offset`` keep clear of the type area and of each other's rules, with their texts on one baseline.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from bulletin_layout.compose.frame.rules import rule_height
from bulletin_layout.grid import Grid
from bulletin_layout.issue import FurniturePlace
from bulletin_layout.issue.layout import RuleKind
from bulletin_layout.values import NamedTuple

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

    @property
    def side(self) -> str:
        """left, center or right: what spans the whole edge has its text in the middle."""
        return self.at.partition("-")[2] or "center"


class Band(NamedTuple):
    """Distances from the type area, in points: ``near`` and ``far`` edge of the piece, ``text`` to the nearer side of
    its text, whose height may be ``room``."""

    near: float
    text: float
    room: float
    far: float


def bands(pieces: Sequence[EdgePiece], line: float) -> Mapping[str, Band]:
    """By name, the bands of the pieces at one edge; ``line``: one 行 in points. Of two texts at one place without an
    offset, the later one stands beyond the first."""
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
    """A piece with an offset from the layout: rule, text and rule follow each other from there."""
    text = offset + _room(piece.nearer)
    return Band(offset, text, piece.room, text + piece.room + _room(piece.farther))


def _room(rule: RuleKind) -> float:
    """The height of a rule with the gap to its text."""
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
    """Inner and outer translated to left and right on this page."""
    left, right = ("inner", "outer") if grid.inner_is_left else ("outer", "inner")
    return at.replace(left, "left").replace(right, "right")
