"""Divides the boxes of a galley where it offers too few breaks.

Words are divided at hyphenation points, addresses within their parts without a hyphen; as a last resort, any box that
is wider than a line between any two letters.
"""

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import Final

from bulletin_layout.issue.addresses import addresses
from bulletin_layout.typeset.classes import LATIN
from bulletin_layout.typeset.galley import Boxes, Galley, seal
from bulletin_layout.typeset.hyphens import hyphenable
from bulletin_layout.typeset.kinsoku import HYPHEN
from bulletin_layout.values import NamedTuple

#: Cost of cutting a word without a hyphen because it is wider than a line (强行断词).
CUT: Final = 5e5
#: Cost of cutting an address within one of its parts: with three letters on either side, or elsewhere.
_IN_PART: Final = 200.0
_IN_PART_ELSEWHERE: Final = 700.0
_IN_PART_AT: Final = r"(?P<good>(?<=[^\W\d_]{3})(?=[^\W\d_]{3}))|(?<=.[^\W_])(?=[^\W_].)"


class _Cuts(NamedTuple):
    """Where a box is divided: offset in the box's text → cost of a break there; and whether a hyphen is set there."""

    prices: Mapping[int, float]
    hyphen: bool = False


def divisible(galley: Galley, text: str) -> bool:
    """Whether a part of the galley's text may have words or addresses that ``divided`` would divide."""
    return bool(text) and ((galley.style.hyphenate and hyphenable(text)) or any(addresses(galley.text)))


def divided(galley: Galley) -> Galley | None:
    """The galley with Western words divided at hyphenation points (if ``style.hyphenate``) and addresses divided within
    their parts, without a hyphen; None if there is nothing to divide."""
    boxes, cuts = galley.boxes, {}
    inside = {at for start, end, _ in addresses(galley.text) for at in range(start, end)}
    for box, kind in enumerate(boxes.kinds):
        if kind == LATIN:
            word = _text(galley, box)
            if boxes.starts[box] in inside and not word.endswith("//"):
                found = re.finditer(_IN_PART_AT, word)
                cuts[box] = _Cuts(
                    {at.start(): _IN_PART if at["good"] is not None else _IN_PART_ELSEWHERE for at in found}
                )
            elif galley.style.hyphenate and hyphenable(word):
                cuts[box] = _Cuts(dict.fromkeys(galley.hyphenator.points(word), HYPHEN), hyphen=True)
    return _divide(galley, cuts)


def shattered(galley: Galley, width: float) -> Galley | None:
    """The galley with Western boxes wider than ``width`` points divided between glyphs; None if there are none."""
    boxes = galley.boxes
    cuts = {
        box: _Cuts(dict.fromkeys(range(1, len(_text(galley, box))), CUT))
        for box, kind in enumerate(boxes.kinds)
        if kind == LATIN and boxes.widths[box] > width and not _turned(galley, box)
    }
    return _divide(galley, cuts)


def _turned(galley: Galley, box: int) -> bool:
    """Whether a box runs from right to left. Such words are never cut: their letters join and would change form."""
    return bool(galley.levels) and galley.levels[galley.boxes.starts[box]] % 2 == 1


def _text(galley: Galley, box: int) -> str:
    return "".join(glyph.text for glyph in galley.boxes.glyphs[box])


def _divide(galley: Galley, cuts: Mapping[int, _Cuts]) -> Galley | None:
    """The galley with its boxes cut at these offsets of their texts, or None if no offset is the start of a glyph."""
    glyphs = {box: found for box, cut in cuts.items() if (found := _glyphs_at(galley, box, cut.prices))}
    if not glyphs:
        return None
    new = _Divided(galley)
    for box in range(galley.count):
        new.copy(box, glyphs.get(box, {}), hyphen=box in glyphs and cuts[box].hyphen)
    return new.seal()


def _glyphs_at(galley: Galley, box: int, prices: Mapping[int, float]) -> dict[int, float]:
    """Number of the glyph in its box → cost, for the glyphs of a box that begin exactly at these offsets; an offset
    inside a ligature has none."""
    found, at = dict[int, float](), 0
    for number, (*_, text, _) in enumerate(galley.boxes.glyphs[box]):
        if at in prices and number and text and not text.isspace():
            found[number] = prices[at]
        at += len(text)
    return found


class _Divided:
    """Builds the finer row of boxes."""

    def __init__(self, galley: Galley) -> None:
        self.old = galley
        self.kinds: list[int] = []
        self.letters: list[int] = []
        self.boxes = Boxes(self.kinds, [], [], self.letters, [], [], [], [], [], [], {}, {})
        self.place: list[int] = []  # old box → the new box that is its last part
        self.trails: dict[int, float] = {}
        self.hyphens: list[int] = []

    def copy(self, box: int, prices: Mapping[int, float], *, hyphen: bool) -> None:
        """Add one old box, cut before each glyph of ``prices`` (glyph → cost of a break there)."""
        old, new = self.old.boxes, self.boxes
        glyphs, offset = old.glyphs[box], old.starts[box]
        begins = [0, *prices, len(glyphs)]
        edges = [0.0, *(glyphs[glyph].dx for glyph in prices), old.widths[box]]
        for part, (begin, until) in enumerate(pairwise(begins)):
            last = until == begins[-1]
            own = glyphs[begin:until]
            self.kinds.append(old.kinds[box])
            self.letters.append(1 if part else old.letters[box])
            new.starts.append(offset)
            offset += sum(len(glyph.text) for glyph in own)
            new.widths.append(edges[part + 1] - edges[part])
            new.glyphs.append(tuple(glyph._replace(dx=glyph.dx - edges[part]) for glyph in own) if part else own)
            new.glues.append(old.glues[box] if last else 0.0)
            new.breaks.append(old.breaks[box] if last else prices[until])
            new.even.append(old.even[box] if last else 0.0)
            new.unseen.append(old.unseen[box] if last else 0.0)
            new.open.append(old.open[box] if last else 0.0)
            if not part and box in old.leads:
                new.leads[len(new.widths) - 1] = old.leads[box]
            if hyphen and not last:
                number = len(new.widths) - 1
                face, size, _ = own[0].type
                self.hyphens.append(number)
                self.trails[number] = face.nominal("-")[1] * size
        self.place.append(len(new.widths) - 1)

    def seal(self) -> Galley:
        """The new galley; capacities, forced breaks and widths at line ends move to the new box numbers."""
        old, place = self.old, self.place
        self.boxes.caps.update((place[joint], caps) for joint, caps in old.boxes.caps.items())
        for box in range(old.count):
            trail = old.ends[box] - old.at[box] - old.boxes.widths[box]
            if abs(trail) > 1e-9:
                self.trails[place[box]] = trail
        hyphens = frozenset((*self.hyphens, *(place[box] for box in old.hyphens)))
        forced = tuple(place[box] for box in old.forced)
        return seal(
            self.boxes, old.text, old.style, old.doubts, self.trails, forced, old.hyphenator, hyphens,
            old.beside, old.parts, old.levels,
        )  # fmt: skip
