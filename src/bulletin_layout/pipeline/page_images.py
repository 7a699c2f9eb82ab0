"""Images of the pages (小样), and a contact sheet of all of them (总览)."""

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Final

from bulletin_layout.page import Edition, Page
from bulletin_layout.pictures import ContactSheet, Pixels, png_file
from bulletin_layout.pipeline.result import PageImages
from bulletin_layout.render.drawn import DrawingMemory, PageImage
from bulletin_layout.render.pdf import render_pdf
from bulletin_layout.render.png import draw_pages

#: File name of the contact sheet.
SHEET: Final = "sheet.png"


def page_images(
    edition: Edition, images: PageImages, tell: Callable[[int, int], None], memory: DrawingMemory | None = None
) -> Iterator[tuple[str, bytes]]:
    """(File name, PNG file) of each page, then of the contact sheet, which is made only if all pages are drawn.

    They are rendered from a plain PDF with the RGB photos, not from the press file: drawing the pages again takes a
    tenth of the time that converting the CMYK photos back to RGB would. PDFium renders on one thread only; meanwhile
    the files are compressed on the other cores, because zlib releases the GIL. ``memory``: what drawing keeps.
    """
    numbers = images.pages or tuple(range(1, len(edition.pages) + 1))
    sheet = None if images.pages else ContactSheet(len(numbers))
    memory = memory or DrawingMemory()
    before = _taken(memory, (images.dpi, sheet and len(numbers)))
    pages = {number: edition.pages[number - 1] for number in numbers}
    changed = [number for number in numbers if id(pages[number]) not in before]
    drawn = draw_pages(render_pdf(edition, memory), images.dpi, changed) if changed else iter(())
    waiting: deque[tuple[int, Future[PageImage]]] = deque()
    with ThreadPoolExecutor(memory.threads) as pool:

        def next_file() -> tuple[str, bytes]:
            number, future = waiting.popleft()
            image = memory.images[id(pages[number])] = future.result()
            if sheet is not None and image.reduced is not None:
                sheet.add(image.reduced)
            tell(numbers.index(number) + 1, len(numbers))
            return f"page-{number:02}.png", image.file

        for number in numbers:
            known = before.get(id(pages[number]))
            pixels = next(drawn) if known is None else None
            waiting.append((number, pool.submit(_image, pages[number], pixels, known, images.dpi, sheet)))
            if len(waiting) > memory.threads:  # pages that wait hold their dots in memory
                yield next_file()
        while waiting:
            yield next_file()
    if sheet is not None:
        yield SHEET, png_file(sheet.drawn(), images.dpi)


def _taken(memory: DrawingMemory, made_for: object) -> dict[int, PageImage]:
    """The images of the last time, if they were made for the same. The memory is emptied for those of this time; the
    dictionary holds their pages, so that no other page can have the identity of one of them."""
    before = memory.images if memory.imaged_for == made_for else {}
    memory.imaged_for, memory.images = made_for, {}
    return before


def _image(
    page: Page, drawn: Pixels | None, known: PageImage | None, dpi: int, sheet: ContactSheet | None
) -> PageImage:
    """The known image of a page, or that of its dots."""
    if known is not None:
        return known
    assert drawn is not None
    return PageImage(page, png_file(drawn, dpi), sheet.reduced(drawn) if sheet is not None else None)
