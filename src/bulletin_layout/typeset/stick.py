"""The composing stick (手盘): collects the boxes of a paragraph; used by all modules that set a kind of character."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate, compress
from typing import Final

from bulletin_layout.issue.style import Style
from bulletin_layout.typeset.box import Box, SetGlyph
from bulletin_layout.typeset.classes import OPEN
from bulletin_layout.typeset.fount import Fount
from bulletin_layout.typeset.galley import Boxes
from bulletin_layout.typeset.joints import END, Joined, Typed, one_number
from bulletin_layout.typeset.lines import TextRun
from bulletin_layout.typeset.scripts import Way
from bulletin_layout.typeset.typecase import TypeCase

_NOTHING: Final = Typed()


class Stick:
    """Collects the boxes of a paragraph in order. The joints are looked up when all are there, but for those where
    something was typed between two boxes."""

    def __init__(self, text: str, runs: Sequence[TextRun], style: Style, case: TypeCase, ways: tuple[Way, ...]) -> None:
        """An empty stick; ``style``: the paragraph's; each run has its own font, size and ink. ``ways``: see
        ``ways_of``."""
        self.text, self.style, self.case, self.ways = text, style, case, ways
        self.styles = [run.style for run in runs if run.text] or [style]
        self.founts = [case.fount(own, style.marks == "as-is") for own in self.styles]
        self.bounds = list(accumulate(len(run.text) for run in runs if run.text))  # where each run ends
        self.joints = case.joints(style)
        self.boxes: list[Box] = []
        self.starts: list[int] = []  # offset of each in the text
        self.typed = _NOTHING  # since the last box
        self.trails: dict[int, float] = {}  #: see ``seal``
        self.forced: list[int] = []  #: boxes that end a line by a typed line break
        self._apart: dict[int, Joined] = {}  # the joints where something was typed

    def style_at(self, offset: int) -> Style:
        """The style of the character at an offset."""
        return self.styles[bisect_right(self.bounds, offset)]

    def fount_at(self, offset: int) -> Fount:
        """The fount of the character at an offset."""
        return self.founts[bisect_right(self.bounds, offset)]

    def in_one_run(self, start: int, end: int) -> Sequence[tuple[int, int, Fount]]:
        """(Start, end, fount) of the parts of text[start:end] in one run each."""
        index = bisect_right(self.bounds, start)
        found = []
        while end > self.bounds[index]:
            found.append((start, self.bounds[index], self.founts[index]))
            start, index = self.bounds[index], index + 1
        return (*found, (start, end, self.founts[index]))

    def turned(self, offset: int) -> bool:
        """Whether the character at an offset stands in text from right to left."""
        return bool(self.ways) and self.ways[offset].level % 2 == 1

    @property
    def last(self) -> int:
        """The number of the last box."""
        return len(self.boxes) - 1

    def plain(self, start: int, end: int, fount: Fount) -> None:
        """Add a box for each character of text[start:end], which is all Han and ordinary marks."""
        piece = self.text[start:end]
        try:
            boxes = [*map(fount.plain.__getitem__, piece)]
        except KeyError:
            fount.learn(self.text)
            boxes = [*map(fount.plain.__getitem__, piece)]
        for at in filter(self.turned, range(start, end)) if self.ways else ():
            boxes[at - start] = fount.sign(boxes[at - start].kind, self.text[at], turned=True)
        if self.typed is not _NOTHING:
            self._part(boxes[0])
        self.boxes += boxes
        self.starts += range(start, end)

    def add(self, offset: int, box: Box) -> None:
        """Add a box; ``offset``: of its first character in the text."""
        if self.typed is not _NOTHING:
            self._part(box)
        self.boxes.append(box)
        self.starts.append(offset)

    def _part(self, box: Box) -> None:
        """Keep the joint before a box, where something was typed."""
        if self.boxes:
            self._apart[self.last] = self.joints.apart(self.boxes[-1].last, box.first, self.typed)
        self.typed = _NOTHING

    def bind_unit(self, joint: int) -> None:
        """Change the word space at a joint into one between a number and the unit that was added last. This comes after
        the fact: that the word is a unit is known only when it has been read."""
        self._apart[joint] = one_number(self._apart[joint], self.boxes[-1].last)

    def follow(self, glyphs: Iterable[SetGlyph]) -> None:
        """Add glyphs to the last box."""
        kind, width, letters, first, last, own = self.boxes[-1]
        self.boxes[-1] = Box(kind, width, letters, first, last, (*own, *glyphs))

    def amend(self, said: str, change: Callable[[SetGlyph], Sequence[SetGlyph]] = lambda glyph: (glyph,)) -> None:
        """Let the last glyph stand for ``said`` as well; ``change``: gives what is put in its place."""
        at = next(at for at in range(self.last, -1, -1) if self.boxes[at].glyphs)
        *others, last = self.boxes[at].glyphs
        first, *more = change(last)
        self.boxes[at] = self.boxes[at]._replace(glyphs=(*others, first._replace(text=last.text + said), *more))

    @property
    def has_glyphs(self) -> bool:
        """Whether there is any glyph so far."""
        return any(box.glyphs for box in reversed(self.boxes))

    def row(self) -> Boxes:
        """All boxes with their joints."""
        boxes = self.boxes
        if not boxes:
            return Boxes((), [], [], (), [], [], [], [], [], [], {}, {})
        if not self.forced or self.forced[-1] != self.last:
            self.forced.append(self.last)
        kinds, widths, letters, firsts, lasts, glyphs = zip(*boxes, strict=True)
        joints = [*map(self.joints.__getitem__, zip(lasts, firsts[1:], strict=False)), END]
        for joint, joined in self._apart.items():
            joints[joint] = joined
        glues, breaks, even, unseen, open_, caps = zip(*joints, strict=True)
        leads = dict[int, float]()
        if self.style.line_start != "trim" and self.style.marks in ("full", "line-end-half"):
            leads = {box: 0.5 * firsts[box].size for box, kind in enumerate(kinds) if kind == OPEN}
        return Boxes(
            kinds, self.starts, list(widths), letters, list(glyphs), list(glues), list(breaks), list(even),
            list(unseen), list(open_), dict(compress(enumerate(caps), caps)), leads,
        )  # fmt: skip
