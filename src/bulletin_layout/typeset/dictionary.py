"""The adapter for the word lists (词表): which words begin at a place of a text, and how likely each is."""

from collections.abc import Iterator, Mapping
from math import log
from pathlib import Path
from typing import Final

_FOLDER: Final = Path(__file__).with_name("wordlists")
#: The longest word that the lists hold, in characters.
LONGEST: Final = 5
#: The running characters that jieba counted its words in, about.
_COUNTED: Final = 60e6
#: A word of our own list is as frequent as one that was counted so often.
_OWN: Final = 2000.0


class Dictionary:
    """Both lists, read when first asked; keep one for all heads of an issue.

    A line of ``words.txt`` holds the words that begin with one character, so that only those a head asks for are ever
    parted: reading takes 3 ms, a character a hundredth of one.
    """

    __slots__ = ("_first", "_lines", "_own")

    def __init__(self) -> None:
        self._lines: dict[str, str] = {}
        self._own: list[str] = []
        self._first: dict[str, Mapping[str, float]] = {}

    def words_at(self, text: str, at: int) -> Iterator[tuple[int, float]]:
        """The words that begin at a place: where each ends, and the logarithm of its probability."""
        known = self._first.get(text[at])
        if known is None:
            known = self._first[text[at]] = self._beginning_with(text[at])
        for end in range(at + 1, min(at + LONGEST, len(text)) + 1):
            likely = known.get(text[at + 1 : end])
            if likely is not None:
                yield end, likely

    def _beginning_with(self, char: str) -> Mapping[str, float]:
        """Words without their first character → logarithm of their probability."""
        if not self._lines:
            self._read()
        words = self._lines.get(char, "")[2:].split()
        found = {each[:-1]: log(2.0) * (ord(each[-1]) - 96) - log(_COUNTED) for each in words}
        for word in self._own:
            if word[0] == char:
                found[word[1:]] = max(found.get(word[1:], -100.0), log(_OWN / _COUNTED))
        return found

    def _read(self) -> None:
        lines = (_FOLDER / "words.txt").read_text(encoding="utf-8").splitlines()
        self._lines = {line[0]: line for line in lines}
        own = (_FOLDER / "institute.txt").read_text(encoding="utf-8").splitlines()
        self._own = [word for line in own if not line.startswith("#") for word in line.split()]
