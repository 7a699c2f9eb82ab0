"""Corrections asked for in story files (校改): ``<!-- 改：旧文→新文 -->``, and whether they were carried out."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import proofs as said
from bulletin_layout.findings.phrases import Phrase
from bulletin_layout.proofing.rounds import Asked, Round, RoundStory

_REMARK: Final = re.compile(r"<!--\s*(不?改)\s*[：:]\s*(.*?)\s*-->", re.S)
_ARROW: Final = re.compile(r"\s*(?:→|->|⇒)\s*")
_LONGEST: Final = 500
#: Most remarks of a story that are looked at.
_MOST: Final = 1_000


def asked_in(slug: str, text: str, path: str) -> Iterator[tuple[Asked, Location]]:
    """The corrections that a story file asks for, each with its place."""
    for number, found in enumerate(_REMARK.finditer(text)):
        if number == _MOST:
            return
        if found[1] == "改" and found[2]:
            words = found[2][:_LONGEST]
            old, *new = _ARROW.split(words, maxsplit=1)
            start = text.rfind("\n", 0, found.start()) + 1
            place = Location(path, text.count("\n", 0, found.start()) + 1, found.start() - start + 1)
            yield Asked(slug, words, old if new else "", new[0] if new else ""), place


def left_in(text: str) -> frozenset[str]:
    """The words that a story file says are to stay: ``<!-- 不改：旧文 -->``."""
    return frozenset(found[2] for found in _REMARK.finditer(text) if found[1] == "不改")


def not_done(
    before: Round, now: Round, left: Mapping[str, frozenset[str]], name: Phrase, places: Mapping[str, Location]
) -> Iterator[Finding]:
    """Corrections of the last round whose remark is gone though the text is as it was. ``left``: by story, what is to
    stay; ``places``: where each story begins."""
    still = {(each.story, each.words) for each in now.asked}
    for each in before.asked:
        story = now.stories.get(each.story)
        if story is None or not each.old or (each.story, each.words) in still or each.old in left.get(each.story, ()):
            continue
        was = before.stories.get(each.story)
        if was is not None and _count(story, each.old) >= max(1, _count(was, each.old)):
            yield said.mark_not_done(places[each.story], name=name, old=each.old, new=each.new)


def _count(story: RoundStory, words: str) -> int:
    return sum(text.text.count(words) for text in story.texts)
