"""The preflight report (印前检查单) that goes to the press with the file: as text for people, as JSON for programs."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

from bulletin_layout.findings import Finding
from bulletin_layout.findings.phrases import NOTHING, Phrase, as_written, text
from bulletin_layout.findings.visible import visible_json
from bulletin_layout.issue import Press
from bulletin_layout.languages import Language
from bulletin_layout.measures import POINTS_PER_MM
from bulletin_layout.preflight import report_words as words
from bulletin_layout.preflight.colours import EVERY_PLATE, NO_PLATE, Colour
from bulletin_layout.preflight.contents import Box
from bulletin_layout.preflight.uses import ImageUse
from bulletin_layout.preflight.written import WrittenFile, WrittenPage

_PROCESS = ("C", "M", "Y", "K")


def report_values(
    name: str,
    written: WrittenFile,
    press: Press,
    findings: Sequence[Finding],
    off: Sequence[str],
    language: Language,
) -> dict[str, Any]:
    """The contents of the report as JSON values: lengths in mm, type and lines in points, ink in percent. ``off``:
    codes that the publication has turned off; ``language``: of the findings."""
    pages = [_page(page) for page in written.pages]
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
        "spots": sorted({plate for page in pages for plate in page["plates"] if plate not in _PROCESS}),
        "pages": pages,
        "off": sorted(off),
        "findings": [
            {
                "severity": finding.severity,
                "code": finding.code,
                "message": text(finding.says, language),
                "path": finding.location.path,
                "line": finding.location.line,
                "column": finding.location.column,
            }
            for finding in findings
        ],
    }


def report_json(values: dict[str, Any]) -> str:
    """The report as JSON."""
    return visible_json(json.dumps(values, ensure_ascii=False, indent=2)) + "\n"


def report_text(values: dict[str, Any], language: Language) -> str:
    """The report as text."""
    return "".join(f"{text(each, language)}\n" for each in _lines(values))


def _lines(values: dict[str, Any]) -> Iterator[Phrase]:
    yield words.title(values["file"])
    limits = values["limits"]
    yield words.limits(
        values["profile"],
        limits["dpi"],
        limits["ink"],
        limits["thinnest_line"],
        limits["smallest_type"],
        limits["safe_mm"],
    )
    for intent in values["output_intents"]:
        yield words.output_intent(intent["standard"], intent["condition"], intent["colours"])
    count, multiple = len(values["pages"]), limits["pages_multiple_of"]
    fold = words.no_multiple(multiple) if count % multiple else NOTHING
    yield words.pdf(values["pdf"], count, fold, tuple(values["spots"]) or words.none())
    fonts = values["fonts"]
    yield words.fonts(tuple(each["name"] if each["embedded"] else words.not_embedded(each["name"]) for each in fonts))
    for page in values["pages"]:
        yield from _page_lines(page)
    yield from _finding_lines(values["findings"], values["off"])


def _finding_lines(findings: list[dict[str, Any]], off: Sequence[str]) -> Iterator[Phrase]:
    if off:
        yield words.put_off(tuple(off))
    counts = Counter(finding["severity"] for finding in findings)
    yield words.counted(counts["error"], counts["warning"])
    for each in findings:
        place = f"{each['path']}:{each['line']}:{each['column']}"
        yield as_written(f"  {place}: {each['severity']}[{each['code']}]: {each['message']}")


def _page_lines(page: dict[str, Any]) -> Iterator[Phrase]:
    width, height = page["trim_mm"]
    least_type, least_line = page["smallest_type"], page["thinnest_line"]
    yield words.page(
        page["number"],
        width,
        height,
        page["bleed_mm"],
        " ".join(page["plates"]),
        words.type_from(least_type) if least_type else words.no_type(),
        words.lines_from(least_line) if least_line else words.no_lines(),
        page["flat_ink"],
    )
    for image in page["pictures"]:
        (across, down), (wide, high) = image["pixels"], image["mm"]
        yield words.indented(words.picture(across, down, wide, high, image["dpi"], image["colours"]))


def _plates(page: WrittenPage) -> tuple[str, ...]:
    """The plates with ink: C, M, Y, K in this order, then spot colours."""
    uses = page.uses
    found: dict[str, None] = {}
    for colour in uses.colours():
        found.update(dict.fromkeys(_plates_of(colour)))
    for image in uses.images:
        found.update(dict.fromkeys(_named(image.names) or (("K",) if image.space == "grey" else _PROCESS)))
    spots = [plate for plate in found if plate not in _PROCESS]
    return (*(plate for plate in _PROCESS if plate in found), *spots)


def _plates_of(colour: Colour) -> tuple[str, ...]:
    if colour.space == "spot":
        return _named(colour.names)
    if colour.space == "grey":
        return ("K",) if colour.plates else ()
    return tuple(letter for letter, value in zip(_PROCESS, colour.values, strict=False) if value > 0)


def _named(names: Sequence[str]) -> tuple[str, ...]:
    """The plates of a spot colour of these names."""
    return tuple(
        chain.from_iterable(_PROCESS if name == EVERY_PLATE else (name,) for name in names if name != NO_PLATE)
    )


def _page(page: WrittenPage) -> dict[str, Any]:
    uses = page.uses
    trim = page.trim or page.media
    flat = max((colour.total for colour in uses.colours()), default=0.0)
    return {
        "number": uses.number,
        "trim_mm": _size(trim),
        "bleed_mm": round((trim[0] - (page.bleed or trim)[0]) / POINTS_PER_MM, 2),
        "plates": list(_plates(page)),
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
