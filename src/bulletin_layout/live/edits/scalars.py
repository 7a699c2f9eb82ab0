"""Writes another value into a YAML file in the form that the old one has (改一个值): plain, quoted, literal, folded.

What was written is parsed again: nothing but this value may have changed. A form in which the new value would mean
something else gives way to the next, down to quotation marks.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, Final, assert_never

from bulletin_layout.live.edits.source_text import Replacement, SourceText
from bulletin_layout.reading.sources.nodes import ListNode, MapNode, Node, ScalarNode, quoted
from bulletin_layout.reading.sources.yaml_adapter import parse_yaml
from bulletin_layout.reading.story.front_matter import parts_of_story
from bulletin_layout.reading.story.places import place_of
from bulletin_layout.reading.story.scalar_places import scalar_stretches
from bulletin_layout.values import NamedTuple

#: An escape in double quotes, and what such a scalar must escape.
_ESCAPE: Final = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)")
_IN_DOUBLE: Final = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"})


class YamlPart(NamedTuple):
    """The YAML of a file: all of it, or a story's front matter. ``first_line``: its first line in the file, from 1;
    ``lines``: how many it has."""

    node: MapNode
    first_line: int
    lines: int


def yaml_of(source: SourceText) -> YamlPart | None:
    """The YAML of a file; None when it has none, or none that can be read."""
    text, first = source.text, 1
    if source.path.suffix == ".md":
        parts = parts_of_story(source.text, source.shown, [])
        if parts is None or parts.front is None:
            return None
        first = parts.front_line
        text = "\n".join(source.lines[first - 1 : parts.body_line - 2])
    found = parse_yaml(text, source.shown, [], first_line=first)
    return YamlPart(found, first, text.count("\n") + 1) if found is not None else None


def scalars_in(node: Node) -> Iterator[ScalarNode]:
    """All values below a node that are no lists or maps."""
    match node:
        case ScalarNode():
            yield node
        case ListNode(items=items):
            for item in items:
                yield from scalars_in(item)
        case MapNode(entries=entries):
            for entry in entries.values():
                yield from scalars_in(entry.value)
        case _:
            assert_never(node)


def scalar_at(source: SourceText, part: YamlPart, line: int, column: int) -> ScalarNode | None:
    """The value that is written over a place."""
    at = source.index(line, column)
    for node in scalars_in(part.node):
        start = source.index(node.location.line, node.location.column)
        if start <= at < start + max(1, len(node.source)):
            return node
    return None


def with_value(source: SourceText, part: YamlPart, node: ScalarNode, value: str) -> Replacement | None:
    """The replacement that gives a scalar another value; None when no form of YAML does so here and changes nothing
    else."""
    if node.source[:1] in ("|", ">"):  # their last line end is no part of what is said
        value = value.rstrip("\n") + node.text[len(node.text.rstrip("\n")) :]
    wanted = plain_of(part.node, {_key(node): value})
    for change in _ways(source, node, value):
        after = SourceText(source.path, source.shown, b"", applied(source.text, change))
        found = yaml_of(after)
        if found is not None and plain_of(found.node) == wanted:
            return change
    return None


def applied(text: str, change: Replacement) -> str:
    """A text with one replacement made."""
    return text[: change.start] + change.new + text[change.end :]


def applied_all(text: str, changes: Sequence[Replacement]) -> str:
    """A text with replacements made, none of which overlap."""
    for change in sorted(changes, reverse=True):
        text = applied(text, change)
    return text


def _ways(source: SourceText, node: ScalarNode, value: str) -> Iterator[Replacement]:
    """Ways to write a value, the mildest first."""
    start = source.index(node.location.line, node.location.column)
    written = node.source.rstrip() if node.source[:1] in ("|", ">") else node.source
    end = start + len(written)
    within = _within(source, node, value)
    if within is not None:
        yield within
    same = _in_style(node, written, value)
    if same is not None:
        yield Replacement(start, end, same)
    for form in (quoted(value), json.dumps(value, ensure_ascii=False)):
        yield Replacement(start, end, form if written or source.text[start - 1 : start].isspace() else f" {form}")


def _within(source: SourceText, node: ScalarNode, value: str) -> Replacement | None:
    """The smallest stretch of a scalar's text that differs, replaced where it stands: folds, escapes and quotation
    marks around it stay. None when it does not stand there literally."""
    old, style = node.text, node.source[:1]
    if not old or not value:
        return None
    codes = [code for code in SequenceMatcher(None, old, value, autojunk=False).get_opcodes() if code[0] != "equal"]
    if not codes:
        return None
    first, last, begin, end = codes[0][1], codes[-1][2], codes[0][3], codes[-1][4]
    stretches = scalar_stretches(node)

    def index(at: int) -> int:
        line, column = place_of(at, stretches)
        return source.index(line + 1, column + 1)

    start = index(first) if first < len(old) else index(first - 1) + 1
    stop = index(last - 1) + 1 if last > first else start
    new = value[begin:end]
    if source.text[start:stop] != old[first:last] or "\n" in new:
        return None
    escaped = new.translate(_IN_DOUBLE) if style == '"' else new.replace("'", "''") if style == "'" else new
    return Replacement(start, stop, escaped)


def _in_style(node: ScalarNode, written: str, value: str) -> str | None:
    """A value in the style of the scalar that it replaces; None when that style cannot hold it."""
    style = written[:1]
    if style == '"':
        text = value.translate(_IN_DOUBLE)
        for escape in dict.fromkeys(each for each in _ESCAPE.findall(written) if each[1] == "u"):
            text = text.replace(json.loads(f'"{escape}"'), escape)
        return f'"{text}"'
    if style in ("|", ">"):
        head, _, body = written.partition("\n")
        indent = body[: len(body) - len(body.lstrip(" "))]
        between = "\n" if style == "|" else "\n\n"
        lines = value.rstrip("\n").split("\n")
        return head + "\n" + between.join(f"{indent}{line}" if line else "" for line in lines)
    if "\n" in value:
        return None
    return "'" + value.replace("'", "''") + "'" if style == "'" else value


#: A value by where it is written.
_Key = tuple[int, int]


def _key(node: ScalarNode) -> _Key:
    return node.location.line, node.location.column


def plain_of(node: Node, changed: Mapping[_Key, str] | None = None) -> Any:
    """The contents of a node without places, with some scalars changed. A block scalar's line ends at its end do not
    count."""
    match node:
        case ScalarNode():
            text = changed.get(_key(node)) if changed else None
            if text is not None:
                return "text", text.rstrip("\n")
            kind = "null" if node.value is None else "text"
            return kind, node.text.rstrip("\n")
        case ListNode():
            return [plain_of(item, changed) for item in node.items]
        case MapNode():
            return {key: plain_of(entry.value, changed) for key, entry in node.entries.items()}
        case _:
            assert_never(node)
