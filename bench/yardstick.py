"""Faults per 10,000 characters of a real issue's paragraphs, set at several measures, beside what Typst leaves.

    python bench/yardstick.py [ARTICLES]

A fault is a line whose gaps between Han are opened by more than 0.12 em in the mean, a Han–Latin gap outside
[1/8, 1/2] em, or a last line of one character (孤字). All are read from the placed glyphs, not from the ledger.
ARTICLES is a folder of story files: front matter between ``---`` lines, then paragraphs between blank lines.
"""

import re
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple

from ground import BODY, REAL

from bulletin_layout.findings import Location
from bulletin_layout.fonts import Face, FontBook, FontFile
from bulletin_layout.issue import Style
from bulletin_layout.typeset import Line, TextRun, break_lines, prepare

ARTICLES: Final = REAL / "articles"
#: Typst 0.15.2 on the same paragraphs (issue 2): measure in 字 → faults per 10,000 characters.
TYPST: Final = {6: 167, 8: 85, 10: 42, 13: 5, 16: 4, 20: 2, 27: 0, 40: 0}
SIZE: Final = 9.0
_WIDEST: Final = 0.12
_LEAST_GAP, _MOST_GAP = 1 / 8 - 1e-4, 1 / 2 + 1e-4
_HAN: Final = re.compile("[\u4e00-\u9fff]")
_LATIN: Final = re.compile("[A-Za-z0-9]")


class Placed(NamedTuple):
    """A glyph on a line: its text, its left edge and its right edge by advance, in em."""

    text: str
    left: float
    right: float


def paragraphs(folder: Path) -> list[str]:
    """The body paragraphs of every story in a folder."""
    found = []
    for path in sorted(folder.glob("*.md")):
        body = path.read_text(encoding="utf-8").split("---\n", 2)[2]
        found += [p.strip() for p in re.split(r"\n\s*\n", body) if p.strip() and not p.startswith("#")]
    return found


def book() -> FontBook:
    """Song alone."""
    return FontBook({("song", "regular"): FontFile(BODY, 0, "", "song", "regular", Location(str(BODY)))}, ("song",))


def set_all(texts: Sequence[str], measure: int, fonts: FontBook) -> Iterator[tuple[Line, ...]]:
    """Every paragraph at a measure in 字, the first line 2 em in."""
    style = Style("body", size=SIZE, indent=2)
    for text in texts:
        yield break_lines(prepare((TextRun(text, style),), style, fonts), (measure * SIZE,)).lines


def faults(lines: Sequence[Line]) -> Counter[str]:
    """The faults of one paragraph, by name."""
    found: Counter[str] = Counter()
    for line in lines:
        glyphs = [g for g in _glyphs(line) if not g.text.isspace()]
        gaps = [b.left - a.right for a, b in pairwise(glyphs) if _HAN.match(a.text) and _HAN.match(b.text)]
        found["loose"] += bool(gaps) and sum(gaps) / len(gaps) > _WIDEST
        for a, b in pairwise(glyphs):
            if (_HAN.match(a.text) and _LATIN.match(b.text)) or (_LATIN.match(a.text) and _HAN.match(b.text)):
                found["gap"] += not _LEAST_GAP <= b.left - a.right <= _MOST_GAP
    last = "".join(g.text for g in _glyphs(lines[-1]))
    found["lonely"] += len(lines) > 1 and sum(map(str.isalnum, last)) <= 1
    return found


def _glyphs(line: Line) -> list[Placed]:
    return [
        Placed(text, x / SIZE, x / SIZE + _advance(run.face, gid))
        for run in line.runs
        for gid, x, text in zip(run.gids, run.xs, run.texts, strict=True)
    ]


def _advance(face: Face, gid: int) -> float:
    return face.advance(gid)


def main(folder: Path) -> None:
    """Print the table."""
    texts = paragraphs(folder)
    if not texts:
        print(f"No story files in {folder}: left out.", file=sys.stderr)
        return
    count = sum(map(len, texts))
    print(f"{len(texts)} paragraphs, {count} characters; faults per 10,000 characters")
    print("measure  loose   gap  孤字   all  Typst  forced  seconds")
    fonts = book()
    for measure, theirs in TYPST.items():
        start = time.perf_counter()
        settings = list(set_all(texts, measure, fonts))
        seconds = time.perf_counter() - start
        total = sum((faults(lines) for lines in settings), Counter[str]())
        forced = sum(line.ledger.forced for lines in settings for line in lines)
        loose, gap, lonely = (total[name] * 1e4 / count for name in ("loose", "gap", "lonely"))
        print(
            f"{measure:4} 字 {loose:7.1f} {gap:5.1f} {lonely:5.1f} {loose + gap + lonely:5.1f} {theirs:6}"
            f" {forced:7} {seconds:8.3f}"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES)
