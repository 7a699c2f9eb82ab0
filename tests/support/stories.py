"""Stories as their files have them, and whether what another program read from a PDF is just that, in order."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from bulletin_layout.issue import Aside, Block, Figure, Issue, Paragraph, Photo, PullQuote, Roster, Story, Table, plain
from tests.support.press import flat

#: What composition adds to the words of a file: brackets and words of bylines, credits and heads; the end mark.
ADDED = re.compile(r"[（）()【】摄■]*")


def stories_of(issue: Issue) -> list[Story]:
    """All stories of an issue."""
    return [story for plan in issue.pages for story in plan.stories]


def pieces_of(story: Story, *, floating: bool = True) -> list[str]:
    """The story's texts in the order of its file, without white space: heads, photos, blocks, byline, notes.

    Without what is ``floating``: figures and tables, which on the page may stand somewhat after their place.
    """
    heads = (head.text for head in (story.kicker, story.headline, story.deck) if head is not None)
    photos = (text for photo in story.photos.values() for text in _photo(photo))
    blocks = (block for block in story.blocks if floating or not isinstance(block, Figure | Table))
    body = (text for block in blocks for text in _block(block))
    notes = (text for note in story.notes for text in (_circled(note.label), *(each.text for each in note.paragraphs)))
    return [text for text in map(flat, (*heads, *photos, *body, plain(story.byline), *notes)) if text]


def _circled(label: str) -> str:
    """A note's number as it is printed."""
    return chr(ord("①") + int(label) - 1)


def _photo(photo: Photo) -> tuple[str, str]:
    return plain(photo.caption), plain(photo.credit)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield block.label
            yield "".join(_circled(piece.note) if piece.note else piece.text for piece in block.pieces)
        case Figure():
            yield from _photo(block.photo)
        case Table():
            yield from ("".join(piece.text for piece in cell) for row in block.rows for cell in row)
        case PullQuote():
            yield from (paragraph.text for paragraph in block.paragraphs)
        case Roster():
            yield from ("".join(piece.text for piece in name) for name in block.names)
        case Aside():
            yield "".join(piece.text for piece in block.title)
            yield from (text for inner in block.blocks for text in _block(inner))
        case _:
            assert_never(block)


def difference(pieces: Iterable[str], text: str) -> str:
    """Where a text, without white space, is not the pieces one after another; empty when it is just they."""
    at = 0
    for piece in pieces:
        between = ADDED.match(text, at)
        starts = text.find(piece, at, (between.end() if between else at) + len(piece))
        if starts < 0:
            return f"expected {piece[:30]!r} and found {text[at : at + 40]!r}"
        at = starts + len(piece)
    rest = ADDED.sub("", text[at:], count=1)
    return f"more than the story: {rest[:40]!r}" if rest else ""


def in_order(pieces: Iterable[str], pages: Sequence[str]) -> str:
    """The first piece that does not come after the one before it in the pages' text; empty when all do.

    A piece may begin on one page and end on the next: running heads and jump notices stand between its parts.
    """
    text, at = "\f".join(pages), 0
    for piece in pieces:
        at = _end_of(piece, text, at)
        if at < 0:
            return piece[:40]
    return ""


def _end_of(piece: str, text: str, at: int) -> int:
    """Where the first such piece from ``at`` on ends; -1 where there is none."""
    starts = text.find(piece, at)
    if starts >= 0:
        return starts + len(piece)
    for cut in (found.start() for found in re.finditer("\f", text) if found.start() >= at):
        page_ends = text.find("\f", cut + 1)
        for length in range(len(piece) - 1, 0, -1):
            if text.find(piece[:length], at, cut) >= 0:
                rest = text.find(piece[length:], cut, page_ends if page_ends >= 0 else len(text))
                if rest >= 0:
                    return rest + len(piece) - length
    return -1
