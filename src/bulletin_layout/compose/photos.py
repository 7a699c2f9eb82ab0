"""A slot's photos (版块图片): each at its corner or place, over whole columns or narrow with text beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bulletin_layout.compose.figures import (
    LEAST_ROWS,
    Figure,
    figure_marks,
    figure_rows,
    set_figure,
)
from bulletin_layout.compose.grid import Area, Grid
from bulletin_layout.compose.seats import Obstacle, TextColumn
from bulletin_layout.diagnostics import Diagnostic, error
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import PhotoSpec, Slot, Story
from bulletin_layout.page import Mark, PictureMark


@dataclass(frozen=True, slots=True)
class PlacedPhotos:
    """The pictures, their captions, and what they keep text from."""

    pictures: tuple[Mark, ...]
    captions: tuple[Mark, ...]
    obstacles: tuple[Obstacle, ...]
    diagnostics: tuple[Diagnostic, ...]


def place_photos(
    slot: Slot,
    story: Story,
    columns: Sequence[TextColumn],
    standing: Sequence[Obstacle],
    grid: Grid,
    book: FontBook,
) -> PlacedPhotos:
    """Place the slot's photos that the story has, in the layout's order; later ones stand clear of earlier ones."""
    pictures: list[Mark] = []
    captions: list[Mark] = []
    taken = list(standing)
    faults: list[Diagnostic] = []
    for name, spec in slot.photos.items():
        photo = story.photos.get(name)
        if photo is None or not columns:
            continue
        x, width, first, last = _span(spec, columns, grid)
        figure = set_figure(photo, width, slot.styles, book, caption=spec.caption == "below")
        area, above, below = _stand(spec, figure, x, (first, last), taken, grid)
        if area.rows < LEAST_ROWS or area.first < first or area.last > last:
            faults.append(
                error(
                    "photo-no-room",
                    f'slot "{slot.name}": photo "{name}" needs {area.rows}行 and has no such room at {spec.at}',
                    spec.location,
                )
            )
            continue
        marks = figure_marks(figure, area, grid, story.slug, air_above=above, air_below=below)
        pictures += [mark for mark in marks if isinstance(mark, PictureMark)]
        captions += [mark for mark in marks if not isinstance(mark, PictureMark)]
        taken.append(Obstacle(area, spec.wrap))
    return PlacedPhotos(tuple(pictures), tuple(captions), tuple(taken[len(standing) :]), tuple(faults))


def _span(spec: PhotoSpec, columns: Sequence[TextColumn], grid: Grid) -> tuple[float, float, int, int]:
    """Left edge, width, and the first and last row of the columns that a photo stands over."""
    count = len(columns)
    span = min(spec.span, count)
    if spec.col is not None:
        start = min(spec.col - 1, count - span)
    elif "left" in spec.at:
        start = 0
    elif "right" in spec.at:
        start = count - span
    else:
        start = (count - span) // 2
    left, right = columns[start], columns[start + span - 1]
    x, end = left.x, right.x + right.width
    width = end - x
    if spec.width is not None and spec.width < width:
        room, width = width, spec.width
        if "right" in spec.at:
            x = end - width
        elif "left" not in spec.at:
            x += (room - width) / 2
    spanned = columns[start : start + span]
    return x, width, max(c.first for c in spanned), min(c.last for c in spanned)


def _stand(
    spec: PhotoSpec,
    figure: Figure,
    x: float,
    rows: tuple[int, int],
    taken: Sequence[Obstacle],
    grid: Grid,
) -> tuple[Area, bool, bool]:
    """The rows a photo takes, and whether text stands above and below it (then it keeps half a row of air there)."""
    first, last = rows
    right = x + figure.width
    across = [o.area for o in taken if o.area.x < right - 0.01 and o.area.right > x + 0.01]
    top = max([first, *(a.last + 1 for a in across if a.first <= first)])
    changed = True
    while changed:  # photos stacked from the top push the next one down
        below = [a.last + 1 for a in across if a.first <= top <= a.last]
        changed = bool(below)
        top = max([top, *below])
    at_top = spec.row is None and spec.at.startswith("top")
    at_foot = spec.row is None and spec.at.startswith("bottom")
    airs = 1 if at_top or at_foot else 2
    height = spec.rows or figure_rows(figure, spec.ratio, grid, airs)
    if at_foot:
        foot = min([last, *(a.first - 1 for a in across if a.last >= last)])
        start = foot - height + 1
    elif at_top:
        start = top
    elif spec.row is not None:
        start = first + spec.row - 1
    else:
        start = top + (last - top + 1 - height) // 2
    area = Area(x, right, start, start + height - 1)
    return area, start > top, area.last < last
