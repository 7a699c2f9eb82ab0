"""A rule (规则): patterns of one slip, with what to write instead."""

import re
from collections.abc import Callable, Container, Iterator
from functools import cache
from typing import Any, Final

from bulletin_layout.proofreading.copy import Copy, is_han
from bulletin_layout.values import NamedTuple

#: One Han, or letter of another script after Latin-1: a class of all Han by their numbers takes a millisecond to
#: compile.
HAN: Final = r"[^\W\x00-\xff]"
#: What to write for a match: a template of ``Match.expand``; or a function, whose None says that nothing is wrong.
#: None: the finding proposes nothing.
Right = str | Callable[[re.Match[str]], str | None] | None


#: Codes of what one house wants and another does not: checked only where a publication or story gives it a severity.
ASKED: Final = frozenset(("quote-terms", "list-levels", "question-indirect"))
#: An innermost group or set, or an escaped character.
_GROUP: Final = re.compile(r"\\.|\[[^\]]*\]|\([^()\[\]\\]*\)")


class Form(NamedTuple):
    """``pattern``: searched in the running text, in which each passage is a line; its group ``slip``, where it has one,
    is what is wrong. Its time must be linear in the text (tests/house/test_patterns.py). ``cues``: words between ``|``,
    one of which stands in whatever it matches, with the characters beside it (``Copy.has``). It is compiled only for
    texts that have one. Empty: those of its rule; none at all: it is tried on every text."""

    pattern: str
    right: Right = None
    cues: str = ""


class Rule(NamedTuple):
    """``code``: name of the catalogue's entry, which has the fields ``wrong`` and, where something is proposed,
    ``right``. ``cues``: those of its forms that have none; or single characters, in a set. ``apart``: kinds of passages
    that are left out. ``safe``: what is proposed may be written without a question: it is only another
    form, or the word has no other reading."""

    code: str
    cues: str | frozenset[str]
    forms: tuple[Form, ...]
    apart: frozenset[str] = frozenset()
    safe: bool = False


def is_wanted(name: str, asked: Container[str]) -> bool:
    """Whether an entry of this name is looked for: it is not ``ASKED``, or it is asked for by its code."""
    code = name.replace("_", "-")
    return code not in ASKED or code in asked


class Slip(NamedTuple):
    """What is wrong: the characters of a text that it is about, the name of the catalogue's entry, and the fields of
    its sentence. ``right``: what to write for these characters; None: that is for people to find. ``safe``: as in
    ``Rule``."""

    start: int
    end: int
    code: str
    fields: dict[str, Any]
    right: str | None = None
    safe: bool = False


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern; ``^`` and ``$`` are the ends of passages and of their lines."""
    return re.compile(pattern, re.MULTILINE)


class _Edged(NamedTuple):
    """A pattern with the characters that may not stand before and behind what it matches."""

    pattern: re.Pattern[str]
    before: str
    behind: str

    def finds(self, text: str) -> Iterator[re.Match[str]]:
        for match in self.pattern.finditer(text):
            start, end = match.span()
            before, behind = text[start - 1 : start] or "\n", text[end : end + 1] or "\n"
            if before not in self.before and behind not in self.behind:
                yield match


@cache
def _edged(pattern: str) -> _Edged:
    """The pattern without a first ``(?<![…])`` and a last ``(?![…])`` of plain characters: a set of Han takes half a
    millisecond to compile, and a look at a neighbour is quick."""
    before = behind = ""
    if _has_branches(pattern):
        return _Edged(compiled(pattern), "", "")
    if pattern.startswith("(?<![") and (end := pattern.find("])")) > 0 and _is_plain(pattern[5:end]):
        before, pattern = pattern[5:end], pattern[end + 2 :]
    if pattern.endswith("])") and (start := pattern.rfind("(?![")) > 0 and _is_plain(pattern[start + 4 : -2]):
        behind, pattern = pattern[start + 4 : -2], pattern[:start]
    return _Edged(compiled(pattern), before, behind)


def _has_branches(pattern: str) -> bool:
    """Whether a pattern is several, with ``|`` between them."""
    bare = _GROUP.sub("", pattern)
    while bare != pattern:
        pattern, bare = bare, _GROUP.sub("", bare)
    return "|" in bare


def _is_plain(characters: str) -> bool:
    return characters.isalnum() and not characters.isascii()


def beside(before: str, after: str) -> str:
    """Cues: each character of one text before each of the other."""
    return "|".join(first + second for first in before for second in after)


def matches(form: Form, copy: Copy, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
    """Where a form matches in a part of the text; one without cues is always searched for."""
    if not form.cues or copy.has(form.cues):
        yield from compiled(form.pattern).finditer(copy.text, start, len(copy.text) if end is None else end)


def slips(rule: Rule, form: Form, copy: Copy) -> Iterator[Slip]:
    """What a form of a rule finds in a text that has its cues."""
    for match in _edged(form.pattern).finds(copy.text):
        start, end = match.span("slip" if "slip" in match.re.groupindex else 0)
        if copy.passage_at(start).kind in rule.apart:
            continue
        if HAN in form.pattern and not any(map(is_han, copy.text[max(0, start - 1) : end + 1])):
            continue  # Korean, Uyghur, Tibetan … have their own rules of marks and spaces
        if form.right is None:
            yield Slip(start, end, rule.code, {"wrong": _in_context(copy.text, start, end)[0]})
            continue
        right = match.expand(form.right) if isinstance(form.right, str) else form.right(match)
        if right is not None:
            wrong, instead = _in_context(copy.text, start, end, right)
            yield Slip(start, end, rule.code, {"wrong": wrong, "right": instead}, right, rule.safe)


def _in_context(text: str, start: int, end: int, right: str = "") -> tuple[str, str]:
    """What is wrong and what is right; a single character, or marks alone, with a character on either side."""
    wrong = text[start:end]
    if len(wrong) > 1 and any(map(str.isalnum, wrong)):
        return wrong, right
    before = text[start - 1 : start].strip("\n")
    after = text[end : end + 1].strip("\n")
    return f"{before}{wrong}{after}", f"{before}{right}{after}"
