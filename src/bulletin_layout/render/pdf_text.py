"""A run of glyphs as PDF text operators (ISO 32000-1, 9.4): every glyph where composition put it, to 0.01 pt."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final
from unicodedata import bidirectional

from bulletin_layout.page import GlyphRun
from bulletin_layout.pdfs import number, utf16
from bulletin_layout.render.pdf_fonts import FontUse

#: Glyphs this near one line, in points, are on it.
_SAME_LINE: Final = 0.002


def text_operators(run: GlyphRun, x: float, y: float, font: FontUse, *, silent: bool = False) -> str:
    """Operators that show the run with its origin at (x, y), y upwards, between BT and ET; font and ink are set.

    Text that its glyphs alone would not give back is stated beside them (ActualText, 14.9.4). ``silent``: the run is
    seen and not read (ruby would part the words of the line below it), so the text stated is empty.
    """
    run = _seen(run)
    count = len(run.gids)
    nowhere = (0.0,) * count
    xs, ys = run.xs or nowhere, run.ys or nowhere
    along, across = (ys, xs) if run.turn else (xs, ys)
    stated = _stated(run, font)
    if silent:
        stated = {0: count}
    stretch = number(run.stretch)
    matrix = f"0 -{stretch} 1 0" if run.turn else f"{stretch} 0 0 1"
    out: list[str] = []
    close = -1
    for start, end in _stretches(across, stated):
        if start in stated:
            close = stated[start]
            text = "" if silent else "".join(run.texts[start:close])
            out.append(f"/Span<</ActualText{utf16(text)}>>BDC")
        out.append(f"{matrix} {number(x + xs[start])} {number(y - ys[start])} Tm")
        out.append(_shown(run.gids[start:end], along[start:end], font, run.size * run.stretch / 1000))
        if end == close:
            out.append("EMC")
    return " ".join(out)


def _seen(run: GlyphRun) -> GlyphRun:
    """The run, if it goes from right to left with its letters, each with its marks, from left to right: readers expect
    such text as it is seen, and put it into the order of the text themselves (14.8.2.3.3)."""
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


def _shown(gids: Sequence[int], positions: Sequence[float], font: FontUse, unit: float) -> str:
    """Glyphs on one line: the viewer's pen is moved wherever it would not be where the glyph is.

    ``unit`` is a thousandth of an em in points. Amounts are tenths of it; what rounding leaves is made good with
    the next glyph.
    """
    pen = positions[0]
    parts: list[str] = []
    advances = font.advances
    off = unit / 20  # half a tenth: nearer than this, rounding leaves nothing to set back
    for gid, position in zip(gids, positions, strict=True):
        error = pen - position
        if error > off or error < -off:
            back = round(error / unit, 1)
            parts.append(f">{back:.10g}<")
            pen -= back * unit
        parts.append("%04X" % gid)  # noqa: UP031  # of all ways the fastest, a hundred thousand times a book
        pen += advances[gid] * unit
    codes = "".join(parts)
    return f"[<{codes}>]TJ" if ">" in codes else f"<{codes}>Tj"


def _stretches(across: Sequence[float], stated: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Where one show operator can follow another on its own: same line, and none or all of a stated cluster."""
    start = 0
    if stated or any(across):
        bounds = {*stated.keys(), *stated.values()}
        for index in range(1, len(across)):
            if index in bounds or abs(across[index] - across[start]) > _SAME_LINE:
                yield start, index
                start = index
    if across:
        yield start, len(across)


def _stated(run: GlyphRun, font: FontUse) -> dict[int, int]:
    """Clusters (start → end) whose text must be stated: several glyphs for one text, or a glyph with another.

    A vertical line is stated whole: readers that see its glyphs one by one take each for a line of its own.
    """
    stated: dict[int, int] = {}
    start = 0
    own_text = font.texts.setdefault
    for index, (gid, text) in enumerate(zip(run.gids, run.texts, strict=True)):
        if text:
            start = index
            if own_text(gid, text) == text:
                continue
        stated[start] = index + 1
    return {0: len(run.gids)} if _is_vertical(run) else stated


def _is_vertical(run: GlyphRun) -> bool:
    """Whether upright glyphs stand below one another (直排)."""
    if run.turn or not run.ys:
        return False
    return max(run.ys) - min(run.ys) > max(run.xs) - min(run.xs)
