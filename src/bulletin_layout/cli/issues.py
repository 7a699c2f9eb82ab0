"""``bulletin build`` and ``bulletin check``: run the pipeline over issues and print what it found."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Final

from bulletin_layout.cli.findings import as_json
from bulletin_layout.cli.progress import Progress
from bulletin_layout.cli.table import slot_table
from bulletin_layout.pipeline import Result, build_issue, check_issue

_EXIT: Final = {"clean": 0, "findings": 1, "stopped": 2}


def run_issues(options: argparse.Namespace) -> int:
    """Each issue in turn (or several at a time); the worst outcome is the exit code."""
    folders = [Path(name) for name in options.issues]
    results = []
    as_json = options.command == "check" and options.format == "json"
    for result in _results(options, folders):
        results.append(result)
        if not as_json:
            _print(result, quiet=options.quiet)
    code = max(_EXIT[result.outcome] for result in results)
    if as_json:
        print(_json(results, code))
    return code


def _results(options: argparse.Namespace, folders: Sequence[Path]) -> Iterator[Result]:
    """Results in the order the issues were named, whichever was ready first."""
    if options.command == "build":
        work = partial(
            build_issue, products=options.to, out=options.out, fail_on=options.fail_on, profile=options.profile
        )
    else:
        work = partial(check_issue, fail_on=options.fail_on, profile=options.profile)
    if options.jobs == 1 or len(folders) == 1:
        for folder in folders:
            with Progress(folder.resolve().name, sys.stderr, quiet=options.quiet) as progress:
                result = work(folder, tell=progress.tell)
            yield result
        return
    from concurrent.futures import ProcessPoolExecutor

    with ExitStack() as stack:
        pool = stack.enter_context(ProcessPoolExecutor(min(options.jobs, len(folders))))
        progress = stack.enter_context(Progress("issues", sys.stderr, quiet=options.quiet))
        progress.tell("build", 0, len(folders))
        for done, result in enumerate(pool.map(work, folders), start=1):
            progress.tell("build", done, len(folders))
            yield result


def _print(result: Result, *, quiet: bool) -> None:
    """Findings in the fixed form; then the slot table and the files."""
    for finding in result.findings:
        print(finding)
    if quiet:
        return
    if result.slots:
        print(slot_table(result.slots))
    if result.draft:
        print("Findings above: this is a draft. An earlier good output, if there is one, was left as it is.")
    if result.files:
        first, *rest = result.files
        print(f"{result.issue}: wrote {first}" + (f" and {len(rest)} more beside it" if rest else ""))
    errors = sum(finding.severity == "error" for finding in result.findings)
    warnings = sum(finding.severity == "warning" for finding in result.findings)
    print(f"{result.issue}: {_counted(errors, 'error')}, {_counted(warnings, 'warning')}")


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" + ("" if number == 1 else "s")


def _json(results: Sequence[Result], code: int) -> str:
    """The findings and slots for other programs."""
    issues = [
        {
            "issue": result.issue,
            "outcome": result.outcome,
            "findings": [as_json(finding) for finding in result.findings],
            "slots": [asdict(slot) for slot in result.slots],
        }
        for result in results
    ]
    return json.dumps({"schema": "bulletin/findings@1", "exit": code, "issues": issues}, ensure_ascii=False, indent=2)
