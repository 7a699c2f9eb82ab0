"""One walk meets every text and every photo of a story, and all who look for something in a story take that walk."""

from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any, Final, get_args

from hypothesis import given
from hypothesis import strategies as st

from bulletin_layout.compose.text.notes import numbered
from bulletin_layout.findings import Location
from bulletin_layout.issue import (
    Aside,
    Block,
    Figure,
    Head,
    Note,
    Paragraph,
    Photo,
    Piece,
    Pieces,
    PullQuote,
    Roster,
    Story,
    Table,
    passages_of,
    photos_of,
    with_pieces,
)
from bulletin_layout.pictures import Picture
from bulletin_layout.reading.sources.files import Files
from bulletin_layout.reading.story.links import check_links
from tests.support.said import message


class Maker:
    """Makes blocks of which every text is another one, and keeps what it made in reading order."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.serial = count(1)
        self.texts: list[str] = []
        self.photos: list[Photo] = []

    def text(self) -> str:
        self.texts.append(f"<{next(self.serial)}>")
        return self.texts[-1]

    def place(self) -> Location:
        return Location("a.md", next(self.serial))

    def pieces(self) -> Pieces:
        return tuple(Piece(text := self.text(), self.place(), link=f"#{text}") for _ in range(self.some()))

    def some(self) -> int:
        return self.draw(st.integers(1, 2))

    def photo(self) -> Photo:
        picture = Picture(Path(f"{next(self.serial)}.jpg"), "", 9, 9, "")
        self.photos.append(Photo(picture, self.place(), self.pieces(), self.pieces()))
        return self.photos[-1]

    def paragraph(self) -> Paragraph:
        return Paragraph(
            self.pieces(), self.place(), self.draw(st.sampled_from(("body", "crosshead", "item", "verse")))
        )

    def pull(self) -> PullQuote:
        return PullQuote(tuple(replace(self.paragraph(), kind="pull") for _ in range(self.some())), self.place())

    def table(self) -> Table:
        rows = tuple(tuple(self.pieces() for _ in range(2)) for _ in range(self.some()))
        return Table(rows, ("start", "start"), self.place())

    def roster(self) -> Roster:
        return Roster(tuple(self.pieces() for _ in range(self.some())), 2, self.place())

    def aside(self) -> Aside:
        title = self.pieces() if self.draw(st.booleans()) else ()
        return Aside(title, tuple(self.block(*set(MAKERS) - {Aside}) for _ in range(self.some())), self.place())

    def block(self, *kinds: type) -> Block:
        ordered = sorted(kinds, key=lambda kind: kind.__name__)
        return MAKERS[self.draw(st.sampled_from(ordered))](self)

    def story(self) -> Story:
        heads: Any = {
            role: Head((self.pieces(), self.pieces()), self.place()) for role in ("kicker", "headline", "deck")
        }
        byline, photos = self.pieces(), {"p1": self.photo()}
        blocks = tuple(self.block(kind) for kind in self.draw(st.permutations(sorted(MAKERS, key=str))))
        notes = (Note("n", (replace(self.paragraph(), kind="note"),), self.place()),)
        return Story("a", Location("a.md"), blocks, **heads, byline=byline, photos=photos, notes=notes)


MAKERS: Final[dict[type, Callable[[Maker], Block]]] = {
    Paragraph: Maker.paragraph,
    Figure: lambda maker: Figure(maker.photo(), maker.place()),
    Table: Maker.table,
    PullQuote: Maker.pull,
    Roster: Maker.roster,
    Aside: Maker.aside,
}


@st.composite
def made(draw: st.DrawFn) -> tuple[Story, Maker]:
    """A story with every kind of block, and who made it."""
    maker = Maker(draw)
    return maker.story(), maker


def test_every_kind_of_block_is_made_here() -> None:
    assert set(MAKERS) == set(get_args(Block))


@given(made())
def test_every_text_is_met_once_in_reading_order(given_story: tuple[Story, Maker]) -> None:
    story, maker = given_story
    assert [piece.text for passage in passages_of(story) for piece in passage.pieces] == maker.texts
    assert list(photos_of(story)) == maker.photos


@given(made())
def test_every_link_is_checked(given_story: tuple[Story, Maker]) -> None:
    story, maker = given_story
    files = Files(Path())
    check_links((story,), (), files)
    for text, finding in zip(maker.texts, files.findings, strict=True):
        assert f'"{text}"' in message(finding)


@given(made())
def test_every_reference_to_a_note_is_numbered(given_story: tuple[Story, Maker]) -> None:
    story, maker = given_story

    def referring(pieces: Pieces) -> Pieces:
        return tuple(replace(piece, text="n", note="n") for piece in pieces)

    (found,) = numbered((with_pieces(story, referring),))
    texts = [piece.text for passage in passages_of(found) for piece in passage.pieces]
    assert texts == ["①"] * len(maker.texts)
    assert [note.label for note in found.notes] == ["①"]
