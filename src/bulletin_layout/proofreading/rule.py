"""A rule (规则): patterns of one slip, with what to write instead."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Final, NamedTuple

from bulletin_layout.findings import Finding
from bulletin_layout.proofreading.copy import Copy

#: One Han, or letter of another script after Latin-1: a class of all Han by their numbers takes a millisecond to
#: compile.
HAN: Final = r"[^\W\x00-\xff]"
#: What to write for a match: a template of ``Match.expand``; or a function, whose None says that nothing is wrong.
#: None: the finding proposes nothing.
Right = str | Callable[[re.Match[str]], str | None] | None


class Form(NamedTuple):
    """``pattern``: searched in the whole running text, in which each passage is a line; its group ``slip``, where it
    has one, is what is wrong. Its time must be linear in the text (tests/house/test_patterns.py). ``cues``: words
    between ``|``, one of which stands in whatever it matches: it is compiled only for texts that have one."""

    pattern: str
    right: Right = None
    cues: str = ""


class Rule(NamedTuple):
    """``said``: makes the finding, of ``wrong`` and, where something is proposed, ``right``. ``cues``: words between
    ``|``, or a set of characters, one of which stands in whatever the forms find; texts without them are not searched.
    ``apart``: kinds of passages that are left out."""

    said: Callable[..., Finding]
    cues: str | frozenset[str]
    forms: tuple[Form, ...]
    apart: frozenset[str] = frozenset()


class Slip(NamedTuple):
    """A finding with the characters of the running text that it is about."""

    start: int
    end: int
    finding: Finding


def is_han(char: str) -> bool:
    """Whether a character is a Han, of the blocks in which they stand."""
    return "\u3400" <= char <= "\u9fff" or char in "〇々" or char >= "\U00020000"


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern; ``^`` and ``$`` are the ends of passages and of their lines."""
    return re.compile(pattern, re.MULTILINE)


def cued(cues: str | frozenset[str], copy: Copy) -> bool:
    """Whether one of the cues stands in the text, or none is needed."""
    if not cues:
        return True
    if isinstance(cues, frozenset):
        return not cues.isdisjoint(copy.characters)
    known = copy.characters
    # Most cues have a character that occurs nowhere: that is found out faster than where they stand.
    return any(cue[0] in known and cue[-1] in known and cue in copy.text for cue in cues.split("|"))


def beside(before: str, after: str) -> str:
    """Cues: each character of one text before each of the other."""
    return "|".join(first + second for first in before for second in after)


def matches(form: Form, copy: Copy, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
    """Where a form matches in a part of the running text."""
    if cued(form.cues, copy):
        yield from compiled(form.pattern).finditer(copy.text, start, len(copy.text) if end is None else end)


def slips(rule: Rule, copy: Copy) -> Iterator[Slip]:
    """What a rule finds in the running text, form by form."""
    if not cued(rule.cues, copy):
        return
    for form in rule.forms:
        for match in matches(form, copy):
            start, end = match.span("slip" if "slip" in match.re.groupindex else 0)
            if copy.passage_at(start).kind in rule.apart:
                continue
            if HAN in form.pattern and not any(map(is_han, copy.text[max(0, start - 1) : end + 1])):
                continue  # Korean, Uyghur, Tibetan … have their own rules of marks and spaces
            if form.right is None:
                yield Slip(start, end, rule.said(copy.place(start), wrong=_in_context(copy.text, start, end)[0]))
                continue
            right = match.expand(form.right) if isinstance(form.right, str) else form.right(match)
            if right is not None:
                wrong, right = _in_context(copy.text, start, end, right)
                yield Slip(start, end, rule.said(copy.place(start), wrong=wrong, right=right))


def _in_context(text: str, start: int, end: int, right: str = "") -> tuple[str, str]:
    """What is wrong and what is right; a single character, or marks alone, with a character on either side."""
    wrong = text[start:end]
    if len(wrong) > 1 and any(map(str.isalnum, wrong)):
        return wrong, right
    before = text[start - 1 : start].strip("\n")
    after = text[end : end + 1].strip("\n")
    return f"{before}{wrong}{after}", f"{before}{right}{after}"
