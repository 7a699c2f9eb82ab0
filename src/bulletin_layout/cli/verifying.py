"""``bulletin verify``: one file, or many, those in folders too, several at a time, with a table and a count."""

import argparse
import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from bulletin_layout.cli import archive_words as words
from bulletin_layout.cli.archives import VERIFIED, said_of, verify_one
from bulletin_layout.cli.findings import print_findings
from bulletin_layout.cli.progress import Progress
from bulletin_layout.cli.table import table
from bulletin_layout.cli.workers import in_workers
from bulletin_layout.findings import Finding
from bulletin_layout.findings.catalogue.archives import no_sources
from bulletin_layout.findings.phrases import Phrase, text
from bulletin_layout.languages import Language
from bulletin_layout.pipeline.verify import Outcome, Verification, verify_file
from bulletin_layout.values import NamedTuple

#: How the program names archive files: one that has lost its sources is a finding, wherever it lies.
_ARCHIVE: Final = "-archive.pdf"
_ENDING: Final = ".pdf"


class _Job(NamedTuple):
    """A file to verify. ``named``: it was asked for, not only found; ``out``: where its pages are drawn, if at all."""

    pdf: Path
    named: bool
    out: Path | None


def verify(options: argparse.Namespace, language: Language) -> int:
    """Verify files, and the archive files in folders and below; the exit code is that of the worst: 0 the same, 1 it
    differs, 2 it cannot be made again. A PDF in a folder that has no sources, as the one for the press, is passed over
    and counted."""
    if len(options.files) == 1 and not options.files[0].is_dir():
        return verify_one(options.files[0], options, language)
    jobs = tuple(_jobs(options.files, options.out))
    verdicts: dict[Path, Verification] = {}
    for job, verdict in zip(jobs, _verdicts(jobs, options, language), strict=True):
        if not job.named and not job.pdf.name.endswith(_ARCHIVE) and _has_no_sources(verdict.findings):
            continue
        verdicts[job.pdf] = verdict
        print_findings(verdict.findings, language)
        if verdict.outcome == "differs":
            for each in said_of(verdict):
                print(text(words.of(str(job.pdf), each), language))
    if verdicts and not options.quiet:
        heads = [text(head, language) for head in words.VERIFIED_HEADS]
        print(table(heads, (_row(pdf, verdict, language) for pdf, verdict in verdicts.items()), (False, False, False)))
    print(text(_count([verdict.outcome for verdict in verdicts.values()], len(jobs) - len(verdicts)), language))
    return max((VERIFIED[verdict.outcome] for verdict in verdicts.values()), default=2)


def _jobs(named: Sequence[Path], out: Path | None) -> Iterator[_Job]:
    """Every file once, in the order in which it was named or lies in its folder; each has a folder for its drawings."""
    seen: set[Path] = set()
    folders = Counter[str]()
    for each in named:
        for pdf in sorted(_below(each)) if each.is_dir() else (each,):
            if pdf.resolve() in seen:
                continue
            seen.add(pdf.resolve())
            folders[pdf.stem] += 1
            number = f"-{folders[pdf.stem]}" if folders[pdf.stem] > 1 else ""
            yield _Job(pdf, each == pdf, out / f"{pdf.stem}{number}" if out is not None else None)


def _below(folder: Path) -> Iterator[Path]:
    for place, within, names in os.walk(folder):
        within[:] = [name for name in within if not name.startswith(".")]
        yield from (Path(place, name) for name in names if name.lower().endswith(_ENDING) and name[0] != ".")


def _verdicts(jobs: Sequence[_Job], options: argparse.Namespace, language: Language) -> Iterator[Verification]:
    """Verdicts in the order of the files, whichever was ready first."""
    work = partial(_verified, look_in=(*options.fonts, *options.photos))
    most = min(options.jobs or os.cpu_count() or 1, len(jobs))
    with Progress("verify", sys.stderr, language, quiet=options.quiet) as progress:
        yield from map(work, jobs) if most <= 1 else in_workers(work, jobs, most, partial(progress.tell, "verify"))


def _verified(job: _Job, look_in: Sequence[Path]) -> Verification:
    return verify_file(job.pdf, out=job.out, look_in=look_in)


def _has_no_sources(findings: Sequence[Finding]) -> bool:
    return any(dict(finding.says.fields).get("problem") == no_sources() for finding in findings)


def _row(pdf: Path, verdict: Verification, language: Language) -> tuple[str, str, str]:
    pages = ", ".join(str(page.page) for page in verdict.pages)
    return str(pdf), text(words.IN_SHORT[verdict.outcome], language), pages


def _count(outcomes: Sequence[Outcome], passed: int) -> Phrase:
    """How many files came out how, the best first."""
    counts = Counter(words.IN_SHORT[outcome] for outcome in outcomes)
    shares = tuple(words.share(counts[said], said) for said in dict.fromkeys(words.IN_SHORT.values()) if said in counts)
    others = (words.passed_over(passed),) if passed else ()
    return words.verified(len(outcomes), (*shares, *others)) if shares or others else words.nothing_to_verify()
