"""Pull quotes (摘引): words of the text in large type between two rules, or on a tint, in whole rows of a column."""

from collections.abc import Mapping

from bulletin_layout.compose.frame.origins import origins_of
from bulletin_layout.compose.frame.runs import type_runs
from bulletin_layout.compose.frame.setting import SetText, stacked, text_marks
from bulletin_layout.fonts import FontBook
from bulletin_layout.grid import Area, Grid
from bulletin_layout.issue import Paragraph, PullQuote, Style
from bulletin_layout.page import Mark, Origin, PanelMark, RuleMark, Tag
from bulletin_layout.typeset import Line, TextRun, break_head, phraser_of, prepare
from bulletin_layout.values import NamedTuple, dataclass, replace

#: Distance between a rule and the words, in body 行; between the edge of a tint and the words, in em of the words.
PAD = 0.45
SIDE = 0.6
#: Distance between the block and text above or below it, in body 行.
AIR = 0.5
#: Widths of the upper rule (unless the style has a ``border_width``) and of the lower rule, points.
UPPER, LOWER = 1.5, 0.5


class SetParagraph(NamedTuple):
    """A paragraph of a pull quote, its text with what its style puts around it, how many characters of that stand
    ahead of the paragraph's own, and its lines."""

    paragraph: Paragraph
    text: str
    ahead: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class SetPull:
    """A pull quote set for a width; ``inset``: distance from the edge to the words, points."""

    paragraphs: tuple[SetParagraph, ...]
    text: SetText
    style: Style
    inset: float


def set_pull(quote: PullQuote, width: float, styles: Mapping[str, Style], book: FontBook) -> SetPull:
    """Set a pull quote for ``width`` points: lines break between phrases, and the style's pattern encloses the
    whole."""
    style = replace(styles["pull"], indent=0.0, hang=0.0)
    inset = SIDE * style.size if style.fill is not None else 0.0
    before, _, after = (style.pattern or "{pull}").partition("{pull}")
    done: list[SetParagraph] = []
    origins: list[Origin] = []
    for number, paragraph in enumerate(quote.paragraphs):
        runs = [*type_runs(paragraph.pieces, style, styles)]
        if before and number == 0:
            runs.insert(0, TextRun(before, style))
        if after and number == len(quote.paragraphs) - 1:
            runs.append(TextRun(after, style))
        measure = max(style.size, width - 2 * inset)
        galley = prepare(runs, style, book)
        lines = break_head(galley, measure, phraser_of(book)).lines
        ahead = 0 if number else len(before)
        done.append(SetParagraph(paragraph, galley.text, ahead, lines))
        origins += origins_of(lines, paragraph.pieces, measure, ahead)
    text = stacked([line for each in done for line in each.lines], style, tuple(origins))
    return SetPull(tuple(done), text, style, inset)


def pull_rows(pull: SetPull, grid: Grid, airs: int) -> int:
    """The whole rows that it takes; ``airs``: number of sides (above, below) with text, which need air."""
    rules = (pull.style.border_width or UPPER) + LOWER
    return grid.rows_for(pull.text.height + rules + (2 * PAD + airs * AIR) * grid.line)


def pull_marks(
    pull: SetPull, area: Area, grid: Grid, block: Tag, *, air_above: bool, air_below: bool
) -> tuple[Mark, ...]:
    """Its rules or tint, and the words centred between them; ``block``: tag with its story and number."""
    rect, style = grid.rect(area), pull.style
    top = rect.y + (AIR * grid.line if air_above else 0.0)
    foot = rect.foot - (AIR * grid.line if air_below else 0.0)
    marks: list[Mark] = []
    if style.fill is not None:
        marks.append(PanelMark(rect.x, top, rect.width, foot - top, style.fill, style.border, style.border_width))
    else:
        upper, ink = style.border_width or UPPER, style.border or style.ink
        marks.append(RuleMark(rect.x, top + upper / 2, rect.right, top + upper / 2, upper, ink))
        marks.append(RuleMark(rect.x, foot - LOWER / 2, rect.right, foot - LOWER / 2, LOWER, ink))
    middle = (top + foot - pull.text.height) / 2
    return (*marks, *text_marks(pull.text, rect.x + pull.inset, middle, replace(block, role="pull")))
