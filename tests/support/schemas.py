"""A publication's files held against the JSON Schemas, as an editor does it: YAML 1.2, each error at its place."""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import PurePath
from typing import Any

from jsonschema import Draft7Validator, ValidationError

from bulletin_layout.findings import Finding, Location
from bulletin_layout.reading.schema.file_kinds import FileKind
from bulletin_layout.reading.schema.json_schema import json_schema
from bulletin_layout.reading.sources.nodes import ListNode, MapNode, Node, ScalarNode
from bulletin_layout.reading.sources.yaml_adapter import parse_yaml


def kind_of(path: PurePath) -> FileKind | None:
    """The kind of a publication's file; None: no file of ours."""
    if path.suffix == ".md":
        return "story" if path.parent.name != "photos" else None
    if path.suffix == ".yaml" and path.parent.name == "layouts":
        return "layout"
    names: dict[str, FileKind] = {"bulletin.yaml": "publication", "fonts.yaml": "fonts", "issue.yaml": "issue"}
    return names.get(path.name)


def parsed(path: PurePath, text: str, findings: list[Finding]) -> MapNode | None:
    """What the file says in YAML: all of it, or its front matter."""
    if path.suffix != ".md":
        return parse_yaml(text, str(path), findings)
    _, mark, rest = text.partition("---\n")
    front, end, _ = rest.partition("\n---")
    return parse_yaml(front, str(path), findings, first_line=2) if mark and end else None


@cache
def validator(kind: FileKind) -> Draft7Validator:
    """The validator of a kind of file."""
    schema = json_schema(kind)
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


def as_json(node: Node) -> Any:
    """A node as JSON has it."""
    match node:
        case ScalarNode():
            return node.value
        case ListNode():
            return [as_json(item) for item in node.items]
        case MapNode():
            return {key: as_json(entry.value) for key, entry in node.entries.items()}


def errors(kind: FileKind, node: MapNode) -> Iterator[tuple[Location, str]]:
    """Every error that the schema finds, where the value or the unknown key stands."""
    for error in validator(kind).iter_errors(as_json(node)):
        at = _inner(node, list(error.absolute_path))
        yield _unknown(at, error) or at.location, error.message


def _inner(node: Node, path: Sequence[str | int]) -> Node:
    for step in path:
        match node:
            case MapNode():
                node = node.entries[str(step)].value
            case ListNode():
                node = node.items[int(step)]
    return node


def _unknown(node: Node, error: ValidationError) -> Location | None:
    """Where the first of the unknown keys stands that an error is about."""
    if error.validator != "additionalProperties" or not isinstance(node, MapNode):
        return None
    known = error.schema["properties"]
    return next(entry.key_location for key, entry in node.entries.items() if key not in known)
