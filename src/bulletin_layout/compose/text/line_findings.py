"""Lines that were set loose, or broken by force (疏行、强行断开), by their ledgers."""

from collections.abc import Iterable, Iterator
from math import inf

from bulletin_layout.compose.text.items import TextItem, place_of
from bulletin_layout.findings import Finding
from bulletin_layout.findings.catalogue import lines as said
from bulletin_layout.findings.phrases import Phrase
from bulletin_layout.issue import Paragraph, Style
from bulletin_layout.typeset import Line

#: Characters of a line that a finding quotes.
_QUOTED = 6


def item_findings(item: TextItem, lines: Iterable[Line], where: Phrase) -> Iterator[Finding]:
    """What is wrong with lines of an item. Rosters are spread on purpose (均排), so theirs are left out."""
    if item.names:
        return iter(())
    return line_findings(item.galley.text, lines, item.style, item.paragraph, item.label, where)


def line_findings(
    text: str, lines: Iterable[Line], style: Style, paragraph: Paragraph, ahead: int, where: Phrase
) -> Iterator[Finding]:
    """What is wrong with lines of a text, which is a paragraph after ``ahead`` further characters."""
    limit = style.loose_limit if style.align == "justify" else inf
    for line in lines:
        forced, gap = line.ledger.forced, line.ledger.gap
        if forced or gap > limit:
            place = place_of(paragraph, max(0, line.start - ahead))
            words = text[line.start : line.end].strip()[:_QUOTED]
            if forced:
                yield said.forced_line(place, where=where, words=words)
            else:
                yield said.loose_line(place, where=where, words=words, gap=gap, limit=limit)
