"""Notes (脚注): numbered ① ② … through what stands together, at the foot of the last column of their slot."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from bulletin_layout.compose.frame.interlines import interlinear_marks
from bulletin_layout.compose.frame.runs import type_runs
from bulletin_layout.compose.frame.seats import Seat
from bulletin_layout.compose.frame.setting import stacked
from bulletin_layout.compose.text.items import BlockItem, Item, TextItem
from bulletin_layout.fonts import FontBook
from bulletin_layout.grid import Grid
from bulletin_layout.inks import BLACK
from bulletin_layout.issue import Note, Pieces, Story, Style, passages_above, passages_in, with_pieces
from bulletin_layout.measures import EM_ASCENT
from bulletin_layout.page import Mark, RuleMark, Tag, TextMark
from bulletin_layout.typeset import Line, TextRun, break_lines, prepare
from bulletin_layout.values import dataclass

#: Between the text above and the rule, and between the rule and the notes, in body 行.
ABOVE, BELOW = 0.3, 0.3
#: The rule's part of its column, and its width in points.
RULE_PART: Final = 1 / 3
RULE: Final = 0.3
#: From the label to the text of a note at least, in em.
_LABEL: Final = 1.25
#: First and last of the circled numbers, and what they begin with.
_CIRCLED: Final = ((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1))


@dataclass(frozen=True, slots=True)
class FootNote:
    """A note, prepared; ``item`` and ``offset``: where the text refers to it first."""

    items: tuple[TextItem, ...]
    note: Note
    story: str
    item: int
    offset: int


@dataclass(frozen=True, slots=True)
class Footed:
    """The seats that notes leave for text, their marks, and the lines of their items; ``lack``: the rows that they need
    more than there are."""

    seats: tuple[Seat, ...]
    marks: tuple[Mark, ...] = ()
    lines: tuple[tuple[TextItem, Line], ...] = ()
    lack: int = 0


def numbered(stories: Sequence[Story]) -> tuple[Story, ...]:
    """The stories with ① ② … for the labels of their notes, through all of them."""
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
    """① to ㊿; beyond, full-width figures."""
    for first, last, code in _CIRCLED:
        if first <= number <= last:
            return chr(code + number - first)
    return "".join(chr(ord(digit) - ord("0") + ord("０")) for digit in str(number))


def _with_numbers(story: Story, numbers: Mapping[str, str]) -> Story:
    """A story whose references and notes have numbers for labels."""

    def change(pieces: Pieces) -> Pieces:
        return tuple(replace(p, text=numbers[p.note], note=numbers[p.note]) if p.note else p for p in pieces)

    changed = with_pieces(story, change)
    return replace(changed, notes=tuple(replace(note, label=numbers[note.label]) for note in changed.notes))


def note_items(note: Note, styles: Mapping[str, Style], book: FontBook) -> tuple[TextItem, ...]:
    """A note's paragraphs: the first begins with its number, all hang."""
    style = styles["note"]
    style = replace(style, indent=0.0, hang=max(style.hang, _LABEL))
    items = []
    for number, paragraph in enumerate(note.paragraphs):
        own = style if number == 0 else replace(style, indent=style.hang)
        runs = type_runs(paragraph.pieces, own, styles)
        label = note.label if number == 0 else ""
        if label:
            runs = (TextRun(label, own), *runs)
        items.append(TextItem(prepare(runs, own, book, label=len(label)), own, "note", paragraph, len(label)))
    return tuple(items)


def foot_notes(
    items: Sequence[Item], story: Story, first: int, styles: Mapping[str, Style], book: FontBook
) -> Iterator[FootNote]:
    """A story's notes with where its items, counted from ``first``, refer to them; those to which its heads or captions
    refer stand where its text begins."""
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
    """The notes that an item refers to, and where in its text; in a block, at its beginning."""
    if isinstance(item, BlockItem):
        yield from ((piece.note, 0) for each in passages_in(item.blocks) for piece in each.pieces if piece.note)
        return
    offset = item.label
    for piece in item.paragraph.pieces:
        if piece.note:
            yield piece.note, offset
        offset += len(piece.text)


def at_foot(notes: Sequence[FootNote], seats: Sequence[Seat], grid: Grid, paragraph: int) -> Footed:
    """Notes at the foot of the last column, under a short rule; ``paragraph``: the number of the first of them."""
    if not notes or not seats:
        return Footed(tuple(seats), lack=len(notes))
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
        return Footed(tuple(seats), lack=rows - run)
    top = grid.row_foot(seats[-1].row) - height
    rule = top - BELOW * grid.line
    marks: list[Mark] = [RuleMark(x, rule, x + width * RULE_PART, rule, RULE, BLACK)]
    order = {note.note.label: k for k, note in enumerate(notes)}
    for k, (note, number, line) in enumerate(lines):
        y = top + text.above + k * text.pitch + EM_ASCENT * style.size
        own = paragraph + order[note.note.label]
        label = note.note.label if number == 0 and line.start == 0 else ""
        tag = Tag("note", note.story, own, k, label=label)
        texts = [TextMark(x, y, run, tag) for run in line.runs]
        marks.extend(texts)
        marks.extend(interlinear_marks(line.interlinear, texts[0]) if line.interlinear is not None else ())
    set_lines = tuple((note.items[number], line) for note, number, line in lines)
    return Footed(tuple(seats[: len(seats) - rows]), tuple(marks), set_lines)


def _run(column: Sequence[Seat]) -> int:
    """How many of the last seats stand one below the other."""
    rows = 1
    while rows < len(column) and column[-rows - 1].row == column[-rows].row - 1:
        rows += 1
    return rows
