"""Columns of a table (表格的列): their needs, their shares of a width, and alignment of numbers."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from bulletin_layout.compose.frame.runs import between
from bulletin_layout.compose.frame.setting import natural_width
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Align, CellSpan, Pieces, Style, Table
from bulletin_layout.values import NamedTuple

#: A number as tables have them, with its point and its unit: 102,680.5  －3.5  12%  3.6 kg  38个
_NUMBER: Final = (
    r"\s*[+＋\-－−±]?\d[\d,，]*(?P<decimals>\.\d+)?"
    r"(?P<unit>(?:\s*(?:[%％‰°℃℉]|[^\W\d\x00-\u04ff]{1,4}|°?[A-Za-zµμ]+[²³]?(?:/[A-Za-zµμ]+[²³]?)*))?)\s*"
)
#: Units that are read as part of the figure: a column has no other where its author did not set it flush right.
_SIGNS: Final = frozenset(("", "%", "％", "‰"))
#: Signs for a missing number: they do not prevent a column from being one of numbers.
_NO_NUMBER: Final = frozenset(("", "—", "——", "-", "–", "…", "/"))


class Numbers(NamedTuple):
    """A column of numbers, aligned at the decimal point, or where units differ (3.5 kg, 38个) at the start of the unit.
    ``parts``: row → width from there on, points; ``widest``: the greatest of them."""

    parts: Mapping[int, float]
    widest: float


def numbers_of(table: Table, column: int, style: Style, styles: Mapping[str, Style], book: FontBook) -> Numbers | None:
    """The data to align a column of numbers; None if it has other text than numbers. Cells that span several columns,
    such as the title of a sum, are ignored."""
    joined = {
        row
        for span in table.spans
        if span.columns > 1 and span.column <= column < span.column + span.columns
        for row in range(span.row, span.row + span.rows)
    }
    texts = {
        number: "".join(piece.text for piece in row[column])
        for number, row in enumerate(table.rows)
        if number >= table.header_rows and column < len(row) and number not in joined
    }
    found = {number: re.fullmatch(_NUMBER, text) for number, text in texts.items() if text.strip() not in _NO_NUMBER}
    matches = {number: match for number, match in found.items() if match is not None}
    units = {match["unit"].strip() for match in matches.values()}
    if not found or len(matches) < len(found) or not (units <= _SIGNS or table.aligns[column] == "end"):
        return None
    parts = {
        number: _width_from(table.rows[number][column], _line_at(match, len(units) == 1), style, styles, book)
        for number, match in matches.items()
    }
    return Numbers(parts, max(parts.values()))


def _line_at(number: re.Match[str], same_unit: bool) -> int:
    """The character of a cell that begins at the line where its column's numbers stand below each other."""
    return number.start("decimals" if same_unit and number["decimals"] else "unit")


def _width_from(cell: Pieces, start: int, style: Style, styles: Mapping[str, Style], book: FontBook) -> float:
    """How much a cell's text from a character on adds to its width, in points: a unit with the gap before it."""
    before = between(cell, 0, start)
    return natural_width(cell, style, styles, book) - natural_width(before, style, styles, book)


def aligned(align: Align, numbers: Numbers | None) -> Align:
    """The alignment of a column: numbers are flush right unless the author centred them."""
    return "end" if numbers is not None and align == "start" else align


def natural_widths(cells: Mapping[tuple[int, int], float], count: int, spans: Iterable[CellSpan]) -> list[float]:
    """The widths at which no cell is broken, points. ``cells``: (row, column) → width of the cell; what a spanning cell
    needs beyond its columns is added to them equally."""
    wide = {(span.row, span.column): span.columns for span in spans if span.columns > 1}
    widths = [0.0] * count
    for place, width in cells.items():
        if place not in wide:
            widths[place[1]] = max(widths[place[1]], width)
    for (row, column), columns in wide.items():
        lack = cells[row, column] - sum(widths[column : column + columns])
        for k in range(column, column + columns):
            widths[k] += max(0.0, lack / columns)
    return widths


def share(natural: Sequence[float], least: Sequence[float], enough: Sequence[float], width: float) -> list[float]:
    """Share ``width`` among columns; all values are points.

    Each column first gets its ``least``. Then columns grow to ``enough``, those that need least more first, and then to
    ``natural`` in the same way; columns that cannot be satisfied share the rest in proportion to what they lack. If all
    have their natural width, or not even the least fits, the whole width is shared in proportion.
    """
    wished, needed = sum(natural), sum(least)
    if not wished:
        return [width / len(natural)] * len(natural)
    if wished <= width:
        return [own * width / wished for own in natural]
    if needed >= width:
        return [own * width / needed for own in least]
    widths = [*least]
    for target in (enough, natural):
        wanting = sorted((k for k in range(len(widths)) if target[k] > widths[k]), key=lambda k: target[k] - widths[k])
        while wanting and target[wanting[0]] - widths[wanting[0]] <= width - sum(widths):
            column = wanting.pop(0)
            widths[column] = target[column]
        spare, lack = width - sum(widths), sum(target[k] - widths[k] for k in wanting)
        for k in wanting:
            widths[k] += spare * (target[k] - widths[k]) / lack
    return widths
