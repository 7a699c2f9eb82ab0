"""Title groups (标题组): kicker, headline and deck as one block of whole rows, horizontal or vertical."""

import itertools
from collections.abc import Iterable, Mapping, Sequence

from bulletin_layout.compose.frame.head_breaks import head_breaks
from bulletin_layout.compose.frame.origins import vertical_origins
from bulletin_layout.compose.frame.runs import between, type_runs
from bulletin_layout.compose.frame.setting import (
    INTERLINEAR_AIR,
    SetText,
    column_marks,
    extra_rows,
    natural_width,
    set_text,
    stacked,
    text_marks,
)
from bulletin_layout.findings import Finding
from bulletin_layout.findings.catalogue import composing as said
from bulletin_layout.findings.phrases import Phrase
from bulletin_layout.fonts import FontBook
from bulletin_layout.grid import Area, Grid
from bulletin_layout.issue import Head, Pieces, Story, Style
from bulletin_layout.page import Mark, Origin, Role, Tag
from bulletin_layout.typeset import Column, FittedHead, break_vertical, fit_head, is_divisible, phraser_of
from bulletin_layout.values import NamedTuple, dataclass, replace

#: Leading within a head of several lines, in em of the head.
HEAD_LEADING = 1.25
#: Distance between two parts of a group, in em of the larger one.
PART_GAP = 0.42
#: Distance of the middles of a vertical head's lines, in em.
VERTICAL_LEADING = 1.3

#: The most lines into which a head is broken, unless the author broke it.
MOST_LINES: Mapping[Role, int] = {"kicker": 2, "headline": 3, "deck": 3}


@dataclass(frozen=True, slots=True)
class TitlePart:
    """One part of a title group with its size and lines decided: its lines as pieces, and set for the group's width."""

    role: Role
    style: Style
    lines: tuple[Pieces, ...]
    text: SetText

    def rows(self, grid: Grid) -> int:
        """The whole rows that it takes with its air (占行): those that the style has for one line, and its leading for
        each further line."""
        more = extra_rows(len(self.lines), self.text.pitch, grid)
        return max(self.style.lines + more, grid.rows_for(self.text.height))


def heads_of(story: Story) -> tuple[tuple[Role, Head], ...]:
    """(Role, head) of a story's heads, from top to bottom."""
    named: tuple[tuple[Role, Head | None], ...] = (
        ("kicker", story.kicker),
        ("headline", story.headline),
        ("deck", story.deck),
    )
    return tuple((role, head) for role, head in named if head is not None)


def horizontal_parts(
    story: Story, styles: Mapping[str, Style], measure: float, book: FontBook, where: Phrase
) -> tuple[tuple[TitlePart, ...], tuple[Finding, ...]]:
    """Choose size and lines of each head for a measure in points, trying the style's smaller ``sizes``. A head that
    fits at no size is set at the smallest, with a finding. ``where``: the slot, for findings."""
    parts: list[TitlePart] = []
    findings: list[Finding] = []
    for role, head in heads_of(story):
        style, setter = styles[role], HeadSetter(head, styles[role], styles, book)
        sizes = (style.size, *(s for s in style.sizes if s < style.size))
        fitted = setter.fitted(sizes, measure, MOST_LINES[role])
        size = fitted.size if fitted else min(sizes)
        sized = setter.sized(size)
        if fitted is None:
            widest = max(setter.width_at(start, end, size) for start, end in setter.author)
            needs, has = round(widest / size, 2), round(measure / size, 2)
            findings.append(
                said.head_too_wide(head.location, where=where, part=said.part(role), size=size, needs=needs, has=has)
            )
        else:
            findings += setter.parted(role, fitted.lines)
        spans = fitted.lines if fitted else setter.forced(sized, measure)
        lines = tuple(between(setter.pieces, start, end) for start, end in spans)
        own = setter.whole(size) if fitted else sized
        parts.append(TitlePart(role, sized, lines, _set(lines, own, styles, measure, book)))
    return tuple(parts), tuple(findings)


def _set(
    lines: tuple[Pieces, ...], style: Style, styles: Mapping[str, Style], measure: float, book: FontBook
) -> SetText:
    """Set lines that are already decided, each on its own; a head is never justified."""
    align = "center" if style.align == "justify" else style.align
    texts = [set_text(line, style, styles, measure, book, align) for line in lines]
    origins = tuple(origin for text in texts for origin in text.origins)
    return stacked([line for text in texts for line in text.lines], style, origins)


class HeadSetter:
    """Finds size and lines of a head. ``pieces``: those of all its lines joined; ``author``: (start, end) of each line
    that the author wrote, in the joined text."""

    def __init__(self, head: Head, style: Style, styles: Mapping[str, Style], book: FontBook) -> None:
        self.pieces: Pieces = tuple(piece for line in head.lines for piece in line)
        self.text = _text(self.pieces)
        ends = tuple(itertools.accumulate(len(_text(line)) for line in head.lines))
        self.author = tuple(zip((0, *ends[:-1]), ends, strict=True))
        self._fixed, self._style, self._styles, self._book = head.fixed, style, styles, book

    def fitted(self, sizes: tuple[float, ...], measure: float, most: int) -> FittedHead | None:
        """Size and lines for a measure in points, or None (see ``typeset.fit_head``); text below one ruby is not
        divided."""
        fixed = self.author if self._fixed else ()
        ends = itertools.accumulate(len(piece.text) for piece in self.pieces)
        keep = [
            (end - len(piece.text), end)
            for piece, end in zip(self.pieces, ends, strict=True)
            if not is_divisible(piece.text, piece.ruby)
        ]
        return fit_head(
            self.text, fixed, sizes, measure, most, self.width_at, keep=keep, words=self._style.keep or (),
            phraser=phraser_of(self._book), drop_comma=self._style.turn_comma == "drop",
        )  # fmt: skip

    def parted(self, role: Role, spans: Sequence[tuple[int, int]]) -> list[Finding]:
        """Findings about words that these lines divide; ``spans``: (start, end) of each line."""
        own = {start for start, _ in self.author} if self._fixed else set()
        breaks = [start for start, _ in spans[1:]]
        return [
            *self._parted(role, (at for at in breaks if at not in own)),
            *self._parted(role, (at for at in breaks if at in own), by_author=True),
        ]

    def _parted(self, role: Role, breaks: Iterable[int], *, by_author: bool = False) -> list[Finding]:
        return head_breaks(
            role, self.text, breaks, self._style, phraser_of(self._book),
            lambda at: between(self.pieces, at, at + 1)[0].location, by_author=by_author,
        )  # fmt: skip

    def width_at(self, start: int, end: int, size: float) -> float:
        """The width of a part of the head at a size, both in points."""
        return natural_width(between(self.pieces, start, end), self.whole(size), self._styles, self._book)

    def sized(self, size: float) -> Style:
        """The head's style at a size in points."""
        return replace(self._style, size=size, leading=self._style.leading or size * HEAD_LEADING)

    def whole(self, size: float) -> Style:
        """The same for lines that are not divided, so that no words need to be kept whole."""
        return replace(self.sized(size), keep=None)

    def forced(self, style: Style, measure: float) -> tuple[tuple[int, int], ...]:
        """The author's lines, broken like ordinary text: the last resort for a head that fits at no size."""
        spans = []
        for start, end in self.author:
            line = between(self.pieces, start, end)
            for found in set_text(line, style, self._styles, measure, self._book).lines:
                said = self.text[start + found.start : start + found.end]
                first = start + found.start + len(said) - len(said.lstrip())
                spans.append((first, first + len(said.strip())))
        return tuple(spans)


def _text(pieces: Pieces) -> str:
    return "".join(piece.text for piece in pieces)


def group_rows(parts: tuple[TitlePart, ...], grid: Grid, least: int | None) -> int:
    """The whole rows that a horizontal group takes; ``least``: at least so many."""
    return max(least or 0, sum(part.rows(grid) for part in parts))


def _gap(above: TitlePart, below: TitlePart) -> float:
    return PART_GAP * max(above.style.size, below.style.size)


def horizontal_marks(parts: tuple[TitlePart, ...], area: Area, grid: Grid, story: str) -> tuple[Mark, ...]:
    """The marks of a group centred in its rows. Its parts stay close together; the remaining air is above and below."""
    rect = grid.rect(area)
    gaps = [_gap(a, b) for a, b in itertools.pairwise(parts)]
    content = sum(part.text.height for part in parts) + sum(gaps)
    if content > rect.height and gaps:  # too high by a fraction of a row: take it from the gaps
        squeeze = max(0.0, sum(gaps) - (content - rect.height)) / sum(gaps)
        gaps = [gap * squeeze for gap in gaps]
        content = sum(part.text.height for part in parts) + sum(gaps)
    top = rect.y + (rect.height - content) / 2
    marks: list[Mark] = []
    for number, part in enumerate(parts):
        marks.extend(text_marks(part.text, rect.x, top, Tag(part.role, story)))
        top += part.text.height + (gaps[number] if number < len(gaps) else 0)
    return tuple(marks)


@dataclass(frozen=True, slots=True)
class VerticalPart:
    """A head set in vertical lines, from right to left, each with its origin. ``pitch``: distance of the middles of two
    lines; ``right``, ``left``: what ruby or underlines take beside the em boxes of the first and of the last line. All
    points."""

    role: Role
    style: Style
    columns: tuple[Column, ...]
    origins: tuple[Origin, ...]
    pitch: float
    right: float
    left: float

    @property
    def width(self) -> float:
        """The width of all its lines, points."""
        return self.right + (len(self.columns) - 1) * self.pitch + self.style.size + self.left


def vertical_parts(
    story: Story, styles: Mapping[str, Style], height: float, book: FontBook, where: Phrase
) -> tuple[tuple[VerticalPart, ...], tuple[Finding, ...]]:
    """Set each head vertically for ``height`` points, trying the style's smaller ``sizes``; if that is not enough,
    lines are broken. ``where``: the slot, for findings."""
    parts: list[VerticalPart] = []
    findings: list[Finding] = []
    for role, head in heads_of(story):
        style = styles[role]
        sizes = (style.size, *(s for s in style.sizes if s < style.size))
        most = len(head.lines) if head.fixed else MOST_LINES[role]
        ways = [_vertical(role, head, replace(style, size=size), styles, book, height) for size in sizes]
        few = [way for way in ways if len(way.columns) <= most]
        sized, columns, origins, parted = next((way for way in few if not way.parted), (*few, ways[-1])[0])
        findings += parted
        if any(column.height > height + 0.01 for column in columns):
            findings.append(said.head_too_high(head.location, where=where, part=said.part(role), height=height))
        parts.append(_vertical_part(role, sized, columns, origins))
    return tuple(parts), tuple(findings)


class _VerticalWay(NamedTuple):
    """A head set vertically at one size, and findings about words that its lines divide."""

    style: Style
    columns: tuple[Column, ...]
    origins: tuple[Origin, ...]
    parted: tuple[Finding, ...]


def _vertical(
    role: Role, head: Head, style: Style, styles: Mapping[str, Style], book: FontBook, height: float
) -> _VerticalWay:
    setter = HeadSetter(head, style, styles, book)
    broken = [break_vertical(type_runs(line, style, styles), style, book, height) for line in head.lines]
    spans = [
        (begins + column.start, begins + column.end)
        for (begins, _), columns in zip(setter.author, broken, strict=True)
        for column in columns
    ]
    origins = (vertical_origins(found, line, height) for line, found in zip(head.lines, broken, strict=True))
    return _VerticalWay(
        style, tuple(itertools.chain(*broken)), tuple(itertools.chain(*origins)), tuple(setter.parted(role, spans))
    )


def _vertical_part(role: Role, style: Style, columns: tuple[Column, ...], origins: tuple[Origin, ...]) -> VerticalPart:
    """A head's vertical lines at an even pitch, wider than usual if ruby or underlines between two lines need it."""
    half, pitch = style.size / 2, style.size * VERTICAL_LEADING
    for right, left in itertools.pairwise(columns):
        if right.left > half or left.right > half:
            pitch = max(pitch, right.left + left.right + INTERLINEAR_AIR * style.size)
    first, last = (columns[0].right, columns[-1].left) if columns else (half, half)
    return VerticalPart(role, style, columns, origins, pitch, first - half, last - half)


def vertical_width(parts: tuple[VerticalPart, ...]) -> float:
    """The width of a vertical group, points."""
    gaps = sum(PART_GAP * max(a.style.size, b.style.size) for a, b in itertools.pairwise(parts))
    return sum(part.width for part in parts) + gaps


def vertical_marks(parts: tuple[VerticalPart, ...], area: Area, grid: Grid, story: str) -> tuple[Mark, ...]:
    """The marks of a vertical group centred in the width of its area, from right to left. Kicker and deck begin a
    little lower than the headline."""
    rect = grid.rect(area)
    right = rect.right - (rect.width - vertical_width(parts)) / 2
    tallest = max((column.height for part in parts for column in part.columns), default=0.0)
    start = rect.y + max(0.0, (rect.height - tallest) / 2)
    marks: list[Mark] = []
    for number, part in enumerate(parts):
        if number:
            right -= PART_GAP * max(parts[number - 1].style.size, part.style.size)
        own = max((c.height for c in part.columns), default=0.0)
        top = start if part.role == "headline" else start + min(part.style.size, max(0.0, tallest - own))
        centre = right - part.right - part.style.size / 2
        marks += column_marks(part.columns, part.origins, centre, part.pitch, top, Tag(part.role, story))
        right -= part.width
    return tuple(marks)
