"""Tables of a story (表格): collects rows and cells as they are read, and merges cells at the end."""

from typing import Final, Literal

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.catalogue import stories as said
from bulletin_layout.issue import CellSpan, Piece, Table

_ALIGNS: Final[dict[str, Literal["start", "center", "end"]]] = {"center": "center", "right": "end"}
#: A cell with only this sign is merged with the cell above, or with the one to its left.
ABOVE: Final = "^"
LEFT: Final = "<"

_Place = tuple[int, int]


class GridReader:
    """Collects a table's rows and cells in order."""

    def __init__(self, location: Location) -> None:
        self._location = location
        self._rows: list[list[tuple[Piece, ...]]] = []
        self._heads = 0
        self._aligns: list[str] = []

    def row(self, *, head: bool) -> None:
        """Start a row; ``head``: it belongs to the table's head."""
        self._rows.append([])
        self._heads += head

    def cell(self, pieces: tuple[Piece, ...], align: str) -> None:
        """Add a cell to the current row."""
        self._rows[-1].append(pieces)
        if len(self._rows) == 1:
            self._aligns.append(align)

    def table(self, findings: list[Finding]) -> Table:
        """The table. Merged cells that do not form a rectangle are reported."""
        owners = self._owners(findings)
        members: dict[_Place, list[_Place]] = {}
        for place, owner in owners.items():
            members.setdefault(owner, []).append(place)
        spans = [span for owner, places in members.items() if (span := self._span(owner, places, findings)) is not None]
        covered = {place for place, owner in owners.items() if place != owner}
        rows = tuple(
            tuple(() if (r, c) in covered else cell for c, cell in enumerate(row)) for r, row in enumerate(self._rows)
        )
        aligns = tuple(_ALIGNS.get(align, "start") for align in self._aligns)
        return Table(rows, aligns, self._location, self._heads, tuple(spans))

    def _owners(self, findings: list[Finding]) -> dict[_Place, _Place]:
        """For every cell, the cell that it is merged into, or itself."""
        owners: dict[_Place, _Place] = {}
        for r, row in enumerate(self._rows):
            for c, cell in enumerate(row):
                sign = cell[0].text if len(cell) == 1 else ""
                there = {ABOVE: (r - 1, c), LEFT: (r, c - 1)}.get(sign, (r, c))
                owners[r, c] = owners.get(there, (r, c))
                if sign in (ABOVE, LEFT) and there not in owners:
                    findings.append((said.table_span if sign == ABOVE else said.no_cell_left)(cell[0].location))
        return owners

    def _span(self, owner: _Place, places: list[_Place], findings: list[Finding]) -> CellSpan | None:
        """The number of rows and columns of a merged cell."""
        if len(places) == 1:
            return None
        rows, columns = (max(place[k] for place in places) - owner[k] + 1 for k in (0, 1))
        last = self._rows[places[-1][0]][places[-1][1]][0].location
        if rows * columns != len(places) or any(place[1] < owner[1] for place in places):
            findings.append(said.no_rectangle(last))
            return None
        if owner[0] < self._heads < owner[0] + rows:
            findings.append(said.head_into_rows(last))
            return None
        return CellSpan(owner[0], owner[1], rows, columns)
