"""Verifies an archive file (核验): builds it again from its own sources and compares the two."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import gettempdir
from typing import Final, Literal

from bulletin_layout.archive.added import added
from bulletin_layout.archive.canonical import canonical_digest
from bulletin_layout.archive.differences import PageChange, page_changes
from bulletin_layout.archive.drawable import check_drawable
from bulletin_layout.archive.opening import ArchiveFile
from bulletin_layout.archive.versions import changed_versions, installed_versions
from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import archives as said
from bulletin_layout.findings.catalogue.products import pictures_not_written
from bulletin_layout.findings.phrases import Field, Phrase
from bulletin_layout.findings.system import reason_of
from bulletin_layout.pdfs.page_tree import page_count
from bulletin_layout.pdfs.pikepdf_adapter import PdfError, open_pdf
from bulletin_layout.pictures.raster import side_by_side
from bulletin_layout.pipeline.aside import kept_apart, sweep
from bulletin_layout.pipeline.rebuild import rebuild_file, rebuilt_archive
from bulletin_layout.pipeline.result import Tell
from bulletin_layout.values import dataclass

#: How the folder begins in which an issue is made again.
_ASIDE: Final = "bulletin-verify-"
#: Pages are counted up to here.
_MOST_COUNTED: Final = 100_000

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
    """Make the issue again in a temporary folder and compare; pictures of changed pages go to ``out``."""
    sweep(Path(gettempdir()), _ASIDE)
    with kept_apart(Path(gettempdir()), _ASIDE) as aside:
        rebuilt = rebuild_file(pdf, aside / "publication", look_in=look_in, tell=tell)
        if rebuilt.archive is None or rebuilt.build is None or rebuilt.build.outcome == "stopped":
            of_build = rebuilt.build.findings if rebuilt.build is not None else ()
            return Verification("stopped", (*rebuilt.findings, *(_as_carried(each, str(aside)) for each in of_build)))
        # Other versions explain a difference, so they are listed whatever the outcome.
        changed = changed_versions(rebuilt.archive.lock.versions, installed_versions())
        if rebuilt.outcome == "same":
            return Verification("bytes", rebuilt.findings, changed)
        old, new = pdf.read_bytes(), rebuilt_archive(rebuilt.build).read_bytes()
    if tell is not None:
        tell("compare", 0, 0)
    try:
        outcome, pages, more = _compared(old, new, rebuilt.archive, Location(pdf.as_posix()))
    except (AttributeError, PdfError, RecursionError, TypeError, ValueError) as problem:  # or objects of wrong types
        says = problem.says if isinstance(problem, PdfError) else said.damaged_objects()
        beyond = said.not_compared(Location(pdf.as_posix()), problem=says)
        return Verification("stopped", (*rebuilt.findings, beyond))
    findings = [*rebuilt.findings, *more]
    if any(finding.severity == "error" for finding in findings):
        outcome = "differs"
    try:
        files = tuple(_pictures(pages, out)) if out is not None and pages else ()
    except OSError as problem:
        place = Location(out.as_posix() if out is not None else "")
        findings.append(pictures_not_written(place, reason=reason_of(problem)))
        files = ()
    return Verification(outcome, tuple(findings), changed, pages, files)


def _compared(
    old: bytes, new: bytes, archive: ArchiveFile, place: Location
) -> tuple[Outcome, tuple[PageChange, ...], list[Finding]]:
    """From the strictest comparison to the one that tells most; and what was done to the file since it was archived.

    PdfError: the file cannot be compared within bounds, or is too damaged for it.
    """
    locked = archive.lock.pages
    content = _content(old)
    findings = _altered(old, place, locked, same=content == archive.lock.content)
    if content == _content(new):
        return "content", (), findings
    with open_pdf(old) as opened:
        check_drawable(opened, locked)
    pages = page_changes(old, new, locked)
    # Same marks, other pixels: the photos were decoded by another version.
    if not pages and _content(old, pixels=False) == _content(new, pixels=False):
        return "photos", (), findings
    return "differs", pages, findings


def _altered(data: bytes, place: Location, locked: int, *, same: bool) -> list[Finding]:
    """Whether the file's pages are still those that were archived, and what else was put into it."""
    findings = [] if same else [said.altered_pages(place)]
    with open_pdf(data) as opened:
        count = page_count(opened, _MOST_COUNTED)
        things = added(opened)
    if count > _MOST_COUNTED:
        findings.append(said.endless_page_count(place, most=_MOST_COUNTED, locked=locked))
    elif count != locked:
        findings.append(said.other_page_count(place, has=count, locked=locked))
    if count == locked + 1:
        findings.append(said.page_without_source(place, page=count))
    elif count > locked:
        findings.append(said.pages_without_source(place, first=locked + 1, last=count))
    if things:
        findings.append(said.added_action(place, things=things))
    return findings


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
    """The canonical digest. PdfError: the file is too damaged to have one, or takes too much work."""
    with open_pdf(data) as opened:
        return canonical_digest(opened, pixels=pixels)


def _pictures(pages: Sequence[PageChange], out: Path) -> list[Path]:
    """Write an image for each changed page: before, after, and the differences marked."""
    out.mkdir(parents=True, exist_ok=True)
    files = []
    for page in (page for page in pages if page.before or page.after):
        path = out / f"page-{page.page:02}.png"
        path.write_bytes(side_by_side(page.before, page.after))
        files.append(path)
    return files
