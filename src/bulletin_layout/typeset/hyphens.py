"""The adapter for pyphen: hyphenation points (连字) of English words. Imported when a word first needs it."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

#: Words of six letters or more. Shorter ones are not hyphenated, nor words with capitals, digits or _ inside, acronyms
#: and tags: MobileNet, DNA, #topic.
_WORD: Final = re.compile(r"(?<![\w@#\\])(?:[A-Z][a-z]{5,}|[a-z]{6,})(?![\w@\\])", re.ASCII)
#: U+00AD: a hyphenation point that the author typed; the patterns are not used for its word.
SOFT_HYPHEN: Final = "\u00ad"
_LEAST_BEFORE, _LEAST_AFTER = 2, 3  # letters before and after a hyphen (usual in English typesetting)


def hyphenable(text: str) -> bool:
    """Whether a text holds a word that may have hyphenation points."""
    return SOFT_HYPHEN in text or _WORD.search(text) is not None


class Hyphenator:
    """Hyphenation patterns of American English; importing and reading them takes about 10 ms, at the first word."""

    __slots__ = ("_known", "_positions")

    def __init__(self) -> None:
        """Does not load the patterns yet."""
        self._known: dict[str, tuple[int, ...]] = {}
        self._positions: Callable[[str], Iterable[int]] | None = None

    def points(self, text: str) -> Iterator[int]:
        """Offsets in a text where a hyphen may divide a word: at soft hyphens if there are any, else by patterns."""
        if SOFT_HYPHEN in text:
            yield from (at + 1 for at, char in enumerate(text) if char == SOFT_HYPHEN)
            return
        for found in _WORD.finditer(text):
            yield from (found.start() + point for point in self._divide(found[0]))

    def _divide(self, word: str) -> tuple[int, ...]:
        known = self._known.get(word)
        if known is None:
            if self._positions is None:
                from pyphen import Pyphen  # type: ignore[import-untyped]  # no stubs

                self._positions = Pyphen(lang="en_US", left=_LEAST_BEFORE, right=_LEAST_AFTER).positions
            known = self._known[word] = tuple(int(point) for point in self._positions(word))
        return known
