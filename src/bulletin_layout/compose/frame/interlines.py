"""What stands above and below a line as marks (行间标注): dots, underlines, ruby."""

from collections.abc import Sequence
from dataclasses import replace

from bulletin_layout.page import Mark, RuleMark, TextMark
from bulletin_layout.typeset import Interlinear, Line


def interlinear_marks(beside: Interlinear, text: TextMark) -> list[Mark]:
    """The marks of a line beside its text, of which ``text`` is one: they follow it.

    The words of ruby are none of the story's, which stays what its author wrote.
    """
    x, y = text.x, text.y
    bars = [RuleMark(x + bar.x, y + bar.y, x + bar.right, y + bar.y, bar.width, bar.ink) for bar in beside.bars]
    dots = [RuleMark(x + dot.x, y + dot.y, x + dot.x, y + dot.y, dot.size, dot.ink, round=True) for dot in beside.dots]
    tag = replace(text.tag, role="ruby", label="", name=0)
    ruby = [TextMark(x, y, run, tag) for found in beside.ruby for run in found.runs]
    return [*bars, *dots, *ruby]


def with_interlinear(texts: Sequence[TextMark], lines: Sequence[Line]) -> list[Mark]:
    """The texts of lines that stand one below the other, then what stands above and below each line."""
    marks: list[Mark] = [*texts]
    for number, line in enumerate(lines):
        if line.interlinear is not None:
            marks += interlinear_marks(line.interlinear, next(text for text in texts if text.tag.line == number))
    return marks
