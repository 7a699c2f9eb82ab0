"""The written form of a give (可让): ``photo.height ±2行``, ``line -0.5pt``, ``gap 1/8``, ``marks 开明``."""

import re
from collections.abc import Mapping
from typing import Final, cast, get_args

from bulletin_layout.findings.catalogue import values
from bulletin_layout.findings.nearest import nearest
from bulletin_layout.findings.phrases import SaidValueError, both
from bulletin_layout.issue import GiveKind, GiveUnit
from bulletin_layout.issue.style import Marks
from bulletin_layout.measures import POINTS_PER_MM
from bulletin_layout.reading.schema.kinds import Form
from bulletin_layout.reading.schema.units import fraction
from bulletin_layout.reading.sources.nodes import shortened
from bulletin_layout.reading.sources.yaml_adapter import NUMBER
from bulletin_layout.values import dataclass

#: Other spellings of the punctuation styles.
MARK_NAMES: Final = {"全角": "full", "开明": "kaiming", "半角": "half", "行末半角": "line-end-half", "原样": "as-is"}


@dataclass(frozen=True, slots=True)
class GiveForm:
    """A give as written, not checked against its slot yet. ``low`` and ``high`` are in ``unit``; see ``issue.Give``."""

    kind: GiveKind
    low: float
    high: float
    unit: GiveUnit
    target: str
    text: str


@dataclass(frozen=True, slots=True)
class _Measured:
    """How a kind is measured: factors from its written units to its own; a bare number is in the unit ``plain``."""

    unit: GiveUnit
    written: Mapping[str, float]
    most: float
    whole: bool
    plain: bool = True


_ROWS: Final = _Measured("行", {"行": 1, "l": 1}, 200, whole=True)
_CHANGES: Final[Mapping[str, _Measured]] = {
    "photo.height": _ROWS,
    "line": _Measured("pt", {"pt": 1, "mm": POINTS_PER_MM}, 20, whole=False, plain=False),
    "letterspace": _Measured("em", {"em": 1, "%": 0.01}, 0.5, whole=False, plain=False),
    "headline.size": _Measured("step", {}, 20, whole=True),
    "title.lines": _ROWS,
    "title.air": _ROWS,
    "columns": _Measured("column", {}, 23, whole=True),
    "edge.bottom": _ROWS,
    "edge.top": _ROWS,
}
#: Kinds that give a target value instead of a change: its least and greatest amount in em.
_VALUES: Final[Mapping[str, tuple[float, float]]] = {"gap": (0, 1), "adjacent": (1, 2)}

_NAMES: Final = get_args(GiveKind)
_AMOUNT: Final = r"(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)"
_NUMBER: Final = rf"({_AMOUNT})\s*+([^\d\s.+±-]*)"
_RANGE: Final = rf"(±|\+|-)\s*{_NUMBER}(?:\s*(?:\.\.|…)\s*([+-])\s*{_NUMBER})?"
#: Full-width signs that Chinese input methods produce.
_WIDE_SIGNS: Final = {"−": "-", "－": "-", "–": "-", "＋": "+", "％": "%"}
_SIGNS: Final = str.maketrans(_WIDE_SIGNS)


def parse_give(text: str) -> GiveForm:
    """Parse a give; raises SaidValueError when the text is not one."""
    name, _, amount = text.partition(" ")
    amount = amount.strip().translate(_SIGNS)
    photo = name.removeprefix("photos.").removesuffix(".height")
    kind, target = ("photo.height", photo) if name == f"photos.{photo}.height" and photo else (name, "")
    if kind not in _NAMES:
        raise SaidValueError(values.no_give(shortened(name), nearest(name, _NAMES)))
    if not amount:
        raise SaidValueError(values.give_without_amount(shortened(text), _example(kind)))
    low = high = 0.0
    unit: GiveUnit = ""
    if kind == "marks":
        target = MARK_NAMES.get(amount, amount)
        if target not in get_args(Marks):
            raise SaidValueError(values.no_marks(shortened(amount), nearest(amount, MARK_NAMES)))
    elif kind in _VALUES:
        low = high = _value(kind, amount)
        unit = "em"
    else:
        low, high = _range(kind, amount)
        unit = _CHANGES[kind].unit
    return GiveForm(cast(GiveKind, kind), low, high, unit, target, text)


def _example(kind: str) -> str:
    """An example of a give of this kind."""
    examples = {"line": "-0.5pt", "letterspace": "-1%", "gap": "1/8", "adjacent": "1", "marks": "开明"}
    examples |= {"headline.size": "-2", "columns": "±1"}
    return f"{kind} {examples.get(kind, '±2行')}"


def _value(kind: str, amount: str) -> float:
    least, most = _VALUES[kind]
    value = fraction(amount.removesuffix("em").strip())
    if value is None or not least <= value <= most or amount[:1] in "+-":
        raise SaidValueError(values.give_to_em(kind, least, most, _example(kind)))
    return value


def _range(kind: str, amount: str) -> tuple[float, float]:
    """The smallest and greatest change, in the kind's unit."""
    measured = _CHANGES[kind]
    found = re.fullmatch(_RANGE, amount, re.ASCII)
    if not found:
        raise SaidValueError(values.no_change(shortened(amount), _example(kind)))
    sign, number, written, second_sign, second, second_written = found.groups()
    if sign == "±" and second:
        raise SaidValueError(values.no_change_both(shortened(amount)))
    one = _amount(kind, measured, number, written or second_written or "")
    if second:
        other = _amount(kind, measured, second, second_written or written or "")
        low, high = (one if sign == "+" else -one), (other if second_sign == "+" else -other)
    else:
        low, high = (0.0 if sign == "+" else -one), (0.0 if sign == "-" else one)
    if low > 0 or high < 0 or low == high:
        raise SaidValueError(values.change_of_nothing(shortened(amount)))
    if kind == "headline.size" and high > 0:
        raise SaidValueError(values.only_down())
    return low, high


def _amount(kind: str, measured: _Measured, number: str, written: str) -> float:
    if written not in measured.written and (written or not measured.plain):
        units = tuple(unit for unit in measured.written if unit != "l") or values.no_unit()
        if written:
            raise SaidValueError(values.give_unit(kind, written, units, _example(kind)))
        raise SaidValueError(values.give_without_unit(kind, units, _example(kind)))
    amount = float(number) * (measured.written[written] if written else 1)
    if measured.whole and amount != int(amount):
        raise SaidValueError(values.give_whole(kind, _example(kind)))
    if amount > measured.most:
        most = f"{measured.most:g}{measured.unit if measured.written else ''}"
        raise SaidValueError(values.give_too_far(kind, f"{number}{written}", most))
    return amount


def _pattern() -> str:
    """A pattern for the texts that ``parse_give`` accepts, without the limits of the amount."""
    forms = [
        rf"marks\s+(?:{'|'.join((*MARK_NAMES, *get_args(Marks)))})",
        rf"(?:{'|'.join(_VALUES)})\s+(?![+-]){NUMBER}(?:\s*/\s*{NUMBER})?\s*(?:em)?",
    ]
    plus, minus = ("".join((*(wide for wide, one in _WIDE_SIGNS.items() if one == sign), sign)) for sign in "+-")
    sign, between = f"[{plus}{minus}]", r"\s*(?:\.\.|…)\s*"
    for kind, measured in _CHANGES.items():
        name = r"photo(?:s\.\S+)?\.height" if kind == "photo.height" else kind.replace(".", r"\.")
        unit = rf"\s*(?:{'|'.join(measured.written)})".replace("%", "[%％]") if measured.written else ""
        bare = rf"{_AMOUNT}(?:{unit})?" if unit else _AMOUNT
        full = bare if measured.plain else f"{_AMOUNT}{unit}"  # of a range, only one end needs its unit
        range_ = rf"(?:{full}{between}{sign}\s*{bare}|{bare}{between}{sign}\s*{full})"
        forms.append(rf"{name}\s+(?:±\s*{full}|{sign}\s*(?:{full}|{range_}))")
    return "|".join(forms)


GIVE: Final = Form(
    both("what may bend and how far, such as photo.height ±2行", "让什么、让多少，如 photo.height ±2行"),
    parse_give,
    _pattern(),
)
