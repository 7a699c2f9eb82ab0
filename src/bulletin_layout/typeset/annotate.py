"""Finds what runs carry beside their text (emphasis dots, underlines, ruby, links), and makes room for wide ruby
(加注).

Dots and underlines take no room in the line, so the text breaks as it would without them. Ruby that is wider than its
text does take room.
"""

from bisect import bisect_left
from collections.abc import Sequence
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
from bulletin_layout.typeset.pairs import limited
from bulletin_layout.typeset.typecase import TypeCase
from bulletin_layout.values import replace

#: Size of ruby, and height of its baseline over that of the text, em: its descenders touch the text's em box
#: (CLREQ 5.5.4).
RUBY_SIZE: Final = 0.5
_RUBY_RISE: Final = EM_ASCENT + 0.09
#: Least distance between neighbouring ruby, in em of the ruby; and the share of a neighbouring character that ruby may
#: overhang at each side: a quarter, so that ruby from both sides of one character cannot meet.
RUBY_AIR: Final = 0.25
OVERHANG: Final = 0.25


def annotated(runs: Sequence[TextRun], case: TypeCase) -> tuple[tuple[Beside, ...], tuple[tuple[int, str], ...]]:
    """What the runs carry beside their text, in the order of the text.

    Second result: (offset of the text below, character) for each character of ruby that no font has.
    """
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
    """Add an underline, or lengthen the one before it.

    Neighbouring underlined runs of different styles share one line. Two neighbouring runs of the same style are two
    proper names (专名), since one name would have come as one run, and get a line each.
    """
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
    """The ruby of a run: one syllable over each Han where their numbers are equal (单字标音), else one ruby over the
    whole run (CLREQ 5.5.4.2/.3)."""
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
    """(Offset of a Han, syllable over it) for each Han of a text; None if the text has not one syllable for each."""
    syllables = ruby.split()
    letters = [offset for offset, char in enumerate(text) if kind_of(char) == HAN]
    return list(zip(letters, syllables, strict=True)) if len(letters) == len(syllables) else None


def part_of(run: TextRun, start: int, end: int) -> TextRun:
    """The part of a run from ``start`` to ``end``; ruby that belongs to the whole run stays with its first part."""
    return replace(run, text=run.text[start:end], ruby=ruby_of(run.text, run.ruby, start, end))


def ruby_of(text: str, ruby: str, start: int, end: int) -> str:
    """The ruby over text[start:end]; ruby that belongs to the whole text belongs to its first part."""
    single = _syllables(text, ruby)
    if single is None:
        return ruby if start <= 0 else ""
    return " ".join(syllable for offset, syllable in single if start <= offset < end)


def is_divisible(text: str, ruby: str) -> bool:
    """Whether a line may break inside a text with this ruby: only if each Han has a syllable of its own."""
    return not ruby or _syllables(text, ruby) is not None


def _gloss(start: int, end: int, text: str, style: Style, case: TypeCase) -> tuple[Glossed, str]:
    """Set the ruby of text[start:end] in the text's face; letters the face lacks (ǹ, ḿ) in another of the book.

    Second result: the characters that no font has.
    """
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
    """Widen the text below ruby that is wider, by half of the difference at each side, less what the ruby may overhang
    its neighbours (CLREQ 5.5.4). Forbid breaks inside the text below one ruby."""
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
    boxes.glyphs[box] = tuple(glyph._replace(dx=glyph.dx + dx) for glyph in boxes.glyphs[box])


def _reach_over(boxes: Boxes, joint: int, excess: float, most: float) -> None:
    """Let ruby overhang the blank at a joint, and ``most`` points of the text beyond it.

    The part of a blank that is below ruby must not be squeezed out as well, so the joint's shrink capacity is reduced.
    """
    blank = boxes.glues[joint]
    reach = min(excess, most + max(blank, 0.0))
    boxes.glues[joint] -= reach
    taken = reach - most
    if taken > 0 and joint in boxes.caps:
        boxes.caps[joint] = limited(boxes.caps[joint], max(0.0, blank - taken))
