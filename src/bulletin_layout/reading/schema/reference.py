"""The tables of keys in Markdown (docs/reference.md), and all that is written from them for others to read."""

from collections.abc import Iterator, Mapping
from typing import Final, assert_never, get_args

from bulletin_layout.languages import Language
from bulletin_layout.reading.schema.file_kinds import KINDS, default_of, docs_of
from bulletin_layout.reading.schema.json_schema import schema_text
from bulletin_layout.reading.schema.kinds import (
    MAP,
    Anything,
    Choice,
    Doc,
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
    Doc("# Reference: every key of every file"),
    Doc("Made by `make reference` from the tables that the reader checks with."),
    Doc("`NAME` stands for a name of your own, `[]` for the items of a list, **bold** for a key that must be there."),
    Doc("Lengths are written with their unit: 13字, 2行, 3mm, 9pt, 0.1em, 5%, or a type size such as 小五."),
)
_COLUMNS: Final = Doc("| key | value | default | meaning |")
_KEYS_OF: Final = Doc("the keys of")
_BY_NAME: Final = Doc("a map by name")
_MAP: Final = Doc("a map")
_LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)


def documents() -> Mapping[str, str]:
    """Every file that is written from the tables, by its path in the project: JSON Schemas, and the reference in each
    language in which all keys are described."""
    written = {f"schemas/{name}": text for name, text in schema_files().items()}
    for language in _LANGUAGES:
        if all(doc.said(language) for doc in _docs()):
            ending = "" if language == "en" else f".{language}"
            written[f"docs/reference{ending}.md"] = reference(language)
    return written


def schema_files() -> Mapping[str, str]:
    """The JSON Schemas by the names that files refer to them by: ``layout.schema.json``."""
    return {f"{kind}.schema.json": schema_text(kind) + "\n" for kind in KINDS}


def _docs() -> Iterator[Doc]:
    yield from (*_HEAD, _COLUMNS, _KEYS_OF, _BY_NAME, _MAP)
    for kind in KINDS.values():
        yield kind.title
        yield from docs_of(kind.shape)


def reference(language: Language) -> str:
    """Every key of every file as Markdown tables."""
    title, *lines = (doc.said(language) for doc in _HEAD)
    lines = [title, "", *lines]
    for kind in KINDS.values():
        lines += ["", f"## {kind.title.said(language)}", "", _COLUMNS.said(language), "|---|---|---|---|"]
        lines += _Rows(language).of(kind.shape, "")
    return "\n".join(lines) + "\n"


class _Rows:
    """The rows of one file's keys. A table that several keys have is described where it is met first."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._seen: dict[int, str] = {}

    def of(self, shape: Shape, prefix: str) -> Iterator[str]:
        for name, key in shape.keys.items():
            path = f"{prefix}{name}"
            shown = f"**`{path}`**" if key.required else f"`{path}`"
            yield f"| {shown} | {self._said(key.kind)} | {self._default(key)} | {key.doc.said(self._language)} |"
            yield from self._within(key.kind, path)

    def _within(self, kind: Kind | None, path: str) -> Iterator[str]:
        match kind:
            case Shape():
                first = self._seen.setdefault(id(kind), path)
                if first == path:
                    yield from self.of(kind, f"{path}.")
                else:
                    yield f"| `{path}.…` | | | {_KEYS_OF.said(self._language)} `{first}` |"
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
            return _BY_NAME.said(self._language)
        if isinstance(kind, Choice) and len(kind.options) == 1:
            return f"`{kind.options[0]}`"
        return what(kind, self._language).replace(MAP.said(self._language), _MAP.said(self._language))

    def _default(self, key: Key) -> str:
        default = default_of(key)
        if default is None:
            return key.instead.said(self._language)
        if isinstance(default, list):
            return ", ".join(f"`{part}`" for part in default)
        return f"`{str(default).lower() if isinstance(default, bool) else default}`"
