"""Proof images and text dumps."""

import io
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pypdfium2_raw  # type: ignore[import-untyped]
import pytest
from PIL import Image

from bulletin_layout.fonts import Face
from bulletin_layout.inks import BLACK, WHITE, Ink
from bulletin_layout.page import OutlineEntry, PanelMark, PictureMark, RuleMark, Tag, TextMark
from bulletin_layout.pictures import Pixels, open_picture, png_file
from bulletin_layout.pictures.contact_sheet import ContactSheet
from bulletin_layout.render.dump import dump_edition
from bulletin_layout.render.pdf import render_pdf
from bulletin_layout.render.png import draw_pages, render_png
from tests.render.sheets import colour, edition, ink_box, lines, run, saved


def test_each_page_becomes_a_png_of_its_trim(face: Face) -> None:
    panel = PanelMark(-9, -9, 218, 118, Ink("cmyk", (1, 0, 0, 0)))
    pngs = list(render_png(render_pdf(edition([PanelMark(50, 20, 100, 60, BLACK)], [panel])), 144))
    first, second = (Image.open(io.BytesIO(png)) for png in pngs)
    assert first.size == second.size == (400, 200)
    assert ink_box(first, (0, 0, 200, 100), scale=2) == [50, 20, 150, 80]
    red, green, blue = colour(second.convert("RGB"), 0, 0)
    assert red < green < blue  # cyan, and not its negative
    assert [round(dpi) for dpi in first.info["dpi"]] == [144, 144]


def test_one_thread_draws_at_a_time(face: Face, monkeypatch: pytest.MonkeyPatch) -> None:
    """PDFium is not made for several, whatever file each has opened."""
    at_work, most, render = [], [], pypdfium2_raw.FPDF_RenderPageBitmap

    def rendering(*given: Any) -> None:
        at_work.append(given)
        most.append(len(at_work))
        time.sleep(0.005)
        render(*given)
        at_work.remove(given)

    monkeypatch.setattr(pypdfium2_raw, "FPDF_RenderPageBitmap", rendering)
    pdf = render_pdf(edition(*[[PanelMark(50, 20, 100, 60, BLACK)]] * 4))
    with ThreadPoolExecutor(4) as threads:
        drawn = list(threads.map(lambda _: [bytes(page.data) for page in draw_pages(pdf, 72)], range(4)))
    assert most == [1] * 16
    assert all(each == drawn[0] for each in drawn)


@pytest.mark.parametrize(("mode", "dots"), [("L", b"\x10\x10\x10\xf0\xf0\xf0"), ("RGB", b"\x10\x10\x10\xf0\xf0\xf1")])
def test_a_png_file_has_the_same_dots_and_is_grey_where_they_are(mode: str, dots: bytes) -> None:
    page = Pixels.of(3, 200, (dots + b"\xff\xff\xff") * 200)
    image = Image.open(io.BytesIO(png_file(page, 150)))
    image.load()
    assert image.mode == mode
    assert image.convert("RGB").tobytes() == page.data


def test_colour_at_the_foot_of_a_page_is_kept() -> None:
    grey = b"\x80\x80\x80" * (5 * 199 + 4)
    image = Image.open(io.BytesIO(png_file(Pixels.of(5, 200, grey + b"\x80\x80\x00"), 150)))
    assert image.mode == "RGB"
    assert image.getpixel((4, 199)) == (128, 128, 0)


def test_a_contact_sheet_shows_every_page_in_order(face: Face) -> None:
    inks = [(1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1), (0, 0, 0, 0.2)]
    pages = [[PanelMark(-9, -9, 218, 118, Ink("cmyk", ink))] for ink in inks]
    drawn = list(draw_pages(render_pdf(edition(*pages)), 72))
    contact = ContactSheet(len(drawn), 360)
    small = [contact.reduced(page) for page in drawn]
    sheet = Image.open(io.BytesIO(png_file(contact.drawn(small), 72))).convert("RGB")
    assert sheet.size == (4 + 3 * (100 + 4), 4 + 2 * (50 + 4))
    seen = [sheet.getpixel((54 + 104 * column, row)) for row in (29, 83) for column in range(3)]
    own = [tuple(page.data[:3]) for page in drawn]
    assert seen[:5] == own
    assert seen[5] not in own


def test_a_dump_says_every_mark(face: Face, tmp_path: Path) -> None:
    picture = open_picture(saved(tmp_path, "a.png", Image.new("L", (4, 4))), "photos/a.png")
    marks = [
        PanelMark(1, 2, 30, 40, WHITE, BLACK, 0.5),
        RuleMark(0, 5, 100, 5, 0.25, Ink("spot", (0, 1, 0, 0), "红")),
        *lines(run(face, "春——a", 9, extra=0.333)),
        TextMark(3, 4, run(face, "题", 20, ys=(1.5,), stretch=0.9), Tag("headline", "visit", 2, 1)),
        PictureMark(1, 2, 3, 4.567, picture, (0, 0.25, 1, 0.75), Tag("figure", alt="座谈会")),
    ]
    assert dump_edition(edition(marks, outline=(OutlineEntry("春风", 12.5),)), tmp_path) == (
        "edition 2026-10-30 '院报'\n"
        "page 1 要闻 200 100 bleed 9\n"
        "outline 12.5 '春风'\n"
        "panel 1 2 30 40 fill cmyk(0 0 0 0) border 0.5 cmyk(0 0 0 1)\n"
        "rule 0 5 100 5 width 0.25 spot(0 1 0 0 红)\n"
        "text 10 15 body - Toy 9 cmyk(0 0 0 1) 春——a\n"
        "  x 0 9.33 27.67\n"
        "text 3 4 headline visit:2:1 Toy 20 cmyk(0 0 0 1) stretch 0.900 题\n"
        "  x 0  y 1.5\n"
        "picture 1 2 3 4.57 a.png crop 0.0000 0.2500 1.0000 0.7500 座谈会\n"
    )
