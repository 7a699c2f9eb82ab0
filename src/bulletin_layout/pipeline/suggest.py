"""``bulletin suggest``: read an issue, try its pages' stories in their slots, and write the way that was chosen."""

import os
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from bulletin_layout.compose.arranging.arrangements import Arrangement, Arrangements, arrange
from bulletin_layout.findings import Finding, Location, has_errors
from bulletin_layout.findings.catalogue import products as said
from bulletin_layout.findings.catalogue.issues import unknown_slot_to_keep
from bulletin_layout.fonts import FontBook, FontError
from bulletin_layout.issue import Issue, PagePlan
from bulletin_layout.pipeline.result import Outcome, Tell
from bulletin_layout.reading import Reading, read_issue
from bulletin_layout.reading.alternatives import Alternatives, read_alternatives
from bulletin_layout.reading.issues import ISSUE_FILE
from bulletin_layout.reading.rewriting import Change, rewritten
from bulletin_layout.values import dataclass


@dataclass(frozen=True, slots=True)
class Wish:
    """What to suggest. ``page``: counted in issue.yaml, None for every one; ``layouts``: whether other layouts of the
    publication are tried; ``keep``: slots that stay as they are; ``best``: how many are wanted, from 1; ``write``: the
    rank of the one to write, 0 for none."""

    page: int | None = None
    layouts: bool = False
    keep: tuple[str, ...] = ()
    best: int = 5
    write: int = 0


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What came of it. ``outcome``: ``clean``; ``findings``: a page could not be searched; ``stopped``: the input could
    not be read, or nothing could be written. ``changed``: the pages that are now otherwise in issue.yaml."""

    issue: str
    outcome: Outcome
    findings: tuple[Finding, ...]
    pages: tuple[Arrangements, ...] = ()
    changed: tuple[int, ...] = ()


def suggest(folder: Path, wish: Wish, tell: Tell) -> Suggestions:
    """Rank the ways to arrange an issue's pages; nothing is moved but what ``wish.write`` asks for."""
    tell("read", 0, 0)
    reading = read_issue(folder)
    issue, book = reading.issue, reading.fonts
    if issue is None or book is None:
        return Suggestions(folder.resolve().name, "stopped", reading.findings)
    wrong = _impossible(issue, wish)
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


def _impossible(issue: Issue, wish: Wish) -> tuple[Finding, ...]:
    """What is asked for and is not there."""
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
    """Page after page; those with too many slots are reported."""
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
    """Write every page's arrangement of a rank into issue.yaml, if that has no finding."""
    path, shown = issue.folder / ISSUE_FILE, issue.location.path
    findings = [
        finding for finding in reading.findings if finding.location.path == shown and finding.severity == "error"
    ]
    changes: list[Change] = []
    warnings: list[Finding] = []
    for page in done.pages:
        if rank > len(page.best):
            findings.append(said.no_rank(issue.location, page=page.page, count=len(page.best), rank=rank))
        elif not page.best[rank - 1].today:
            changes.append(_change(page, page.best[rank - 1]))
            warnings += _settings_of_others(page, page.best[rank - 1], others[page.page].settings)
    data = None
    if not findings and changes:
        try:
            data = rewritten(path.read_bytes(), shown, changes, findings)
            if data is not None:
                _replace(path, data)
        except OSError as problem:
            reason = problem.strerror or str(problem)
            findings.append(said.arrangement_not_written(Location(shown), reason=reason))
    if findings:
        return replace(done, outcome="stopped", findings=(*done.findings, *findings))
    changed = tuple(change.page for change in changes)
    return replace(done, findings=(*done.findings, *warnings), changed=changed)


def _change(page: Arrangements, chosen: Arrangement) -> Change:
    put = {placement.slot: placement.story for placement in chosen.placements}
    return Change(page.page, put, chosen.layout if chosen.layout != page.layout else "")


def _settings_of_others(page: Arrangements, chosen: Arrangement, settings: Mapping[str, Location]) -> list[Finding]:
    """What the page sets differently for a slot that has another story now: the editor may have meant the story."""
    before = {placement.before: placement.story for placement in chosen.placements}
    now = {placement.slot: placement.story for placement in chosen.placements}
    found = []
    for key, place in settings.items():
        slot = key.removeprefix("slots.").split(".")[0]
        if before.get(slot) != now.get(slot):
            was, has = (said.named(each[slot]) if slot in each else said.no_story() for each in (before, now))
            found.append(said.set_for_another(place, page=page.page, key=key, before=was, now=has))
    return found


def _replace(path: Path, data: bytes) -> None:
    """Put a file in another's place at once, with its permissions; a link stays one."""
    path = path.resolve()
    handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        shutil.copymode(path, name)
        os.replace(name, path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
