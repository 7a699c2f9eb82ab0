"""The real issue from files to PDF: everything placed, nothing over, every rule kept, the text comes back."""

import shutil
from collections.abc import Iterator

import pypdfium2  # type: ignore[import-untyped]
import pytest

from bulletin_layout.compose import Composed, compose_issue
from bulletin_layout.imprint import imprint_findings
from bulletin_layout.issue import Issue, plain
from bulletin_layout.page import PictureMark
from bulletin_layout.reading import Reading, read_issue
from bulletin_layout.render.pdf import render_pdf
from tests.real_issue.convert import HERE, PROJECT, SEED, expected_text, write_publication
from tests.support.press import body_lines, forbidden_lines, off_grid, on_pictures, page_text
from tests.support.said import said

pytestmark = pytest.mark.skipif(not SEED.is_dir(), reason="the real issue needs ../shared/seed-issue")


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reading]:
    folder = tmp_path_factory.mktemp("real")
    yield read_issue(write_publication(folder / "paper"))
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def issue(reading: Reading) -> Issue:
    assert reading.issue is not None, "\n".join(map(said, reading.findings))
    return reading.issue


@pytest.fixture(scope="module")
def composed(issue: Issue, reading: Reading) -> Composed:
    assert reading.fonts is not None
    return compose_issue(issue, reading.fonts)


@pytest.fixture(scope="module")
def pdf(composed: Composed) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(render_pdf(composed.edition))


def test_reading_and_composing_find_one_page_without_its_editor(reading: Reading, composed: Composed) -> None:
    found = [said(finding) for finding in (*reading.findings, *composed.findings)]
    assert [each.partition(": ")[2] for each in found] == ["hint[editor-missing]: page 3 has no editor"]
    assert len(composed.edition.pages) == 5
    assert len(composed.slots) == 13


def test_no_slot_is_over_and_no_column_has_a_hole(composed: Composed, issue: Issue) -> None:
    columns = {(plan.number, name): slot for plan in issue.pages for name, slot in plan.layout.slots.items()}
    for slot in composed.slots:
        assert slot.over_chars == 0
        spec = columns[slot.page, slot.slot]
        count = spec.text.columns or sum(box.cols[1] - box.cols[0] + 1 for box in spec.boxes)
        assert slot.short_lines <= count, slot


def test_every_line_keeps_the_rules_and_the_grid(issue: Issue, composed: Composed) -> None:
    assert sum(len(body_lines(page)) for page in composed.edition.pages) > 300
    for page, plan in zip(composed.edition.pages, issue.pages, strict=True):
        assert any(isinstance(mark, PictureMark) for mark in page.marks)
        assert forbidden_lines(page) == []
        assert off_grid(page, plan) == []
        assert on_pictures(page) == []


def test_text_extracted_from_the_pdf_equals_the_source(pdf: pypdfium2.PdfDocument, issue: Issue) -> None:
    for number, plan in enumerate(issue.pages):
        text = page_text(pdf, number)
        for story in plan.put.values():
            heads, body = expected_text(SEED / "articles" / f"{story.slug}.md")
            assert body in text, story.slug
            assert heads in text[: text.find(body)], story.slug


def test_page_editors_and_the_vertical_banner_stand_on_their_pages(pdf: pypdfium2.PdfDocument, issue: Issue) -> None:
    for number, plan in enumerate(issue.pages):
        text = page_text(pdf, number)
        assert ("本版责编" + plain(plan.editor) in text) == bool(plan.editor)
        assert ("主题教育" in text) if plan.layout.banners else True


def test_the_project_holds_no_sentence_of_the_real_issue() -> None:
    length = 14
    stories = [expected_text(path)[1] for path in (SEED / "articles").glob("*.md")]
    windows = {text[k : k + length] for text in stories for k in range(len(text) - length)}
    ours = [*(HERE / "layouts").glob("*.yaml"), *(PROJECT / "content").rglob("*.md")]
    for path in ours:
        text = "".join(path.read_text("utf-8").split())
        shared = windows & {text[k : k + length] for k in range(len(text) - length)}
        assert not shared, f"{path}: {shared}"


def test_its_imprint_is_not_checked_until_it_says_by_which_law(composed: Composed) -> None:
    """It prints the words of a permit, and no more of its imprint is known: the seed has no masthead."""
    assert [(finding.severity, finding.code) for finding in imprint_findings(composed.issue, composed.edition)] == [
        ("hint", "imp-unset")
    ]
