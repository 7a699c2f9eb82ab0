"""A galley with finer boxes: words divided at hyphenation points, addresses and at last words anywhere without one."""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from bulletin_layout.issue.addresses import addresses
from bulletin_layout.typeset.classes import LATIN
from bulletin_layout.typeset.galley import Boxes, Galley, seal
from bulletin_layout.typeset.hyphens import hyphenable
from bulletin_layout.typeset.kinsoku import HYPHEN

#: A word cut without a hyphen, because it is wider than a line (强行断词).
CUT: Final = 5e5
#: An address cut within one of its parts: between letters that have two more on either side, or elsewhere.
_IN_PART: Final = 200.0
_IN_PART_ELSEWHERE: Final = 700.0
_IN_PART_AT: Final = re.compile(r"(?P<good>(?<=[^\W\d_]{3})(?=[^\W\d_]{3}))|(?<=.[^\W_])(?=[^\W_].)")


class _Cuts(NamedTuple):
    """Where a box is divided: offsets in its text with the price of a break there, and whether a hyphen marks it."""

    prices: Mapping[int, float]
    hyphen: bool = False


def divisible(galley: Galley, text: str) -> bool:
    """Whether a stretch of the galley's text may have words or addresses that can be ``divided``."""
    return bool(text) and ((galley.style.hyphenate and hyphenable(text)) or any(addresses(galley.text)))


def divided(galley: Galley) -> Galley | None:
    """The galley with its Western words divided at their hyphenation points, if the style has hyphens, and the parts
    of its addresses anywhere, without a hyphen; None when there is nothing to divide."""
    boxes, cuts = galley.boxes, {}
    inside = {at for start, end, _ in addresses(galley.text) for at in range(start, end)}
    for box, kind in enumerate(boxes.kinds):
        if kind == LATIN:
            word = _text(galley, box)
            if boxes.starts[box] in inside and not word.endswith("//"):
                found = _IN_PART_AT.finditer(word)
                cuts[box] = _Cuts(
                    {at.start(): _IN_PART if at["good"] is not None else _IN_PART_ELSEWHERE for at in found}
                )
            elif galley.style.hyphenate and hyphenable(word):
                cuts[box] = _Cuts(dict.fromkeys(galley.hyphenator.points(word), HYPHEN), hyphen=True)
    return _divide(galley, cuts)


def shattered(galley: Galley, width: float) -> Galley | None:
    """The galley with every box wider than ``width`` divided between its glyphs; None when there is none."""
    boxes = galley.boxes
    cuts = {
        box: _Cuts(dict.fromkeys(range(1, len(_text(galley, box))), CUT))
        for box, kind in enumerate(boxes.kinds)
        if kind == LATIN and boxes.widths[box] > width and not _turned(galley, box)
    }
    return _divide(galley, cuts)


def _turned(galley: Galley, box: int) -> bool:
    """Whether a box runs from right to left: its letters would take other forms at a cut."""
    return bool(galley.levels) and galley.levels[galley.boxes.starts[box]] % 2 == 1


def _text(galley: Galley, box: int) -> str:
    first = galley.boxes.first
    until = first[box + 1] if box + 1 < galley.count else len(galley.boxes.gids)
    return "".join(galley.boxes.texts[first[box] : until])


def _divide(galley: Galley, cuts: Mapping[int, _Cuts]) -> Galley | None:
    """Cut boxes before the glyphs that begin at the given offsets of their text."""
    glyphs = {box: found for box, cut in cuts.items() if (found := _glyphs_at(galley, box, cut.prices))}
    if not glyphs:
        return None
    new = _Divided(galley)
    for box in range(galley.count):
        new.copy(box, glyphs.get(box, {}), hyphen=box in glyphs and cuts[box].hyphen)
    return new.seal()


def _glyphs_at(galley: Galley, box: int, prices: Mapping[int, float]) -> dict[int, float]:
    """The glyphs of a box that begin exactly at these offsets, with their prices; a ligature over one has none."""
    boxes = galley.boxes
    until = boxes.first[box + 1] if box + 1 < galley.count else len(boxes.gids)
    found, at = dict[int, float](), 0
    for glyph in range(boxes.first[box], until):
        text = boxes.texts[glyph]
        if at in prices and text and not text.isspace() and glyph > boxes.first[box]:
            found[glyph] = prices[at]
        at += len(text)
    return found


class _Divided:
    """The finer row of boxes while it is made."""

    def __init__(self, galley: Galley) -> None:
        self.old = galley
        old = galley.boxes
        self.boxes = Boxes(
            [], [], [], [], [], [], [], [], [], [], [], old.gids, [*old.dxs], old.dys, old.texts, old.sets
        )
        self.place: list[int] = []  # where each old box's last part is now
        self.trails: dict[int, float] = {}
        self.hyphens: list[int] = []

    def copy(self, box: int, prices: Mapping[int, float], *, hyphen: bool) -> None:
        """One old box, in parts that begin at its first glyph and at those of ``prices``, what breaks there cost."""
        old, new = self.old.boxes, self.boxes
        begins = [old.first[box], *prices]
        edges = [0.0, *(old.dxs[glyph] for glyph in begins[1:]), old.widths[box]]
        offset, letters = old.starts[box], old.letters[box]
        for part, glyph in enumerate(begins):
            last = part + 1 == len(begins)
            until = self._until(box) if last else begins[part + 1]
            new.kinds.append(old.kinds[box])
            new.starts.append(offset)
            offset += sum(map(len, old.texts[glyph:until]))
            new.widths.append(edges[part + 1] - edges[part])
            new.glues.append(old.glues[box] if last else 0.0)
            new.breaks.append(old.breaks[box] if last else prices[until])
            new.even.append(old.even[box] if last else 0.0)
            new.open.append(old.open[box] if last else 0.0)
            new.lead.append(0.0 if part else old.lead[box])
            new.letters.append(letters if part == 0 else 1)
            new.first.append(glyph)
            for k in range(glyph, until):
                new.dxs[k] = old.dxs[k] - edges[part]
            if hyphen and not last:
                number = len(new.widths) - 1
                face, size, _ = self.old.sets[old.sets[glyph]]
                self.hyphens.append(number)
                self.trails[number] = face.nominal("-")[1] * size
        self.place.append(len(new.widths) - 1)

    def _until(self, box: int) -> int:
        first = self.old.boxes.first
        return first[box + 1] if box + 1 < len(first) else len(self.old.boxes.gids)

    def seal(self) -> Galley:
        """Carry over what hangs on joints and line ends."""
        old, place = self.old, self.place
        self.boxes.caps.extend((place[joint], step, cap) for joint, step, cap in old.boxes.caps)
        for box in range(old.count):
            trail = old.ends[box] - old.at[box] - old.boxes.widths[box]
            if abs(trail) > 1e-9:
                self.trails[place[box]] = trail
        hyphens = frozenset((*self.hyphens, *(place[box] for box in old.hyphens)))
        forced = tuple(place[box] for box in old.forced)
        return seal(
            self.boxes, old.text, old.style, old.sets, old.doubts, self.trails, forced, old.hyphenator, hyphens,
            old.beside, old.parts, old.levels,
        )  # fmt: skip
