"""Where a finding is and what it says: the values every room reports with."""

from collections.abc import Iterable
from typing import Literal

from bulletin_layout.values import dataclass

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a source file: path as the user knows it, line and column from 1 (columns count characters)."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding (问题): what is wrong, where, and the way out."""

    severity: Severity
    code: str
    message: str
    location: Location

    def __str__(self) -> str:
        message = " ".join(self.message.splitlines())  # what it quotes may have several lines; a finding has one
        return f"{self.location}: {self.severity}[{self.code}]: {message}"


def error(code: str, message: str, location: Location) -> Finding:
    """A finding that stops the issue from being printed as it is."""
    return Finding("error", code, message, location)


def warning(code: str, message: str, location: Location) -> Finding:
    """A finding that the editor should look at before printing."""
    return Finding("warning", code, message, location)


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether any finding is an error."""
    return any(d.severity == "error" for d in findings)
