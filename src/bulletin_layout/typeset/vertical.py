"""Sets vertical lines (直排) for banners and vertical heads, with the kinsoku rules of horizontal lines.

Glyph origins in a ``Column`` are points from the middle of its top edge: x right of the column's middle line, y down.
An upright Han character whose em begins at ``top`` has its origin at (-size / 2, top + 0.88 size), because its em box
reaches 0.88 em above the baseline. A turned glyph (``GlyphRun.turn`` 90) is rotated clockwise about its origin, which
lies 0.38 em left of the middle line, the height of the em's middle above the baseline.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final

from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Style
from bulletin_layout.page import GlyphRun
from bulletin_layout.typeset.annotate import annotated
from bulletin_layout.typeset.beside import about
from bulletin_layout.typeset.bidi import visual_order
from bulletin_layout.typeset.cells import VerticalCell, cells_of
from bulletin_layout.typeset.classes import COMMA, DOT, HAN, IDEOGRAPHIC_SPACE, SPACE, STOP, may_break, takes_gap
from bulletin_layout.typeset.headlines import divide
from bulletin_layout.typeset.interlinear import Beside, Glossed
from bulletin_layout.typeset.lines import Column, TextRun
from bulletin_layout.typeset.pairs import joint
from bulletin_layout.typeset.parts import parts_of, with_parts
from bulletin_layout.typeset.phrases import phraser_of
from bulletin_layout.typeset.typecase import typecase_of
from bulletin_layout.typeset.vertical_beside import beside_of, with_room
from bulletin_layout.values import dataclass, replace

#: A text of at most this many columns is broken at phrases, like a head; a longer one is filled column by column.
_MOST_OF_A_HEAD: Final = 6
_SPACES: Final = (SPACE, IDEOGRAPHIC_SPACE)
_TOLERANCE: Final = 0.01


def set_vertical(runs: Sequence[TextRun], style: Style, book: FontBook, *, extent: float | None = None) -> Column:
    """Set a text as one vertical line (竖行), top to bottom.

    It has its natural height, with ``letterspace``. With ``align: spread`` and an ``extent`` in points, the cells are
    spread evenly over the extent (均排): the first at its top, the last at its bottom, a single one in the middle.
    A text that is longer than the extent keeps its natural height.
    KeyError: the font of a run is not a family of the book.
    """
    stick = _stick(runs, style, book)
    return _linked(_column(stick, stick.cells, extent if style.align == "spread" else None), stick.cells, runs)


def break_vertical(runs: Sequence[TextRun], style: Style, book: FontBook, extent: float) -> tuple[Column, ...]:
    """Break a text into vertical lines of at most ``extent`` points; the first one is the right-most on the page.

    Up to six lines are broken like a head: as few as possible, at phrases, nearly even. A single cell that is higher
    than the extent gets a column of its own, which is then higher than the extent.
    """
    stick = _stick(runs, style, book)
    whole = _column(stick, stick.cells, None)
    if whole.height <= extent + _TOLERANCE:
        return (_linked(whole, stick.cells, runs),)
    spans = None
    most = int(whole.height / extent) + 2
    if most <= _MOST_OF_A_HEAD:

        def height(start: int, end: int) -> float:
            return _stack(stick.text, _within(stick.cells, start, end), style)[1]

        kept = [(g.start, g.end) for g in stick.beside if isinstance(g, Glossed)]
        spans = divide(
            stick.text, height, extent + _TOLERANCE, max_lines=most, keep=kept, words=style.keep or (),
            phraser=phraser_of(book), drop_comma=style.turn_comma == "drop",
        )  # fmt: skip
    if spans is None:
        spans = _filled(stick.text, stick.cells, style, extent + _TOLERANCE)
    spread = extent if style.align == "spread" else None
    columns = (_column(stick, _within(stick.cells, start, end), spread) for start, end in spans)
    return tuple(_linked(column, stick.cells, runs) for column in columns)


@dataclass(frozen=True, slots=True)
class _Stick:
    """A text as cells, with the dots, underlines, ruby and links beside them."""

    text: str
    cells: tuple[VerticalCell, ...]
    beside: tuple[Beside, ...]
    style: Style
    book: FontBook


def _stick(runs: Sequence[TextRun], style: Style, book: FontBook) -> _Stick:
    cells, beside = cells_of(runs, book), annotated(runs, typecase_of(book))[0]
    return _Stick("".join(run.text for run in runs), with_room(cells, beside, book), beside, style, book)


def _within(cells: Sequence[VerticalCell], start: int, end: int) -> tuple[VerticalCell, ...]:
    return tuple(cell for cell in cells if start <= cell.start and cell.end <= end)


def _filled(text: str, cells: Sequence[VerticalCell], style: Style, extent: float) -> tuple[tuple[int, int], ...]:
    """(Start, end) of each column if columns are filled one by one, back to the last break that kinsoku allows."""
    spans: list[tuple[int, int]] = []
    first = 0
    while first < len(cells):
        last = first + 1
        while last < len(cells) and _stack(text, cells[first : last + 1], style)[1] <= extent:
            last += 1
        legal = last
        while first < legal and not _may_begin(text, cells[legal:], style):
            legal -= 1
        last = legal if legal > first else last
        shown = [cell for cell in cells[first:last] if cell.kind not in _SPACES]
        if shown:
            spans.append((shown[0].start, shown[-1].end))
        first = last
    return tuple(spans)


def _may_begin(text: str, cells: Sequence[VerticalCell], style: Style) -> bool:
    """Whether kinsoku allows a column to begin with these cells; spaces are dropped at its beginning."""
    begins = next((cell.start for cell in cells if cell.kind not in _SPACES), None)
    return begins is None or may_break(text, begins, style.kinsoku)


def _column(stick: _Stick, cells: Sequence[VerticalCell], spread: float | None) -> Column:
    """Place cells from the top; ``spread``: points over which they are spread (None: natural height)."""
    start, end = (cells[0].start, cells[-1].end) if cells else (0, 0)
    if any(cell.level for cell in cells):  # right-to-left text, turned by 90°, begins at the bottom
        cells = [cells[number] for number in visual_order([cell.level for cell in cells])]
    tops, height = _stack(stick.text, cells, stick.style)
    if spread is not None and height < spread:
        rest = spread - height
        step = rest / (len(cells) - 1) if len(cells) > 1 else 0.0
        first = 0.0 if len(cells) > 1 else rest / 2
        tops = [top + first + number * step for number, top in enumerate(tops)]
        height = spread
    placed = sorted(zip(cells, tops, strict=True), key=lambda pair: pair[0].start)
    cells, tops = [cell for cell, _ in placed], [top for _, top in placed]
    beside = beside_of(cells, tops, stick.beside, stick.book) if stick.beside else None
    left = right = stick.style.size / 2
    if beside is not None:
        left = max((left, *(bar.width / 2 - bar.x1 for bar in beside.bars)))
        right = max((right, *(dot.x + dot.size / 2 for dot in beside.dots), *(ruby.rise for ruby in beside.ruby)))
    return Column(start, end, _runs(cells, tops, stick.beside), height, left, right, beside)


def _linked(column: Column, cells: Sequence[VerticalCell], runs: Sequence[TextRun]) -> Column:
    """A column, with the links of the addresses in its text."""
    parts = parts_of(runs)
    if not parts:
        return column
    within = _within(cells, column.start, column.end)
    return replace(column, runs=with_parts(column.runs, [*_offsets(within)], parts))


def _offsets(cells: Sequence[VerticalCell]) -> Iterator[int]:
    """The offset in the text of each glyph; a glyph that stands for no text has that of the one before."""
    for cell in cells:
        offset = here = cell.start
        for glyph in cell.glyphs:
            here = offset if glyph.text else here
            offset += len(glyph.text)
            yield here


def _stack(text: str, cells: Sequence[VerticalCell], style: Style) -> tuple[list[float], float]:
    """The top of each cell's em, points (above the line's top for a trimmed opening mark), and the line's height."""
    above, below = _trimmed(cells, style)
    tops: list[float] = []
    pen = 0.0
    for number, cell in enumerate(cells):
        if number:
            before = cells[number - 1]
            pen += before.style.letterspace * before.style.size + _gap(text, before, cell, style)
        tops.append(pen - above[number])
        pen += cell.height - above[number] - below[number]
    return tops, pen


def _trimmed(cells: Sequence[VerticalCell], style: Style) -> tuple[list[float], list[float]]:
    """What each cell loses above and below, points: the blanks of marks that meet another mark, as in horizontal lines,
    and those at the line's ends."""
    above, below = [0.0] * len(cells), [0.0] * len(cells)
    if style.marks == "as-is" or not cells:
        return above, below
    for number, (left, right) in enumerate(pairwise(cells)):
        blank = joint(_pair_kind(left), _pair_kind(right), style.marks, style.adjacent)
        below[number] = max(0.0, left.below - blank.left * left.style.size)
        above[number + 1] = max(0.0, right.above - blank.right * right.style.size)
    if style.line_start != "full":
        above[0] = cells[0].above
    below[-1] = cells[-1].below
    return above, below


def _pair_kind(cell: VerticalCell) -> int:
    """The kind of a cell for ``joint``. A point that is fixed at 1 em counts as ·: it has no blank to lose, and needs
    none beside it."""
    return DOT if cell.kind in (STOP, COMMA) and not cell.below else cell.kind


def _gap(text: str, before: VerticalCell, cell: VerticalCell, style: Style) -> float:
    """The gap between Han and turned Western text (中西间距), points."""
    if before.lies and cell.kind == HAN and takes_gap(text[before.end - 1]):
        return style.gap * before.style.size
    if cell.lies and before.kind == HAN and takes_gap(text[cell.start]):
        return style.gap * cell.style.size
    return 0.0


def _runs(cells: Sequence[VerticalCell], tops: Sequence[float], beside: Sequence[Beside]) -> tuple[GlyphRun, ...]:
    """The glyphs of a column in reading order, as runs with the same face, size, ink, turn, stretch, link and ruby."""

    def setting(placed: tuple[VerticalCell, float]) -> tuple[object, ...]:
        cell = placed[0]
        return cell.face, cell.style.size, cell.style.ink, cell.turn, cell.stretch, about(beside, cell.start)

    groups = (list(group) for _, group in groupby(zip(cells, tops, strict=True), key=setting))
    return tuple(_run(group, *about(beside, group[0][0].start)) for group in groups)


def _run(cells: Sequence[tuple[VerticalCell, float]], link: str, gloss: int) -> GlyphRun:
    placed = [(glyph, top) for cell, top in cells for glyph in cell.glyphs]
    cell = cells[0][0]
    return GlyphRun(
        cell.face,
        cell.style.size,
        cell.style.ink,
        tuple(glyph.gid for glyph, _ in placed),
        tuple(glyph.x for glyph, _ in placed),
        tuple(glyph.text for glyph, _ in placed),
        tuple(top + glyph.y for glyph, top in placed),
        cell.stretch,
        cell.turn,
        link or None,
        gloss,
    )
