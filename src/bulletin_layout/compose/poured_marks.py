"""What was poured as marks: lines on their baselines, blocks in their rows, rules between the columns."""

import itertools
from collections.abc import Sequence

from bulletin_layout.compose.blocks import Blocks
from bulletin_layout.compose.flow import BlockItem, Flow, TextItem
from bulletin_layout.compose.grid import Area, Grid, stretches
from bulletin_layout.compose.pour import PlacedBlock, PlacedLine, Poured
from bulletin_layout.compose.rules import vertical_rule
from bulletin_layout.compose.seats import Obstacle, TextColumn
from bulletin_layout.issue.layout import RuleKind
from bulletin_layout.measures import EM_ASCENT
from bulletin_layout.page import Mark, TextMark


def poured_marks(flow: Flow, poured: Poured, blocks: Blocks) -> list[Mark]:
    """The poured lines and blocks as marks, in the order of their stories."""
    marks: list[Mark] = []
    placed: list[PlacedLine | PlacedBlock] = [*poured.lines, *poured.blocks]
    for place in sorted(placed, key=lambda p: (p.item, p.line_number if isinstance(p, PlacedLine) else 0)):
        item, seat = flow.items[place.item], place.seat
        story, number = flow.story(place.item).slug, flow.paragraph(place.item)
        if isinstance(place, PlacedLine) and isinstance(item, TextItem):
            marks.extend(_line_marks(place, item, story, number, blocks.grid))
        elif isinstance(place, PlacedBlock) and isinstance(item, BlockItem):
            area = Area(seat.x, seat.x + seat.width, seat.row, seat.row + place.rows - 1)
            airs = {"air_above": place.air_above, "air_below": place.air_below}
            marks.extend(blocks.marks(place.item, item, area, story, number, **airs))
    return marks


def _line_marks(place: PlacedLine, item: TextItem, story: str, number: int, grid: Grid) -> list[TextMark]:
    if item.is_head:
        content = (place.of - 1) * item.pitch + item.style.size
        top = grid.row_top(place.seat.row) + (grid.height_of(place.rows) - content) / 2
        baseline = top + place.line_number * item.pitch + EM_ASCENT * item.style.size
    else:
        baseline = grid.baseline(place.seat.row)
    x = place.seat.x
    own = [TextMark(x, baseline, run, item.role, story, number, place.line_number) for run in place.line.runs]
    tail = [TextMark(x, baseline, run, "byline", story, number, place.line_number) for run in place.line.tail]
    return own + tail


def column_rules(
    kind: RuleKind, columns: Sequence[TextColumn], obstacles: Sequence[Obstacle], grid: Grid
) -> list[Mark]:
    """Rules in the gutters (栏线), wherever no title, photo or banner lies across the gutter."""
    marks: list[Mark] = []
    for left, right in itertools.pairwise(columns):
        x = (left.x + left.width + right.x) / 2
        if kind == "none" or right.x < x:  # the lower part of the same page column has no gutter to the upper one
            continue
        crossing = [o.area for o in obstacles if o.area.x < x < o.area.right]
        rows = range(max(left.first, right.first), min(left.last, right.last) + 1)
        for first, last in stretches(r for r in rows if not any(a.first <= r <= a.last for a in crossing)):
            marks.extend(vertical_rule(kind, x, grid.row_top(first), grid.row_foot(last), None))
    return marks
