"""Text that is not poured (captions, heads, cells, furniture): set for a width, measured, and placed as marks.

The one way from pieces to marks outside the columns: ``runs.type_runs`` makes runs of them, ``set_text`` lines of
these, ``text_marks`` marks. What stands between the lines has its room: ruby over a line keeps it off the line above.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bulletin_layout.compose.frame.interlines import interlinear_marks
from bulletin_layout.compose.frame.runs import type_runs
from bulletin_layout.fonts import FontBook
from bulletin_layout.grid import Grid, Rect
from bulletin_layout.issue import Pieces, Style
from bulletin_layout.measures import EM_ASCENT
from bulletin_layout.page import Mark, Tag, TextMark
from bulletin_layout.typeset import Column, Galley, Glossed, Line, break_lines, prepare
from bulletin_layout.values import dataclass

#: Leading of a text that is off the body grid and whose style names none, in its own em.
FREE_LEADING = 1.35
#: Between what stands below a line and what stands above the next one, in em.
INTERLINEAR_AIR = 0.12


def leading_of(style: Style) -> float:
    """Baseline to baseline of a text off the grid, in points."""
    return style.leading or style.size * FREE_LEADING


def extra_rows(count: int, pitch: float, grid: Grid) -> int:
    """Whole rows that the lines of a head after its first one add; a quarter of a row goes into the head's air."""
    return math.ceil((count - 1) * pitch / grid.line - 0.25) if count > 1 else 0


def natural_width(pieces: Pieces, style: Style, styles: Mapping[str, Style], book: FontBook) -> float:
    """The width of a text on one line, in points."""
    return prepare(type_runs(pieces, style, styles), style, book).natural


@dataclass(frozen=True, slots=True)
class SetText:
    """Lines one below the other (字块): ``size`` of their type, ``pitch`` from baseline to baseline, and what stands
    ``above`` the em box of the first line (ruby) and ``below`` that of the last one (dots). Points."""

    lines: tuple[Line, ...]
    size: float
    pitch: float
    above: float = 0.0
    below: float = 0.0

    @property
    def stack(self) -> float:
        """From the top of the first em box to the foot of the last one."""
        return (max(1, len(self.lines)) - 1) * self.pitch + self.size

    @property
    def height(self) -> float:
        """The same with what stands above the first line and below the last one."""
        return self.above + self.stack + self.below


def set_text(
    pieces: Pieces, style: Style, styles: Mapping[str, Style], width: float, book: FontBook, align: str | None = None
) -> SetText:
    """A text broken into lines of a width and aligned in it; ``styles``: those of emphasis."""
    if align is not None:
        style = replace(style, align=align)  # type: ignore[arg-type]  # the callers name the values of Align
    return stacked(break_lines(prepare(type_runs(pieces, style, styles), style, book), (width,)).lines, style)


def stacked(lines: Sequence[Line], style: Style) -> SetText:
    """Lines one below the other, by the style's leading, or evenly further apart where that leaves no room for what
    stands between two of them."""
    size, pitch = style.size, leading_of(style)
    if not lines:
        return SetText((), size, pitch)
    em = EM_ASCENT * size, (1 - EM_ASCENT) * size  # what a line takes above and below its baseline
    tops, feet = [_rise(line, em[0]) for line in lines], [_foot(line, em[1]) for line in lines]
    for foot, top in zip(feet, tops[1:], strict=False):
        if (top, foot) != em:
            pitch = max(pitch, foot + top + INTERLINEAR_AIR * size)
    return SetText(tuple(lines), size, pitch, tops[0] - em[0], feet[-1] - em[1])


def with_ink(text: SetText) -> SetText:
    """The text with the room of ink that leaves its em boxes: Western letters hang out of them."""
    if not text.lines:
        return text
    heights = [
        (y - ink.top * run.size, y - ink.bottom * run.size)
        for line in text.lines
        for run in line.runs
        for gid, y in zip(run.gids, run.ys or (0.0,) * len(run.gids), strict=True)
        for ink in (run.face.ink(gid),)
    ]
    above = max((-top for top, _ in heights), default=0.0) - EM_ASCENT * text.size
    below = max((foot for _, foot in heights), default=0.0) - (1 - EM_ASCENT) * text.size
    return replace(text, above=max(text.above, above), below=max(text.below, below))


def pitch_under_ruby(galley: Galley) -> list[float]:
    """What each ruby of a text asks for from line to line, if it should stand over another than the first."""
    under = (1 - EM_ASCENT + INTERLINEAR_AIR) * galley.style.size
    return [over.rise + under for over in galley.beside if isinstance(over, Glossed)]


def _rise(line: Line, least: float) -> float:
    """How far a line with its ruby reaches above its baseline, in points."""
    ruby = line.interlinear.ruby if line.interlinear is not None else ()
    return max((least, *(over.rise for over in ruby)))


def _foot(line: Line, least: float) -> float:
    """How far a line with its dots and underlines reaches below its baseline, in points."""
    beside = line.interlinear
    if beside is None:
        return least
    feet = [bar.y1 + bar.width / 2 for bar in beside.bars] + [dot.y + dot.size / 2 for dot in beside.dots]
    return max((least, *feet))


def text_marks(
    text: SetText,
    x: float,
    top: float,
    tag: Tag,
) -> list[Mark]:
    """The text with its upper edge at ``top``: its lines, then what stands above and below each; ``tag``: of the first
    line."""
    texts: list[Mark] = []
    beside: list[Mark] = []
    for number, line in enumerate(text.lines):
        y = top + text.above + number * text.pitch + EM_ASCENT * text.size
        here = tag.on_line(number)
        own = [TextMark(x, y, run, here) for run in line.runs]
        texts += own
        if line.interlinear is not None and own:
            beside += interlinear_marks(line.interlinear, own[0])
    return [*texts, *beside]


def column_marks(columns: Sequence[Column], centre: float, pitch: float, top: float, tag: Tag) -> list[Mark]:
    """Vertical lines from right to left, the middle of the first at ``centre``, with what stands beside each."""
    texts: list[Mark] = []
    beside: list[Mark] = []
    for number, column in enumerate(columns):
        here = tag.on_line(number)
        own = [TextMark(centre - number * pitch, top, run, here) for run in column.runs]
        texts += own
        if column.beside is not None and own:
            beside += interlinear_marks(column.beside, own[0])
    return [*texts, *beside]


def in_box(text: SetText, rect: Rect, tag: Tag) -> list[Mark]:
    """A text centred in the height of a rectangle."""
    return text_marks(text, rect.x, rect.y + (rect.height - text.height) / 2, tag)
