"""The text of an edition as plain text (纯文本), story by story, for indexers.

It is what is printed, in the order in which it is read, without what belongs to pages alone: running heads, notices of
jumps.
"""

from collections.abc import Sequence
from itertools import groupby

from bulletin_layout.page import Edition
from bulletin_layout.render.story_blocks import IndexedMark, StoryBlock, story_blocks, text_of
from bulletin_layout.values import NamedTuple


class StoryText(NamedTuple):
    """A story's text, its paragraphs parted by empty lines. ``page``: index of the page on which it begins."""

    slug: str
    page: int
    text: str


def story_texts(edition: Edition) -> tuple[StoryText, ...]:
    """Every story on a page, in the order in which they first appear."""
    titles = {entry.story: entry.title for page in edition.pages for entry in page.outline if entry.level == 1}
    found = []
    for slug, blocks in story_blocks(edition).items():
        texts = (_text(block, titles.get(slug, "")) for block in blocks if block.role != "jump")
        whole = "\n\n".join(filter(None, texts))
        found.append(StoryText(slug, blocks[0].marks[0].place.page, f"{whole}\n" if whole else ""))
    return tuple(found)


def edition_text(edition: Edition) -> str:
    """The whole issue: its title and date, then page by page the stories that begin there."""
    texts = story_texts(edition)
    parts = [f"{edition.title}\n{edition.date.isoformat()}\n"]
    for number, page in enumerate(edition.pages):
        own = [each.text for each in texts if each.page == number and each.text]
        if own:
            parts += [f"第{page.number}版　{page.name}".rstrip("　") + "\n", *own]
    return "\n".join(parts)


def _text(block: StoryBlock, title: str) -> str:
    """One block. A table has a line for each row, its cells parted by tabs; a headline is as its bookmark says it."""
    if block.role == "table":
        return _rows(block.marks)
    text = text_of(block.marks).strip()
    same = title.replace(" ", "") == text.replace(" ", "")
    return title if block.role == "headline" and same else text


def _rows(marks: Sequence[IndexedMark]) -> str:
    cells: dict[tuple[int, int], str] = {}
    for placed in marks:
        cell = placed.mark.tag.cell
        if cell is not None:
            at = (cell.row, cell.column)
            cells[at] = cells.get(at, "") + text_of((placed,))
    rows = groupby(sorted(cells.items()), key=lambda item: item[0][0])
    return "\n".join("\t".join(text.strip() for _, text in row) for _, row in rows)
