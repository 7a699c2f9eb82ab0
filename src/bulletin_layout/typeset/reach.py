"""Lists the possible ends of a line, and the cost of each (可断之处).

They lie in a range of boxes: the last end is where the line fits when all that can shrink has shrunk, the first where
its gaps open by as much as the search allows. Ends outside are not tried.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from operator import sub
from typing import Final

from bulletin_layout.typeset.adjust import (
    EPSILON,
    RAGGED_TOLERANCE,
    VISIBLE,
    Fit,
    Fitting,
    at_rest,
    is_alone,
    justified,
    ragged,
    stretch_room,
)
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
#: The possible ends of a line of so many points that begins at a box, in no particular order.
Reach = Callable[[int, float], list[End]]


def natural_width(galley: Galley, a: int, b: int, lead: float) -> float:
    """Width in points of a line of boxes a…b before adjustment, with trimmed edges; ``lead``: see ``Task``."""
    width = galley.ends[b] - galley.at[a]
    if a == 0:
        return width + lead
    return width + galley.boxes.leads.get(a, 0.0) if galley.style.line_start == "full" else width


def _leads(galley: Galley, lead: float) -> dict[int, float]:
    """What lines gain that begin with certain boxes, points."""
    return {**galley.boxes.leads, 0: lead} if galley.style.line_start == "full" else {0: lead}


def reach(galley: Galley, lead: float, tolerance: float, *, relaxed: bool) -> Reach:
    """The possible ends of lines whose gaps open by at most ``tolerance`` em.

    ``lead``: see ``Task``; ``relaxed``: see ``choose``.
    """
    fit = (justified if is_justified(galley) else ragged)(galley, tolerance)
    last, first_end, last_end = _last_lines(galley, fit), _first_end(galley, tolerance), _last_end(galley)
    hung = _hung_lines(galley, fit, last) if galley.style.hanging else None
    forced, at, ends, breaks, leads = galley.forced, galley.at, galley.ends, galley.boxes.breaks, _leads(galley, lead)
    prices = [FORCED if price < 0 else price for price in breaks] if relaxed else breaks

    def possible_ends(a: int, width: float) -> list[End]:
        found: list[End] = []
        limit = forced[bisect_left(forced, a)]  # a typed line break stops the line
        origin = ends[a] - (ends[a] - at[a] + leads.get(a, 0.0))  # the width of a line a…b is ends[b] - origin
        end = last_end(a, limit, width + origin)
        for b in range(end, first_end(a, end, width, origin) - 1, -1):
            price = prices[b]
            if price < 0:
                continue
            slack = width - ends[b] + origin
            if slack + slack > width and any(breaks[end] < IN_NAME for end, *_ in found):
                break  # a line that is half empty is considered only if others divide a name, or there are none
            _, _, cost, squeezed = fit(a, b, slack) if b != limit else last(a, b, slack)
            hangs = False
            if hung is not None:
                hung_cost, hung_squeezed = hung(a, b, slack)
                if hung_cost >= 0 and not 0 <= cost <= hung_cost:
                    cost, squeezed, hangs = hung_cost, hung_squeezed, True
            if cost >= 0:
                found.append((b, hangs, cost + price, squeezed))
        if relaxed and not found:  # one box, wider than the line
            found.append((a, False, FORCED, at_rest(galley, a, a)))
        return found

    return possible_ends


def is_justified(galley: Galley) -> bool:
    """Whether all lines but last ones are made as wide as their measure."""
    return galley.style.align in ("justify", "spread")


def _last_end(galley: Galley) -> Callable[[int, int, float], int]:
    """The box at which a line from box a can end at the latest, if its right edge may be ``right`` points from the
    galley's left: all that can shrink, shrinks, and a mark hangs. ``limit``: where it has to end."""
    rights, shrink, capped = galley.rights, galley.shrink, galley.capped
    trail = EPSILON + EPSILON + (galley.style.size if galley.style.hanging else 0.0)
    if galley.ends is not rights:  # a space at the end is left out
        trail += max(map(sub, rights, galley.ends))

    def last_end(a: int, limit: int, right: float) -> int:
        b, widest = bisect_right(rights, right, a), right - shrink[capped[a]] + trail
        while b <= limit and rights[b] - shrink[capped[b]] <= widest:
            b += 1
        return b - 1 if b <= limit else limit

    return last_end


def _first_end(galley: Galley, tolerance: float) -> Callable[[int, int, float, float], int]:
    """The box at which a line from box a of some width can end at the earliest, if gaps open by at most ``tolerance``
    em. ``end``: where it ends at the latest."""
    rights, trail = galley.rights, -EPSILON - EPSILON
    if galley.ends is not rights:  # a hyphen is added
        trail -= max(map(sub, galley.ends, rights))
    if tolerance > VISIBLE:
        return lambda a, end, width, origin: a
    if not is_justified(galley):
        share = 1.0 - RAGGED_TOLERANCE * tolerance
        return lambda a, end, width, origin: bisect_left(rights, share * width + origin + trail, a, end)
    room = stretch_room(galley, tolerance)
    return lambda a, end, width, origin: bisect_left(rights, width + origin + trail - room(a, end), a, end)


def _last_lines(galley: Galley, fit: Fitting) -> Fitting:
    """How lines fit that end the paragraph or come before a typed break: they keep their natural width, and should be
    neither a 孤字 nor nearly empty."""
    style, begins = galley.style, frozenset((0, *(box + 1 for box in galley.forced)))
    stub = _STUB if is_justified(galley) else 0.0

    def last(a: int, b: int, slack: float) -> Fit:
        lonely = is_alone(galley, a, b) and a not in begins
        if slack < 0 or style.align == "spread":
            step, part, cost, squeezed = fit(a, b, slack)
            return step, part, cost + _LONELY if lonely and cost >= 0 else cost, squeezed
        if lonely or a in begins:
            cost = _LONELY if lonely else 0.0
        else:
            part = (galley.ends[b] - galley.at[a]) / (_STUB_ENDS * style.size)
            cost = max(stub * (1.0 - part), 0.0)
        return 0, 0.0, cost, at_rest(galley, a, b)

    return last


def _hung_lines(galley: Galley, fit: Fitting, last: Fitting) -> Callable[[int, int, float], tuple[float, float]]:
    """How lines fit whose last mark hangs: the cost, negative if it may not or the line is not too wide; and how far
    marks are squeezed.

    Only one mark hangs, a comma or full stop, and never beside another mark (CLREQ 6.1.3).
    """
    boxes, forced = galley.boxes, galley.forced

    def hung(a: int, b: int, slack: float) -> tuple[float, float]:
        if boxes.kinds[b] not in (STOP, COMMA) or galley.text[boxes.starts[b]] not in _HANGABLE:
            return -1.0, -1.0
        if b == a or not boxes.letters[b - 1] or slack >= 0:
            return -1.0, -1.0
        _, _, cost, squeezed = (last if b in forced else fit)(a, b, slack + boxes.widths[b])
        return (cost + _HANGS if cost >= 0 else cost), squeezed

    return hung
