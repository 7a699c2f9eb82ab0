"""The table of contents of the whole program: what happens to an issue, in order."""

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Final

from bulletin_layout.compose import Composed, Memory, compose_issue
from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import pictures
from bulletin_layout.findings.catalogue import products as products_said
from bulletin_layout.findings.phrases import text
from bulletin_layout.findings.settled import Choice, refusal, settled
from bulletin_layout.fonts import FontBook, FontError
from bulletin_layout.issue import Issue
from bulletin_layout.languages import Language
from bulletin_layout.pictures import PictureError
from bulletin_layout.pipeline.products import Job, image_findings, make, sheet_findings
from bulletin_layout.pipeline.result import ALL_PAGES, FailOn, Outcome, PageImages, Product, Result, Tell, silent
from bulletin_layout.pipeline.shelf import Shelf
from bulletin_layout.preflight import inspect_edition
from bulletin_layout.reading import Reading, read_issue

_FAILING: Final[dict[FailOn, tuple[str, ...]]] = {
    "error": ("error",),
    "warning": ("error", "warning"),
    "never": (),
}


#: Where, beside the issues' products, pictures lie that were converted; it can be deleted at any time.
_KEPT: Final = Path(".cache/pictures")


def check_issue(
    folder: Path,
    *,
    fail_on: FailOn = "error",
    tell: Tell | None = None,
    profile: str | None = None,
    ignore: Sequence[str] = (),
) -> Result:
    """Every finding that ``build_issue`` would have, and nothing written."""
    return _run(folder, (), None, fail_on, tell or silent, profile=profile, ignore=ignore)


def build_issue(
    folder: Path,
    *,
    products: tuple[Product, ...] = ("print", "png"),
    out: Path | None = None,
    fail_on: FailOn = "error",
    tell: Tell | None = None,
    memory: Memory | None = None,
    profile: str | None = None,
    ignore: Sequence[str] = (),
    language: Language = "zh",
    images: PageImages = ALL_PAGES,
) -> Result:
    """Make an issue's products in ``out``/<issue id>/ (``out`` default: the publication's own ``out``). A ``memory``
    kept from build to build spares what has not changed in between. ``profile``: a print profile instead of the
    publication's own; ``ignore``: codes of findings that are put off for once, none of them one that is fixed;
    ``language``: that of the preflight report, the only product with words of the program; ``images``: which pages are
    drawn as images, and how fine."""
    return _run(folder, products, out, fail_on, tell or silent, memory, profile, ignore, language, images)


def _run(
    folder: Path,
    products: tuple[Product, ...],
    out: Path | None,
    fail_on: FailOn,
    tell: Tell,
    memory: Memory | None = None,
    profile: str | None = None,
    ignore: Sequence[str] = (),
    language: Language = "zh",
    images: PageImages = ALL_PAGES,
) -> Result:
    tell("read", 0, 0)
    reading = read_issue(folder, profile=profile)
    issue, fonts = reading.issue, reading.fonts
    choices = _choices(reading, ignore)
    if issue is None or fonts is None:
        return Result(folder.resolve().name, "stopped", _in_order(reading.findings, choices))
    composed, font_findings = _compose(issue, fonts, memory or Memory(), tell)
    if composed is None:
        return Result(issue.id, "stopped", _in_order((*reading.findings, *font_findings), choices))
    tell("preflight", 0, 0)
    at_press = inspect_edition(composed.edition, composed.issue)
    sheets = sheet_findings(composed.issue, composed.edition, products)
    drawn = image_findings(composed.issue, composed.edition, images)
    found = _in_order((*reading.findings, *font_findings, *composed.findings, *at_press, *sheets, *drawn), choices)
    if not products or drawn:
        return Result(issue.id, _outcome(found, fail_on), found, composed.slots)
    shelves = out or issue.publication.root / "out"
    target = shelves / issue.id
    try:
        job = Job(
            composed.issue,
            composed.edition,
            fonts,
            reading.sources,
            tell,
            shelves / _KEPT,
            found,
            choices,
            language,
            images,
        )
        files, found = _write(job, products, target, fail_on)
    except PictureError as problem:
        lost = pictures.picture_lost(problem.location or issue.location, problem=problem.says)
        return Result(issue.id, "stopped", (*found, lost), composed.slots)
    except OSError as problem:
        unwritable = products_said.not_written(Location(str(target)), reason=problem.strerror or str(problem))
        return Result(issue.id, "stopped", (*found, unwritable), composed.slots)
    outcome = _outcome(found, fail_on)
    return Result(issue.id, outcome, found, composed.slots, files, draft=outcome == "findings")


def _compose(issue: Issue, fonts: FontBook, memory: Memory, tell: Tell) -> tuple[Composed | None, tuple[Finding, ...]]:
    """The pages, or None when a font file is unusable; and what is wrong with the font files.

    Each file is compared with its sha256 meanwhile, by a book of its own: hashing lets the interpreter go on.
    """
    tell("compose", 0, len(issue.pages))
    with ThreadPoolExecutor(max_workers=1) as aside:
        findings = aside.submit(memory.font_problems, fonts)
        try:
            composed = compose_issue(issue, fonts, partial(tell, "compose"), memory)
        except FontError:
            return None, findings.result()
        return composed, findings.result()


def _outcome(findings: Iterable[Finding], fail_on: FailOn) -> Outcome:
    return "findings" if any(finding.severity in _FAILING[fail_on] for finding in findings) else "clean"


def _write(
    job: Job, products: tuple[Product, ...], target: Path, fail_on: FailOn
) -> tuple[tuple[Path, ...], tuple[Finding, ...]]:
    """Render the products and put them on the shelf together: as a draft when what was found forbids better. The files,
    and all that was found before and meanwhile."""
    found = job.findings
    with Shelf(target) as shelf:
        for made in make(job, products):
            found = (*found, *settled(made.findings, job.choices))
            for name, data in made.files:
                shelf.add(name, data)
        return shelf.keep(draft=_outcome(found, fail_on) == "findings"), found


def _choices(reading: Reading, ignore: Sequence[str]) -> Mapping[str, Choice]:
    """How grave findings are: as the publication says, but for those that are put off for once. ValueError: one of
    these cannot be put off."""
    for code in ignore:
        refused = refusal(code)
        if refused is not None:
            raise ValueError(text(refused, "en"))
    return {**reading.choices, **dict.fromkeys(ignore, "off")}


def _in_order(findings: Iterable[Finding], choices: Mapping[str, Choice]) -> tuple[Finding, ...]:
    """By place, each once, as grave as the publication takes it."""
    return tuple(sorted(settled(dict.fromkeys(findings), choices), key=lambda finding: finding.location))
