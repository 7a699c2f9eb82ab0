"""Corrections asked for in story files (校改): ``<!-- 改：旧文→新文 -->``, and whether they were carried out."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Final

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import proofs as said
from bulletin_layout.findings.phrases import Phrase
from bulletin_layout.proofing.rounds import Asked, Round, RoundStory

_LONGEST: Final = 500
#: Most remarks of a story that are looked at.
_MOST: Final = 1_000


def asked_in(slug: str, text: str, path: str) -> Iterator[tuple[Asked, Location]]:
    """The corrections that a story file asks for, each with its place."""
    for at, words in islice(_remarks(text, "改"), _MOST):
        old, arrow, new = words[:_LONGEST].replace("->", "→").partition("→")
        start = text.rfind("\n", 0, at) + 1
        place = Location(path, text.count("\n", 0, at) + 1, at - start + 1)
        told = (old.strip(), new.strip()) if arrow else ("", "")
        yield Asked(slug, words[:_LONGEST], *told), place


def left_in(text: str) -> frozenset[str]:
    """The words that a story file says are to stay: ``<!-- 不改：旧文 -->``."""
    return frozenset(words for _, words in _remarks(text, "不改"))


def _remarks(text: str, kind: str) -> Iterator[tuple[int, str]]:
    """(Offset, words) of the remarks that begin with a word and a colon."""
    at = text.find("<!--")
    while at >= 0:
        end = text.find("-->", at)
        if end < 0:
            return
        said, colon, words = text[at + 4 : end].replace(":", "：", 1).partition("：")
        if colon and said.strip() == kind and words.strip():
            yield at, words.strip()
        at = text.find("<!--", end)


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
