"""Executes the operators of a written page (ISO 32000-1, 8 and 9), and collects what matters to a press."""

import re
from collections.abc import Mapping, Sequence
from math import hypot, sqrt
from typing import Final

from bulletin_layout.pdfs.operators import codes, name, numbers, operators
from bulletin_layout.pdfs.pikepdf_adapter import Found
from bulletin_layout.preflight.colours import EVERY_PLATE, Colour, Space
from bulletin_layout.preflight.resources import Asked, PictureFacts, Resources
from bulletin_layout.preflight.uses import ImageUse, LineUse, PageUses, TextUse
from bulletin_layout.values import NamedTuple, dataclass

Matrix = tuple[float, ...]
Box = tuple[float, float, float, float]

_UPRIGHT: Final[Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
#: Deepest nesting of forms; more is a mistake or an attack.
_DEEPEST: Final = 12
#: The initial colour of every page (ISO 32000-1, 8.6.8).
_INITIAL: Final = Colour("grey", (0.0,))
_FILLS: Final = {"g": "grey", "rg": "rgb", "k": "cmyk"}
_STROKES: Final = {"G": "grey", "RG": "rgb", "K": "cmyk"}
_STROKING: Final = frozenset(("S", "s", "B", "b", "B*", "b*"))
_FILLING: Final = frozenset(("f", "F", "f*", "B", "b", "B*", "b*"))
#: Operators that add points to a path.
_PATHS: Final = frozenset(("m", "l", "c", "v", "y", "re"))
#: Operators that are read, and those that change nothing of what is collected.
_READ: Final = frozenset(
    ("q", "Q", "cm", "Do", "n", "w", "Tf", "BT", "Tm", "Tj", "TJ", "BDC", "BMC", "EMC", "gs", "cs", "CS", "sc", "SC",
     "scn", "SCN")
)  # fmt: skip
_IDLE: Final = frozenset(("ET", "h", "W", "W*", "J", "j", "M"))
_KNOWN: Final = _READ | _IDLE | _PATHS | _STROKING | _FILLING | _FILLS.keys() | _STROKES.keys()
#: Marked content without text of its own, as that of ruby (14.9.4).
_SILENT: Final = re.compile(r"/ActualText\s*<(?:FEFF)?\s*>")


class PageContents(NamedTuple):
    """What the content of a page uses. ``uses``: fonts are keys of ``fonts``, which has their names in the resources
    of the page (None) or of a form; ``missing``: occurrences of glyph 0; ``asked``: all else that was asked of the
    page's resources, with the answers; ``forms``: whether it shows forms."""

    uses: PageUses
    missing: int
    fonts: Mapping[str, tuple[Resources | None, str]]
    asked: Asked
    forms: bool


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


def read_contents(number: int, content: bytes, resources: Resources, edge: Box) -> PageContents:
    """Execute the content of page ``number``. ``edge``: that of the bleed, outside of which text, and lines in
    registration colour, do not count. PdfError: it has operators that this program does not write."""
    reader = _Reader(number, edge)
    reader.read(content, resources, _State(), ())
    return PageContents(reader.uses, reader.missing, reader.fonts, resources.asked, reader.forms)


class _Reader:
    """Executes the operators of one page and of the forms on it. Content of the page is not what stands outside the
    bleed: text, and crop marks and registration marks in registration colour (套版色)."""

    def __init__(self, number: int, edge: Box) -> None:
        self.uses = PageUses(number)
        self.missing = 0
        self.fonts: dict[str, tuple[Resources | None, str]] = {}
        self.forms = False
        self._edge = edge
        self._path: list[tuple[float, float]] = []  # its points on the page, where one in registration colour is drawn
        self._text: Matrix = _UPRIGHT
        self._silent: list[bool] = []  # for each open marked content: whether it has an empty ActualText

    def read(self, content: bytes, resources: Resources, state: _State, within: tuple[str, ...]) -> None:
        """``within``: names of the forms that the content is in."""
        kept: list[_State] = []
        for operator, operands in operators(content, _KNOWN):
            if operator == "Tm":
                self._text = numbers(operands)
            elif operator in ("TJ", "Tj"):
                self._shown(operands, state)
            elif operator in _PATHS:
                if EVERY_PLATE in (*state.fill.names, *state.stroke.names):
                    self._path += _points(operator, numbers(operands), state.ctm)
            elif operator == "q":
                kept.append(state.copy())
            elif operator == "Q":
                state = kept.pop() if kept else state
            elif operator == "Do":
                self._show(resources, name(operands), state, within)
            elif operator in _STROKING or operator in _FILLING:
                self._drawn(operator, state)
            elif operator not in _IDLE:
                self._set(operator, operands, resources, state, within)

    def _set(self, operator: str, operands: str, resources: Resources, state: _State, within: tuple[str, ...]) -> None:
        """Operators that change the state, other than colours."""
        match operator:
            case "BT":
                self._text = _UPRIGHT
            case "cm":
                state.ctm = _product(numbers(operands), state.ctm)
            case "n":
                self._path = []
            case "w":
                (state.width,) = numbers(operands)
            case "Tf":
                font, size = operands.split()
                state.size, state.font = float(size), "/".join((*within, name(font)))
                self.fonts[state.font] = resources if within else None, name(font)
            case "BDC" | "BMC":
                self._silent.append(_SILENT.search(operands) is not None)
            case "EMC":
                del self._silent[-1:]
            case "gs":
                stroke, fill = resources.overprint(name(operands))
                state.over_stroke = state.over_stroke if stroke is None else stroke
                state.over_fill = state.over_fill if fill is None else fill
            case _:
                _colour(operator, operands, resources, state)

    def _drawn(self, operator: str, state: _State) -> None:
        """Record a path that is stroked, filled, or both."""
        uses, path, self._path = self.uses, self._path, []
        if operator in _STROKING and not self._beside(state.stroke, path):
            use = LineUse(round(state.width * _scale(state.ctm), 3), state.stroke, state.over_stroke)
            uses.lines.setdefault(use, "")
        if operator in _FILLING and not self._beside(state.fill, path):
            uses.fills.setdefault(state.fill, "")

    def _shown(self, operands: str, state: _State) -> None:
        size = round(state.size * _scale(self._text) * _scale(state.ctm), 2)
        if "0000" in operands:
            for shown in codes(operands):
                self.missing += sum(shown[at : at + 4] == "0000" for at in range(0, len(shown), 4))
        if self._outside([_product(self._text, state.ctm)[4:]]):
            return
        use = TextUse(state.font, size, state.fill, state.over_fill, any(self._silent))
        self.uses.texts.setdefault(use, "")

    def _beside(self, colour: Colour, points: list[tuple[float, float]]) -> bool:
        """Whether it is in registration colour and stands outside the bleed."""
        return EVERY_PLATE in colour.names and self._outside(points)

    def _outside(self, points: Sequence[tuple[float, ...]]) -> bool:
        left, low, right, high = self._edge
        xs, ys = [x for x, _ in points], [y for _, y in points]
        return bool(points) and (max(xs) <= left or min(xs) >= right or max(ys) <= low or min(ys) >= high)

    def _show(self, resources: Resources, shown_as: str, state: _State, within: tuple[str, ...]) -> None:
        shown = resources.shown(shown_as)
        if isinstance(shown, PictureFacts):
            a, b, c, d, _, _ = state.ctm
            self.uses.images.append(
                ImageUse(shown_as, shown.pixels, hypot(a, b), hypot(c, d), shown.space, shown.mask, shown.names)
            )
            return
        self.forms = True
        if len(within) < _DEEPEST:
            self._form(shown, state, (*within, shown_as))

    def _form(self, form: Found, state: _State, within: tuple[str, ...]) -> None:
        inner = state.copy()
        if "Matrix" in form:
            inner.ctm = _product(tuple(map(float, form["Matrix"])), inner.ctm)
        self.read(form.data, Resources(form.get("Resources") or {}), inner, within)


def _colour(operator: str, operands: str, resources: Resources, state: _State) -> None:
    """Operators that set a colour (ISO 32000-1, 8.6.8)."""
    match operator:
        case "g" | "rg" | "k":
            state.fill = Colour(_FILLS[operator], numbers(operands))
        case "G" | "RG" | "K":
            state.stroke = Colour(_STROKES[operator], numbers(operands))
        case "cs":
            state.fill_space = resources.space(name(operands))
        case "CS":
            state.stroke_space = resources.space(name(operands))
        case "sc" | "scn":
            state.fill = Colour(state.fill_space[0], numbers(operands), state.fill_space[1])
        case "SC" | "SCN":
            state.stroke = Colour(state.stroke_space[0], numbers(operands), state.stroke_space[1])


def _product(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _points(operator: str, at: tuple[float, ...], ctm: Matrix) -> list[tuple[float, float]]:
    """The points that an operator adds to a path, on the page."""
    if operator == "re":
        x, y, width, height = at
        at = (x, y, x + width, y + height)
    a, b, c, d, e, f = ctm
    return [(a * x + c * y + e, b * x + d * y + f) for x, y in zip(at[::2], at[1::2], strict=True)]


def _scale(matrix: Matrix) -> float:
    """The factor by which lengths grow, averaged over directions."""
    a, b, c, d, _, _ = matrix
    return sqrt(abs(a * d - b * c))
