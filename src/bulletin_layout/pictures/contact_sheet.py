"""Small images of all pages side by side (总览)."""

from collections.abc import Sequence
from math import ceil, sqrt
from typing import Final

from bulletin_layout.pictures.pixels import Pixels, row_size
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
        boxes = self.places(pages)
        width = self._gap + self.columns * (self._gap + max(page.width for page in pages))
        height = self._gap + max(foot for *_, foot in boxes)
        size = row_size(width)
        rows = bytearray(b"\0" + _SURROUND * width) * height
        sheet = memoryview(rows)
        for page, (left, top, _, foot) in zip(pages, boxes, strict=True):
            seen, own = page.rows, row_size(page.width)
            starts = range(top * size + row_size(left), foot * size, size)
            for start, at in zip(starts, range(1, len(seen), own), strict=True):
                sheet[start : start + own - 1] = seen[at : at + own - 1]
        return Pixels(width, height, rows)

    def _rows(self, pages: Sequence[Pixels]) -> list[Sequence[Pixels]]:
        return [pages[start : start + self.columns] for start in range(0, len(pages), self.columns)]
