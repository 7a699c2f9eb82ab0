"""Small images of all pages side by side (总览)."""

from collections.abc import Sequence
from itertools import zip_longest
from math import ceil, sqrt
from typing import Final

from bulletin_layout.pictures.pixels import Pixels
from bulletin_layout.pictures.raster import reduced

_SURROUND: Final = b"\xd0\xd0\xd0"
#: Left, top, right and bottom edge in dots.
Box = tuple[int, int, int, int]


class ContactSheet:
    """How pages lie on a sheet: at most ``width`` dots wide, in a grid that is as square as their ``count`` allows."""

    __slots__ = ("_gap", "_most", "columns")

    def __init__(self, count: int, width: int = 1600) -> None:
        self.columns = ceil(sqrt(count))
        self._gap = width // 80
        self._most = (width - self._gap) // self.columns - self._gap

    def reduced(self, page: Pixels) -> Pixels:
        """A page as small as it is on the sheet: a dot for each square of its dots, which takes a tenth of the time
        that any size between would."""
        return reduced(page, ceil(page.width / self._most))

    def places(self, pages: Sequence[Pixels]) -> list[Box]:
        """Where each of the reduced pages lies: from left to right, and from top to bottom."""
        step = self._gap + max(page.width for page in pages)
        boxes, top = [], self._gap
        for row in self._rows(pages):
            lefts = range(self._gap, self._gap + step * len(row), step)
            boxes += [(x, top, x + page.width, top + page.height) for x, page in zip(lefts, row, strict=True)]
            top += self._gap + max(page.height for page in row)
        return boxes

    def drawn(self, pages: Sequence[Pixels]) -> Pixels:
        """The sheet with the reduced pages."""
        cell = self._gap + max(page.width for page in pages)
        width = self._gap + self.columns * cell
        edge, empty = b"\0" + _SURROUND * self._gap, _SURROUND * cell
        between = [b"\0" + _SURROUND * width] * self._gap
        rows = [*between]
        for row in self._rows(pages):
            after = [_SURROUND * (cell - page.width) for page in row]
            cells = [[line[1:] + gap for line in page.each_row()] for page, gap in zip(row, after, strict=True)]
            rest = empty * (self.columns - len(row))
            rows += [b"".join((edge, *line, rest)) for line in zip_longest(*cells, fillvalue=empty)]
            rows += between
        return Pixels(width, len(rows), b"".join(rows))

    def _rows(self, pages: Sequence[Pixels]) -> list[Sequence[Pixels]]:
        return [pages[start : start + self.columns] for start in range(0, len(pages), self.columns)]
