"""Binds keys to the fields of values (一键一源): type and default come from the field, so a key's line adds only the
rest."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field
from typing import Any, Final, get_args

from bulletin_layout.findings.phrases import NOTHING, Phrase
from bulletin_layout.reading.schema.check import Item, Record
from bulletin_layout.reading.schema.kinds import Choice, Either, Flag, Key, Kind, Shape

#: For ``key(field=…)``: the key sets no field by itself; the reading code handles it explicitly.
BY_HAND: Final = ""
#: A key's line in a table, in the order of ``key``'s parameters; ``shape`` makes a ``Key`` of it.
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
    """One line of a table: the key's meaning, and its written form when that does not follow from the field's type.

    ``field``: name of the value's field when it differs from the key's name; see ``Key`` for the other parameters.
    """
    return doc, kind, field, required, usual, instead, examples


def shape(value: type[Any] | None, lines: Mapping[str, _Line]) -> Shape:
    """A table of keys that set the fields of the class ``value``. Raises TypeError for a key without a field, or whose
    kind follows neither from its line nor from the field's type; both are mistakes in a table."""
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
    """The kind that follows from a type: a choice for a ``Literal`` (``aliases``: other spellings of its words), a
    flag for a bool; None for any other type."""
    if written is bool:
        return Flag()
    options = get_args(written)
    if options and options[-1] is type(None):  # X | None: None when the key is missing
        options = get_args(options[0])
    return Choice(options, aliases or {}) if options and all(isinstance(word, str) for word in options) else None


#: Converts the value of a record's key to what the field holds: a length to points, a name to its ink, and so on.
Meant = Callable[[Record, str, Key], object]


def plain(record: Record, name: str, bound: Key) -> object:
    """The default conversion: words and numbers as read, lists as tuples."""
    value = record.items[name].value if name in record.items else bound.usual
    if isinstance(value, tuple):
        return tuple(part.value if isinstance(part, Item) else part for part in value)
    return value


def field_values(record: Record, shape: Shape, meant: Meant = plain) -> dict[str, Any]:
    """Values for the fields of a shape's class, from a record. Fields of missing keys are left out, so they keep their
    defaults."""
    found: dict[str, Any] = {}
    for name, bound in shape.keys.items():
        item = record.items.get(name)
        if bound.field == BY_HAND or (item is None and bound.usual is None):
            continue
        inner = map_kind(bound.kind)
        if item is None or inner is None or not isinstance(item.value, Record):
            found[bound.field] = meant(record, name, bound)
        elif inner.value is shape.value:
            found.update(field_values(item.value, inner, meant))
        else:
            assert inner.value is not None  # shapes without a class are read explicitly
            found[bound.field] = inner.value(**field_values(item.value, inner, meant))
    return found


def map_kind(kind: Kind) -> Shape | None:
    """The table of the map that a key may hold; None when it takes no map."""
    if isinstance(kind, Either):
        kind = kind.mapping if isinstance(kind.mapping, Shape) else kind
    return kind if isinstance(kind, Shape) else None
