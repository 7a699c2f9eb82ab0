"""Jump notices (转版标识): after a story's last line, where it continues; before its first line, where it comes
from."""

from collections.abc import Iterable, Iterator, Sequence

from bulletin_layout.compose.frame.seats import Seat, Stretch, single, stretches_of
from bulletin_layout.compose.frame.setting import natural_width, set_text, text_marks
from bulletin_layout.compose.frame.threads import Thread, ThreadSlot
from bulletin_layout.compose.slot.laying import LaidSlot
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Piece, Pieces, Style
from bulletin_layout.page import Mark, Tag, TextMark
from bulletin_layout.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Noticed:
    """The seats that remain for text beside a notice, and its marks."""

    seats: tuple[Stretch, ...]
    marks: tuple[Mark, ...] = ()


def leaving(
    laid: LaidSlot, target: ThreadSlot, room: tuple[Stretch, ...], thread: Thread, book: FontBook, spared: int
) -> Noticed:
    """（下转第4版） flush right on the last line that is wide enough. ``spared``: further lines before it to keep
    empty, so that no line stands alone on either side of the jump."""
    grid, styles = laid.place.grid, laid.place.slot.styles
    text = (Piece(f"（下转{_page(target, laid.place)}）", thread.stories[-1].location),)
    style = replace(styles["jump"], indent=0.0, hang=0.0)
    width = natural_width(text, style, styles, book)
    seats = tuple(single(room))
    # The tolerance absorbs rounding, so that a notice exactly as wide as the column fits.
    index = max((k for k, seat in enumerate(seats) if seat.width >= width - 0.01), default=len(seats) - 1)
    if index < 0:
        return Noticed(room)
    seat = seats[index]
    measure = max(seat.width, width + 0.01)
    notice = replace(set_text(text, style, styles, measure, book, "end"), size=grid.em)
    x, y = seat.x + seat.width - measure, grid.row_top(seat.row)
    marks = text_marks(notice, x, y, Tag("jump", thread.stories[-1].slug))
    return Noticed(stretches_of(seats[: max(0, index - spared)]), _leading_to(target, laid.place, marks))


def arriving(laid: LaidSlot, source: ThreadSlot, room: tuple[Stretch, ...], thread: Thread, book: FontBook) -> Noticed:
    """The headline and （上接第1版） as a small head before the first line, in the first rows with space for it. When
    there are none, no seat remains and all the text is over."""
    grid, styles = laid.place.grid, laid.place.slot.styles
    style = styles["jump"]
    style = replace(style, leading=style.leading or grid.line, indent=0.0, hang=0.0)
    headline = thread.stories[0].headline if len(thread.stories) == 1 else None
    end = Piece(f"（上接{_page(source, laid.place)}）", thread.stories[0].location)
    seats = tuple(single(room))
    text = (*_joined(headline.lines if headline else ()), end)
    if laid.place.slot.jump_head == "all":
        return _above_all(laid, source, seats, text, replace(style, align="start"), thread, book)
    for index, seat in enumerate(seats):
        head = set_text(text, style, styles, seat.width, book, "start")
        rows = grid.rows_for(head.stack)
        run = seats[index : index + rows]
        if len(run) == rows and all(
            (s.column, s.row, s.width) == (seat.column, seat.row + k, seat.width) for k, s in enumerate(run)
        ):
            on_grid = replace(head, size=grid.em, above=0.0)
            marks = text_marks(on_grid, seat.x, grid.row_top(seat.row), Tag("jump", thread.stories[-1].slug))
            return Noticed(stretches_of(seats[index + rows :]), _leading_to(source, laid.place, marks))
    return Noticed(())


def _above_all(
    laid: LaidSlot,
    source: ThreadSlot,
    seats: Sequence[Seat],
    text: Pieces,
    style: Style,
    thread: Thread,
    book: FontBook,
) -> Noticed:
    """The same over all columns that are free at the slot's first row, from the first one on."""
    grid = laid.place.grid
    top = min((seat.row for seat in seats), default=0)
    opening = [seat for seat in seats if seat.row == top]
    under = [seat for number, seat in enumerate(opening) if seat.column == opening[0].column + number]
    if not under:
        return Noticed(())
    x, right = under[0].x, under[-1].x + under[-1].width
    head = set_text(text, style, laid.place.slot.styles, right - x, book, "start")
    rows = grid.rows_for(head.stack)
    columns = {seat.column for seat in under}
    free = stretches_of(seat for seat in seats if seat.column not in columns or seat.row >= top + rows)
    on_grid = replace(head, size=grid.em, above=0.0)
    marks = text_marks(on_grid, x, grid.row_top(top), Tag("jump", thread.stories[-1].slug))
    return Noticed(free, _leading_to(source, laid.place, marks))


def _joined(lines: Iterable[Pieces]) -> Iterator[Piece]:
    """The lines of a head as one, without its references to notes, which belong to the head itself."""
    for number, line in enumerate(lines):
        if number:
            yield Piece("\u3000", line[0].location)
        yield from (piece for piece in line if not piece.note)


def _leading_to(place: ThreadSlot, seen_from: ThreadSlot, marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Link the notice to the other page."""
    if place.page == seen_from.page:
        return tuple(marks)
    return tuple(
        replace(mark, run=replace(mark.run, link=place.page, parts=())) if isinstance(mark, TextMark) else mark
        for mark in marks
    )


def _page(place: ThreadSlot, seen_from: ThreadSlot) -> str:
    return "本版" if place.page == seen_from.page else f"第{place.page}版"
