"""Title groups (标题组): kicker, headline and deck as one block of whole rows, horizontal or vertical."""

import itertools
from collections.abc import Mapping
from dataclasses import replace

from bulletin_layout.compose.frame.setting import broken, extra_rows, leading_of, natural_width, stack_marks, wrapped
from bulletin_layout.findings import Finding, error
from bulletin_layout.fonts import FontBook
from bulletin_layout.grid import Area, Grid
from bulletin_layout.issue import Head, Story, Style
from bulletin_layout.page import Role, Tag, TextMark
from bulletin_layout.typeset import Column, TextRun, break_vertical, fit_head, phraser_of
from bulletin_layout.values import dataclass

#: Leading within a head of several lines, in em of the head.
HEAD_LEADING = 1.25
#: Air between the parts of a group, in em of the larger neighbour.
PART_GAP = 0.42
#: Least air above and below a vertical head's columns and between them, in em.
VERTICAL_LEADING = 1.3

#: The most lines that an unbroken head may be broken into.
MOST_LINES: Mapping[Role, int] = {"kicker": 2, "headline": 3, "deck": 3}


@dataclass(frozen=True, slots=True)
class TitlePart:
    """One part of a group, sized and broken."""

    role: Role
    style: Style
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        """From the first em box's top to the last one's foot, in points."""
        return (len(self.lines) - 1) * leading_of(self.style) + self.style.size

    def rows(self, grid: Grid) -> int:
        """Whole rows with its air (占行): what the style asks for one line, and its leading for every other."""
        more = extra_rows(len(self.lines), leading_of(self.style), grid)
        return max(self.style.lines + more, grid.rows_for(self.height))


def heads_of(story: Story) -> tuple[tuple[Role, Head], ...]:
    """The heads a story has, from top to bottom."""
    named: tuple[tuple[Role, Head | None], ...] = (
        ("kicker", story.kicker),
        ("headline", story.headline),
        ("deck", story.deck),
    )
    return tuple((role, head) for role, head in named if head is not None)


def horizontal_parts(
    story: Story, styles: Mapping[str, Style], measure: float, book: FontBook, where: str
) -> tuple[tuple[TitlePart, ...], tuple[Finding, ...]]:
    """Size and break each head for a measure in points: steps down through ``sizes`` before it fails."""
    parts: list[TitlePart] = []
    findings: list[Finding] = []
    for role, head in heads_of(story):
        style = styles[role]

        def width_at(text: str, size: float, style: Style = style) -> float:
            return natural_width(text, replace(style, size=size), book)

        sizes = (style.size, *(s for s in style.sizes if s < style.size))
        fitted = fit_head(head.lines, head.fixed, sizes, measure, MOST_LINES[role], width_at, phraser=phraser_of(book))
        size = fitted.size if fitted else min(sizes)
        sized = replace(style, size=size, leading=style.leading or size * HEAD_LEADING)
        if fitted is None:
            widest = max(width_at(line, size) for line in head.lines)
            message = (
                f"{where}: {role} needs {widest / size:.1f} em at {size:g} pt and has {measure / size:.1f}: "
                "shorten it, break it, or let its style step down (sizes)"
            )
            findings.append(error("head-too-wide", message, head.location))
        lines = fitted.lines if fitted else tuple(p for line in head.lines for p in broken(line, sized, measure, book))
        parts.append(TitlePart(role, sized, lines))
    return tuple(parts), tuple(findings)


def group_rows(parts: tuple[TitlePart, ...], grid: Grid, least: int | None) -> int:
    """Whole rows that a horizontal group takes."""
    return max(least or 0, sum(part.rows(grid) for part in parts))


def _gap(above: TitlePart, below: TitlePart) -> float:
    return PART_GAP * max(above.style.size, below.style.size)


def horizontal_marks(
    parts: tuple[TitlePart, ...], area: Area, grid: Grid, book: FontBook, story: str
) -> tuple[TextMark, ...]:
    """The group centred in its rows. Parts stay close to each other; the air goes above and below the group."""
    rect = grid.rect(area)
    gaps = [_gap(a, b) for a, b in itertools.pairwise(parts)]
    content = sum(part.height for part in parts) + sum(gaps)
    if content > rect.height and gaps:
        squeeze = max(0.0, sum(gaps) - (content - rect.height)) / sum(gaps)
        gaps = [gap * squeeze for gap in gaps]
        content = sum(part.height for part in parts) + sum(gaps)
    top = rect.y + (rect.height - content) / 2
    marks: list[TextMark] = []
    for number, part in enumerate(parts):
        align = "center" if part.style.align == "justify" else part.style.align
        lines = [runs for line in part.lines for runs in wrapped(line, part.style, rect.width, book, align)]
        marks.extend(stack_marks(lines, part.style, rect.x, top, Tag(part.role, story)))
        top += part.height + (gaps[number] if number < len(gaps) else 0)
    return tuple(marks)


@dataclass(frozen=True, slots=True)
class VerticalPart:
    """A head set in vertical lines, right to left, for a height."""

    role: Role
    style: Style
    columns: tuple[Column, ...]

    @property
    def width(self) -> float:
        """Points that its lines take side by side."""
        return (len(self.columns) - 1) * self.style.size * VERTICAL_LEADING + self.style.size


def vertical_parts(
    story: Story, styles: Mapping[str, Style], height: float, book: FontBook, where: str
) -> tuple[tuple[VerticalPart, ...], tuple[Finding, ...]]:
    """Set each head vertically within a height; a line of the author's that is too high steps down, then breaks."""
    parts: list[VerticalPart] = []
    findings: list[Finding] = []
    for role, head in heads_of(story):
        style = styles[role]
        sizes = (style.size, *(s for s in style.sizes if s < style.size))
        for size in sizes:
            sized = replace(style, size=size)
            columns = tuple(
                column for line in head.lines for column in break_vertical((TextRun(line, sized),), sized, book, height)
            )
            if len(columns) <= (len(head.lines) if head.fixed else MOST_LINES[role]):
                break
        if any(column.height > height + 0.01 for column in columns):
            findings.append(
                error(
                    "head-too-high",
                    f"{where}: {role} does not fit in {height:.0f} pt: shorten it",
                    head.location,
                )
            )
        parts.append(VerticalPart(role, sized, columns))
    return tuple(parts), tuple(findings)


def vertical_width(parts: tuple[VerticalPart, ...]) -> float:
    """Points that a vertical group takes from its first line's right edge to its last one's left edge."""
    gaps = sum(PART_GAP * max(a.style.size, b.style.size) for a, b in itertools.pairwise(parts))
    return sum(part.width for part in parts) + gaps


def vertical_marks(parts: tuple[VerticalPart, ...], area: Area, grid: Grid, story: str) -> tuple[TextMark, ...]:
    """The group centred in the width of its area, lines from right to left; smaller parts hang a little lower."""
    rect = grid.rect(area)
    right = rect.right - (rect.width - vertical_width(parts)) / 2
    tallest = max((column.height for part in parts for column in part.columns), default=0.0)
    start = rect.y + max(0.0, (rect.height - tallest) / 2)
    marks: list[TextMark] = []
    for number, part in enumerate(parts):
        if number:
            right -= PART_GAP * max(parts[number - 1].style.size, part.style.size)
        for k, column in enumerate(part.columns):
            centre = right - part.style.size / 2
            own = max((c.height for c in part.columns), default=0.0)
            top = start if part.role == "headline" else start + min(part.style.size, max(0.0, tallest - own))
            tag = Tag(part.role, story, line=k)
            marks.extend(TextMark(centre, top, run, tag) for run in column.runs)
            right -= part.style.size * (VERTICAL_LEADING if k < len(part.columns) - 1 else 1.0)
    return tuple(marks)
