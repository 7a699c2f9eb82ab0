"""Extends marks that end at the cut into the bleed (出血), so that an inaccurate cut leaves no white edge."""

from collections.abc import Iterable, Iterator
from typing import Final, assert_never

from bulletin_layout.issue import Sheet
from bulletin_layout.page import Mark, PanelMark, PictureMark, RuleMark, TextMark
from bulletin_layout.values import replace

#: An edge within this distance of the cut, points, is meant to be at the cut.
_NEAR: Final = 0.5


def bled(marks: Iterable[Mark], sheet: Sheet) -> Iterator[Mark]:
    """The marks in order, with filled panels, pictures and rules that reach the cut extended to the edge of the
    bleed."""
    for mark in marks:
        match mark:
            case TextMark():  # text is never cut
                yield mark
            case PanelMark(fill=fill) if fill is not None:
                left, top, right, bottom = _box(mark, sheet)
                yield replace(mark, x=left, y=top, width=right - left, height=bottom - top)
            case PictureMark():
                yield _picture(mark, sheet)
            case RuleMark() if mark.y1 == mark.y2:
                yield replace(mark, x1=_out(mark.x1, sheet.width, sheet), x2=_out(mark.x2, sheet.width, sheet))
            case RuleMark() if mark.x1 == mark.x2:
                yield replace(mark, y1=_out(mark.y1, sheet.height, sheet), y2=_out(mark.y2, sheet.height, sheet))
            case PanelMark() | RuleMark():  # there are no oblique lines
                yield mark
            case _:
                assert_never(mark)


def _out(edge: float, size: float, sheet: Sheet) -> float:
    """An edge at the cut moved to the bleed; any other edge unchanged. ``size``: of the trim in that direction,
    points."""
    if not sheet.bleed:
        return edge
    if -sheet.bleed < edge <= _NEAR:
        return -sheet.bleed
    return size + sheet.bleed if size - _NEAR <= edge < size + sheet.bleed else edge


def _box(mark: PanelMark | PictureMark, sheet: Sheet) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a mark, with edges at the cut moved to the bleed."""
    return (
        _out(mark.x, sheet.width, sheet),
        _out(mark.y, sheet.height, sheet),
        _out(mark.x + mark.width, sheet.width, sheet),
        _out(mark.y + mark.height, sheet.height, sheet),
    )


def _picture(mark: PictureMark, sheet: Sheet) -> PictureMark:
    """The picture extended to the bleed: it is enlarged by the side that grows more, and cropped a little at the other,
    so that it is not distorted."""
    left, top, right, bottom = _box(mark, sheet)
    wider, higher = (right - left) / mark.width, (bottom - top) / mark.height
    grown = max(wider, higher)
    if grown == 1 == wider == higher:
        return mark
    across = _narrowed(mark.crop[0], mark.crop[2], wider / grown)
    down = _narrowed(mark.crop[1], mark.crop[3], higher / grown)
    crop = (across[0], down[0], across[1], down[1])
    return replace(mark, x=left, y=top, width=right - left, height=bottom - top, crop=crop)


def _narrowed(low: float, high: float, share: float) -> tuple[float, float]:
    middle, half = (low + high) / 2, (high - low) / 2 * share
    return middle - half, middle + half
