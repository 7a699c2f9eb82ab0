"""Boxes (版位): positions on the grid or in points."""

from bulletin_layout.findings.catalogue import places as said
from bulletin_layout.findings.catalogue import values
from bulletin_layout.findings.catalogue.keys import of
from bulletin_layout.findings.phrases import Phrase
from bulletin_layout.issue import Box
from bulletin_layout.reading.layout.terms import Terms
from bulletin_layout.reading.schema.check import Record

_GRID = frozenset(("cols", "rows"))
_FIXED = frozenset(("x", "y", "width", "height"))


def read_box(record: Record, terms: Terms, thing: Phrase) -> Box | None:
    """A box on the page's columns and rows. None when it leaves the grid, which is reported."""
    keys = frozenset(record.items)
    if keys == _GRID:
        most_columns, most_rows = len(terms.grid.columns), terms.grid.rows
        columns, rows = _span(record, "cols", most_columns), _span(record, "rows", most_rows)
        on_grid = True
        for key, span, most in (("cols", columns, most_columns), ("rows", rows, most_rows)):
            if max(span) > most:
                off = said.off_grid if key == "cols" else said.rows_off_grid
                terms.findings.append(off(record.place(key), thing=thing, first=span[0], last=span[1], most=most))
                on_grid = False
        return Box(record.location, columns, rows) if on_grid else None
    if keys == _FIXED:
        return _fixed(record, terms, thing)
    if not record.whole:
        return None
    terms.findings.append(values.box_of_two_kinds(record.location, where=of(thing)))
    return None


def _span(record: Record, key: str, most: int) -> tuple[int, int]:
    first, last = record.get(key, tuple) or (1, None)
    return first, most if last is None else last


def _fixed(record: Record, terms: Terms, thing: Phrase) -> Box | None:
    x, y, width, height = (terms.points(record, key) or 0.0 for key in ("x", "y", "width", "height"))
    if width <= 0 or height <= 0:
        terms.findings.append(values.box_of_no_size(record.location, where=of(thing)))
        return None
    sheet = terms.sheet
    slack = sheet.bleed + 0.01
    if x + width > sheet.width + slack or y + height > sheet.height + slack:
        size = (sheet.width, sheet.height)
        terms.findings.append(said.box_off_page(record.location, thing=thing, width=size[0], height=size[1]))
        return None
    return Box(record.location, fixed=(x, y, width, height))
