"""Images of the pages (小样), and a contact sheet of all of them (总览)."""

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from functools import cache
from types import MappingProxyType
from typing import Final

from bulletin_layout.page import Edition, Page
from bulletin_layout.pictures import ContactSheet, PictureError, Pixels, png_file
from bulletin_layout.pipeline.kept_images import KeptFile
from bulletin_layout.pipeline.result import PageImages
from bulletin_layout.render.drawn import DrawingMemory, PageImage
from bulletin_layout.render.page_key import page_key
from bulletin_layout.render.pdf import render_pdf
from bulletin_layout.render.png import page_drawing

#: File name of the contact sheet.
SHEET: Final = "sheet.png"
#: What is known of an image, and its file.
_Image = tuple[PageImage, bytes]
_NOTHING: Final[Mapping[str, KeptFile]] = MappingProxyType({})


def page_images(
    edition: Edition,
    images: PageImages,
    tell: Callable[[int, int], None],
    memory: DrawingMemory | None = None,
    kept: Mapping[str, KeptFile] = _NOTHING,
) -> Iterator[tuple[str, bytes]]:
    """(File name, PNG file) of each page, then of the contact sheet, which is made only if all pages are drawn.

    They are rendered from a plain PDF with the RGB photos, not from the press file: drawing the pages again takes a
    tenth of the time that converting the CMYK photos back to RGB would. PDFium renders on one thread only; meanwhile
    the files are compressed on the other cores, because zlib releases the GIL. ``memory``: what drawing keeps;
    ``kept``: images that lie among the products of the last build, by the keys of their pages.
    """
    numbers = images.pages or tuple(range(1, len(edition.pages) + 1))
    sheet = None if images.pages else ContactSheet(len(numbers))
    memory = memory or DrawingMemory()
    remembered = _taken(memory, (images.dpi, sheet and len(numbers)))
    waiting: deque[tuple[Page, _Image | Future[_Image]]] = deque()
    with ExitStack() as stack:
        pool = stack.enter_context(ThreadPoolExecutor(memory.threads))

        @cache
        def drawing() -> Callable[[int], Pixels]:
            """Draws a page; the PDF is made when the first one is drawn."""
            return stack.enter_context(page_drawing(render_pdf(edition, memory), images.dpi))

        def next_file() -> tuple[str, bytes]:
            page, made = waiting.popleft()
            image, file = made if isinstance(made, tuple) else made.result()
            memory.images[id(page)] = image
            if sheet is not None and image.reduced is not None:
                sheet.add(image.reduced)
            tell(numbers.index(page.number) + 1, len(numbers))
            return _name(page), file

        for number in numbers:
            page = edition.pages[number - 1]
            image = remembered.get(id(page)) or PageImage(page, page_key(page, images.dpi))
            again = _again(image, kept, sheet)
            waiting.append((page, again or pool.submit(_drawn, image, drawing()(number), images.dpi, sheet)))
            if len(waiting) > memory.threads:  # pages that wait hold their dots in memory
                yield next_file()
        while waiting:
            yield next_file()
    if sheet is not None:
        yield SHEET, png_file(sheet.drawn(), images.dpi)


def image_keys(memory: DrawingMemory) -> dict[str, str]:
    """The file names of the page images that were made last, by the keys of their pages."""
    return {image.key: _name(image.page) for image in memory.images.values()}


def _taken(memory: DrawingMemory, made_for: object) -> dict[int, PageImage]:
    """The images of the last time, if they were made for the same. The memory is emptied for those of this time; the
    dictionary holds their pages, so that no other page can have the identity of one of them."""
    before = memory.images if memory.imaged_for == made_for else {}
    memory.imaged_for, memory.images = made_for, {}
    return before


def _again(image: PageImage, kept: Mapping[str, KeptFile], sheet: ContactSheet | None) -> _Image | None:
    """The image of the last build, if its file is as it was; else None."""
    file = kept[image.key].data() if image.key in kept else None
    if file is None:
        return None
    if sheet is None or image.reduced is not None:
        return image, file
    try:
        return image._replace(reduced=sheet.reduced_file(file)), file
    except PictureError:  # not a file of ours, whatever the record says
        return None


def _drawn(image: PageImage, page: Pixels, dpi: int, sheet: ContactSheet | None) -> _Image:
    """The image of a page that was drawn."""
    return image._replace(reduced=None if sheet is None else sheet.reduced(page)), png_file(page, dpi)


def _name(page: Page) -> str:
    return f"page-{page.number:02}.png"
