"""Small texts that are not poured (captions, heads, furniture): set, measured and placed as marks."""

import math
from collections.abc import Sequence
from dataclasses import replace

from bulletin_layout.fonts import FontBook
from bulletin_layout.grid import Grid, Rect
from bulletin_layout.issue import Style
from bulletin_layout.measures import EM_ASCENT
from bulletin_layout.page import GlyphRun, Tag, TextMark
from bulletin_layout.typeset import TextRun, break_lines, prepare

#: Leading of a text that is off the body grid and whose style names none, in its own em.
FREE_LEADING = 1.35


def leading_of(style: Style) -> float:
    """Baseline to baseline of a text off the grid, in points."""
    return style.leading or style.size * FREE_LEADING


def extra_rows(count: int, pitch: float, grid: Grid) -> int:
    """Whole rows that the lines of a head after its first one add; a quarter of a row goes into the head's air."""
    return math.ceil((count - 1) * pitch / grid.line - 0.25) if count > 1 else 0


def natural_width(text: str, style: Style, book: FontBook) -> float:
    """The width of a text on one line, in points."""
    return prepare((TextRun(text, style),), style, book).natural


def wrapped(
    text: str, style: Style, width: float, book: FontBook, align: str | None = None
) -> tuple[tuple[GlyphRun, ...], ...]:
    """A text broken into lines of a width and aligned in it: the runs of each line."""
    if align is not None:
        style = replace(style, align=align)  # type: ignore[arg-type]  # the callers name the values of Align
    galley = prepare((TextRun(text, style),), style, book)
    return tuple(line.runs for line in break_lines(galley, (width,)).lines)


def broken(text: str, style: Style, width: float, book: FontBook) -> tuple[str, ...]:
    """The lines into which a text breaks at a width, as text."""
    lines = break_lines(prepare((TextRun(text, style),), style, book), (width,)).lines
    return tuple(text[line.start : line.end].strip() for line in lines)


def stack_height(count: int, style: Style) -> float:
    """From the top of the first line's em box to the foot of the last one's, in points."""
    return (count - 1) * leading_of(style) + style.size


def stack_marks(
    lines: Sequence[Sequence[GlyphRun]],
    style: Style,
    x: float,
    top: float,
    tag: Tag,
) -> list[TextMark]:
    """Lines one below the other, the first em box at ``top``; ``tag``: of the first line."""
    tags = [tag.on_line(k) for k in range(len(lines))]
    return [
        TextMark(x, top + k * leading_of(style) + EM_ASCENT * style.size, run, tags[k])
        for k, runs in enumerate(lines)
        for run in runs
    ]


def in_box(text: str, style: Style, rect: Rect, tag: Tag, book: FontBook) -> list[TextMark]:
    """A text centred in the height of a rectangle and aligned by its style in the width."""
    lines = wrapped(text, style, rect.width, book)
    top = rect.y + (rect.height - stack_height(len(lines), style)) / 2
    return stack_marks(lines, style, rect.x, top, tag)
