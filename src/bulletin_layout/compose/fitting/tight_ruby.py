"""Findings about ruby that has not enough room between lines (注音碰行)."""

from collections.abc import Sequence
from typing import Final

from bulletin_layout.compose.pouring.poured import PlacedLines, Poured
from bulletin_layout.compose.text.items import Item, TextItem, place_of
from bulletin_layout.findings import Finding
from bulletin_layout.findings.catalogue.composing import ruby_collides
from bulletin_layout.grid import Grid
from bulletin_layout.typeset import Line, Ruby
from bulletin_layout.values import NamedTuple

#: Depth of the ink of Han below the baseline, em.
_FOOT: Final = 0.09


def tight_ruby(items: Sequence[Item], poured: Poured, grid: Grid) -> list[Finding]:
    """Findings about ruby that touches the line above, or its dots and underlines; one for each paragraph."""
    seated: dict[tuple[int, int], _Seated] = {}
    found: dict[int, Finding] = {}
    for place in poured.lines:
        for k, line in enumerate(place.lines):
            if line.interlinear is None and line.tail is None:
                continue
            item, over = items[place.item], [*_ruby(line), *_ruby(line.tail)]
            if not over or not isinstance(item, TextItem) or place.item in found:
                continue
            if place.is_head and place.length > 1:
                above, pitch = _Seated(place, place.lines[k - 1]) if k else None, item.pitch
            else:
                seated = seated or _by_seat(poured)
                above, pitch = seated.get((place.column, place.seats.row + k - 1)), grid.line
            for ruby in over:
                needed = ruby.rise + _foot(above, items, place.seats.x, ruby) if above else 0.0
                if needed > pitch:
                    found[place.item] = _collides(item, ruby, needed, pitch)
                    break
    return list(found.values())


class _Seated(NamedTuple):
    """A line, and the lines with which it was placed."""

    place: PlacedLines
    line: Line


def _by_seat(poured: Poured) -> dict[tuple[int, int], _Seated]:
    """The lines by column and row, without those of heads of several lines."""
    places = (place for place in poured.lines if not place.is_head or place.length == 1)
    return {
        (place.column, place.seats.row + k): _Seated(place, line)
        for place in places
        for k, line in enumerate(place.lines)
    }


def _ruby(line: Line | None) -> tuple[Ruby, ...]:
    return line.interlinear.ruby if line is not None and line.interlinear is not None else ()


def _foot(above: _Seated, items: Sequence[Item], x: float, ruby: Ruby) -> float:
    """The depth of the line above below its baseline, over some ruby, points; ``x``: left edge of the ruby's own
    line."""
    item = items[above.place.item]
    foot = _FOOT * item.style.size if isinstance(item, TextItem) else 0.0
    beside = above.line.interlinear
    left, right = x + ruby.x - above.place.seats.x, x + ruby.right - above.place.seats.x
    if beside is not None:
        foot = max([foot, *(dot.y + dot.size / 2 for dot in beside.dots if left < dot.x < right)])
        foot = max([foot, *(bar.y1 + bar.width / 2 for bar in beside.bars if bar.x1 < right and left < bar.x2)])
    return foot


def _collides(item: TextItem, ruby: Ruby, needed: float, pitch: float) -> Finding:
    words = "".join(text for run in ruby.runs for text in run.texts)
    place = place_of(item.paragraph, max(0, ruby.start - item.label))
    return ruby_collides(place, words=words, needs=round(needed, 2), has=round(pitch, 2))
