"""The name that was probably meant (相近的名字)."""

from collections.abc import Iterable
from typing import Final

from bulletin_layout.findings.phrases import NOTHING, Phrase, phrase

#: Beyond this many, listing all names helps nobody.
_MOST_LISTED: Final = 14


@phrase(zh="；是不是“{near}”？", en='; did you mean "{near}"?')
def did_you_mean(near: str) -> Phrase: ...


@phrase(zh="；有：{names}", en="; there are {names}")
def there_are(names: tuple[str, ...]) -> Phrase: ...


def nearest(word: str, options: Iterable[str]) -> Phrase:
    """``; did you mean "columns"?``, or the options when none is near and they are few; else nothing."""
    from difflib import get_close_matches

    known = tuple(options)
    near = get_close_matches(word, known, 1)
    if near:
        return did_you_mean(near[0])
    return there_are(known) if 0 < len(known) <= _MOST_LISTED else NOTHING
