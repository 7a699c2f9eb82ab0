"""Set lines as marks (字行上版): text on the baselines of its rows; the lines of a head centred in its rows."""

from bisect import bisect_right
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


def line_marks(item: TextItem, line: Line, spot: LinePlace, grid: Grid, block: Tag) -> list[Mark]:
    """The marks of a line with its interlinear marks and the byline on it; ``block``: story and number of its item."""
    if item.is_head:
        content = (spot.of - 1) * item.pitch + item.style.size
        above = 0.0 if spot.opens and item.role in OPENING else (grid.height_of(spot.rows) - content) / 2
        top = grid.row_top(spot.row) + above
        y = top + spot.number * item.pitch + EM_ASCENT * item.style.size
    else:
        y = grid.baseline(spot.row)
    tags = _tags(item, line, spot.number, block)
    origin = _origin(item, line, spot)
    texts = [TextMark(spot.x, y, run, tag, origin) for run, tag in zip(line.runs, tags, strict=True)]
    beside = interlinear_marks(line.interlinear, texts[0]) if line.interlinear is not None else []
    if line.tail is not None:
        tag = Tag("byline", block.story, block.block, spot.number, aside=block.aside)
        signed = _origin(item, line.tail, spot)
        byline = [TextMark(spot.x, y, run, tag, signed) for run in line.tail.runs]
        texts += byline
        beside += interlinear_marks(line.tail.interlinear, byline[0]) if line.tail.interlinear is not None else []
    return [*texts, *beside]


def _origin(item: TextItem, line: Line, spot: LinePlace) -> Origin:
    """Where a line of an item comes from: its paragraph, or the byline, whose text follows that of the paragraph."""
    text = 0 if item.role == "byline" else len(item.galley.text)
    if item.signature and line.start >= text and line.end > text:
        return origin_of(line, item.signature, spot.width, text)
    return origin_of(line, item.paragraph.pieces, spot.width, item.label)


def _tags(item: TextItem, line: Line, number: int, block: Tag) -> list[Tag]:
    """The tag of each run of a line: the same for all, except for names of a roster."""
    label = item.galley.text[: item.label].strip() if item.role in _LABELLED and not number else ""
    tag = Tag(item.role, block.story, block.block, number, item.level, label, aside=block.aside)
    if not item.names:
        return [tag] * len(line.runs)
    begins = [offset for offset, _ in item.names]
    names = [bisect_right(begins, start) for start in line.parts or [line.start] * len(line.runs)]
    tags = {name: replace(tag, name=name) for name in names}
    return [tags[name] for name in names]
