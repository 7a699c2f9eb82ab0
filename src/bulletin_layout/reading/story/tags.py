"""HTML tags in a text (网页标签): those read as marks, and how they are paired."""

import re
from collections.abc import Iterable
from typing import Final, Literal

from bulletin_layout.values import NamedTuple

TagName = Literal["br", "sup", "sub", "strong", "em", "u"]

#: The meaning of each supported tag.
NAMES: Final[dict[str, TagName]] = {
    "br": "br", "sup": "sup", "sub": "sub", "b": "strong", "strong": "strong", "i": "em", "em": "em", "u": "u",
}  # fmt: skip

_ATTRIBUTE: Final = r"""\s++[\w:.-]++(?:\s*+=\s*+(?:"[^"<>]*"|'[^'<>]*'|[^\s"'=<>]++))?"""
#: An HTML or XML tag with its attributes (HTML Living Standard 13.1.2); ``a <b 且 c> d`` is none.
TAG: Final = rf"<(/?)([a-z][a-z0-9]*(?:[:-][a-z0-9]+)*)((?:{_ATTRIBUTE})*+)\s*+/?>"


class Tag(NamedTuple):
    """A supported tag; ``end``: the index behind it."""

    name: TagName
    is_closing: bool
    end: int


def tag_at(text: str, at: int, end: int) -> Tag | None:
    """The supported tag that starts at an index; None when there is none."""
    found = re.compile(TAG, re.ASCII | re.IGNORECASE).match(text, at, end)
    name = NAMES.get(found[2].lower()) if found is not None else None
    return Tag(name, bool(found[1]), found.end()) if found is not None and name is not None else None


def paired(tags: Iterable[tuple[TagName, bool]]) -> frozenset[int]:
    """By number, the tags that have a partner: each closing tag closes the last open one of its name. ``br`` needs
    none."""
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
