"""The file for the press, opened again: its standard's keys, boxes, inks, overprint and plates."""

import io
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from bulletin_layout.fonts import Face
from bulletin_layout.inks import BLACK, WHITE, Ink
from bulletin_layout.issue import NEWSPAPER, SHEETFED, Press
from bulletin_layout.page import Mark, PanelMark, PictureMark, RuleMark, TextMark
from bulletin_layout.pictures import FOGRA39, built_in, open_picture
from bulletin_layout.render.press import press_pdf
from tests.render.sheets import BLEED, HEIGHT, WIDTH, edition, opened, operators, run, saved

CYAN = Ink("cmyk", (1, 0, 0, 0))
RED = Ink("spot", (0, 1, 0.8, 0), "PANTONE 186 C")
TINT = PanelMark(0, 0, WIDTH, HEIGHT, CYAN)
BARE = replace(SHEETFED, marks=())


def page(pdf: bytes) -> Any:
    return opened(pdf).pages[0]


def box(pdf: bytes, name: str) -> list[float]:
    return [float(edge) for edge in page(pdf)[f"/{name}"]]


def inks_set(pdf: bytes) -> list[tuple[str, list[float]]]:
    """Every operator that sets a colour of the first page."""
    names = {"g", "G", "rg", "RG", "k", "K"}
    return [(name, [float(x) for x in operands]) for name, operands in operators(page(pdf)) if name in names]


def test_the_file_is_pdf_x_4_with_the_profile_of_its_press(face: Face) -> None:
    pdf = press_pdf(edition([TextMark(10, 50, run(face, "天地"))]), SHEETFED)
    file = opened(pdf)
    (intent,) = file.Root.OutputIntents
    assert file.pdf_version == "1.6"
    assert (str(intent.S), str(intent.OutputConditionIdentifier)) == ("/GTS_PDFX", "FOGRA39")
    assert intent.DestOutputProfile.read_bytes() == built_in(FOGRA39).data
    assert intent.DestOutputProfile.N == 4
    assert b"<pdfxid:GTS_PDFXVersion>PDF/X-4<" in file.Root.Metadata.read_raw_bytes()
    assert (str(file.docinfo.Trapped), str(file.docinfo.GTS_PDFXVersion)) == ("/False", "PDF/X-4")
    assert len(file.trailer.ID) == 2
    assert file.pages[0].Group.CS == "/DeviceCMYK"
    assert "/Annots" not in file.pages[0]
    assert "/Outlines" not in file.Root


def test_the_file_says_its_condition_in_words_and_nothing_that_is_empty(face: Face) -> None:
    pages = replace(edition([TextMark(10, 50, run(face, "天地"))]), subject="")
    for press, words in ((SHEETFED, "coated paper"), (NEWSPAPER, "newsprint")):
        file = opened(press_pdf(pages, press))
        assert words in str(file.Root.OutputIntents[0].OutputCondition)
        assert {"/Subject", "/Keywords"}.isdisjoint(file.docinfo.keys())
        assert "/Trans" not in file.pages[0]
    own = replace(SHEETFED, intent=replace(built_in(FOGRA39), name="own.icc"), condition="Custom")
    assert "/OutputCondition" not in opened(press_pdf(pages, own)).Root.OutputIntents[0]
    assert str(opened(press_pdf(edition([]), SHEETFED)).docinfo.Subject) == "第10期"


def test_trim_lies_in_bleed_and_bleed_in_media_with_room_for_marks(face: Face) -> None:
    pdf = press_pdf(edition([TextMark(10, 50, run(face, "天地"))]), SHEETFED)
    trim, bleed, media = box(pdf, "TrimBox"), box(pdf, "BleedBox"), box(pdf, "MediaBox")
    assert (trim[2] - trim[0], trim[3] - trim[1]) == pytest.approx((WIDTH, HEIGHT), abs=0.01)
    assert [trim[0] - bleed[0], bleed[2] - trim[2], trim[1] - bleed[1], bleed[3] - trim[3]] == pytest.approx(
        [BLEED] * 4
    )
    assert [bleed[0] - media[0], media[2] - bleed[2]] == pytest.approx([28.35] * 2, abs=0.01)
    bare = press_pdf(edition([TextMark(10, 50, run(face, "天地"))]), BARE)
    assert box(bare, "MediaBox") == box(bare, "BleedBox")


def test_pdf_x_1a_keeps_to_the_old_syntax_and_has_no_transparency(face: Face) -> None:
    old = replace(SHEETFED, standard="x-1a")
    pdf = press_pdf(edition([TextMark(10, 50, run(face, "天地"))]), old)
    file = opened(pdf)
    assert (file.pdf_version, str(file.docinfo.GTS_PDFXVersion)) == ("1.4", "PDF/X-1a:2003")
    assert b"/ObjStm" not in pdf
    assert b"\ntrailer" in pdf
    assert "/Group" not in file.pages[0]
    assert b"GTS_PDFXVersion" not in file.Root.Metadata.read_raw_bytes()


def test_rgb_and_grey_become_cmyk_and_neutral_ones_black_alone(face: Face) -> None:
    marks: list[Mark] = [
        PanelMark(0, 0, 10, 10, Ink("rgb", (0.8, 0.1, 0.1))),
        PanelMark(0, 0, 10, 10, Ink("rgb", (0.5, 0.5, 0.5))),
        PanelMark(0, 0, 10, 10, Ink("grey", (0.25,))),
    ]
    (red_name, red), *neutral = inks_set(press_pdf(edition(marks), BARE))
    assert red_name == "k"
    assert red[1] > 0.8  # magenta
    assert red[0] < 0.3
    assert neutral == [("k", [0, 0, 0, 0.5]), ("k", [0, 0, 0, 0.75])]


def overprints(pdf: bytes) -> Iterator[bool]:
    """Of each thing shown on the first page, whether it overprints, fill and stroke agreeing."""
    sheet = page(pdf)
    state = {"/OP": False, "/op": False, "/OPM": 0}
    for name, operands in operators(sheet):
        if name == "gs":
            state |= {key: value for key, value in sheet.Resources.ExtGState[operands[0]].items() if key in state}
        elif name in ("Tj", "TJ", "S", "f"):
            assert bool(state["/OP"]) == bool(state["/op"])
            assert int(state["/OPM"]) == int(bool(state["/OP"]))
            yield bool(state["/OP"])


def test_solid_black_text_and_lines_overprint_and_nothing_else_does(face: Face) -> None:
    marks: list[Mark] = [
        TINT,
        TextMark(10, 30, run(face, "天")),
        TextMark(10, 50, run(face, "地", ink=WHITE)),
        TextMark(10, 70, run(face, "玄", ink=Ink("grey", (0,)))),
        RuleMark(0, 80, 50, 80, 0.5, BLACK),
        PanelMark(0, 0, 10, 10, BLACK),
        TextMark(10, 90, run(face, "黄", ink=Ink("cmyk", (0, 0, 0, 0.5)))),
    ]
    assert list(overprints(press_pdf(edition(marks), BARE))) == [False, True, False, True, True, False, False]
    assert not any(overprints(press_pdf(edition(marks), replace(BARE, overprint=False))))


@pytest.mark.parametrize(("spots", "plates"), [("keep", {"/PANTONE 186 C", "/All"}), ("convert", {"/All"})])
def test_spot_colours_are_plates_or_converted(face: Face, spots: Any, plates: set[str]) -> None:
    pdf = press_pdf(edition([TextMark(10, 50, run(face, "天", ink=RED))]), replace(SHEETFED, spots=spots))
    spaces = [each for each in opened(pdf).objects if isinstance(each, pikepdf.Array) and len(each) == 4]
    assert {str(each[1]) for each in spaces if each[0] == "/Separation"} == plates


def test_a_photo_is_cmyk_within_the_ink_limit_and_of_the_resolution_asked_for(face: Face, tmp_path: Path) -> None:
    photo = open_picture(saved(tmp_path, "a.jpg", Image.new("RGB", (1200, 800), (4, 4, 6))), "a.jpg")
    pdf = press_pdf(edition([PictureMark(0, 0, 72, 48, photo)]), replace(NEWSPAPER, marks=()))
    (image,) = (each for each in page(pdf).Resources.XObject.values())
    assert (image.Width, image.Height, image.ColorSpace) == (200, 134, "/DeviceCMYK")
    assert "/Decode" in image
    shown = Image.open(io.BytesIO(image.read_raw_bytes()))
    pixel = shown.getpixel((50, 50))
    assert isinstance(pixel, tuple)
    assert 1.9 < sum(pixel) / 255 <= 2.2 + 0.02  # newsprint is separated for 220 %


def test_the_same_pages_give_the_same_bytes_from_pictures_kept_or_not(face: Face, tmp_path: Path) -> None:
    photo = open_picture(saved(tmp_path, "a.jpg", Image.new("RGB", (300, 200), (200, 40, 60))), "a.jpg")
    pages = edition([PictureMark(0, 0, 72, 48, photo), TextMark(10, 50, run(face, "天"))])
    first = press_pdf(pages, SHEETFED, tmp_path / "kept")
    assert any((tmp_path / "kept").iterdir())
    assert first == press_pdf(pages, SHEETFED, tmp_path / "kept") == press_pdf(pages, SHEETFED)


def plates(pdf: bytes, folder: Path) -> dict[str, Image.Image]:
    """The separations that Ghostscript makes, 144 dots an inch; 0 is full ink."""
    if not shutil.which("gs"):
        pytest.skip("gs (Ghostscript) is not on this machine")
    (folder / "a.pdf").write_bytes(pdf)
    command = [
        "gs",
        "-q",
        "-dBATCH",
        "-dNOPAUSE",
        "-dSAFER",
        "-sDEVICE=tiffsep",
        "-r144",
        "-sOutputFile=p.tif",
        "a.pdf",
    ]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=60)
    return {file.stem.split("(")[1].rstrip(")"): Image.open(file).convert("L") for file in folder.glob("p(*).tif")}


def at(plate: Image.Image, press: Press, x: float, y: float) -> float:
    """The plate's pixel at a point of the page, from the trim's top left."""
    margin = BLEED + (28.346 if press.marks else 0)
    pixel = plate.getpixel((round((x + margin) * 2), round((y + margin) * 2)))
    assert isinstance(pixel, int | float)
    return pixel


def test_on_the_plates_black_text_leaves_no_holes_and_white_text_does(face: Face, tmp_path: Path) -> None:
    """Every glyph of the toy font is a full box, so that all of it is ink."""
    marks: list[Mark] = [TINT, TextMark(20, 60, run(face, "国", 40)), TextMark(120, 60, run(face, "国", 40, ink=WHITE))]
    made = plates(press_pdf(edition(marks), BARE), tmp_path)
    cyan, black = made["Cyan"], made["Black"]
    area = [(x * 2 + 18, y * 2 + 18) for x in range(22, 58) for y in range(30, 62)]
    assert min(black.getpixel(spot) for spot in area) == 0  # type: ignore[type-var]
    assert {cyan.getpixel(spot) for spot in area} == {0}
    assert any(cyan.getpixel((x + 200, y)) == 255 for x, y in area)


def test_marks_are_in_every_plate_outside_the_bleed(face: Face, tmp_path: Path) -> None:
    marks: list[Mark] = [TextMark(10, 50, run(face, "天", ink=RED))]
    made = plates(press_pdf(edition(marks), SHEETFED), tmp_path)
    assert set(made) == {"Cyan", "Magenta", "Yellow", "Black", "PANTONE 186 C"}
    for plate in made.values():
        row = [at(plate, SHEETFED, -BLEED - 10, y / 2) for y in range(-4, 5)]
        assert min(row) < 255  # the crop mark of the upper edge
        left, top = round(28.346 * 2) + 1, round(28.346 * 2) + 1
        inside = plate.crop((left, top, plate.width - left, plate.height - top))
        inked = inside.point(lambda value: 255 * (value < 255)).getbbox()
        word = inked is not None and inked[2] < 2 * (BLEED + 30)
        assert inked is None or word
