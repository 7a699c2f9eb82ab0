"""Writes a PDF file from plain values (ISO 32000-1, 7.3 and 7.5).

Lines, numbers and names are laid out as ReportLab does it: files that it wrote in earlier versions keep their bytes.
"""

import codecs
from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import log
from typing import Final, assert_never

from bulletin_layout.pdfs.values import Name, PageRef, Pointer, Ref, Stream, Value

_HEAD: Final = b"%PDF-1.6\n%\x93\x8c\x8b\x9e ReportLab Generated PDF document (opensource)\n"
#: Where PDFDocEncoding (annex D.2) is not Latin-1: its codes from the key on.
_OWN_CODES: Final = {0x18: "˘ˇˆ˙˝˛˚˜", 0x80: "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž", 0xA0: "€"}
_PDF_DOC: Final = codecs.charmap_build(
    "".join(
        next((own[code - start] for start, own in _OWN_CODES.items() if 0 <= code - start < len(own)), chr(code))
        for code in range(256)
    )
)
_ESCAPES: Final = [
    f"\\{chr(byte)}" if chr(byte) in "\\()" else chr(byte) if 32 <= byte < 127 else f"\\{byte:03o}"
    for byte in range(256)
]
_DELIMITERS: Final = frozenset("%()<>{}[]#")
#: Entries of a dictionary, and elements of an array, on one line.
_ENTRIES, _ELEMENTS = 6, 10


class Objects:
    """The indirect objects of a file, numbered from 1 in the order in which they are added or reserved. References to
    them are PDF syntax (``12 0 R``)."""

    __slots__ = ("_written",)

    def __init__(self) -> None:
        self._written: list[bytes] = []

    def add(self, value: Value) -> str:
        """Add an object, after those that it refers to with ``Ref``; returns a reference."""
        written = self._object(value)
        self._written.append(written)
        return self._last()

    def reserve(self) -> str:
        """A reference to an object that ``put`` gives later."""
        self._written.append(b"")
        return self._last()

    def put(self, reserved: str, value: Value) -> None:
        """Give a reserved object. TypeError: its value has a ``Pointer`` or ``PageRef``; so for ``add``."""
        self._written[int(reserved.split(maxsplit=1)[0]) - 1] = self._object(value)

    def file(self, catalog: str, about: str, identifier: str) -> bytes:
        """The file. ``about``: its document information; ``identifier``: in hexadecimal."""
        parts = [_HEAD]
        places = ["0000000000 65535 f "]
        at = len(_HEAD)
        for number, written in enumerate(self._written, 1):
            places.append(f"{at:010} 00000 n ")
            parts += f"{number} 0 obj\n".encode(), written, b"endobj\n"
            at += sum(map(len, parts[-3:]))
        table = "\n".join(("xref", f"0 {len(places)}", *places, "trailer"))
        twice = f"<{identifier}>" * 2
        entries = f"/ID \n[{twice}]\n\n/Info {about}\n/Root {catalog}\n/Size {len(places)}"
        parts.append(f"{table}\n<<\n{entries}\n>>\nstartxref\n{at}\n%%EOF\n".encode())
        return b"".join(parts)

    def _last(self) -> str:
        return f"{len(self._written)} 0 R"

    def _object(self, value: Value) -> bytes:
        if not isinstance(value, Stream):
            return f"{self._syntax(value)}\n".encode()
        head = self._syntax({**value.entries, "Length": len(value.data)})
        return b"".join((head.encode(), b"\nstream\n", value.data, b"endstream\n"))

    def _syntax(self, value: Value) -> str:
        match value:
            case str() | bytes() | int() | float():
                return _simple(value)
            case Ref(target):
                return self.add(target)
            case Mapping():
                entries = [f"{name_syntax(key)} {self._syntax(entry)}" for key, entry in sorted(value.items())]
                return f"<<\n{_broken(entries, _ENTRIES)}\n>>"
            case Pointer() | PageRef() | Stream():
                raise TypeError(type(value))  # a stream is an object of its own; the others are of a finishing pass
            case Sequence():
                return f"[ {_broken([self._syntax(each) for each in value], _ELEMENTS)} ]"
            case _:
                assert_never(value)


def text_bytes(text: str) -> bytes:
    """A text string (7.9.2.2) for ``Objects``: in PDFDocEncoding if it has all characters, else in UTF-16."""
    try:
        return codecs.charmap_encode(text, "strict", _PDF_DOC)[0]
    except UnicodeEncodeError:
        return codecs.BOM_UTF16_BE + text.encode("utf-16-be")


def _simple(value: str | bytes | float) -> str:
    match value:
        case Name():
            return name_syntax(value)
        case str():
            return value
        case bytes():
            return f"({''.join(map(_ESCAPES.__getitem__, value))})"
        case int() | float():
            return _decimal(value)
        case _:
            assert_never(value)


def _broken(parts: list[str], most: int) -> str:
    """Parts with spaces between, ``most`` on a line."""
    return " \n  ".join(" ".join(parts[at : at + most]) for at in range(0, len(parts), most))


@lru_cache
def name_syntax(plain: str) -> str:
    """A name object (7.3.5) with its slash."""
    if plain.isalnum() and plain.isascii():
        return f"/{plain}"
    return "/" + "".join(
        char if "!" <= char <= "~" and char not in _DELIMITERS else f"#{ord(char):x}" for char in plain
    )


@lru_cache
def _decimal(value: float) -> str:
    """A number with about seven significant digits."""
    size = abs(value)
    if size <= 1e-7:
        return "0"
    places = 6 if size <= 1 else min(max(0, 6 - int(log(size) / log(10))), 6)
    text = f"{value:.{places}f}"
    text = text.rstrip("0").rstrip(".") if places else text
    return text[1:] if len(text) > 1 and text[0] == "0" else text
