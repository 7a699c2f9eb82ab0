"""The adapter for the word lists (词表): the words that begin at an offset of a text, and how probable each is."""

from collections.abc import Iterator, Mapping
from functools import cache
from math import log
from pathlib import Path
from typing import Final

_FOLDER: Final = Path(__file__).with_name("wordlists")
#: The longest word that the lists hold, in characters.
LONGEST: Final = 5
#: A word's frequency is one letter in the list: the n-th letter of the alphabet means 2ⁿ occurrences. The list is from
#: jieba, which counted about 60 million words. Values are logarithms of probabilities.
_COUNTED: Final = 60e6
_LIKELY: Final = {chr(96 + power): log(2.0) * power - log(_COUNTED) for power in range(27)}
#: Words of the project's own list count as if they had occurred 2000 times.
_OWN: Final = log(2000 / _COUNTED)


class Dictionary:
    """Both word lists, read at the first look-up.

    A line of ``words.txt`` holds all words that begin with one character, in the order of these characters, and is
    found, decoded and split only when a text has its character.
    """

    __slots__ = ("_first", "_own", "_words")

    def __init__(self) -> None:
        self._words = b""
        self._own: dict[str, list[str]] = {}
        self._first: dict[str, Mapping[str, float]] = {}

    def words_at(self, text: str, at: int) -> Iterator[tuple[int, float]]:
        """For each word that begins at text[at]: the offset where it ends, and the logarithm of its probability."""
        known = self._first.get(text[at])
        if known is None:
            known = self._first[text[at]] = self._beginning_with(text[at])
        for end in range(at + 1, min(at + LONGEST, len(text)) + 1):
            likely = known.get(text[at + 1 : end])
            if likely is not None:
                yield end, likely

    def _beginning_with(self, char: str) -> Mapping[str, float]:
        """Words without their first character → logarithm of their probability."""
        if not self._words:
            self._read()
        words = _line_of(self._words, char.encode(errors="replace")).decode().split()
        found = {each[:-1]: _LIKELY[each[-1]] for each in words[1:]} if words[:1] == [char] else {}
        for word in self._own.get(char, ()):
            found[word[1:]] = max(found.get(word[1:], _OWN), _OWN)
        return found

    def _read(self) -> None:
        self._words = (_FOLDER / "words.txt").read_bytes()
        for line in (_FOLDER / "institute.txt").read_text(encoding="utf-8").splitlines():
            for word in () if line.startswith("#") else line.split():
                self._own.setdefault(word[0], []).append(word)


@cache
def dictionary() -> Dictionary:
    """The dictionary, of which one object serves all heads and all manuscript checks of a process."""
    return Dictionary()


def _line_of(lines: bytes, beginning: bytes) -> bytes:
    """The first of sorted lines that is not before ``beginning``; b"": all are. UTF-8 sorts as characters do."""
    low, high = 0, len(lines)
    while low < high:
        middle = (low + high) // 2
        start, end = lines.rfind(b"\n", low, middle) + 1 or low, lines.find(b"\n", middle)
        if lines[start:end] < beginning:
            low = end + 1
        else:
            high = start
    return lines[low : lines.find(b"\n", low)]
