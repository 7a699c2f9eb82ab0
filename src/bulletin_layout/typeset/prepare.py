"""Runs of text → a galley: every character in its box, every joint with its glue (排字)."""

import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from bulletin_layout.fonts import Face, FontBook
from bulletin_layout.issue.style import Style
from bulletin_layout.typeset.classes import (
    DASH,
    ELLIPSIS,
    HAN,
    IDEOGRAPHIC_SPACE,
    LATIN,
    MULTI,
    NEVER_FIRST,
    NEWLINE,
    OPEN,
    SPACE,
    WIDE,
)
from bulletin_layout.typeset.context import Token, tokens
from bulletin_layout.typeset.galley import Galley, seal
from bulletin_layout.typeset.kinsoku import NEVER, inner_breaks
from bulletin_layout.typeset.lines import TextRun
from bulletin_layout.typeset.marks import Fitted, multi_steps
from bulletin_layout.typeset.row import LEAST_SPACE, Row
from bulletin_layout.typeset.typecase import TypeCase, typecase_of

_BY_STYLE = frozenset((HAN, LATIN, SPACE))  # tokens of many characters, cut where a run ends
_ROWS = frozenset((MULTI, DASH, ELLIPSIS, WIDE))  # a box a character


def prepare(runs: Sequence[TextRun], style: Style, book: FontBook) -> Galley:
    """Shape a paragraph once. ``style``: the paragraph's (kinsoku, marks, indent …); each run has its own type.

    KeyError: a run's font is no family of the book.
    """
    text = "".join(run.text for run in runs)
    builder = _Builder(text, runs, style, typecase_of(book))
    for token in tokens(text):
        builder.add(token)
    return builder.galley()


class _Builder:
    """Collects boxes from left to right; ``Row`` decides on the joint before each."""

    def __init__(self, text: str, runs: Sequence[TextRun], style: Style, case: TypeCase) -> None:
        self.text, self.style, self.case = text, style, case
        self.styles = [run.style for run in runs if run.text] or [style]
        self.bounds = list(accumulate(len(run.text) for run in runs if run.text))  # where each run ends
        self.row = Row(style)
        self.boxes = self.row.boxes
        self.missing: list[tuple[int, str]] = []
        self.trails: dict[int, float] = {}
        self.forced: list[int] = []
        self.never_first = NEVER_FIRST[style.kinsoku]

    # -- tokens ------------------------------------------------------------------------------------------

    def add(self, token: Token) -> None:
        """One token, cut where a run ends."""
        kind, start, end = token
        index = bisect_right(self.bounds, start)
        if kind in _BY_STYLE:
            at = start
            while at < end:
                stop = min(end, self.bounds[index])
                self._piece(kind, at, stop, self.styles[index], at > start)
                at, index = stop, index + 1
        elif kind in _ROWS:
            self._row(kind, start, end)
        else:
            self._mark(kind, start, self.styles[index])

    def _piece(self, kind: int, start: int, end: int, style: Style, inside: bool) -> None:
        if kind == HAN:
            self._han(start, end, style)
        elif kind == LATIN:
            self._latin(start, end, style, inside)
        else:
            self._space(start, end, style)

    def _style_at(self, offset: int) -> Style:
        return self.styles[bisect_right(self.bounds, offset)]

    def _han(self, start: int, end: int, style: Style) -> None:
        """A stretch of Han in one style: list operations for the many, one by one what the font has not at 1 em."""
        piece = self.text[start:end]
        known = self.case.han.get((style.font, style.weight))
        try:
            gids = [known[char] for char in piece] if known is not None else None
        except KeyError:
            gids = None
        if gids is None:
            if not self.case.learn_han(style.font, style.weight, piece):
                for offset, char in enumerate(piece, start):
                    self._single(HAN, offset, char, style)
                return
            known = self.case.han[style.font, style.weight]
            gids = [known[char] for char in piece]
        size, count, track = style.size, end - start, style.letterspace * style.size
        self.row.join(HAN, piece[0], size, False)
        boxes = self.boxes
        boxes.kinds.extend([HAN] * count)
        boxes.starts.extend(range(start, end))
        boxes.widths.extend([size] * count)
        boxes.lead.extend([0.0] * count)
        boxes.letters.extend([1] * count)
        boxes.first.extend(range(len(boxes.gids), len(boxes.gids) + count))
        boxes.gids.extend(gids)
        boxes.dxs.extend([0.0] * count)
        boxes.dys.extend([0.0] * count)
        boxes.texts.extend(piece)
        boxes.sets.extend([self.row.set_of(self.case.main_face(style.font, style.weight), style)] * count)
        before = len(boxes.breaks)
        inner = count - 1
        boxes.glues.extend([track] * inner)
        boxes.breaks.extend([0.0] * inner)
        boxes.even.extend([size] * inner)
        boxes.open.extend([size] * inner)
        if not self.never_first.isdisjoint(piece):
            for k in range(1, count):
                if piece[k] in self.never_first:
                    boxes.breaks[before + k - 1] = NEVER
        self.row.ended(HAN, piece[-1], size, track)

    def _latin(self, start: int, end: int, style: Style, inside: bool) -> None:
        """A Western word: cut where the face changes, and where a line may break without a hyphen."""
        word = self.text[start:end]
        start += self._attach(word)
        word = self.text[start:end]
        cuts = dict(inner_breaks(word))
        face: Face | None = None
        begin = 0
        first = True
        for k in range(len(word) + 1):
            here = self.case.face(style.font, style.weight, word[k]) if k < len(word) else None
            if k and (k == len(word) or (here is not face and not _joins(word[k]))):
                self._word(start + begin, start + k, face, style, cuts, inside or not first)
                begin, first = k, False
            if k < len(word) and (k == 0 or not _joins(word[k])):
                face = here

    def _attach(self, word: str) -> int:
        """Hang accents and variation selectors that open a word on the glyph before; how many there were."""
        count = 0
        while count < len(word) and _joins(word[count]) and self.boxes.texts:
            self.boxes.texts[-1] += word[count]
            count += 1
        return count

    def _word(self, start: int, end: int, face: Face | None, style: Style, cuts: dict[int, float], rigid: bool) -> None:
        """Part of a word in one face, as one box or, where ``cuts`` allow breaks, several."""
        text = self.text[start:end]
        if text in "“”‘’" and face is not None:
            self._put(LATIN, start, text, style, face, (self.case.mark(face, text, LATIN),), None, rigid)
            return
        if face is None:
            self.missing += enumerate(text, start)
            face = self.case.main_face(style.font, style.weight)
        word = self.case.word(face, text)
        size, track = style.size, style.letterspace * style.size
        stops = [*(k for k in cuts if k in word.starts and k), len(text)]
        glyph, begin = 0, 0
        for stop in stops:
            until = glyph
            while until < len(word.gids) and word.starts[until] < stop:
                until += 1
            self.row.join(LATIN, text[begin], size, rigid or begin > 0)
            if begin:
                self.boxes.breaks[-1] = cuts[begin]
            pen = word.pens[glyph]
            width = (word.pens[until] - pen) * size + track * max(until - glyph - 1, 0)
            self.row.box(LATIN, start + begin, width, sum(map(str.isalnum, text[begin:stop])))
            number = self.row.set_of(face, style)
            for k in range(glyph, until):
                dx = (word.pens[k] - pen + word.dxs[k]) * size + track * (k - glyph)
                self.row.glyph(word.gids[k], dx, word.dys[k] * size, _span(text, word.starts, k), number)
            self.row.ended(LATIN, text[stop - 1], size, track)
            glyph, begin = until, stop

    def _space(self, start: int, end: int, style: Style) -> None:
        """Word spaces: no box, but glue after the last one, and glyphs that carry the text."""
        face = self.case.main_face(style.font, style.weight)
        gid, advance = face.nominal(" ")
        if not self.boxes.widths:  # the text begins with a space
            self.row.join(NEWLINE, "", style.size, True)
            self.row.box(NEWLINE, start, 0.0, 0)
            self.row.ended(NEWLINE, "", style.size, 0.0)
        for offset in range(start, end):
            self.row.glyph(gid, self.boxes.widths[-1], 0.0, self.text[offset], self.row.set_of(face, style))
        self.row.spaces += max(advance, LEAST_SPACE) * style.size * (end - start)
        self.row.spaced = True

    def _row(self, kind: int, start: int, end: int) -> None:
        """！？ in a row, dashes, ellipses, wide symbols: one box a character or a pair, and no break inside pairs."""
        if kind == DASH and self.text[start] == "—" and self._pairs(start, end):
            return
        steps = multi_steps(end - start)
        for k, offset in enumerate(range(start, end)):
            char, style = self.text[offset], self._style_at(offset)
            rigid = k > 0 and (kind in (MULTI, WIDE) or k % 2 == 1 or end - start == 3)
            self._single(kind, offset, char, style, rigid, steps[k] if kind == MULTI else None)

    def _pairs(self, start: int, end: int) -> bool:
        """—— two by two, each pair one bar of 2 em; False when a run's end falls inside a pair."""
        if any(
            self._style_at(k) is not self._style_at(k + 1)
            or self.case.face(self._style_at(k).font, self._style_at(k).weight, "—") is None
            for k in range(start, end - 1, 2)
        ):
            return False
        for k in range(start, end, 2):
            style = self._style_at(k)
            pair = self.text[k : min(k + 2, end)]
            face = self.case.face(style.font, style.weight, "—")
            if len(pair) == 1 or face is None:  # an odd one stays with the pair before it
                self._single(DASH, k, pair, style, True)
            else:
                self._put(DASH, k, pair, style, face, self.case.dash(face), 2.0, False)
        return True

    def _mark(self, kind: int, offset: int, style: Style) -> None:
        char = self.text[offset]
        if kind == NEWLINE:
            self.row.join(NEWLINE, char, style.size, False)
            self.row.box(NEWLINE, offset, 0.0, 0)
            self.forced.append(len(self.boxes.widths) - 1)
            self.row.ended(NEWLINE, char, style.size, 0.0)
            return
        self._single(kind, offset, char, style)
        if kind == IDEOGRAPHIC_SPACE:
            self.trails[len(self.boxes.widths) - 1] = -self.boxes.widths[-1]

    def _single(
        self, kind: int, offset: int, char: str, style: Style, rigid: bool = False, box: float | None = None
    ) -> None:
        """A box for one character: a mark fitted to its class, or anything else as its font draws it."""
        face = self.case.face(style.font, style.weight, char)
        if face is None:
            self.missing.append((offset, char))
            face = self.case.main_face(style.font, style.weight)
            self._put(kind, offset, char, style, face, (Fitted(0, 0.0, 0.0, 1.0),), box, rigid)
        elif kind == DASH and char == "⸺":
            self._put(kind, offset, char, style, face, self.case.dash(face), 2.0, rigid)
        elif kind in (HAN, WIDE) or self.style.marks == "as-is":
            self._put(kind, offset, char, style, face, (self.case.drawn(face, char),), None, rigid)
        else:
            self._put(kind, offset, char, style, face, (self.case.mark(face, char, kind),), box, rigid)

    def _put(
        self, kind: int, offset: int, char: str, style: Style, face: Face, glyphs: Sequence[Fitted],
        box: float | None, rigid: bool,
    ) -> None:  # fmt: skip
        """Glyphs in one box; a box other than their own (``box`` em) has a single glyph in its middle."""
        size = style.size
        self.row.join(kind, char[0], size, rigid)
        own = glyphs[0].box
        shift = (box - own) / 2 if box is not None else 0.0
        self.row.box(kind, offset, (own if box is None else box) * size, 1 if kind in (HAN, LATIN) else 0)
        if kind == OPEN and self.style.marks in ("full", "line-end-half"):
            self.boxes.lead[-1] = 0.5 * size
        for k, glyph in enumerate(glyphs):
            text = char if k == 0 else ""
            self.row.glyph(glyph.gid, (glyph.dx + shift) * size, glyph.dy * size, text, self.row.set_of(face, style))
        self.row.ended(kind, char[-1], size, style.letterspace * size)

    def galley(self) -> Galley:
        """Close the row of boxes."""
        if self.boxes.widths:
            self.row.joined(0.0, 0.0, 0.0, 0.0)
            last = len(self.boxes.widths) - 1
            if not self.forced or self.forced[-1] != last:
                self.forced.append(last)
        return seal(
            self.boxes, self.text, self.style, tuple(self.row.sets), tuple(self.missing), self.trails,
            tuple(self.forced), self.case.hyphenator,
        )  # fmt: skip


def _joins(char: str) -> bool:
    """Whether a character only changes the one before it: accents, variation selectors."""
    return char > "\u02ff" and unicodedata.category(char) in ("Mn", "Me")


def _span(text: str, starts: Sequence[int], k: int) -> str:
    """The text a glyph stands for; a second glyph of the same cluster stands for none."""
    if k and starts[k] == starts[k - 1]:
        return ""
    following = next((s for s in starts[k + 1 :] if s > starts[k]), len(text))
    return text[starts[k] : following]
