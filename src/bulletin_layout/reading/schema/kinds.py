"""The kinds of value that a key may have, as data: one table drives the checks, the JSON Schema and the reference."""

from collections.abc import Callable, Mapping
from dataclasses import field
from functools import reduce
from typing import Any, Final, assert_never

from bulletin_layout.findings.phrases import NOTHING, Phrase, both, phrase
from bulletin_layout.values import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Any text on one or more lines; numbers are kept as written. ``pattern``: as in ``Form``, the texts that are
    valid where the value is used."""

    what: Phrase = both("text", "文字")
    pattern: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """Text with inline marks. Its value is the node itself, since that knows the place of each character."""


@dataclass(frozen=True, slots=True)
class Flag:
    """true or false."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number; its ``unit`` (字 or 行) may follow."""

    least: int = 0
    most: int = 1000
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Number:
    """A number, or a fraction such as 1/4."""

    least: float
    most: float


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words; ``aliases`` are other (Chinese) spellings of some of them."""

    options: tuple[str, ...]
    aliases: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Form:
    """Text in a form of its own. ``parse`` gives its value, or raises SaidValueError.

    ``pattern``: a regular expression for the whole text without surrounding blanks, valid in Python and JavaScript
    alike. A bare number from ``least`` to ``most`` is accepted too where the pattern allows one. ``per_em``: the
    length is held in em of its text's size, not in points. ``write`` is the inverse of ``parse``: the text for a
    field's value.
    """

    what: Phrase
    parse: Callable[[str], object]
    pattern: str
    least: float | None = None
    most: float | None = None
    per_em: bool = False
    write: Callable[[Any], str] = str


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list. ``noun`` names its items in messages (``page 2``); ``length``: the exact number of items."""

    item: "Kind"
    noun: str = ""
    length: int | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """A map whose keys are names chosen by the user. ``noun`` names the entries in messages (``slot "lead"``);
    ``names``: the only names allowed, if these are fixed."""

    item: "Kind"
    noun: str = ""
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Key:
    """A key that a map may have, with its meaning.

    ``field``: the field of the shape's class that it sets; "": the reading code handles the key explicitly.
    ``default``: the field's value when the key is missing; None: none, or ``instead`` describes it in words.
    ``usual``: the value assumed for a missing key whose field has no default.
    """

    kind: "Kind"
    doc: Phrase
    required: bool = False
    field: str = ""
    default: object = None
    usual: object = None
    instead: Phrase = NOTHING
    examples: tuple[str | int | float, ...] = ()


@dataclass(frozen=True, slots=True)
class Shape:
    """A map with known keys. ``value``: the class (of ``issue`` or ``fonts``) whose fields they set; None: no single
    class. A nested map with the same class sets fields of the same value (``margins`` within a sheet)."""

    keys: Mapping[str, Key]
    value: type[Any] | None = None


@dataclass(frozen=True, slots=True)
class Either:
    """A value that may be a scalar, a map or a list, with the kind of each."""

    scalar: "Kind | None" = None
    mapping: "Kind | None" = None
    sequence: "Kind | None" = None


@dataclass(frozen=True, slots=True)
class Anything:
    """A node that is kept unread, to be read later."""


Kind = Text | Words | Flag | Whole | Number | Choice | Form | ListOf | Named | Shape | Either | Anything


_TEXT: Final = both("text", "文字")
_FLAG: Final = both("true or false", "true 或 false")
_LIST: Final = both("a list", "列表")
MAP: Final = both("a map (keys and values)", "一组键和值")
_ANYTHING: Final = both("any value", "任何值")


@phrase(zh="{least} 到 {most} 的整数{unit}", en="a whole number from {least} to {most}{unit}")
def _whole(least: int, most: int, unit: Phrase) -> Phrase: ...


@phrase(zh="（{unit}）", en=" ({unit})")
def _in_unit(unit: str) -> Phrase: ...


@phrase(zh="{least:g} 到 {most:g} 的数", en="a number from {least:g} to {most:g}")
def _number(least: float, most: float) -> Phrase: ...


@phrase(zh="{options} 之一", en="one of {options}")
def _one_of(options: tuple[str, ...]) -> Phrase: ...


@phrase(zh="{length}项的列表", en="a list of {length} items")
def _list_of(length: int) -> Phrase: ...


@phrase(zh="{first}，或{second}", en="{first} or {second}")
def _either(first: Phrase, second: Phrase) -> Phrase: ...


def what(kind: Kind) -> Phrase:
    """A description of the kind for a message: "must be …"."""
    match kind:
        case Text() | Form():
            says = kind.what
        case Words():
            says = _TEXT
        case Flag():
            says = _FLAG
        case Whole():
            says = _whole(kind.least, kind.most, _in_unit(kind.unit) if kind.unit else NOTHING)
        case Number():
            says = _number(kind.least, kind.most)
        case Choice():
            says = _one_of(kind.options)
        case ListOf():
            says = _LIST if kind.length is None else _list_of(kind.length)
        case Named() | Shape():
            says = MAP
        case Either():
            parts = (kind.scalar, kind.mapping, kind.sequence)
            says = reduce(_either, [what(part) for part in parts if part is not None])
        case Anything():
            says = _ANYTHING
        case _:
            assert_never(kind)
    return says
