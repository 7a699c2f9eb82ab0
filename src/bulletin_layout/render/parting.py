"""Marks parted where their runs say that something of its own begins (断开): an item's label, a printed address.

What is seen stays as it is: the parts of a mark stand where they stood in it.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from bulletin_layout.page import Edition, Mark, Page, PanelMark, PictureMark, RuleMark, TextMark


def parted(edition: Edition) -> Edition:
    """The same pages; labels, and addresses with a link to what they name, are marks of their own."""
    pages = tuple(
        replace(page, marks=tuple(_marks(page))) if any(text.run.parts for text in page.texts()) else page
        for page in edition.pages
    )
    return replace(edition, pages=pages)


def _marks(page: Page) -> Iterator[Mark]:
    for mark in page.marks:
        match mark:
            case TextMark(x=x, y=y, run=run, tag=tag):
                yield from (TextMark(x, y, piece, tag) for piece in run.parted()) if run.parts else (mark,)
            case RuleMark() | PanelMark() | PictureMark():
                yield mark
            case _:
                assert_never(mark)
