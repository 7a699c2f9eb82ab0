"""The file for the press, read again and judged (成品检查)."""

from collections.abc import Sequence
from typing import NamedTuple

from bulletin_layout.diagnostics import Diagnostic, Location
from bulletin_layout.issue import Press
from bulletin_layout.pdfs.door import open_pdf
from bulletin_layout.preflight.file_rules import judge_file
from bulletin_layout.preflight.report import report_json, report_text, report_values
from bulletin_layout.preflight.written import read_written


class Inspected(NamedTuple):
    """What was found in a file, and the report on it."""

    findings: tuple[Diagnostic, ...]
    text: str
    json: str


def inspect_file(name: str, data: bytes, press: Press, known: Sequence[Diagnostic] = ()) -> Inspected:
    """Judge a written PDF by what it holds. ``known`` was found before, on the composed pages, at its place in the
    sources: it stands in the report and is not said again. PdfError if the file cannot be read.
    """
    with open_pdf(data) as file:
        written = read_written(file)
    said = {finding.code for finding in known}
    findings = tuple(
        Diagnostic(
            verdict.severity,
            verdict.code,
            (f"page {verdict.page}: " if verdict.page else "") + verdict.message,
            Location(name),
        )
        for verdict in judge_file(written, press)
        if verdict.code not in said
    )
    values = report_values(name, written, press, (*known, *findings))
    return Inspected(findings, report_text(values), report_json(values))
