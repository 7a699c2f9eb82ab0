"""Printing inks (油墨): process CMYK, grey, RGB and spot colours as declared by the designer."""

from collections.abc import Mapping
from typing import Final, Literal

from bulletin_layout.values import dataclass


@dataclass(frozen=True, slots=True)
class Ink:
    """A colour as it is written to the file; components from 0 to 1.

    ``grey``: one component, 0 is black (prints on the K plate only); ``cmyk``: four; ``rgb``: three; ``spot``: ``name``
    is the name of the plate (专色), the components are its CMYK alternate.
    """

    space: Literal["grey", "cmyk", "rgb", "spot"]
    components: tuple[float, ...]
    name: str = ""


#: 单黑 K100: text is set in it unless a style has another ink. Printed by the K plate alone, small type
#: cannot be out of register.
BLACK = Ink("cmyk", (0, 0, 0, 1))
WHITE = Ink("cmyk", (0, 0, 0, 0))

#: The inks that every layout has, by name.
BUILT_IN_INKS: Final[Mapping[str, Ink]] = {"black": BLACK, "white": WHITE}
