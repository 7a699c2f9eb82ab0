"""Set lines as marks (字行上版): text on the baselines of its rows; the lines of a head centred in its rows."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Final

from bulletin_layout.compose.frame.interlines import interlinear_marks
from bulletin_layout.compose.frame.origins import origin_of
from bulletin_layout.compose.text.items import OPENING, TextItem
from bulletin_layout.grid import Grid
from bulletin_layout.measures import EM_ASCENT
from bulletin_layout.page import Mark, Origin, Tag, TextMark
from bulletin_layout.typeset import Line
from bulletin_layout.values import NamedTuple, replace

#: Kinds of paragraph that may have a label (序号).
_LABELLED: Final = frozenset({"item", "note"})


class LinePlace(NamedTuple):
    """The place of a line: its left edge in points and its row, as line ``number`` of ``of`` in ``rows`` rows;
    ``opens``: at the top of a column; ``width``: what it was set for, points."""

    x: float
    row: int
    number: int
    of: int = 1
    rows: int = 1
    opens: bool = False
    width: float = 0.0


def line_marks(item: TextItem, lines: Sequence[Line], spots: Iterable[LinePlace], grid: Grid, block: Tag) -> list[Mark]:
    """The marks of lines with their interlinear marks and the byline on them; ``block``: story and number of their
    item."""
    marks: list[Mark] = []
    is_head, role, level = item.is_head, item.role, item.level
    for line, spot in zip(lines, spots, strict=True):
        y = _head_baseline(item, spot, grid) if is_head else grid.baseline(spot.row)
        label = item.galley.text[: item.label].strip() if not spot.number and role in _LABELLED else ""
        tag = Tag(role, block.story, block.block, spot.number, level, label, aside=block.aside)
        origin = _origin(item, line, spot)
        tags = [tag] * len(line.runs) if not item.names else _names(item, line, tag)
        texts = [TextMark(spot.x, y, run, own, origin) for run, own in zip(line.runs, tags, strict=True)]
        beside = interlinear_marks(line.interlinear, texts[0]) if line.interlinear is not None else []
        if line.tail is not None:
            byline = _byline(item, line.tail, spot, y, block)
            texts += byline
            beside += interlinear_marks(line.tail.interlinear, byline[0]) if line.tail.interlinear is not None else []
        marks += texts
        marks += beside
    return marks


def _head_baseline(item: TextItem, spot: LinePlace, grid: Grid) -> float:
    """y of the baseline of a head's line: its lines are centred in its rows."""
    content = (spot.of - 1) * item.pitch + item.style.size
    above = 0.0 if spot.opens and item.role in OPENING else (grid.height_of(spot.rows) - content) / 2
    top = grid.row_top(spot.row) + above
    return top + spot.number * item.pitch + EM_ASCENT * item.style.size


def _byline(item: TextItem, tail: Line, spot: LinePlace, y: float, block: Tag) -> list[TextMark]:
    """The marks of the byline on a last line."""
    tag = Tag("byline", block.story, block.block, spot.number, aside=block.aside)
    signed = _origin(item, tail, spot)
    return [TextMark(spot.x, y, run, tag, signed) for run in tail.runs]


def _origin(item: TextItem, line: Line, spot: LinePlace) -> Origin:
    """Where a line of an item comes from: its paragraph, or the byline, whose text follows that of the paragraph."""
    if item.signature:
        text = 0 if item.role == "byline" else len(item.galley.text)
        if line.start >= text and line.end > text:
            return origin_of(line, item.signature, spot.width, text)
    return origin_of(line, item.paragraph.pieces, spot.width, item.label)


def _names(item: TextItem, line: Line, tag: Tag) -> list[Tag]:
    """The tag of each run of a line of a roster, with the number of its name."""
    begins = [offset for offset, _ in item.names]
    names = [bisect_right(begins, start) for start in line.parts or [line.start] * len(line.runs)]
    tags = {name: replace(tag, name=name) for name in names}
    return [tags[name] for name in names]
