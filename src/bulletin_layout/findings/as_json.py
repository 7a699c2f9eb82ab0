"""Findings and rows of the slot table as JSON, for other programs and for the live page."""

import json
from dataclasses import asdict, fields
from typing import Any

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.phrases import Field, Phrase, text
from bulletin_layout.findings.slot_report import SlotReport
from bulletin_layout.findings.visible import visible_json
from bulletin_layout.languages import Language


def as_json(finding: Finding, language: Language) -> dict[str, Any]:
    """A finding for JSON, wherever it is written: severity, code, message, fields, location."""
    return {
        "severity": finding.severity,
        "code": finding.code,
        "message": text(finding.says, language),
        "fields": {name: _plain(value, language) for name, value in finding.says.fields},
        **_fields(finding.location),
        **({} if finding.fix is None else {"fix": asdict(finding.fix)}),
    }


def as_json_text(plain: dict[str, Any]) -> str:
    """What a command prints for other programs."""
    return visible_json(json.dumps(plain, ensure_ascii=False, indent=2))


def slot_as_json(slot: SlotReport, language: Language) -> dict[str, Any]:
    """A row of the slot table, likewise."""
    return {**_fields(slot), "left": text(slot.left, language), "cut": text(slot.cut, language)}


def _plain(value: Field, language: Language) -> Any:
    """A field of a message as a value of JSON; phrases become text."""
    if isinstance(value, Phrase):
        return text(value, language)
    return [_plain(each, language) for each in value] if isinstance(value, tuple) else value


def _fields(value: Location | SlotReport) -> dict[str, Any]:
    """The fields of a value by name. ``asdict`` copies them, too, which takes ten times as long."""
    return {field.name: getattr(value, field.name) for field in fields(value)}
