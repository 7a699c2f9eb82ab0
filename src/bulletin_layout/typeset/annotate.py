"""Runs with marks and ruby → what stands between the lines, and the room that ruby takes among the boxes (加注).

Dots and underlines take no room in the line, so text breaks as it would without them; ruby may.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Final

from bulletin_layout.fonts import Face
from bulletin_layout.issue.style import Style
from bulletin_layout.measures import EM_ASCENT
from bulletin_layout.page import GlyphRun
from bulletin_layout.typeset.classes import HAN, kind_of
from bulletin_layout.typeset.galley import Boxes
from bulletin_layout.typeset.interlinear import Beside, Dotted, Glossed, Linked, Underlined
from bulletin_layout.typeset.kinsoku import NEVER
from bulletin_layout.typeset.lines import TextRun
from bulletin_layout.typeset.pairs import SHRINK_STEPS
from bulletin_layout.typeset.typecase import TypeCase

#: Size of ruby, and its baseline over that of the text: descenders touch the text's em box (CLREQ 5.5.4).
RUBY_SIZE: Final = 0.5
_RUBY_RISE: Final = EM_ASCENT + 0.09
#: Least air between neighbouring ruby, in em of the ruby, and how far ruby may stand over text beside its own: over a
#: neighbour's quarter at each side, so that ruby beyond it keeps clear.
RUBY_AIR: Final = 0.25
OVERHANG: Final = 0.25


def annotated(runs: Sequence[TextRun], case: TypeCase) -> tuple[tuple[Beside, ...], tuple[tuple[int, str], ...]]:
    """What the runs have beside their text, in its order; then offset and character of ruby that no font has."""
    found: list[Beside] = []
    missing: list[tuple[int, str]] = []
    ends = accumulate(len(run.text) for run in runs)
    before: TextRun | None = None
    for run, end in zip(runs, ends, strict=True):
        start = end - len(run.text)
        if not run.text:
            continue
        if run.mark == "dots":
            found.append(Dotted(start, end, run.style.size, run.style.ink))
        elif run.mark == "underline":
            _underline(found, run, start, before)
        if run.link:
            found.append(Linked(start, end, run.link))
        if run.ruby:
            glosses, without = _glossed(run, start, case)
            found += glosses
            missing += without
        before = run
    return tuple(found), tuple(missing)


def _underline(found: list[Beside], run: TextRun, start: int, before: TextRun | None) -> None:
    """Runs in several styles have one line; two runs in one style would be one run, if they were not two names."""
    end, size = start + len(run.text), run.style.size
    last = next((k for k in reversed(range(len(found))) if isinstance(found[k], Underlined)), None)
    left = found[last] if last is not None else None
    if before is None or before.mark != "underline" or last is None or not isinstance(left, Underlined):
        found.append(Underlined(start, end, size, run.style.ink))
    elif before.style == run.style:
        found[last] = replace(left, meets_right=True)
        found.append(Underlined(start, end, size, run.style.ink, meets_left=True))
    else:
        found[last] = replace(left, end=end)


def _glossed(run: TextRun, start: int, case: TypeCase) -> tuple[list[Glossed], list[tuple[int, str]]]:
    """Syllable by syllable where there are as many as Han (单字标音), else one for the whole run (CLREQ 5.5.4.2/.3)."""
    single = _syllables(run.text, run.ruby)
    if single is None:
        stretches = [(0, len(run.text), " ".join(run.ruby.split()))]
    else:
        stretches = [(offset, offset + 1, text) for offset, text in single]
    found, missing = [], []
    for first, end, text in stretches:
        gloss, without = _gloss(start + first, start + end, text, run.style, case)
        found.append(gloss)
        missing += [(start + first, char) for char in without]
    return found, missing


def _syllables(text: str, ruby: str) -> list[tuple[int, str]] | None:
    """The Han of a text (offsets) and the syllable over each; None where their numbers differ."""
    syllables = ruby.split()
    letters = [offset for offset, char in enumerate(text) if kind_of(char) == HAN]
    return list(zip(letters, syllables, strict=True)) if len(letters) == len(syllables) else None


def part_of(run: TextRun, start: int, end: int) -> TextRun:
    """The run's text from ``start`` to ``end`` with what is beside it; ruby over the whole run goes with its start."""
    return replace(run, text=run.text[start:end], ruby=ruby_of(run.text, run.ruby, start, end))


def ruby_of(text: str, ruby: str, start: int, end: int) -> str:
    """The part of a text's ruby that stands over it from ``start`` to ``end``."""
    single = _syllables(text, ruby)
    if single is None:
        return ruby if start <= 0 else ""
    return " ".join(syllable for offset, syllable in single if start <= offset < end)


def is_divisible(text: str, ruby: str) -> bool:
    """Whether a text under ruby may be broken: where each of its Han has a syllable of its own."""
    return not ruby or _syllables(text, ruby) is not None


def _gloss(start: int, end: int, text: str, style: Style, case: TypeCase) -> tuple[Glossed, str]:
    """Ruby of one stretch, by the stretch's own face; letters it lacks (ǹ, ḿ) by the book's others."""
    size, pen, missing = RUBY_SIZE * style.size, 0.0, ""
    runs: list[GlyphRun] = []
    for found, a, b, *_ in case.parts(style.font, style.weight, text):
        face: Face = found or case.main_face(style.font, style.weight)
        missing += "" if found else text[a:b]
        word = case.word(face, text[a:b])
        xs = tuple(pen + (at + dx) * size for at, dx in zip(word.pens, word.dxs, strict=False))
        ys = tuple(-_RUBY_RISE * style.size - dy * size for dy in word.dys)
        ends = [*word.starts[1:], b - a]
        parts = (text[a + first : a + last] for first, last in zip(word.starts, ends, strict=True))
        runs.append(GlyphRun(face, size, style.ink, word.gids, xs, tuple(parts), ys, gloss=start + 1))
        pen += word.pens[-1] * size
    tops = (run.face.ink(gid).top * size - y for run in runs for gid, y in zip(run.gids, run.ys, strict=True))
    air = RUBY_AIR * size
    return Glossed(start, end, style.size, pen + air, air, max(tops, default=0.0), tuple(runs)), missing


def make_room(boxes: Boxes, beside: Sequence[Beside]) -> None:
    """Widen what stands under wider ruby, half at each side, less what the ruby may reach over its neighbours; keep
    each ruby's text on one line."""
    spans = [(_boxes_of(boxes, gloss), gloss) for gloss in beside if isinstance(gloss, Glossed)]
    spans = [(span, gloss) for span, gloss in spans if span]
    under = {box for span, _ in spans for box in span}
    for span, gloss in spans:
        first, last = span[0], span[-1]
        inner = range(first, last)
        natural = sum(boxes.widths[first : last + 1]) + sum(boxes.glues[joint] for joint in inner)
        for joint in inner:
            boxes.breaks[joint] = NEVER
        excess = (gloss.width - natural) / 2
        if excess > 0:
            boxes.widths[first] += excess
            _shift(boxes, first, excess)
            boxes.widths[last] += excess
            for joint, neighbour in ((first - 1, first - 1), (last, last + 1)):
                if 0 <= neighbour < len(boxes.widths) and neighbour not in under:
                    _reach_over(boxes, joint, excess, OVERHANG * min(boxes.widths[neighbour], gloss.em))


def _boxes_of(boxes: Boxes, gloss: Glossed) -> range:
    return range(bisect_left(boxes.starts, gloss.start), bisect_left(boxes.starts, gloss.end))


def _shift(boxes: Boxes, box: int, dx: float) -> None:
    until = boxes.first[box + 1] if box + 1 < len(boxes.first) else len(boxes.gids)
    for glyph in range(boxes.first[box], until):
        boxes.dxs[glyph] += dx


def _reach_over(boxes: Boxes, joint: int, excess: float, most: float) -> None:
    """Let ruby reach over the blank at a joint and ``most`` points of the text beyond; a blank that it stands over
    is not squeezed out any more."""
    blank = boxes.glues[joint]
    reach = min(excess, most + max(blank, 0.0))
    boxes.glues[joint] -= reach
    taken = reach - most
    if taken > 0:
        left = max(0.0, blank - taken)
        for number, (at, step, capacity) in enumerate(boxes.caps):
            if at == joint and step in SHRINK_STEPS:
                boxes.caps[number] = (at, step, min(capacity, left))
                left -= boxes.caps[number][2]
