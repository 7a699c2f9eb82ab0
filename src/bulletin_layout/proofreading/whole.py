"""Rules of the whole issue (全刊): what two places of it say differently, or say twice."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final

from bulletin_layout.findings.catalogue.characters import space_mix
from bulletin_layout.findings.catalogue.numbers import session_number
from bulletin_layout.findings.catalogue.punctuation import comma_run, head_dup, para_end
from bulletin_layout.findings.catalogue.words import caption_missing, dup_sentence, latin_variant
from bulletin_layout.issue import photos_of
from bulletin_layout.proofreading.copy import Copy
from bulletin_layout.proofreading.numerals import number
from bulletin_layout.proofreading.rule import HAN, Form, Slip, compiled, matches

_SPACED: Final = Form(r"(?<=\d)(?P<slip> +)[年月日号时]|(?<=[年月])(?P<other> +)\d", cues=" 年| 月| 日| 号| 时|年 |月 ")
_CLOSE: Final = Form(r"\d[年月日时]\d|[年月]\d{1,2}[月日]")
_SESSION: Final = Form(
    rf"(?<!上届)(?<!往届)第(?P<number>\d{{1,3}}|[一二三四五六七八九十百]{{1,5}})届"
    rf"(?P<name>{HAN}{{1,10}}?(?:大会|论坛|会议|文化节|艺术节|美食节|运动会|年会|展览会|博览会|大赛|比赛|竞赛|研讨会|交流会|培训班))",
    cues="届",
)
#: Words before an ordinal that tell of another time than this one.
_OTHER_TIME: Final = Form("上一?届|往届|下一?届|历届|首届|去年|明年|前年")
_LATIN: Final = Form(r"(?<![A-Za-z0-9-])[A-Za-z][A-Za-z0-9]{3,30}(?:-[A-Za-z0-9]{1,20}){0,3}(?![A-Za-z0-9-])")
_CAMEL: Final = Form("[a-z][A-Z]|[A-Za-z]-[A-Za-z0-9]")
_SENTENCE: Final = Form(r"[^。！？；\n]+")
_SHORTEST: Final = 14
#: A sentence of commas: so long, and so many of them.
_LONG: Final = 150
_COMMAS: Final = 8
_ENDS: Final = "。！？…”’）：；—》】〉.!?\ufffc"
#: A paragraph is prose when it is so long and has a mark inside.
_PROSE: Final = 15


def whole_slips(copy: Copy) -> Iterator[Slip]:
    """What does not go together over the whole issue."""
    yield from _spaces(copy)
    yield from _sessions(copy)
    yield from _names(copy)
    yield from _sentences(copy)
    yield from _headlines(copy)
    yield from _paragraphs(copy)
    yield from _captions(copy)


def _spaces(copy: Copy) -> Iterator[Slip]:
    spaced = list(matches(_SPACED, copy))
    if spaced and any(matches(_CLOSE, copy)):
        for match in spaced:
            start, end = match.span("slip" if match["slip"] else "other")
            wrong = copy.text[start - 1 : end + 1]
            yield Slip(start, end, space_mix(copy.place(start), wrong=wrong, right=wrong.replace(" ", "")))


def _sessions(copy: Copy) -> Iterator[Slip]:
    """A meeting with two ordinals: each that differs from the first."""
    first: dict[str, re.Match[str]] = {}
    for match in matches(_SESSION, copy):
        if any(matches(_OTHER_TIME, copy, max(0, match.start() - 8), match.start())):
            continue
        before = first.setdefault(match["name"], match)
        if number(before["number"]) != number(match["number"]):
            other, here = before[0], match[0]
            yield Slip(*match.span(), session_number(copy.place(match.start()), wrong=here, other=other))


def _names(copy: Copy) -> Iterator[Slip]:
    """Latin names that differ in case or hyphens alone, one of them with a capital or hyphen inside."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    places: dict[str, int] = {}
    for match in matches(_LATIN, copy):
        forms[match[0].replace("-", "").lower()][match[0]] += 1
        places.setdefault(match[0], match.start())
    for names in forms.values():
        written = [name for name in names if not name.isupper()]
        if len(written) > 1 and any(compiled(_CAMEL.pattern).search(name) for name in written):
            usual = max(written, key=lambda name: names[name])
            for name in written:
                if name != usual:
                    start = places[name]
                    yield Slip(start, start + len(name), latin_variant(copy.place(start), wrong=name, other=usual))


def _sentences(copy: Copy) -> Iterator[Slip]:
    """Sentences of prose that stand twice. One that stands more often is dummy text, or a refrain."""
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for start, end, passage in copy.spans():
        if passage.kind in ("body", "item", "aside"):
            for match in matches(_SENTENCE, copy, start, end):
                if len(match[0]) >= _SHORTEST:
                    places["".join(filter(str.isalnum, match[0]))].append(match.span())
    twice = [spans for words, spans in places.items() if len(words) >= _SHORTEST and len(spans) == 2]
    told = -1
    for (first, _), (start, end) in sorted(twice, key=lambda spans: spans[1]):
        if copy.text[told:start].strip("。！？；\n") or told < 0:  # of sentences that follow one another, the first
            other = str(copy.place(first))
            yield Slip(start, end, dup_sentence(copy.place(start), wrong=copy.text[start : start + 12], other=other))
        told = end


def _headlines(copy: Copy) -> Iterator[Slip]:
    first: dict[str, str] = {}
    for start, _, story in copy.stories:
        words = "".join(story.headline.text.split()) if story.headline is not None else ""
        if words and story.headline is not None:
            before = first.setdefault(words, story.slug)
            if before != story.slug:
                yield Slip(start, start + 1, head_dup(story.headline.location, other=before))


def _paragraphs(copy: Copy) -> Iterator[Slip]:
    """Paragraphs without an end, and sentences without an end in sight."""
    for start, end, passage in copy.spans():
        text = copy.text[start:end]
        if passage.kind not in ("body", "item", "quote"):
            continue
        if passage.kind == "body" and len(text) >= _PROSE and "，" in text and text[-1] not in _ENDS:
            yield Slip(end - 1, end, para_end(copy.place(end - 1), wrong=text[-6:]))
        for match in matches(_SENTENCE, copy, start, end) if len(text) > _LONG else ():
            if len(match[0]) > _LONG and match[0].count("，") >= _COMMAS:
                at = match.start()
                yield Slip(at, match.end(), comma_run(copy.place(at), wrong=match[0][:12]))


def _captions(copy: Copy) -> Iterator[Slip]:
    for start, _, story in copy.stories:
        for photo in photos_of(story):
            if not photo.caption:
                yield Slip(start, start + 1, caption_missing(photo.location))
