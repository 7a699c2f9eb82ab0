"""Checks of a whole issue (全刊): what two places of it say differently, or say twice.

Each ``Fact`` belongs to one story, so that a process that builds again gathers those of changed stories only;
``together`` compares them.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from typing import Final, Literal

from bulletin_layout.findings import Finding
from bulletin_layout.issue import Story
from bulletin_layout.proofreading.copy import ANY_HAN, Copy, Written
from bulletin_layout.proofreading.numerals import number
from bulletin_layout.proofreading.rule import HAN, Form, Slip, beside, compiled, matches
from bulletin_layout.proofreading.saying import said
from bulletin_layout.proofreading.whole import SENTENCE
from bulletin_layout.values import NamedTuple

_SPACED: Final = Form(r"(?<=\d)(?P<slip> +)[年月日号时]|(?<=[年月])(?P<other> +)\d", cues=" 年| 月| 日| 号| 时|年 |月 ")
_CLOSE: Final = Form(r"\d[年月日时]\d|[年月]\d{1,2}[月日]", cues="0年|0月|0日|0时|年0|月0")
_SESSION: Final = Form(
    r"(?<!上届)(?<!往届)第(?P<number>\d{1,3}|[一二三四五六七八九十百]{1,5})届"
    r"(?P<name>(?!全国|人民|中央|委员会)[^\W\x00-\xff向在由为的上和与了]{1,10}?(?:大会|论坛|会议|文化节|艺术节|美食节|运动会|年会|展览会|博览会|大赛|比赛|竞赛|研讨会|交流会|培训班))",
    cues="0届|一届",
)
#: Words before an ordinal that tell of another time than this one.
_OTHER_TIME: Final = Form(r"上一?届|往届|下一?届|历届|首届|去年|明年|前年|曾|\d{4}年|获|当选")
_LATIN: Final = Form(
    r"[A-Za-z](?<![A-Za-z0-9-].)[A-Za-z0-9]{3,30}(?:-[A-Za-z0-9]{1,20}){0,3}(?![A-Za-z0-9-])", cues="aa|a0"
)
_CAMEL: Final = Form("[a-z][A-Z]|[A-Za-z]-[A-Za-z0-9]")
_SLASH: Final = Form(rf"(?<={HAN})[/／](?={HAN})", cues=beside(ANY_HAN, "/／"))
_UNIT: Final = Form(
    r"\d( ?)(?:kg|mg|km|cm|mm|mL|kW|MPa|kPa)(?![A-Za-z])",
    cues="0aa|0 aa",
)
#: Two stories are one when they share so much of the shorter.
_COMMON: Final = 0.4
#: The shortest sentence that is told when it stands twice.
_SHORTEST: Final = 14


Kind = Literal["spaced", "close", "meeting", "latin", "sentence", "person", "slash", "unit"]


class Fact(NamedTuple):
    """What a text says that another may say differently, from ``start`` to ``end``.

    ``kind``: a space beside a figure of a date; the first date without; a meeting of a number; a Latin name; a sentence
    of prose; a person with a post; a slash between Han; a unit behind its number. ``word``: name of the meeting or
    person; the name; the words of the sentence; the slash; the space. ``number``: the meeting's; ``beside``: the
    person's posts.
    """

    kind: Kind
    start: int
    end: int
    word: str = ""
    number: int = 0
    beside: str = ""


class Found(NamedTuple):
    """What was found in one text alone: its slips and its facts, each in order, their offsets from its start."""

    slips: tuple[Slip, ...]
    facts: tuple[Fact, ...]


class Read:
    """A text that was read, with what was found in it: that of a story, or what is printed beside the stories.
    ``digest``: of what is written."""

    def __init__(self, digest: str, written: Written, found: Found) -> None:
        self.digest, self.written, self.found = digest, written, found

        self._said: dict[tuple[int, int], tuple[Slip, Finding]] = {}

    def said(self, slip: Slip) -> Finding:
        """The finding of a slip in it; that of a build before, if it has one."""
        known = self._said.get((slip.start, slip.end))
        if known is None or known[0] != slip:
            known = self._said[slip.start, slip.end] = slip, said(self.copy, slip)
        return known[1]

    @property
    def story(self) -> Story | None:
        """The story; None: it is what is printed beside them."""
        return self.written.story

    @cached_property
    def copy(self) -> Copy:
        """The running text, by which something found is placed; of most texts nobody asks for it."""
        return Copy((self.written,))


def facts_of(copy: Copy) -> Iterator[Fact]:
    """The facts of a text."""
    for match in matches(_SPACED, copy):
        yield Fact("spaced", *match.span("slip" if match["slip"] else "other"))
    for part in copy.parts:
        for match in islice(matches(_CLOSE, copy, part.start, part.end), 1):
            yield Fact("close", *match.span())
    for match in matches(_SESSION, copy):
        if not any(matches(_OTHER_TIME, copy, max(0, match.start() - 12), match.start())):
            yield Fact("meeting", *match.span(), match["name"], number(match["number"]))
    for match in matches(_LATIN, copy):
        yield Fact("latin", *match.span(), match[0])
    for match in matches(_SLASH, copy):
        yield Fact("slash", *match.span(), match[0])
    for match in matches(_UNIT, copy):
        yield Fact("unit", *match.span(1), match[1])
    for start, end, passage in copy.spans:
        if passage.kind in ("body", "item", "quote", "note"):
            for match in matches(SENTENCE, copy, start, end):
                words = "".join(filter(str.isalnum, match[0]))
                if len(words) >= _SHORTEST:
                    yield Fact("sentence", *match.span(), words)


def gathered(read: Sequence[Read]) -> dict[str, list[tuple[Read, Fact]]]:
    """The facts of an issue, by kind."""
    facts: dict[str, list[tuple[Read, Fact]]] = defaultdict(list)
    for each in read:
        for fact in each.found.facts:
            facts[fact.kind].append((each, fact))
    return facts


def together(read: Sequence[Read], facts: Mapping[str, list[tuple[Read, Fact]]]) -> Iterator[tuple[Read, Slip]]:
    """What does not go together in an issue. ``facts``: as they were gathered from it."""
    if facts.get("close"):
        yield from _spaces(facts.get("spaced", []))
    yield from _ordinals(facts.get("meeting", []))
    yield from _names(facts.get("latin", []))
    for kind, code in (("slash", "slash_form"), ("unit", "unit_space")):
        yield from _rarer(facts.get(kind, []), code)
    shared = _twofold(facts.get("sentence", []))
    yield from _repeated(shared)
    yield from _twice(read, shared)
    yield from _headlines(read)


def _spaces(facts: list[tuple[Read, Fact]]) -> Iterator[tuple[Read, Slip]]:
    for read, fact in facts:
        wrong = read.copy.text[fact.start - 1 : fact.end + 1]
        fields = {"wrong": wrong, "right": wrong.replace(" ", "")}
        yield read, Slip(fact.start, fact.end, "space_mix", fields, "", safe=True)


def _ordinals(facts: list[tuple[Read, Fact]]) -> Iterator[tuple[Read, Slip]]:
    """A meeting with two ordinals side by side: each that differs from the first. Of two that are further apart, one is
    history."""
    first: dict[str, tuple[Read, Fact]] = {}
    for read, fact in facts:
        before, other = first.setdefault(fact.word, (read, fact))
        if abs(other.number - fact.number) == 1:
            fields = {"wrong": _words(read, fact), "other": _words(before, other)}
            yield read, Slip(fact.start, fact.end, "session_number", fields)


def _words(read: Read, fact: Fact) -> str:
    return read.copy.text[fact.start : fact.end]


def _names(facts: list[tuple[Read, Fact]]) -> Iterator[tuple[Read, Slip]]:
    """Latin names that differ in case or hyphens alone, one of them with a capital or hyphen inside."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    places: dict[str, tuple[Read, Fact]] = {}
    for read, fact in facts:
        forms[fact.word.replace("-", "").lower()][fact.word] += 1
        places.setdefault(fact.word, (read, fact))
    for names in forms.values():
        written = [name for name in names if not name.isupper()]
        if len(written) > 1 and any(compiled(_CAMEL.pattern).search(name) for name in written):
            usual = max(written, key=lambda name: names[name])
            for name in written:
                if _without_initials(name) != _without_initials(usual):
                    read, fact = places[name]
                    yield read, Slip(fact.start, fact.end, "latin_variant", {"wrong": name, "other": usual})


def _without_initials(name: str) -> str:
    """A name without the first letter of each part: a title has capitals (Single-Cell), and so have proteins (RbfA)."""
    return "-".join(part[1:] for part in name.split("-"))


def _twofold(facts: list[tuple[Read, Fact]]) -> list[tuple[Read, Fact]]:
    """The sentences that stand more than once, with all their places."""
    counts = Counter(fact.word for _, fact in facts)
    several = {word for word, count in counts.items() if count > 1}
    return [(read, fact) for read, fact in facts if fact.word in several] if several else []


def _repeated(facts: list[tuple[Read, Fact]]) -> Iterator[tuple[Read, Slip]]:
    """Sentences of prose that stand twice. One that stands more often is dummy text, or a refrain. ``facts``: those
    that stand more than once."""
    places: dict[str, list[tuple[Read, Fact]]] = defaultdict(list)
    for read, fact in facts:
        places[fact.word].append((read, fact))
    told: tuple[Read | None, int] = None, 0
    for (first, before), (read, fact) in (found for found in places.values() if len(found) == 2):
        # Of sentences that follow one another, the first.
        if told[0] is not read or re.sub(r"[。！？；\s]", "", read.copy.text[told[1] : fact.start]):
            words = read.copy.text[fact.start : fact.start + 12]
            fields = {"wrong": words, "other": str(first.copy.place(before.start))}
            yield read, Slip(fact.start, fact.end, "dup_sentence", fields)
        told = read, fact.end


def _rarer(facts: list[tuple[Read, Fact]], code: str) -> Iterator[tuple[Read, Slip]]:
    """Of two ways to write something, the places that have the rarer."""
    ways = Counter(fact.word for _, fact in facts)
    if len(ways) > 1:
        usual = max(ways, key=lambda way: ways[way])
        for read, fact in facts:
            if fact.word != usual:
                words = read.copy.text[fact.start - 1 : fact.end + 1]
                right = words[:1] + usual + words[-1:]
                yield read, Slip(fact.start, fact.end, code, {"wrong": words, "right": right}, usual, safe=True)


def _twice(read: Sequence[Read], shared: list[tuple[Read, Fact]]) -> Iterator[tuple[Read, Slip]]:
    """Two stories that have much of their text in common. ``shared``: the sentences that stand more than once."""
    common: Counter[tuple[Read, Read]] = Counter()
    owners: dict[str, Read] = {}
    for each, fact in shared:
        if each.story is not None:
            first = owners.setdefault(fact.word, each)
            if first is not each:
                common[first, each] += len(fact.word)
    for (one, other), size in common.items():
        if one.story is not None and size >= _COMMON * min(_prose(one), _prose(other)):
            start = next(fact.start for fact in other.found.facts if fact.kind == "sentence")
            yield other, Slip(start, start + 2, "dup_story", {"other": one.story.slug})


def _prose(read: Read) -> int:
    """How many characters the sentences of a text have."""
    return sum(len(fact.word) for fact in read.found.facts if fact.kind == "sentence")


def _headlines(read: Sequence[Read]) -> Iterator[tuple[Read, Slip]]:
    first: dict[str, str] = {}
    for each in read:
        if each.story is not None and each.story.headline is not None:
            place = each.story.headline.location
            words = "".join(each.story.headline.text.split())
            before = first.setdefault(words, each.story.slug)
            if words and before != each.story.slug:
                start = next(span[0] for span in each.copy.spans if span[2].location == place)
                yield each, Slip(start, start + 1, "head_dup", {"other": before})
