"""Places ruby and dots right of a vertical line, underlines left of it (直排行间; CLREQ 5.3 to 5.6).

Places count from the middle of the line's top edge, as those of the line's glyphs do.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, assert_never

from bulletin_layout.fonts import Face, FontBook
from bulletin_layout.issue import Style
from bulletin_layout.page import GlyphRun
from bulletin_layout.typeset import postures
from bulletin_layout.typeset.annotate import OVERHANG, RUBY_AIR, RUBY_SIZE
from bulletin_layout.typeset.beside import BAR, BAR_GAP, DOT
from bulletin_layout.typeset.cells import VerticalCell
from bulletin_layout.typeset.classes import HAN
from bulletin_layout.typeset.interlinear import Bar, Beside, Dot, Dotted, Glossed, Interlinear, Linked, Ruby, Underlined
from bulletin_layout.typeset.postures import Posture
from bulletin_layout.typeset.typecase import typecase_of
from bulletin_layout.values import replace

#: Distance from the edge of the em to the centre of a dot, to the centre of an underline, and to ruby, em.
_DOT_OFF: Final = 0.15
_BAR_OFF: Final = 0.09
_RUBY_OFF: Final = 0.09


def with_room(cells: Sequence[VerticalCell], beside: Sequence[Beside], book: FontBook) -> tuple[VerticalCell, ...]:
    """The cells, with room added above and below texts whose ruby is longer, less what it may overhang neighbours."""
    found = [*cells]
    under = {k for gloss in beside if isinstance(gloss, Glossed) for k in _under(cells, gloss)}
    for gloss in (one for one in beside if isinstance(one, Glossed)):
        own = [*_under(cells, gloss)]
        if not own:
            continue
        style = cells[own[0]].style
        length = sum(posture.height for _, posture in _parts(gloss, style, book)) * RUBY_SIZE * style.size
        excess = (length + RUBY_AIR * RUBY_SIZE * style.size - sum(cells[k].height for k in own)) / 2
        if excess <= 0:
            continue
        above, below = (_beyond(cells, k, excess, style, under) for k in (own[0] - 1, own[-1] + 1))
        found[own[0]] = _padded(found[own[0]], above, 0.0)
        found[own[-1]] = _padded(found[own[-1]], 0.0, below)
    return tuple(found)


def _beyond(cells: Sequence[VerticalCell], neighbour: int, excess: float, style: Style, under: set[int]) -> float:
    """The room that ruby needs before a neighbour, points; it may overhang a part of a neighbour without ruby."""
    if not 0 <= neighbour < len(cells) or neighbour in under:
        return excess
    return max(0.0, excess - OVERHANG * min(cells[neighbour].height, style.size))


def _padded(cell: VerticalCell, above: float, below: float) -> VerticalCell:
    glyphs = tuple(glyph._replace(y=glyph.y + above) for glyph in cell.glyphs)
    padding = cell.padding[0] + above, cell.padding[1] + below
    return replace(cell, height=cell.height + above + below, glyphs=glyphs, padding=padding)


def _under(cells: Sequence[VerticalCell], stretch: Beside) -> Iterator[int]:
    return (k for k, cell in enumerate(cells) if stretch.start <= cell.start < stretch.end)


def beside_of(
    cells: Sequence[VerticalCell], tops: Sequence[float], beside: Sequence[Beside], book: FontBook
) -> Interlinear | None:
    """The dots, underlines and ruby beside cells, or None; ``tops``: top of each cell, points."""
    dots: list[Dot] = []
    bars: list[Bar] = []
    ruby: list[Ruby] = []
    for stretch in beside:
        own = [*_under(cells, stretch)]
        if not own:
            continue
        first = cells[own[0]]
        top = min(tops[k] + cells[k].padding[0] for k in own)  # a minimum: right-to-left text begins at the bottom
        foot = max(tops[k] + cells[k].height - cells[k].padding[1] for k in own)
        match stretch:
            case Dotted():
                dots += (_dot(cells[k], tops[k], stretch) for k in own if cells[k].kind == HAN)
            case Underlined():
                x = -(0.5 + _BAR_OFF) * stretch.em
                upper = top + (BAR_GAP * stretch.em if stretch.meets_left else 0.0)
                lower = foot - (BAR_GAP * stretch.em if stretch.meets_right else 0.0)
                bars.append(Bar(x, upper, x, lower, BAR * stretch.em, stretch.ink))
            case Glossed():
                if first.start == stretch.start:  # a forced break divided the text: the ruby stays with the first part
                    ruby.append(_ruby(stretch, first.style, (top + foot) / 2, book))
            case Linked():
                pass  # it is printed as its words alone
            case _:
                assert_never(stretch)
    return Interlinear(tuple(dots), tuple(bars), tuple(ruby)) if dots or bars or ruby else None


def _dot(cell: VerticalCell, top: float, stretch: Dotted) -> Dot:
    above, below = cell.padding
    return Dot((0.5 + _DOT_OFF) * stretch.em, top + (cell.height + above - below) / 2, DOT * stretch.em, stretch.ink)


def _ruby(gloss: Glossed, style: Style, middle: float, book: FontBook) -> Ruby:
    """Ruby at the right, centred along its text: letters are turned, with their baseline towards the text; Han and
    bopomofo are upright."""
    size, edge = RUBY_SIZE * style.size, (0.5 + _RUBY_OFF) * style.size
    parts = [*_parts(gloss, style, book)]
    length = sum(posture.height for _, posture in parts) * size
    pen, reach = middle - length / 2, edge
    runs: list[GlyphRun] = []
    for face, posture in parts:
        x = edge + (postures.EM_MIDDLE if posture.turn else 0.5) * size
        gids, xs, ys, texts = zip(
            *((g.gid, x + g.x * size, pen + g.y * size, g.text) for g in posture.glyphs), strict=True
        )
        runs.append(GlyphRun(face, size, style.ink, gids, xs, texts, ys, 1.0, posture.turn, gloss=gloss.start + 1))
        if posture.turn:
            reach = max(reach, *(x + face.ink(gid).top * size for x, gid in zip(xs, gids, strict=True)))
        else:
            reach = max(reach, edge + size)
        pen += posture.height * size
    return Ruby(gloss.start, middle - length / 2, middle + length / 2, reach, tuple(runs))


def _parts(gloss: Glossed, style: Style, book: FontBook) -> Iterator[tuple[Face, Posture]]:
    """The parts of a ruby in one face, each either turned or upright."""
    text = "".join(said for run in gloss.runs for said in run.texts)
    stands = any(map(_is_bopomofo, text))
    case = typecase_of(book)
    for found, start, end, *_ in case.parts(style.font, style.weight, text):
        face = found or book.face(style.font, style.weight)
        for upright, group in groupby(text[start:end], key=lambda char: stands or _is_wide(char)):
            said = "".join(group)
            yield face, postures.standing(face, said) if upright else postures.lying(case.word(face, said), said)


def _is_bopomofo(char: str) -> bool:
    return "\u3100" <= char <= "\u312f"


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WF"
