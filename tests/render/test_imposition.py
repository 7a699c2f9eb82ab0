"""Pages on sheets: the order of a booklet, where each page stands, and that nothing of it is lost."""

from dataclasses import replace
from typing import Any, Literal

import pypdfium2  # type: ignore[import-untyped]
import pytest

from bulletin_layout.findings.catalogue.products import sheets_of_sizes, sheets_to_fold
from bulletin_layout.fonts import Face
from bulletin_layout.inks import Ink
from bulletin_layout.issue import SHEETFED
from bulletin_layout.page import Edition, Mark, PanelMark, TextMark
from bulletin_layout.render.imposition import booklet_pdf, imposition_flaw, reading, saddle, spreads_pdf
from bulletin_layout.render.press_marks import PROOF_ROOM
from tests.render.sheets import BLEED, HEIGHT, WIDTH, edition, extracted, opened, run

MARGIN = BLEED + 28.346


def pages(face: Face, count: int, *more: Mark) -> Edition:
    """Pages that each say their number, from 一 up."""
    return edition(*([*more, TextMark(20, 50, run(face, "一二三四五六七八"[n]))] for n in range(count)))


def halves(pdf: bytes, margin: float) -> list[tuple[str, str]]:
    """What stands on the left and right half of each sheet, within the trim."""
    found = []
    for sheet in pypdfium2.PdfDocument(pdf):
        text = sheet.get_textpage()
        middle = margin + WIDTH
        left = text.get_text_bounded(margin, margin, middle, margin + HEIGHT)
        right = text.get_text_bounded(middle, margin, middle + WIDTH, margin + HEIGHT)
        found.append((left.strip(), right.strip()))
    return found


def test_a_booklet_of_eight_pages_is_folded_and_stitched_in_order(face: Face) -> None:
    pdf = booklet_pdf(pages(face, 8), SHEETFED)
    assert halves(pdf, MARGIN) == [("八", "一"), ("二", "七"), ("六", "三"), ("四", "五")]


@pytest.mark.parametrize("count", range(1, 17))
def test_folded_sheets_read_from_first_to_last_page(count: int) -> None:
    """Two sides a sheet, sheets one in the other: read the right of the front, then the left of the back, and so on."""
    sides = saddle(count)
    fronts, backs = sides[::2], sides[1::2]
    inwards = [page for front, back in zip(fronts, backs, strict=True) for page in (front.right, back.left)]
    outwards = [page for front, back in zip(fronts, backs, strict=True) for page in (front.left, back.right)]
    read = [*inwards, *reversed(outwards)]
    assert read[:count] == list(range(count))
    assert read[count:] == [None] * (-count % 4)


@pytest.mark.parametrize(
    ("count", "expected"),
    [(1, [(None, 0)]), (4, [(None, 0), (1, 2), (3, None)]), (5, [(None, 0), (1, 2), (3, 4)])],
)
def test_spreads_begin_with_the_first_page_on_the_right(count: int, expected: list[Any]) -> None:
    assert [(side.left, side.right) for side in reading(count)] == expected


def test_spreads_have_no_marks_and_are_two_pages_wide(face: Face) -> None:
    pdf = spreads_pdf(pages(face, 3), SHEETFED)
    assert halves(pdf, PROOF_ROOM) == [("", "一"), ("二", "三")]
    for sheet in opened(pdf).pages:
        left, low, right, high = (float(edge) for edge in sheet.TrimBox)
        assert (right - left, high - low) == pytest.approx((2 * WIDTH, HEIGHT), abs=0.01)
        assert sheet.BleedBox == sheet.TrimBox


@pytest.mark.parametrize("standard", ["x-4", "x-1a"])
def test_spreads_are_a_proof_and_claim_no_standard(face: Face, standard: Literal["x-4", "x-1a"]) -> None:
    pdf = spreads_pdf(pages(face, 3), replace(SHEETFED, standard=standard))
    file = opened(pdf)
    assert "PROOF" in str(file.docinfo.Title)
    assert "/GTS_PDFXVersion" not in file.docinfo
    assert b"GTS_PDFXVersion" not in file.Root.Metadata.read_raw_bytes()
    assert file.Root.OutputIntents[0].OutputConditionIdentifier == "FOGRA39"


def test_every_spread_says_below_its_sheet_that_it_is_a_proof(face: Face) -> None:
    pdf = spreads_pdf(pages(face, 3), SHEETFED)
    assert extracted(pdf).count("看") == 2


def test_sheets_keep_the_boxes_and_the_standard(face: Face) -> None:
    file = opened(booklet_pdf(pages(face, 4), SHEETFED))
    assert str(file.docinfo.GTS_PDFXVersion) == "PDF/X-4"
    assert len(file.pages) == 2
    for sheet in file.pages:
        trim, bleed = ([float(edge) for edge in sheet[name]] for name in ("/TrimBox", "/BleedBox"))
        assert trim[2] - trim[0] == pytest.approx(2 * WIDTH, abs=0.01)
        assert trim[0] - bleed[0] == pytest.approx(BLEED, abs=0.01)


def colours_in_row(pdf: bytes, number: int, margin: float) -> list[tuple[int, ...]]:
    """A side's pixels along a line within the trim, one a point."""
    sheet = pypdfium2.PdfDocument(pdf)[number]
    image = sheet.render(scale=1).to_pil().convert("RGB")
    y = round(margin + 10)
    return [image.getpixel((round(margin + x), y)) for x in range(round(2 * WIDTH))]


def test_with_creep_inner_pages_move_to_the_spine_and_do_not_cross_it(face: Face) -> None:
    edge = PanelMark(WIDTH - 10, 0, 10, HEIGHT, Ink("cmyk", (0, 1, 0, 0)))  # along the right of every page
    creeping = replace(SHEETFED, creep=4.0)
    file = opened(booklet_pdf(pages(face, 8, edge), creeping))
    shown = []
    for sheet in file.pages:
        boxes = {name: [float(e) for e in form.BBox] for name, form in sheet.Resources.XObject.items()}
        shown.append([box[2] - box[0] for _, box in sorted(boxes.items())])
    assert shown[0] == pytest.approx([WIDTH + BLEED] * 2)
    assert shown[2] == pytest.approx([WIDTH + BLEED - 4] * 2)
    row = colours_in_row(booklet_pdf(pages(face, 8, edge), creeping), 2, MARGIN)
    inked = {x for x, colour in enumerate(row) if colour[1] < 100}  # more than half of a dot
    wide = round(WIDTH)
    left, right = ({x for x in inked if (x < wide + 20) == is_left} for is_left in (True, False))
    assert (min(left), max(left)) == pytest.approx((wide - 6, wide - 1), abs=1)
    assert (min(right), max(right)) == pytest.approx((2 * wide - 14, 2 * wide - 5), abs=1)


def test_the_same_pages_give_the_same_bytes(face: Face) -> None:
    assert booklet_pdf(pages(face, 4), SHEETFED) == booklet_pdf(pages(face, 4), SHEETFED)


def test_what_cannot_stand_on_sheets_is_said(face: Face) -> None:
    whole = pages(face, 4)
    strict = replace(SHEETFED, blanks="fault")
    assert imposition_flaw(whole, strict, stitched=True) is None
    assert imposition_flaw(pages(face, 3), strict, stitched=True) == sheets_to_fold(4, 3)
    assert imposition_flaw(pages(face, 3), strict, stitched=False) is None
    assert imposition_flaw(pages(face, 3), SHEETFED, stitched=True) is None
    uneven = replace(whole, pages=(*whole.pages[:3], replace(whole.pages[3], width=300.0)))
    assert imposition_flaw(uneven, SHEETFED, stitched=True) == sheets_of_sizes(2)
