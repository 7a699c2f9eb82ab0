"""Values for what is set between lines (行间): emphasis dots, underlines and ruby.

Before a line is chosen, each is a part of the paragraph's text, ``start`` to ``end`` (``Dotted`` …). On a set line,
each has its place (``Dot`` …). All lengths are points; places count from the line's left end and baseline, y down, as
those of the line's glyphs do.
"""

from bulletin_layout.inks import Ink
from bulletin_layout.page import GlyphRun
from bulletin_layout.values import dataclass


@dataclass(frozen=True, slots=True)
class Dotted:
    """Text with a dot below each Han (着重号); ``em``: size of the text."""

    start: int
    end: int
    em: float
    ink: Ink


@dataclass(frozen=True, slots=True)
class Underlined:
    """Underlined text (专名号、下划线); ``meets_left``, ``meets_right``: another underlined text adjoins it there."""

    start: int
    end: int
    em: float
    ink: Ink
    meets_left: bool = False
    meets_right: bool = False


@dataclass(frozen=True, slots=True)
class Glossed:
    """Text below one ruby (注音), which no line divides.

    ``runs``: the ruby, from x 0; ``width``: its width with ``air``, the distance kept to other ruby; ``rise``: height
    of its ink above the text's baseline; ``em``: size of the text.
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
    """Text that links to ``link``: it looks like other text, but its glyphs become runs of their own."""

    start: int
    end: int
    link: str


Beside = Dotted | Underlined | Glossed | Linked


@dataclass(frozen=True, slots=True)
class Dot:
    """An emphasis dot: its centre, and its diameter as ``size``."""

    x: float
    y: float
    size: float
    ink: Ink


@dataclass(frozen=True, slots=True)
class Bar:
    """A line below text, or left of vertical text, from (x1, y1) to (x2, y2)."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    ink: Ink


@dataclass(frozen=True, slots=True)
class Ruby:
    """Ruby on a set line, from ``x`` to ``right``; its ink reaches ``rise`` above the baseline.

    ``start``: offset in the paragraph of the text below it. Beside a vertical line it runs from y ``x`` down to
    ``right``, and its ink reaches ``rise`` to the right of the line's middle.
    """

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
