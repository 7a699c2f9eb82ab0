"""One meter for every program's lines: read back from a PDF, glyph by glyph, and judged by the same rules (量具)."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final, NamedTuple

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from bulletin_layout.typeset.classes import CLOSING, COMMAS, NEVER_FIRST, NEVER_LAST, OPENING, STOPS

#: Mean opening of a line's gaps between Han, em: it shows, it jars; what a gap may open unseen.
LOOSE: Final = 0.12
VERY_LOOSE: Final = 0.21
UNSEEN: Final = 0.05
#: A mark no wider than this has no blank left; commas whose widths differ by more are unlike, em.
_HALF: Final = 0.55
_UNLIKE: Final = 0.25
_LEAST_GAP, _MOST_GAP = 1 / 8 - 2e-3, 1 / 2 + 2e-3
_HAN: Final = re.compile("[\u4e00-\u9fff]")
_LATIN: Final = re.compile("[A-Za-z0-9]")
#: Not forbidden at a line's head after all: a dash, a sign before its number.
_MAY_BEGIN: Final = re.compile("——|[－＋][0-9]")
_LETTER: Final = re.compile("[A-Za-z0-9\u4e00-\u9fff]")
_BLANK_RIGHT: Final = frozenset(CLOSING + COMMAS + STOPS)


class Placed(NamedTuple):
    """A glyph on a line: its text, its left edge and its right edge by its font's advance, em."""

    text: str
    left: float
    right: float


Row = list[Placed]


def rows_of_pdf(pdf: bytes, size: float, advance: Callable[[str], float]) -> Iterator[list[Row]]:
    """The rows of each page. ``size``: of the type, points; ``advance``: of a character in the text's face, em."""
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        found = []
        text = page.get_textpage()
        x, y = pdfium.c_double(), pdfium.c_double()
        for index in range(text.count_chars()):
            char = chr(pdfium.FPDFText_GetUnicode(text, index))
            if (char.isspace() and char != "\u3000") or pdfium.FPDFText_IsGenerated(text, index) == 1:
                continue
            pdfium.FPDFText_GetCharOrigin(text, index, x, y)
            left = x.value / size
            found.append((round(y.value, 1), Placed(char, left, left + advance(char))))
        yield [[placed for _, placed in row] for _, row in groupby(found, key=lambda each: each[0])]


def measured(rows: Sequence[Row]) -> Counter[str]:
    """What is counted of one paragraph."""
    found: Counter[str] = Counter(lines=len(rows))
    above: float | None = None
    for number, row in enumerate(rows):
        found += _openings(row)
        found["half"] += sum(width <= _HALF for width in _mark_widths(row))
        found["hard"] += _hard(row, number == 0, number + 1 == len(rows))
        widths = [width for width in _mark_widths(row, COMMAS)]
        mean = sum(widths) / len(widths) if widths else None
        if mean is not None:
            found["comma lines"] += 1
            if above is not None:
                found["comma pairs"] += 1
                found["unlike"] += abs(mean - above) > _UNLIKE
        above = mean
    last = "".join(placed.text for placed in rows[-1])
    found["lonely"] += len(rows) > 1 and sum(map(str.isalnum, last)) <= 1
    return found


def _openings(row: Row) -> Counter[str]:
    """How far the row's gaps between Han are opened."""
    gaps = [b.left - a.right for a, b in pairwise(row) if _HAN.match(a.text) and _HAN.match(b.text)]
    mean = sum(gaps) / len(gaps) if gaps else 0.0
    over = sum((gap - UNSEEN) ** 2 for gap in gaps if gap > UNSEEN)
    return Counter({"loose": mean > LOOSE, "very loose": mean > VERY_LOOSE, "over": over})


def _mark_widths(row: Row, which: str = "") -> Iterator[float]:
    """Widths of the marks inside a row that have a letter on the side of their blank; em."""
    for a, b in pairwise(row):
        if a.text in (which or _BLANK_RIGHT) and _LETTER.match(b.text):
            yield b.left - a.left
        if not which and b.text in OPENING and _LETTER.match(a.text):
            yield 1.0 + b.left - a.right


def _hard(row: Row, first: bool, last: bool) -> int:
    """Han–Latin gaps outside ⅛–½ em, and forbidden heads and tails."""
    count = 0
    for a, b in pairwise(row):
        if (_HAN.match(a.text) and _LATIN.match(b.text)) or (_LATIN.match(a.text) and _HAN.match(b.text)):
            count += not _LEAST_GAP <= b.left - a.right <= _MOST_GAP
    text = "".join(placed.text for placed in row)
    count += not first and text[0] in NEVER_FIRST["gb"] and not _MAY_BEGIN.match(text)
    return count + (not last and text[-1] in NEVER_LAST["gb"])
