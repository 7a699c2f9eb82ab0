"""Reports of copyfitting (凑版): the contents of a slot as a row of the slot table and as findings."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from bulletin_layout.compose.fitting.block_findings import too_high
from bulletin_layout.compose.frame.doubtful import doubtful
from bulletin_layout.compose.frame.seats import Stretch, count_of, last_of
from bulletin_layout.compose.frame.threads import ThreadSlot
from bulletin_layout.compose.pouring.filling import Filled, Room
from bulletin_layout.compose.pouring.flaws import flaws, in_words
from bulletin_layout.compose.pouring.poured import Poured
from bulletin_layout.compose.text.flow import Flow
from bulletin_layout.compose.text.items import BlockItem, Item, TextItem, place_of
from bulletin_layout.compose.text.set_blocks import Blocks
from bulletin_layout.findings import Finding
from bulletin_layout.findings.catalogue import arranging
from bulletin_layout.findings.catalogue import composing as said
from bulletin_layout.findings.phrases import NOTHING, Phrase
from bulletin_layout.findings.slot_report import SlotReport
from bulletin_layout.values import NamedTuple, replace


class Counted(NamedTuple):
    """What is over and short at the end of a thread, each in 字 and 行."""

    over_chars: int
    over_lines: int
    short_chars: int
    short_lines: int


def characters(text: str) -> int:
    """The number of characters (字) other than spaces."""
    return sum(map(len, text.split()))


def _surplus(items: Sequence[Item], rest: tuple[int, int]) -> str:
    """The body text that did not fit."""
    number, offset = rest
    texts = [_text(item) for item in items[number:]]
    return texts[0][offset:] + "".join(texts[1:])


def _text(item: Item) -> str:
    """The text that counts as the story's length (字数), without tables and captions."""
    if isinstance(item, BlockItem):
        return item.text
    return "" if item.role == "byline" else item.galley.text


def _set_characters(items: Sequence[Item], poured: Poured) -> int:
    texts = [(_text(items[place.item]), place.lines) for place in poured.lines]
    total = characters("".join([text[line.start : line.end] for text, lines in texts for line in lines]))
    return total + sum(characters(_text(items[block.item])) for block in poured.blocks)


def slot_reports(filled: Filled, flow: Flow, gave: str) -> list[SlotReport]:
    """The thread's rows of the slot table. Over and short are counted at its end. ``gave``: the gives used, in
    words."""
    poured = filled.poured
    parts = filled.parts()
    ends = poured.lines[-1].column if poured.lines and poured.rest is None else -1
    reports = [
        replace(_report(room, part, flow, gave), left=_left(room, _near(parts, number), flow, ends=ends))
        for number, (room, part) in enumerate(zip(filled.rooms, parts, strict=True))
    ]
    counted = counted_in(filled, flow)
    reports[-1] = replace(
        reports[-1],
        over_chars=counted.over_chars,
        over_lines=counted.over_lines,
        short_chars=counted.short_chars,
        short_lines=counted.short_lines,
    )
    return reports


def counted_in(filled: Filled, flow: Flow) -> Counted:
    """Over and short at the end of a thread, computed without anything else."""
    poured = filled.poured
    if poured.rest is not None:
        return Counted(characters(_surplus(flow.items, poured.rest)), poured.over_lines, 0, 0)
    empty = sum(count_of(room.seats) for room in filled.rooms) - poured.used
    chars, left = 0, empty
    for room in reversed(filled.rooms):
        own = last_of(room.seats, left)
        chars, left = chars + _room_chars(room, own), left - count_of(own)
    return Counted(0, poured.over_lines, chars, empty)


def run_report(reports: Sequence[SlotReport], pages: int) -> SlotReport:
    """The rows of a running text as one. Space left on its last page is not a finding."""
    last = reports[-1]
    return replace(
        reports[0],
        room_chars=sum(report.room_chars for report in reports),
        room_lines=sum(report.room_lines for report in reports),
        set_chars=sum(report.set_chars for report in reports),
        set_lines=sum(report.set_lines for report in reports),
        over_chars=last.over_chars,
        short_chars=last.short_chars,
        short_lines=last.short_lines,
        left=_chained([arranging.on_page(report.page, report.left) for report in reports if report.left]),
        pages=pages,
    )


def _chained(parts: Sequence[Phrase]) -> Phrase:
    """The parts in one sequence."""
    if len(parts) < 2:
        return parts[0] if parts else NOTHING
    return arranging.followed(parts[0], _chained(parts[1:]))


def _near(parts: Sequence[Poured], number: int) -> Poured:
    """The text in one slot with its neighbours before and after, enough to see which lines stand alone."""
    near = parts[max(0, number - 1) : number + 2]
    lines = tuple(line for part in near for line in part.lines)
    return replace(parts[number], lines=lines, blocks=tuple(block for part in near for block in part.blocks))


def _left(room: Room, poured: Poured, flow: Flow, *, ends: int) -> Phrase:
    """The flaws of a slot in words. Columns may end before their seats do only in the one where the text ``ends``."""
    laid = room.laid
    last = 0 <= ends < laid.ends
    found = flaws(poured, room.seats, flow.items, aligned=laid.place.slot.text.balance and last)
    return in_words(found, laid.number)


def _report(room: Room, poured: Poured, flow: Flow, gave: str) -> SlotReport:
    return SlotReport(
        page=room.laid.place.page,
        slot=room.laid.place.slot.name,
        story=", ".join(story.slug for story in flow.stories),
        room_chars=_room_chars(room, room.seats),
        room_lines=count_of(room.seats),
        set_chars=_set_characters(flow.items, poured) + (room.laid.initial is not None),
        set_lines=sum(poured.rows_taken().values()),
        gave=gave,
        cut=_cut(room),
    )


def _cut(room: Room) -> Phrase:
    """What is cropped of the slot's photos, a hundredth of their area or more."""
    percents = ((name, round(share * 100)) for name, share in room.laid.photos.cut.items())
    cuts = tuple(arranging.cut(name, percent) for name, percent in percents if percent)
    return arranging.cuts(cuts) if cuts else NOTHING


def _room_chars(room: Room, seats: Sequence[Stretch]) -> int:
    """The width of some of its seats together, in whole 字 each."""
    em = room.laid.place.grid.em
    return sum([int(each.width / em + 1e-6) * each.length for each in seats])


def fit_findings(
    flow: Flow, filled: Filled, blocks: Blocks, report: SlotReport, place: ThreadSlot, spare: int
) -> list[Finding]:
    """The findings about length: overset text is an error that quotes the surplus; more than ``spare`` empty lines are
    a warning."""
    poured = filled.poured
    if poured.rest is not None:
        high = too_high(flow.items, poured.rest[0], [room.seats for room in filled.rooms], blocks)
        return [_over(flow, poured.rest, report, place.where, high)]
    if report.short_lines > spare:
        chars, lines, at = report.short_chars, report.short_lines, flow.stories[-1].location
        after = _after(report)
        return [said.short(at, where=place.where, lines=lines, chars=chars, after=after, advice=NOTHING)]
    return []


def _over(flow: Flow, rest: tuple[int, int], report: SlotReport, where: Phrase, high: Phrase) -> Finding:
    number, offset = rest
    item = flow.items[number]
    surplus = _surplus(flow.items, rest).strip()
    if isinstance(item, BlockItem):
        place, begins = item.block.location, said.surplus_block(said.BLOCKS[item.name])
    elif surplus:
        place = place_of(item.paragraph, max(0, offset - item.label))
        begins = said.surplus_from(surplus[:6])
    else:
        place, after = flow.story(number).location, _after(report)
        return said.overset_byline(place, where=where, lines=report.over_lines, after=after, advice=NOTHING)
    return said.overset(
        place,
        where=where,
        chars=report.over_chars,
        lines=report.over_lines,
        after=_after(report),
        begins=begins,
        high=high,
        advice=NOTHING,
    )


def _after(report: SlotReport) -> Phrase:
    return said.after_give(report.gave) if report.gave else NOTHING


def missing_characters(items: Sequence[Item]) -> list[Finding]:
    """Findings for characters of the body that are not set as intended, each at its place."""
    found: list[Finding] = []
    for item in items:
        if isinstance(item, TextItem) and item.role not in ("byline", "kicker", "headline", "deck", "note"):
            found += _doubtful_item(item)
    return found


def _doubtful_item(item: TextItem) -> Iterator[Finding]:
    paragraph = item.paragraph
    ends = list(accumulate(len(piece.text) for piece in paragraph.pieces))

    def is_head(offset: int) -> bool:
        at = min(bisect_right(ends, max(0, offset - item.label)), len(ends) - 1)
        return paragraph.kind in ("section", "crosshead") or "strong" in paragraph.pieces[at].emphasis

    return doubtful(item.galley.doubts, lambda offset: place_of(paragraph, max(0, offset - item.label)), is_head)
