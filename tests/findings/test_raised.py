"""Every code is raised by some test, which names it; and the few that no other test has."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bulletin_layout.archive import sealing
from bulletin_layout.findings import Location
from bulletin_layout.findings.catalogue import catalogue
from bulletin_layout.issue import SHEETFED, Issue, Publication
from bulletin_layout.page import Edition, Page
from bulletin_layout.preflight import inspect_edition
from bulletin_layout.reading import Source, read_issue
from tests.reading.publication import read_case, write_publication
from tests.support.words import words

TESTS = Path(__file__).resolve().parents[1]
HERE = Location("content/1/issue.yaml", 2, 1)


def test_every_code_is_named_by_a_test() -> None:
    files = (path for path in TESTS.rglob("*") if path.suffix in (".py", ".txt"))
    named = "\n".join(path.read_text(encoding="utf-8") for path in files)
    assert [code for code in catalogue() if code not in named] == []


def codes(widths: tuple[float, ...], multiple: int = 1) -> list[str]:
    pages = tuple(Page(number, "版", width, 600, 0, ()) for number, width in enumerate(widths, start=1))
    press = replace(SHEETFED, pages=multiple, location=HERE)
    publication = Publication(Path(), {"name": words("报")}, press=press)
    issue = Issue("1", date(2026, 1, 1), publication, Path(), (), HERE)
    found = inspect_edition(Edition("报", "", "", date(2026, 1, 1), pages), issue)
    return sorted({finding.code for finding in found} - {"blank-page"})


def test_folded_sheets_want_pages_of_one_size_by_fours() -> None:
    assert codes((400, 400, 400), 4) == ["page-count"]
    assert codes((400, 410)) == ["page-size"]
    assert codes((400,) * 4, 4) == []


def test_an_archive_has_a_limit_of_files(monkeypatch: pytest.MonkeyPatch) -> None:
    sources = [Source(f"content/1/{name}.md", Path(), "text") for name in "ab"]
    assert sealing.unfit(sources) == ()
    monkeypatch.setattr(sealing, "MOST_FILES", 1)
    assert [finding.code for finding in sealing.unfit(sources)] == ["archive-size"]


def test_a_slot_cannot_continue_one_that_is_empty(tmp_path: Path) -> None:
    files, _ = read_case(TESTS / "reading/cases/sharing.txt")
    start = files["content/1/issue.yaml"].split("  - ", 1)[0]
    files["content/1/issue.yaml"] = start + "  - {layout: front, put: {b: {continue: a}, c: nine}}\n"
    write_publication(tmp_path, files)
    found = read_issue(tmp_path / "content/1").findings
    assert "continue-empty" in [finding.code for finding in found]


@pytest.mark.parametrize("code", ["near-edge", "text-under-picture"])
def test_codes_whose_sentences_other_tests_hold(code: str) -> None:
    """``tests/preflight/test_checks.py`` raises them and compares what they say."""
    checks = (TESTS / "preflight/test_checks.py").read_text(encoding="utf-8")
    sentence = {"near-edge": "mm from the cut", "text-under-picture": "hides text of"}[code]
    assert sentence in catalogue()[code].en
    assert sentence in checks
