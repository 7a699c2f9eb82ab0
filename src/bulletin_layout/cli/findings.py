"""Findings for other programs."""

from dataclasses import asdict
from typing import Any

from bulletin_layout.findings import Finding


def as_json(finding: Finding) -> dict[str, Any]:
    """A finding with its place: what the JSON of every command gives."""
    return {
        "severity": finding.severity,
        "code": finding.code,
        "message": finding.message,
        **asdict(finding.location),
    }
