"""Entries of the catalogue (条目): a code with its severity, its sentences in both languages, and its explanation.

An entry is declared as a function: its name is the code, its first parameter the location, the other parameters are the
fields of its sentence. ``entry`` turns it into an ``Entry``, which makes the findings. A type checker sees the
parameters, and so checks the fields of every call::

    @entry("error", zh="没有“{key}”这个键", en='unknown key "{key}"', meaning=…, mend=…, example=…)
    def unknown_key(place: Location, *, key: str) -> Finding: ...

A code with several sentences has further ``wording``s, each with fields of its own.
"""

from collections.abc import Callable
from typing import Generic, ParamSpec, cast

from bulletin_layout.findings import Finding, Location, Severity
from bulletin_layout.findings.phrases import filled, parameters
from bulletin_layout.values import NamedTuple

P = ParamSpec("P")

#: A text in Chinese and in English.
Both = tuple[str, str]
#: The sentence of codes that propose what to write.
SHOULD_BE_ZH, SHOULD_BE_EN = "“{wrong}”应为“{right}”", '"{wrong}" should be "{right}"'


class About(NamedTuple):
    """The explanation of a code: what it means, how to mend it, an example.

    ``fixed``: it reports content that is lost, unreadable or unsafe, so a publication can neither lower its severity
    nor turn it off. ``asked``: it is told only where a publication or story gives it a severity.
    """

    meaning: Both
    mend: Both
    example: str | Both
    fixed: bool
    asked: bool = False


class Entry(Generic[P]):
    """Makes the findings of one sentence: ``entry(location, field=…)``.

    ``area``: module of the catalogue that declares it; ``names``: its fields; ``wordings``: other sentences of the
    code.
    """

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
    asked: bool = False,
) -> Callable[[Callable[P, Finding]], Entry[P]]:
    """Declare a code by a function's name and parameters; ``one``: the English sentence for a ``count`` of 1."""

    # The annotations are strings: evaluating them for hundreds of entries would take most of the import's time.
    def made(declared: "Callable[P, Finding]") -> "Entry[P]":
        code = declared.__name__.replace("_", "-")
        done: Entry[P] = Entry(code, severity, (zh, en, one), declared)
        done.about = About(meaning, mend, example, fixed, asked)
        return done

    return made


def wording(
    of: Entry[...], *, zh: str, en: str, one: str = "", severity: Severity | None = None
) -> Callable[[Callable[P, Finding]], Entry[P]]:
    """Declare another sentence of a code by a function's parameters; ``severity``: if it differs from the code's."""

    def made(declared: "Callable[P, Finding]") -> "Entry[P]":  # annotations as strings: see ``entry``
        done: Entry[P] = Entry(of.code, severity or of.severity, (zh, en, one), declared)
        of.wordings.append(done)
        return done

    return made
