"""Writes the tables of keys as Markdown (docs/reference.md and .zh.md), and lists all files generated from them."""

from collections.abc import Iterator, Mapping
from typing import Final, assert_never

from bulletin_layout.findings.phrases import both, text
from bulletin_layout.languages import Language
from bulletin_layout.reading.schema.file_kinds import KINDS, default_of
from bulletin_layout.reading.schema.json_schema import schema_text
from bulletin_layout.reading.schema.kinds import (
    MAP,
    Anything,
    Choice,
    Either,
    Flag,
    Form,
    Key,
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

_HEAD: Final = (
    both("# Reference: every key of every file", "# 键一览：每种文件的每个键"),
    both(
        "Made by `make reference` from the tables that the reader checks with.",
        "本文由程序查稿用的表生成（`make reference`），不要直接改。",
    ),
    both(
        "`NAME` stands for a name of your own, `[]` for the items of a list, **bold** for a key that must be there.",
        "`NAME` 是自己起的名字，`[]` 是列表里的一项，**粗体**的键不能少。",
    ),
    both(
        "Lengths are written with their unit: 13字, 2行, 3mm, 9pt, 0.1em, 5%, or a type size such as 小五.",
        "长度带单位：13字、2行、3mm、9pt、0.1em、5%，或写字号，如小五。",
    ),
)
_COLUMNS: Final = both("| key | value | default | meaning |", "| 键 | 写什么 | 不写时 | 意思 |")
_KEYS_OF: Final = both("the keys of", "同")
_BY_NAME: Final = both("a map by name", "按名字分列")
_MAP: Final = both("a map", "一组键")


def documents() -> Mapping[str, str]:
    """All generated files by their path in the repository: the JSON Schemas, and the reference in each language."""
    schemas = {f"schemas/{name}": text for name, text in schema_files("en").items()}
    return schemas | {"docs/reference.md": reference("en"), "docs/reference.zh.md": reference("zh")}


def schema_files(language: Language) -> Mapping[str, str]:
    """The JSON Schemas with descriptions in a language, by file name, such as ``layout.schema.json``."""
    return {f"{kind}.schema.json": schema_text(kind, language) + "\n" for kind in KINDS}


def reference(language: Language) -> str:
    """The reference of all keys of all files as Markdown tables."""
    title, *lines = (text(doc, language) for doc in _HEAD)
    lines = [title, "", *lines]
    for kind in KINDS.values():
        lines += ["", f"## {text(kind.title, language)}", "", text(_COLUMNS, language), "|---|---|---|---|"]
        lines += _Rows(language).of(kind.shape, "")
    return "\n".join(lines) + "\n"


class _Rows:
    """The table rows of one file's keys. A table used by several keys is described at the first of them."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._seen: dict[int, str] = {}

    def of(self, shape: Shape, prefix: str) -> Iterator[str]:
        for name, key in shape.keys.items():
            path = f"{prefix}{name}"
            shown = f"**`{path}`**" if key.required else f"`{path}`"
            yield f"| {shown} | {self._said(key.kind)} | {self._default(key)} | {text(key.doc, self._language)} |"
            yield from self._within(key.kind, path)

    def _within(self, kind: Kind | None, path: str) -> Iterator[str]:
        match kind:
            case Shape():
                first = self._seen.setdefault(id(kind), path)
                if first == path:
                    yield from self.of(kind, f"{path}.")
                else:
                    yield f"| `{path}.…` | | | {text(_KEYS_OF, self._language)} `{first}` |"
            case Named():
                yield from self._within(kind.item, f"{path}.NAME")
            case ListOf():
                yield from self._within(kind.item, f"{path}[]")
            case Either():
                yield from self._within(kind.mapping, path)
                yield from self._within(kind.sequence, path)
            case Text() | Words() | Flag() | Whole() | Number() | Choice() | Form() | Anything() | None:
                pass
            case _:
                assert_never(kind)

    def _said(self, kind: Kind) -> str:
        if isinstance(kind, Named):
            return text(_BY_NAME, self._language)
        if isinstance(kind, Choice) and len(kind.options) == 1:
            return f"`{kind.options[0]}`"
        return text(what(kind), self._language).replace(text(MAP, self._language), text(_MAP, self._language))

    def _default(self, key: Key) -> str:
        default = default_of(key)
        if default is None:
            return text(key.instead, self._language)
        if isinstance(default, list):
            return ", ".join(f"`{part}`" for part in default)
        return f"`{str(default).lower() if isinstance(default, bool) else default}`"
