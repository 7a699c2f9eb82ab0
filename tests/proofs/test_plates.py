"""Files for the press as a print shop sees them: plates from Ghostscript, lists from poppler, beside our own report."""

import json
import re
import shutil
import subprocess
from functools import reduce
from operator import add
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf
import pytest
from PIL import Image, ImageChops, ImageMath

from bulletin_layout.pipeline import build_issue
from tests.support.paper import start_paper

SAMPLE = Path(__file__).resolve().parents[2] / "content" / "2026-10"
DPI = 72
MM = 25.4 / 72


def run(program: str, *arguments: object) -> str:
    if not shutil.which(program):
        pytest.skip(f"needs {program}")
    command = [program, *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=120).stdout


class Proof(NamedTuple):
    """A file for the press, our report on it, and each page's plates within the trim by name; 255 is full ink."""

    pdf: Path
    report: dict[str, Any]
    plates: list[dict[str, Image.Image]]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Proof:
    scratch = tmp_path_factory.mktemp("proofs")
    result = build_issue(SAMPLE, products=("print",), out=scratch)
    assert (result.outcome, result.findings) == ("clean", ())
    report = json.loads(result.files[0].with_name("2026-10-preflight.json").read_text("utf-8"))
    return Proof(result.files[0], report, plates(result.files[0], scratch))


def plates(pdf: Path, folder: Path) -> list[dict[str, Image.Image]]:
    """What Ghostscript separates, page by page."""
    run("gs", "-q", "-sDEVICE=tiffsep", f"-r{DPI}", "-dMaxSpots=4", "-o", folder / "%03d.tif", pdf)
    found = []
    with pikepdf.open(pdf) as file:
        for number, page in enumerate(file.pages, start=1):
            left, low, right, high = map(float, page.TrimBox)
            trim = (round(left) + 1, round(low) + 1, round(right) - 1, round(high) - 1)  # the same air above and below
            names = {path.stem.split("(", 1)[1][:-1]: path for path in folder.glob(f"{number:03}(*.tif")}
            found.append({n: ImageChops.invert(Image.open(path).convert("L")).crop(trim) for n, path in names.items()})
    return found


def most_ink(page: dict[str, Image.Image]) -> float:
    """The greatest sum of inks on one dot, in percent."""
    total: Any = ImageMath.lambda_eval(lambda each: reduce(add, (each[name] for name in page)), **page)
    return float(total.getextrema()[1]) / 2.55


def test_no_dot_of_a_page_has_more_ink_than_the_press_takes(sample: Proof) -> None:
    most = [most_ink(page) for page in sample.plates]
    assert len(most) == len(sample.report["pages"]) == 4
    assert 250 < max(most) <= sample.report["limits"]["ink"] + 0.5


def test_the_report_says_which_plates_take_ink(sample: Proof) -> None:
    letters = {"Cyan": "C", "Magenta": "M", "Yellow": "Y", "Black": "K"}
    for page, told in zip(sample.plates, sample.report["pages"], strict=True):
        assert {letters.get(name, name) for name, plate in page.items() if plate.getextrema()[1]} == set(told["plates"])


def test_the_report_says_of_pictures_what_poppler_says(sample: Proof) -> None:
    rows = [line.split() for line in run("pdfimages", "-list", sample.pdf).splitlines()[2:]]
    pages = enumerate(sample.report["pages"], start=1)
    said = [(number, *picture["pixels"], picture["colours"]) for number, page in pages for picture in page["pictures"]]
    assert said == [(int(row[0]), int(row[3]), int(row[4]), row[5].replace("gray", "grey")) for row in rows]
    dpi = [picture["dpi"] for page in sample.report["pages"] for picture in page["pictures"]]
    assert dpi == pytest.approx([min(int(row[12]), int(row[13])) for row in rows], abs=1)


def test_the_report_says_of_fonts_and_sizes_what_poppler_says(sample: Proof) -> None:
    fonts = [line.split()[0] for line in run("pdffonts", sample.pdf).splitlines()[2:]]
    assert sorted(fonts) == sorted(font["name"] for font in sample.report["fonts"])
    boxes = re.findall(r"Page +\d+ TrimBox: +(.+)", run("pdfinfo", "-box", "-l", 4, sample.pdf))
    corners = [tuple(map(float, box.split())) for box in boxes]
    sizes = [((right - left) * MM, (top - low) * MM) for left, low, right, top in corners]
    assert len(sizes) == 4
    for told, size in zip(sample.report["pages"], sizes, strict=True):
        assert told["trim_mm"] == pytest.approx(size, abs=0.01)


@pytest.mark.parametrize(("spots", "plate"), [("keep", True), ("convert", False)])
def test_a_spot_has_a_plate_of_its_own_or_none(tmp_path: Path, spots: str, plate: bool) -> None:
    issue = start_paper(tmp_path / "paper")
    layout = tmp_path / "paper" / "layouts" / "front.yaml"
    red = "accent: {spot: PANTONE 186 C, cmyk: [15, 100, 90, 10]}"
    layout.write_text(layout.read_text("utf-8").replace("accent: {cmyk: [15, 100, 90, 10]}", red), "utf-8")
    with (tmp_path / "paper" / "bulletin.yaml").open("a", encoding="utf-8") as house:
        house.write(f"print: {{profiles: {{sheetfed: {{spots: {spots}}}}}}}\n")
    (page,) = plates(build_issue(issue, products=("print",), out=tmp_path / "out").files[0], tmp_path)
    inked = {name for name, each in page.items() if each.getextrema()[1]}
    assert inked == ({"Black", "PANTONE 186 C"} if plate else {"Black", "Cyan", "Magenta", "Yellow"})
