"""Checks a story's text for wrong notes, links and marks in braces, and for block ends without a block."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from urllib.parse import unquote

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import markup
from bulletin_layout.findings.catalogue import stories as said
from bulletin_layout.findings.nearest import nearest
from bulletin_layout.issue import Note, Piece
from bulletin_layout.reading.sources.nodes import shortened
from bulletin_layout.reading.story.line_starts import ends_sentence
from bulletin_layout.reading.story.links import link_of
from bulletin_layout.reading.story.spans import MARKS, SHIFTS, TextSpan


def check_spans(spans: Sequence[TextSpan], path: str, findings: list[Finding], *, is_template: bool = False) -> None:
    """Report spans that are not printed or were probably meant otherwise. ``is_template``: braces hold names, which
    are checked elsewhere."""
    for before, span in zip((None, *spans), spans, strict=False):
        if span.kind == "text" and span.text.lstrip()[:1] not in (":", "{"):
            continue
        place = Location(path, span.line, span.column)
        if span.kind == "link" and link_of(span.source) is None:
            findings.append(said.link_address(place, address=shortened(unquote(span.source), 60)))
        elif span.kind == "unknown":
            known = (*(f".{mark}" for mark in (*MARKS, *SHIFTS)), 'ruby="…"')
            findings.append(said.unknown_mark(place, mark=span.text, near=nearest(span.text, known)))
        elif span.kind == "leftover":
            findings.append(markup.leftover_mark(place, mark=shortened(span.text)))
        elif span.kind == "broken":
            findings.append(said.ruby(place))
        elif span.kind == "text" and re.fullmatch(r"\s*:{3,}\s*", span.text):
            findings.append(said.no_block_open(place))
        elif not is_template and span.text.startswith("{") and before is not None and before.text.endswith("]"):
            findings.append(said.unread_mark(place))


def check_joined(spans: Sequence[TextSpan], path: str, findings: list[Finding]) -> None:
    """Report lines joined to a line that ends a sentence: an empty line may be missing between them."""
    lines = list(_text_lines(spans))
    for (before, first, _), (after, second, is_soft) in pairwise(lines):
        if is_soft and ends_sentence(before):
            place = Location(path, second.line, second.column)
            words, mark = shortened(after, 12), before.rstrip()[-1:]
            findings.append(markup.joined_lines(place, line=second.line, before=first.line, words=words, mark=mark))


def _text_lines(spans: Sequence[TextSpan]) -> Iterator[tuple[str, TextSpan, bool]]:
    """The lines of a paragraph that hold text: the text, its first span, and whether Markdown joins it to the line
    before."""
    words: list[str] = []
    first, is_soft = None, False
    for span in spans:
        if span.kind == "text":
            first = first or span
            words.append(span.text)
        elif span.kind in ("soft", "hard"):
            if first is not None:
                yield "".join(words), first, is_soft
                words, first, is_soft = [], None, True
            is_soft = is_soft and span.kind == "soft"
    if first is not None:
        yield "".join(words), first, is_soft


def ordered_notes(
    notes: Sequence[Note], references: Sequence[Piece], findings: list[Finding], *, is_whole: bool = True
) -> tuple[Note, ...]:
    """The notes in the order of the references. Reports notes without a reference and references without a note.
    ``is_whole``: all references of the story are known."""
    known: dict[str, Note] = {}
    wanted = dict.fromkeys(piece.note for piece in references)
    for note in notes:
        if note.label in known:
            line = known[note.label].location.line
            findings.append(said.note_twice(note.location, label=note.label, line=line))
        elif is_whole and note.label not in wanted:
            findings.append(said.unplaced_note(note.location, label=note.label))
        known.setdefault(note.label, note)
    for piece in references:
        if piece.note not in known:
            findings.append(said.missing_note(piece.location, label=piece.note))
    return tuple(known[label] for label in wanted if label in known)
