"""Checks of bodies and terms against orgs.yaml, terms.yaml and words.yaml (机构、用语)."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from bulletin_layout.issue.rosters import Body, Rosters
from bulletin_layout.proofreading.alike import is_alike
from bulletin_layout.proofreading.copy import HEADS, Copy
from bulletin_layout.proofreading.numerals import number
from bulletin_layout.proofreading.rule import Form, Slip, matches

#: Full names and phrases that are shorter than this are not compared with what is nearly the same.
_LONG_NAME: Final = 5
_LONG_PHRASE: Final = 6
#: Words before an old name, or before a word that is spoken of.
_ONCE: Final = ("原", "前身为", "前身是", "时称", "当时的", "旧称", "原名", "时任")
_TO_COME: Final = ("将", "迎来", "明年", "后年", "即将")
_ABBREVIATION: Final = Form(r"(?<![A-Za-z0-9-])[A-Z]{3,8}(?![A-Za-z0-9-])", cues="aaa")
_DECLARED: Final = Form(r"（以?下简?称[“‘]?(?P<name>[^“”‘’（）\n]{2,20})[”’]?）", cues="下简称|下称")
_NOT_RUNNING: Final = frozenset((*HEADS, "byline", "caption", "table", "roster", "sign", "crosshead"))


def term_slips(copy: Copy, rosters: Rosters, issued: date) -> Iterator[Slip]:
    """What is wrong with the names of bodies, and with terms."""
    yield from _bodies(copy, rosters.bodies)
    yield from _first_names(copy, rosters.bodies)
    yield from _declared(copy)
    yield from _words(copy, rosters, issued)
    yield from _phrases(copy, rosters.fixed)
    yield from _anniversaries(copy, rosters, issued)
    if rosters.known:
        yield from _abbreviations(copy, rosters.known)


def _places(copy: Copy, words: str, apart: Iterable[str] = ()) -> Iterator[int]:
    """Where words stand, but for those places where they are part of others."""
    at = copy.text.find(words) if words else -1
    while at >= 0:
        if not any(_covers(copy.text, whole, words, at) for whole in apart):
            yield at
        at = copy.text.find(words, at + len(words))


def _covers(text: str, whole: str, words: str, at: int) -> bool:
    """Whether the words at a place are part of a longer one that stands there."""
    inner = whole.find(words)
    while inner >= 0:
        if text.startswith(whole, max(0, at - inner)) and at >= inner:
            return True
        inner = whole.find(words, inner + 1)
    return False


def _bodies(copy: Copy, bodies: tuple[Body, ...]) -> Iterator[Slip]:
    """Bodies by a wrong name: one that is listed, or one character away from the full name."""
    right = {name for body in bodies for name in (body.full, *body.short)}
    for body in bodies:
        spans = [(at, at + len(wrong)) for wrong in body.wrong for at in _places(copy, wrong, _around(wrong, right))]
        spans += _nearly(copy.text, body.full) if len(body.full) >= _LONG_NAME else ()
        for start, end in dict.fromkeys(spans):
            words = copy.text[start:end]
            if words not in right:
                yield Slip(start, end, "org_form", {"wrong": words, "right": body.full}, body.full)


def _around(words: str, names: Iterable[str]) -> list[str]:
    """The names that words are a part of."""
    return [name for name in names if words in name and name != words]


def _nearly(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Where a name stands with one character that sounds or looks like the right one, or with one left out inside."""
    size, half = len(name), len(name) // 2
    starts = {*_finds(text, name[:half])} | {at - half for at in _finds(text, name[half:])}
    starts |= {at - half + 1 for at in _finds(text, name[half:])}
    for start in sorted(each for each in starts if each >= 0):
        words = text[start : start + size]
        differing = [n for n, (has, wants) in enumerate(zip(words, name, strict=False)) if has != wants]
        if len(words) == size and len(differing) == 1 and is_alike(words[differing[0]], name[differing[0]]):
            yield start, start + size
        short = text[start : start + size - 1]
        if words != name and any(short == name[:n] + name[n + 1 :] for n in range(1, size - 1)):
            yield start, start + size - 1


def _finds(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _first_names(copy: Copy, bodies: tuple[Body, ...]) -> Iterator[Slip]:
    """Short names in a story that says the full name only later."""
    for part in copy.parts if any(body.short for body in bodies) else ():
        for body in bodies if part.story is not None else ():
            first = copy.text.find(body.full, part.start, part.end)
            for short in () if body.is_self or first < 0 else body.short:
                others = _around(short, (name for each in bodies for name in (each.full, *each.short)))
                early = next((at for at in _places(copy, short, others) if part.start <= at < first), None)
                if early is not None and copy.passage_at(early).kind not in _NOT_RUNNING:
                    yield Slip(early, early + len(short), "org_first", {"wrong": short, "right": body.full})


def _declared(copy: Copy) -> Iterator[Slip]:
    """Short names that are declared (以下简称), and never used in their story."""
    for match in matches(_DECLARED, copy):
        part = copy.part_at(match.start())
        if match["name"] not in copy.text[match.end() : part.end]:
            yield Slip(*match.span("name"), "org_declared", {"wrong": match["name"]})


def _words(copy: Copy, rosters: Rosters, issued: date) -> Iterator[Slip]:
    """Words that are not used, names that changed, and the house's own slips."""
    for denied in rosters.denied:
        if denied.last is None or issued <= denied.last:
            for at in _places(copy, denied.word, denied.apart):
                if not _is_quoted(copy, at):
                    instead = f"：{denied.use}" * bool(denied.use) + f"（{denied.why}）" * bool(denied.why)
                    fields = {"wrong": denied.word, "instead": instead}
                    yield Slip(at, at + len(denied.word), "term_deny", fields, denied.use or None)
    for renamed in rosters.renamed:
        new = [renamed.new] if renamed.old in renamed.new else []
        for at in _places(copy, renamed.old, new) if renamed.first <= issued else ():
            if not copy.text[max(0, at - 4) : at].endswith(_ONCE) and not _is_quoted(copy, at):
                fields = {"wrong": renamed.old, "right": renamed.new}
                yield Slip(at, at + len(renamed.old), "term_outdated", fields, renamed.new)
    for word in rosters.mistaken:
        for at in _places(copy, word.wrong, word.apart):
            yield Slip(at, at + len(word.wrong), "confusable", {"wrong": word.wrong, "right": word.right}, word.right)


def _is_quoted(copy: Copy, at: int) -> bool:
    """Whether a place is in a quotation, or inside the title of a work."""
    before = copy.text[copy.text.rfind("\n", 0, at) + 1 : at]
    return copy.passage_at(at).kind == "quote" or before.count("《") > before.count("》")


def _phrases(copy: Copy, fixed: tuple[str, ...]) -> Iterator[Slip]:
    """Phrases that are nearly a fixed one: with a character or two left out, added or changed."""
    for phrase in fixed:
        size, most = len(phrase), max(1, len(phrase) // 8)
        if size < _LONG_PHRASE:
            continue
        told: set[int] = set()
        whole = {at + shift for at in _finds(copy.text, phrase) for shift in range(-most, most + 1)}
        starts = {*_finds(copy.text, phrase[:3])}
        starts |= {at + 3 - size + shift for at in _finds(copy.text, phrase[-3:]) for shift in range(-most, most + 1)}
        for start in sorted(each for each in starts - whole if each >= 0):
            part = copy.part_at(start).start
            if part in told:
                continue
            tries = (copy.text[start : start + size + more] for more in range(-most, most + 1))
            distance, words = min((_distance(words, phrase), words) for words in tries)
            if 0 < distance <= most and words.isalnum() and words not in fixed:
                yield Slip(start, start + len(words), "term_fixed", {"wrong": words, "right": phrase})
                told.add(part)  # once in a story is enough


def _distance(one: str, other: str) -> int:
    """How many characters are put in, left out or changed (Levenshtein)."""
    row = list(range(len(other) + 1))
    for n, char in enumerate(one, start=1):
        before, row[0] = row[0], n
        for m, wants in enumerate(other, start=1):
            before, row[m] = row[m], min(row[m] + 1, row[m - 1] + 1, before + (char != wants))
    return row[-1]


def _anniversaries(copy: Copy, rosters: Rosters, issued: date) -> Iterator[Slip]:
    """Anniversaries that do not fit the year: the last one named before them in the paragraph, else the issue's."""
    for name, year in rosters.founded.items():
        form = Form(rf"{re.escape(name)}(\d{{1,4}}|[一二三四五六七八九十百零]{{1,6}})周年", cues=f"{name}0|{name}一")
        for match in matches(form, copy):
            before = copy.text[copy.text.rfind("\n", 0, match.start()) + 1 : match.start()]
            years = re.findall(r"(?<!\d)(\d{4})年", before)
            expected = (int(years[-1]) if years else issued.year) - year
            counted = number(match[1])
            if counted == expected or (counted > expected and any(word in before[-30:] for word in _TO_COME)):
                continue
            right = f"{name}{expected}周年"
            yield Slip(
                *match.span(), "anniv_year", {"wrong": match[0], "right": right}, right if expected > 0 else None
            )


def _abbreviations(copy: Copy, known: tuple[str, ...]) -> Iterator[Slip]:
    """Abbreviations at their first place in a story without a note in brackets, before or behind."""
    told: set[tuple[int, str]] = set()
    for match in matches(_ABBREVIATION, copy):
        part = copy.part_at(match.start())
        if copy.passage_at(match.start()).kind in HEADS or (part.start, match[0]) in told or match[0] in known:
            continue
        told.add((part.start, match[0]))
        beside = copy.text[match.start() - 1 : match.start()], copy.text[match.end() : match.end() + 1]
        if beside[0] not in ("（", "，", "(") and beside[1] not in ("（", "("):
            yield Slip(*match.span(), "abbrev_first", {"wrong": match[0]})
