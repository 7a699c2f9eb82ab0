"""Ink on ink (叠墨): how much all plates together put on each spot of a page, and where it is most."""

from typing import Final

from bulletin_layout.measures import POINTS_PER_MM
from bulletin_layout.pictures import Pixels
from bulletin_layout.preflight.separations import Separated
from bulletin_layout.values import NamedTuple

#: A spot is a square of this side, in points: ink on less dries before it smears.
CELL: Final = 2 * POINTS_PER_MM
#: So many of the hottest places are named, each as far from the others, in spots.
_NAMED: Final = 5
_APART: Final = 6
#: A spot is so many dots on the map.
_DOTS: Final = 8
#: Colours of the map, red green blue, from no ink to as much as the press takes; beyond it; and round a hottest place.
_RAMP: Final = ((255, 255, 255), (255, 240, 170), (255, 170, 60), (215, 48, 31))
_BEYOND: Final = (90, 0, 120)
_RING: Final = (0, 80, 200)
_FULL: Final = 255


class HotPlace(NamedTuple):
    """One of the places with the most ink. x, y: mm from the trim's top left; ``ink``: sum of the plates, 1.0 is 100 %;
    ``parts``: each plate's name and share."""

    x: float
    y: float
    ink: float
    parts: tuple[tuple[str, float], ...]


class InkMap(NamedTuple):
    """The ink of one page in spots, rows from the top: sums of the plates, 1.0 is 100 %."""

    columns: int
    rows: int
    ink: tuple[float, ...]
    hottest: tuple[HotPlace, ...]


def ink_map(page: Separated) -> InkMap:
    """All plates of a page together; the hottest place comes first."""
    if not page.plates:
        return InkMap(0, 0, (), ())
    columns, rows = page.plates[0].columns, page.plates[0].rows
    ink = tuple(sum(each) / _FULL for each in zip(*(plate.ink for plate in page.plates), strict=True))
    chosen: list[int] = []
    for at in sorted(range(len(ink)), key=lambda at: (-ink[at], at)):
        if len(chosen) == _NAMED or not ink[at]:
            break
        if all(_apart(at, other, columns) for other in chosen):
            chosen.append(at)
    return InkMap(columns, rows, ink, tuple(_place(at, page, columns, ink[at]) for at in chosen))


def _apart(one: int, other: int, columns: int) -> bool:
    down, across = abs(one // columns - other // columns), abs(one % columns - other % columns)
    return max(down, across) >= _APART


def _place(at: int, page: Separated, columns: int, ink: float) -> HotPlace:
    middle = CELL / POINTS_PER_MM / 2
    x, y = (CELL / POINTS_PER_MM * spot + middle for spot in (at % columns, at // columns))
    parts = tuple((plate.name, plate.ink[at] / _FULL) for plate in page.plates if plate.ink[at])
    return HotPlace(round(x, 1), round(y, 1), ink, parts)


def drawn(found: InkMap, limit: float) -> Pixels:
    """The map as an image: white has no ink, red as much as the press takes, violet more; blue rings lie round the
    hottest places. ``limit``: the press's (总墨量), 1.0 is 100 %."""
    rows = []
    for row in range(found.rows):
        line = b"".join(
            bytes(_colour(ink / limit)) * _DOTS for ink in found.ink[row * found.columns : (row + 1) * found.columns]
        )
        rows.append(line * _DOTS)
    width, height = found.columns * _DOTS, found.rows * _DOTS
    data = bytearray(b"".join(rows))
    for place in found.hottest:
        x, y = (round(mm * POINTS_PER_MM / CELL * _DOTS) for mm in (place.x, place.y))
        for left, top in _ring(x, y):
            if 0 <= left < width and 0 <= top < height:
                data[3 * (top * width + left) : 3 * (top * width + left) + 3] = bytes(_RING)
    return Pixels.of(width, height, bytes(data))


def _ring(x: int, y: int) -> set[tuple[int, int]]:
    """The dots of a square frame round a place, two dots thick."""
    reach = 2 * _DOTS
    sides = (-reach, -reach + 1, reach - 1, reach)
    along = range(-reach, reach + 1)
    return {(x + a, y + b) for a in sides for b in along} | {(x + a, y + b) for a in along for b in sides}


def _colour(share: float) -> tuple[int, ...]:
    if share > 1:
        return _BEYOND
    step = share * (len(_RAMP) - 1)
    low = min(int(step), len(_RAMP) - 2)
    return tuple(round(a + (b - a) * (step - low)) for a, b in zip(_RAMP[low], _RAMP[low + 1], strict=True))
