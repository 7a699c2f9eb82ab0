"""Short texts (heads, captions, cells, furniture), prepared and broken once.

The same ones are met again and again: while slots are tried in other shapes, on page after page, in build after build.
"""

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Final

from bulletin_layout.compose.frame.runs import type_runs
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Align, Piece, Style
from bulletin_layout.typeset import Galley, Line, TextRun, break_lines, prepare
from bulletin_layout.values import dataclass, replace

_NOTE: Final = "short texts"
#: As many are kept: several times those of a large issue's pages, beside its tables.
_MOST: Final = 2000


@dataclass(slots=True)
class ShortText:
    """A prepared text, and its lines for the widths and alignments that were asked for."""

    galley: Galley
    known: dict[tuple[float, Align], tuple[Line, ...]] = field(default_factory=dict)

    def lines(self, width: float, align: Align) -> tuple[Line, ...]:
        """Its lines for a width in points."""
        found = self.known.get((width, align))
        if found is None:
            style = replace(self.galley.style, align=align)
            found = self.known[width, align] = break_lines(replace(self.galley, style=style), (width,)).lines
        return found


def short_text(pieces: Sequence[Piece], style: Style, styles: Mapping[str, Style], book: FontBook) -> ShortText:
    """A text by its words and its style, whatever alignment and leading that asks for; kept with the book of fonts
    (``book.notes``). ``styles``: those of strong and emphasis."""
    style = replace(style, align="start", leading=0.0)
    key = type_runs(pieces, style, styles), style
    kept: dict[tuple[tuple[TextRun, ...], Style], ShortText] = book.notes.setdefault(_NOTE, {})  # type: ignore[assignment]
    found = kept.get(key)
    if found is None:
        found = kept[key] = ShortText(prepare(key[0], style, book))
        if len(kept) > _MOST:
            del kept[next(iter(kept))]
    return found
