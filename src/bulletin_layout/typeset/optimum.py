"""The breaks of a whole paragraph at least cost (段落最优断行), for a sequence of measures.

A state is a box that begins a line, together with the number of that line while lines still differ; once they do
not, the box alone. No line costs less than nothing, so states are taken in the order of their cost (Dijkstra), and
the search is over as soon as the paragraph's end is the cheapest one: most states are never looked at.
"""

from collections.abc import Sequence
from heapq import heappop, heappush
from math import inf
from typing import Final, NamedTuple

from bulletin_layout.typeset.adjust import EPSILON, squeeze
from bulletin_layout.typeset.galley import Galley
from bulletin_layout.typeset.pairs import MARK
from bulletin_layout.typeset.reach import Reach, natural_width
from bulletin_layout.values import dataclass

#: A paragraph's last line alone at the head of a column, or its first alone at a foot (孤行): dearer than any
#: adjustment that does not show, cheaper than one line whose gaps do.
_STRANDED: Final = 580.0
#: Each line, so that of two equal settings the shorter wins.
_LINE: Final = 0.01
#: A byline that needs a line of its own.
_TAIL_ALONE: Final = 20.0
#: While lines differ, a way that is so much dearer than the cheapest to the same line is given up.
_HOPELESS: Final = 8000.0
#: Marks of 1 em in one line, of ½ em in the next; grows with the square. It is counted along the cheapest way to a
#: line, not searched for: a state does not remember dearer ways whose last line is more like the next.
_UNEVEN: Final = 8.0


@dataclass(frozen=True, slots=True)
class Task:
    """What is asked. ``widths[i]``: line i's width without indent, points (the last repeats); ``columns``: lines that
    open a column; ``tail``: width of the byline with the space before it, 0: none; ``lead``: what the
    paragraph's first mark adds (+) or hangs out (−); ``count``: exactly so many lines, the byline's own too; 0: any."""

    widths: Sequence[float]
    columns: frozenset[int] = frozenset()
    tail: float = 0.0
    lead: float = 0.0
    count: int = 0

    def width(self, line: int) -> float:
        """The width of a line."""
        return self.widths[line] if line < len(self.widths) else self.widths[-1]


class Step(NamedTuple):
    """A line of the solution: boxes a…b, what it cost, and the byline: 0 none, 1 on this line, 2 under it."""

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
        """The cost of the dearest line."""
        return max(step.cost for step in self.steps)


#: The cheapest known way to a box: its cost, the box, whether the last line hangs, its byline, the state before it,
#: and the slack of the last line, points.
_State = tuple[float, int, bool, int, "_State | None", float]


def choose(galley: Galley, task: Task, tolerance: float, *, relaxed: bool = False, limit: float = inf) -> Chosen | None:
    """The cheapest breaks whose lines open ordinary gaps by at most ``tolerance`` em.

    None: there are none, or none that cost at most ``limit``. ``relaxed``: forbidden breaks may be used at the
    price of FORCED each, and a box wider than its line stands alone.
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
    """One search. A state's key is its box, plus ``stride`` for each line before it that is unlike the rest."""

    def __init__(self, galley: Galley, task: Task, reach: Reach) -> None:
        self.galley, self.task, self.reach = galley, task, reach
        self.stride = galley.count + 1
        self.marks = galley.by_step.get(MARK)
        self.known: dict[int, _State] = {}
        self.waiting: list[tuple[float, int]] = []

    def run(self, limit: float) -> _State | None:
        """The cheapest way to the paragraph's end."""
        varying = max([len(self.task.widths) - 1, *(line + 1 for line in self.task.columns), self.task.count, 1])
        end = (varying + 1) * self.stride
        cheapest: dict[int, float] = {}
        self._reached(0, (0.0, 0, False, 0, None, 0.0))
        while self.waiting:
            cost, key = heappop(self.waiting)
            state = self.known[key]
            if cost > limit:
                return None
            if key == end:
                return state
            if cost > state[0]:
                continue  # a cheaper way was found since
            line = key // self.stride
            if line >= varying or cost <= cheapest.setdefault(line, cost) + _HOPELESS:
                self._extend(state, line, min(line + 1, varying) * self.stride, end)
        return None

    def _extend(self, state: _State, line: int, following: int, end: int) -> None:
        """Try every end of a line that begins where a state ends."""
        cost, a, galley = state[0], state[1], self.galley
        base, final, known = cost + _LINE, galley.count - 1, self.known
        if line == 1 and 1 in self.task.columns:
            base += _STRANDED
        above = self._squeezed(state)
        for b, hangs, price, slack in self.reach.ends(a, self.task.width(line)):
            total = base + price
            found = known.get(following + b + 1)
            if found is not None and total > found[0]:
                continue
            if above > 0.0 or (slack < 0.0 <= above):
                own = squeeze(galley, a, b, slack)
                total += _UNEVEN * (own - above) ** 2 if own >= 0.0 else 0.0
            if b == final:
                more, tail = self._finish(a, line)
                if self.task.count in (0, line + (2 if tail == 2 else 1)):
                    self._reached(end, (total + more, b + 1, hangs, tail, state, slack))
            elif not 0 < self.task.count <= line + 1:
                self._reached(following + b + 1, (total, b + 1, hangs, 0, state, slack))

    def _squeezed(self, state: _State) -> float:
        """How far the marks of a state's last line are squeezed, see ``squeeze``."""
        before, slack = state[4], state[5]
        if before is None or self.marks is None:
            return -1.0
        if slack < -EPSILON:
            return squeeze(self.galley, before[1], state[1] - 1, slack)
        return 0.0 if self.marks[state[1] - 1] > self.marks[before[1]] else -1.0

    def _reached(self, key: int, state: _State) -> None:
        """Keep a state if it is the cheapest way to its key; of two equal ones, the one whose last line is fuller."""
        found = self.known.get(key)
        if found is None or state[0] < found[0] or (state[0] == found[0] and _begins(state) < _begins(found)):
            self.known[key] = state
            heappush(self.waiting, (state[0], key))

    def _finish(self, a: int, line: int) -> tuple[float, int]:
        """What the paragraph's last line costs beside its adjustment, with the byline on it or under it."""
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
