"""Prints findings as text."""

from collections.abc import Iterable

from bulletin_layout.findings import Finding, line
from bulletin_layout.languages import Language


def print_findings(findings: Iterable[Finding], language: Language) -> None:
    """Print each finding on a line, in the form of ``findings.line``."""
    for finding in findings:
        print(line(finding, language))
