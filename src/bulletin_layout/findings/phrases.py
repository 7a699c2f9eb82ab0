"""Sentences and parts of sentences in Chinese and English (词句): filled in when made, worded when shown.

A phrase is declared as a function whose parameters are its fields; the type checker then checks every use of it::

    @phrase(zh="{count}版", en="{count} pages", one="{count} page")
    def pages(count: int) -> Phrase: ...
"""

from collections.abc import Callable
from dataclasses import replace
from types import CodeType
from typing import Final, Generic, ParamSpec, TypeAlias, Union

from bulletin_layout.languages import Language
from bulletin_layout.values import dataclass

P = ParamSpec("P")

#: What stands between the members of a list.
_BETWEEN: Final = {"zh": "、", "en": ", "}

#: What may fill in a sentence; a tuple is shown as a list.
Field: TypeAlias = Union[str, int, float, "Phrase", "tuple[Field, ...]"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence's two forms (``str.format``) and what fills them in, by name."""

    zh: str
    en: str
    fields: tuple[tuple[str, Field], ...] = ()

    def __bool__(self) -> bool:
        """Whether it says anything."""
        return bool(self.en)


#: Says nothing.
NOTHING: Final = Phrase("", "")


def as_written(words: str) -> Phrase:
    """Words that are the same in every language: a system's message, a name."""
    return Phrase("{words}", "{words}", (("words", words),))


class SaidError(Exception):
    """An error said in words for the user, in whatever language; ``str`` is for who looks for its cause."""

    def __init__(self, says: Phrase) -> None:
        super().__init__(says)
        self.says = says

    def __str__(self) -> str:
        return text(self.says, "en")


class SaidValueError(SaidError, ValueError):
    """A written value that is none of its kind."""


def both(en: str, zh: str) -> Phrase:
    """A sentence without fields, in both languages; its braces are printed."""
    return Phrase(zh.replace("{", "{{").replace("}", "}}"), en.replace("{", "{{").replace("}", "}}"))


def refilled(phrase: Phrase, **changed: Field) -> Phrase:
    """The phrase with other fields, of those that it has."""
    return replace(phrase, fields=tuple((name, changed.get(name, value)) for name, value in phrase.fields))


def text(phrase: Phrase, language: Language) -> str:
    """The phrase in a language."""
    form = phrase.zh if language == "zh" else phrase.en
    return form.format_map({name: shown(value, language) for name, value in phrase.fields})


def shown(value: Field, language: Language) -> str | int | float:
    """A field as its sentence takes it: numbers stay numbers, for the sentence may say how they are written."""
    if isinstance(value, Phrase):
        return text(value, language)
    if isinstance(value, tuple):
        return _BETWEEN[language].join(str(shown(each, language)) for each in value)
    return value


class PhraseForm(Generic[P]):
    """A phrase to be filled in: what ``phrase`` makes of a function. ``names``: its fields."""

    __slots__ = ("en", "names", "one", "zh")

    def __init__(self, zh: str, en: str, one: str, names: tuple[str, ...]) -> None:
        self.zh, self.en, self.one, self.names = zh, en, one, names

    def __call__(self, *values: P.args, **named: P.kwargs) -> Phrase:
        return filled(self.zh, self.en, self.one, self.names, values, named)


def phrase(*, zh: str, en: str, one: str = "") -> Callable[[Callable[P, Phrase]], PhraseForm[P]]:
    """A phrase by the function's parameters; ``one``: the English for a ``count`` of 1."""

    def made(declared: "Callable[P, Phrase]") -> "PhraseForm[P]":  # as text: evaluating it takes longer than all else
        return PhraseForm(zh, en, one, parameters(declared))

    return made


def parameters(declared: Callable[..., object]) -> tuple[str, ...]:
    """The names of a function's parameters. Reading its code takes a fiftieth of what ``inspect.signature`` takes."""
    code: CodeType = declared.__code__
    return code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]


def filled(
    zh: str, en: str, one: str, names: tuple[str, ...], values: tuple[object, ...], named: dict[str, object]
) -> Phrase:
    """A phrase of its two forms and its fields, given by their order or by name."""
    given = {**dict(zip(names, values, strict=False)), **named}
    fields: tuple[tuple[str, Field], ...] = tuple((name, given[name]) for name in names)  # type: ignore[misc]
    return Phrase(zh, one if one and given["count"] == 1 else en, fields)
