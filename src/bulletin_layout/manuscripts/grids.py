"""Tables of a manuscript as Markdown (表格): ``<`` joins a cell to the one at its left, ``^`` to the one above."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final, assert_never

from bulletin_layout.findings.catalogue import word_files as said
from bulletin_layout.findings.phrases import Phrase
from bulletin_layout.manuscripts.matter import Box, Cell, Grid, Paragraph, Run, Shot
from bulletin_layout.manuscripts.traits import is_bold

_ABOVE: Final = "^"
_LEFT: Final = "<"
#: What a cell holds that would be read as a sign for joining.
_INSTEAD: Final = {_ABOVE: "＾", _LEFT: "＜"}
_MOST_COLUMNS: Final = 63

#: A square of a table: the row and the column of the cell that it belongs to.
_Owner = tuple[int, int]


def table_lines(grid: Grid, write: Callable[[Sequence[Run]], str]) -> tuple[list[str], tuple[Phrase, ...]]:
    """The lines of a table, and what was simplified. ``write``: writes the runs of a cell."""
    said_of: list[Phrase] = []
    if any(not isinstance(block, Paragraph) for row in grid.rows for cell in row for block in cell.blocks):
        said_of.append(said.nested_table())
    if not _names_head(grid):
        said_of.append(said.first_row_head())
    width = min(max(sum(cell.columns for cell in row) for row in grid.rows), _MOST_COLUMNS)
    owners, cells = _owners(grid, width)
    if _separate(owners, max(grid.heads, 1)):
        said_of.append(said.separated_cells())
    texts = {place: _text(cell, write) for place, cell in cells.items()}
    aligns = [_align(cells, owners, column, len(grid.rows)) for column in range(width)]
    lines = []
    for row in range(len(grid.rows)):
        shown = [_shown((row, column), owners, texts) for column in range(width)]
        lines.append(f"| {' | '.join(shown)} |")
        if row == 0:
            lines.append(f"|{'|'.join(aligns)}|")
    return lines, tuple(said_of)


def _names_head(grid: Grid) -> bool:
    paragraphs = [each for cell in grid.rows[0] for each in cell.blocks if isinstance(each, Paragraph)]
    return grid.heads > 0 or (bool(paragraphs) and all(map(is_bold, paragraphs)))


def _owners(grid: Grid, width: int) -> tuple[dict[_Owner, _Owner], dict[_Owner, Cell]]:
    """For every square, the square that its cell starts at; and the cells by that."""
    owners: dict[_Owner, _Owner] = {}
    cells: dict[_Owner, Cell] = {}
    for row, written in enumerate(grid.rows):
        column = 0
        for cell in written:
            above = owners.get((row - 1, column))
            start = above if cell.above and above is not None else (row, column)
            if start == (row, column):
                cells[start] = cell
            elif any(isinstance(block, Paragraph) for block in cell.blocks):
                cells[start] = replace(cells[start], blocks=(*cells[start].blocks, *cell.blocks))
            for at in range(column, min(column + cell.columns, width)):
                owners[row, at] = start
            column += cell.columns
        for at in range(column, width):
            owners[row, at] = row, at
            cells[row, at] = Cell(())
    return owners, cells


def _separate(owners: dict[_Owner, _Owner], heads: int) -> bool:
    """Take apart joined cells that are no rectangle, or that go from the head into the rows below it, which a story's
    table cannot have. Returns whether there were any."""
    members: dict[_Owner, list[_Owner]] = {}
    for place, owner in owners.items():
        members.setdefault(owner, []).append(place)
    wrong = False
    for owner, places in members.items():
        rows, columns = (max(place[k] for place in places) - owner[k] + 1 for k in (0, 1))
        is_whole = rows * columns == len(places) and all(place[1] >= owner[1] for place in places)
        if len(places) > 1 and (not is_whole or (owner[0] == 0 and rows > 1)):
            wrong = True
            owners.update((place, place) for place in places)
    return wrong and heads >= 0


def _shown(place: _Owner, owners: dict[_Owner, _Owner], texts: dict[_Owner, str]) -> str:
    owner = owners[place]
    if owner == place:
        text = texts.get(place, "")
        return _INSTEAD.get(text.removeprefix("\\"), text)
    return _LEFT if owner[1] < place[1] else _ABOVE


def _align(cells: dict[_Owner, Cell], owners: dict[_Owner, _Owner], column: int, rows: int) -> str:
    """How a column is aligned: as most of its cells below the head are."""
    below = [cells.get(owners[row, column]) for row in range(1, rows) if owners[row, column][1] == column]
    aligns = [each.align for cell in below if cell is not None for each in cell.blocks if isinstance(each, Paragraph)]
    if aligns and aligns.count("end") * 2 > len(aligns):
        return "---:"
    return ":---:" if aligns and aligns.count("center") * 2 > len(aligns) else ":---"


def _text(cell: Cell, write: Callable[[Sequence[Run]], str]) -> str:
    """The text of a cell: its paragraphs one below the other."""
    runs: list[Run] = []
    for line in _lines(cell):
        runs += (Run("\n"), *line) if runs else line
    return write(runs)


def _lines(cell: Cell) -> Iterator[tuple[Run, ...]]:
    for block in cell.blocks:
        match block:
            case Paragraph():
                yield (Run(block.number), *block.runs) if block.number else block.runs
            case Grid():
                for row in block.rows:
                    parts = [line for inner in row for line in _lines(inner)]
                    yield tuple(run for at, line in enumerate(parts) for run in ((Run("　"),) if at else ()) + line)
            case Box():
                yield from _lines(Cell(block.blocks))
            case Shot():
                continue  # a table with pictures is opened before
            case _:
                assert_never(block)
