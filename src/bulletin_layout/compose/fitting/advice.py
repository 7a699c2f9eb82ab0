"""Advice for findings of over and short (建议): how much to cut or write, or how to change a photo. All advice is tried
before it is given."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from bulletin_layout.compose.fitting.bend import Bent, in_words
from bulletin_layout.compose.fitting.reporting import characters, counted_in
from bulletin_layout.compose.fitting.slots import Composition
from bulletin_layout.compose.fitting.tries import Tried, Tries
from bulletin_layout.compose.frame.runs import type_runs
from bulletin_layout.compose.frame.threads import Thread
from bulletin_layout.compose.pouring.filling import fill
from bulletin_layout.compose.pouring.poured import Breaks
from bulletin_layout.compose.text.items import Item, TextItem
from bulletin_layout.findings.catalogue import composing as said
from bulletin_layout.findings.phrases import refilled
from bulletin_layout.typeset import Galley, TextRun, prepare
from bulletin_layout.values import replace

#: Number of heights of a photo that are tried.
_ADVISABLE: Final = 4
#: Lines that may have to be cut in addition to those over: a byline at the end needs room as well.
_MORE_LINES: Final = 2


def advised(composed: Composition, thread: Thread, bents: Sequence[Bent], tries: Tries) -> Composition:
    """The composition with advice in its finding of over or short; for short only if the layout allows any change at
    all. ``bents``: all that the slots may give."""
    finding = next((each for each in composed[-1].findings if each.code in ("overset", "short")), None)
    gives = any(place.slot.give for place in thread.places)
    if finding is None or not (gives or finding.code == "overset"):
        return composed
    over = finding.code == "overset"
    chars = _to_cut(thread, tries.of(thread, bents)) if over else composed[-1].report.short_chars
    ways = [(said.cut if over else said.write)(chars)] if chars else []
    photo = _more_of_photo(thread, bents, tries)
    ways += [said.allow(in_words([photo]))] if photo else []
    if not ways:
        return composed
    advice = said.advice(said.either(*ways) if len(ways) > 1 else ways[0])
    advised = replace(finding, says=refilled(finding.says, advice=advice))
    findings = tuple(advised if each is finding else each for each in composed[-1].findings)
    return (*composed[:-1], replace(composed[-1], findings=findings))


def _more_of_photo(thread: Thread, bents: Sequence[Bent], tries: Tries) -> Bent | None:
    """The nearest height of a photo beyond its limit with which the slot is filled; None: there is none."""
    give = next((each for place in thread.places for each in place.slot.give if each.kind == "photo.height"), None)
    if give is None:
        return None
    tried, side = tries.of(thread, bents), tries.of(thread).side
    columns = sum(len(room.laid.columns) for room in tried.filled.rooms)
    first = max(1, -(-tried.missing[0] // max(1, columns)))  # one row of a photo is at most one line in each column
    limit, sign = (give.low, -1) if side > 0 else (give.high, 1)
    rest = [bent for bent in bents if bent[0] is not give]
    for more in range(first, first + _ADVISABLE):
        now = tries.of(thread, [(give, limit + sign * more), *rest]).side
        if now != side:
            return (give, limit + sign * more) if side > 0 or not now else None
    return None


def _to_cut(thread: Thread, tried: Tried) -> int:
    """The number of 字 to cut at the story's end so that it fits; 0: no number near what is over is enough."""
    over = tried.counted.over_chars
    measure = max((each.width for room in tried.filled.rooms for each in room.seats), default=0.0)
    most = over + _MORE_LINES * int(measure / tried.last.place.grid.em)

    def enough(count: int) -> bool:
        less = without_end(tried, count, thread)
        return less is not None and less.side <= 0

    if over and enough(over):
        return over
    return over + 1 + bisect_left(range(over + 1, most), True, key=enough) if enough(most) else 0


def without_end(tried: Tried, count: int, thread: Thread) -> Tried | None:
    """The try repeated with ``count`` 字 less at the end of the text; None if the text ends with a block."""
    items = list(tried.flow.items)
    bylines: list[Item] = []
    tail = None
    while count and items:
        item = items.pop()
        if not isinstance(item, TextItem):
            return None
        if item.role == "byline":
            bylines.append(item)
            continue
        tail = tail or item.tail
        rest = characters(item.galley.text) - count
        if rest > 0:
            items.append(_beginning(item, rest, tried, tail))
        count = max(0, -rest)
    blocks = tried.breaks.blocks
    # Settings of all items but the last are still valid; breaking is the expensive part.
    same = {key: known for key, known in tried.breaks.known.items() if key[0] < len(items) - 1}
    items += bylines
    flow = replace(tried.flow, items=tuple(items))
    breaks = Breaks(flow.items, blocks, same)
    filled = fill([room.laid for room in tried.filled.rooms], flow, breaks, thread)
    return Tried(flow, breaks, filled, counted_in(filled, flow))


def _beginning(item: TextItem, count: int, tried: Tried, tail: Galley | None) -> TextItem:
    """The first ``count`` 字 of a paragraph; ``tail``: the byline at the end of the story."""
    label = item.galley.text[: item.label]
    count -= characters(label)
    pieces = []
    for piece in item.paragraph.pieces:
        ends = [k for k, char in enumerate(piece.text, start=1) if not char.isspace()]
        pieces.append(replace(piece, text=piece.text[: ends[count - 1]]) if count < len(ends) else piece)
        count -= len(ends)
        if count <= 0:
            break
    styles = tried.filled.rooms[0].laid.place.slot.styles
    runs = type_runs(pieces, item.style, styles)
    runs = (TextRun(label, item.style), *runs) if label else runs
    galley = prepare(runs, item.style, tried.breaks.blocks.book, label=len(label))
    return replace(item, galley=galley, tail=tail, names=())
