"""The catalogue (问题目录): one module an area, every code once, with its sentences in Chinese and English.

Rooms import the areas that they report in (``from …catalogue import files``); each is read when it has to say
something, which in most builds few have. Only who wants all of it (``bulletin explain``, the documents, settings that
name codes) asks for ``catalogue``, which reads every area.
"""

from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from bulletin_layout.findings.entries import Entry
from bulletin_layout.lazy import Later

AREAS: Final = (
    "files", "yaml_syntax", "keys", "idle", "values", "issues", "photos", "jumps", "stories", "markup", "layouts",
    "places", "gives", "composing", "heads", "lines", "arranging", "fonts", "pictures", "pages", "inks", "press_file",
    "products", "proofs", "archives", "manuscripts", "word_files", "imprint",
    "punctuation", "characters", "numbers", "words", "names", "live", "editing",
)  # fmt: skip

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Later:
        if name not in AREAS:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return globals().setdefault(name, Later(f"{__name__}.{name}"))


@cache
def catalogue() -> MappingProxyType[str, Entry[...]]:
    """Every code's entry, by area and in the order in which they stand there."""
    found: dict[str, Entry[...]] = {}
    for area in AREAS:
        for value in vars(import_module(f"{__name__}.{area}")).values():
            if isinstance(value, Entry) and value.about is not None and value.area == area:
                found[value.code] = value
    return MappingProxyType(found)
