"""Checks a node against its kind: gives the value, or a finding at the node's place. All findings of a file come in
one run."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar, assert_never

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import keys as said
from bulletin_layout.findings.catalogue import values
from bulletin_layout.findings.nearest import nearest
from bulletin_layout.findings.phrases import NOTHING, Phrase, SaidValueError
from bulletin_layout.reading.schema.kinds import (
    Anything,
    Choice,
    Either,
    Flag,
    Form,
    Kind,
    ListOf,
    Named,
    Number,
    Shape,
    Text,
    Whole,
    Words,
    what,
)
from bulletin_layout.reading.schema.units import fraction
from bulletin_layout.reading.sources.files import Files
from bulletin_layout.reading.sources.nodes import (
    ListNode,
    MapEntry,
    MapNode,
    Node,
    ScalarNode,
    described,
    is_null,
    quoted,
    shortened,
)
from bulletin_layout.values import NamedTuple, dataclass

T = TypeVar("T")


class Item(NamedTuple):
    """A checked value with its place and that of its key (for items of a list the two are the same)."""

    value: Any
    location: Location
    key_location: Location


@dataclass(frozen=True, slots=True)
class Record:
    """A checked map. Missing, null and faulty keys are not in ``items``; ``whole``: no key was faulty."""

    location: Location
    items: Mapping[str, Item]
    whole: bool = True

    def get(self, key: str, kind: type[T]) -> T | None:
        """The key's value if present and of this type, else None."""
        item = self.items.get(key)
        return item.value if item is not None and isinstance(item.value, kind) else None

    def text(self, key: str, default: str = "") -> str:
        """The key's text."""
        value = self.get(key, str)
        return default if value is None else value

    def texts(self, key: str) -> tuple[str, ...]:
        """The key's text, or the texts of its list."""
        one = self.get(key, str)
        return (one,) if one is not None else tuple(item.value for item in self.get(key, tuple) or ())

    def words(self, key: str) -> ScalarNode | None:
        """The node of a key whose text may contain inline marks."""
        return self.get(key, ScalarNode)

    def place(self, key: str) -> Location:
        """The place of the key's value; of the record itself when it has no such key."""
        item = self.items.get(key)
        return self.location if item is None else item.location

    def records(self, key: str) -> "Mapping[str, Record]":
        """By name, the records of a map with user-given names."""
        inner = self.get(key, Record)
        if inner is None:
            return {}
        return {name: item.value for name, item in inner.items.items() if isinstance(item.value, Record)}


class Where(NamedTuple):
    """Names, in findings, the thing that a key belongs to: ``slot "lead"``, or the path of keys down to it."""

    label: str | Phrase = ""
    named: bool = False

    def within(self, key: str) -> "Where":
        """The thing below a key of this one."""
        return self if self.named else Where(f"{self.label}.{key}" if self.label else key)

    def lead(self) -> Phrase:
        """The words that begin a sentence about this thing."""
        return said.of(self.label) if self.label else NOTHING


def record_of(files: Files, path: Path, named_at: Location, shape: Shape) -> Record | None:
    """The map of a YAML file, read by its shape; None when there is none, which is reported."""

    def read() -> Record | None:
        node = files.map(path, named_at)
        return read_record(node, shape, Where(), files.findings) if node is not None else None

    return files.remembered(("record", path), None, read)


def read_record(
    node: MapNode, shape: Shape, where: Where, findings: list[Finding], location: Location | None = None
) -> Record:
    """Read a map by its shape. Unknown keys, missing required keys and wrong values become findings.

    ``location``: where the thing is named, when that is not where the map starts.
    """
    location = location or node.location
    # Nested maps report into the same list, so its growth tells whether anything in this record was faulty.
    before = len(findings)
    items: dict[str, Item] = {}
    for name, entry in node.entries.items():
        key = shape.keys.get(name)
        if key is None:
            near = nearest(name, shape.keys)
            findings.append(said.unknown_key(entry.key_location, where=where.lead(), key=shortened(name), near=near))
        elif not is_null(entry.value):
            item = _read(name, entry, key.kind, where, findings)
            if item is not None:
                items[name] = item
    for name, key in shape.keys.items():
        if key.required and (name not in node.entries or _is_blank(node.entries[name].value)):
            place = node.entries[name].key_location if name in node.entries else location
            findings.append(said.missing_key(place, where=where.lead(), key=name))
    return Record(location, items, len(findings) == before)


def _is_blank(node: Node) -> bool:
    return isinstance(node, ScalarNode) and (node.value is None or not node.text.strip())


def _read(name: str, entry: MapEntry, kind: Kind, where: Where, findings: list[Finding]) -> Item | None:
    node = entry.value
    if isinstance(kind, Anything):
        return Item(node, node.location, entry.key_location)
    value = read_value(name, node, kind, where, findings)
    return None if value is None else Item(value, node.location, entry.key_location)


def read_value(name: str, node: Node, kind: Kind, where: Where, findings: list[Finding]) -> object | None:
    """Read a node's value by its kind; None when it is faulty, which is reported. ``name``: the key of the value."""
    if isinstance(kind, Either):
        part = _part(kind, node)
        if part is not None:
            return read_value(name, node, part, where, findings)
    value: object | None = None
    match kind, node:
        case Shape(), MapNode():
            value = read_record(node, kind, where.within(name), findings)
        case Named(item=Anything()), MapNode():
            value = node
        case Named(), MapNode():
            value = _read_named(name, node, kind, where, findings)
        case ListOf(), ListNode():
            value = _read_list(name, node, kind, where, findings)
        case Words(), ScalarNode() if node.value is not None:
            value = node
        case ((Text() | Flag() | Whole() | Number() | Choice() | Form()), ScalarNode()) if node.value is not None:
            try:
                value = _read_scalar(node, kind)
            except SaidValueError as problem:
                findings.append(values.wrong_value(node.location, where=where.lead(), key=name, problem=problem.says))
        case _:
            hint = _quoting(node) if Words() in (kind, getattr(kind, "scalar", None)) else NOTHING
            findings.append(
                said.wrong_type(
                    node.location, where=where.lead(), key=name, kind=what(kind), has=described(node), hint=hint
                )
            )
    return value


def _quoting(node: Node) -> Phrase:
    """A hint that shows how to quote a text that YAML reads as a list."""
    items = node.items if isinstance(node, ListNode) else ()
    if not items or not all(isinstance(item, ScalarNode) for item in items):
        return NOTHING
    inner = ", ".join(item.text for item in items if isinstance(item, ScalarNode))
    return said.quote_it(quoted(f"[{inner}]"))


def _part(kind: Either, node: Node) -> Kind | None:
    match node:
        case ScalarNode():
            return kind.scalar
        case MapNode():
            return kind.mapping
        case ListNode():
            return kind.sequence
        case _:
            assert_never(node)


def _read_named(name: str, node: MapNode, kind: Named, where: Where, findings: list[Finding]) -> Record:
    items: dict[str, Item] = {}
    for key, entry in node.entries.items():
        if kind.names and key not in kind.names:
            thing, near = said.named(kind.noun, shortened(key)), nearest(key, kind.names)
            findings.append(said.unknown_name(entry.key_location, where=where.lead(), thing=thing, near=near))
            continue
        if is_null(entry.value):
            continue
        inner = Where(said.named(kind.noun, key), named=True) if kind.noun else where.within(name)
        if isinstance(kind.item, Shape) and isinstance(entry.value, MapNode):
            record = read_record(entry.value, kind.item, inner, findings, entry.key_location)
            items[key] = Item(record, entry.key_location, entry.key_location)
            continue
        item = _read(key, entry, kind.item, inner if kind.noun == "" else where, findings)
        if item is not None:
            items[key] = item
    return Record(node.location, items)


def _read_list(
    name: str, node: ListNode, kind: ListOf, where: Where, findings: list[Finding]
) -> tuple[Item, ...] | None:
    if kind.length is not None and len(node.items) != kind.length:
        findings.append(
            said.wrong_length(node.location, where=where.lead(), key=name, kind=what(kind), count=len(node.items))
        )
        return None
    items = []
    for number, part in enumerate(node.items, start=1):
        inner = Where(said.page(number), named=True) if kind.noun else where
        if isinstance(kind.item, Shape) and isinstance(part, MapNode):
            items.append(Item(read_record(part, kind.item, inner, findings), part.location, part.location))
            continue
        value = read_value(name, part, kind.item, inner, findings)
        if value is not None:
            items.append(Item(value, part.location, part.location))
    return tuple(items)


def _read_scalar(node: ScalarNode, kind: Text | Flag | Whole | Number | Choice | Form) -> object:
    """A scalar's value by its kind; raises SaidValueError when the text is not of that kind."""
    text = node.text.strip()
    value: object | None = None
    match kind:
        case Text():
            value = node.text
        case Flag():
            value = node.value if isinstance(node.value, bool) else None
        case Form():
            value = kind.parse(text)
        case Choice():
            value = kind.aliases.get(node.text, node.text)
            if value not in kind.options:
                raise SaidValueError(values.no_option(shortened(text), nearest(text, kind.options)))
        case Whole():
            value = _whole(text.removesuffix(kind.unit).rstrip())
        case Number():
            value = fraction(text)
        case _:
            assert_never(kind)
    in_range = not isinstance(kind, Whole | Number) or (
        isinstance(value, int | float) and kind.least <= value <= kind.most
    )
    if value is None or not in_range:
        raise SaidValueError(values.must_be(what(kind), described(node)))
    return value


def _whole(digits: str) -> int | None:
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else None
