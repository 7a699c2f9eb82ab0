"""Rewrites issue.yaml with stories put into other slots (改稿位): only the names change, every other byte stays."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, assert_never

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue.products import not_rewritten_encoding, not_rewritten_names
from bulletin_layout.reading.alternatives import page_node
from bulletin_layout.reading.sources.nodes import ListNode, MapNode, Node, ScalarNode
from bulletin_layout.reading.sources.yaml_adapter import parse_yaml, scalar_spans
from bulletin_layout.values import NamedTuple, dataclass

_BOM: Final = b"\xef\xbb\xbf"
#: Names that need no quotation marks anywhere in YAML.
_PLAIN: Final = re.compile(r"[A-Za-z\u4e00-\u9fff][\w\u4e00-\u9fff-]*")


@dataclass(frozen=True, slots=True)
class Change:
    """The changes for a page: by slot, the story that it gets (other slots stay), and the page's layout ("":
    unchanged)."""

    page: int
    put: Mapping[str, str]
    layout: str = ""


def rewritten(data: bytes, path: str, changes: Sequence[Change], findings: list[Finding]) -> bytes | None:
    """The bytes of an issue.yaml with the changes made; None when they cannot be made, which is reported.

    Names are replaced in place, so comments, order, quotation marks, flow style, line ends and a BOM are kept. A story
    keeps its quotation marks when it moves. ``path``: the file's name in messages.
    """
    bom = _BOM if data.startswith(_BOM) else b""
    try:
        text = data[len(bom) :].decode("utf-8")
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, len(bom) + problem.start) + 1
        findings.append(not_rewritten_encoding(Location(path, line)))
        return None
    found: list[Finding] = []
    node = parse_yaml(text, path, found)
    if node is None or found:
        findings += found
        return None
    after = text
    for at, name in sorted(_replacements(node, text, changes), key=lambda each: each[0].start, reverse=True):
        after = after[: at.start] + name + after[at.stop :]
    then = parse_yaml(after, path, found)
    if then is None or found or _plain(then) != _changed(node, changes):
        findings.append(not_rewritten_names(node.location))
        return None
    return bom + after.encode("utf-8")


def _replacements(issue: Node, text: str, changes: Sequence[Change]) -> Iterator[tuple[slice, str]]:
    """The spans of the text to replace, with what replaces them."""
    spans = scalar_spans(text)

    def span(node: Location) -> slice:
        return spans[node.line, node.column]

    for change in changes:
        page = page_node(issue, change.page)
        if page is None:
            continue
        layout = page.entries["layout"].value if "layout" in page.entries else None
        if change.layout and isinstance(layout, ScalarNode):
            at = span(layout.location)
            yield at, _named(change.layout, text[at])
        entries = [entry for entry in _entries(page) if entry.story.text in change.put.values()]
        written = {entry.story.text: text[span(entry.story.location)] for entry in entries}
        slots = iter([slot for slot in change.put if slot not in [entry.slot for entry in entries]])
        for entry in entries:
            slot = entry.slot
            if slot not in change.put:
                slot = next(slots, slot)
                at = span(entry.slot_at)
                yield at, _named(slot, text[at])
            yield span(entry.story.location), written.get(change.put.get(slot, ""), "")


class _Put(NamedTuple):
    """An entry of ``put`` that holds one story."""

    slot: str
    slot_at: Location
    story: ScalarNode


def _entries(page: MapNode) -> Iterator[_Put]:
    """The entries of a page's ``put`` that hold one story."""
    put = page.entries["put"].value if "put" in page.entries else None
    for slot, entry in put.entries.items() if isinstance(put, MapNode) else ():
        node = entry.value
        if isinstance(node, ListNode) and len(node.items) == 1:
            node = node.items[0]
        if isinstance(node, ScalarNode):
            yield _Put(slot, entry.key_location, node)


def _named(name: str, before: str) -> str:
    """A name in the same quotation marks as the one that it replaces, or in double ones when it needs some."""
    if before.startswith("'"):
        return "'" + name.replace("'", "''") + "'"
    return name if _PLAIN.fullmatch(name) and not before.startswith('"') else json.dumps(name, ensure_ascii=False)


def _plain(node: Node) -> Any:
    """The contents of the file without places. A list of one text equals that text."""
    match node:
        case ScalarNode():
            return node.text
        case ListNode():
            items = [_plain(item) for item in node.items]
            return items[0] if len(items) == 1 and isinstance(items[0], str) else items
        case MapNode():
            return {key: _plain(entry.value) for key, entry in node.entries.items()}
        case _:
            assert_never(node)


def _changed(issue: MapNode, changes: Sequence[Change]) -> Any:
    """The contents that the file must have after the changes."""
    whole = _plain(issue)
    for change in changes:
        page = whole["pages"][change.page - 1]
        stories = change.put.values()
        others = {slot: story for slot, story in page["put"].items() if story not in stories}
        page["put"] = others | dict(change.put)
        if change.layout:
            page["layout"] = change.layout
    return whole
