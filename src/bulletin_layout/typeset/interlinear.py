"""What stands between the lines (行间): emphasis dots, underlines and ruby, prepared with the text, set with its lines.

Everything is points. Before a line is chosen, each is a stretch of the paragraph's text, ``start`` to ``end``;
on a line, it is where it stands from the line's left end and baseline, y down, as the glyphs of the line are.
"""

from bulletin_layout.inks import Ink
from bulletin_layout.page import GlyphRun
from bulletin_layout.values import dataclass


@dataclass(frozen=True, slots=True)
class Dotted:
    """A stretch with a dot below every Han (着重号); ``em`` is the size of the text."""

    start: int
    end: int
    em: float
    ink: Ink


@dataclass(frozen=True, slots=True)
class Underlined:
    """A stretch over a line (专名号、下划线); ``meets_left``, ``meets_right``: another such stretch touches it."""

    start: int
    end: int
    em: float
    ink: Ink
    meets_left: bool = False
    meets_right: bool = False


@dataclass(frozen=True, slots=True)
class Glossed:
    """A stretch under ruby (注音) that no line divides: the ruby's ``runs`` from x 0 on, ``width`` points wide, ``air``
    of it between this and other ruby; ``rise``: how far its ink reaches above the baseline; ``em``: size of the text.
    """

    start: int
    end: int
    em: float
    width: float
    air: float
    rise: float
    runs: tuple[GlyphRun, ...]


@dataclass(frozen=True, slots=True)
class Linked:
    """A stretch that leads to ``link``: nothing is seen of it, its glyphs are runs of their own."""

    start: int
    end: int
    link: str


Beside = Dotted | Underlined | Glossed | Linked


@dataclass(frozen=True, slots=True)
class Dot:
    """A dot: its middle and its diameter."""

    x: float
    y: float
    size: float
    ink: Ink


@dataclass(frozen=True, slots=True)
class Bar:
    """A line under text, or at the left of vertical text, from one point to the other."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    ink: Ink


@dataclass(frozen=True, slots=True)
class Ruby:
    """Ruby on a line, from ``x`` to ``right``, its ink up to ``rise`` above the baseline; ``start``: offset of the text
    under it in the paragraph. Beside a vertical line: from ``x`` down to ``right``, its ink up to ``rise`` right of the
    line's middle."""

    start: int
    x: float
    right: float
    rise: float
    runs: tuple[GlyphRun, ...]


@dataclass(frozen=True, slots=True)
class Interlinear:
    """What a set line has above and below its text."""

    dots: tuple[Dot, ...] = ()
    bars: tuple[Bar, ...] = ()
    ruby: tuple[Ruby, ...] = ()
