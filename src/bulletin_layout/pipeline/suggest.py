"""``bulletin suggest``: reads an issue, ranks arrangements of its stories, and writes the one that was chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from bulletin_layout.compose.arranging.arrangements import Arrangement, Arrangements, arrange
from bulletin_layout.compose.arranging.board import Stop
from bulletin_layout.filing import replace_file
from bulletin_layout.findings import Finding, Location, has_errors
from bulletin_layout.findings.catalogue import products as said
from bulletin_layout.findings.catalogue.issues import unknown_slot_to_keep
from bulletin_layout.findings.system import reason_of
from bulletin_layout.folders import ISSUE_FILE
from bulletin_layout.fonts import FontBook, FontError
from bulletin_layout.issue import Issue, PagePlan
from bulletin_layout.pipeline.result import Outcome, Tell
from bulletin_layout.reading import Reading, read_issue
from bulletin_layout.reading.alternatives import Alternatives, read_alternatives
from bulletin_layout.reading.rewriting import Change, rewritten
from bulletin_layout.values import dataclass


@dataclass(frozen=True, slots=True)
class Wish:
    """What to suggest. ``page``: as counted in issue.yaml; None: all. ``layouts``: also try other layouts of the
    publication. ``keep``: slots that keep their stories. ``best``: number of arrangements wanted, at least 1.
    ``write``: rank of the one to write; 0: none."""

    page: int | None = None
    layouts: bool = False
    keep: tuple[str, ...] = ()
    best: int = 5
    write: int = 0


@dataclass(frozen=True, slots=True)
class Suggestions:
    """The suggestions. ``outcome``: ``clean``; ``findings``: a page could not be searched; ``stopped``: the issue could
    not be read, or nothing could be written. ``changed``: pages that were changed in issue.yaml."""

    issue: str
    outcome: Outcome
    findings: tuple[Finding, ...]
    pages: tuple[Arrangements, ...] = ()
    changed: tuple[int, ...] = ()


def suggest(folder: Path, wish: Wish, tell: Tell) -> Suggestions:
    """Rank the arrangements of an issue's pages (排法); issue.yaml is changed only if ``wish.write`` says so."""
    tell("read", 0, 0)
    reading = read_issue(folder)
    issue, book = reading.issue, reading.fonts
    if issue is None or book is None:
        return Suggestions(folder.resolve().name, "stopped", reading.findings)
    wrong = _impossible(issue, wish)
    # Checked before anything is composed, since composing all arrangements takes long.
    if wrong:
        return Suggestions(issue.id, "stopped", wrong)
    plans = [plan for plan in issue.pages if wish.page in (None, plan.number)]
    others = {plan.number: read_alternatives(issue, plan.number, layouts=wish.layouts) for plan in plans}
    findings: list[Finding] = []
    try:
        pages = _arranged(issue, plans, others, wish, book, findings, tell)
    except FontError:
        return Suggestions(issue.id, "stopped", book.problems())
    outcome: Outcome = "findings" if has_errors(findings) else "clean"
    done = Suggestions(issue.id, outcome, tuple(findings), pages)
    return _written(reading, issue, done, wish.write, others) if wish.write else done


def suggest_page(
    issue: Issue, plan: PagePlan, best: int, book: FontBook, findings: list[Finding], stop: Stop
) -> Arrangements | None:
    """The arrangements of one page of an issue that was read, for the live page. StoppedError: ``stop`` said so."""
    other = read_alternatives(issue, plan.number, layouts=False)
    return arrange(issue, plan, other.layout, other.others, (), best, book, findings, stop)


def change_to(page: Arrangements, chosen: Arrangement) -> Change:
    """What an arrangement changes in issue.yaml."""
    put = {placement.slot: placement.story for placement in chosen.placements}
    return Change(page.page, put, chosen.layout if chosen.layout != page.layout else "")


def _impossible(issue: Issue, wish: Wish) -> tuple[Finding, ...]:
    """Findings about a page or slots that do not exist."""
    if wish.page is not None and wish.page > len(issue.pages):
        return (said.no_page(issue.location, page=wish.page, count=len(issue.pages)),)
    plans = [plan for plan in issue.pages if wish.page in (None, plan.number)]
    known = {name: None for plan in plans for name in plan.layout.slots}
    return tuple(
        unknown_slot_to_keep(issue.location, slot=name, known=tuple(known)) for name in wish.keep if name not in known
    )


def _arranged(
    issue: Issue,
    plans: Sequence[PagePlan],
    others: Mapping[int, Alternatives],
    wish: Wish,
    book: FontBook,
    findings: list[Finding],
    tell: Tell,
) -> tuple[Arrangements, ...]:
    """The arrangements of each page; pages with too many slots are reported in ``findings``."""
    pages = []
    for done, plan in enumerate(plans):
        tell("compose", done, len(plans))
        other, most = others[plan.number], max(wish.best, wish.write)
        found = arrange(issue, plan, other.layout, other.others, wish.keep, most, book, findings)
        if found is not None:
            pages.append(found)
    return tuple(pages)


def _written(
    reading: Reading, issue: Issue, done: Suggestions, rank: int, others: Mapping[int, Alternatives]
) -> Suggestions:
    """Write the arrangement of a rank into issue.yaml for every page, unless issue.yaml itself has errors."""
    path, shown = issue.folder / ISSUE_FILE, issue.location.path
    findings = [
        finding for finding in reading.findings if finding.location.path == shown and finding.severity == "error"
    ]
    changes: list[Change] = []
    warnings: list[Finding] = []
    for page in done.pages:
        if rank > len(page.best):
            findings.append(said.no_rank(issue.location, page=page.page, count=len(page.best), rank=rank))
        # The arrangement of today is in the file already.
        elif not page.best[rank - 1].today:
            changes.append(change_to(page, page.best[rank - 1]))
            warnings += _settings_of_others(page, page.best[rank - 1], others[page.page].settings)
    data = None
    if not findings and changes:
        try:
            data = rewritten(path.read_bytes(), shown, changes, findings)
            if data is not None:
                replace_file(path, data)
        except OSError as problem:
            findings.append(said.arrangement_not_written(Location(shown), reason=reason_of(problem)))
    if findings:
        return replace(done, outcome="stopped", findings=(*done.findings, *findings))
    changed = tuple(change.page for change in changes)
    return replace(done, findings=(*done.findings, *warnings), changed=changed)


def _settings_of_others(page: Arrangements, chosen: Arrangement, settings: Mapping[str, Location]) -> list[Finding]:
    """Findings about ``set`` of a page for slots that now have another story: the editor may have meant the story, not
    the slot."""
    before = {placement.before: placement.story for placement in chosen.placements}
    now = {placement.slot: placement.story for placement in chosen.placements}
    found = []
    for key, place in settings.items():
        slot = key.removeprefix("slots.").split(".")[0]
        if before.get(slot) != now.get(slot):
            was, has = (said.named(each[slot]) if slot in each else said.no_story() for each in (before, now))
            found.append(said.set_for_another(place, page=page.page, key=key, before=was, now=has))
    return found
