"""Tags of HTML in a text (网页标签): those that are read as marks, and which of them belong together."""

import re
from collections.abc import Iterable
from typing import Final, Literal, NamedTuple

TagName = Literal["br", "sup", "sub", "strong", "em", "u"]

#: What each tag that is read means.
NAMES: Final[dict[str, TagName]] = {
    "br": "br", "sup": "sup", "sub": "sub", "b": "strong", "strong": "strong", "i": "em", "em": "em", "u": "u",
}  # fmt: skip

_ATTRIBUTE: Final = r"""\s+[\w:.-]+(?:\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'=<>]+))?"""
#: A tag of HTML or XML, with what it may hold (HTML Living Standard 13.1.2): no ``a <b 且 c> d``.
TAG: Final = rf"<(/?)([a-z][a-z0-9]*(?:[:-][a-z0-9]+)*)((?:{_ATTRIBUTE})*)\s*/?>"
_READ: Final = re.compile(TAG, re.ASCII | re.IGNORECASE)


class Tag(NamedTuple):
    """A tag of a name that is read; ``end``: where it ends in its text."""

    name: TagName
    is_closing: bool
    end: int


def tag_at(text: str, at: int, end: int) -> Tag | None:
    """The tag that is read and starts here."""
    found = _READ.match(text, at, end)
    name = NAMES.get(found[2].lower()) if found is not None else None
    return Tag(name, bool(found[1]), found.end()) if found is not None and name is not None else None


def paired(tags: Iterable[tuple[TagName, bool]]) -> frozenset[int]:
    """Which of a text's tags, by their number, have one that they belong to: each closing one ends the last of its name
    that is open. ``br`` stands alone."""
    open_ones: dict[TagName, list[int]] = {}
    found: set[int] = set()
    for number, (name, is_closing) in enumerate(tags):
        if name == "br":
            found.add(number)
        elif not is_closing:
            open_ones.setdefault(name, []).append(number)
        elif open_ones.get(name):
            found.update((open_ones[name].pop(), number))
    return frozenset(found)
