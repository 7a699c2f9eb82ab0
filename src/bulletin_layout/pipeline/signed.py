"""What differs from what was signed for press (付印): a build is held against the last round, if it is a signature."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from bulletin_layout.compose import Composed
from bulletin_layout.findings import Finding
from bulletin_layout.findings.catalogue import proofs as said
from bulletin_layout.issue import Issue
from bulletin_layout.proofing.changes import Change
from bulletin_layout.proofing.comparing import compare
from bulletin_layout.proofing.keeping import read_round, round_numbers, round_path
from bulletin_layout.proofing.taking import taken
from bulletin_layout.proofing.telling import in_short
from bulletin_layout.reading import Source

#: Where the file of a round says its stage, and what of a signature.
_HEAD: Final = 400
_PRESS: Final = b'"stage": "press"'


def signed_source(issue: Issue) -> Source | None:
    """The file of the signature for press; None: the last round is none."""
    numbers = round_numbers(issue.folder)
    if not numbers:
        return None
    path = round_path(issue.folder, numbers[-1])
    try:
        with path.open("rb") as file:
            if _PRESS not in file.read(_HEAD):
                return None
        data = path.read_bytes()
    except OSError:
        return None
    root = issue.publication.root.resolve()
    name = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
    return Source(name, path, "text", data)


def signed_findings(composed: Composed, signature: Source) -> Iterator[Finding]:
    """Findings about the pages that are not as they were signed."""
    issue = composed.issue
    signed = read_round(issue.folder, int(signature.path.stem), Path(issue.location.path).parent.as_posix())
    if isinstance(signed, Finding):
        yield signed
        return
    now = taken(issue, composed.edition, signed.number)
    changed = now.unlike(signed)
    if not changed and len(signed.pages) == len(now.pages):
        return
    places = {plan.number: plan.location for plan in issue.pages}
    changes = compare(signed, now).changes
    for page in sorted({*changed, *(page.number for page in signed.pages if page.number not in places)}):
        own = [change for change in changes if page in _pages(change)]
        place = places.get(page, issue.location)
        if own:
            yield said.changed_after_press(place, page=page, count=len(own), first=in_short(own[0]))
        else:
            yield said.moved_after_press(place, page=page)


def _pages(change: Change) -> set[int]:
    places = {place.page for place in (change.was, change.now) if place is not None}
    return places | {box.page for box in (*change.boxes, *change.old_boxes)}
