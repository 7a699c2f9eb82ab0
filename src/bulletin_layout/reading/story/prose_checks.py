"""What a story's text names and does not say right: notes, links, marks between braces, lines that end no block."""

import re
from collections.abc import Sequence
from urllib.parse import unquote

from bulletin_layout.findings import Finding, Location, error, warning
from bulletin_layout.issue import Note, Piece
from bulletin_layout.reading.schema.check import nearest
from bulletin_layout.reading.sources.nodes import shortened
from bulletin_layout.reading.story.links import link_of
from bulletin_layout.reading.story.markdown_parts import MARKS, SHIFTS, TextSpan


def check_spans(spans: Sequence[TextSpan], path: str, findings: list[Finding], *, is_template: bool = False) -> None:
    """Report what a text's spans have that is not printed, or not read as it was meant. ``is_template``: braces hold
    names there, and these are checked elsewhere."""
    for before, span in zip((None, *spans), spans, strict=False):
        place = Location(path, span.line, span.column)
        if span.kind == "link" and link_of(span.source) is None:
            message = (
                f"a click cannot lead to {shortened(unquote(span.source), 60)}: write an address with https://, "
                "http://, mailto: or tel:, or the file of a story of this issue (name.md)"
            )
            findings.append(warning("link-address", message, place))
        elif span.kind == "unknown":
            known = (*(f".{mark}" for mark in (*MARKS, *SHIFTS)), 'ruby="…"')
            findings.append(error("unknown-mark", f'there is no mark "{span.text}"{nearest(span.text, known)}', place))
        elif span.kind == "broken":
            message = "ruby stands over plain text on one line: put other marks around its brackets"
            findings.append(error("ruby", message, place))
        elif span.kind == "text" and re.fullmatch(r"\s*:{3,}\s*", span.text):
            findings.append(error("block-end", "this line ends a block, and none is open", place))
        elif not is_template and span.text.startswith("{") and before is not None and before.text.endswith("]"):
            message = (
                'the marks between these braces cannot be read: write {.dots}, {.under}, {.sup}, {.sub} or {ruby="…"}'
            )
            findings.append(warning("unknown-mark", message, place))


def ordered_notes(
    notes: Sequence[Note], references: Sequence[Piece], findings: list[Finding], *, is_whole: bool = True
) -> tuple[Note, ...]:
    """The notes in the order of the references to them; each has one at least, and each reference has its note.
    ``is_whole``: these are all references that there are."""
    known: dict[str, Note] = {}
    wanted = dict.fromkeys(piece.note for piece in references)
    for note in notes:
        if note.label in known:
            message = f"there are two notes [^{note.label}]: the other is in line {known[note.label].location.line}"
            findings.append(error("note-twice", message, note.location))
        elif is_whole and note.label not in wanted:
            message = f"the text refers to this note nowhere: write [^{note.label}] where it belongs"
            findings.append(error("unplaced-note", message, note.location))
        known.setdefault(note.label, note)
    for piece in references:
        if piece.note not in known:
            message = f"there is no note to this: write [^{piece.note}]: and its text on a line of their own"
            findings.append(error("missing-note", message, piece.location))
    return tuple(known[label] for label in wanted if label in known)
