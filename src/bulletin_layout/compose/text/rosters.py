"""Rosters of names (名单): each name is spread over the width of three 字 (均排), in columns.

CLREQ 凸排: a name of two characters gets a blank between them. A longer name keeps its width and takes as many places
of its row as it needs.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from bulletin_layout.compose.frame.kept_texts import prepared
from bulletin_layout.compose.frame.runs import type_runs
from bulletin_layout.compose.text.items import TextItem
from bulletin_layout.fonts import FontBook, shows_nothing
from bulletin_layout.issue import Paragraph, Piece, Roster, Style
from bulletin_layout.typeset import Galley, Ledger, Line, Setting, break_lines, moved, side_by_side
from bulletin_layout.values import NamedTuple, replace

#: Width of the place of a name, and least gap between two places, em.
_PLACE: Final = 3.0
_LEAST_GAP: Final = 1.0
#: Least gap after a name that is wider than its place, em.
_LONG_GAP: Final = 0.5


class _Row(NamedTuple):
    """The names of a row with their left edges, points; ``first``: number of the first name in the roster."""

    first: int
    names: tuple[tuple[float, Galley], ...]


def roster_item(roster: Roster, styles: Mapping[str, Style], book: FontBook) -> TextItem:
    """The item of a roster. Its galley has all names, separated by spaces, for counting and copying; each name is also
    prepared by itself, for setting."""
    style = replace(styles["roster"], align="start", indent=0.0, hang=0.0)
    names: list[tuple[int, Galley]] = []
    pieces: list[Piece] = []
    offset = 0
    for name in roster.names:
        if pieces:
            pieces.append(Piece("\u3000", name[0].location))
            offset += 1
        text = "".join(piece.text for piece in name)
        shown = [char for char in text if not shows_nothing(char)]
        spread = 2 <= len(shown) <= 3 and all("\u3400" <= char <= "\u9fff" for char in shown)
        own = replace(style, align="spread") if spread else style
        names.append((offset, prepared(type_runs(name, own, styles), own, book)))
        pieces += name
        offset += len(text)
    paragraph = Paragraph(tuple(pieces), roster.location)
    galley = prepared(type_runs(pieces, style, styles), style, book)
    return TextItem(galley, style, "roster", paragraph, names=tuple(names), columns=roster.columns)


def roster_setting(item: TextItem, measures: Sequence[float]) -> Setting:
    """The rows of a roster as lines for these measures (points, the last one repeats)."""
    lines: list[Line] = []
    at = 0
    while at < len(item.names):
        measure = measures[min(len(lines), len(measures) - 1)]
        row = _row(item, at, measure)
        at += len(row.names)
        start = item.names[row.first][0]
        end = item.names[at][0] if at < len(item.names) else len(item.galley.text)
        if row.names[0][1].natural > measure + 0.01:
            lines += _broken(row.names[0][1], measure, start)
        else:
            lines.append(side_by_side(tuple(_names(item, row)), start, end, Ledger(measure, 0, 0.0)))
    return Setting(len(lines), lambda: tuple(lines))


def too_wide(item: TextItem, width: float) -> tuple[int, ...]:
    """Offsets of the names that are wider than ``width`` points."""
    return tuple(offset for offset, name in item.names if name.natural > width + 0.01)


def _row(item: TextItem, first: int, measure: float) -> _Row:
    """The names of one row, from number ``first`` on."""
    em = item.style.size
    count = max(1, min(item.columns, int((measure / em + _LEAST_GAP) / (_PLACE + _LEAST_GAP) + 1e-6)))
    pitch = (measure - _PLACE * em) / (count - 1) if count > 1 else measure
    names: list[tuple[float, Galley]] = []
    place = 0
    for _, galley in item.names[first:]:
        x = place * pitch
        width = _width(galley, em)
        if names and x + width > measure + 0.01:  # too wide for the last place: set it flush right
            x = measure - width
        before = names[-1][0] + _width(names[-1][1], em) + _LONG_GAP * em if names else 0.0
        if names and (place >= count or x < before - 0.01):
            break
        names.append((x, galley))
        place += next(k for k in range(1, count + 1) if k == count or galley.natural + _LONG_GAP * em <= k * pitch)
    return _Row(first, tuple(names))


def _width(galley: Galley, em: float) -> float:
    return max(galley.natural, _PLACE * em) if galley.style.align == "spread" else galley.natural


def _names(item: TextItem, row: _Row) -> Iterator[Line]:
    offsets = (offset for offset, _ in item.names[row.first :])
    for offset, (x, galley) in zip(offsets, row.names, strict=False):
        for line in break_lines(galley, (_width(galley, item.style.size),)).lines:
            yield moved(line, x, offset)


def _broken(galley: Galley, measure: float, start: int) -> list[Line]:
    """The lines of a name that is wider than the column."""
    return [moved(line, 0.0, start) for line in break_lines(galley, (measure,)).lines]
