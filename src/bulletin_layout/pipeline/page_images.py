"""Images of the pages (小样), and a contact sheet of all of them (总览)."""

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Final

from bulletin_layout.page import Edition
from bulletin_layout.pictures import ContactSheet, png_file
from bulletin_layout.pipeline.result import PageImages
from bulletin_layout.render.drawn import DrawingMemory
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
    pdf, cores = render_pdf(edition, memory), memory.threads
    waiting: deque[tuple[int, Future[bytes]]] = deque()
    with ThreadPoolExecutor(cores) as pool:

        def next_file() -> tuple[str, bytes]:
            number, file = waiting.popleft()
            made = f"page-{number:02}.png", file.result()
            tell(numbers.index(number) + 1, len(numbers))
            return made

        for number, page in zip(numbers, draw_pages(pdf, images.dpi, numbers), strict=True):
            waiting.append((number, pool.submit(png_file, page, images.dpi)))
            if sheet is not None:
                sheet.add(page)
            if len(waiting) > cores:  # pages that wait hold their dots in memory
                yield next_file()
        while waiting:
            yield next_file()
    if sheet is not None:
        yield SHEET, png_file(sheet.drawn(), images.dpi)
