"""Spans of a paragraph as pieces (文字段): line ends resolved, neighbours of the same style joined, blanks trimmed."""

import unicodedata
from collections.abc import Sequence

from bulletin_layout.findings import Location
from bulletin_layout.issue import Piece
from bulletin_layout.reading.story.links import link_of
from bulletin_layout.reading.story.spans import TextSpan
from bulletin_layout.values import replace

#: Blanks that do not belong to a paragraph's text, above all typed indents.
_BLANK = " \t\n\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"


def pieces_of(spans: Sequence[TextSpan], path: str) -> tuple[Piece, ...]:
    """Spans as pieces: line ends resolved, neighbours of the same style on one line joined."""
    joined: list[Piece] = []
    for before, span, after in zip((None, *spans), spans, (*spans[1:], None), strict=False):
        text = span.text if span.kind in ("text", "note") else "\n"
        if span.kind == "soft":
            text = " " if before and after and _spaced(before.text, after.text) else ""
        if not text:
            continue
        note = span.text if span.kind == "note" else ""
        mark = span.mark
        if span.kind == "soft" and before and after and before.mark == after.mark:
            mark = before.mark  # so that a space within underlined words is underlined too
        place = Location(path, span.line, span.column)
        link = (span.link and link_of(span.link)) or ""
        piece = Piece(text, place, span.emphasis, mark, span.ruby, note, link, span.shift)
        if joined and _continues(joined[-1], piece):
            joined[-1] = replace(joined[-1], text=joined[-1].text + text)
        else:
            joined.append(piece)
    return tuple(joined)


def _continues(piece: Piece, after: Piece) -> bool:
    """Whether a piece has the same style as another one and starts where that ends."""
    at, here = piece.location, after.location
    meets = at.line == here.line and at.column + len(piece.text) == here.column
    style, other = ((one.emphasis, one.mark, one.ruby, one.note, one.link, one.shift) for one in (piece, after))
    return meets and style == other and not piece.note


def _spaced(before: str, after: str) -> bool:
    """Whether a line end between two texts becomes a space: between Latin text, not beside Han or Chinese
    punctuation."""
    # A (ambiguous) includes “ ” … — · of Chinese text, which need no space either.
    return not any(unicodedata.east_asian_width(char) in "WFA" for char in (before[-1:], after[:1]) if char)


def trimmed(found: Sequence[Piece]) -> tuple[Piece, ...]:
    """Pieces without blanks at both ends, including typed indents."""
    pieces = [*found]
    while pieces and not pieces[0].text.lstrip(_BLANK):
        pieces.pop(0)
    while pieces and not pieces[-1].text.rstrip(_BLANK):
        pieces.pop()
    if pieces and pieces[0].text[0] in _BLANK:
        first = pieces[0]
        kept = first.text.lstrip(_BLANK)
        at = first.location
        moved = Location(at.path, at.line, at.column + len(first.text) - len(kept))
        pieces[0] = replace(first, text=kept, location=moved)
    if pieces and pieces[-1].text[-1] in _BLANK:
        pieces[-1] = replace(pieces[-1], text=pieces[-1].text.rstrip(_BLANK))
    return tuple(pieces)
