"""Ranks the arrangements of a page's stories in its slots (排法) by what is over and short."""

from bisect import bisect_left, insort
from collections.abc import Collection, Iterator, Mapping, Sequence
from heapq import merge
from math import perm
from typing import Final

from bulletin_layout.compose.arranging.board import Board, Candidate, Stop, Trials
from bulletin_layout.compose.arranging.ranking import Cost, added, ranked
from bulletin_layout.compose.fitting.edges import edges_of
from bulletin_layout.compose.frame.threads import ThreadSlot, thread_of
from bulletin_layout.compose.pages.assembly import grid_of, place_banner
from bulletin_layout.findings import Finding
from bulletin_layout.findings.catalogue import arranging as said
from bulletin_layout.findings.catalogue.products import too_many_slots
from bulletin_layout.findings.phrases import Phrase
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Issue, PageLayout, PagePlan, Story, chains_of, template_values
from bulletin_layout.values import dataclass, replace

#: Most free slots of a page that can be searched: 8 slots have 40 320 assignments.
MOST_SLOTS: Final = 8

#: Most whole pages that are fitted if edges may move; each takes about a millisecond.
_MOST_FITTED: Final = 5_000


@dataclass(frozen=True, slots=True)
class Arrangement:
    """One arrangement of a page. ``rank``: from 1; ``today``: it is the present one; ``cost``: in 行 (see
    ``board.LINE_OVER``), then 字 over, then stories moved; ``placements``: the free slots with a story, in the layout's
    order."""

    rank: int
    layout: str
    today: bool
    cost: Cost
    placements: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Arrangements:
    """The best arrangements of a page, and the present one, whatever its rank.

    ``ways``: number of possible arrangements; ``exact``: all that could be better were examined; ``stay``: slots that
    are not changed → the reason.
    """

    page: int
    layout: str
    best: tuple[Arrangement, ...]
    today: Arrangement
    ways: int
    exact: bool
    stay: Mapping[str, Phrase]


def arrange(
    issue: Issue,
    plan: PagePlan,
    layout: str,
    others: Mapping[str, PageLayout],
    keep: Collection[str],
    most: int,
    book: FontBook,
    findings: list[Finding],
    stop: Stop = lambda: False,
) -> Arrangements | None:
    """The ``most`` best arrangements of a page; None, with a finding, if it has too many free slots.
    StoppedError: ``stop`` said so.

    ``layout``: name of the page's layout; ``others``: further layouts that are tried if they have as many free slots as
    there are stories, and all slots that are kept; ``keep``: slots that keep their stories.
    Each story is really composed in each slot, so the best assignments are exact. If slots share edges that may move,
    the whole page is fitted for every assignment that can be among the best. Ties: fewest changes from the present
    arrangement, then the order of slots.
    """
    if plan.flow:
        as_it_is = Arrangement(1, layout, True, (0, 0, 0), ())
        stay = dict.fromkeys(plan.opening.slots, said.repeats())
        return Arrangements(plan.number, layout, (as_it_is,), as_it_is, 1, True, stay)
    linked = _linked(issue, plan)
    stay = _staying(plan, linked, keep)
    free = [name for name in plan.layout.slots if name not in stay]
    if len(free) > MOST_SLOTS:
        keeping = ",".join(free[MOST_SLOTS:])
        findings.append(
            too_many_slots(plan.location, page=plan.number, count=len(free), most=MOST_SLOTS, example=keeping)
        )
        return None
    moving = {name: story for name, story in plan.put.items() if name in free}
    held = [name for name in stay if name in plan.put or name in plan.briefs]
    boards = [_board(issue, plan, layout, moving, free, 0, book)]
    for name, other in others.items():
        rest = [slot for slot in other.slots if slot not in held]
        if name != layout and not linked and _suits(other, held, rest, len(moving)):
            boards.append(_board(issue, replace(plan, layout=other), name, moving, rest, len(moving) + 1, book))
    return _in_order(plan.number, [Trials(board, book, stop) for board in boards], most, stay)


def as_it_stands(issue: Issue, plan: PagePlan, layout: str, book: FontBook, stop: Stop) -> Arrangement | None:
    """The present arrangement of a page, judged as ``arrange`` judges all; None for a page that repeats. StoppedError:
    ``stop`` said so."""
    if plan.flow:
        return None
    stay = _staying(plan, _linked(issue, plan), ())
    free = [name for name in plan.layout.slots if name not in stay]
    moving = {name: story for name, story in plan.put.items() if name in free}
    trials = Trials(_board(issue, plan, layout, moving, free, 0, book), book, stop)
    cost, placements = trials.arranged(tuple(free.index(name) for name in moving))
    return Arrangement(1, layout, True, cost, placements)


def _linked(issue: Issue, plan: PagePlan) -> dict[str, None]:
    """The page's slots that are linked to others by a jump or a continuation, even if they have no story now."""
    spots = [spot for chain in chains_of(issue.pages) if len(chain) > 1 for spot in chain]
    for page in issue.pages:
        for name, slot in page.layout.slots.items():
            if slot.jump is not None:
                spots += [(page.number, name), (slot.jump.page or page.number, slot.jump.slot)]
    return {name: None for number, name in spots if number == plan.number}


def _staying(plan: PagePlan, linked: Collection[str], keep: Collection[str]) -> dict[str, Phrase]:
    """The page's slots whose stories are not moved → the reason."""
    reasons: dict[str, Phrase] = {}
    for name, slot in plan.layout.slots.items():
        if name in plan.briefs:
            reasons[name] = said.several_briefs()
        elif name in linked:
            reasons[name] = said.goes_on()
        elif slot.text.none:
            reasons[name] = said.for_photos()
        elif name in keep:
            reasons[name] = said.kept()
    return reasons


def _suits(layout: PageLayout, held: Collection[str], rest: Sequence[str], stories: int) -> bool:
    """Whether a layout suits the page's stories: it has the slots that stay, and exactly one for each other story."""
    plain = all(layout.slots[name].jump is None and not layout.slots[name].text.none for name in rest)
    return plain and not layout.repeat and len(rest) == stories and all(name in layout.slots for name in held)


def _board(
    issue: Issue,
    plan: PagePlan,
    layout: str,
    moving: Mapping[str, Story],
    free: Sequence[str],
    changed: int,
    book: FontBook,
) -> Board:
    """The board of a page with a layout: everything that is needed to try its stories in the free slots."""
    number, grid = plan.number, grid_of(plan)
    values = template_values(issue, plan)
    styles = plan.layout.styles
    areas = {
        name: place_banner(banner, grid, values, styles, book).area for name, banner in plan.layout.banners.items()
    }
    places = {name: ThreadSlot(number, slot, grid, areas) for name, slot in plan.layout.slots.items()}
    crossing = [chain for chain in chains_of(issue.pages) if any(page != number for page, _ in chain)]
    fixed = [name for chain in crossing for page, name in chain if page == number]
    slugs = [story.slug for story in moving.values()]
    spots = {(number, name): place for name, place in places.items()}
    threads = [thread_of(chain, {number: plan}, spots) for chain in chains_of([plan])]
    standing = [
        thread for thread in threads if thread.stories[0].slug not in slugs and thread.places[0].slot.name not in fixed
    ]
    here = {*free, *(place.slot.name for thread in standing for place in thread.places)}
    return Board(
        page=number,
        layout=layout,
        stories=tuple(moving.values()),
        before=tuple(moving),
        free=tuple(free),
        places=places,
        standing=tuple(standing),
        fixed=tuple(fixed),
        edges=edges_of(number, {name: slot for name, slot in plan.layout.slots.items() if name in here}, fixed),
        changed=changed,
    )


#: The key by which assignments are ranked: cost, number of the board, free slot (by index) of each story.
_Rank = tuple[Cost, int, tuple[int, ...]]


def _in_order(page: int, tables: Sequence[Trials], most: int, stay: Mapping[str, Phrase]) -> Arrangements:
    """Rank the assignments of all boards, until no further one can be among the best or better than the present one.

    Assignments come in the order of their lower bounds. So the search may end when the bound of the next one is not
    below the ``most``-th best, and not below the present arrangement, whose rank has to be known.
    """
    boards = [trials.board for trials in tables]
    own = tuple(boards[0].free.index(name) for name in boards[0].before)
    today: _Rank = (tables[0].arranged(own)[0], 0, own)
    found: list[_Rank] = []
    fitted, exact = 0, True
    for bound, number, chosen in merge(*(_stream(number, trials) for number, trials in enumerate(tables))):
        lowest = (bound, number, chosen)
        if today <= lowest and len(found) >= most and found[most - 1] <= lowest:
            break
        if boards[number].edges:
            if fitted == _MOST_FITTED:
                exact = False
                break
            fitted += 1
            lowest = (tables[number].arranged(chosen)[0], number, chosen)
        insort(found, lowest)
    rank = bisect_left(found, today)
    ways = sum(perm(len(board.free), len(board.stories)) for board in boards)
    best = tuple(_arrangement(place, each, today, tables) for place, each in enumerate(found[:most], start=1))
    return Arrangements(page, boards[0].layout, best, _arrangement(rank + 1, today, today, tables), ways, exact, stay)


def _arrangement(rank: int, ranked_as: _Rank, today: _Rank, tables: Sequence[Trials]) -> Arrangement:
    cost, number, chosen = ranked_as
    placements = tables[number].arranged(chosen)[1]
    return Arrangement(rank, tables[number].board.layout, ranked_as == today, cost, placements)


def _stream(number: int, trials: Trials) -> Iterator[_Rank]:
    """All assignments of a board, in the order of their least costs (exact if no edges move)."""
    base, rows = trials.costs()
    if not rows:
        yield base, number, ()
        return
    for cost, chosen in ranked(rows):
        yield added(base, cost), number, chosen
