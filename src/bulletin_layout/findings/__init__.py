"""Findings (问题) and their locations: the values with which every package reports what is wrong.

The sentence of a finding is written once, in Chinese and in English, in the ``catalogue``. A ``Finding`` has no
language: it holds the sentence with its fields, and the caller that prints it chooses the language (``line``).
"""

from collections.abc import Iterable
from typing import Literal

from bulletin_layout.findings.phrases import Phrase, text
from bulletin_layout.findings.visible import visible
from bulletin_layout.languages import Language
from bulletin_layout.values import dataclass

#: An error means that the issue must not be printed as it is; a warning is to be looked at before printing; a hint
#: never changes the exit code.
Severity = Literal["error", "warning", "hint"]


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a source file: path as the user wrote it, line and column from 1 (columns count characters)."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Fix:
    """What to write instead (改法): ``old``, which begins at ``location`` and is on one line of its file, becomes
    ``new``. ``safe``: it may be written without a question."""

    location: Location
    old: str
    new: str
    safe: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding (问题). ``code``: its entry in the catalogue (``missing-glyph``); ``says``: its sentence, which tells
    what is wrong and what to do; ``location``: where the mistake can be corrected; ``fix``: what to write there, where
    that is known."""

    severity: Severity
    code: str
    says: Phrase
    location: Location
    fix: Fix | None = None


def line(finding: Finding, language: Language) -> str:
    """A finding in its fixed form, on one line and harmless whatever it quotes.

    It is ``path:line:col: error[code]: sentence``.
    """
    place = visible(str(finding.location))
    return f"{place}: {finding.severity}[{finding.code}]: {text(finding.says, language)}"


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether any finding is an error."""
    return any(finding.severity == "error" for finding in findings)
