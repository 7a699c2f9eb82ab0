"""Superscripts and subscripts (上标、下标): small characters above or below the line.

A font seldom has all of ⁰–⁻ and ₀–₋. Those that stand together are set in one way (GB 3100): with the face's own
glyphs if it has all of them, else with its ordinary characters, reduced and shifted.
"""

import re
from collections.abc import Iterator
from typing import Final

from bulletin_layout.issue.story import Shift
from bulletin_layout.issue.style import Style
from bulletin_layout.values import replace

#: Size of a superscript or subscript, and distance of its baseline from that of the line (up), em of the text.
SIZE: Final = 0.6
_RISES: Final[dict[Shift, float]] = {"": 0.0, "sup": 0.44, "sub": -0.14}

_SUPERIOR: Final = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ", "0123456789+−=()ni", strict=True))
_INFERIOR: Final = dict(zip("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎", "0123456789+−=()", strict=True))
_ORDINARY: Final = str.maketrans(_SUPERIOR | _INFERIOR)
_RUN: Final = re.compile(f"[{''.join((*_SUPERIOR, *_INFERIOR))}]+")
_ONE_WAY: Final = f"[{''.join(_SUPERIOR)}]+|[{''.join(_INFERIOR)}]+"


def shifted_style(style: Style, shift: Shift) -> Style:
    """The style of a superscript (``sup``) or subscript (``sub``) beside text in ``style``; "": the style itself."""
    return replace(style, size=style.size * SIZE, rise=style.rise + _RISES[shift] * style.size) if shift else style


def runs(text: str) -> Iterator[tuple[int, int]]:
    """(Start, end) of each run of superscript and subscript characters."""
    return (found.span() for found in _RUN.finditer(text))


def composed(text: str, start: int, end: int) -> Iterator[tuple[int, int, str, Shift]]:
    """A run, divided into superscripts and subscripts: start, end, the ordinary characters for it, and which it is."""
    for found in re.compile(_ONE_WAY).finditer(text, start, end):
        yield *found.span(), found[0].translate(_ORDINARY), "sup" if found[0][0] in _SUPERIOR else "sub"
