"""Findings and slot reports as data that JSON can hold, and back (存取).

Sentences are stored as they are printed, in both languages: a file that was tampered with can say something else, but
has no form that is filled in.
"""

from dataclasses import asdict
from typing import Any

from bulletin_layout.findings import Finding, Fix, Location
from bulletin_layout.findings.phrases import Phrase, both, text
from bulletin_layout.findings.slot_report import SlotReport

#: Lists, maps, texts and numbers, as ``json`` gives them.
Data = Any


def finding_as_data(finding: Finding) -> Data:
    """A finding, in both languages."""
    place, fix = finding.location, finding.fix
    return [
        *(finding.severity, finding.code, _as_data(finding.says), place.path, place.line, place.column),
        None if fix is None else asdict(fix),
    ]


def finding_of(data: Data) -> Finding:
    """The finding. TypeError, ValueError, KeyError: the data is none."""
    severity, code, says, path, line, column, fix = data
    if severity not in ("error", "warning", "hint"):
        raise ValueError(severity)
    place = Location(str(path), int(line), int(column))
    return Finding(severity, str(code), _phrase_of(says), place, None if fix is None else _fix_of(fix))


def _fix_of(data: Data) -> Fix:
    place = data["location"]
    location = Location(str(place["path"]), int(place["line"]), int(place["column"]))
    return Fix(location, str(data["old"]), str(data["new"]), safe=bool(data["safe"]))


def slot_as_data(slot: SlotReport) -> Data:
    """A row of the slot table."""
    values = {name: getattr(slot, name) for name in SlotReport.__dataclass_fields__}
    return {name: _as_data(value) if isinstance(value, Phrase) else value for name, value in values.items()}


def slot_of(data: Data) -> SlotReport:
    """The row. TypeError, ValueError, KeyError: the data is none."""
    values: dict[str, Any] = {name: _phrase_of(each) if isinstance(each, dict) else each for name, each in data.items()}
    return SlotReport(**values)


def _as_data(phrase: Phrase) -> Data:
    return {"zh": text(phrase, "zh"), "en": text(phrase, "en")}


def _phrase_of(data: Data) -> Phrase:
    return both(str(data["en"]), str(data["zh"]))
