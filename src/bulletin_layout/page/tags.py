"""Tags (标记): what a mark is to a reader. Composition decides it, renderers only write it to the file."""

from typing import Literal

from bulletin_layout.findings import Location
from bulletin_layout.issue.story import Pieces
from bulletin_layout.values import NamedTuple, dataclass, replace

Role = Literal[
    "body", "section", "crosshead", "kicker", "headline", "deck", "byline", "caption", "quote", "item", "sign", "verse",
    "pull", "note", "roster", "aside", "table", "ruby", "figure", "banner", "nameplate", "folio", "editor", "jump",
]  # fmt: skip


class Origin(NamedTuple):
    """Where a set line comes from, and how it was set (出处): for who asks a finished page what stands there.

    ``pieces``: the text that it is a line of, a paragraph or head, each piece with its place in the source; ``ahead``:
    how many characters were set before them (a label, a bracket; for a byline, the paragraph that it ends).
    ``start``, ``end``: what the line has of that text, counted from ``ahead`` characters before the pieces.
    ``measure``: what it was set for, points; ``natural``, ``step``, ``gap``, ``forced``: its ledger
    (``typeset.Ledger``).
    """

    pieces: Pieces
    ahead: int = 0
    start: int = 0
    end: int = 0
    measure: float = 0.0
    natural: float = 0.0
    step: int = 0
    gap: float = 0.0
    forced: bool = False


class TableShape(NamedTuple):
    """Numbers of rows and columns of a table, and of the rows that are its head (表头)."""

    rows: int
    columns: int
    heads: int = 0


class TableCell(NamedTuple):
    """A cell of a table: row and column of its top left corner, from 0, and how many rows and columns it spans."""

    table: TableShape
    row: int
    column: int
    rows: int = 1
    columns: int = 1

    @property
    def head(self) -> bool:
        """Whether it is a cell of the table's head."""
        return self.row < self.table.heads


@dataclass(frozen=True, slots=True)
class Tag:
    """What a mark is (标记). It is made where the text is set; all marks of a line share one object.

    ``story``: slug of its story, "" for furniture. ``furniture``: the layout's name of its furniture or banner, "" for
    stories. ``block``: number of the paragraph or block in its story: 0 for heads, -1, -2 … for photos beside the text;
    a caption has that of its picture; furniture counts its texts from 0. ``line``: number of the line in its block,
    from 0.

    ``level``: depth of a crosshead or item, from 1; ``label``: label of an item or note (``1.``, ``①``), on its first
    line; ``name``: number of a name in a roster (名单), from 1; ``cell``: its table cell; ``aside``: number of the
    first block of the aside (链接、小资料) that it is in. Each is 0 or empty if it does not apply.

    ``over``: for ruby, the role of its base text. ``alt``: alternative text of a picture; ``artifact``: not part of
    what is read aloud (非正文内容), such as a page number, an ornament, or a table head that is repeated on the next
    page; ``location``: where the source names a picture.
    """

    role: Role = "body"
    story: str = ""
    block: int = 0
    line: int = 0
    level: int = 0
    label: str = ""
    name: int = 0
    cell: TableCell | None = None
    aside: int = 0
    furniture: str = ""
    over: Role | None = None
    alt: str = ""
    artifact: bool = False
    location: Location | None = None

    def on_line(self, number: int) -> "Tag":
        """The same tag for another line of the block."""
        return self if number == self.line else replace(self, line=number)
