"""``bulletin rebuild`` and ``bulletin verify``: builds an issue again from its archive file, and compares the two."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, assert_never

from bulletin_layout.archive.differences import NEAR, LineChange, PageChange
from bulletin_layout.cli import archive_words as words
from bulletin_layout.cli.findings import print_findings
from bulletin_layout.cli.progress import Progress
from bulletin_layout.findings.phrases import Phrase, text
from bulletin_layout.languages import Language
from bulletin_layout.pipeline.rebuild import Rebuilt, rebuild_file
from bulletin_layout.pipeline.verify import Verification, verify_file

_REBUILT: Final = {"same": 0, "differs": 1, "stopped": 2}
#: The exit code of each outcome.
VERIFIED: Final = {"bytes": 0, "content": 0, "photos": 0, "differs": 1, "stopped": 2}
#: Most changed lines that are printed for a page (the others are only counted), and most characters of a line.
_MOST_LINES: Final = 30
_MOST_CHARACTERS: Final = 24


def rebuild(options: argparse.Namespace, language: Language) -> int:
    """Unpack an archive file and build its issue. Exit code: 0 the same file, 1 it differs, 2 it cannot be built."""
    pdf = Path(options.file)
    folder = options.out or Path(f"{pdf.stem}-rebuilt")
    with Progress(pdf.name, sys.stderr, language, quiet=options.quiet) as progress:
        result = rebuild_file(
            pdf, folder, products=options.to, look_in=(*options.fonts, *options.photos), tell=progress.tell
        )
    print_findings((*result.findings, *(result.build.findings if result.build else ())), language)
    if not options.quiet:
        _print(pdf, _made(result, archived="archive" in options.to), language)
    return _REBUILT[result.outcome]


def _print(pdf: Path, said: Iterator[Phrase], language: Language) -> None:
    for each in said:
        print(text(words.of(pdf.name, each), language))


def _made(result: Rebuilt, *, archived: bool) -> Iterator[Phrase]:
    if result.folder is not None:
        yield words.unpacked(str(result.folder))
    yield from (words.wrote(str(path)) for path in (result.build.files if result.build else ()))
    if result.outcome == "same" and archived:
        yield words.same_file()
    if result.outcome == "differs":
        yield words.not_the_same()


def verify_one(pdf: Path, options: argparse.Namespace, language: Language) -> int:
    """Print whether an archive file is what its sources give. Returns the exit code."""
    with Progress(pdf.name, sys.stderr, language, quiet=options.quiet) as progress:
        verdict = verify_file(pdf, out=options.out, look_in=(*options.fonts, *options.photos), tell=progress.tell)
    print_findings(verdict.findings, language)
    if not options.quiet or verdict.outcome == "differs":
        _print(pdf, said_of(verdict), language)
    return VERIFIED[verdict.outcome]


def said_of(verdict: Verification) -> Iterator[Phrase]:
    """The summary for a file, apart from its findings."""
    match verdict.outcome:
        case "stopped":
            yield words.stopped()
        case "bytes":
            yield words.same_bytes()
        case "content":
            yield words.same_content()
        case "photos":
            yield words.same_but_photos()
        case "differs":
            yield from _differing(verdict.pages)
        case _:
            assert_never(verdict.outcome)
    if verdict.outcome in ("content", "photos", "differs"):
        yield from map(words.versions, verdict.changed or (words.as_then(),))
    if verdict.files:
        first, *rest = verdict.files
        yield words.drawn_several(str(first), len(rest)) if rest else words.drawn(str(first))
    elif verdict.pages:
        yield words.could_be_drawn()


def _differing(pages: Sequence[PageChange]) -> Iterator[Phrase]:
    for page in pages:
        yield from (words.on_page(page.page, change) for change in _page(page))
    numbers = tuple(page.page for page in pages)
    yield words.differs(numbers, len(numbers)) if numbers else words.differs_unseen()


def _page(page: PageChange) -> Iterator[Phrase]:
    if bool(page.before) != bool(page.after):
        yield words.is_new() if page.after else words.is_gone()
    elif not page.lines:
        yield words.looks_different()
    yield from map(_change, page.lines[:_MOST_LINES])
    if len(page.lines) > _MOST_LINES:
        yield words.more_lines(len(page.lines) - _MOST_LINES)


def _change(change: LineChange) -> Phrase:
    line = " ".join(change.text.split())
    quoted = f"{line[:_MOST_CHARACTERS]}{'…' if len(line) > _MOST_CHARACTERS else ''}"
    was, now = change.was, change.now
    if was is None or now is None:
        spot = was or now
        assert spot is not None  # a line missing on both sides would not be a change
        return words.line_at(quoted, words.is_new() if was is None else words.is_gone(), spot.x, spot.y)
    if was.page != now.page:
        return words.line_to_page(quoted, now.page)
    changes = (
        (now.y - was.y, words.down, words.up),
        (now.x - was.x, words.right, words.left),
        (now.width - was.width, words.wider, words.narrower),
    )
    ways = tuple((more if by > 0 else less)(abs(by)) for by, more, less in changes if abs(by) > NEAR)
    return words.line_at(quoted, ways, was.x, was.y)
