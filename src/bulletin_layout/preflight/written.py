"""Reads a written PDF again (成品复查): what is actually on its pages, plate by plate, whichever program wrote it.

Composed pages give the intention; this gives what the press will get. It executes the operators of every page and form
(ISO 32000-1, 8 and 9) and collects what matters to a press: inks, sizes, line widths, pictures, fonts, boxes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import hypot, sqrt
from typing import Any, Final, NamedTuple

from bulletin_layout.pdfs.pikepdf_adapter import Found, OpenedPdf
from bulletin_layout.preflight.colours import EVERY_PLATE, Colour, Space, colour_space
from bulletin_layout.preflight.uses import ImageUse, LineUse, PageUses, TextUse

Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]

_UPRIGHT: Final[Matrix] = (1, 0, 0, 1, 0, 0)
#: Deepest nesting of forms; more is a mistake or an attack.
_DEEPEST: Final = 12
#: The initial colour of every page (ISO 32000-1, 8.6.8).
_INITIAL: Final = Colour("grey", (0.0,))
_FILLS: Final = {"g": "grey", "rg": "rgb", "k": "cmyk"}
_STROKES: Final = {"G": "grey", "RG": "rgb", "K": "cmyk"}
_SHOWING: Final = frozenset(("Tj", "TJ", "'", '"'))
_STROKING: Final = frozenset(("S", "s", "B", "b", "B*", "b*"))
_FILLING: Final = frozenset(("f", "F", "f*", "B", "b", "B*", "b*"))
#: Operators that add points to a path, and the count of their numbers.
_PATHS: Final = {"m": 2, "l": 2, "c": 6, "v": 4, "y": 4, "re": 4}
#: Operators that matter here; those for clipping do not.
_READ: Final = " ".join(
    (
        *_PATHS,
        "n",
        *("q", "Q", "cm", "Do", "w", "Tf", "BT", "Tm", "BDC", "BMC", "EMC", "gs", *_FILLS, *_STROKES),
        *("cs", "CS", "sc", "SC", "scn", "SCN", *sorted(_SHOWING), *sorted(_STROKING | _FILLING)),
    )
)


class FontFacts(NamedTuple):
    """A font of the file."""

    name: str
    embedded: bool
    subset: bool
    unicode: bool


@dataclass(slots=True)
class WrittenPage:
    """The contents of a page. Boxes are x1, y1, x2, y2 in points, as in the file."""

    uses: PageUses
    media: Box
    trim: Box | None
    bleed: Box | None
    missing: int = 0  #: occurrences of glyph 0, an empty box in place of a character
    annotations: tuple[str, ...] = ()
    group: str = ""  #: colour space for blending transparent parts


@dataclass(slots=True)
class WrittenFile:
    """The contents of a file."""

    version: str
    pages: tuple[WrittenPage, ...]
    fonts: tuple[FontFacts, ...]
    intents: tuple[tuple[str, str, str], ...]  #: of each output intent: standard, condition, colour space


@dataclass(slots=True)
class _State:
    """The part of the graphics state (ISO 32000-1, 8.4) that matters here."""

    ctm: Matrix = _UPRIGHT
    fill: Colour = _INITIAL
    stroke: Colour = _INITIAL
    fill_space: Space = ("grey", ())
    stroke_space: Space = ("grey", ())
    width: float = 1.0
    font: str = ""
    size: float = 0.0
    over_fill: bool = False
    over_stroke: bool = False

    def copy(self) -> "_State":
        return _State(*(getattr(self, name) for name in self.__slots__))


def read_written(file: OpenedPdf) -> WrittenFile:
    """Read every page. Raises PdfError when the file is damaged inside."""
    fonts: dict[str, FontFacts] = {}
    pages = []
    for number, source in enumerate(file.pages, start=1):
        page = WrittenPage(
            PageUses(number),
            media=_box(_inherited(source, "MediaBox")) or (0, 0, 0, 0),
            trim=_box(source.get("TrimBox")),
            bleed=_box(source.get("BleedBox")),
            annotations=tuple(str(note.get("Subtype", "")) for note in source.get("Annots", ())),
            group=str((source.get("Group") or {}).get("CS", "")),
        )
        _Reader(file, page, fonts).read(source, _inherited(source, "Resources") or {}, _State(), 0)
        pages.append(page)
    intents = tuple(_intent(each) for each in file.catalog.get("OutputIntents", ()))
    return WrittenFile(file.version, tuple(pages), tuple(fonts.values()), intents)


class _Reader:
    """Executes the operators of one page and of the forms on it. Content of the page is not what stands outside the
    bleed: text, and crop marks and registration marks in registration colour (套版色)."""

    def __init__(self, file: OpenedPdf, page: WrittenPage, fonts: dict[str, FontFacts]) -> None:
        self._file, self._page, self._fonts = file, page, fonts
        self._edge = page.bleed or page.trim or page.media
        self._path: list[tuple[float, float]] = []  # its points on the page, where one in registration colour is drawn
        self._text: Matrix = _UPRIGHT
        self._silent: list[bool] = []  # for each open marked content: whether it has an empty ActualText

    def read(self, content: Found, resources: Any, state: _State, depth: int) -> None:
        kept: list[_State] = []
        for operator, operands in self._file.operators(content, _READ):
            if operator in _SHOWING:
                self._shown(operands[-1], state)
            elif operator in _PATHS:
                if EVERY_PLATE in (*state.fill.names, *state.stroke.names):
                    self._path += _points(operator, operands, state.ctm)
            elif operator == "q":
                kept.append(state.copy())
            elif operator == "Q":
                state = kept.pop() if kept else state
            elif operator == "Do":
                self._show(resources["XObject"][operands[0]], str(operands[0]), state, depth)
            elif operator in _STROKING or operator in _FILLING:
                self._drawn(operator, state)
            else:
                self._set(operator, operands, resources, state)

    def _set(self, operator: str, operands: tuple[Any, ...], resources: Any, state: _State) -> None:
        """Operators that change the state, other than colours."""
        match operator:
            case "Tm":
                self._text = _product(operands, _UPRIGHT)
            case "BT":
                self._text = _UPRIGHT
            case "cm":
                state.ctm = _product(operands, state.ctm)
            case "n":
                self._path = []
            case "w":
                state.width = float(operands[0])
            case "Tf":
                state.size = float(operands[1])
                state.font = self._named(resources["Font"][operands[0]])
            case "BDC" | "BMC":
                properties = operands[-1]
                self._silent.append(isinstance(properties, Mapping) and properties.get("ActualText") == "")
            case "EMC":
                del self._silent[-1:]
            case "gs":
                settings = resources["ExtGState"][operands[0]]
                state.over_stroke = bool(settings.get("OP", state.over_stroke))
                state.over_fill = bool(settings.get("op", settings.get("OP", state.over_fill)))
            case _:
                _colour(operator, operands, resources, state)

    def _drawn(self, operator: str, state: _State) -> None:
        """Record a path that is stroked, filled, or both."""
        uses, path, self._path = self._page.uses, self._path, []
        if operator in _STROKING and not self._beside(state.stroke, path):
            use = LineUse(round(state.width * _scale(state.ctm), 3), state.stroke, state.over_stroke)
            uses.lines.setdefault(use, "")
        if operator in _FILLING and not self._beside(state.fill, path):
            uses.fills.setdefault(state.fill, "")

    def _shown(self, text: Any, state: _State) -> None:
        size = round(state.size * _scale(self._text) * _scale(state.ctm), 2)
        for part in text if isinstance(text, tuple) else (text,):
            if isinstance(part, bytes) and b"\0\0" in part:
                self._page.missing += sum(part[at : at + 2] == b"\0\0" for at in range(0, len(part), 2))
        if self._outside([_product(self._text, state.ctm)[4:]]):
            return
        use = TextUse(state.font, size, state.fill, state.over_fill, any(self._silent))
        self._page.uses.texts.setdefault(use, "")

    def _beside(self, colour: Colour, points: list[tuple[float, float]]) -> bool:
        """Whether it is in registration colour and stands outside the bleed."""
        return EVERY_PLATE in colour.names and self._outside(points)

    def _outside(self, points: list[tuple[float, float]]) -> bool:
        left, low, right, high = self._edge
        xs, ys = [x for x, _ in points], [y for _, y in points]
        return bool(points) and (max(xs) <= left or min(xs) >= right or max(ys) <= low or min(ys) >= high)

    def _show(self, shown: Found, name: str, state: _State, depth: int) -> None:
        if shown.get("Subtype") == "Image":
            a, b, c, d, _, _ = state.ctm
            space, names = colour_space(shown.get("ColorSpace", ""), {})
            pixels = (int(shown.get("Width", 0)), int(shown.get("Height", 0)))
            mask = "SMask" in shown
            self._page.uses.images.append(ImageUse(name, pixels, hypot(a, b), hypot(c, d), space, mask, names))
        elif depth < _DEEPEST:
            inner = state.copy()
            if "Matrix" in shown:
                inner.ctm = _product(shown["Matrix"], inner.ctm)
            self.read(shown, shown.get("Resources") or {}, inner, depth + 1)

    def _named(self, font: Found) -> str:
        """The font's name; records the font."""
        name = str(font.get("BaseFont", "?"))
        if name not in self._fonts:
            below = font["DescendantFonts"][0] if "DescendantFonts" in font else font
            descriptor = below.get("FontDescriptor") or {}
            embedded = any(key in descriptor for key in ("FontFile", "FontFile2", "FontFile3"))
            self._fonts[name] = FontFacts(name, embedded, name[6:7] == "+", "ToUnicode" in font)
        return name


def _colour(operator: str, operands: tuple[Any, ...], resources: Any, state: _State) -> None:
    """Operators that set a colour (ISO 32000-1, 8.6.8)."""
    match operator:
        case "g" | "rg" | "k":
            state.fill = Colour(_FILLS[operator], _numbers(operands))
        case "G" | "RG" | "K":
            state.stroke = Colour(_STROKES[operator], _numbers(operands))
        case "cs":
            state.fill_space = colour_space(operands[0], resources.get("ColorSpace") or {})
        case "CS":
            state.stroke_space = colour_space(operands[0], resources.get("ColorSpace") or {})
        case "sc" | "scn":
            state.fill = Colour(state.fill_space[0], _numbers(operands), state.fill_space[1])
        case "SC" | "SCN":
            state.stroke = Colour(state.stroke_space[0], _numbers(operands), state.stroke_space[1])


def _intent(intent: Found) -> tuple[str, str, str]:
    profile = intent.get("DestOutputProfile")
    space = profile.data[16:20].decode("ascii", "replace").strip() if profile is not None else ""
    return str(intent.get("S", "")), str(intent.get("OutputConditionIdentifier", "")), space


def _inherited(page: Found, key: str) -> Any:
    """An entry of the page or of its ancestors in the page tree (ISO 32000-1, 7.7.3.4)."""
    for _ in range(_DEEPEST):
        if key in page:
            return page[key]
        if "Parent" not in page:
            return None
        page = page["Parent"]
    return None


def _box(value: Any) -> Box | None:
    return (float(value[0]), float(value[1]), float(value[2]), float(value[3])) if value else None


def _numbers(operands: tuple[Any, ...]) -> tuple[float, ...]:
    return tuple(float(each) for each in operands if isinstance(each, int | float))


def _product(first: tuple[float, ...], then: Matrix) -> Matrix:
    a, b, c, d, e, f = map(float, first)
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _points(operator: str, operands: tuple[Any, ...], ctm: Matrix) -> list[tuple[float, float]]:
    """The points that an operator adds to a path, on the page."""
    at = [float(each) for each in operands[: _PATHS[operator]]]
    if operator == "re":
        x, y, width, height = at
        at = [x, y, x + width, y + height]
    a, b, c, d, e, f = ctm
    return [(a * x + c * y + e, b * x + d * y + f) for x, y in zip(at[::2], at[1::2], strict=True)]


def _scale(matrix: Matrix) -> float:
    """The factor by which lengths grow, averaged over directions."""
    a, b, c, d, _, _ = matrix
    return sqrt(abs(a * d - b * c))
