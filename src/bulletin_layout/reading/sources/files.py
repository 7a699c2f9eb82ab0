"""Access to the files of one publication: each is read once, named in messages as the user knows it, and never outside
the publication's folder."""

import os
import re
from collections.abc import Callable, Hashable, Iterable, Mapping
from pathlib import Path
from stat import S_ISREG
from types import MappingProxyType
from typing import Final, TypeVar, cast

from bulletin_layout.findings import Finding, Location, has_errors
from bulletin_layout.findings.catalogue import files as said
from bulletin_layout.findings.catalogue import pictures as of_pictures
from bulletin_layout.findings.system import reason_of
from bulletin_layout.pictures import Picture, PictureError, open_picture
from bulletin_layout.reading.sources.encoding import decoded
from bulletin_layout.reading.sources.nodes import MapNode
from bulletin_layout.reading.sources.remembered import ReadingMemory, Spots, Step, Text, Trace
from bulletin_layout.reading.sources.source import Source, below, lies_in, sources_of
from bulletin_layout.reading.sources.yaml_adapter import parse_yaml
from bulletin_layout.states import State, state, state_of

#: Size limit for text files, in bytes.
MOST_BYTES: Final = 2_000_000
#: A valid file reference: relative, without drive or scheme, with forward slashes.
PATH_PATTERN: Final = r"(?!\s*$)(?!/)(?![A-Za-z][A-Za-z0-9+.-]*:)[^\\]+"

Progress = Callable[[str], None]
_NOTHING: Final[Mapping[Path, bytes]] = MappingProxyType({})
T = TypeVar("T")


class Files:
    """Reads the files of a publication; problems with them are collected in ``findings``. ``instead``: text files, by
    their paths, that are read as if they had these bytes: an edit is tried before it is written."""

    __slots__ = (
        "_cwd",
        "_folders",
        "_instead",
        "_lent",
        "_maps",
        "_memory",
        "_others",
        "_pictures",
        "_progress",
        "_texts",
        "_traces",
        "findings",
        "root",
        "spots",
    )

    def __init__(
        self,
        root: Path,
        progress: Progress | None = None,
        memory: ReadingMemory | None = None,
        instead: Mapping[Path, bytes] = _NOTHING,
    ) -> None:
        self._instead = instead
        self.root = root.resolve()
        self.findings: list[Finding] = []
        #: spot colours of all layouts read so far, by plate, each with the place of its definition
        self.spots: Spots = {}
        self._cwd = Path.cwd().resolve()
        self._progress = progress
        self._maps: dict[Path, MapNode | None] = {}
        #: each with the state that its file had before it was opened
        self._pictures: dict[Path, tuple[Picture | None, State | None]] = {}
        self._texts: dict[Path, Text] = {}
        self._others: dict[Path, None] = {}
        self._folders: dict[str, str] = {}
        self._lent: dict[Path, Path] = {}
        self._memory = memory if memory is not None else ReadingMemory()
        self._traces: list[Trace] = []
        self._memory.begin(self.root, self._cwd)

    def shown(self, path: Path) -> str:
        """The path as used in messages: relative to the current folder when it lies below that, with forward
        slashes."""
        return below(path, self._cwd) or path.as_posix()

    def lend(self, folder: Path, stands_at: Path) -> None:
        """Allow reading a folder outside the publication. Its files are named as if they lay in ``stands_at``."""
        self._lent[folder] = stands_at

    def inside(self, folder: Path, name: str, location: Location) -> Path | None:
        """The path of the file that ``name``, as written in a file of ``folder``, refers to. None when it leaves the
        publication (absolute, upwards, or by a symbolic link), which is reported. In a folder given to ``lend``, names
        are resolved within that."""
        path = self.derived(("path", folder, name), None, lambda: _path(folder, name))
        if path is None:
            self.findings.append(said.path_outside(location, name=name))
            return None
        try:
            if folder in self._lent:  # package installers may install files as symbolic links
                within = lies_in(str(path), str(folder))
            else:
                within = lies_in(self._real(folder, name), str(self.root))
        except (OSError, RuntimeError, ValueError):  # circular links, or a name that the file system rejects
            within = False
        if not within:
            self.findings.append(said.path_leaves(location, name=name))
            return None
        return path

    def _real(self, folder: Path, name: str) -> str:
        """The path of a file without symbolic links. Those above it are followed once for all files of a folder."""
        head, _, last = name.rpartition("/")
        above = os.path.join(folder, head)
        if last in ("", ".", "..") or os.path.islink(os.path.join(above, last)):
            return os.path.realpath(os.path.join(folder, name))
        if above not in self._folders:
            self._folders[above] = os.path.realpath(above)
        return os.path.join(self._folders[above], last)

    def text(self, path: Path, named_at: Location) -> str | None:
        """The contents of a text file; None when it cannot be read, which is reported at ``named_at``."""
        shown = self.shown(path)
        if self._progress is not None:
            self._progress(shown)
        try:
            status = os.stat(path) if path.exists() else None
            if status is None or not S_ISREG(status.st_mode):
                missing = said.no_file if status is not None else said.missing_file
                self.findings.append(missing(named_at, path=shown))
                return None
            if status.st_size > MOST_BYTES:
                self.findings.append(said.file_too_large(named_at, path=shown, most=MOST_BYTES // 1_000_000))
                return None
            data = self._instead[path] if path in self._instead else _bytes(path)
        except OSError as problem:
            self.findings.append(said.unreadable_file(named_at, path=shown, reason=reason_of(problem)))
            return None
        self._touched_text(path, data, state_of(status) if path not in self._instead else None)
        return decoded(data, shown, self.findings)

    def sha256(self, path: Path) -> str:
        """The digest of a text file that was read, independent of its line ends; "" for any other file."""
        from hashlib import sha256  # imported here: saves start-up time, and few runs need it

        text = self._texts.get(path)
        return "" if text is None else sha256(text[0].replace(b"\r\n", b"\n")).hexdigest()

    def map(self, path: Path, named_at: Location) -> MapNode | None:
        """The contents of a YAML file, parsed once; None when it cannot be read, which is reported."""
        if path not in self._maps:
            self._maps[path] = self.remembered(("map", path), None, lambda: self._parsed(path, named_at))
        elif path in self._texts:
            self._touched_text(path, *self._texts[path])
        return self._maps[path]

    def _parsed(self, path: Path, named_at: Location) -> MapNode | None:
        text = self.text(path, named_at)
        return None if text is None else parse_yaml(text, self.shown(path), self.findings)

    def picture(self, path: Path, location: Location) -> Picture | None:
        """A picture, opened and checked once; None when it is unusable, which is reported at every place that names
        it."""
        if path not in self._pictures:
            return self.remembered(("picture", path), None, lambda: self._opened(path, location))
        opened, before = self._pictures[path]
        if opened is None:
            self.findings.append(of_pictures.picture_seen_above(location, path=self.shown(path)))
        else:
            self._touched_picture(path, opened, before)
        return opened

    def _opened(self, path: Path, location: Location) -> Picture | None:
        before = state(path)
        try:
            opened = open_picture(path, self.shown(path))
        except PictureError as problem:
            self._pictures[path] = None, None
            self.findings.append(of_pictures.picture(location, problem=problem.says))
            return None
        self._touched_picture(path, opened, before)
        return opened

    def has_opened(self, path: Path) -> bool:
        """Whether a picture has been requested."""
        return path in self._pictures

    def exists(self, path: Path, location: Location) -> bool:
        """Whether a file exists; reported when it does not."""
        self._others[path] = None
        for trace in self._traces:
            trace.others.append(path)
        try:
            there = path.is_file()
        except OSError:
            there = False
        if not there:
            self.findings.append(said.missing_other_file(location, path=self.shown(path)))
        return there

    def remembered(self, key: Hashable, given: object, make: Callable[[], T]) -> T:
        """What ``make`` reads, as it was in the last build when it was ``given`` the same and no file that it touched
        has changed. With an error among its findings it is made anew each time: what it lacked may be there now."""
        steps = self._memory.steps
        self._memory.used.add(key)
        known = steps.get(key)
        if known is not None and self._stands(known, given):
            return cast("T", self._again(known))
        trace, start = Trace(given, dict(self.spots)), len(self.findings)
        self._traces.append(trace)
        value = make()
        self._traces.pop()
        found = tuple(self.findings[start:])
        if has_errors(found):
            steps.pop(key, None)
        else:
            added = {plate: spot for plate, spot in self.spots.items() if plate not in trace.spots}
            steps[key] = Step(trace, value, found, added)
        return value

    def derived(self, key: Hashable, given: object, make: Callable[[], T]) -> T:
        """What ``make`` works out of what it is ``given`` alone: as in the last build, if that was given the same."""
        memory = self._memory
        known = memory.derived.get(key)
        if known is None or known[0] != given:
            known = (given, make())
        memory.of_this[key] = known
        return cast("T", known[1])

    def _stands(self, step: Step, given: object) -> bool:
        """Whether everything is as it was for a step."""
        trace = step.trace
        return (
            trace.given == given
            and trace.spots == self.spots
            and all(self._is_still(path, trace) for path in trace.texts)
            and all(known is not None and state(path) == known for path, (_, known) in trace.pictures.items())
            and all(os.path.isfile(path) for path in trace.others)
        )

    def _is_still(self, path: Path, trace: Trace) -> bool:
        """Whether a text file has the same bytes: where its state does not tell, they are read again, which takes less
        than its parsing by far."""
        data, known = trace.texts[path]
        if path in self._texts:
            return self._texts[path][0] == data
        if path in self._instead:
            return self._instead[path] == data
        try:
            status = os.stat(path)
            now = state_of(status)
            if now is not None and now == known:
                return True
            if not S_ISREG(status.st_mode) or status.st_size != len(data) or _bytes(path) != data:
                return False
        except OSError:
            return False
        trace.texts[path] = data, now
        return True

    def _again(self, step: Step) -> object:
        """Take a step over: it leaves behind what it left when it was taken."""
        for path, text in step.trace.texts.items():
            if self._progress is not None:
                self._progress(self.shown(path))
            self._touched_text(path, *text)
        for path, (opened, before) in step.trace.pictures.items():
            self._touched_picture(path, opened, before)
        for path in step.trace.others:
            self._others[path] = None
            for trace in self._traces:
                trace.others.append(path)
        self.spots |= step.spots
        self.findings += step.findings
        return step.value

    def _touched_text(self, path: Path, data: bytes, known: State | None) -> None:
        self._texts[path] = data, known
        for trace in self._traces:
            trace.texts[path] = data, known

    def _touched_picture(self, path: Path, opened: Picture, before: State | None) -> None:
        self._pictures[path] = opened, before
        for trace in self._traces:
            trace.pictures[path] = opened, before

    def opened(self, fonts: Iterable[Path]) -> tuple[Source, ...]:
        """All files that were read or looked for, by name; ``fonts``: the paths of those that are fonts."""
        pictures = {path: opened for path, (opened, _) in self._pictures.items()}
        texts = {path: data for path, (data, _) in self._texts.items()}
        return sources_of(self.root, texts, pictures, self._others, fonts, self._lent)


def _path(folder: Path, name: str) -> Path | None:
    """The path that a name in a folder stands for, as far as it is written; None: it is no file's."""
    return Path(os.path.normpath(os.path.join(folder, name))) if re.fullmatch(PATH_PATTERN, name) else None


def _bytes(path: Path) -> bytes:
    """The bytes of a file, in as few calls to the system as it takes: every build asks for all of an issue's texts."""
    file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        return os.read(file, MOST_BYTES + 1)
    finally:
        os.close(file)
