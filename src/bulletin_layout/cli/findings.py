"""Prints findings as text, and converts them to JSON."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from bulletin_layout.findings import Finding, line
from bulletin_layout.findings.phrases import Field, Phrase, text
from bulletin_layout.findings.slot_report import SlotReport
from bulletin_layout.findings.visible import visible_json
from bulletin_layout.languages import Language


def print_findings(findings: Iterable[Finding], language: Language) -> None:
    """Print each finding on a line, in the form of ``findings.line``."""
    for finding in findings:
        print(line(finding, language))


def as_json(finding: Finding, language: Language) -> dict[str, Any]:
    """A finding for the JSON output of all commands: severity, code, message, fields, location."""
    return {
        "severity": finding.severity,
        "code": finding.code,
        "message": text(finding.says, language),
        "fields": {name: _plain(value, language) for name, value in finding.says.fields},
        **asdict(finding.location),
        **({} if finding.fix is None else {"fix": asdict(finding.fix)}),
    }


def as_json_text(plain: dict[str, Any]) -> str:
    """What a command prints for other programs."""
    return visible_json(json.dumps(plain, ensure_ascii=False, indent=2))


def slot_as_json(slot: SlotReport, language: Language) -> dict[str, Any]:
    """A row of the slot table, likewise."""
    return {**asdict(slot), "left": text(slot.left, language), "cut": text(slot.cut, language)}


def _plain(value: Field, language: Language) -> Any:
    """A field of a message as a value of JSON; phrases become text."""
    if isinstance(value, Phrase):
        return text(value, language)
    return [_plain(each, language) for each in value] if isinstance(value, tuple) else value
