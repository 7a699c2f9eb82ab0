"""How grave a publication takes its findings to be (问题的轻重): codes lowered, raised or put off."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final, Literal

from bulletin_layout.findings import Finding, Severity

#: What a publication may make of a code.
Choice = Severity | Literal["off"]
CHOICES: Final[tuple[Choice, ...]] = ("error", "warning", "hint", "off")


def settled(findings: Iterable[Finding], choices: Mapping[str, Choice]) -> tuple[Finding, ...]:
    """The findings as a publication takes them; those that are off are left out. ``choices``: by code, none of them one
    that is fixed (reading refuses those)."""
    if not choices:
        return tuple(findings)
    found = []
    for finding in findings:
        choice = choices.get(finding.code, finding.severity)
        if choice != "off":
            found.append(finding if choice == finding.severity else replace(finding, severity=choice))
    return tuple(found)
