"""Runs a command line in the user's language, and makes sure that no traceback is ever shown."""

import argparse
import errno
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bulletin_layout.cli.language import asked_for, chosen
from bulletin_layout.cli.parser import parser
from bulletin_layout.languages import Language

if TYPE_CHECKING:
    from bulletin_layout.findings.phrases import Phrase

EXIT_STOPPED = 2


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Exit code: 0 clean, 1 findings at or above ``--fail-on``, 2 nothing could be done."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A terminal or pipe in another encoding must not stop a build over a Chinese message.
            stream.reconfigure(encoding="utf-8", errors="replace")
    written = sys.argv[1:] if arguments is None else arguments
    # Chosen twice: parsing may already print messages, and only its result names the publication.
    language = chosen(asked_for(written), Path(), os.environ)
    try:
        options = parser(language).parse_args(written)
        language = chosen(getattr(options, "lang", None), _folder(options), os.environ)
        code = _run(options, language)
        sys.stdout.flush()
    except Exception as problem:
        # For developers, who want the traceback.
        if os.environ.get("BULLETIN_DEBUG"):
            raise
        _say(_why(problem), language)
        return EXIT_STOPPED
    return code


def say_stopped(arguments: Sequence[str] | None) -> None:
    """The message for an interrupted run."""
    from bulletin_layout.cli.words import interrupted

    written = sys.argv[1:] if arguments is None else arguments
    _say(interrupted(), chosen(asked_for(written), Path(), os.environ))


def _why(problem: Exception) -> "Phrase | None":
    """The reason why a command could not continue, in a sentence; None when the reader of the output is gone."""
    from bulletin_layout.cli import words

    # By name, because importing the class would load ``concurrent.futures``.
    lost = {cls.__name__ for cls in type(problem).__mro__}
    if isinstance(problem, BrokenPipeError):
        return None
    if isinstance(problem, MemoryError) or (isinstance(problem, OSError) and problem.errno == errno.ENOMEM):
        return words.no_memory()
    if isinstance(problem, OSError):
        from bulletin_layout.findings.system import reason_of

        reason = reason_of(problem)
        return words.refused_by_system(str(problem.filename), reason) if problem.filename else words.not_done(reason)
    if "BrokenExecutor" in lost:  # its class is in concurrent.futures, loaded only for several issues at a time
        return words.worker_lost()
    return words.internal_error(type(problem).__name__, " ".join(str(problem).split()))


def _say(what: "Phrase | None", language: Language) -> None:
    """Print a line to standard error if possible; unwritten standard output is dropped."""
    from bulletin_layout.findings.phrases import text

    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        _drop(sys.stdout)
    if what is None:
        return
    try:
        print(text(what, language), file=sys.stderr, flush=True)
    except (OSError, ValueError):
        _drop(sys.stderr)


def _drop(stream: object) -> None:
    """Redirect a stream that cannot be written to os.devnull: Python would flush it again at exit and print an
    error."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())  # type: ignore[attr-defined]
    except (OSError, ValueError):
        return


def _folder(options: argparse.Namespace) -> Path:
    """The folder whose publication decides the language: that of the first issue given as a folder."""
    named = next(iter(getattr(options, "issues", ())), None) or getattr(options, "issue", None)
    folder = Path(named) if named else getattr(options, "publication", Path())
    return folder if folder.exists() else Path()


def _run(options: argparse.Namespace, language: Language) -> int:  # noqa: PLR0911, PLR0912  # one a command
    """Import the requested command only, and run it."""
    match options.command:
        case "check" if options.fix or options.write:
            from bulletin_layout.cli.fixing import fix_issues

            return fix_issues(options, language)
        case "check" if options.stats:
            from bulletin_layout.cli.fixing import count_checks

            return count_checks(options, language)
        case "build" | "check":
            from bulletin_layout.cli.issues import run_issues

            return run_issues(options, language)
        case "new":
            from bulletin_layout.cli.new import new_publication

            folder, copy = Path(options.name), options.copy_fonts
            return new_publication(folder, options.fonts, language, copy_fonts=copy, quiet=options.quiet)
        case "import":
            from bulletin_layout.cli.importing import run_import

            return run_import(options, language)
        case "proof":
            from bulletin_layout.cli.proofing import run_proof

            return run_proof(options, language)
        case "suggest":
            from bulletin_layout.cli.suggest import suggest_arrangements

            return suggest_arrangements(options, language)
        case "status":
            from bulletin_layout.cli.status import print_status

            return print_status(options, language)
        case "preview":
            from bulletin_layout.cli.preview import preview

            return preview(options, language)
        case "verify":
            from bulletin_layout.cli.verifying import verify

            return verify(options, language)
        case "rebuild":
            from bulletin_layout.cli.archives import rebuild

            return rebuild(options, language)
        case "explain":
            from bulletin_layout.cli.explain import explain

            return explain(options.code, language)
        case "schema":
            from bulletin_layout.cli.schema import print_schema, save_schemas

            return save_schemas(options.write, language) if options.write else print_schema(options.kind, language)
        case _:
            from bulletin_layout.cli.fonts import list_fonts

            return list_fonts(options.publication, language, quiet=options.quiet)
