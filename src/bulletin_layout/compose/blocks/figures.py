"""Photos on the page (图片): their height in whole rows, the crop, and the caption below."""

from collections.abc import Mapping
from dataclasses import replace

from bulletin_layout.compose.frame.runs import patterned
from bulletin_layout.compose.frame.setting import SetText, set_text, text_marks
from bulletin_layout.fonts import FontBook
from bulletin_layout.grid import Area, Grid, Rect
from bulletin_layout.issue import Photo, Pieces, Style, plain
from bulletin_layout.page import Mark, PictureMark, Tag
from bulletin_layout.values import dataclass

#: Distance between a picture and its caption, and between a picture and the text above or below, in 行 of the body.
CAPTION_GAP = 0.3
AIR = 0.5
#: Least number of 行 of a picture including air and caption, and least height of the picture itself in 行.
LEAST_ROWS = 3
LEAST_HEIGHT = 1.0


@dataclass(frozen=True, slots=True)
class FigureBlock:
    """A photo with its caption set for a width; ``room``: least height of the caption's area, in points."""

    photo: Photo
    width: float
    caption: SetText | None
    room: float = 0.0

    def caption_height(self, grid: Grid) -> float:
        """Points from the picture's lower edge to the caption's."""
        height = max(self.room, self.caption.height if self.caption is not None else 0.0)
        return CAPTION_GAP * grid.line + height if height else 0.0


def caption_text(photo: Photo, style: Style) -> Pieces:
    """Caption and credit as printed (图说): by the style's pattern, or with （某某 摄） at the end."""
    return (*photo.caption, *patterned(style.pattern or "（{credit} 摄）", "credit", photo.credit))


def set_figure(
    photo: Photo, width: float, styles: Mapping[str, Style], book: FontBook, *, caption: bool
) -> FigureBlock:
    """Set a photo's caption: a single line aligned by its style, several lines flush left, since justified lines would
    gape over a narrow photo."""
    style = styles["caption"]
    pieces = caption_text(photo, style) if caption else ()
    text = set_text(pieces, style, styles, width, book) if pieces else None
    if text is not None and len(text.lines) > 1 and style.align != "start":
        text = set_text(pieces, style, styles, width, book, "start")
    return FigureBlock(photo, width, text)


def figure_rows(figure: FigureBlock, ratio: float | None, grid: Grid, airs: int) -> int:
    """The whole number of rows nearest to the ratio (width : height), with the caption and ``airs`` sides (0–2) of
    air."""
    shape = ratio or figure.photo.picture.width / figure.photo.picture.height
    height = figure.width / shape + figure.caption_height(grid) + airs * AIR * grid.line
    return max(LEAST_ROWS, round((height + grid.line - grid.em) / grid.line))


def crop_to(photo: Photo, width: float, height: float) -> tuple[float, float, float, float]:
    """The largest middle part of the picture with the shape of its room; heads are spared: two thirds of what goes
    in height goes below."""
    have, want = photo.picture.width / photo.picture.height, width / height
    if have > want:
        side = (1 - want / have) / 2
        return (side, 0.0, 1 - side, 1.0)
    loss = 1 - have / want
    return (0.0, loss / 3, 1.0, 1 - loss * 2 / 3)


def picture_height(figure: FigureBlock, rows: int, grid: Grid, airs: int) -> float:
    """The height in points of the picture itself in so many rows, without its caption and ``airs`` sides of air."""
    return grid.height_of(rows) - airs * AIR * grid.line - figure.caption_height(grid)


def figure_marks(
    figure: FigureBlock, area: Area, grid: Grid, block: Tag, *, air_above: bool, air_below: bool
) -> tuple[Mark, ...]:
    """The marks of picture and caption, filling an area of whole rows. ``block``: story and number of the picture."""
    rect = grid.rect(area)
    top = rect.y + (AIR * grid.line if air_above else 0.0)
    box = Rect(rect.x, top, figure.width, picture_height(figure, area.rows, grid, air_above + air_below))
    photo, crop = figure.photo, crop_to(figure.photo, box.width, box.height)
    tag = replace(block, role="figure", alt=photo.alt or plain(photo.caption), location=photo.location)
    picture = PictureMark(box.x, box.y, box.width, box.height, photo.picture, crop, tag)
    if figure.caption is None:
        return (picture,)
    caption_top = box.foot + CAPTION_GAP * grid.line
    return (picture, *text_marks(figure.caption, box.x, caption_top, replace(block, role="caption")))
