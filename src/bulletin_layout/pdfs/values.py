"""PDF objects (ISO 32000-1, 7.3) as plain values, so that one module alone need know who writes them."""

import zlib
from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Name(str):
    """A PDF name, without its slash."""

    __slots__ = ()


class Ref(NamedTuple):
    """A value that must be an object of its own."""

    target: "Value"


class Stream(NamedTuple):
    """Bytes with a dictionary; encoded already when the dictionary names a filter."""

    entries: "Mapping[str, Value]"
    data: bytes


class Pointer(NamedTuple):
    """One of the objects that a finishing pass adds, by its key; so that objects can point at one another."""

    key: str


class PageRef(NamedTuple):
    """A page of the file that is being finished, counted from 0."""

    page: int


#: A str is PDF syntax as it stands.
Value = Name | Ref | Stream | Pointer | PageRef | str | bytes | int | float | Mapping[str, "Value"] | Sequence["Value"]


def deflated(data: bytes, entries: Mapping[str, Value] | None = None) -> Stream:
    """A stream that is compressed here."""
    return Stream({**(entries or {}), "Filter": Name("FlateDecode")}, zlib.compress(data))


def utf16(text: str) -> str:
    """Text as a hexadecimal text string (7.9.2.2): UTF-16 with its mark."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def text_string(text: str) -> "Value":
    """A text string (7.9.2.2), in bytes that readers without Unicode know where it can be."""
    return text.encode() if text.isascii() else utf16(text)


def number(value: float) -> str:
    """A number to a thousandth, as short as it can be written."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
