"""Makes runs of pieces of text (字体变化): applies the styles of emphasis, notes, superscripts and subscripts."""

from collections.abc import Mapping, Sequence

from bulletin_layout.issue import Piece, Pieces, Style
from bulletin_layout.typeset import TextRun, ruby_of, shifted_style
from bulletin_layout.values import replace

#: Size of a reference to a note (注码), and height of its baseline, in em of the text.
NOTE_SIZE = 0.7
NOTE_RISE = 0.35


def type_runs(pieces: Sequence[Piece], style: Style, styles: Mapping[str, Style]) -> tuple[TextRun, ...]:
    """The runs of these pieces. Emphasis changes family, weight and ink, but never the size; references to notes are
    small, raised and linked to the note; superscripts and subscripts are small and shifted.

    Neighbouring pieces of the same style become one run, except two underlined ones on one line of the source, which
    are two names (专名), and pieces with ruby.
    """
    runs: list[TextRun] = []
    line = 0
    for piece in pieces:
        run = _typed(piece, style, styles)
        own = TextRun(piece.text, run, piece.mark, piece.ruby, piece.link or (f"^{piece.note}" if piece.note else ""))
        two = piece.ruby or (piece.mark == "underline" and piece.location.line == line)
        if runs and not two and _alike(runs[-1], own):
            own = replace(own, text=runs.pop().text + piece.text)
        runs.append(own)
        line = piece.location.line
    return tuple(runs)


def _alike(one: TextRun, other: TextRun) -> bool:
    """Whether two runs differ in nothing but their text."""
    return (one.style, one.mark, one.ruby, one.link) == (other.style, other.mark, other.ruby, other.link)


def _typed(piece: Piece, style: Style, styles: Mapping[str, Style]) -> Style:
    """The style of a piece. Emphasis without a colour of its own keeps the ink of the text around it."""
    run = style
    for name in ("strong", "emphasis") if piece.emphasis else ():
        if name in piece.emphasis.split():
            own = styles[name]
            ink = own.ink if own.ink != styles["body"].ink else style.ink
            run = replace(run, font=own.font, weight=own.weight if name == "strong" else run.weight, ink=ink)
    if piece.note:
        run = replace(run, size=run.size * NOTE_SIZE, rise=NOTE_RISE * run.size)
    return shifted_style(run, piece.shift)


def between(pieces: Sequence[Piece], start: int, end: int) -> Pieces:
    """The part of the pieces from ``start`` to ``end`` of their joined text, with inline marks and ruby."""
    found: list[Piece] = []
    at = 0
    for piece in pieces:
        first, last = max(start - at, 0), min(end - at, len(piece.text))
        if first < last:
            found.append(_part(piece, first, last))
        at += len(piece.text)
    return tuple(found)


def _part(piece: Piece, first: int, last: int) -> Piece:
    if (first, last) == (0, len(piece.text)):
        return piece
    place = replace(piece.location, column=piece.location.column + first)
    ruby = ruby_of(piece.text, piece.ruby, first, last) if piece.ruby else ""
    return replace(piece, text=piece.text[first:last], location=place, ruby=ruby)


def patterned(pattern: str, name: str, pieces: Pieces) -> Pieces:
    """Pieces inserted into a style's pattern at ``{name}``; () if there are none, without the pattern."""
    if not pieces:
        return ()
    before, *others = pattern.split(f"{{{name}}}")
    found = [Piece(before, pieces[0].location)]
    for after in others:
        found += [*pieces, Piece(after, pieces[-1].location)]
    return tuple(piece for piece in found if piece.text)
