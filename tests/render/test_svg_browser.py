"""Pages in a real browser: every glyph at the place that its mark gives it, in its own face, and the page looks like
that of the screen file."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest
from PIL import Image

from bulletin_layout.compose import compose_issue
from bulletin_layout.fonts import FontBook, open_face
from bulletin_layout.inks import BLACK, WHITE, Ink
from bulletin_layout.issue import SHEETFED, Press
from bulletin_layout.page import Edition, Mark, Page, PanelMark, PictureMark, RuleMark, Tag, TextMark
from bulletin_layout.pictures import open_picture
from bulletin_layout.reading import read_issue
from bulletin_layout.render.png import draw_pages
from bulletin_layout.render.svg import draw
from bulletin_layout.render.svg_memory import Drawing, SvgMemory
from bulletin_layout.render.tagged import screen_pdf
from tests.real_issue.convert import PROJECT, SEED, write_publication
from tests.render.sheets import DAY, column, run, saved
from tests.support.real_fonts import script_book
from tests.support.shown import PIXEL, Browser, browser, unlike
from tests.support.toy_font import toy_collection, toy_font
from tests.typeset.setting import set_text

#: Points: 0.3 CSS pixels at 100 %.
NEAR = 0.3 / PIXEL
#: Dots of a CSS pixel, as screens of high resolution have them: at one, the edges of letters are most of the picture.
SCALE = 2
#: The most that pages may be unlike those of the file, of 255. Smoothing alone gives up to 2, and 10 in the worst
#: square; a line that is missing, 100.
MEAN, WORST = 4.0, 25.0


@pytest.fixture(scope="module")
def window() -> Iterator[Browser]:
    with browser(SCALE) as opened:
        yield opened


@pytest.fixture(scope="module")
def book() -> FontBook:
    return script_book()


class Sheets(NamedTuple):
    """An edition, and how it is printed."""

    edition: Edition
    press: Press


def sheet(*marks: Mark, width: float = 300, height: float = 300) -> Sheets:
    page = Page(1, "样", width, height, 0, tuple(marks))
    return Sheets(Edition("样", "某某", "", DAY, (page,)), SHEETFED)


def check(window: Browser, sheets: Sheets, folder: Path) -> None:
    """Show each page, and compare it with its marks and with the page of the screen file."""
    memory = SvgMemory(folder)
    pictures = draw_pages(screen_pdf(sheets.edition, sheets.press, folder), round(72 * PIXEL * SCALE))
    for page, picture in zip(sheets.edition.pages, pictures, strict=True):
        drawing = draw(page, sheets.press, memory)
        window.show(drawing, memory)
        assert away(window, drawing, page) == []
        mean, worst = unlike(window.picture(), picture)
        assert mean < MEAN
        assert worst < WORST
    assert window.said == []


def away(window: Browser, drawing: Drawing, page: Page) -> list[str]:
    """The glyphs that are not at their places, or not as wide as in their face, as another font's would be."""
    seen = window.glyphs()
    found = []
    for fragment in drawing.fragments:
        for number, mark in enumerate(page.marks[fragment.first : fragment.end]):
            if isinstance(mark, TextMark):
                glyphs = seen[fragment.key, number]
                assert len(glyphs) == len(mark.run.gids)
                places = zip(mark.run.xs, mark.run.ys or [0.0] * len(glyphs), strict=True)
                for (x, y), gid, text, glyph in zip(places, mark.run.gids, mark.run.texts, glyphs, strict=True):
                    off = max(abs(mark.x + x - glyph.x), abs(mark.y + y - glyph.y))
                    wider = abs(mark.run.face.advance(gid) * mark.run.size - glyph.advance)
                    if off > NEAR or wider > NEAR:
                        found.append(f"{text} {mark.x + x:.2f} {mark.y + y:.2f} {off:.2f} {wider:.2f}")
    return found


def test_what_is_compared_would_show(window: Browser, book: FontBook, tmp_path: Path) -> None:
    """A line that is missing is seen; one that is lower by half a point is measured."""
    face = book.face("song", "regular")
    lines = [TextMark(20, 30 + 12 * number, run(face, "山中何所有岭上多白云")) for number in range(20)]
    right, fewer = sheet(*lines), sheet(*lines[:-1])
    lower = sheet(*(TextMark(mark.x, mark.y + 0.5, mark.run) for mark in lines))
    memory = SvgMemory()
    (picture,) = draw_pages(screen_pdf(right.edition, right.press, tmp_path), round(72 * PIXEL * SCALE))
    window.show(draw(fewer.edition.pages[0], SHEETFED, memory), memory)
    assert unlike(window.picture(), picture)[1] > WORST
    drawing = draw(lower.edition.pages[0], SHEETFED, memory)
    window.show(drawing, memory)
    assert len(away(window, drawing, right.edition.pages[0])) == 200


@pytest.mark.parametrize("name", ["2026-10", "2026-jianbao-11"])
def test_every_page_of_the_samples(window: Browser, tmp_path: Path, name: str) -> None:
    check(window, composed(PROJECT / "content" / name), tmp_path)


@pytest.mark.skipif(not SEED.is_dir(), reason="the real issue needs ../shared/seed-issue")
def test_every_page_of_the_real_issue(window: Browser, tmp_path: Path) -> None:
    check(window, composed(write_publication(tmp_path / "paper")), tmp_path)


def composed(folder: Path) -> Sheets:
    reading = read_issue(folder)
    assert reading.issue is not None
    assert reading.fonts is not None
    return Sheets(compose_issue(reading.issue, reading.fonts).edition, reading.issue.publication.press)


def test_words_are_found_and_copied(window: Browser, book: FontBook) -> None:
    """Across the marks of a line, and none of its ruby; a space is one again when it is copied."""
    face, tag = book.face("song", "regular"), Tag(line=1)
    marks = (
        TextMark(20, 30, run(face, "今年种质"), tag),
        TextMark(40, 20, run(face, "zhǒng", 5), replace(tag, role="ruby", over="body")),
        TextMark(60, 30, run(book.face("hei", "bold"), "资源库 A4"), tag),
    )
    memory = SvgMemory()
    window.show(draw(sheet(*marks).edition.pages[0], SHEETFED, memory), memory)
    assert window.tab.evaluate("find('种质资源库 A4')")
    assert window.tab.evaluate("getSelection().toString()").replace("\u00a0", " ") == "种质资源库 A4"


WORDS = (
    "陈㐂（ئايگۈل）来自喀什，שלום也在。",
    "བཀྲ་ཤིས་བདེ་ལེགས། 与 ᠮᠣᠩᠭᠣᠯ、ꆈꌠ同排",
    "“引文”——破折号……－18℃，３／４，H₂O、E=mc²",
    "naïve café e\u0301 x\u0304 ǚ，fi ffl 10 000",
    "①②③ ★☆ ■ → ≤ ≥ ± × ÷ 𠮷 𬭛 ︽︾",
    "</text><script>alert(1)</script> & \"'",
)


def test_lines_in_all_scripts(window: Browser, book: FontBook, tmp_path: Path) -> None:
    lines = [line for words in WORDS for line in set_text(words, 25, book).lines]
    marks = [TextMark(20, 20 + 16 * at, one, Tag(line=at)) for at, line in enumerate(lines) for one in line.runs]
    check(window, sheet(*marks), tmp_path)


def test_upright_turned_stretched_and_raised_runs(window: Browser, book: FontBook, tmp_path: Path) -> None:
    face, bold = book.face("song", "regular"), book.face("hei", "bold")
    lying = run(face, "PM2.5")
    marks = [
        TextMark(40, 20, column(face, "“直排，——的题。”", 16)),
        TextMark(70, 20, replace(lying, xs=(0.0,) * 5, ys=lying.xs, turn=90)),
        TextMark(100, 20, replace(lying, xs=(0.0,) * 5, ys=tuple(y * 0.6 for y in lying.xs), turn=90, stretch=0.6)),
        TextMark(130, 40, replace(run(bold, "138", 16), stretch=0.5, xs=(0.0, 5.0, 10.0))),
        TextMark(160, 60, replace(run(face, "m2x3"), ys=(0.0, -4.0, 0.0, 3.0))),
        TextMark(160, 90, run(bold, "黑底反白", ink=Ink("spot", (0, 1, 0.9, 0), "专红"))),
    ]
    check(window, sheet(*marks), tmp_path)


def test_faces_of_every_kind(window: Browser, tmp_path: Path) -> None:
    """TrueType, both kinds of CFF, and a face of a collection. The toy's glyphs are plain boxes."""
    paths = [toy_font(tmp_path / f"{kind}.otf", name=kind, outlines=kind) for kind in ("glyf", "cff", "cid")]
    faces = [open_face(path) for path in paths] + [open_face(toy_collection(tmp_path / "both.ttc"), 1)]
    marks: list[Mark] = [TextMark(20, 30 + 20 * at, run(face, "一二，一")) for at, face in enumerate(faces)]
    marks += [TextMark(120 + 20 * at, 30, column(face, "一，二")) for at, face in enumerate(faces[:3])]
    check(window, sheet(*marks, width=200, height=120), tmp_path)


def test_rules_and_panels(window: Browser, tmp_path: Path) -> None:
    red, grey, deep = Ink("cmyk", (0, 1, 0.9, 0.1)), Ink("grey", (0.8,)), Ink("spot", (1, 0.7, 0, 0.2), "深蓝")
    marks: tuple[Mark, ...] = (
        PanelMark(20, 20, 100, 60, grey, red, 3),
        PanelMark(60, 60, 100, 60, deep),
        PanelMark(70, 70, 20, 20, WHITE),
        RuleMark(20, 150, 180, 150, 0.5, BLACK),
        RuleMark(20, 160, 180, 160, 6, red, round=True),
        *(RuleMark(20 + 8 * at, 175, 20 + 8 * at, 175, 5, deep, round=True) for at in range(10)),
        RuleMark(20, 180, 180, 195, 2, Ink("rgb", (0.1, 0.6, 0.2))),
    )
    check(window, sheet(*marks, width=200, height=200), tmp_path)


def quarters(mode: str = "RGB") -> Image.Image:
    image = Image.new("RGB", (400, 300), (220, 20, 30))
    for colour, box in (((20, 170, 40), (200, 0, 400, 150)), ((20, 40, 220), (0, 150, 200, 300))):
        image.paste(colour, box)
    return image.convert(mode)


def saved_pictures(folder: Path) -> Sequence[Path]:
    """The same picture in every space and kind of file, and as every orientation of a camera."""
    exif = Image.Exif()
    turned = []
    for turn in range(1, 9):
        exif[0x0112] = turn
        turned.append(saved(folder, f"turn{turn}.jpg", quarters(), exif=exif))
        turned.append(saved(folder, f"turn{turn}.png", quarters().convert("P", colors=8), exif=exif))
    modes = {"L": "png", "1": "png", "P": "png", "CMYK": "jpg", "LA": "png", "RGBA": "png"}
    kinds = [saved(folder, f"{mode}.{ending}", quarters(mode)) for mode, ending in modes.items()]
    kinds += [saved(folder, f"{mode}.tif", quarters(mode)) for mode in ("L", "CMYK", "1")]
    return [*turned, *kinds, saved(folder, "grey.jpg", quarters("L")), saved(folder, "a.webp", quarters())]


def test_pictures_of_every_kind(window: Browser, tmp_path: Path) -> None:
    pictures = [open_picture(path, path.name) for path in saved_pictures(tmp_path)]
    marks = [
        PictureMark(
            10 + 58 * (at % 5), 10 + 58 * (at // 5), 50, 50, picture, (0.25, 0.1, 0.75, 1) if at % 2 else (0, 0, 1, 1)
        )
        for at, picture in enumerate(pictures)
    ]
    check(window, sheet(*marks, height=380), tmp_path)
