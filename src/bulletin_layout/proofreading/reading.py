"""Reads the proofs of an issue (通读): story by story, then all stories together."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from bulletin_layout.findings import Finding
from bulletin_layout.findings.settled import Choice, settled
from bulletin_layout.issue import Issue, Story
from bulletin_layout.issue.rosters import Person
from bulletin_layout.proofreading.copy import written_beside, written_in
from bulletin_layout.proofreading.lacking import story_findings
from bulletin_layout.proofreading.leaving import parted
from bulletin_layout.proofreading.memory import ProofMemory
from bulletin_layout.proofreading.persons import persons_together
from bulletin_layout.proofreading.rule import ASKED, Slip, is_wanted
from bulletin_layout.proofreading.together import Read, gathered, together
from bulletin_layout.values import NamedTuple


class Proofs(NamedTuple):
    """What is wrong with what is written, and what of it is left on purpose (校：留), both in the order of the text."""

    findings: tuple[Finding, ...]
    left: tuple[Finding, ...]


def read_proofs(issue: Issue, memory: ProofMemory) -> Proofs:
    """All findings about what is written in an issue. See ``proofread``."""
    stories = {story.slug: story for page in issue.pages for story in page.stories}
    rosters = issue.publication.rosters
    read = _read(issue, stories, memory)
    wanted = _wanted(_in_order(read, rosters.people), issue.publication.choices)
    found, left, unneeded = parted(wanted, stories.values())
    told = ((each.said(slip), each.story) for each, slip in found)
    findings = (finding for each, story in chain(told, story_findings(issue)) for finding in _as_chosen(each, story))
    return Proofs((*findings, *unneeded), tuple(each.said(slip) for each, slip in left))


def _read(issue: Issue, stories: Mapping[str, Story], memory: ProofMemory) -> list[Read]:
    """All texts of an issue, each with what is found in it: those that nobody knows are checked now."""
    issued, rosters = issue.date, issue.publication.rosters
    choices = (issue.publication.choices, *(story.choices for story in stories.values()))
    asked = tuple(code for code in sorted(ASKED) if any(code in each for each in choices))
    memory.begin(issued, rosters, asked)
    texts = [written_in(story) for story in stories.values() if not memory.holds(story)]
    new = [(each.digest, each) for each in (*texts, written_beside(issue)) if each.passages]
    fresh = {digest: each for digest, each in new if not memory.knows(digest)}
    if fresh:
        from bulletin_layout.proofreading.checking import checked  # few builds have much to check

        memory.learn(zip(fresh, checked(fresh.values(), issued, rosters, asked), strict=True))
    return memory.end(stories, [Read(digest, each, memory.found(digest)) for digest, each in new])


def _in_order(read: Sequence[Read], people: Iterable[Person]) -> Iterator[tuple[Read, Slip]]:
    """The slips, in the order of the text; of two about the same characters, the first rule's."""
    facts = gathered(read)
    known = frozenset(name for person in people for name in (person.name, *person.also))
    slips: dict[tuple[int, int, int], tuple[Read, Slip]] = {}
    numbers = {id(each): number for number, each in enumerate(read)}
    alone = ((each, slip) for each in read for slip in each.found.slips)
    for each, slip in chain(alone, together(read, facts), persons_together(facts["person"], known)):
        slips.setdefault((numbers[id(each)], slip.start, slip.end), (each, slip))
    for where in sorted(slips):
        yield slips[where]


def _wanted(found: Iterable[tuple[Read, Slip]], choices: Mapping[str, Choice]) -> Iterator[tuple[Read, Slip]]:
    """Without the slips that are told only when asked for, where neither the publication nor their story does."""
    for each, slip in found:
        own = each.story.choices if each.story is not None else ()
        if is_wanted(slip.code, (*choices, *own)):
            yield each, slip


def _as_chosen(finding: Finding, story: Story | None) -> tuple[Finding, ...]:
    """The finding with the severity that its story chose, or none."""
    return settled((finding,), story.choices) if story is not None else (finding,)
