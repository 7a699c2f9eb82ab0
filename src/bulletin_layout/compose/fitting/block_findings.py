"""Findings about blocks in their columns (图表名单的毛病): too wide or too high."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from bulletin_layout.compose.blocks.figure_rows import SetFigures
from bulletin_layout.compose.blocks.pulls import SetPull
from bulletin_layout.compose.blocks.tables import SetTable
from bulletin_layout.compose.frame.seats import Stretch
from bulletin_layout.compose.pouring.poured import Poured
from bulletin_layout.compose.text.asides import INSET, SetAside
from bulletin_layout.compose.text.items import BlockItem, Item, TextItem, place_of
from bulletin_layout.compose.text.rosters import too_wide
from bulletin_layout.compose.text.set_blocks import Blocks
from bulletin_layout.findings import Finding
from bulletin_layout.findings.catalogue import composing as said
from bulletin_layout.findings.phrases import NOTHING, Phrase
from bulletin_layout.issue import Aside


def wide_blocks(items: Sequence[Item], poured: Poured, blocks: Blocks, where: Phrase) -> list[Finding]:
    """Findings about tables and names that are wider than their columns, also inside asides."""
    widths: dict[int, float] = {}
    for block in poured.blocks:
        widths[block.item] = min(block.seat.width, widths.get(block.item, block.seat.width))
    for place in poured.lines:
        if isinstance(item := items[place.item], TextItem) and item.names:
            widths[place.item] = min(place.seats.width, widths.get(place.item, place.seats.width))
    return [
        finding
        for number, width in sorted(widths.items())
        for finding in _wide(number, items[number], width, blocks, where)
    ]


def _wide(number: int, item: Item, width: float, blocks: Blocks, where: Phrase) -> Iterator[Finding]:
    if isinstance(item, TextItem):
        for offset in too_wide(item, width):
            name = next(galley.text for start, galley in item.names if start == offset)
            yield said.name_too_wide(place_of(item.paragraph, offset), where=where, name=name)
        return
    if isinstance(item.block, Aside):
        inner, within = blocks.within(number, item.block)
        for own, part in enumerate(inner):
            yield from _wide(own, part, width - 2 * INSET * blocks.grid.em, within, where)
        return
    found = blocks.block(number, item, width)
    match found:
        case SetTable():
            if found.wanted > width + 0.01:
                yield said.table_too_wide(
                    item.block.location, where=where, columns=len(found.widths), needs=found.wanted, has=width
                )
        case SetPull() | SetFigures() | SetAside():
            pass  # set for any width
        case _:
            assert_never(found)


def too_high(items: Sequence[Item], number: int, rooms: Sequence[Sequence[Stretch]], blocks: Blocks) -> Phrase:
    """For a block that found no place: the rows that it needs and those of the highest column, if even an empty column
    is too low; else an empty phrase."""
    item = items[number]
    if not isinstance(item, BlockItem):
        return NOTHING
    runs = [run for seats in rooms for run in _runs(seats)]
    needed = [blocks.rows(number, item, width, air_above=False, air_below=False) for width, _ in runs]
    cut = (blocks.fitting(number, item, width, 0, rows, air_above=False) for width, rows in runs)
    if not runs or any(cut) or any(rows <= run for rows, (_, run) in zip(needed, runs, strict=True)):
        return NOTHING
    highest = max(rows for _, rows in runs)
    return said.too_high(min(needed), highest)


def _runs(seats: Sequence[Stretch]) -> list[tuple[float, int]]:
    """(Width, number) of each run of seats directly below one another with the same width."""
    runs: list[tuple[float, int]] = []
    before: Stretch | None = None
    for each in seats:
        end = (before.column, before.row + before.length, before.width) if before is not None else None
        more = runs.pop()[1] if end == (each.column, each.row, each.width) else 0
        runs.append((each.width, more + each.length))
        before = each
    return runs
