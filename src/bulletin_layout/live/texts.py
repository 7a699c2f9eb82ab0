"""The source files of a view as text (来源文字): by the path that locations name, line by line."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path

from bulletin_layout.findings import Location
from bulletin_layout.reading import Source
from bulletin_layout.reading.sources.encoding import decoded
from bulletin_layout.reading.sources.source import below


class Texts:
    """The text files that an issue was read from. ``seen_from``: the folder that shown paths are relative to."""

    def __init__(self, sources: Iterable[Source], seen_from: Path | None = None) -> None:
        self._from = (seen_from or Path.cwd()).resolve()
        self._sources = tuple(source for source in sources if source.data is not None)
        self._lines: dict[str, tuple[str, ...]] = {}

    @cached_property
    def _by_path(self) -> Mapping[str, Source]:
        return {self.shown(source.path): source for source in self._sources}

    def shown(self, path: Path) -> str:
        """The path as locations name it."""
        return below(path, self._from) or path.as_posix()

    def files(self) -> Mapping[str, Path]:
        """The files by the path that locations name."""
        return {shown: source.path for shown, source in self._by_path.items()}

    def own(self, shown: str) -> Path | None:
        """A file of the publication by the path that locations name; None for one from elsewhere, such as a package of
        fonts: that is read, but never written."""
        source = self._by_path.get(shown)
        return source.path if source is not None and source.path.as_posix().endswith(f"/{source.name}") else None

    def data(self, shown: str) -> bytes | None:
        """The bytes of a file as they were read; None when the issue was not read from it."""
        source = self._by_path.get(shown)
        return source.data if source is not None else None

    def lines(self, shown: str) -> tuple[str, ...]:
        """The lines of a file, as places count them; none when the issue was not read from it."""
        if shown not in self._lines:
            text = decoded(self.data(shown) or b"", shown, [])
            self._lines[shown] = tuple((text or "").split("\n"))
        return self._lines[shown]

    def at(self, place: Location, length: int = 1) -> str:
        """The characters that stand at a place, at most ``length`` and on one line."""
        lines = self.lines(place.path)
        line = lines[place.line - 1] if 0 < place.line <= len(lines) else ""
        return line[place.column - 1 : place.column - 1 + length]
