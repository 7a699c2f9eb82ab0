"""``findings`` (轻重): the severity of findings by code, in bulletin.yaml and in a story."""

from collections.abc import Callable
from typing import assert_never

from bulletin_layout.findings import Finding
from bulletin_layout.findings.catalogue.keys import fixed_code, unknown_code
from bulletin_layout.findings.settled import Choice, near_code, standing
from bulletin_layout.reading.schema.check import Record


def choices_of(
    record: Record, findings: list[Finding], takes: Callable[[str], bool] | None = None
) -> dict[str, Choice]:
    """The severities set under ``findings``, by code; those that may not be set are reported and left out. ``takes``:
    whether a code can be set here; None: all can."""
    written = record.get("findings", Record)
    choices: dict[str, Choice] = {}
    for code, item in written.items.items() if written is not None else ():
        found = standing(code, item.value)
        if takes is not None and found != "unknown" and not takes(code):
            found = "unknown"
        match found:
            case "allowed":
                choices[code] = item.value
            case "fixed":
                findings.append(fixed_code(item.key_location, code=code))
            case "unknown":
                findings.append(unknown_code(item.key_location, code=code, near=near_code(code)))
            case _:
                assert_never(found)
    return choices


def is_of_manuscripts(code: str) -> bool:
    """Whether a code is one of the manuscript checks, which a story can set for itself."""
    from bulletin_layout.findings.catalogue import catalogue

    return catalogue()[code].area in ("punctuation", "characters", "numbers", "words", "names")
