"""Whole issues as the files that people get, read by programs that are not ours: every text is that of its source."""

import io
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest
from PIL import Image, ImageChops, ImageFilter

from bulletin_layout.compose import compose_issue
from bulletin_layout.issue import Issue
from bulletin_layout.page import Edition
from bulletin_layout.reading import read_issue
from bulletin_layout.render.imposition import booklet_pdf, spreads_pdf
from bulletin_layout.render.press import press_pdf
from bulletin_layout.render.tagged import archival_pdf, screen_pdf
from tests.real_issue.convert import SEED, write_publication
from tests.support.press import flat, page_text
from tests.support.stories import difference, in_order, pieces_of, stories_of
from tests.support.tagged import tree_of, untagged
from tests.support.validator import failures

CONTENT = Path(__file__).resolve().parents[2] / "content"
#: Resolution of compared pages, and how many; renderers make strokes lighter or darker, by less than this of 255.
DPI, PAGES, ALIKE = 72, 2, 105


class Made(NamedTuple):
    """An issue and its files, made once."""

    issue: Issue
    edition: Edition
    screen: bytes
    archival: bytes


@pytest.fixture(scope="module", params=["2026-10", "2026-jianbao-11", "real"])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    folder = CONTENT / request.param
    scratch = tmp_path_factory.mktemp("products")
    if request.param == "real":
        if not SEED.is_dir():
            pytest.skip("the real issue needs ../shared/seed-issue")
        folder = write_publication(scratch / "paper")
    reading = read_issue(folder)
    assert reading.issue is not None
    assert reading.fonts is not None
    edition = compose_issue(reading.issue, reading.fonts).edition
    press = reading.issue.publication.press
    yield Made(reading.issue, edition, screen_pdf(edition, press), archival_pdf(edition, press))
    shutil.rmtree(scratch)


def test_an_independent_validator_finds_nothing(made: Made) -> None:
    assert failures(made.screen, "ua1") == []
    assert failures(made.archival, "ua1") == []
    assert failures(made.archival, "3a") == []


@pytest.mark.parametrize("product", ["screen", "archival"])
def test_every_article_of_the_tree_is_its_story_and_nothing_else(made: Made, product: str) -> None:
    pdf = getattr(made, product)
    articles = [flat(article.text.replace("▣", "").replace("\u00ad", "")) for article in tree_of(pdf).find("Art")]
    stories = stories_of(made.issue)
    assert len(articles) == len(stories)
    for story in stories:
        found = [difference(pieces_of(story), article) for article in articles]
        assert "" in found, (story.slug, found)
    assert untagged(pdf) == ""


def _file(made: Made, product: str) -> bytes:
    coarse = replace(made.issue.publication.press, dpi=36)  # converting pictures takes time, and they say nothing
    makers = {"print": press_pdf, "booklet": booklet_pdf, "spreads": spreads_pdf}
    pdf: bytes = makers[product](made.edition, coarse) if product in makers else getattr(made, product)
    return pdf


@pytest.mark.parametrize("product", ["print", "screen", "archival"])
def test_every_story_comes_out_in_order(made: Made, product: str) -> None:
    """As pdfium reads the pages, by what they show and not by their tags."""
    file = pypdfium2.PdfDocument(_file(made, product))
    pages = [page_text(file, number) for number in range(len(file))]
    for story in stories_of(made.issue):
        assert in_order(pieces_of(story, floating=False), pages) == "", story.slug
    file.close()


def _apart(ours: bytes, theirs: bytes, folder: Path) -> list[int]:
    """How far two renderers' pages are apart at the worst place, of 255; each letter blurred to its own size."""
    if shutil.which("gs") is None:
        pytest.skip("needs gs")
    (folder / "file.pdf").write_bytes(theirs)
    options = [
        "-q",
        "-sDEVICE=pnggray",
        f"-dLastPage={PAGES}",
        f"-r{DPI}",
        "-dTextAlphaBits=4",
        "-dGraphicsAlphaBits=4",
    ]
    command = ["gs", *options, "-o", str(folder / "%d.png"), str(folder / "file.pdf")]
    subprocess.run(command, check=True, capture_output=True)
    file = pypdfium2.PdfDocument(ours)
    worst = []
    for number, page in zip(range(1, PAGES + 1), file, strict=False):
        seen = [page.render(scale=DPI / 72).to_pil().convert("L"), Image.open(folder / f"{number}.png").convert("L")]
        blurred = (image.resize(seen[0].size).filter(ImageFilter.GaussianBlur(2)) for image in seen)
        worst.append(max(value for value, count in enumerate(ImageChops.difference(*blurred).histogram()) if count))
    file.close()
    return worst


@pytest.mark.parametrize("product", ["print", "screen", "archival"])
def test_two_renderers_show_the_same(made: Made, product: str, tmp_path: Path) -> None:
    """A wrong glyph passes every check of text; it would not look the same to both."""
    pdf = _file(made, product)
    assert max(_apart(pdf, pdf, tmp_path)) < ALIKE


#: Programs that are not ours, and how they read all of a file; what some of them say of themselves is no complaint.
OUTSIDE = {
    "qpdf": ["qpdf", "--check"],
    "gs": ["gs", "-q", "-dBATCH", "-dNOPAUSE", "-dPDFSTOPONERROR", "-sDEVICE=nullpage"],
    "mutool": ["mutool", "draw", "-q", "-o", "/dev/null"],
}
OF_ITSELF = re.compile(r"(checking |PDF Version|File is not|No syntax|errors that qpdf|warning: ICC support is not).*")


@pytest.mark.parametrize("product", ["print", "screen", "archival", "booklet", "spreads"])
@pytest.mark.parametrize("program", OUTSIDE)
def test_other_programs_read_every_product_without_a_complaint(
    made: Made, program: str, product: str, tmp_path: Path
) -> None:
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not on this machine")
    (tmp_path / "file.pdf").write_bytes(_file(made, product))
    command = [*OUTSIDE[program], str(tmp_path / "file.pdf")]
    read = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    said = [line for line in (read.stdout + read.stderr).splitlines() if line and not OF_ITSELF.match(line)]
    assert (said, read.returncode) == ([], 0)


def test_the_renderers_would_show_wrong_glyphs(made: Made, tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(made.screen)) as file:
        for page in file.pages:
            swapped = re.sub(rb"<([0-9A-F]{4})([0-9A-F]{4})", rb"<\2\1", page.Contents.read_bytes())
            page.Contents = file.make_stream(swapped)
        wrong = io.BytesIO()
        file.save(wrong)
    assert min(_apart(made.screen, wrong.getvalue(), tmp_path)) > ALIKE
