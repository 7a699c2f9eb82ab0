"""``bulletin status``: prints how far an issue is, as a table or as JSON."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from bulletin_layout.cli import status_words as words
from bulletin_layout.cli.findings import print_findings
from bulletin_layout.cli.progress import Progress
from bulletin_layout.cli.table import fit_words, table
from bulletin_layout.findings.as_json import as_json, as_json_text
from bulletin_layout.findings.phrases import NOTHING, Phrase, text
from bulletin_layout.languages import Language
from bulletin_layout.pipeline.faults import FaultRate
from bulletin_layout.pipeline.status import LastRound, Open, PageStatus, PlacedPhoto, SlotStatus, Status, status_of
from bulletin_layout.proofing.words import round_name

_EXIT: Final = {"clean": 0, "findings": 1, "stopped": 2}
_SEVERITIES: Final = ("error", "warning", "hint")
#: Which columns of the table are numbers.
_RIGHT: Final = (True, False, False, False, False, True, True, False, False, False)


def print_status(options: argparse.Namespace, language: Language) -> int:
    """Print how far an issue is. Exit code: 0 no errors are open, 1 some are, 2 the issue cannot be read."""
    folder = Path(options.issue)
    with Progress(folder.resolve().name, sys.stderr, language, quiet=options.quiet) as progress:
        status = status_of(folder, progress.tell)
    code = _EXIT[status.outcome]
    if options.format == "json":
        print(as_json_text(_json(status, code, language)))
    elif status.outcome == "stopped":
        print_findings(status.findings, language)
    else:
        print(text(_head(status), language))
        print(table([text(head, language) for head in words.HEADS], _rows(status, language), _RIGHT))
        for line in _below(status):
            print(text(line, language))
    return code


def _head(status: Status) -> Phrase:
    parts = [
        *([words.number(status.number)] if status.number is not None else []),
        *([words.total(status.total)] if status.total is not None else []),
        words.pages(len(status.pages)),
    ]
    day = status.day.isoformat() if status.day is not None else ""
    return words.head(status.name, status.issue, day, tuple(parts))


def _rows(status: Status, language: Language) -> Iterator[tuple[str, ...]]:
    """The rows of the table: one for each slot, and one for a page without any."""
    shown = 0
    for page in status.pages:
        if page.number <= shown and not page.slots:
            continue  # a running text has its row at its first page
        shown = max([page.number, *(slot.report.page + slot.report.pages - 1 for slot in page.slots)])
        editor = page.editor or (text(words.no_editor(), language) if page.wants_editor else "")
        first = (str(page.number) if shown == page.number else f"{page.number}–{shown}", page.name, editor)
        for number, slot in enumerate(page.slots):
            yield (*(("", "", "") if number else first), *_cells(slot, language))
        if not page.slots:
            yield (*first, *[""] * (len(words.HEADS) - len(first)))


def _cells(slot: SlotStatus, language: Language) -> tuple[str, ...]:
    report = slot.report
    photos = ", ".join(text(_resolution(photo), language) for photo in slot.photos)
    opened = " ".join(text(part, language) for part in _short(slot.open))
    fit = text(fit_words(report), language)
    return report.slot, report.story, str(slot.ordered), str(slot.written), fit, photos, opened


def _resolution(photo: PlacedPhoto) -> Phrase:
    dpi = round(photo.dpi)
    return words.fine(dpi) if dpi >= photo.needed else words.coarse(dpi, photo.needed)


def _short(open_: Open) -> tuple[Phrase, ...]:
    """The numbers that are not 0, in short."""
    said = ((open_.error, words.errors), (open_.warning, words.warnings), (open_.hint, words.hints))
    return tuple(word(count) for count, word in said if count)


def _below(status: Status) -> Iterator[Phrase]:
    """What stands below the table: what is open by code, pages without editor, the error rate, what is to be done."""
    yield words.opened(_short(status.open)) if status.findings else words.nothing_open()
    for (severity, code), count in _by_code(status):
        yield words.of_code(severity, code, count)
    lacking = tuple(words.page(page.number) for page in status.pages if _lacks_editor(page))
    if lacking:
        yield words.without_editor(lacking)
    if status.left:
        yield words.left(status.left)
    yield from _round(status.round)
    if status.rate is not None:
        yield _rate(status.rate)
    if status.copies:
        yield words.send_copies()


def _round(last: LastRound | None) -> Iterator[Phrase]:
    """The last round of proofs, and what keeps pages from being clean."""
    if last is None:
        yield words.no_round()
        return
    day = words.on_day(last.date) if last.date else NOTHING
    pages = tuple(words.page(page) for page in last.changed)
    change = words.changed_since(pages) if pages else words.as_it_was()
    yield words.last_round(round_name(last.number, last.stage), day, change)
    for page, reasons in last.waiting.items():
        yield words.waiting(page, reasons)


def _by_code(status: Status) -> list[tuple[tuple[str, str], int]]:
    """(Severity, code) with its number: the gravest first, within a severity what counts most in the error rate."""
    weights = {fault.code: fault.weight for fault in status.rate.faults} if status.rate is not None else {}
    counts = Counter((finding.severity, finding.code) for finding in status.findings)

    def order(item: tuple[tuple[str, str], int]) -> tuple[int, float, int, str]:
        (severity, code), count = item
        return _SEVERITIES.index(severity), -weights.get(code, 0.0), -count, code

    return sorted(counts.items(), key=order)


def _lacks_editor(page: PageStatus) -> bool:
    return page.wants_editor and not page.editor


def _rate(rate: FaultRate) -> Phrase:
    verdict = words.passes() if rate.passes else words.exceeded()
    count = sum(fault.slips for fault in rate.faults)
    return words.rate(rate.characters, count, rate.weight, rate.rate, rate.limit, verdict)


def _json(status: Status, code: int, language: Language) -> dict[str, Any]:
    """The status for the JSON output."""
    return {
        "schema": "bulletin/status@1",
        "exit": code,
        "issue": status.issue,
        "outcome": status.outcome,
        "name": status.name,
        "date": status.day.isoformat() if status.day is not None else None,
        "number": status.number,
        "total": status.total,
        "open": status.open._asdict(),
        "pages": [_page_as_json(page) for page in status.pages],
        "left": status.left,
        "round": _round_as_json(status.round, language) if status.round is not None else None,
        "rate": _rate_as_json(status.rate) if status.rate is not None else None,
        "copies": status.copies,
        "findings": [as_json(finding, language) for finding in status.findings],
    }


def _page_as_json(page: PageStatus) -> dict[str, Any]:
    slots = [
        {
            "slot": slot.report.slot,
            "stories": list(slot.slugs),
            "titles": list(slot.titles),
            "ordered": {"chars": slot.ordered, "lines": slot.report.room_lines},
            "written": {"chars": slot.written, "lines": slot.report.set_lines + slot.report.over_lines},
            "over": {"chars": slot.report.over_chars, "lines": slot.report.over_lines},
            "short": {"chars": slot.report.short_chars, "lines": slot.report.short_lines},
            "photos": [{**photo._asdict(), "dpi": round(photo.dpi)} for photo in slot.photos],
            "open": slot.open._asdict(),
        }
        for slot in page.slots
    ]
    return {
        "page": page.number,
        "name": page.name,
        "editor": page.editor or None,
        "editor_missing": _lacks_editor(page),
        "slots": slots,
    }


def _round_as_json(last: LastRound, language: Language) -> dict[str, Any]:
    waiting = {str(page): [text(reason, language) for reason in why] for page, why in last.waiting.items()}
    return {**last._asdict(), "changed": list(last.changed), "waiting": waiting}


def _rate_as_json(rate: FaultRate) -> dict[str, Any]:
    return {
        "characters": rate.characters,
        "weight": rate.weight,
        "per_ten_thousand": rate.rate,
        "limit": rate.limit,
        "passes": rate.passes,
        "faults": [fault._asdict() for fault in rate.faults],
    }
