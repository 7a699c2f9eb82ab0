"""Pictures in the text (文中图): single, or several consecutive ones side by side (双图)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from bulletin_layout.compose.blocks.figures import AIR, LEAST_ROWS, FigureBlock, figure_marks, set_figure
from bulletin_layout.findings import Location
from bulletin_layout.fonts import FontBook
from bulletin_layout.grid import Area, Grid
from bulletin_layout.issue import Figure, Style
from bulletin_layout.page import Mark, Tag
from bulletin_layout.values import dataclass

#: Gap between pictures side by side, and the least width of a picture, in 字 of the body.
GAP = 1.0
LEAST_WIDTH = 9
#: Limits of the shape (width : height) of pictures side by side; those beyond are cropped to them.
_SHAPES = (0.6, 2.0)
#: Largest height of a picture in the text as a fraction of the type area; a higher one is set narrower.
_HIGHEST = 0.42


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One or more figures of the text side by side."""

    figures: tuple[Figure, ...]

    @property
    def location(self) -> Location:
        """The place of the first figure."""
        return self.figures[0].location


@dataclass(frozen=True, slots=True)
class SetFigures:
    """The photos of a row set for a width: their left edges, in points from the row's left edge, and their common
    height."""

    figures: tuple[FigureBlock, ...]
    lefts: tuple[float, ...]
    height: float


def rows_of(figures: Sequence[Figure], measure: float, em: float) -> Iterator[FigureRow]:
    """Distribute consecutive figures over rows for a measure in points: as few rows as possible, filled as evenly as
    possible."""
    most = max(1, int((measure + GAP * em) / ((LEAST_WIDTH + GAP) * em)))
    rows = -(-len(figures) // most)
    at = 0
    for row in range(rows):
        count = -(-(len(figures) - at) // (rows - row))
        yield FigureRow(tuple(figures[at : at + count]))
        at += count


def set_figures(row: FigureRow, width: float, styles: Mapping[str, Style], grid: Grid, book: FontBook) -> SetFigures:
    """Set a row for a width in points: all pictures have the same height, and the captions start on one line."""
    photos = [figure.photo for figure in row.figures]
    shapes = [photo.picture.width / photo.picture.height for photo in photos]
    if len(photos) > 1:
        shapes = [min(max(shape, _SHAPES[0]), _SHAPES[1]) for shape in shapes]
    gap = GAP * grid.em
    height = min((width - gap * (len(photos) - 1)) / sum(shapes), _HIGHEST * grid.height_of(grid.rows))
    widths = [height * shape for shape in shapes]
    left = (width - sum(widths) - gap * (len(photos) - 1)) / 2
    figures = [set_figure(photo, own, styles, book, caption=True) for photo, own in zip(photos, widths, strict=True)]
    lefts = [left + sum(widths[:k]) + k * gap for k in range(len(widths))]
    room = max(figure.caption.height if figure.caption is not None else 0.0 for figure in figures)
    return SetFigures(tuple(replace(figure, room=room) for figure in figures), tuple(lefts), height)


def figures_rows(row: SetFigures, grid: Grid, airs: int) -> int:
    """The whole number of rows nearest to the row's height, with captions and ``airs`` sides (0–2) of air."""
    height = row.height + row.figures[0].caption_height(grid) + airs * AIR * grid.line
    return max(LEAST_ROWS, round((height + grid.line - grid.em) / grid.line))


def figures_marks(
    row: SetFigures, area: Area, grid: Grid, block: Tag, *, air_above: bool, air_below: bool
) -> tuple[Mark, ...]:
    """The marks of pictures and captions in an area of whole rows, each picture followed by its caption. ``block``:
    story and number of the first picture; the others count on."""
    marks: list[Mark] = []
    for number, (figure, left) in enumerate(zip(row.figures, row.lefts, strict=True)):
        own = replace(area, x=area.x + left, right=area.x + left + figure.width)
        tag = replace(block, block=block.block + number)
        marks += figure_marks(figure, own, grid, tag, air_above=air_above, air_below=air_below)
    return tuple(marks)
