"""What a slot may give (可让) so that its story fits, and where the rest of a story goes (转版)."""

from typing import Literal

from bulletin_layout.findings import Location
from bulletin_layout.values import dataclass

GiveKind = Literal[
    "photo.height", "line", "letterspace", "gap", "adjacent", "marks", "headline.size",
    "title.lines", "title.air", "columns", "edge.bottom", "edge.top",
]  # fmt: skip
GiveUnit = Literal["行", "pt", "em", "step", "column", ""]


@dataclass(frozen=True, slots=True)
class Give:
    """One thing that may bend, and how far (让步). A slot's gives are in the order in which they may be taken.

    ``low`` and ``high`` are changes from what the layout says, ``low <= 0 <= high``, in ``unit``:

    ============================  ======  ==========================================================================
    kind                          unit    change of
    ============================  ======  ==========================================================================
    photo.height                  行       a photo's height, whole 行; ``target``: its name, "" is every one of the slot
    line                          pt      the leading of the body: its baselines leave the page's grid
    letterspace                   em      the space after every character of the body
    headline.size                 step    the place in the headline's ``(size, *sizes)``: -2 is two steps smaller
    title.lines, title.air        行       the room of the title · its air before and after, together; whole 行
    columns                       column  the number of text columns; every one in reach makes whole 字
    edge.bottom, edge.top         行       the slot's height at that edge: positive makes it taller, and those of
                                          ``neighbours``, which share the whole edge, as much shorter
    ============================  ======  ==========================================================================

    The other kinds go to a value instead of by a change: ``gap`` and ``adjacent`` to ``low == high``, in em;
    ``marks`` to the punctuation style that ``target`` names (``kaiming``), with no unit.
    """

    kind: GiveKind
    low: float
    high: float
    unit: GiveUnit
    target: str
    location: Location
    text: str  #: as the designer wrote it
    neighbours: tuple[str, ...] = ()  #: of an edge: the slots at its other side, from left to right


@dataclass(frozen=True, slots=True)
class Jump:
    """Where a story goes on when its slot is full: a slot of page ``page``, counted in the issue's file; None is the
    same page. Reading has made sure that the slot is there, is free, and that no chain of jumps ends in itself."""

    page: int | None
    slot: str
    location: Location
