"""Applies a publication's choices of severity (问题的轻重): codes may be lowered, raised or turned off."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final, Literal, assert_never

from bulletin_layout.findings import Finding, Severity
from bulletin_layout.findings.nearest import nearest
from bulletin_layout.findings.phrases import Phrase, phrase
from bulletin_layout.values import replace

#: The severity that a publication may give to a code.
Choice = Severity | Literal["off"]
CHOICES: Final[tuple[Choice, ...]] = ("error", "warning", "hint", "off")
#: No choices: every finding keeps the severity of its code.
NO_CHOICES: Final[Mapping[str, Choice]] = MappingProxyType({})


@phrase(zh="没有“{code}”这种问题{near}", en='there is no finding "{code}"{near}')
def no_such_code(code: str, near: Phrase) -> Phrase: ...


@phrase(
    zh="“{code}”不能降低，也不能不报：它说的是内容丢失、读不了或不安全",
    en='"{code}" can be neither lowered nor put off: it tells of content that is lost, unreadable or unsafe',
)
def is_fixed(code: str) -> Phrase: ...


def standing(code: str, choice: Choice) -> Literal["allowed", "unknown", "fixed"]:
    """Whether a publication may give this severity to a code. It imports the whole catalogue."""
    from bulletin_layout.findings.catalogue import catalogue

    entry = catalogue().get(code)
    if entry is None:
        return "unknown"
    return "fixed" if entry.about is not None and entry.about.fixed and choice != "error" else "allowed"


def near_code(code: str) -> Phrase:
    """A suggestion for a misspelt code."""
    from bulletin_layout.findings.catalogue import catalogue

    return nearest(code, catalogue())


def refusal(code: str) -> Phrase | None:
    """The reason why a code cannot be turned off; None: it can."""
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
    """The findings with the severities that a publication chose, without those that it turned off.

    ``choices``: by code; each must be allowed (``standing``).
    """
    if not choices:
        return tuple(findings)
    found = []
    for finding in findings:
        choice = choices.get(finding.code, finding.severity)
        if choice != "off":
            found.append(finding if choice == finding.severity else replace(finding, severity=choice))
    return tuple(found)
