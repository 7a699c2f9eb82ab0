"""Values that go into composition (``TextRun``) and come out of it (``Setting``, ``Line``, ``Column`` …).

Lengths are points; x counts from the line's left end, y from its baseline.
"""

from collections.abc import Callable
from typing import Literal

from bulletin_layout.issue import Style
from bulletin_layout.issue.story import Marking
from bulletin_layout.page import GlyphRun
from bulletin_layout.typeset.interlinear import Interlinear
from bulletin_layout.values import NamedTuple, dataclass


@dataclass(frozen=True, slots=True)
class TextRun:
    """A part of a paragraph's text in one style, of which font, weight, size, ink and letterspace are used.

    ``mark``: emphasis dots (着重号) or an underline below it. Neighbouring underlined runs of different styles share
    one underline; two of the same style have one each (two 专名). ``ruby``: reading above it (注音), syllables
    separated by spaces: one over each Han if there are as many, else all of it over the whole run, which then stays on
    one line. Beside a vertical line, ruby and dots stand at the right, underlines at the left. ``link``: target of a
    click (``page.Target``).
    """

    text: str
    style: Style
    mark: Marking = ""
    ruby: str = ""
    link: str = ""


class Doubt(NamedTuple):
    """Characters of a paragraph that are not set as they were meant (存疑的字): ``text`` at ``offset``.

    ``missing``: no font has the character. ``script``: no font can set its script, which is ``name`` (ISO 15924).
    ``variant``: the font lacks the form that a variation selector asks for (异体字). ``mixed``: a face other than the
    text's sets it (混用字体), which is ``name``.
    """

    kind: Literal["missing", "script", "variant", "mixed"]
    offset: int
    text: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """How a line was made to fit its measure (行账).

    ``natural``: width before adjustment, points; ``step``: deepest step used (0: none, 2–7: shrink, 10–13: stretch; see
    ``adjust``); ``gap``: what each ordinary gap between Han gained, em. ``forced``: there was no legal way to fill the
    line within the limits: it is wider than its measure, ends at a forbidden break, or is left short of its measure.
    """

    natural: float
    step: int
    gap: float
    forced: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One set line (行).

    ``start``, ``end``: offsets in the paragraph's text. ``tail``: the byline that is set on the same line, with its own
    text. ``interlinear``: dots, underlines and ruby, if there are any. ``parts``: only for several lines put side by
    side as one: for each run, the start of the line that it comes from.
    """

    start: int
    end: int
    runs: tuple[GlyphRun, ...]
    ledger: Ledger
    tail: "Line | None" = None
    hyphen: bool = False
    interlinear: Interlinear | None = None
    parts: tuple[int, ...] = ()


class Setting:
    """A paragraph broken into ``count`` lines for a sequence of measures: line k is set for measure k.

    The lines are placed when they are asked for first: of many settings only their number is.
    """

    __slots__ = ("_lines", "_place", "count")

    def __init__(self, count: int, place: Callable[[], tuple[Line, ...]]) -> None:
        self.count = count
        self._place: Callable[[], tuple[Line, ...]] | None = place
        self._lines: tuple[Line, ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        """Its lines, from top to bottom."""
        if self._place is not None:
            self._lines, self._place = self._place(), None
        return self._lines


@dataclass(frozen=True, slots=True)
class Column:
    """One vertical line (竖行); ``start``, ``end``: offsets in the paragraph's text.

    Runs, and the ruby, dots and underlines in ``beside``, are placed from the middle of its top edge: x to the right,
    y down. ``height``: its length; ``left``, ``right``: what it takes at either side of its middle. All points.
    """

    start: int
    end: int
    runs: tuple[GlyphRun, ...]
    height: float
    left: float
    right: float
    beside: Interlinear | None = None
