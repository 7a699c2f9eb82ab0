"""One function a product (产品): from the finished pages to file names and bytes, and what was found meanwhile.

Renderers are imported when they are asked for: importing takes most of a small job.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from functools import partial
from pathlib import Path
from typing import Final

from bulletin_layout.findings import Finding
from bulletin_layout.findings.catalogue import products as said
from bulletin_layout.findings.settled import Choice
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Issue
from bulletin_layout.languages import Language
from bulletin_layout.page import Edition
from bulletin_layout.pipeline.result import ALL_PAGES, PRODUCTS, PageImages, Product, Tell
from bulletin_layout.reading import Source
from bulletin_layout.values import dataclass

#: A file's name and its bytes.
File = tuple[str, bytes]


@dataclass(frozen=True, slots=True)
class Job:
    """What every product is made from. ``kept``: a folder for pictures that were converted, from build to build;
    ``findings``: what is known of the pages before anything is written, and ``choices``, how grave findings are taken
    to be, for the press's report, which is in ``language``; ``images``: which pages are drawn, and how fine."""

    issue: Issue
    edition: Edition
    fonts: FontBook
    sources: tuple[Source, ...]
    tell: Tell
    kept: Path | None = None
    findings: tuple[Finding, ...] = ()
    choices: Mapping[str, Choice] = field(default_factory=dict)
    language: Language = "zh"
    images: PageImages = ALL_PAGES


@dataclass(frozen=True, slots=True)
class Made:
    """A product: its files in order, and what was found while it was made."""

    files: tuple[File, ...]
    findings: tuple[Finding, ...] = ()


def make(job: Job, products: tuple[Product, ...]) -> Iterator[Made]:
    """The products asked for, one after another, in their fixed order."""
    for product in PRODUCTS:
        if product in products:
            job.tell(product, 0, len(job.edition.pages) if product == "png" else 0)
            yield _MAKERS[product](job)


def sheet_findings(issue: Issue, edition: Edition, products: tuple[Product, ...]) -> tuple[Finding, ...]:
    """Why the pages cannot stand on the sheets that were asked for."""
    asked = [product for product in ("booklet", "spreads") if product in products]
    if not asked:
        return ()
    from bulletin_layout.render.imposition import imposition_flaw

    press = issue.publication.press
    flaws = dict.fromkeys(imposition_flaw(edition, press, stitched=product == "booklet") for product in asked)
    return tuple(said.sheets(press.location or issue.location, problem=flaw) for flaw in flaws if flaw)


def image_findings(issue: Issue, edition: Edition, images: PageImages) -> tuple[Finding, ...]:
    """Pages that are asked for as images, and that the issue does not have."""
    count = len(edition.pages)
    return tuple(said.no_page(issue.location, page=page, count=count) for page in images.pages if page > count)


def _print(job: Job) -> Made:
    """The file for the press (印刷件), and the report of what it holds (印前检查单)."""
    from bulletin_layout.preflight.inspect_file import inspect_file
    from bulletin_layout.render.press import press_pdf

    name, press = f"{job.issue.id}.pdf", job.issue.publication.press
    pdf = press_pdf(job.edition, press, job.kept)
    inspected = inspect_file(name, pdf, press, job.findings, job.choices, job.language)
    text = f"{job.issue.id}-preflight.txt", inspected.text.encode()
    json = f"{job.issue.id}-preflight.json", inspected.json.encode()
    return Made(((name, pdf), text, json), inspected.findings)


def _screen(job: Job) -> Made:
    """The file for screens (屏幕件)."""
    from bulletin_layout.render.tagged import screen_pdf

    return _one(f"{job.issue.id}-screen.pdf", screen_pdf(job.edition, job.issue.publication.press, job.kept))


def _archive(job: Job) -> Made:
    """The pages with everything that they were made of (存档件)."""
    from bulletin_layout.archive.contents import described
    from bulletin_layout.archive.sealing import sealed, unfit
    from bulletin_layout.render.tagged import archival_pdf

    schemas = (described(job.issue, job.edition),)
    pdf = archival_pdf(job.edition, job.issue.publication.press, schemas, job.kept)
    whole = sealed(pdf, job.issue, job.edition, job.fonts, job.sources)
    return _one(f"{job.issue.id}-archive.pdf", whole, unfit(job.sources))


def _booklet(job: Job) -> Made:
    """Sheets for folding and stitching (骑马订); none where the pages cannot stand on them."""
    from bulletin_layout.render.imposition import booklet_pdf

    if sheet_findings(job.issue, job.edition, ("booklet",)):
        return Made(())
    return _one(f"{job.issue.id}-booklet.pdf", booklet_pdf(job.edition, job.issue.publication.press, job.kept))


def _spreads(job: Job) -> Made:
    """The pages two by two, as they lie open (对页); none where they cannot."""
    from bulletin_layout.render.imposition import spreads_pdf

    if sheet_findings(job.issue, job.edition, ("spreads",)):
        return Made(())
    return _one(f"{job.issue.id}-spreads.pdf", spreads_pdf(job.edition, job.issue.publication.press, job.kept))


def _png(job: Job) -> Made:
    """The pages as images and the contact sheet (小样) of all of them."""
    from bulletin_layout.pipeline.page_images import page_images

    return Made(tuple(page_images(job.edition, job.images, partial(job.tell, "png"))))


def _dump(job: Job) -> Made:
    """The pages as text (文字清单)."""
    from bulletin_layout.render.dump import dump_edition

    return _one(f"{job.issue.id}.dump.txt", dump_edition(job.edition).encode())


def _one(name: str, data: bytes, findings: tuple[Finding, ...] = ()) -> Made:
    """A product of one file."""
    return Made(((name, data),), findings)


_MAKERS: Final[Mapping[Product, Callable[[Job], Made]]] = {
    "print": _print,
    "screen": _screen,
    "archive": _archive,
    "booklet": _booklet,
    "spreads": _spreads,
    "png": _png,
    "dump": _dump,
}
