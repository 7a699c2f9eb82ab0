"""``bulletin import``: makes stories of manuscripts, and prints what was guessed and what was not kept."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bulletin_layout.cli import import_words as words
from bulletin_layout.cli.findings import print_findings
from bulletin_layout.findings import Finding, has_errors
from bulletin_layout.findings.as_json import as_json, as_json_text
from bulletin_layout.findings.phrases import Phrase, text
from bulletin_layout.languages import Language
from bulletin_layout.manuscripts.arrivals import arrivals
from bulletin_layout.manuscripts.importing import Imported, import_manuscripts
from bulletin_layout.manuscripts.opening import Wish
from bulletin_layout.reading import find_issue


def run_import(options: argparse.Namespace, language: Language) -> int:
    """Import the manuscripts. Exit code: 0 all were written without errors, 1 some were not, 2 none was."""
    found = find_issue(Path(options.issue))
    arrived = arrivals(options.files)
    if isinstance(found, Finding):
        if options.format == "text":
            print_findings((found,), language)
        return _print_all((found,), (), options, language)
    folder, root = (_as_shown(path) for path in found)
    wish = Wish(options.changes, options.comments, convert=options.via_soffice, force=options.force)
    as_text = options.format == "text"
    if as_text:
        print_findings(arrived.findings, language)
    done = []
    for one in import_manuscripts(arrived.files, folder, root, wish):
        done.append(one)
        if as_text:
            _print(one, language, quiet=options.quiet)
    return _print_all(arrived.findings, tuple(done), options, language)


def _as_shown(path: Path) -> Path:
    """A path as messages have it: relative to the current folder when it lies below that."""
    here = Path.cwd().resolve()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _print(one: Imported, language: Language, *, quiet: bool) -> None:
    """The findings of one manuscript, and a line that says what became of it."""
    print_findings(one.findings, language)
    if not quiet:
        print(text(_became(one), language))


def _became(one: Imported) -> Phrase:
    story = one.story.as_posix() if one.story is not None else ""
    if one.outcome == "refused":
        return words.refused(one.manuscript)
    if one.outcome in ("kept", "same"):
        return (words.kept if one.outcome == "kept" else words.same)(one.manuscript, story)
    return words.became(one.manuscript, story, tuple(_contents(one)))


def _contents(one: Imported) -> Iterator[Phrase]:
    yield words.headline(one.headline) if one.headline else words.no_headline()
    if one.photos:
        yield words.photos(len(one.photos))
    if one.outcome == "merged":
        yield words.merged()


def _print_all(
    findings: tuple[Finding, ...], done: tuple[Imported, ...], options: argparse.Namespace, language: Language
) -> int:
    """Print what belongs to the whole run; returns the exit code."""
    refused = sum(one.outcome == "refused" for one in done)
    wrong = has_errors(findings) or any(has_errors(one.findings) for one in done)
    code = 2 if refused == len(done) else 1 if wrong else 0
    if options.format == "json":
        plain = {"schema": "bulletin/imported@1", "exit": code, "manuscripts": [_plain(one, language) for one in done]}
        print(as_json_text({**plain, "findings": [as_json(finding, language) for finding in findings]}))
    elif len(done) > 1 and not options.quiet:
        print(text(words.summed(len(done) - refused, refused), language))
    return code


def _plain(one: Imported, language: Language) -> dict[str, Any]:
    return {
        "manuscript": one.manuscript,
        "outcome": one.outcome,
        "story": one.story.as_posix() if one.story is not None else "",
        "photos": list(one.photos),
        "roles": [{"role": role.role, "votes": role.votes, "line": role.line, "text": role.text} for role in one.roles],
        "findings": [as_json(finding, language) for finding in one.findings],
    }
