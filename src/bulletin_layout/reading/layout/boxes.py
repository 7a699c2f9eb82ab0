"""Boxes (版位): where something stands, on the grid or in points."""

from bulletin_layout.findings import error
from bulletin_layout.issue import Box
from bulletin_layout.reading.layout.terms import Terms
from bulletin_layout.reading.schema.check import Record

_GRID = frozenset(("cols", "rows"))
_FIXED = frozenset(("x", "y", "width", "height"))


def read_box(record: Record, terms: Terms, thing: str) -> Box | None:
    """A box whose columns and rows are on the grid; None, and reported, when it is not."""
    keys = frozenset(record.items)
    if keys == _GRID:
        most_columns, most_rows = len(terms.grid.columns), terms.grid.rows
        columns, rows = _span(record, "cols", most_columns), _span(record, "rows", most_rows)
        on_grid = True
        for key, span, most, unit in (("cols", columns, most_columns, "columns"), ("rows", rows, most_rows, "行")):
            if max(span) > most:
                message = f"{thing}: {key} {span[0]}-{span[1]} is off the grid: the page has {most} {unit}"
                terms.findings.append(error("off-grid", message, record.place(key)))
                on_grid = False
        return Box(record.location, columns, rows) if on_grid else None
    if keys == _FIXED:
        return _fixed(record, terms, thing)
    if not record.whole:
        return None
    message = f"{thing}: a box has either cols and rows, or x, y, width and height (null takes an inherited one away)"
    terms.findings.append(error("wrong-value", message, record.location))
    return None


def _span(record: Record, key: str, most: int) -> tuple[int, int]:
    first, last = record.get(key, tuple) or (1, None)
    return first, most if last is None else last


def _fixed(record: Record, terms: Terms, thing: str) -> Box | None:
    x, y, width, height = (terms.points(record, key) or 0.0 for key in ("x", "y", "width", "height"))
    if width <= 0 or height <= 0:
        terms.findings.append(error("wrong-value", f"{thing}: a box without width or height", record.location))
        return None
    sheet = terms.sheet
    slack = sheet.bleed + 0.01
    if x + width > sheet.width + slack or y + height > sheet.height + slack:
        message = f"{thing}: the box leaves the page ({sheet.width:.0f} x {sheet.height:.0f} pt)"
        terms.findings.append(error("off-page", message, record.location))
        return None
    return Box(record.location, fixed=(x, y, width, height))
