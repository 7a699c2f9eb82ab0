"""Findings about heads in the text that divide a word (文中标题拆词): crossheads, sections, titles of boxes."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from bulletin_layout.compose.frame.head_breaks import head_breaks
from bulletin_layout.compose.pouring.poured import Poured
from bulletin_layout.compose.text.asides import SetAside
from bulletin_layout.compose.text.items import BlockItem, Item, TextItem, place_of
from bulletin_layout.compose.text.set_blocks import Blocks
from bulletin_layout.findings import Finding
from bulletin_layout.typeset import Line, Phraser


def parted_heads(items: Sequence[Item], poured: Poured, blocks: Blocks) -> list[Finding]:
    """Findings about words that heads divide, also inside asides; lines that the author broke are not reported."""
    found = [*_parted(items, ((place.item, line) for place in poured.lines if place.is_head for line in place.lines))]
    for block in poured.blocks:
        item = items[block.item]
        aside = blocks.block(block.item, item, block.seat.width) if isinstance(item, BlockItem) else None
        if isinstance(aside, SetAside):
            found += _parted(aside.items, ((inner.item, inner.line) for inner in aside.lines))
    return found


def _parted(items: Sequence[Item], lines: Iterable[tuple[int, Line]]) -> Iterator[Finding]:
    for number, own in groupby(lines, key=lambda placed: placed[0]):
        item = items[number]
        if isinstance(item, TextItem) and item.phraser is not None:
            yield from _of_head(item, item.phraser, [line.start for _, line in own if line.start])


def _of_head(item: TextItem, phraser: Phraser, breaks: Sequence[int]) -> list[Finding]:
    return head_breaks(
        item.role, item.galley.text, breaks, item.galley.style, phraser,
        lambda at: place_of(item.paragraph, max(0, at - item.label)),
    )  # fmt: skip
