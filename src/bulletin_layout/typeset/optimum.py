"""Finds the cheapest breaks of a whole paragraph for a sequence of measures (段落最优断行).

It is a shortest-path search. A state is a box that begins a line, together with the number of that line as long as
lines differ in width; after that the box alone. Lines never have a negative cost, so states are taken in the order of
their cost (Dijkstra), and the search ends when the paragraph's end is the cheapest state: most are never extended.
"""

from collections.abc import Sequence
from heapq import heappop, heappush
from math import inf
from typing import Final

from bulletin_layout.typeset.adjust import EPSILON
from bulletin_layout.typeset.galley import Galley
from bulletin_layout.typeset.reach import Reach, natural_width, reach
from bulletin_layout.values import NamedTuple, dataclass

#: Cost of a paragraph's last line alone at the head of a column, or its first alone at a foot (孤行, CLREQ 7.1.2): more
#: than any adjustment that is not visible, less than one visibly loose line. Costs are those of ``adjust``.
_STRANDED: Final = 580.0
#: Cost of each line, so that of two otherwise equal settings the one with fewer lines wins.
_LINE: Final = 0.01
#: Cost of a byline that needs a line of its own.
_TAIL_ALONE: Final = 20.0
#: While lines differ in width, a state that costs so much more than the cheapest with the same line number is dropped.
_HOPELESS: Final = 8000.0
#: Cost of marks of 1 em in one line above marks of ½ em in the next; it grows with the square of the difference. It is
#: added along the cheapest way to each state, so the result is not a true optimum in this respect: a state does not
#: remember dearer ways whose last line is more like the next one.
_UNEVEN: Final = 8.0


@dataclass(frozen=True, slots=True)
class Task:
    """What the search has to solve.

    ``widths[i]``: width of line i without its indent, points; the last one repeats. ``columns``: numbers of the lines
    (from 0) that open a column. ``tail``: width of the byline with the space before it, points; 0: none. ``lead``: what
    an opening mark at the start adds to the first line, points (``finish.task_lead``). ``count``: number of lines
    required, with the byline's own; 0: any.
    """

    widths: Sequence[float]
    columns: frozenset[int] = frozenset()
    tail: float = 0.0
    lead: float = 0.0
    count: int = 0

    def width(self, line: int) -> float:
        """The width of a line (from 0), points."""
        return self.widths[line] if line < len(self.widths) else self.widths[-1]


class Step(NamedTuple):
    """A line of the solution: boxes a…b, whether its last mark hangs, the byline (0: none, 1: on this line, 2: below
    it), and its cost."""

    a: int
    b: int
    hangs: bool
    tail: int
    cost: float


class Chosen(NamedTuple):
    """A solution: its lines, its cost, and that of the most expensive line."""

    steps: tuple[Step, ...]
    cost: float
    worst: float


#: The cheapest known way to a box: what it costs so far, its key (see ``_Search``), the box that begins the next line,
#: the state at which the last line begins, how far that line's marks are squeezed (see ``adjust.Fit``), whether its
#: last mark hangs, and its byline. A plain tuple, for speed; states are taken in the order of these values.
_State = tuple[float, int, int, "_State | None", float, bool, int]


def choose(galley: Galley, task: Task, tolerance: float, *, relaxed: bool = False, limit: float = inf) -> Chosen | None:
    """The cheapest breaks among lines that open ordinary gaps by at most ``tolerance`` em.

    None: there are none, or all cost more than ``limit``. ``relaxed``: forbidden breaks may be used at a cost of FORCED
    each, and a box that is wider than its line gets a line alone; such a search always succeeds if there is no limit.
    """
    state = _Search(galley, task, reach(galley, task.lead, tolerance, relaxed=relaxed)).run(limit)
    if state is None:
        return None
    cost, steps = state[0], []
    before = state[3]
    while before is not None:
        total, _, begins, _, _, hangs, tail = state
        steps.append(Step(before[2], begins - 1, hangs, tail, total - before[0]))
        state, before = before, before[3]
    steps.reverse()
    return Chosen(tuple(steps), cost, max(step.cost for step in steps))


class _Search:
    """One search. The key of a state is its box plus ``stride`` × its line number; from line ``varying`` on, all lines
    are alike and share that number."""

    def __init__(self, galley: Galley, task: Task, ends: Reach) -> None:
        self.galley, self.task, self.ends = galley, task, ends
        self.stride = galley.count + 1
        self.varying = max(len(task.widths) - 1, *(line + 1 for line in task.columns), task.count, 1)
        self.end = (self.varying + 1) * self.stride
        self.widths = [task.width(line) for line in range(self.varying + 1)]
        begin: _State = 0.0, 0, 0, None, -1.0, False, 0
        self.known = {0: begin}
        self.waiting = [begin]

    def run(self, limit: float) -> _State | None:
        """The cheapest way to the paragraph's end."""
        known, waiting, stride, varying, end = self.known, self.waiting, self.stride, self.varying, self.end
        cheapest: dict[int, float] = {}
        while waiting:
            state = heappop(waiting)
            cost, key = state[:2]
            if cost > limit:
                return None
            if state is not known[key]:
                continue  # a better way to the same box was found after this one
            if key == end:
                return state
            line = key // stride
            if line >= varying or cost <= cheapest.setdefault(line, cost) + _HOPELESS:
                self._extend(state, line)
        return None

    def _extend(self, state: _State, line: int) -> None:
        """Add the states after every possible line that begins at a state; this is the hot loop of composition."""
        cost, _, a, _, above, _, _ = state
        known, waiting, final, count = self.known, self.waiting, self.stride - 2, self.task.count
        following, is_full = min(line + 1, self.varying) * self.stride + 1, 0 < count <= line + 1
        base = cost + _LINE
        if line == 1 and 1 in self.task.columns:
            base += _STRANDED
        for b, hangs, price, squeezed in self.ends(a, self.widths[line]):
            total, key, tail = base + price, following + b, 0
            if squeezed != above and squeezed >= 0 <= above:
                total += _UNEVEN * (squeezed - above) ** 2
            if b == final:
                more, tail = self._finish(a, line)
                total, key = total + more, self.end
                if count and count != line + (2 if tail == 2 else 1):
                    continue
            elif is_full:
                continue
            found = known.get(key)
            # Ties go to the way whose last line begins earlier, so that the result does not depend on the order of the
            # search.
            if found is None or total < found[0] or (total == found[0] and a < _begins(found)):
                known[key] = reached = total, key, b + 1, state, squeezed, hangs, tail
                heappush(waiting, reached)

    def _finish(self, a: int, line: int) -> tuple[float, int]:
        """(Cost beyond adjustment, where the byline goes: see ``Step``) of the paragraph's last line from box ``a``."""
        task, cost, tail = self.task, 0.0, 0
        if task.tail:
            room = task.width(line) - natural_width(self.galley, a, self.galley.count - 1, task.lead)
            tail = 1 if room >= task.tail - EPSILON else 2
            if tail == 2:
                cost += _TAIL_ALONE
                line += 1
        if line > 0 and line in task.columns:
            cost += _STRANDED
        return cost, tail


def _begins(state: _State) -> int:
    """Where the last line of a state begins."""
    return state[3][2] if state[3] is not None else 0
