"""Checks of a whole issue (全刊): what two places of it say differently, or say twice.

Each ``Fact`` belongs to one story, so that a process that builds again gathers those of changed stories only;
``together`` compares them.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Final, Literal

from bulletin_layout.issue import Story
from bulletin_layout.proofreading.copy import ANY_HAN, Copy
from bulletin_layout.proofreading.numerals import number
from bulletin_layout.proofreading.rule import HAN, Form, Slip, beside, compiled, matches
from bulletin_layout.proofreading.whole import SENTENCE
from bulletin_layout.values import NamedTuple

_SPACED: Final = Form(r"(?<=\d)(?P<slip> +)[年月日号时]|(?<=[年月])(?P<other> +)\d", cues=" 年| 月| 日| 号| 时|年 |月 ")
_CLOSE: Final = Form(r"\d[年月日时]\d|[年月]\d{1,2}[月日]", cues="0年|0月|0日|0时|年0|月0")
_SESSION: Final = Form(
    rf"(?<!上届)(?<!往届)第(?P<number>\d{{1,3}}|[一二三四五六七八九十百]{{1,5}})届"
    rf"(?P<name>{HAN}{{1,10}}?(?:大会|论坛|会议|文化节|艺术节|美食节|运动会|年会|展览会|博览会|大赛|比赛|竞赛|研讨会|交流会|培训班))",
    cues="0届|一届",
)
#: Words before an ordinal that tell of another time than this one.
_OTHER_TIME: Final = Form("上一?届|往届|下一?届|历届|首届|去年|明年|前年")
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


class Fact(NamedTuple):
    """What a text says that another may say differently, from ``start`` to ``end``.

    ``kind``: a space beside a figure of a date; the first date without; a meeting of a number; a Latin name; a sentence
    of prose; a person with a post; a slash between Han; a unit behind its number. ``word``: name of the meeting or
    person; the name; the words of the sentence; the slash; the space. ``number``: the meeting's; ``beside``: the
    person's posts.
    """

    kind: Literal["spaced", "close", "meeting", "latin", "sentence", "person", "slash", "unit"]
    start: int
    end: int
    word: str = ""
    number: int = 0
    beside: str = ""


class Read(NamedTuple):
    """A story of a text that was read, or what is printed beside the stories (None): its slips and its facts."""

    copy: Copy
    story: Story | None
    slips: tuple[Slip, ...]
    facts: tuple[Fact, ...]


def facts_of(copy: Copy) -> Iterator[Fact]:
    """The facts of a text."""
    for match in matches(_SPACED, copy):
        yield Fact("spaced", *match.span("slip" if match["slip"] else "other"))
    for match in islice(matches(_CLOSE, copy), 1):
        yield Fact("close", *match.span())
    for match in matches(_SESSION, copy):
        if not any(matches(_OTHER_TIME, copy, max(0, match.start() - 8), match.start())):
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


def gathered(read: Sequence[Read]) -> dict[str, list[tuple[Copy, Fact]]]:
    """The facts of an issue, by kind."""
    facts: dict[str, list[tuple[Copy, Fact]]] = defaultdict(list)
    for each in read:
        for fact in each.facts:
            facts[fact.kind].append((each.copy, fact))
    return facts


def together(read: Sequence[Read], facts: Mapping[str, list[tuple[Copy, Fact]]]) -> Iterator[tuple[Copy, Slip]]:
    """What does not go together in an issue. ``facts``: as they were gathered from it."""
    if facts.get("close"):
        yield from _spaces(facts.get("spaced", []))
    yield from _ordinals(facts.get("meeting", []))
    yield from _names(facts.get("latin", []))
    for kind, code in (("slash", "slash_form"), ("unit", "unit_space")):
        yield from _rarer(facts.get(kind, []), code)
    yield from _repeated(facts.get("sentence", []))
    yield from _twice(facts.get("sentence", []))
    yield from _headlines(read)


def _spaces(facts: list[tuple[Copy, Fact]]) -> Iterator[tuple[Copy, Slip]]:
    for copy, fact in facts:
        wrong = copy.text[fact.start - 1 : fact.end + 1]
        fields = {"wrong": wrong, "right": wrong.replace(" ", "")}
        yield copy, Slip(fact.start, fact.end, "space_mix", fields, "", safe=True)


def _ordinals(facts: list[tuple[Copy, Fact]]) -> Iterator[tuple[Copy, Slip]]:
    """A meeting with two ordinals: each that differs from the first."""
    first: dict[str, tuple[int, str]] = {}
    for copy, fact in facts:
        words = copy.text[fact.start : fact.end]
        ordinal, other = first.setdefault(fact.word, (fact.number, words))
        if ordinal != fact.number:
            yield copy, Slip(fact.start, fact.end, "session_number", {"wrong": words, "other": other})


def _names(facts: list[tuple[Copy, Fact]]) -> Iterator[tuple[Copy, Slip]]:
    """Latin names that differ in case or hyphens alone, one of them with a capital or hyphen inside."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    places: dict[str, tuple[Copy, Fact]] = {}
    for copy, fact in facts:
        forms[fact.word.replace("-", "").lower()][fact.word] += 1
        places.setdefault(fact.word, (copy, fact))
    for names in forms.values():
        written = [name for name in names if not name.isupper()]
        if len(written) > 1 and any(compiled(_CAMEL.pattern).search(name) for name in written):
            usual = max(written, key=lambda name: names[name])
            for name in written:
                if name != usual:
                    copy, fact = places[name]
                    yield copy, Slip(fact.start, fact.end, "latin_variant", {"wrong": name, "other": usual})


def _repeated(facts: list[tuple[Copy, Fact]]) -> Iterator[tuple[Copy, Slip]]:
    """Sentences of prose that stand twice. One that stands more often is dummy text, or a refrain."""
    places: dict[str, list[tuple[Copy, Fact]]] = defaultdict(list)
    for copy, fact in facts:
        places[fact.word].append((copy, fact))
    told: tuple[Copy | None, int] = None, 0
    for (first, before), (copy, fact) in (found for found in places.values() if len(found) == 2):
        # Of sentences that follow one another, the first.
        if told[0] is not copy or re.sub(r"[。！？；\s]", "", copy.text[told[1] : fact.start]):
            fields = {"wrong": copy.text[fact.start : fact.start + 12], "other": str(first.place(before.start))}
            yield copy, Slip(fact.start, fact.end, "dup_sentence", fields)
        told = copy, fact.end


def _rarer(facts: list[tuple[Copy, Fact]], code: str) -> Iterator[tuple[Copy, Slip]]:
    """Of two ways to write something, the places that have the rarer."""
    ways = Counter(fact.word for _, fact in facts)
    if len(ways) > 1:
        usual = max(ways, key=lambda way: ways[way])
        for copy, fact in facts:
            if fact.word != usual:
                words = copy.text[fact.start - 1 : fact.end + 1]
                right = words[0] + usual + words[-1]
                yield copy, Slip(fact.start, fact.end, code, {"wrong": words, "right": right}, usual, safe=True)


def _twice(facts: list[tuple[Copy, Fact]]) -> Iterator[tuple[Copy, Slip]]:
    """Two stories that have much of their text in common."""
    sizes: Counter[str] = Counter()
    shared: Counter[tuple[str, str]] = Counter()
    owners: dict[str, Story] = {}
    places: dict[str, tuple[Copy, int]] = {}
    for copy, fact in facts:
        story = copy.part_at(fact.start).story
        if story is None:
            continue
        sizes[story.slug] += len(fact.word)
        places.setdefault(story.slug, (copy, fact.start))
        first = owners.setdefault(fact.word, story)
        if first.slug != story.slug:
            shared[first.slug, story.slug] += len(fact.word)
    for (one, other), common in shared.items():
        if common >= _COMMON * min(sizes[one], sizes[other]):
            copy, start = places[other]
            yield copy, Slip(start, start + 2, "dup_story", {"other": one})


def _headlines(read: Sequence[Read]) -> Iterator[tuple[Copy, Slip]]:
    first: dict[str, str] = {}
    for copy, story, _, _ in read:
        if story is not None and story.headline is not None:
            words = "".join(story.headline.text.split())
            before = first.setdefault(words, story.slug)
            if words and before != story.slug:
                start = next(span[0] for span in copy.spans if span[2].location == story.headline.location)
                yield copy, Slip(start, start + 1, "head_dup", {"other": before})
