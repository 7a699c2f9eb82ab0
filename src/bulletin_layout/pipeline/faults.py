"""The error rate of an issue (编校差错率): slips of its text, weighed, in ten-thousandths of its characters (万分比).

报纸编校差错率计算方法 (annex to 报纸期刊质量管理规定, 2020), parts 1–3.2: a wrong, missing or extra character counts
1, two to five 2, more 4; in heads, names and dates double; the same slip counts three times at most; a number in the
wrong form 0.1, all of them 1 at most. A mark counts 0.1 by trade custom. Newspapers may have 3 in ten thousand,
periodicals 2.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from bulletin_layout.findings import Finding
from bulletin_layout.issue import Issue, Story, passages_above, passages_of
from bulletin_layout.values import NamedTuple, dataclass

#: A finding that has this field is about words of the text; ``right`` is what should stand there.
_WRONG: Final = "wrong"
_HEADS: Final = ("kicker", "headline", "deck")
_OF_NAMES_AND_DATES: Final = ("name-", "org-", "date-")
_NUMERALS: Final = "num-"
#: What a mark, or a number in the wrong form, counts.
_FORM: Final = 0.1
_MOST_OF_NUMERALS: Final = 1.0
_MOST_OF_ONE: Final = 3


class Fault(NamedTuple):
    """Slips of one code: how many, and what they count together."""

    code: str
    slips: int
    weight: float


@dataclass(frozen=True, slots=True)
class FaultRate:
    """``characters``: characters and marks of all stories, heads included, spaces not. ``limit``: the greatest rate
    that passes, in ten-thousandths. ``faults``: by code, the heaviest first."""

    characters: int
    limit: float
    faults: tuple[Fault, ...]

    @property
    def weight(self) -> float:
        """What all slips count together."""
        return round(sum(fault.weight for fault in self.faults), 2)

    @property
    def rate(self) -> float:
        """Ten-thousandths of the characters."""
        return round(1e4 * self.weight / self.characters, 2) if self.characters else 0.0

    @property
    def passes(self) -> bool:
        """Whether the rate is within the limit."""
        return self.rate <= self.limit


def fault_rate(issue: Issue, findings: Iterable[Finding]) -> FaultRate:
    """The error rate by what was found and still stands; hints may be right, and do not count."""
    stories = stories_of(issue)
    characters = sum(len(word) for story in stories for passage in passages_of(story) for word in passage.text.split())
    limit = 2.0 if issue.publication.imprint.profile == "periodical" else 3.0
    return FaultRate(characters, limit, _faults(findings, _head_lines(stories)))


def stories_of(issue: Issue) -> tuple[Story, ...]:
    """Its stories, each once, in the order of the pages."""
    return tuple({story.slug: story for page in issue.pages for story in page.stories}.values())


def _head_lines(stories: Iterable[Story]) -> frozenset[tuple[str, int]]:
    """The lines of files on which heads stand."""
    return frozenset(
        (piece.location.path, piece.location.line)
        for story in stories
        for passage in passages_above(story)
        if passage.kind in _HEADS
        for piece in passage.pieces
    )


def _faults(findings: Iterable[Finding], heads: frozenset[tuple[str, int]]) -> tuple[Fault, ...]:
    same: Counter[tuple[str, object, object]] = Counter()
    counts: Counter[str] = Counter()
    weights: dict[str, float] = {}
    for finding in findings:
        fields = dict(finding.says.fields)
        if _WRONG not in fields or finding.severity == "hint":
            continue
        slip = finding.code, fields[_WRONG], fields.get("right")
        same[slip] += 1
        counts[finding.code] += 1
        weight = _weight(finding, heads) if same[slip] <= _MOST_OF_ONE else 0.0
        weights[finding.code] = weights.get(finding.code, 0.0) + weight
    faults = (Fault(code, counts[code], round(weight, 2)) for code, weight in _numerals_limited(weights).items())
    return tuple(sorted(faults, key=lambda fault: (-fault.weight, fault.code)))


def _numerals_limited(weights: dict[str, float]) -> dict[str, float]:
    """The weights with those of numerals reduced in proportion to the most that they count together."""
    whole = sum(weight for code, weight in weights.items() if code.startswith(_NUMERALS))
    part = min(1.0, _MOST_OF_NUMERALS / whole) if whole else 1.0
    return {code: weight * part if code.startswith(_NUMERALS) else weight for code, weight in weights.items()}


def _weight(finding: Finding, heads: frozenset[tuple[str, int]]) -> float:
    """What a slip counts by itself."""
    fields, place = dict(finding.says.fields), finding.location
    length, of_marks = _differing(str(fields[_WRONG]), fields.get("right"))
    if of_marks or finding.code.startswith(_NUMERALS):
        return _FORM
    weight = 1.0 if length <= 1 else 2.0 if length <= 5 else 4.0
    twice = finding.code.startswith(_OF_NAMES_AND_DATES) or (place.path, place.line) in heads
    return 2 * weight if twice else weight


def _differing(wrong: str, right: object) -> tuple[int, bool]:
    """The number of characters in which two texts differ, in the longer one, and whether these are marks and spaces
    alone. Without a ``right`` it is one place, of marks if there is one in ``wrong``."""
    if not isinstance(right, str):
        return 1, not wrong.isalnum()
    start = _equal_start(wrong, right)
    wrong, right = wrong[start:], right[start:]
    end = _equal_start(wrong[::-1], right[::-1])
    wrong, right = wrong[: len(wrong) - end], right[: len(right) - end]
    return max(len(wrong), len(right)), not any(map(str.isalnum, wrong + right))


def _equal_start(first: str, second: str) -> int:
    """The number of characters with which both begin."""
    pairs = enumerate(zip(first, second, strict=False))
    return next((number for number, (one, other) in pairs if one != other), min(len(first), len(second)))
