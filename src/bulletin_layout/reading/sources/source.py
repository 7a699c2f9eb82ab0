"""The source files of an issue (来源文件), each with its name in the publication."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Literal

from bulletin_layout.pictures import Picture
from bulletin_layout.values import dataclass

SourceKind = Literal["text", "picture", "font", "other"]


@dataclass(frozen=True, slots=True)
class Source:
    """A file that the issue needs.

    ``name``: path relative to the publication's folder, with forward slashes; for a built-in font file, the path that
    a copy in the publication would have. ``data``: the bytes of a text file as read; None for other files, which are
    read again when needed. ``sha256``: the digest of a picture when it was opened; "" for other files.
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
    """The source files by name. ``others``: files that were only looked for; those among ``fonts`` are font files.
    ``lent``: folders outside the publication, with the places where their files are taken to lie."""
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
    """The path relative to the publication's folder. A link within the folder counts as its target when its own place
    is elsewhere."""
    for folder, stands_at in lent.items():
        name = below(path, folder)
        if name is not None:
            return (stands_at / name).relative_to(root).as_posix()
    return below(path, root) or path.resolve().relative_to(root).as_posix()


def below(path: Path, folder: Path) -> str | None:
    """The path relative to a folder, with forward slashes; None: it does not lie below it. All files of an issue are
    named so in every build, and ``Path.relative_to`` takes ten times as long."""
    whole, above = str(path), _ended(str(folder))
    return whole[len(above) :].replace(os.sep, "/") if whole.startswith(above) else None


def lies_in(path: str, folder: str) -> bool:
    """Whether a path, without ``..``, is that of a folder or lies below it."""
    return path == folder or path.startswith(_ended(folder))


def _ended(folder: str) -> str:
    return folder if folder.endswith(os.sep) else folder + os.sep
