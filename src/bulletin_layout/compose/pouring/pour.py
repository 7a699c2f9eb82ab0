"""Pouring (灌文): puts items into seats, one after another, until items or seats are used up."""

from collections.abc import Sequence
from types import MappingProxyType

from bulletin_layout.compose.frame.seats import Stretch
from bulletin_layout.compose.pouring.poured import Breaks, Changes, Poured
from bulletin_layout.compose.pouring.progress import Pouring
from bulletin_layout.compose.pouring.seating import More, Seating
from bulletin_layout.compose.text.items import BlockItem, Item, TextItem


def pour(
    items: Sequence[Item], room: Sequence[Stretch], breaks: Breaks, changes: Changes = MappingProxyType({})
) -> Poured:
    """Pour items into seats. Text that does not fit is described by ``Poured.rest``. ``changes``: paragraphs to set a
    line longer or shorter, if that is not visible; ``Poured.refused``: those for which it is not possible."""
    pouring = Pouring(breaks, Seating(list(room)), changes)
    for number, item in enumerate(items):
        rest = pouring.place(number, item)
        if rest is not None:
            offset, over = rest
            # A surplus that starts with a whole item is counted with the items after it.
            over += _lines_of(items, range(number + (1 if over else 0), len(items)), room, breaks)
            return pouring.poured((number, offset), over)
    return pouring.poured()


def pour_on(
    breaks: Breaks,
    more: More,
    room: Sequence[Stretch] = (),
    first: int = 0,
    at: int = 0,
    changes: Changes = MappingProxyType({}),
) -> Poured:
    """Pour items from index ``first`` on into seats, for a bulletin of as many pages as it needs.

    ``room``: the seats so far, of which those before ``at`` are used; ``more``: called for the seats of one more page.
    Items that no column can hold are left out (``Poured.unplaced``).
    """
    pouring = Pouring(breaks, Seating(list(room), more), changes, at)
    for number in range(first, len(breaks.items)):
        item = breaks.items[number]
        pouring.begin()
        rest = pouring.place(number, item)
        if rest is None:
            continue
        # Text can always go on to a further page, so when it cannot, the pages have no room for text at all.
        if isinstance(item, TextItem) and not item.rows:
            return pouring.poured((number, rest[0]))
        pouring.unplaced.append(number)
    return pouring.poured()


def _lines_of(items: Sequence[Item], numbers: range, room: Sequence[Stretch], breaks: Breaks) -> int:
    """The lines that items without any room would take, at the width of the last column."""
    width = room[-1].width if room else breaks.blocks.grid.measure
    total = 0
    for number in numbers:
        item = items[number]
        if isinstance(item, BlockItem):
            total += breaks.blocks.rows(number, item, width)
        elif item.rows:
            total += item.style.space_before + breaks.head_rows(number, item, width)
        else:
            total += item.style.space_before + breaks.setting(number, item, (width,)).count
    return total
