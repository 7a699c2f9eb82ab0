"""One walk over a story (稿件遍历): every text and every photo in it, whatever the blocks that they stand in.

Links, notes, missing characters, lengths and photos in use are looked for here, so a new kind of block needs no change
where something is only looked for. The two ``match`` statements below are the only ones that open every block.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Literal, assert_never

from bulletin_layout.findings import Location
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
from bulletin_layout.values import dataclass

PassageKind = ParagraphKind | Literal["kicker", "headline", "deck", "byline", "caption", "table", "roster", "aside"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of a story: a paragraph, a head, the byline, a caption or credit, a table's cell, a name, a box's title.

    ``kind`` is the name of the style that sets it, but for the ``body`` of a box, which the style ``aside`` sets;
    ``boxed``: it stands in a box; ``location``: of the block, head or photo that it belongs to.
    """

    kind: PassageKind
    pieces: Pieces
    location: Location
    boxed: bool = False

    @property
    def text(self) -> str:
        """The text without emphasis."""
        return "".join(piece.text for piece in self.pieces)


def passages_of(story: Story) -> Iterator[Passage]:
    """Every text of a story: heads, byline, captions of its photos, body, notes."""
    yield from passages_above(story)
    yield from passages_in(story.blocks)
    for note in story.notes:
        for paragraph in note.paragraphs:
            yield Passage("note", paragraph.pieces, paragraph.location)


def passages_above(story: Story) -> Iterator[Passage]:
    """What stands outside a story's body: heads, byline, captions of the photos that its front matter names."""
    yield from _head("kicker", story.kicker)
    yield from _head("headline", story.headline)
    yield from _head("deck", story.deck)
    if story.byline:
        yield Passage("byline", story.byline, story.location)
    for photo in story.photos.values():
        yield from _captions(photo, boxed=False)


def passages_in(blocks: Iterable[Block]) -> Iterator[Passage]:
    """Every text in some blocks, in reading order; captions follow what they belong to."""
    for part in _parts(blocks, boxed=False):
        if isinstance(part, Passage):
            yield part


def photos_of(story: Story) -> Iterator[Photo]:
    """Every photo of a story: those that the front matter names, then those in the text."""
    yield from story.photos.values()
    for part in _parts(story.blocks, boxed=False):
        if isinstance(part, Photo):
            yield part


def with_pieces(story: Story, change: Callable[[Pieces], Pieces]) -> Story:
    """The story with the pieces of all its texts changed."""
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
