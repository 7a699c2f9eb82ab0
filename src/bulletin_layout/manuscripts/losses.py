"""Collects what a manuscript holds beside the text that is kept (未保留的内容), and makes findings of it."""

from collections.abc import Callable
from itertools import islice
from typing import Final

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import word_files as said
from bulletin_layout.fonts.ignorable import UNWANTED
from bulletin_layout.reading.sources.encoding import forbidden_character

#: How many characters of a text a finding quotes, how many texts, and how many findings a manuscript has at most.
_QUOTED: Final = 40
_MOST_TEXTS: Final = 20
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
        self._first: dict[str, int] = {}
        self._texts: dict[str, dict[str, None]] = {}

    def here(self) -> Location:
        """The place of the paragraph that is read now."""
        return Location(self._path, max(self.line, 1))

    def drop(self, kind: str, text: str = "") -> None:
        """Note something that is not kept; ``kind``: a key of the catalogue's ``LAYOUT`` or ``TEXT``. Each kind becomes
        one finding at its first place, with every text once."""
        self._counts[kind] = self._counts.get(kind, 0) + 1
        self._first.setdefault(kind, self.line)
        if words := quoted(text):
            self._texts.setdefault(kind, {})[words] = None

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
        if UNWANTED.search(text) is None and not forbidden_character(text):
            return text
        kept = "".join(char for char in text if char in "\n\t" or not _is_unwanted(char))
        if len(kept) < len(text):
            self.drop("invisible")
        return kept

    def findings(self) -> tuple[Finding, ...]:
        """All of it: findings in the order of the manuscript, then one for each kind of thing that was not kept."""
        kinds = []
        for kind, count in self._counts.items():
            place = Location(self._path, max(self._first[kind], 1))
            texts = tuple(map(said.one_text, islice(self._texts.get(kind, ()), _MOST_TEXTS)))
            if kind in said.LAYOUT:
                kinds.append(said.not_kept(place, what=said.LAYOUT[kind], count=count))
            elif texts:
                kinds.append(said.text_not_kept(place, what=said.TEXT[kind], count=count, texts=texts))
            else:
                kinds.append(said.thing_not_kept(place, what=said.TEXT[kind], count=count))
        return (*self._found, *kinds)


def _is_unwanted(char: str) -> bool:
    """Whether a character prints nothing. � marks what was lost before the manuscript came: it stays, to be mended."""
    return char != "\ufffd" and (UNWANTED.match(char) is not None or bool(forbidden_character(char)))
