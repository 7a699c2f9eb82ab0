"""What the operators of a written page refer to by name: its resources (ISO 32000-1, 7.8.3), as plain facts."""

from collections.abc import Callable, Mapping
from typing import Any

from bulletin_layout.pdfs.pikepdf_adapter import Found
from bulletin_layout.preflight.colours import Space, colour_space
from bulletin_layout.values import NamedTuple


class FontFacts(NamedTuple):
    """A font of the file."""

    name: str
    embedded: bool
    subset: bool
    unicode: bool


class PictureFacts(NamedTuple):
    """A picture: pixels, colour space with its plates, and whether it has transparency."""

    pixels: tuple[int, int]
    space: str
    names: tuple[str, ...]
    mask: bool


#: (Kind, name) → the answer.
Asked = Mapping[tuple[str, str], object]


class Resources:
    """The resources of a page or form. They note what was asked of them, fonts excepted, since every edition of a page
    has other subsets. ``known``: answers of resources that are the same, kept up."""

    __slots__ = ("_known", "_source", "asked")

    def __init__(self, source: Any, known: dict[tuple[str, str], Any] | None = None) -> None:
        self._source = source
        self._known = known if known is not None else {}
        self.asked: dict[tuple[str, str], Any] = {}

    def answers(self, asked: Asked) -> bool:
        """Whether the same answers would be given."""
        return all(self._of(kind, name) == answer for (kind, name), answer in asked.items())

    def overprint(self, name: str) -> tuple[bool | None, bool | None]:
        """Overprinting of lines and of fills that a graphics state sets; None: it stays as it is."""
        found: tuple[bool | None, bool | None] = self._of("ExtGState", name)
        return found

    def space(self, name: str) -> Space:
        """The kind of a colour space."""
        found: Space = self._of("ColorSpace", name)
        return found

    def shown(self, name: str) -> PictureFacts | Found:
        """A picture's facts, or a form."""
        found: PictureFacts | Found = self._of("XObject", name)
        return found

    def font(self, name: str) -> FontFacts:
        """The facts of a font."""
        found: FontFacts = self._answer("Font", name)
        return found

    def _of(self, kind: str, name: str) -> Any:
        if (kind, name) not in self.asked:
            self.asked[kind, name] = self._answer(kind, name)
        return self.asked[kind, name]

    def _answer(self, kind: str, name: str) -> Any:
        if (kind, name) not in self._known:
            self._known[kind, name] = _ANSWERS[kind](self._source.get(kind) or {}, name)
        return self._known[kind, name]


def _overprint(named: Mapping[str, Any], name: str) -> tuple[bool | None, bool | None]:
    settings = named[name]
    stroke, fill = settings.get("OP"), settings.get("op", settings.get("OP"))
    return None if stroke is None else bool(stroke), None if fill is None else bool(fill)


def _space(named: Mapping[str, Any], name: str) -> Space:
    return colour_space(name, named)


def _shown(named: Mapping[str, Any], name: str) -> PictureFacts | Found:
    shown: Found = named[name]
    if shown.get("Subtype") != "Image":
        return shown
    space, plates = colour_space(shown.get("ColorSpace", ""), {})
    return PictureFacts((int(shown.get("Width", 0)), int(shown.get("Height", 0))), space, plates, "SMask" in shown)


def _font(named: Mapping[str, Any], name: str) -> FontFacts:
    font = named[name]
    called = str(font.get("BaseFont", "?"))
    below = font["DescendantFonts"][0] if "DescendantFonts" in font else font
    descriptor = below.get("FontDescriptor") or {}
    embedded = any(key in descriptor for key in ("FontFile", "FontFile2", "FontFile3"))
    return FontFacts(called, embedded, called[6:7] == "+", "ToUnicode" in font)


_ANSWERS: Mapping[str, Callable[[Any, str], Any]] = {
    "ExtGState": _overprint,
    "ColorSpace": _space,
    "XObject": _shown,
    "Font": _font,
}
