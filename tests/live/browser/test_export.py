"""What the menu “Export” saves."""

from pathlib import Path

import pytest

from tests.live.browser.conftest import Paper, Tab


@pytest.mark.parametrize(
    ("words", "name", "first"),
    [
        ("PDF for the screen", "2026-10-screen.pdf", b"%PDF-"),
        ("Image of page 2 (PNG)", "page-02.png", b"\x89PNG"),
        ("Preflight report", "2026-10-preflight.txt", b"2026"),
    ],
)
def test_products_are_saved(tab: Tab, tmp_path: Path, words: str, name: str, first: bytes) -> None:
    tab.go_to(2)
    tab.page.locator("#export").click()
    with tab.page.expect_download() as coming:
        tab.page.get_by_role("button", name=words).click()
    saved = tmp_path / "saved"
    coming.value.save_as(saved)
    assert coming.value.suggested_filename == name
    assert first in saved.read_bytes()[:2000]


def test_what_cannot_be_exported_is_said(paper: Paper, tab: Tab) -> None:
    paper.change("issue.yaml", "pages:\n", "pages: [\n")
    tab.page.locator("#broken").wait_for()
    tab.page.locator("#export").click()
    tab.page.get_by_role("button", name="PDF for the press").click()
    notice = tab.page.locator("#refused")
    notice.wait_for()
    assert "issue.yaml" in notice.inner_text()
    tab.said.clear()  # the browser writes that the answer was a refusal
