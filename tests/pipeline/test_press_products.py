"""Print profiles from bulletin.yaml to the files, and what other programs say of these."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from bulletin_layout.pictures import FOGRA39, FOGRA47, IFRA26, built_in
from bulletin_layout.pipeline import Product, Result, build_issue
from tests.support.paper import start_paper
from tests.support.said import message


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    return start_paper(tmp_path / "paper")


def ask(issue: Path, print_key: str) -> None:
    """Write the ``print`` key of bulletin.yaml."""
    house = issue.parents[1] / "bulletin.yaml"
    house.write_text(f"{house.read_text(encoding='utf-8')}\nprint: {print_key}\n", encoding="utf-8")


def printed(issue: Path, *products: Product, **options: Any) -> tuple[Result, pikepdf.Pdf]:
    """The result and its first file."""
    result = build_issue(issue, products=products or ("print",), **options)
    assert not [finding for finding in result.findings if finding.severity == "error"]
    return result, pikepdf.open(result.files[0])


def run(program: str, *arguments: object) -> str:
    if not shutil.which(program):
        pytest.skip(f"{program} is not on this machine")
    command = [program, *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout


def test_a_profile_of_the_publication_is_used_and_the_command_line_wins(issue: Path, tmp_path: Path) -> None:
    ask(issue, "{profile: bare, profiles: {bare: {marks: [], standard: x-1a}}}")
    _, bare = printed(issue, out=tmp_path / "a")
    assert str(bare.docinfo.GTS_PDFXVersion) == "PDF/X-1a:2003"
    assert bare.pages[0].MediaBox == bare.pages[0].BleedBox
    _, usual = printed(issue, out=tmp_path / "b", profile="sheetfed")
    assert str(usual.docinfo.GTS_PDFXVersion) == "PDF/X-4"
    assert usual.pages[0].MediaBox != usual.pages[0].BleedBox


def test_the_printers_own_colour_profile_goes_into_the_file(issue: Path) -> None:
    (issue.parents[1] / "press.icc").write_bytes(built_in(FOGRA39).data)
    ask(issue, "{profiles: {sheetfed: {intent: press.icc}}}")
    _, file = printed(issue)
    (intent,) = file.Root.OutputIntents
    assert (str(intent.OutputConditionIdentifier), str(intent.Info)) == ("Custom", "press.icc")
    assert "/RegistryName" not in intent
    assert intent.DestOutputProfile.read_bytes() == built_in(FOGRA39).data


@pytest.mark.parametrize(
    ("asked", "condition", "name"),
    [
        ("{profile: newspaper}", "IFRA26", IFRA26),
        ("{profile: offset-uncoated}", "FOGRA47", FOGRA47),
        ("{profile: own, profiles: {own: {extends: newspaper}}}", "IFRA26", IFRA26),
        (f"{{profile: own, profiles: {{own: {{extends: newspaper, intent: {FOGRA47}}}}}}}", "FOGRA47", FOGRA47),
        (f"{{profiles: {{sheetfed: {{intent: {IFRA26}, condition: OwnName}}}}}}", "OwnName", IFRA26),
        ("{profile: own, profiles: {own: {extends: base}, base: {intent: press.icc}}}", "Custom", "press.icc"),
    ],
)
def test_each_profile_has_the_colours_of_its_paper(issue: Path, asked: str, condition: str, name: str) -> None:
    (issue.parents[1] / "press.icc").write_bytes(built_in(FOGRA39).data)
    ask(issue, asked)
    _, file = printed(issue)
    (intent,) = file.Root.OutputIntents
    assert (str(intent.OutputConditionIdentifier), str(intent.Info)) == (condition, name)


def test_a_colour_profile_that_cannot_be_used_stops_the_build_at_its_place(issue: Path) -> None:
    (issue.parents[1] / "press.icc").write_bytes(built_in(FOGRA39).data[:9000])
    ask(issue, "{profiles: {sheetfed: {intent: press.icc}}}")
    result = build_issue(issue, products=("print",))
    assert result.outcome == "stopped"
    (finding,) = result.findings
    assert (finding.code, finding.location.column) == ("colour-profile", 39)
    assert "press.icc is cut short" in message(finding)


def test_a_booklet_is_filled_with_blank_pages_or_refused(issue: Path, tmp_path: Path) -> None:
    result, file = printed(issue, "booklet", "spreads", out=tmp_path / "a")
    assert [path.name for path in result.files] == ["001-booklet.pdf", "001-spreads.pdf"]
    assert len(file.pages) == 2
    ask(issue, "{profiles: {sheetfed: {blanks: fault}}}")
    refused = build_issue(issue, products=("booklet", "dump"), out=tmp_path / "b")
    (finding,) = (finding for finding in refused.findings if finding.severity == "error")
    assert finding.code == "sheets"
    assert finding.location.path.endswith("bulletin.yaml")
    assert [path.name for path in refused.files] == ["001.dump.txt"]


def test_other_programs_find_every_font_embedded_and_no_finding(issue: Path) -> None:
    result, _ = printed(issue, "print", "booklet")
    files = [path for path in result.files if path.suffix == ".pdf"]
    assert len(files) == 2
    for path in files:
        assert "No syntax or stream encoding errors" in run("qpdf", "--check", path)
        fonts = run("pdffonts", path).splitlines()[2:]
        assert fonts
        assert all(line.split()[-5:-2] == ["yes", "yes", "yes"] for line in fonts)


def test_a_page_of_black_text_prints_on_the_black_plate_alone(issue: Path) -> None:
    layout = issue.parents[1] / "layouts" / "front.yaml"
    text = layout.read_text(encoding="utf-8")
    assert "accent: {cmyk: [15, 100, 90, 10]}" in text
    layout.write_text(text.replace("accent: {cmyk: [15, 100, 90, 10]}", "accent: {grey: 0}"), encoding="utf-8")
    ask(issue, "{profiles: {sheetfed: {marks: []}}}")
    result, _ = printed(issue)
    cyan, magenta, yellow, black, *_ = run("gs", "-q", "-o", "-", "-sDEVICE=inkcov", result.files[0]).split()
    assert (float(cyan), float(magenta), float(yellow)) == (0, 0, 0)
    assert float(black) > 0.01
