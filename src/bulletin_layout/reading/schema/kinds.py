"""The kinds of value a key may have, as data: one table drives the checks, the JSON Schema and the reference."""

from collections.abc import Callable, Mapping
from dataclasses import field
from typing import assert_never

from bulletin_layout.values import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Any text on one or more lines; numbers are taken as they are written."""

    what: str = "text"


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
    """Text of a form of its own. ``parse`` gives its value, or raises ValueError with a message for the user."""

    what: str
    parse: Callable[[str], object]
    pattern: str = ""  #: for JSON Schema; empty: any text


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list; ``noun`` names its items in messages (``page 2``); ``length``: it has exactly so many."""

    item: "Kind"
    noun: str = ""
    length: int | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """A map whose keys are names that the user gives; ``noun`` names them in messages (``slot "lead"``)."""

    item: "Kind"
    noun: str = ""


@dataclass(frozen=True, slots=True)
class Key:
    """One key that a map may have, with a line of documentation."""

    kind: "Kind"
    doc: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """A map with known keys."""

    keys: Mapping[str, Key]


@dataclass(frozen=True, slots=True)
class Either:
    """What a scalar, a map or a list means where more than one of them may stand."""

    scalar: "Kind | None" = None
    mapping: "Kind | None" = None
    sequence: "Kind | None" = None


@dataclass(frozen=True, slots=True)
class Anything:
    """A node that is looked at later."""


Kind = Text | Flag | Whole | Number | Choice | Form | ListOf | Named | Shape | Either | Anything


def what(kind: Kind) -> str:
    """The kind in the words of a message: "must be …"."""
    match kind:
        case Text() | Form():
            said = kind.what
        case Flag():
            said = "true or false"
        case Whole():
            said = f"a whole number from {kind.least} to {kind.most}" + (f" ({kind.unit})" if kind.unit else "")
        case Number():
            said = f"a number from {kind.least:g} to {kind.most:g}"
        case Choice():
            said = f"one of {', '.join(kind.options)}"
        case ListOf():
            said = f"a list of {kind.length} items" if kind.length else "a list"
        case Named() | Shape():
            said = "a map (keys and values)"
        case Either():
            parts = (kind.scalar, kind.mapping, kind.sequence)
            said = " or ".join(what(part) for part in parts if part is not None)
        case Anything():
            said = "any value"
        case _:
            assert_never(kind)
    return said
