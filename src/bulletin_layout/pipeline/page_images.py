"""Images of the pages (小样), and a contact sheet of all of them (总览)."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Final

from bulletin_layout.page import Edition, Page
from bulletin_layout.pictures import Pixels, png_file
from bulletin_layout.pictures.contact_sheet import ContactSheet
from bulletin_layout.pipeline.kept_images import KeptImages
from bulletin_layout.pipeline.result import PageImages
from bulletin_layout.pipeline.shelf import KeptFile
from bulletin_layout.render.drawn import DrawingMemory, PageImage, SheetPlaces
from bulletin_layout.render.page_key import page_key
from bulletin_layout.render.pdf import render_seen
from bulletin_layout.render.png import draw_pages
from bulletin_layout.values import replace

#: File name of the contact sheet.
SHEET: Final = "sheet.png"
#: A page's image, and its file.
_Made = tuple[PageImage, bytes]


class PageImageFiles:
    """Images of pages, drawn on threads of their own from the moment this is made (预先画), while the other products
    are made: PDFium and zlib-ng release the GIL. ``close`` it in any case.

    They are rendered from a PDF with the RGB photos, not from the press file: drawing the pages again takes a
    tenth of the time that converting the CMYK photos back to RGB would. ``memory``: what drawing keeps; ``kept``:
    images that lie among the products of the last build.
    """

    __slots__ = ("_drawn", "_images", "_known", "_memory", "_sheet")

    def __init__(
        self,
        edition: Edition,
        images: PageImages,
        memory: DrawingMemory | None = None,
        kept: KeptImages | None = None,
    ) -> None:
        pages = [edition.pages[number - 1] for number in images.pages] or edition.pages
        self._images = images
        self._memory = memory or DrawingMemory()
        self._sheet = None if images.pages else ContactSheet(len(pages))
        before = _taken(self._memory, (images.dpi, self._sheet and self._sheet.columns))
        self._known = [
            _known(before.get(id(page)), page, images.dpi, self._sheet, kept or KeptImages()) for page in pages
        ]
        drawn = [image for image, file in self._known if file is None]
        self._drawn = _Ahead(edition, drawn, images.dpi, self._sheet, self._memory.threads)

    def close(self) -> None:
        """Draw nothing more."""
        self._drawn.close()

    def files(self, tell: Callable[[int, int], None]) -> Iterator[tuple[str, bytes | KeptFile]]:
        """(File name, PNG file) of each page, then of the contact sheet, which is made only if all pages are drawn."""
        memory, sheet, made = self._memory, self._sheet, self._drawn.images()
        for done, (known_image, kept_file) in enumerate(self._known, start=1):
            file: bytes | KeptFile
            image, file = (known_image, kept_file) if kept_file is not None else next(made)
            memory.images[id(image.page)] = image
            tell(done, len(self._known))
            yield _name(image.page), file
        if sheet is not None:
            small = [image.reduced for image in memory.images.values() if image.reduced is not None]
            keys = [image.key for image in memory.images.values()]
            memory.places = SheetPlaces(sheet.columns, dict(zip(keys, sheet.places(small), strict=True)))
            yield SHEET, png_file(sheet.drawn(small), self._images.dpi)


def image_keys(memory: DrawingMemory) -> dict[str, str]:
    """The file names of the page images that were made last, by the keys of their pages."""
    return {image.key: _name(image.page) for image in memory.images.values()}


def _taken(memory: DrawingMemory, made_for: object) -> dict[int, PageImage]:
    """The images of the last time, if they were made for the same. The memory is emptied for those of this time; the
    dictionary holds their pages, so that no other page can have the identity of one of them."""
    before = memory.images if memory.imaged_for == made_for else {}
    memory.imaged_for, memory.images, memory.places = made_for, {}, SheetPlaces(0, {})
    return before


def _known(
    before: PageImage | None, page: Page, dpi: int, sheet: ContactSheet | None, kept: KeptImages
) -> tuple[PageImage, KeptFile | None]:
    """What is known of a page's image, and its file, if that need not be made again."""
    image = before or PageImage(page, page_key(page, dpi))
    file = kept.files.get(image.key)
    if file is None or sheet is None or image.reduced is not None:
        return image, file
    reduced = kept.reduced(image.key, sheet.columns)
    return image._replace(reduced=reduced), file if reduced is not None else None


class _Ahead:
    """Pages that are drawn in order, on one thread, because PDFium can use no more; ``threads`` others compress what is
    drawn. Pages that wait for them hold their dots in memory, so only as many may wait."""

    __slots__ = ("_drawing", "_encoding", "_pages", "_tasks")

    def __init__(
        self, edition: Edition, images: Sequence[PageImage], dpi: int, sheet: ContactSheet | None, threads: int
    ) -> None:
        self._drawing, self._encoding = ThreadPoolExecutor(1), ThreadPoolExecutor(threads)
        pages = tuple(image.page for image in images)
        self._pages = draw_pages(render_seen(replace(edition, pages=pages)) if pages else b"", dpi)
        waiting: deque[Future[_Made]] = deque()

        def draw(image: PageImage) -> Future[_Made]:
            if len(waiting) == threads:
                wait((waiting.popleft(),))
            waiting.append(self._encoding.submit(_drawn, image, next(self._pages), dpi, sheet))
            return waiting[-1]

        self._tasks = deque(self._drawing.submit(draw, image) for image in images)

    def images(self) -> Iterator[_Made]:
        """The images, each as soon as it is there."""
        while self._tasks:
            yield self._tasks.popleft().result().result()

    def close(self) -> None:
        """End, at the latest when the page is drawn that is begun."""
        self._drawing.shutdown(cancel_futures=True)
        self._encoding.shutdown(cancel_futures=True)
        self._pages.close()


def _drawn(image: PageImage, page: Pixels, dpi: int, sheet: ContactSheet | None) -> _Made:
    """The image of a page that was drawn."""
    return image._replace(reduced=None if sheet is None else sheet.reduced(page)), png_file(page, dpi)


def _name(page: Page) -> str:
    return f"page-{page.number:02}.png"
