"""Suggests the name that was probably meant by a misspelt one (相近的名字)."""

from collections.abc import Iterable
from typing import Final

from bulletin_layout.findings.phrases import NOTHING, Phrase, phrase

#: A list of more names than this would not help the reader.
_MOST_LISTED: Final = 14


@phrase(zh="；是不是“{near}”？", en='; did you mean "{near}"?')
def did_you_mean(near: str) -> Phrase: ...


@phrase(zh="；有：{names}", en="; there are {names}")
def there_are(names: tuple[str, ...]) -> Phrase: ...


def nearest(word: str, options: Iterable[str]) -> Phrase:
    """The end of a sentence: ``; did you mean "columns"?``, or the list of options if none is similar and there are at
    most 14; else an empty phrase."""
    from difflib import get_close_matches  # here: only misspelt names need it

    known = tuple(options)
    near = get_close_matches(word, known, 1)
    if near:
        return did_you_mean(near[0])
    return there_are(known) if 0 < len(known) <= _MOST_LISTED else NOTHING
