"""Poured text as marks: lines on their baselines, blocks in their rows, rules between columns."""

import itertools
from collections.abc import Sequence

from bulletin_layout.compose.frame.rules import vertical_rule
from bulletin_layout.compose.frame.seats import Obstacle, TextColumn
from bulletin_layout.compose.pouring.poured import PlacedBlock, PlacedLines, Poured
from bulletin_layout.compose.text.flow import Flow
from bulletin_layout.compose.text.items import BlockItem, TextItem
from bulletin_layout.compose.text.line_marks import LinePlace, line_marks
from bulletin_layout.compose.text.set_blocks import Blocks
from bulletin_layout.grid import Area, Grid, stretches
from bulletin_layout.issue.layout import RuleKind
from bulletin_layout.page import Mark, Tag


def poured_marks(flow: Flow, poured: Poured, blocks: Blocks) -> list[Mark]:
    """The marks of poured lines and blocks, in the order of the stories."""
    marks: list[Mark] = []
    placed: list[PlacedLines | PlacedBlock] = [*poured.lines, *poured.blocks]
    for place in sorted(placed, key=lambda p: (p.item, p.first if isinstance(p, PlacedLines) else 0)):
        item = flow.items[place.item]
        block = Tag("body", flow.story(place.item).slug, flow.paragraph(place.item))
        if isinstance(place, PlacedLines) and isinstance(item, TextItem):
            marks += line_marks(item, place.lines, _spots(place), blocks.grid, block)
        elif isinstance(place, PlacedBlock) and isinstance(item, BlockItem):
            seat = place.seat
            area = Area(seat.x, seat.x + place.width, seat.row, seat.row + place.rows - 1)
            above, below = place.air_above, place.air_below
            marks.extend(blocks.marks(place.item, item, area, block, above, below, place.part))
    return marks


def _spots(place: PlacedLines) -> list[LinePlace]:
    """The places of these lines."""
    _, row, x, width, rows = place.seats
    if place.is_head:
        of = place.length
        return [LinePlace(x, row, number, of, rows, place.opens, width) for number in range(of)]
    return [LinePlace(x, row + k, place.first + k, width=width) for k in range(rows)]


def column_rules(
    kind: RuleKind, columns: Sequence[TextColumn], obstacles: Sequence[Obstacle], grid: Grid
) -> list[Mark]:
    """Rules in the gutters (栏线), except where a title, photo or banner extends across the gutter."""
    marks: list[Mark] = []
    for left, right in itertools.pairwise(columns):
        x = (left.x + left.width + right.x) / 2
        if kind == "none" or right.x < x:  # the lower part of a page column has no gutter to its upper part
            continue
        crossing = [o.area for o in obstacles if o.area.x < x < o.area.right]
        rows = range(max(left.first, right.first), min(left.last, right.last) + 1)
        for first, last in stretches(r for r in rows if not any(a.first <= r <= a.last for a in crossing)):
            marks.extend(vertical_rule(kind, x, grid.row_top(first), grid.row_foot(last), None))
    return marks
