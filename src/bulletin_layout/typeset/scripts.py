"""Which script and direction each stretch of a text has (文种、书写方向): UAX #24, UAX #9.

Han, kana, Latin, Greek and Cyrillic are set in one way, from left to right, and need none of this.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from bulletin_layout.fonts import script_of, shows_nothing
from bulletin_layout.typeset.bidi import levels_of
from bulletin_layout.typeset.classes import ADDRESS, LATIN
from bulletin_layout.typeset.context import CharToken


class Way(NamedTuple):
    """How a character is set: its embedding level, odd from right to left; its script (ISO 15924), "" for ours."""

    level: int = 0
    script: str = ""


#: Coarse stretches in which the other scripts lie: most texts are looked at no closer.
_FAR: Final = re.compile(
    "[\u0530-\u1cff\u2c00-\u2dff\ua000-\uabff\ufb00-\ufdff\ufe70-\ufefc\U00010000-\U00011fff\U0001e000-\U0001efff]"
)
_OURS: Final = frozenset(("Latn", "Grek", "Cyrl", "Hani", "Hira", "Kana", "Bopo", "Hang"))


def is_far(text: str) -> bool:
    """Whether a text has letters of another script than ours."""
    return _FAR.search(text) is not None


def ways_of(text: str) -> tuple[Way, ...]:
    """The way of every character; empty when all are set in the usual one."""
    if not is_far(text):
        return ()
    scripts = {char: script_of(char) for char in sorted(set(text))}
    ways: list[Way] = []
    script = ""
    for char, level in zip(text, levels_of(text) or (0,) * len(text), strict=True):
        own = scripts[char]
        shared = not own and (char.isalpha() or shows_nothing(char) or unicodedata.category(char).startswith("M"))
        if not shared:  # marks and letters of several scripts (ـ) belong to the script before them
            script = "" if own in _OURS else own
        ways.append(Way(level, script))
    return tuple(ways)


def stretches(ways: Sequence[Way], start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch of text, cut where script or direction changes; ``ways``: those of the whole text, or none."""
    first = start
    for at in range(start + 1, end) if ways else ():
        if ways[at] != ways[at - 1]:
            yield first, at
            first = at
    yield first, end


def of_one_way(tokens: Iterable[CharToken], ways: Sequence[Way]) -> Iterator[CharToken]:
    """The tokens, with words cut where script or direction changes."""
    for token in tokens:
        if token.kind in (LATIN, ADDRESS):
            yield from (CharToken(token.kind, start, end) for start, end in stretches(ways, token.start, token.end))
        else:
            yield token
