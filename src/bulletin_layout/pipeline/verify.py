"""Verifies an archive file (核验): builds it again from its own sources and compares the two."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from bulletin_layout.archive.canonical import canonical_digest
from bulletin_layout.archive.differences import PageChange, page_changes
from bulletin_layout.archive.opening import ArchiveFile
from bulletin_layout.archive.versions import changed_versions, installed_versions
from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue.archives import altered_pages
from bulletin_layout.findings.catalogue.products import pictures_not_written
from bulletin_layout.findings.phrases import Field, Phrase
from bulletin_layout.findings.system import reason_of
from bulletin_layout.pdfs.pikepdf_adapter import PdfError, open_pdf
from bulletin_layout.pictures.raster import side_by_side
from bulletin_layout.pipeline.rebuild import rebuild_file, rebuilt_archive
from bulletin_layout.pipeline.result import Tell
from bulletin_layout.values import dataclass

Outcome = Literal["bytes", "content", "photos", "differs", "stopped"]


@dataclass(frozen=True, slots=True)
class Verification:
    """The result of a verification.

    ``outcome``: ``bytes``: the same bytes; ``content``: the same canonical content; ``photos``: the same but for
    invisible differences in the pixels of photos; ``differs``: pages or sources differ; ``stopped``: it could not be
    built. ``changed``: a phrase for each version that differs from the lock; ``pages``: pages that differ; ``files``:
    images of these, if they were asked for.
    """

    outcome: Outcome
    findings: tuple[Finding, ...]
    changed: tuple[Phrase, ...] = ()
    pages: tuple[PageChange, ...] = ()
    files: tuple[Path, ...] = ()


def verify_file(
    pdf: Path, *, out: Path | None = None, look_in: Sequence[Path] = (), tell: Tell | None = None
) -> Verification:
    """Build the issue again in a temporary folder and compare. ``out``: folder for images of pages that differ;
    ``look_in``: see ``rebuild_file``. Problems are findings, not exceptions."""
    with TemporaryDirectory(prefix="bulletin-verify-") as aside:
        rebuilt = rebuild_file(pdf, Path(aside) / "publication", look_in=look_in, tell=tell)
        if rebuilt.archive is None or rebuilt.build is None or rebuilt.build.outcome == "stopped":
            of_build = rebuilt.build.findings if rebuilt.build is not None else ()
            return Verification("stopped", (*rebuilt.findings, *(_as_carried(each, aside) for each in of_build)))
        changed = changed_versions(rebuilt.archive.lock.versions, installed_versions())
        if rebuilt.outcome == "same":
            return Verification("bytes", rebuilt.findings, changed)
        old, new = pdf.read_bytes(), rebuilt_archive(rebuilt.build).read_bytes()
    if tell is not None:
        tell("compare", 0, 0)
    outcome, pages = _compared(old, new)
    findings = [*rebuilt.findings, *_touched(old, rebuilt.archive, pdf)]
    if any(finding.severity == "error" for finding in findings):
        outcome = "differs"
    try:
        files = tuple(_pictures(pages, out)) if out is not None and pages else ()
    except OSError as problem:
        place = Location(out.as_posix() if out is not None else "")
        findings.append(pictures_not_written(place, reason=reason_of(problem)))
        files = ()
    return Verification(outcome, tuple(findings), changed, pages, files)


def _compared(old: bytes, new: bytes) -> tuple[Outcome, tuple[PageChange, ...]]:
    """The outcome, and the pages that differ. The cheapest comparison comes first; pages are rendered only if the
    canonical contents differ."""
    if _content(old) == _content(new):
        return "content", ()
    pages = page_changes(old, new)
    if not pages and _content(old, pixels=False) == _content(new, pixels=False):
        return "photos", ()
    return "differs", pages


def _as_carried(finding: Finding, aside: str) -> Finding:
    """A finding with the temporary folder removed from its location and its sentence: the user never sees that
    folder."""
    folder = f"{Path(aside).resolve().as_posix()}/publication/"
    place = replace(finding.location, path=finding.location.path.removeprefix(folder))
    return replace(finding, location=place, says=_without(finding.says, folder))


def _without(says: Phrase, folder: str) -> Phrase:
    """A phrase with the folder removed from all its fields."""

    def shortened(value: Field) -> Field:
        if isinstance(value, Phrase):
            return _without(value, folder)
        if isinstance(value, tuple):
            return tuple(map(shortened, value))
        return value.replace(folder, "") if isinstance(value, str) else value

    return replace(says, fields=tuple((name, shortened(value)) for name, value in says.fields))


def _content(data: bytes, *, pixels: bool = True) -> str:
    """The canonical digest; "" if the file is too damaged for one."""
    try:
        with open_pdf(data) as opened:
            return canonical_digest(opened, pixels=pixels)
    except (AttributeError, PdfError, RecursionError, TypeError, ValueError):
        return ""


def _touched(data: bytes, archive: ArchiveFile, pdf: Path) -> tuple[Finding, ...]:
    """A finding if the pages of the file are not those that its lock describes."""
    if _content(data) == archive.lock.content:
        return ()
    return (altered_pages(Location(pdf.as_posix())),)


def _pictures(pages: Sequence[PageChange], out: Path) -> list[Path]:
    """Write an image for each changed page: before, after, and the differences marked."""
    out.mkdir(parents=True, exist_ok=True)
    files = []
    for page in (page for page in pages if page.before or page.after):
        path = out / f"page-{page.page:02}.png"
        path.write_bytes(side_by_side(page.before, page.after))
        files.append(path)
    return files
