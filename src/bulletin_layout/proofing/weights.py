"""Weighs changes (改动的轻重): a wrong name in print is a disaster, a comma is not."""

import re
from collections.abc import Collection, Iterator
from typing import Final

from bulletin_layout.proofing.changes import Weight
from bulletin_layout.typeset.persons import begins_with_office, is_office, is_person

HEADS: Final = frozenset(("kicker", "headline", "deck", "nameplate", "banner", "folio", "editor"))
_NUMBER: Final = re.compile(
    r"[0-9０-９]|[〇零一二三四五六七八九十百千万亿两]{2,}|[一二三四五六七八九十两][年月日时个名人份项届次亩吨元倍]"
)
#: A longer text is read as a whole, whatever stands in it.
_SHORT: Final = 20
#: Most characters of a person's name.
_NAME: Final = 4
_WORD: Final = re.compile(r"[\w]")
_CONTRIBUTORS: Final = frozenset(("byline", "credit", "editor", "roster", "sign"))


def weight_of(old: str, new: str, before: str, after: str, role: str, names: Collection[str]) -> Weight:
    """The weight of a change of text, with the text around it."""
    texts = [text for text in (old, new) if text]
    if not any(map(_WORD.search, texts)):
        return "head" if role == "headline" else "mark"
    if role in _CONTRIBUTORS:
        return "name"
    short = [text for text in texts if len(text) <= _SHORT]
    if any(_names(text, before, after, names) for text in short):
        return "name"
    if any(map(_NUMBER.search, short)):
        return "number"
    return "head" if role in HEADS else "text"


def _names(text: str, before: str, after: str, names: Collection[str]) -> bool:
    """Whether a text has a known name in it, or is one, or part of one, by what stands beside it: a title of office."""
    if any(name in text for name in names if len(name) > 1):
        return True
    return any(
        whole in names or (is_person(whole) and (begins_with_office(rest) or _ends_with_office(ahead)))
        for ahead, whole, rest in _wholes(text, before, after)
    )


def _wholes(text: str, before: str, after: str) -> Iterator[tuple[str, str, str]]:
    """What a changed text may be part of, as long as a person's name (2–4 字), with the text before and after it: where
    one character of a name is wrong, the others are not in the change."""
    for ahead in range(min(len(before), _NAME - 1) + 1):
        for behind in range(min(len(after), _NAME - 1) + 1):
            start = len(before) - ahead
            whole = before[start:] + text + after[:behind]
            if 2 <= len(whole) <= _NAME:
                yield before[:start], whole, after[behind:]


def _ends_with_office(text: str) -> bool:
    return any(is_office(text[-length:]) for length in (2, 3, 4))
