"""``bulletin fonts``: each family's files, what they cover, their licence, and how wide their marks really are."""

import sys
from pathlib import Path

from bulletin_layout.cli.progress import Progress
from bulletin_layout.cli.table import table
from bulletin_layout.fonts.survey import FontReport, survey
from bulletin_layout.reading import read_publication


def list_fonts(publication: Path, *, quiet: bool) -> int:
    """Print the tables of a publication's fonts; 0 clean, 1 a font has a finding, 2 no fonts could be read."""
    with Progress("fonts", sys.stderr, quiet=quiet) as progress:
        progress.tell("opening fonts", 0, 0)
        reading = read_publication(publication)
        findings = reading.findings + (reading.fonts.problems() if reading.fonts else ())
        reports = survey(reading.fonts) if reading.fonts else ()
    for finding in findings:
        print(finding)
    if reading.fonts is None:
        return 2
    if not quiet and reports:
        print(_files(reports))
        print("\nCharacters covered 收字")
        print(_coverage(reports))
        print("\nMarks as the font draws them 标点: advance, ink from–to, in em")
        print(_marks(reports))
    return 1 if any(finding.severity == "error" for finding in findings) else 0


def _called(report: FontReport) -> str:
    return f"{report.file.family} {report.file.weight}"


def _files(reports: tuple[FontReport, ...]) -> str:
    heads = ("font", "name", "file", "characters", "licence", "source")
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


def _coverage(reports: tuple[FontReport, ...]) -> str:
    names = tuple(coverage.repertoire for coverage in reports[0].coverage)
    rows = ((_called(report), *(f"{part.covered}/{part.total}" for part in report.coverage)) for report in reports)
    return table(("font", *names), rows, (False, *(True for _ in names)))


def _marks(reports: tuple[FontReport, ...]) -> str:
    marks = tuple(measure.mark for measure in reports[0].marks)
    rows = (
        (
            _called(report),
            *(f"{m.advance:.2f} {m.ink.left:.2f}–{m.ink.right:.2f}" for m in report.marks),
        )
        for report in reports
    )
    return table(("font", *marks), rows, tuple(False for _ in ("font", *marks)))
