"""Findings in English, for tests that look at their words."""

from bulletin_layout.findings import Finding, line
from bulletin_layout.findings.phrases import text


def message(finding: Finding) -> str:
    """The finding's sentence."""
    return text(finding.says, "en")


def said(finding: Finding) -> str:
    """The finding's line."""
    return line(finding, "en")
