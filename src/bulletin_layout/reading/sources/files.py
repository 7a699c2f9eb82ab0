"""Access to the files of one publication: each is read once, named in messages as the user knows it, and never outside
the publication's folder."""

import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import files as said
from bulletin_layout.findings.catalogue.pictures import picture, picture_seen_above
from bulletin_layout.findings.system import reason_of
from bulletin_layout.inks import Ink
from bulletin_layout.pictures import Picture, PictureError, open_picture
from bulletin_layout.reading.sources.encoding import decoded
from bulletin_layout.reading.sources.nodes import MapNode
from bulletin_layout.reading.sources.source import Source, sources_of
from bulletin_layout.reading.sources.yaml_adapter import parse_yaml

#: Size limit for text files, in bytes.
MOST_BYTES: Final = 2_000_000
#: A valid file reference: relative, without drive or scheme, with forward slashes.
PATH_PATTERN: Final = r"(?!\s*$)(?!/)(?![A-Za-z][A-Za-z0-9+.-]*:)[^\\]+"

Progress = Callable[[str], None]


class Files:
    """Reads the files of a publication; problems with them are collected in ``findings``."""

    __slots__ = ("_cwd", "_lent", "_maps", "_others", "_pictures", "_progress", "_texts", "findings", "root", "spots")

    def __init__(self, root: Path, progress: Progress | None = None) -> None:
        self.root = root.resolve()
        self.findings: list[Finding] = []
        #: spot colours of all layouts read so far, by plate, each with the place of its definition
        self.spots: dict[str, tuple[Ink, Location]] = {}
        self._cwd = Path.cwd().resolve()
        self._progress = progress
        self._maps: dict[Path, MapNode | None] = {}
        self._pictures: dict[Path, Picture | None] = {}
        self._texts: dict[Path, bytes] = {}
        self._others: dict[Path, None] = {}
        self._lent: dict[Path, Path] = {}

    def shown(self, path: Path) -> str:
        """The path as used in messages: relative to the current folder when it lies below that, with forward
        slashes."""
        return (path.relative_to(self._cwd) if path.is_relative_to(self._cwd) else path).as_posix()

    def lend(self, folder: Path, stands_at: Path) -> None:
        """Allow reading a folder outside the publication. Its files are named as if they lay in ``stands_at``."""
        self._lent[folder] = stands_at

    def inside(self, folder: Path, name: str, location: Location) -> Path | None:
        """The path of the file that ``name``, as written in a file of ``folder``, refers to. None when it leaves the
        publication (absolute, upwards, or by a symbolic link), which is reported. In a folder given to ``lend``, names
        are resolved within that."""
        if not re.fullmatch(PATH_PATTERN, name):
            self.findings.append(said.path_outside(location, name=name))
            return None
        path = folder / name
        try:
            if folder in self._lent:  # package installers may install files as symbolic links
                within = Path(os.path.normpath(path)).is_relative_to(folder)
            else:
                within = path.resolve().is_relative_to(self.root)
        except (OSError, RuntimeError, ValueError):  # circular links, or a name that the file system rejects
            within = False
        if not within:
            self.findings.append(said.path_leaves(location, name=name))
            return None
        return Path(os.path.normpath(path))

    def text(self, path: Path, named_at: Location) -> str | None:
        """The contents of a text file; None when it cannot be read, which is reported at ``named_at``."""
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
            self.findings.append(said.unreadable_file(named_at, path=shown, reason=reason_of(problem)))
            return None
        self._texts[path] = data
        return decoded(data, shown, self.findings)

    def sha256(self, path: Path) -> str:
        """The digest of a text file that was read, independent of its line ends; "" for any other file."""
        from hashlib import sha256  # imported here: saves start-up time, and few runs need it

        data = self._texts.get(path)
        return "" if data is None else sha256(data.replace(b"\r\n", b"\n")).hexdigest()

    def map(self, path: Path, named_at: Location) -> MapNode | None:
        """The contents of a YAML file, parsed once; None when it cannot be read, which is reported."""
        if path not in self._maps:
            text = self.text(path, named_at)
            self._maps[path] = None if text is None else parse_yaml(text, self.shown(path), self.findings)
        return self._maps[path]

    def picture(self, path: Path, location: Location) -> Picture | None:
        """A picture, opened and checked once; None when it is unusable, which is reported at every place that names
        it."""
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
        """Whether a picture has been requested."""
        return path in self._pictures

    def exists(self, path: Path, location: Location) -> bool:
        """Whether a file exists; reported when it does not."""
        self._others[path] = None
        try:
            there = path.is_file()
        except OSError:
            there = False
        if not there:
            self.findings.append(said.missing_other_file(location, path=self.shown(path)))
        return there

    def opened(self, fonts: Iterable[Path]) -> tuple[Source, ...]:
        """All files that were read or looked for, by name; ``fonts``: the paths of those that are fonts."""
        return sources_of(self.root, self._texts, self._pictures, self._others, fonts, self._lent)
