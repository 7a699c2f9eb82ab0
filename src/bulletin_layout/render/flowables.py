"""Flowables for ReportLab's platypus: paragraphs and stories that are composed by the rules of this project.

    from reportlab.platypus import SimpleDocTemplate
    from bulletin_layout.render.flowables import BulletinParagraph

    SimpleDocTemplate("a.pdf").build([BulletinParagraph("春风吹拂校园。", style, book)])

Fonts are embedded as in this project's own files: composite fonts, as subsets, when the document is saved.
"""

from collections.abc import Sequence
from math import floor
from typing import Final

from reportlab.platypus import Flowable

from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Style
from bulletin_layout.page import RuleMark
from bulletin_layout.render.canvas import Drawing
from bulletin_layout.render.pdf import Pen
from bulletin_layout.typeset import Interlinear, Line, TextRun, break_lines, part_of, prepare

#: Leading of a style that has none, em: elsewhere it would follow the grid, which does not exist here.
_LEADING: Final = 1.5
_ROUNDING: Final = 1e-6  # points; a frame's free height is the result of many subtractions


class BulletinParagraph(Flowable):
    """A paragraph (段落) with kinsoku, compressed marks and justification, optimised over all its lines.

    ``text``: a string, set in ``style``, or runs with their own styles; ``byline``: a run (署名) that is set flush
    right on the last line if it fits, else below. ``style.space_before`` and ``space_after`` count lines of the
    paragraph. ValueError: no font of ``book`` has some character. KeyError: the font of a style is not a family of
    ``book``.
    """

    def __init__(
        self, text: str | Sequence[TextRun], style: Style, book: FontBook, byline: TextRun | None = None
    ) -> None:
        super().__init__()
        self.runs: tuple[TextRun, ...] = (TextRun(text, style),) if isinstance(text, str) else tuple(text)
        self.style, self.book, self.byline = style, book, byline
        self.leading = style.leading or style.size * _LEADING
        self.spaceBefore = style.space_before * self.leading
        self.spaceAfter = style.space_after * self.leading
        self._first_line = True
        self._lines: tuple[Line, ...] = ()
        self._broken_for = -1.0
        self._galley = prepare(self.runs, style, book)
        self._tail = prepare((byline,), byline.style, book) if byline else None
        for galley in (self._galley, self._tail):
            if galley and galley.missing:
                offset, char = galley.missing[0]
                raise ValueError(f"no font of the book has {char!r} (character {offset + 1} of {galley.text!r})")

    def lines(self, width: float) -> tuple[Line, ...]:
        """The lines of the paragraph for a measure in points; kept until the measure changes."""
        if abs(width - self._broken_for) > _ROUNDING:
            setting = break_lines(self._galley, (width,), tail=self._tail, first_line=self._first_line)
            self._lines, self._broken_for = setting.lines, width
        return self._lines

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803  # ReportLab's names
        """(Width, height) that it takes, points."""
        self.width, self.height = availWidth, len(self.lines(availWidth)) * self.leading
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803
        """[The lines that fit, the rest]; [] if no line fits. The rest keeps its breaks if the next frame is as
        wide."""
        lines = self.lines(availWidth)
        fitting = floor(availHeight / self.leading + _ROUNDING)
        if fitting <= 0:
            return []
        if fitting >= len(lines):
            return [self]
        cut = lines[fitting].start - lines[0].start  # lines taken over count from the whole paragraph's start
        head = self._part(0, cut, None, lines[:fitting])
        rest = self._part(cut, len(self._galley.text), self.byline, lines[fitting:])
        head.spaceBefore, rest.spaceAfter = self.spaceBefore, self.spaceAfter
        head._first_line = self._first_line
        return [head, rest]

    def draw(self) -> None:
        """Draw on the canvas that ReportLab has set."""
        pen = Pen(Drawing(self.canv))
        face = self.book.face(self.style.font, self.style.weight)
        # The em box is in the middle of the line's height.
        first = self.height - (self.leading - self.style.size) / 2 - face.ascent * self.style.size
        for number, line in enumerate(self.lines(self.width)):
            y = first - number * self.leading
            for run in (*line.runs, *(line.tail.runs if line.tail is not None else ())):
                pen.text(run, 0.0, y)
            if line.interlinear:
                _draw_beside(pen, line.interlinear, y)

    def _part(self, start: int, end: int, byline: TextRun | None, lines: tuple[Line, ...]) -> "BulletinParagraph":
        part = BulletinParagraph(_cut(self.runs, start, end), self.style, self.book, byline)
        part.spaceBefore = part.spaceAfter = 0.0
        part._first_line = False
        part._lines, part._broken_for = lines, self._broken_for
        return part


class BulletinStory(Flowable):
    """Several paragraphs (稿件) as one flowable, which can be split at any line and between paragraphs."""

    def __init__(self, *paragraphs: BulletinParagraph) -> None:
        super().__init__()
        self.paragraphs = paragraphs

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """(Width, height) that it takes, points: its paragraphs and the space between them."""
        tops = self._tops(availWidth)
        self.width = availWidth
        self.height = tops[-1] + self.paragraphs[-1].height if tops else 0.0
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803
        """[The part that fits, the rest]; [] if nothing fits."""
        for number, top in enumerate(self._tops(availWidth)):
            paragraph = self.paragraphs[number]
            if top + paragraph.height <= availHeight + _ROUNDING:
                continue
            parts = [part for part in paragraph.split(availWidth, availHeight - top) if part is not paragraph]
            before, rest = self.paragraphs[:number], self.paragraphs[number + 1 :]
            if parts:
                head, tail = (part for part in parts if isinstance(part, BulletinParagraph))
                return [BulletinStory(*before, head), BulletinStory(tail, *rest)]
            return [BulletinStory(*before), BulletinStory(paragraph, *rest)] if before else []
        return [self]

    def draw(self) -> None:
        """Draw on the canvas that ReportLab has set."""
        for paragraph, top in zip(self.paragraphs, self._tops(self.width), strict=True):
            paragraph.drawOn(self.canv, 0, self.height - top - paragraph.height)

    def _tops(self, width: float) -> list[float]:
        """Distance of each paragraph from the top, points; there is no space above the first."""
        tops: list[float] = []
        down = air = 0.0
        for paragraph in self.paragraphs:
            if tops:
                down += max(air, paragraph.spaceBefore)
            tops.append(down)
            down += paragraph.wrap(width, 0.0)[1]
            air = paragraph.spaceAfter
        return tops


def _draw_beside(pen: Pen, beside: Interlinear, y: float) -> None:
    """Draw dots, underlines and ruby of a line whose baseline is at height ``y``."""
    for bar in beside.bars:
        pen.rule(RuleMark(bar.x1, bar.y1, bar.x2, bar.y2, bar.width, bar.ink), 0.0, y)
    for dot in beside.dots:
        pen.rule(RuleMark(dot.x, dot.y, dot.x, dot.y, dot.size, dot.ink, round=True), 0.0, y)
    for run in (run for ruby in beside.ruby for run in ruby.runs):
        pen.text(run, 0.0, y, silent=True)


def _cut(runs: Sequence[TextRun], start: int, end: int) -> tuple[TextRun, ...]:
    """The part of the runs from offset ``start`` to ``end`` of their joined text."""
    cut: list[TextRun] = []
    at = 0
    for run in runs:
        first, last = max(start - at, 0), min(end - at, len(run.text))
        if first < last:
            cut.append(part_of(run, first, last))
        at += len(run.text)
    return tuple(cut)
