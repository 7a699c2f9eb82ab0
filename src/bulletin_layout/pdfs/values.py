"""PDF objects (ISO 32000-1, 7.3) as plain values, so that only the adapter depends on the library that writes them."""

import zlib
from collections.abc import Mapping, Sequence
from functools import lru_cache

from bulletin_layout.values import NamedTuple


class Name(str):
    """A PDF name object, without the slash."""

    __slots__ = ()


class Ref(NamedTuple):
    """A value that becomes an indirect object."""

    target: "Value"


class Stream(NamedTuple):
    """A stream object: its dictionary, and its bytes, which are already encoded if the dictionary has a Filter."""

    entries: "Mapping[str, Value]"
    data: bytes


class Pointer(NamedTuple):
    """A reference to an object of ``Finishing.objects`` by its key; with it, these objects can refer to one another."""

    key: str


class PageRef(NamedTuple):
    """A reference to a page (from 0) of the file that is being finished."""

    page: int


#: A str is PDF syntax, copied as it is; a text string is made with ``text_string``.
Value = Name | Ref | Stream | Pointer | PageRef | str | bytes | int | float | Mapping[str, "Value"] | Sequence["Value"]


def deflated(data: bytes, entries: Mapping[str, Value] | None = None) -> Stream:
    """A stream with ``data`` compressed (FlateDecode), and further entries for its dictionary."""
    return Stream({**(entries or {}), "Filter": Name("FlateDecode")}, zlib.compress(data))


def utf16(text: str) -> str:
    """A text string in hexadecimal (ISO 32000-1, 7.9.2.2): UTF-16BE with a byte order mark."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def text_string(text: str) -> "Value":
    """A text string (ISO 32000-1, 7.9.2.2): in ASCII if possible, which every reader knows, else in UTF-16."""
    return text.encode() if text.isascii() else utf16(text)


@lru_cache(maxsize=4096)  # lines of one column start at the same x, those of one page at few heights
def number(value: float) -> str:
    """A number rounded to a thousandth (of a point: far below what a plate resolves), in its shortest form."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
