"""Tagged PDF read by pikepdf alone: the structure tree with the text and the pictures that each element shows."""

import io
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf


@dataclass(frozen=True)
class Node:
    """A structure element; ``parts`` are what its own content says and its kids, in order; ``said`` is what it says
    in place of these (ActualText)."""

    kind: str
    title: str = ""
    alt: str = ""
    attributes: dict[str, Any] = field(default_factory=dict)
    parts: tuple["str | Node", ...] = ()
    links: tuple[Any, ...] = ()
    said: str = ""

    @property
    def text(self) -> str:
        """All that it says, in the tree's order."""
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)

    @property
    def kids(self) -> tuple["Node", ...]:
        """The elements in it."""
        return tuple(part for part in self.parts if isinstance(part, Node))

    def find(self, *kinds: str) -> Iterator["Node"]:
        """All elements of some kinds in it, in order."""
        for kid in self.kids:
            if kid.kind in kinds:
                yield kid
            yield from kid.find(*kinds)

    @property
    def shape(self) -> str:
        """Its kinds in brackets, ``Art(H1 P P)``."""
        return f"{self.kind}({' '.join(kid.shape for kid in self.kids)})" if self.kids else self.kind


def tree_of(pdf: bytes) -> Node:
    """The root element, ``Document``."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        shown = {page.objgen: contents(page)[0] for page in file.pages}
        (root,) = file.Root.StructTreeRoot.K
        return _node(root, shown)


def untagged(pdf: bytes) -> str:
    """What the pages show outside of every element and artifact."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        return "".join(contents(page)[1] for page in file.pages)


def artifacts(pdf: bytes) -> str:
    """What the pages show as artifacts."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        return "".join(contents(page)[2] for page in file.pages)


def contents(page: pikepdf.Page) -> tuple[dict[int, str], str, str]:
    """What a page's marked content says, by number (a picture is ▣); what is in none; what is in artifacts."""
    shown: defaultdict[int, str] = defaultdict(str)
    loose, passed, maps, font = "", "", _maps(page), {}
    opened: list[tuple[int | None, str, bool]] = []  # number, tag, whether its text is stated
    for operator, operands in _operators(page):
        said = ""
        match operator:
            case "BDC" | "BMC":
                about: Any = operands[1] if operator == "BDC" and isinstance(operands[1], pikepdf.Dictionary) else {}
                stated = str(about["/ActualText"]) if "/ActualText" in about else None
                said = stated or ""
                number = int(about["/MCID"]) if "/MCID" in about else None
                opened.append((number, str(operands[0]), stated is not None))
                if number is not None:
                    shown[number] += ""
            case "EMC":
                opened.pop()
            case "Tf":
                font = maps[str(operands[0])]
            case "Tj" | "TJ" if not any(stated for _, _, stated in opened):
                said = "".join(_decoded(part, font) for part in (operands[0] if operator == "TJ" else operands))
            case "Do":
                said = "▣"
        if not said:
            continue
        number = next((number for number, _, _ in reversed(opened) if number is not None), None)
        if number is not None:
            shown[number] += said
        elif any(tag == "/Artifact" for _, tag, _ in opened):
            passed += said
        else:
            loose += said
    return dict(shown), loose, passed


def _node(element: Any, shown: dict[Any, dict[int, str]]) -> Node:
    parts: list[str | Node] = []
    links: list[Any] = []
    for kid in element.get("/K", []):
        if "/MCID" in kid:
            parts.append(shown[kid.Pg.objgen][int(kid.MCID)])
        elif "/Obj" in kid:
            links.append(kid.Obj.get("/Dest") or kid.Obj.A.URI)
        else:
            assert kid.P.objgen == element.objgen
            parts.append(_node(kid, shown))
    attributes: dict[str, Any] = {}
    for each in element.get("/A", []):
        attributes |= {str(key)[1:]: value for key, value in each.items()}
    title, alt, said = (str(element.get(key, "")) for key in ("/T", "/Alt", "/ActualText"))
    plain = {key: [float(v) for v in value] if key == "BBox" else str(value) for key, value in attributes.items()}
    links = [str(link) if not isinstance(link, pikepdf.Array) else link[0].objgen for link in links]
    return Node(str(element.S)[1:], title, alt, plain, tuple(parts), tuple(links), said)


def _operators(page: pikepdf.Page) -> Iterator[tuple[str, list[Any]]]:
    for instruction in pikepdf.parse_content_stream(page):
        yield str(instruction.operator), list(instruction.operands)


def _maps(page: pikepdf.Page) -> dict[str, dict[int, str]]:
    maps = {}
    for name, font in page.Resources.get("/Font", {}).items():
        pairs = re.findall(rb"<([0-9A-F]{4})>\s*<([0-9A-F]+)>", font.ToUnicode.read_bytes())
        maps[name] = {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}
    return maps


def _decoded(part: Any, font: dict[int, str]) -> str:
    if not isinstance(part, pikepdf.String):
        return ""
    codes = bytes(part)
    return "".join(font[int.from_bytes(codes[at : at + 2], "big")] for at in range(0, len(codes), 2))
