"""Where set lines come from (出处): kept on their marks, so that a finished page knows its sources."""

from collections.abc import Sequence

from bulletin_layout.issue import Pieces
from bulletin_layout.page import Origin
from bulletin_layout.typeset import Column, Line


def origin_of(line: Line, pieces: Pieces, measure: float, ahead: int = 0) -> Origin:
    """The origin of a line of a text. ``measure``: what it was set for, points; ``ahead``: how many characters the
    style put before the pieces."""
    own = line.ledger
    return Origin(pieces, ahead, line.start, line.end, measure, own.natural, own.step, own.gap, own.forced)


def origins_of(lines: Sequence[Line], pieces: Pieces, measure: float, ahead: int = 0) -> tuple[Origin, ...]:
    """The origins of all lines of a text; see ``origin_of``."""
    return tuple([origin_of(line, pieces, measure, ahead) for line in lines])


def vertical_origins(columns: Sequence[Column], pieces: Pieces, extent: float) -> tuple[Origin, ...]:
    """The origins of vertical lines set for ``extent`` points."""
    return tuple(Origin(pieces, 0, each.start, each.end, extent, each.height) for each in columns)
