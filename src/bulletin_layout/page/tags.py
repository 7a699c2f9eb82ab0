"""What a mark is to a reader of the page (标记): composition decides it, renderers write it down."""

from dataclasses import replace
from typing import Literal, NamedTuple

from bulletin_layout.findings import Location
from bulletin_layout.values import dataclass

Role = Literal[
    "body", "section", "crosshead", "kicker", "headline", "deck", "byline", "caption", "quote", "item", "sign", "verse",
    "pull", "note", "roster", "aside", "table", "ruby", "figure", "banner", "nameplate", "folio", "editor", "jump",
]  # fmt: skip


class TableShape(NamedTuple):
    """How many rows and columns a table has, and how many of its rows are heads (表头)."""

    rows: int
    columns: int
    heads: int = 0


class TableCell(NamedTuple):
    """Which cell of a table: row and column, from 0, and how many of each it covers."""

    table: TableShape
    row: int
    column: int
    rows: int = 1
    columns: int = 1

    @property
    def head(self) -> bool:
        """Whether it is one of the table's heads."""
        return self.row < self.table.heads


@dataclass(frozen=True, slots=True)
class Tag:
    """What a mark is (标记): made where its text is set, and one object for all marks of a line.

    ``story``: the slug that it belongs to, empty for furniture; ``furniture``: the layout's name for the furniture or
    banner that it belongs to, else empty. ``block``: number of the paragraph or block within its story; heads have 0;
    photos beside the text count -1, -2 …; a caption has its picture's; furniture counts its texts from 0. ``line``:
    number of the line within the block, from 0.

    ``level``: depth of a crosshead or item, from 1; ``label``: that of an item or note (``1.``, ``①``), on the line
    that it begins; ``name``: which of a roster's names (名单), from 1; ``cell``: the table's cell; ``aside``: number of
    the first block of the aside (链接、小资料) that it stands in. Each is 0 or empty where there is none.

    ``over``: of ruby, what the text is that it stands over. ``alt``: words for who cannot see a picture; ``artifact``:
    it is no part of what is read (非正文内容), such as a page's number, an ornament, or the heads that a table repeats;
    ``location``: where the source names a picture.
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
        """The same on the line of a number."""
        return self if number == self.line else replace(self, line=number)
