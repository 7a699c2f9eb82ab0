"""Writes products to disk (成品入库): all files of a build or none, and drafts never replace good products."""

import os
import re
import shutil
from collections.abc import Iterable, Sequence
from contextlib import ExitStack, suppress
from hashlib import sha256
from pathlib import Path
from typing import Final

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import products as said
from bulletin_layout.findings.system import reason_of
from bulletin_layout.pipeline.aside import kept_apart, left_behind
from bulletin_layout.values import NamedTuple

_PAGE_IMAGE: Final = re.compile(r"page-\d+\.png")
#: It shows all pages, and so comes only with the images of all of them.
_CONTACT_SHEET: Final = "sheet.png"
#: Unfinished products, as long as a build runs.
MAKING: Final = ".making-"
#: In that folder: the new files, those that they replace, and the file that says where the new ones are being moved.
_NEW, _OLD, _MOVING = "new", "old", "moving"


class KeptFile(NamedTuple):
    """A file that an earlier build wrote and that is as it was (现有文件), with its sha256."""

    path: Path
    digest: str


class HalfMovedError(OSError):
    """Products could be neither moved nor put back. ``new``: those that are in place now; ``old``: those that are as
    they were."""

    def __init__(self, problem: OSError, new: Sequence[str], old: Sequence[str]) -> None:
        super().__init__(*problem.args)
        self.new, self.old = tuple(new), tuple(old)


class Shelf:
    """A folder that takes a whole set of files at once. OSError where it cannot be written.

    ``findings``: what an earlier build left that was killed, and what could not be cleared away. ``digests``: the
    sha256 of each file, by its name.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._stack = ExitStack()
        self.digests: dict[str, str] = {}
        self._kept: dict[str, Path] = {}
        self.findings: list[Finding] = []
        self._half = [name for left in left_behind(folder, MAKING) for name in _not_moved(left)]
        self._making = self._stack.enter_context(kept_apart(folder, MAKING))
        for part in (_NEW, _OLD):
            (self._making / part).mkdir()

    def __enter__(self) -> "Shelf":
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def add(self, name: str, data: bytes | KeptFile) -> None:
        """Write a file under a temporary name, or take one that is there already; it shows only after ``keep``."""
        if isinstance(data, KeptFile):
            self._kept[name], self.digests[name] = data.path, data.digest
        else:
            (self._making / _NEW / name).write_bytes(data)
            self.digests[name] = sha256(data).hexdigest()

    def keep(self, *, draft: bool) -> tuple[Path, ...]:
        """Move all files to the folder, or if ``draft`` to its subfolder ``draft``, so that earlier good products stay.

        Page images that an earlier, longer build left are removed, and so is an outdated draft; never what lies behind
        a link. HalfMovedError: some are in place and could not be put back; any other OSError: all is as it was.
        """
        place = self._folder / "draft" if draft else self._folder
        if draft and place.is_symlink():
            raise FileExistsError(f"{place} is a link: move it away")
        place.mkdir(exist_ok=True)
        for name in self.digests:
            if (place / name).is_dir():  # checked for all names before the first one is moved
                raise IsADirectoryError(f"{place / name} is a folder: move it away")
        self._move(place)
        self._say_half_moved(place)
        try:
            self._clear(place, draft=draft)
        except OSError as problem:
            self.findings.append(said.not_cleared(Location(place.as_posix()), reason=reason_of(problem)))
        return tuple(place / name for name in self.digests)

    def _move(self, place: Path) -> None:
        """Put the new files into the place of the old ones; on an error, put those back that were moved. What is kept
        and lies there already stays."""
        moving = [name for name in self.digests if self._kept.get(name) != place / name]
        for name in moving:
            if name in self._kept:
                _same_again(self._kept[name], self._making / _NEW / name)
            if (place / name).exists() and not (place / name).is_symlink():
                _same_again(place / name, self._making / _OLD / name)
        (self._making / _MOVING).write_text(place.relative_to(self._folder).as_posix(), "utf-8")
        moved: list[str] = []
        try:
            for name in moving:
                os.replace(self._making / _NEW / name, place / name)
                moved.append(name)
        except OSError as problem:
            self._put_back(place, moved, problem)
            raise
        finally:
            with suppress(OSError):
                (self._making / _MOVING).unlink()

    def _put_back(self, place: Path, moved: Sequence[str], problem: OSError) -> None:
        kept: list[str] = []
        for name in moved:
            try:
                old = self._making / _OLD / name
                os.replace(old, place / name) if old.exists() else (place / name).unlink()
            except OSError:
                kept.append(name)
        if kept:
            raise HalfMovedError(problem, kept, [name for name in self.digests if name not in kept]) from problem

    def _say_half_moved(self, place: Path) -> None:
        """What an earlier build did not come to move before it was killed: old files beside its new ones."""
        half = [name for name in dict.fromkeys(self._half) if (self._folder / name).exists()]
        if half:
            made = {(place / name).relative_to(self._folder).as_posix() for name in self.digests}
            still = tuple(name for name in half if name not in made)
            shown = Location(self._folder.as_posix())
            self.findings.append(
                said.still_half_moved(shown, names=still) if still else said.was_half_moved(shown, names=tuple(half))
            )

    def _clear(self, place: Path, *, draft: bool) -> None:
        """Remove what this build has outdated. The products are in place: what cannot be removed is only said."""
        old: list[Path] = []
        if _CONTACT_SHEET in self.digests and not place.is_symlink():
            old += [path for path in place.iterdir() if _is_page(path) and path.name not in self.digests]
        drafts = self._folder / "draft"
        if not draft and drafts.is_dir() and not drafts.is_symlink():
            old += [path for path in drafts.iterdir() if path.name in self.digests or _is_page(path)]
        self.findings += _remove(old)
        if not draft and not drafts.is_symlink():
            with suppress(OSError):  # what a person put there stays
                drafts.rmdir()


def _is_page(path: Path) -> bool:
    return _PAGE_IMAGE.fullmatch(path.name) is not None


def _not_moved(left: Path) -> list[str]:
    """Those files that a killed build was about to move, by their paths in the issue's folder."""
    try:
        place = Path((left / _MOVING).read_text("utf-8"))
        return sorted((place / path.name).as_posix() for path in (left / _NEW).iterdir())
    except (OSError, ValueError):  # it had not begun to move them
        return []


def _same_again(path: Path, again: Path) -> None:
    """The file under a second name, without its contents being copied where the system can."""
    try:
        os.link(path, again)
    except OSError:
        shutil.copy2(path, again)


def _remove(paths: Iterable[Path]) -> list[Finding]:
    findings = []
    for path in paths:
        try:
            path.unlink()
        except OSError as problem:
            findings.append(said.not_removed(Location(path.as_posix()), reason=reason_of(problem)))
    return findings
