"""Findings about loose lines and forced breaks (疏行、强行断开), from the ledgers of lines."""

from collections.abc import Iterator, Sequence

from bulletin_layout.compose.pouring.poured import Poured
from bulletin_layout.compose.text.asides import SetAside
from bulletin_layout.compose.text.items import BlockItem, Item, TextItem, place_of
from bulletin_layout.compose.text.set_blocks import Blocks
from bulletin_layout.findings import Finding
from bulletin_layout.findings.catalogue.lines import forced_line, loose_line
from bulletin_layout.findings.phrases import Phrase
from bulletin_layout.typeset import Line

#: Number of characters with which a finding quotes a line.
_NAMED_BY = 6


def loose_lines(items: Sequence[Item], poured: Poured, blocks: Blocks, where: Phrase) -> list[Finding]:
    """Findings about lines that are too loose, or that violate a rule, also inside asides."""
    found = [each for placed in poured.lines for each in _of_line(items[placed.item], placed.line, where)]
    for block in poured.blocks:
        item = items[block.item]
        setting = blocks.block(block.item, item, block.seat.width) if isinstance(item, BlockItem) else None
        if isinstance(setting, SetAside):
            for inner in setting.lines:
                found += _of_line(setting.items[inner.item], inner.line, where)
    return found


def _of_line(item: Item, line: Line, where: Phrase) -> Iterator[Finding]:
    if not isinstance(item, TextItem) or item.names:  # names are spread on purpose (均排)
        return
    words = item.galley.text[line.start : line.end].strip()[:_NAMED_BY]
    place = place_of(item.paragraph, max(0, line.start - item.label))
    if line.ledger.forced:
        yield forced_line(place, where=where, words=words)
    elif item.style.align == "justify" and line.ledger.gap > item.style.loose_limit:
        yield loose_line(place, where=where, words=words, gap=line.ledger.gap, limit=item.style.loose_limit)
