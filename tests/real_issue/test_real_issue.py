"""The real issue from files to PDF: everything placed, nothing over, every rule kept, the text comes back."""

import itertools
import shutil
from collections.abc import Iterator

import pypdfium2  # type: ignore[import-untyped]
import pytest

from bulletin_layout.compose import Composed, compose_issue
from bulletin_layout.compose.grid import page_grid
from bulletin_layout.issue import Issue
from bulletin_layout.page import Page, PictureMark, TextMark
from bulletin_layout.reading import Reading, read_issue
from bulletin_layout.render.pdf import render_pdf
from tests.real_issue.convert import HERE, PROJECT, SEED, expected_text, write_publication

pytestmark = pytest.mark.skipif(not SEED.is_dir(), reason="the real issue needs ../shared/seed-issue")

#: Written down here anew from GB/T 15834 §5.1 and CLREQ, not taken from the code under test.
NEVER_FIRST = "。．，、：；！？”’）》〉」』】〕·～%％℃…,.;:!?)]}/"
NEVER_LAST = "“‘（《〈「『【〔¥([{"


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reading]:
    folder = tmp_path_factory.mktemp("real")
    yield read_issue(write_publication(folder / "paper"))
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def issue(reading: Reading) -> Issue:
    assert reading.issue is not None, "\n".join(map(str, reading.diagnostics))
    return reading.issue


@pytest.fixture(scope="module")
def composed(issue: Issue, reading: Reading) -> Composed:
    assert reading.fonts is not None
    return compose_issue(issue, reading.fonts)


@pytest.fixture(scope="module")
def pdf(composed: Composed) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(render_pdf(composed.edition))


def body_lines(page: Page) -> list[tuple[str, float, str]]:
    """Story, baseline and text of every set line of body text, in order."""
    marks = [m for m in page.marks if isinstance(m, TextMark) and m.story and m.role in ("body", "byline")]
    grouped = itertools.groupby(marks, key=lambda m: (m.story, m.paragraph, m.line, m.y))
    return [(key[0], key[3], "".join("".join(m.run.texts) for m in group)) for key, group in grouped]


def test_reading_and_composing_find_no_fault(reading: Reading, composed: Composed) -> None:
    assert [str(d) for d in (*reading.diagnostics, *composed.diagnostics)] == []
    assert len(composed.edition.pages) == 5
    assert len(composed.slots) == 13


def test_no_slot_is_over_and_no_column_has_a_hole(composed: Composed, issue: Issue) -> None:
    columns = {(plan.number, name): slot for plan in issue.pages for name, slot in plan.layout.slots.items()}
    for slot in composed.slots:
        assert slot.over_chars == 0
        spec = columns[slot.page, slot.slot]
        count = spec.text.columns or sum(box.cols[1] - box.cols[0] + 1 for box in spec.boxes)
        assert slot.short_lines <= count, slot


def test_no_line_begins_or_ends_with_a_forbidden_mark(composed: Composed) -> None:
    seen = 0
    for page in composed.edition.pages:
        for _, _, text in body_lines(page):
            line = text.strip()
            seen += 1
            assert line[0] not in NEVER_FIRST, line
            assert line[-1] not in NEVER_LAST, line
    assert seen > 300


def test_every_baseline_of_body_text_is_on_the_page_grid(composed: Composed, issue: Issue) -> None:
    for page, plan in zip(composed.edition.pages, issue.pages, strict=True):
        grid = page_grid(plan.layout.sheet, plan.number)
        for _, y, _ in body_lines(page):
            row = (y - grid.baseline(0)) / grid.line
            assert abs(row - round(row)) * grid.line < 0.1


def test_no_text_lies_on_a_picture(composed: Composed) -> None:
    for page in composed.edition.pages:
        pictures = [m for m in page.marks if isinstance(m, PictureMark)]
        assert pictures
        for mark in page.marks:
            if isinstance(mark, TextMark):
                right = mark.x + max(mark.run.xs) + mark.run.size * 0.5
                for picture in pictures:
                    beside = right <= picture.x or mark.x + mark.run.xs[0] >= picture.x + picture.width
                    assert beside or mark.y <= picture.y or mark.y - mark.run.size * 0.8 >= picture.y + picture.height


def test_text_extracted_from_the_pdf_equals_the_source(pdf: pypdfium2.PdfDocument, issue: Issue) -> None:
    for number, plan in enumerate(issue.pages):
        text = pdf[number].get_textpage().get_text_bounded()
        flat = "".join(text.replace("\ufffe", "").replace("\u00ad", "").split())
        for story in plan.put.values():
            heads, body = expected_text(SEED / "articles" / f"{story.slug}.md")
            assert body in flat, story.slug
            assert heads in flat[: flat.find(body)], story.slug


def test_page_editors_and_the_vertical_banner_stand_on_their_pages(pdf: pypdfium2.PdfDocument, issue: Issue) -> None:
    for number, plan in enumerate(issue.pages):
        text = "".join(pdf[number].get_textpage().get_text_bounded().split())
        assert ("本版责编" + plan.editor in text) == bool(plan.editor)
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
