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
from bulletin_layout.typeset.reach import Reach, natural_width
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
    """A solution: its lines and its cost."""

    steps: tuple[Step, ...]
    cost: float

    @property
    def worst(self) -> float:
        """The cost of the most expensive line."""
        return max(step.cost for step in self.steps)


#: The cheapest known way to a box: cost so far, the box that begins the next line, and of the line before it: whether
#: its mark hangs, its byline, the state at which it begins, and how far its marks are squeezed (see ``adjust.Fit``). A
#: plain tuple, for speed.
_State = tuple[float, int, bool, int, "_State | None", float]


def choose(galley: Galley, task: Task, tolerance: float, *, relaxed: bool = False, limit: float = inf) -> Chosen | None:
    """The cheapest breaks among lines that open ordinary gaps by at most ``tolerance`` em.

    None: there are none, or all cost more than ``limit``. ``relaxed``: forbidden breaks may be used at a cost of FORCED
    each, and a box that is wider than its line gets a line alone; such a search always succeeds if there is no limit.
    """
    state = _Search(galley, task, Reach(galley, task.lead, tolerance, relaxed=relaxed)).run(limit)
    if state is None:
        return None
    cost, steps = state[0], []
    before = state[4]
    while before is not None:
        total, begins, hangs, tail = state[:4]
        steps.append(Step(before[1], begins - 1, hangs, tail, total - before[0]))
        state, before = before, before[4]
    return Chosen(tuple(reversed(steps)), cost)


class _Search:
    """One search. The key of a state is its box plus ``stride`` × its line number; from line ``varying`` on, all lines
    are alike and share that number."""

    def __init__(self, galley: Galley, task: Task, reach: Reach) -> None:
        self.galley, self.task, self.reach = galley, task, reach
        self.stride = galley.count + 1
        self.known: dict[int, _State] = {}
        self.waiting: list[tuple[float, int]] = []

    def run(self, limit: float) -> _State | None:
        """The cheapest way to the paragraph's end."""
        varying = max([len(self.task.widths) - 1, *(line + 1 for line in self.task.columns), self.task.count, 1])
        end = (varying + 1) * self.stride
        cheapest: dict[int, float] = {}
        self._reached(0, (0.0, 0, False, 0, None, -1.0))
        while self.waiting:
            cost, key = heappop(self.waiting)
            state = self.known[key]
            if cost > limit:
                return None
            if key == end:
                return state
            if cost > state[0]:
                continue  # a cheaper way to this state was found after this entry was pushed
            line = key // self.stride
            if line >= varying or cost <= cheapest.setdefault(line, cost) + _HOPELESS:
                self._extend(state, line, min(line + 1, varying) * self.stride, end)
        return None

    def _extend(self, state: _State, line: int, following: int, end: int) -> None:
        """Add the states after every possible line that begins at a state; this is the hot loop of composition."""
        cost, a, galley = state[0], state[1], self.galley
        base, final, known = cost + _LINE, galley.count - 1, self.known
        if line == 1 and 1 in self.task.columns:
            base += _STRANDED
        above = state[5]
        for b, hangs, price, squeezed in self.reach.ends(a, self.task.width(line)):
            total = base + price
            found = known.get(following + b + 1)
            if found is not None and total > found[0]:
                continue
            if above >= 0 <= squeezed:
                total += _UNEVEN * (squeezed - above) ** 2
            if b == final:
                more, tail = self._finish(a, line)
                if self.task.count in (0, line + (2 if tail == 2 else 1)):
                    self._reached(end, (total + more, b + 1, hangs, tail, state, squeezed))
            elif not 0 < self.task.count <= line + 1:
                self._reached(following + b + 1, (total, b + 1, hangs, 0, state, squeezed))

    def _reached(self, key: int, state: _State) -> None:
        """Keep a state if it is the cheapest for its key. Ties go to the one whose last line begins earlier, so that
        the result does not depend on the order of the search."""
        found = self.known.get(key)
        if found is None or state[0] < found[0] or (state[0] == found[0] and _begins(state) < _begins(found)):
            self.known[key] = state
            heappush(self.waiting, (state[0], key))

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
    return state[4][1] if state[4] is not None else 0
