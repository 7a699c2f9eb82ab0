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


#: Named things of maps, by the identity of their entries (which are kept with them), with their shapes: layouts share
#: those of the layout that they extend. Things with findings are not among them, since findings are said each time.
Things = dict[int, tuple[MapEntry, Shape, Item]]


def read_record(
    node: MapNode, shape: Shape, where: Where, findings: list[Finding], things: Things | None = None
) -> Record:
    """Read a map by its shape. Unknown keys, missing required keys and wrong values become findings. ``things``:
    those that were read before, to which those of this map are added."""
    return _Reader(findings, {} if things is None else things).record(node, shape, where, node.location)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads nodes by their kinds."""

    findings: list[Finding]
    things: Things

    def record(self, node: MapNode, shape: Shape, where: Where, location: Location) -> Record:
        """A map by its shape. ``location``: where the thing is named."""
        # Nested maps report into the same list, so its growth tells whether anything in this record was faulty.
        before = len(self.findings)
        items: dict[str, Item] = {}
        for name, entry in node.entries.items():
            key = shape.keys.get(name)
            if key is None:
                near = nearest(name, shape.keys)
                self.findings.append(
                    said.unknown_key(entry.key_location, where=where.lead(), key=shortened(name), near=near)
                )
            elif not is_null(entry.value):
                item = self._item(name, entry, key.kind, where)
                if item is not None:
                    items[name] = item
        for name, key in shape.keys.items():
            if key.required and (name not in node.entries or _is_blank(node.entries[name].value)):
                place = node.entries[name].key_location if name in node.entries else location
                self.findings.append(said.missing_key(place, where=where.lead(), key=name))
        return Record(location, items, len(self.findings) == before)

    def _item(self, name: str, entry: MapEntry, kind: Kind, where: Where) -> Item | None:
        """The value of a map's key; None when it is faulty, which is reported."""
        node = entry.value
        value = node if isinstance(kind, Anything) else self._value(name, node, kind, where)
        return None if value is None else Item(value, node.location, entry.key_location)

    def _thing(self, entry: MapEntry, node: MapNode, shape: Shape, where: Where) -> Item:
        """A named thing, whose place is that of its name."""
        place = entry.key_location
        known = self.things.get(id(entry))
        if known is not None and known[1] is shape:
            return known[2]
        before = len(self.findings)
        item = Item(self.record(node, shape, where, place), place, place)
        if len(self.findings) == before:
            self.things[id(entry)] = entry, shape, item
        return item

    def _value(self, name: str, node: Node, kind: Kind, where: Where) -> object | None:
        """A node's value by its kind; None when it is faulty, which is reported. ``name``: the key of the value."""
        if isinstance(kind, Either):
            part = _part(kind, node)
            if part is not None:
                return self._value(name, node, part, where)
        value: object | None = None
        match node, kind:
            case ScalarNode(), Words() if node.value is not None:
                value = node
            case ScalarNode(), (Text() | Flag() | Whole() | Number() | Choice() | Form()) if node.value is not None:
                try:
                    value = _scalar(node, kind)
                except SaidValueError as problem:
                    self.findings.append(
                        values.wrong_value(node.location, where=where.lead(), key=name, problem=problem.says)
                    )
            case MapNode(), Shape():
                value = self.record(node, kind, where.within(name), node.location)
            case MapNode(), Named(item=Anything()):
                value = node
            case MapNode(), Named():
                value = self._named(name, node, kind, where)
            case ListNode(), ListOf():
                value = self._list(name, node, kind, where)
            case _:
                hint = _quoting(node) if Words() in (kind, getattr(kind, "scalar", None)) else NOTHING
                self.findings.append(
                    said.wrong_type(
                        node.location, where=where.lead(), key=name, kind=what(kind), has=described(node), hint=hint
                    )
                )
        return value

    def _named(self, name: str, node: MapNode, kind: Named, where: Where) -> Record:
        items: dict[str, Item] = {}
        for key, entry in node.entries.items():
            if kind.names and key not in kind.names:
                thing, near = said.named(kind.noun, shortened(key)), nearest(key, kind.names)
                self.findings.append(said.unknown_name(entry.key_location, where=where.lead(), thing=thing, near=near))
                continue
            if is_null(entry.value):
                continue
            inner = Where(said.named(kind.noun, key), named=True) if kind.noun else where.within(name)
            if isinstance(kind.item, Shape) and isinstance(entry.value, MapNode):
                items[key] = self._thing(entry, entry.value, kind.item, inner)
                continue
            item = self._item(key, entry, kind.item, where if kind.noun else inner)
            if item is not None:
                items[key] = item
        return Record(node.location, items)

    def _list(self, name: str, node: ListNode, kind: ListOf, where: Where) -> tuple[Item, ...] | None:
        if kind.length is not None and len(node.items) != kind.length:
            self.findings.append(
                said.wrong_length(node.location, where=where.lead(), key=name, kind=what(kind), count=len(node.items))
            )
            return None
        items = []
        for number, part in enumerate(node.items, start=1):
            inner = Where(said.page(number), named=True) if kind.noun else where
            if isinstance(kind.item, Shape) and isinstance(part, MapNode):
                record = self.record(part, kind.item, inner, part.location)
                items.append(Item(record, part.location, part.location))
                continue
            value = self._value(name, part, kind.item, inner)
            if value is not None:
                items.append(Item(value, part.location, part.location))
        return tuple(items)


def _is_blank(node: Node) -> bool:
    return isinstance(node, ScalarNode) and (node.value is None or not node.text.strip())


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


def _scalar(node: ScalarNode, kind: Text | Flag | Whole | Number | Choice | Form) -> object:
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
