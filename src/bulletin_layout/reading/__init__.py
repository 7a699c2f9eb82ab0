"""Reading (读入): files → values. Reads a publication and an issue with all the files that it names; all findings of
all files are collected in one run."""

from collections.abc import Callable, Mapping
from dataclasses import field
from pathlib import Path
from typing import Final

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import files as said
from bulletin_layout.findings.nearest import nearest
from bulletin_layout.findings.phrases import Phrase
from bulletin_layout.findings.settled import Choice
from bulletin_layout.folders import ISSUE_FILE, PUBLICATION_FILE, issue_folder, publication_above
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Issue, Publication
from bulletin_layout.reading.font_lists import read_fonts
from bulletin_layout.reading.issues import IssueReader
from bulletin_layout.reading.publications import read_house
from bulletin_layout.reading.sources.files import Files
from bulletin_layout.reading.sources.remembered import ReadingMemory
from bulletin_layout.reading.sources.source import Source
from bulletin_layout.values import dataclass

__all__ = ["PublicationReading", "Reading", "ReadingMemory", "Source", "find_issue", "read_issue", "read_publication"]

#: Errors that do not keep the pages from being composed: the editor sees on them what is missing.
_COMPOSABLE: Final = frozenset(("unplaced-story", "unplaced-photo", "unplaced-head"))


@dataclass(frozen=True, slots=True)
class Reading:
    """The result of reading an issue. ``issue`` is None when the files do not suffice to compose it; ``fonts`` may
    still be there. ``sources``: all files read, by name. ``choices``: the severities that the publication sets, by
    code of finding."""

    issue: Issue | None
    fonts: FontBook | None
    findings: tuple[Finding, ...]
    sources: tuple[Source, ...] = ()
    choices: Mapping[str, Choice] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PublicationReading:
    """The result of reading bulletin.yaml and fonts.yaml; a field is None when its file is faulty."""

    publication: Publication | None
    fonts: FontBook | None
    findings: tuple[Finding, ...]


def read_issue(
    named: Path,
    publication_root: Path | None = None,
    on_progress: Callable[[str], None] | None = None,
    profile: str | None = None,
    memory: ReadingMemory | None = None,
    instead: Mapping[Path, bytes] | None = None,
) -> Reading:
    """Read an issue and everything that it names; of pictures only what tells their size.

    ``named``: the issue's folder, its issue.yaml, or its name when the current folder is in a publication.
    ``publication_root``: by default the nearest folder above that has a bulletin.yaml. ``on_progress`` is called with
    the path of each file read. ``profile``: the print profile to use in place of the publication's. ``memory``: if it
    is passed again, what did not change is taken over. ``instead``: text files, by absolute path, that are read as if
    they had these bytes. What is wrong with the files becomes findings; nothing is raised.
    """
    found = find_issue(named, publication_root)
    if isinstance(found, Finding):
        return _nothing(found)
    folder, root = found
    memory = memory if memory is not None else ReadingMemory()
    files = Files(root, on_progress, memory, instead or {})
    house = read_house(files, profile)
    fonts = read_fonts(files, house.fonts, house.fonts_named_at)
    reader = IssueReader(
        files=files,
        folder=folder,
        layouts=house.layouts,
        texts=house.publication.texts if house.publication is not None else None,
        families=fonts[1] if fonts is not None else None,
        lines=house.publication.lines if house.publication is not None else "joined",
    )
    issue = reader.read(house.publication)
    memory.end()
    if any(finding.severity == "error" and finding.code not in _COMPOSABLE for finding in files.findings):
        issue = None
    book = fonts[0] if fonts is not None else None
    sources = files.opened(file.path for file in book.files.values()) if book is not None else files.opened(())
    return Reading(issue, book, _in_order(files), sources, house.choices)


def read_publication(root: Path) -> PublicationReading:
    """Read a publication's own files, without any issue. ``root``: its folder or any folder within it."""
    files = Files(publication_above(root) or root)
    house = read_house(files)
    fonts = read_fonts(files, house.fonts, house.fonts_named_at)
    return PublicationReading(house.publication, fonts[0] if fonts is not None else None, _in_order(files))


def find_issue(named: Path, publication_root: Path | None = None) -> tuple[Path, Path] | Finding:
    """The folders of an issue, named as for ``read_issue``, and of its publication; a finding when there is none."""
    folder = issue_folder(named)
    if folder is None:
        return said.no_issue(Location(named.as_posix()), file=ISSUE_FILE, near=_near(named))
    root = publication_root or publication_above(folder)
    return (
        (folder, root) if root is not None else said.no_publication(Location(named.as_posix()), file=PUBLICATION_FILE)
    )


def _near(named: Path) -> Phrase:
    """The issue of the current publication whose name is nearest to the one asked for."""
    root = publication_above(Path.cwd())
    known = sorted(file.parent.name for file in root.glob(f"content/*/{ISSUE_FILE}")) if root is not None else ()
    return nearest(named.name, known)


def _nothing(finding: Finding) -> Reading:
    return Reading(None, None, (finding,))


def _in_order(files: Files) -> tuple[Finding, ...]:
    """All findings by place, without doubles: a layout used by several pages reports the same finding for each of
    them."""
    return tuple(sorted(dict.fromkeys(files.findings), key=lambda finding: finding.location))
