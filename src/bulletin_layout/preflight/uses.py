"""What a page requires of the press: colours, sizes, line widths and pictures, as composed or as written."""

from dataclasses import field

from bulletin_layout.preflight.colours import Colour
from bulletin_layout.values import NamedTuple, dataclass


class TextUse(NamedTuple):
    """Text of one font, size (points) and colour. ``over``: it overprints (叠印); ``small``: it is small by rule,
    beside larger text: ruby, superscripts, numbers of notes."""

    font: str
    size: float
    colour: Colour
    over: bool
    small: bool = False


class LineUse(NamedTuple):
    """Lines of one width in points, as printed."""

    width: float
    colour: Colour
    over: bool


class ImageUse(NamedTuple):
    """A picture as placed: pixels, printed size in points, colour space, dots per inch; ``mask``: it has transparency;
    ``names``: the plates of a spot colour space."""

    name: str
    pixels: tuple[int, int]
    width: float
    height: float
    space: str
    mask: bool
    names: tuple[str, ...] = ()

    @property
    def dpi(self) -> float:
        """The lower of its horizontal and vertical resolution."""
        return 72 * min(self.pixels[0] / (self.width or 1), self.pixels[1] / (self.height or 1))


@dataclass(slots=True)
class PageUses:
    """All uses of one page in order of first appearance, each with the story where it occurs first ("": furniture or
    unknown)."""

    number: int
    texts: dict[TextUse, str] = field(default_factory=dict)
    lines: dict[LineUse, str] = field(default_factory=dict)
    fills: dict[Colour, str] = field(default_factory=dict)
    images: list[ImageUse] = field(default_factory=list)

    def colours(self) -> dict[Colour, str]:
        """All flat colours of the page."""
        found = dict(self.fills)
        for text, story in self.texts.items():
            found.setdefault(text.colour, story)
        for line, story in self.lines.items():
            found.setdefault(line.colour, story)
        return found
