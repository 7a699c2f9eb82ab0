"""Small pages for the renderer's tests, and what can be read back from the files it writes."""

import io
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
from PIL import Image

from bulletin_layout.fonts import Face
from bulletin_layout.inks import BLACK
from bulletin_layout.page import Edition, GlyphRun, Mark, OutlineEntry, Page, TextMark

WIDTH, HEIGHT, BLEED = 200.0, 100.0, 9.0
DAY = date(2026, 10, 30)
#: A page of pikepdf's is gone with its file.
_OPEN: list[pikepdf.Pdf] = []


def run(face: Face, text: str, size: float = 10.0, extra: float = 0.0, **options: Any) -> GlyphRun:
    """Text set solid on one line, ``extra`` points after each glyph."""
    xs, texts, pen = [], [], 0.0
    for glyph in face.shape(text):
        xs.append(pen + glyph.dx * size)
        texts.append(text[glyph.start : glyph.end])
        pen += glyph.advance * size + extra
    gids = tuple(glyph.gid for glyph in face.shape(text))
    return GlyphRun(face, size, options.pop("ink", BLACK), gids, tuple(xs), tuple(texts), **options)


def column(face: Face, text: str, size: float = 10.0) -> GlyphRun:
    """Upright text set downwards."""
    xs, ys, texts, pen = [], [], [], 0.0
    glyphs = face.shape(text, vertical=True)
    for glyph in glyphs:
        xs.append(glyph.dx * size)
        ys.append((pen - glyph.dy) * size)
        texts.append(text[glyph.start : glyph.end])
        pen += glyph.advance
    return GlyphRun(face, size, BLACK, tuple(g.gid for g in glyphs), tuple(xs), tuple(texts), tuple(ys))


def edition(*pages: Sequence[Mark], outline: tuple[OutlineEntry, ...] = (), title: str = "院报") -> Edition:
    return Edition(
        title,
        "编辑部",
        "第10期",
        DAY,
        tuple(
            Page(number, "要闻", WIDTH, HEIGHT, BLEED, tuple(marks), outline)
            for number, marks in enumerate(pages, start=1)
        ),
    )


def lines(*runs: GlyphRun) -> list[Mark]:
    """One run a line, 15 points apart."""
    return [TextMark(10, 15 * (number + 1), one) for number, one in enumerate(runs)]


def opened(pdf: bytes) -> pikepdf.Pdf:
    file = pikepdf.open(io.BytesIO(pdf))
    _OPEN.append(file)
    return file


def images(pdf: bytes) -> list[Any]:
    """The pictures of the first page."""
    return [thing for thing in opened(pdf).pages[0].Resources.XObject.values() if thing.Subtype == "/Image"]


def extracted(pdf: bytes) -> str:
    """The text as another program reads it, line ends made plain."""
    document = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_range() for page in document).replace("\r\n", "\n")


def pixels(pdf: bytes, scale: float = 10) -> Image.Image:
    """The first page's trim, ``scale`` pixels a point."""
    page = pypdfium2.PdfDocument(pdf)[0]
    page.set_cropbox(*page.get_trimbox())
    image: Image.Image = page.render(scale=scale).to_pil().convert("RGB")
    return image


def colour(image: Image.Image, x: int, y: int) -> tuple[int, ...]:
    pixel = image.getpixel((x, y))
    assert isinstance(pixel, tuple)
    return pixel


def ink_box(image: Image.Image, area: tuple[float, float, float, float], scale: float = 10) -> list[float]:
    """Where the dark pixels of an area (points from the trim's top left) lie: left, top, right, bottom."""
    left, top, right, bottom = (round(edge * scale) for edge in area)
    dark = image.crop((left, top, right, bottom)).convert("L").point(lambda value: 255 * (value < 128))
    box = dark.getbbox()
    assert box is not None, f"nothing is printed in {area}"
    return [(box[0] + left) / scale, (box[1] + top) / scale, (box[2] + left) / scale, (box[3] + top) / scale]


def operators(page: pikepdf.Page) -> Iterator[tuple[str, list[Any]]]:
    for instruction in pikepdf.parse_content_stream(page):
        yield str(instruction.operator), list(instruction.operands)


def glyph_places(pdf: bytes) -> list[tuple[int, float, float]]:
    """(glyph, x, y) of every glyph of page 1 as a viewer places it, from the trim's top left, y down."""
    page = opened(pdf).pages[0]
    found: list[tuple[int, float, float]] = []
    widths: dict[int, float] = {}
    size = 0.0
    a = b = x = y = 0.0
    for operator, operands in operators(page):
        if operator == "Tf":
            widths = stated_widths(page.Resources.Font[operands[0]])
            size = float(operands[1])
        elif operator == "Tm":
            a, b, _, _, x, y = map(float, operands)
        elif operator in ("Tj", "TJ"):
            for item in operands[0] if operator == "TJ" else operands:
                if isinstance(item, pikepdf.String):
                    codes = bytes(item)
                    for at in range(0, len(codes), 2):
                        code = int.from_bytes(codes[at : at + 2], "big")
                        found.append((code, x - BLEED, HEIGHT + BLEED - y))
                        step = widths.get(code, 1000) / 1000 * size
                        x, y = x + a * step, y + b * step
                else:
                    step = -float(item) / 1000 * size
                    x, y = x + a * step, y + b * step
    return found


def stated_widths(font: Any) -> dict[int, float]:
    widths: dict[int, float] = {}
    items = list(font.DescendantFonts[0].W)
    for first, run_of in zip(items[::2], items[1::2], strict=True):
        widths |= {int(first) + number: float(width) for number, width in enumerate(run_of)}
    return widths


def saved(folder: Path, name: str, image: Image.Image, **options: Any) -> Path:
    path = folder / name
    image.save(path, **options)
    return path
