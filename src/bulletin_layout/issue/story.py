"""A story (稿件): heads, byline, photos and body; each piece of text has its location in the file."""

from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import Literal

from bulletin_layout.findings import Location
from bulletin_layout.findings.settled import Choice
from bulletin_layout.measures import Length
from bulletin_layout.pictures import Picture
from bulletin_layout.values import NamedTuple, dataclass, replace

Emphasis = Literal["", "strong", "emphasis", "strong emphasis"]
Marking = Literal["", "dots", "underline"]
Shift = Literal["", "sup", "sub"]
Fit = Literal["fill", "whole"]
ParagraphKind = Literal["body", "section", "crosshead", "quote", "item", "sign", "verse", "pull", "note"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Text in one style (文字段) from one line of a file: character k is at ``location.column + k``.

    ``mark``: dots below every Han (着重号), or an underline. ``ruby``: reading above the piece (拼音、注音), syllables
    separated by spaces: one over each Han if there are as many. ``note``: the piece is a reference to the note with
    this label, which is also its text. ``link``: target of a click: an address, or a story (``#slug``). ``shift``:
    superscript or subscript (上标、下标).
    """

    text: str
    location: Location
    emphasis: Emphasis = ""
    mark: Marking = ""
    ruby: str = ""
    note: str = ""
    link: str = ""
    shift: Shift = ""


#: A text with inline marks (行内标记): a paragraph, a line of a head, a caption. A piece that ends with a line feed
#: ends a line that the author broke.
Pieces = tuple[Piece, ...]


def plain(pieces: Iterable[Piece]) -> str:
    """The text of pieces without inline marks and without references to notes: for bookmarks, metadata, messages."""
    return "".join(piece.text for piece in pieces if not piece.note)


def lines_of(pieces: Iterable[Piece]) -> tuple[Pieces, ...]:
    """The lines into which the author broke a text, without line feeds and without empty lines."""
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
    """A paragraph (段落). ``label``: label of a list item (``1.``, ``·``); ``level``: depth of a crosshead or item,
    from 1.

    Kinds: ``section`` is the head of a section of a bulletin (【栏目】, stored without brackets). Lines of ``sign``
    (落款) and ``verse`` end with a line feed, as everywhere where the author broke lines. ``pull`` and ``note`` occur
    only in a ``PullQuote`` or ``Note``.
    """

    pieces: Pieces
    location: Location
    kind: ParagraphKind = "body"
    label: str = ""
    level: int = 1

    @property
    def text(self) -> str:
        """The text without inline marks."""
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
    """A cell that spans others to its right and below; ``rows`` and ``columns`` count the whole span, and at least one
    of them is above 1. Row and column count from 0."""

    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table (表格). All rows have as many cells as ``aligns``; the first ``header_rows`` are its head (表头).

    Cells covered by one of ``spans`` exist and are empty. Spans do not overlap, and none reaches from the head into the
    rows below.
    """

    rows: tuple[tuple[Pieces, ...], ...]
    aligns: tuple[Literal["start", "center", "end"], ...]
    location: Location
    header_rows: int = 1
    spans: tuple[CellSpan, ...] = ()


@dataclass(frozen=True, slots=True)
class PullQuote:
    """A pull quote (引语摘录): paragraphs of kind ``pull``."""

    paragraphs: tuple[Paragraph, ...]
    location: Location


@dataclass(frozen=True, slots=True)
class Roster:
    """Names in columns, each spread over the same width (名单，均排). Spaces that were typed to widen a name have been
    removed."""

    names: tuple[Pieces, ...]
    columns: int
    location: Location


@dataclass(frozen=True, slots=True)
class Aside:
    """A box within the story (链接、小资料), with or without a title; it never contains another aside."""

    title: Pieces
    blocks: tuple["Block", ...]
    location: Location


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote (脚注), set at the foot of a slot: paragraphs of kind ``note``."""

    label: str
    paragraphs: tuple[Paragraph, ...]
    location: Location


Block = Paragraph | Figure | Table | PullQuote | Roster | Aside


@dataclass(frozen=True, slots=True)
class Head:
    """Kicker, headline or deck (引题、主题、副题). ``fixed``: the author broke the lines, and they are kept."""

    lines: tuple[Pieces, ...]
    location: Location
    fixed: bool = False

    @property
    def text(self) -> str:
        """Its plain text, with lines joined by a space."""
        return " ".join(map(plain, self.lines))


@dataclass(frozen=True, slots=True)
class LeftAsIs:
    """A slip that an editor leaves on purpose (校：留): findings of ``code`` about ``words`` are not reported: the
    first of them, or ``everywhere`` in the story."""

    code: str
    words: str
    location: Location
    everywhere: bool


@dataclass(frozen=True, slots=True)
class Story:
    """A story file. ``photos``: those of the front matter, by name. ``notes``: in the order of their first reference;
    each has one. ``keep``: words that are not divided in heads, captions and byline (不拆的词): those of the story, the
    layout and the publication, and names found in the issue. ``left``: slips that stay; ``choices``: severities of
    manuscript checks, by code. ``location``: the start of the file.
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
    left: tuple[LeftAsIs, ...] = ()
    choices: Mapping[str, Choice] = field(default_factory=dict)
