"""The list of changes (改动清单): pages after the sheets, story by story."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from bulletin_layout.findings.phrases import Phrase, text
from bulletin_layout.inks import Ink
from bulletin_layout.languages import Language
from bulletin_layout.measures import PAPERS, POINTS_PER_MM
from bulletin_layout.page import Mark, Page
from bulletin_layout.proofing import words
from bulletin_layout.proofing.changes import Change, Comparison, StoryStanding
from bulletin_layout.proofing.lettering import Lettered, Letters, Words, rule
from bulletin_layout.proofing.telling import DARK, GREY, content, kind_of, place_of, story_name, summary

_MM: Final = POINTS_PER_MM
_WIDTH, _HEIGHT = (side * _MM for side in PAPERS["A4"])
_LEFT, _RIGHT, _TOP, _FOOT = 15 * _MM, _WIDTH - 15 * _MM, 18 * _MM, _HEIGHT - 16 * _MM
#: Left edges of the columns: number, place, what was done, the text, weight.
_COLUMNS: Final = tuple(_LEFT + at * _MM for at in (0, 9, 51, 74, 168))
_SIZE: Final = 8.5
_AIR: Final = 4.0
_MOST: Final = 60
#: Weights that an eye must not pass over.
_HEAVY: Final = ("name", "number", "head")


class _Row(NamedTuple):
    """A row: the texts of its columns, each with its left edge; ``apart``: a line above it."""

    cells: tuple[tuple[float, Lettered], ...]
    apart: bool = False

    @property
    def height(self) -> float:
        return max(cell.height for _, cell in self.cells) + _AIR


def list_pages(
    comparison: Comparison, head: Phrase, first: int, letters: Letters, ink: Ink, language: Language
) -> Iterator[Page]:
    """The pages of the list, numbered from ``first``. ``head``: what it is of; ``ink``: of what is new."""
    rows = [*_rows(comparison, letters, ink, language)]
    number = first
    while rows:
        title = f"{text(words.LIST, language)}　{text(head, language)}"
        marks = letters.set(Words(title, DARK, bold=True), 13, _RIGHT - _LEFT).marks(_LEFT, _TOP - 8)
        y = _TOP + 14
        if number == first:
            said = letters.set(Words(text(summary(comparison), language), DARK), 9.5, _RIGHT - _LEFT)
            marks += said.marks(_LEFT, y)
            y += said.height + 8
        taken = _fill(rows, y, marks)
        rows = rows[taken:]
        name = text(words.LIST, language)
        yield Page(number, name, _WIDTH, _HEIGHT, 0.0, (*marks, *_page_number(number - first + 1, letters)))
        number += 1


def _fill(rows: Sequence[_Row], y: float, marks: list[Mark]) -> int:
    """Put rows on a page from ``y`` down; returns how many, at least one."""
    for count, row in enumerate(rows):
        if count and y + row.height > _FOOT:
            return count
        if row.apart:
            marks.append(rule(_LEFT, y - 1.5, _RIGHT, y - 1.5, GREY, 0.4))
        for x, cell in row.cells:
            marks += cell.marks(x, y + 1)
        y += row.height
    return len(rows)


def _page_number(number: int, letters: Letters) -> list[Mark]:
    return letters.set(Words(str(number), GREY), 8, _RIGHT - _LEFT, "center").marks(_LEFT, _FOOT + 12)


def _rows(comparison: Comparison, letters: Letters, ink: Ink, language: Language) -> Iterator[_Row]:
    heads = (Words(text(head, language), GREY) for head in words.LIST_HEADS)
    yield _Row(tuple((x, letters.set(head, 7, 100)) for x, head in zip(_COLUMNS, heads, strict=True)))
    titles = {story.slug: story for story in comparison.stories}
    first = {change.story: change.number for change in reversed(comparison.changes)}
    ordered = sorted(comparison.changes, key=lambda change: (first[change.story], change.number))
    for slug, own in groupby(ordered, lambda change: change.story):
        story = titles.get(slug)
        said = Words(text(story_name(slug, story.title if story is not None else ""), language), DARK, bold=True)
        yield _Row(((_LEFT, letters.set(said, _SIZE + 1, _RIGHT - _LEFT)),), apart=True)
        yield from (_change(change, letters, ink, language) for change in own)
    quiet = [story for story in comparison.stories if not story.changes]
    for number, story in enumerate(sorted(quiet, key=lambda each: not each.lines)):
        yield _quiet(story, letters, language, apart=number == 0)


def _change(change: Change, letters: Letters, ink: Ink, language: Language) -> _Row:
    heavy = change.weight in _HEAVY
    places = [text(place_of(place), language) for place in (change.was, change.now)]
    where = places[0] if places[0] == places[1] or not places[1] else " → ".join(filter(None, places))
    cells = (
        [Words(str(change.number), ink, bold=True)],
        [Words(where, DARK)],
        [Words(text(kind_of(change), language), DARK)],
        content(change, ink, _MOST, language, around=True),
        [Words(text(words.WEIGHTS[change.weight], language), DARK, bold=heavy)],
    )
    ends = (*_COLUMNS[1:], _RIGHT + 4)
    widths = [end - x - 6 for x, end in zip(_COLUMNS, ends, strict=True)]
    return _Row(
        tuple((x, letters.set(cell, _SIZE, width)) for x, cell, width in zip(_COLUMNS, cells, widths, strict=True))
    )


def _quiet(story: StoryStanding, letters: Letters, language: Language, *, apart: bool) -> _Row:
    """A story whose text did not change."""
    said = words.lines_moved(story.lines) if story.lines else words.untouched()
    name = Words(text(story_name(story.slug, story.title), language), DARK)
    return _Row(
        (
            (_LEFT, letters.set(name, _SIZE, _COLUMNS[3] - _LEFT + 20)),
            (_COLUMNS[3] + 30, letters.set(Words(text(said, language), GREY), _SIZE, 250)),
        ),
        apart=apart,
    )
