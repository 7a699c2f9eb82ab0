"""Proof marks (校对符号) after GB/T 14706—93, drawn round what changed; no mark hides a character.

The page shows the new text, so that a mark says what was carried out: the ring of 改正 stands round the new words, and
the sign of 删除 at the gap.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import cos, pi, sin
from typing import Final, assert_never

from bulletin_layout.inks import Ink
from bulletin_layout.page import Mark, RuleMark
from bulletin_layout.proofing.changes import Change
from bulletin_layout.proofing.lettering import frame
from bulletin_layout.proofing.rounds import Box

_THIN: Final = 0.45
_AIR: Final = 0.8
_CORNER: Final = 2.0
#: Straight pieces of a quarter circle, and arms of brackets, points.
_PIECES: Final = 3
_ARM: Final = 5.0
#: Words longer than so many lines are not ringed: brackets at both ends say as much.
_RINGED: Final = 3
_MOST_TRIANGLES: Final = 12


def signs(change: Change, boxes: Sequence[Box], ink: Ink) -> Iterator[Mark]:
    """The marks of a change at ``boxes``, on the coordinates of the sheet."""
    if not boxes:
        return
    if change.role in ("photo", "page"):
        yield from (side for box in boxes for side in frame(box.x, box.y, box.width, box.height, ink, 1.2))
        return
    match change.kind:
        case "story-new" | "story-moved" | "rewrite" | "story-gone":
            yield from (_bar(box, ink) for box in boxes)
        case "delete":
            yield from _gap(boxes[0], ink)
        case "insert":
            yield from _inserted(boxes, ink)
        case "split":
            yield from _new_paragraph(boxes[0], ink)
        case "join":
            yield from _run_on(boxes[0], ink)
        case "style":
            yield from (_under(box, ink) for box in boxes)
        case "restore":
            yield from _kept(boxes, ink) if boxes[0].width else _gap(boxes[0], ink)
        case "replace" | "move":
            yield from _around(boxes, ink)
        case "photo-new" | "photo-gone" | "photo-swapped" | "photo-moved" | "photo-cropped" | "page-new" | "page-gone":
            pass  # their roles tell them above
        case _:
            assert_never(change.kind)


def origin(change: Change, gap: Box, ink: Ink) -> Iterator[Mark]:
    """The mark where something was taken from that stands elsewhere now (转移)."""
    assert change.kind == "move"
    yield from _gap(gap, ink)


def _around(boxes: Sequence[Box], ink: Ink) -> Iterator[Mark]:
    """A ring round words (改正), or brackets round a longer text."""
    if len(boxes) <= _RINGED:
        yield from (side for box in boxes for side in _ring(box, ink))
        return
    first, last = boxes[0], boxes[-1]
    left, top = first.x - _AIR, first.y - _AIR
    right, foot = last.x + last.width + _AIR, last.y + last.height + _AIR
    for ends in ((left, top, left + _ARM, top), (left, top, left, top + first.height + _AIR)):
        yield RuleMark(*ends, 0.8, ink, round=True)
    for ends in ((right, foot, right - _ARM, foot), (right, foot, right, foot - last.height - _AIR)):
        yield RuleMark(*ends, 0.8, ink, round=True)


def _ring(box: Box, ink: Ink) -> Iterator[Mark]:
    """A rectangle with round corners, outside the characters."""
    left, top = box.x - _AIR, box.y - _AIR
    right, foot = box.x + box.width + _AIR, box.y + box.height + _AIR
    r = min(_CORNER, (right - left) / 2, (foot - top) / 2)
    corners = (
        (right - r, top + r, -pi / 2),
        (right - r, foot - r, 0.0),
        (left + r, foot - r, pi / 2),
        (left + r, top + r, pi),
    )
    path = [
        (x + r * cos(turn + step * pi / 2 / _PIECES), y + r * sin(turn + step * pi / 2 / _PIECES))
        for x, y, turn in corners
        for step in range(_PIECES + 1)
    ]
    yield from _path([*path, path[0]], ink)


def _path(points: Sequence[tuple[float, float]], ink: Ink, width: float = _THIN) -> Iterator[Mark]:
    for (x1, y1), (x2, y2) in pairwise(points):
        yield RuleMark(x1, y1, x2, y2, width, ink, round=True)


def _under(box: Box, ink: Ink) -> Mark:
    foot = box.y + box.height + _AIR
    return RuleMark(box.x, foot, box.x + box.width, foot, 0.6, ink)


def _inserted(boxes: Sequence[Box], ink: Ink) -> Iterator[Mark]:
    """A line under what came in, with the sign of 增补 below its beginning."""
    if len(boxes) > _RINGED:
        yield from _around(boxes, ink)
        return
    yield from (_under(box, ink) for box in boxes)
    x, foot = boxes[0].x, boxes[0].y + boxes[0].height + _AIR
    yield from _path([(x - 1.5, foot + 2.2), (x, foot), (x + 1.5, foot + 2.2)], ink, 0.6)


def _gap(box: Box, ink: Ink) -> Iterator[Mark]:
    """What was struck out stood here: a stroke between the characters, open above and below (删除)."""
    x, top, foot = box.x, box.y - _AIR, box.y + box.height + _AIR
    yield RuleMark(x, top, x, foot, _THIN, ink)
    for y, way in ((top, -1.8), (foot, 1.8)):
        yield from _path([(x - 1.8, y + way), (x, y), (x + 1.8, y + way)], ink, 0.6)


def _new_paragraph(box: Box, ink: Ink) -> Iterator[Mark]:
    """另起段: a bracket before the paragraph's first character."""
    x, top, foot = box.x - 2.5, box.y - _AIR, box.y + box.height + _AIR
    yield from _path([(x + _ARM, top), (x, top), (x, foot), (x - _ARM, foot)], ink, 0.8)


def _run_on(box: Box, ink: Ink) -> Iterator[Mark]:
    """接排: a curve below both sides of the join."""
    foot = box.y + box.height + _AIR
    arc = [(box.x + _ARM * cos(pi - step * pi / 6), foot + 2.0 * sin(step * pi / 6)) for step in range(7)]
    yield from _path(arc, ink, 0.8)


def _kept(boxes: Iterable[Box], ink: Ink) -> Iterator[Mark]:
    """保留: a triangle below each character."""
    for box in boxes:
        count = max(1, min(_MOST_TRIANGLES, round(box.width / max(1.0, box.height))))
        for number in range(count):
            x, foot = box.x + box.width * (number + 0.5) / count, box.y + box.height + _AIR
            yield from _path([(x, foot), (x + 1.6, foot + 2.4), (x - 1.6, foot + 2.4), (x, foot)], ink)


def _bar(box: Box, ink: Ink) -> Mark:
    """A bar beside a whole story."""
    return RuleMark(box.x - 4.0, box.y, box.x - 4.0, box.y + box.height, 1.4, ink, round=True)
