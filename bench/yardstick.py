"""Lines of text, ours beside Typst's: the same paragraphs set by both, both PDFs read back by one meter.

    python bench/yardstick.py [--measures 6-40] [FOLDER …]

FOLDER: story files, front matter between ``---`` lines, then paragraphs between empty lines. Without one: a real
issue where it is at hand, and the text in ``yardstick_text``. ``meter`` says what each column counts.
"""

import argparse
from collections.abc import Sequence
from importlib.metadata import version
from io import BytesIO
from itertools import chain
from math import inf
from pathlib import Path
from typing import Final
from unittest import mock

import rival_typst
import typst
from ground import BENCH, BODY, FONTS, REAL
from meter import Counts, measured, rows_of_pdf, total
from reportlab.pdfgen.canvas import Canvas

from bulletin_layout.findings import Location
from bulletin_layout.fonts import FontBook, FontFile
from bulletin_layout.issue import Style
from bulletin_layout.render import pdf_text
from bulletin_layout.render.flowables import BulletinParagraph

ARTICLES: Final = REAL / "articles"
OWN: Final = BENCH / "yardstick_text"
#: Measures in 字 that what we claim holds for.
JUDGED: Final = range(8, 21)
SIZE: Final = 9.0
_STYLE: Final = Style("body", size=SIZE, indent=2)
_COLUMNS: Final = (
    "lines", "loose", "very loose", "Σ(gap−0.05)²", "half marks", "unlike commas", "孤字", "hard faults",
    "Σ of the paragraphs where Typst leaves neither",
)  # fmt: skip


def paragraphs(folder: Path) -> list[str]:
    """The body paragraphs of every story in a folder."""
    found: list[str] = []
    for path in sorted(folder.glob("*.md")):
        body = path.read_text(encoding="utf-8").split("---\n", 2)[2]
        found += [text.strip() for text in body.split("\n\n") if text.strip() and not text.startswith("#")]
    return found


def book() -> FontBook:
    """Song alone."""
    return FontBook({("song", "regular"): FontFile(BODY, 0, "", "song", "regular", Location(str(BODY)))}, ("song",))


def ours(texts: Sequence[str], measure: int, fonts: FontBook) -> list[Counts]:
    """What this program leaves, a paragraph each. No line has an ActualText, within which PDFium tells no places."""
    out = BytesIO()
    canvas = Canvas(out)
    with mock.patch.object(pdf_text, "_SPACE", inf):
        for text in texts:
            paragraph = BulletinParagraph(text, _STYLE, fonts)
            canvas.setPageSize(paragraph.wrap(measure * SIZE, 0))
            paragraph.drawOn(canvas, 0, 0)
            canvas.showPage()
        canvas.save()
    return _counts(out.getvalue(), texts, fonts)


def theirs(texts: Sequence[str], measure: int, fonts: FontBook) -> list[Counts]:
    """What Typst leaves, a paragraph each."""
    family, _ = rival_typst.families()[BODY.name]
    source = f'''#set text(font: "{family}", lang: "zh", region: "cn", size: {SIZE}pt)
#set page(width: {measure * SIZE}pt, height: auto, margin: 0pt)
#set par(justify: true, first-line-indent: (amount: 2em, all: true))
'''
    source += "\n#pagebreak()\n".join(map(rival_typst.plain, texts))
    faces = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
    return _counts(typst.compile(source.encode(), font_paths=faces, format="pdf"), texts, fonts)


def _counts(pdf: bytes, texts: Sequence[str], fonts: FontBook) -> list[Counts]:
    """What the meter reads from a PDF with a paragraph on each page."""
    face = fonts.face("song", "regular")
    pages = list(rows_of_pdf(pdf, SIZE, lambda char: face.nominal(char)[1]))
    assert len(pages) == len(texts)
    return list(map(measured, pages))


def _row(name: str, mine: Sequence[Counts], other: Sequence[Counts]) -> str:
    a, b = total(mine), total(other)
    cells = [f"{x:.3g} · {y:.3g}" if isinstance(x, float) else f"{x} · {y}" for x, y in zip(a, b, strict=True)]
    cells[5:7] = [f"{a.share:.0%} · {b.share:.0%}"]
    # 孤字 are avoided at the price of wider gaps, so the paragraphs in which Typst leaves one are also left out
    both = [(x.over, y.over) for x, y in zip(mine, other, strict=True) if not y.lonely and not y.hard]
    cells.append(" · ".join(f"{sum(each):.3g}" for each in zip(*both, strict=True)))
    return f"| {name} | {' | '.join(cells)} |"


def main() -> None:
    """Print a table for every text."""
    parser = argparse.ArgumentParser(description="Count what lines look like beside Typst's, ours first.")
    parser.add_argument("folders", nargs="*", type=Path, default=[each for each in (ARTICLES, OWN) if each.is_dir()])
    parser.add_argument("--measures", default="6-40", help="in 字, default: %(default)s")
    options = parser.parse_args()
    first, _, last = options.measures.partition("-")
    fonts = book()
    for folder in options.folders:
        texts = paragraphs(folder)
        print(
            f"\n{folder}: {len(texts)} paragraphs, {sum(map(len, texts))} characters; ours · Typst {version('typst')}\n"
        )
        print(f"| 字 | {' | '.join(_COLUMNS)} |\n|--:{'|---' * len(_COLUMNS)}|")
        found = {}
        for measure in range(int(first), int(last or first) + 1):
            found[measure] = ours(texts, measure, fonts), theirs(texts, measure, fonts)
            print(_row(str(measure), *found[measure]), flush=True)
        judged = [each for measure, each in found.items() if measure in JUDGED]
        if judged:
            mine, other = (list(chain.from_iterable(each)) for each in zip(*judged, strict=True))
            print(_row(f"{JUDGED[0]}–{JUDGED[-1]}", mine, other))


if __name__ == "__main__":
    main()
