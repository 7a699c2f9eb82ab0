"""What goes into composition and what comes out. Points; x from the line's left end, baseline at 0."""

from typing import Literal, NamedTuple

from bulletin_layout.issue import Style
from bulletin_layout.issue.story import Marking
from bulletin_layout.page import GlyphRun
from bulletin_layout.typeset.interlinear import Interlinear
from bulletin_layout.values import dataclass


@dataclass(frozen=True, slots=True)
class TextRun:
    """A stretch of a paragraph's text in one style (font, weight, size, ink, letterspace count here).

    ``mark``: dots (着重号) or an underline below it; runs of several styles side by side share an underline, two in
    one style have one each (two 专名). ``ruby``: what stands above it (注音), parted by spaces: a syllable over each
    Han when there are as many, else all of it over the whole run, which then stays on one line. Beside a vertical line
    ruby and dots stand at the right, an underline at the left. ``link``: where a click on it leads (``page.Target``).
    """

    text: str
    style: Style
    mark: Marking = ""
    ruby: str = ""
    link: str = ""


class Doubt(NamedTuple):
    """Where a paragraph is not set as it was meant (存疑的字): its text[offset:] begins with ``text``.

    ``missing``: no font has the character; ``script``: no font can set it in its script, whose name it is; ``variant``:
    the font does not know the form that a selector asks for (异体字); ``mixed``: another face than the text's own sets
    it, whose name it is (混用字体).
    """

    kind: Literal["missing", "script", "variant", "mixed"]
    offset: int
    text: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """Why a line looks as it does (行账).

    ``natural``: width before adjustment, in points; ``step``: the deepest step that was used (0 none, 2–7 shrink,
    10–13 stretch; ``adjust`` says what each does); ``gap``: what each ordinary gap between Han got, in em (+ wider);
    ``forced``: no legal break within the limits existed here, and this was the least bad one; the line is wider than
    its measure, breaks where it may not, or falls short of its measure at its natural width.
    """

    natural: float
    step: int
    gap: float
    forced: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One set line (行): ``start``/``end`` are offsets in the paragraph's text; ``tail`` is the byline set on it, a
    line of its own text; ``interlinear`` what stands above and below it, where there is anything; ``parts``: of lines
    put side by side, where that line begins which each run comes from."""

    start: int
    end: int
    runs: tuple[GlyphRun, ...]
    ledger: Ledger
    tail: "Line | None" = None
    hyphen: bool = False
    interlinear: Interlinear | None = None
    parts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """A paragraph broken into lines for a sequence of measures. Line k was set for measure k."""

    lines: tuple[Line, ...]
    cost: float


@dataclass(frozen=True, slots=True)
class Column:
    """One vertical line (竖行). Runs, and what is ``beside`` them, are placed from its top centre: x right of it, y
    down; ``height``, and what it takes to the ``left`` and ``right`` of its middle, in points."""

    start: int
    end: int
    runs: tuple[GlyphRun, ...]
    height: float
    left: float
    right: float
    beside: Interlinear | None = None
