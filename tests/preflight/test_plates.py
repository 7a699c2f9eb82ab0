"""Plates proved: what Ghostscript separates, where the ink is most, and what is said where nothing separates."""

import shutil
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from bulletin_layout.inks import BLACK, Ink
from bulletin_layout.issue import SHEETFED
from bulletin_layout.page import Mark, PanelMark, RuleMark
from bulletin_layout.pictures import Plate
from bulletin_layout.pipeline import build_issue
from bulletin_layout.pipeline.plates import Proof, plates_proof
from bulletin_layout.preflight.ink_map import drawn, ink_map
from bulletin_layout.preflight.separations import Separated
from bulletin_layout.render.press import press_pdf
from tests.render.sheets import HEIGHT, WIDTH, edition
from tests.support.paper import start_paper
from tests.support.said import message

DARK = Ink("cmyk", (0.7, 0.6, 0.5, 0.6))
GOLD = Ink("spot", (0.1, 0.3, 0.9, 0), "PANTONE 871 C")
ghostscript = pytest.mark.skipif(shutil.which("gs") is None, reason="gs (Ghostscript) is not on this machine")


def proved(*marks: Mark, tac: float = 3.0) -> Proof:
    press = replace(SHEETFED, tac=tac)
    return plates_proof("a.pdf", press_pdf(edition(marks), press), press, "en", lambda *_: None)


@ghostscript
def test_each_plate_with_ink_is_an_image_of_the_trim() -> None:
    files = dict(proved(PanelMark(0, 0, WIDTH / 2, HEIGHT, GOLD), PanelMark(WIDTH / 2, 0, 50, 50, BLACK)).files)
    assert list(files) == ["plate-01-1-black.png", "plate-01-2-pantone-871-c.png", "ink-01.png", "a-plates.txt"]
    black, gold = (Image.open(BytesIO(files[name])).convert("L") for name in list(files)[:2])
    assert black.size == (417, 208)  # 200 × 100 pt at 150 dpi, without bleed and marks
    assert (black.getpixel((300, 50)), black.getpixel((100, 50))) == (0, 255)
    assert (gold.getpixel((300, 50)), gold.getpixel((100, 50))) == (255, 0)


@ghostscript
def test_what_overprints_adds_up_where_no_colour_alone_is_too_much() -> None:
    """Solid black over a tint within the limit: the sum is known on the plates alone."""
    tint = PanelMark(0, 0, WIDTH, HEIGHT, Ink("cmyk", (0.9, 0.9, 0.5, 0)))
    proof = proved(tint, RuleMark(50, 50, 150, 50, 40, BLACK), tac=3.0)
    (finding,) = proof.findings
    assert finding.code == "too-much-ink"
    assert "330% ink: the press takes 300%" in message(finding)
    report = dict(proof.files)["a-plates.txt"].decode()
    assert "C90 M90 Y50 K100, 330% in all" in report
    assert "Ghostscript" in report
    assert proved(tint, tac=3.0).findings == ()


def page(**plates: list[int]) -> Separated:
    """Plates of 8 × 4 spots, whose ink is given from the first spot on."""
    made = [Plate(name, b"", 8, 4, bytes([*ink, *[0] * (32 - len(ink))]), True) for name, ink in plates.items()]
    return Separated(1, tuple(made))


def test_the_hottest_places_come_first_and_lie_apart() -> None:
    found = ink_map(page(Cyan=[255, 240, 0, 0, 0, 0, 0, 128], Black=[51, 0, 0, 0, 0, 0, 0, 255]))
    assert [(place.x, place.y) for place in found.hottest] == [(15.0, 1.0), (1.0, 1.0)]
    assert [round(place.ink, 2) for place in found.hottest] == [1.5, 1.2]
    assert found.hottest[1].parts == (("Cyan", 1.0), ("Black", 0.2))


def test_the_map_tells_no_ink_from_as_much_as_is_taken_and_from_more() -> None:
    shown = drawn(ink_map(page(Black=[255, 0, 0, 128, 64])), 0.5)
    colours = {tuple(shown.data[at : at + 3]) for at in range(0, len(shown.data), 3)}
    assert (shown.width, shown.height) == (64, 32)
    assert {(255, 255, 255), (90, 0, 120), (0, 80, 200)} <= colours


def test_a_page_without_ink_has_no_map() -> None:
    assert ink_map(Separated(1, ())).hottest == ()


def test_without_ghostscript_the_rest_is_built_and_a_finding_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    result = build_issue(start_paper(tmp_path / "paper"), products=("plates", "dump"))
    (finding,) = result.findings
    assert (finding.code, finding.severity, result.outcome) == ("no-plates", "warning", "clean")
    assert "Ghostscript (gs) is not on this machine" in message(finding)
    assert [file.name for file in result.files] == ["001.dump.txt"]


def test_a_ghostscript_that_fails_is_said_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "gs"
    broken.write_text('#!/bin/sh\n[ "$1" = --version ] && echo 9 && exit 0\nexit 3\n')
    broken.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    result = build_issue(start_paper(tmp_path / "paper"), products=("plates",))
    (finding,) = result.findings
    assert finding.code == "no-plates"
    assert "exit status 3" in message(finding)
