"""``bulletin fonts``: prints the files of each family, their licence, the characters they cover, and widths of
marks."""

import sys
from collections.abc import Sequence
from pathlib import Path

from bulletin_layout.cli import words
from bulletin_layout.cli.findings import print_findings
from bulletin_layout.cli.progress import Progress
from bulletin_layout.cli.table import table
from bulletin_layout.findings.phrases import text
from bulletin_layout.fonts.survey import FontReport, survey
from bulletin_layout.languages import Language
from bulletin_layout.reading import read_publication


def list_fonts(publication: Path, language: Language, *, quiet: bool) -> int:
    """Print the tables of a publication's fonts. Exit code: 0 clean, 1 a font has an error, 2 no fonts could be
    read."""
    with Progress("fonts", sys.stderr, language, quiet=quiet) as progress:
        progress.tell("fonts", 0, 0)
        reading = read_publication(publication)
        findings = reading.findings + (reading.fonts.problems() if reading.fonts else ())
        reports = survey(reading.fonts) if reading.fonts else ()
    print_findings(findings, language)
    if reading.fonts is None:
        return 2
    if not quiet and reports:
        heads = [text(head, language) for head in words.FONT_HEADS]
        print(_files(reports, heads))
        print(f"\n{text(words.CHARACTERS_COVERED, language)}")
        print(_coverage(reports, heads[0]))
        print(f"\n{text(words.MARKS_AS_DRAWN, language)}")
        print(_marks(reports, heads[0]))
    return 1 if any(finding.severity == "error" for finding in findings) else 0


def _called(report: FontReport) -> str:
    return f"{report.file.family} {report.file.weight}"


def _files(reports: tuple[FontReport, ...], heads: Sequence[str]) -> str:
    rows = (
        (
            _called(report),
            report.file.name or report.name,
            report.file.path.name + (f" #{report.file.index}" if report.file.index else ""),
            str(report.characters),
            report.file.licence,
            report.file.source,
        )
        for report in reports
    )
    return table(heads, rows, (False, False, False, True, False, False))


def _coverage(reports: tuple[FontReport, ...], head: str) -> str:
    names = tuple(coverage.repertoire for coverage in reports[0].coverage)
    rows = ((_called(report), *(f"{part.covered}/{part.total}" for part in report.coverage)) for report in reports)
    return table((head, *names), rows, (False, *(True for _ in names)))


def _marks(reports: tuple[FontReport, ...], head: str) -> str:
    marks = tuple(measure.mark for measure in reports[0].marks)
    rows = (
        (
            _called(report),
            *(f"{m.advance:.2f} {m.ink.left:.2f}–{m.ink.right:.2f}" for m in report.marks),
        )
        for report in reports
    )
    return table((head, *marks), rows, tuple(False for _ in (head, *marks)))
