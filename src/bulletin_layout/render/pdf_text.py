"""Writes a run of glyphs as text operators (ISO 32000-1, 9.4), every glyph within 0.01 pt of its place."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Final
from unicodedata import bidirectional

from bulletin_layout.page import GlyphRun
from bulletin_layout.pdfs import number, utf16
from bulletin_layout.render.pdf_fonts import PageFont

#: Glyphs whose distance across the line differs by less than this, points, are on the same line.
_SAME_LINE: Final = 0.002
#: A gap of so many em between two letters is a space to those who extract text: only letters spaced apart on purpose,
#: and the few justified lines that are loose, have one.
_SPACE: Final = 0.15
#: Multiplied by ten, a value so close to a whole number is not halfway between two, however it was rounded.
_SURE: Final = 0.499


def text_operators(run: GlyphRun, x: float, y: float, font: PageFont, *, silent: bool = False) -> str:
    """The operators between BT and ET that show a run with its origin at (x, y), y up; font and ink are already set.

    If the ToUnicode of the glyphs does not give the run's text, the text is added as ActualText (14.9.4). ``silent``:
    the run is visible but has no text (empty ActualText): ruby would otherwise be read in the middle of its base text.
    """
    run = _seen(run)
    count = len(run.gids)
    along, across = (run.ys, run.xs) if run.turn else (run.xs, run.ys)
    stated = _stated(run, font)
    if silent:
        stated = {0: count}
    matrix = _matrix(run.stretch, run.turn)
    unit = run.size * run.stretch / 1000
    out: list[str] = []
    close = -1
    for start, end in _stretches(count, across, stated):
        if start in stated:
            close = stated[start]
            text = "" if silent else "".join(run.texts[start:close])
            out.append(f"/Span<</ActualText{utf16(text)}>>BDC")
        down = run.ys[start] if run.ys else 0.0
        out.append(f"{matrix} {number(x + run.xs[start])} {number(y - down)} Tm")
        out.append(_shown(run.gids[start:end], along[start:end], font, unit))
        if end == close:
            out.append("EMC")
    return " ".join(out)


@cache
def _matrix(stretch: float, turn: int) -> str:
    """The matrix of upright or turned glyphs, without its place."""
    return f"0 -{number(stretch)} 1 0" if turn else f"{number(stretch)} 0 0 1"


def _seen(run: GlyphRun) -> GlyphRun:
    """A right-to-left run with its glyphs reordered from left to right, accents staying with their letters; any other
    run unchanged. PDF readers expect text in visual order, and restore the logical order themselves (14.8.2.3.3)."""
    if run.turn or len(run.xs) < 2 or run.xs[-1] >= run.xs[0]:
        return run
    if not any(bidirectional(char) in ("R", "AL") for text in run.texts for char in text):
        return run
    starts = [index for index, text in enumerate(run.texts) if text]
    ends = [*starts[1:], len(run.gids)]
    order = [index for start, end in zip(reversed(starts), reversed(ends), strict=True) for index in range(start, end)]
    return replace(
        run,
        gids=tuple(run.gids[index] for index in order),
        xs=tuple(run.xs[index] for index in order),
        texts=tuple(run.texts[index] for index in order),
        ys=tuple(run.ys[index] for index in order) if run.ys else (),
    )


def _shown(gids: Sequence[int], positions: Sequence[float], font: PageFont, unit: float) -> str:
    """A TJ (or Tj) operator for glyphs on one line. The viewer moves by each glyph's width; wherever a glyph is not at
    that point, the array has an adjustment.

    ``positions``: points along the line; ``unit``: points of a thousandth of an em. Adjustments are rounded to a tenth
    of it; the rounding error is corrected with the next glyph, so errors do not add up.
    """
    codes = [*map(font.codes.__getitem__, gids)]
    pen = positions[0]
    off = unit / 20  # half of the rounding unit: a smaller error would round to 0
    adjusted = False
    steps = zip(map(font.advances.__getitem__, gids), positions, strict=True)
    for index, (advance, position) in enumerate(steps):
        error = pen - position
        if error > off or error < -off:
            back, between = _adjustment(_tenths(error / unit))
            codes[index] = between + codes[index]
            adjusted = True
            pen -= back * unit
        pen += advance * unit
    shown = "".join(codes)
    return f"[<{shown}>]TJ" if adjusted else f"<{shown}>Tj"


def _tenths(value: float) -> int:
    """Tenths nearest to a value, as ``round(value, 1)`` has them, in a third of its time."""
    tenths = round(value * 10)
    return tenths if abs(value * 10 - tenths) < _SURE else round(round(value, 1) * 10)


@cache
def _adjustment(tenths: int) -> tuple[float, str]:
    """Thousandths of an em by which the pen goes back, and what stands between two codes of an array for that."""
    return tenths / 10, f">{tenths / 10:.10g}<"


def _stretches(count: int, across: Sequence[float], stated: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """(Start, end) of glyphs that one operator can show: all on one line, and either inside no ActualText or exactly
    one. ``across``: empty if all are on one line."""
    start = 0
    if stated or any(across):
        bounds = {*stated.keys(), *stated.values()}
        for index in range(1, count):
            if index in bounds or (across and abs(across[index] - across[start]) > _SAME_LINE):
                yield start, index
                start = index
    if count:
        yield start, count


def _stated(run: GlyphRun, font: PageFont) -> dict[int, int]:
    """Start → end of the clusters that need ActualText: several glyphs for one text, or a glyph that was first shown
    with another text.

    A vertical line gets one ActualText for all of it: otherwise readers take every glyph for a line. So does a line of
    letters spaced apart, such as a nameplate: otherwise they take every gap for a space.
    """
    stated: dict[int, int] = {}
    said = font.said(run.gids, run.texts)
    if said != run.texts or "" in said:
        start = 0
        for index, (text, copied) in enumerate(zip(run.texts, said, strict=True)):
            if text:
                start = index
                if copied == text:
                    continue
            stated[start] = index + 1
    return {0: len(run.gids)} if _is_vertical(run) or _is_spaced(run, font) else stated


def _is_spaced(run: GlyphRun, font: PageFont) -> bool:
    """Whether its letters are spaced apart (字距拉开), as far as the first two of them show."""
    if run.turn or run.ys or len(run.xs) < 2:
        return False
    end = run.xs[0] + font.advances[run.gids[0]] * run.size * run.stretch / 1000
    if run.xs[1] - end <= _SPACE * run.size:
        return False
    return all(text.strip() and not text.isascii() for text in run.texts[:2])


def _is_vertical(run: GlyphRun) -> bool:
    """Whether a run has upright glyphs below one another (直排)."""
    if run.turn or not run.ys:
        return False
    return max(run.ys) - min(run.ys) > max(run.xs) - min(run.xs)
