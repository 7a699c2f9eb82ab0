"""What changed since the last round (上一校以来的改动), for those who do not make a proof: the live page, a report."""

from bulletin_layout.findings import Finding
from bulletin_layout.issue import Issue
from bulletin_layout.page import Edition
from bulletin_layout.proofing.changes import Comparison
from bulletin_layout.proofing.comparing import compare
from bulletin_layout.proofing.keeping import read_round, round_numbers
from bulletin_layout.proofing.taking import taken


def since_last(issue: Issue, edition: Edition) -> Comparison | Finding | None:
    """All changes of a composed issue since its last round; a finding: the round's file is damaged; None: no proof was
    made yet. ``issue``: as printed, with a plan for every page of the edition."""
    numbers = round_numbers(issue.folder)
    if not numbers:
        return None
    last = read_round(issue.folder, numbers[-1])
    if isinstance(last, Finding):
        return last
    earlier = read_round(issue.folder, numbers[-2]) if len(numbers) > 1 else None
    now = taken(issue, edition, last.number + 1)
    return compare(last, now, None if isinstance(earlier, Finding) else earlier)
