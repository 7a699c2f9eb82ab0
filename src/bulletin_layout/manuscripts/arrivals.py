"""Which files are imported, and under which names (收稿): files and whole folders, in the order that people count."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import manuscripts as said
from bulletin_layout.manuscripts.opening import ENDINGS
from bulletin_layout.values import NamedTuple

#: Most files of a folder, and most names that a finding lists.
_MOST: Final = 2_000
_MOST_NAMES: Final = 20
#: What may not be in a file's name somewhere, and what editors' programs leave behind.
_FORBIDDEN: Final = re.compile(r'[\s/\\:*?"<>|\x00-\x1f\x7f]+')
_LEFT_BEHIND: Final = (".", "~$", "._")
_LONGEST: Final = 60


class Arrivals(NamedTuple):
    """The manuscripts in order, and what there is to say about folders."""

    files: tuple[Path, ...]
    findings: tuple[Finding, ...]


def arrivals(named: Sequence[Path]) -> Arrivals:
    """The files that were named, and those of the folders that were named."""
    files: list[Path] = []
    findings: list[Finding] = []
    for path in named:
        if not path.is_dir():
            files.append(path)
            continue
        inside = sorted(islice(_inside(path), _MOST), key=lambda file: _natural(file.relative_to(path)))
        manuscripts = [file for file in inside if file.suffix.lower() in ENDINGS]
        others = tuple(file.relative_to(path).as_posix() for file in inside if file.suffix.lower() not in ENDINGS)
        place = Location(path.as_posix())
        if not manuscripts:
            findings.append(said.no_manuscripts(place))
        if others:
            shown = others[:_MOST_NAMES] + (("…",) if len(others) > _MOST_NAMES else ())
            findings.append(said.not_a_manuscript(place, names=shown))
        files += manuscripts
    return Arrivals(tuple(dict.fromkeys(files)), tuple(findings))


def _inside(folder: Path) -> Iterator[Path]:
    """The files of a folder and of those in it, without links and what programs hide."""
    for path in folder.rglob("*"):
        parts = path.relative_to(folder).parts
        if not any(part.startswith(_LEFT_BEHIND) for part in parts) and path.is_file() and not path.is_symlink():
            yield path


def _natural(path: Path) -> list[tuple[int, int, str]]:
    """A key that sorts 2 before 10."""
    parts = re.split(r"([0-9]+)", path.as_posix())
    return [(0, int(part[:18]), part) if part.isdecimal() and part.isascii() else (1, 0, part) for part in parts]


def slug_of(path: Path) -> str:
    """The slug of a manuscript's story: its name without what a file's name may not have everywhere."""
    name = unicodedata.normalize("NFC", path.stem)
    return _FORBIDDEN.sub("-", name).strip("-. ")[:_LONGEST].strip("-. ") or "story"
