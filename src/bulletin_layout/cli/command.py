"""Commands and their options, and the promise that no traceback reaches a user.

The standard library's parser is enough, and others cost a quarter of a small issue's build to import.
"""

import argparse
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
    try:
        return _run(_parser().parse_args(arguments))
    except KeyboardInterrupt:
        print("bulletin: interrupted; only what was named as written above is there", file=sys.stderr)
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_FINDINGS
    except Exception as fault:
        if os.environ.get("BULLETIN_DEBUG"):
            raise
        print(
            f"bulletin: internal error: {type(fault).__name__}: {' '.join(str(fault).split())}; "
            "please report it with the command and the issue's files (BULLETIN_DEBUG=1 shows where it arose)",
            file=sys.stderr,
        )
        return EXIT_STOPPED


def _run(options: argparse.Namespace) -> int:
    """Import the command asked for, and only that one."""
    match options.command:
        case "build" | "check":
            from bulletin_layout.cli.issues import run_issues

            return run_issues(options)
        case "new":
            from bulletin_layout.cli.new import new_publication

            return new_publication(Path(options.name), options.fonts, quiet=options.quiet)
        case "schema":
            from bulletin_layout.cli.schema import print_schema

            return print_schema(options.kind)
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

    everywhere = argparse.ArgumentParser(add_help=False)
    everywhere.add_argument("--version", action="version", version=version, help=argparse.SUPPRESS)
    everywhere.add_argument("--quiet", "-q", action="store_true", help="print findings only")
    everywhere.add_argument("--jobs", "-j", type=_count, default=1, metavar="N", help="issues at a time (default 1)")
    everywhere.add_argument("--out", type=Path, metavar="DIR", help="where products go (default: out/)")

    issues = argparse.ArgumentParser(add_help=False)
    issues.add_argument("issues", nargs="+", metavar="ISSUE", help="an issue's folder, or its name under content/")
    issues.add_argument("--fail-on", choices=("error", "warning", "never"), default="error", help="default: error")

    build = commands.add_parser("build", parents=[issues, everywhere], help="make an issue's PDF and page images")
    build.add_argument("--to", type=_products, default=("print", "png"), metavar="PRODUCT,…", help=_PRODUCTS_HELP)
    check = commands.add_parser("check", parents=[issues, everywhere], help="find the same faults, write nothing")
    check.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    new = commands.add_parser("new", parents=[everywhere], help="start a new publication that builds at once")
    new.add_argument("name", metavar="NAME", help="the folder to make")
    new.add_argument("--fonts", type=Path, metavar="DIR", help="a folder with fonts.yaml to copy (default: found)")
    schema = commands.add_parser("schema", parents=[everywhere], help="JSON Schema for a YAML editor")
    schema.add_argument("kind", type=_kind, metavar="KIND", help="publication, layout, issue, story or fonts")
    fonts = commands.add_parser("fonts", parents=[everywhere], help="each family: file, coverage, licence, its marks")
    fonts.add_argument("publication", nargs="?", type=Path, default=Path(), help="its folder (default: here)")
    return parser


_PRODUCTS_HELP = "print (PDF), png (page images and contact sheet), dump (text); default: print,png"


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


def _kind(text: str) -> str:
    """Read a kind of file."""
    from bulletin_layout.reading.schema import SHAPES

    if text not in SHAPES:
        raise argparse.ArgumentTypeError(f"unknown kind {text!r}; there are {', '.join(SHAPES)}")
    return text


def _count(text: str) -> int:
    """Read a number from 1 up."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 up")
    return int(text)
