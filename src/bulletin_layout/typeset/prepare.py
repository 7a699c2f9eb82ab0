"""Makes a galley of runs of text: a box for every character or word, and a joint between neighbours (排字)."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from bulletin_layout.fonts import FontBook
from bulletin_layout.issue.style import Style
from bulletin_layout.typeset.annotate import annotated, make_room
from bulletin_layout.typeset.classes import (
    ADDRESS,
    BLANK,
    CLOSING,
    COMMAS,
    DASH,
    ELLIPSIS,
    INVISIBLE,
    LATIN,
    MULTI,
    PLAIN,
    SPACE,
    STOPS,
    WIDE,
)
from bulletin_layout.typeset.context import CharToken, tokens
from bulletin_layout.typeset.doubts import doubts_of
from bulletin_layout.typeset.galley import Galley
from bulletin_layout.typeset.kinsoku import IN_NAME
from bulletin_layout.typeset.lines import Doubt, TextRun
from bulletin_layout.typeset.names import credited, mentioned, signed
from bulletin_layout.typeset.parts import parts_of
from bulletin_layout.typeset.plain import set_plain
from bulletin_layout.typeset.signs import set_row, set_sign
from bulletin_layout.typeset.stick import Stick
from bulletin_layout.typeset.typecase import typecase_of
from bulletin_layout.typeset.words import set_address, set_blank, set_invisible, set_spaces, set_word

_ROWS: Final = frozenset((MULTI, DASH, ELLIPSIS, WIDE))  # tokens of several characters with a box for each
_POINTS: Final = STOPS + COMMAS


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
    stick = Stick(text, runs, style, case)
    if not label:
        _set_tokens(stick, tokens(text))
    else:
        _set_tokens(stick, tokens(text[:label]))
        last = stick.last
        _set_tokens(stick, (CharToken(kind, a + label, b + label) for kind, a, b in tokens(text[label:])))
        stick.settle(last)
    if len(stick.styles) > 1:
        _spare_lead_ins(stick, label)
    if style.keep is not None:
        stick.bind(credited(text, style.keep))
    if style.spare is not None:
        stick.price(mentioned(text, style.spare), IN_NAME)
        stick.bind(signed(text))
    parts, found = parts_of(runs, label), doubts_of(runs, case)
    if not any(run.mark or run.ruby or run.link for run in runs):
        return stick.galley(parts, found)
    beside, missing = annotated(runs, case)
    make_room(stick.row.boxes, beside)
    return stick.galley(parts, (*found, *(Doubt("missing", offset, char) for offset, char in missing)), beside)


def _spare_lead_ins(stick: Stick, label: int) -> None:
    """Let the mark after a lead-in (段首语: first words in other type, as in 答： or 晾够三天。) never shrink, so that
    all lead-ins of a page look alike."""
    text, own = stick.text, (stick.style.font, stick.style.weight)
    for begin in (label, *(at + 1 for at, char in enumerate(text) if char == "\n")):
        index = bisect_right(stick.bounds, begin)
        while index < len(stick.styles) and (stick.styles[index].font, stick.styles[index].weight) != own:
            index += 1
        end = stick.bounds[index - 1] if index else 0
        if begin < end < len(text):
            mark = end if text[end] in _POINTS else end - 1
            if text[mark] in _POINTS or (text[mark] in CLOSING and text[mark - 1] in _POINTS):
                stick.row.spare(mark)


def _set_tokens(stick: Stick, found: Iterable[CharToken]) -> None:
    for token in found:
        if token.kind == PLAIN:
            for start, end, style in _styled(stick, token.start, token.end):
                set_plain(stick, start, end, style)
        else:
            _set_token(stick, token)


def _set_token(stick: Stick, token: CharToken) -> None:
    kind, start, end = token
    if kind == LATIN:
        for a, b, style in _styled(stick, start, end):
            set_word(stick, a, b, style, a > start)
    elif kind == ADDRESS:
        for a, b, style in _styled(stick, start, end):
            set_address(stick, token, a, b, style)
    elif kind == SPACE:
        for a, b, style in _styled(stick, start, end):
            set_spaces(stick, a, b, style)
    elif kind == BLANK:
        set_blank(stick, start, stick.style_at(start))
    elif kind == INVISIBLE:
        set_invisible(stick, start)
    elif kind in _ROWS:
        set_row(stick, kind, start, end)
    else:
        set_sign(stick, kind, start)


def _styled(stick: Stick, start: int, end: int) -> Iterator[tuple[int, int, Style]]:
    """(Start, end, style) of the parts of text[start:end] in one run each."""
    index = bisect_right(stick.bounds, start)
    while start < end:
        stop = min(end, stick.bounds[index])
        yield start, stop, stick.styles[index]
        start, index = stop, index + 1
