"""Sets the lines that were chosen: adjusts the joints step by step and places every glyph (定位)."""

from collections.abc import Iterable, Sequence
from itertools import accumulate, chain, groupby, pairwise, repeat
from operator import add, mul, neg

from bulletin_layout.page import GlyphRun
from bulletin_layout.typeset.adjust import BLANKS_TAKE, EPSILON, OVERFULL, VISIBLE, WIDEST, Fit, Fitting
from bulletin_layout.typeset.beside import bordered, interlinear, offsets
from bulletin_layout.typeset.bidi import visual_order
from bulletin_layout.typeset.box import SetGlyph, Type
from bulletin_layout.typeset.classes import NEWLINE
from bulletin_layout.typeset.galley import Galley
from bulletin_layout.typeset.lines import Ledger, Line
from bulletin_layout.typeset.optimum import Step
from bulletin_layout.typeset.pairs import (
    SHRINK_STEPS,
    STRETCH_ALL,
    STRETCH_BLANKS,
    STRETCH_FIRST,
    STRETCH_GAP,
    STRETCH_GAP_ON,
    STRETCH_OPEN,
    STRETCH_SPACE,
    UNSEEN,
)
from bulletin_layout.typeset.parts import with_parts
from bulletin_layout.typeset.reach import FORCED, natural_width
from bulletin_layout.values import replace

#: The steps of stretching that come before all gaps are opened, in their order.
_EARLY = (STRETCH_FIRST, STRETCH_SPACE, STRETCH_GAP)


def set_line(
    galley: Galley, fit: Fitting, step: Step, width: float, indent: float, lead: float, *, before_short: bool = False
) -> Line:
    """Adjust and place one line. ``fit``: how lines of the galley are made to fit (``adjust.justified``); ``width``:
    the measure without ``indent``, both points; ``lead``: see ``Task``.

    ``before_short``: the next line keeps its natural width and is shorter. This one keeps its own, too, if its gaps
    would open by more than the style's ``loose_limit``.
    """
    a, b = step.a, step.b
    natural = natural_width(galley, a, b, lead)
    target = width + (galley.boxes.widths[b] if step.hangs else 0.0)
    slack = target - natural
    # All levels above 0: the paragraph itself runs from right to left, so start and end change sides.
    align, leftwards = galley.style.align, bool(galley.levels) and min(galley.levels) > 0
    # Last lines, lines before a typed break and lines that are not justified keep their natural width if it fits.
    stands = b in galley.forced or align not in ("justify", "spread")
    if slack > 0 and stands and align != "spread":
        glues, ledger = galley.boxes.glues[a : b + 1], Ledger(natural, 0, 0.0, step.cost >= FORCED)
        shift = slack / 2 if align == "center" else slack if (align == "end") != leftwards else 0.0
    else:
        widest = min(galley.style.loose_limit, WIDEST) if before_short and align == "justify" else WIDEST
        glues, ledger = _adjusted(galley, a, b, fit(a, b, slack), slack, natural, step.cost >= FORCED, widest)
        shift = _short(galley, a, b, slack, glues) if leftwards else 0.0
    first = (0.0 if leftwards else indent) + shift + (lead if a == 0 else natural - galley.ends[b] + galley.at[a])
    xs = list(accumulate(map(add, galley.boxes.widths[a : b + 1], glues), initial=first))
    if galley.levels:
        xs = _turned(galley, a, b, glues, first)
    start = galley.boxes.starts[a] if a else 0
    end = galley.boxes.starts[b + 1] if b + 1 < galley.count else len(galley.text)
    hyphen, between = b in galley.hyphens, None
    runs = _runs(galley, a, b, xs, hyphen)
    if beside := [stretch for stretch in galley.beside if stretch.start < end and start < stretch.end]:
        between = interlinear(galley, beside, a, b, xs)
        runs = tuple(bordered(galley, beside, a, b, runs))
    if parts := [part for part in galley.parts if part.start < end and start < part.end]:
        places = [*offsets(galley, a, b)]
        runs = with_parts(runs, [*places, *places[-1:]], parts)  # the hyphen belongs to the word before it
    return Line(start, end, runs, ledger, None, hyphen, between)


def _short(galley: Galley, a: int, b: int, slack: float, glues: Sequence[float]) -> float:
    """What is left of the measure in a line that was left ragged, points."""
    short = slack - sum(glues) + sum(galley.boxes.glues[a : b + 1])
    return short if short > EPSILON else 0.0


def _turned(galley: Galley, a: int, b: int, glues: list[float], first: float) -> list[float]:
    """Left edges of boxes a…b, points, in a line that runs partly from right to left (UAX #9, rule L2); the line's end
    last.

    Boxes and glue are reordered together. Glue has the lower level of its two neighbours: inside a reversed stretch it
    is reversed with it, at the ends of one it stays in place.
    """
    boxes, levels = galley.boxes, [galley.levels[start] for start in galley.boxes.starts[a : b + 1]]
    parts = levels[:1]
    for before, level in pairwise(levels):
        parts += (min(before, level), level)
    xs, pen = [first] * (b - a + 2), first
    for part in visual_order(parts):
        box, is_glue = divmod(part, 2)
        if is_glue:
            pen += glues[box]
        else:
            xs[box] = pen
            pen += boxes.widths[a + box]
    xs[-1] = pen + glues[b - a]
    return xs


def _adjusted(
    galley: Galley, a: int, b: int, fit: Fit, slack: float, natural: float, forced: bool, widest: float
) -> tuple[list[float], Ledger]:
    """The glue after each of boxes a…b, points, after adjustment; and the line's ledger (行账).

    ``widest``: the most that ordinary gaps may open, em; a line that needs more keeps its natural width.
    """
    glues = galley.boxes.glues[a : b + 1]
    deep, part, _, _ = fit
    if not deep:
        return glues, Ledger(natural, 0, 0.0, forced)
    if deep == OVERFULL:
        _apply(glues, galley, a, b, SHRINK_STEPS, -1.0)
        return glues, Ledger(natural, SHRINK_STEPS[-1], 0.0, True)
    if deep in SHRINK_STEPS:
        _apply(glues, galley, a, b, SHRINK_STEPS[: SHRINK_STEPS.index(deep) + 1], -1.0, part)
        return glues, Ledger(natural, deep, 0.0, forced)
    if deep == STRETCH_OPEN and part > WIDEST:
        return _wide_open(galley, a, b, slack, glues, natural)
    gap = _gap(deep, part)
    if gap > widest:
        return glues, Ledger(natural, 0, 0.0, forced)
    steps = _EARLY if deep >= STRETCH_ALL else _EARLY[: _EARLY.index(deep) + 1]
    _apply(glues, galley, a, b, steps, 1.0, part if deep < STRETCH_ALL else 1.0)
    if deep >= STRETCH_BLANKS:
        _apply(glues, galley, a, b, (STRETCH_BLANKS,), 1.0, BLANKS_TAKE * (gap - UNSEEN))
    if deep >= STRETCH_GAP_ON:
        _apply(glues, galley, a, b, (STRETCH_GAP_ON,), 1.0, part if deep == STRETCH_GAP_ON else 1.0)
    if deep == STRETCH_OPEN:
        _apply(glues, galley, a, b, (STRETCH_OPEN,), 1.0, BLANKS_TAKE * (gap - VISIBLE))
    even = galley.boxes.even[a:b]
    ledger = Ledger(natural, min(deep, STRETCH_ALL), gap if any(even) else 0.0, forced)
    return [*_opened(glues, even, gap), glues[-1]], ledger


def _opened(glues: Iterable[float], weights: Iterable[float], gap: float) -> Iterable[float]:
    """The glues of joints that open by ``gap`` em each."""
    return map(add, glues, map(mul, repeat(gap), weights))


def _gap(deep: int, part: float) -> float:
    """How far ordinary gaps open at this step, em."""
    if deep < STRETCH_ALL:
        return UNSEEN * (part if deep == STRETCH_FIRST else 1.0)
    return VISIBLE if deep == STRETCH_GAP_ON else part


def _wide_open(
    galley: Galley, a: int, b: int, slack: float, glues: list[float], natural: float
) -> tuple[list[float], Ledger]:
    """A line whose gaps would open by more than ``WIDEST``: it keeps its natural width, unless its style is spread
    (均排), which opens every joint equally."""
    everywhere = galley.boxes.open[a:b]
    if galley.style.align != "spread" or not any(everywhere):
        return glues, Ledger(natural, 0, 0.0, True)
    gap = slack / sum(everywhere)
    return [*_opened(glues, everywhere, gap), glues[-1]], Ledger(natural, STRETCH_ALL, gap, True)


def _apply(
    glues: list[float], galley: Galley, a: int, b: int, steps: tuple[int, ...], sign: float, part: float = 1.0
) -> None:
    """Change the glue after each of boxes a…b by the full capacity of all steps but the last, and by ``part`` of the
    last. ``sign``: 1 to stretch, −1 to shrink."""
    caps, given = galley.boxes.caps, galley.by_step
    shares = [(step, sign * part if step == steps[-1] else sign) for step in steps if step in given]
    if shares:
        for joint in list(caps)[galley.capped[a] : galley.capped[b]]:
            own = caps[joint]
            for step, share in shares:
                glues[joint - a] += own[step] * share


def _runs(galley: Galley, a: int, b: int, xs: list[float], hyphen: bool) -> tuple[GlyphRun, ...]:
    """The glyphs of boxes a…b, in runs of one face, size and ink, and of one writing direction."""
    own, kinds = galley.boxes.glyphs[a : b + 1], galley.boxes.kinds
    glyphs = [*chain.from_iterable(own)]
    if not glyphs:
        return ()
    gids, dxs, dys, texts, types = zip(*glyphs, strict=True)
    # A forced line break is a box without glyphs; all other boxes have at least one. So if there are as many glyphs as
    # boxes and no forced break at either end, each box has one glyph (nearly every line of Chinese).
    lefts: Iterable[float] = xs
    if len(glyphs) > len(own) or kinds[a] == NEWLINE or kinds[b] == NEWLINE:
        lefts = chain.from_iterable(map(repeat, xs, map(len, own)))
    places = tuple(map(add, lefts, dxs))
    runs, start = [], 0
    for stop in _stops(galley, a, own, types):
        part, (face, size, ink), up = slice(start, stop), types[start], dys[start:stop]
        ys = tuple(map(neg, up)) if any(up) else ()
        runs.append(GlyphRun(face, size, ink, gids[part], places[part], texts[part], ys))
        start = stop
    return (*runs[:-1], _hyphened(runs[-1], xs[-1])) if hyphen else tuple(runs)


def _stops(galley: Galley, a: int, own: Sequence[Sequence[SetGlyph]], types: Sequence[Type]) -> Iterable[int]:
    """Where the runs of a line that begins with box ``a`` end, by number of glyph. ``own``: the glyphs of each box;
    ``types``: of each glyph."""
    kinds: Sequence[object] = types
    if galley.levels:
        levels = map(galley.levels.__getitem__, galley.boxes.starts[a : a + len(own)])
        kinds = [*zip(types, chain.from_iterable(map(repeat, levels, map(len, own))), strict=True)]
    if kinds.count(kinds[0]) == len(kinds):
        return (len(kinds),)
    return accumulate(len(list(group)) for _, group in groupby(kinds))


def _hyphened(run: GlyphRun, x: float) -> GlyphRun:
    """The run with a hyphen after it, which stands for no text."""
    ys = (*run.ys, -0.0) if run.ys else ()
    return replace(run, gids=(*run.gids, run.face.nominal("-")[0]), xs=(*run.xs, x), texts=(*run.texts, ""), ys=ys)


def task_lead(galley: Galley, indent: float) -> float:
    """What an opening mark at the start of the paragraph adds to its first line, points (``Style.line_start``).

    0: its blank is trimmed; positive: it keeps its blank; negative: it hangs into the indent.
    """
    if not galley.count:
        return 0.0
    lead, way = galley.boxes.leads.get(0, 0.0), galley.style.line_start
    if way == "full":
        return lead
    return -lead if way == "hung" and indent > 0 else 0.0
