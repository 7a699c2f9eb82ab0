"""The items of a story's body before pouring (待排的文): prepared paragraphs, and blocks of whole rows."""

import math
from collections.abc import Iterable
from typing import Final, assert_never

from bulletin_layout.compose.blocks.figure_rows import FigureRow
from bulletin_layout.compose.frame.setting import extra_rows, leading_of, pitch_under_ruby
from bulletin_layout.findings import Location
from bulletin_layout.grid import Grid
from bulletin_layout.issue import Aside, Block, Paragraph, Pieces, PullQuote, Style, Table, passages_in
from bulletin_layout.page import Role
from bulletin_layout.typeset import Galley, Phraser
from bulletin_layout.values import dataclass, replace

#: Heads that lose the air above them at the head of a column.
OPENING: Final = ("section", "crosshead")


@dataclass(frozen=True, slots=True)
class TextItem:
    """A prepared paragraph (长条).

    ``label``: number of characters before the source text. ``rows``: whole 行 of a head of one line (占行), 0 for body
    text; ``pitch``: points between the baselines of a longer head. ``tail``: the byline that ends the story.
    ``names``: the names of a roster (名单), each prepared, with its start in the galley's text, to be set in
    ``columns``. ``phraser``: finds the possible breaks of a head whose lines are not decided.
    ``signature``: the byline as it is printed, of the item that bears it.
    """

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
    signature: Pieces = ()

    @property
    def is_head(self) -> bool:
        """Whether it must stay with the text after it."""
        return self.rows > 0

    @property
    def is_kept(self) -> bool:
        """Whether its lines stay together, with a line of the text before them (落款不落单)."""
        return self.role == "sign"

    @property
    def takes_byline(self) -> bool:
        """Whether a byline may stand on its last line: on none of a signature, a roster or a poem."""
        return not self.is_kept and not self.names and self.role != "verse"

    @property
    def level(self) -> int:
        """Its depth among crossheads or list items, from 1; 0 otherwise."""
        return self.paragraph.level if self.role in ("section", "crosshead", "item") else 0

    def most_lines(self, width: float) -> int:
        """An upper estimate of its lines in a width, in points."""
        if self.names:
            return len(self.names)
        return int(self.galley.natural / width) + len(self.galley.forced) + 3


@dataclass(frozen=True, slots=True)
class BlockItem:
    """A row of figures, a table, pull quote or aside in the text, which takes whole rows of one column."""

    block: FigureRow | Table | PullQuote | Aside

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Its blocks in the story."""
        return self.block.figures if isinstance(self.block, FigureRow) else (self.block,)

    @property
    def span(self) -> int:
        """How many columns it stands over, where the page has so many."""
        return self.block.span if isinstance(self.block, FigureRow) else 1

    @property
    def name(self) -> str:
        """Its name in findings."""
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
        """The words that count as text (字数): those of a pull quote or aside, not those of tables."""
        return words(self.blocks)


Item = TextItem | BlockItem


def words(blocks: Iterable[Block]) -> str:
    """The running text of some blocks, without captions and tables."""
    return "".join(each.text for each in passages_in(blocks) if each.kind not in ("caption", "table"))


def in_rows(item: TextItem, grid: Grid, phraser: Phraser | None = None) -> TextItem:
    """A head, which takes whole rows. ``phraser``: given when its lines are not decided."""
    rows = max(item.style.lines, math.ceil(item.style.size / grid.line))
    pitch = max(leading_of(item.style), grid.line, *pitch_under_ruby(item.galley))
    return replace(item, rows=rows, pitch=pitch, phraser=phraser)


def head_rows(item: TextItem, count: int, grid: Grid, *, opens: bool = False) -> int:
    """Whole rows of a head of ``count`` lines: the style's rows for the first line, and its pitch for each further
    one. ``opens``: it stands at the top of a column, and needs no air above it."""
    rows = item.rows + extra_rows(count, item.pitch, grid)
    if not opens or item.role not in OPENING:
        return rows
    content = (count - 1) * item.pitch + item.style.size
    return min(rows, grid.rows_for((grid.height_of(rows) + content) / 2))


def place_of(paragraph: Paragraph, offset: int) -> Location:
    """The place in its file of a character of a paragraph."""
    for piece in paragraph.pieces:
        if offset < len(piece.text):
            return Location(piece.location.path, piece.location.line, piece.location.column + offset)
        offset -= len(piece.text)
    return paragraph.location
