"""Texts other than a story's body (正文以外的文字): heads, captions, furniture, read by the same inline rules."""

import re
from collections.abc import Sequence
from typing import Final
from urllib.parse import unquote

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import markup, photos, stories
from bulletin_layout.issue import Pieces
from bulletin_layout.reading.sources.nodes import ScalarNode
from bulletin_layout.reading.sources.remarks import hidden
from bulletin_layout.reading.story.markdown_adapter import parse_inline
from bulletin_layout.reading.story.pieces import pieces_of, trimmed
from bulletin_layout.reading.story.places import Stretch, place_of
from bulletin_layout.reading.story.prose_checks import check_spans
from bulletin_layout.reading.story.scalar_places import scalar_stretches
from bulletin_layout.reading.story.spans import TextSpan
from bulletin_layout.values import replace

#: A name in braces within an address, percent-encoded by Markdown.
_FIELD: Final = re.compile("%7B((?:(?!%7B).)*?)%7D", re.IGNORECASE)


def read_words(node: ScalarNode | None, findings: list[Finding], *, notes: bool = False) -> Pieces:
    """A value of a YAML file as pieces, without blanks at its ends; line ends are kept. None gives no pieces.
    ``notes``: it may refer to notes."""
    return trimmed(_words(node, findings, notes=notes)) if node is not None else ()


def read_label(node: ScalarNode | None, findings: list[Finding]) -> Pieces:
    """A value of a YAML file as pieces, with the blanks at its ends."""
    return _words(node, findings) if node is not None else ()


def read_template(node: ScalarNode | None, findings: list[Finding]) -> Pieces:
    """A template as pieces, with its blanks. Braces around names stay text at this stage, also within addresses."""
    pieces = _words(node, findings, is_template=True) if node is not None else ()
    return tuple(
        replace(piece, link=_FIELD.sub(lambda name: f"{{{unquote(name[1])}}}", piece.link)) if piece.link else piece
        for piece in pieces
    )


def _words(node: ScalarNode, findings: list[Finding], *, notes: bool = False, is_template: bool = False) -> Pieces:
    places, path = scalar_stretches(node), node.location.path
    return words_of(node.text, places, path, findings, notes=notes, is_template=is_template)


def without_remarks(text: str, path: str, findings: list[Finding], first_line: int = 1) -> str:
    """A text of whole lines with its remarks hidden; ``first_line``: its first line in the file, from 1."""
    text, unclosed = hidden(text)
    if unclosed is not None:
        column = unclosed - text.rfind("\n", 0, unclosed)
        findings.append(_endless(Location(path, first_line + text.count("\n", 0, unclosed), column)))
    return text


def _endless(place: Location) -> Finding:
    """The finding for a remark that is never closed and would hide everything after it."""
    return markup.open_remark(place)


def words_of(
    text: str,
    stretches: Sequence[Stretch],
    path: str,
    findings: list[Finding],
    *,
    notes: bool = False,
    is_template: bool = False,
) -> Pieces:
    """A text as pieces; ``stretches``: its places in the file, lines from 0."""
    text, unclosed = hidden(text)
    if unclosed is not None:
        line, column = place_of(unclosed, stretches)
        findings.append(_endless(Location(path, line + 1, column + 1)))
    spans = parse_inline(text, stretches, notes=notes)
    if spans is None:
        place = Location(path, stretches[0].line + 1, stretches[0].column + 1)
        findings.append(stories.brackets_depth(place))
        return ()
    return words_of_spans(spans, path, findings, is_template=is_template)


def words_of_spans(
    spans: Sequence[TextSpan], path: str, findings: list[Finding], *, is_template: bool = False
) -> Pieces:
    """Spans as pieces, with line ends kept. A picture among them is reported."""
    check_spans(spans, path, findings, is_template=is_template)
    for span in spans:
        if span.kind == "picture":
            place = Location(path, span.line, span.column)
            findings.append(photos.picture_in_text(place))
    kept = [span._replace(kind="hard") if span.kind == "soft" else span for span in spans]
    return pieces_of([span for span in kept if span.kind in ("text", "hard", "note")], path)
