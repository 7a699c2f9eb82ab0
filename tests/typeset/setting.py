"""What the tests of composition share: setting a text at a measure in em, and reading lines back."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Style
from bulletin_layout.typeset import Galley, Line, Setting, TextRun, break_lines, prepare

SIZE = 10.0
EM = SIZE


class Placed(NamedTuple):
    """A glyph on a line: its text and its left edge, in em."""

    text: str
    x: float


def style(**options: Any) -> Style:
    """A style of 10 points without indent."""
    return Style("test", **{"size": SIZE} | options)


def galley(text: str, book: FontBook, **options: Any) -> Galley:
    """A text in one style, prepared."""
    own = style(**options)
    return prepare((TextRun(text, own),), own, book)


def set_text(text: str, measure: float | Sequence[float], book: FontBook, **options: Any) -> Setting:
    """A text in one style, broken at a measure (or several) in em."""
    measures = (measure,) if isinstance(measure, int | float) else measure
    return break_lines(galley(text, book, **options), [m * EM for m in measures])


def words(setting: Setting, text: str) -> list[str]:
    """The text of every line, spaces at its end and line breaks taken off."""
    return [text[line.start : line.end].rstrip(" \n") for line in setting.lines]


def glyphs(line: Line) -> list[Placed]:
    """The glyphs of a line from left to right."""
    found = [Placed(text, x / EM) for run in line.runs for x, text in zip(run.xs, run.texts, strict=True)]
    return found


def advance(line: Line) -> float:
    """The right edge of the last glyph of a line by its advance, em. Only for lines that end in Han or Latin."""
    run = line.runs[-1]
    last = max(k for k, text in enumerate(run.texts) if not text.isspace())
    return run.xs[last] / EM + run.face.advance(run.gids[last])


def gaps(line: Line) -> list[float]:
    """Distances between the left edges of neighbouring glyphs, em."""
    return [b.x - a.x for a, b in pairwise(glyphs(line))]


def text_of(setting: Setting) -> str:
    """The text that the glyphs of all lines stand for."""
    return "".join(text for line in setting.lines for run in line.runs for text in run.texts)
