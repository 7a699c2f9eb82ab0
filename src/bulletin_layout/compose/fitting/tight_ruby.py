"""Findings about ruby that has not enough room between lines (注音碰行)."""

from collections.abc import Sequence
from typing import Final

from bulletin_layout.compose.pouring.poured import PlacedLine, Poured
from bulletin_layout.compose.text.items import Item, TextItem, place_of
from bulletin_layout.findings import Finding
from bulletin_layout.findings.catalogue.composing import ruby_collides
from bulletin_layout.grid import Grid
from bulletin_layout.typeset import Line, Ruby

#: Depth of the ink of Han below the baseline, em.
_FOOT: Final = 0.09


def tight_ruby(items: Sequence[Item], poured: Poured, grid: Grid) -> list[Finding]:
    """Findings about ruby that touches the line above, or its dots and underlines; one for each paragraph."""
    seated = {(place.seat.column, place.seat.row): place for place in poured.lines if place.of == 1}
    found: dict[int, Finding] = {}
    for place in poured.lines:
        item = items[place.item]
        over = [*_ruby(place.line), *_ruby(place.line.tail)]
        if not over or not isinstance(item, TextItem) or place.item in found:
            continue
        above, pitch = seated.get((place.seat.column, place.seat.row - 1)), grid.line
        if place.of > 1:
            numbers = (
                other
                for other in poured.lines
                if (other.item, other.line_number + 1) == (place.item, place.line_number)
            )
            above, pitch = next(numbers, None), item.pitch
        for ruby in over:
            needed = ruby.rise + _foot(above, items, place.seat.x, ruby) if above else 0.0
            if needed > pitch:
                found[place.item] = _collides(item, ruby, needed, pitch)
                break
    return list(found.values())


def _ruby(line: Line | None) -> tuple[Ruby, ...]:
    return line.interlinear.ruby if line is not None and line.interlinear is not None else ()


def _foot(above: PlacedLine, items: Sequence[Item], x: float, ruby: Ruby) -> float:
    """The depth of the line above below its baseline, over some ruby, points; ``x``: left edge of the ruby's own
    line."""
    item = items[above.item]
    foot = _FOOT * item.style.size if isinstance(item, TextItem) else 0.0
    beside = above.line.interlinear
    left, right = x + ruby.x - above.seat.x, x + ruby.right - above.seat.x
    if beside is not None:
        foot = max([foot, *(dot.y + dot.size / 2 for dot in beside.dots if left < dot.x < right)])
        foot = max([foot, *(bar.y1 + bar.width / 2 for bar in beside.bars if bar.x1 < right and left < bar.x2)])
    return foot


def _collides(item: TextItem, ruby: Ruby, needed: float, pitch: float) -> Finding:
    words = "".join(text for run in ruby.runs for text in run.texts)
    place = place_of(item.paragraph, max(0, ruby.start - item.label))
    return ruby_collides(place, words=words, needs=round(needed, 2), has=round(pitch, 2))
