"""The adapter for the word lists (词表): which words begin at a place of a text, and how likely each is."""

from collections.abc import Iterator, Mapping
from math import log
from pathlib import Path
from typing import Final

_FOLDER: Final = Path(__file__).with_name("wordlists")
#: The longest word that the lists hold, in characters.
LONGEST: Final = 5
#: Logarithms of probabilities by the letter of a word's frequency, a power of two; jieba counted its words in about so
#: many.
_COUNTED: Final = 60e6
_LIKELY: Final = {chr(96 + power): log(2.0) * power - log(_COUNTED) for power in range(27)}
#: A word of our own list is as frequent as one that was counted 2000 times.
_OWN: Final = log(2000 / _COUNTED)


class Dictionary:
    """Both lists, read when first asked; keep one for all heads of an issue.

    A line of ``words.txt`` holds the words that begin with one character, so that only those a head asks for are ever
    parted: reading takes 3 ms, a character a hundredth of one.
    """

    __slots__ = ("_first", "_lines", "_own")

    def __init__(self) -> None:
        self._lines: dict[str, str] = {}
        self._own: dict[str, list[str]] = {}
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
        words = self._lines.get(char, "").split(" ")[1:]
        found = {each[:-1]: _LIKELY[each[-1]] for each in words}
        for word in self._own.get(char, ()):
            found[word[1:]] = max(found.get(word[1:], _OWN), _OWN)
        return found

    def _read(self) -> None:
        lines = (_FOLDER / "words.txt").read_text(encoding="utf-8").splitlines()
        self._lines = {line[0]: line for line in lines}
        for line in (_FOLDER / "institute.txt").read_text(encoding="utf-8").splitlines():
            for word in () if line.startswith("#") else line.split():
                self._own.setdefault(word[0], []).append(word)
