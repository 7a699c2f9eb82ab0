"""A paper that does not say which law its imprint follows, but prints words of one."""

import re
from collections.abc import Iterator
from typing import Final

from bulletin_layout.findings import Finding
from bulletin_layout.findings.catalogue.imprint import imp_unset
from bulletin_layout.imprint.printed import Paper
from bulletin_layout.imprint.registered import CN, NEWSPAPERS
from bulletin_layout.issue import Profile

_INTERNAL: Final = r"准印证|内部资料|免费交流|内资准字|内登字"


def unset_findings(paper: Paper) -> Iterator[Finding]:
    """At most one hint: the first words in the furniture that only such a paper prints."""
    for text in paper.furniture:
        found = re.search(_INTERNAL, text.words) or re.search(CN, text.words)
        if found is not None:
            yield imp_unset(paper.issue.publication.imprint.location, words=found[0], profile=_profile(found))
            return


def _profile(found: re.Match[str]) -> Profile:
    if "serial" not in found.re.groupindex:
        return "internal"
    return "newspaper" if found["serial"] in NEWSPAPERS else "periodical"
