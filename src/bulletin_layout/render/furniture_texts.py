"""What a page's furniture says or shows (版面陈设): running heads, imprint, banners, the page's editor."""

from typing import NamedTuple

from bulletin_layout.page import Page, TextMark
from bulletin_layout.render.story_blocks import IndexedMark, MarkIndex, glossed, ruby_of, runs_of, text_of


class FurnitureText(NamedTuple):
    """A text of furniture, on as many lines as it needed, or a picture."""

    marks: tuple[IndexedMark, ...]

    @property
    def role(self) -> str:
        """What its marks are."""
        return self.marks[0].mark.tag.role

    @property
    def text(self) -> str:
        """What it says; a picture says nothing."""
        return text_of(self.marks)

    @property
    def linked(self) -> bool:
        """Whether something in it leads somewhere."""
        return any(run.link for run in runs_of(self.marks))


def furniture_texts(page: Page, number: int) -> list[FurnitureText]:
    """The furniture of a page, ``number`` from 0, but for what is an artifact; in the order of its first marks."""
    texts: dict[tuple[str, str, int], list[IndexedMark]] = {}
    ruby = ruby_of(page, number)
    for at, mark in page.tagged():
        tag = mark.tag
        if tag.furniture and not tag.artifact and tag.role != "ruby":
            found = texts.setdefault((tag.role, tag.furniture, tag.block), [])
            over = ruby.pop(glossed(mark), []) if ruby and isinstance(mark, TextMark) else []
            found.append(IndexedMark(MarkIndex(number, at), mark, tuple(over)))
    return [FurnitureText(tuple(marks)) for marks in texts.values()]
