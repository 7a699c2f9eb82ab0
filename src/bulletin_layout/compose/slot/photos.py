"""A slot's photos (版块图片): each at its corner or place, over whole columns, or narrower with text beside it."""

from collections.abc import Mapping, Sequence

from bulletin_layout.compose.blocks.figures import (
    LEAST_HEIGHT,
    LEAST_ROWS,
    FigureBlock,
    figure_marks,
    figure_rows,
    picture_height,
    set_figure,
)
from bulletin_layout.compose.frame.seats import Obstacle, TextColumn
from bulletin_layout.findings import Finding
from bulletin_layout.findings.catalogue import composing as said
from bulletin_layout.findings.catalogue.keys import of
from bulletin_layout.findings.catalogue.layouts import slot as named_slot
from bulletin_layout.fonts import FontBook
from bulletin_layout.grid import Area, Grid, stretches
from bulletin_layout.issue import Photo, PhotoSpec, Slot
from bulletin_layout.page import Mark, Tag
from bulletin_layout.values import dataclass


@dataclass(frozen=True, slots=True)
class OwnPhoto:
    """A photo, the slug of its story, and its number as a block of the story; photos outside the text count -1, -2 …"""

    photo: Photo
    story: str
    block: int


@dataclass(frozen=True, slots=True)
class PlacedPhotos:
    """The pictures with their captions, and the areas that they block for text."""

    pictures: tuple[Mark, ...]
    captions: tuple[Mark, ...]
    obstacles: tuple[Obstacle, ...]
    findings: tuple[Finding, ...]
    rows: Mapping[str, int]  #: number of rows of each


def place_photos(
    slot: Slot,
    photos: Mapping[str, OwnPhoto],
    columns: Sequence[TextColumn],
    standing: Sequence[Obstacle],
    grid: Grid,
    book: FontBook,
) -> PlacedPhotos:
    """Place the slot's photos in the layout's order; later ones avoid earlier ones."""
    pictures: list[Mark] = []
    captions: list[Mark] = []
    taken = list(standing)
    findings: list[Finding] = []
    rows: dict[str, int] = {}
    for name, spec in slot.photos.items():
        own = photos.get(name)
        if own is None or not columns:
            continue
        x, width, first, last = _span(spec, columns)
        figure = set_figure(own.photo, width, slot.styles, book, caption=spec.caption == "below")
        free = free_rows(x, x + width, range(first, last + 1), taken)
        stand = _stand(spec, figure, first, free, grid)
        if isinstance(stand, int):
            findings.append(_no_room(slot, spec, stand, free))
            continue
        area = Area(x, x + width, stand.first, stand.last)
        airs = {"air_above": stand.air_above, "air_below": stand.air_below}
        picture, *caption = figure_marks(figure, area, grid, Tag("figure", own.story, own.block), **airs)
        pictures.append(picture)
        captions += caption
        taken.append(Obstacle(area, spec.wrap))
        rows[name] = area.rows
    return PlacedPhotos(tuple(pictures), tuple(captions), tuple(taken[len(standing) :]), tuple(findings), rows)


def _no_room(slot: Slot, spec: PhotoSpec, needs: int, free: Sequence[tuple[int, int]]) -> Finding:
    where = of(named_slot(slot.name))
    if spec.rows is not None and spec.rows < needs:
        return said.photo_no_room(spec.location, where=where, photo=spec.name, needs=needs, height=spec.rows)
    at = said.row(spec.row) if spec.row is not None else spec.at
    most = max((b - a + 1 for a, b in free), default=0)
    return said.photo_no_rows(spec.location, where=where, photo=spec.name, needs=needs, at=at, free=most)


def _span(spec: PhotoSpec, columns: Sequence[TextColumn]) -> tuple[float, float, int, int]:
    """Left edge, width, and first and last row of the columns that a photo extends over."""
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


def free_rows(x: float, right: float, rows: range, taken: Sequence[Obstacle]) -> tuple[tuple[int, int], ...]:
    """The stretches of rows (first, last) that are free between x and right."""
    across = [o.area for o in taken if o.area.x < right - 0.01 and o.area.right > x + 0.01]
    return stretches(row for row in rows if not any(a.first <= row <= a.last for a in across))


@dataclass(frozen=True, slots=True)
class _Stand:
    """The rows of a photo; ``air_above`` and ``air_below``: half a row of air there, towards text."""

    first: int
    last: int
    air_above: bool
    air_below: bool


def _stand(spec: PhotoSpec, figure: FigureBlock, top: int, free: Sequence[tuple[int, int]], grid: Grid) -> _Stand | int:
    """The rows of a photo: at the top of the first free stretch, at the foot of the last one, in the middle of the
    longest, or from its own row (counted from ``top``). When there are none, the number of rows that it would need."""
    at_row = None if spec.row is None else top + spec.row - 1
    at_top, at_foot = (at_row is None and spec.at.startswith(side) for side in ("top", "bottom"))
    if at_row is not None:
        first, last = next((s for s in free if s[0] <= at_row <= s[1]), (at_row, at_row - 1))
    else:
        longest = max(free, key=lambda s: s[1] - s[0], default=(top, top - 1))
        first, last = free[0] if at_top and free else free[-1] if at_foot and free else longest
    airs = 1 if at_top or at_foot or at_row == first else 2
    height = spec.rows or figure_rows(figure, spec.ratio, grid, airs)
    if at_row is not None:
        start = at_row
    else:
        start = first if at_top else last - height + 1 if at_foot else first + (last - first + 1 - height) // 2
    stand = _Stand(start, start + height - 1, start > first, start + height - 1 < last)
    least = LEAST_HEIGHT * grid.line
    while picture_height(figure, height, grid, stand.air_above + stand.air_below) < least:
        height += 1
    fits = start >= first and stand.last <= last and height == stand.last - start + 1 >= LEAST_ROWS
    return stand if fits else max(height, LEAST_ROWS)
