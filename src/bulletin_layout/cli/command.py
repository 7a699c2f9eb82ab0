"""A command line run, in its user's language, and the promise that no traceback reaches that user."""

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from bulletin_layout.cli.language import asked_for, chosen
from bulletin_layout.cli.parser import parser
from bulletin_layout.languages import Language

EXIT_FINDINGS = 1
EXIT_STOPPED = 2
EXIT_INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; its exit code: 0 clean, 1 findings at or above the limit, 2 nothing could be done."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    gc.disable()  # nothing that a build makes hangs together in circles, and looking for it takes a tenth of its time
    written = sys.argv[1:] if arguments is None else arguments
    language = chosen(asked_for(written), Path(), os.environ)
    try:
        options = parser(language).parse_args(written)
        language = chosen(getattr(options, "lang", None), _folder(options), os.environ)
        return _run(options, language)
    except KeyboardInterrupt:
        _say_interrupted(language)
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_FINDINGS
    except Exception as problem:
        if os.environ.get("BULLETIN_DEBUG"):
            raise
        _say_internal_error(problem, language)
        return EXIT_STOPPED
    finally:
        gc.enable()


def _folder(options: argparse.Namespace) -> Path:
    """The folder whose publication's language counts: that of the first issue, where it is named by its folder."""
    named = next(iter(getattr(options, "issues", ())), None) or getattr(options, "issue", None)
    folder = Path(named) if named else getattr(options, "publication", Path())
    return folder if folder.exists() else Path()


def _say_interrupted(language: Language) -> None:
    from bulletin_layout.cli.words import interrupted
    from bulletin_layout.findings.phrases import text

    print(text(interrupted(), language), file=sys.stderr)


def _say_internal_error(problem: Exception, language: Language) -> None:
    from bulletin_layout.cli.words import internal_error
    from bulletin_layout.findings.phrases import text

    said = internal_error(type(problem).__name__, " ".join(str(problem).split()))
    print(text(said, language), file=sys.stderr)


def _run(options: argparse.Namespace, language: Language) -> int:  # noqa: PLR0911  # one a command
    """Import the command asked for, and only that one."""
    match options.command:
        case "build" | "check":
            from bulletin_layout.cli.issues import run_issues

            return run_issues(options, language)
        case "new":
            from bulletin_layout.cli.new import new_publication

            folder, copy = Path(options.name), options.copy_fonts
            return new_publication(folder, options.fonts, language, copy_fonts=copy, quiet=options.quiet)
        case "suggest":
            from bulletin_layout.cli.suggest import suggest_arrangements

            return suggest_arrangements(options, language)
        case "rebuild" | "verify":
            from bulletin_layout.cli import archives

            return (archives.rebuild if options.command == "rebuild" else archives.verify)(options, language)
        case "explain":
            from bulletin_layout.cli.explain import explain

            return explain(options.code, language)
        case "schema":
            from bulletin_layout.cli.schema import print_schema, save_schemas

            return save_schemas(options.write, language) if options.write else print_schema(options.kind, language)
        case _:
            from bulletin_layout.cli.fonts import list_fonts

            return list_fonts(options.publication, language, quiet=options.quiet)
