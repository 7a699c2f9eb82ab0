"""How pages are written for one purpose (输出方式): the inks, the pictures, and the paper around the trim."""

from collections.abc import Callable, Sequence

from bulletin_layout.inks import Ink
from bulletin_layout.page import Edition, Page, PanelMark, PictureMark, RuleMark, TextMark
from bulletin_layout.pdfs import Value
from bulletin_layout.pictures import EncodedPicture, PressPictures, prepared
from bulletin_layout.render.pdf_pictures import DEVICE_RGB
from bulletin_layout.values import NamedTuple, dataclass


class ShownPicture(NamedTuple):
    """A picture as it is embedded: ``name`` identifies it in the file; ``pixels`` is called only for the first mark
    with that name."""

    name: str
    pixels: Callable[[], EncodedPicture]


@dataclass(frozen=True, slots=True)
class Ring:
    """A stroked circle, part of a registration mark (套准线); centre in the page's coordinates, points."""

    x: float
    y: float
    radius: float
    width: float
    ink: Ink


class ContentSpan(NamedTuple):
    """Marks ``first`` to ``end`` (exclusive) of a page that are enclosed in marked content; ``opens``: its opening
    operator."""

    first: int
    end: int
    opens: str


#: Marks outside the trim: crop marks, colour bar …
Beside = RuleMark | PanelMark | TextMark | Ring


def as_it_is(ink: Ink) -> Ink:
    """The ink, unchanged."""
    return ink


def whole(mark: PictureMark) -> ShownPicture:
    """The picture with all its original pixels."""
    return ShownPicture(mark.picture.sha256, lambda: prepared(mark.picture))


def fitted(edition: Edition, pictures: PressPictures) -> Callable[[PictureMark], ShownPicture]:
    """A function that gives the converted picture of a mark, at the resolution of its size on the page.

    All pictures of the edition are converted here, several at a time, because that is faster than one by one.
    """
    marks = (mark for page in edition.pages for mark in page.pictures())
    pictures.make((mark.picture, mark.dpi) for mark in marks)

    def picture(mark: PictureMark) -> ShownPicture:
        return ShownPicture(pictures.name(mark.picture, mark.dpi), lambda: pictures.pixels(mark.picture, mark.dpi))

    return picture


def nothing_beside(_page: Page) -> tuple[Beside, ...]:
    """No marks outside the trim."""
    return ()


@dataclass(frozen=True, slots=True)
class Output:
    """How pages are written.

    ``ink``: converts an ink of the pages to that of the file. ``picture``: gives the pixels of a picture mark.
    ``margin``: paper outside the trim on all sides, points (None: the page's bleed). ``beside``: marks that are printed
    there. ``overprint``: solid black text and lines overprint (黑版叠印) instead of knocking out. ``outline``: whether
    the file has bookmarks. ``spans``: for each page, marked content that encloses all its marks in order; empty for a
    file without tags. ``rgb``: colour space of RGB pixels. ``only_seen``: no person opens the file, a program shows its
    pages, so that nothing is told about its text, streams are not packed, and a page does not depend on the others.
    ``made_for``: all that the functions depend on, to compare
    it with that of a kept page.
    """

    ink: Callable[[Ink], Ink] = as_it_is
    picture: Callable[[PictureMark], ShownPicture] = whole
    margin: float | None = None
    beside: Callable[[Page], tuple[Beside, ...]] = nothing_beside
    overprint: bool = False
    outline: bool = True
    rgb: Value = DEVICE_RGB
    spans: Sequence[Sequence[ContentSpan]] = ()
    only_seen: bool = False
    made_for: object = None


#: The pages as they are, without conversion.
PLAIN = Output()
#: The same for page images.
SEEN = Output(outline=False, only_seen=True)
