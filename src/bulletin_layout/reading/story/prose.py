"""Builds a story's body (正文) from Markdown parts: paragraphs, tables, pictures and named blocks."""

from collections.abc import Sequence
from dataclasses import field
from typing import Final, assert_never

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import photos
from bulletin_layout.findings.catalogue import stories as said
from bulletin_layout.findings.catalogue.values import roster_columns
from bulletin_layout.findings.nearest import nearest
from bulletin_layout.issue import Note, Paragraph, Piece, Pieces, PullQuote, Roster, Table
from bulletin_layout.issue.publication import Lines
from bulletin_layout.issue.story import ParagraphKind
from bulletin_layout.reading.schema.check import Record, Where, read_record
from bulletin_layout.reading.schema.issue_keys import FIGURE
from bulletin_layout.reading.sources.nodes import ListNode, MapEntry, MapNode, ScalarNode, shortened
from bulletin_layout.reading.story.inline import without_remarks, words_of, words_of_spans
from bulletin_layout.reading.story.markdown_adapter import BY_LINE, parse_markdown
from bulletin_layout.reading.story.markdown_parts import MarkdownPart
from bulletin_layout.reading.story.pieces import pieces_of, trimmed
from bulletin_layout.reading.story.places import Stretch
from bulletin_layout.reading.story.prose_checks import check_joined, check_spans, ordered_notes
from bulletin_layout.reading.story.spans import TextSpan
from bulletin_layout.reading.story.tables import GridReader
from bulletin_layout.values import dataclass


@dataclass(frozen=True, slots=True)
class PictureRef:
    """A picture that the text names, not opened yet; the credit is the Markdown title, ``keys`` what stands between
    braces behind it."""

    source: str
    caption: Pieces
    credit: Pieces
    location: Location
    keys: Record


@dataclass(frozen=True, slots=True)
class AsideRef:
    """A boxed aside whose pictures are not opened yet."""

    title: tuple[Piece, ...]
    blocks: tuple["Prose", ...]
    location: Location


Prose = Paragraph | Table | PictureRef | PullQuote | Roster | AsideRef | Note

#: The words after ``:::``, which are also the kind of the paragraphs in such a block; likewise for a note.
BLOCKS: Final = ("pull", "aside", "sign", "verse", "roster")
_KINDS: Final[dict[str, ParagraphKind]] = {"pull": "pull", "sign": "sign", "verse": "verse", "note": "note"}
#: Blocks that may contain only paragraphs.
_TEXT_ONLY: Final = ("pull", "sign", "verse", "roster", "note")
#: Default number of columns of a roster (名单), and the largest allowed.
_ROSTER_COLUMNS: Final = 4
_MOST_COLUMNS: Final = 24


def read_prose(
    text: str, path: str, first_line: int, findings: list[Finding], above: Pieces | None = (), lines: Lines = "joined"
) -> tuple[Prose, ...]:
    """The blocks of a body in order, then its notes in the order of the references. ``first_line``: the body's first
    line in the file, from 1. ``above``: pieces of the story's heads and captions, which may refer to notes too; None
    when these could not be read. ``lines``: whether line ends are joined or each line is a paragraph."""
    reader = _Reader(path, findings, above)
    text = without_remarks(text, path, findings, first_line)
    for part in parse_markdown(text, first_line, by_line=lines == "paragraphs"):
        reader.take(part)
    return reader.body()


@dataclass(slots=True)
class _Frame:
    """An open block or note, or the body itself."""

    word: str
    location: Location
    title: tuple[Piece, ...] = ()
    blocks: list[Prose] = field(default_factory=list)


class _Reader:
    """Reads the parts in order and tracks the open lists, quotes and blocks."""

    def __init__(self, path: str, findings: list[Finding], above: Pieces | None) -> None:
        self._path = path
        self._findings = findings
        self._frames = [_Frame("", Location(path))]
        self._labels: list[str] = []  # labels of the open list items; "" once printed
        self._quotes = 0
        self._grid = GridReader(Location(path))
        self._notes: list[Note] = []
        self._references = [piece for piece in above or () if piece.note]
        self._is_whole = above is not None
        self._too_deep = False

    def take(self, part: MarkdownPart) -> None:  # noqa: PLR0912  # one branch a kind
        word = self._frames[-1].word
        if word in _TEXT_ONLY and part.kind in said.PARTS:
            self._findings.append(
                said.block_content(self._at(part.line), part=said.PARTS[part.kind], block=said.block(word))
            )
        match part.kind:
            case "paragraph" | "heading":
                self._paragraph(part)
            case "item":
                self._labels.append(part.info)
            case "item_end":
                self._labels.pop()
            case "quote" | "quote_end":
                self._quotes += 1 if part.kind == "quote" else -1
            case "rule":
                self._findings.append(said.rule_not_printed(self._at(part.line)))
            case "block":
                self._open(part)
            case "note":
                title = (Piece(part.info, Location(self._path, part.line)),)
                self._frames.append(_Frame("note", Location(self._path, part.line), title))
            case "block_end" | "note_end":
                self._close(self._frames.pop())
            case "table":
                self._grid = GridReader(Location(self._path, part.line))
            case "head_row" | "row":
                self._grid.row(head=part.kind == "head_row")
            case "cell":
                self._cell(part)
            case "table_end":
                self._frames[-1].blocks.append(self._grid.table(self._findings))
            case "row_end" | "unclosed" | "too_deep":
                self._lost(part)
            case _:
                assert_never(part.kind)

    def _lost(self, part: MarkdownPart) -> None:
        """Report text that Markdown would drop silently."""
        if part.kind == "unclosed":
            self._findings.append(said.block_end(self._at(part.line), block=said.block(part.info)))
        elif part.kind == "row_end" and part.info:
            self._findings.append(said.table_row(self._at(part.line), lost=shortened(part.info)))
        elif part.kind == "too_deep" and not self._too_deep:
            self._too_deep = True
            self._findings.append(said.markdown_depth(self._at(part.line)))

    def _cell(self, part: MarkdownPart) -> None:
        for span in part.spans:
            if span.kind == "picture":
                self._findings.append(photos.picture_in_table(self._at(span.line, span.column)))
        self._grid.cell(self._pieces(part.spans), part.info)

    def _paragraph(self, part: MarkdownPart) -> None:
        frame = self._frames[-1]
        pieces = self._pieces(part.spans, by_line=frame.word in BY_LINE)
        if pieces:
            kind, label, level = self._kind(part, frame.word)
            frame.blocks.append(Paragraph(pieces, pieces[0].location, kind, label, level))
        for span in part.spans:
            if span.kind == "picture":
                place = Location(self._path, span.line, span.column)
                frame.blocks.append(self._picture(span, place))
                if frame.word in _TEXT_ONLY:
                    self._findings.append(said.picture_in_block(place, block=said.block(frame.word)))

    def _picture(self, span: TextSpan, place: Location) -> PictureRef:
        caption = self._referring(trimmed(words_of_spans(span.inner, self._path, self._findings)))
        credit = words_of(span.title, span.places, self._path, self._findings)
        return PictureRef(span.source, caption, trimmed(credit), place, self._keys(span, place))

    def _keys(self, span: TextSpan, place: Location) -> Record:
        """What stands between braces behind a picture, checked like the keys of a file."""
        entries = {}
        for each in span.keys:
            here = Location(self._path, each.line, each.value_column)
            parts = [part.strip() for part in each.value.strip("[]").replace("，", ",").split(",")]
            nodes = [ScalarNode(here, part, part) for part in parts]
            value = nodes[0] if len(nodes) == 1 else ListNode(here, tuple(nodes))
            entries[each.key] = MapEntry(Location(self._path, each.line, each.column), value)
        return read_record(MapNode(place, entries), FIGURE, Where(said.a_picture()), self._findings)

    def _kind(self, part: MarkdownPart, word: str) -> tuple[ParagraphKind, str, int]:
        """Kind, label and level of the current paragraph. A heading is one in any context: # is a section (栏目), ##
        and below are crossheads (小标题)."""
        if part.kind == "heading":
            return ("section", "", 1) if part.info == "1" else ("crosshead", "", int(part.info) - 1)
        if word in _KINDS:
            return _KINDS[word], "", 1
        if self._labels:
            # Only the first paragraph of an item has the label.
            label, self._labels[-1] = self._labels[-1], ""
            return "item", label, len(self._labels)
        return ("quote", "", self._quotes) if self._quotes else ("body", "", 1)

    def _pieces(self, spans: Sequence[TextSpan], *, by_line: bool = False) -> tuple[Piece, ...]:
        """The pieces to set. A link becomes its text, with its target. ``by_line``: line ends are kept."""
        check_spans(spans, self._path, self._findings)
        text = [span for span in spans if span.kind in ("text", "soft", "hard", "note")]
        if not by_line:
            check_joined(spans, self._path, self._findings)
        else:
            text = [span._replace(kind="hard") if span.kind == "soft" else span for span in text]
        pieces = trimmed(pieces_of(text, self._path))
        return self._referring(pieces)

    def _referring(self, pieces: Pieces) -> Pieces:
        """The pieces; records their references to notes."""
        for piece in pieces:
            if piece.note and self._frames[-1].word == "note":
                self._findings.append(said.note_in_note(piece.location, label=piece.note))
            elif piece.note:
                self._references.append(piece)
        return pieces

    def _open(self, part: MarkdownPart) -> None:
        place = Location(self._path, part.line)
        if part.info not in BLOCKS:
            self._findings.append(said.unknown_block(place, word=part.info, near=nearest(part.info, BLOCKS)))
        if part.info == "aside" and any(frame.word == "aside" for frame in self._frames):
            self._findings.append(said.aside_in_aside(place))
        title = self._title(part.spans)
        if title and part.info in ("pull", "sign", "verse"):
            self._findings.append(said.block_title(title[0].location, block=said.block(part.info)))
        self._frames.append(_Frame(part.info, place, title))

    def _title(self, spans: Sequence[TextSpan]) -> Pieces:
        """The text behind a block's word."""
        if not spans:
            return ()
        stretches = (Stretch(0, spans[0].line - 1, spans[0].column - 1),)
        return self._referring(trimmed(words_of(spans[0].text, stretches, self._path, self._findings, notes=True)))

    def _close(self, frame: _Frame) -> None:
        outer = self._frames[-1].blocks
        paragraphs = tuple(block for block in frame.blocks if isinstance(block, Paragraph))
        if not frame.blocks:
            self._findings.append(said.empty_block(frame.location, block=said.block(frame.word)))
        match frame.word:
            case "note":
                self._notes.append(Note(frame.title[0].text, paragraphs, frame.location))
            case "aside":
                outer.append(AsideRef(frame.title, tuple(frame.blocks), frame.location))
            case "pull":
                outer.append(PullQuote(paragraphs, frame.location))
            case "roster":
                from bulletin_layout.reading.story.rosters import names_of

                names = tuple(name for paragraph in paragraphs for name in names_of(paragraph.pieces))
                outer.append(Roster(names, self._columns(frame), frame.location))
            case _:
                outer.extend(frame.blocks)

    def _columns(self, frame: _Frame) -> int:
        written = "".join(piece.text for piece in frame.title)
        if not written:
            return _ROSTER_COLUMNS
        # ``[:4]``: a number of thousands of digits is refused without converting it.
        if written.isascii() and written.isdigit() and 1 <= int(written[:4]) <= _MOST_COLUMNS:
            return int(written)
        place = frame.title[0].location
        self._findings.append(roster_columns(place, text=shortened(written), most=_MOST_COLUMNS))
        return _ROSTER_COLUMNS

    def body(self) -> tuple[Prose, ...]:
        """All blocks, after the last part has been read."""
        notes = ordered_notes(self._notes, self._references, self._findings, is_whole=self._is_whole)
        return (*self._frames[0].blocks, *notes)

    def _at(self, line: int, column: int = 1) -> Location:
        return Location(self._path, line, column)
