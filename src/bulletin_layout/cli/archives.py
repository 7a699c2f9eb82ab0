"""``bulletin rebuild`` and ``bulletin verify``: an issue made again from its archive file, and compared with it."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, assert_never

from bulletin_layout.archive.differences import NEAR, Difference, LineChange, PageChange
from bulletin_layout.cli.progress import Progress
from bulletin_layout.pipeline.rebuild import rebuild_file
from bulletin_layout.pipeline.verify import Verification, verify_file

_REBUILT: Final = {"same": 0, "differs": 1, "stopped": 2}
_VERIFIED: Final = {"bytes": 0, "content": 0, "photos": 0, "differs": 1, "stopped": 2}
#: Lines named for each page: more are counted.
_MOST_LINES: Final = 30
_MOST_CHARACTERS: Final = 24


def rebuild(options: argparse.Namespace) -> int:
    """Unpack an archive file and build its issue; 0 the same file came out, 1 it differs, 2 it cannot be made."""
    pdf = Path(options.file)
    folder = options.out or Path(f"{pdf.stem}-rebuilt")
    with Progress(pdf.name, sys.stderr, quiet=options.quiet) as progress:
        result = rebuild_file(
            pdf, folder, products=options.to, look_in=(*options.fonts, *options.photos), tell=progress.tell
        )
    for finding in (*result.findings, *(result.build.findings if result.build else ())):
        print(finding)
    if options.quiet:
        return _REBUILT[result.outcome]
    if result.folder is not None:
        print(f"{pdf.name}: unpacked into {result.folder}")
    for path in result.build.files if result.build else ():
        print(f"{pdf.name}: wrote {path}")
    if result.outcome == "same" and "archive" in options.to:
        print(f"{pdf.name}: the same file, byte for byte")
    if result.outcome == "differs":
        print(f"{pdf.name}: not the same file: bulletin verify says what differs")
    return _REBUILT[result.outcome]


def verify(options: argparse.Namespace) -> int:
    """Say whether an archive file is what its sources give; 0 the same, 1 it differs, 2 it cannot be made again."""
    pdf = Path(options.file)
    with Progress(pdf.name, sys.stderr, quiet=options.quiet) as progress:
        verdict = verify_file(pdf, out=options.out, look_in=(*options.fonts, *options.photos), tell=progress.tell)
    for finding in verdict.findings:
        print(finding)
    if not options.quiet or verdict.outcome == "differs":
        for line in _said(verdict):
            print(f"{pdf.name}: {line}")
    return _VERIFIED[verdict.outcome]


def _said(verdict: Verification) -> Iterator[str]:
    match verdict.outcome:
        case "stopped":
            yield "it cannot be made again"
        case "bytes":
            yield "same: made again byte for byte"
        case "content":
            yield "same content: the bytes differ, what the pages hold does not"
        case "photos":
            yield "same content: nothing moved; the photos' bytes differ, by less than is seen"
        case "differs":
            yield from _differing(verdict.pages)
        case _:
            assert_never(verdict.outcome)
    if verdict.outcome in ("content", "photos", "differs"):
        yield from (f"versions: {line}" for line in verdict.changed)
        if not verdict.changed:
            yield "versions: the same as then"
    if verdict.files:
        yield f"as it was, and as it is now: {verdict.files[0]}" + (
            f" and {len(verdict.files) - 1} more beside it" if len(verdict.files) > 1 else ""
        )
    elif verdict.pages:
        yield "--out DIR draws each of these pages beside what it is now"


def _differing(pages: Sequence[PageChange]) -> Iterator[str]:
    for page in pages:
        yield from _page(page)
    if pages:
        numbers = ", ".join(str(page.page) for page in pages)
        yield f"differs: page{'' if len(pages) == 1 else 's'} {numbers}"
    else:
        yield "differs: no line moved and no page looks different, but what the pages hold is not the same"


def _page(page: PageChange) -> Iterator[str]:
    if bool(page.before) != bool(page.after):
        yield f"page {page.page}: {'is new' if page.after else 'is gone'}"
    elif not page.lines:
        yield f"page {page.page}: no line moved, but the page looks different"
    for change in page.lines[:_MOST_LINES]:
        yield f"page {page.page}: {_change(change)}"
    if len(page.lines) > _MOST_LINES:
        yield f"page {page.page}: and {len(page.lines) - _MOST_LINES} more lines"


def _change(change: LineChange) -> str:
    text = " ".join(change.text.split())
    quoted = f"「{text[:_MOST_CHARACTERS]}{'…' if len(text) > _MOST_CHARACTERS else ''}」"
    was, now = change.was, change.now
    if was is None or now is None:
        spot = was or now
        return f"{quoted} {'is new' if was is None else 'is gone'}{_at(spot) if spot else ''}"
    if was.page != now.page:
        return f"{quoted} went to page {now.page}"
    changes = (
        (now.y - was.y, "moved {} pt down", "moved {} pt up"),
        (now.x - was.x, "moved {} pt right", "moved {} pt left"),
        (now.width - was.width, "is {} pt wider", "is {} pt narrower"),
    )
    ways = [(more if by > 0 else less).format(f"{abs(by):.1f}") for by, more, less in changes if abs(by) > NEAR]
    return f"{quoted} {', '.join(ways)}{_at(was)}"


def _at(spot: Difference) -> str:
    return f" (at {spot.x:.0f}, {spot.y:.0f} pt)"
