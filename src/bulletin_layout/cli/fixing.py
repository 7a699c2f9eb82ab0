"""``bulletin check --fix`` and ``--stats``: mends what needs no question, and counts what each check found."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from bulletin_layout.cli import words
from bulletin_layout.cli.findings import print_findings
from bulletin_layout.findings import Finding, has_errors
from bulletin_layout.findings.as_json import as_json, as_json_text
from bulletin_layout.findings.phrases import text
from bulletin_layout.languages import Language


def fix_issues(options: argparse.Namespace, language: Language) -> int:
    """Show what changes, or write it. Exit code: 0 done, or nothing to do; 1 there is something to do; 2 not done."""
    from bulletin_layout.pipeline.fixing import mended_files, write_mended

    if not options.fix:
        print(text(words.write_alone(), language), file=sys.stderr)
        return 2
    # A file that two issues share is mended once.
    files = {
        each.path: each for name in options.issues for each in mended_files(Path(name), options.profile, options.ignore)
    }
    findings = write_mended(files.values()) if options.write else ()
    if options.format == "json":
        shown = [{"path": each.shown, "count": each.made, "difference": each.difference} for each in files.values()]
        said = [as_json(finding, language) for finding in findings]
        print(as_json_text({"schema": "bulletin/fixes@1", "written": options.write, "files": shown, "findings": said}))
    else:
        for each in files.values():
            sys.stdout.write(each.difference)
        print_findings(findings, language)
        count = sum(each.made for each in files.values())
        if not options.quiet:
            print(text(words.mended(count) if options.write else words.mendable(count), language))
    if has_errors(findings):
        return 2
    return 1 if files and not options.write else 0


def count_checks(options: argparse.Namespace, language: Language) -> int:
    """Print how often each check of manuscripts found something, and how often that was left. Exit code 0; 2: an issue
    cannot be read."""
    from bulletin_layout.proofreading import left_as_is, proofread
    from bulletin_layout.reading import read_issue

    found: Counter[str] = Counter()
    left: Counter[str] = Counter()
    for name in options.issues:
        reading = read_issue(Path(name), profile=options.profile)
        if reading.issue is None:
            print_findings(reading.findings, language)
            return 2
        found.update(_codes(proofread(reading.issue)))
        left.update(_codes(left_as_is(reading.issue)))
    rows = [(code, found[code], left[code]) for code in sorted({*found, *left}, key=lambda code: (-found[code], code))]
    if options.format == "json":
        checks = [{"code": code, "found": known, "left": kept} for code, known, kept in rows]
        print(as_json_text({"schema": "bulletin/stats@1", "checks": checks}))
    else:
        for code, known, kept in rows:
            print(f"{known:5} {kept:5}  {code}")
        print(text(words.checks_counted(sum(found.values()), sum(left.values())), language))
    return 0


def _codes(findings: Iterable[Finding]) -> Iterable[str]:
    return (finding.code for finding in findings)
