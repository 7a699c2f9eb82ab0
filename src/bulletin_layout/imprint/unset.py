"""A paper that does not say which law its imprint follows, but prints words of one."""

import re
from collections.abc import Iterator
from typing import Final

from bulletin_layout.findings import Finding
from bulletin_layout.findings.catalogue.imprint import imp_unset
from bulletin_layout.imprint.printed import furniture_written
from bulletin_layout.imprint.registered import CN, NEWSPAPERS
from bulletin_layout.issue import Issue, Profile

_INTERNAL: Final = re.compile(r"准印证|内部资料|免费交流|内资准字|内登字")


def unset_findings(issue: Issue) -> Iterator[Finding]:
    """At most one hint: the first words in the furniture that only such a paper prints."""
    for text in furniture_written(issue):
        found = _INTERNAL.search(text.words) or CN.search(text.words)
        if found is not None:
            yield imp_unset(issue.publication.imprint.location, words=found[0], profile=_profile(found))
            return


def _profile(found: re.Match[str]) -> Profile:
    if found.re is not CN:
        return "internal"
    return "newspaper" if found["serial"] in NEWSPAPERS else "periodical"
