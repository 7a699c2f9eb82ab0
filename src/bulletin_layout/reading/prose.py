"""A story's body (正文) from the parts that Markdown gives: paragraphs, crossheads, items, quotes, tables, pictures."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bulletin_layout.diagnostics import Diagnostic, Location, error, warning
from bulletin_layout.issue import Paragraph, Piece, Table
from bulletin_layout.issue.story import ParagraphKind
from bulletin_layout.reading.markdown_door import Part, Span, parse_markdown
from bulletin_layout.reading.nodes import shortened

#: What stands before and after a paragraph's text and is not of it: typed indents above all.
_BLANK = " \t\n　"
_ALIGNS: dict[str, Literal["start", "center", "end"]] = {"center": "center", "right": "end"}


@dataclass(frozen=True, slots=True)
class PictureRef:
    """A picture that the text names, not opened yet; the credit is the Markdown title."""

    source: str
    caption: str
    credit: str
    location: Location


Prose = Paragraph | Table | PictureRef


def read_prose(text: str, path: str, first_line: int, faults: list[Diagnostic]) -> tuple[Prose, ...]:
    """The blocks of a body in order; ``first_line`` is where it starts in its file."""
    reader = _Reader(path, faults)
    for part in parse_markdown(text, first_line):
        reader.take(part)
    return tuple(reader.blocks)


class _Reader:
    """Walks the parts, knowing which items and quotes are open."""

    def __init__(self, path: str, faults: list[Diagnostic]) -> None:
        self.blocks: list[Prose] = []
        self._path = path
        self._faults = faults
        self._labels: list[str] = []  # of the open items; "" once it has been printed
        self._quotes = 0
        self._rows: list[list[tuple[Piece, ...]]] = []
        self._heads = 0
        self._aligns: list[str] = []
        self._table_line = 0
        self._too_deep = False

    def take(self, part: Part) -> None:
        match part.kind:
            case "paragraph" | "heading":
                self._paragraph(part)
            case "item":
                self._labels.append(part.info)
            case "item_end":
                self._labels.pop()
            case "quote":
                self._quotes += 1
            case "quote_end":
                self._quotes -= 1
            case "table":
                self._rows, self._aligns, self._heads, self._table_line = [], [], 0, part.line
            case "head_row" | "row":
                self._rows.append([])
                self._heads += part.kind == "head_row"
            case "cell":
                self._cell(part)
            case "row_end" if part.info:
                message = f'this row has more cells than the table\'s head: "{shortened(part.info)}" would be lost'
                self._faults.append(error("table-row", message, Location(self._path, part.line)))
            case "table_end":
                self._table()
            case "rule":
                place = Location(self._path, part.line)
                self._faults.append(warning("not-applied", "a rule (---) in the text is not printed", place))
            case "too_deep" if not self._too_deep:
                self._too_deep = True
                message = "lists, quotes or brackets within one another this deep cannot be read: text would be lost"
                self._faults.append(error("markdown-depth", message, Location(self._path, part.line)))

    def _paragraph(self, part: Part) -> None:
        pieces = pieces_of(self._text(part), self._path)
        if pieces:
            kind, label, level = self._kind(part)
            self.blocks.append(Paragraph(pieces, pieces[0].location, kind, label, level))
        for span in part.spans:
            if span.kind == "picture":
                place = Location(self._path, span.line, span.column)
                self.blocks.append(PictureRef(span.source, span.text, span.title, place))

    def _text(self, part: Part) -> list[Span]:
        """What is set as text. A link's words are; its address is not, which is said."""
        words = "".join(span.text for span in part.spans)
        for span in part.spans:
            if span.kind == "link" and span.source not in words:
                message = (
                    f"the link's address {shortened(span.source, 60)} is not printed: write it out if it should be"
                )
                place = Location(self._path, span.line, span.column)
                self._faults.append(warning("not-applied", message, place))
        return [span for span in part.spans if span.kind not in ("picture", "link")]

    def _kind(self, part: Part) -> tuple[ParagraphKind, str, int]:
        """Kind, label and level of a paragraph here. A crosshead (小标题) is one wherever it stands."""
        if part.kind == "heading":
            return "crosshead", "", max(1, int(part.info) - 1)
        if self._labels:
            label, self._labels[-1] = self._labels[-1], ""
            return "item", label, len(self._labels)
        return ("quote", "", self._quotes) if self._quotes else ("body", "", 1)

    def _cell(self, part: Part) -> None:
        for span in part.spans:
            if span.kind == "picture":
                place = Location(self._path, span.line, span.column)
                self._faults.append(error("unplaced-photo", "a picture cannot stand in a table", place))
        self._rows[-1].append(pieces_of(self._text(part), self._path))
        if len(self._rows) == 1:
            self._aligns.append(part.info)

    def _table(self) -> None:
        rows = tuple(tuple(row) for row in self._rows)
        aligns = tuple(_ALIGNS.get(align, "start") for align in self._aligns)
        self.blocks.append(Table(rows, aligns, Location(self._path, self._table_line), self._heads))


def pieces_of(spans: Sequence[Span], path: str) -> tuple[Piece, ...]:
    """Spans as pieces: line ends resolved, neighbours in one style on one line joined, blanks at both ends removed."""
    joined: list[Piece] = []
    for before, span, after in zip((None, *spans), spans, (*spans[1:], None), strict=False):
        text = span.text if span.kind == "text" else "\n"
        if span.kind == "soft":
            text = " " if before and after and _spaced(before.text, after.text) else ""
        last = joined[-1] if joined else None
        if not text:
            continue
        here = Location(path, span.line, span.column)
        if last is not None and last.emphasis == span.emphasis and _meets(last, here):
            joined[-1] = replace(last, text=last.text + text)
        else:
            joined.append(Piece(text, here, span.emphasis))
    return _trimmed(joined)


def _meets(piece: Piece, here: Location) -> bool:
    at = piece.location
    return at.line == here.line and at.column + len(piece.text) == here.column


def _spaced(before: str, after: str) -> bool:
    """Whether a line end between two texts is a space: between Latin, not beside Han or its marks."""
    return not any(unicodedata.east_asian_width(char) in "WFA" for char in (before[-1:], after[:1]) if char)


def _trimmed(pieces: list[Piece]) -> tuple[Piece, ...]:
    while pieces and not pieces[0].text.lstrip(_BLANK):
        pieces.pop(0)
    while pieces and not pieces[-1].text.rstrip(_BLANK):
        pieces.pop()
    if pieces:
        first = pieces[0]
        kept = first.text.lstrip(_BLANK)
        at = first.location
        moved = Location(at.path, at.line, at.column + len(first.text) - len(kept))
        pieces[0] = replace(first, text=kept, location=moved)
        pieces[-1] = replace(pieces[-1], text=pieces[-1].text.rstrip(_BLANK))
    return tuple(pieces)
