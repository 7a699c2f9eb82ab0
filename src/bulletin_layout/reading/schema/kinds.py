"""The kinds of value a key may have, as data: one table drives the checks, the JSON Schema and the reference."""

from collections.abc import Callable, Mapping
from dataclasses import field
from typing import Any, Final, NamedTuple, assert_never

from bulletin_layout.languages import Language
from bulletin_layout.values import dataclass


class Doc(NamedTuple):
    """Words for the user, in each language of the documents."""

    en: str
    zh: str

    def said(self, language: Language) -> str:
        """The words in a language."""
        return self.zh if language == "zh" else self.en


@dataclass(frozen=True, slots=True)
class Text:
    """Any text on one or more lines; numbers are taken as they are written. ``pattern``: what reading takes where it
    uses the text, as for a ``Form``."""

    what: Doc = Doc("text", "文字")
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

    what: Doc
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
    doc: Doc
    required: bool = False
    field: str = ""
    default: object = None
    usual: object = None
    instead: Doc = Doc("", "")
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


_TEXT: Final = Doc("text", "文字")
_FLAG: Final = Doc("true or false", "true 或 false")
_WHOLE: Final = Doc("a whole number from {least} to {most}", "{least} 到 {most} 的整数")
_NUMBER: Final = Doc("a number from {least:g} to {most:g}", "{least:g} 到 {most:g} 的数")
_CHOICE: Final = Doc("one of {options}", "{options} 之一")
_LIST: Final = Doc("a list", "列表")
_LIST_OF: Final = Doc("a list of {length} items", "{length}项的列表")
MAP: Final = Doc("a map (keys and values)", "一组键和值")
_OR: Final = Doc(" or ", "，或")
_COMMA: Final = Doc(", ", "、")
_UNIT: Final = Doc(" ({unit})", "（{unit}）")
_ANYTHING: Final = Doc("any value", "任何值")


def what(kind: Kind, language: Language = "en") -> str:
    """The kind in the words of a message: "must be …"."""
    match kind:
        case Text() | Form():
            said = kind.what.said(language)
        case Words():
            said = _TEXT.said(language)
        case Flag():
            said = _FLAG.said(language)
        case Whole():
            said = _WHOLE.said(language).format(least=kind.least, most=kind.most)
            said += _UNIT.said(language).format(unit=kind.unit) if kind.unit else ""
        case Number():
            said = _NUMBER.said(language).format(least=kind.least, most=kind.most)
        case Choice():
            said = _CHOICE.said(language).format(options=_COMMA.said(language).join(kind.options))
        case ListOf():
            said = (_LIST_OF if kind.length else _LIST).said(language).format(length=kind.length)
        case Named() | Shape():
            said = MAP.said(language)
        case Either():
            parts = (kind.scalar, kind.mapping, kind.sequence)
            said = _OR.said(language).join(what(part, language) for part in parts if part is not None)
        case Anything():
            said = _ANYTHING.said(language)
        case _:
            assert_never(kind)
    return said
