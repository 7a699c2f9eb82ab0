"""The tables of keys for others to read: JSON Schema for a YAML editor, and the reference in Markdown."""

from collections.abc import Iterator, Mapping
from typing import Any, Final, Literal, assert_never

from bulletin_layout.reading.schema.issue_keys import FONTS, ISSUE, PUBLICATION, STORY
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
    what,
)
from bulletin_layout.reading.schema.layout_keys import LAYOUT

FileKind = Literal["publication", "layout", "issue", "story", "fonts"]

SHAPES: Final[Mapping[FileKind, Shape]] = {
    "publication": PUBLICATION,
    "layout": LAYOUT,
    "issue": ISSUE,
    "story": STORY,
    "fonts": FONTS,
}

_TITLES: Final[Mapping[FileKind, str]] = {
    "publication": "bulletin.yaml (刊物)",
    "layout": "layouts/NAME.yaml (版式)",
    "issue": "content/ISSUE/issue.yaml (一期)",
    "story": "content/ISSUE/STORY.md, front matter (稿件)",
    "fonts": "fonts/fonts.yaml (字体)",
}


def json_schema(kind: FileKind) -> dict[str, Any]:
    """JSON Schema (2020-12) of a kind of file. A layout that extends another need not repeat its required keys."""
    schema = _shape(SHAPES[kind], all_required=kind != "layout")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": _TITLES[kind], **schema}


def _shape(shape: Shape, *, all_required: bool) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            name: {"description": key.doc, "anyOf": [_kind(key.kind, all_required), {"type": "null"}]}
            for name, key in shape.keys.items()
        },
    }
    required = [name for name, key in shape.keys.items() if key.required and (all_required or name == "schema")]
    return {**schema, "required": required} if required else schema


def _kind(kind: Kind, all_required: bool) -> dict[str, Any]:
    match kind:
        case ListOf():
            schema = {"type": "array", "items": _kind(kind.item, all_required)}
            return schema if kind.length is None else {**schema, "minItems": kind.length, "maxItems": kind.length}
        case Named():
            item = {"anyOf": [_kind(kind.item, all_required), {"type": "null"}]}
            return {"type": "object", "additionalProperties": item}
        case Shape():
            return _shape(kind, all_required=all_required)
        case Either():
            parts = (kind.scalar, kind.mapping, kind.sequence)
            return {"anyOf": [_kind(part, all_required) for part in parts if part is not None]}
        case Anything():
            return {}
        case Text() | Flag() | Whole() | Number() | Choice() | Form():
            return _scalar(kind)
        case _:
            assert_never(kind)


def _scalar(kind: Text | Flag | Whole | Number | Choice | Form) -> dict[str, Any]:
    schema: dict[str, Any] = {}
    match kind:
        case Text():
            schema = {"type": ["string", "number", "boolean"]}
        case Flag():
            schema = {"type": "boolean"}
        case Whole():
            schema = {"type": "integer", "minimum": kind.least, "maximum": kind.most}
            if kind.unit:
                schema = {"anyOf": [schema, {"type": "string", "pattern": rf"^\d+\s*{kind.unit}$"}]}
        case Number():
            number = {"type": "number", "minimum": kind.least, "maximum": kind.most}
            schema = {"anyOf": [number, {"type": "string", "pattern": r"^\d+/\d+$"}]}
        case Choice():
            schema = {"enum": [*kind.options, *kind.aliases]}
        case Form():
            schema = {"type": ["string", "number"], **({"pattern": kind.pattern} if kind.pattern else {})}
        case _:
            assert_never(kind)
    return schema


def reference() -> str:
    """Every key of every file as Markdown tables (docs/reference.md)."""
    lines = [
        "# Reference: every key of every file",
        "",
        "Made from the tables that the reader checks with (`bulletin_layout.reading.schema.json_schema.reference`).",
        "`NAME` stands for a name of your own, `[]` for the items of a list, **bold** for a key that must be there.",
        "Lengths are written with their unit: 13字, 2行, 3mm, 9pt, 0.1em, 5%, or a type size such as 小五.",
    ]
    for kind, shape in SHAPES.items():
        lines += ["", f"## {_TITLES[kind]}", "", "| key | value | meaning |", "|---|---|---|", *_rows(shape, "", {})]
    return "\n".join(lines) + "\n"


def _rows(shape: Shape, prefix: str, seen: dict[int, str]) -> Iterator[str]:
    """``seen``: where a shape that several keys have was described first."""
    for name, key in shape.keys.items():
        path = f"{prefix}{name}"
        shown = f"**`{path}`**" if key.required else f"`{path}`"
        yield f"| {shown} | {_said(key.kind)} | {key.doc} |"
        yield from _inner(key.kind, path, seen)


def _inner(kind: Kind | None, path: str, seen: dict[int, str]) -> Iterator[str]:
    """The rows of what lies within a key."""
    match kind:
        case Shape():
            first = seen.setdefault(id(kind), path)
            if first == path:
                yield from _rows(kind, f"{path}.", seen)
            else:
                yield f"| `{path}.…` | | the keys of `{first}` |"
        case Named():
            yield from _inner(kind.item, f"{path}.NAME", seen)
        case ListOf():
            yield from _inner(kind.item, f"{path}[]", seen)
        case Either():
            yield from _inner(kind.mapping, path, seen)
            yield from _inner(kind.sequence, path, seen)
        case Text() | Flag() | Whole() | Number() | Choice() | Form() | Anything() | None:
            pass
        case _:
            assert_never(kind)


def _said(kind: Kind) -> str:
    if isinstance(kind, Named):
        return "a map by name"
    if isinstance(kind, Choice) and len(kind.options) == 1:
        return f"`{kind.options[0]}`"
    return what(kind).replace("a map (keys and values)", "a map")
