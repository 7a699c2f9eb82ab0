"""Pieces of a story as runs of type (字体变化): emphasis changes family, weight and ink, never the size."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bulletin_layout.issue import Piece, Style
from bulletin_layout.typeset import TextRun, shifted_style

#: The reference to a note (注码) is so large, and stands so high, in em of its text.
NOTE_SIZE = 0.7
NOTE_RISE = 0.35


def type_runs(pieces: Sequence[Piece], style: Style, styles: Mapping[str, Style]) -> tuple[TextRun, ...]:
    """Pieces as runs: emphasis changes family, weight and ink, never the size of the text it stands in; the reference
    to a note is small and raised, and leads to it; superscripts and subscripts are the like. An underline goes on where
    only a line of the source ended."""
    runs: list[TextRun] = []
    line = 0
    for piece in pieces:
        run = style
        if "strong" in piece.emphasis:
            strong = styles["strong"]
            run = replace(run, font=strong.font, weight=strong.weight, ink=strong.ink)
        if piece.emphasis in ("emphasis", "strong emphasis"):
            run = replace(run, font=styles["emphasis"].font, ink=styles["emphasis"].ink)
        if piece.note:
            run = replace(run, size=run.size * NOTE_SIZE, rise=NOTE_RISE * run.size)
        run = shifted_style(run, piece.shift)
        same = TextRun(piece.text, run, piece.mark, piece.ruby, piece.link or (f"^{piece.note}" if piece.note else ""))
        if piece.location.line != line and runs and replace(runs[-1], text=piece.text) == same and not piece.ruby:
            same = replace(same, text=runs.pop().text + piece.text)
        runs.append(same)
        line = piece.location.line
    return tuple(runs)
