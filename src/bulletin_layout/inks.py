"""Printing inks (油墨): process CMYK, grey, RGB and spot colours as declared by the designer."""

from collections.abc import Mapping
from typing import Final, Literal

from bulletin_layout.values import dataclass


@dataclass(frozen=True, slots=True)
class Ink:
    """A colour as it goes to the plate. Components run from 0 to 1.

    ``grey``: one component, 0 is black (it prints on the K plate alone); ``cmyk``: four; ``rgb``: three;
    ``spot``: ``name`` is the plate's name, the components are its CMYK alternate.
    """

    space: Literal["grey", "cmyk", "rgb", "spot"]
    components: tuple[float, ...]
    name: str = ""


#: 单黑 K100: the only ink text is set in unless a style says otherwise.
BLACK = Ink("cmyk", (0, 0, 0, 1))
WHITE = Ink("cmyk", (0, 0, 0, 0))

#: The inks that every layout has, by name.
BUILT_IN_INKS: Final[Mapping[str, Ink]] = {"black": BLACK, "white": WHITE}
