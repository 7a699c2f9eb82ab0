"""``bulletin build`` and ``bulletin check``: run the pipeline over issues and print the results."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bulletin_layout.cli import words
from bulletin_layout.cli.findings import print_findings
from bulletin_layout.cli.progress import Progress
from bulletin_layout.cli.table import slot_table
from bulletin_layout.findings.as_json import as_json, as_json_text, slot_as_json
from bulletin_layout.findings.phrases import Phrase, text
from bulletin_layout.languages import Language
from bulletin_layout.pipeline import ALL_PAGES, PageImages, Result, build_issue, check_issue

if TYPE_CHECKING:  # one issue, perhaps unchanged, needs no memory
    from bulletin_layout.pipeline import Memory

_EXIT: Final = {"clean": 0, "findings": 1, "stopped": 2}


def run_issues(options: argparse.Namespace, language: Language) -> int:
    """Process the issues, one by one or several at a time. The worst outcome decides the exit code."""
    folders = [Path(name) for name in options.issues]
    results = []
    as_json = options.command == "check" and options.format == "json"
    for result in _results(options, folders, language):
        results.append(result)
        if not as_json:
            _print(result, language, quiet=options.quiet)
    code = max(_EXIT[result.outcome] for result in results)
    if as_json:
        print(_json(results, code, language))
    elif len(results) > 1:
        print(text(words.batch(len(results), _shares(results)), language))
    return code


def _shares(results: Sequence[Result]) -> tuple[Phrase, ...]:
    """How many issues of a batch had each outcome, with the names of those stopped or with errors."""
    named: dict[str, tuple[str, ...]] = {}
    for result in results:
        named[_grade(result)] = (*named.get(_grade(result), ()), result.issue)
    shares = [words.clean(len(named["clean"]))] if "clean" in named else []
    if "warning" in named:
        shares.append(words.with_warnings(len(named["warning"])))
    if "stopped" in named:
        shares.append(words.unreadable(len(named["stopped"]), named["stopped"]))
    if "error" in named:
        shares.append(words.with_errors(len(named["error"]), named["error"]))
    return tuple(shares)


def _grade(result: Result) -> str:
    """``clean`` (hints allowed), ``warning``, ``error`` or ``stopped``."""
    if result.outcome == "stopped":
        return "stopped"
    severities = {finding.severity for finding in result.findings}
    return next((grade for grade in ("error", "warning") if grade in severities), "clean")


def _results(options: argparse.Namespace, folders: Sequence[Path], language: Language) -> Iterator[Result]:
    """The results in the order of the command line, whichever is ready first."""
    if options.command == "build":
        images = PageImages(options.dpi or ALL_PAGES.dpi, options.pages)
        work = partial(build_issue, products=options.to, out=options.out, language=language, images=images)
    else:
        work = partial(check_issue)
    work = partial(work, fail_on=options.fail_on, profile=options.profile, ignore=options.ignore)
    if options.jobs == 1 or len(folders) == 1:
        memory = _shared_memory() if len(folders) > 1 else None
        for folder in folders:
            with Progress(folder.resolve().name, sys.stderr, language, quiet=options.quiet) as progress:
                result = work(folder, tell=progress.tell, memory=memory)
            yield result
        return
    from bulletin_layout.cli.warm_workers import in_warm_workers

    with Progress("issues", sys.stderr, language, quiet=options.quiet) as progress:
        yield from in_warm_workers(work, folders, options.jobs, partial(progress.tell, "build"))


def _shared_memory() -> "Memory":
    """For several issues, which share fonts and colour transforms."""
    from bulletin_layout.pipeline import Memory

    return Memory()


def _print(result: Result, language: Language, *, quiet: bool) -> None:
    """Print the findings, then the slot table and the files written."""
    print_findings(result.findings, language)
    if quiet:
        return
    if result.slots:
        print(slot_table(result.slots, language))
    if result.draft:
        print(text(words.draft(), language))
    if result.unchanged:
        print(text(words.unchanged(result.issue, str(result.files[0])), language))
    elif result.files:
        print(text(words.files_written(result.issue, result.files), language))
    print(text(words.summed(result.issue, _counts(result)), language))


def _counts(result: Result) -> tuple[Phrase, ...]:
    """The numbers of errors and warnings, and of hints if there are any."""
    by = Counter(finding.severity for finding in result.findings)
    hints = (words.hints(by["hint"]),) if by["hint"] else ()
    return (words.errors(by["error"]), words.warnings(by["warning"]), *hints)


def _json(results: Sequence[Result], code: int, language: Language) -> str:
    """The results as JSON."""
    issues = [
        {
            "issue": result.issue,
            "outcome": result.outcome,
            "findings": [as_json(finding, language) for finding in result.findings],
            "slots": [slot_as_json(slot, language) for slot in result.slots],
        }
        for result in results
    ]
    return as_json_text({"schema": "bulletin/findings@1", "exit": code, "issues": issues})
