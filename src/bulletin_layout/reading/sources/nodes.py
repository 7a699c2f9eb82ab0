"""What a YAML file says (节点): scalars, lists and maps, each with its place. Nothing here knows what a key means."""

from collections.abc import Mapping
from typing import assert_never

from bulletin_layout.findings import Location
from bulletin_layout.findings.catalogue import keys
from bulletin_layout.findings.phrases import Phrase
from bulletin_layout.values import dataclass


@dataclass(frozen=True, slots=True)
class ScalarNode:
    """A single value. ``text`` is as written; ``value`` is what the YAML 1.2 core schema makes of it; ``source`` is
    what stands in the file, with its quotation marks and line ends."""

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
    """One key of a map with the place where the key stands, and its value."""

    key_location: Location
    value: "Node"


@dataclass(frozen=True, slots=True)
class MapNode:
    """Keys and values in the order they were written."""

    location: Location
    entries: Mapping[str, MapEntry]


Node = ScalarNode | ListNode | MapNode


def is_null(node: Node) -> bool:
    """Whether a value was left empty or is ``null``: the same as not being there."""
    return isinstance(node, ScalarNode) and node.value is None


def described(node: Node) -> Phrase:
    """The node as a message names it: ``"maybe"``, ``a list``, ``a map``."""
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
    """A text as YAML takes it whole: between quotation marks, single ones where double ones would change it."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def shortened(text: str, most: int = 30) -> str:
    """Text cut to fit into a message, on one line."""
    flat = text.replace("\n", " ")
    return flat if len(flat) <= most else flat[: most - 1] + "…"
