"""Phrases: sentences and parts of sentences in Chinese and English (词句).

A phrase gets its fields when it is made, and its language when it is shown. It is declared as a function whose
parameters are its fields, so that a type checker checks every use of it::

    @phrase(zh="{count}版", en="{count} pages", one="{count} page")
    def pages(count: int) -> Phrase: ...
"""

from collections.abc import Callable
from dataclasses import replace
from types import CodeType
from typing import Final, Generic, ParamSpec, TypeAlias, Union

from bulletin_layout.findings.visible import visible
from bulletin_layout.languages import Language
from bulletin_layout.values import dataclass

P = ParamSpec("P")

#: Separates the members of a list.
_BETWEEN: Final = {"zh": "、", "en": ", "}

#: What can be a field of a phrase; a tuple is shown as a list.
Field: TypeAlias = Union[str, int, float, "Phrase", "tuple[Field, ...]"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence in two languages, both formats for ``str.format``, with the values of its fields by name."""

    zh: str
    en: str
    fields: tuple[tuple[str, Field], ...] = ()

    def __bool__(self) -> bool:
        """Whether it says anything."""
        return bool(self.en)


#: The empty phrase.
NOTHING: Final = Phrase("", "")


def as_written(words: str) -> Phrase:
    """A phrase that is the same in every language: a message of the system, a name."""
    return Phrase("{words}", "{words}", (("words", words),))


class SaidError(Exception):
    """An error with a message for the user in both languages (``says``); ``str`` gives the English one, for logs."""

    def __init__(self, says: Phrase) -> None:
        super().__init__(says)
        self.says = says

    def __str__(self) -> str:
        return text(self.says, "en")


class SaidValueError(SaidError, ValueError):
    """A written value that is not of the expected kind, such as a length without a unit."""


def both(en: str, zh: str) -> Phrase:
    """A sentence without fields, in both languages; its braces are printed."""
    return Phrase(zh.replace("{", "{{").replace("}", "}}"), en.replace("{", "{{").replace("}", "}}"))


def refilled(phrase: Phrase, **changed: Field) -> Phrase:
    """The phrase with some of its fields changed; names that it does not have are ignored."""
    return replace(phrase, fields=tuple((name, changed.get(name, value)) for name, value in phrase.fields))


def text(phrase: Phrase, language: Language) -> str:
    """The phrase in one language, as plain text."""
    form = phrase.zh if language == "zh" else phrase.en
    return form.format_map({name: shown(value, language) for name, value in phrase.fields})


def shown(value: Field, language: Language) -> str | int | float:
    """A field as its sentence takes it: numbers stay numbers, for the sentence may say how they are written; in words,
    whatever would act on a terminal is escaped."""
    if isinstance(value, Phrase):
        return text(value, language)
    if isinstance(value, tuple):
        return _BETWEEN[language].join(str(shown(each, language)) for each in value)
    return visible(value) if isinstance(value, str) else value


class PhraseForm(Generic[P]):
    """A phrase whose fields are still to be given, by a call; ``phrase`` makes it of a function. ``names``: fields."""

    __slots__ = ("en", "names", "one", "zh")

    def __init__(self, zh: str, en: str, one: str, names: tuple[str, ...]) -> None:
        self.zh, self.en, self.one, self.names = zh, en, one, names

    def __call__(self, *values: P.args, **named: P.kwargs) -> Phrase:
        return filled(self.zh, self.en, self.one, self.names, values, named)


def phrase(*, zh: str, en: str, one: str = "") -> Callable[[Callable[P, Phrase]], PhraseForm[P]]:
    """Declare a phrase by a function's parameters; ``one``: the English form for a ``count`` of 1."""

    # The annotations are strings: evaluating them for hundreds of phrases would take most of the import's time.
    def made(declared: "Callable[P, Phrase]") -> "PhraseForm[P]":
        return PhraseForm(zh, en, one, parameters(declared))

    return made


def parameters(declared: Callable[..., object]) -> tuple[str, ...]:
    """The names of a function's parameters, from its code object: 50 times faster than ``inspect.signature``."""
    code: CodeType = declared.__code__
    return code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]


def filled(
    zh: str, en: str, one: str, names: tuple[str, ...], values: tuple[object, ...], named: dict[str, object]
) -> Phrase:
    """A phrase with its fields, which are given by position (``values``) or by name (``named``). KeyError: one is
    missing."""
    given = {**dict(zip(names, values, strict=False)), **named}
    fields: tuple[tuple[str, Field], ...] = tuple((name, given[name]) for name in names)  # type: ignore[misc]
    return Phrase(zh, one if one and given["count"] == 1 else en, fields)
