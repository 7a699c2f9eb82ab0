"""Collects the texts and pictures of a page's furniture (固定元素): running heads, imprint, banners, editor's line."""

from bulletin_layout.page import Page, TextMark
from bulletin_layout.render.story_blocks import IndexedMark, MarkIndex, glossed, ruby_of, runs_of, text_of
from bulletin_layout.values import NamedTuple


class FurnitureText(NamedTuple):
    """A text of furniture, on one or more lines, or a picture."""

    marks: tuple[IndexedMark, ...]

    @property
    def role(self) -> str:
        """The role of its marks."""
        return self.marks[0].mark.tag.role

    @property
    def text(self) -> str:
        """Its text; "" for a picture."""
        return text_of(self.marks)

    @property
    def linked(self) -> bool:
        """Whether it has a link."""
        return any(run.link for run in runs_of(self.marks))


def furniture_texts(page: Page, number: int) -> list[FurnitureText]:
    """The furniture of a page (``number`` in the edition, from 0), without artifacts, in the order of first marks."""
    texts: dict[tuple[str, str, int], list[IndexedMark]] = {}
    ruby = ruby_of(page, number)
    for at, mark in page.tagged():
        tag = mark.tag
        if tag.furniture and not tag.artifact and tag.role != "ruby":
            found = texts.setdefault((tag.role, tag.furniture, tag.block), [])
            over = ruby.pop(glossed(mark), []) if ruby and isinstance(mark, TextMark) else []
            found.append(IndexedMark(MarkIndex(number, at), mark, tuple(over)))
    return [FurnitureText(tuple(marks)) for marks in texts.values()]
