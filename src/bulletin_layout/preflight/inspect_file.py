"""The file for the press, read again and judged (成品检查)."""

from collections.abc import Mapping, Sequence
from typing import Final

from bulletin_layout.findings import Finding, Location
from bulletin_layout.findings.phrases import text
from bulletin_layout.findings.settled import NO_CHOICES, Choice, settled
from bulletin_layout.issue import Press
from bulletin_layout.languages import Language
from bulletin_layout.pdfs.pikepdf_adapter import open_pdf
from bulletin_layout.preflight.file_rules import judge_file
from bulletin_layout.preflight.memory import Memory
from bulletin_layout.preflight.report import report_json, report_text, report_values
from bulletin_layout.preflight.written import read_written
from bulletin_layout.values import NamedTuple


class Inspected(NamedTuple):
    """What was found in a file, and the report on it."""

    findings: tuple[Finding, ...]
    text: str
    json: str


#: What is judged on composed pages mark by mark, all of it, and reported there with the mark's own place.
_BY_MARK: Final = frozenset(("low-resolution", "missing-glyph"))
#: What only the composed pages can judge, where they are known: what is small by rule, as superscripts are.
_MARKS_ALONE: Final = frozenset(("small-type",))


def inspect_file(
    name: str,
    data: bytes,
    press: Press,
    known: Sequence[Finding] | None = None,
    choices: Mapping[str, Choice] = NO_CHOICES,
    language: Language = "zh",
    memory: Memory | None = None,
) -> Inspected:
    """Check the contents of a written PDF.

    ``known``: findings of the composed pages, with their places in the sources; they are listed in the report, but not
    returned again; None: the pages are not known. ``choices``: the publication's severities by code; ``language``: of
    the report. ``memory``: what is kept of the last file in this process. Raises PdfError when the file cannot be read,
    or has operators that this program does not write.
    """
    with open_pdf(data) as file:
        written = read_written(file, memory)
    found = settled(judge_file(written, press, Location(name)), choices)
    by_mark = _MARKS_ALONE if known is not None else frozenset()
    known = known or ()
    said = set(map(_said, known))
    by_mark |= {finding.code for finding in known} & _BY_MARK
    findings = tuple(finding for finding in found if finding.code not in by_mark and _said(finding) not in said)
    off = [code for code, choice in choices.items() if choice == "off"]
    values = report_values(name, written, press, (*known, *findings), off, language)
    return Inspected(findings, report_text(values, language), report_json(values))


def _said(finding: Finding) -> tuple[str, str]:
    """What makes two findings the same wherever they were met; of numbers, what is shown of them."""
    return finding.code, text(finding.says, "en")
