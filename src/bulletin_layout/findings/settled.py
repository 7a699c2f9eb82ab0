"""How grave a publication takes its findings to be (问题的轻重): codes lowered, raised or put off."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final, Literal, assert_never

from bulletin_layout.findings import Finding, Severity
from bulletin_layout.findings.nearest import nearest
from bulletin_layout.findings.phrases import Phrase, phrase

#: What a publication may make of a code.
Choice = Severity | Literal["off"]
CHOICES: Final[tuple[Choice, ...]] = ("error", "warning", "hint", "off")
#: Every finding is as grave as its code.
NO_CHOICES: Final[Mapping[str, Choice]] = MappingProxyType({})


@phrase(zh="没有“{code}”这种问题{near}", en='there is no finding "{code}"{near}')
def no_such_code(code: str, near: Phrase) -> Phrase: ...


@phrase(
    zh="“{code}”不能降低，也不能不报：它说的是内容丢失、读不了或不安全",
    en='"{code}" can be neither lowered nor put off: it tells of content that is lost, unreadable or unsafe',
)
def is_fixed(code: str) -> Phrase: ...


def standing(code: str, choice: Choice) -> Literal["allowed", "unknown", "fixed"]:
    """Whether a code's severity may be chosen so. This reads the whole catalogue."""
    from bulletin_layout.findings.catalogue import catalogue

    entry = catalogue().get(code)
    if entry is None:
        return "unknown"
    return "fixed" if entry.about is not None and entry.about.fixed and choice != "error" else "allowed"


def near_code(code: str) -> Phrase:
    """What an unknown code may have been meant for."""
    from bulletin_layout.findings.catalogue import catalogue

    return nearest(code, catalogue())


def refusal(code: str) -> Phrase | None:
    """Why findings of a code cannot be put off; None: they can."""
    found = standing(code, "off")
    match found:
        case "unknown":
            return no_such_code(code, near_code(code))
        case "fixed":
            return is_fixed(code)
        case "allowed":
            return None
        case _:
            assert_never(found)


def settled(findings: Iterable[Finding], choices: Mapping[str, Choice]) -> tuple[Finding, ...]:
    """The findings as a publication takes them; those that are off are left out. ``choices``: by code, each allowed
    (``standing``)."""
    if not choices:
        return tuple(findings)
    found = []
    for finding in findings:
        choice = choices.get(finding.code, finding.severity)
        if choice != "off":
            found.append(finding if choice == finding.severity else replace(finding, severity=choice))
    return tuple(found)
