"""Builds an issue again from its archive file (重建)."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, Literal

from bulletin_layout.archive.heritage import heritage_of
from bulletin_layout.archive.lock import Lock, LockedFile
from bulletin_layout.archive.names import is_read
from bulletin_layout.archive.opening import ArchiveError, ArchiveFile, open_archive
from bulletin_layout.archive.unpacking import drop, find_by_digest, unpack
from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import archives as said
from bulletin_layout.findings.catalogue import files
from bulletin_layout.findings.catalogue.products import not_unpacked
from bulletin_layout.findings.system import reason_of
from bulletin_layout.folders import PUBLICATION_FILE
from bulletin_layout.fonts import Original, blank_excerpt, builtin_fonts
from bulletin_layout.pipeline.aside import kept_apart, sweep
from bulletin_layout.pipeline.build import build_issue
from bulletin_layout.pipeline.result import Product, Result, Tell, silent
from bulletin_layout.pipeline.shelf import MAKING
from bulletin_layout.pipeline.signed import signed_source
from bulletin_layout.reading import read_issue
from bulletin_layout.values import dataclass

#: Largest archive file that is opened, bytes.
_MOST_BYTES: Final = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """The result of a rebuild.

    ``outcome``: ``same``: the archive file has the same bytes, or none was asked for; ``differs``: it has not, or its
    sources were altered; ``stopped``: nothing could be built. ``folder``: the unpacked publication; ``build``: the
    result of building its issue.
    """

    outcome: Literal["same", "differs", "stopped"]
    findings: tuple[Finding, ...]
    archive: ArchiveFile | None = None
    folder: Path | None = None
    build: Result | None = None


def rebuild_file(
    pdf: Path,
    folder: Path,
    *,
    products: tuple[Product, ...] = ("archive",),
    look_in: Sequence[Path] = (),
    tell: Tell | None = None,
) -> Rebuilt:
    """Unpack an archive file into ``folder``, which is empty or new, and build its issue into ``folder``/out.

    Files that the lock names by digest only are searched in ``look_in``, then in the publications that contain the PDF
    and the current folder, then among this program's fonts. If one is missing, nothing is written. Problems are
    findings, not exceptions.
    """
    tell = tell or silent
    place = Location(pdf.as_posix())
    tell("open", 0, 0)
    try:
        data = _read(pdf)
        archive = open_archive(data)
    except OSError as problem:
        return _stopped(files.unreadable_archive(place, reason=reason_of(problem)))
    except ArchiveError as problem:
        return _stopped(said.no_archive(place, problem=problem.says))
    wanted = [file for file in archive.lock.files if not file.carried and is_read(file.name)]
    found = find_by_digest(wanted, [*look_in, *_places(pdf)])
    missing = [file for file in wanted if file.name not in found]
    blanks = _blanks(missing, archive.lock, found)
    missing = [file for file in missing if file.name not in blanks]
    findings = [*_findings(archive, place), *(_missing(file, place) for file in missing)]
    if missing:
        return _stopped(*findings)
    tell("unpack", 0, 0)
    try:
        _unpack_whole({**archive.files, **blanks}, found, folder)
        unread = _unread(archive, found, folder)
        drop(unread, folder)
    except OSError as problem:
        reason, at = reason_of(problem), str(problem.filename or folder)
        return _stopped(*findings, not_unpacked(Location(folder.as_posix()), reason=reason, path=at))
    findings += [said.unread_file(place, name=repr(name)) for name in unread]
    build = build_issue(
        folder / archive.lock.folder,
        products=products,
        out=folder / "out",
        fail_on="never",
        tell=tell,
        profile=archive.lock.options.get("profile"),
        heritage=heritage_of(archive),
    )
    outcome = _outcome(build, data, products, bool(archive.altered or archive.lost))
    return Rebuilt(outcome, tuple(findings), archive, folder, build)


def _read(pdf: Path) -> bytes:
    """The file's bytes. ArchiveError: it is larger than any archive file; OSError: it cannot be read, or is none."""
    if pdf.exists() and not pdf.is_file():
        raise OSError(f"{pdf} is not a file")
    if pdf.stat().st_size > _MOST_BYTES:
        raise ArchiveError(said.larger_than(_MOST_BYTES // 1_000_000))
    return pdf.read_bytes()


def _unpack_whole(carried: Mapping[str, bytes], found: Mapping[str, Path], folder: Path) -> None:
    """All files, or none: they come to their places when the last of them is written. OSError: they cannot."""
    folder.mkdir(parents=True, exist_ok=True)
    sweep(folder, MAKING)
    if any(folder.iterdir()):
        raise FileExistsError(f"{folder} is not empty")
    with kept_apart(folder, MAKING) as aside:
        whole = aside / "whole"
        whole.mkdir()
        unpack(carried, found, whole)
        for each in sorted(whole.iterdir(), key=lambda path: path.name == PUBLICATION_FILE):
            each.rename(folder / each.name)  # what makes it a publication comes last


def _unread(archive: ArchiveFile, found: Mapping[str, Path], folder: Path) -> tuple[str, ...]:
    """Files that the lock names and the issue is not made of; none where the issue cannot be read, for then it is not
    known."""
    reading = read_issue(folder / archive.lock.folder, profile=archive.lock.options.get("profile"))
    if reading.issue is None:
        return ()
    signature = signed_source(reading.issue)
    read = {source.name for source in (*reading.sources, *((signature,) if signature is not None else ()))}
    return tuple(name for name in (*archive.files, *found) if name not in read)


def _outcome(
    build: Result, data: bytes, products: Sequence[Product], altered: bool
) -> Literal["same", "differs", "stopped"]:
    if build.outcome == "stopped":
        return "stopped"
    if altered or ("archive" in products and rebuilt_archive(build).read_bytes() != data):
        return "differs"
    return "same"


def rebuilt_archive(build: Result) -> Path:
    """The archive file among the products of a build. StopIteration: there is none."""
    return next(path for path in build.files if path.name == f"{build.issue}-archive.pdf")


def _findings(archive: ArchiveFile, place: Location) -> list[Finding]:
    """Findings about altered, lost and foreign files."""
    return [
        *(said.altered_source(place, name=name) for name in archive.altered),
        *(said.lost_source(place, name=name) for name in archive.lost),
        *(said.foreign_file(place, name=repr(name)) for name in archive.foreign),
    ]


def _blanks(missing: Sequence[LockedFile], lock: Lock, found: Mapping[str, Path]) -> dict[str, bytes]:
    """Fonts without a character in place of those that set nothing, for archive files that name each one that the
    publication had: made of another that is at hand."""
    others = [path for name, path in found.items() if name in lock.set_in]
    if not others:
        return {}
    return {
        file.name: blank_excerpt(others[0], Original("", file.sha256, file.size))
        for file in missing
        if file.kind == "font" and file.name not in lock.set_in
    }


def _missing(file: LockedFile, place: Location) -> Finding:
    """The finding about a file that the lock names by digest and that was not found."""
    return said.missing_source(place, name=file.name, size=file.size, sha256=file.sha256, option=_option(file.kind))


def _places(pdf: Path) -> list[Path]:
    """Folders that are always searched for fonts: the publications around, and the shipped fonts."""
    roots = (_publication_above(pdf.resolve().parent), _publication_above(Path.cwd()))
    return list(dict.fromkeys(place for place in (*roots, builtin_fonts()) if place is not None))


def _publication_above(folder: Path) -> Path | None:
    return next((above for above in (folder, *folder.parents) if (above / PUBLICATION_FILE).is_file()), None)


def _option(kind: str) -> str:
    return "--fonts" if kind == "font" else "--photos"


def _stopped(*findings: Finding) -> Rebuilt:
    return Rebuilt("stopped", findings)
