"""The adapter for lxml: an XML part of a Word file as plain nodes, within limits and without anything from outside.

A document type (DTD) is refused, so there are no entities to expand; nothing is loaded from files or from the network.
Names are written with the usual prefixes, ``w:p``, in both forms of OOXML (transitional, ECMA-376 part 4; strict,
ISO/IEC 29500-1); those of other namespaces are ``?:name``.
"""

from base64 import b64decode
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

from lxml import etree

from bulletin_layout.values import NamedTuple

#: Limits of one part, against files that are made to fill the memory: levels of elements, and their number. A page of
#: Chinese text has about a thousand elements.
MOST_DEPTH: Final = 256
MOST_NODES: Final = 300_000

_TRANSITIONAL: Final = "http://schemas.openxmlformats.org/"
_STRICT: Final = "http://purl.oclc.org/ooxml/"
_WORD_2010: Final = "http://schemas.microsoft.com/office/word/2010/"
_PREFIXES: Final = {
    f"{_TRANSITIONAL}wordprocessingml/2006/main": "w",
    f"{_STRICT}wordprocessingml/main": "w",
    f"{_TRANSITIONAL}officeDocument/2006/relationships": "r",
    f"{_STRICT}officeDocument/relationships": "r",
    f"{_TRANSITIONAL}drawingml/2006/main": "a",
    f"{_STRICT}drawingml/main": "a",
    f"{_TRANSITIONAL}drawingml/2006/wordprocessingDrawing": "wp",
    f"{_STRICT}drawingml/wordprocessingDrawing": "wp",
    f"{_TRANSITIONAL}drawingml/2006/picture": "pic",
    f"{_STRICT}drawingml/picture": "pic",
    f"{_TRANSITIONAL}drawingml/2006/chart": "c",
    f"{_STRICT}drawingml/chart": "c",
    f"{_TRANSITIONAL}drawingml/2006/diagram": "dgm",
    f"{_STRICT}drawingml/diagram": "dgm",
    f"{_TRANSITIONAL}officeDocument/2006/math": "m",
    f"{_STRICT}officeDocument/math": "m",
    f"{_TRANSITIONAL}package/2006/relationships": "rel",
    f"{_TRANSITIONAL}package/2006/content-types": "ct",
    f"{_TRANSITIONAL}markup-compatibility/2006": "mc",
    f"{_WORD_2010}wordprocessingShape": "wps",
    f"{_WORD_2010}wordprocessingGroup": "wpg",
    f"{_WORD_2010}wordprocessingCanvas": "wpc",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
    "http://www.w3.org/XML/1998/namespace": "xml",
}
_FLAT: Final = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_NONE: Final[Mapping[str, str]] = MappingProxyType({})


class XmlError(ValueError):
    """A part that is not well formed."""


class XmlTooLargeError(XmlError):
    """A part beyond the limits."""


class XmlUnsafeError(XmlError):
    """A part with a document type, which could define entities."""


class Node(NamedTuple):
    """An element: its name, its attributes by name, its children, and its own text without theirs."""

    tag: str
    attributes: Mapping[str, str]
    children: tuple["Node", ...]
    text: str

    def get(self, name: str, default: str = "") -> str:
        """An attribute."""
        return self.attributes.get(name, default)

    @property
    def value(self) -> str:
        """The attribute ``w:val``."""
        return self.attributes.get("w:val", "")

    def first(self, *path: str) -> "Node | None":
        """The first child of a name, its first child of the next name, and so on."""
        here: Node | None = self
        for tag in path:
            here = next((child for child in here.children if child.tag == tag), None) if here is not None else None
        return here

    def all(self, tag: str) -> tuple["Node", ...]:
        """The children of a name."""
        return tuple(child for child in self.children if child.tag == tag)

    def within(self, *tags: str) -> Iterator["Node"]:
        """All elements of some names inside this one, in order."""
        for child in self.children:
            if child.tag in tags:
                yield child
            yield from child.within(*tags)


def parse_xml(data: bytes) -> Node:
    """The root of an XML part. XmlError: it is not well formed, has a document type, or is beyond the limits."""
    target = _Target()
    parser = etree.XMLParser(
        target=target,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as problem:
        if "depth" in str(problem).lower():
            raise XmlTooLargeError(str(problem)) from None
        raise XmlError(str(problem)) from None
    if not isinstance(root, Node):
        raise XmlError("no element")
    return root


def flat_parts(data: bytes) -> dict[str, bytes]:
    """The parts of a Flat OPC file (ISO/IEC 29500-2 has them in a zip), by name. XmlError: it is not well formed, has a
    document type, or a part that cannot be decoded."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as problem:
        raise XmlError(str(problem)) from None
    if root.getroottree().docinfo.doctype:
        raise XmlUnsafeError("document type")
    parts: dict[str, bytes] = {}
    for part in root.iterchildren(f"{_FLAT}part"):
        written, coded = part.find(f"{_FLAT}xmlData"), part.find(f"{_FLAT}binaryData")
        if written is not None and len(written):
            data = etree.tostring(written[0], encoding="utf-8", with_tail=False)
        elif coded is not None:
            try:
                data = b64decode(coded.text or "")
            except ValueError as problem:
                raise XmlError(str(problem)) from None
        else:
            continue
        parts[part.get(f"{_FLAT}name", "").lstrip("/")] = data
    return parts


class _Target:
    """Makes nodes from the parser's events; what lxml calls."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._open: list[tuple[str, Mapping[str, str], list[Node], list[str]]] = []
        self._count = 0
        self._root: Node | None = None

    def doctype(self, *_: Any) -> None:
        raise XmlUnsafeError("document type")

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._count += 1
        if self._count > MOST_NODES or len(self._open) >= MOST_DEPTH:
            raise XmlTooLargeError("elements")
        named = {self._name(name): value for name, value in attributes.items()} if attributes else _NONE
        self._open.append((self._name(tag), named, [], []))

    def data(self, text: str) -> None:
        if self._open:
            self._open[-1][3].append(text)

    def end(self, _tag: str) -> None:
        tag, attributes, children, texts = self._open.pop()
        node = Node(tag, attributes, tuple(children), "".join(texts))
        if self._open:
            self._open[-1][2].append(node)
        else:
            self._root = node

    def close(self) -> Node | None:
        return self._root

    def _name(self, name: str) -> str:
        known = self._names.get(name)
        if known is None:
            space, _, local = name[1:].rpartition("}") if name.startswith("{") else ("", "", name)
            known = f"{_PREFIXES.get(space, '?')}:{local}" if space else local
            self._names[name] = known
        return known
