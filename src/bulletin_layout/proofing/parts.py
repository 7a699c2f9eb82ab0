"""The texts of a story in reading order (稿件各部分), as a proofreader reads them."""

from collections.abc import Iterator, Sequence
from itertools import chain, count
from typing import assert_never

from bulletin_layout.issue import (
    Aside,
    Block,
    Figure,
    Head,
    Paragraph,
    Photo,
    Pieces,
    PullQuote,
    Roster,
    Story,
    Table,
    photos_of,
)
from bulletin_layout.values import NamedTuple


class Part(NamedTuple):
    """A text before its places are known. ``where``: which part of the printed story it is looked for in; ``label``: a
    label that is printed before it."""

    kind: str
    pieces: Pieces
    where: str
    name: str = ""


def named_photos(story: Story) -> Iterator[tuple[str, Photo]]:
    """The photos of a story by name; those in its text are counted, ``#1`` …"""
    names = chain(story.photos, (f"#{number}" for number in count(1)))
    return zip(names, photos_of(story), strict=False)


def styled(pieces: Pieces) -> tuple[tuple[int, int, str], ...]:
    """(Start, end, emphasis) of what is not in a text's own type."""
    found: list[tuple[int, int, str]] = []
    at = 0
    for piece in pieces:
        end = at + len(piece.text)
        said = " ".join(filter(None, (piece.emphasis, piece.mark, piece.shift, piece.ruby and f"ruby {piece.ruby}")))
        if said and found and found[-1][1:] == (at, said):
            found[-1] = (found[-1][0], end, said)
        elif said:
            found.append((at, end, said))
        at = end
    return tuple(found)


def parts_of(story: Story) -> Iterator[Part]:
    """All texts of a story in reading order: heads, byline, captions beside the text, body, notes."""
    for kind, head in (("kicker", story.kicker), ("headline", story.headline), ("deck", story.deck)):
        if head is not None:
            yield Part(kind, _joined_lines(head), kind)
    for name, photo in story.photos.items():
        yield from _captions(photo, name)
    number = [0]
    for block in story.blocks:
        yield from _block(block, number)
    if story.byline:
        yield Part("byline", story.byline, "byline")
    for note in story.notes:
        for paragraph in note.paragraphs:
            yield Part("note", paragraph.pieces, "note")


def _joined_lines(head: Head) -> Pieces:
    """The lines of a head, with a line feed where its author broke them."""
    pieces: list[Pieces] = []
    for line in head.lines:
        if pieces:
            last = pieces[-1][-1]
            pieces.append((type(last)("\n", last.location),))
        pieces.append(line)
    return tuple(piece for line in pieces for piece in line)


def _captions(photo: Photo, name: str) -> Iterator[Part]:
    if photo.caption:
        yield Part("caption", photo.caption, "caption", name)
    if photo.credit:
        yield Part("credit", photo.credit, "caption", name)


def _block(block: Block, figures: list[int]) -> Iterator[Part]:
    match block:
        case Paragraph():
            yield Part(block.kind, block.pieces, "body")
        case Figure():
            figures[0] += 1
            yield from _captions(block.photo, f"#{figures[0]}")
        case Table():
            for row in block.rows:
                yield Part("table", _tabbed(row), "body")
        case PullQuote():
            for paragraph in block.paragraphs:
                yield Part("pull", paragraph.pieces, "body")
        case Roster():
            yield Part("roster", _tabbed(block.names), "body")
        case Aside():
            if block.title:
                yield Part("aside", block.title, "body")
            for inner in block.blocks:
                yield from _block(inner, figures)
        case _:
            assert_never(block)


def _tabbed(cells: Sequence[Pieces]) -> Pieces:
    """Cells, or names, in a row, parted by tabs."""
    found: list[Pieces] = []
    some = next((cell[0] for cell in cells if cell), None)
    for number, cell in enumerate(cells):
        if number and some is not None:
            found.append((type(some)("\t", some.location),))
        found.append(cell)
    return tuple(piece for cell in found for piece in cell)
