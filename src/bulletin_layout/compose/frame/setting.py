"""Text outside the columns (captions, heads, cells, furniture): set for a width, measured, and placed as marks.

All such text takes the same way: ``runs.type_runs`` makes runs from pieces, ``set_text`` lines from runs,
``text_marks`` marks from lines. Interlinear marks get the space they need: ruby over a line moves it away from the
line above.
"""

import math
from collections.abc import Mapping, Sequence

from bulletin_layout.compose.frame.interlines import interlinear_marks
from bulletin_layout.compose.frame.kept_texts import once, prepared
from bulletin_layout.compose.frame.origins import origins_of
from bulletin_layout.compose.frame.runs import type_runs
from bulletin_layout.fonts import FontBook
from bulletin_layout.grid import Grid, Rect
from bulletin_layout.issue import Align, Pieces, Style
from bulletin_layout.measures import EM_ASCENT
from bulletin_layout.page import Mark, Origin, Tag, TextMark
from bulletin_layout.typeset import Column, Galley, Glossed, Line, Setting, break_lines
from bulletin_layout.values import dataclass, replace

#: Leading in em of text off the body grid whose style does not set it.
FREE_LEADING = 1.35
#: Least distance between marks below a line and marks above the next one, in em.
INTERLINEAR_AIR = 0.12


def leading_of(style: Style) -> float:
    """Distance between the baselines of a text off the grid, in points."""
    return style.leading or style.size * FREE_LEADING


def extra_rows(count: int, pitch: float, grid: Grid) -> int:
    """Whole rows added by the lines of a head after the first one; up to a quarter of a row is taken from the head's
    air instead."""
    return math.ceil((count - 1) * pitch / grid.line - 0.25) if count > 1 else 0


def natural_width(pieces: Pieces, style: Style, styles: Mapping[str, Style], book: FontBook) -> float:
    """The width of a text set on one line, in points."""
    return galley_of(pieces, style, styles, book).natural


def galley_of(pieces: Pieces, style: Style, styles: Mapping[str, Style], book: FontBook) -> Galley:
    """A text prepared; ``styles``: those of strong and emphasis."""
    return prepared(type_runs(pieces, style, styles), style, book)


@dataclass(frozen=True, slots=True)
class SetText:
    """Lines stacked vertically (字块), all in points: type ``size``, ``pitch`` between baselines, and the height of
    marks ``above`` the em box of the first line (ruby) and ``below`` that of the last one (dots). ``origins``: where
    each line comes from."""

    lines: tuple[Line, ...]
    size: float
    pitch: float
    above: float = 0.0
    below: float = 0.0
    origins: tuple[Origin, ...] = ()

    @property
    def stack(self) -> float:
        """From the top of the first em box to the foot of the last one, in points."""
        return (max(1, len(self.lines)) - 1) * self.pitch + self.size

    @property
    def height(self) -> float:
        """Like ``stack``, with the marks above the first line and below the last one."""
        return self.above + self.stack + self.below


def set_text(
    pieces: Pieces, style: Style, styles: Mapping[str, Style], width: float, book: FontBook, align: Align | None = None
) -> SetText:
    """A text broken into lines of a width in points and aligned in it; ``styles``: those of strong and emphasis."""
    galley, align = galley_of(pieces, style, styles, book), align or style.align
    lines = once(galley, (width, align), book, lambda: _broken(galley, width, align)).lines
    return stacked(lines, style, origins_of(lines, pieces, width))


def _broken(galley: Galley, width: float, align: Align) -> Setting:
    if align != galley.style.align:
        galley = replace(galley, style=replace(galley.style, align=align))
    return break_lines(galley, (width,))


def stacked(lines: Sequence[Line], style: Style, origins: tuple[Origin, ...] = ()) -> SetText:
    """Lines stacked with the style's leading, or at a larger even distance when the marks between two lines need
    more. ``origins``: where each comes from."""
    size, pitch = style.size, leading_of(style)
    if not lines:
        return SetText((), size, pitch)
    em = EM_ASCENT * size, (1 - EM_ASCENT) * size  # height of a line above and below its baseline
    tops, feet = [_rise(line, em[0]) for line in lines], [_foot(line, em[1]) for line in lines]
    for foot, top in zip(feet, tops[1:], strict=False):
        if (top, foot) != em:
            pitch = max(pitch, foot + top + INTERLINEAR_AIR * size)
    return SetText(tuple(lines), size, pitch, tops[0] - em[0], feet[-1] - em[1], origins)


def with_ink(text: SetText) -> SetText:
    """The text with additional height for ink outside its em boxes: Western letters may extend beyond them."""
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
    """For each ruby of a text, the distance between baselines that it needs if it is on any line but the first, in
    points."""
    under = (1 - EM_ASCENT + INTERLINEAR_AIR) * galley.style.size
    return [over.rise + under for over in galley.beside if isinstance(over, Glossed)]


def _rise(line: Line, least: float) -> float:
    """The height of a line with its ruby above the baseline, in points."""
    ruby = line.interlinear.ruby if line.interlinear is not None else ()
    return max((least, *(over.rise for over in ruby)))


def _foot(line: Line, least: float) -> float:
    """The depth of a line with its dots and underlines below the baseline, in points."""
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
    """The marks of a text with its upper edge at ``top``: its lines, each with its interlinear marks. ``tag``: of the
    first line."""
    texts: list[Mark] = []
    beside: list[Mark] = []
    for number, line in enumerate(text.lines):
        y = top + text.above + number * text.pitch + EM_ASCENT * text.size
        here = tag.on_line(number)
        origin = text.origins[number] if text.origins else None
        own = [TextMark(x, y, run, here, origin) for run in line.runs]
        texts += own
        if line.interlinear is not None and own:
            beside += interlinear_marks(line.interlinear, own[0])
    return [*texts, *beside]


def column_marks(
    columns: Sequence[Column], origins: Sequence[Origin], centre: float, pitch: float, top: float, tag: Tag
) -> list[Mark]:
    """The marks of vertical lines from right to left, the first centred at ``centre``, each with its interlinear
    marks. ``origins``: where each line comes from."""
    texts: list[Mark] = []
    beside: list[Mark] = []
    for number, column in enumerate(columns):
        here = tag.on_line(number)
        own = [TextMark(centre - number * pitch, top, run, here, origins[number]) for run in column.runs]
        texts += own
        if column.beside is not None and own:
            beside += interlinear_marks(column.beside, own[0])
    return [*texts, *beside]


def in_box(text: SetText, rect: Rect, tag: Tag) -> list[Mark]:
    """The marks of a text centred vertically in a rectangle."""
    return text_marks(text, rect.x, rect.y + (rect.height - text.height) / 2, tag)
