"""Folders that a run has for itself (临时文件夹): gone when it ends, and swept by a later run when it was killed."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import time
from typing import BinaryIO, Final

try:
    import fcntl
except ImportError:  # Windows, where only what is a day old is swept
    fcntl = None  # type: ignore[assignment]

#: The file in such a folder that its run keeps locked for as long as it lives: a killed one's is free.
_HELD: Final = "held"
#: A folder without it is one that a run has just made, or long ago, when it was killed that very moment; in seconds.
_NEW: Final = 86_400


@contextmanager
def kept_apart(place: Path, prefix: str) -> Iterator[Path]:
    """A new folder in ``place`` whose name begins with ``prefix``, as long as the block runs. OSError: none can be."""
    folder = Path(tempfile.mkdtemp(prefix=prefix, dir=place))
    try:
        with _held(folder):
            try:
                yield folder
            finally:
                with suppress(OSError):
                    _emptied(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def left_behind(place: Path, prefix: str) -> Iterator[Path]:
    """The folders in ``place`` that killed runs left, each removed after its turn; never one of a run that lives, nor
    what a link leads to."""
    for folder in sorted(place.glob(f"{prefix}*")):
        if folder.is_symlink() or not folder.is_dir():
            continue
        try:
            with _free(folder):
                yield folder
                _emptied(folder)
                shutil.rmtree(folder, ignore_errors=True)
        except OSError:  # held by its run, or another user's
            continue


def sweep(place: Path, prefix: str) -> None:
    """Remove what killed runs left."""
    for _ in left_behind(place, prefix):
        pass


def sweep_files(place: Path, prefix: str) -> None:
    """Remove the files of a day ago and older that killed runs left unfinished: each is written within seconds."""
    for path in place.glob(f"{prefix}*"):
        with suppress(OSError):
            if path.is_file() and not path.is_symlink() and time() - path.stat().st_mtime > _NEW:
                path.unlink()


def _emptied(folder: Path) -> None:
    """Remove all but the file that is held: where a run is killed meanwhile, a later one knows the rest for its own."""
    for path in sorted(folder.iterdir()):
        if path.name != _HELD:
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """The folder's file, locked before it has its name: nobody meets it unlocked."""
    early = folder / f"{_HELD}-new"
    with early.open("wb") as file:
        _lock(file)
        if fcntl is not None:
            os.rename(early, folder / _HELD)
        yield


@contextmanager
def _free(folder: Path) -> Iterator[None]:
    """Nothing, where no run holds the folder; else OSError."""
    held = folder / _HELD
    if not held.exists():
        if time() - folder.stat().st_mtime < _NEW:
            raise BlockingIOError(f"{folder} is new")
        yield
        return
    with held.open("rb") as file:
        _lock(file)
        yield


def _lock(file: BinaryIO) -> None:
    if fcntl is not None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
