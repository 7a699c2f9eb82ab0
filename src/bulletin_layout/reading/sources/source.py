"""What an issue was read from (来源文件): every file with its name in the publication."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Literal

from bulletin_layout.pictures import Picture
from bulletin_layout.values import dataclass

SourceKind = Literal["text", "picture", "font", "other"]


@dataclass(frozen=True, slots=True)
class Source:
    """A file that the issue needs.

    ``name`` is its path from the publication's folder, with forward slashes; that of a file of the program's own fonts
    is the one that a copy in the publication would have. ``data``: a text file's bytes as they were
    read; None for other files, which are read again when they are wanted. ``sha256``: what a picture had when it was
    opened; "" for other files.
    """

    name: str
    path: Path
    kind: SourceKind
    data: bytes | None = None
    sha256: str = ""


def sources_of(
    root: Path,
    texts: Mapping[Path, bytes],
    pictures: Mapping[Path, Picture | None],
    others: Iterable[Path],
    fonts: Iterable[Path],
    lent: Mapping[Path, Path],
) -> tuple[Source, ...]:
    """The files by name. ``others`` were only looked for; those among ``fonts`` are font files;
    ``lent``: folders outside, and where in the publication their files are taken to lie."""
    known = frozenset(fonts)
    found = [Source(_name(root, path, lent), path, "text", data) for path, data in texts.items()]
    found += [
        Source(_name(root, path, lent), path, "picture", None, picture.sha256)
        for path, picture in pictures.items()
        if picture is not None
    ]
    found += [Source(_name(root, path, lent), path, "font" if path in known else "other") for path in others]
    return tuple(sorted({source.name: source for source in found}.values(), key=lambda source: source.name))


def _name(root: Path, path: Path, lent: Mapping[Path, Path]) -> str:
    """From the publication's folder; a link within it counts as what it leads to when its own place is elsewhere."""
    for folder, stands_at in lent.items():
        if path.is_relative_to(folder):
            return (stands_at / path.relative_to(folder)).relative_to(root).as_posix()
    within = path if path.is_relative_to(root) else path.resolve()
    return within.relative_to(root).as_posix()
