"""``bulletin proof``: makes the proof of a round, and prints what changed since the last one."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from bulletin_layout.cli import words
from bulletin_layout.cli.findings import print_findings
from bulletin_layout.cli.progress import Progress
from bulletin_layout.findings.as_json import as_json, as_json_text
from bulletin_layout.findings.phrases import text
from bulletin_layout.languages import Language
from bulletin_layout.pipeline.proofs import Proofed, ProofWish, make_proof
from bulletin_layout.proofing.reporting import report
from bulletin_layout.proofing.telling import as_line, summary
from bulletin_layout.proofing.words import against, round_name

_EXIT: Final = {"clean": 0, "findings": 1, "stopped": 2}


def run_proof(options: argparse.Namespace, language: Language) -> int:
    """Make the proof. Exit code: 0 made, 1 a page is refused as clean, 2 nothing was made."""
    folder = Path(options.issue)
    stage = "press" if options.press else "clean" if options.clean else "proof"
    wish = ProofWish(stage, options.round or 1, options.date or "")  # type: ignore[arg-type]  # the names of Stage
    with Progress(folder.resolve().name, sys.stderr, language, quiet=options.quiet) as progress:
        made = make_proof(folder, wish, out=options.out, tell=progress.tell, language=language)
    code = _EXIT[made.outcome]
    if options.format == "json":
        data = report(made.round, made.comparison, language) if made.round is not None else {}
        found = [as_json(finding, language) for finding in made.findings]
        print(as_json_text({"schema": "bulletin/proof@1", **data, "exit": code, "findings": found}))
        return code
    print_findings(made.findings, language)
    if not options.quiet:
        for line in _said(made, language):
            print(line)
    return code


def _said(made: Proofed, language: Language) -> Iterator[str]:
    if made.round is None:
        return
    name = round_name(made.round.number, made.round.stage)
    if made.comparison is not None:
        yield from (as_line(change, language) for change in made.comparison.changes)
        last = round_name(made.comparison.last, made.comparison.stage)
        yield f"{text(against(name, last), language)}: {text(summary(made.comparison), language)}"
    if made.files:
        yield text(words.files_written(made.issue, made.files), language)
