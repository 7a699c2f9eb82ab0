"""Lines that were set loose, or broken by force (疏行、强行断开), by their ledgers."""

from collections.abc import Iterator

from bulletin_layout.compose.text.items import TextItem, place_of
from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue.lines import forced_line, loose_line
from bulletin_layout.findings.phrases import Phrase
from bulletin_layout.issue import Style
from bulletin_layout.typeset import Line

#: Characters of a line that a finding quotes.
_QUOTED = 6


def item_findings(item: TextItem, line: Line, where: Phrase) -> Iterator[Finding]:
    """What is wrong with a line of an item. Rosters are spread on purpose (均排), so theirs are left out."""
    if not item.names:
        place = place_of(item.paragraph, max(0, line.start - item.label))
        yield from line_findings(item.galley.text, line, item.style, place, where)


def line_findings(text: str, line: Line, style: Style, place: Location, where: Phrase) -> Iterator[Finding]:
    """What is wrong with a line of a text that stands at ``place`` of its file."""
    words = text[line.start : line.end].strip()[:_QUOTED]
    if line.ledger.forced:
        yield forced_line(place, where=where, words=words)
    elif style.align == "justify" and line.ledger.gap > style.loose_limit:
        yield loose_line(place, where=where, words=words, gap=line.ledger.gap, limit=style.loose_limit)
