"""Marks above and below a line (行间标注): dots, underlines, ruby."""

from bulletin_layout.page import Mark, RuleMark, TextMark
from bulletin_layout.typeset import Interlinear
from bulletin_layout.values import replace


def interlinear_marks(beside: Interlinear, text: TextMark) -> list[Mark]:
    """The marks beside a line, of which ``text`` is one of the text marks; they follow it.

    Ruby is not part of the story's text, which stays as the author wrote it when copied or read aloud.
    """
    x, y = text.x, text.y
    bars = [
        RuleMark(x + bar.x1, y + bar.y1, x + bar.x2, y + bar.y2, bar.width, bar.ink, beside=text.tag)
        for bar in beside.bars
    ]
    dots = [
        RuleMark(x + dot.x, y + dot.y, x + dot.x, y + dot.y, dot.size, dot.ink, round=True, beside=text.tag)
        for dot in beside.dots
    ]
    tag = replace(text.tag, role="ruby", over=text.tag.role, label="", name=0)
    ruby = [TextMark(x, y, run, tag, text.origin) for found in beside.ruby for run in found.runs]
    return [*bars, *dots, *ruby]
