"""Set lines as marks (字行上版): text on the baselines of its rows, the lines of a head centred in theirs."""

from dataclasses import replace
from typing import NamedTuple

from bulletin_layout.compose.frame.interlines import interlinear_marks
from bulletin_layout.compose.text.items import TextItem
from bulletin_layout.grid import Grid
from bulletin_layout.measures import EM_ASCENT
from bulletin_layout.page import Mark, Role, TextMark
from bulletin_layout.typeset import Line


class LinePlace(NamedTuple):
    """Where a line stands: its left edge in points and its row, line ``number`` of ``of`` in ``rows`` rows."""

    x: float
    row: int
    number: int
    of: int = 1
    rows: int = 1


def line_marks(item: TextItem, line: Line, spot: LinePlace, grid: Grid, story: str, paragraph: int) -> list[Mark]:
    """A line of an item with what stands above and below it, and the byline on it."""
    if item.is_head:
        content = (spot.of - 1) * item.pitch + item.style.size
        top = grid.row_top(spot.row) + (grid.height_of(spot.rows) - content) / 2
        y = top + spot.number * item.pitch + EM_ASCENT * item.style.size
    else:
        y = grid.baseline(spot.row)
    byline: Role = "byline"
    marks: list[Mark] = []
    beside: list[Mark] = []
    for part, role, level in ((line, item.role, item.level), (line.tail, byline, 0)):
        if part is None or not part.runs:
            continue
        texts = [TextMark(spot.x, y, run, role, story, paragraph, spot.number, level) for run in part.runs]
        if role == "item" and item.label and not spot.number:
            texts[0] = replace(texts[0], label=item.label)
        marks += texts
        beside += interlinear_marks(part.interlinear, texts[0]) if part.interlinear is not None else []
    return [*marks, *beside]
