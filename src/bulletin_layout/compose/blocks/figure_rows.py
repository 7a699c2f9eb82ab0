"""Pictures in the text (文中图): single, or several consecutive ones side by side (双图)."""

from collections.abc import Iterator, Mapping, Sequence

from bulletin_layout.compose.blocks.figures import (
    AIR,
    LEAST_HEIGHT,
    LEAST_ROWS,
    FigureBlock,
    marks_in,
    set_figure,
    shape_of,
)
from bulletin_layout.findings import Location
from bulletin_layout.fonts import FontBook
from bulletin_layout.grid import Area, Grid, Rect
from bulletin_layout.issue import Figure, Style
from bulletin_layout.measures import Scale, points
from bulletin_layout.page import Mark, Tag
from bulletin_layout.values import dataclass, replace

#: Gap between pictures side by side, and the least width of a picture, in 字 of the body.
GAP = 1.0
LEAST_WIDTH = 9
#: A picture with a shape (width : height) above this stands beside no other: it would make the whole row low.
_PANORAMA = 2.5
#: Largest height of a picture in the text as a fraction of the type area, unless its author gives a height; a higher
#: one is set narrower. A landscape may be higher: a little narrower than its column it would look wrong.
_HIGHEST = 0.42
_HIGHEST_LANDSCAPE = 0.55
_LANDSCAPE = 1.2
#: A row of pictures is cropped or opened by this part of its height at most, so that it takes whole rows.
_ROUNDED = 0.06
#: A picture that gives (可让) is cropped by this part of its height or width at most; one alone, that has to be lower
#: still, gets narrower, down to this part of its height.
_BENT = 0.12
_LOWEST = 0.65


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One or more figures of the text side by side."""

    figures: tuple[Figure, ...]

    @property
    def location(self) -> Location:
        """The place of the first figure."""
        return self.figures[0].location

    @property
    def span(self) -> int:
        """How many columns it stands over."""
        return max(figure.span for figure in self.figures)


@dataclass(frozen=True, slots=True)
class SetFigures:
    """The photos of a row set for a width: their left edges, in points from the row's left edge, and their common
    height."""

    figures: tuple[FigureBlock, ...]
    lefts: tuple[float, ...]
    height: float


def rows_of(figures: Sequence[Figure], measure: float, em: float) -> Iterator[FigureRow]:
    """Distribute consecutive figures over rows for a measure in points: as few rows as possible, filled as evenly as
    possible. A panorama, and a figure with a width or span of its own, has a row to itself."""
    beside: list[Figure] = []
    for figure in figures:
        if shape_of(figure.photo) >= _PANORAMA or figure.width is not None or figure.span > 1:
            yield from _evenly(beside, measure, em)
            beside = []
            yield FigureRow((figure,))
        else:
            beside.append(figure)
    yield from _evenly(beside, measure, em)


def _evenly(figures: Sequence[Figure], measure: float, em: float) -> Iterator[FigureRow]:
    """Distribute figures over as few rows as hold them; if they do not divide evenly, the first rows have one more."""
    most = max(1, int((measure + GAP * em) / ((LEAST_WIDTH + GAP) * em)))
    rows = -(-len(figures) // most)
    at = 0
    for row in range(rows):
        count = -(-(len(figures) - at) // (rows - row))
        yield FigureRow(tuple(figures[at : at + count]))
        at += count


def set_figures(row: FigureRow, width: float, styles: Mapping[str, Style], grid: Grid, book: FontBook) -> SetFigures:
    """Set a row for a width in points: all pictures keep their shape and have the same height, and the captions start
    on one line. The row is as wide as its column, unless that makes it too high or a width is given."""
    photos = [figure.photo for figure in row.figures]
    shapes = [shape_of(photo) for photo in photos]
    gaps = GAP * grid.em * (len(photos) - 1)
    wanted, highest = _limits(row, width, grid)
    height = min((wanted - gaps) / sum(shapes), highest)
    widths = [height * shape for shape in shapes]
    if height < highest:
        widths[-1] = wanted - gaps - sum(widths[:-1])  # as wide as the column to the point
    left = (width - sum(widths) - gaps) / 2
    figures = [set_figure(photo, own, styles, book, caption=True) for photo, own in zip(photos, widths, strict=True)]
    lefts = [left + sum(widths[:k]) + k * GAP * grid.em for k in range(len(widths))]
    room = max(figure.caption.height if figure.caption is not None else 0.0 for figure in figures)
    return SetFigures(tuple(replace(figure, room=room) for figure in figures), tuple(lefts), height)


def _limits(row: FigureRow, width: float, grid: Grid) -> tuple[float, float]:
    """The width and the greatest height of a row, in points."""
    scale = Scale(grid.em, grid.line)
    first = row.figures[0].width
    heights = [points(figure.height, scale) for figure in row.figures if figure.height is not None]
    wanted = min(width, points(first, scale, whole=width)) if first is not None else width
    alone = len(row.figures) == 1 and shape_of(row.figures[0].photo) >= _LANDSCAPE
    part = _HIGHEST_LANDSCAPE if alone else _HIGHEST
    highest = min(heights) if heights else part * grid.height_of(grid.rows)
    return max(wanted, grid.em), max(highest, LEAST_HEIGHT * grid.line)


def figures_rows(row: SetFigures, grid: Grid, airs: int, more: int = 0) -> int:
    """The whole number of rows nearest to the row's height, with captions and ``airs`` sides (0–2) of air; one more if
    too much of the pictures would be cropped. ``more``: rows added (below 0: removed) as far as the pictures give."""
    beside = row.figures[0].caption_height(grid) + airs * AIR * grid.line
    rows = max(LEAST_ROWS, round((row.height + beside + grid.line - grid.em) / grid.line))
    rows += grid.height_of(rows) - beside < row.height * (1 - _ROUNDED)
    low, high = row.height * (_LOWEST if len(row.figures) == 1 else 1 - _BENT), row.height / (1 - _BENT)
    step = 1 if more > 0 else -1
    for _ in range(abs(more)):
        if rows + step < LEAST_ROWS or not low <= grid.height_of(rows + step) - beside <= high:
            break
        rows += step
    return rows


def figures_marks(
    row: SetFigures, area: Area, grid: Grid, block: Tag, *, air_above: bool, air_below: bool, gives: bool = False
) -> tuple[Mark, ...]:
    """The marks of pictures and captions in an area of whole rows, each picture followed by its caption. ``block``:
    story and number of the first picture; the others count on. Height that the pictures do not need becomes air;
    ``gives``: the pictures take all of it instead."""
    rect = grid.rect(area)
    beside = row.figures[0].caption_height(grid) + (air_above + air_below) * AIR * grid.line
    has = rect.height - beside
    most = row.height / (1 - _BENT) if gives else row.height * (1 + _ROUNDED)
    height = has if has <= most else row.height
    top = rect.y + (AIR * grid.line if air_above else 0.0)
    if air_above and air_below:
        top += (has - height) / 2
    elif air_above:
        top += has - height
    marks: list[Mark] = []
    for number, (figure, left) in enumerate(zip(row.figures, row.lefts, strict=True)):
        width = min(figure.width, height * shape_of(figure.photo) / (1 - _BENT))
        own = Rect(rect.x + left, top, figure.width, height)
        marks += marks_in(figure, own, grid, replace(block, block=block.block + number), width)
    return tuple(marks)
