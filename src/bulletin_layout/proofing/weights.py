"""Weighs changes (改动的轻重): a wrong name in print is a disaster, a comma is not."""

import re
from collections.abc import Collection
from typing import Final

from bulletin_layout.proofing.changes import Weight
from bulletin_layout.typeset.persons import begins_with_office, is_office, is_person

HEADS: Final = frozenset(("kicker", "headline", "deck", "nameplate", "banner", "folio", "editor"))
_NUMBER: Final = re.compile(
    r"[0-9０-９]|[〇零一二三四五六七八九十百千万亿两]{2,}|[一二三四五六七八九十两][年月日时个名人份项届次亩吨元倍]"
)
_WORD: Final = re.compile(r"[\w]")
_CONTRIBUTORS: Final = frozenset(("byline", "credit", "editor", "roster", "sign"))


def weight_of(old: str, new: str, before: str, after: str, role: str, names: Collection[str]) -> Weight:
    """The weight of a change of text, with the text around it."""
    texts = [text for text in (old, new) if text]
    if not any(map(_WORD.search, texts)):
        return "head" if role == "headline" else "mark"
    if role in _CONTRIBUTORS or any(_names(text, before, after, names) for text in texts):
        return "name"
    if any(map(_NUMBER.search, texts)):
        return "number"
    return "head" if role in HEADS else "text"


def _names(text: str, before: str, after: str, names: Collection[str]) -> bool:
    """Whether a text has a known name in it, or is one by what stands beside it: a title of office."""
    if any(name in text for name in names if len(name) > 1):
        return True
    if not 2 <= len(text) <= 4 or not is_person(text):
        return False
    return begins_with_office(after) or any(is_office(before[-length:]) for length in (2, 3, 4))
