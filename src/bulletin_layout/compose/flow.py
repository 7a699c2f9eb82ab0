"""A story's body as a flow (文流) of items, prepared once and not yet placed."""

import math
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bulletin_layout.compose.grid import Grid
from bulletin_layout.compose.setting import extra_rows, leading_of
from bulletin_layout.compose.titles import heads_of
from bulletin_layout.diagnostics import Location
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Figure, Head, Paragraph, Piece, Story, Style, Table
from bulletin_layout.page import Role
from bulletin_layout.typeset import Galley, TextRun, prepare

ROLES: Mapping[str, Role] = {"body": "body", "crosshead": "crosshead", "quote": "quote", "item": "body"}


@dataclass(frozen=True, slots=True)
class TextItem:
    """A prepared paragraph (长条). ``label`` characters stand before the source text; ``rows`` is the whole 行 that
    a head of one line takes (占行), 0 for text line by line, and ``pitch`` points lie between the baselines of a
    longer one; ``tail`` is the byline that ends the story."""

    galley: Galley
    style: Style
    role: Role
    paragraph: Paragraph
    label: int = 0
    rows: int = 0
    pitch: float = 0.0
    tail: Galley | None = None

    @property
    def is_head(self) -> bool:
        """Whether it must stay with the text that follows it."""
        return self.rows > 0


@dataclass(frozen=True, slots=True)
class BlockItem:
    """A figure or a table that stands in the flow and takes whole rows of one column."""

    block: Figure | Table


Item = TextItem | BlockItem


@dataclass(frozen=True, slots=True)
class Flow:
    """The items of a story, or of several briefs one after another; ``starts``: the first item of each."""

    items: tuple[Item, ...]
    stories: tuple[Story, ...]
    starts: tuple[int, ...]

    def story(self, number: int) -> Story:
        """Whose item it is."""
        return self.stories[bisect_right(self.starts, number) - 1]

    def paragraph(self, number: int) -> int:
        """The item's number within its story, from 1."""
        return number - self.starts[bisect_right(self.starts, number) - 1] + 1


def flow_of(stories: Sequence[Story], styles: Mapping[str, Style], grid: Grid, book: FontBook) -> Flow:
    """Prepare stories. Where there are several (简讯), their heads stand in the text, small, above each."""
    items: list[Item] = []
    starts = []
    for story in stories:
        starts.append(len(items))
        if len(stories) > 1:
            items += [_small_head(role, head, styles[role], grid, book) for role, head in heads_of(story)]
        items += flow(story, styles, grid, book)
    return Flow(tuple(items), tuple(stories), tuple(starts))


def _small_head(role: Role, head: Head, style: Style, grid: Grid, book: FontBook) -> TextItem:
    paragraph = Paragraph((Piece(("\n" if head.fixed else "").join(head.lines), head.location),), head.location)
    style = replace(style, indent=0.0, hang=0.0)
    galley = prepare((TextRun(paragraph.text, style),), style, book)
    return _in_rows(TextItem(galley, style, role, paragraph), grid)


def type_runs(pieces: Sequence[Piece], style: Style, styles: Mapping[str, Style]) -> tuple[TextRun, ...]:
    """Pieces as runs: emphasis changes family, weight and ink, never the size of the text it stands in."""
    runs = []
    for piece in pieces:
        run = style
        if "strong" in piece.emphasis:
            strong = styles["strong"]
            run = replace(run, font=strong.font, weight=strong.weight, ink=strong.ink)
        if piece.emphasis in ("emphasis", "strong emphasis"):
            run = replace(run, font=styles["emphasis"].font, ink=styles["emphasis"].ink)
        runs.append(TextRun(piece.text, run))
    return tuple(runs)


def byline_text(story: Story, style: Style) -> str:
    """The byline as it is printed (署名), e.g. （院团委）■; empty for a story without one."""
    return (style.pattern or "（{byline}）").replace("{byline}", story.byline) if story.byline else ""


def flow(story: Story, styles: Mapping[str, Style], grid: Grid, book: FontBook) -> tuple[Item, ...]:
    """Prepare every block of a story; the byline becomes the tail of its last paragraph."""
    settable = (block for block in story.blocks if isinstance(block, Paragraph | Figure | Table))  # see not_applied.py
    items: list[Item] = [_item(block, styles, grid, book) for block in settable]
    signature = byline_text(story, styles["byline"])
    if signature:
        tail = prepare((TextRun(signature, styles["byline"]),), styles["byline"], book)
        last = items[-1] if items else None
        if isinstance(last, TextItem) and styles["byline"].join_last_line:
            items[-1] = replace(last, tail=tail)
        else:
            spot = Paragraph((), story.location)
            items.append(TextItem(tail, styles["byline"], "byline", spot, label=len(signature)))
    return tuple(items)


def head_rows(item: TextItem, count: int, grid: Grid) -> int:
    """Whole rows of a head of so many lines: what its style gives one line, and its pitch for every other."""
    return item.rows + extra_rows(count, item.pitch, grid)


def _item(block: Paragraph | Figure | Table, styles: Mapping[str, Style], grid: Grid, book: FontBook) -> Item:
    if not isinstance(block, Paragraph):
        return BlockItem(block)
    style = styles[block.kind]
    if style.align not in ("justify", "start"):  # an indent would push a centred line off the centre
        style = replace(style, indent=0.0, hang=0.0)
    runs = type_runs(block.pieces, style, styles)
    label = block.label + "\u3000" if block.label else ""
    if label:
        runs = (TextRun(label, style), *runs)
    item = TextItem(prepare(runs, style, book, label=len(label)), style, ROLES[block.kind], block, len(label))
    return _in_rows(item, grid) if block.kind == "crosshead" else item


def _in_rows(item: TextItem, grid: Grid) -> TextItem:
    """A head: it takes whole rows."""
    rows = max(item.style.lines, math.ceil(item.style.size / grid.line))
    return replace(item, rows=rows, pitch=max(leading_of(item.style), grid.line))


def place_of(paragraph: Paragraph, offset: int) -> Location:
    """Where a character of a paragraph stands in its file."""
    for piece in paragraph.pieces:
        if offset < len(piece.text):
            return Location(piece.location.path, piece.location.line, piece.location.column + offset)
        offset -= len(piece.text)
    return paragraph.location
