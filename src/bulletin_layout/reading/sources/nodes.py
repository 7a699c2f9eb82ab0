"""The contents of a YAML file as nodes (节点): scalars, lists and maps, each with its place, before any key is
interpreted."""

from collections.abc import Mapping
from typing import assert_never

from bulletin_layout.findings import Location
from bulletin_layout.findings.catalogue import keys
from bulletin_layout.findings.phrases import Phrase
from bulletin_layout.values import dataclass


@dataclass(frozen=True, slots=True)
class ScalarNode:
    """A single value: ``text`` as written; ``value`` by the YAML 1.2 core schema; ``source`` as in the file, with
    quotation marks and line ends."""

    location: Location
    text: str
    value: str | int | float | bool | None
    source: str = ""


@dataclass(frozen=True, slots=True)
class ListNode:
    """A list of nodes."""

    location: Location
    items: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class MapEntry:
    """A key of a map with its place, and its value."""

    key_location: Location
    value: "Node"


@dataclass(frozen=True, slots=True)
class MapNode:
    """Keys and values in the order of the file."""

    location: Location
    entries: Mapping[str, MapEntry]


Node = ScalarNode | ListNode | MapNode


def is_null(node: Node) -> bool:
    """Whether a value is empty or ``null``, which equals a missing key."""
    return isinstance(node, ScalarNode) and node.value is None


def described(node: Node) -> Phrase:
    """The node in the words of a message: ``"maybe"``, ``a list``, ``a map``."""
    match node:
        case ScalarNode(text=text):
            return keys.nothing() if node.value is None else keys.quoted(shortened(text))
        case ListNode():
            return keys.a_list()
        case MapNode():
            return keys.a_map()
        case _:
            assert_never(node)


def quoted(text: str) -> str:
    """A text in the quotation marks that YAML needs to take it literally: double, or single where escapes would alter
    it."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def shortened(text: str, most: int = 30) -> str:
    """A text cut and put on one line, to fit into a message."""
    flat = text.replace("\n", " ")
    return flat if len(flat) <= most else flat[: most - 1] + "…"
