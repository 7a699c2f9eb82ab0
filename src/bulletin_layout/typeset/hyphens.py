"""The adapter for pyphen: hyphenation points (连字) of English words, loaded when a word first needs them."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

#: Shorter words stay whole, and so do words with capitals, digits or _ inside and names: MobileNet, DNA, #topic.
_WORD: Final = re.compile(r"(?<![\w@#\\])(?:[A-Z][a-z]{5,}|[a-z]{6,})(?![\w@\\])", re.ASCII)
#: The author's own place to hyphenate.
SOFT_HYPHEN: Final = "\u00ad"
_LEAST_BEFORE, _LEAST_AFTER = 2, 3


def hyphenable(text: str) -> bool:
    """Whether a text holds a word that may have hyphenation points."""
    return SOFT_HYPHEN in text or _WORD.search(text) is not None


class Hyphenator:
    """American English patterns; importing and reading them takes some 10 ms, at the first word."""

    __slots__ = ("_known", "_positions")

    def __init__(self) -> None:
        """Nothing is loaded yet."""
        self._known: dict[str, tuple[int, ...]] = {}
        self._positions: Callable[[str], Iterable[int]] | None = None

    def points(self, text: str) -> Iterator[int]:
        """Offsets in a text where a word may be divided with a hyphen: where its author said so, else by patterns."""
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
