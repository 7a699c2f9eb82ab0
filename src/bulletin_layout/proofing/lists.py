"""The lists after the sheets (清单): rows of small texts, through as many pages as they take."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from bulletin_layout.findings.phrases import Phrase, text
from bulletin_layout.languages import Language
from bulletin_layout.measures import PAPERS, POINTS_PER_MM
from bulletin_layout.page import Mark, Page
from bulletin_layout.proofing.lettering import Lettered, Letters, Words, rule
from bulletin_layout.proofing.telling import DARK, GREY
from bulletin_layout.values import NamedTuple

_MM: Final = POINTS_PER_MM
_WIDTH, _HEIGHT = (side * _MM for side in PAPERS["A4"])
_TOP, _FOOT = 18 * _MM, _HEIGHT - 16 * _MM
#: Left and right edge of the rows.
LEFT, RIGHT = 15 * _MM, _WIDTH - 15 * _MM
SIZE: Final = 8.5
_AIR: Final = 4.0


class Row(NamedTuple):
    """A row: the texts of its columns, each with its left edge; ``apart``: a line above it."""

    cells: tuple[tuple[float, Lettered], ...]
    apart: bool = False

    @property
    def height(self) -> float:
        """The height of its highest cell, with the air below."""
        return max(cell.height for _, cell in self.cells) + _AIR


class Listing(NamedTuple):
    """A list: its ``title``, what it is ``of``, a line ``below`` both on its first page, its rows."""

    title: Phrase
    of: Phrase
    below: Phrase
    rows: Sequence[Row]


def row(
    columns: Sequence[float],
    cells: Iterable[Sequence[Words]],
    letters: Letters,
    *,
    size: float = SIZE,
    apart: bool = False,
) -> Row:
    """A row of cells at these left edges, each as wide as its column."""
    ends = (*columns[1:], RIGHT + 6)
    widths = [end - x - 6 for x, end in zip(columns, ends, strict=True)]
    placed = zip(columns, cells, widths, strict=True)
    return Row(tuple((x, letters.set(cell, size, width)) for x, cell, width in placed), apart)


def list_pages(listing: Listing, first: int, letters: Letters, language: Language) -> Iterator[Page]:
    """The pages of a list, numbered from ``first``."""
    rows, number = listing.rows, first
    while rows:
        title = f"{text(listing.title, language)}　{text(listing.of, language)}"
        marks = letters.set(Words(title, DARK, bold=True), 13, RIGHT - LEFT).marks(LEFT, _TOP - 8)
        y = _TOP + 14
        if number == first and listing.below:
            said = letters.set(Words(text(listing.below, language), DARK), 9.5, RIGHT - LEFT)
            marks += said.marks(LEFT, y)
            y += said.height + 8
        taken = _fill(rows, y, marks)
        rows = rows[taken:]
        page_number = letters.set(Words(str(number - first + 1), GREY), 8, RIGHT - LEFT, "center")
        marks += page_number.marks(LEFT, _FOOT + 12)
        yield Page(number, text(listing.title, language), _WIDTH, _HEIGHT, 0.0, tuple(marks))
        number += 1


def _fill(rows: Sequence[Row], y: float, marks: list[Mark]) -> int:
    """Put rows on a page from ``y`` down; returns how many, at least one."""
    for count, each in enumerate(rows):
        if count and y + each.height > _FOOT:
            return count
        if each.apart:
            marks.append(rule(LEFT, y - 1.5, RIGHT, y - 1.5, GREY, 0.4))
        for x, cell in each.cells:
            marks += cell.marks(x, y + 1)
        y += each.height
    return len(rows)
