"""Breaks crossheads (小标题) the way heads are broken: at phrases, into nearly even lines, instead of filling lines."""

from bisect import bisect_right
from itertools import pairwise
from typing import Final

from bulletin_layout.typeset.adjust import justified
from bulletin_layout.typeset.finish import set_line, task_lead
from bulletin_layout.typeset.galley import Galley
from bulletin_layout.typeset.headlines import divide
from bulletin_layout.typeset.interlinear import Glossed
from bulletin_layout.typeset.lines import Setting
from bulletin_layout.typeset.optimum import Step
from bulletin_layout.typeset.paragraph import break_lines
from bulletin_layout.typeset.phrases import Phraser
from bulletin_layout.typeset.reach import natural_width
from bulletin_layout.values import replace

#: A crosshead that needs more lines is broken like an ordinary paragraph.
_MOST_LINES: Final = 4
_ROUNDING: Final = 1e-6


def break_head(galley: Galley, measure: float, phraser: Phraser) -> Setting:
    """Break a prepared head into the fewest lines that fit ``measure`` points, by the rules of ``headlines.divide``.

    A head is broken like a paragraph (``break_lines``) if it fits on one line, if the author broke its lines, if its
    style is spread (均排), or if ``divide`` finds no lines.
    """
    style = galley.style
    indents = style.indent * style.size, style.hang * style.size
    whole = not galley.count or galley.natural + indents[0] <= measure + _ROUNDING
    if whole or len(galley.forced) > 1 or style.align == "spread":
        return break_lines(galley, (measure,))
    starts, lead = galley.boxes.starts, task_lead(galley, indents[0])

    def box_at(offset: int) -> int:
        return bisect_right(starts, offset) - 1

    def width(start: int, end: int) -> float:
        return indents[start > 0] + natural_width(galley, box_at(start), box_at(end - 1), lead)

    kept = [(g.start, g.end) for g in galley.beside if isinstance(g, Glossed)]
    spans = divide(
        galley.text, width, measure + _ROUNDING, max_lines=_MOST_LINES, keep=kept, words=style.keep or (),
        phraser=phraser, drop_comma=style.turn_comma == "drop",
    )  # fmt: skip
    if spans is None:
        return break_lines(galley, (measure,))
    flat = replace(galley, style=replace(style, align="start")) if style.align == "justify" else galley
    found, fit = [], justified(flat)
    for (start, end), (following, _) in pairwise([*spans, (len(galley.text), 0)]):
        # Spaces after the line are part of its boxes, but a comma that is dropped at the turn must not be set.
        last = end if galley.text[end : end + 1] == "，" else following
        step, indent = Step(box_at(start), box_at(last - 1), False, 0, 0.0), indents[start > 0]
        found.append(set_line(flat, fit, step, measure - indent, indent, lead))
    lines = tuple(found)
    return Setting(len(lines), lambda: lines)
