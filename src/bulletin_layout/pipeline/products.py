"""A function for each product (产品): makes its files from the finished pages, with the findings about them.

Renderers are imported in these functions: importing all of them would take most of the time of a small issue.
"""

from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import ExitStack, closing
from dataclasses import field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bulletin_layout.findings import Finding
from bulletin_layout.findings.catalogue import products as said
from bulletin_layout.findings.settled import Choice
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Issue
from bulletin_layout.languages import Language
from bulletin_layout.page import Edition
from bulletin_layout.pipeline.kept_images import KeptImages
from bulletin_layout.pipeline.memory import Memory
from bulletin_layout.pipeline.result import ALL_PAGES, PRODUCTS, PageImages, Product, Tell
from bulletin_layout.pipeline.shelf import KeptFile
from bulletin_layout.reading import Source
from bulletin_layout.values import dataclass

if TYPE_CHECKING:  # what archives need is imported with them
    from bulletin_layout.archive.heritage import Heritage
    from bulletin_layout.pipeline.page_images import PageImageFiles

#: Name and bytes of a file, or one that an earlier build wrote.
File = tuple[str, bytes | KeptFile]


@dataclass(frozen=True, slots=True)
class Job:
    """What products are made from. ``kept``: folder of converted pictures. ``findings``: those known before anything is
    written; ``choices``: severities by code; ``language``: all three for the preflight report. ``images``: which pages
    are drawn, and at which resolution. ``heritage``: given for an issue that is rebuilt from an archive file.
    ``memory``: what did not change since the last build is not made again; ``images_before``: page images that the last
    build left."""

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
    heritage: "Heritage | None" = None
    memory: Memory = field(default_factory=Memory)
    images_before: KeptImages | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """A product: its files in order, which may be made one by one as they are asked for, and findings about them."""

    files: Iterable[File]
    findings: tuple[Finding, ...] = ()


def make(job: Job, products: tuple[Product, ...]) -> Generator[Made]:
    """Make the products one after another, in the order of ``PRODUCTS``. PictureError, OSError: a file can no longer be
    read."""
    images: PageImageFiles | None = None
    with ExitStack() as begun:
        for product in (each for each in PRODUCTS if each in products):
            job.tell(product, 0, len(job.edition.pages) if product == "png" else 0)
            if images is None and "png" in products:
                images = begun.enter_context(closing(_images(job)))
            yield _MAKERS[product](job) if images is None or product != "png" else _png(job, images)


def sheet_findings(issue: Issue, edition: Edition, products: tuple[Product, ...]) -> tuple[Finding, ...]:
    """Findings about pages that cannot be put on the sheets of ``booklet`` or ``spreads``."""
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
    """The press file (印刷件) and the preflight report about it (印前检查单)."""
    from bulletin_layout.preflight.inspect_file import inspect_file
    from bulletin_layout.render.press import press_pdf

    name, press = f"{job.issue.id}.pdf", job.issue.publication.press
    pdf = press_pdf(job.edition, press, job.kept, job.memory.drawing)
    inspected = inspect_file(name, pdf, press, job.findings, job.choices, job.language, job.memory.judging)
    text = f"{job.issue.id}-preflight.txt", inspected.text.encode()
    json = f"{job.issue.id}-preflight.json", inspected.json.encode()
    return Made(((name, pdf), text, json), inspected.findings)


def _screen(job: Job) -> Made:
    """The screen file (屏幕件)."""
    from bulletin_layout.render.tagged import screen_pdf

    press = job.issue.publication.press
    return _one(f"{job.issue.id}-screen.pdf", screen_pdf(job.edition, press, job.kept, job.memory.drawing))


def _archive(job: Job) -> Made:
    """The archive file (存档件): the pages with their sources attached."""
    from bulletin_layout.archive.contents import described
    from bulletin_layout.archive.sealing import sealed, unfit
    from bulletin_layout.render.tagged import archival_pdf

    schemas = (described(job.issue, job.edition),)
    pdf = archival_pdf(job.edition, job.issue.publication.press, schemas, job.kept, job.memory.drawing)
    whole = sealed(pdf, job.issue, job.edition, job.fonts, job.sources, job.heritage)
    return _one(f"{job.issue.id}-archive.pdf", whole, unfit(job.sources))


def _booklet(job: Job) -> Made:
    """The sheets of a booklet (骑马订); no file if the pages cannot be put on sheets."""
    from bulletin_layout.render.imposition import booklet_pdf

    if sheet_findings(job.issue, job.edition, ("booklet",)):
        return Made(())
    press = job.issue.publication.press
    return _one(f"{job.issue.id}-booklet.pdf", booklet_pdf(job.edition, press, job.kept, job.memory.drawing))


def _spreads(job: Job) -> Made:
    """The spreads (对页); no file if the pages cannot be put on sheets."""
    from bulletin_layout.render.imposition import spreads_pdf

    if sheet_findings(job.issue, job.edition, ("spreads",)):
        return Made(())
    press = job.issue.publication.press
    return _one(f"{job.issue.id}-spreads.pdf", spreads_pdf(job.edition, press, job.kept, job.memory.drawing))


def _plates(job: Job) -> Made:
    """Images of the plates of the print file (分色样), and a map of the ink; no file if nothing can separate it."""
    from bulletin_layout.pipeline.plates import plates_proof
    from bulletin_layout.preflight.separations import SeparationError
    from bulletin_layout.render.press import press_pdf

    press = job.issue.publication.press
    pdf = press_pdf(job.edition, press, job.kept, job.memory.drawing)
    try:
        proof = plates_proof(f"{job.issue.id}.pdf", pdf, press, job.language, partial(job.tell, "plates"))
    except SeparationError as problem:
        return Made((), (said.no_plates(job.issue.location, problem=problem.says),))
    return Made(proof.files, proof.findings)


def _images(job: Job) -> "PageImageFiles":
    """The images of the pages, which are drawn while the other products are made."""
    from bulletin_layout.pipeline.page_images import PageImageFiles

    return PageImageFiles(job.edition, job.images, job.memory.drawing, job.images_before)


def _png(job: Job, images: "PageImageFiles") -> Made:
    """Images of the pages (小样), and a contact sheet of all of them (总览)."""
    return Made(images.files(partial(job.tell, "png")))


def _text(job: Job) -> Made:
    """The text of the issue (纯文本), and of each story by itself."""
    from bulletin_layout.render.texts import edition_text, story_texts

    edition, name = job.edition, job.issue.id
    stories = [
        (f"{name}-{edition.pages[each.page].number:02}-{each.slug}.txt", each.text.encode())
        for each in story_texts(edition)
        if each.text
    ]
    return Made(((f"{name}.txt", edition_text(edition).encode()), *stories))


def _dump(job: Job) -> Made:
    """The text dump of the pages (文字清单)."""
    from bulletin_layout.render.dump import dump_edition

    return _one(f"{job.issue.id}.dump.txt", dump_edition(job.edition, job.issue.publication.root).encode())


def _one(name: str, data: bytes, findings: tuple[Finding, ...] = ()) -> Made:
    """A product with a single file."""
    return Made(((name, data),), findings)


_MAKERS: Final[Mapping[Product, Callable[[Job], Made]]] = {
    "print": _print,
    "screen": _screen,
    "archive": _archive,
    "booklet": _booklet,
    "spreads": _spreads,
    "plates": _plates,
    "text": _text,
    "dump": _dump,
}
