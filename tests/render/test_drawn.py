"""Pages kept from the last time: what did not change is not drawn again, and the bytes are those of a fresh file."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from bulletin_layout.fonts import Face
from bulletin_layout.inks import BLACK, WHITE, Ink
from bulletin_layout.issue import SHEETFED
from bulletin_layout.page import Edition, GlyphRun, Mark, Page, PanelMark, PictureMark, RunPart, Tag, TextMark
from bulletin_layout.pictures import open_picture
from bulletin_layout.render import pdf
from bulletin_layout.render.drawn import DrawingMemory
from bulletin_layout.render.imposition import booklet_pdf, spreads_pdf
from bulletin_layout.render.pdf import render_pdf
from bulletin_layout.render.press import press_pdf
from bulletin_layout.render.tagged import archival_pdf, screen_pdf
from tests.render.sheets import edition, lines, run, saved

SPOT = Ink("spot", (0, 1, 0.8, 0), "PANTONE 186 C")
RED = Ink("rgb", (0.8, 0.1, 0.1))

Product = Callable[[Edition, DrawingMemory | None], bytes]

PRODUCTS: dict[str, Product] = {
    "plain": render_pdf,
    "press": lambda pages, memory: press_pdf(pages, SHEETFED, memory=memory),
    "screen": lambda pages, memory: screen_pdf(pages, SHEETFED, memory=memory),
    "archive": lambda pages, memory: archival_pdf(pages, SHEETFED, memory=memory),
    "booklet": lambda pages, memory: booklet_pdf(pages, SHEETFED, memory=memory),
    "spreads": lambda pages, memory: spreads_pdf(pages, SHEETFED, memory=memory),
}


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[Page]:
    """The pages that are drawn from here on, in order."""
    pages: list[Page] = []
    draw_marks = pdf._draw_marks

    def counted(drawing: object, page: Page, *rest: object) -> None:
        pages.append(page)
        draw_marks(drawing, page, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(pdf, "_draw_marks", counted)
    return pages


def with_pages(before: Edition, *pages: Page) -> Edition:
    return replace(before, pages=pages)


def with_marks(page: Page, marks: Sequence[Mark]) -> Page:
    return replace(page, marks=tuple(marks))


def said_as(shown: GlyphRun, *texts: str) -> GlyphRun:
    """The same glyphs with other texts, as fonts have one glyph for several characters."""
    return replace(shown, texts=texts)


@pytest.mark.parametrize("product", PRODUCTS.values(), ids=PRODUCTS.keys())
def test_only_the_page_that_changed_is_drawn_again(face: Face, drawn: list[Page], product: Product) -> None:
    first = edition(*(lines(run(face, text)) for text in ("天地", "春风", "吹", "天")))
    memory = DrawingMemory()
    product(first, memory)
    changed = with_marks(first.pages[1], lines(run(face, "吹风")))
    then = with_pages(first, first.pages[0], changed, *first.pages[2:])
    drawn.clear()
    kept = product(then, memory)
    assert [page for page in drawn if page.marks] == [changed]
    assert kept == product(then, None)


def test_pages_may_be_added_removed_and_moved(face: Face, drawn: list[Page]) -> None:
    first = edition(*(lines(run(face, text)) for text in ("天地", "春风", "吹")))
    memory = DrawingMemory()
    render_pdf(first, memory)
    new = with_marks(first.pages[0], lines(run(face, "天天")))
    for pages in (first.pages[1:], (new, *first.pages), first.pages[::-1]):
        then = with_pages(first, *pages)
        assert render_pdf(then, memory) == render_pdf(then)
    drawn.clear()
    render_pdf(with_pages(first, *first.pages[::-1]), memory)
    assert drawn == []


def test_a_glyph_keeps_the_text_with_which_the_document_shows_it_first(face: Face, drawn: list[Page]) -> None:
    glyphs = run(face, "天地")
    first = edition(lines(glyphs), lines(glyphs), lines(run(face, "吹")))
    memory = DrawingMemory()
    render_pdf(first, memory)
    renamed = with_marks(first.pages[0], lines(said_as(glyphs, "夭", "地")))
    then = with_pages(first, renamed, *first.pages[1:])
    drawn.clear()
    assert render_pdf(then, memory) == render_pdf(then)
    assert drawn[:2] == [renamed, first.pages[1]]  # then the fresh one, which draws all three
    assert len(drawn) == 5


def test_a_page_whose_glyph_had_its_text_from_another_page_is_drawn_without_that_page(face: Face) -> None:
    glyphs = run(face, "天地")
    first = edition(lines(glyphs), lines(said_as(glyphs, "夭", "地")))
    memory = DrawingMemory()
    render_pdf(first, memory)
    then = with_pages(first, with_marks(first.pages[0], lines(run(face, "吹"))), first.pages[1])
    assert render_pdf(then, memory) == render_pdf(then)


def test_a_text_that_other_pages_only_pass_over_is_not_taken_from_them(face: Face) -> None:
    """A glyph without text of its own, as the second of a cluster, says nothing of what it stands for."""
    glyphs = run(face, "天地")
    first = edition(lines(glyphs), lines(said_as(glyphs, "天地", "")))
    memory = DrawingMemory()
    render_pdf(first, memory)
    then = with_pages(first, with_marks(first.pages[0], lines(run(face, "吹"))), first.pages[1])
    assert render_pdf(then, memory) == render_pdf(then)


def test_fonts_keep_their_names_only_in_the_same_order(face: Face, any_face: Face) -> None:
    first = edition(lines(run(face, "天")), lines(run(any_face, "地")), lines(run(any_face, "天"), run(face, "吹")))
    memory = DrawingMemory()
    render_pdf(first, memory)
    then = with_pages(first, with_marks(first.pages[0], lines(run(any_face, "天"))), *first.pages[1:])
    assert render_pdf(then, memory) == render_pdf(then)


@pytest.mark.parametrize("product", PRODUCTS.values(), ids=PRODUCTS.keys())
def test_pictures_spot_inks_and_overprint_come_with_the_page(tmp_path: Path, face: Face, product: Product) -> None:
    photos = [
        open_picture(saved(tmp_path, f"{colour}.png", Image.new("RGB", (90, 60), colour)), f"{colour}.png")
        for colour in ("red", "blue")
    ]

    def page(*which: int) -> list[Mark]:
        tag = Tag("figure", story="a", alt="两人在温室")
        shown: list[Mark] = [PictureMark(20 + 40 * at, 10, 30, 20, photos[at], tag=tag) for at in which]
        over: list[Mark] = [PanelMark(0, 40, 80, 20, SPOT), TextMark(10, 50, run(face, "天", ink=SPOT))]
        return [*over[:1], *shown, *over[1:], *lines(run(face, "地", ink=WHITE), run(face, "吹", ink=BLACK))]

    first = edition(page(0), page(0, 1), page(1), page(1, 0))
    memory = DrawingMemory()
    product(first, memory)
    bare = with_marks(first.pages[0], lines(run(face, "天", ink=RED)))
    then = with_pages(first, bare, *first.pages[1:])
    assert product(then, memory) == product(then, None)


def test_pages_with_links_are_cut_only_once(face: Face, drawn: list[Page]) -> None:
    parts = (RunPart(0, 1), RunPart(1, 2, "https://example.org"))
    marks = [TextMark(10, 50, replace(run(face, "天地"), parts=parts), Tag("body", story="a"))]
    first = edition(marks, lines(run(face, "吹")))
    memory = DrawingMemory()
    screen_pdf(first, SHEETFED, memory=memory)
    then = with_pages(first, first.pages[0], with_marks(first.pages[1], lines(run(face, "风"))))
    drawn.clear()
    kept = screen_pdf(then, SHEETFED, memory=memory)
    assert len(drawn) == 1
    assert kept == screen_pdf(then, SHEETFED)


@pytest.mark.parametrize(
    "change",
    [
        lambda pages: (replace(pages, title="新院报"), SHEETFED),
        lambda pages: (pages, replace(SHEETFED, marks=("crop",))),
        lambda pages: (pages, replace(SHEETFED, overprint=not SHEETFED.overprint)),
        lambda pages: (pages, replace(SHEETFED, standard="x-1a")),
        lambda pages: (pages, replace(SHEETFED, spots="convert")),
    ],
)
def test_another_press_or_title_draws_all_pages_again(
    face: Face, change: Callable[[Edition], tuple[Edition, object]]
) -> None:
    first = edition([PanelMark(0, 40, 80, 20, SPOT)], lines(run(face, "天地")))
    memory = DrawingMemory()
    press_pdf(first, SHEETFED, memory=memory)
    then, press = change(first)
    assert press_pdf(then, press, memory=memory) == press_pdf(then, press)  # type: ignore[arg-type]
