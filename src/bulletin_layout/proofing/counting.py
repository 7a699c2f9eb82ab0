"""The numbers beside the columns (行号) and the names of the slots: how people say where something stands."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from bulletin_layout.grid import Rect
from bulletin_layout.inks import Ink
from bulletin_layout.page import Mark
from bulletin_layout.proofing.lettering import Letters, Words
from bulletin_layout.proofing.rounds import Round, SetLine

#: The blue that presses do not see.
PALE: Final = Ink("rgb", (0.2, 0.45, 0.75))
_SIZE: Final = 5.0
_EVERY: Final = 5
_GAP: Final = 2.5
#: A line that begins so many em further right than its column has a photo beside it.
_BESIDE: Final = 3.0


def numbers(made: Round, page: int, at: Rect, letters: Letters) -> Iterator[Mark]:
    """The number of every fifth line of each slot, and of its first, left of its column."""
    for own in _by_slot(made, page).values():
        for column in _columns(own):
            left = min(line.x for line in column)
            for line in column:
                if line.number % _EVERY == 0 or line.number == 1:
                    x = line.x if line.x - left > _BESIDE * line.size else left
                    said = letters.set(Words(str(line.number), PALE), _SIZE, 100)
                    yield from said.marks(at.x + x - _GAP - said.width, at.y + line.y - line.size * 0.38 - _SIZE / 2)


def _by_slot(made: Round, page: int) -> Mapping[str, list[SetLine]]:
    """The numbered lines on a page, each once, by slot and in order."""
    found: dict[str, dict[int, SetLine]] = {}
    for story in made.stories.values():
        for text in story.texts:
            for line in text.lines:
                if line.page == page and line.number:
                    found.setdefault(line.slot, {}).setdefault(line.number, line)
    return {slot: [own[number] for number in sorted(own)] for slot, own in found.items()}


def _columns(lines: Sequence[SetLine]) -> Iterator[list[SetLine]]:
    """The lines column by column: a column begins where a line stands higher than the one before it."""
    column: list[SetLine] = []
    for line in lines:
        if column and line.y < column[-1].y - 1:
            yield column
            column = []
        column.append(line)
    if column:
        yield column


def names(slots: Mapping[str, Sequence[Rect]], at: Rect, letters: Letters) -> Iterator[Mark]:
    """The name of each slot, above its upper left corner."""
    for name, rects in slots.items():
        if rects:
            yield from letters.line(Words(name, PALE), _SIZE, at.x + rects[0].x, at.y + rects[0].y - _SIZE - 0.5)
