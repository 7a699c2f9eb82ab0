"""The files of one publication: each read once, named in messages as the user knows it, and never one outside."""

import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import files as said
from bulletin_layout.findings.catalogue.pictures import picture, picture_seen_above
from bulletin_layout.inks import Ink
from bulletin_layout.pictures import Picture, PictureError, open_picture
from bulletin_layout.reading.sources.encoding import decoded
from bulletin_layout.reading.sources.nodes import MapNode
from bulletin_layout.reading.sources.source import Source, sources_of
from bulletin_layout.reading.sources.yaml_adapter import parse_yaml

#: The longest text file that is read, in bytes.
MOST_BYTES: Final = 2_000_000
#: How a file names another: neither absolute nor with a drive or scheme, with forward slashes.
PATH_PATTERN: Final = r"(?!\s*$)(?!/)(?![A-Za-z][A-Za-z0-9+.-]*:)[^\\]+"

Progress = Callable[[str], None]


class Files:
    """Reads a publication's files; what is wrong with them is collected in ``findings``."""

    __slots__ = ("_cwd", "_lent", "_maps", "_others", "_pictures", "_progress", "_texts", "findings", "root", "spots")

    def __init__(self, root: Path, progress: Progress | None = None) -> None:
        self.root = root.resolve()
        self.findings: list[Finding] = []
        #: the spot colours of the layouts read so far, by plate, and where each is defined
        self.spots: dict[str, tuple[Ink, Location]] = {}
        self._cwd = Path.cwd().resolve()
        self._progress = progress
        self._maps: dict[Path, MapNode | None] = {}
        self._pictures: dict[Path, Picture | None] = {}
        self._texts: dict[Path, bytes] = {}
        self._others: dict[Path, None] = {}
        self._lent: dict[Path, Path] = {}

    def shown(self, path: Path) -> str:
        """The path as messages name it: from the current folder when it lies below it, with forward slashes."""
        return (path.relative_to(self._cwd) if path.is_relative_to(self._cwd) else path).as_posix()

    def lend(self, folder: Path, stands_at: Path) -> None:
        """Let a folder outside the publication be read; its files are named as if they lay in ``stands_at``."""
        self._lent[folder] = stands_at

    def inside(self, folder: Path, name: str, location: Location) -> Path | None:
        """The path that ``name``, written in a file, means from ``folder``. None, and reported, when it leaves the
        publication: absolute, upwards, or through a symbolic link. From a folder that was lent, names lead into it."""
        if not re.fullmatch(PATH_PATTERN, name):
            self.findings.append(said.path_outside(location, name=name))
            return None
        path = folder / name
        try:
            if folder in self._lent:  # an installer may have made links of its files
                within = Path(os.path.normpath(path)).is_relative_to(folder)
            else:
                within = path.resolve().is_relative_to(self.root)
        except (OSError, RuntimeError, ValueError):  # a circle of links, or a name that no file system takes
            within = False
        if not within:
            self.findings.append(said.path_leaves(location, name=name))
            return None
        return Path(os.path.normpath(path))

    def text(self, path: Path, named_at: Location) -> str | None:
        """A text file's contents; None, and reported, when it cannot be read. ``named_at``: where it is asked for."""
        shown = self.shown(path)
        if self._progress is not None:
            self._progress(shown)
        try:
            if not path.is_file():
                missing = said.no_file if path.exists() else said.missing_file
                self.findings.append(missing(named_at, path=shown))
                return None
            if path.stat().st_size > MOST_BYTES:
                self.findings.append(said.file_too_large(named_at, path=shown, most=MOST_BYTES // 1_000_000))
                return None
            data = path.read_bytes()
        except OSError as problem:
            reason = problem.strerror or str(problem)
            self.findings.append(said.unreadable_file(named_at, path=shown, reason=reason))
            return None
        self._texts[path] = data
        return decoded(data, shown, self.findings)

    def sha256(self, path: Path) -> str:
        """The digest of a text file that was read, the same for either kind of line ends; "" for another one."""
        from hashlib import sha256  # here: start-up time that few runs need

        data = self._texts.get(path)
        return "" if data is None else sha256(data.replace(b"\r\n", b"\n")).hexdigest()

    def map(self, path: Path, named_at: Location) -> MapNode | None:
        """A YAML file's contents, parsed once; None, and reported, when it cannot be read."""
        if path not in self._maps:
            text = self.text(path, named_at)
            self._maps[path] = None if text is None else parse_yaml(text, self.shown(path), self.findings)
        return self._maps[path]

    def picture(self, path: Path, location: Location) -> Picture | None:
        """A picture file, opened and checked once; None, and reported at every place that names it, if not usable."""
        if path not in self._pictures:
            try:
                self._pictures[path] = open_picture(path, self.shown(path))
            except PictureError as problem:
                self._pictures[path] = None
                self.findings.append(picture(location, problem=problem.says))
        elif self._pictures[path] is None:
            self.findings.append(picture_seen_above(location, path=self.shown(path)))
        return self._pictures[path]

    def has_opened(self, path: Path) -> bool:
        """Whether a picture was asked for."""
        return path in self._pictures

    def exists(self, path: Path, location: Location) -> bool:
        """Whether a file is there; reported when it is not."""
        self._others[path] = None
        try:
            there = path.is_file()
        except OSError:
            there = False
        if not there:
            self.findings.append(said.missing_other_file(location, path=self.shown(path)))
        return there

    def opened(self, fonts: Iterable[Path]) -> tuple[Source, ...]:
        """Every file that was read or looked for, by name; ``fonts`` tells which of these are fonts."""
        return sources_of(self.root, self._texts, self._pictures, self._others, fonts, self._lent)
