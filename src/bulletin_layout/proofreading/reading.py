"""Reads the proofs of an issue (通读): story by story, then all stories together."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from typing import TypeVar

from bulletin_layout.findings import Finding
from bulletin_layout.findings.settled import settled
from bulletin_layout.issue import Issue, Story
from bulletin_layout.issue.rosters import Person, Rosters
from bulletin_layout.proofreading.copy import Copy, copy_beside, copy_of
from bulletin_layout.proofreading.dates import date_slips
from bulletin_layout.proofreading.fixes import fix_of
from bulletin_layout.proofreading.leaving import parted
from bulletin_layout.proofreading.memory import ProofMemory
from bulletin_layout.proofreading.pairs import pair_slips
from bulletin_layout.proofreading.people import people_slips
from bulletin_layout.proofreading.persons import persons_of, persons_together
from bulletin_layout.proofreading.photos import photo_findings
from bulletin_layout.proofreading.rule import Slip
from bulletin_layout.proofreading.series import series_slips
from bulletin_layout.proofreading.tables import table_slips
from bulletin_layout.proofreading.terms import term_slips
from bulletin_layout.proofreading.together import Fact, Read, facts_of, gathered, together
from bulletin_layout.proofreading.whole import whole_slips
from bulletin_layout.values import NamedTuple, replace

Found = TypeVar("Found", Slip, Fact)


class Proofs(NamedTuple):
    """What is wrong with what is written, and what of it is left on purpose (校：留), both in the order of the text."""

    findings: tuple[Finding, ...]
    left: tuple[Finding, ...]


def read_proofs(issue: Issue, memory: ProofMemory) -> Proofs:
    """All findings about what is written in an issue. See ``proofread``."""
    stories = {story.slug: story for page in issue.pages for story in page.stories}
    rosters = issue.publication.rosters
    memory.begin(issue.date, rosters)
    fresh = [story for story in stories.values() if not memory.holds(story)]
    memory.stories = {slug: memory.stories[slug] for slug in stories if slug in memory.stories}
    memory.stories |= {
        each.story.slug: each for each in _read(copy_of(fresh), issue.date, rosters) if each.story is not None
    }
    read = [memory.stories[slug] for slug in stories if slug in memory.stories]
    read += _read(copy_beside(issue), issue.date, rosters)
    found, left, unneeded = parted(_in_order(read, rosters.people), stories.values())
    said = ((_said(copy, slip), copy.part_at(slip.start).story) for copy, slip in found)
    photos = ((finding, story) for story in stories.values() for finding in photo_findings(story))
    findings = (finding for each, story in chain(said, photos) for finding in _as_chosen(each, story))
    return Proofs((*findings, *unneeded), tuple(_said(*each) for each in left))


def _read(copy: Copy, issued: date, rosters: Rosters) -> Iterator[Read]:
    """Every part of a text, read by itself."""
    slips = sorted(
        (
            *people_slips(copy, rosters, issued),
            *term_slips(copy, rosters, issued),
            *pair_slips(copy),
            *date_slips(copy, issued),
            *table_slips(copy),
            *series_slips(copy),
            *whole_slips(copy),
        ),
        key=_start,
    )
    facts = sorted((*facts_of(copy), *persons_of(copy)), key=_start)
    for start, end, story in copy.parts:
        yield Read(copy, story, _between(slips, start, end), _between(facts, start, end))


def _start(found: Slip | Fact) -> int:
    return found.start


def _between(found: Sequence[Found], start: int, end: int) -> tuple[Found, ...]:
    return tuple(found[bisect_left(found, start, key=_start) : bisect_right(found, end, key=_start)])


def _in_order(read: Sequence[Read], people: Iterable[Person]) -> Iterator[tuple[Copy, Slip]]:
    """The slips, in the order of the text; of two about the same characters, the first rule's."""
    facts = gathered(read)
    known = frozenset(name for person in people for name in (person.name, *person.also))
    slips: dict[tuple[int, int, int], tuple[Copy, Slip]] = {}
    numbers = {id(each.copy): number for number, each in enumerate(read)}
    alone = ((each.copy, slip) for each in read for slip in each.slips)
    for copy, slip in chain(alone, together(read, facts), persons_together(facts["person"], known)):
        slips.setdefault((numbers[id(copy)], slip.start, slip.end), (copy, slip))
    for where in sorted(slips):
        yield slips[where]


def _as_chosen(finding: Finding, story: Story | None) -> tuple[Finding, ...]:
    """The finding with the severity that its story chose, or none."""
    return settled((finding,), story.choices) if story is not None else (finding,)


def _said(copy: Copy, slip: Slip) -> Finding:
    """The finding of a slip. The catalogue is imported when something is found: most builds find nothing."""
    from bulletin_layout.findings.catalogue import characters, names, numbers, punctuation, words

    for area in (punctuation, characters, numbers, words, names):
        entry = getattr(area, slip.code, None)
        if entry is not None:
            fields = {name: slip.fields[name] for name in entry.names}
            finding: Finding = entry(copy.place(slip.start), **fields)
            return replace(finding, fix=fix_of(copy, slip))
    raise KeyError(slip.code)
