"""The preflight report (印前检查单) that goes to the press with the file: as text for people, as JSON for programs."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from bulletin_layout.findings import Finding
from bulletin_layout.issue import Press
from bulletin_layout.measures import POINTS_PER_MM
from bulletin_layout.preflight.colours import Colour
from bulletin_layout.preflight.uses import ImageUse
from bulletin_layout.preflight.written import Box, WrittenFile, WrittenPage

_PROCESS = ("C", "M", "Y", "K")


def report_values(name: str, written: WrittenFile, press: Press, findings: Sequence[Finding]) -> dict[str, Any]:
    """What the report says, as JSON's own values; lengths in mm, type and lines in points, ink in percent."""
    return {
        "schema": "bulletin/preflight@1",
        "file": name,
        "profile": press.name,
        "limits": {
            "dpi": press.dpi,
            "ink": round(press.tac * 100),
            "thinnest_line": press.thinnest,
            "smallest_type": press.smallest,
            "safe_mm": round(press.safe / POINTS_PER_MM, 2),
            "pages_multiple_of": press.pages,
        },
        "pdf": written.version,
        "output_intents": [{"standard": s, "condition": c, "colours": space} for s, c, space in written.intents],
        "fonts": [font._asdict() for font in written.fonts],
        "spots": sorted({plate for page in written.pages for plate in plates(page) if plate not in _PROCESS}),
        "pages": [_page(page) for page in written.pages],
        "findings": [
            {
                "severity": finding.severity,
                "code": finding.code,
                "message": finding.message,
                "path": finding.location.path,
                "line": finding.location.line,
                "column": finding.location.column,
            }
            for finding in findings
        ],
    }


def report_json(values: dict[str, Any]) -> str:
    """The report for programs."""
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"


def report_text(values: dict[str, Any]) -> str:
    """The report for people."""
    return "\n".join(_lines(values)) + "\n"


def _lines(values: dict[str, Any]) -> Iterator[str]:
    limits = values["limits"]
    yield f"Preflight 印前检查　{values['file']}"
    yield (
        f"profile {values['profile']}: {limits['dpi']} dpi, ink to {limits['ink']}%, lines from "
        f"{limits['thinnest_line']:g} pt, type from {limits['smallest_type']:g} pt, safe area {limits['safe_mm']:g} mm"
    )
    for intent in values["output_intents"]:
        yield f"output intent: {intent['standard']} {intent['condition']} ({intent['colours']})"
    count = len(values["pages"])
    fold = "" if count % limits["pages_multiple_of"] == 0 else f" (no multiple of {limits['pages_multiple_of']})"
    yield f"PDF {values['pdf']}, {count} pages{fold}, spot colours: {', '.join(values['spots']) or 'none'}"
    names = (font["name"] + ("" if font["embedded"] else " (NOT EMBEDDED)") for font in values["fonts"])
    yield f"fonts: {', '.join(names)}"
    for page in values["pages"]:
        yield from _page_lines(page)
    findings = values["findings"]
    errors = sum(finding["severity"] == "error" for finding in findings)
    warnings = sum(finding["severity"] == "warning" for finding in findings)
    yield f"errors: {errors}, warnings: {warnings}"
    for finding in findings:
        place = f"{finding['path']}:{finding['line']}:{finding['column']}"
        yield f"  {place}: {finding['severity']}[{finding['code']}]: {finding['message']}"


def _page_lines(page: dict[str, Any]) -> Iterator[str]:
    width, height = page["trim_mm"]
    yield (
        f"page {page['number']}: trim {width:g} × {height:g} mm, bleed {page['bleed_mm']:g} mm, plates "
        f"{' '.join(page['plates'])}, {_from('type', page['smallest_type'])}, {_from('lines', page['thinnest_line'])}, "
        f"flat ink to {page['flat_ink']}%"
    )
    for image in page["pictures"]:
        (across, down), (wide, high) = image["pixels"], image["mm"]
        yield f"  picture {across} × {down}, {wide:g} × {high:g} mm, {image['dpi']} dpi, {image['colours']}"


def _from(what: str, least: float) -> str:
    return f"{what} from {least:g} pt" if least else f"no {what}"


def plates(page: WrittenPage) -> tuple[str, ...]:
    """The plates that take ink: C, M, Y, K in this order, then spots."""
    uses = page.uses
    found: dict[str, None] = {}
    for colour in uses.colours():
        found.update(dict.fromkeys(_plates_of(colour)))
    for image in uses.images:
        found.update(dict.fromkeys(("K",) if image.space == "grey" else _PROCESS))
    spots = [plate for plate in found if plate not in _PROCESS and plate != "All"]
    return (*(plate for plate in _PROCESS if plate in found), *spots)


def _plates_of(colour: Colour) -> tuple[str, ...]:
    if colour.space == "spot":
        return colour.names
    if colour.space == "grey":
        return ("K",) if colour.plates else ()
    return tuple(letter for letter, value in zip(_PROCESS, colour.values, strict=False) if value > 0)


def _page(page: WrittenPage) -> dict[str, Any]:
    uses = page.uses
    trim = page.trim or page.media
    flat = max((colour.total for colour in uses.colours() if "All" not in colour.names), default=0.0)
    return {
        "number": uses.number,
        "trim_mm": _size(trim),
        "bleed_mm": round((trim[0] - (page.bleed or trim)[0]) / POINTS_PER_MM, 2),
        "plates": list(plates(page)),
        "smallest_type": min((text.size for text in uses.texts), default=0.0),
        "thinnest_line": min((line.width for line in uses.lines), default=0.0),
        "flat_ink": round(100 * flat),
        "pictures": [_picture(image) for image in uses.images],
    }


def _picture(image: ImageUse) -> dict[str, Any]:
    return {
        "pixels": list(image.pixels),
        "mm": [round(image.width / POINTS_PER_MM, 1), round(image.height / POINTS_PER_MM, 1)],
        "dpi": round(image.dpi),
        "colours": image.space,
    }


def _size(box: Box) -> list[float]:
    return [round((box[2] - box[0]) / POINTS_PER_MM, 2), round((box[3] - box[1]) / POINTS_PER_MM, 2)]
