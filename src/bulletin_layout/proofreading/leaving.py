"""Slips that an editor leaves on purpose (校：留), and remarks that leave nothing."""

from collections.abc import Iterable, Iterator

from bulletin_layout.findings import Finding
from bulletin_layout.findings.catalogue import words as said
from bulletin_layout.issue.story import LeftAsIs, Story
from bulletin_layout.proofreading.copy import Copy
from bulletin_layout.proofreading.rule import Slip
from bulletin_layout.proofreading.together import Read

Slips = list[tuple[Read, Slip]]


def parted(slips: Iterable[tuple[Read, Slip]], stories: Iterable[Story]) -> tuple[Slips, Slips, tuple[Finding, ...]]:
    """The slips to report; those that a remark of their story leaves; and hints about remarks that leave none."""
    found: Slips = []
    left: Slips = []
    used: set[LeftAsIs] = set()
    for read, slip in slips:
        remarks = read.story.left if read.story is not None else ()
        remark = next((each for each in remarks if _leaves(each, read.copy, slip, used)), None)
        if remark is None:
            found.append((read, slip))
        else:
            used.add(remark)
            left.append((read, slip))
    return found, left, tuple(_unneeded(stories, used))


def _leaves(remark: LeftAsIs, copy: Copy, slip: Slip, used: set[LeftAsIs]) -> bool:
    """Whether a remark is about a slip: its words stand there, and share a character with it."""
    code = slip.code.removesuffix("_perhaps").replace("_", "-")
    if remark.code != code or not remark.words or (remark in used and not remark.everywhere):
        return False
    beside = len(remark.words) - 1
    return remark.words in copy.text[max(0, slip.start - beside) : slip.end + beside]


def _unneeded(stories: Iterable[Story], used: set[LeftAsIs]) -> Iterator[Finding]:
    for story in stories:
        for remark in story.left:
            if remark not in used:
                yield said.left_unneeded(remark.location, code_left=remark.code, words=remark.words)
