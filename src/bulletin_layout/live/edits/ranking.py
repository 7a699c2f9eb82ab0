"""Ranks what may be tried for a slot as ``bulletin suggest`` ranks arrangements (按排法排名): the counted choices are
composed, and beside them stand the arrangements of the page's stories that are better than the present one."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from bulletin_layout.compose import Composed
from bulletin_layout.compose.arranging.arrangements import Arrangement, Arrangements, as_it_stands
from bulletin_layout.compose.arranging.board import Candidate, Stop
from bulletin_layout.findings import Finding
from bulletin_layout.findings.catalogue import arranging as parts
from bulletin_layout.findings.catalogue import editing as said
from bulletin_layout.findings.phrases import NOTHING, Phrase
from bulletin_layout.folders import ISSUE_FILE
from bulletin_layout.fonts import FontBook
from bulletin_layout.issue import Issue, PagePlan
from bulletin_layout.live.edits.choices import Choice
from bulletin_layout.live.edits.edit import Edit
from bulletin_layout.live.edits.trying import tried
from bulletin_layout.live.texts import Texts
from bulletin_layout.pipeline.suggest import change_to, suggest_page
from bulletin_layout.pipeline.viewing import Viewed
from bulletin_layout.reading import ReadingMemory
from bulletin_layout.reading.rewriting import rewritten
from bulletin_layout.values import NamedTuple

#: As many arrangements are offered.
_MOST = 4


class Ranked(NamedTuple):
    """Choices, the best first, each better than the page is now; and what they were compared with."""

    choices: tuple[Choice, ...]
    note: Phrase


class Ranking:
    """Ranks choices; keeps the arrangements of pages as long as the issue is composed as it is."""

    def __init__(self) -> None:
        self._of: Composed | None = None
        self._pages: dict[int, Arrangements | None] = {}

    def ranked(
        self,
        viewed: Viewed,
        texts: Texts,
        at: tuple[int, str],
        counted: Iterable[Choice],
        memory: ReadingMemory,
        stop: Stop,
    ) -> Ranked | None:
        """What makes a page better, for its slot ``at`` (printed number, name); None: the page cannot be searched.
        StoppedError: ``stop`` said so."""
        issue, finished = viewed.issue, viewed.finished
        printed = finished.composed.issue.pages if finished is not None else ()
        place = next((plan.location for plan in printed if plan.number == at[0]), None)
        plan = next((each for each in issue.pages if each.location == place), None) if issue is not None else None
        if finished is None or issue is None or plan is None:
            return None
        page = self._arrangements(finished.composed, issue, plan, finished.fonts, stop)
        now = page.today if page is not None else as_it_stands(issue, plan, "", finished.fonts, stop)
        if now is None:
            return None
        found = [*_judged(issue.folder, plan.number, counted, finished.fonts, memory, stop)]
        found += _arrangements(page, at[1], issue, texts) if page is not None else ()
        better = sorted((each for each in found if each[0].cost < now.cost), key=lambda each: each[0].cost)
        choices = tuple(_explained(choice, judged, now) for judged, choice in better)
        if page is None:
            return Ranked(choices, said.not_searched())
        return Ranked(choices, said.searched(page.ways) if choices else said.none_better(page.ways))

    def _arrangements(
        self, composed: Composed, issue: Issue, plan: PagePlan, book: FontBook, stop: Stop
    ) -> Arrangements | None:
        if self._of is not composed:
            self._of, self._pages = composed, {}
        if plan.number not in self._pages:
            self._pages[plan.number] = suggest_page(issue, plan, _MOST, book, [], stop)
        return self._pages[plan.number]


_Judged = tuple[Arrangement, Choice]


def _judged(
    folder: Path, page: int, counted: Iterable[Choice], book: FontBook, memory: ReadingMemory, stop: Stop
) -> Iterator[_Judged]:
    """The counted choices, each with the page that it makes."""
    for choice in counted:
        issue = tried(folder, choice.edit, memory).issue
        made = as_it_stands(issue, issue.pages[page - 1], "", book, stop) if issue is not None else None
        if made is not None:
            yield made, choice


def _arrangements(page: Arrangements, slot: str, issue: Issue, texts: Texts) -> Iterator[_Judged]:
    """The arrangements that give a slot another story."""
    path = issue.folder / ISSUE_FILE
    shown = texts.shown(path)
    data = texts.data(shown)
    if data is None:
        return
    for each in page.best:
        moves = [one for one in each.placements if one.before != one.slot]
        if each.today or not any(slot in (one.slot, one.before) for one in moves):
            continue
        refused: list[Finding] = []
        after = rewritten(data, shown, [change_to(page, each)], refused)
        if after is not None:
            label = said.rearranged(tuple(said.goes_to(one.story, one.slot) for one in moves))
            yield each, Choice(label, NOTHING, Edit(label, {path: data}, {path: after}, issue.location))


def _explained(choice: Choice, judged: Arrangement, now: Arrangement) -> Choice:
    """A choice with the reason for its rank."""
    remarks = [remark for placement in judged.placements for remark in placement.remarks]
    was = [remark for placement in now.placements for remark in placement.remarks]
    new = tuple(remark for remark in remarks if remark not in was)
    reason = said.rated(_sum(judged.placements), _sum(now.placements), judged.cost[0], now.cost[0])
    return choice._replace(detail=parts.followed(reason, parts.flaws(new)) if new else reason)


def _sum(placements: Sequence[Candidate]) -> Phrase:
    """What all slots of a page have over and short."""
    reports = [placement.report for placement in placements]
    over, short = (sum(each.over_chars for each in reports), sum(each.short_chars for each in reports))
    if over and short:
        return said.over_and_short(over, short)
    return said.over_in_all(over) if over else said.short_in_all(short) if short else said.fits_in_all()
