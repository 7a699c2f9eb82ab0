"""Drop caps (首字下沉): the first character of a story over several rows, with text beside it."""

from collections.abc import Sequence
from typing import Final

from bulletin_layout.compose.frame.doubtful import doubtful
from bulletin_layout.compose.frame.seats import Obstacle, Stretch, TextColumn, seats
from bulletin_layout.findings import Finding
from bulletin_layout.fonts import FontBook
from bulletin_layout.grid import Area, Grid
from bulletin_layout.issue import Paragraph, Slot, Story
from bulletin_layout.measures import EM_ASCENT
from bulletin_layout.page import Origin, Tag, TextMark
from bulletin_layout.typeset import TextRun, break_lines, prepare
from bulletin_layout.values import dataclass, replace

#: How far the character reaches into the clearance that text keeps from obstacles, in body 字: a character has blank
#: around its ink, so the usual clearance of 1 字 would look too wide.
_INTO_AIR: Final = 0.6


@dataclass(frozen=True, slots=True)
class Initial:
    """The character as marks, and its room; findings if its font does not have it."""

    marks: tuple[TextMark, ...]
    obstacle: Obstacle
    findings: tuple[Finding, ...] = ()


def opens_large(story: Story, slot: Slot) -> bool:
    """Whether a story gets a drop cap: the slot asks for one, and the text begins with a Han without inline marks."""
    first = story.blocks[0] if story.blocks else None
    if slot.text.initial < 2 or not isinstance(first, Paragraph) or first.kind != "body" or not first.pieces:
        return False
    piece = first.pieces[0]
    return "\u3400" <= piece.text[0] <= "\u9fff" and not (piece.note or piece.ruby or piece.mark)


def without_initial(story: Story) -> Story:
    """The story without its first character."""
    first = story.blocks[0]
    assert isinstance(first, Paragraph), "opens_large has seen to that"
    piece, *others = first.pieces
    rest = replace(piece, text=piece.text[1:], location=replace(piece.location, column=piece.location.column + 1))
    pieces = (rest, *others) if rest.text else tuple(others)
    return replace(story, blocks=(replace(first, pieces=pieces), *story.blocks[1:]))


def _rows_below(free: Sequence[Stretch]) -> int:
    """How many seats from the first on are one below the other with the same left edge."""
    first, rows = free[0], 0
    for each in free:
        if (each.column, each.row, each.x) != (first.column, first.row + rows, first.x):
            break
        rows += each.length
    return rows


def lay_initial(
    story: Story, slot: Slot, columns: Sequence[TextColumn], obstacles: Sequence[Obstacle], grid: Grid, book: FontBook
) -> Initial | None:
    """The drop cap at the first seat, over as many rows as the slot asks for, or as there are; None if there is no
    seat."""
    free = seats(columns, obstacles, grid)
    if not free:
        return None
    seat, rows = free[0], max(1, min(slot.text.initial, _rows_below(free)))
    style = replace(slot.styles["initial"], size=grid.height_of(rows), indent=0.0, hang=0.0, align="start")
    first = story.blocks[0]
    assert isinstance(first, Paragraph), "opens_large has seen to that"
    galley = prepare((TextRun(first.text[0], style),), style, book)
    runs = break_lines(galley, (galley.natural,)).lines[0].runs
    y = grid.row_top(seat.row) + EM_ASCENT * style.size
    tag = Tag("body", story.slug, 1)
    origin = Origin(first.pieces, 0, 0, 1, style.size, galley.natural)
    marks = tuple(TextMark(seat.x, y, run, tag, origin) for run in runs)
    right = seat.x + style.size - _INTO_AIR * grid.em
    room = Obstacle(Area(seat.x, right, seat.row, seat.row + rows - 1), "around")
    return Initial(marks, room, tuple(doubtful(galley.doubts, lambda _: first.location, lambda _: True)))
