"""Writes products to disk (成品入库): all files of a build or none, and drafts never replace good products."""

import os
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Final

_PAGE_IMAGE: Final = re.compile(r"page-\d+\.png")
#: It shows all pages, and so comes only with the images of all of them.
_CONTACT_SHEET: Final = "sheet.png"


class Shelf:
    """A folder to which a set of files is moved at once. All methods raise OSError if the folder cannot be written."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._making = tempfile.TemporaryDirectory(prefix=".making-", dir=folder)
        self._names: list[str] = []

    def __enter__(self) -> "Shelf":
        return self

    def __exit__(self, *_: object) -> None:
        self._making.cleanup()

    def add(self, name: str, data: bytes) -> None:
        """Write a file to a temporary folder; ``keep`` moves it to its place."""
        (Path(self._making.name) / name).write_bytes(data)
        self._names.append(name)

    def keep(self, *, draft: bool) -> tuple[Path, ...]:
        """Move all files to the folder, or if ``draft`` to its subfolder ``draft``, so that earlier good products stay.

        Images of pages that do not exist any more are removed, and so are drafts of the same names.
        """
        place = self._folder / "draft" if draft else self._folder
        place.mkdir(exist_ok=True)
        for name in self._names:
            if (place / name).is_dir():  # checked for all names before the first one is moved
                raise IsADirectoryError(f"{place / name} is a folder: move it away")
        if _CONTACT_SHEET in self._names:
            _remove(
                path for path in place.iterdir() if _PAGE_IMAGE.fullmatch(path.name) and path.name not in self._names
            )
        for name in self._names:
            os.replace(Path(self._making.name) / name, place / name)
        if not draft:
            self._remove_draft()
        return tuple(place / name for name in self._names)

    def _remove_draft(self) -> None:
        """Remove drafts that this build has replaced by good files; other files in the folder stay."""
        old = self._folder / "draft"
        if not old.is_dir():
            return
        _remove(path for path in old.iterdir() if path.name in self._names or _PAGE_IMAGE.fullmatch(path.name))
        if not any(old.iterdir()):
            old.rmdir()


def _remove(paths: Iterable[Path]) -> None:
    for path in tuple(paths):
        path.unlink()
