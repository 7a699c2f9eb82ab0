"""Sets the lines that were chosen: adjusts the joints step by step and places every glyph (定位)."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain, pairwise, repeat
from operator import add, neg, sub

from bulletin_layout.page import GlyphRun
from bulletin_layout.typeset.adjust import BLANKS_TAKE, EPSILON, OVERFULL, VISIBLE, WIDEST, Fit, Fitting
from bulletin_layout.typeset.beside import bordered, interlinear, offsets
from bulletin_layout.typeset.bidi import visual_order
from bulletin_layout.typeset.classes import NEWLINE
from bulletin_layout.typeset.galley import Galley, Glyphs
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
    Caps,
)
from bulletin_layout.typeset.parts import with_parts
from bulletin_layout.typeset.reach import FORCED, natural_width

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
    end = galley.boxes.starts[b + 1] if b + 1 < galley.count else len(galley.text)
    hyphen = b in galley.hyphens
    runs = _runs(galley, a, b, xs, hyphen)
    beside = interlinear(galley, a, b, xs) if galley.beside else None
    if galley.beside:
        runs = tuple(bordered(galley, a, b, runs))
    if galley.parts:
        places = [*offsets(galley, a, b)]
        runs = with_parts(runs, [*places, *places[-1:]], galley.parts)  # the hyphen belongs to the word before it
    return Line(galley.boxes.starts[a] if a else 0, end, runs, ledger, hyphen=hyphen, interlinear=beside)


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
    caps = [(joint - a, galley.boxes.caps[joint]) for joint in range(a, b) if joint in galley.boxes.caps]
    if deep == OVERFULL:
        _apply(glues, caps, SHRINK_STEPS, 1.0, -1)
        return glues, Ledger(natural, SHRINK_STEPS[-1], 0.0, True)
    if deep in SHRINK_STEPS:
        _apply(glues, caps, SHRINK_STEPS[: SHRINK_STEPS.index(deep) + 1], part, -1)
        return glues, Ledger(natural, deep, 0.0, forced)
    if not deep:
        return glues, Ledger(natural, 0, 0.0, forced)
    if deep == STRETCH_OPEN and part > WIDEST:
        return _wide_open(galley, a, b, slack, glues, natural)
    if _gap(deep, part) > widest:
        return glues, Ledger(natural, 0, 0.0, forced)
    steps = _EARLY if deep >= STRETCH_ALL else _EARLY[: _EARLY.index(deep) + 1]
    _apply(glues, caps, steps, part if deep < STRETCH_ALL else 1.0, 1)
    gap = _gap(deep, part)
    if deep >= STRETCH_BLANKS:
        _apply(glues, caps, (STRETCH_BLANKS,), BLANKS_TAKE * (gap - UNSEEN), 1)
    if deep >= STRETCH_GAP_ON:
        _apply(glues, caps, (STRETCH_GAP_ON,), part if deep == STRETCH_GAP_ON else 1.0, 1)
    if deep == STRETCH_OPEN:
        _apply(glues, caps, (STRETCH_OPEN,), BLANKS_TAKE * (gap - VISIBLE), 1)
    even = galley.boxes.even[a:b]
    opened = [glue + gap * size for glue, size in zip(glues, even, strict=False)]
    return [*opened, glues[-1]], Ledger(natural, min(deep, STRETCH_ALL), gap if any(even) else 0.0, forced)


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
    return [glue + gap * size for glue, size in zip(glues, everywhere, strict=False)] + glues[b - a :], Ledger(
        natural, STRETCH_ALL, gap, True
    )


def _apply(
    glues: list[float], caps: Sequence[tuple[int, Caps]], steps: tuple[int, ...], part: float, sign: int
) -> None:
    """Change ``glues`` by the full capacity of all steps but the last, and by ``part`` of the last. ``caps``: the
    joints of the line that have some capacity; ``sign``: +1 to stretch, −1 to shrink."""
    last = steps[-1]
    for joint, own in caps:
        for step in steps:
            glues[joint] += sign * own[step] * (part if step == last else 1.0)


def _runs(galley: Galley, a: int, b: int, xs: list[float], hyphen: bool) -> tuple[GlyphRun, ...]:
    """The glyphs of boxes a…b, in runs of one face, size and ink, and of one writing direction."""
    glyphs, kinds = galley.glyphs, galley.boxes.kinds
    first = glyphs.first
    begin, until = first[a], first[b + 1]
    # A forced line break is a box without glyphs; all other boxes have at least one. So if there are as many glyphs as
    # boxes and no forced break at either end, each box has one glyph (nearly every line of Chinese).
    if until - begin == b - a + 1 and kinds[a] != NEWLINE != kinds[b]:
        lefts: Iterable[float] = xs
    else:
        lefts = chain.from_iterable(map(repeat, xs, map(sub, first[a + 1 : b + 2], first[a : b + 1])))
    places = list(map(add, lefts, glyphs.dxs[begin:until]))
    runs, start = [], begin
    stops = glyphs.stops[bisect_right(glyphs.stops, begin) : bisect_left(glyphs.stops, until)]
    for stop in (*stops, until) if begin < until else ():
        tail = xs[-1] if hyphen and stop == until else None
        runs.append(_run(glyphs, start, stop, places[start - begin : stop - begin], tail))
        start = stop
    return tuple(runs)


def _run(glyphs: Glyphs, begin: int, until: int, places: list[float], hyphen: float | None) -> GlyphRun:
    """One run of glyphs; ``hyphen``: x of a hyphen that follows it and stands for no text (None: there is none)."""
    face, size, ink = glyphs.types[begin]
    gids, texts, dys = glyphs.gids[begin:until], glyphs.texts[begin:until], glyphs.dys[begin:until]
    ys = tuple(map(neg, dys)) if any(dys) else ()
    if hyphen is None:
        return GlyphRun(face, size, ink, gids, tuple(places), texts, ys)
    return GlyphRun(
        face, size, ink, (*gids, face.nominal("-")[0]), (*places, hyphen), (*texts, ""), (*ys, -0.0) if ys else ()
    )


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
