"""Adds keys to a map of YAML and items to a list (加一个键、一项), in the form that these have: lines of their own, or
within brackets; and takes them out again."""

from collections.abc import Mapping, Sequence
from typing import Any

from bulletin_layout.findings import Location
from bulletin_layout.live.edits.scalars import YamlPart, applied, plain_of, yaml_of
from bulletin_layout.live.edits.source_text import Replacement, SourceText
from bulletin_layout.reading.sources.nodes import ListNode, MapNode, Node
from bulletin_layout.reading.sources.yaml_adapter import NodeSpan, node_spans, parse_yaml


def with_entry(
    source: SourceText, part: YamlPart, within: MapNode, keys: Sequence[str], added: Mapping[str, str]
) -> Replacement | None:
    """The replacement that adds keys to the map below ``keys`` of a map, which is added with them if it is not there.
    ``added``: by key, values as YAML has them. None when that cannot be done without changing anything else."""
    node, missing = within, list(keys)
    while missing and missing[0] in node.entries:
        below = node.entries[missing.pop(0)].value
        if not isinstance(below, MapNode):
            return None
        node = below
    span = _span_of(source, part, node)
    if span is None or not node.entries:
        return None
    last = _end(source, part, [*node.entries.values()][-1].value)
    if last is None:
        return None
    change = _in_braces(last, missing, added) if span.flow else _on_lines(source, node, last, missing, added)
    after = yaml_of(SourceText(source.path, source.shown, b"", applied(source.text, change)))
    wanted = plain_of(part.node)
    here = _at(wanted, part.node, node)
    if after is None or here is None:
        return None
    for key in missing:
        here[key] = {}
        here = here[key]
    for key, value in added.items():
        one = parse_yaml(f"{key}: {value}", source.shown, [])
        here.update(plain_of(one) if one is not None else {})
    return change if plain_of(after.node) == wanted else None


def _span_of(source: SourceText, part: YamlPart, node: Node) -> NodeSpan | None:
    """The span of a node in the YAML of a file."""
    text = "\n".join(source.lines[part.first_line - 1 : part.first_line - 1 + part.lines])
    return node_spans(text).get((node.location.line - part.first_line + 1, node.location.column))


def _in_braces(last: int, missing: Sequence[str], added: Mapping[str, str]) -> Replacement:
    """Behind the last entry of a map in braces, which ends at ``last``."""
    said = ", ".join(f"{key}: {value}" for key, value in added.items())
    for key in reversed(missing):
        said = f"{key}: {{{said}}}"
    return Replacement(last, last, f", {said}")


def _on_lines(
    source: SourceText, node: MapNode, last: int, missing: Sequence[str], added: Mapping[str, str]
) -> Replacement:
    """Below the last entry of a map of lines, which ends at ``last``."""
    indent = " " * (node.location.column - 1)
    lines = []
    for key in missing:
        lines.append(f"{indent}{key}:")
        indent += "  "
    lines += [f"{indent}{key}: {value}" for key, value in added.items()]
    end = source.text.find("\n", last)
    end = len(source.text) if end < 0 else end
    return Replacement(end, end, "".join(f"\n{line}" for line in lines))


def _at(plain: Any, root: Node, wanted: Node) -> dict[str, Any] | None:
    """The part of a plain value that belongs to a node below a root."""
    if root is wanted:
        return plain if isinstance(plain, dict) else None
    if isinstance(root, MapNode) and isinstance(plain, dict):
        found = (_at(plain[key], entry.value, wanted) for key, entry in root.entries.items())
        return next((each for each in found if each is not None), None)
    if isinstance(plain, list):
        found = (_at(one, item, wanted) for one, item in zip(plain, getattr(root, "items", ()), strict=True))
        return next((each for each in found if each is not None), None)
    return None


def without_entry(source: SourceText, part: YamlPart, node: MapNode, key: str) -> Replacement | None:
    """The replacement that takes a key out of a map; None for its only key."""
    span = _span_of(source, part, node)
    if span is None or len(node.entries) < 2:
        return None
    number, begins = (
        list(node.entries).index(key),
        [_index(source, each.key_location) for each in node.entries.values()],
    )
    start = source.index(node.entries[key].key_location.line, 1)
    own_line = not span.flow and not source.text[start : begins[number]].strip()
    if number + 1 < len(begins):
        next_line = source.index(source.place(begins[number + 1])[0], 1)
        return Replacement(start, next_line, "") if own_line else Replacement(begins[number], begins[number + 1], "")
    before, end = (_end(source, part, each.value) for each in [*node.entries.values()][-2:])
    if before is None or end is None:
        return None
    if not own_line:
        return Replacement(before, end, "")
    after = source.text.find("\n", end)
    return Replacement(start - 1, len(source.text) if after < 0 else after, "")


def with_item(source: SourceText, part: YamlPart, node: ListNode, item: str) -> Replacement | None:
    """The replacement that adds an item at the end of a list, as YAML has it; None for an empty list."""
    span = _span_of(source, part, node)
    last = _end(source, part, node.items[-1]) if node.items else None
    if span is None or last is None:
        return None
    if span.flow:
        return Replacement(last, last, f", {item}")
    line_end = source.text.find("\n", last)
    end = len(source.text) if line_end < 0 else line_end
    return Replacement(end, end, f"\n{' ' * (node.location.column - 1)}- {item}")


def without_item(source: SourceText, part: YamlPart, node: ListNode, number: int) -> Replacement | None:
    """The replacement that takes an item out of a list; None for its only one."""
    span = _span_of(source, part, node)
    if span is None or len(node.items) < 2:
        return None
    if not span.flow:
        begins = [source.index(item.location.line, 1) for item in node.items]
        line_end = source.text.find("\n", begins[number])
        return Replacement(begins[number], len(source.text) if line_end < 0 else line_end + 1, "")
    if number == 0:
        return Replacement(_index(source, node.items[0].location), _index(source, node.items[1].location), "")
    before, end = (_end(source, part, item) for item in node.items[number - 1 : number + 1])
    return Replacement(before, end, "") if before is not None and end is not None else None


def _index(source: SourceText, place: Location) -> int:
    return source.index(place.line, place.column)


def _end(source: SourceText, part: YamlPart, node: Node) -> int | None:
    """The index behind a value."""
    span = _span_of(source, part, node)
    offset = source.index(part.first_line, 1)
    return offset + span.start + len(source.text[offset + span.start : offset + span.end].rstrip()) if span else None
