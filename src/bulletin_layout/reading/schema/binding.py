"""Keys bound to the fields of values (一键一源): the field holds type and default, the key's line says the rest."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field
from typing import Any, Final, get_args

from bulletin_layout.findings.phrases import NOTHING, Phrase
from bulletin_layout.reading.schema.check import Item, Record
from bulletin_layout.reading.schema.kinds import Choice, Either, Flag, Key, Kind, Shape

#: For ``key(field=…)``: no field is given by this key alone; reading makes something of it by hand.
BY_HAND: Final = ""
#: A key's line as it is written in a table, in the order of ``key``'s parameters; ``shape`` makes a ``Key`` of it.
_Line = tuple[Phrase, Kind | None, str | None, bool, object, Phrase, tuple[str | int | float, ...]]


def key(
    doc: Phrase,
    kind: Kind | None = None,
    *,
    field: str | None = None,
    required: bool = False,
    usual: object = None,
    instead: Phrase = NOTHING,
    examples: tuple[str | int | float, ...] = (),
) -> _Line:
    """One key: what it means, and how it is written when its field's type does not say that by itself.

    ``field``: the field of the value, when it does not have the key's name; see ``Key`` for the others.
    """
    return doc, kind, field, required, usual, instead, examples


def shape(value: type[Any] | None, lines: Mapping[str, _Line]) -> Shape:
    """A table of keys whose values go to the fields of ``value``. TypeError for a key that is bound to no field, or
    that says neither by itself nor by its field what may stand there: both are slips in a table."""
    fields: Mapping[str, Field[Any]] = {} if value is None else value.__dataclass_fields__
    return Shape({name: _bound(name, line, value, fields) for name, line in lines.items()}, value)


def _bound(name: str, line: _Line, value: type[Any] | None, fields: Mapping[str, Field[Any]]) -> Key:
    doc, kind, bound_to, required, usual, instead, examples = line
    if bound_to is None:
        bound_to = BY_HAND if value is None else name
    field = fields.get(bound_to)
    if field is None and bound_to != BY_HAND:
        raise TypeError(f'the key "{name}" is bound to no field of {value}: say which, or that it is read by hand')
    if kind is None:
        kind = words(field.type) if field is not None else None
        if kind is None:
            raise TypeError(f'neither the key "{name}" nor its field says what may stand there')
    default = None if field is None or field.default is MISSING else field.default
    return Key(kind, doc, required, bound_to, default, usual, instead, examples)


def words(written: Any, aliases: Mapping[str, str] | None = None) -> Choice | Flag | None:
    """What a type says by itself: the words of a ``Literal`` (``aliases``: other spellings of some of them), true or
    false; None when it says too little."""
    if written is bool:
        return Flag()
    options = get_args(written)
    if options and options[-1] is type(None):  # X | None: a key that is missing gives None
        options = get_args(options[0])
    return Choice(options, aliases or {}) if options and all(isinstance(word, str) for word in options) else None


#: A written value as its field holds it: of a record, by the key's name. A length becomes points, a name its ink.
Meant = Callable[[Record, str, Key], object]


def plain(record: Record, name: str, bound: Key) -> object:
    """Words and numbers are held as they were read, lists as tuples."""
    value = record.items[name].value if name in record.items else bound.usual
    if isinstance(value, tuple):
        return tuple(part.value if isinstance(part, Item) else part for part in value)
    return value


def field_values(record: Record, shape: Shape, meant: Meant = plain) -> dict[str, Any]:
    """What a record gives the fields of its shape's value. A key that is not there leaves the field's default."""
    found: dict[str, Any] = {}
    for name, bound in shape.keys.items():
        item = record.items.get(name)
        if bound.field == BY_HAND or (item is None and bound.usual is None):
            continue
        inner = _within(bound.kind)
        if item is None or inner is None or not isinstance(item.value, Record):
            found[bound.field] = meant(record, name, bound)
        elif inner.value is shape.value:
            found.update(field_values(item.value, inner, meant))
        else:
            assert inner.value is not None  # what has no class is read by hand
            found[bound.field] = inner.value(**field_values(item.value, inner, meant))
    return found


def _within(kind: Kind) -> Shape | None:
    """The table of the map that may stand for a key."""
    if isinstance(kind, Either):
        kind = kind.mapping if isinstance(kind.mapping, Shape) else kind
    return kind if isinstance(kind, Shape) else None
