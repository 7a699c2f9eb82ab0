"""The imprint (版本记录): what the law prints on a paper, or keeps from it, against what its pages print.

``imprint_findings`` looks at the finished pages, and finds each word's place in the files that say it. Which law
applies is the publication's choice (``imprint`` in bulletin.yaml); without it only a hint is given.
"""

from typing import assert_never

from bulletin_layout.findings import Finding
from bulletin_layout.imprint.memory import Memory
from bulletin_layout.issue import Issue
from bulletin_layout.page import Edition

__all__ = ["Memory", "imprint_findings"]


def imprint_findings(issue: Issue, edition: Edition, memory: Memory | None = None) -> tuple[Finding, ...]:
    """All findings about the imprint. ``issue``: as printed, one plan a page of the edition. ``memory``: of the build
    before."""
    profile = issue.publication.imprint.profile
    if profile == "none" or not edition.pages:
        return ()
    from bulletin_layout.imprint.internal import internal_findings
    from bulletin_layout.imprint.printed import paper_of
    from bulletin_layout.imprint.registered import newspaper_findings, periodical_findings
    from bulletin_layout.imprint.unset import unset_findings

    memory = memory or Memory()
    paper = paper_of(issue, edition, memory)
    match profile:
        case None:
            return tuple(unset_findings(paper))
        case "internal":
            return tuple(internal_findings(paper, memory))
        case "newspaper":
            return tuple(newspaper_findings(paper))
        case "periodical":
            return tuple(periodical_findings(paper))
        case _:
            assert_never(profile)
