"""The breaks of a whole paragraph at least cost (段落最优断行), for a sequence of measures.

A state is a box that begins a line, together with the number of that line while lines still differ; once they do
not, the box alone. From each state only ends within reach are tried: from the last one that needs no shrinking
forwards until nothing fits, and backwards until lines get looser than the tolerance of the pass.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from bulletin_layout.typeset.adjust import EPSILON, price, ragged
from bulletin_layout.typeset.classes import COMMA, STOP
from bulletin_layout.typeset.galley import Galley

#: One Han alone on the last line (孤字): dearer than any adjustment of one line that can be seen.
_LONELY: Final = 1200.0
#: A paragraph's last line alone at the head of a column, or its first alone at a foot (孤行).
_STRANDED: Final = 250.0
#: Each line, so that of two equal settings the shorter wins.
_LINE: Final = 0.01
#: A byline that needs a line of its own; a mark that hangs out of its line.
_TAIL_ALONE: Final = 20.0
_HANGS: Final = 4.0
#: A break that breaks a rule, because nothing else fits.
FORCED: Final = 1e6
#: While lines differ, a way that is so much dearer than the cheapest to the same line is given up.
_HOPELESS: Final = 1500.0
_HANGABLE: Final = "，、。．"


@dataclass(frozen=True, slots=True)
class Task:
    """What is asked. ``widths[i]``: line i's width without indent, points (the last repeats); ``columns``: lines that
    open a column; ``tail``: width of the byline with the space before it, 0: none; ``lead``: what the
    paragraph's first mark adds (+) or hangs out (−)."""

    widths: Sequence[float]
    columns: frozenset[int] = frozenset()
    tail: float = 0.0
    lead: float = 0.0

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


class _State(NamedTuple):
    """The cheapest known way to here: its cost, its last line, and the state before that line."""

    cost: float
    step: Step | None
    before: "_State | None"


def natural_width(galley: Galley, a: int, b: int, lead: float) -> float:
    """Boxes a…b on a line, unadjusted, its edges trimmed; ``lead``: for a first line, see ``Task``."""
    width = galley.ends[b] - galley.at[a]
    if a == 0:
        return width + lead
    return width + galley.boxes.lead[a] if galley.style.line_start == "full" else width


def choose(galley: Galley, task: Task, tolerance: float, relaxed: bool = False) -> Chosen | None:
    """The cheapest breaks whose lines open ordinary gaps by at most ``tolerance`` em; None: there are none.

    ``relaxed``: forbidden breaks may be used at the price of FORCED each, and a box wider than its line stands alone.
    """
    best = _Search(galley, task, tolerance, relaxed).run()
    if best is None:
        return None
    steps: list[Step] = []
    state: _State | None = best
    while state is not None and state.step is not None:
        steps.append(state.step)
        state = state.before
    return Chosen(tuple(reversed(steps)), best.cost)


class _Search:
    """One pass over the states."""

    def __init__(self, galley: Galley, task: Task, tolerance: float, relaxed: bool) -> None:
        self.galley, self.task, self.tolerance, self.relaxed = galley, task, tolerance, relaxed
        breaks, widths = galley.boxes.breaks, galley.boxes.widths
        self.legal = [b for b, cost in enumerate(breaks) if relaxed or cost >= 0]
        self.rights = [galley.at[b] + widths[b] for b in self.legal]
        self.price = price if galley.style.align in ("justify", "spread") else ragged
        self.begins = frozenset((0, *(box + 1 for box in galley.forced)))
        self.final = galley.count - 1
        self.hanging = galley.style.hanging
        #: Ends that are too wide before the search stops: what hangs or bears a hyphen may be wider than the next.
        self.misses = 2 if galley.style.hanging or galley.hyphens else 0
        self.best: _State | None = None

    def run(self) -> _State | None:
        """Line by line while lines differ, then box by box."""
        frontier = {0: _State(0.0, None, None)}
        line = 0
        varying = max([len(self.task.widths) - 1, *(line + 1 for line in self.task.columns), 1])
        while frontier and line < varying:
            following: dict[int, _State] = {}
            most = min(state.cost for state in frontier.values()) + _HOPELESS
            for a in sorted(frontier):
                if frontier[a].cost <= most:
                    self._extend(a, frontier[a], line, following)
            frontier, line = following, line + 1
        if frontier:
            self._steady(frontier, line)
        return self.best

    def _steady(self, frontier: dict[int, _State], line: int) -> None:
        """All lines are alike from here: one state a box is enough, taken in order."""
        waiting: dict[int, _State] = frontier
        for a in range(min(frontier), self.final + 1):
            state = waiting.get(a)
            if state is not None:
                self._extend(a, state, line, waiting)

    def _extend(self, a: int, state: _State, line: int, following: dict[int, _State]) -> None:
        """Try every end of a line that begins at box a; ``following`` keeps the cheapest way to each next box."""
        base = state.cost + _LINE
        if line == 1 and 1 in self.task.columns:
            base += _STRANDED
        for b, hangs, cost in self._ends(a, self.task.width(line)):
            total = base + cost
            if b == self.final:
                self._finish(a, hangs, total - state.cost, state, line)
                continue
            known = following.get(b + 1)
            if known is None or total < known.cost:
                following[b + 1] = _State(total, Step(a, b, hangs, 0, total - state.cost), state)

    def _finish(self, a: int, hangs: bool, cost: float, state: _State, line: int) -> None:
        """The paragraph's last line, with the byline on it or under it."""
        task = self.task
        tail, last_line = 0, line
        if task.tail:
            room = task.width(line) - natural_width(self.galley, a, self.final, task.lead)
            tail = 1 if room >= task.tail - EPSILON else 2
            if tail == 2:
                cost += _TAIL_ALONE
                last_line += 1
        if last_line > 0 and last_line in task.columns:
            cost += _STRANDED
        if self.best is None or state.cost + cost < self.best.cost:
            self.best = _State(state.cost + cost, Step(a, self.final, hangs, tail, cost), state)

    def _ends(self, a: int, width: float) -> list[tuple[int, bool, float]]:
        """The ends within reach of a line that begins at box a: (box, hanging mark, cost)."""
        galley, legal, tolerance, of = self.galley, self.legal, self.tolerance, self.price
        ends, breaks = galley.ends, galley.boxes.breaks
        limit = galley.forced[bisect_left(galley.forced, a)]  # a typed line break stops the line
        # a line a…b is ends[b] - origin wide
        origin = ends[a] - natural_width(galley, a, a, self.task.lead)
        middle = bisect_right(self.rights, origin + width + EPSILON)
        found: list[tuple[int, bool, float]] = []
        misses = 0
        for index in range(middle, len(legal)):
            b = legal[index]
            if b > limit or misses > self.misses:
                break
            slack = width - ends[b] + origin
            cost = of(galley, a, b, slack, tolerance) if b != limit else self._last(a, b, slack)
            hung = self._hung(a, b, slack, cost) if self.hanging else -1.0
            if hung >= 0 or cost >= 0:
                cost = hung if hung >= 0 else cost
                found.append((b, hung >= 0, cost + (breaks[b] if breaks[b] >= 0 else FORCED)))
            else:
                misses += 1
        for index in range(middle - 1, -1, -1):
            b = legal[index]
            if b < a:
                break
            if b > limit:
                continue
            slack = width - ends[b] + origin
            cost = of(galley, a, b, slack, tolerance) if b != limit else self._last(a, b, slack)
            if cost >= 0:
                found.append((b, False, cost + (breaks[b] if breaks[b] >= 0 else FORCED)))
            elif slack > 0:
                break
        if self.relaxed and not found:  # one box, wider than the line
            found.append((a, False, FORCED))
        return found

    def _last(self, a: int, b: int, slack: float) -> float:
        """The cost of a line that ends the paragraph or stands before a typed break: natural width, no 孤字."""
        galley = self.galley
        lonely = galley.letters[b + 1] - galley.letters[a] <= 1 and a not in self.begins
        if slack >= 0 and galley.style.align != "spread":
            return _LONELY if lonely else 0.0
        cost = self.price(galley, a, b, slack, self.tolerance)
        return cost + _LONELY if lonely and cost >= 0 else cost

    def _hung(self, a: int, b: int, slack: float, flush: float) -> float:
        """The cost of hanging the line's last mark; negative: it may not hang, or ``flush`` is cheaper.

        Only one point hangs, and none beside another mark (CLREQ 6.1.3).
        """
        boxes = self.galley.boxes
        if boxes.kinds[b] not in (STOP, COMMA) or boxes.texts[boxes.first[b]][:1] not in _HANGABLE:
            return -1.0
        if b == a or not boxes.letters[b - 1] or slack >= 0:
            return -1.0
        wider = slack + boxes.widths[b]
        last = b in self.galley.forced
        cost = self._last(a, b, wider) if last else self.price(self.galley, a, b, wider, self.tolerance)
        return -1.0 if cost < 0 or 0 <= flush <= cost + _HANGS else cost + _HANGS
