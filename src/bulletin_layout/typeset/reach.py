"""Lists the possible ends of a line, and the cost of each (可断之处).

The last end that needs no shrinking is found by bisection. From there, ends are tried forwards until even shrinking
does not make them fit, and backwards until the line is looser than the tolerance of the search.
"""

from bisect import bisect_left, bisect_right
from typing import Final

from bulletin_layout.typeset.adjust import EPSILON, UNFIT, Fit, at_rest, is_alone, justified, ragged
from bulletin_layout.typeset.classes import COMMA, STOP
from bulletin_layout.typeset.galley import Galley
from bulletin_layout.typeset.kinsoku import IN_NAME

#: Cost of a single Han on the last line (孤字; CLREQ, GB/T 15834—2011 5.1.11): more than any visible adjustment of one
#: line.
_LONELY: Final = 6000.0
#: Cost of a nearly empty last line of a justified paragraph, and the width in em from which on it costs nothing. It is
#: enough for three other lines to be squeezed by half in order to avoid such a line.
_STUB: Final = 60.0
_STUB_ENDS: Final = 8.0
#: Cost of a mark that hangs in the margin (标点悬挂).
_HANGS: Final = 6.0
#: Cost of a break that violates kinsoku, because nothing else fits.
FORCED: Final = 1e6
_HANGABLE: Final = "，、。．"

#: An end of a line: its last box, whether the mark there hangs, the cost of the line, and how far its marks are
#: squeezed (see ``adjust.Fit``).
End = tuple[int, bool, float, float]


def natural_width(galley: Galley, a: int, b: int, lead: float) -> float:
    """Width in points of a line of boxes a…b before adjustment, with trimmed edges; ``lead``: see ``Task``."""
    width = galley.ends[b] - galley.at[a]
    if a == 0:
        return width + lead
    return width + galley.boxes.leads.get(a, 0.0) if galley.style.line_start == "full" else width


class Reach:
    """The possible line ends of one galley, for gaps that open by at most ``tolerance`` em."""

    def __init__(self, galley: Galley, lead: float, tolerance: float, *, relaxed: bool) -> None:
        """``lead``: see ``Task``; ``relaxed``: see ``choose``."""
        self.galley, self.lead, self.tolerance, self.relaxed = galley, lead, tolerance, relaxed
        is_justified = galley.style.align in ("justify", "spread")
        self.fit = justified if is_justified else ragged
        self.stub = _STUB if is_justified else 0.0
        self.begins = frozenset((0, *(box + 1 for box in galley.forced)))
        self.hanging = galley.style.hanging
        #: How many ends may be too wide before the search stops. Usually the first one ends it, but a line with a
        #: hanging mark or a hyphen may be wider than the line to the next end.
        self.misses = 2 if galley.style.hanging or galley.hyphens else 0

    def ends(self, a: int, width: float) -> list[End]:
        """The possible ends of a line of ``width`` points that begins at box a, in no particular order."""
        galley = self.galley
        limit = galley.forced[bisect_left(galley.forced, a)]  # a typed line break stops the line
        # The width of a line a…b is ends[b] - origin.
        origin = galley.ends[a] - natural_width(galley, a, a, self.lead)
        middle = bisect_right(galley.rights, origin + width + EPSILON)
        found = self._wider(a, middle, limit, width, origin)
        self._narrower(a, middle, limit, width, origin, found)
        if self.relaxed and not found:  # one box, wider than the line
            found.append((a, False, FORCED, at_rest(galley, a, a)))
        return found

    def _wider(self, a: int, middle: int, limit: int, width: float, origin: float) -> list[End]:
        """Ends at which the line has to shrink, or its last mark to hang."""
        galley, fit, tolerance, relaxed, left = self.galley, self.fit, self.tolerance, self.relaxed, self.misses
        ends, breaks, shrink, capped = galley.ends, galley.boxes.breaks, galley.shrink, galley.capped
        found: list[End] = []
        least = shrink[capped[a]] - EPSILON
        for b in range(middle, limit + 1):
            if breaks[b] < 0 and not relaxed:
                continue
            slack = width - ends[b] + origin
            cost, squeezed, hangs = -1.0, -1.0, False
            if slack >= least - shrink[capped[b]]:
                cost, squeezed = fit(galley, a, b, slack, tolerance) if b != limit else self._last(a, b, slack)
            if self.hanging:
                hung = self._hung(a, b, slack, cost, limit)
                if hung[0] >= 0:
                    hangs, (cost, squeezed) = True, hung
            if cost >= 0:
                found.append((b, hangs, cost + (breaks[b] if breaks[b] >= 0 else FORCED), squeezed))
            elif left:
                left -= 1
            else:
                break
        return found

    def _narrower(self, a: int, middle: int, limit: int, width: float, origin: float, found: list[End]) -> None:
        """Add the ends at which the line fits as it is, or by stretching."""
        galley, fit, tolerance, relaxed = self.galley, self.fit, self.tolerance, self.relaxed
        ends, breaks = galley.ends, galley.boxes.breaks
        for b in range(min(middle - 1, limit), a - 1, -1):
            if breaks[b] < 0 and not relaxed:
                continue
            slack = width - ends[b] + origin
            if slack > width / 2 and any(breaks[end] < IN_NAME for end, *_ in found):
                break  # a line that is half empty is considered only if others divide a name, or there are none
            cost, squeezed = fit(galley, a, b, slack, tolerance) if b != limit else self._last(a, b, slack)
            if cost >= 0:
                found.append((b, False, cost + (breaks[b] if breaks[b] >= 0 else FORCED), squeezed))
            elif slack > 0:
                break

    def _last(self, a: int, b: int, slack: float) -> Fit:
        """How well a line fits that ends the paragraph or comes before a typed break: it keeps its natural width, and
        should be neither a 孤字 nor nearly empty."""
        galley = self.galley
        lonely = is_alone(galley, a, b) and a not in self.begins
        if slack < 0 or galley.style.align == "spread":
            cost, squeezed = self.fit(galley, a, b, slack, self.tolerance)
            return cost + _LONELY if lonely and cost >= 0 else cost, squeezed
        if lonely or a in self.begins:
            return _LONELY if lonely else 0.0, at_rest(galley, a, b)
        part = (galley.ends[b] - galley.at[a]) / (_STUB_ENDS * galley.style.size)
        return max(self.stub * (1.0 - part), 0.0), at_rest(galley, a, b)

    def _hung(self, a: int, b: int, slack: float, flush: float, limit: int) -> Fit:
        """The same with the line's last mark hung; it does not fit if the mark may not hang, or if not hanging it
        (``flush``: what that costs) is cheaper.

        Only one mark hangs, a comma or full stop, and never beside another mark (CLREQ 6.1.3).
        """
        boxes = self.galley.boxes
        if boxes.kinds[b] not in (STOP, COMMA) or self.galley.text[boxes.starts[b]] not in _HANGABLE:
            return UNFIT
        if b == a or not boxes.letters[b - 1] or slack >= 0:
            return UNFIT
        wider = slack + boxes.widths[b]
        cost, squeezed = self._last(a, b, wider) if b == limit else self.fit(self.galley, a, b, wider, self.tolerance)
        return UNFIT if cost < 0 or 0 <= flush <= cost + _HANGS else (cost + _HANGS, squeezed)
