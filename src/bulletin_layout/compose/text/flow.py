"""A story's body as a flow (文流) of items, prepared once and not yet placed."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, groupby
from typing import assert_never

from bulletin_layout.compose.blocks.figure_rows import FigureRow, rows_of
from bulletin_layout.compose.frame.kept_texts import prepared
from bulletin_layout.compose.frame.runs import patterned, type_runs
from bulletin_layout.compose.text.heads import head_items
from bulletin_layout.compose.text.initials import opens_large, without_initial
from bulletin_layout.compose.text.items import BlockItem, Item, TextItem, words
from bulletin_layout.compose.text.notes import FootNote, foot_notes, numbered
from bulletin_layout.compose.text.paragraphs import hung_blocks, paragraph_items, runs_in
from bulletin_layout.compose.text.rosters import roster_item
from bulletin_layout.findings import Finding
from bulletin_layout.fonts import FontBook
from bulletin_layout.grid import Grid
from bulletin_layout.issue import (
    Aside,
    Block,
    Figure,
    Paragraph,
    Pieces,
    PullQuote,
    Roster,
    Slot,
    Story,
    Style,
    Table,
)
from bulletin_layout.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Flow:
    """The items of a story, or of several briefs in a row; ``starts``: the first item of each."""

    items: tuple[Item, ...]
    stories: tuple[Story, ...]
    starts: tuple[int, ...]
    numbers: tuple[int, ...]  #: paragraph number of each item, counted over all stories
    notes: tuple[FootNote, ...] = ()  #: notes at the foot of their slots
    findings: tuple[Finding, ...] = ()  #: about heads that do not fit

    def story(self, number: int) -> Story:
        """The story of an item."""
        return self.stories[bisect_right(self.starts, number) - 1]

    def paragraph(self, number: int) -> int:
        """The item's number within its story, from 1; an aside counts as many as it contains."""
        first = self.starts[bisect_right(self.starts, number) - 1]
        return self.numbers[number] - self.numbers[first] + 1

    def note_number(self, number: int) -> int:
        """A note's number among the paragraphs of its story, after all others."""
        return self.numbers[-1] + number + 1


def flow_of(
    stories: Sequence[Story],
    slot: Slot,
    measure: float,
    grid: Grid,
    book: FontBook,
    *,
    notes_after_text: bool = False,
) -> Flow:
    """Prepare stories for columns of a measure in points, with the styles of their first slot. The heads of several
    stories (简讯) are in the text above each. ``notes_after_text``: the notes of each story follow it, because the
    pages of running text are not laid out yet."""
    items: list[Item] = []
    starts = []
    findings: list[Finding] = []
    notes: list[FootNote] = []
    styles = slot.styles
    stories = numbered(stories)
    # A large initial is laid with the slot, so the text starts without it and without an indent.
    large = len(stories) == 1 and opens_large(stories[0], slot)
    stories = (without_initial(stories[0]),) if large else stories
    for story in stories:
        starts.append(len(items))
        if len(stories) > 1:
            heads, too_wide = head_items(story, styles, measure, grid, book)
            items += heads
            findings += too_wide
        items += flow(story, styles, measure, grid, book)
        if large:
            items[0] = _flush(items[0])
        own = [*foot_notes(items[starts[-1] :], story, starts[-1], styles, book)]
        if notes_after_text:
            items += [item for note in own for item in note.items]
        else:
            notes += own
    numbers = tuple(accumulate((_count(item) for item in items), initial=0))
    return Flow(tuple(items), tuple(stories), tuple(starts), numbers, tuple(notes), tuple(findings))


def _flush(item: Item) -> Item:
    """The paragraph without its indent."""
    if not isinstance(item, TextItem):
        return item
    style = replace(item.style, indent=0.0)
    return replace(item, style=style, galley=replace(item.galley, style=style))


def _count(item: Item) -> int:
    """The number of paragraphs that an item counts as for a screen reader: in an aside the title and each block."""
    if isinstance(item, BlockItem) and isinstance(item.block, Aside):
        return 1 + sum(words((block,)).count("\n") + 1 for block in item.block.blocks)
    return len(item.blocks) if isinstance(item, BlockItem) else 1


def byline_pieces(story: Story, style: Style) -> Pieces:
    """The byline as printed (署名), such as （院团委）■; empty for a story without one."""
    return patterned(style.pattern or "（{byline}）", "byline", story.byline)


def flow(story: Story, styles: Mapping[str, Style], measure: float, grid: Grid, book: FontBook) -> tuple[Item, ...]:
    """Prepare every block of a story, its pictures in rows; the byline becomes the tail of its last paragraph."""
    items = _in_figure_rows(block_items(story.blocks, styles, grid, book), measure, grid)
    signature = byline_pieces(story, styles["byline"])
    if signature:
        tail = prepared(type_runs(signature, styles["byline"], styles), styles["byline"], book)
        last = items[-1] if items else None
        if isinstance(last, TextItem) and last.takes_byline and styles["byline"].join_last_line:
            items[-1] = replace(last, tail=tail, signature=signature)
        else:
            # The byline has no paragraph of its own in the file, so its place is that of the story.
            spot = Paragraph((), story.location)
            items.append(TextItem(tail, styles["byline"], "byline", spot, label=len(tail.text), signature=signature))
    return tuple(items)


def _in_figure_rows(items: Iterable[Item], measure: float, grid: Grid) -> list[Item]:
    """The items with figures that follow one another side by side, as far as a measure has room (双图)."""
    done: list[Item] = []
    for is_row, group in groupby(
        items, key=lambda item: isinstance(item, BlockItem) and isinstance(item.block, FigureRow)
    ):
        own = list(group)
        rows = [item.block for item in own if isinstance(item, BlockItem) and isinstance(item.block, FigureRow)]
        figures = [figure for row in rows for figure in row.figures]
        done += [BlockItem(row) for row in rows_of(figures, measure, grid.em)] if is_row else own
    return done


def block_items(blocks: Sequence[Block], styles: Mapping[str, Style], grid: Grid, book: FontBook) -> Iterator[Item]:
    """Blocks as items: those of a story, or of a box in it."""
    before: Block | None = None
    hung = [*hung_blocks(blocks, styles, book)]
    for number, (block, hangs) in enumerate(hung):
        following = hung[number + 1][0] if number + 1 < len(hung) else None
        match block:
            case Paragraph() if runs_in(block, following, styles):
                pass  # it stands in the paragraph after it
            case Paragraph():
                head = before if isinstance(before, Paragraph) and runs_in(before, block, styles) else None
                yield from paragraph_items(block, hangs, before, styles, grid, book, head=head)
            case Roster():
                yield roster_item(block, styles, book)
            case Figure():
                yield BlockItem(FigureRow((block,)))
            case Table() | PullQuote() | Aside():
                yield BlockItem(block)
            case _:
                assert_never(block)
        before = block
