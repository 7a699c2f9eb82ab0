"""A slot's photos (版块图片): each at its corner or place, over whole columns, or narrower with text beside it."""

from collections.abc import Mapping, Sequence

from bulletin_layout.compose.blocks.figures import (
    LEAST_HEIGHT,
    LEAST_ROWS,
    FigureBlock,
    figure_marks,
    figure_rows,
    marks_in,
    picture_height,
    set_figure,
    shown_in,
)
from bulletin_layout.compose.frame.seats import Obstacle, TextColumn
from bulletin_layout.compose.slot.photo_findings import cropped, cut_share, no_room
from bulletin_layout.findings import Finding
from bulletin_layout.findings.phrases import Phrase
from bulletin_layout.fonts import FontBook
from bulletin_layout.grid import Area, Grid, Rect, stretches
from bulletin_layout.issue import Photo, PhotoSpec, Slot
from bulletin_layout.page import Mark, PictureMark, Tag
from bulletin_layout.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class OwnPhoto:
    """A photo, the slug of its story, and its number as a block of the story; photos outside the text count -1, -2 …"""

    photo: Photo
    story: str
    block: int


@dataclass(frozen=True, slots=True)
class PhotoRoom:
    """Where a slot's photos may stand: its columns, what stands there already, the title among that when it stands
    above the text, and the rectangle that is left of the slot beside a title at its side, as the designer wrote it;
    ``where`` leads findings."""

    where: Phrase
    columns: Sequence[TextColumn]
    standing: Sequence[Obstacle]
    title: Area | None
    rect: Rect


@dataclass(frozen=True, slots=True)
class PlacedPhotos:
    """The pictures with their captions, and the areas that they block for text."""

    pictures: tuple[Mark, ...]
    captions: tuple[Mark, ...]
    obstacles: tuple[Obstacle, ...]
    findings: tuple[Finding, ...]
    rows: Mapping[str, int]  #: number of rows of each
    cut: Mapping[str, float]  #: the part (0–1) of each one's area that is cropped


def place_photos(
    slot: Slot, photos: Mapping[str, OwnPhoto], room: PhotoRoom, grid: Grid, book: FontBook
) -> PlacedPhotos:
    """Place the slot's photos in the layout's order; later ones avoid earlier ones."""
    pictures: list[Mark] = []
    captions: list[Mark] = []
    taken = list(room.standing)
    findings: list[Finding] = []
    rows: dict[str, int] = {}
    cut: dict[str, float] = {}
    present = [spec for name, spec in slot.photos.items() if name in photos] if room.columns else []
    spans = [_span(spec, slot, room, alone=len(present) == 1) for spec in present]
    for number, (spec, span) in enumerate(zip(present, spans, strict=True)):
        own = photos[spec.name]
        whole = (own.photo.fit or spec.fit) == "whole"
        figure = set_figure(own.photo, span.width, slot.styles, book, caption=spec.caption == "below", whole=whole)
        free = free_rows(span.x, span.x + span.width, range(span.first, span.last + 1), taken)
        fills = _fills(slot, spec) and not any(span.meets(other) for other in spans[number + 1 :])
        stand = _filled(figure, free, grid) if fills else _stand(spec, figure, span.top, free, grid)
        if isinstance(stand, int):
            findings.append(no_room(room.where, spec, stand, free, (span.first, span.top), room.title))
            continue
        area = Area(span.x, span.x + span.width, stand.first, stand.last)
        tag = Tag("figure", own.story, own.block)
        if fills:
            picture, *caption = _middled(figure, _rect(area, span, room.rect, grid), grid, tag)
        else:
            airs = {"air_above": stand.air_above, "air_below": stand.air_below}
            picture, *caption = figure_marks(figure, area, grid, tag, **airs)
        pictures.append(picture)
        captions += caption
        taken.append(Obstacle(area, spec.wrap))
        rows[spec.name] = area.rows
        if isinstance(picture, PictureMark):
            cut[spec.name] = cut_share(picture)
            findings += cropped(room.where, spec, figure, picture, stand.air_above + stand.air_below, grid, fills=fills)
    placed = tuple(taken[len(room.standing) :])
    return PlacedPhotos(tuple(pictures), tuple(captions), placed, tuple(findings), rows, cut)


@dataclass(frozen=True, slots=True)
class _Span:
    """What a photo stands over: left edge and width, the first and the last row of its columns, and the row from
    which its own rows count; all rows from 0."""

    x: float
    width: float
    first: int
    last: int
    top: int

    def meets(self, other: "_Span") -> bool:
        """Whether both have a column in common."""
        return self.x < other.x + other.width - 0.01 and other.x < self.x + self.width - 0.01


def _span(spec: PhotoSpec, slot: Slot, room: PhotoRoom, *, alone: bool) -> _Span:
    columns = room.columns
    count = len(columns)
    whole = slot.text.none and alone and spec.span is None and spec.col is None
    span = count if whole else min(spec.span or 1, count)
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
    if span == count and slot.text.none and len(slot.boxes) == 1:
        x, end = room.rect.x, room.rect.right
    width = end - x
    if spec.width is not None and spec.width < width:
        over, width = width - spec.width, spec.width
        if "right" in spec.at:
            x = end - width
        elif "left" not in spec.at:
            x += over / 2
    spanned = columns[start : start + span]
    first, last = max(c.first for c in spanned), min(c.last for c in spanned)
    return _Span(x, width, first, last, _below_title(spec, x, x + width, first, room.title))


def _below_title(spec: PhotoSpec, x: float, right: float, first: int, title: Area | None) -> int:
    """The row from which a photo's own row counts: the first one below a title that stands over it."""
    over = title is not None and spec.start == "title" and title.x < right - 0.01 and title.right > x + 0.01
    return max(first, title.last + 1) if over and title is not None else first


def free_rows(x: float, right: float, rows: range, taken: Sequence[Obstacle]) -> tuple[tuple[int, int], ...]:
    """The stretches of rows (first, last) that are free between x and right."""
    across = [o.area for o in taken if o.area.x < right - 0.01 and o.area.right > x + 0.01]
    return stretches(row for row in rows if not any(a.first <= row <= a.last for a in across))


@dataclass(frozen=True, slots=True)
class _Stand:
    """The rows of a photo; ``air_above`` and ``air_below``: half a row of air there, towards text."""

    first: int
    last: int
    air_above: bool = False
    air_below: bool = False


def _stand(spec: PhotoSpec, figure: FigureBlock, top: int, free: Sequence[tuple[int, int]], grid: Grid) -> _Stand | int:
    """The rows of a photo: at the top of the first free stretch, at the foot of the last one, in the middle of the
    longest, or from its own row (counted from ``top``). When there are none, the number of rows that it would need."""
    at_row = None if spec.row is None else top + spec.row - 1
    at_top, at_foot = (at_row is None and spec.at.startswith(side) for side in ("top", "bottom"))
    if at_row is not None:
        first, last = next((s for s in free if s[0] <= at_row <= s[1]), (at_row, at_row - 1))
    else:
        first, last = free[0] if at_top and free else free[-1] if at_foot and free else _longest(free, top)
    airs = 1 if at_top or at_foot or at_row == first else 2
    height = spec.rows or figure_rows(figure, spec.ratio, grid, airs)
    if figure.whole:
        height = min(height, figure_rows(figure, None, grid, airs))
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


def _longest(free: Sequence[tuple[int, int]], top: int) -> tuple[int, int]:
    """The longest stretch; none, at ``top``, where nothing is free."""
    return max(free, key=lambda stretch: stretch[1] - stretch[0], default=(top, top - 1))


def _fills(slot: Slot, spec: PhotoSpec) -> bool:
    """Whether a photo takes all that is free: in a slot without text, where the layout gives it no size."""
    return slot.text.none and spec.rows is None and spec.ratio is None and spec.width is None and spec.row is None


def _filled(figure: FigureBlock, free: Sequence[tuple[int, int]], grid: Grid) -> _Stand | int:
    """All of the longest free stretch; else the rows that the photo would need."""
    first, last = _longest(free, 0)
    needs = max(LEAST_ROWS, grid.rows_for(figure.caption_height(grid) + LEAST_HEIGHT * grid.line))
    return _Stand(first, last) if last - first + 1 >= needs else needs


def _rect(area: Area, span: _Span, slot: Rect, grid: Grid) -> Rect:
    """The rectangle of what is free: at the slot's own edges, in points, wherever it reaches them."""
    rect = grid.rect(area)
    top = slot.y if area.first == span.first else rect.y
    foot = slot.foot if area.last == span.last else rect.foot
    return replace(rect, y=top, height=foot - top)


def _middled(figure: FigureBlock, rect: Rect, grid: Grid, tag: Tag) -> tuple[Mark, ...]:
    """A photo and its caption filling a rectangle; one that is shown whole stands in the middle of its height."""
    height = rect.height - figure.caption_height(grid)
    room = replace(rect, height=height)
    return marks_in(figure, replace(room, y=rect.y + (height - shown_in(figure, room).height) / 2), grid, tag)
