"""Styles of a Word file (样式): looks of runs and properties of paragraphs, with what they are based on."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from bulletin_layout.manuscripts.matter import Align, Look
from bulletin_layout.manuscripts.xml import Node

#: Most styles that one may be based on, one after the other: a circle must end.
_MOST_BASES: Final = 20
_OFF: Final = ("0", "false", "off", "none")
_WHITE: Final = ("FFFFFF", "WHITE")
_DARK: Final = ("", "auto", "000000")
#: Switches of ``w:rPr`` and the fields of ``Look`` that they set.
_SWITCHES: Final = {
    "w:b": "bold", "w:i": "italic", "w:strike": "struck", "w:dstrike": "struck", "w:vanish": "hidden",
    "w:webHidden": "hidden",
}  # fmt: skip
_ALIGNS: Final[dict[str, Align]] = {"center": "center", "right": "end", "end": "end"}
_SHIFTS: Final = {"superscript": "sup", "subscript": "sub"}


def is_on(node: Node) -> bool:
    """Whether a switch such as ``w:b`` is on."""
    return node.value.lower() not in _OFF


class Styles:
    """The styles of a file. ``accept``: formatting counts as it was changed, not as it was before."""

    def __init__(self, root: Node | None, *, accept: bool) -> None:
        self._accept = accept
        self._styles = {node.get("w:styleId"): node for node in (root.all("w:style") if root is not None else ())}
        usual = root.first("w:docDefaults", "w:rPrDefault", "w:rPr") if root is not None else None
        self._usual = _looked(Look(), usual)
        self._first = next((id for id, node in self._styles.items() if _is_usual(node)), "")
        self._looks: dict[str, Look] = {}

    def name(self, id: str) -> str:
        """The name of a style in lower case: ids are not names, and WPS numbers them."""
        node = self._styles.get(id)
        named = node.first("w:name") if node is not None else None
        return (named.value if named is not None else id).lower()

    def look(self, paragraph: Node | None, run: Node | None) -> Look:
        """The look of a run, from its properties ``run`` and those of its paragraph."""
        id = _style_of(paragraph, "w:pStyle") or self._first
        if id not in self._looks:
            look = self._usual
            for style in reversed([*self._chain(id)]):
                look = _looked(look, style.first("w:rPr"))
            self._looks[id] = look
        look = self._looks[id]
        run = self._as_decided(run, "w:rPrChange", "w:rPr")
        for style in reversed([*self._chain(_style_of(run, "w:rStyle"))]):
            look = _looked(look, style.first("w:rPr"))
        return _looked(look, run)

    def align(self, paragraph: Node | None) -> Align:
        """How a paragraph is aligned."""
        node = self.property(paragraph, "w:jc")
        return _ALIGNS.get(node.value, "start") if node is not None else "start"

    def property(self, paragraph: Node | None, tag: str) -> Node | None:
        """A property of a paragraph: its own, else that of its style, or of one that this is based on."""
        paragraph = self._as_decided(paragraph, "w:pPrChange", "w:pPr")
        own = paragraph.first(tag) if paragraph is not None else None
        if own is not None:
            return own
        id = _style_of(paragraph, "w:pStyle") or self._first
        return next((node for style in self._chain(id) if (node := style.first("w:pPr", tag)) is not None), None)

    def _as_decided(self, properties: Node | None, change: str, tag: str) -> Node | None:
        changed = properties.first(change) if properties is not None else None
        return properties if self._accept or changed is None else changed.first(tag)

    def _chain(self, id: str) -> Iterator[Node]:
        for _ in range(_MOST_BASES):
            node = self._styles.get(id)
            if node is None:
                return
            yield node
            base = node.first("w:basedOn")
            id = base.value if base is not None else ""


def _is_usual(node: Node) -> bool:
    return node.get("w:type") == "paragraph" and node.get("w:default").lower() in ("1", "true", "on")


def _style_of(properties: Node | None, tag: str) -> str:
    node = properties.first(tag) if properties is not None else None
    return node.value if node is not None else ""


def _looked(look: Look, properties: Node | None) -> Look:
    """A look with the properties of a ``w:rPr`` applied."""
    if properties is None or not properties.children:
        return look
    changed: dict[str, Any] = {}
    for node in properties.children:
        if node.tag in _SWITCHES:
            changed[_SWITCHES[node.tag]] = is_on(node)
        else:
            changed |= _valued(node)
    return replace(look, **changed) if changed else look


def _valued(node: Node) -> dict[str, Any]:  # noqa: PLR0911  # one a property
    value = node.value
    match node.tag:
        case "w:u":
            return {"underline": value != "none"}
        case "w:em":
            return {"dots": value not in ("none", "")}
        case "w:vertAlign":
            return {"shift": _SHIFTS.get(value, "")}
        case "w:sz":
            return {"size": int(value) / 2} if value.isascii() and value.isdigit() else {}
        case "w:rFonts":
            faces = {"face": node.get("w:eastAsia"), "latin": node.get("w:ascii") or node.get("w:hAnsi")}
            return {name: face for name, face in faces.items() if face}
        case "w:highlight":
            return {"highlight": value not in ("none", "")}
        case "w:shd":
            return {"highlight": node.get("w:fill").upper() not in ("", "AUTO", *_WHITE)}
        case "w:color":
            return {"white": value.upper() in _WHITE, "coloured": value not in (*_DARK, *_WHITE)}
    return {}
