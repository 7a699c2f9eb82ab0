"""``bulletin suggest``: prints the best arrangements of stories in slots, as tables or as JSON."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from bulletin_layout.cli import words
from bulletin_layout.cli.findings import print_findings
from bulletin_layout.cli.progress import Progress
from bulletin_layout.cli.table import fit_words, gave_words, table
from bulletin_layout.compose.arranging.arrangements import Arrangement, Arrangements
from bulletin_layout.compose.arranging.board import Candidate
from bulletin_layout.findings.as_json import as_json, as_json_text, slot_as_json
from bulletin_layout.findings.phrases import Phrase, text
from bulletin_layout.languages import Language
from bulletin_layout.pipeline.suggest import Suggestions, Wish, suggest

_EXIT: Final = {"clean": 0, "findings": 1, "stopped": 2}


def suggest_arrangements(options: argparse.Namespace, language: Language) -> int:
    """Print the best arrangements of an issue's pages, and write one if asked to; returns the exit code."""
    if options.rank is not None and not (options.write and options.page):
        print(text(words.rank_alone(), language), file=sys.stderr)
        return _EXIT["stopped"]
    folder = Path(options.issue)
    rank = (options.rank or 1) if options.write else 0
    wish = Wish(options.page, options.layouts, options.keep, options.best, rank)
    with Progress(folder.resolve().name, sys.stderr, language, quiet=options.quiet) as progress:
        result = suggest(folder, wish, progress.tell)
    code = _EXIT[result.outcome]
    if options.format == "json":
        print(as_json_text(_json(result, code, language)))
        return code
    print_findings(result.findings, language)
    if not options.quiet:
        for page in result.pages:
            print(_page(page, language))
        if options.write and result.outcome != "stopped":
            print(text(_wrote(result), language))
    return code


def _page(page: Arrangements, language: Language) -> str:
    """The table of a page: its best arrangements, with the present one and its rank."""
    shown = [*page.best, *([] if any(each.today for each in page.best) else [page.today])]
    layouts = len({each.layout for each in shown}) > 1
    heads = [text(head, language) for name, head in words.SUGGEST_HEADS.items() if layouts or name != "layout"]
    rows = [row for each in shown for row in _rows(each, language, layouts=layouts)]
    right = (True, True, *((False,) if layouts else ()), *(False for _ in range(6)))
    ranked = words.ranked if page.exact else words.ranked_at_best
    lines = [text(ranked(page.page, page.layout, page.today.rank, page.ways), language)]
    if rows:
        lines.append(table(heads, rows, right))
    lines += [text(words.stays(slot, reason), language) for slot, reason in page.stay.items()]
    return "\n".join(lines) + "\n"


def _rows(each: Arrangement, language: Language, *, layouts: bool) -> Iterator[tuple[str, ...]]:
    """The rows of an arrangement: one for each slot, and the sum."""
    today = f" {text(words.TODAY, language)}" if each.today else ""
    first = (f"{each.rank}{today}", str(each.cost[0]), *((each.layout,) if layouts else ()))
    blank = tuple("" for _ in first)
    for number, placement in enumerate(each.placements):
        came = placement.before if placement.before != placement.slot else ""
        fit, remarks = (
            text(fit_words(placement.report), language),
            "; ".join(text(remark, language) for remark in placement.remarks),
        )
        yield (
            *(blank if number else first),
            placement.slot,
            placement.story,
            came,
            fit,
            gave_words(placement.report, language),
            remarks,
        )
    if len(each.placements) > 1:
        yield (*blank, text(words.SUM, language), "", "", _sum(each, language), "", "")


def _totals(each: Arrangement) -> dict[str, int]:
    names = ("over_chars", "over_lines", "short_chars", "short_lines")
    return {name: sum(getattr(placement.report, name) for placement in each.placements) for name in names}


def _sum(each: Arrangement, language: Language) -> str:
    total = _totals(each)
    over, short = ((total[f"{name}_chars"], total[f"{name}_lines"]) for name in ("over", "short"))
    parts = [*([words.over(*over)] if any(over) else []), *([words.short(*short)] if any(short) else [])]
    return text(words.counted(tuple(parts)) if parts else words.fits(), language)


def _wrote(result: Suggestions) -> Phrase:
    if not result.changed:
        return words.written_already(result.issue)
    return words.pages_written(result.issue, result.changed, len(result.changed))


def _json(result: Suggestions, code: int, language: Language) -> dict[str, Any]:
    """The suggestions for the JSON output."""
    return {
        "schema": "bulletin/suggestions@1",
        "exit": code,
        "issue": result.issue,
        "outcome": result.outcome,
        "findings": [as_json(finding, language) for finding in result.findings],
        "pages": [
            {
                "page": page.page,
                "layout": page.layout,
                "ways": page.ways,
                "exact": page.exact,
                "stay": {slot: text(reason, language) for slot, reason in page.stay.items()},
                "today": _arrangement(page.today, language),
                "best": [_arrangement(each, language) for each in page.best],
            }
            for page in result.pages
        ],
        "written": list(result.changed),
    }


def _arrangement(each: Arrangement, language: Language) -> dict[str, Any]:
    return {
        "rank": each.rank,
        "today": each.today,
        "layout": each.layout,
        "cost": each.cost[0],
        "moved": sum(placement.before != placement.slot for placement in each.placements),
        **_totals(each),
        "slots": [_placement(placement, language) for placement in each.placements],
    }


def _placement(placement: Candidate, language: Language) -> dict[str, Any]:
    return {
        "slot": placement.slot,
        "story": placement.story,
        "before": placement.before,
        "remarks": [text(remark, language) for remark in placement.remarks],
        "report": slot_as_json(placement.report, language),
    }
