"""Findings about loose lines and forced breaks (疏行、强行断开), from the ledgers of lines."""

from collections.abc import Iterator, Sequence

from bulletin_layout.compose.blocks.pulls import SetPull
from bulletin_layout.compose.pouring.poured import Poured
from bulletin_layout.compose.text.asides import INSET, SetAside
from bulletin_layout.compose.text.items import BlockItem, Item, TextItem
from bulletin_layout.compose.text.line_findings import item_findings, line_findings
from bulletin_layout.compose.text.set_blocks import Blocks, SetBlock
from bulletin_layout.findings import Finding
from bulletin_layout.findings.phrases import Phrase


def loose_lines(items: Sequence[Item], poured: Poured, blocks: Blocks, where: Phrase) -> list[Finding]:
    """Findings of the lines of a slot whose gaps show, or that no rule allows; those within blocks too."""
    found: list[Finding] = []
    for place in poured.lines:
        if isinstance(item := items[place.item], TextItem):
            found += item_findings(item, place.lines, where)
    for block in poured.blocks:
        if isinstance(item := items[block.item], BlockItem):
            found += _of_block(blocks.block(block.item, item, block.seat.width), block.item, blocks, where)
    return found


def _of_block(found: SetBlock, number: int, blocks: Blocks, where: Phrase) -> Iterator[Finding]:
    if isinstance(found, SetPull):
        for paragraph, text, ahead, lines in found.paragraphs:
            yield from line_findings(text, lines, found.style, paragraph, ahead, where)
    if isinstance(found, SetAside):
        for inner in found.lines:
            if isinstance(item := found.items[inner.item], TextItem):
                yield from item_findings(item, (inner.line,), where)
        within, width = blocks.inner[number][1], found.width - 2 * INSET * blocks.grid.em
        for each in found.blocks:
            if isinstance(item := found.items[each.item], BlockItem):
                yield from _of_block(within.block(each.item, item, width), each.item, within, where)
