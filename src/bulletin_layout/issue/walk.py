"""Walks over a story (稿件遍历): all its texts and photos, in whatever block they are.

Code that searches for links, notes, missing characters, lengths or photos uses these functions, so that it needs no
change for a new kind of block. The two ``match`` statements below are the only ones that look into every block.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Literal, assert_never

from bulletin_layout.findings import Location
from bulletin_layout.issue.issue import PagePlan
from bulletin_layout.issue.story import (
    Aside,
    Block,
    Figure,
    Head,
    Note,
    Paragraph,
    ParagraphKind,
    Photo,
    Pieces,
    PullQuote,
    Roster,
    Story,
    Table,
)
from bulletin_layout.values import dataclass, replace

PassageKind = ParagraphKind | Literal["kicker", "headline", "deck", "byline", "caption", "table", "roster", "aside"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of a story: a paragraph, head, byline, caption, credit, table cell, name of a roster, or title of a box.

    ``kind``: the role of its style; only a ``body`` in a box has the role ``aside``. ``boxed``: it is in a box (aside).
    ``location``: that of its block, head or photo.
    """

    kind: PassageKind
    pieces: Pieces
    location: Location
    boxed: bool = False

    @property
    def text(self) -> str:
        """The text without inline marks."""
        return "".join(piece.text for piece in self.pieces)


def passages_of(story: Story) -> Iterator[Passage]:
    """All texts of a story: heads, byline, captions, body, notes."""
    yield from passages_above(story)
    yield from passages_in(story.blocks)
    for note in story.notes:
        for paragraph in note.paragraphs:
            yield Passage("note", paragraph.pieces, paragraph.location)


def passages_above(story: Story) -> Iterator[Passage]:
    """The texts of a story's front matter: heads, byline, captions of the photos that it names."""
    yield from _head("kicker", story.kicker)
    yield from _head("headline", story.headline)
    yield from _head("deck", story.deck)
    if story.byline:
        yield Passage("byline", story.byline, story.location)
    for photo in story.photos.values():
        yield from _captions(photo, boxed=False)


def passages_in(blocks: Iterable[Block]) -> Iterator[Passage]:
    """All texts in these blocks, in reading order."""
    for part in _parts(blocks, boxed=False):
        if isinstance(part, Passage):
            yield part


def photos_of(story: Story) -> Iterator[Photo]:
    """All photos of a story: those of the front matter, then those in the text."""
    yield from story.photos.values()
    for part in _parts(story.blocks, boxed=False):
        if isinstance(part, Photo):
            yield part


def texts_beside(page: PagePlan) -> Iterator[Pieces]:
    """The texts printed on a page that belong to no story: banners, furniture, label and name of its editor."""
    for layout in (page.layout, *([page.layout.first] if page.layout.first is not None else ())):
        yield from (banner.text for banner in layout.banners.values())
        yield from (line.text for furniture in layout.furniture for line in furniture.lines)
        if layout.editor is not None:
            yield layout.editor.label
    yield page.editor


def with_pieces(story: Story, change: Callable[[Pieces], Pieces]) -> Story:
    """The story with ``change`` applied to all its texts."""
    notes = tuple(
        Note(note.label, tuple(_paragraph_with(each, change) for each in note.paragraphs), note.location)
        for note in story.notes
    )
    return replace(
        story,
        kicker=_head_with(story.kicker, change),
        headline=_head_with(story.headline, change),
        deck=_head_with(story.deck, change),
        byline=change(story.byline),
        photos={name: _photo_with(photo, change) for name, photo in story.photos.items()},
        blocks=tuple(_block_with(block, change) for block in story.blocks),
        notes=notes,
    )


def _parts(blocks: Iterable[Block], *, boxed: bool) -> Iterator[Passage | Photo]:
    for block in blocks:
        place = block.location
        match block:
            case Paragraph():
                yield Passage(block.kind, block.pieces, place, boxed)
            case Figure():
                yield block.photo
                yield from _captions(block.photo, boxed=boxed)
            case Table():
                yield from (Passage("table", cell, place, boxed) for row in block.rows for cell in row)
            case PullQuote():
                yield from (Passage("pull", each.pieces, each.location, boxed) for each in block.paragraphs)
            case Roster():
                yield from (Passage("roster", name, place, boxed) for name in block.names)
            case Aside():
                if block.title:
                    yield Passage("aside", block.title, place, boxed=True)
                yield from _parts(block.blocks, boxed=True)
            case _:
                assert_never(block)


def _block_with(block: Block, change: Callable[[Pieces], Pieces]) -> Block:
    match block:
        case Paragraph():
            return _paragraph_with(block, change)
        case Figure():
            return replace(block, photo=_photo_with(block.photo, change))
        case Table():
            return replace(block, rows=tuple(tuple(change(cell) for cell in row) for row in block.rows))
        case PullQuote():
            return replace(block, paragraphs=tuple(_paragraph_with(each, change) for each in block.paragraphs))
        case Roster():
            return replace(block, names=tuple(change(name) for name in block.names))
        case Aside():
            blocks = tuple(_block_with(inner, change) for inner in block.blocks)
            return replace(block, title=change(block.title), blocks=blocks)
        case _:
            assert_never(block)


def _paragraph_with(paragraph: Paragraph, change: Callable[[Pieces], Pieces]) -> Paragraph:
    return replace(paragraph, pieces=change(paragraph.pieces))


def _head_with(head: Head | None, change: Callable[[Pieces], Pieces]) -> Head | None:
    return None if head is None else replace(head, lines=tuple(change(line) for line in head.lines))


def _photo_with(photo: Photo, change: Callable[[Pieces], Pieces]) -> Photo:
    return replace(photo, caption=change(photo.caption), credit=change(photo.credit))


def _head(kind: Literal["kicker", "headline", "deck"], head: Head | None) -> Iterator[Passage]:
    if head is not None:
        yield Passage(kind, tuple(piece for line in head.lines for piece in line), head.location)


def _captions(photo: Photo, *, boxed: bool) -> Iterator[Passage]:
    for pieces in (photo.caption, photo.credit):
        if pieces:
            yield Passage("caption", pieces, photo.location, boxed)
