"""What an editor-in-chief checks on any finished page, asked of its marks and of the PDF's own text."""

import itertools

import pypdfium2  # type: ignore[import-untyped]

from bulletin_layout.grid import page_grid
from bulletin_layout.issue import PagePlan
from bulletin_layout.page import Page, PictureMark, TextMark

#: Written down here anew from GB/T 15834 §5.1 and CLREQ, not taken from the code under test.
NEVER_FIRST = "。．，、：；！？”’）》〉」』】〕·～%％℃…,.;:!?)]}/"
NEVER_LAST = "“‘（《〈「『【〔¥([{"


def body_lines(page: Page) -> list[tuple[str, float, str]]:
    """Story, baseline and text of every set line of body text, in order."""
    marks = [m for m in page.texts() if m.tag.story and m.tag.role in ("body", "quote", "byline")]
    grouped = itertools.groupby(marks, key=lambda m: (m.tag.story, m.tag.block, m.tag.line, m.y))
    return [(key[0], key[3], "".join("".join(m.run.texts) for m in group)) for key, group in grouped]


def forbidden_lines(page: Page) -> list[str]:
    """Lines of body text that begin or end with a mark that may not stand there."""
    lines = [text.removeprefix("·\u3000").strip() for _, _, text in body_lines(page)]  # without a list's label
    return [line for line in lines if line and (line[0] in NEVER_FIRST or line[-1] in NEVER_LAST)]


def off_grid(page: Page, plan: PagePlan) -> list[str]:
    """Lines of body text whose baseline is not on the page's grid, to a tenth of a point."""
    grid = page_grid(plan.layout.sheet, plan.number)
    found = []
    for _, y, text in body_lines(page):
        row = (y - grid.baseline(0)) / grid.line
        if abs(row - round(row)) * grid.line >= 0.1:
            found.append(text)
    return found


def on_pictures(page: Page) -> list[str]:
    """Text that lies on a picture."""
    found = []
    pictures = [m for m in page.marks if isinstance(m, PictureMark)]
    for mark in page.marks:
        if isinstance(mark, TextMark):
            left, right = mark.x + min(mark.run.xs), mark.x + max(mark.run.xs) + mark.run.size * 0.5
            for picture in pictures:
                beside = right <= picture.x or left >= picture.x + picture.width
                if not (beside or mark.y <= picture.y or mark.y - mark.run.size * 0.8 >= picture.y + picture.height):
                    found.append("".join(mark.run.texts))
    return found


def page_text(pdf: pypdfium2.PdfDocument, number: int) -> str:
    """A page's text as pdfium reads it, without white space and line-end hyphens."""
    text: str = pdf[number].get_textpage().get_text_bounded()
    return flat(text.replace("\ufffe", "").replace("\u00ad", ""))


def flat(text: str) -> str:
    """Text without white space."""
    return "".join(text.split())
