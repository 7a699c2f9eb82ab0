"""What a story's body becomes before it is poured (待排的文): prepared paragraphs, and blocks of whole rows."""

import math
from dataclasses import replace

from bulletin_layout.compose.blocks.figure_rows import FigureRow
from bulletin_layout.compose.frame.setting import extra_rows, leading_of, pitch_under_ruby
from bulletin_layout.findings import Location
from bulletin_layout.grid import Grid
from bulletin_layout.issue import Aside, Figure, Paragraph, PullQuote, Roster, Style, Table
from bulletin_layout.page import Role
from bulletin_layout.typeset import Galley, Phraser
from bulletin_layout.values import dataclass


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
    """A figure, table, pull quote or aside that stands in the flow and takes whole rows of one column."""

    block: Figure | FigureRow | Table | PullQuote | Aside

    @property
    def name(self) -> str:
        """What findings call it."""
        match self.block:
            case Figure() | FigureRow():
                return "picture"
            case Table():
                return "table"
            case PullQuote():
                return "pull quote"
            case Aside():
                return "aside"

    @property
    def text(self) -> str:
        """The words that count as text (字数): those of a pull quote or an aside, and not what tables hold."""
        return words(self.block)


Item = TextItem | BlockItem


def words(block: Paragraph | Figure | FigureRow | Table | PullQuote | Roster | Aside) -> str:
    """The running text in a block."""
    match block:
        case Paragraph():
            return block.text
        case PullQuote():
            return "".join(paragraph.text for paragraph in block.paragraphs)
        case Roster():
            return "".join(piece.text for name in block.names for piece in name)
        case Aside():
            return "".join(piece.text for piece in block.title) + "".join(map(words, block.blocks))
        case _:
            return ""


def in_rows(item: TextItem, grid: Grid, phraser: Phraser | None = None) -> TextItem:
    """A head: it takes whole rows; ``phraser``: its lines are not decided yet."""
    rows = max(item.style.lines, math.ceil(item.style.size / grid.line))
    pitch = max(leading_of(item.style), grid.line, *pitch_under_ruby(item.galley))
    return replace(item, rows=rows, pitch=pitch, phraser=phraser)


def head_rows(item: TextItem, count: int, grid: Grid) -> int:
    """Whole rows of a head of so many lines: what its style gives one line, and its pitch for every other."""
    return item.rows + extra_rows(count, item.pitch, grid)


def place_of(paragraph: Paragraph, offset: int) -> Location:
    """Where a character of a paragraph stands in its file."""
    for piece in paragraph.pieces:
        if offset < len(piece.text):
            return Location(piece.location.path, piece.location.line, piece.location.column + offset)
        offset -= len(piece.text)
    return paragraph.location
