"""Notes in the margins of a proof sheet (旁注), with a line from each change to its note (引线).

A line leaves its change between two lines of text, runs level to the edge of the page on the nearer side, and from
there to its note. Notes stand in the order of their lines, so that no two lines cross (GB/T 14706—93, 5).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from bulletin_layout.grid import Rect
from bulletin_layout.inks import Ink
from bulletin_layout.page import Mark, RuleMark
from bulletin_layout.proofing.lettering import Lettered, Letters, Words
from bulletin_layout.proofing.rounds import Box
from bulletin_layout.values import NamedTuple

_SIZE: Final = 7.0
_SMALL: Final = 5.5
_NUMBER: Final = 4.5
_AIR: Final = 3.0
_LINE: Final = 0.3
#: Lines that leave from the same gap between two lines of text stand so far apart, points.
_APART: Final = 1.1
_AIR_BELOW: Final = 1.6
#: So many points further down at most.
_MOST_BELOW: Final = 9
#: A box higher than this has other lines of text beside it.
_TALL: Final = 40.0
#: From the edge of the page to the notes.
_RUN: Final = 12.0


class Anchored(NamedTuple):
    """What a note belongs to: its box on the sheet, its number, and its words, in full and in short. ``rank``: of its
    weight, 0 is the highest: where there are more notes than room, the highest are shown."""

    box: Box
    number: int
    full: Sequence[Words]
    short: Sequence[Words]
    ink: Ink
    rank: int = 0


class _Leader(NamedTuple):
    """A note's line: from x on the change at the height of its foot, down to ``y``, then level to the margin."""

    anchored: Anchored
    x: float
    foot: float
    y: float
    right: bool


def notes(
    anchored: Sequence[Anchored],
    page: Rect,
    sheet_width: float,
    texts: Sequence[Box],
    letters: Letters,
    more: Callable[[int], Words],
) -> Iterator[Mark]:
    """The notes of a page and their lines. ``page``: where it lies on the sheet; ``texts``: the boxes of its lines of
    text and pictures, which a line should not cross; ``more``: the words for so many notes that have no room."""
    leaders = _spread([_leader(each, page, texts) for each in anchored])
    for right in (False, True):
        own = sorted((each for each in leaders if each.right is right), key=lambda each: each.y)
        x = page.right + _RUN if right else _AIR * 2
        width = (sheet_width - page.right if right else page.x) - _RUN - _AIR * 2
        yield from _side(own, page, x, width, letters, more, right=right)
    for each in anchored:
        said = Words(str(each.number), each.ink, bold=True)
        lift = 0.2 if each.box.width else 2.4  # above the arms of the mark of a gap
        yield from letters.line(said, _NUMBER, each.box.x - 0.5, each.box.y - _NUMBER - lift)


def _leader(anchored: Anchored, page: Rect, texts: Sequence[Box]) -> _Leader:
    """The line that crosses least text, to the nearer side if it can."""
    box = anchored.box
    ways = []
    for right in (False, True):
        tall = box.height > _TALL
        x = box.x + box.width / 2 if not tall else box.x + box.width if right else box.x
        first, last = (x, page.right) if right else (page.x, x)
        for y in _heights(box) if tall else _below(box):
            crossed = sum(1 for text in texts if text.x < last and text.x + text.width > first and _is_within(y, text))
            off = 0.0 if tall else y - box.y
            ways.append((crossed, off, last - first, y, right, x))
    _, _, _, y, right, x = min(ways)
    return _Leader(anchored, x, min(y, box.y + box.height), y, right)


def _below(box: Box) -> list[float]:
    """Heights at which a line may leave a word: below it, or a little further down where the text beside it stands on
    other lines, as beside a caption."""
    return [box.y + box.height + _AIR_BELOW + step for step in range(_MOST_BELOW)]


def _heights(box: Box) -> list[float]:
    """Heights at which a line may leave a picture, or a whole story."""
    count = min(60, int(box.height / 2))
    return [box.y + box.height * (at + 0.5) / count for at in range(count)]


def _is_within(y: float, text: Box) -> bool:
    return text.y < y < text.y + text.height + 0.5


def _spread(leaders: Iterable[_Leader]) -> list[_Leader]:
    """The lines at different heights where several leave from the same line of text: the nearest to the margin on
    top."""
    ordered = sorted(leaders, key=lambda each: (each.right, round(each.y), -each.x if each.right else each.x))
    found: list[_Leader] = []
    for each in ordered:
        before = found[-1] if found else None
        close = before is not None and before.right is each.right and each.y < before.y + _APART
        found.append(each._replace(y=before.y + _APART) if before is not None and close else each)
    return found


def _side(
    leaders: Sequence[_Leader],
    page: Rect,
    x: float,
    width: float,
    letters: Letters,
    more: Callable[[int], Words],
    *,
    right: bool,
) -> Iterator[Mark]:
    shown, texts = _fitted(leaders, page.height, width, letters)
    tops = _tops([each.y for each in shown], [text.height for text in texts], page)
    edge = page.right if right else page.x
    for leader, text, top in zip(shown, texts, tops, strict=True):
        yield from text.marks(x, top)
        ink = leader.anchored.ink
        # All turn level at the same distance from the page, or they would cross.
        knee, height = (x - _AIR if right else x + width + _AIR), top + _SIZE / 2
        yield RuleMark(leader.x, leader.foot, leader.x, leader.y, _LINE, ink)
        yield RuleMark(leader.x, leader.y, edge, leader.y, _LINE, ink)
        yield RuleMark(edge, leader.y, knee, height, _LINE, ink)
        if not right and x + text.width + _AIR < knee:
            yield RuleMark(knee, height, x + text.width + _AIR, height, _LINE, ink)
    if len(shown) < len(leaders):
        yield from letters.set(more(len(leaders) - len(shown)), _SMALL, width).marks(x, page.foot + _AIR)


def _fitted(
    leaders: Sequence[_Leader], height: float, width: float, letters: Letters
) -> tuple[Sequence[_Leader], list[Lettered]]:
    """The notes that have room beside a page: in full, else in short, else small, else the first of them."""
    most = int(height / (_SMALL + _AIR))
    if len(leaders) > most:
        heaviest = sorted(leaders, key=lambda each: each.anchored.rank)[:most]
        leaders = sorted(heaviest, key=lambda each: each.y)
    for size, full in ((_SIZE, True), (_SIZE, False), (_SMALL, False)):
        texts = [letters.set(each.anchored.full if full else each.anchored.short, size, width) for each in leaders]
        if sum(text.height + _AIR for text in texts) <= height:
            return leaders, texts
    count, room = 0, height
    while count < len(texts) and room > texts[count].height + _AIR:
        room -= texts[count].height + _AIR
        count += 1
    return leaders[:count], texts[:count]


def _tops(wanted: Sequence[float], heights: Sequence[float], page: Rect) -> list[float]:
    """The upper edges of notes, as near to their lines as they have room, one below another."""
    tops = []
    foot = page.y
    for y, height in zip(wanted, heights, strict=True):
        tops.append(max(foot, y - _SIZE / 2))
        foot = tops[-1] + height + _AIR
    limit = page.foot
    for at in range(len(tops) - 1, -1, -1):
        tops[at] = min(tops[at], limit - heights[at])
        limit = tops[at] - _AIR
    assert all(a <= b for a, b in pairwise(tops))
    return tops
