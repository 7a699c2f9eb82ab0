"""Poured text as marks: lines on their baselines, blocks in their rows, rules between columns."""

import itertools
from collections.abc import Sequence

from bulletin_layout.compose.frame.rules import vertical_rule
from bulletin_layout.compose.frame.seats import Obstacle, TextColumn
from bulletin_layout.compose.pouring.poured import PlacedBlock, PlacedLine, Poured
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
    placed: list[PlacedLine | PlacedBlock] = [*poured.lines, *poured.blocks]
    tags: dict[int, Tag] = {}
    for place in sorted(placed, key=lambda p: (p.item, p.line_number if isinstance(p, PlacedLine) else 0)):
        item, seat = flow.items[place.item], place.seat
        if place.item not in tags:
            tags[place.item] = Tag("body", flow.story(place.item).slug, flow.paragraph(place.item))
        block = tags[place.item]
        if isinstance(place, PlacedLine) and isinstance(item, TextItem):
            spot = LinePlace(seat.x, seat.row, place.line_number, place.of, place.rows, place.opens, seat.width)
            marks.extend(line_marks(item, place.line, spot, blocks.grid, block))
        elif isinstance(place, PlacedBlock) and isinstance(item, BlockItem):
            area = Area(seat.x, seat.x + place.width, seat.row, seat.row + place.rows - 1)
            above, below = place.air_above, place.air_below
            marks.extend(blocks.marks(place.item, item, area, block, above, below, place.part))
    return marks


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
