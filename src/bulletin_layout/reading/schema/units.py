"""The written forms of values: lengths in the units that make sense for a key, ranges, ratios, dates."""

import re
from datetime import date
from typing import Final

from bulletin_layout.measures import Length, Unit, parse_length
from bulletin_layout.reading.schema.kinds import Form

#: Beyond this no length on paper is meant: 10 metres, in points.
MOST: Final = 30_000

_NUMBER: Final = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)", re.ASCII)
_SPAN: Final = re.compile(r"(\d{1,4})(?:\s*[-–]\s*(\d{1,4})?)?", re.ASCII)
_RATIO: Final = re.compile(r"(\d+(?:\.\d+)?)\s*[:：∶/]\s*(\d+(?:\.\d+)?)", re.ASCII)
#: What every file system takes: no mark of theirs, no control, and with an ending not above 255 bytes.
_FOLDER: Final = re.compile(r"[^\s./\\:*?\"<>|\x00-\x1f](?:[^/\\:*?\"<>|\x00-\x1f]{0,58}[^\s./\\:*?\"<>|\x00-\x1f])?")


def length(*units: Unit, plain: Unit | None = None, least: float = 0, most: float = MOST) -> Form:
    """A length in some of the units; ``plain``: the unit of a bare number; ``least`` and ``most``: amounts in any
    unit."""
    allowed = ", ".join(units)

    def parse(text: str) -> Length:
        found = parse_length(text + plain if plain is not None and _NUMBER.fullmatch(text) else text)
        if found.unit not in units:
            raise ValueError(f"{found.unit} has no meaning here: write a length in {allowed}")
        if not least <= found.amount <= most:
            raise ValueError(f"{found} is too {'large' if found.amount > most else 'small'}")
        return found

    return Form(f"a length in {allowed}", parse)


def _span(text: str) -> tuple[int, int | None]:
    if text == "all":
        return 1, None
    found = _SPAN.fullmatch(text)
    if not found:
        raise ValueError(f'"{text}" is not a range: write 1-4, 5, 5- or all')
    first = int(found[1])
    last = int(found[2]) if found[2] else (first if text == found[1] else None)
    if first < 1 or (last is not None and last < first):
        raise ValueError(f'"{text}" is not a range: it counts from 1, and the last must not lie before the first')
    return first, last


def _count_or_all(text: str) -> int:
    if text == "all":
        return 0
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:6]) <= 24):
        raise ValueError(f'"{text}" is not a number of columns: write one from 1 to 24, or all')
    return int(text)


def _ratio(text: str) -> float:
    found = _RATIO.fullmatch(text)
    value = float(found[1]) / float(found[2]) if found and float(found[2]) else None
    if value is None and _NUMBER.fullmatch(text):
        value = float(text)
    if value is None or not 0.05 <= value <= 20:
        raise ValueError(f'"{text}" is not a ratio of width to height: write one such as 3:2')
    return value


def _gap(text: str) -> float:
    over, _, under = text.removesuffix("em").partition("/")
    try:
        value = float(over) / float(under or 1)
    except (ValueError, ZeroDivisionError):
        value = -1.0
    if not 0 <= value <= 1:
        raise ValueError(f'"{text}" is not a gap in em: write 0, 1/8, 1/4 or a number up to 1')
    return value


def _slot_of_page(text: str) -> tuple[int | None, str]:
    found = re.fullmatch(r"page(\d{1,4})\.(.+)", text, re.ASCII)
    if text.startswith("page") and "." in text and not (found and int(found[1])):
        raise ValueError(f'"{text}" names no slot: write page4.tail, or tail for a slot of the same page')
    return (int(found[1]), found[2]) if found else (None, text)


def _date(text: str) -> date:
    try:
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
            raise ValueError
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f'"{text}" is not a date: write one such as 2026-10-30') from None


def _folder_name(text: str) -> str:
    if not _FOLDER.fullmatch(text):
        raise ValueError(f'"{text}" cannot name a folder: write one such as 2026-10')
    return text


def _sha256(text: str) -> str:
    if not re.fullmatch(r"[0-9a-fA-F]{64}", text):
        raise ValueError("a sha256 has 64 digits and letters a to f")
    return text.lower()


#: mm and pt, and type sizes by name: what sets the grid cannot be measured by it.
ABSOLUTE: Final = length("mm", "pt")
LENGTH: Final = length("字", "行", "mm", "pt")
TYPE_SIZE: Final = length("pt", "mm", "字", least=0.1)
LEADING: Final = length("pt", "mm", "字", "行", "em", "%")
LETTERSPACE: Final = length("em", "%", plain="em", least=-50)
INDENT: Final = length("字", "em", "mm", "pt", plain="字", least=-MOST)
SPAN: Final = Form("a range such as 1-4, 5, 5- or all", _span, r"^(all|\d+(\s*-\s*\d*)?)$")
COLUMNS: Final = Form("a number of columns or all", _count_or_all, r"^(all|\d+)$")  #: all is 0
RATIO: Final = Form("a ratio such as 3:2", _ratio)
GAP: Final = Form("0, 1/8, 1/4 or a number of em", _gap)
SLOT_OF_PAGE: Final = Form("a slot such as page4.tail, or tail on the same page", _slot_of_page)
DATE: Final = Form("a date such as 2026-10-30", _date, r"^\d{4}-\d{2}-\d{2}$")
FOLDER_NAME: Final = Form("a name such as 2026-10", _folder_name)
SHA256: Final = Form("a sha256 in hexadecimal", _sha256, "^[0-9a-fA-F]{64}$")
