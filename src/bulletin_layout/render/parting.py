"""Cuts marks at the parts of their runs (断开): labels of items, and addresses with a link.

The pages look the same: every glyph keeps its place. A tagged file needs the parts as marks of their own.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from bulletin_layout.page import Edition, Mark, Page, PanelMark, PictureMark, RuleMark, TextMark


def parted(edition: Edition) -> Edition:
    """The edition with labels and linked addresses as separate marks."""
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
