"""A story (稿件): heads, byline, photos and body, each piece of text with its place in the file."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Literal, NamedTuple

from bulletin_layout.findings import Location
from bulletin_layout.measures import Length
from bulletin_layout.pictures import Picture
from bulletin_layout.values import dataclass

Emphasis = Literal["", "strong", "emphasis", "strong emphasis"]
Marking = Literal["", "dots", "underline"]
Shift = Literal["", "sup", "sub"]
Fit = Literal["fill", "whole"]
ParagraphKind = Literal["body", "section", "crosshead", "quote", "item", "sign", "verse", "pull", "note"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text on one source line: character k stands at ``location.column + k``.

    ``mark``: dots below every character (着重号), or an underline. ``ruby``: what stands above the piece (拼音、注音),
    a syllable a character when it has as many words. ``note``: the piece is the reference to the note of this label,
    and its text that label. ``link``: where it leads, an address or the story of a slug (``#slug``). ``shift``: it
    stands above or below its line (上标、下标).
    """

    text: str
    location: Location
    emphasis: Emphasis = ""
    mark: Marking = ""
    ruby: str = ""
    note: str = ""
    link: str = ""
    shift: Shift = ""


#: A text with its inline marks (行内标记): the pieces of a paragraph, of a line of a head, of a caption. A piece that
#: is a line feed ends a line that the author broke.
Pieces = tuple[Piece, ...]


def plain(pieces: Iterable[Piece]) -> str:
    """The text of pieces without its marks: for bookmarks, metadata and messages. The number of a note's reference is
    no part of it."""
    return "".join(piece.text for piece in pieces if not piece.note)


def lines_of(pieces: Iterable[Piece]) -> tuple[Pieces, ...]:
    """The lines that the author broke, without the line feeds; empty ones do not count."""
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        text = piece.text.rstrip("\n")
        if text:
            lines[-1].append(replace(piece, text=text))
        if text != piece.text:
            lines.append([])
    return tuple(tuple(line) for line in lines if line)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph (段落). ``label`` is an item's mark (``1.``, ``·``), ``level`` a crosshead's or item's depth.

    ``section`` heads a column of a bulletin (【栏目】, without brackets). Lines of ``sign`` (落款) and ``verse`` end
    with a piece that is a line feed, as lines that the author broke do anywhere. ``pull`` and ``note`` stand in a
    ``PullQuote`` or ``Note`` only.
    """

    pieces: Pieces
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
    """A picture of the story (图片) with its caption (图说) and credit (摄影).

    ``focus``: the spot, as parts of width and height from the top left, that stays when the picture is cropped; None:
    nobody said. ``fit``: whether it fills its room or is shown whole; None: as the layout says.
    """

    picture: Picture
    location: Location
    caption: Pieces = ()
    credit: Pieces = ()
    alt: str = ""
    focus: tuple[float, float] | None = None
    fit: Fit | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A photo in the text flow, between two paragraphs. It is as wide as its column, unless ``width`` says less; it
    keeps its shape and is at most ``height`` high; None: as a part of the page. ``span``: over so many columns."""

    photo: Photo
    location: Location
    width: Length | None = None
    height: Length | None = None
    span: int = 1


class CellSpan(NamedTuple):
    """A cell that covers others, to its right and below it; the counts are of the whole, at least 1, one above 1."""

    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class Table:
    """A grid (表格): rows of cells, all as long as ``aligns``; the first ``header_rows`` are heads. The cells that one
    of ``spans`` covers are there, and empty; no two spans meet, and none joins the heads to the rows below."""

    rows: tuple[tuple[Pieces, ...], ...]
    aligns: tuple[Literal["start", "center", "end"], ...]
    location: Location
    header_rows: int = 1
    spans: tuple[CellSpan, ...] = ()


@dataclass(frozen=True, slots=True)
class PullQuote:
    """Words that stand out of the text (引语摘录): paragraphs of kind ``pull``."""

    paragraphs: tuple[Paragraph, ...]
    location: Location


@dataclass(frozen=True, slots=True)
class Roster:
    """Names in columns, each spread over its width (名单，均排). A name is a piece or more, without spaces typed to
    widen it."""

    names: tuple[Pieces, ...]
    columns: int
    location: Location


@dataclass(frozen=True, slots=True)
class Aside:
    """A box within the story (链接、小资料), with a title or without one; it holds no other aside."""

    title: Pieces
    blocks: tuple["Block", ...]
    location: Location


@dataclass(frozen=True, slots=True)
class Note:
    """A note at the slot's foot (脚注): paragraphs of kind ``note``."""

    label: str
    paragraphs: tuple[Paragraph, ...]
    location: Location


Block = Paragraph | Figure | Table | PullQuote | Roster | Aside


@dataclass(frozen=True, slots=True)
class Head:
    """Kicker, headline or deck (引题、主题、副题). ``fixed``: the author broke the lines and they stay so."""

    lines: tuple[Pieces, ...]
    location: Location
    fixed: bool = False

    @property
    def text(self) -> str:
        """Its plain text, the lines without anything between them."""
        return "".join(map(plain, self.lines))


@dataclass(frozen=True, slots=True)
class Story:
    """A story file. ``photos`` are those the front matter names; ``notes`` are in the order in which the text first
    refers to them, each at least once; ``keep``: words that stay whole in its heads, captions and byline (不拆的词),
    its own, the layout's and the publication's, and the names that the issue knows; ``location`` is the file's start.
    """

    slug: str
    location: Location
    blocks: tuple[Block, ...]
    kicker: Head | None = None
    headline: Head | None = None
    deck: Head | None = None
    byline: Pieces = ()
    photos: Mapping[str, Photo] = None  # type: ignore[assignment]  # reading always gives one
    notes: tuple[Note, ...] = ()
    keep: tuple[str, ...] = ()
