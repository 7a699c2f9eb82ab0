"""Commands and their options, and the promise that no traceback reaches a user.

The standard library's parser is enough, and others cost a quarter of a small issue's build to import.
"""

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from bulletin_layout import __version__

EXIT_FINDINGS = 1
EXIT_STOPPED = 2
EXIT_INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; its exit code: 0 clean, 1 findings at or above the limit, 2 nothing could be done."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    gc.disable()  # nothing that a build makes hangs together in circles, and looking for it takes a tenth of its time
    try:
        return _run(_parser().parse_args(arguments))
    except KeyboardInterrupt:
        print("bulletin: interrupted; only what was named as written above is there", file=sys.stderr)
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_FINDINGS
    except Exception as problem:
        if os.environ.get("BULLETIN_DEBUG"):
            raise
        print(
            f"bulletin: internal error: {type(problem).__name__}: {' '.join(str(problem).split())}; "
            "please report it with the command and the issue's files (BULLETIN_DEBUG=1 shows where it arose)",
            file=sys.stderr,
        )
        return EXIT_STOPPED
    finally:
        gc.enable()


def _run(options: argparse.Namespace) -> int:
    """Import the command asked for, and only that one."""
    match options.command:
        case "build" | "check":
            from bulletin_layout.cli.issues import run_issues

            return run_issues(options)
        case "new":
            from bulletin_layout.cli.new import new_publication

            return new_publication(Path(options.name), options.fonts, quiet=options.quiet)
        case "suggest":
            from bulletin_layout.cli.suggest import suggest_arrangements

            return suggest_arrangements(options)
        case "rebuild" | "verify":
            from bulletin_layout.cli import archives

            return archives.rebuild(options) if options.command == "rebuild" else archives.verify(options)
        case "schema":
            from bulletin_layout.cli.schema import print_schema, save_schemas

            return save_schemas(options.write) if options.write else print_schema(options.kind)
        case _:
            from bulletin_layout.cli.fonts import list_fonts

            return list_fonts(options.publication, quiet=options.quiet)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="bulletin",
        description="Printed Chinese newsletters: YAML page layouts and story files in, print-ready PDF out.",
        epilog="Exit codes: 0 clean; 1 findings at or above --fail-on; 2 the input could not be read.",
    )
    version = f"bulletin {__version__}"
    parser.add_argument("--version", action="version", version=version)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)

    versioned = argparse.ArgumentParser(add_help=False)
    versioned.add_argument("--version", action="version", version=version, help=argparse.SUPPRESS)
    everywhere = argparse.ArgumentParser(add_help=False, parents=[versioned])
    everywhere.add_argument("--quiet", "-q", action="store_true", help="print findings only")
    everywhere.add_argument("--jobs", "-j", type=_count, default=1, metavar="N", help="issues at a time (default 1)")
    everywhere.add_argument("--out", type=Path, metavar="DIR", help="where products go (default: out/)")

    issues = argparse.ArgumentParser(add_help=False)
    issues.add_argument("issues", nargs="+", metavar="ISSUE", help="an issue's folder, or its name under content/")
    issues.add_argument("--profile", metavar="NAME", help="print profile: sheetfed, newspaper or one of bulletin.yaml")
    issues.add_argument("--fail-on", choices=("error", "warning", "never"), default="error", help="default: error")

    build = commands.add_parser("build", parents=[issues, everywhere], help="make an issue's PDF and page images")
    build.add_argument("--to", type=_products, default=("print", "png"), metavar="PRODUCT,…", help=_PRODUCTS_HELP)
    check = commands.add_parser("check", parents=[issues, everywhere], help="report the same findings, write nothing")
    check.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    _add_suggest(
        commands.add_parser("suggest", parents=[everywhere], help="which story into which slot: the best ways")
    )
    _add_archives(
        commands.add_parser("rebuild", parents=[everywhere], help="make an issue again from its archive file"),
        commands.add_parser("verify", parents=[everywhere], help="is an archive file what its own sources give?"),
    )
    new = commands.add_parser("new", parents=[everywhere], help="start a new publication that builds at once")
    new.add_argument("name", metavar="NAME", help="the folder to make")
    new.add_argument("--fonts", type=Path, metavar="DIR", help="a folder with fonts.yaml to copy (default: found)")
    schema = commands.add_parser("schema", parents=[versioned], help="JSON Schema for a YAML editor")
    what = schema.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "kind", nargs="?", type=_kind, metavar="KIND", help="print that of publication, layout, issue, story or fonts"
    )
    what.add_argument("--write", type=Path, metavar="DIR", help="write all of them to a folder, e.g. schemas")
    fonts = commands.add_parser("fonts", parents=[everywhere], help="each family: file, coverage, licence, its marks")
    fonts.add_argument("publication", nargs="?", type=Path, default=Path(), help="its folder (default: here)")
    return parser


def _add_suggest(suggest: argparse.ArgumentParser) -> None:
    suggest.description = (
        "Try every story of a page in every slot, and rank the ways to arrange them by what is left over and short. "
        "cost: 4 for a 行 over; 1 for a 行 short beyond what the slot may be; 40 for a photo or a head without room; "
        "10 for room without its photo."
    )
    suggest.add_argument("issue", metavar="ISSUE", help="an issue's folder, or its name under content/")
    suggest.add_argument("--page", type=_count, metavar="N", help="one page, as issue.yaml counts them (default: all)")
    suggest.add_argument("--layouts", action="store_true", help="try the publication's other layouts too")
    suggest.add_argument("--keep", type=_slots, default=(), metavar="SLOT,…", help="slots that stay as they are")
    suggest.add_argument("--best", type=_count, default=5, metavar="N", help="how many to show (default 5)")
    suggest.add_argument("--write", action="store_true", help="put the best, or that of --rank, into issue.yaml")
    suggest.add_argument("--rank", type=_count, metavar="N", help="with --write and --page: which one (default 1)")
    suggest.add_argument("--format", choices=("text", "json"), default="text", help="default: text")


def _add_archives(rebuild: argparse.ArgumentParser, verify: argparse.ArgumentParser) -> None:
    for parser in (rebuild, verify):
        parser.add_argument("file", metavar="FILE.pdf", help="an archive file, as build --to archive writes it")
        for kind in ("fonts", "photos"):
            parser.add_argument(
                f"--{kind}",
                type=Path,
                action="append",
                default=[],
                metavar="DIR",
                help=f"a folder to look in for {kind} that the file names by their digest only; may be repeated",
            )
    rebuild.add_argument("--to", type=_products, default=("archive",), metavar="PRODUCT,…", help="default: archive")
    rebuild.epilog = "--out is the folder to unpack into, new or empty (default: NAME-rebuilt here)."
    verify.epilog = "--out is where a picture of each page that differs goes (default: none is drawn)."


_PRODUCTS_HELP = (
    "print (PDF/X for the press), screen (tagged PDF), archive (PDF with its sources), booklet (sheets for saddle "
    "stitch), spreads (two pages a sheet), png (page images and contact sheet), dump (text); default: print,png"
)


def _products(text: str) -> tuple[str, ...]:
    """Read ``print,png``."""
    from bulletin_layout.pipeline import PRODUCTS

    names = tuple(dict.fromkeys(name.strip() for name in text.split(",") if name.strip()))
    for name in names:
        if name not in PRODUCTS:
            raise argparse.ArgumentTypeError(f"unknown product {name!r}; there are {', '.join(PRODUCTS)}")
    if not names:
        raise argparse.ArgumentTypeError("name at least one product")
    return names


def _slots(text: str) -> tuple[str, ...]:
    """Read ``lead,left``."""
    return tuple(dict.fromkeys(name.strip() for name in text.split(",") if name.strip()))


def _kind(text: str) -> str:
    """Read a kind of file."""
    from bulletin_layout.reading.schema.file_kinds import KINDS

    if text not in KINDS:
        raise argparse.ArgumentTypeError(f"unknown kind {text!r}; there are {', '.join(KINDS)}")
    return text


def _count(text: str) -> int:
    """Read a number from 1 up."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 up")
    return int(text)
