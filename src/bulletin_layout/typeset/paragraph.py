"""Breaks a galley into lines for the measures it meets (断行)."""

from collections.abc import Sequence
from math import inf
from typing import Final

from bulletin_layout.issue.style import Style
from bulletin_layout.typeset.adjust import EPSILON, VISIBLE, justified, least_beyond, stretch_room
from bulletin_layout.typeset.cuts import divided, divisible, shattered
from bulletin_layout.typeset.finish import set_line, task_lead
from bulletin_layout.typeset.galley import Galley
from bulletin_layout.typeset.lines import Ledger, Line, Setting
from bulletin_layout.typeset.moves import moved
from bulletin_layout.typeset.optimum import Chosen, Step, Task, choose
from bulletin_layout.typeset.reach import natural_width
from bulletin_layout.values import replace

#: Widest ordinary gaps, em, that each pass considers. The narrow search is fast, and its result is nearly always used.
_TOLERANCES: Final = (0.06, VISIBLE, inf)
#: If the worst line costs more than this, the search is repeated with wider gaps; if it costs more than the second
#: value (a visibly loose line, a 孤字), with words divided. Costs are those of ``adjust``.
_GOOD: Final = 200.0
_FAULTY: Final = 590.0
#: For a paragraph that is to take one line more or less: the passes, and what its worst line must stay below, so that
#: there is no visibly loose line and no 孤字.
_QUIET: Final = (0.06, VISIBLE)
_UNSEEN: Final = 200.0
#: A paragraph that begins on a line narrower than this, em, is indented by 1 em at most (CLREQ, 段首缩排).
_NARROW: Final = 8.0


def break_lines(
    galley: Galley,
    measures: Sequence[float],
    *,
    column_starts: frozenset[int] = frozenset(),
    tail: Galley | None = None,
    first_line: bool = True,
) -> Setting:
    """Break a paragraph into lines (CLREQ 6.1 to 6.3; see ``adjust`` for the order of adjustment).

    ``measures``: width of each line, points; the last one repeats. ``column_starts``: numbers of the lines (from 0)
    that open a column; 孤行 is avoided there (CLREQ 7.1.2). That takes a longer search, so they are given only when
    lines set without them leave one alone. ``tail``: byline and end mark, set flush right on the last line if it fits
    with 1 em to spare, else on a line below. ``first_line``: False for the rest of a paragraph, which has no indent. It
    always succeeds; lines that break a rule have ``Ledger.forced``.
    """
    measures = tuple(measures) or (galley.natural,)
    if not galley.count:
        alone = _tail_lines(tail, measures, 0, 0) if tail else ()
        return Setting(len(alone), lambda: alone)
    indent = _indent(galley.style, measures[0]) if first_line else galley.style.hang * galley.style.size
    task = _task(galley, measures, column_starts, tail, indent)
    galley, chosen = _solve(galley, task)
    return _set(galley, chosen, task, measures, tail, indent)


def break_into(
    galley: Galley,
    measures: Sequence[float],
    count: int,
    *,
    column_starts: frozenset[int] = frozenset(),
    tail: Galley | None = None,
) -> Setting | None:
    """Break a paragraph into exactly ``count`` lines, including a byline's own line (增行、减行).

    Parameters as for ``break_lines``. None: it cannot be done without visibly loose lines, a 孤字 or a 孤行 at one of
    ``column_starts``.
    """
    measures = tuple(measures) or (galley.natural,)
    indent = _indent(galley.style, measures[0])
    if count < 1 or not galley.count:
        return None
    task = replace(_task(galley, measures, column_starts, tail, indent), count=count)
    if not _might_take(galley, task):
        return None
    for tolerance in _QUIET:
        chosen = choose(galley, task, tolerance)
        if chosen is not None and chosen.worst < _UNSEEN:
            return _set(galley, chosen, task, measures, tail, indent)
    return None


def _indent(style: Style, measure: float) -> float:
    """What the first line is indented by, in points: 2 em of seven leave no room to adjust, so 1 em must do there."""
    narrow = measure < _NARROW * style.size - EPSILON and style.indent > style.hang
    return (min(style.indent, style.hang + 1.0) if narrow else style.indent) * style.size


def _might_take(galley: Galley, task: Task) -> bool:
    """Whether ``task.count`` lines are possible at all, by the total of what can shrink and stretch. A cheap test that
    spares most of the searches that would fail."""
    most = sum(task.width(line) for line in range(task.count))
    if galley.style.hanging:
        most += task.count * galley.style.size
    filled = most - task.width(task.count - 1) - (task.width(task.count - 2) if task.tail and task.count > 1 else 0.0)
    room = stretch_room(galley, VISIBLE)(0, galley.count)
    return galley.natural - galley.shrink[-1] <= most and galley.natural + room >= filled


def _task(
    galley: Galley, measures: Sequence[float], column_starts: frozenset[int], tail: Galley | None, indent: float
) -> Task:
    """The task for the search; widths have the indents taken off, and repeated ones at the end are merged, because the
    search distinguishes lines only as far as the list goes."""
    hang = galley.style.hang * galley.style.size
    widths = [measures[0] - indent, *(measure - hang for measure in measures[1:])]
    if len(widths) == 1:
        widths.append(measures[0] - hang)
    while len(widths) > 2 and widths[-1] == widths[-2]:
        widths.pop()
    tail_width = tail.natural + tail.style.size if tail and tail.count else 0.0
    columns = frozenset(line for line in column_starts if line > 0)
    return Task(tuple(widths), columns, tail_width, task_lead(galley, indent))


def _set(
    galley: Galley, chosen: Chosen, task: Task, measures: Sequence[float], tail: Galley | None, indent: float
) -> Setting:
    """The chosen lines, with the byline on the last one or below it."""
    count = len(chosen.steps)
    below = _tail_lines(tail, measures, count, len(galley.text)) if tail and chosen.steps[-1].tail == 2 else ()
    return Setting(count + len(below), lambda: (*_placed(galley, chosen, task, measures, tail, indent), *below))


def _placed(
    galley: Galley, chosen: Chosen, task: Task, measures: Sequence[float], tail: Galley | None, indent: float
) -> list[Line]:
    hang = galley.style.hang * galley.style.size
    lines, fit = [], justified(galley)
    for number, (step, following) in enumerate(zip(chosen.steps, (*chosen.steps[1:], None), strict=True)):
        line = set_line(
            galley, fit, step, task.width(number), hang if number else indent, task.lead,
            before_short=following is not None and _is_shorter(galley, following, step, task.lead),
        )  # fmt: skip
        if tail and step.tail == 1:
            tail_line = _flush_right(tail, measures[min(number, len(measures) - 1)], len(galley.text))
            line = replace(line, tail=tail_line)
        lines.append(line)
    return lines


def _is_shorter(galley: Galley, line: Step, before: Step, lead: float) -> bool:
    """Whether a line keeps its natural width and is shorter than the one before it."""
    if line.b not in galley.forced:
        return False
    return natural_width(galley, line.a, line.b, lead) < natural_width(galley, before.a, before.b, lead)


def _solve(galley: Galley, task: Task) -> tuple[Galley, Chosen]:
    """The best solution, and the galley that it refers to (a finer one if words had to be divided).

    Tried in this order: whole words with growing tolerance, words divided at hyphenation points, words cut anywhere,
    forbidden breaks.
    """
    best = _widening(galley, task)
    is_bad = best is None or best.worst > _FAULTY
    if is_bad and divisible(galley, galley.text):
        finer = divided(galley)
        if finer is not None:
            better = _widening(finer, task, best.cost if best is not None else inf)
            if better is not None and (best is None or better.cost < best.cost):
                return finer, better
            if best is None:
                galley = finer
    if best is not None:
        return galley, best
    finer = shattered(galley, min(task.widths))
    if finer is not None:
        galley = finer
        best = choose(galley, task, inf)
    if best is None:
        best = choose(galley, task, inf, relaxed=True)
    assert best is not None, "a relaxed search always ends: it may set each box alone"
    return galley, best


def _widening(galley: Galley, task: Task, limit: float = inf) -> Chosen | None:
    """Search with growing tolerance until the worst line is good; the cheapest solution, if within ``limit``."""
    best: Chosen | None = None
    justified = galley.style.align in ("justify", "spread")
    for tolerance in _TOLERANCES:
        # A wider search can only improve on the best cost so far, so that cost is its limit.
        found = choose(galley, task, tolerance, limit=limit)
        if found is not None and (best is None or found.cost < best.cost):
            best, limit = found, found.cost
        if best is not None and (best.worst < _GOOD or (justified and best.cost <= least_beyond(tolerance))):
            break
    return best


def _flush_right(tail: Galley, measure: float, offset: int) -> Line:
    """The byline on one line, its right edge at the measure; its offsets continue after ``offset`` characters."""
    flat = replace(tail, style=replace(tail.style, align="start", indent=0.0))
    line = break_lines(flat, (tail.natural + 1.0,)).lines[0]
    return moved(line, measure - tail.natural, offset)


def _tail_lines(tail: Galley, measures: Sequence[float], number: int, offset: int) -> tuple[Line, ...]:
    """The byline on lines of its own, flush right: several if it is wider than the measure; offsets as for one line."""
    flat = replace(tail, style=replace(tail.style, align="end", indent=0.0, hang=0.0))
    rest = tuple(measures[number:]) or measures[-1:]
    return tuple(
        Line(offset, offset, (), Ledger(line.ledger.natural, line.ledger.step, 0.0, line.ledger.forced), line)
        for line in (moved(line, 0.0, offset) for line in break_lines(flat, rest).lines)
    )
