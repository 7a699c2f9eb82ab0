"""Photos on the page (图片): their height in whole rows, the crop, and the caption below."""

from collections.abc import Mapping

from bulletin_layout.compose.frame.runs import patterned
from bulletin_layout.compose.frame.setting import SetText, set_text, text_marks
from bulletin_layout.fonts import FontBook
from bulletin_layout.grid import Area, Grid, Rect
from bulletin_layout.issue import Photo, Pieces, Style, plain
from bulletin_layout.page import Mark, PictureMark, Tag
from bulletin_layout.values import dataclass, replace

#: Distance between a picture and its caption, and between a picture and the text above or below, in 行 of the body.
CAPTION_GAP = 0.3
AIR = 0.5
#: Least number of 行 of a picture including air and caption, and least height of the picture itself in 行.
LEAST_ROWS = 3
LEAST_HEIGHT = 1.0


@dataclass(frozen=True, slots=True)
class FigureBlock:
    """A photo with its caption set for a width; ``room``: least height of the caption's area, in points. ``whole``: it
    is shown in its own shape, as large as fits; otherwise it fills the room, cropped."""

    photo: Photo
    width: float
    caption: SetText | None
    room: float = 0.0
    whole: bool = False

    def caption_height(self, grid: Grid) -> float:
        """Points from the picture's lower edge to the caption's."""
        height = max(self.room, self.caption.height if self.caption is not None else 0.0)
        return CAPTION_GAP * grid.line + height if height else 0.0


def caption_text(photo: Photo, style: Style) -> Pieces:
    """Caption and credit as printed (图说): by the style's pattern, or with （某某 摄） at the end."""
    return (*photo.caption, *patterned(style.pattern or "（{credit} 摄）", "credit", photo.credit))


def set_figure(
    photo: Photo, width: float, styles: Mapping[str, Style], book: FontBook, *, caption: bool, whole: bool = False
) -> FigureBlock:
    """Set a photo's caption: a single line aligned by its style, several lines flush left, since justified lines would
    gape over a narrow photo."""
    style = styles["caption"]
    pieces = caption_text(photo, style) if caption else ()
    text = set_text(pieces, style, styles, width, book) if pieces else None
    if text is not None and len(text.lines) > 1 and style.align != "start":
        text = set_text(pieces, style, styles, width, book, "start")
    return FigureBlock(photo, width, text, whole=whole)


def figure_rows(figure: FigureBlock, ratio: float | None, grid: Grid, airs: int) -> int:
    """The whole number of rows nearest to the ratio (width : height), with the caption and ``airs`` sides (0–2) of
    air."""
    shape = ratio or shape_of(figure.photo)
    height = figure.width / shape + figure.caption_height(grid) + airs * AIR * grid.line
    if figure.whole:
        return max(LEAST_ROWS, grid.rows_for(height))
    return max(LEAST_ROWS, round((height + grid.line - grid.em) / grid.line))


def crop_to(photo: Photo, width: float, height: float) -> tuple[float, float, float, float]:
    """The largest part of the picture with the shape of its room, with its focus as near to the middle as the picture
    allows. Where nobody named a focus, it is the middle part, and heads are spared: two thirds of what goes in height
    goes below."""
    have, want = shape_of(photo), width / height
    across, down = min(1.0, want / have), min(1.0, have / want)
    if photo.focus is None:
        left, top = (1 - across) / 2, (1 - down) / 3
    else:
        left, top = (
            min(max(spot - shown / 2, 0.0), 1 - shown) for spot, shown in zip(photo.focus, (across, down), strict=True)
        )
    return (left, top, left + across, top + down)


def shape_of(photo: Photo) -> float:
    """Width over height of a picture."""
    return photo.picture.width / photo.picture.height


def shown_in(figure: FigureBlock, room: Rect) -> Rect:
    """What a picture takes of its room: all of it, or where it is shown whole, the largest part of its shape, centred
    across at the room's head, where the caption follows it."""
    if not figure.whole:
        return room
    shape = shape_of(figure.photo)
    width = min(room.width, room.height * shape)
    return Rect(room.x + (room.width - width) / 2, room.y, width, width / shape)


def picture_height(figure: FigureBlock, rows: int, grid: Grid, airs: int) -> float:
    """The height in points of the picture itself in so many rows, without its caption and ``airs`` sides of air."""
    return grid.height_of(rows) - airs * AIR * grid.line - figure.caption_height(grid)


def figure_marks(
    figure: FigureBlock, area: Area, grid: Grid, block: Tag, *, air_above: bool, air_below: bool
) -> tuple[Mark, ...]:
    """The marks of picture and caption, filling an area of whole rows. ``block``: story and number of the picture."""
    rect = grid.rect(area)
    top = rect.y + (AIR * grid.line if air_above else 0.0)
    height = picture_height(figure, area.rows, grid, air_above + air_below)
    return marks_in(figure, Rect(rect.x, top, figure.width, height), grid, block)


def marks_in(figure: FigureBlock, room: Rect, grid: Grid, block: Tag, width: float | None = None) -> tuple[Mark, ...]:
    """The picture in its room, and the caption right below it. ``width``: the picture is narrower than its room."""
    box = shown_in(figure, room)
    if width is not None and width < box.width:
        box = replace(box, x=box.x + (box.width - width) / 2, width=width)
    photo = figure.photo
    crop = (0.0, 0.0, 1.0, 1.0) if figure.whole else crop_to(photo, box.width, box.height)
    tag = replace(block, role="figure", alt=photo.alt or plain(photo.caption), location=photo.location)
    picture = PictureMark(box.x, box.y, box.width, box.height, photo.picture, crop, tag)
    if figure.caption is None:
        return (picture,)
    caption_top = box.foot + CAPTION_GAP * grid.line
    return (picture, *text_marks(figure.caption, room.x, caption_top, replace(block, role="caption")))
