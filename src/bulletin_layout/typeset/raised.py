"""Superscripts and subscripts (上标、下标): figures that are set small, above or below their line.

A font seldom has all of ⁰–⁻ and ₀–₋. A run of them in one formula is set in one way (GB 3100): by the face's own glyphs
where it has all of the run, else by its ordinary figures, made smaller.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from bulletin_layout.issue.story import Shift
from bulletin_layout.issue.style import Style

#: Size of a raised or lowered figure, and how far its baseline is from the line's, em of the text.
SIZE: Final = 0.6
_RISES: Final[dict[Shift, float]] = {"": 0.0, "sup": 0.44, "sub": -0.14}

_SUPERIOR: Final = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ", "0123456789+−=()ni", strict=True))
_INFERIOR: Final = dict(zip("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎", "0123456789+−=()", strict=True))
_ORDINARY: Final = str.maketrans(_SUPERIOR | _INFERIOR)
_RUN: Final = re.compile(f"[{''.join((*_SUPERIOR, *_INFERIOR))}]+")
_ONE_WAY: Final = re.compile(f"[{''.join(_SUPERIOR)}]+|[{''.join(_INFERIOR)}]+")


def shifted_style(style: Style, shift: Shift) -> Style:
    """The style of a text that is raised or lowered from one in ``style``."""
    return replace(style, size=style.size * SIZE, rise=style.rise + _RISES[shift] * style.size) if shift else style


def runs(text: str) -> Iterator[tuple[int, int]]:
    """Where superscript and subscript figures stand side by side: start and end of each run."""
    return (found.span() for found in _RUN.finditer(text))


def composed(text: str, start: int, end: int) -> Iterator[tuple[int, int, str, Shift]]:
    """A run in stretches of one kind: start, end, the ordinary figures for it, and where they stand."""
    for found in _ONE_WAY.finditer(text, start, end):
        yield *found.span(), found[0].translate(_ORDINARY), "sup" if found[0][0] in _SUPERIOR else "sub"
