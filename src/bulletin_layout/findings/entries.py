"""Entries of the catalogue (条目): a code with its severity, its sentences in both languages, and what it means.

An entry is declared as a function: its name is the code, its first parameter the place, the others its sentence's
fields. ``entry`` makes of it what makes the findings, so that a type checker sees every field of every call::

    @entry("error", zh="没有“{key}”这个键", en='unknown key "{key}"', meaning=…, mend=…, example=…)
    def unknown_key(place: Location, *, key: str) -> Finding: ...

A code that is said in several ways has further ``wording``s: other sentences, with fields of their own.
"""

from collections.abc import Callable
from typing import Generic, NamedTuple, ParamSpec, cast

from bulletin_layout.findings import Finding, Location, Severity
from bulletin_layout.findings.phrases import filled, parameters

P = ParamSpec("P")

#: The same in Chinese and in English.
Both = tuple[str, str]


class About(NamedTuple):
    """What the documents say of a code: what it means, how to mend it, an example. ``fixed``: it tells of content
    that is lost, unreadable or unsafe, so that no publication can lower it or put it off."""

    meaning: Both
    mend: Both
    example: str | Both
    fixed: bool


class Entry(Generic[P]):
    """Makes the findings of one sentence. ``area``: the module of the catalogue that has it; ``names``: its fields;
    ``wordings``: a code's other sentences."""

    __slots__ = ("about", "area", "code", "en", "names", "one", "severity", "wordings", "zh")

    def __init__(self, code: str, severity: Severity, forms: tuple[str, str, str], declared: "Callable[P, Finding]"):
        self.code, self.severity = code, severity
        self.names = parameters(declared)[1:]
        self.area = declared.__module__.rpartition(".")[2]
        self.zh, self.en, self.one = forms
        self.about: About | None = None
        self.wordings: list[Entry[...]] = []

    def __call__(self, *place: P.args, **fields: P.kwargs) -> Finding:
        says = filled(self.zh, self.en, self.one, self.names, (), fields)
        return Finding(self.severity, self.code, says, cast(Location, place[0]))


def entry(
    severity: Severity,
    *,
    zh: str,
    en: str,
    meaning: Both,
    mend: Both,
    example: str | Both,
    one: str = "",
    fixed: bool = False,
) -> Callable[[Callable[P, Finding]], Entry[P]]:
    """A code by the function's name and parameters; ``one``: the English for a ``count`` of 1."""

    def made(declared: "Callable[P, Finding]") -> "Entry[P]":  # as text: evaluating it takes longer than all else
        code = declared.__name__.replace("_", "-")
        done: Entry[P] = Entry(code, severity, (zh, en, one), declared)
        done.about = About(meaning, mend, example, fixed)
        return done

    return made


def wording(
    of: Entry[...], *, zh: str, en: str, one: str = "", severity: Severity | None = None
) -> Callable[[Callable[P, Finding]], Entry[P]]:
    """Another sentence of a code, by the function's parameters; ``severity``: when it is not the code's usual one."""

    def made(declared: "Callable[P, Finding]") -> "Entry[P]":  # as text: evaluating it takes longer than all else
        done: Entry[P] = Entry(of.code, severity or of.severity, (zh, en, one), declared)
        of.wordings.append(done)
        return done

    return made
