"""Defects sown into a good file for the press, one at a time: preflight names each, and finds the good one good."""

import json
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from bulletin_layout.findings import Location
from bulletin_layout.findings.catalogue import inks
from bulletin_layout.issue import SHEETFED
from bulletin_layout.pdfs.pikepdf_adapter import PdfError
from bulletin_layout.pipeline import build_issue
from bulletin_layout.preflight.inspect_file import Inspected, inspect_file
from tests.support.paper import start_paper

Sow = Callable[[pikepdf.Pdf], None]


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A small issue's file for the press."""
    folder = start_paper(tmp_path_factory.mktemp("preflight") / "paper")
    return build_issue(folder, products=("print",)).files[0].read_bytes()


def inspected(data: bytes) -> Inspected:
    return inspect_file("001.pdf", data, SHEETFED, language="en")


def codes(data: bytes) -> set[str]:
    return {finding.code for finding in inspected(data).findings}


def sown(data: bytes, sow: Sow) -> bytes:
    written = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        sow(pdf)
        pdf.save(written)
    return written.getvalue()


def more(operators: str) -> Sow:
    """Operators after all others of page 1."""

    def sow(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        page.contents_add(pikepdf.Stream(pdf, b"Q q " + operators.encode()), prepend=False)
        page.contents_add(pikepdf.Stream(pdf, b"q"), prepend=True)

    return sow


def no_font_file(pdf: pikepdf.Pdf) -> None:
    del _font(pdf).DescendantFonts[0].FontDescriptor.FontFile2


def no_unicode(pdf: pikepdf.Pdf) -> None:
    del _font(pdf).ToUnicode


def whole_font(pdf: pikepdf.Pdf) -> None:
    _font(pdf).BaseFont = pikepdf.Name("/Song")


def _font(pdf: pikepdf.Pdf) -> Any:
    return next(iter(pdf.pages[0].Resources.Font.values()))


def no_trim(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj.TrimBox


def bleed_inside(pdf: pikepdf.Pdf) -> None:
    left, low, right, high = map(float, pdf.pages[0].TrimBox)
    pdf.pages[0].obj.BleedBox = pikepdf.Array([left + 5, low + 5, right - 5, high - 5])


def no_intent(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents


def rgb_intent(pdf: pikepdf.Pdf) -> None:
    profile = pdf.Root.OutputIntents[0].DestOutputProfile
    data = profile.read_bytes()
    profile.write(data[:16] + b"RGB " + data[20:])


def link(pdf: pikepdf.Pdf) -> None:
    note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9])
    pdf.pages[0].obj.Annots = pikepdf.Array([pdf.make_indirect(note)])


def rgb_group(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Group = pikepdf.Dictionary(S=pikepdf.Name.Transparency, CS=pikepdf.Name.DeviceRGB)


def picture(space: str, pixels: int) -> Sow:
    def sow(pdf: pikepdf.Pdf) -> None:
        count = {"DeviceRGB": 3, "DeviceCMYK": 4}[space]
        image = pikepdf.Stream(pdf, bytes(pixels * pixels * count))
        image.Type, image.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        image.Width, image.Height, image.BitsPerComponent = pixels, pixels, 8
        image.ColorSpace = pikepdf.Name(f"/{space}")
        pdf.pages[0].Resources.XObject = pikepdf.Dictionary(Sown=pdf.make_indirect(image))
        more("72 0 0 72 100 100 cm /Sown Do")(pdf)

    return sow


def spot(name: str, operators: str) -> Sow:
    """Operators of page 1 in whose colour space /Sown a spot of that name is."""

    def sow(pdf: pikepdf.Pdf) -> None:
        tint = pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, 1, 1, 0], N=1)
        space = pikepdf.Array([pikepdf.Name.Separation, pikepdf.Name(f"/{name}"), pikepdf.Name.DeviceCMYK, tint])
        pdf.pages[0].Resources.ColorSpace = pikepdf.Dictionary(Sown=space)
        more(operators)(pdf)

    return sow


def spot_picture(*names: str) -> Sow:
    def sow(pdf: pikepdf.Pdf) -> None:
        picture("DeviceCMYK", 300)(pdf)
        plates = pikepdf.Array([pikepdf.Name(f"/{name}") for name in names])
        tint = pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], C0=[0], C1=[1], N=1)
        space = pikepdf.Array([pikepdf.Name.DeviceN, plates, pikepdf.Name.DeviceCMYK, tint])
        pdf.pages[0].Resources.XObject.Sown.ColorSpace = space

    return sow


def words(*settings: str, size: float = 9, glyph: str = "0001") -> Sow:
    def sow(pdf: pikepdf.Pdf) -> None:
        font = next(iter(pdf.pages[0].Resources.Font.keys()))
        more(f"{' '.join(settings)} BT {font} {size} Tf 1 0 0 1 100 100 Tm <{glyph}> Tj ET")(pdf)

    return sow


DEFECTS: dict[str, tuple[Sow, set[str]]] = {
    "a font that is not embedded": (no_font_file, {"font-not-embedded"}),
    "a font without its characters": (no_unicode, {"font-without-text"}),
    "a font that is not cut down": (whole_font, {"font-whole"}),
    "a page without a trim": (no_trim, {"no-trim-box"}),
    "a bleed within the trim": (bleed_inside, {"boxes"}),
    "no output intent": (no_intent, {"no-output-intent"}),
    "an output intent of a screen": (rgb_intent, {"intent-not-cmyk"}),
    "a link": (link, {"annotation"}),
    "a transparency group in RGB": (rgb_group, {"transparency"}),
    "a ground in RGB": (more("1 0 0 rg 100 100 50 50 re f"), {"rgb"}),
    "a picture in RGB": (picture("DeviceRGB", 300), {"rgb"}),
    "a coarse picture": (picture("DeviceCMYK", 100), {"low-resolution"}),
    "text in four inks": (words("0.6 0.4 0.4 1 k"), {"rich-black-text"}),
    "text too small": (words("0 0 0 0.5 k", size=4), {"small-type"}),
    "small text by its matrix": (words("0.5 0 0 0.5 0 0 cm", "0 0 0 0.5 k", size=9), {"small-type"}),
    "black text that knocks out": (words("0 0 0 1 k"), {"black-knocks-out"}),
    "a character without a glyph": (words("0 0 0 0.5 k", glyph="0000"), {"missing-glyph"}),
    "a line too thin": (more("0 0 0 1 K 0.1 w 100 100 m 200 100 l S"), {"thin-line"}),
    "a thin line in two inks": (more("0 1 1 0 K 0.3 w 100 100 m 200 100 l S"), {"mixed-line"}),
    "small text in two inks": (words("0 1 1 0 k", size=8), {"mixed-type"}),
    "a ground on every plate": (spot("All", "/Sown cs 0.5 scn 100 100 50 50 re f"), {"spot-name"}),
    "a solid ground on every plate": (spot("All", "/Sown cs 1 scn 100 100 50 50 re f"), {"spot-name", "too-much-ink"}),
    "a crop mark that reaches the page": (
        spot("All", "/Sown CS 1 SCN 0.25 w 0 100 m 60 100 l S"),
        {"spot-name", "too-much-ink", "mixed-line"},
    ),
    "a page clipped, then one of its marks": (
        spot("All", "/Sown CS 1 SCN 0 0 999 999 re W n 1 100 m 9 100 l S"),
        set(),
    ),
    "a ground on no plate": (spot("None", "/Sown cs 1 scn 100 100 50 50 re f"), {"spot-name"}),
    "a picture on every plate": (spot_picture("Gold", "All"), {"spot-name"}),
    "a picture on plates of its own": (spot_picture("Gold", "Green"), set()),
    "more ink than dries": (more("1 1 1 0.5 k 100 100 50 50 re f"), {"too-much-ink"}),
}


def test_a_good_file_has_no_findings(good: bytes) -> None:
    assert inspected(good).findings == ()


@pytest.mark.parametrize("defect", DEFECTS)
def test_every_sown_defect_is_named_and_nothing_else(defect: str, good: bytes) -> None:
    sow, expected = DEFECTS[defect]
    assert codes(sown(good, sow)) == expected


@pytest.mark.parametrize(
    "operators",
    [
        "0 0 9 9 re sh",  # a gradient: we write none
        "(abc) Tj",
        "/None Do",  # no such picture
        "/None gs",
        "1 2 w",
        "1-2 w",
        "1 2 3 4 5 cm",
        "1 W n",
        "/F 9 9 Tf",
        "0 0 9 re S",
    ],
)
def test_an_operator_that_we_do_not_write_or_not_so_is_an_error(operators: str, good: bytes) -> None:
    """The path is one in registration colour, since that of any other is not looked at."""
    file = sown(good, spot("All", f"/Sown CS 1 SCN {operators}"))
    with pytest.raises(PdfError, match="has content on a page that this program does not write"):
        inspected(file)


def test_text_that_states_nothing_is_taken_for_ruby(good: bytes) -> None:
    small = "BT {font} 4 Tf 1 0 0 1 100 100 Tm <0001> Tj ET"

    def shown(*marked: str) -> Sow:
        def sow(pdf: pikepdf.Pdf) -> None:
            font = next(iter(pdf.pages[0].Resources.Font.keys()))
            more(f"0 0 0 0.5 k {marked[0]} {small.format(font=font)} {marked[1]}")(pdf)

        return sow

    assert codes(sown(good, shown("/Span<</ActualText<FEFF>>>BDC", "EMC"))) == set()
    assert codes(sown(good, shown("/Span<</ActualText<FEFF4E00>>>BDC", "EMC"))) == {"small-type"}
    assert codes(sown(good, shown("/Span<</ActualText<FEFF>>>BDC EMC", ""))) == {"small-type"}


def test_what_was_found_before_is_reported_and_not_said_again(good: bytes) -> None:
    data = sown(good, more("0 0 0 1 K 0.1 w 100 100 m 200 100 l S"))
    known = inspected(data).findings
    again = inspect_file("001.pdf", data, SHEETFED, known)
    assert [finding.code for finding in known] == ["thin-line"]
    assert again.findings == ()
    assert "thin-line" in again.text


def test_the_report_says_what_the_file_holds(good: bytes) -> None:
    report = json.loads(inspected(good).json)
    assert report["schema"] == "bulletin/preflight@1"
    assert report["profile"] == "sheetfed"
    assert [intent["condition"] for intent in report["output_intents"]] == ["FOGRA39"]
    assert report["spots"] == []
    (page,) = report["pages"]
    assert (page["trim_mm"], page["bleed_mm"]) == ([210.0, 297.0], 3.0)
    assert "K" in page["plates"]
    assert all(font["embedded"] and font["subset"] for font in report["fonts"])


def test_a_spot_is_listed_with_its_page(good: bytes) -> None:
    file = sown(good, spot("Red#20485", "/Sown cs 1 scn 100 100 50 50 re f"))
    assert json.loads(inspected(file).json)["spots"] == ["Red#20485"]


def test_a_picture_is_on_the_plates_of_its_spots(good: bytes) -> None:
    report = json.loads(inspected(sown(good, spot_picture("Gold", "None"))).json)
    assert (report["spots"], report["pages"][0]["plates"][-1]) == (["Gold"], "Gold")


def test_small_type_is_for_the_composed_pages_to_judge_where_they_are_known(good: bytes) -> None:
    """Superscripts are small by rule: the file does not say which they are."""
    file = sown(good, words("0 0 0 0.5 k", size=4))
    assert inspect_file("001.pdf", file, SHEETFED, ()).findings == ()


@pytest.mark.parametrize("name", ["001-preflight.txt", "001-preflight.json"])
def test_a_build_writes_the_report_beside_the_file(tmp_path: Path, name: str) -> None:
    folder = start_paper(tmp_path / "paper")
    files = {file.name: file for file in build_issue(folder, products=("print",)).files}
    assert "001.pdf" in files[name].read_text(encoding="utf-8")


def test_a_finding_that_is_known_elsewhere_hides_no_other_of_its_kind(good: bytes) -> None:
    thin = sown(good, more("0 0 0 1 K 0.1 w 100 100 m 200 100 l S"))
    known = inks.thin_line(Location("layouts/a.yaml"), page=2, width=0.2, thinnest=0.25)
    (finding,) = inspect_file("001.pdf", thin, SHEETFED, [known]).findings
    assert finding.code == "thin-line"
    assert inspect_file("001.pdf", thin, SHEETFED, [known, replace(finding, location=known.location)]).findings == ()


def test_a_page_without_lines_is_not_said_to_have_the_thinnest(good: bytes) -> None:
    def bare(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Contents = pikepdf.Stream(pdf, b"0 0 0 1 k 0 0 10 10 re f")

    assert ", no type, no lines, flat ink to 100%" in inspected(sown(good, bare)).text
