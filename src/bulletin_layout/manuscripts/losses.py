"""Collects what a manuscript holds beside the text that is kept (未保留的内容), and makes findings of it."""

from collections.abc import Callable
from typing import Final

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import word_files as said
from bulletin_layout.fonts.ignorable import UNWANTED
from bulletin_layout.reading.sources.encoding import forbidden_character

#: How many characters of a text a finding quotes, and how many findings of one kind each manuscript has at most.
_QUOTED: Final = 40
_MOST: Final = 1000


def quoted(text: str, most: int = _QUOTED) -> str:
    """A text as findings quote it: on one line, its beginning."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


class Losses:
    """Collects findings about one manuscript. ``line``: the paragraph that is read now, from 1."""

    def __init__(self, path: str) -> None:
        self._path = path
        self.line = 1
        self.changes = 0
        self._found: list[Finding] = []
        self._counts: dict[str, int] = {}
        self._first: dict[str, tuple[int, str]] = {}

    def here(self) -> Location:
        """The place of the paragraph that is read now."""
        return Location(self._path, max(self.line, 1))

    def drop(self, kind: str, text: str = "") -> None:
        """Note something that is not kept; ``kind``: a key of the catalogue's ``LAYOUT`` or ``TEXT``. Each kind becomes
        one finding, with the first text."""
        self._counts[kind] = self._counts.get(kind, 0) + 1
        first = self._first.get(kind)
        if first is None or (text and not first[1]):
            self._first[kind] = self.line, text

    def say(self, make: Callable[[Location], Finding]) -> None:
        """Add a finding at the current paragraph."""
        if len(self._found) < _MOST:
            self._found.append(make(self.here()))

    def equation(self, text: str) -> None:
        """Report an equation that is left out."""
        self.say(lambda place: said.equation(place, text=quoted(text)))

    def change(self, author: str, date: str, text: str, *, inserted: bool) -> None:
        """Note a tracked change with its text."""
        self.changes += 1
        make = said.tracked_change if inserted else said.tracked_deletion
        day = f"（{date[:10]}）" if date else ""
        self.say(lambda place: make(place, author=author or "?", date=day, text=quoted(text)))

    def clean(self, text: str) -> str:
        """A text without characters that cannot be printed; line separators become line ends."""
        if text.isascii() and text.isprintable():
            return text
        text = text.replace("\u2028", "\n").replace("\u2029", "\n").replace("\x0b", "\n")
        kept = "".join(char for char in text if char in "\n\t" or not _is_unwanted(char))
        if len(kept) < len(text):
            self.drop("invisible")
        return kept

    def findings(self) -> tuple[Finding, ...]:
        """All of it: findings in the order of the manuscript, then one for each kind of thing that was not kept."""
        kinds = []
        for kind, count in self._counts.items():
            line, text = self._first[kind]
            place = Location(self._path, max(line, 1))
            if kind in said.LAYOUT:
                kinds.append(said.not_kept(place, what=said.LAYOUT[kind], count=count))
            else:
                kinds.append(said.text_not_kept(place, what=said.TEXT[kind], count=count, text=quoted(text)))
        return (*self._found, *kinds)


def _is_unwanted(char: str) -> bool:
    return UNWANTED.match(char) is not None or bool(forbidden_character(char))
