"""From a glyph on a page to its character in a file, and back (版面与来源互查).

Composition leaves on every mark the pieces of text that its line is of (``page.Origin``). The glyphs of a line are
aligned with that text (``aligning``): what was set beside it (labels, brackets, hyphens) belongs to no character, and
what was not set (blanks at a line's end) to no glyph.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from bulletin_layout.findings import Location
from bulletin_layout.grid import Rect
from bulletin_layout.issue import Piece
from bulletin_layout.live.page_places import Char, PagePlaces
from bulletin_layout.live.texts import Texts
from bulletin_layout.page import Origin, Page, PictureMark, TextMark
from bulletin_layout.values import NamedTuple


class GlyphPlace(NamedTuple):
    """Where a glyph comes from. ``exact``: it stands at this place literally; else the place is that of what it comes
    from: the paragraph of a label, an escape, the name in a template."""

    location: Location
    exact: bool


class Shown(NamedTuple):
    """Glyphs ``first`` to ``end`` (exclusive) of a mark of a page; of a picture, all of it (0, 0)."""

    page: int
    mark: int
    first: int
    end: int


class Places:
    """The places of a composed issue's glyphs. What is known of a page is kept while the page is the same object; pass
    the ``Places`` of the view before as ``before``."""

    def __init__(self, pages: Sequence[Page], texts: Texts, before: "Places | None" = None) -> None:
        self.pages = {page.number: page for page in pages}
        self.texts = texts
        known = before._known if before is not None else {}
        self._known: dict[int, PagePlaces] = {id(page): known[id(page)] for page in pages if id(page) in known}

    def of_glyph(self, page: int, mark: int, glyph: int) -> GlyphPlace | None:
        """Where a glyph of a page comes from; None: from no text. ``mark``: index among the page's marks; a picture's
        place is where it is named."""
        found = self.pages[page].marks[mark]
        if isinstance(found, PictureMark):
            return GlyphPlace(found.tag.location, exact=True) if found.tag.location is not None else None
        if not isinstance(found, TextMark) or found.origin is None:
            return None
        if found.tag.role == "ruby":
            return self._beginning(_base_of(found), found.origin)
        at = self._page(page).aligned(mark)[glyph]
        return self._own(found, at) or self._beginning(at, found.origin)

    def of_place(self, path: str, line: int, column: int | None = None) -> tuple[Shown, ...]:
        """The glyphs that a place in a file is set as, from the first page on; without a column, those of the whole
        line. When nothing of that place is printed, those of the nearest character before it on its line, or behind
        it; of a file's line of which nothing is printed, none."""
        found: list[tuple[int, Char]] = []
        for page in self.showing(path, line):
            found += [(page.number, char) for char in self._chars(page.number, path, line)]
        if column is not None and found:
            columns = sorted({char.column for _, char in found})
            nearest = columns[max(0, bisect_right(columns, column) - 1)]
            found = [(number, char) for number, char in found if char.column == nearest]
        return tuple(_joined(found))

    def showing(self, path: str, line: int) -> tuple[Page, ...]:
        """The pages that show something of a line of a file."""
        return tuple(known.page for known in self._of_file.get(path, ()) if known.shows(path, line))

    @cached_property
    def _of_file(self) -> Mapping[str, Sequence[PagePlaces]]:
        """By path of a file, what is known of the pages that show something of it."""
        found: dict[str, list[PagePlaces]] = {}
        for number in self.pages:
            page = self._page(number)
            for path in page.files:
                found.setdefault(path, []).append(page)
        return found

    @cached_property
    def beginnings(self) -> Mapping[str, tuple[int, Rect]]:
        """By story, the page on which it begins, and the box of its first line there."""
        pages = reversed(self.pages.keys())
        return {story: (number, box) for number in pages for story, box in self._page(number).beginnings.items()}

    def _beginning(self, at: int | None, origin: Origin) -> GlyphPlace | None:
        """Where the text begins that a glyph without a character of its own belongs to."""
        if not origin.pieces:
            return None
        inner = max((at if at is not None else origin.start) - origin.ahead, 0)
        return self._of_char(origin, inner)._replace(exact=False)

    def _own(self, mark: TextMark, at: int | None) -> GlyphPlace | None:
        """The place of a character of an origin's text; None if it was set beside what stands in a file."""
        if at is None or mark.origin is None:
            return None
        ahead = mark.origin.ahead
        return self._typed_label(mark, at) if at < ahead else self._of_char(mark.origin, at - ahead)

    def _typed_label(self, mark: TextMark, at: int) -> GlyphPlace | None:
        """The place of a character of a label that the author typed, right before the paragraph's text."""
        label, origin = mark.tag.label, mark.origin
        if not label or origin is None or not origin.pieces:
            return None
        begin = origin.pieces[0].location
        lines = self.texts.lines(begin.path)
        before = lines[begin.line - 1][: begin.column - 1] if begin.line <= len(lines) else ""
        found = before.rfind(label)
        if found < 0 or any(char.isalnum() for char in before[found + len(label) :]) or at >= len(label):
            return None
        return GlyphPlace(Location(begin.path, begin.line, found + at + 1), exact=True)

    def _of_char(self, origin: Origin, at: int) -> GlyphPlace:
        piece, offset = _piece_at(origin.pieces, at)
        return self._in_piece(piece, offset)

    def _in_piece(self, piece: Piece, offset: int) -> GlyphPlace:
        """The place of a piece's character. Text that does not stand in its file as it is set (an escape, a value of a
        template, a note's number) is as a whole at the piece's place."""
        here = piece.location
        until = piece.text[: offset + 1]
        if until and not piece.note and self.texts.at(here, offset + 1) == until:
            return GlyphPlace(Location(here.path, here.line, here.column + offset), exact=True)
        return GlyphPlace(here, exact=False)

    def _page(self, number: int) -> "PagePlaces":
        page = self.pages[number]
        known = self._known.get(id(page))
        if known is None:
            known = self._known[id(page)] = PagePlaces(page)
        return known

    def _chars(self, number: int, path: str, line: int) -> Iterator[Char]:
        """The characters of a line of a file that a page shows."""
        page = self._page(number)
        for mark, place in page.pictures.get((path, line), ()):
            yield Char(place.column, mark, -1)
        for group in page.touching.get((path, line), ()):
            if group not in page.chars:
                page.chars[group] = self._set_chars(page, group)
            yield from page.chars[group].get((path, line), ())

    def _set_chars(self, page: "PagePlaces", group: int) -> dict[tuple[str, int], list[Char]]:
        """The characters of a set line, by path and line."""
        chars: dict[tuple[str, int], list[Char]] = {}
        for number, mark in page.lines[group]:
            for glyph, at in enumerate(page.aligned(number)):
                if own := self._own(mark, at):
                    place = own.location
                    chars.setdefault((place.path, place.line), []).append(Char(place.column, number, glyph))
        return chars


def _base_of(ruby: TextMark) -> int | None:
    """The index in its origin's text of the character that a reading stands over."""
    return ruby.run.gloss - 1 if ruby.run.gloss else None


def _piece_at(pieces: Sequence[Piece], at: int) -> tuple[Piece, int]:
    for piece in pieces:
        if at < len(piece.text):
            return piece, at
        at -= len(piece.text)
    last = pieces[-1]
    return last, max(0, len(last.text) - 1)


def _joined(found: Sequence[tuple[int, Char]]) -> Iterator[Shown]:
    """Characters as stretches of glyphs, mark by mark."""
    last: Shown | None = None
    for page, char in sorted(found, key=lambda each: (each[0], each[1].mark, each[1].glyph)):
        here = Shown(page, char.mark, max(char.glyph, 0), char.glyph + 1)
        if last is not None and (last.page, last.mark) == (page, char.mark) and last.end >= here.first:
            last = last._replace(end=max(last.end, here.end))
            continue
        if last is not None:
            yield last
        last = here
    if last is not None:
        yield last
