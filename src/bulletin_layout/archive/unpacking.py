"""Unpacks sources into a folder (还原): attached files, and copies of files that the lock names by digest only."""

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import file_digest
from pathlib import Path
from typing import Final

from bulletin_layout.archive.lock import LockedFile

#: Most files that are examined in the search by digest; a folder with more was probably not meant.
_MOST_LOOKED_AT: Final = 200_000
_NOT_ENTERED: Final = frozenset(("out", "node_modules", "__pycache__"))


def find_by_digest(wanted: Sequence[LockedFile], folders: Sequence[Path]) -> dict[str, Path]:
    """Name in the lock → a file with its digest, in or below the folders; files that are not found are left out. Only
    files of the right size are read."""
    sizes: dict[int, list[LockedFile]] = {}
    for file in wanted:
        sizes.setdefault(file.size, []).append(file)
    found: dict[str, Path] = {}
    for count, path in enumerate(_below(folders)):
        if count == _MOST_LOOKED_AT or len(found) == len(wanted):
            break
        try:
            alike = sizes.get(path.stat().st_size, ()) if path.is_file() else ()
            digest = _digest(path) if alike else ""
        except OSError:
            continue
        for file in alike:
            if file.sha256 == digest:
                found.setdefault(file.name, path)
    return found


def _below(folders: Sequence[Path]) -> Iterator[Path]:
    for folder in folders:
        for place, within, names in os.walk(folder):
            # Changed in place: os.walk enters only what is left; sorted, so that the result is always the same.
            within[:] = sorted(name for name in within if name[0] != "." and name not in _NOT_ENTERED)
            yield from (Path(place, name) for name in sorted(names))


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def unpack(files: Mapping[str, bytes], found: Mapping[str, Path], folder: Path) -> None:
    """Write the attached files, and copies of those found elsewhere, into ``folder``, which is empty or new.

    The names have been checked (``open_archive``). OSError: the folder cannot be written, or is not empty. Then nothing
    is left in it, because a part of a publication could be taken for the whole.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise FileExistsError(f"{folder} is not empty")
    try:
        for name, data in files.items():
            _place(folder, name).write_bytes(data)
        for name, path in found.items():
            shutil.copyfile(path, _place(folder, name))
    except BaseException:
        for each in folder.iterdir():
            shutil.rmtree(each, ignore_errors=True) if each.is_dir() else each.unlink(missing_ok=True)
        raise


def drop(names: Iterable[str], folder: Path) -> None:
    """Remove files that were unpacked, and the folders that are empty then."""
    for name in names:
        path = folder / name
        path.unlink(missing_ok=True)
        for above in path.parents:
            if above == folder or any(above.iterdir()):
                break
            above.rmdir()


def _place(folder: Path, name: str) -> Path:
    place = folder / name
    place.parent.mkdir(parents=True, exist_ok=True)
    return place
