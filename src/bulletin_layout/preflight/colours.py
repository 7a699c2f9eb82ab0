"""Colours as a PDF writes them (ISO 32000-1, 8.6)."""

from typing import Any, Final

from bulletin_layout.values import NamedTuple

#: A spot colour of this name is on every plate, one of the other on none (ISO 32000-1, 8.6.6.4).
EVERY_PLATE: Final = "All"
NO_PLATE: Final = "None"
_PROCESS_PLATES: Final = 4


class Colour(NamedTuple):
    """A colour as written. ``space``: grey, rgb, cmyk, spot, icc or other; ``names``: the plates of a spot colour."""

    space: str
    values: tuple[float, ...]
    names: tuple[str, ...] = ()

    @property
    def is_black(self) -> bool:
        """Whether it is 100 % black on the black plate only."""
        return (self.space == "grey" and self.values == (0,)) or (self.space == "cmyk" and self.values == (0, 0, 0, 1))

    @property
    def plates(self) -> int:
        """The number of plates with ink."""
        if self.space == "grey":
            return int(self.values != (1,))
        if self.space == "spot":
            return sum(map(_plates_named, self.names)) if any(self.values) else 0
        return sum(1 for value in self.values if value > 0)

    @property
    def total(self) -> float:
        """The sum of all inks, 1 for a full plate; 0 for RGB, whose separation is not known yet."""
        if self.space == "spot":
            return sum(part * _plates_named(name) for name, part in zip(self.names, self.values, strict=False))
        return 1 - self.values[0] if self.space == "grey" else sum(self.values) if self.space != "rgb" else 0.0


def _plates_named(name: str) -> int:
    return {EVERY_PLATE: _PROCESS_PLATES, NO_PLATE: 0}.get(name, 1)


_SPACES: Final = {
    "DeviceGray": "grey",
    "CalGray": "grey",
    "DeviceRGB": "rgb",
    "CalRGB": "rgb",
    "DeviceCMYK": "cmyk",
}
_PROFILED: Final = {1: "grey", 3: "icc rgb", 4: "icc cmyk"}

#: The kind of a colour space, and the plates of a spot colour.
Space = tuple[str, tuple[str, ...]]


def colour_space(space: Any, named: Any) -> Space:
    """The kind of a colour space; ``named``: the colour spaces in the page's resources."""
    found: Space = ("other", ())
    match space:
        case str() if space in _SPACES:
            found = (_SPACES[space], ())
        case str() if space in named:
            found = colour_space(named[space], {})
        case ("ICCBased", profile, *_):
            found = (_PROFILED.get(profile.get("N"), "other"), ())
        case ("Separation", name, *_):
            found = ("spot", (str(name),))
        case ("DeviceN", names, *_):
            found = ("spot", tuple(map(str, names)))
        case ("Indexed", base, *_):
            found = colour_space(base, named)
        case (str(kind), *_) if kind in _SPACES:
            found = (_SPACES[kind], ())
    return found
