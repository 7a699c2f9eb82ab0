"""The composing stick (手盘): collects the boxes of a paragraph; used by all modules that set a kind of character."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Final
from unicodedata import mirrored

from bulletin_layout.fonts import Face
from bulletin_layout.issue.style import Style
from bulletin_layout.typeset.classes import (
    CLOSE,
    CLOSING,
    DASH,
    DOT,
    DOTS,
    HAN,
    IDEOGRAPHIC_SPACE,
    LATIN,
    OPEN,
    OPENING,
)
from bulletin_layout.typeset.galley import Galley, seal
from bulletin_layout.typeset.interlinear import Beside
from bulletin_layout.typeset.joints import LEAST_GAP, Joined
from bulletin_layout.typeset.kinsoku import NEVER
from bulletin_layout.typeset.lines import Doubt, TextRun
from bulletin_layout.typeset.marks import FittedMark
from bulletin_layout.typeset.parts import TextPart
from bulletin_layout.typeset.row import Row
from bulletin_layout.typeset.scripts import Way, ways_of
from bulletin_layout.typeset.typecase import TypeCase

_USUAL: Final = Way()


class Stick:
    """Collects the boxes of a paragraph in order; its ``Row`` decides on the joint before each."""

    def __init__(self, text: str, runs: Sequence[TextRun], style: Style, case: TypeCase) -> None:
        """An empty stick; ``style``: the paragraph's; each run has its own font, size and ink."""
        self.text, self.style, self.case = text, style, case
        self.styles = [run.style for run in runs if run.text] or [style]
        self.bounds = list(accumulate(len(run.text) for run in runs if run.text))  # where each run ends
        self.row = Row(case.joints(style))
        self.ways = ways_of(text)  # script and direction of each character; empty for ordinary text
        self.trails: dict[int, float] = {}  #: see ``seal``
        self.forced: list[int] = []  #: boxes that end a line by a typed line break

    def style_at(self, offset: int) -> Style:
        """The style of the character at an offset."""
        return self.styles[bisect_right(self.bounds, offset)]

    def way_at(self, offset: int) -> Way:
        """Script and direction of the character at an offset."""
        return self.ways[offset] if self.ways else _USUAL

    @property
    def last(self) -> int:
        """The number of the last box."""
        return len(self.row.boxes.widths) - 1

    def single(
        self, kind: int, offset: int, char: str, style: Style, rigid: bool = False, box: float | None = None
    ) -> None:
        """Add a box for one character: a mark is fitted to its class, anything else is set as its font draws it.

        ``rigid``: one unit with the box before; ``box``: width of the box in em, if not that of the mark's class.
        """
        drawn, fitted = self._drawn(kind, offset, char)
        face = self.case.face(style.font, style.weight, drawn)
        if face is None:
            face = self.case.main_face(style.font, style.weight)
            self.put(kind, offset, char, style, face, (FittedMark(0, 0.0, 0.0, 1.0),), box, rigid)
        elif kind == DASH and char == "⸺":
            self.put(kind, offset, char, style, face, self.case.dash(face), 2.0, rigid)
        elif kind == HAN or self.style.marks == "as-is":
            self.put(kind, offset, char, style, face, (self.case.drawn(face, drawn),), None, rigid)
        else:
            self.put(kind, offset, char, style, face, (self.case.mark(face, drawn, fitted),), box, rigid)

    def _drawn(self, kind: int, offset: int, char: str) -> tuple[str, int]:
        """The character that is drawn for ``char``, and its kind: · for all dots like it; in right-to-left text, the
        mirrored bracket (UAX #9, rule L4)."""
        if kind == DOT:
            return DOTS[0], kind
        if kind in (OPEN, CLOSE) and self.way_at(offset).level % 2 and mirrored(char):
            return (CLOSING[OPENING.index(char)], CLOSE) if kind == OPEN else (OPENING[CLOSING.index(char)], OPEN)
        return char, kind

    def put(
        self, kind: int, offset: int, char: str, style: Style, face: Face, glyphs: Sequence[FittedMark],
        box: float | None, rigid: bool,
    ) -> None:  # fmt: skip
        """Add a box with these glyphs. ``box``: width of the box in em if not that of the glyphs; its single glyph is
        then centred."""
        size, row = style.size, self.row
        row.join(kind, char[0], size, rigid or style.rise != 0)  # a raised note number must stay with its word
        own = glyphs[0].box
        shift = (box - own) / 2 if box is not None else 0.0
        row.box(kind, offset, (own if box is None else box) * size, 1 if kind in (HAN, LATIN) else 0)
        if kind == OPEN:
            row.boxes.leads[self.last] = self.lead * size
        for k, glyph in enumerate(glyphs):
            number = row.set_of(face, glyph.scale * size, style.ink)
            dy = glyph.dy * size + style.rise
            row.glyph(glyph.gid, (glyph.dx + shift) * size, dy, char if k == 0 else "", number)
        row.ended(kind, char[-1], size, style.letterspace * size)

    @property
    def lead(self) -> float:
        """Blank of an opening mark, em, that returns at a line's start if the style does not trim it there."""
        return 0.5 if self.style.marks in ("full", "line-end-half") else 0.0

    def settle(self, last: int) -> None:
        """Make boxes 0 to ``last`` the label of a list item: natural widths, no breaks, and glue after it so that the
        text starts at the style's ``hang``; at least ⅛ em if the label is too long for that."""
        boxes, style, count = self.row.boxes, self.style, last + 1
        if not 0 < count <= self.last:
            return
        natural = sum(boxes.widths[:count]) + sum(boxes.glues[:last])
        blank = boxes.widths[last] if boxes.kinds[last] == IDEOGRAPHIC_SPACE else 0.0
        room = (style.hang - style.indent) * style.size
        glue = max(room - natural, LEAST_GAP * style.size - blank) if room > 0 else boxes.glues[last]
        boxes.glues[last] = glue
        boxes.breaks[:count] = [NEVER] * count
        boxes.even[:count] = boxes.open[:count] = [0.0] * count
        for joint in range(count):
            boxes.caps.pop(joint, None)

    def bind(self, spans: Iterable[tuple[int, int]]) -> None:
        """Forbid line breaks inside each (start, end) of the text."""
        breaks = self.row.boxes.breaks
        for joint in self._joints(spans):
            breaks[joint] = NEVER

    def price(self, spans: Iterable[tuple[int, int]], price: float) -> None:
        """Let line breaks inside each (start, end) of the text cost so much, where they are allowed at all."""
        breaks = self.row.boxes.breaks
        for joint in self._joints(spans):
            breaks[joint] = max(breaks[joint], price) if breaks[joint] >= 0 else breaks[joint]

    def _joints(self, spans: Iterable[tuple[int, int]]) -> Iterator[int]:
        """The joints inside each (start, end) of the text."""
        starts = self.row.boxes.starts
        for start, end in spans:
            yield from range(bisect_right(starts, start) - 1, bisect_left(starts, end) - 1)

    def galley(self, parts: tuple[TextPart, ...], doubts: tuple[Doubt, ...], beside: tuple[Beside, ...] = ()) -> Galley:
        """The finished galley. ``parts``: see ``parts_of``; ``doubts``: characters not set as they were meant;
        ``beside``: dots, underlines, ruby and links."""
        if self.last >= 0:
            self.row.joined(Joined(0.0, 0.0, 0.0, 0.0))
            if not self.forced or self.forced[-1] != self.last:
                self.forced.append(self.last)
        return seal(
            self.row.boxes, self.text, self.style, tuple(self.row.sets), doubts, self.trails, tuple(self.forced),
            self.case.hyphenator, beside=beside, parts=parts, levels=tuple(way.level for way in self.ways),
        )  # fmt: skip
