"""What a story's body becomes before it is poured (待排的文): prepared paragraphs, and blocks of whole rows."""

import math
from collections.abc import Iterable
from dataclasses import replace
from typing import Final, assert_never

from bulletin_layout.compose.blocks.figure_rows import FigureRow
from bulletin_layout.compose.frame.setting import extra_rows, leading_of, pitch_under_ruby
from bulletin_layout.findings import Location
from bulletin_layout.grid import Grid
from bulletin_layout.issue import Aside, Block, Paragraph, PullQuote, Style, Table, passages_in
from bulletin_layout.page import Role
from bulletin_layout.typeset import Galley, Phraser
from bulletin_layout.values import dataclass

#: Heads that lose the air above them at the head of a column.
OPENING: Final = ("section", "crosshead")


@dataclass(frozen=True, slots=True)
class TextItem:
    """A prepared paragraph (长条). ``label`` characters stand before the source text; ``rows`` is the whole 行 that
    a head of one line takes (占行), 0 for text line by line, and ``pitch`` points lie between the baselines of a
    longer one; ``tail`` is the byline that ends the story. ``names``: the names of a roster (名单), each prepared, with
    where it begins in the galley's text, to stand in ``columns``. ``phraser`` finds the places where a head may be
    broken whose lines are not decided."""

    galley: Galley
    style: Style
    role: Role
    paragraph: Paragraph
    label: int = 0
    rows: int = 0
    pitch: float = 0.0
    tail: Galley | None = None
    names: tuple[tuple[int, Galley], ...] = ()
    columns: int = 0
    phraser: Phraser | None = None

    @property
    def is_head(self) -> bool:
        """Whether it must stay with the text that follows it."""
        return self.rows > 0

    @property
    def is_kept(self) -> bool:
        """Whether its lines stand together, below a line of what comes before (落款不落单)."""
        return self.role == "sign"

    @property
    def takes_byline(self) -> bool:
        """Whether a byline may stand on its last line: on none of a signature, a roster or a poem."""
        return not self.is_kept and not self.names and self.role != "verse"

    @property
    def level(self) -> int:
        """Its depth among crossheads or items, from 1; 0 for what has none."""
        return self.paragraph.level if self.role in ("section", "crosshead", "item") else 0

    def most_lines(self, width: float) -> int:
        """So many lines of a width it may have, and hardly more."""
        if self.names:
            return len(self.names)
        return int(self.galley.natural / width) + len(self.galley.forced) + 3


@dataclass(frozen=True, slots=True)
class BlockItem:
    """A row of figures, a table, pull quote or aside that stands in the flow and takes whole rows of one column."""

    block: FigureRow | Table | PullQuote | Aside

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What it is in its story."""
        return self.block.figures if isinstance(self.block, FigureRow) else (self.block,)

    @property
    def span(self) -> int:
        """How many columns it stands over, where the page has so many."""
        return self.block.span if isinstance(self.block, FigureRow) else 1

    @property
    def name(self) -> str:
        """What findings call it."""
        match self.block:
            case FigureRow():
                return "picture"
            case Table():
                return "table"
            case PullQuote():
                return "pull quote"
            case Aside():
                return "aside"
            case _:
                assert_never(self.block)

    @property
    def text(self) -> str:
        """The words that count as text (字数): those of a pull quote or an aside, and not what tables hold."""
        return words(self.blocks)


Item = TextItem | BlockItem


def words(blocks: Iterable[Block]) -> str:
    """The running text in some blocks: neither captions nor what tables hold."""
    return "".join(each.text for each in passages_in(blocks) if each.kind not in ("caption", "table"))


def in_rows(item: TextItem, grid: Grid, phraser: Phraser | None = None) -> TextItem:
    """A head: it takes whole rows; ``phraser``: its lines are not decided yet."""
    rows = max(item.style.lines, math.ceil(item.style.size / grid.line))
    pitch = max(leading_of(item.style), grid.line, *pitch_under_ruby(item.galley))
    return replace(item, rows=rows, pitch=pitch, phraser=phraser)


def head_rows(item: TextItem, count: int, grid: Grid, *, opens: bool = False) -> int:
    """Whole rows of a head of so many lines: what its style gives one line, and its pitch for every other. ``opens``:
    it opens a column, and needs no air above it."""
    rows = item.rows + extra_rows(count, item.pitch, grid)
    if not opens or item.role not in OPENING:
        return rows
    content = (count - 1) * item.pitch + item.style.size
    return min(rows, grid.rows_for((grid.height_of(rows) + content) / 2))


def place_of(paragraph: Paragraph, offset: int) -> Location:
    """Where a character of a paragraph stands in its file."""
    for piece in paragraph.pieces:
        if offset < len(piece.text):
            return Location(piece.location.path, piece.location.line, piece.location.column + offset)
        offset -= len(piece.text)
    return paragraph.location
