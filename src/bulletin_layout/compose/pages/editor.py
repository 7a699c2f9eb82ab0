"""The line with the page editor's name (本版责编), set and placed like furniture."""

from collections.abc import Mapping
from typing import Final

from bulletin_layout.compose.frame.setting import SetText, natural_width, set_text, text_marks, with_ink
from bulletin_layout.compose.pages.bands import Band, EdgePiece, mirrored
from bulletin_layout.fonts import FontBook
from bulletin_layout.grid import Grid
from bulletin_layout.issue import EditorLine, Pieces, Style, plain
from bulletin_layout.measures import EM_ASCENT
from bulletin_layout.page import Mark, Tag
from bulletin_layout.values import NamedTuple, replace

#: A name of two characters is set to the width of three (CLREQ, 凸排).
NAME_WIDTH: Final = 3
#: The editor's line among the names of furniture; no key of a layout can have this form.
EDITOR: Final = "editor:"


class SetEditor(NamedTuple):
    """The editor's line with label and name set, each with its width."""

    line: EditorLine
    at: str
    label: SetText
    named: SetText
    label_width: float
    width: float

    @property
    def edge(self) -> str:
        """``top``, ``bottom`` or ``box``."""
        return self.at.partition("-")[0] if self.line.box is None else "box"

    def at_edge(self, edge: str) -> EdgePiece:
        """Its measures as a piece at this edge."""
        size = self.line.style.size
        near, room = (1 - EM_ASCENT if edge == "top" else EM_ASCENT) * size, size
        if self.line.offset is None:
            inked = [with_ink(text) for text in (self.label, self.named)]
            near += max(text.below if edge == "top" else text.above for text in inked)
            room = max(text.height for text in inked)
        return EdgePiece(EDITOR, self.at, self.line.offset, "none", "none", room, near, room)


def set_editor(
    line: EditorLine, name: Pieces, styles: Mapping[str, Style], grid: Grid, book: FontBook
) -> SetEditor | None:
    """本版责编 and the name. Copied text is the name itself without the padding between characters. None without a
    name."""
    said = plain(name)
    if not said.strip():
        return None
    style = replace(line.style, align="start")
    label_width = natural_width(line.label, style, styles, book) + (style.size if line.label else 0.0)
    spread = len(said) == NAME_WIDTH - 1 and all(char >= "\u3400" for char in said)
    name_width = NAME_WIDTH * style.size if spread else natural_width(name, style, styles, book)
    label = set_text(line.label, style, styles, label_width + 1, book)
    named = set_text(name, style, styles, name_width, book, "spread" if spread else "start")
    return SetEditor(line, mirrored(line.at, grid), label, named, label_width, label_width + name_width)


def editor_marks(editor: SetEditor, band: Band | None, grid: Grid) -> list[Mark]:
    """The marks in its box, or in its band at the head or foot."""
    line, width, size = editor.line, editor.width, editor.line.style.size
    if line.box is not None:
        rect = grid.box_rect(line.box)
        x, top = rect.x + (rect.width - width) / 2, rect.y + (rect.height - size) / 2
        if line.style.align in ("start", "end"):
            x = rect.x if line.style.align == "start" else rect.right - width
    else:
        baseline = band.text + editor.at_edge(editor.edge).reach if band is not None else 0.0
        top = (grid.foot + baseline if editor.edge == "bottom" else grid.top - baseline) - EM_ASCENT * size
        x = grid.left if editor.at.endswith("left") else grid.right - width
        if editor.at.endswith("center"):
            x = (grid.left + grid.right - width) / 2
    placed = ((editor.label, x), (editor.named, x + editor.label_width))
    return [mark for text, left in placed for mark in _on_baseline(text, left, top)]


def _on_baseline(text: SetText, x: float, top: float) -> list[Mark]:
    """The marks of the first line of a text with its em box at ``top``."""
    return text_marks(replace(text, lines=text.lines[:1]), x, top - text.above, Tag("editor", furniture="editor"))
