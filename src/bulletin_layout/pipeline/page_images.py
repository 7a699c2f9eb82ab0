"""Images of the pages (小样), and a contact sheet of all of them (总览)."""

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
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


def page_images(
    edition: Edition,
    images: PageImages,
    tell: Callable[[int, int], None],
    memory: DrawingMemory | None = None,
    kept: KeptImages | None = None,
) -> Iterator[tuple[str, bytes | KeptFile]]:
    """(File name, PNG file) of each page, then of the contact sheet, which is made only if all pages are drawn.

    They are rendered from a PDF with the RGB photos, not from the press file: drawing the pages again takes a
    tenth of the time that converting the CMYK photos back to RGB would. ``memory``: what drawing keeps; ``kept``:
    images that lie among the products of the last build.
    """
    pages = [edition.pages[number - 1] for number in images.pages] or edition.pages
    sheet = None if images.pages else ContactSheet(len(pages))
    memory = memory or DrawingMemory()
    before = _taken(memory, (images.dpi, sheet and sheet.columns))
    known = [_known(before.get(id(page)), page, images.dpi, sheet, kept or KeptImages()) for page in pages]
    made = _made(edition, [image for image, file in known if file is None], images.dpi, sheet, memory.threads)
    for done, (known_image, kept_file) in enumerate(known, start=1):
        file: bytes | KeptFile
        image, file = (known_image, kept_file) if kept_file is not None else next(made)
        memory.images[id(image.page)] = image
        tell(done, len(pages))
        yield _name(image.page), file
    if sheet is not None:
        small = [image.reduced for image in memory.images.values() if image.reduced is not None]
        keys = [image.key for image in memory.images.values()]
        memory.places = SheetPlaces(sheet.columns, dict(zip(keys, sheet.places(small), strict=True)))
        yield SHEET, png_file(sheet.drawn(small), images.dpi)


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


def _made(
    edition: Edition, images: list[PageImage], dpi: int, sheet: ContactSheet | None, threads: int
) -> Iterator[tuple[PageImage, bytes]]:
    """The images of pages that are drawn, in order. PDFium renders on one thread only; meanwhile the files are
    compressed on the other cores, because zlib releases the GIL. Pages that wait hold their dots in memory."""
    if not images:
        return
    pdf = render_seen(replace(edition, pages=tuple(image.page for image in images)))
    waiting: deque[Future[tuple[PageImage, bytes]]] = deque()
    with ThreadPoolExecutor(threads) as pool, closing(draw_pages(pdf, dpi)) as drawn:
        for image, page in zip(images, drawn, strict=True):
            waiting.append(pool.submit(_drawn, image, page, dpi, sheet))
            if len(waiting) > threads:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _drawn(image: PageImage, page: Pixels, dpi: int, sheet: ContactSheet | None) -> tuple[PageImage, bytes]:
    """The image of a page that was drawn."""
    return image._replace(reduced=None if sheet is None else sheet.reduced(page)), png_file(page, dpi)


def _name(page: Page) -> str:
    return f"page-{page.number:02}.png"
