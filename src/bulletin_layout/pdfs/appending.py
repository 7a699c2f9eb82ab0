"""Objects written behind those of a file (增补), as an incremental update does (ISO 32000-1, 7.5.6).

A structure tree has thousands of objects. Whoever reads the file next takes them in at once, which is faster by far
than to hand them over value by value.
"""

import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, count
from struct import pack
from typing import Final, assert_never

from bulletin_layout.pdfs.values import Name, PageRef, Pointer, Ref, Stream, Value, number
from bulletin_layout.values import NamedTuple

_START: Final = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
#: What a name may have as it is (7.3.5).
_ODD: Final = re.compile(r"[^A-Za-z0-9_.+-]")


class Known(NamedTuple):
    """What a file has: how many numbers of objects are taken, the numbers of its pages, and the entries of its trailer
    in PDF syntax."""

    size: int
    pages: Sequence[int]
    trailer: str


def appended(data: bytes, known: Known, objects: Mapping[str, Value]) -> tuple[bytes, Mapping[str, int]]:
    """The file with more objects, and their numbers by key. ``objects``: dictionaries and streams, which refer to one
    another by ``Pointer``."""
    start = _START.search(data)
    if start is None:
        raise ValueError("no PDF file")
    writing = _Appending(known, {key: known.size + at for at, key in enumerate(objects)})
    written = list(writing.objects(objects))
    # What is no stream goes into one (7.5.7), which a reader takes in with a single look into the file.
    bundle, end = known.size + len(written), len(data)
    packed = [(known.size + at, text) for at, (text, stream) in enumerate(written) if stream is None]
    parts, places, index = [data], [], count()
    for own, (text, stream) in enumerate([*written, _bundle(packed)], start=known.size):
        if stream is None:
            places.append(pack(">BQI", 2, bundle, next(index)))
            continue
        places.append(pack(">BQI", 1, end, 0))
        parts.append(_stream(own, text, stream))
        end += len(parts[-1])
    places.append(pack(">BQI", 1, end, 0))
    about = f"/Type /XRef /Size {bundle + 2} /Index [{known.size} {len(places)}] /W [1 8 4] /Prev {int(start[1])}"
    parts.append(_stream(bundle + 1, f"{about} {known.trailer}", b"".join(places)))
    return b"".join((*parts, b"startxref\n%d\n%%%%EOF\n" % end)), writing.numbers


def _bundle(packed: Sequence[tuple[int, str]]) -> tuple[str, bytes]:
    """Dictionary and data of the object stream with these objects, by their numbers."""
    starts = accumulate((len(text.encode()) + 1 for _, text in packed), initial=0)
    head = " ".join(f"{own} {start}" for (own, _), start in zip(packed, starts, strict=False)) + "\n"
    body = "\n".join(text for _, text in packed)
    return f"/Type /ObjStm /N {len(packed)} /First {len(head)}", (head + body).encode()


def _stream(number: int, entries: str, data: bytes) -> bytes:
    head = f"{number} 0 obj\n<< {entries} /Length {len(data)} >>\nstream\n"
    return b"".join((head.encode(), data, b"\nendstream\nendobj\n"))


class _Appending:
    """Values in PDF syntax (7.3). Each target that several ``Ref`` share becomes one object behind the others."""

    def __init__(self, known: Known, numbers: Mapping[str, int]) -> None:
        self.numbers = numbers
        self._pages = known.pages
        self._next = known.size + len(numbers)
        self._shared: dict[int, int] = {}
        self._waiting: deque[Value] = deque()

    def objects(self, objects: Mapping[str, Value]) -> Iterator[tuple[str, bytes | None]]:
        """Each as its syntax; of a stream, that of its entries, and its data."""
        self._waiting += objects.values()
        while self._waiting:
            value = self._waiting.popleft()
            if isinstance(value, Stream):
                yield self._entries(value.entries), value.data
            else:
                yield self.syntax(value), None

    def syntax(self, value: Value) -> str:  # noqa: PLR0911  # one return a kind
        match value:
            case Name():
                return f"/{_ODD.sub(_escaped, value)}"
            case str():
                return value
            case int():
                return str(value)
            case Pointer(key):
                return f"{self.numbers[key]} 0 R"
            case PageRef(page):
                return f"{self._pages[page]} 0 R"
            case Mapping():
                return f"<< {self._entries(value)} >>"
            case bytes():
                return f"<{value.hex()}>"
            case float():
                return number(value)
            case Ref(target):
                return f"{self._number(target)} 0 R"
            case Stream():
                return f"{self._number(value)} 0 R"
            case Sequence():
                return f"[{' '.join(map(self.syntax, value))}]"
            case _:
                assert_never(value)

    def _entries(self, entries: Mapping[str, Value]) -> str:
        return " ".join([f"/{key} {self.syntax(value)}" for key, value in entries.items()])

    def _number(self, target: Value) -> int:
        if id(target) not in self._shared:
            self._shared[id(target)] = self._next
            self._waiting.append(target)
            self._next += 1
        return self._shared[id(target)]


def _escaped(odd: re.Match[str]) -> str:
    return "".join(f"#{byte:02X}" for byte in odd[0].encode())
