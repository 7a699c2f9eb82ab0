"""The sample bulletin: clean, its pages numbered and mirrored, its text whole and in order in what is printed."""

from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest

from bulletin_layout.compose import Composed, compose_issue
from bulletin_layout.findings.phrases import NOTHING
from bulletin_layout.issue import Issue, Paragraph
from bulletin_layout.page import PictureMark
from bulletin_layout.preflight import inspect_edition
from bulletin_layout.reading import read_issue
from bulletin_layout.render.pdf import render_pdf
from tests.support.press import flat, forbidden_lines, off_grid, on_pictures, page_text
from tests.support.said import said

SAMPLE = Path(__file__).resolve().parents[2] / "content" / "2026-jianbao-11"


@pytest.fixture(scope="module")
def issue() -> Issue:
    found = read_issue(SAMPLE).issue
    assert found is not None
    return found


@pytest.fixture(scope="module")
def composed(issue: Issue) -> Composed:
    fonts = read_issue(SAMPLE).fonts
    assert fonts is not None
    return compose_issue(issue, fonts)


def test_nothing_is_wrong_and_the_pages_make_whole_sheets(composed: Composed) -> None:
    findings = (
        *read_issue(SAMPLE).findings,
        *composed.findings,
        *inspect_edition(composed.edition, composed.issue),
    )
    assert [said(finding) for finding in findings] == []
    assert len(composed.edition.pages) == 8
    run = composed.slots[0]
    assert (run.pages, run.over_chars, run.left) == (8, 0, NOTHING)


def test_its_name_is_that_of_its_series_and_bookmarks_name_its_sections(composed: Composed) -> None:
    assert composed.edition.title == "禾岭简报 2026-jianbao-11"
    assert composed.issue.publication.text("publisher") == "禾岭农业科学院"
    titles = [entry.title for page in composed.edition.pages for entry in page.outline]
    assert {"工作动态", "基层来信", "十月数据"} <= set(titles)
    assert not {story.slug for plan in composed.issue.pages for story in plan.stories} & set(titles)


def test_every_line_keeps_the_rules_and_the_grid(composed: Composed) -> None:
    for page, plan in zip(composed.edition.pages, composed.issue.pages, strict=True):
        assert forbidden_lines(page) == []
        assert off_grid(page, plan) == []
        assert on_pictures(page) == []


def test_the_text_comes_out_whole_and_in_order(issue: Issue, composed: Composed) -> None:
    pdf = pypdfium2.PdfDocument(render_pdf(composed.edition))
    texts = [page_text(pdf, number) for number in range(len(composed.edition.pages))]
    whole, at = "".join(texts), 0
    for story in issue.pages[0].flow:
        for paragraph in (block for block in story.blocks if isinstance(block, Paragraph)):
            at = whole.find(flat(paragraph.text)[:12], at)
            assert at >= 0, (story.slug, paragraph.text[:12])


def test_pages_have_their_numbers_at_the_outer_edge(composed: Composed) -> None:
    for page in composed.edition.pages:
        folios = [m for m in page.texts() if m.tag.role == "folio" and m.y > page.height * 0.9]
        assert "".join("".join(mark.run.texts) for mark in folios).strip("—\u00a0") == str(page.number)
        assert (folios[0].x + folios[0].run.xs[0] > page.width / 2) == (page.number % 2 == 1)


def test_two_photos_stand_side_by_side(composed: Composed) -> None:
    tops = [(page.number, mark.y) for page in composed.edition.pages for mark in page.marks
            if isinstance(mark, PictureMark)]  # fmt: skip
    assert len(tops) == 3
    assert len(set(tops)) == 2
