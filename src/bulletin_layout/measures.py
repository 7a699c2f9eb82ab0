"""Reads lengths as users write them (字, 行, mm, pt, em, %, 小五), and converts them to points."""

import re
from typing import Final, Literal, assert_never, get_args

from bulletin_layout.findings.catalogue import values
from bulletin_layout.findings.phrases import SaidValueError
from bulletin_layout.values import dataclass

Unit = Literal["字", "行", "mm", "pt", "em", "%"]

POINTS_PER_MM: Final = 72 / 25.4

#: Height of the top of Han's em box (表意字框) above the baseline, em: so in all fonts with the metrics of Source
#: Han/Noto.
EM_ASCENT: Final = 0.88

#: Chinese type sizes by name (字号), in points.
TYPE_SIZES: Final[dict[str, float]] = {
    "初号": 42, "小初": 36, "一号": 26, "小一": 24, "二号": 22, "小二": 18, "三号": 16, "小三": 15, "四号": 14,
    "小四": 12, "五号": 10.5, "小五": 9, "六号": 7.5, "小六": 6.5, "七号": 5.5, "八号": 5,
}  # fmt: skip

#: Digits that some write in the names of type sizes (2号, 小5).
_NUMERALS: Final = str.maketrans("012345678０１２３４５６７８", "初一二三四五六七八" * 2)

#: Paper by name (纸张): width and height in millimetres.
PAPERS: Final[dict[str, tuple[float, float]]] = {
    "A3": (297, 420), "A4": (210, 297), "A5": (148, 210), "B4": (250, 353), "B5": (176, 250),
    "4开": (390, 546), "8开": (270, 390), "16开": (195, 270),
}  # fmt: skip

#: Other spellings of units, for keyboards without Chinese.
UNIT_ALIASES: Final[dict[str, Unit]] = {"z": "字", "l": "行"}
_LENGTH: Final = re.compile(r"([+-]?(?:\d+(?:\.\d*)?|\.\d+))\s*(字|行|mm|pt|em|%|z|l)")


@dataclass(frozen=True, slots=True)
class Length:
    """A length with its unit, not yet in points."""

    amount: float
    unit: Unit

    def __str__(self) -> str:
        return f"{self.amount:g}{self.unit}"


@dataclass(frozen=True, slots=True)
class Scale:
    """Points of 1字 (body size) and of 1行 (body line, baseline to baseline)."""

    em: float
    line: float


def parse_length(text: str) -> Length:
    """Read a length such as ``13字``, ``3mm`` or ``小五``. SaidValueError: it is not a length; the message suggests a
    size for ``2号`` and the like."""
    text = text.strip()
    if text in TYPE_SIZES:
        return Length(TYPE_SIZES[text], "pt")
    found = _LENGTH.fullmatch(text)
    if not found:
        near = _size_meant(text)
        raise SaidValueError(values.no_length_but(text, near) if near else values.no_length(text[:30], get_args(Unit)))
    unit = found[2]
    return Length(float(found[1]), UNIT_ALIASES.get(unit) or unit)  # type: ignore[arg-type]  # the pattern admits only units


def _size_meant(text: str) -> str:
    """The name of the type size that is meant by ``2号`` or ``小5``; "" if it is none."""
    if not text.startswith("小") and "号" not in text:
        return ""
    number = text.removesuffix("字").replace("号", "").translate(_NUMERALS)
    size = number if number.startswith("小") else f"{number}号"
    return size if size in TYPE_SIZES else ""


def points(length: Length, scale: Scale, *, em: float | None = None, whole: float = 0.0) -> float:
    """A length in points. ``em``: points of 1em (default: the body size); ``whole``: points of 100 %."""
    match length.unit:
        case "pt":
            return length.amount
        case "mm":
            return length.amount * POINTS_PER_MM
        case "字":
            return length.amount * scale.em
        case "行":
            return length.amount * scale.line
        case "em":
            return length.amount * (scale.em if em is None else em)
        case "%":
            return length.amount * whole / 100
        case _:
            assert_never(length.unit)
