"""Dots and ruby in written files: what is printed, and what is read."""

import shutil
import subprocess
from pathlib import Path

import pytest

from bulletin_layout.fonts import Face
from bulletin_layout.inks import BLACK
from bulletin_layout.issue import Style
from bulletin_layout.page import RuleMark, Tag, TextMark
from bulletin_layout.render.flowables import BulletinParagraph
from bulletin_layout.render.pdf import render_pdf
from bulletin_layout.typeset import TextRun
from tests.render.sheets import colour, edition, extracted, ink_box, opened, operators, pixels, run
from tests.support.toy_font import toy_book


def test_a_round_rule_of_no_length_is_a_dot() -> None:
    dot, line = RuleMark(50, 40, 50, 40, 4, BLACK, round=True), RuleMark(20, 60, 40, 60, 4, BLACK)
    image = pixels(render_pdf(edition([dot, line])))
    assert ink_box(image, (40, 30, 60, 50)) == pytest.approx([48, 38, 52, 42], abs=0.15)
    assert colour(image, 483, 383) == (255, 255, 255)  # a square's corner
    assert ink_box(image, (10, 50, 60, 70)) == pytest.approx([20, 58, 40, 62], abs=0.15)  # square ends again


def test_ruby_is_seen_and_states_that_it_says_nothing(face: Face) -> None:
    marks = [TextMark(20, 40, run(face, "一二")), TextMark(20, 30, run(face, "ab", 5), Tag("ruby"))]
    pdf = render_pdf(edition(marks))
    stated = [list(operands) for operator, operands in operators(opened(pdf).pages[0]) if operator == "BDC"]
    assert [str(operands[1].ActualText) for operands in stated] == [""]
    assert ink_box(pixels(pdf), (15, 24, 35, 31))
    assert extracted(pdf).split() == ["一二", "ab"]  # a reader that looks at glyphs alone finds it after the line


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler-utils is not installed")
def test_a_reader_of_stated_text_passes_ruby_over(face: Face, tmp_path: Path) -> None:
    marks = [TextMark(20, 40, run(face, "一二")), TextMark(20, 30, run(face, "ab", 5), Tag("ruby"))]
    (tmp_path / "a.pdf").write_bytes(render_pdf(edition(marks)))
    found = subprocess.run(["pdftotext", "a.pdf", "-"], cwd=tmp_path, capture_output=True, check=True, text=True)
    assert found.stdout.split() == ["一二"]


def test_a_paragraph_that_is_split_takes_its_ruby_and_marks_along(tmp_path: Path) -> None:
    book = toy_book(tmp_path)
    style = Style("body", size=10, leading=15)
    runs = [TextRun("一二", style), TextRun("三四五", style, mark="dots", ruby="sa si wu"), TextRun("六", style)]
    head, rest = BulletinParagraph(runs, style, book).split(40, 15)
    assert isinstance(head, BulletinParagraph)
    assert isinstance(rest, BulletinParagraph)
    assert [(part.text, part.mark, part.ruby) for part in head.runs] == [("一二", "", ""), ("三四", "dots", "sa si")]
    assert [(part.text, part.mark, part.ruby) for part in rest.runs] == [("五", "dots", "wu"), ("六", "", "")]
    whole = [TextRun("一二三", style, ruby="yi"), TextRun("四", style)]
    parts = BulletinParagraph(whole, style, book).split(20, 15)
    assert ["".join(run.ruby for run in part.runs) for part in parts if isinstance(part, BulletinParagraph)] == [
        "yi",
        "",
    ]
