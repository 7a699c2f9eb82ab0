"""Boxes that are placed by lengths (按长度定位的框): their edges in whole millimetres or points, as YAML has them."""

from collections.abc import Mapping
from typing import Final, Literal

from bulletin_layout.issue import Box, Sheet
from bulletin_layout.values import NamedTuple

_Fixed = tuple[float, float, float, float]
_Side = Literal["top", "bottom", "left", "right"]


class _Unit(NamedTuple):
    """A unit of length, and how many points it is."""

    name: Literal["mm", "pt"]
    points: float


_MILLIMETRE: Final = _Unit("mm", 72 / 25.4)
_POINT: Final = _Unit("pt", 1.0)
#: Two places are the same within so many points.
_SAME: Final = 0.01


def unit_of(fixed: _Fixed) -> Literal["mm", "pt"]:
    """The unit in which a box is placed."""
    return _unit(fixed).name


def _unit(fixed: _Fixed) -> _Unit:
    """Millimetres, if all its lengths are whole halves of these; or else points."""
    halves = [2 * length / _MILLIMETRE.points for length in fixed]
    return _MILLIMETRE if all(abs(each - round(each)) < _SAME for each in halves) else _POINT


def fixed_edge(sheet: Sheet, fixed: _Fixed, side: _Side, by: int) -> dict[str, str] | None:
    """The new values of the keys of a box whose side moves down or right by ``by`` units; None: it would be empty, or
    go off the paper."""
    unit = _unit(fixed)
    start, length, most = _along(sheet, fixed, side)
    moved = by * unit.points
    first = start + moved if side in ("left", "top") else start
    end = start + length if side in ("left", "top") else start + length + moved
    if first < min(0.0, start) - _SAME or end > max(most, start + length) + _SAME or end - first < unit.points - _SAME:
        return None
    at, size = ("x", "width") if side in ("left", "right") else ("y", "height")
    found = {size: _written(end - first, unit)}
    return {at: _written(first, unit), **found} if side in ("left", "top") else found


def fixed_places(sheet: Sheet, fixed: _Fixed, side: _Side) -> tuple[float, ...]:
    """Where a side of a box may be dragged to, points, in rising order, its own place among them."""
    unit, here = _unit(fixed), _here(sheet, fixed, side)
    reach = int(max(sheet.width, sheet.height) / unit.points) + 1
    steps = (by for by in range(-reach, reach + 1) if fixed_edge(sheet, fixed, side, by) is not None)
    return tuple(round(here + by * unit.points, 2) for by in steps)


def fixed_steps(sheet: Sheet, fixed: _Fixed, side: _Side, at: float) -> int:
    """By how many units a side of a box moves to the place that is nearest to one in points."""
    nearest = min(fixed_places(sheet, fixed, side), key=lambda place: abs(place - at))
    return round((nearest - _here(sheet, fixed, side)) / _unit(fixed).points)


def _here(sheet: Sheet, fixed: _Fixed, side: _Side) -> float:
    start, length, _ = _along(sheet, fixed, side)
    return start if side in ("left", "top") else start + length


def in_words(box: Box, changed: Mapping[str, str]) -> str:
    """A box as YAML has it, in braces, with some values changed."""
    if box.fixed is None:
        values = {"cols": "{}-{}".format(*box.cols), "rows": "{}-{}".format(*box.rows)}
    else:
        unit = _unit(box.fixed)
        values = {
            key: _written(length, unit) for key, length in zip(("x", "y", "width", "height"), box.fixed, strict=True)
        }
    return "{" + ", ".join(f"{key}: {value}" for key, value in {**values, **changed}.items()) + "}"


def _along(sheet: Sheet, fixed: _Fixed, side: _Side) -> tuple[float, float, float]:
    """Start and length of a box across or down the page, and how far it may reach."""
    x, y, width, height = fixed
    return (
        (x, width, sheet.width + sheet.bleed) if side in ("left", "right") else (y, height, sheet.height + sheet.bleed)
    )


def _written(points: float, unit: _Unit) -> str:
    return f"{round(points / unit.points, 2):g}{unit.name}"
