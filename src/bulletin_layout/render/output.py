"""What decides how the same pages are written for one purpose (输出方式): inks, pictures, paper around the trim."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from bulletin_layout.inks import Ink
from bulletin_layout.page import Edition, Page, PanelMark, PictureMark, RuleMark, TextMark
from bulletin_layout.pdfs import Value
from bulletin_layout.pictures import EncodedPicture, PressPictures, prepared
from bulletin_layout.render.pdf_pictures import DEVICE_RGB
from bulletin_layout.values import dataclass


class ShownPicture(NamedTuple):
    """The pixels that a picture mark is shown with: made when ``name`` is new to the file."""

    name: str
    pixels: Callable[[], EncodedPicture]


@dataclass(frozen=True, slots=True)
class Ring:
    """A circle that is stroked, its centre in the page's coordinates: registration marks (套准线) have one."""

    x: float
    y: float
    radius: float
    width: float
    ink: Ink


class ContentSpan(NamedTuple):
    """Marks of a page, ``first`` to ``end``, that are enclosed in marked content: ``opens`` is what opens it."""

    first: int
    end: int
    opens: str


#: What may stand beside the page on the sheet.
Beside = RuleMark | PanelMark | TextMark | Ring


def as_it_is(ink: Ink) -> Ink:
    """The ink as the layout has it."""
    return ink


def whole(mark: PictureMark) -> ShownPicture:
    """The picture with all its pixels, as the file has them."""
    return ShownPicture(mark.picture.sha256, lambda: prepared(mark.picture))


def fitted(edition: Edition, pictures: PressPictures) -> Callable[[PictureMark], ShownPicture]:
    """Each picture of the edition as ``pictures`` has it for the size that its mark gives it; all are made first, for
    several at a time take less time."""
    marks = (mark for page in edition.pages for mark in page.pictures())
    pictures.make((mark.picture, mark.dpi) for mark in marks)

    def picture(mark: PictureMark) -> ShownPicture:
        return ShownPicture(pictures.name(mark.picture, mark.dpi), lambda: pictures.pixels(mark.picture, mark.dpi))

    return picture


def nothing_beside(_page: Page) -> tuple[Beside, ...]:
    """No marks around the page."""
    return ()


@dataclass(frozen=True, slots=True)
class Output:
    """How pages are written.

    ``ink``: what an ink of the pages is in this file. ``picture``: the pixels a picture is shown with. ``margin``:
    paper beyond the trim on all sides, in points (None: the page's own bleed). ``beside``: what is printed there.
    ``overprint``: solid black text and lines print over what lies below (黑版叠印) instead of knocking it out.
    ``outline``: whether the file has bookmarks. ``spans``: what the marks of each page are enclosed in, all of
    them, one after another; nothing where the file has no tags. ``rgb``: the colour space of RGB pixels.
    """

    ink: Callable[[Ink], Ink] = as_it_is
    picture: Callable[[PictureMark], ShownPicture] = whole
    margin: float | None = None
    beside: Callable[[Page], tuple[Beside, ...]] = nothing_beside
    overprint: bool = False
    outline: bool = True
    rgb: Value = DEVICE_RGB
    spans: Sequence[Sequence[ContentSpan]] = ()


#: The pages and nothing else.
PLAIN = Output()
