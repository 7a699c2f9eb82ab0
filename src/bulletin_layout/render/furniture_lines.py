"""Text of a page that is no story's, line by line (版面陈设): running heads, imprint, banners, the page's editor."""

from bulletin_layout.page import Page, PictureMark, TextMark
from bulletin_layout.render.story_blocks import IndexedMark, MarkIndex


def furniture_lines(page: Page, number: int) -> list[tuple[IndexedMark, ...]]:
    """The furniture of a page, ``number`` from 0: a line a line, but a text that was broken into several is one; and
    the nameplate where it is a picture."""
    lines: list[list[IndexedMark]] = []
    for index, mark in enumerate(page.marks):
        if not isinstance(mark, TextMark | PictureMark) or mark.story or not _says_something(mark):
            continue
        placed = IndexedMark(MarkIndex(number, index), mark)
        if lines and _goes_on(lines[-1][-1].mark, mark):
            lines[-1].append(placed)
        else:
            lines.append([placed])
    return [tuple(line) for line in lines]


def _says_something(mark: TextMark | PictureMark) -> bool:
    return isinstance(mark, TextMark) or mark.alt.startswith("nameplate")


def _goes_on(before: TextMark | PictureMark, mark: TextMark | PictureMark) -> bool:
    if not isinstance(before, TextMark) or not isinstance(mark, TextMark) or before.role != mark.role:
        return False
    return mark.line == before.line + 1 or (mark.line == before.line and mark.y == before.y)
