"""``bulletin suggest``: which story into which slot, as a ranked table or for other programs."""

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from bulletin_layout.cli.findings import as_json
from bulletin_layout.cli.progress import Progress
from bulletin_layout.cli.table import fit_words, gave_words, table
from bulletin_layout.compose.arranging.arrangements import Arrangement, Arrangements
from bulletin_layout.compose.arranging.board import Candidate
from bulletin_layout.pipeline.suggest import Suggestions, Wish, suggest

_EXIT: Final = {"clean": 0, "findings": 1, "stopped": 2}


def suggest_arrangements(options: argparse.Namespace) -> int:
    """Print the best ways to arrange an issue's pages, and write the chosen one if asked to; the exit code."""
    if options.rank is not None and not (options.write and options.page):
        print("bulletin suggest: --rank says which one to --write, of one --page", file=sys.stderr)
        return _EXIT["stopped"]
    folder = Path(options.issue)
    rank = (options.rank or 1) if options.write else 0
    wish = Wish(options.page, options.layouts, options.keep, options.best, rank)
    with Progress(folder.resolve().name, sys.stderr, quiet=options.quiet) as progress:
        result = suggest(folder, wish, progress.tell)
    code = _EXIT[result.outcome]
    if options.format == "json":
        print(json.dumps(_json(result, code), ensure_ascii=False, indent=2))
        return code
    for finding in result.findings:
        print(finding)
    if not options.quiet:
        for page in result.pages:
            print(_page(page))
        if options.write and result.outcome != "stopped":
            print(_wrote(result))
    return code


def _page(page: Arrangements) -> str:
    """A page's table, its best arrangements one below the other, and today's rank."""
    shown = [*page.best, *([] if any(each.today for each in page.best) else [page.today])]
    layouts = len({each.layout for each in shown}) > 1
    heads = (
        "rank",
        "cost",
        *(("layout",) if layouts else ()),
        "slot",
        "story",
        "from",
        "over/short",
        "gave",
        "remarks",
    )
    rows = [row for each in shown for row in _rows(each, layouts=layouts)]
    right = (True, True, *((False,) if layouts else ()), *(False for _ in range(6)))
    at_least = "" if page.exact else ", or farther back: not all could be tried"
    lines = [f"page {page.page}, layout {page.layout}: today's is rank {page.today.rank} of {page.ways}{at_least}"]
    if rows:
        lines.append(table(heads, rows, right))
    lines += [f"stays: {slot} ({reason})" for slot, reason in page.stay.items()]
    return "\n".join(lines) + "\n"


def _rows(each: Arrangement, *, layouts: bool) -> Iterator[tuple[str, ...]]:
    """A row a slot, and the sum."""
    first = (f"{each.rank}{' today' if each.today else ''}", str(each.cost[0]), *((each.layout,) if layouts else ()))
    blank = tuple("" for _ in first)
    for number, placement in enumerate(each.placements):
        came = placement.before if placement.before != placement.slot else ""
        fit, remarks = fit_words(placement.report), "; ".join(placement.remarks)
        yield (
            *(blank if number else first),
            placement.slot,
            placement.story,
            came,
            fit,
            gave_words(placement.report),
            remarks,
        )
    if len(each.placements) > 1:
        yield (*blank, "sum", "", "", _sum(each), "", "")


def _totals(each: Arrangement) -> dict[str, int]:
    names = ("over_chars", "over_lines", "short_chars", "short_lines")
    return {name: sum(getattr(placement.report, name) for placement in each.placements) for name in names}


def _sum(each: Arrangement) -> str:
    total = _totals(each)
    parts = [
        f"{name} {total[f'{name}_chars']}字 ({total[f'{name}_lines']}行)"
        for name in ("over", "short")
        if total[f"{name}_lines"] or total[f"{name}_chars"]
    ]
    return ", ".join(parts) or "fits"


def _wrote(result: Suggestions) -> str:
    if not result.changed:
        return f"{result.issue}: issue.yaml has this already; nothing was written"
    pages = ", ".join(str(page) for page in result.changed)
    return f"{result.issue}: wrote page{'s' if len(result.changed) > 1 else ''} {pages} into issue.yaml"


def _json(result: Suggestions, code: int) -> dict[str, Any]:
    """The same for other programs."""
    return {
        "schema": "bulletin/suggestions@1",
        "exit": code,
        "issue": result.issue,
        "outcome": result.outcome,
        "findings": [as_json(finding) for finding in result.findings],
        "pages": [
            {
                "page": page.page,
                "layout": page.layout,
                "ways": page.ways,
                "exact": page.exact,
                "stay": dict(page.stay),
                "today": _arrangement(page.today),
                "best": [_arrangement(each) for each in page.best],
            }
            for page in result.pages
        ],
        "written": list(result.changed),
    }


def _arrangement(each: Arrangement) -> dict[str, Any]:
    return {
        "rank": each.rank,
        "today": each.today,
        "layout": each.layout,
        "cost": each.cost[0],
        "moved": sum(placement.before != placement.slot for placement in each.placements),
        **_totals(each),
        "slots": [_placement(placement) for placement in each.placements],
    }


def _placement(placement: Candidate) -> dict[str, Any]:
    return {
        "slot": placement.slot,
        "story": placement.story,
        "before": placement.before,
        "remarks": list(placement.remarks),
        "report": asdict(placement.report),
    }
