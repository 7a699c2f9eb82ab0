"""Makes a galley of runs of text: a box for every character or word, and a joint between neighbours (排字)."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from bulletin_layout.fonts import FontBook
from bulletin_layout.issue.style import Style
from bulletin_layout.typeset.annotate import annotated, make_room
from bulletin_layout.typeset.bonds import bind, price, settle, spare
from bulletin_layout.typeset.classes import (
    ADDRESS,
    BLANK,
    DASH,
    ELLIPSIS,
    INVISIBLE,
    LATIN,
    MULTI,
    PLAIN,
    SPACE,
    WIDE,
)
from bulletin_layout.typeset.context import CharToken, tokens
from bulletin_layout.typeset.doubts import doubts_of
from bulletin_layout.typeset.galley import Galley, seal
from bulletin_layout.typeset.interlinear import Beside
from bulletin_layout.typeset.kinsoku import IN_NAME
from bulletin_layout.typeset.lines import Doubt, TextRun
from bulletin_layout.typeset.names import credited, mentioned, signed
from bulletin_layout.typeset.parts import parts_of
from bulletin_layout.typeset.scripts import ways_of
from bulletin_layout.typeset.signs import set_row, set_sign
from bulletin_layout.typeset.stick import Stick
from bulletin_layout.typeset.typecase import typecase_of
from bulletin_layout.typeset.words import set_address, set_blank, set_invisible, set_spaces, set_word

_ROWS: Final = frozenset((MULTI, DASH, ELLIPSIS, WIDE))  # tokens of several characters with a box for each


def prepare(runs: Sequence[TextRun], style: Style, book: FontBook, *, label: int = 0) -> Galley:
    """Shape a paragraph once, so that it can be broken for any measure.

    ``style``: the paragraph's style, of which kinsoku, marks, indent … are used; font, size and ink are each run's own.
    ``label``: number of characters that are the label of a list item (``1.``, ``（一）``) with the space after it. The
    label keeps its natural width, and the text after it starts ``hang`` em from the edge, as the other lines do.
    If the style has words to keep (``Style.keep``), no line divides these, nor any name of a person that is found.
    Where it spares words (``Style.spare``), a line divides these only if its gaps would show otherwise.
    KeyError: the font of a run is not a family of the book.
    """
    text = "".join(run.text for run in runs)
    case = typecase_of(book)
    found = doubts_of(runs, case)
    stick = Stick(text, runs, style, case, ways_of(text))
    if not label:
        _set_tokens(stick, tokens(text))
        boxes = stick.row()
    else:
        _set_tokens(stick, tokens(text[:label]))
        last = stick.last
        _set_tokens(stick, (CharToken(kind, a + label, b + label) for kind, a, b in tokens(text[label:])))
        boxes = stick.row()
        settle(boxes, style, last)
    if len(runs) > 1:
        spare(boxes, text, _lead_ins(stick, label))
    if style.keep is not None:
        bind(boxes, credited(text, style.keep))
    if style.spare is not None:
        price(boxes, mentioned(text, style.spare), IN_NAME)
        bind(boxes, signed(text))
    beside: tuple[Beside, ...] = ()
    if any(run.mark or run.ruby or run.link for run in runs):
        beside, missing = annotated(runs, case)
        make_room(boxes, beside)
        found = (*found, *(Doubt("missing", offset, char) for offset, char in missing))
    return seal(
        boxes, text, style, found, stick.trails, tuple(stick.forced), case.hyphenator, beside=beside,
        parts=parts_of(runs, label), levels=tuple(way.level for way in stick.ways),
    )  # fmt: skip


def _lead_ins(stick: Stick, label: int) -> Iterator[tuple[int, int]]:
    """(Start, end) of each lead-in (段首语): first words in other type, as in 答： or 晾够三天。"""
    text, own = stick.text, (stick.style.font, stick.style.weight)
    for begin in (label, *(at + 1 for at, char in enumerate(text) if char == "\n")):
        index = bisect_right(stick.bounds, begin)
        while index < len(stick.styles) and (stick.styles[index].font, stick.styles[index].weight) != own:
            index += 1
        yield begin, stick.bounds[index - 1] if index else 0


def _set_tokens(stick: Stick, found: Iterable[CharToken]) -> None:
    for token in found:
        if token.kind == PLAIN:
            for start, end, fount in stick.in_one_run(token.start, token.end):
                stick.plain(start, end, fount)
        else:
            _set_token(stick, token)


def _set_token(stick: Stick, token: CharToken) -> None:
    kind, start, end = token
    if kind == LATIN:
        for a, b, fount in stick.in_one_run(start, end):
            set_word(stick, a, b, fount, a > start)
    elif kind == ADDRESS:
        for a, b, fount in stick.in_one_run(start, end):
            set_address(stick, token, a, b, fount)
    elif kind == SPACE:
        for a, b, fount in stick.in_one_run(start, end):
            set_spaces(stick, a, b, fount)
    elif kind == BLANK:
        set_blank(stick, start, stick.fount_at(start))
    elif kind == INVISIBLE:
        set_invisible(stick, start)
    elif kind in _ROWS:
        set_row(stick, kind, start, end)
    else:
        set_sign(stick, kind, start)
