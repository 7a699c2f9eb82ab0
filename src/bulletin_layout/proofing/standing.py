"""How far each page has come (版面状态): what keeps it from being a clean proof (清样)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from bulletin_layout.findings import Finding
from bulletin_layout.findings.catalogue import proofs as said
from bulletin_layout.findings.phrases import Phrase
from bulletin_layout.issue import Issue, PagePlan, photos_of

#: Codes of the corrections that are not carried out.
MARKS = ("open-mark", "mark-not-done")


def reasons(issue: Issue, findings: Sequence[Finding]) -> Mapping[int, tuple[Phrase, ...]]:
    """What keeps each page from being clean, by its number; nothing: it is. ``issue``: as printed; ``findings``: all
    that stand, with corrections that are not carried out. A finding that belongs to no page stands on all of them."""
    pages = pages_of(issue, findings)
    return {
        plan.number: tuple(_reasons(plan, [f for f in findings if plan.number in pages[f]])) for plan in issue.pages
    }


def _reasons(plan: PagePlan, findings: Iterable[Finding]) -> Iterator[Phrase]:
    marks = errors = warnings = 0
    for finding in findings:
        if finding.code in MARKS:
            marks += 1
        elif finding.severity == "error":
            errors += 1
        elif finding.severity == "warning":
            warnings += 1
    if errors:
        yield said.errors_stand(errors)
    if warnings:
        yield said.warnings_stand(warnings)
    if plan.layout.editor is not None and not plan.editor:
        yield said.no_editor()
    if marks:
        yield said.marks_open(marks)


def pages_of(issue: Issue, findings: Iterable[Finding]) -> Mapping[Finding, frozenset[int]]:
    """The pages that each finding belongs to: those of its story, its photo, its entry in issue.yaml or its layout; all
    pages for one that belongs to none of these."""
    every = frozenset(plan.number for plan in issue.pages)
    files: dict[str, set[int]] = {}
    entries: list[tuple[int, int]] = []
    for plan in issue.pages:
        entries.append((plan.location.line, plan.number))
        for story in plan.stories:
            files.setdefault(story.location.path, set()).add(plan.number)
            for photo in photos_of(story):
                files.setdefault(photo.picture.shown_path, set()).add(plan.number)
        for slot in plan.layout.slots.values():
            for box in slot.boxes:
                files.setdefault(box.location.path, set()).add(plan.number)
    files.pop(issue.location.path, None)
    entries.sort()
    return {finding: frozenset(_pages_of(finding, issue, files, entries)) or every for finding in findings}


def _pages_of(
    finding: Finding, issue: Issue, files: Mapping[str, set[int]], entries: Sequence[tuple[int, int]]
) -> Iterable[int]:
    place = finding.location
    if place.path != issue.location.path:
        return files.get(place.path, ())
    before = [line for line, _ in entries if line <= place.line]
    return [number for line, number in entries if before and line == before[-1]]
