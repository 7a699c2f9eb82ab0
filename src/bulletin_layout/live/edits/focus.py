"""A photo's focus (取景): the spot that stays when it is cropped, written as parts of its width and height."""

import re
from typing import Final

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import editing as said
from bulletin_layout.live.edits import refusals
from bulletin_layout.live.edits.edit import Edit, edit_of, source_of
from bulletin_layout.live.edits.inserting import with_entry
from bulletin_layout.live.edits.scalars import YamlPart, yaml_of
from bulletin_layout.live.edits.source_text import Replacement, SourceText
from bulletin_layout.live.texts import Texts
from bulletin_layout.reading.sources.nodes import MapNode, Node
from bulletin_layout.reading.sources.yaml_adapter import node_spans

_IN_BRACES: Final = re.compile(r"""(?<=[\s{])focus\s*[=＝]\s*("[^"]*"|'[^']*'|[^\s}]+)""")


def edit_focus(texts: Texts, place: Location, across: float, down: float) -> Edit | Finding:
    """The edit that makes a spot of a photo its focus. ``place``: where the photo is named, as its mark says;
    ``across``, ``down``: the spot, as parts (0–1) of the picture's width and height."""
    source = source_of(texts, place.path, place)
    if isinstance(source, Finding):
        return source
    percent = [f"{round(min(max(part, 0.0), 1.0) * 100)}%" for part in (across, down)]
    part = yaml_of(source)
    if part is not None and part.first_line <= place.line < part.first_line + part.lines:
        change = _in_yaml(source, part, place, f"[{', '.join(percent)}]")
    else:
        change = _in_markdown(source, place, ",".join(percent))
    if change is None:
        return refusals.unwritable(place)
    return edit_of(said.focus_moved(), place, [(source, [change])])


def _in_yaml(source: SourceText, part: YamlPart, place: Location, value: str) -> Replacement | None:
    photo = _with_file(part.node, place)
    if photo is None:
        return None
    entry = photo.entries.get("focus")
    if entry is None:
        return with_entry(source, part, photo, (), {"focus": value})
    text = "\n".join(source.lines[part.first_line - 1 : part.first_line - 1 + part.lines])
    at = entry.value.location
    span = node_spans(text).get((at.line - part.first_line + 1, at.column))
    if span is None:
        return None
    offset = source.index(part.first_line, 1)
    if span.start == span.end:  # focus: with nothing behind it
        return Replacement(offset + span.start, offset + span.start, f" {value}")
    return Replacement(offset + span.start, offset + span.end, value)


def _with_file(node: Node, place: Location) -> MapNode | None:
    """The map whose ``file`` stands at a place."""
    if not isinstance(node, MapNode):
        return None
    if "file" in node.entries and node.entries["file"].value.location == place:
        return node
    found = (_with_file(entry.value, place) for entry in node.entries.values())
    return next((each for each in found if each is not None), None)


def _in_markdown(source: SourceText, place: Location, value: str) -> Replacement | None:
    """``![图说](a.jpg){focus=30%,20%}``: in the braces behind the picture, which are added where there are none."""
    start = source.index(place.line, place.column)
    end = _end_of_picture(source.text, start)
    if end is None:
        return None
    if not source.text.startswith("{", end):
        return Replacement(end, end, f"{{focus={value}}}")
    close = source.text.find("}", end)
    found = _IN_BRACES.search(source.text, end, close + 1) if close >= 0 else None
    if found is not None:
        return Replacement(found.start(1), found.end(1), value)
    return Replacement(close, close, f" focus={value}") if close >= 0 else None


def _end_of_picture(text: str, start: int) -> int | None:
    """The index behind the address of a picture whose ``![`` is at ``start``."""
    if not text.startswith("![", start):
        return None
    depth, at = 0, start + 1
    while at < len(text):
        if text[at] == "\\":
            at += 1
        elif text[at] == "[":
            depth += 1
        elif text[at] == "]":
            depth -= 1
            if not depth:
                break
        at += 1
    if not text.startswith("](", at):
        return None
    quote = ""
    for end in range(at + 2, len(text)):
        char = text[end]
        if quote:
            quote = "" if char == quote and text[end - 1] != "\\" else quote
        elif char == '"':
            quote = char
        elif char == ")":
            return end + 1
    return None
