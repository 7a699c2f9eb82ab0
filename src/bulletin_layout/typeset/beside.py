"""Places emphasis dots, underlines and ruby above and below a line that has been set (行间定位)."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, assert_never

from bulletin_layout.page import GlyphRun
from bulletin_layout.typeset.classes import HAN, IDEOGRAPHIC_SPACE, NEWLINE
from bulletin_layout.typeset.galley import Galley
from bulletin_layout.typeset.interlinear import Bar, Beside, Dot, Dotted, Glossed, Interlinear, Linked, Ruby, Underlined
from bulletin_layout.typeset.moves import shifted
from bulletin_layout.values import replace

#: An emphasis dot: diameter, and depth of its centre below the baseline, em. A line gap has at least ½ em; the dot lies
#: in it nearer to its own text than to the next line (CLREQ 5.3.1).
DOT: Final = 0.16
_DOT_DEPTH: Final = 0.27
#: An underline: depth of its centre below the baseline, thickness, and how far each of two touching ends is drawn back,
#: em. The gap between two is then ⅛ em, the most that CLREQ 5.6.1 allows.
_BAR_DEPTH: Final = 0.21
BAR: Final = 0.05
BAR_GAP: Final = 0.0625


def interlinear(galley: Galley, beside: Sequence[Beside], a: int, b: int, xs: Sequence[float]) -> Interlinear | None:
    """The dots, underlines and ruby of boxes a…b, or None. ``beside``: those of the galley that the line meets;
    ``xs``: left edge of each box on the line, points.

    Each Han has a dot below its middle, wherever adjustment put it; marks and Latin letters have none (GB/T 15834
    4.12, CLREQ 5.3.1). An underline runs through gaps and marks from the first box to the last, but not below blanks at
    the ends of the line (GB/T 15834 4.16, CLREQ 5.6.1). Ruby is centred over its text (CLREQ 5.5.4).
    """
    starts = galley.boxes.starts
    dots: list[Dot] = []
    bars: list[Bar] = []
    ruby: list[Ruby] = []
    for stretch in beside:
        begin = bisect_left(starts, stretch.start)
        first = max(a, begin)
        last = min(b, bisect_left(starts, stretch.end) - 1)
        if first > last:
            continue
        match stretch:
            case Dotted():
                dots += _dots(galley, stretch, range(first, last + 1), xs[first - a :])
            case Underlined():
                bars += _bar(galley, stretch, (a, first, last, b), xs)
            case Glossed():
                if begin >= a:  # a forced break divided the text below: the ruby stays with the first part
                    ruby.append(_ruby(stretch, sum(_reach(galley, (a, first, last), xs)) / 2))
            case Linked():
                pass  # it is printed as its words alone
            case _:
                assert_never(stretch)
    return Interlinear(tuple(dots), tuple(bars), tuple(ruby)) if dots or bars or ruby else None


def _dots(galley: Galley, stretch: Dotted, boxes: range, xs: Sequence[float]) -> Iterator[Dot]:
    kinds, glyphs = galley.boxes.kinds, galley.boxes.glyphs
    for box, x in zip(boxes, xs, strict=False):
        if kinds[box] == HAN:
            middle = x + glyphs[box][0].dx + stretch.em / 2
            yield Dot(middle, _DOT_DEPTH * stretch.em, DOT * stretch.em, stretch.ink)


def _bar(galley: Galley, stretch: Underlined, span: tuple[int, int, int, int], xs: Sequence[float]) -> list[Bar]:
    """The underline below some boxes of a line; empty when these are only blanks at the end of the line.

    ``span``: first box of the line, first and last box above the underline, last box of the line.
    """
    a, first, last, b = span
    boxes = galley.boxes
    while last > first and last == b and boxes.kinds[last] in (NEWLINE, IDEOGRAPHIC_SPACE):
        b = last = last - 1
    if boxes.kinds[last] == NEWLINE:
        return []
    meets_left = stretch.meets_left and boxes.starts[first] == stretch.start and first > a
    ends = boxes.starts[last + 1] if last + 1 < galley.count else len(galley.text)
    meets_right = stretch.meets_right and ends >= stretch.end and last < b
    left, right = _reach(galley, (a, first, last), xs)
    x = left + (BAR_GAP * stretch.em if meets_left else 0.0)
    right -= BAR_GAP * stretch.em if meets_right else 0.0
    y = _BAR_DEPTH * stretch.em
    return [Bar(x, y, right, y, BAR * stretch.em, stretch.ink)]


def _reach(galley: Galley, span: tuple[int, int, int], xs: Sequence[float]) -> tuple[float, float]:
    """Left and right edge of some boxes, points; ``span``: first box of the line, first and last of these boxes."""
    a, first, last = span
    ends = range(first, last + 1) if galley.levels else (first, last)  # some may run from right to left
    return min(xs[box - a] for box in ends), max(xs[box - a] + galley.boxes.widths[box] for box in ends)


def _ruby(stretch: Glossed, middle: float) -> Ruby:
    width = stretch.width - stretch.air
    x = middle - width / 2
    return Ruby(stretch.start, x, x + width, stretch.rise, shifted(stretch.runs, x))


def bordered(galley: Galley, beside: Sequence[Beside], a: int, b: int, runs: Sequence[GlyphRun]) -> Iterator[GlyphRun]:
    """The runs of boxes a…b, cut where a link or the text below ruby begins or ends; each part has its link or ruby.
    ``beside``: as for ``interlinear``."""
    stretches = [stretch for stretch in beside if isinstance(stretch, Glossed | Linked)]
    if not stretches:
        yield from runs
        return
    whose = [about(stretches, offset) for offset in offsets(galley, a, b)]
    whose += whose[-1:]  # the hyphen at the line's end
    before = 0
    for run in runs:
        count, first = len(run.gids), 0
        for (link, gloss), group in groupby(whose[before : before + count]):
            end = first + len(list(group))
            part = run if end - first == count else run.part(first, end)
            yield replace(part, link=link or None, gloss=gloss) if link or gloss else part
            first = end
        before += count


def offsets(galley: Galley, a: int, b: int) -> Iterator[int]:
    """The offset in the text of each glyph of boxes a…b; a glyph that stands for no text has that of the one before."""
    boxes = galley.boxes
    for start, glyphs in zip(boxes.starts[a : b + 1], boxes.glyphs[a : b + 1], strict=True):
        offset = here = start
        for glyph in glyphs:
            if glyph.text:
                here = offset
            offset += len(glyph.text)
            yield here


def about(stretches: Sequence[Beside], offset: int) -> tuple[str, int]:
    """The link at an offset of the text ("" for none) and the number of the ruby there (its start + 1; 0: none)."""
    here = [stretch for stretch in stretches if stretch.start <= offset < stretch.end]
    link = next((stretch.link for stretch in here if isinstance(stretch, Linked)), "")
    return link, next((stretch.start + 1 for stretch in here if isinstance(stretch, Glossed)), 0)
