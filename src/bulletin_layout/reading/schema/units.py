"""The written forms of values: lengths in the units allowed for a key, ranges, ratios, dates.

Each form has one pattern, used by reading and by the JSON Schema; it must be valid in Python and JavaScript alike,
hence ``[0-9]`` for a digit (``\\d`` differs between them).
"""

import re
from collections.abc import Callable
from datetime import date
from typing import Final

from bulletin_layout.findings.catalogue import values
from bulletin_layout.findings.phrases import Phrase, SaidValueError, both
from bulletin_layout.measures import PAPERS, POINTS_PER_MM, TYPE_SIZES, UNIT_ALIASES, Length, Unit, parse_length
from bulletin_layout.reading.schema.kinds import Form
from bulletin_layout.reading.sources.yaml_adapter import NUMBER

#: Largest absolute length, in points (10 metres); anything beyond is a mistake.
MOST: Final = 30_000

_DECIMAL: Final = r"(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)"
#: A number or a fraction.
FRACTION: Final = rf"({NUMBER})(?:\s*/\s*({NUMBER}))?"
_SPAN: Final = r"([0-9]{1,4})(?:\s*[-–]\s*([0-9]{1,4})?)?"
_RATIO: Final = r"([0-9]+(?:\.[0-9]+)?)\s*[:：∶/]\s*([0-9]+(?:\.[0-9]+)?)"
_GAP: Final = rf"{FRACTION}\s*(?:em)?"
_COLUMNS: Final = r"0*(?:[1-9]|1[0-9]|2[0-4])"
_PAPER: Final = rf"({_DECIMAL})(?:\s*(mm|pt))?\s*[xX×*]\s*({_DECIMAL})\s*(mm|pt)"
_DATE: Final = r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
_SHA256: Final = r"[0-9a-fA-F]{64}"
_RGB: Final = r"#[0-9a-fA-F]{6}"
#: Part of a file name that is valid on every file system: no reserved or control character, and short enough that with
#: an ending it stays within 255 bytes.
_IN_NAME: Final = r'/\\:*?"<>|\x00-\x1f'
_FOLDER: Final = rf"[^\s.{_IN_NAME}](?:[^{_IN_NAME}]{{0,58}}[^\s.{_IN_NAME}])?"
#: The name of a file in the same folder.
SLUG_PATTERN: Final = r"[^/\\]+"
_SLOT_OF_PAGE: Final = r"page(?!0+\.)([0-9]{1,4})\.(\S.*)"


def length(*units: Unit, plain: Unit | None = None, least: float = 0, most: float = MOST, per_em: bool = False) -> Form:
    """A form for a length in some of the units. ``plain``: the unit of a bare number; ``least`` and ``most``: limits
    of the amount, in whatever unit. ``per_em``: see ``Form``."""

    def parse(text: str) -> Length:
        bare = plain is not None and re.fullmatch(NUMBER, text)
        found = Length(float(text), plain) if plain is not None and bare else parse_length(text)
        if found.unit not in units:
            raise SaidValueError(values.no_unit_here(found.unit, units))
        if not least <= found.amount <= most or (least >= 0 and text.startswith("-")):
            raise SaidValueError((values.too_large if found.amount > most else values.too_small)(str(found)))
        return found

    written = [*units, *(alias for alias, unit in UNIT_ALIASES.items() if unit in units)]
    sign = "[+-]?" if least < 0 else r"\+?"
    forms = [rf"{sign}{_DECIMAL}\s*(?:{'|'.join(written)})"]
    if plain is not None:
        forms.append(NUMBER)
    if "pt" in units:
        forms.append("|".join(TYPE_SIZES))
    doc = both(f"a length in {', '.join(units)}", f"长度（{'、'.join(units)}）")
    return Form(doc, parse, "|".join(forms), least, most, per_em, _em_written if per_em else _points_written)


def _points_written(points: float) -> str:
    """A length in points, written in the unit that a designer would use."""
    mm = points / POINTS_PER_MM
    return f"{mm:g}mm" if points and abs(mm - round(mm, 1)) < 1e-9 else f"{points:g}pt"


def _em_written(em: float) -> str:
    return f"{em:g}em"


def _part_written(part: float) -> str:
    return f"{part * 100:g}%"


def _fraction_written(em: float) -> str:
    from fractions import Fraction

    return str(Fraction(em).limit_denominator(100))


def _span(text: str) -> tuple[int, int | None]:
    if text == "all":
        return 1, None
    found = re.fullmatch(_SPAN, text)
    if not found:
        raise SaidValueError(values.no_range(text))
    first = int(found[1])
    last = int(found[2]) if found[2] else (first if text == found[1] else None)
    if first < 1 or (last is not None and last < first):
        raise SaidValueError(values.range_backwards(text))
    return first, last


def _count_or_all(text: str) -> int:
    if text == "all":
        return 0
    if not re.fullmatch(_COLUMNS, text):
        raise SaidValueError(values.no_columns(text))
    return int(text)


def _ratio(text: str) -> float:
    found = re.fullmatch(_RATIO, text)
    value = float(found[1]) / float(found[2]) if found and float(found[2]) else None
    if value is None and re.fullmatch(NUMBER, text):
        value = float(text)
    if value is None or not 0.05 <= value <= 20:
        raise SaidValueError(values.no_ratio(text))
    return value


def _paper(text: str) -> tuple[Length, Length]:
    if text in PAPERS:
        width, height = PAPERS[text]
        return Length(width, "mm"), Length(height, "mm")
    found = re.fullmatch(_PAPER, text)
    if not found:
        raise SaidValueError(values.no_paper(text, tuple(PAPERS)))
    unit: Unit = "mm" if found[4] == "mm" else "pt"
    first: Unit = "pt" if (found[2] or unit) == "pt" else "mm"
    return Length(float(found[1]), first), Length(float(found[3]), unit)


def fraction(text: str) -> float | None:
    """A decimal number or a fraction, as ``FRACTION`` has it; None for any other text."""
    over, slash, under = text.partition("/")
    parts = (over.rstrip(), under.lstrip()) if slash else (text, "1")
    if not all(re.fullmatch(NUMBER, part) for part in parts) or not float(parts[1]):
        return None
    return float(parts[0]) / float(parts[1])


def _part(text: str) -> float:
    written = text.removesuffix("%").rstrip()
    value = float(written) / (100 if text.endswith("%") else 1) if re.fullmatch(NUMBER, written) else None
    if value is None or not 0 <= value <= 1:
        raise SaidValueError(values.no_part(text))
    return value


def _gap(text: str) -> float:
    value = fraction(text.removesuffix("em").rstrip())
    if value is None or not 0 <= value <= 1:
        raise SaidValueError(values.no_gap(text))
    return value


def _slot_of_page(text: str) -> tuple[int | None, str]:
    found = re.fullmatch(_SLOT_OF_PAGE, text)
    if not text or (text.startswith("page") and "." in text and not found):
        raise SaidValueError(values.no_slot_of_page(text))
    return (int(found[1]), found[2]) if found else (None, text)


def _date(text: str) -> date:
    try:
        if not re.fullmatch(_DATE, text):
            raise ValueError
        return date.fromisoformat(text)
    except ValueError:
        raise SaidValueError(values.no_date(text)) from None


def _matching(pattern: str, problem: Callable[[str], Phrase]) -> Callable[[str], str]:
    """A form that keeps the text as it is; raises SaidValueError with ``problem`` when the pattern does not match."""

    def parse(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise SaidValueError(problem(text))
        return text

    return parse


_folder_name = _matching(_FOLDER, values.no_folder_name)
_rgb = _matching(_RGB, values.no_colour)
_hexadecimal = _matching(_SHA256, lambda _: values.no_sha256())


#: For the keys that define the grid: mm, pt and type sizes by name, since 字 and 行 depend on them.
ABSOLUTE: Final = length("mm", "pt")
LENGTH: Final = length("字", "行", "mm", "pt")
TYPE_SIZE: Final = length("pt", "mm", "字", least=0.1)
LEADING: Final = length("pt", "mm", "字", "行", "em", "%")
LETTERSPACE: Final = length("em", "%", plain="em", least=-50, per_em=True)
INDENT: Final = length("字", "em", "mm", "pt", plain="字", least=-MOST, per_em=True)
SPAN: Final = Form(
    both("a range such as 1-4, 5, 5- or all", "范围，如 1-4、5、5- 或 all"), _span, f"all|{_SPAN}", 1, 9999
)
COLUMNS: Final = Form(  # all is 0
    both("a number of columns or all", "栏数或 all"),
    _count_or_all,
    f"all|{_COLUMNS}",
    1,
    24,
    write=lambda count: str(count or "all"),
)
RATIO: Final = Form(both("a ratio such as 3:2", "宽高比，如 3:2"), _ratio, f"{_RATIO}|{NUMBER}", 0.05, 20)
PAPER: Final = Form(
    both("paper by name, or width x height such as 270x390mm", "纸张的名字，或 宽x高，如 270x390mm"),
    _paper,
    "|".join((*PAPERS, _PAPER)),
)
GAP: Final = Form(
    both("0, 1/8, 1/4 or a number of em", "0、1/8、1/4 或以 em 计的数"), _gap, _GAP, 0, 1, write=_fraction_written
)
PART: Final = Form(both("a part such as 20%", "百分数，如 20%"), _part, rf"{NUMBER}\s*%?", 0, 1, write=_part_written)
SLOT_OF_PAGE: Final = Form(
    both("a slot such as page4.tail, or tail on the same page", "版块，如 page4.tail；同一版的写 tail"),
    _slot_of_page,
    rf"(?!page.*\.)\S.*|{_SLOT_OF_PAGE}",
)
DATE: Final = Form(both("a date such as 2026-10-30", "日期，如 2026-10-30"), _date, _DATE)
FOLDER_NAME: Final = Form(both("a name such as 2026-10", "名字，如 2026-10"), _folder_name, _FOLDER)
SHA256: Final = Form(
    both("a sha256 in hexadecimal", "十六进制的 sha256"), lambda text: _hexadecimal(text).lower(), _SHA256
)
RGB: Final = Form(both("a colour such as #c8102e", "颜色，如 #c8102e"), _rgb, _RGB)
