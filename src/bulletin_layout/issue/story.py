"""A story (稿件): heads, byline, photos and body, each piece of text with its place in the file."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from bulletin_layout.diagnostics import Location
from bulletin_layout.pictures import Picture

Emphasis = Literal["", "strong", "emphasis", "strong emphasis"]
ParagraphKind = Literal["body", "crosshead", "quote", "item"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text on one source line: character k stands at ``location.column + k``."""

    text: str
    location: Location
    emphasis: Emphasis = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph (段落). ``label`` is an item's mark (``1.``, ``·``), ``level`` a crosshead's or item's depth."""

    pieces: tuple[Piece, ...]
    location: Location
    kind: ParagraphKind = "body"
    label: str = ""
    level: int = 1

    @property
    def text(self) -> str:
        """The text without emphasis."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture of the story (图片) with its caption (图说) and credit (摄影)."""

    picture: Picture
    location: Location
    caption: str = ""
    credit: str = ""
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A photo in the text flow, between two paragraphs."""

    photo: Photo
    location: Location


@dataclass(frozen=True, slots=True)
class Table:
    """A simple grid (表格): rows of cells; the first ``header_rows`` are heads; ``aligns`` one a column."""

    rows: tuple[tuple[tuple[Piece, ...], ...], ...]
    aligns: tuple[Literal["start", "center", "end"], ...]
    location: Location
    header_rows: int = 1


Block = Paragraph | Figure | Table


@dataclass(frozen=True, slots=True)
class Head:
    """Kicker, headline or deck (引题、主题、副题). ``fixed``: the author broke the lines and they stay so."""

    lines: tuple[str, ...]
    location: Location
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """A story file. ``photos`` are those the front matter names; ``location`` is the file's start."""

    slug: str
    location: Location
    blocks: tuple[Block, ...]
    kicker: Head | None = None
    headline: Head | None = None
    deck: Head | None = None
    byline: str = ""
    photos: Mapping[str, Photo] = None  # type: ignore[assignment]  # reading always gives one
