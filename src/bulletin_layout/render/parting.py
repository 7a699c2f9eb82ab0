"""Cuts marks at the parts of their runs (断开): labels of items, and addresses with a link.

The pages look the same: every glyph keeps its place. A tagged file needs the parts as marks of their own.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import assert_never

from bulletin_layout.page import Edition, Mark, Page, PanelMark, PictureMark, RuleMark, TextMark


def parted(edition: Edition, kept: dict[int, tuple[Page, Page]] | None = None) -> Edition:
    """The edition with labels and linked addresses as separate marks. ``kept``: pages before and after, of the last
    time; an unchanged page gives the very same page. It is brought up to date."""
    before = kept or {}
    cut = {id(page): (page, _parted(page, before)) for page in edition.pages}
    if kept is not None:
        kept.clear()
        kept.update(cut)
    return replace(edition, pages=tuple(cut[id(page)][1] for page in edition.pages))


def _parted(page: Page, before: Mapping[int, tuple[Page, Page]]) -> Page:
    known = before.get(id(page))
    if known is not None:  # its page is still held, so that no other one can have its identity
        return known[1]
    has_parts = any(text.run.parts for text in page.texts())
    return replace(page, marks=tuple(_marks(page))) if has_parts else page


def _marks(page: Page) -> Iterator[Mark]:
    for mark in page.marks:
        match mark:
            case TextMark(x=x, y=y, run=run, tag=tag):
                yield from (TextMark(x, y, piece, tag) for piece in run.parted()) if run.parts else (mark,)
            case RuleMark() | PanelMark() | PictureMark():
                yield mark
            case _:
                assert_never(mark)
