"""Proofs of a real issue, made, edited, made again: the PDF read again, clean proofs, signatures."""

import json
from collections.abc import Callable
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest

from bulletin_layout.compose import compose_issue
from bulletin_layout.findings import Finding
from bulletin_layout.pipeline import build_issue, check_issue
from bulletin_layout.pipeline.proofs import Proofed, ProofWish, make_proof
from bulletin_layout.pipeline.result import silent
from bulletin_layout.proofing.paper import page_rect
from bulletin_layout.reading import read_issue
from bulletin_layout.render.png import draw_pages, text_lines
from tests.support.paper import start_paper

EDITOR = "editor: {at: top-outer, label: 本版责编, name: null}\n"


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    return start_paper(tmp_path / "paper")


def proof(issue: Path, number: int = 1, **wish: str) -> Proofed:
    return make_proof(issue, ProofWish(number=number, **wish), tell=silent)  # type: ignore[arg-type]


def codes(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.code for finding in findings]


def edit(issue: Path, old: str, new: str, file: str = "first-story.md") -> None:
    path = issue / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def products(made: Proofed) -> dict[str, Path]:
    return {path.name.removeprefix("001-proof-"): path for path in made.files}


def test_the_first_proof_has_line_numbers_slots_and_a_stamp_and_no_marks(issue: Path) -> None:
    made = proof(issue, date="2026-01-05")
    assert (made.outcome, made.comparison) == ("clean", None)
    files = products(made)
    assert sorted(files) == ["1.json", "1.pdf"]
    said = [line.text for line in text_lines(files["1.pdf"].read_bytes())[0]]
    for wanted in ("一校", "2026-01-05 出样", "lead", "second", "5", "10", "终审（签发）", "照此付印"):
        assert wanted in said, wanted
    assert (issue / "proofs/1.json").is_file()


def test_a_proof_without_a_date_leaves_a_blank_and_is_the_same_on_any_day(issue: Path) -> None:
    first = products(proof(issue))["1.pdf"].read_bytes()
    kept = (issue / "proofs/1.json").read_bytes()
    assert products(proof(issue))["1.pdf"].read_bytes() == first
    assert (issue / "proofs/1.json").read_bytes() == kept
    assert any(line.text.startswith("出样") for line in text_lines(first)[0])


def test_a_change_is_marked_where_it_stands_in_the_file(issue: Path) -> None:
    proof(issue)
    edit(issue, "心里有数", "心里明白")
    made = proof(issue, 2)
    (change,) = json.loads(products(made)["2.json"].read_text("utf-8"))["changes"]
    assert (change["old"], change["new"], change["kind"]) == ("有数", "明白", "replace")
    pdf = products(made)["2.pdf"].read_bytes()
    (page, x, y, width, height) = change["boxes"][0]
    assert page == 1
    reading = read_issue(issue)
    assert reading.issue is not None
    assert reading.fonts is not None
    at = page_rect(compose_issue(reading.issue, reading.fonts).edition.pages[0])
    found = where(pdf, "心里明白", 2)
    assert found == pytest.approx((at.x + x, at.y + y + height), abs=3)
    assert reddish(pdf, at.x + x, at.y + y + height + 0.8, width) > 0.9
    assert reddish(pdf, at.x + x, at.y + y + height + 0.8 + 17, width) < 0.1
    assert any("改" in line.text and "明白" in line.text for line in text_lines(pdf)[0])


def where(pdf: bytes, text: str, skip: int) -> tuple[float, float]:
    """The lower left corner of the character of a text after ``skip`` others, as pdfium reads it, y down."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    words = page.get_textpage()
    search = words.search(text)
    start, _ = search.get_next()
    left, bottom, _, _ = words.get_charbox(start + skip)
    return left, page.get_height() - bottom


def reddish(pdf: bytes, x: float, y: float, width: float, dpi: int = 288) -> float:
    """The share of red along a level stretch of the first page."""
    pixels = next(draw_pages(pdf, dpi))
    scale, found = dpi / 72, 0
    columns = range(int((x + 2) * scale), int((x + width - 2) * scale))
    for column in columns:
        rows = range(int((y - 0.8) * scale), int((y + 0.8) * scale) + 1)
        places = (3 * (row * pixels.width + column) for row in rows)
        found += any(pixels.data[at] > 150 and pixels.data[at + 1] < 120 for at in places)
    return found / len(columns)


def test_rounds_stand_side_by_side_while_the_images_of_the_last_one_are_there(issue: Path) -> None:
    proof(issue)
    edit(issue, "心里有数", "心里明白")
    made = proof(issue, 2)
    assert "2-beside.pdf" in products(made)
    pages = products(made)["2.pdf"].parent / "pages"
    for image in pages.iterdir():
        image.write_bytes(b"no picture")
    again = proof(issue, 2)
    assert "no-earlier-pages" in codes(again.findings)
    assert "2-beside.pdf" not in products(again)
    assert not (pages.parent / "001-proof-2-beside.pdf").exists()


def test_what_stands_is_said_on_the_sheet_and_listed_after_it(issue: Path) -> None:
    an_open_mark(issue)
    sheet, listed = text_lines(products(proof(issue))["1.pdf"].read_bytes())
    assert "校改没有做 1 处" in [line.text for line in sheet]
    said = "".join(line.text for line in listed)
    assert said.startswith("问题清单")
    assert "first-story.md:14:" in said
    assert "有数→明白" in said


def test_a_later_round_needs_an_earlier_one_to_mark_anything(issue: Path) -> None:
    made = proof(issue, 3)
    assert codes(made.findings) == ["no-earlier-round"]
    assert made.outcome == "clean"


def test_a_round_that_others_were_compared_with_is_not_made_again(issue: Path) -> None:
    proof(issue)
    proof(issue, 2)
    kept = (issue / "proofs/1.json").read_bytes()
    edit(issue, "心里有数", "心里明白")
    made = proof(issue, 1)
    assert (made.outcome, codes(made.findings)) == ("stopped", ["round-closed"])
    assert (issue / "proofs/1.json").read_bytes() == kept


def test_a_clean_proof_is_not_overwritten_by_a_proof_of_the_same_number(issue: Path) -> None:
    proof(issue)
    proof(issue, stage="clean")
    kept = (issue / "proofs/2.json").read_bytes()
    assert codes(proof(issue, 2).findings) == ["round-closed"]
    assert (issue / "proofs/2.json").read_bytes() == kept


def test_a_damaged_round_stops_with_its_place(issue: Path) -> None:
    proof(issue)
    (issue / "proofs/1.json").write_text("{\n1", "utf-8")
    made = proof(issue, 2)
    assert (made.outcome, codes(made.findings)) == ("stopped", ["bad-round"])
    assert made.findings[0].location.path.endswith("content/001/proofs/1.json")
    assert made.findings[0].location.line == 2


def no_editor(issue: Path) -> None:
    layout = issue.parents[1] / "layouts/front.yaml"
    layout.write_text(layout.read_text("utf-8").replace("slots:\n", f"{EDITOR}slots:\n", 1), encoding="utf-8")


def an_error(issue: Path) -> None:
    edit(issue, "这是第一篇稿件。", "这是第一篇稿件。" + "多出来的文字，一行又一行。" * 200)


def an_open_mark(issue: Path) -> None:
    edit(issue, "心里有数", "心里<!-- 改：有数→明白 -->有数")


@pytest.mark.parametrize(("spoil", "why"), [(no_editor, "editor"), (an_error, "error"), (an_open_mark, "correction")])
def test_a_page_is_not_clean_while_something_stands(issue: Path, spoil: Callable[[Path], None], why: str) -> None:
    proof(issue)
    spoil(issue)
    made = proof(issue, stage="clean")
    assert made.outcome == "findings"
    (refused,) = (finding for finding in made.findings if finding.code == "not-clean")
    assert why in str(dict(refused.says.fields)["reasons"])
    assert not (issue / "proofs/2.json").exists()
    said = [line.text for line in text_lines(products(made)["2.pdf"].read_bytes())[0]]
    assert "未到清样" in said
    assert "清样" not in said


def test_a_page_is_clean_when_nothing_stands(issue: Path) -> None:
    no_editor(issue)
    edit(issue, "{layout: front,", "{layout: front, editor: 沈珂,", "issue.yaml")
    proof(issue)
    made = proof(issue, stage="clean")
    assert (made.outcome, made.findings) == ("clean", ())
    assert "清样" in [line.text for line in text_lines(products(made)["2.pdf"].read_bytes())[0]]


def test_a_clean_proof_needs_a_proof_that_was_read(issue: Path) -> None:
    assert codes(proof(issue, stage="clean").findings) == ["not-clean"]


def test_a_mark_whose_remark_is_deleted_must_be_carried_out(issue: Path) -> None:
    an_open_mark(issue)
    assert codes(proof(issue).findings) == ["open-mark"]
    edit(issue, "<!-- 改：有数→明白 -->", "")
    assert "mark-not-done" in codes(proof(issue, 2).findings)
    edit(issue, "心里有数", "心里明白")
    assert codes(proof(issue, 2).findings) == []


def test_a_mark_may_be_left_undone_on_purpose(issue: Path) -> None:
    an_open_mark(issue)
    proof(issue)
    edit(issue, "<!-- 改：有数→明白 -->", "<!-- 不改：有数 -->")
    assert codes(proof(issue, 2).findings) == []


def signed(issue: Path) -> None:
    for number, stage in ((1, "proof"), (1, "clean"), (1, "press")):
        assert proof(issue, number, stage=stage).outcome == "clean"


def test_a_build_that_differs_from_what_was_signed_names_the_page(issue: Path) -> None:
    signed(issue)
    assert check_issue(issue).outcome == "clean"
    edit(issue, "心里有数", "心里明白")
    result = check_issue(issue)
    (finding,) = result.findings
    assert (finding.code, finding.severity) == ("changed-after-press", "error")
    assert dict(finding.says.fields) == {"page": 1, "count": 1, "first": "有数→明白"}


def test_a_page_that_only_looks_otherwise_than_signed_is_a_warning(issue: Path) -> None:
    signed(issue)
    layout = issue.parents[1] / "layouts/front.yaml"
    layout.write_text(layout.read_text("utf-8").replace("cmyk: [15, 100", "cmyk: [20, 100"), encoding="utf-8")
    assert [(finding.code, finding.severity) for finding in check_issue(issue).findings] == [
        ("changed-after-press", "warning")
    ]


def test_an_issue_is_signed_only_as_its_clean_proof_was(issue: Path) -> None:
    assert codes(proof(issue, stage="press").findings) == ["not-clean"]
    proof(issue)
    proof(issue, stage="clean")
    edit(issue, "心里有数", "心里明白")
    made = proof(issue, stage="press")
    assert (made.outcome, codes(made.findings)) == ("findings", ["not-clean"])
    assert not (issue / "proofs/3.json").exists()


def test_the_signature_goes_into_the_archive_and_makes_the_same_issue_again(issue: Path, tmp_path: Path) -> None:
    from bulletin_layout.pipeline.verify import verify_file

    signed(issue)
    result = build_issue(issue, products=("archive",), out=tmp_path / "out")
    assert result.outcome == "clean"
    verdict = verify_file(result.files[0])
    assert (verdict.outcome, codes(verdict.findings)) == ("bytes", [])
