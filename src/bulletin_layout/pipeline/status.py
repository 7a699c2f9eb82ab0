"""How far an issue is (进度): its pages, editors and stories, lengths ordered and written, photos, and what is open."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from bulletin_layout.compose import Composed
from bulletin_layout.findings import Finding
from bulletin_layout.findings.phrases import Phrase
from bulletin_layout.findings.slot_report import SlotReport
from bulletin_layout.folders import ROUNDS
from bulletin_layout.issue import Issue, PagePlan, Story, plain, title_of
from bulletin_layout.page import Page
from bulletin_layout.pipeline.faults import FaultRate, fault_rate, stories_of
from bulletin_layout.pipeline.memory import Memory
from bulletin_layout.pipeline.result import Outcome, Tell
from bulletin_layout.pipeline.viewing import Viewed, in_order, view_issue
from bulletin_layout.proofing.rounds import Stage
from bulletin_layout.values import NamedTuple, dataclass


class Open(NamedTuple):
    """Numbers of findings that are open, by severity."""

    error: int = 0
    warning: int = 0
    hint: int = 0


class PlacedPhoto(NamedTuple):
    """A photo as it is printed. ``file``: as the story names it; ``dpi``: its resolution on paper, ``needed``: what the
    print profile asks for."""

    file: str
    page: int
    dpi: float
    needed: int


@dataclass(frozen=True, slots=True)
class SlotStatus:
    """A slot with its story, or its stories. ``slugs``: their names; ``titles``: their headlines; ``photos``: theirs,
    on whatever page; ``open``: findings in the stories' files."""

    report: SlotReport
    slugs: tuple[str, ...]
    titles: tuple[str, ...]
    photos: tuple[PlacedPhoto, ...]
    open: Open

    @property
    def ordered(self) -> int:
        """字 that the slot holds (应排)."""
        return self.report.room_chars

    @property
    def written(self) -> int:
        """字 that the story has (实写), placed or not."""
        return self.report.set_chars + self.report.over_chars


@dataclass(frozen=True, slots=True)
class PageStatus:
    """A printed page. ``editor``: 本版责编, "" if nobody is named; ``wants_editor``: its layout has a line for one."""

    number: int
    name: str
    editor: str
    wants_editor: bool
    slots: tuple[SlotStatus, ...]


class LastRound(NamedTuple):
    """The last round of proofs (校次). ``date``: as somebody gave it, or ""; ``changed``: the pages that are not as
    they were in it; ``waiting``: by page, what keeps it from being a clean proof (清样)."""

    number: int
    stage: Stage
    date: str
    changed: tuple[int, ...]
    waiting: Mapping[int, tuple[Phrase, ...]]


@dataclass(frozen=True, slots=True)
class Status:
    """How far an issue is. ``outcome``: ``clean``; ``findings``: errors are open; ``stopped``: it cannot be read, and
    only ``findings`` is known. ``left``: remarks of its stories that leave a slip as it is (校：留); ``round``: None
    before the first proof; ``copies``: sample copies are to be sent to the authority after printing (送样本)."""

    issue: str
    outcome: Outcome
    findings: tuple[Finding, ...]
    name: str = ""
    day: date | None = None
    number: int | None = None
    total: int | None = None
    pages: tuple[PageStatus, ...] = ()
    rate: FaultRate | None = None
    left: int = 0
    round: LastRound | None = None
    copies: bool = False

    @property
    def open(self) -> Open:
        """All findings by severity."""
        return _counted(self.findings)


def status_of(folder: Path, tell: Tell, memory: Memory | None = None) -> Status:
    """How far the issue in ``folder`` is; nothing is written. ``memory``: results of an earlier look or build."""
    viewed = view_issue(folder, tell, memory or Memory())
    if viewed.finished is None:
        return Status(viewed.name, "stopped", viewed.findings)
    composed = viewed.finished.composed
    issue = composed.issue
    round_, of_round = _round(composed, viewed)
    findings = in_order((*viewed.findings, *of_round), viewed.choices)
    return Status(
        issue.id,
        "findings" if _counted(findings).error else "clean",
        findings,
        issue.publication.name,
        issue.date,
        issue.number,
        issue.total,
        _pages(composed, findings),
        fault_rate(issue, findings),
        sum(len(story.left) for story in stories_of(issue)),
        round_,
        copies=issue.publication.imprint.profile == "internal",
    )


def _round(composed: Composed, viewed: Viewed) -> tuple[LastRound | None, tuple[Finding, ...]]:
    """The last round, and findings about its file and the corrections that it asked for."""
    issue = composed.issue
    if not (issue.folder / ROUNDS).is_dir():
        return None, ()
    # All that makes proofs, which an issue without rounds does not need.
    from bulletin_layout.pipeline.proofs import corrections_asked, corrections_not_done
    from bulletin_layout.proofing.keeping import current_round
    from bulletin_layout.proofing.standing import reasons
    from bulletin_layout.proofing.taking import taken

    last = current_round(issue.folder, Path(issue.location.path).parent.as_posix())
    if last is None or isinstance(last, Finding):
        return None, () if last is None else (last,)
    asked, open_marks, left = corrections_asked(issue, viewed.sources)
    now = taken(issue, composed.edition, last.number, last.stage, last.date, asked)
    found = (*open_marks, *corrections_not_done(last, now, left, issue))
    waiting = {page: why for page, why in reasons(issue, (*viewed.findings, *found)).items() if why}
    return LastRound(last.number, last.stage, last.date, now.unlike(last), waiting), found


def _counted(findings: Iterable[Finding]) -> Open:
    by = Counter(finding.severity for finding in findings)
    return Open(by["error"], by["warning"], by["hint"])


def _pages(composed: Composed, findings: Sequence[Finding]) -> tuple[PageStatus, ...]:
    issue = composed.issue
    stories = {story.slug: story for story in stories_of(issue)}
    photos = _photos(composed.edition.pages, issue)
    by_file: dict[str, list[Finding]] = {}
    for finding in findings:
        by_file.setdefault(finding.location.path, []).append(finding)
    rows: dict[int, list[SlotStatus]] = {}
    for report in composed.slots:
        slugs = [report.story] if report.story in stories else report.story.split(", ")
        told = [stories[slug] for slug in slugs if slug in stories]
        rows.setdefault(report.page, []).append(_slot(report, told, photos, by_file))
    return tuple(_page(plan, tuple(rows.get(plan.number, ()))) for plan in issue.pages)


def _slot(
    report: SlotReport,
    stories: Sequence[Story],
    photos: Mapping[str, Sequence[PlacedPhoto]],
    by_file: Mapping[str, Sequence[Finding]],
) -> SlotStatus:
    found = [finding for story in stories for finding in by_file.get(story.location.path, ())]
    placed = tuple(photo for story in stories for photo in photos.get(story.slug, ()))
    slugs, titles = (tuple(story.slug for story in stories), tuple(title_of(story) for story in stories))
    return SlotStatus(report, slugs, titles, placed, _counted(found))


def _page(plan: PagePlan, slots: tuple[SlotStatus, ...]) -> PageStatus:
    layout = plan.layout
    return PageStatus(plan.number, layout.name, plain(plan.editor), layout.editor is not None, slots)


def _photos(pages: Sequence[Page], issue: Issue) -> dict[str, list[PlacedPhoto]]:
    """The photos by the story that they belong to."""
    found: dict[str, list[PlacedPhoto]] = {}
    for page in pages:
        for mark in page.pictures():
            if mark.tag.story:
                photo = PlacedPhoto(mark.picture.shown_path, page.number, mark.dpi, issue.publication.press.dpi)
                found.setdefault(mark.tag.story, []).append(photo)
    return found
