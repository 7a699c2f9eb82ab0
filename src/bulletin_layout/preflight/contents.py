"""Executes the operators of a written page (ISO 32000-1, 8 and 9), and collects what matters to a press."""

import re
from collections.abc import Callable, Mapping
from math import hypot, sqrt
from typing import Final

from bulletin_layout.pdfs.operators import codes, name, numbers, operators, unknown
from bulletin_layout.pdfs.pikepdf_adapter import Found
from bulletin_layout.preflight.colours import EVERY_PLATE, Colour, Space
from bulletin_layout.preflight.resources import Asked, PictureFacts, Resources
from bulletin_layout.preflight.uses import ImageUse, LineUse, PageUses, TextUse
from bulletin_layout.values import NamedTuple, dataclass

Matrix = tuple[float, ...]
Box = tuple[float, float, float, float]

_UPRIGHT: Final[Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
#: The text matrix that ``BT`` sets, as ``Tm`` would write it.
_AT_ORIGIN: Final = "1 0 0 1 0 0"
#: Deepest nesting of forms; more is a mistake or an attack.
_DEEPEST: Final = 12
#: The initial colour of every page (ISO 32000-1, 8.6.8).
_INITIAL: Final = Colour("grey", (0.0,))
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
    """The part of the graphics state (ISO 32000-1, 8.4) that matters here. ``scale``: the factor by which its matrix
    lets lengths grow."""

    ctm: Matrix = _UPRIGHT
    scale: float = 1.0
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

    def move(self, matrix: Matrix) -> None:
        self.ctm = _product(matrix, self.ctm)
        self.scale = _scale(self.ctm)


def read_contents(number: int, content: bytes, resources: Resources, edge: Box) -> PageContents:
    """Execute the content of page ``number``. ``edge``: that of the bleed, outside of which text, and lines in
    registration colour, do not count. PdfError: it has operators that this program does not write, or with operands
    that they do not take."""
    reader = _Reader(number, resources, edge)
    reader.read(content)
    return PageContents(reader.uses, reader.missing, reader.fonts, resources.asked, reader.forms)


class _Reader:
    """Executes the operators of one page and of the forms on it. Content of the page is not what stands outside the
    bleed: text, and crop marks and registration marks in registration colour (套版色).

    Each operator has a method, which gets its operands as they are written: ``_MEANINGS``.
    """

    def __init__(self, number: int, resources: Resources, edge: Box) -> None:
        self.uses = PageUses(number)
        self.missing = 0
        self.fonts: dict[str, tuple[Resources | None, str]] = {}
        self.forms = False
        self._edge = edge
        self._state = _State()
        self._kept: list[_State] = []
        self._resources = resources
        self._within: tuple[str, ...] = ()  # names of the forms that the content is in
        self._points: list[str] = []  # of the path; they are asked for where one in registration colour is drawn
        self._boxes: list[str] = []  # of the path
        self._text = _AT_ORIGIN
        self._silent: list[bool] = []  # for each open marked content: whether it has an empty ActualText

    def read(self, content: bytes) -> None:
        operands = operator = ""
        try:
            for operands, operator in operators(content, _MEANINGS.keys()):
                _MEANINGS[operator](self, operands)
        except (KeyError, ValueError):  # no such resource, no number, too many or too few operands
            raise unknown(f"{operands} {operator}") from None

    def nothing(self, operands: str) -> None:
        """What changes nothing of what is collected, and has no operands."""
        if operands and not operands.isspace():
            raise ValueError(operands)

    def style(self, operands: str) -> None:
        """Of lines: their caps, joins and mitres."""
        (_,) = numbers(operands)

    def save(self, _: str) -> None:
        self._kept.append(self._state.copy())

    def restore(self, _: str) -> None:
        self._state = self._kept.pop() if self._kept else self._state

    def move(self, operands: str) -> None:
        self._state.move(numbers(operands))

    def width(self, operands: str) -> None:
        (self._state.width,) = numbers(operands)

    def overprint(self, operands: str) -> None:
        state = self._state
        stroke, fill = self._resources.overprint(name(operands))
        state.over_stroke = state.over_stroke if stroke is None else stroke
        state.over_fill = state.over_fill if fill is None else fill

    def points(self, operands: str) -> None:
        self._points.append(operands)

    def box(self, operands: str) -> None:
        self._boxes.append(operands)

    def end_path(self, _: str) -> None:
        self._points, self._boxes = [], []

    def stroke(self, operands: str) -> None:
        self._stroked()
        self.end_path(operands)

    def fill(self, operands: str) -> None:
        self._filled()
        self.end_path(operands)

    def fill_and_stroke(self, operands: str) -> None:
        self._stroked()
        self._filled()
        self.end_path(operands)

    def begin_text(self, _: str) -> None:
        self._text = _AT_ORIGIN

    def place_text(self, operands: str) -> None:
        self._text = operands

    def font(self, operands: str) -> None:
        font, size = operands.split()
        called, state = name(font), self._state
        state.size, state.font = float(size), "/".join((*self._within, called))
        self.fonts[state.font] = self._resources if self._within else None, called

    def show_text(self, operands: str) -> None:
        if "0000" in operands:
            for shown in codes(operands):
                self.missing += sum(shown[at : at + 4] == "0000" for at in range(0, len(shown), 4))
        a, b, c, d, x, y = numbers(self._text)
        state, (left, low, right, high) = self._state, self._edge
        x, y = _moved(x, y, state.ctm)
        if left < x < right and low < y < high:
            size = round(state.size * sqrt(abs(a * d - b * c)) * state.scale, 2)
            use = (state.font, size, state.fill, state.over_fill, any(self._silent))
            if use not in self.uses.texts:  # a tuple equals the ``TextUse`` of the same parts, which takes time to make
                self.uses.texts[TextUse(*use)] = ""

    def begin_marked(self, operands: str) -> None:
        self._silent.append(_SILENT.search(operands) is not None)

    def end_marked(self, _: str) -> None:
        del self._silent[-1:]

    def show(self, operands: str) -> None:
        """A picture, or a form."""
        called = name(operands)
        shown = self._resources.shown(called)
        if isinstance(shown, PictureFacts):
            a, b, c, d, _, _ = self._state.ctm
            self.uses.images.append(
                ImageUse(called, shown.pixels, hypot(a, b), hypot(c, d), shown.space, shown.mask, shown.names)
            )
            return
        self.forms = True
        if len(self._within) < _DEEPEST:
            self._form(shown, called)

    def fill_space(self, operands: str) -> None:
        self._state.fill_space = self._resources.space(name(operands))

    def stroke_space(self, operands: str) -> None:
        self._state.stroke_space = self._resources.space(name(operands))

    def fill_colour(self, operands: str) -> None:
        space, plates = self._state.fill_space
        self._state.fill = Colour(space, numbers(operands), plates)

    def stroke_colour(self, operands: str) -> None:
        space, plates = self._state.stroke_space
        self._state.stroke = Colour(space, numbers(operands), plates)

    def fill_grey(self, operands: str) -> None:
        self._state.fill = Colour("grey", numbers(operands))

    def stroke_grey(self, operands: str) -> None:
        self._state.stroke = Colour("grey", numbers(operands))

    def fill_rgb(self, operands: str) -> None:
        self._state.fill = Colour("rgb", numbers(operands))

    def stroke_rgb(self, operands: str) -> None:
        self._state.stroke = Colour("rgb", numbers(operands))

    def fill_cmyk(self, operands: str) -> None:
        self._state.fill = Colour("cmyk", numbers(operands))

    def stroke_cmyk(self, operands: str) -> None:
        self._state.stroke = Colour("cmyk", numbers(operands))

    def _stroked(self) -> None:
        state = self._state
        if not self._beside(state.stroke):
            use = LineUse(round(state.width * state.scale, 3), state.stroke, state.over_stroke)
            self.uses.lines.setdefault(use, "")

    def _filled(self) -> None:
        if not self._beside(self._state.fill):
            self.uses.fills.setdefault(self._state.fill, "")

    def _beside(self, colour: Colour) -> bool:
        """Whether the path is in registration colour and stands outside the bleed."""
        if EVERY_PLATE not in colour.names:
            return False
        at = list(numbers(" ".join(self._points)))
        for box in self._boxes:
            x, y, width, height = numbers(box)
            at += x, y, x + width, y + height
        if not at:
            return False
        left, low, right, high = self._edge
        xs, ys = at[::2], at[1::2]
        if (ctm := self._state.ctm) != _UPRIGHT:
            xs, ys = map(list, zip(*(_moved(x, y, ctm) for x, y in zip(xs, ys, strict=True)), strict=True))
        return max(xs) <= left or min(xs) >= right or max(ys) <= low or min(ys) >= high

    def _form(self, form: Found, called: str) -> None:
        outer = self._state, self._kept, self._resources, self._within
        self._state, self._kept = self._state.copy(), []
        self._resources, self._within = Resources(form.get("Resources") or {}), (*self._within, called)
        if "Matrix" in form:
            self._state.move(tuple(map(float, form["Matrix"])))
        self.read(form.data)
        self._state, self._kept, self._resources, self._within = outer


#: All operators that this program writes. ISO 32000-1 has more: what is not here is an error.
_MEANINGS: Final[Mapping[str, Callable[[_Reader, str], None]]] = {
    "q": _Reader.save,
    "Q": _Reader.restore,
    "cm": _Reader.move,
    "w": _Reader.width,
    **dict.fromkeys(("J", "j", "M"), _Reader.style),
    "gs": _Reader.overprint,
    **dict.fromkeys(("m", "l", "c", "v", "y"), _Reader.points),
    "re": _Reader.box,
    **dict.fromkeys(("h", "W", "W*", "ET"), _Reader.nothing),
    "n": _Reader.end_path,
    **dict.fromkeys(("S", "s"), _Reader.stroke),
    **dict.fromkeys(("f", "F", "f*"), _Reader.fill),
    **dict.fromkeys(("B", "b", "B*", "b*"), _Reader.fill_and_stroke),
    "BT": _Reader.begin_text,
    "Tf": _Reader.font,
    "Tm": _Reader.place_text,
    **dict.fromkeys(("Tj", "TJ"), _Reader.show_text),
    **dict.fromkeys(("BDC", "BMC"), _Reader.begin_marked),
    "EMC": _Reader.end_marked,
    "Do": _Reader.show,
    "cs": _Reader.fill_space,
    "CS": _Reader.stroke_space,
    **dict.fromkeys(("sc", "scn"), _Reader.fill_colour),
    **dict.fromkeys(("SC", "SCN"), _Reader.stroke_colour),
    "g": _Reader.fill_grey,
    "G": _Reader.stroke_grey,
    "rg": _Reader.fill_rgb,
    "RG": _Reader.stroke_rgb,
    "k": _Reader.fill_cmyk,
    "K": _Reader.stroke_cmyk,
}


def _product(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    p, q, r, s, _, _ = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, *_moved(e, f, then))


def _moved(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    """Where a point is after a matrix."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _scale(matrix: Matrix) -> float:
    """The factor by which lengths grow, averaged over directions."""
    a, b, c, d, _, _ = matrix
    return sqrt(abs(a * d - b * c))
