"""What a slot may change so that its story fits (可让), and where the rest of a story continues (转版)."""

from typing import Final, Literal

from bulletin_layout.findings import Location
from bulletin_layout.values import dataclass

GiveKind = Literal[
    "photo.height", "line", "letterspace", "gap", "adjacent", "marks", "headline.size",
    "title.lines", "title.air", "columns", "edge.bottom", "edge.top",
]  # fmt: skip
#: What a running text may give: there is no slot that it must fill, and no photo with a room of its own.
FLOW_KINDS: Final[tuple[GiveKind, ...]] = (
    "photo.height", "line", "letterspace", "gap", "adjacent", "marks", "title.air",
)  # fmt: skip
GiveUnit = Literal["行", "pt", "em", "step", "column", ""]


@dataclass(frozen=True, slots=True)
class Give:
    """One property that may be changed, and how far (让步). A slot's gives are used in the order of the layout.

    ``low`` and ``high`` are changes relative to the layout, ``low <= 0 <= high``, in ``unit``:

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

    The other kinds are set to a value instead: ``gap`` and ``adjacent`` to ``low == high``, in em; ``marks`` to the
    style of marks named by ``target`` (``kaiming``), without a unit.
    """

    kind: GiveKind
    low: float
    high: float
    unit: GiveUnit
    target: str
    location: Location
    text: str  #: as the designer wrote it
    neighbours: tuple[str, ...] = ()  #: for an edge: the slots at its other side, from left to right


@dataclass(frozen=True, slots=True)
class Jump:
    """The slot in which a story continues when its own slot is full (转版).

    ``page``: page as counted in issue.yaml; None: the same page. ``reading`` has checked that the slot exists and is
    free, and that no chain of jumps leads back to itself.
    """

    page: int | None
    slot: str
    location: Location
