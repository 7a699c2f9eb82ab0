"""Files → values (读入): a publication, an issue and all it names, with every finding of every file in one run."""

from collections.abc import Callable, Mapping
from dataclasses import field
from pathlib import Path
from typing import Final

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue.files import no_issue, no_publication
from bulletin_layout.findings.nearest import nearest
from bulletin_layout.findings.phrases import Phrase
from bulletin_layout.findings.settled import Choice
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Issue, Publication
from bulletin_layout.reading.font_lists import read_fonts
from bulletin_layout.reading.issues import ISSUE_FILE, IssueReader
from bulletin_layout.reading.publications import PUBLICATION_FILE, read_house
from bulletin_layout.reading.sources.files import Files
from bulletin_layout.reading.sources.source import Source
from bulletin_layout.values import dataclass

__all__ = ["PublicationReading", "Reading", "Source", "read_issue", "read_publication"]

#: Errors with which the pages can still be composed, for the editor to see: something whole is missing or twice there.
_COMPOSABLE: Final = frozenset(("unplaced-story", "unplaced-photo", "unplaced-head", "photo-twice"))


@dataclass(frozen=True, slots=True)
class Reading:
    """What an issue's files say. ``issue`` is None when they cannot be composed; the fonts are there when it is not.
    ``sources`` are the files, by name; ``choices``: how grave the publication takes findings to be, by code."""

    issue: Issue | None
    fonts: FontBook | None
    findings: tuple[Finding, ...]
    sources: tuple[Source, ...] = ()
    choices: Mapping[str, Choice] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PublicationReading:
    """What bulletin.yaml and fonts.yaml say; None for the one that is faulty."""

    publication: Publication | None
    fonts: FontBook | None
    findings: tuple[Finding, ...]


def read_issue(
    issue_folder: Path,
    publication_root: Path | None = None,
    on_progress: Callable[[str], None] | None = None,
    profile: str | None = None,
) -> Reading:
    """Read an issue and everything it names, up to the sizes of its pictures.

    ``issue_folder``: the folder, its issue.yaml, or the issue's name in the publication that we stand in.
    ``publication_root``: default the nearest folder above with a bulletin.yaml. ``on_progress`` gets each file's path.
    ``profile``: the print profile to use instead of the publication's own.
    """
    folder = _issue_folder(issue_folder)
    if folder is None:
        place = Location(issue_folder.as_posix())
        return _nothing(no_issue(place, file=ISSUE_FILE, near=_near(issue_folder)))
    root = publication_root or _root_above(folder)
    if root is None:
        return _nothing(no_publication(Location(issue_folder.as_posix()), file=PUBLICATION_FILE))
    files = Files(root, on_progress)
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
    if any(finding.severity == "error" and finding.code not in _COMPOSABLE for finding in files.findings):
        issue = None
    book = fonts[0] if fonts is not None else None
    sources = files.opened(file.path for file in book.files.values()) if book is not None else ()
    return Reading(issue, book, _in_order(files), sources, house.choices)


def read_publication(root: Path) -> PublicationReading:
    """Read a publication's own files, without any issue. ``root``: its folder, or one in it."""
    files = Files(_root_above(root) or root)
    house = read_house(files)
    fonts = read_fonts(files, house.fonts, house.fonts_named_at)
    return PublicationReading(house.publication, fonts[0] if fonts is not None else None, _in_order(files))


def _issue_folder(named: Path) -> Path | None:
    """The folder that is meant: as it is, of an issue.yaml, or by its name under the publication we stand in."""
    if named.is_dir():
        return named.resolve()
    if named.is_file() and named.name == ISSUE_FILE:
        return named.resolve().parent
    root = _root_above(Path.cwd())
    if root is not None and not named.is_absolute() and (root / "content" / named).is_dir():
        return (root / "content" / named).resolve()
    return None


def _near(named: Path) -> Phrase:
    """The issues of the publication we stand in that may have been meant."""
    root = _root_above(Path.cwd())
    known = sorted(file.parent.name for file in root.glob(f"content/*/{ISSUE_FILE}")) if root is not None else ()
    return nearest(named.name, known)


def _root_above(folder: Path) -> Path | None:
    folder = folder.resolve()
    return next((above for above in (folder, *folder.parents) if (above / PUBLICATION_FILE).is_file()), None)


def _nothing(finding: Finding) -> Reading:
    return Reading(None, None, (finding,))


def _in_order(files: Files) -> tuple[Finding, ...]:
    """By place, each once: a layout that several pages have says its findings for each."""
    return tuple(sorted(dict.fromkeys(files.findings), key=lambda finding: finding.location))
