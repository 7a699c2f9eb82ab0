"""One meter for every program's lines: a PDF is read back glyph by glyph and judged by the same rules (量具)."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final, NamedTuple

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from bulletin_layout.typeset.classes import CLOSING, COMMAS, NEVER_FIRST, NEVER_LAST, OPENING, STOPS

#: Mean opening of a line's gaps between Han, em: it shows, it jars; and what a single gap may open unseen.
LOOSE: Final = 0.12
VERY_LOOSE: Final = 0.21
UNSEEN: Final = 0.05
#: A mark no wider than this has no blank left; the commas of two lines are unlike when their means differ by more; em.
_HALF: Final = 0.55
_UNLIKE: Final = 0.25
#: Range of the Han–Latin gap, em, with what a PDF's rounding takes.
_LEAST_GAP, _MOST_GAP = 1 / 8 - 2e-3, 1 / 2 + 2e-3
_HAN: Final = re.compile("[\u4e00-\u9fff]")
_LATIN: Final = re.compile("[A-Za-z0-9]")
_LETTER: Final = re.compile("[A-Za-z0-9\u4e00-\u9fff]")
_BLANK_RIGHT: Final = CLOSING + COMMAS + STOPS
#: Not forbidden at a line's head after all: a dash, a sign before its number.
_MAY_BEGIN: Final = re.compile("——|[－＋][0-9]")


class Placed(NamedTuple):
    """A glyph on a line: its text, its left edge and its right edge by its font's advance, em."""

    text: str
    left: float
    right: float


Row = list[Placed]


class Counts(NamedTuple):
    """What is counted of a text: lines, loose and very loose ones, Σ(gap − 0.05)² over the gaps between Han that are
    wider (em²), marks inside lines that are squeezed to half, neighbouring lines that both have commas and how many
    of them have unlike ones, 孤字, and hard faults: forbidden heads and tails, Han–Latin gaps out of range."""

    lines: int = 0
    loose: int = 0
    very_loose: int = 0
    over: float = 0.0
    half: int = 0
    pairs: int = 0
    unlike: int = 0
    lonely: int = 0
    hard: int = 0

    @property
    def share(self) -> float:
        """The share of neighbouring lines with unlike commas."""
        return self.unlike / self.pairs if self.pairs else 0.0


def total(counts: Iterable[Counts]) -> Counts:
    """The sum of several counts."""
    return Counts(*(sum(each) for each in zip(Counts(), *counts, strict=True)))


def rows_of_pdf(pdf: bytes, size: float, advance: Callable[[str], float]) -> Iterator[list[Row]]:
    """The rows of each page. ``size``: of the type, points; ``advance``: of a character in the text's face, em."""
    x, y = pdfium.c_double(), pdfium.c_double()
    for page in pypdfium2.PdfDocument(pdf):
        text, found = page.get_textpage(), []
        for index in range(text.count_chars()):
            char = chr(pdfium.FPDFText_GetUnicode(text, index))
            if (char.isspace() and char != "\u3000") or pdfium.FPDFText_IsGenerated(text, index) == 1:
                continue
            pdfium.FPDFText_GetCharOrigin(text, index, x, y)
            left = x.value / size
            found.append((round(y.value, 1), Placed(char, left, left + advance(char))))
        yield [[placed for _, placed in row] for _, row in groupby(found, key=lambda each: each[0])]


def measured(rows: Sequence[Row]) -> Counts:
    """What is counted of one paragraph."""
    means = [_mean(_mark_widths(row, COMMAS)) for row in rows]
    both = [(a, b) for a, b in pairwise(means) if a is not None and b is not None]
    openings = [_mean(_gaps(row)) or 0.0 for row in rows]
    last = sum(placed.text.isalnum() for placed in rows[-1])
    return Counts(
        lines=len(rows),
        loose=sum(opening > LOOSE for opening in openings),
        very_loose=sum(opening > VERY_LOOSE for opening in openings),
        over=sum((gap - UNSEEN) ** 2 for row in rows for gap in _gaps(row) if gap > UNSEEN),
        half=sum(width <= _HALF for row in rows for width in _mark_widths(row)),
        pairs=len(both),
        unlike=sum(abs(a - b) > _UNLIKE for a, b in both),
        lonely=len(rows) > 1 and last <= 1,
        hard=sum(map(_gaps_out_of_range, rows)) + _forbidden(rows),
    )


def _mean(values: Iterable[float]) -> float | None:
    found = list(values)
    return sum(found) / len(found) if found else None


def _gaps(row: Row) -> list[float]:
    """How far each gap between Han is opened, em."""
    return [b.left - a.right for a, b in pairwise(row) if _HAN.match(a.text) and _HAN.match(b.text)]


def _mark_widths(row: Row, which: str = "") -> Iterator[float]:
    """Widths of the marks inside a row that have a letter at the side of their blank, em; ``which``: of these alone."""
    for a, b in pairwise(row):
        if a.text in (which or _BLANK_RIGHT) and _LETTER.match(b.text):
            yield b.left - a.left
        if not which and b.text in OPENING and _LETTER.match(a.text):
            yield 1.0 + b.left - a.right


def _gaps_out_of_range(row: Row) -> int:
    count = 0
    for a, b in pairwise(row):
        if (_HAN.match(a.text) and _LATIN.match(b.text)) or (_LATIN.match(a.text) and _HAN.match(b.text)):
            count += not _LEAST_GAP <= b.left - a.right <= _MOST_GAP
    return count


def _forbidden(rows: Sequence[Row]) -> int:
    """Forbidden heads and tails of lines inside a paragraph."""
    texts = ["".join(placed.text for placed in row) for row in rows]
    heads = sum(text[0] in NEVER_FIRST["gb"] and not _MAY_BEGIN.match(text) for text in texts[1:])
    return heads + sum(text[-1] in NEVER_LAST["gb"] for text in texts[:-1])
