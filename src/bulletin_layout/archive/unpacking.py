"""Sources back into a folder (还原): what the PDF carries, and what it names by digest when that is found."""

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import file_digest
from pathlib import Path
from typing import Final

from bulletin_layout.archive.lock import LockedFile

#: How many files are looked at for one of a digest: a folder with more was not meant.
_MOST_LOOKED_AT: Final = 200_000
_NOT_ENTERED: Final = frozenset(("out", "node_modules", "__pycache__"))


def find_by_digest(wanted: Sequence[LockedFile], folders: Sequence[Path]) -> dict[str, Path]:
    """Files of these digests in the folders or below them, by the lock's names; those not found are left out.
    Only files of the right size are read."""
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
            within[:] = sorted(name for name in within if name[0] != "." and name not in _NOT_ENTERED)
            yield from (Path(place, name) for name in sorted(names))


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def unpack(files: Mapping[str, bytes], found: Mapping[str, Path], folder: Path) -> None:
    """Write the carried files, and copies of those found elsewhere, into ``folder``, which is empty or new.

    The names have been checked (``open_archive``). OSError: it cannot be written, or is not empty; then nothing of it
    is left, for half a publication looks like a whole one.
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
