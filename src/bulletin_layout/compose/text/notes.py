"""Footnotes (脚注): numbered ① ② … through all stories of a slot, at the foot of its last column."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from bulletin_layout.compose.frame.interlines import interlinear_marks
from bulletin_layout.compose.frame.kept_texts import prepared
from bulletin_layout.compose.frame.origins import origin_of
from bulletin_layout.compose.frame.runs import type_runs
from bulletin_layout.compose.frame.seats import Seat, Stretch, single, stretches_of
from bulletin_layout.compose.frame.setting import stacked
from bulletin_layout.compose.text.items import BlockItem, Item, TextItem
from bulletin_layout.fonts import FontBook
from bulletin_layout.grid import Grid
from bulletin_layout.inks import BLACK
from bulletin_layout.issue import Note, Pieces, Story, Style, passages_above, passages_in, with_pieces
from bulletin_layout.measures import EM_ASCENT
from bulletin_layout.page import Mark, RuleMark, Tag, TextMark
from bulletin_layout.typeset import Line, TextRun, break_lines
from bulletin_layout.values import dataclass, replace

#: Distance between the text and the rule, and between the rule and the notes, in body 行.
ABOVE, BELOW = 0.3, 0.3
#: Length of the rule as a share of the column, and its width in points.
RULE_PART: Final = 1 / 3
RULE: Final = 0.3
#: Least indent of a note's text, with room for its label, em.
_LABEL: Final = 1.25
#: Circled numbers: (first, last, code point of the first).
_CIRCLED: Final = ((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1))


@dataclass(frozen=True, slots=True)
class FootNote:
    """A prepared note. ``item``, ``offset``: place of the first reference to it in the flow."""

    items: tuple[TextItem, ...]
    note: Note
    story: str
    item: int
    offset: int


@dataclass(frozen=True, slots=True)
class Footed:
    """Notes placed at the foot. ``seats``: those that remain for text; ``lines``: of their
    items; ``lack``: rows missing (then nothing is placed)."""

    seats: tuple[Stretch, ...]
    marks: tuple[Mark, ...] = ()
    lines: tuple[tuple[TextItem, Line], ...] = ()
    lack: int = 0


def numbered(stories: Sequence[Story]) -> tuple[Story, ...]:
    """The stories with labels ① ② … for their notes, counted through all of them."""
    done: list[Story] = []
    count = 0
    for story in stories:
        numbers = {note.label: _circled(count + k) for k, note in enumerate(story.notes, start=1)}
        count += len(story.notes)
        if not numbers:
            done.append(story)
            continue
        done.append(_with_numbers(story, numbers))
    return tuple(done)


def _circled(number: int) -> str:
    """① to ㊿; above 50, full-width digits."""
    for first, last, code in _CIRCLED:
        if first <= number <= last:
            return chr(code + number - first)
    return "".join(chr(ord(digit) - ord("0") + ord("０")) for digit in str(number))


def _with_numbers(story: Story, numbers: Mapping[str, str]) -> Story:
    """The story with the labels of its notes and of references to them replaced by numbers."""

    def change(pieces: Pieces) -> Pieces:
        return tuple(replace(p, text=numbers[p.note], note=numbers[p.note]) if p.note else p for p in pieces)

    changed = with_pieces(story, change)
    return replace(changed, notes=tuple(replace(note, label=numbers[note.label]) for note in changed.notes))


def note_items(note: Note, styles: Mapping[str, Style], book: FontBook) -> tuple[TextItem, ...]:
    """The paragraphs of a note: the first begins with its label, and all have a hanging indent."""
    style = styles["note"]
    style = replace(style, indent=0.0, hang=max(style.hang, _LABEL))
    items = []
    for number, paragraph in enumerate(note.paragraphs):
        own = style if number == 0 else replace(style, indent=style.hang)
        runs = type_runs(paragraph.pieces, own, styles)
        label = note.label if number == 0 else ""
        if label:
            runs = (TextRun(label, own), *runs)
        items.append(TextItem(prepared(runs, own, book, label=len(label)), own, "note", paragraph, len(label)))
    return tuple(items)


def foot_notes(
    items: Sequence[Item], story: Story, first: int, styles: Mapping[str, Style], book: FontBook
) -> Iterator[FootNote]:
    """The notes of a story with their first references; ``first``: number of the story's first item. A note that is
    referred to in a head or caption belongs to the beginning of the text."""
    wanted = {note.label: note for note in story.notes}
    for passage in passages_above(story):
        for note in (wanted.pop(piece.note, None) for piece in passage.pieces if piece.note):
            if note is not None:
                yield FootNote(note_items(note, styles, book), note, story.slug, first, 0)
    for number, item in enumerate(items, start=first):
        for label, offset in _references(item):
            note = wanted.pop(label, None)
            if note is not None:
                yield FootNote(note_items(note, styles, book), note, story.slug, number, offset)


def _references(item: Item) -> Iterator[tuple[str, int]]:
    """(Label, offset) of references in an item; offset 0 for all in a block."""
    if isinstance(item, BlockItem):
        yield from ((piece.note, 0) for each in passages_in(item.blocks) for piece in each.pieces if piece.note)
        return
    offset = item.label
    for piece in item.paragraph.pieces:
        if piece.note:
            yield piece.note, offset
        offset += len(piece.text)


def at_foot(notes: Sequence[FootNote], room: tuple[Stretch, ...], grid: Grid, paragraph: int) -> Footed:
    """Place notes at the foot of the last column, below a short rule; ``paragraph``: block number of the first note."""
    if not notes or not room:
        return Footed(room, lack=len(notes))
    seats = tuple(single(room))
    column = [seat for seat in seats if seat.column == seats[-1].column and abs(seat.width - seats[-1].width) < 0.01]
    width, x = seats[-1].width, seats[-1].x
    lines = [
        (note, number, line)
        for note in notes
        for number, item in enumerate(note.items)
        for line in break_lines(item.galley, (width,)).lines
    ]
    style = notes[0].items[0].style
    text = stacked([line for _, _, line in lines], style)
    height = text.height
    rows = grid.rows_for(height + (ABOVE + BELOW) * grid.line)
    run = _run(column)
    if rows > run:
        return Footed(room, lack=rows - run)
    top = grid.row_foot(seats[-1].row) - height
    rule = top - BELOW * grid.line
    marks: list[Mark] = [RuleMark(x, rule, x + width * RULE_PART, rule, RULE, BLACK)]
    order = {note.note.label: k for k, note in enumerate(notes)}
    for k, (note, number, line) in enumerate(lines):
        y = top + text.above + k * text.pitch + EM_ASCENT * style.size
        own = paragraph + order[note.note.label]
        label = note.note.label if number == 0 and line.start == 0 else ""
        tag = Tag("note", note.story, own, k, label=label)
        item = note.items[number]
        origin = origin_of(line, item.paragraph.pieces, width, item.label)
        texts = [TextMark(x, y, run, tag, origin) for run in line.runs]
        marks.extend(texts)
        marks.extend(interlinear_marks(line.interlinear, texts[0]) if line.interlinear is not None else ())
    set_lines = tuple((note.items[number], line) for note, number, line in lines)
    return Footed(stretches_of(seats[: len(seats) - rows]), tuple(marks), set_lines)


def _run(column: Sequence[Seat]) -> int:
    """The number of seats at the end that are directly below one another."""
    rows = 1
    while rows < len(column) and column[-rows - 1].row == column[-rows].row - 1:
        rows += 1
    return rows
