"""The kinds of value a key may have, as data: one table drives the checks, the JSON Schema and the reference."""

from collections.abc import Callable, Mapping
from dataclasses import field
from functools import reduce
from typing import Any, Final, assert_never

from bulletin_layout.findings.phrases import NOTHING, Phrase, both, phrase
from bulletin_layout.values import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Any text on one or more lines; numbers are taken as they are written. ``pattern``: what reading takes where it
    uses the text, as for a ``Form``."""

    what: Phrase = both("text", "文字")
    pattern: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """Text with inline marks. Its value is the node itself, which knows where each character stands."""


@dataclass(frozen=True, slots=True)
class Flag:
    """true or false."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number; ``unit`` (字 or 行) may be written behind it."""

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
    """One of a few words; ``aliases`` are other spellings (Chinese ones) of some of them."""

    options: tuple[str, ...]
    aliases: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Form:
    """Text of a form of its own. ``parse`` gives its value, or raises SaidValueError.

    ``pattern`` is what the whole text matches, blanks at its ends aside: a regular expression that Python and
    JavaScript read alike. A number from ``least`` to ``most`` may stand alone where the pattern takes one.
    ``per_em``: the length is held in em of the text that it belongs to, not in points.
    ``write`` is the way back: the text for a value's field.
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
    """A list; ``noun`` names its items in messages (``page 2``); ``length``: it has exactly so many."""

    item: "Kind"
    noun: str = ""
    length: int | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """A map whose keys are names that the user gives; ``noun`` names them in messages (``slot "lead"``).
    ``names``: the only ones that there are, when they are known; they are a ``noun`` each."""

    item: "Kind"
    noun: str = ""
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Key:
    """One key that a map may have, with what it means.

    ``field``: of the shape's value, which the key gives; "": reading makes something of the key by hand.
    ``default``: what the field holds when the key is missing; None: nothing, or what ``instead`` says in words.
    ``usual``: what stands, as if it were written, for a missing key whose field has no default.
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
    """A map with known keys. ``value``: the class of ``issue`` (or ``fonts``) whose fields they give; None: no one
    class. A map within it that has the same class gives its fields to the same value (``margins`` to a sheet)."""

    keys: Mapping[str, Key]
    value: type[Any] | None = None


@dataclass(frozen=True, slots=True)
class Either:
    """What a scalar, a map or a list means where more than one of them may stand."""

    scalar: "Kind | None" = None
    mapping: "Kind | None" = None
    sequence: "Kind | None" = None


@dataclass(frozen=True, slots=True)
class Anything:
    """A node that is looked at later."""


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
    """The kind of value in the words of a message: "must be …"."""
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
