"""Sets the small texts of proof sheets (校样上的字): notes in the margin, boxes, lists. Points."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final, Literal

from bulletin_layout.fonts import FontBook
from bulletin_layout.inks import Ink
from bulletin_layout.issue import Style
from bulletin_layout.page import Mark, RuleMark, TextMark
from bulletin_layout.typeset import Line, TextRun, break_lines, prepare
from bulletin_layout.values import NamedTuple

_LEADING: Final = 1.3
_ASCENT: Final = 0.88
#: Heights of both ends of the line through what was struck out, in em above the baseline: aslant, or a struck 一 would
#: be two of them.
_STRIKE: Final = (0.1, 0.6)
#: The families that sheets are set in, the first that a publication has; else any.
_FAMILIES: Final = ("hei", "song")


class Words(NamedTuple):
    """Words of one kind in a small text; ``struck``: a line goes through them."""

    text: str
    ink: Ink
    bold: bool = False
    struck: bool = False


class Lettered(NamedTuple):
    """A small text set for a width; ``struck``: numbers of the runs with a line through them, by line."""

    lines: tuple[Line, ...]
    size: float
    struck: frozenset[Ink]

    @property
    def height(self) -> float:
        """Its height."""
        return max(0, len(self.lines) - 1) * self.size * _LEADING + self.size

    def marks(self, x: float, top: float) -> list[Mark]:
        """Its marks, with its upper left corner at (x, top)."""
        found: list[Mark] = []
        for number, line in enumerate(self.lines):
            y = top + _ASCENT * self.size + number * self.size * _LEADING
            for run in line.runs:
                found.append(TextMark(x, y, run))
                if run.ink in self.struck and run.xs:
                    end = run.xs[-1] + run.face.advance(run.gids[-1]) * run.size
                    low, high = (y - part * self.size for part in _STRIKE)
                    found.append(RuleMark(x + run.xs[0] - 0.5, low, x + end + 0.5, high, 0.6, run.ink))
        return found

    @property
    def width(self) -> float:
        """The width of its longest line."""
        ends = [
            run.xs[-1] + run.face.advance(run.gids[-1]) * run.size for line in self.lines for run in line.runs if run.xs
        ]
        return max(ends, default=0.0)


class Letters:
    """Sets small texts with the fonts of a publication."""

    def __init__(self, book: FontBook) -> None:
        self._book = book
        families = [family for family, _ in book.files]
        self._family = next((name for name in _FAMILIES if name in families), families[0])

    def set(
        self,
        words: Iterable[Words] | Words,
        size: float,
        width: float,
        align: Literal["start", "center", "end"] = "start",
    ) -> Lettered:
        """A text in lines of at most ``width`` points."""
        parts = [words] if isinstance(words, Words) else [*words]
        style = Style("proof", font=self._family, size=size, align=align, hyphenate=False)
        runs = tuple(TextRun(_shown(part.text), _styled(style, part)) for part in parts if part.text)
        if not runs:
            return Lettered((), size, frozenset())
        lines = break_lines(prepare(runs, style, self._book), (max(width, 2 * size),)).lines
        return Lettered(lines, size, frozenset(part.ink for part in parts if part.struck))

    def line(self, words: Words, size: float, x: float, top: float) -> list[Mark]:
        """The marks of a text on one line."""
        return self.set(words, size, 1e4).marks(x, top)


def _styled(style: Style, words: Words) -> Style:
    return replace(style, ink=words.ink, weight="bold" if words.bold else "regular")


def _shown(text: str) -> str:
    """A text with its ends of lines, cells and spaces shown, so that a change of them can be seen."""
    return text.replace("\n", "↵").replace("\t", "｜")


def shortened(text: str, most: int) -> str:
    """A text, or its beginning and end if it is longer than ``most`` characters."""
    if len(text) <= most:
        return text
    head = max(1, most * 2 // 3)
    return f"{text[:head]}……{text[-max(1, most - head - 2) :]}"


def rule(x1: float, y1: float, x2: float, y2: float, ink: Ink, width: float = 0.5) -> RuleMark:
    """A line."""
    return RuleMark(x1, y1, x2, y2, width, ink)


def frame(x: float, y: float, width: float, height: float, ink: Ink, thick: float = 0.5) -> Sequence[Mark]:
    """The four sides of a rectangle."""
    right, foot = x + width, y + height
    ends = ((x, y, right, y), (right, y, right, foot), (right, foot, x, foot), (x, foot, x, y))
    return [RuleMark(*each, thick, ink, round=True) for each in ends]
