"""Moves set lines sideways, and joins several into one (移行、并行)."""

from collections.abc import Sequence

from bulletin_layout.page import GlyphRun
from bulletin_layout.typeset.adjust import EPSILON
from bulletin_layout.typeset.interlinear import Interlinear, Ruby
from bulletin_layout.typeset.lines import Ledger, Line
from bulletin_layout.values import replace


def shifted(runs: tuple[GlyphRun, ...], dx: float) -> tuple[GlyphRun, ...]:
    """The runs, moved to the right by ``dx`` points."""
    if abs(dx) < EPSILON:
        return runs
    # Written out instead of replace(), which is slower: this runs for every run of every line.
    return tuple(
        GlyphRun(
            r.face, r.size, r.ink, r.gids, tuple(x + dx for x in r.xs), r.texts, r.ys, r.stretch, r.turn,
            r.link, r.gloss, r.label, r.parts,
        )
        for r in runs
    )  # fmt: skip


def moved(line: Line, dx: float, offset: int = 0) -> Line:
    """A line moved to the right by ``dx`` points, its offsets increased by ``offset``; its byline (``tail``) stays."""
    found = line.interlinear
    beside = _moved(found, dx, offset) if found is not None else None
    runs = _further(shifted(line.runs, dx), offset)
    return replace(line, start=line.start + offset, end=line.end + offset, runs=runs, interlinear=beside)


def _moved(found: Interlinear, dx: float, offset: int) -> Interlinear:
    return Interlinear(
        tuple(replace(dot, x=dot.x + dx) for dot in found.dots),
        tuple(replace(bar, x1=bar.x1 + dx, x2=bar.x2 + dx) for bar in found.bars),
        tuple(_moved_ruby(ruby, dx, offset) for ruby in found.ruby),
    )


def _moved_ruby(ruby: Ruby, dx: float, offset: int) -> Ruby:
    runs = _further(shifted(ruby.runs, dx), offset)
    return Ruby(ruby.start + offset, ruby.x + dx, ruby.right + dx, ruby.rise, runs)


def _further(runs: tuple[GlyphRun, ...], offset: int) -> tuple[GlyphRun, ...]:
    """Runs whose ruby numbers are increased by ``offset``."""
    if not offset or not any(run.gloss for run in runs):
        return runs
    return tuple(replace(run, gloss=run.gloss + offset) if run.gloss else run for run in runs)


def side_by_side(lines: Sequence[Line], start: int, end: int, ledger: Ledger) -> Line:
    """Several lines on one baseline, joined into one line for text[start:end]."""
    beside = [line.interlinear for line in lines if line.interlinear is not None]
    together = Interlinear(
        tuple(dot for found in beside for dot in found.dots),
        tuple(bar for found in beside for bar in found.bars),
        tuple(ruby for found in beside for ruby in found.ruby),
    )
    runs = tuple(run for line in lines for run in line.runs)
    parts = tuple(line.start for line in lines for _ in line.runs)
    return Line(start, end, runs, ledger, interlinear=together if beside else None, parts=parts)
