"""What stands above and below a line as marks (行间标注): dots, underlines, ruby."""

from dataclasses import replace

from bulletin_layout.page import Mark, RuleMark, TextMark
from bulletin_layout.typeset import Interlinear


def interlinear_marks(beside: Interlinear, text: TextMark) -> list[Mark]:
    """The marks of a line beside its text, of which ``text`` is one: they follow it.

    The words of ruby are none of the story's, which stays what its author wrote.
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
    ruby = [TextMark(x, y, run, tag) for found in beside.ruby for run in found.runs]
    return [*bars, *dots, *ruby]
