"""The zip file that a Word file is (压缩包): its parts and their relations, read within limits."""

import posixpath
import re
import zipfile
import zlib
from io import BytesIO
from typing import Final, Literal

from bulletin_layout.manuscripts.xml import Node, XmlError, XmlTooLargeError, XmlUnsafeError, parse_xml
from bulletin_layout.values import NamedTuple

#: Limits against mistakes and attacks: parts, bytes of all parts, bytes of one XML part, and how far such a part may
#: have been compressed, which counts from ten million bytes on: Word's XML shrinks to a tenth or a thirtieth, but an
#: empty form of many rows to far less.
MOST_PARTS: Final = 4_000
MOST_BYTES: Final = 200_000_000
MOST_XML: Final = 50_000_000
MOST_RATIO: Final = 100
_RATIO_FROM: Final = 10_000_000
_STEP: Final = 1 << 20
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

Flaw = Literal["damaged", "large", "unsafe", "locked"]


class PackageError(ValueError):
    """A package that cannot be read; ``flaw`` says why."""

    def __init__(self, flaw: Flaw) -> None:
        super().__init__(flaw)
        self.flaw: Flaw = flaw


class Relation(NamedTuple):
    """What a part refers to. ``kind``: the end of its type, such as ``image``; ``target``: a part, or an address when
    it is ``external``."""

    kind: str
    target: str
    external: bool


class Package:
    """The parts of a package. PackageError, from all methods, when it is damaged, beyond the limits or unsafe."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, OverflowError, NotImplementedError):
            raise PackageError("damaged") from None
        infos = self._zip.infolist()
        if len(infos) > MOST_PARTS or sum(info.file_size for info in infos) > MOST_BYTES:
            raise PackageError("large")
        self._parts = {info.filename.replace("\\", "/"): info for info in infos}
        if len(self._parts) < len(infos) or any(_is_outside(name) for name in self._parts):
            raise PackageError("unsafe")
        if any(info.flag_bits & 1 for info in infos):
            raise PackageError("locked")
        self._left = MOST_BYTES

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts."""
        return tuple(self._parts)

    def read(self, name: str) -> bytes | None:
        """The bytes of a part; None when there is none. They are counted as they come: a header may lie."""
        info = self._parts.get(name)
        if info is None:
            return None
        if info.compress_type not in _METHODS:
            raise PackageError("damaged")
        is_xml = name.endswith((".xml", ".rels"))
        most = min(self._left, MOST_XML) if is_xml else self._left
        if is_xml:
            most = min(most, max(_RATIO_FROM, info.compress_size * MOST_RATIO))
        read = bytearray()
        try:
            with self._zip.open(info) as file:
                while step := file.read(_STEP):
                    read += step
                    if len(read) > most:
                        raise PackageError("large")
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as problem:
            if isinstance(problem, PackageError):
                raise
            raise PackageError("damaged") from None
        self._left -= len(read)
        return bytes(read)

    def xml(self, name: str) -> Node | None:
        """The root of an XML part; None when there is none."""
        data = self.read(name)
        if data is None:
            return None
        try:
            return parse_xml(data)
        except XmlUnsafeError:
            raise PackageError("unsafe") from None
        except XmlTooLargeError:
            raise PackageError("large") from None
        except XmlError:
            raise PackageError("damaged") from None

    def relations(self, part: str = "") -> dict[str, Relation]:
        """What a part refers to, by id; ``part`` "": the package itself."""
        folder, name = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = {}
        for node in root.all("rel:Relationship") if root is not None else ():
            target, external = node.get("Target"), node.get("TargetMode") == "External"
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[node.get("Id")] = Relation(node.get("Type").rpartition("/")[2], target, external)
        return found

    def types(self) -> dict[str, str]:
        """The content types of parts that have one of their own."""
        root = self.xml("[Content_Types].xml")
        nodes = root.all("ct:Override") if root is not None else ()
        return {node.get("PartName").lstrip("/"): node.get("ContentType") for node in nodes}


def _is_outside(name: str) -> bool:
    return name.startswith("/") or ".." in name.split("/") or re.match("[A-Za-z]:", name) is not None
