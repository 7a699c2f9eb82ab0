"""The sample issue as a new user builds it: clean, full, by the rules, its text complete, its bytes the same."""

import os
import subprocess
import sys
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest

from bulletin_layout.compose import Composed, compose_issue
from bulletin_layout.issue import Issue, Paragraph, plain
from bulletin_layout.reading import Reading, read_issue
from bulletin_layout.render.pdf import render_pdf
from bulletin_layout.render.press import press_pdf
from tests.support.press import flat, forbidden_lines, off_grid, on_pictures, page_text
from tests.support.said import said

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "content" / "2026-10"


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_issue(SAMPLE)


@pytest.fixture(scope="module")
def issue(reading: Reading) -> Issue:
    assert reading.issue is not None, "\n".join(map(said, reading.findings))
    return reading.issue


@pytest.fixture(scope="module")
def composed(issue: Issue, reading: Reading) -> Composed:
    assert reading.fonts is not None
    return compose_issue(issue, reading.fonts)


@pytest.mark.parametrize("name", ["2026-10", "2026-jianbao-11"])
def test_a_page_has_one_gap_between_han_and_latin(name: str) -> None:
    issue = read_issue(ROOT / "content" / name).issue
    assert issue is not None
    slots = [slot for page in issue.pages for slot in page.layout.slots.values()]
    styles = [style for slot in slots for style in slot.styles.values()]
    assert {(style.gap, style.gap_max, style.digit_gap) for style in styles} == {(1 / 8, 1 / 4, None)}


def test_nothing_is_over_short_or_wrong(reading: Reading, composed: Composed) -> None:
    assert [said(finding) for finding in (*reading.findings, *composed.findings)] == []
    assert len(composed.edition.pages) >= 4
    assert len({report.story for report in composed.slots}) >= 13
    assert all(report.over_lines == 0 for report in composed.slots)


def test_every_line_keeps_the_rules_and_the_grid(issue: Issue, composed: Composed) -> None:
    for page, plan in zip(composed.edition.pages, issue.pages, strict=True):
        assert forbidden_lines(page) == []
        assert off_grid(page, plan) == []
        assert on_pictures(page) == []


def test_every_story_comes_out_whole_and_in_order(issue: Issue, composed: Composed) -> None:
    pdf = pypdfium2.PdfDocument(render_pdf(composed.edition))
    for number, plan in enumerate(issue.pages):
        text = page_text(pdf, number)
        for story in plan.put.values():
            texts = [block.text for block in story.blocks if isinstance(block, Paragraph)]
            heads = [plain(line) for head in (story.headline, story.deck) if head is not None for line in head.lines]
            at = 0
            for part in (*heads, *texts):
                at = text.find(flat(part), at)
                assert at >= 0, (story.slug, part)


@pytest.mark.parametrize("seed", ["0", "7"])
def test_the_same_input_gives_the_same_bytes(seed: str, issue: Issue, composed: Composed, tmp_path: Path) -> None:
    command = "import sys; from bulletin_layout.cli import main; sys.exit(main())"
    arguments = [sys.executable, "-c", command, "build", str(SAMPLE), "--to", "print", "--out", str(tmp_path)]
    environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": "Asia/Shanghai", "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(arguments, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "2026-10" / "2026-10.pdf").read_bytes() == press_pdf(composed.edition, issue.publication.press)
