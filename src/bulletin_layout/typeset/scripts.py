"""Finds the script and the direction of each part of a text (文种、书写方向; UAX #24, UAX #9).

Text in Han, kana, Latin, Greek and Cyrillic only, nearly all there is, skips this.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from bulletin_layout.fonts import script_of, shows_nothing
from bulletin_layout.typeset.bidi import levels_of
from bulletin_layout.typeset.classes import ADDRESS, LATIN
from bulletin_layout.typeset.context import CharToken
from bulletin_layout.values import NamedTuple


class Way(NamedTuple):
    """Direction and script of a character: its embedding level (odd: right to left), and its script (ISO 15924), ""
    for the scripts in ``_OURS``."""

    level: int = 0
    script: str = ""


#: Ranges that contain all other scripts (and more): a quick test that most texts do not pass.
_FAR: Final = re.compile(
    "[\u0530-\u1cff\u2c00-\u2dff\ua000-\uabff\ufb00-\ufdff\ufe70-\ufefc\U00010000-\U00011fff\U0001e000-\U0001efff]"
)
_OURS: Final = frozenset(("Latn", "Grek", "Cyrl", "Hani", "Hira", "Kana", "Bopo", "Hang"))


def is_far(text: str) -> bool:
    """Whether a text may have letters of other scripts than those in ``_OURS``."""
    return _FAR.search(text) is not None


def ways_of(text: str) -> tuple[Way, ...]:
    """The way of each character; empty if all are left to right and in the usual scripts."""
    if not is_far(text):
        return ()
    scripts = {char: script_of(char) for char in sorted(set(text))}
    ways: list[Way] = []
    script = ""
    for char, level in zip(text, levels_of(text) or (0,) * len(text), strict=True):
        own = scripts[char]
        shared = not own and (char.isalpha() or shows_nothing(char) or unicodedata.category(char).startswith("M"))
        if not shared:  # accents and letters shared by several scripts (ـ) take the script of the text before them
            script = "" if own in _OURS else own
        ways.append(Way(level, script))
    return tuple(ways)


def stretches(ways: Sequence[Way], start: int, end: int) -> Iterator[tuple[int, int]]:
    """(Start, end) of the parts of text[start:end] in one script and direction; ``ways``: of the whole text, or ()."""
    first = start
    for at in range(start + 1, end) if ways else ():
        if ways[at] != ways[at - 1]:
            yield first, at
            first = at
    yield first, end


def of_one_way(tokens: Iterable[CharToken], ways: Sequence[Way]) -> Iterator[CharToken]:
    """The tokens, with words and addresses cut where script or direction changes."""
    for token in tokens:
        if token.kind in (LATIN, ADDRESS):
            yield from (CharToken(token.kind, start, end) for start, end in stretches(ways, token.start, token.end))
        else:
            yield token
